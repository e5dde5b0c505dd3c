"""docs/annotation.md: its example is read and conforms, its messages are those that are given, its tables are complete."""

import re
from pathlib import Path

import pytest

from kg.annotation.keys import Known
from kg.annotation.reading import Curated, read_annotation
from kg.annotation.tables import BLOCKS, with_tables
from kg.errors import NotConforming
from kg.graph.articles import article_quads, text_quad
from kg.identifiers import Minter
from kg.reference.reading import read_reference
from kg.resources import ONTOLOGY
from kg.validation.engine_pyshifty import validate
from kg.validation.shapes import ARTICLE

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "annotation.md").read_text(encoding="utf-8")
ARTICLE_TEXT, MESSAGE = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
(EXAMPLE,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def _read(folder: Path, annotation: str) -> Curated:
    (folder / "clinic.txt").write_text(ARTICLE_TEXT, encoding="utf-8")
    (folder / "clinic.yaml").write_text(annotation, encoding="utf-8")
    return read_annotation(folder / "clinic.yaml", Known())


def test_the_example_is_an_article_of_ten_lines(tmp_path: Path) -> None:
    assert len(_read(tmp_path, EXAMPLE).article.text.splitlines()) == 10


def test_the_example_shows_every_stance_and_every_block(tmp_path: Path) -> None:
    annotation = _read(tmp_path, EXAMPLE).annotation
    assert {one.kind for one in annotation.statements} == {"Assertion", "Denial", "Acknowledgement", "NonResponse"}
    assert all(getattr(annotation, name) for name in type(annotation).model_fields)


def test_the_example_conforms_to_the_shapes(tmp_path: Path) -> None:
    read, reference = _read(tmp_path, EXAMPLE), read_reference(ONTOLOGY / "reference")
    quads = [*article_quads(read, reference, Minter()), text_quad(read, reference, Minter())]
    assert [result.message for result in validate(quads, ARTICLE).results] == []


def test_the_message_of_the_example_is_the_one_that_is_given(tmp_path: Path) -> None:
    with pytest.raises(NotConforming) as caught:
        _read(
            tmp_path,
            EXAMPLE.replace(
                "quote: the shells came from the Norland army or its allies", "quote: the shells came from the Norland navy"
            ),
        )
    assert str(caught.value).replace(f"{tmp_path}/", "") == MESSAGE.strip()


def test_the_tables_hold_every_block_and_field() -> None:
    assert with_tables(PAGE) == PAGE


def test_every_block_that_can_stand_in_a_file_has_a_table() -> None:
    met = {next(iter(BLOCKS))}
    while new := {block for one in met for block in _inner(one)} - met:
        met |= new
    assert met | {block for block in BLOCKS if block.__name__ == "Quotation"} == set(BLOCKS)


def _inner(block: type) -> set[type]:
    found = re.findall(r"kg\.annotation\.\w+\.(\w+)", " ".join(str(field.annotation) for field in block.model_fields.values()))
    return {one for one in BLOCKS if one.__name__ in found}


@pytest.mark.parametrize("heading", re.findall(r"\]\(#([^)]+)\)", PAGE))
def test_every_link_within_the_page_leads_somewhere(heading: str) -> None:
    anchors = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in re.findall(r"^#+ .*", PAGE, re.MULTILINE)
    }
    assert heading in anchors


@pytest.mark.parametrize("message", re.findall(r"^\| `([^`]+)` \| [A-Z]", PAGE, re.MULTILINE))
def test_every_message_that_the_page_explains_is_one_of_the_code(message: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ONTOLOGY.parent / "kg").rglob("*.py"))
    assert message in re.sub(r"\{[^{}]*\}", "…", code)
