"""Wordings of news prose in which an accusation is turned away, or in which nothing is denied."""

from collections.abc import Callable

import pytest

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock

Said = Callable[[str, str], list[StatementBlock]]

ACCUSED = (
    "Air strikes hit a school in the town of Vantora on Tuesday, killing 12 people.\n\n"
    "Teachers accused Ethiopia's army of bombing the school."
)


def denied(statements: list[StatementBlock]) -> set[str]:
    """The classes of the claims that are denied, of one attack or in general."""
    found = {claim.component for one in statements for claim in one.denies if isinstance(claim, ClaimBlock)}
    return found | {component for one in statements for scope in one.scope for component in scope.components}


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        ('The Ethiopian army rejected as "absolute nonsense" reports that its jets had struck the school.', "AttackerClaim"),
        ("Ethiopia on Monday dismissed as lies accusations that its troops killed teachers.", "CredibilityClaim"),
        ("The governor of Somali, Ali Bekele, said reports that planes bombed the school were fabricated.", "CredibilityClaim"),
        ("Amnesty said soldiers killed at least 70 people in Vantora, a charge the Ethiopian army denies.", "AttackerClaim"),
        ("Claims of Ethiopian air raids, an accusation dismissed as absurd by Addis Ababa, were made on Friday.", "AttackerClaim"),
        ("Reports that planes had struck the school were denied by Ethiopia.", "AttackerClaim"),
        ("The Ethiopian army said the report was riddled with falsehoods.", "CredibilityClaim"),
        ("The Ethiopian army said the allegations were based on lies.", "CredibilityClaim"),
        ("The Ethiopian army said the claims did not reflect the truth.", "CredibilityClaim"),
        ("Ethiopia accused the teachers of resorting to deceit.", "CredibilityClaim"),
        ('"They are turning to lies," the Ethiopian army said.', "CredibilityClaim"),
        ('"We do not accept that our planes hit the school," the Ethiopian army said.', "AttackerClaim"),
        ("The Ethiopian army ruled out the use of cluster bombs.", "WeaponClaim"),
        ("A spokesman for the Ethiopian army said it was unaware of any such attack.", "OccurrenceClaim"),
        ("An Ethiopian army spokesman said no soldier opened fire on the school.", "AttackerClaim"),
        ("The Ethiopian army said the video had been doctored.", "CredibilityClaim"),
        ("Ethiopia brushed aside reports that its jets had struck the school.", "AttackerClaim"),
        ("The Ethiopian army was dismissive of claims that its planes had bombed the school.", "AttackerClaim"),
        ("The Ethiopian army denied that such weapons had been used.", "WeaponClaim"),
        ("The mayor put the toll at 30, a figure dismissed as grossly exaggerated by Ethiopia.", "CasualtyClaim"),
        ("The Ethiopian army said the number of dead was inflated.", "CasualtyClaim"),
        ("Teachers accused Ethiopia's army of bombing the school, which Ethiopia branded absurd.", "CredibilityClaim"),
        ('"This was not us," an Ethiopian army spokesman said.', "AttackerClaim"),
        ('"No such thing happened," an Ethiopian army spokesman said.', "OccurrenceClaim"),
        ("The Ethiopian army said there were no civilians in the school.", "TargetClaim"),
        ("The Ethiopian army said the school was not the target of the strike.", "TargetClaim"),
        ("Ethiopia has always denied bombing civilians.", "TargetClaim"),
        ("The Ethiopian army questioned the credibility of the teachers.", "CredibilityClaim"),
        ("The Ethiopian army said the report relied on hearsay.", "EvidenceClaim"),
    ],
)
def test_turned_away(said: Said, sentence: str, component: str) -> None:
    found = said(ACCUSED, sentence)
    assert component in denied(found)
    own = [one for one in found if one.speaker not in ("teachers", "amnesty-international")]
    assert not any(claim.attacker for one in own for claim in one.asserts if isinstance(claim, ClaimBlock))


@pytest.mark.parametrize(
    "sentence",
    [
        'An Ethiopian army spokesman said it was "not entirely clear" who was behind the strike.',
        "The Ethiopian army has neither confirmed nor denied the strike.",
        "The Ethiopian army declined to confirm or deny the attack.",
        "Ethiopia has denied responsibility for the food crisis.",
        "Ethiopia denied any role in the shortages.",
    ],
)
def test_nothing_is_denied(said: Said, sentence: str) -> None:
    assert not denied(said(ACCUSED, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ethiopian army has neither confirmed nor denied the strike.",
        "The Ethiopian army declined to confirm or deny the attack.",
        "Ethiopia's army did not immediately confirm responsibility for the attack.",
        "The Ethiopian army had no immediate comment on the attack.",
        "There was no immediate response from the Ethiopian army.",
        "Calls to the Ethiopian army went unanswered.",
        "Neither the Ethiopian army nor the teachers responded to requests for comment.",
    ],
)
def test_asked_and_silent(said: Said, sentence: str) -> None:
    assert {"NonResponse"} <= {one.kind for one in said(ACCUSED, sentence)} <= {"NonResponse", "Assertion"}


def test_no_soldier_did_it_is_no_attack(draft: Callable[[str], Annotation]) -> None:
    found = draft(f'{ACCUSED}\n\n"No soldier attacked the mosque," a doctor said. "Nobody shelled it."')
    assert not any("mosque" in one.quote for one in found.statements)
