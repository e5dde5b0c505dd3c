"""`kg extract`, `kg add ARTICLE` and `kg ask --curated`, with a scripted extraction in place of the real one."""

import hashlib
import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.annotation.keys import Known
from kg.annotation.model import Annotation
from kg.annotation.reading import read_annotation
from kg.annotation.values import Interval
from kg.article import Article
from tests.cli.conftest import Run
from tests.intake.inputs import FEED, HEADLINE, PAGE, TEXT

NOBODY = Known(frozenset(), frozenset(), frozenset())
FIRST, SECOND = (
    "A strike hit a clinic in Adra, officials said on Monday.\nThe army denied it.\n",
    "A school was shelled, said the mayor.\n",
)


@dataclass(frozen=True)
class Metadata:
    title: str | None
    publisher: str | None
    address: str | None
    published: Interval | None
    language: str | None


class Extractor:
    """Says of each article that its first line accuses the army."""

    def __init__(self, reference: object) -> None:
        self.reference = reference

    def draft(self, article: Article, file: str, about: Metadata, on: date) -> Annotation:
        if "poison" in article.text:
            raise RuntimeError("poison")
        line = next(line.strip() for line in article.text.splitlines() if line.strip())
        block = {
            "file": file,
            "sha256": article.sha256,
            "title": about.title or line,
            "address": about.address,
            "published": about.published or {"note": "not known"},
            "note": about.publisher,
        }
        review = {"review": "unreviewed", "confidence": 0.5, "proposed_by": "scripted 1"}
        return Annotation.model_validate({
            "article": block,
            "annotation": {"by": "kg", "on": on, "method": "extracted", "tool": "scripted 1"},
            "actors": {"army": {"kind": "ArmedForce", "label": "the army"}},
            "events": {"strike": {"kind": "AirStrike", "label": "the strike"}},
            "statements": [{"quote": line, "occurrence": 1, "asserts": [{"about": "strike", "attacker": "army"}], **review}],
        })  # fmt: skip


@pytest.fixture(autouse=True)
def _scripted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package, module = ModuleType("kg.extraction"), ModuleType("kg.extraction.extract")
    vars(module).update(Extractor=Extractor, Metadata=Metadata)
    vars(package).update(extract=module, __path__=[])
    monkeypatch.setitem(sys.modules, "kg.extraction", package)
    monkeypatch.setitem(sys.modules, "kg.extraction.extract", module)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(FIRST)
    return path


def read(path: Path) -> Annotation:
    return read_annotation(path, NOBODY).annotation


def test_an_article_becomes_a_draft(article: Path, run: Run, tmp_path: Path) -> None:
    result = run("extract", article, "--published", "2016-03", "--publisher", "The Wire", "--title", "A title")
    assert result.exit_code == 0, result.stderr
    (tmp_path / "draft.yaml").write_text(result.stdout)
    block = read(tmp_path / "draft.yaml").article
    assert (block.file, block.title, block.note, block.original) == ("article.txt", "A title", "The Wire", None)
    assert (block.published.earliest, block.published.latest) == (date(2016, 3, 1), date(2016, 3, 31))


def test_a_draft_has_its_text_beside_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    (tmp_path / "out").mkdir()
    result = run("extract", "page.html", "-o", "out/draft.yaml", "--json")
    assert result.exit_code == 0, result.stderr
    block = read(tmp_path / "out" / "draft.yaml").article
    assert (block.title, block.note) == (HEADLINE, "Norland Times")
    assert (tmp_path / "out" / block.file).read_bytes() == TEXT.encode()
    assert block.original
    assert (tmp_path / "out" / block.original.file).read_bytes() == PAGE
    assert (block.original.sha256, block.original.media_type) == (hashlib.sha256(PAGE).hexdigest(), "text/html")
    assert json.loads(result.stdout)["sha256"] == block.sha256
    assert run("extract", "page.html", "-o", "out/draft.yaml").exit_code == 0


def test_no_other_file_is_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    (tmp_path / "draft.txt").write_text("mine")
    result = run("extract", "page.html", "-o", "draft.yaml")
    assert result.exit_code == 2
    assert "another file is in the way" in result.stderr
    assert (tmp_path / "draft.txt").read_text() == "mine"
    assert not (tmp_path / "draft.yaml").exists()


def test_turtle_is_what_a_build_of_that_article_exports(article: Path, run: Run, tmp_path: Path) -> None:
    assert run("extract", article, "-o", "article.yaml").exit_code == 0
    turtle = run("extract", article, "--format", "turtle").stdout
    assert run("build", "article.yaml", "--plain", "--graph", "one").exit_code == 0
    assert turtle == run("export", "turtle", "--graph", "one").stdout
    assert "aed:unreviewed" in turtle


def test_standard_input_and_json(run: Run) -> None:
    result = run("extract", "-", "--json", input=FIRST)
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["annotation"]["method"] == "extracted"
    assert found["article"]["sha256"] == hashlib.sha256(FIRST.encode()).hexdigest()


