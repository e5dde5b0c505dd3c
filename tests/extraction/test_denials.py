"""Denials: what is one, of what, in which form; what is none; and that what is denied is never asserted."""

from collections.abc import Callable, Iterator

import pytest

from kg.annotation.claims import ClaimBlock
from kg.annotation.statements import StatementBlock

Said = Callable[[str, str], list[StatementBlock]]

ACCUSED = (
    "Air strikes hit a hospital in the town of Vantora on Tuesday, killing 12 people.\n\n"
    "Rescue workers accused Russia of bombing the hospital."
)


def claims(statement: StatementBlock, *stances: str) -> Iterator[ClaimBlock]:
    for stance, many in statement.stances():
        if stance in stances:
            yield from (claim for claim in many if isinstance(claim, ClaimBlock))


def denials(statements: list[StatementBlock]) -> list[StatementBlock]:
    return [one for one in statements if one.denies or one.scope]


ALL = (
    "Russia denied bombing the hospital.",
    "Russia denied that its warplanes had struck the hospital.",
    "Russia's defence ministry denied any involvement in the attack.",
    "Russia rejected the accusation that it had bombed the hospital.",
    "Russia dismissed reports of Russian air strikes on the hospital as baseless.",
    '"We did not bomb the hospital," the Russian defence ministry said.',
    "Russian officials said that no Russian aircraft had carried out strikes in Vantora on Tuesday.",
    "Russian warplanes never attacked the hospital, the Russian defence ministry said.",
    "The hospital was not hit by Russian aircraft, the Russian defence ministry said.",
    "Russia denied responsibility for the attack.",
    "Russia refuted claims that it was behind the air strikes.",
    "Russia has repeatedly denied targeting civilians.",
    "The Russian defence ministry denied having killed civilians in Vantora.",
    "The Russian defence ministry said that its planes had not carried out any air strikes on hospitals.",
    "Russia said it had not sent helicopters to drop bombs on the hospital.",
)


@pytest.mark.parametrize("sentence", ALL)
def test_what_is_denied_is_never_asserted(said: Said, sentence: str) -> None:
    found = said(ACCUSED, sentence)
    assert denials(found), "the denial is found"
    for one in found:
        for claim in claims(one, "asserts", "acknowledges"):
            assert claim.attacker != "russia"
            assert claim.figure is None


@pytest.mark.parametrize("sentence", ALL[:11])
def test_who_is_accused_is_cleared(said: Said, sentence: str) -> None:
    cleared = [claim.attacker for one in said(ACCUSED, sentence) for claim in claims(one, "denies")]
    assert [attacker for attacker in cleared if attacker] == ["russia"]


@pytest.mark.parametrize(
    "sentence",
    ["Russia denied that its cluster bomb strike had killed civilians.", "Russia denied that its hit team killed civilians."],
)
def test_who_denies_the_dead_denies_no_more(said: Said, sentence: str) -> None:
    (one,) = denials(said(ACCUSED, sentence))
    assert {claim.attacker for claim in claims(one, "denies")} == {None}
    assert "AttackerClaim" not in {component for scope in one.scope for component in scope.components or ()}


def test_a_general_denial_has_a_scope(said: Said) -> None:
    (one,) = denials(said(ACCUSED, "Russia has repeatedly denied targeting civilians."))
    assert one.denies == ()
    assert one.scope[0].actors == ("russia",)
    assert one.scope[0].wording == "targeting civilians"


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Russia denied bombing the hospital.", "notOurAct"),
        ("The Russian defence ministry said the accusations were baseless.", "sourceDiscredited"),
        ("The Russian defence ministry said there was no evidence for the accusations.", "burdenOfProof"),
        ("The Russian defence ministry said that it had complied with international law.", "lawful"),
        ("The Russian defence ministry said that the hospital had been hit by mistake.", "notIntended"),
        ("The Russian defence ministry said that rebels had bombed the hospital.", "counterAccusation"),
    ],
)
def test_forms(said: Said, sentence: str, form: str) -> None:
    assert [form] == [form for one in denials(said(ACCUSED, sentence)) for form in one.form]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia rejected a ceasefire.",
        "Russia dismissed the proposal.",
        "A teacher, Jon Barrow, denied that the shops were empty.",
        "Jon Barrow, a teacher, said that he did not hit anybody.",
        "Russia did not deny bombing the hospital.",
        "Russia did not respond to a request for comment.",
        "Russia said it had not made a final decision on an attack on Sarmin.",
        "Russia said the attack had nothing to do with Islam.",
        "Russia blamed the rebels for an attack on Russian bases.",
    ],
)
def test_what_is_no_denial(said: Said, sentence: str) -> None:
    assert denials(said(ACCUSED, sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia did not respond to a request for comment.",
        "Russia declined to comment.",
        "The Russian defence ministry did not comment.",
    ],
)
def test_silence_is_silence(said: Said, sentence: str) -> None:
    (one,) = said(ACCUSED, sentence)
    assert one.silent_on
    assert (one.denies, one.scope, one.form, one.asserts) == ((), (), (), ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia said it had not made any air strikes on Vantora.",
        "Russia said it had nothing to do with the attack.",
        "Russia blamed the rebels for the attack on the hospital.",
        "Russia blamed the rebels for the attack on the Russian hospital.",
    ],
)
def test_what_is_a_denial_for_all_that(said: Said, sentence: str) -> None:
    assert denials(said(ACCUSED, sentence))
