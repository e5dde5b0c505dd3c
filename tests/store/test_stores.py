"""What every store does: the same tests over a store in memory, one on disk and a SPARQL server."""

import io

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Triple
from pyoxigraph import Store as Engine

from kg.errors import LimitReached, UsageError
from kg.settings import Settings
from kg.store.base import OUTSIDE, Solutions, Store
from kg.store.embedded import EmbeddedStore
from kg.store.remote import RemoteStore

EX = "https://example.org/"
A, B = NamedNode(EX + "graph/a"), NamedNode(EX + "graph/b")
ONTOLOGY = NamedNode("https://w3id.org/aed")
KILLED = NamedNode(EX + "killed")


def term(name: str) -> NamedNode:
    return NamedNode(EX + name)


def quad(subject: str, value: NamedNode | Literal, graph: NamedNode, predicate: NamedNode = KILLED) -> Quad:
    return Quad(term(subject), predicate, value, graph)


STRIKE = quad("strike", Literal(23), A)
SAME_ELSEWHERE = quad("strike", Literal(23), B)
OTHER = quad("raid", Literal(4), B)
SUM = f"SELECT (SUM(?n) AS ?sum) WHERE {{ ?event <{KILLED.value}> ?n }}"


def test_a_triple_said_twice_counts_once(store: Store) -> None:
    store.add([STRIKE, SAME_ELSEWHERE, OTHER])
    assert store.select(SUM).rows == ((Literal(27),),)
    assert (store.count(), store.count(A), store.count(B), store.count(term("none"))) == (2, 1, 2, 0)


def test_the_union_as_default_graph_counts_it_twice() -> None:
    """Why the default graph is written and not made by union: the engine sums a triple once for each graph that holds it."""
    engine = Engine()
    engine.extend([STRIKE, SAME_ELSEWHERE, OTHER])
    union = engine.query(SUM, use_default_graph_as_union=True)
    assert isinstance(union, QuerySolutions)
    assert next(union)["sum"] == Literal(23 + 23 + 4)
    with EmbeddedStore.memory() as ours:
        ours.add([STRIKE, SAME_ELSEWHERE, OTHER])
        assert ours.select(SUM).rows == ((Literal(23 + 4),),)


def test_who_says_it_is_asked_of_the_graphs(store: Store) -> None:
    store.add([STRIKE, SAME_ELSEWHERE])
    answer = store.select(f"SELECT ?graph WHERE {{ GRAPH ?graph {{ ?event <{KILLED.value}> 23 }} }} ORDER BY ?graph")
    assert answer == Solutions(("graph",), ((A,), (B,)))


def test_the_ontology_stands_outside_the_default_graph(store: Store) -> None:
    store.add([quad("Strike", Literal("a strike"), ONTOLOGY), STRIKE])
    assert frozenset({ONTOLOGY}) == OUTSIDE
    assert (store.count(), store.count(ONTOLOGY)) == (1, 1)
    assert store.named_graphs() == (A, ONTOLOGY)
    assert store.remove_graph(ONTOLOGY) == 0
    assert (store.count(), store.named_graphs()) == (1, (A,))


def test_adding_again_changes_nothing(store: Store) -> None:
    store.add([STRIKE, OTHER])
    store.add([STRIKE])
    assert (store.count(), store.count(A)) == (2, 1)


def test_a_quad_without_a_graph_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="without a named graph"):
        store.add([Quad(term("strike"), KILLED, Literal(1))])
    assert store.count() == 0


def test_removing_a_graph_leaves_what_others_say(store: Store) -> None:
    store.add([STRIKE, SAME_ELSEWHERE, OTHER])
    assert store.remove_graph(A) == 0
    assert store.count() == 2
    assert store.remove_graph(B) == 2
    assert (store.count(), store.named_graphs()) == (0, ())


def test_removing_a_graph_takes_what_it_alone_says(store: Store) -> None:
    store.add([STRIKE, OTHER])
    assert store.only_in(A) == (STRIKE.triple,)
    assert store.remove_graph(A) == 1
    assert list(store.quads()) == [OTHER]
    assert store.construct("CONSTRUCT WHERE { ?s ?p ?o }") == (OTHER.triple,)


def test_what_only_the_ontology_says_too_is_taken(store: Store) -> None:
    store.add([STRIKE, quad("strike", Literal(23), ONTOLOGY)])
    assert store.remove_graph(A) == 1
    assert store.count() == 0


