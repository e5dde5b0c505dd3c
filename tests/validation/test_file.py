"""Files that people hand in."""

import hashlib
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.errors import UnreadableInput
from kg.terms import AED, DCTERMS, OA, RDF, RDFS, XSD
from kg.validation.file import is_whole, naming, validate_file
from tests.validation.conftest import FOLDER, triples

EX = "https://example.org/id/"
TEXT = "Activists said that Russia struck the hospital. Russia denied it."
ARTICLE = NamedNode(f"{EX}article")


@pytest.fixture
def graph() -> list[Triple]:
    """One article's graph without its text."""
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    kept = [triple for triple in triples(FOLDER / "base.ttl") if triple.predicate not in (AED.text, AED.sha256)]
    return [*kept, Triple(ARTICLE, AED.sha256, Literal(digest))]


def written(path: Path, data: list[Triple]) -> Path:
    path.write_bytes(serialize(data, format=RdfFormat.TURTLE) or b"")
    return path


def replaced(data: list[Triple], predicate: NamedNode, value: NamedNode | Literal) -> list[Triple]:
    return [Triple(one.subject, one.predicate, value) if one.predicate == predicate else one for one in data]


def test_a_file_that_conforms(tmp_path: Path, graph: list[Triple]) -> None:
    report = validate_file(written(tmp_path / "g.ttl", graph))
    assert report.conforms
    assert report.names[f"{EX}strike"] == "strike on the hospital"
    assert report.names[f"{EX}said"] == "said"


def test_a_file_that_does_not_conform(tmp_path: Path, graph: list[Triple]) -> None:
    report = validate_file(written(tmp_path / "g.ttl", replaced(graph, AED.certainty, AED.killed)))
    assert [result.shape.value.rpartition("#")[2] for result in report.results] == ["Statement-certainty"]


def test_what_was_not_compared_is_said(tmp_path: Path, graph: list[Triple]) -> None:
    path = written(tmp_path / "g.ttl", graph)
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    assert validate_file(path).notes == (
        "the words of 1 spans were not compared with the article: give the folder of the articles' texts",
    )
    assert validate_file(path, tmp_path).notes == ()


def test_words_that_the_article_lacks_are_found_with_its_text(tmp_path: Path, graph: list[Triple]) -> None:
    changed = replaced(replaced(graph, OA.exact, Literal("says")), AED.quote, Literal("says"))
    path = written(tmp_path / "g.ttl", changed)
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    assert validate_file(path).conforms
    (result,) = validate_file(path, tmp_path).results
    assert result.shape.value.endswith("#Span-matchesText")
    assert "from character 10 to 14" in result.message


def test_a_text_that_is_not_the_article_is_refused(tmp_path: Path, graph: list[Triple]) -> None:
    (tmp_path / "article.txt").write_text(TEXT + "\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"no text .* has the SHA-256"):
        validate_file(written(tmp_path / "g.ttl", graph), tmp_path)


def test_a_file_about_something_else_is_not_said_to_conform(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="nothing to judge"):
        validate_file(written(tmp_path / "g.ttl", [Triple(ARTICLE, RDFS.label, Literal("a"))]))
    with pytest.raises(UnreadableInput, match="nothing to judge"):
        validate_file(written(tmp_path / "g.ttl", []))


def test_a_graph_without_reference_data_takes_its_actors_on_trust(tmp_path: Path, graph: list[Triple]) -> None:
    alone = [one for one in graph if one.subject not in (NamedNode(f"{EX}activists"), NamedNode(f"{EX}syria"))]
    path = written(tmp_path / "g.ttl", alone)
    assert validate_file(path).conforms
    shapes = [result.shape.value.rpartition("#")[2] for result in validate_file(path, whole=True).results]
    assert shapes == ["ReferredActor-type", "ReferredPlace"]


@pytest.mark.parametrize(
    "added",
    [
        Triple(NamedNode(f"{EX}syria"), AED.placeKind, Literal("country")),
        Triple(NamedNode(f"{EX}second"), RDF.type, AED.Article),
        Triple(NamedNode(f"{EX}a"), RDF.type, AED.SameEventAssessment),
        Triple(NamedNode(f"{EX}a"), RDF.type, AED.Inference),
        Triple(NamedNode(f"{EX}a"), RDF.type, AED.Coverage),
        Triple(NamedNode(f"{EX}a"), RDF.type, AED.Comparison),
    ],
)
def test_what_makes_a_graph_whole(added: Triple, graph: list[Triple]) -> None:
    quads = [Quad(*triple) for triple in graph]
    assert not is_whole(quads)
    assert is_whole([*quads, Quad(*added)])
    assert is_whole([quad for quad in quads if quad.object != AED.Article])


def test_the_ontology_in_its_own_graph_is_left_out(tmp_path: Path, graph: list[Triple]) -> None:
    ontology = NamedNode("https://w3id.org/aed")
    wrong = [
        Quad(NamedNode(f"{EX}p"), RDF.type, AED.Place, ontology),
        *(Quad(one.subject, one.predicate, one.object, NamedNode(f"{EX}graph")) for one in graph),
    ]
    path = tmp_path / "g.nq"
    path.write_bytes(serialize(wrong, format=RdfFormat.N_QUADS) or b"")
    assert validate_file(path).conforms


@pytest.mark.parametrize(
    "wrong", [Literal("2016-13-45", datatype=XSD.date), Literal("NaN", datatype=XSD.double), NamedNode(f"{EX}x")]
)
def test_values_that_cannot_be_compared_are_reported(wrong: Literal, tmp_path: Path, graph: list[Triple]) -> None:
    report = validate_file(written(tmp_path / "g.ttl", replaced(graph, AED.publishedEarliest, wrong)))
    assert "Document-publishedEarliest" in {result.shape.value.rpartition("#")[2] for result in report.results}


def test_where_the_reference_engine_gives_up_the_other_judges_and_this_is_said(tmp_path: Path, graph: list[Triple]) -> None:
    wrong = replaced(graph, AED.publishedEarliest, Literal("2016-13-45", datatype=XSD.date))
    notes = validate_file(written(tmp_path / "g.ttl", wrong)).notes
    assert any(note.startswith("judged by pyshifty alone, because pySHACL cannot compare") for note in notes)


def test_things_are_called_by_their_label_else_their_title_else_their_words() -> None:
    said = [
        Quad(ARTICLE, AED.quote, Literal("q")),
        Quad(ARTICLE, DCTERMS.title, Literal("t")),
        Quad(ARTICLE, RDFS.label, Literal("l")),
    ]
    assert naming(said) == {ARTICLE.value: "l"}
    assert naming(said[:2]) == {ARTICLE.value: "t"}
    assert naming(said[:1]) == {ARTICLE.value: "q"}
