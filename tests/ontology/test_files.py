"""The files of the ontology: what is read, in which order, and that each is tidy."""

import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from kg.errors import UnreadableInput
from kg.ontology import ONTOLOGY_IRI, files, load_ontology, ontology_quads

ONTOLOGY = Path(__file__).parents[2] / "ontology"
FILES = files(ONTOLOGY)
NAMES = [path.relative_to(ONTOLOGY).as_posix() for path in FILES]


def test_the_master_comes_first_and_the_shapes_never() -> None:
    folders = [name.rpartition("/")[0] for name in NAMES]
    assert folders == sorted(folders)
    assert set(folders) == {"", "modules", "vocabularies"}
    assert sorted(NAMES, key=lambda name: name.rpartition("/")) == NAMES
    assert "alignments.ttl" not in NAMES


def test_the_master_imports_every_file() -> None:
    master = Graph().parse(FILES[0])
    imported = {str(iri) for iri in master.objects(URIRef(ONTOLOGY_IRI), OWL.imports)}
    assert imported == {f"{ONTOLOGY_IRI}/{path.stem}" for path in FILES[1:]}


@pytest.mark.parametrize("path", FILES[1:], ids=NAMES[1:])
def test_a_file_defines_what_it_names_as_its_own(path: Path) -> None:
    graph = Graph().parse(path)
    module = URIRef(f"{ONTOLOGY_IRI}/{path.stem}")
    assert list(graph.subjects(RDF.type, OWL.Ontology)) == [module]
    assert set(graph.objects(None, RDFS.isDefinedBy)) <= {module}


def test_modules_import_in_one_direction() -> None:
    imports = {path.stem: _imports(path) for path in FILES[1:]}
    placed: set[str] = set()
    while len(placed) < len(imports):
        ready = {name for name, needed in imports.items() if needed <= placed and name not in placed}
        assert ready, f"these import one another: {sorted(set(imports) - placed)}"
        placed |= ready


def _imports(path: Path) -> set[str]:
    return {str(iri).removeprefix(f"{ONTOLOGY_IRI}/") for iri in Graph().parse(path).objects(None, OWL.imports)}


@pytest.mark.parametrize("path", FILES[1:], ids=NAMES[1:])
def test_a_file_imports_what_it_rests_on(path: Path) -> None:
    reached, todo = set(), [path.stem]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo += _imports(next(p for p in FILES if p.stem == name))
    defined = set().union(*(set(Graph().parse(p).subjects(RDF.type)) for p in FILES if p.stem in reached))
    axioms = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith, OWL.someValuesFrom)
    graph = Graph().parse(path)
    named = {o for p in axioms for o in graph.objects(None, p) if str(o).startswith(f"{ONTOLOGY_IRI}#")}
    assert named <= defined


@pytest.mark.parametrize("path", [*FILES, ONTOLOGY / "alignments.ttl"], ids=[*NAMES, "alignments.ttl"])
def test_a_file_is_tidy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    terms = re.findall(r"^(aed:\w+)", text, re.MULTILINE)
    prefixes = re.findall(r"^@prefix (\w+):", text, re.MULTILINE)
    assert terms == sorted(set(terms))
    assert prefixes == sorted(set(prefixes))
    assert "\t" not in text
    assert not re.search(r"[ ]$", text, re.MULTILINE)
    assert text.endswith(".\n")


def test_reading_twice_gives_the_same() -> None:
    quads = ontology_quads(ONTOLOGY)
    assert quads == ontology_quads(ONTOLOGY) == sorted(quads, key=str)
    assert {quad.graph_name for quad in quads} == {NamedNode(ONTOLOGY_IRI)}
    assert any(isinstance(quad.subject, BlankNode) for quad in quads)


def test_both_readings_hold_the_same() -> None:
    assert len(load_ontology(ONTOLOGY)) == len(ontology_quads(ONTOLOGY))


def test_a_folder_without_ontology_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no ontology") as caught:
        files(tmp_path)
    assert caught.value.where == str(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "aed.ttl").write_text("<https://example.org/a> a ", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="not readable as Turtle") as caught:
        ontology_quads(tmp_path)
    assert caught.value.where.endswith("aed.ttl")