def test_removing_a_graph_that_is_not_there(store: Store) -> None:
    store.add([STRIKE])
    assert store.remove_graph(B) == 0
    assert store.count() == 1


def test_terms_come_back_as_they_were(store: Store) -> None:
    values = [
        Literal('«quoted» "words"\n\\ and a\u00a0no-break space'), Literal("Алеппо", language="ru"), Literal(True), Literal(23),
        Literal("2016-05-31", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")), term("é"),
        Literal("\x01\x7f\ufffe"), Literal(""),
    ]  # fmt: skip
    store.add([quad("strike", value, A) for value in values])
    assert {row[0] for row in store.select("SELECT ?o WHERE { ?s ?p ?o }").rows} == set(values)
    assert {one.object for one in store.quads(A)} == set(values)


def test_the_four_forms_of_a_query(store: Store) -> None:
    store.add([STRIKE])
    unbound = store.select(f"SELECT ?s ?none WHERE {{ ?s <{KILLED.value}> 23 }}")
    assert unbound == Solutions(("s", "none"), ((term("strike"), None),))
    assert list(unbound.mappings()) == [{"s": term("strike"), "none": None}]
    assert store.ask("ASK { ?s ?p 23 }") is True
    assert store.ask("ASK { ?s ?p 24 }") is False
    assert store.construct("CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o . FILTER(isIRI(?o)) }") == ()
    assert store.construct(f"DESCRIBE <{EX}strike>") == (STRIKE.triple,)


def test_an_answer_of_another_form_is_said(store: Store) -> None:
    with pytest.raises(UsageError, match="SELECT"):
        store.select("ASK {}")
    with pytest.raises(UsageError, match="ASK"):
        store.ask("SELECT * {}")
    with pytest.raises(UsageError, match="CONSTRUCT"):
        store.construct("ASK {}")


def test_no_rows_keep_their_columns(store: Store) -> None:
    assert store.select("SELECT ?b ?a WHERE { ?a ?p ?b }") == Solutions(("b", "a"), ())


def test_the_prefixes_of_the_project_are_known(store: Store) -> None:
    aed = NamedNode("https://w3id.org/aed#denies")
    store.add([quad("denial", term("claim"), A, aed)])
    assert store.ask("ASK { ?denial aed:denies ?claim }")
    assert not store.ask(f"PREFIX aed: <{EX}> ASK {{ ?denial aed:denies ?claim }}")


def test_a_parameter_is_its_value_wherever_it_stands(store: Store) -> None:
    store.add([STRIKE, OTHER])
    query = """
        # $event in a comment, "$event" in a string and <https://example.org/$event> in an IRI stay as they are
        SELECT ("$event" AS ?said) ?n WHERE {
          { SELECT ?n WHERE { $event ?p ?n FILTER EXISTS { $event ?p ?any } FILTER(?n >= $least) } }
          FILTER(<https://example.org/$event> != $event)
        }"""
    answer = store.select(query, {"event": term("strike"), "least": Literal(5)})
    assert answer.rows == ((Literal("$event"), Literal(23)),)


HOSTILE = '\\" } SERVICE <http://127.0.0.1:9/> { # \n\'""" \\'


def test_a_value_stays_a_value(store: Store) -> None:
    store.add([quad("note", Literal(HOSTILE), A)])
    assert store.select("SELECT ?s WHERE { ?s ?p $text }", {"text": Literal(HOSTILE)}).rows == ((term("note"),),)


def test_a_value_without_its_parameter_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match=r"no parameter \$event"):
        store.query("ASK { ?event ?p ?o }", {"event": term("strike")})


@pytest.mark.parametrize(
    "text",
    [
        "", "SELECT", "ASK { ?s ?p }", "ASK {} extra",
        "INSERT DATA { <a:a> <a:a> <a:a> }", "CLEAR ALL", "DROP DEFAULT", "DELETE WHERE { ?s ?p ?o }", "LOAD <http://127.0.0.1:9/>",
    ],
)  # fmt: skip
def test_what_is_no_query_changes_nothing(store: Store, text: str) -> None:
    store.add([STRIKE])
    with pytest.raises(UsageError):
        store.query(text)
    assert list(store.quads()) == [STRIKE]


