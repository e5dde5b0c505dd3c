"""The shapes: each is met by an example that conforms and one that does not, with the same report from both engines."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import get_args

import pyshacl
import pytest
import shifty
from pyoxigraph import Triple
from rdflib import RDF, SH, Graph, Literal, URIRef, Variable
from rdflib.term import Node

from kg import terms
from kg.validation import engine_pyshifty
from kg.validation.engine_pyshacl import memory_graph
from kg.validation.paths import read_path
from kg.validation.report import Report
from kg.validation.shapes import ARTICLE, GRAPH, SHAPES, WHOLE, ShapeSet
from tests.validation.conftest import CASES, ENGINES, Case, judged, rows, triples
from tools import generate_shape_vocabularies as vocabularies

Validate = Callable[[Iterable[Triple], ShapeSet], Report]

NS = "https://w3id.org/aed/shapes#"
AED = "https://w3id.org/aed#"
SETS = (ARTICLE, GRAPH, WHOLE)
FILES = {path.stem: Graph().parse(path) for path in SHAPES.glob("*.ttl") if path.stem != "ontology"}
ALL = Graph()
for part in FILES.values():
    ALL += part

COMPONENTS = {
    "class": "Class",
    "datatype": "Datatype",
    "disjoint": "Disjoint",
    "equals": "Equals",
    "hasValue": "HasValue",
    "in": "In",
    "lessThan": "LessThan",
    "lessThanOrEquals": "LessThanOrEquals",
    "maxCount": "MaxCount",
    "maxInclusive": "MaxInclusive",
    "minCount": "MinCount",
    "minInclusive": "MinInclusive",
    "minLength": "MinLength",
    "node": "Node",
    "nodeKind": "NodeKind",
    "not": "Not",
    "or": "Or",
    "pattern": "Pattern",
    "qualifiedMaxCount": "QualifiedMaxCount",
    "qualifiedMinCount": "QualifiedMinCount",
    "sparql": "SPARQL",
}
NOT_CONSTRAINTS = {
    "message",
    "path",
    "property",
    "qualifiedValueShape",
    "severity",
    "targetClass",
    "targetObjectsOf",
    "targetSubjectsOf",
}

VALUES = {
    "OccurrenceClaim": set(),
    "AttackerClaim": {"attacker"},
    "TargetClaim": {"target", "targetNature"},
    "DamageClaim": {"damage"},
    "CasualtyClaim": {"figure"},
    "WeaponClaim": {"weapon"},
    "PlaceClaim": {"place"},
    "TimeClaim": {"earliest", "latest"},
    "IntentClaim": {"intent"},
    "LawfulnessClaim": {"lawfulness"},
    "EvidenceClaim": {"evidence"},
    "CredibilityClaim": {"credibility"},
    "ContextClaim": {"proposition"},
}


def judging() -> list[URIRef]:
    """The shapes that a report may name: those with a severity."""
    return sorted(node for node in set(ALL.subjects(SH.severity)) if isinstance(node, URIRef))


def local(node: Node) -> str:
    return str(node).removeprefix(NS)


def constraints(shape: Node) -> set[str]:
    """The components of a shape's constraints."""
    names = {str(predicate).removeprefix(str(SH)) for predicate in ALL.predicates(shape) if predicate != RDF.type}
    assert names - NOT_CONSTRAINTS <= COMPONENTS.keys(), shape
    return {f"{COMPONENTS[name]}ConstraintComponent" for name in names - NOT_CONSTRAINTS}


# --- The examples


@pytest.mark.parametrize("engine", ENGINES)
def test_what_should_conform_does(case: Case, engine: str) -> None:
    assert rows(judged(engine, case, "pass")) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_what_should_fail_gives_the_expected_report(case: Case, engine: str) -> None:
    assert rows(judged(engine, case, "fail")) == case.expected


def test_both_engines_say_the_same_of_what_fails(case: Case) -> None:
    one, other = (judged(engine, case, "fail") for engine in ENGINES)
    assert [(r.key, r.message, r.severity) for r in one.results] == [(r.key, r.message, r.severity) for r in other.results]


