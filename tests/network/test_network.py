"""The edges of the fixture, each derived by hand from its statements."""

import pytest
from pyoxigraph import NamedNode, Quad, Store

from kg.network.network import Network, build_network, of_kinds, of_principals

from .conftest import AED, BASE, selecting, triple

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

Edge = tuple[str, str, str]

EDGES: dict[str, set[Edge]] = {
    "accuses": {
        ("activists-1a2b3c4d", "russia", "s01"),
        ("publisher-1a2b3c4d", "russia", "s02"),
        ("publisher-1a2b3c4d", "syrian-government", "s02"),
        ("syrian-network-for-human-rights", "russia", "t01"),
        ("syrian-network-for-human-rights", "syrian-government", "t01"),
        ("medecins-sans-frontieres", "russia", "t02"),
        ("turkey", "russia", "t03"),
        ("syrian-ambassador-moscow", "us-led-coalition", "t06"),
        ("syrian-network-for-human-rights", "us-led-coalition", "t12"),
        ("amnesty-international", "russia", "t15"),
    },
    "deniesTo": {
        ("igor-konashenkov", "activists-1a2b3c4d", "s03"),
        ("igor-konashenkov", "publisher-1a2b3c4d", "s03"),
        ("dmitry-peskov", "medecins-sans-frontieres", "t04"),
        ("us-led-coalition", "syrian-ambassador-moscow", "t07"),
        ("russia", "syrian-network-for-human-rights", "t09"),
        ("russia", "turkey", "t09"),
        ("igor-konashenkov", "turkey", "t10"),
    },
    "discredits": {
        ("bellingcat", "russia", "s04"),
        ("russia", "syrian-network-for-human-rights", "t09"),
        ("tass", "syrian-network-for-human-rights", "t17"),
        ("tass", "turkey", "t17"),
    },
    "counterAccuses": {("igor-konashenkov", "turkey", "t10")},
    "acknowledges": {("us-led-coalition", "syrian-network-for-human-rights", "t11")},
    "silentTo": {("russian-defence-ministry", "amnesty-international", "t14")},
    "cites": {
        ("agence-france-presse", "rami-abdel-rahman", "s06"),
        ("dmitry-peskov", "syrian-ambassador-moscow", "t06"),
        ("syrian-network-for-human-rights", "russia", "t09"),
        ("syrian-network-for-human-rights", "us-led-coalition", "t11"),
    },
    "speaksFor": {
        ("igor-konashenkov", "russian-defence-ministry", ""),
        ("igor-konashenkov", "russian-defence-ministry", "s03"),
        ("igor-konashenkov", "russian-defence-ministry", "t10"),
        ("dmitry-peskov", "kremlin", ""),
        ("dmitry-peskov", "kremlin", "t04"),
        ("dmitry-peskov", "kremlin", "t13"),
        ("rami-abdel-rahman", "syrian-observatory-for-human-rights", ""),
        ("rami-abdel-rahman", "syrian-observatory-for-human-rights", "s06"),
        ("syrian-ambassador-moscow", "syrian-government", ""),
    },
    "reports": {
        ("publisher-1a2b3c4d", "activists-1a2b3c4d", "s01"),
        ("publisher-1a2b3c4d", "igor-konashenkov", "s03"),
        ("publisher-1a2b3c4d", "bellingcat", "s04"),
        ("publisher-1a2b3c4d", "agence-france-presse", "s05"),
        ("cnsnews", "syrian-network-for-human-rights", "t01"),
        ("cnsnews", "medecins-sans-frontieres", "t02"),
        ("cnsnews", "turkey", "t03"),
        ("cnsnews", "dmitry-peskov", "t04"),
        ("cnsnews", "dmitry-peskov", "t05"),
        ("cnsnews", "us-led-coalition", "t07"),
        ("cnsnews", "syrian-network-for-human-rights", "t08"),
        ("cnsnews", "igor-konashenkov", "t10"),
        ("cnsnews", "syrian-network-for-human-rights", "t12"),
        ("cnsnews", "dmitry-peskov", "t13"),
        ("cnsnews", "russian-defence-ministry", "t14"),
        ("cnsnews", "amnesty-international", "t15"),
        ("cnsnews", "tass", "t17"),
    },
}


