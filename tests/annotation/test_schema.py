"""The published JSON Schema: the models' own, valid itself, and of one mind with them about what a file may hold."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from kg.annotation.model import Annotation
from kg.annotation.schema import SCHEMA_IRI, annotation_schema, schema_text
from kg.resources import SEEDS

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCHEMA = annotation_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
SEED_FILES = sorted((SEEDS / "annotations").glob("*.yaml"))


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2 with its core types, as the editors that read the schema have it: no dates, no `yes`, no octal `010`."""


_EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"|~|null|Null|NULL", ["", "~", "n", "N"]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?(0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first)


def _load(text: str) -> Any:
    return yaml.load(text, _EditorLoader)


def test_the_published_file_is_the_generated_one() -> None:
    assert (DOCS / "annotation.schema.json").read_text(encoding="utf-8") == schema_text(), (
        "run: python -m kg.annotation.schema > docs/annotation.schema.json"
    )


def test_the_schema_is_a_schema_of_draft_2020_12() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == SCHEMA_IRI == "https://w3id.org/aed/annotation.schema.json"
    assert SCHEMA["title"]


def _schemas(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _schemas(one)


def test_every_block_is_closed_and_every_field_described() -> None:
    blocks = [one for one in _schemas(SCHEMA) if one.get("type") == "object"]
    assert len(blocks) > 20
    assert all(block["additionalProperties"] is False for block in blocks)
    for block in blocks:
        for name, field in block.get("properties", {}).items():
            referred = SCHEMA["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else {}
            assert field.get("description") or referred.get("description"), (block["title"], name)


def test_it_uses_only_words_of_json_schema() -> None:
    words = {
        *("$schema", "$id", "$defs", "$ref", "title", "description", "default", "type", "properties", "required", "items"),
        *("additionalProperties", "patternProperties", "propertyNames", "anyOf", "oneOf", "enum", "const", "format", "pattern"),
        *("minimum", "maximum", "minLength", "maxLength", "minItems"),
    }
    assert {word for one in _schemas(_without_names(SCHEMA)) for word in one} <= words


def _without_names(value: Any) -> Any:
    """The schema with the maps whose keys are names of fields and blocks made lists."""
    if isinstance(value, list):
        return [_without_names(one) for one in value]
    if not isinstance(value, dict):
        return value
    maps = ("properties", "$defs", "patternProperties")
    return {
        key: [_without_names(each) for each in one.values()] if key in maps else _without_names(one) for key, one in value.items()
    }


@pytest.mark.parametrize("path", SEED_FILES, ids=lambda path: path.name)
def test_every_seed_is_valid(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(_load(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("path", SEED_FILES, ids=lambda path: path.name)
def test_every_seed_names_the_schema_for_editors(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../docs/annotation.schema.json"
    assert (path.parent / first.partition("=")[2]).resolve() == DOCS / "annotation.schema.json"


SMALL = """\
article: {file: a.txt, sha256: SUM, title: A clinic is hit, published: 2016}
annotation: {by: A. Person, on: 2026-01-02}
actors: {army: {kind: ArmedForce, label: The Army}}
places: {town: {label: Town, geonames: 5}}
sites: {clinic: {kind: Hospital, label: a clinic, count: 2}}
documents: {report: {title: Report, by: army, published: 2016-02}}
events: {strike: {kind: AirStrike, label: the strike, mention: {quote: a strike, occurrence: 1}}}
statements:
  - quote: a strike
    said: {earliest: 2016-02, latest: 2016, as_said: this year}
    confidence: 0.5
    asserts:
      - {about: strike, place: town}
      - {about: strike, attacker: {any_of: [army, navy]}}
      - {about: strike, attacker: army}
      - {about: strike, occurrence: true}
      - {about: strike, time: 2016-02-17}
      - {about: strike, target: clinic, share: {lower: 90.5, upper: 95, wording: most}}
      - {id: claim, about: strike, figure: {outcome: killed, population: people, number: dozens, partitioned: true}}
      - {about: strike, figure: {outcome: killed, population: people, number: 12, bound: atLeast}}
  - quote: not us
    denies: [claim]
    form: [notOurAct]
    scope: [{act: AirStrike, components: [AttackerClaim], wording: not us}]
""".replace("SUM", "a" * 64)


def test_every_shorthand_is_valid() -> None:
    assert [error.message for error in VALIDATOR.iter_errors(_load(SMALL))] == []
    Annotation.model_validate(_load(SMALL))


def _at(*path: int | str) -> Callable[[Any], Any]:
    def find(value: Any) -> Any:
        for step in path:
            value = value[step]
        return value

    return find


STATEMENT, CLAIMS = ("statements", 0), ("statements", 0, "asserts")


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), "article", None),
        ((), "statement", []),
        ((), "statements", []),
        ((), "statements", {}),
        (("article",), "sha256", "abc"),
        (("article",), "sha256", "A" * 64),
        (("article",), "title", ""),
        (("article",), "title", None),
        (("article",), "titel", "A"),
        (("article",), "language", "English"),
        (("article",), "published", "17.02.2016"),
        (("article",), "published", 20160217),
        (("annotation",), "on", "2026-01"),
        (("annotation",), "on", "2016-02-30"),
        (("annotation",), "method", "guessed"),
        (("actors",), "The Army", {"kind": "ArmedForce", "label": "The Army"}),
        (("actors",), "x" * 49, {"kind": "ArmedForce", "label": "The Army"}),
        (("actors", "army"), "kind", "Army"),
        (("actors", "army"), "also", "army"),
        (("places", "town"), "geonames", 0),
        (("sites", "clinic"), "count", 1.5),
        (("events", "strike"), "mention", "a strike"),
        (("events", "strike", "mention"), "occurrence", 0),
        (STATEMENT, "speaker", None),
        (STATEMENT, "speaker", "The Army"),
        (STATEMENT, "quote", "x" * 4001),
        (STATEMENT, "said", {"earlist": 2016}),
        (STATEMENT, "said", {"earliest": "2016-2"}),
        (STATEMENT, "confidence", 1.5),
        (STATEMENT, "certainty", "sure"),
        (STATEMENT, "asserts", {"about": "strike", "occurrence": True}),
        (CLAIMS, 0, 5),
        ((*CLAIMS, 1), "attacker", ["army"]),
        ((*CLAIMS, 1, "attacker"), "any_of", "army"),
        ((*CLAIMS, 3), "occurrence", False),
        ((*CLAIMS, 5, "share"), "lower", 101),
        ((*CLAIMS, 6, "figure"), "number", "many"),
        ((*CLAIMS, 6, "figure"), "number", -1),
        ((*CLAIMS, 6, "figure"), "number", 10**10),
        ((*CLAIMS, 6, "figure"), "outcome", "dead"),
        (("statements", 1), "form", ["denied"]),
        (("statements", 1, "scope", 0), "components", []),
        (("statements", 1, "scope", 0), "act", "airstrike"),
    ],
)
def test_a_broken_file_is_valid_neither_under_the_schema_nor_under_the_models(
    path: tuple[int | str, ...], key: int | str, value: Any
) -> None:
    broken = copy.deepcopy(_load(SMALL))
    _at(*path)(broken)[key] = value
    assert list(VALIDATOR.iter_errors(broken))
    if value is not None:  # a field without a value is refused where the file is read
        with pytest.raises(ValidationError):
            Annotation.model_validate(broken)


@pytest.mark.parametrize(
    ("path", "field"), [((), "article"), (("article",), "title"), (("annotation",), "by"), (STATEMENT, "quote")]
)
def test_a_file_that_lacks_a_field_is_not_valid(path: tuple[int | str, ...], field: str) -> None:
    broken = _load(SMALL)
    del _at(*path)(broken)[field]
    assert list(VALIDATOR.iter_errors(broken))


def test_a_model_that_is_written_out_is_valid() -> None:
    written = json.loads(Annotation.model_validate(_load(SMALL)).model_dump_json(exclude_none=True))
    assert [error.message for error in VALIDATOR.iter_errors(written)] == []
    assert Annotation.model_validate(written) == Annotation.model_validate(_load(SMALL))