def test_a_node_named_after_a_shape_breaks_it(case: Case) -> None:
    names = {local(shape) for shape in judging()}
    broken = {(focus, shape) for shape, _, focus, _, _ in case.expected}
    for triple in triples(case.path("fail.ttl")):
        name = re.sub(r"\..*", "", str(triple.subject).removesuffix(">").rpartition("/id/")[2])
        if name in names:
            assert (str(triple.subject), f"<{NS}{name}>") in broken


def test_every_constraint_of_every_shape_is_broken_by_an_example(cases: list[Case]) -> None:
    broken = {(shape, component) for case in cases for shape, component, *_ in case.expected}
    wanted = {(f"<{shape}>", f"<{SH}{component}>") for shape in judging() for component in constraints(shape)}
    assert wanted - broken == set()
    assert {shape for shape, _ in broken} == {f"<{shape}>" for shape in judging() if constraints(shape)}


def test_every_shape_is_met_by_an_example_that_conforms() -> None:
    passing = {one: memory_graph(t for case in CASES if case.shapes == one for t in case.data("pass")) for one in (ARTICLE, WHOLE)}
    met = {
        shape for one, graph in passing.items() for shape in judging() if (shape, None, None) in one.graph and _meets(graph, shape)
    }
    unmet = {local(shape) for shape in judging() if shape not in met}
    assert unmet == {"Inferred-notAsserted", "Role-notAsserted"}, "these two forbid whatever they target"


def _meets(graph: Graph, shape: URIRef) -> bool:
    """Whether the shape finds a node to judge there, and a value on its path unless it forbids one."""
    path, owners = ALL.value(shape, SH.path), [*ALL.subjects(SH.property, shape), shape]
    found = {node for owner in owners for node in _targets(graph, owner)}
    if path is None or (shape, SH.maxCount, Literal(0)) in ALL:
        return bool(found)
    answers = graph.query(f"SELECT ?focus {{ ?focus {read_path(ALL, path)} ?value }}")
    return any(row.get(Variable("focus")) in found for row in answers.bindings)


def _targets(graph: Graph, shape: Node) -> Iterator[Node]:
    for target in ALL.objects(shape, SH.targetClass):
        yield from graph.subjects(RDF.type, target)
    for target in ALL.objects(shape, SH.targetSubjectsOf):
        yield from graph.subjects(target)
    for target in ALL.objects(shape, SH.targetObjectsOf):
        yield from graph.objects(predicate=target)


def test_the_base_alone_conforms(base: list[Triple], engine: Validate) -> None:
    assert engine(base, ARTICLE).conforms
    assert engine(base, WHOLE).conforms


# --- The shapes themselves


def test_each_result_names_an_iri_and_says_how_to_mend_it() -> None:
    for shape in judging():
        assert list(ALL.objects(shape, SH.severity)) == [SH.Violation]
        if constraints(shape) == {"SPARQLConstraintComponent"}:
            (query,) = ALL.objects(shape, SH.sparql)
            assert isinstance(query, URIRef)
            assert not list(ALL.objects(shape, SH.message))
            messages = list(ALL.objects(query, SH.message))
        else:
            messages = list(ALL.objects(shape, SH.message))
        assert len(messages) == (1 if constraints(shape) else 0), shape
        assert all(str(message).endswith(".") for message in messages)


def test_whatever_judges_has_an_iri_and_a_severity() -> None:
    targeted = set(ALL.subjects(SH.targetClass)) | set(ALL.subjects(SH.targetSubjectsOf)) | set(ALL.subjects(SH.targetObjectsOf))
    for shape in targeted:
        assert isinstance(shape, URIRef)
        assert not constraints(shape) or shape in judging(), shape
        for inner in ALL.objects(shape, SH.property):
            assert inner in judging()


def test_every_shape_is_used() -> None:
    targeted = set(ALL.subjects(SH.targetClass)) | set(ALL.subjects(SH.targetSubjectsOf)) | set(ALL.subjects(SH.targetObjectsOf))
    shapes = {
        node for kind in (SH.NodeShape, SH.PropertyShape) for node in ALL.subjects(RDF.type, kind) if isinstance(node, URIRef)
    }
    assert {local(shape) for shape in shapes - targeted if not list(ALL.subjects(object=shape))} == set()


