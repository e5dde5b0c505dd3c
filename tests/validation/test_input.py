"""What is handed in is read strictly, offline and within limits."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, RdfFormat, serialize

from kg.errors import KgError, LimitReached, UnreadableInput, UsageError
from kg.terms import AED, RDF
from kg.validation import input as handed
from kg.validation.input import FORMATS, format_of, parse_quads, read_quads

QUAD = Quad(AED.Denial, RDF.object, Literal("denied its\u00a0aircraft"))


@pytest.mark.parametrize("extension", sorted(FORMATS))
def test_each_format_is_read_by_its_extension(extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{extension.upper()}"
    path.write_bytes(serialize([QUAD], format=FORMATS[extension]) or b"")
    assert read_quads(path) == [QUAD]


@pytest.mark.parametrize("name", ["g.rdf", "g.owl", "g.xml", "g.RDF"])
def test_rdf_xml_is_refused_unread(name: str) -> None:
    with pytest.raises(UsageError, match="RDF/XML is not read"):
        format_of(Path(name))


@pytest.mark.parametrize("name", ["g.txt", "g", "g.ttl.gz", "g.n3"])
def test_an_unknown_extension_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="stands for no RDF format"):
        read_quads(Path(name))


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/g.ttl", "https://example.org/g.ttl", "file:///etc/g.ttl"])
def test_an_address_is_not_read(address: str) -> None:
    with pytest.raises(KgError, match="address is not read"):
        read_quads(Path(address))


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="No such file"):
        read_quads(tmp_path / "none.ttl")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(UnreadableInput, match="Is a directory"):
        read_quads(tmp_path / "folder.ttl")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("\n\n<http://e/a b> <http://e/p> 1 .", 3),
        ("<http://e/a\\u0020b> <http://e/p> 1 .", 1),
        ("\n<relative> <http://e/p> 1 .", 2),
        ("<http://e/a> <http://e/p> <http://e/{x}> .", 1),
        ("<http://e/a> <http://e/p> 'unclosed .", 1),
        ("@prefix aed: <https://w3id.org/aed#> .\naed:a unknown:b 1 .", 2),
        ('<http://e/a> <http://e/p> "\\uD800" .', 1),
    ],
)
def test_what_is_malformed_is_named_by_its_line(content: str, line: int) -> None:
    with pytest.raises(UnreadableInput) as caught:
        parse_quads(content.encode(), RdfFormat.TURTLE, "g.ttl")
    assert caught.value.where == f"g.ttl:{line}"
    assert caught.value.code == 3


def test_bytes_that_are_not_utf_8_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="UTF-8"):
        parse_quads(b'<http://e/a> <http://e/p> "\xff" .', RdfFormat.TURTLE, "g.ttl")


def test_a_context_elsewhere_is_not_fetched() -> None:
    content = b'{"@context": "http://127.0.0.1:9/context", "@id": "http://e/a", "b": 1}'
    with pytest.raises(UnreadableInput, match="LoadDocumentCallback"):
        parse_quads(content, RdfFormat.JSON_LD, "g.jsonld")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<http://e/a> <http://e/p> <<( <http://e/a> <http://e/p> 1 )>> .", "a triple inside a triple"),
        ('<http://e/a> <http://e/p> "x"@en--ltr .', "a string with a direction"),
    ],
)
def test_what_the_engines_do_not_know_is_refused(content: str, complaint: str) -> None:
    with pytest.raises(UnreadableInput, match=complaint):
        parse_quads(content.encode(), RdfFormat.TURTLE, "g.ttl")


@pytest.mark.parametrize("form", [RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.TRIG, RdfFormat.N_QUADS])
def test_triples_inside_triples_cannot_break_the_parser(form: RdfFormat) -> None:
    deep = "<http://e/a> <http://e/p> " + "<<( <http://e/a> <http://e/p> " * 100_000 + '"x"' + " )>>" * 100_000 + " ."
    with pytest.raises(LimitReached, match="'<<'"):
        parse_quads(deep.encode(), form, "g")


@pytest.mark.parametrize(("opening", "closing"), [("[ <http://e/p> ", "]"), ("( ", ") ")])
def test_deep_brackets_are_read(opening: str, closing: str) -> None:
    deep = f"<http://e/a> <http://e/p> {opening * 50_000} 1 {closing * 50_000} ."
    assert len(parse_quads(deep.encode(), RdfFormat.TURTLE, "g.ttl")) > 50_000


def test_a_large_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "g.nt"
    path.write_bytes(serialize([QUAD], format=RdfFormat.N_TRIPLES) or b"")
    monkeypatch.setattr(handed, "MAX_BYTES", 20)
    with pytest.raises(LimitReached, match="more than 20 bytes"):
        read_quads(path)
    with pytest.raises(LimitReached, match="more than 20 bytes"):
        parse_quads(path.read_bytes(), RdfFormat.N_TRIPLES, "stdin")