def test_limits(store: Store) -> None:
    nested = "ASK " + "{" * 129 + "}" * 129
    with pytest.raises(LimitReached, match="nests 129 deep, more than 128"):
        store.query(nested)
    with pytest.raises(LimitReached, match="65,537 bytes, more than 65,536"):
        store.query("ASK {}" + " " * 65_531)
    assert store.ask("ASK " + "{" * 128 + "}" * 128)
    assert store.ask("ASK {}" + " " * 65_530)


def test_a_query_asks_only_stored_graphs(store: Store, canary: tuple[str, list[str]]) -> None:
    store.add([STRIKE, OTHER])
    assert store.select(f"SELECT ?s FROM <{A.value}> WHERE {{ ?s ?p ?o }}").rows == ((term("strike"),),)
    called, calls = canary
    for address in (called, "file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/turtle,%3Ca:a%3E%20a%20%3Ca:a%3E."):
        assert store.select(f"SELECT ?s FROM <{address}> WHERE {{ ?s ?p ?o }}").rows == ()
        assert store.select(f"SELECT ?s FROM NAMED <{address}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}").rows == ()
    assert calls == []


CALLS = [
    "SERVICE <{0}> {{ ?s ?p ?o }}",
    "service<{0}>{{}}",
    "SeRvIcE SILENT <{0}> {{}}",
    "SERVICE x: {{}}",
    "SERVICE\n#\n<{0}> {{}}",
    "# \rSERVICE <{0}> {{}}",
    "\\u0053ERVICE <{0}> {{}}",
    "{{ SELECT * {{ SERVICE <{0}> {{}} }} }}",
    "FILTER EXISTS {{ SERVICE <{0}> {{}} }}",
    "OPTIONAL {{ GRAPH ?g {{ SERVICE <{0}> {{}} }} }}",
    "VALUES ?u {{ <{0}> }} SERVICE ?u {{}}",
    "?s ?p trueSERVICE <{0}> {{}}",
    "?s x:a\\# x:b SERVICE <{0}> {{}}",
    "?s <{0}\\u0041#> ?o SERVICE <{0}> {{}}",
    "FILTER(?a<?b)SERVICE#>\n<{0}> {{}}",
    "FILTER(<a:b><?s)SERVICE#>\n<{0}> {{}}",
    'VALUES ?x {{"""a" }} SERVICE <{0}> {{}} #\\z"""\n',
]
FORMS = ["SELECT * {{ {} }}", "ASK {{ {} }}", "CONSTRUCT {{}} WHERE {{ {} }}", "DESCRIBE ?s {{ {} }}"]


@pytest.mark.parametrize("call", CALLS)
def test_no_query_calls_another_server(store: Store, canary: tuple[str, list[str]], call: str) -> None:
    address, calls = canary
    for form in FORMS:
        with pytest.raises(UsageError, match="SERVICE is not answered"):
            store.query(f"PREFIX x: <{address}> " + form.format(call.format(address)))
    assert calls == []


def test_what_is_written_out_is_read_back(store: Store) -> None:
    quads = [STRIKE, SAME_ELSEWHERE, OTHER, quad("Strike", Literal("a strike"), ONTOLOGY)]
    store.add(quads)
    output = io.BytesIO()
    store.dump(output)
    with EmbeddedStore.memory() as copy:
        engine = Engine()
        engine.load(output.getvalue(), format=RdfFormat.N_QUADS)
        copy.add(list(engine))
        assert sorted(map(str, copy.quads())) == sorted(map(str, quads)) == sorted(map(str, store.quads()))
        assert copy.count() == store.count() == 2


def test_one_graph_alone(store: Store) -> None:
    store.add([STRIKE, OTHER])
    assert list(store.quads(A)) == [STRIKE]
    assert list(store.quads(term("none"))) == []


def test_a_triple_is_frozen_and_hashable(store: Store) -> None:
    store.add([STRIKE])
    assert set(store.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == {Triple(term("strike"), KILLED, Literal(23))}


def test_remote_limits_come_from_the_settings(endpoint: str) -> None:
    settings = Settings(endpoint_query=f"{endpoint}/query", endpoint_graphs=f"{endpoint}/store", query_bytes=10)
    with RemoteStore(settings) as store, pytest.raises(LimitReached, match="more than 10"):
        store.query("ASK { ?s ?p ?o }")