def test_a_shape_is_defined_in_one_file() -> None:
    defined = [
        node for graph in FILES.values() for kind in (SH.NodeShape, SH.PropertyShape) for node in graph.subjects(RDF.type, kind)
    ]
    assert len(defined) == len(set(defined))


@pytest.mark.parametrize("name", sorted(FILES))
def test_each_file_declares_a_namespace_once_and_names_its_own_prefixes(name: str) -> None:
    graph = FILES[name]
    declared = [str(graph.value(node, SH.namespace)) for node in graph.objects(predicate=SH.declare)]
    assert len(declared) == len(set(declared))
    assert set(graph.objects(predicate=SH.prefixes)) <= {URIRef(f"https://w3id.org/aed/shapes/{name}")}


def test_every_term_is_one_of_the_ontology() -> None:
    used = {
        str(node).removeprefix(AED) for triple in ALL for node in triple if isinstance(node, URIRef) and str(node).startswith(AED)
    }
    used |= {name for query in ALL.objects(predicate=SH.select) for name in re.findall(r"aed:(\w+)", str(query))}
    assert {name for name in used if not hasattr(terms.AED, name)} == set()


def test_no_query_reaches_out_or_breaks_the_rules_of_prebinding() -> None:
    for query in ALL.objects(predicate=SH.select):
        assert not re.search(r"\b(SERVICE|FROM|GRAPH|VALUES|MINUS)\b", str(query), re.IGNORECASE)


def test_the_shapes_are_shapes_by_the_standard() -> None:
    judge = shifty.PreparedValidator((Path(pyshacl.__file__).parent / "assets" / "shacl-shacl.ttl").read_bytes())
    for one in SETS:
        assert judge.validate_algebra(one.turtle, graph_mode="data", infer=False).conforms
        broken = one.turtle.replace(b"sh:minCount 1 ;", b"sh:minCount 'one' ;")
        assert not judge.validate_algebra(broken, graph_mode="data", infer=False).conforms


def test_the_fast_engine_understands_every_shape() -> None:
    for one in SETS:
        assert engine_pyshifty._compiled(one).diagnostics == []


# --- The closed vocabularies


def test_the_closed_vocabularies_are_those_of_the_ontology() -> None:
    assert vocabularies.VOCABULARIES.read_text(encoding="utf-8") == vocabularies.turtle()
    assert vocabularies.main(["--check"]) == 0
    listed = {name for name, value in vars(terms).items() if get_args(value) and name[0].isupper()}
    assert listed == {*vocabularies.CLASSES, *vocabularies.CONCEPTS}


def test_a_changed_vocabulary_is_noticed_and_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "vocabularies.ttl"
    path.write_text(vocabularies.turtle().replace("aed:killed ", ""), encoding="utf-8")
    monkeypatch.setattr(vocabularies, "VOCABULARIES", path)
    assert vocabularies.main(["--check"]) == 1
    assert vocabularies.main([]) == 0
    assert vocabularies.main(["--check"]) == 0


def _targeted(name: str) -> set[str]:
    return {str(target).removeprefix(AED) for target in ALL.objects(URIRef(NS + name), SH.targetClass)}


def test_classes_that_are_named_one_by_one_are_all_named() -> None:
    claims, kinds = set(get_args(terms.ComponentKind)), {"Statement", "Assertion", "Denial", "Acknowledgement", "NonResponse"}
    assert VALUES.keys() == claims
    assert _targeted("Claim") == claims | {"Claim"}
    assert _targeted("Statement") == kinds
    assert _targeted("MostSpecific") == claims | kinds | {"Claim", "Figure", "Scope"}
    assert claims - _targeted("EventClaim") == {"EvidenceClaim", "CredibilityClaim", "ContextClaim"}


@pytest.mark.parametrize("kind", sorted(VALUES))
def test_a_claim_forbids_the_values_of_all_other_classes(kind: str) -> None:
    path = ALL.value(URIRef(f"{NS}{kind}-noOtherValue"), SH.path)
    assert path is not None
    forbidden = {str(part.predicate)[1:-1].removeprefix(AED) for part in read_path(ALL, path).parts}
    assert forbidden == set().union(*VALUES.values()) - VALUES[kind]