def short(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def edges(network: Network, kind: str) -> list[Edge]:
    return [
        (short(source), short(target), short(data["statement"]))
        for source, target, data in network.edges(data=True)
        if data["kind"] == kind
    ]


def edge(network: Network, kind: str, source: str, target: str) -> dict[str, str | bool]:
    found = network.get_edge_data(f"{BASE}actor/{source}", f"{BASE}actor/{target}").values()
    (one,) = [data for data in found if data["kind"] == kind]
    return dict(one)


@pytest.mark.parametrize("kind", EDGES)
def test_the_edges_are_those_that_the_statements_make(network: Network, kind: str) -> None:
    found = edges(network, kind)
    assert set(found) == EDGES[kind]
    assert len(found) == len(EDGES[kind])


def test_an_actor_that_says_nothing_and_is_not_spoken_of_is_left_out(network: Network) -> None:
    assert f"{BASE}actor/jeff-davis" not in network
    assert f"{BASE}actor/kremlin" in network


def test_a_denial_bears_its_words_and_what_it_answers(network: Network) -> None:
    denial = edge(network, "deniesTo", "igor-konashenkov", "activists-1a2b3c4d")
    assert denial["stance"] == "denies"
    assert denial["quote"] == "Russian aviation did not carry out any military operations, still less airstrikes, in Idlib province"
    assert str(denial["says"]).splitlines() == [
        "denies all of: any military operations, still less airstrikes, in Idlib province",
        "denies: attacker of strike on Idlib National Hospital: Russia",
    ]
    assert denial["form"] == "no such event; not our act"
    assert (denial["date"], denial["published"]) == ("2016-05-31", "2016-05-31")
    assert denial["answers"] == f"{BASE}statement/s01"
    assert str(denial["answered"]).startswith("activists asserts: “Russian airstrikes")
    assert (denial["speaker"], denial["reporter"]) == ("Igor Konashenkov", "publisher of article 001")
    assert denial["title"] == "Idlib hospital destroyed in Syria airstrike"


def test_a_denial_is_blanket_towards_those_whom_only_its_scope_meets(network: Network) -> None:
    assert edge(network, "deniesTo", "igor-konashenkov", "activists-1a2b3c4d")["blanket"] is False
    assert edge(network, "deniesTo", "igor-konashenkov", "publisher-1a2b3c4d")["blanket"] is True
    assert edge(network, "deniesTo", "us-led-coalition", "syrian-ambassador-moscow")["basis"] == "denies respondsTo"


def test_an_accusation_tells_whether_the_attacker_is_named_alone(network: Network) -> None:
    named = {(source, target): edge(network, "accuses", source, target)["responsibility"] for source, target, _ in EDGES["accuses"]}
    assert named["publisher-1a2b3c4d", "syrian-government"] == "alternative"
    assert named["syrian-network-for-human-rights", "russia"] == "joint"
    assert named["turkey", "russia"] == "sole"
    assert named["medecins-sans-frontieres", "russia"] == ""


def test_a_denial_reported_by_the_accuser_names_the_reporter(network: Network) -> None:
    denial = edge(network, "deniesTo", "russia", "turkey")
    assert denial["reporter"] == "Syrian Network for Human Rights"
    assert denial["publisher"] == "CNSNews.com"
    assert denial["published"] == "2016-02-16/2016-02-18"
    assert denial["date"] == ""


def test_no_claim_that_a_statement_denies_makes_an_accusation(store: Store) -> None:
    store.add(triple("statement/s03", "asserts", "claim/c1"))
    store.remove(triple("statement/s03", "onBehalfOf", "actor/russian-defence-ministry"))
    store.remove(triple("statement/s03", "saidBy", "actor/igor-konashenkov"))
    store.add(triple("statement/s03", "saidBy", "actor/turkey"))
    assert ("turkey", "russia", "s03") not in edges(build_network(selecting(store)), "accuses")
    store.remove(triple("statement/s03", "denies", "claim/c1"))
    assert ("turkey", "russia", "s03") in edges(build_network(selecting(store)), "accuses")


def test_every_edge_with_a_denial_behind_it_says_that_it_denies(network: Network) -> None:
    denials = {"s03", "t04", "t07", "t09", "t10"}
    behind = [data for _, _, data in network.edges(data=True) if short(data["statement"]) in denials]
    assert {data["kind"] for data in behind} == {"deniesTo", "discredits", "counterAccuses", "cites", "speaksFor", "reports"}
    assert {data["stance"] for data in behind} == {"denies"}
    assert all("denies" in line.split(":")[0] for data in behind for line in data["says"].splitlines() if "Forces" not in line)


def test_an_answer_without_a_shared_claim_is_a_denial_too(store: Store) -> None:
    store.remove(triple("statement/t07", "denies", "claim/d3"))
    one = edge(build_network(selecting(store)), "deniesTo", "us-led-coalition", "syrian-ambassador-moscow")
    assert (one["basis"], one["blanket"]) == ("respondsTo", False)


def test_an_accusation_aimed_at_someone_is_a_counter_accusation(store: Store) -> None:
    store.add(triple("statement/t06", "against", "actor/us-led-coalition"))
    network = build_network(selecting(store))
    assert ("syrian-ambassador-moscow", "us-led-coalition", "t06") in edges(network, "counterAccuses")
    assert ("syrian-ambassador-moscow", "us-led-coalition", "t06") not in edges(network, "discredits")


def test_a_charge_against_a_statement_discredits_its_speaker(store: Store) -> None:
    store.remove(triple("claim/d7", "aboutActor", "actor/syrian-network-for-human-rights"))
    store.add(triple("claim/d7", "aboutStatement", "statement/t15"))
    assert ("tass", "amnesty-international", "t17") in edges(build_network(selecting(store)), "discredits")


def test_each_side_of_an_own_act_counts_as_one(store: Store) -> None:
    store.remove(triple("actor/russian-armed-forces", "partOfActor", "actor/russia"))
    assert ("igor-konashenkov", "russian-armed-forces", "t10") in edges(build_network(selecting(store)), "accuses")


def test_nodes_bear_kind_shape_side_and_counts(network: Network) -> None:
    spokesman = network.nodes[f"{BASE}actor/igor-konashenkov"]
    assert (spokesman["kind"], spokesman["shape"], spokesman["party"]) == ("person", "person", True)
    assert spokesman["principal"] == f"{BASE}actor/russia"
    assert (spokesman["statements"], spokesman["denials"]) == (2, 2)
    monitor = network.nodes[f"{BASE}actor/syrian-network-for-human-rights"]
    assert (monitor["kind"], monitor["shape"], monitor["party"]) == ("monitoring group", "organisation", False)
    agency = network.nodes[f"{BASE}actor/tass"]
    assert (agency["party"], agency["principal"]) == (True, f"{BASE}actor/tass")
    assert network.nodes[f"{BASE}actor/russian-defence-ministry"]["silences"] == 1
    assert network.nodes[f"{BASE}actor/us-led-coalition"]["acknowledgements"] == 1


def test_an_actor_of_whom_nothing_is_known_is_a_node_by_its_name(store: Store) -> None:
    store.add(triple("statement/s01", "saidBy", "actor/nobody-known"))
    node = build_network(selecting(store)).nodes[f"{BASE}actor/nobody-known"]
    assert (node["label"], node["kind"], node["shape"]) == ("nobody-known", "actor", "organisation")


def test_the_order_is_that_of_the_names_not_of_the_store(network: Network, store: Store) -> None:
    reverse = Store()
    reverse.extend(sorted(store, key=str, reverse=True))
    again = build_network(selecting(reverse))
    assert list(again.nodes(data=True)) == list(network.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(network.edges(keys=True, data=True))


def test_an_empty_graph_makes_an_empty_network() -> None:
    assert len(build_network(selecting(Store()))) == 0


def test_the_network_of_some_kinds_keeps_all_actors(network: Network) -> None:
    part = of_kinds(network, {"accuses"})
    assert list(part) == list(network)
    assert part.number_of_edges() == len(EDGES["accuses"])


def test_principals_stand_for_their_bodies_and_spokesmen(network: Network) -> None:
    merged = of_principals(network)
    names = {short(node) for node in merged}
    assert not names & {"igor-konashenkov", "dmitry-peskov", "kremlin", "russian-defence-ministry", "rami-abdel-rahman"}
    assert {"russia", "tass", "syrian-observatory-for-human-rights", "syrian-government"} <= names
    assert ("russia", "activists-1a2b3c4d", "s03") in edges(merged, "deniesTo")
    assert ("syrian-government", "us-led-coalition", "t06") in edges(merged, "accuses")
    assert not edges(merged, "speaksFor")


@pytest.mark.parametrize("concept", ["TerritorialChange", "Deployment", "Agreement", "PublicAct"])
def test_taking_a_village_is_no_accusation(store: Store, concept: str) -> None:
    store.add(Quad(NamedNode(f"{BASE}event/idlib"), RDF_TYPE, NamedNode(AED + concept)))
    assert ("activists-1a2b3c4d", "russia", "s01") not in edges(build_network(selecting(store)), "accuses")