def test_many_articles_go_into_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "feed.xml").write_bytes(FEED)
    lines = [{"text": FIRST, "title": "First"}, {"text": FIRST}, {"text": "poison"}, {"text": f"NORLAND (Wire) {FIRST}"}]
    (tmp_path / "in" / "some.jsonl").write_text("\n".join(map(json.dumps, lines)))
    result = run("extract", "in", "-o", "out", "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert len(found["drafted"]) == 3
    assert {one["article"] for one in found["same_bytes"]} < {"some.jsonl:1", "some.jsonl:2"}
    assert {one["article"]: one["kind"] for one in found["set_aside"]} == {
        "some.jsonl:3": "RuntimeError",
        "feed.xml#2": "UnreadableInput",
    }
    assert all(read(tmp_path / "out" / one["annotation"]) for one in found["drafted"])
    assert json.loads((tmp_path / "out" / "reprints.json").read_text()) == found["reprints"]
    again = json.loads(run("extract", "in", "-o", "out", "--json").stdout)
    assert (again["drafted"], again["done_before"], again["set_aside_before"]) == ([], 5, 2)
    person = run("extract", "in", "-o", "out")
    assert "0 drafted into out, 5 done before" in person.stderr
    assert person.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (["a.txt", "b.txt"], 2, "a folder"),
        (["http://127.0.0.1:1/"], 2, "--fetch"),
        (["http://127.0.0.1:1/", "--fetch"], 2, "private address"),
        (["missing.txt"], 3, "cannot be read"),
        (["empty.txt"], 3, "is empty"),
        (["article.txt", "--published", "soon"], 2, "is not a date"),
        (["article.txt", "-o", "no/such/a.yaml"], 2, "cannot be written"),
        (["feed.xml"], 2, "a folder"),
    ],
)
def test_what_cannot_be_is_told(arguments: list[str], code: int, what: str, article: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "feed.xml").write_bytes(FEED)
    result = run("extract", *arguments)
    assert result.exit_code == code, result.stderr
    assert what in result.stderr
    assert "mend:" in result.stderr
    assert result.stdout == ""


@pytest.fixture
def own_graph(article: Path, run: Run, tmp_path: Path) -> Path:
    """A graph of one curated article."""
    assert run("extract", article, "-o", "article.yaml").exit_code == 0
    text = (tmp_path / "article.yaml").read_text().replace("extracted", "curated").replace("    review: unreviewed\n", "")
    (tmp_path / "article.yaml").write_text(text)
    assert run("build", "article.yaml", "--plain", "--graph", "own").exit_code == 0
    return tmp_path / "own"


def test_an_article_is_added_as_a_draft(own_graph: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text(SECOND)
    result = run("add", "second.txt", "article.txt", "--graph", own_graph, "--json")
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    assert (found["articles"], found["known"], found["folder"]) == (2, ["article.txt"], str(own_graph / "drafts"))
    assert read(own_graph / "drafts" / found["drafted"][0]["annotation"]).statements[0].review == "unreviewed"
    again = run("add", "second.txt", "--graph", own_graph)
    assert (again.exit_code, "nothing new" in again.stderr) == (0, True)
    assert run("verify", "--graph", own_graph).exit_code == 0
    asked = ("ask", "unreviewed", "--graph", own_graph, "--format", "csv")
    assert SECOND.strip() in run(*asked).stdout
    assert SECOND.strip() not in run(*asked, "--curated").stdout


def test_of_an_article_that_was_taken_from_a_page_the_graph_says_so(own_graph: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    assert run("add", "page.html", "--graph", own_graph, "--drafts", "kept").exit_code == 0
    query = "SELECT ?sum ?type { ?article a aed:Article ; prov:wasDerivedFrom ?original . ?original aed:sha256 ?sum ; dcterms:format ?type }"
    answer = run("query", "-", "--graph", own_graph, "--format", "csv", input=query).stdout
    assert answer.splitlines()[1:] == [f"{hashlib.sha256(PAGE).hexdigest()},text/html"]
    assert list((tmp_path / "kept").glob("*.original.html"))


def test_a_reprint_of_what_the_graph_has_is_told(own_graph: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "reprint.txt").write_text(f"(Wire) {FIRST}")
    (group,) = json.loads(run("add", "reprint.txt", "--graph", own_graph, "--json").stdout)["reprints"]
    assert group["articles"][0] == f"the graph's {hashlib.sha256(FIRST.encode()).hexdigest()[:16]}"
    assert group["similarity"] > 0.5


def test_only_poison_ends_in_an_error(own_graph: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("poison")
    result = run("add", "bad.txt", "--graph", own_graph)
    assert result.exit_code == 1
    assert "set aside: bad.txt: poison" in result.stderr
    assert run("add", "bad.txt", "--graph", tmp_path / "none").exit_code == 3
