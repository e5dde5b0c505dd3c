"""Identifiers follow from what is said, and from nothing else: not from labels, notes, ids, or the order of the file."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.annotation.reading import read_annotation, read_assessments
from kg.graph.articles import article_quads
from kg.graph.reference import assessment_quads, reference_quads
from kg.identifiers import DEFAULT_BASE, Minter
from kg.reference.reading import Reference, read_reference
from kg.terms import AED, DCTERMS, PROV, RDF, RDFS

GOLDEN = Path(__file__).parent / "golden"
MARKET = (GOLDEN / "market.yaml").read_text(encoding="utf-8")

Convert = Callable[[str], list[Quad]]

TEXT = "Ten died. The army denies it. Ten died, the army says."
HEAD = f"""\
article:
  file: text.txt
  sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
  title: Ten died
  published: 2031-05-12
annotation: {{by: A. Person, on: 2031-06-01}}
actors:
  army: {{kind: ArmedForce, label: the army}}
  navy: {{kind: ArmedForce, label: the navy}}
sites:
  market: {{kind: Market, label: a market}}
events:
  strike: {{kind: AirStrike, label: the strike}}
  raid: {{kind: GroundAttack, label: the raid}}
statements:
"""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(GOLDEN / "reference")


@pytest.fixture
def convert(tmp_path: Path, reference: Reference) -> Convert:
    """The quads of an annotation; what does not begin with a block of its own is the statements of a small article."""
    (tmp_path / "market.txt").write_bytes((GOLDEN / "market.txt").read_bytes())
    (tmp_path / "text.txt").write_bytes(TEXT.encode())

    def quads(text: str) -> list[Quad]:
        path = tmp_path / "a.yaml"
        path.write_text(HEAD + text if text.startswith("  -") else text, encoding="utf-8")
        return article_quads(read_annotation(path, reference.known), reference, Minter())

    return quads


def _identifiers(quads: list[Quad]) -> set[str]:
    terms = (term for quad in quads for term in (quad.subject, quad.object, quad.graph_name))
    return {term.value for term in terms if isinstance(term, NamedNode) and term.value.startswith(DEFAULT_BASE)}


def _claims(quads: list[Quad]) -> list[str]:
    """The claims, in the order in which the statements take a stance on them."""
    stances = (AED.asserts, AED.denies, AED.acknowledges, AED.silentOn)
    return [quad.object.value for quad in quads if quad.predicate in stances and isinstance(quad.object, NamedNode)]


def _claim(convert: Convert, claim: str) -> str:
    (found,) = _claims(convert(f"  - quote: The army denies it\n    asserts: [{{about: strike, {claim}}}]\n"))
    return found


def test_reading_twice_changes_nothing(convert: Convert) -> None:
    assert convert(MARKET) == convert(MARKET)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("label: strike on the fish market", "label: another name"),
        ("label: the watch group", "label: the group that watches"),
        ("note: Three bakeries were hit as well.", "note: Changed."),
        ("note: The Post's words.", "note: Changed."),
        ("wording: 12 dead,", "wording: twelve dead,"),
        ("wording: Over 90 percent", "wording: over ninety percent"),
        ("as_said: on Sunday", "as_said: Sunday"),
        ("note: A Sunday.", "note: Changed."),
        ("on: 2031-06-01", "on: 2031-06-02"),
        ("method: extracted", "method: curated"),
        ("certainty: possible", "certainty: probable"),
        ('title: "Market hit in Ostra – ministry: “not us”"', "title: Another"),
        ("published: {earliest: 2031-05-12", "published: {earliest: 2031-05-13"),
        ("id: happened", "id: it-happened"),
        ("any_of: [vessar, government]", "any_of: [government, vessar]"),
        ("denies: [either, {about: strike, damage: hit}]", "denies: [{about: strike, damage: hit}, either]"),
        ("kind: AirStrike", "kind: Bombing"),
        ("said: 2031-05-13", "said: 2031-05-12"),
    ],
)
def test_what_is_not_said_of_a_claim_changes_no_identifier(convert: Convert, old: str, new: str) -> None:
    assert old in MARKET
    changed = MARKET.replace(old, new)
    if old == "id: happened":
        changed = changed.replace("- happened", "- it-happened").replace("[happened]", "[it-happened]")
    assert _identifiers(convert(changed)) == _identifiers(convert(MARKET))


def test_the_order_of_blocks_statements_and_claims_changes_no_quad(convert: Convert) -> None:
    head, _, rest = MARKET.partition("\nactors:\n")
    before, _, statements = rest.partition("\nstatements:\n")
    items = ["  - " + item for item in statements.removeprefix("  - ").split("\n  - ")]
    turned = f"statements:\n{chr(10).join(item.rstrip() for item in reversed(items))}\n{head}\nactors:\n{before}\n"
    assert set(convert(turned)) == set(convert(MARKET))


def test_the_same_claim_in_two_statements_is_one_claim(convert: Convert) -> None:
    by_id = convert(
        "  - quote: Ten died.\n    asserts: [{id: a, about: strike, figure: {outcome: killed, population: people, number: 10}}]\n"
        "  - quote: The army denies it\n    speaker: army\n    denies: [a]\n    form: [noCivilianHarm]\n"
    )
    written_out = convert(
        "  - quote: Ten died.\n    asserts: [{about: strike, figure: {outcome: killed, population: people, number: 10}}]\n"
        "  - quote: The army denies it\n    speaker: army\n    form: [noCivilianHarm]\n"
        "    denies: [{about: strike, figure: {outcome: killed, population: people, lower: 10, upper: 10}}]\n"
    )
    assert len(set(_claims(by_id))) == 1
    assert set(_claims(by_id)) == set(_claims(written_out))


def test_a_claim_that_is_repeated_by_its_id_keeps_the_words_it_was_written_out_with(convert: Convert) -> None:
    quads = convert(
        "  - quote: The army denies it\n    speaker: army\n    denies: [a]\n    form: [noCivilianHarm]\n"
        "  - quote: Ten died.\n    asserts: [{id: a, about: strike, figure: {outcome: killed, population: people, number: 10}}]\n"
    )
    assert [quad.object.value for quad in quads if quad.predicate == AED.wording] == ["Ten died."]


DIFFERENT = [
    "occurrence: true",
    "attacker: army",
    "attacker: navy",
    "attacker: {all_of: [army, navy]}",
    "attacker: {any_of: [army, navy]}",
    "target: market",
    "target: market, share: {lower: 90, wording: most}",
    "target: market, share: {upper: 90, wording: most}",
    "damage: hit",
    "damage: damaged",
    "weapon: shell",
    "weapon: shell, by: army",
    "time: 2031-05",
    "time: 2031",
    "time: {earliest: 2031}",
    "time: {latest: 2031}",
    "time: {as_said: lately}",
    "time: {as_said: long ago}",
    "intent: deliberate",
    "evidence: imagery",
    "evidence: imagery, of: army",
    "evidence: imagery, of: navy",
    "context: It rained.",
    "context: It snowed.",
    "figure: {outcome: killed, population: people, number: 10}",
    "figure: {outcome: injured, population: people, number: 10}",
    "figure: {outcome: killed, population: civilians, number: 10}",
    "figure: {outcome: killed, population: people, number: 11}",
    "figure: {outcome: killed, population: people, number: 10, bound: about}",
    "figure: {outcome: killed, population: people, number: 10, bound: atLeast}",
    "figure: {outcome: killed, population: people, number: 10, bound: upTo}",
    "figure: {outcome: killed, population: people, number: dozens}",
    "figure: {outcome: killed, population: people, bound: vague}",
]


def test_different_claims_are_different(convert: Convert) -> None:
    claims = {claim: _claim(convert, claim) for claim in DIFFERENT}
    (claims["of another event"],) = _claims(convert("  - quote: Ten died.\n    asserts: [{about: raid, occurrence: true}]\n"))
    assert len(set(claims.values())) == len(claims)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attacker: {any_of: [army, navy]}", "attacker: {any_of: [navy, army]}"),
        ("time: 2031-05", "time: {earliest: 2031-05-01, latest: 2031-05-31, as_said: in May}"),
        (
            "figure: {outcome: killed, population: people, number: 24, bound: atLeast}",
            "figure: {outcome: killed, population: people, lower: 24}",
        ),
        (
            "figure: {outcome: killed, population: people, number: dozens}",
            "figure: {outcome: killed, population: people, lower: 24, bound: vague}",
        ),
        ("target: market, share: {lower: 90, wording: most}", "target: market, share: {lower: 90.0, wording: nine in ten}"),
    ],
)
def test_the_same_claim_in_other_words_is_the_same(convert: Convert, one: str, other: str) -> None:
    assert _claim(convert, one) == _claim(convert, other)
    both = convert(
        f"  - quote: Ten died.\n    asserts: [{{about: strike, {one}}}]\n"
        f"  - quote: The army denies\n    asserts: [{{about: strike, {other}}}]\n"
    )
    (claim,) = set(_claims(both))
    assert len([quad for quad in both if quad.subject.value == claim and quad.predicate == RDFS.label]) == 1  # type: ignore[union-attr]


STATEMENTS = [
    "  - quote: Ten died\n    occurrence: 1\n",
    "  - quote: Ten died\n    occurrence: 2\n",
    "  - quote: Ten died.\n",
    "  - quote: Ten died\n    occurrence: 1\n    speaker: army\n",
    "  - quote: Ten died\n    occurrence: 1\n    asserts: [{about: strike, occurrence: true}]\n",
    "  - quote: Ten died\n    occurrence: 1\n    denies: [{about: strike, occurrence: true}]\n    form: [noSuchEvent]\n",
    "  - quote: Ten died\n    occurrence: 1\n    acknowledges: [{about: strike, occurrence: true}]\n",
    "  - quote: Ten died\n    occurrence: 1\n    silent_on: [{about: strike, occurrence: true}]\n",
    "  - quote: Ten died\n    occurrence: 1\n    reported_in: outer\n",
]
OUTER = "  - quote: the army says\n    id: outer\n"


def _statements(quads: list[Quad]) -> list[str]:
    return [quad.subject.value for quad in quads if quad.predicate == AED.saidBy]  # type: ignore[union-attr]


def test_words_place_speaker_kind_and_report_make_a_statement(convert: Convert) -> None:
    together = convert("".join([*STATEMENTS, OUTER]))
    assert len(set(_statements(together))) == len(STATEMENTS) + 1
    alone = [_statements(convert(one + OUTER))[0] for one in STATEMENTS]
    assert alone == _statements(together)[:-1]


def test_a_silent_publisher_and_one_that_is_named_are_told_apart(convert: Convert) -> None:
    silent = convert("  - quote: Ten died.\n")
    named = convert(HEAD.replace("  title", "  publisher: army\n  title") + "  - quote: Ten died.\n")
    assert {quad.object.value for quad in silent if quad.predicate == DCTERMS.publisher} != {
        quad.object.value for quad in named if quad.predicate == DCTERMS.publisher
    }


def test_the_same_keys_in_two_articles_are_two_things(convert: Convert, tmp_path: Path) -> None:
    one = convert("  - quote: Ten died.\n    asserts: [{about: strike, occurrence: true}]\n")
    (tmp_path / "other.txt").write_text(TEXT + " ", encoding="utf-8")
    old = hashlib.sha256(TEXT.encode()).hexdigest()
    head = HEAD.replace("text.txt", "other.txt").replace(old, hashlib.sha256(f"{TEXT} ".encode()).hexdigest())
    other = convert(head + "  - quote: Ten died.\n    asserts: [{about: strike, occurrence: true}]\n")
    shared = _identifiers(one) & _identifiers(other)
    assert {name.removeprefix(DEFAULT_BASE).partition("/")[0] for name in shared} == {"agent"}


def test_another_base_gives_the_same_graph_below_it(tmp_path: Path, reference: Reference) -> None:
    curated = read_annotation(GOLDEN / "market.yaml", reference.known)
    here, there = Minter(), Minter("https://example.org/kg/")
    for quads in (lambda minter: article_quads(curated, reference, minter), lambda minter: reference_quads(reference, minter)):
        one, other = quads(here), quads(there)
        assert _renamed(one) == _renamed(other)


def _renamed(quads: list[Quad]) -> list[str]:
    """The quads in their order with every identifier numbered by its first appearance, which bases leave as it is."""
    names: dict[str, str] = {}
    lines = []
    for quad in quads:
        terms = [quad.subject, quad.predicate, quad.object, quad.graph_name]
        shown = []
        for term in terms:
            if isinstance(term, NamedNode) and term.value.startswith((DEFAULT_BASE, "https://example.org/kg/")):
                kind = term.value.removeprefix(DEFAULT_BASE).removeprefix("https://example.org/kg/").partition("/")[0]
                shown.append(names.setdefault(term.value, f"{kind}-{len(names)}"))
            else:
                shown.append(str(term))
        lines.append(" ".join(shown))
    return lines


@pytest.mark.parametrize(
    ("one", "other"),
    [("محمد", "李"), ("A. Person", "A Person"), ("x" * 60 + "a", "x" * 60 + "b"), ("—", "…"), ("Müller", "Muller")],
)
def test_two_people_are_two_agents(convert: Convert, one: str, other: str) -> None:
    def agent(name: str) -> str:
        quads = convert(HEAD.replace("by: A. Person", f"by: '{name}'") + "  - quote: Ten died.\n")
        (found,) = [quad.subject.value for quad in quads if quad.predicate == RDF.type and quad.object == PROV.Agent]  # type: ignore[union-attr]
        return str(found)

    assert agent(one) != agent(other)


def test_a_plain_name_makes_a_plain_identifier(convert: Convert) -> None:
    quads = convert(HEAD.replace("by: A. Person", "by: The AED curators") + "  - quote: Ten died.\n")
    assert f"{DEFAULT_BASE}agent/the-aed-curators" in _identifiers(quads)


def test_an_assessment_is_of_its_events_by_somebody_on_a_day(tmp_path: Path) -> None:
    def iri(*events: str, verdict: str = "same", because: str = "So.") -> str:
        path = tmp_path / "assessments.yaml"
        names = "\n".join(f"      - {{article: {'a' * 64}, event: {event}}}" for event in events)
        path.write_text(
            f"assessments:\n  - events:\n{names}\n    verdict: {verdict}\n    confidence: 1\n"
            f"    by: A\n    on: 2031-01-01\n    because: {because}\n"
        )
        quads = assessment_quads([read_assessments(path)], Minter())
        (found,) = {quad.subject.value for quad in quads if quad.predicate == AED.verdict}  # type: ignore[union-attr]
        return str(found)

    assert iri("one", "two") == iri("two", "one") == iri("one", "two", verdict="different", because="Not so.")
    assert len({iri("one", "two"), iri("one", "three"), iri("one", "two", "three")}) == 3
