"""The ways of denying: with and without a verb of denial, of one attack or of all, and what only looks like it."""

from collections.abc import Callable

import pytest

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from tests.extraction.denying import ACCUSED, Said, asserted_attackers, denials, denied

NOT_THEIRS = (
    "Ethiopia called claims that its planes had bombed the school lies.",
    "Ethiopia described reports that it had shelled the school as propaganda.",
    "The claim that Ethiopia bombed the school is false, the Ethiopian defence ministry said.",
    "Ethiopia said allegations that its jets had killed 12 people were baseless.",
    '"Reports that we bombed the school are fake news," an Ethiopian army spokesman said.',
    "It is not true that Ethiopia bombed the school, the Ethiopian government said.",
    "The Ethiopian army said it was wrong to say that its planes had hit the school.",
    "Ethiopia ruled out that its planes had hit the school.",
    "Ethiopia disputed that its planes had hit the school.",
    "Ethiopia's denial that it bombed the school was met with anger.",
    "Ethiopia neither planned nor carried out the strike, its foreign ministry said.",
    "The Ethiopian air force said none of its aircraft had bombed the school.",
    "Ethiopian warplanes were not used in the area, an Ethiopian military source said.",
    "A spokesman for the Ethiopian army said no Ethiopian planes flew over Vantora on Tuesday.",
    "Ethiopia said its air force did not carry out any raids on Tuesday.",
    "Ethiopia said it had nothing to do with the bombing.",
    "The Ethiopian army had no role in the strike, its spokesman said.",
    "Ethiopia, which denies bombing the school, has promised an inquiry.",
    "Ethiopia said it could not have bombed the school.",
    "Ethiopia has distanced itself from the bombing of the school.",
    "Ethiopia said it was inconceivable that its planes had bombed the school.",
    "Ethiopia said it was impossible for its planes to have hit the school.",
    "Ethiopia denied gassing the pupils.",
    "Ethiopia said its jets hit targets no closer than 20 kilometers away from Vantora.",
    "Ethiopia said its nearest strike was 20 kilometers away from the school, on a rebel camp in Garvo.",
    "Teachers were angered by Ethiopia's denial that it had bombed the school.",
    "The Ethiopian army issued a denial that it had bombed the school.",
    "Ethiopia's denials have been met with scorn.",
    "An Ethiopian denial came hours later.",
    "The accusations drew angry denials from Ethiopia.",
    "Ethiopia's series of denials has convinced few.",
    "Ethiopia rejected the notion that its planes had hit the school.",
    "Ethiopia has denied doing so.",
    "Ethiopia insists that it did not do it.",
    "Ethiopia was quick to deny the reports.",
    "The reports, denied by Ethiopia, caused outrage.",
    "Jets of the Ethiopian air force did not bomb the school, Ethiopia's army said.",
    "The Ethiopians deny this.",
    "The Ethiopians say they did not bomb the school.",
)


@pytest.mark.parametrize("sentence", NOT_THEIRS)
def test_the_accused_is_cleared_and_never_charged(said: Said, sentence: str) -> None:
    found = said(ACCUSED, sentence)
    assert "AttackerClaim" in denied(found)
    assert list(asserted_attackers(found)) == []


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        ("Ethiopia disputed the toll.", "CasualtyClaim"),
        ("Ethiopia questioned the toll of 12 dead given by the teachers.", "CasualtyClaim"),
        ("No civilians had been killed, the Ethiopian army said.", "CasualtyClaim"),
        ("Ethiopia said there had been no air strike on the school.", "OccurrenceClaim"),
        ("Ethiopia said it was not aware of any strike on a school.", "OccurrenceClaim"),
        ("Ethiopia's army said that its pilots did not know that children were inside the school.", "IntentClaim"),
        ("Ethiopia said its army would never attack a school.", "IntentClaim"),
        ("Ethiopia denied that it had deliberately struck the school.", "IntentClaim"),
        ("The strike was not a war crime, the Ethiopian army said.", "LawfulnessClaim"),
        ("Ethiopia described the strike as a legitimate military action.", "LawfulnessClaim"),
        ("Ethiopia said the target was a meeting of rebel officers.", "TargetClaim"),
        ("The Ethiopian army insisted it only targets militants.", "TargetClaim"),
        ("Ethiopia dismissed the report as a smear campaign.", "CredibilityClaim"),
        ("Ethiopia called the accusations ridiculous.", "CredibilityClaim"),
        ("The accusers cannot prove their claims, the Ethiopian defence ministry said.", "EvidenceClaim"),
        ("Ethiopia denied using cluster bombs against the school.", "WeaponClaim"),
        ("Ethiopia denied the use of cluster bombs.", "WeaponClaim"),
        ("Ethiopia denied any use of poison gas by its troops.", "WeaponClaim"),
        ("Ethiopia denied the use of live ammunition against the pupils.", "WeaponClaim"),
        ("Ethiopia rejected the authenticity of the pictures.", "CredibilityClaim"),
        ("Ethiopia denies that this happened.", "OccurrenceClaim"),
        ("Ethiopia rejected the assessment.", "CredibilityClaim"),
        ("Ethiopia said the strike was not premeditated.", "IntentClaim"),
        ("Ethiopia said the site had been chosen to show precision, not to kill anyone.", "IntentClaim"),
        ("Ethiopian state television quoted a source as saying there was no truth to the reports.", "CredibilityClaim"),
        ("Ethiopia says it takes every precaution to avoid harming civilians.", "CasualtyClaim"),
        ("Ethiopia said that if it had used cluster bombs, doctors would have found fragments.", "WeaponClaim"),
    ],
)
def test_what_is_denied(said: Said, sentence: str, component: str) -> None:
    assert component in denied(said(ACCUSED, sentence))


@pytest.mark.parametrize(
    ("sentence", "of_the_event", "general"),
    [
        ("Ethiopia denied bombing the school.", True, False),
        ("Ethiopia denied any involvement in the strike.", True, False),
        ("Ethiopia has repeatedly denied killing civilians.", False, True),
        ("Ethiopia denies targeting civilians.", False, True),
        ("Ethiopia said that its forces do not strike civilian areas.", False, True),
        ("Ethiopia denied that its aircraft had carried out any strikes on the town.", True, True),
        ('"Our planes did not carry out any raids in Vantora," the Ethiopian army said.', True, True),
        ("Ethiopia said its drones had not been used in areas where strikes were reported.", True, True),
        ("Ethiopia rejects allegations that civilians are being killed in its operation.", True, True),
        ("The Ethiopian army said that its planes were not operating there.", True, False),
        ("Ethiopia has denied using chemical weapons.", False, True),
        ("Ethiopia has denied using cluster bombs against the school.", True, False),
        ("Ethiopia denied using cluster bombs.", True, False),
        ("Ethiopia has denied the use of chemical weapons.", False, True),
        ("Ethiopia denied the use of cluster bombs against the school.", True, False),
    ],
)
def test_how_far_a_denial_reaches(said: Said, sentence: str, of_the_event: bool, general: bool) -> None:
    (one,) = denials(said(ACCUSED, sentence))
    assert (bool(one.denies), bool(one.scope)) == (of_the_event, general)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Ethiopia has been accused of bombing the school, which it denies.", "ethiopia"),
        ("Ethiopia bombed the school, a charge it rejects, teachers said.", "ethiopia"),
        ("An Ethiopian army spokesman, Dawit Alemu, denied bombing the school.", "dawit-alemu"),
        ("Ethiopia's information minister, Sara Tola, dismissed the accusation as nonsense.", "sara-tola"),
        ("The photographs contradict repeated denials by Ethiopia.", "ethiopia"),
        ("The mayor repeated Ethiopia's claim that the bombing was fake.", "ethiopia"),
        ("The paper cited claims by Ethiopia that it was not behind the strike.", "ethiopia"),
    ],
)
def test_who_denies(said: Said, sentence: str, speaker: str) -> None:
    assert [one.speaker for one in denials(said(ACCUSED, sentence))] == [speaker]


def test_an_accusation_beside_its_denial_stays_the_accusers(said: Said) -> None:
    found = said(ACCUSED, "Ethiopia has been accused of bombing the school, which it denies.")
    assert list(asserted_attackers(found)) == ["ethiopia"]


def test_a_name_after_its_office_speaks_for_the_office(draft: Callable[[str], Annotation]) -> None:
    actors = draft(f"{ACCUSED}\n\nEthiopia's information minister, Sara Tola, called the accusation nonsense.").actors
    assert actors["sara-tola"].speaks_for == ("ethiopia",)


def test_what_was_not_done_is_denied_beside_a_label(said: Said) -> None:
    found = said(ACCUSED, '"Ethiopia dropped no bombs on the school. The claim is false," an Ethiopian army spokesman said.')
    assert "AttackerClaim" in denied([one for one in denials(found) if "dropped no bombs" in one.quote])


def test_those_denials_are_the_last_ones(said: Said) -> None:
    before = f"{ACCUSED}\n\nThe Ethiopian army denied that its planes had bombed the school."
    (one,) = denials(said(before, "An Ethiopian army spokesman, Dawit Alemu, repeated those denials."))
    assert denied([one]) == {"AttackerClaim"}


def test_a_denial_in_the_headline_is_told_once(draft: Callable[[str], Annotation]) -> None:
    text = f"Ethiopia denies bombing school\n\n{ACCUSED}\n\nEthiopia denied bombing the school."
    assert [one.quote for one in denials(list(draft(text).statements))] == ["Ethiopia denied bombing the school."]


def test_a_denial_and_a_counter_accusation(said: Said) -> None:
    (one,) = denials(said(ACCUSED, "Ethiopia rejected the accusation, saying rebels bombed the school."))
    assert set(one.form) >= {"notOurAct"}


def test_a_scope_has_its_place_and_day(said: Said) -> None:
    (one,) = denials(said(ACCUSED, "Ethiopia said no Ethiopian aircraft had flown over Vantora on Tuesday."))
    assert one.scope[0].place == "vantora"
    assert str(one.scope[0].time and one.scope[0].time.earliest) == "2024-03-12"


@pytest.mark.parametrize(
    ("before", "sentence", "side"),
    [
        ("An army raid on a market in Sri Lanka killed 9 people, residents said.", "The military denied the attack.", "sri-lanka"),
        ("The M23 rebel group shelled a camp in Congo, killing 9 people.", "M23 denied any role in the attack.", "m23"),
        ("Kenyan jets hit a clinic, doctors said.", "Colonel Peter Odera denied that the jets had hit a clinic.", "kenya"),
    ],
)
def test_whose_denial_it_is(draft: Callable[[str], Annotation], before: str, sentence: str, side: str) -> None:
    annotation = draft(f"{before}\n\n{sentence}")
    (one,) = denials(list(annotation.statements))
    block = annotation.actors.get(one.speaker or "")
    assert side in {one.speaker, *(block.part_of + block.speaks_for + block.member_of if block else ())}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia denied that any of its aircraft had been in the area.",
        "Ethiopia's government dismissed as fabricated a report that its soldiers had bombed the school.",
    ],
)
def test_a_label_or_an_aside_does_not_hide_a_denial(said: Said, sentence: str) -> None:
    found = said(ACCUSED, sentence)
    assert denials(found)
    assert "ethiopia" not in list(asserted_attackers(found))


OF_WHAT = (
    ("Ethiopia's army denied that its commander in Vantora was dead.", "CasualtyClaim"),
    ("The Ethiopian army said it has never used white phosphorus.", "WeaponClaim"),
    ('"We do not possess such weapons," the Ethiopian defence ministry said.', "WeaponClaim"),
    ('"No civilian died in this operation," an Ethiopian army spokesman said.', "CasualtyClaim"),
    ('"We did not act to provoke a war," the Ethiopian prime minister said.', "IntentClaim"),
    ("Ethiopia's foreign ministry said the video proved nothing.", "EvidenceClaim"),
    ("The Ethiopian air force said all its jets were grounded that day.", "AttackerClaim"),
    ("The Ethiopian army said the dead were guerrillas, not pupils.", "TargetClaim"),
    ("Ethiopia denied the claims, saying the death toll was closer to two.", "CasualtyClaim"),
    ("Ethiopia denied arming the rebels in the north.", "ContextClaim"),
    ("Ethiopia rejected accusations that it was supplying weapons to militants.", "ContextClaim"),
    ("An Ethiopian official denied any operations in the area.", "AttackerClaim"),
    ("The Ethiopian army said the claims were meant to tarnish its image.", "CredibilityClaim"),
)


@pytest.mark.parametrize(("sentence", "component"), OF_WHAT)
def test_what_is_rejected(said: Said, sentence: str, component: str) -> None:
    assert component in denied(said(ACCUSED, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia said it did not conduct air strikes near Vantora on Tuesday.",
        "The Ethiopian army said it did not carry out raids in Vantora.",
    ],
)
def test_strikes_at_one_place_are_denied_of_one_attack(said: Said, sentence: str) -> None:
    (one,) = denials(said(ACCUSED, sentence))
    assert one.denies
    assert not one.scope


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia denied that it had bombed the school, after rebels said that 30 people had died.",
        "Ethiopia denied carrying out the air strikes, which killed at least 30 people.",
        "Ethiopia denied bombing the school, where 30 people were killed.",
    ],
)
def test_what_stands_beside_a_denial_is_told_by_others(said: Said, sentence: str) -> None:
    found = said(ACCUSED, sentence)
    told = [claim for one in found for claim in one.asserts if isinstance(claim, ClaimBlock) and claim.figure]
    assert denials(found)
    assert [str(claim.figure.number) for claim in told if claim.figure] == ["30"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ethiopian army has yet to comment.",
        "The Ethiopian army did not return calls.",
        "Attempts to reach the Ethiopian army were unsuccessful.",
    ],
)
def test_who_did_not_answer(said: Said, sentence: str) -> None:
    assert any(one.silent_on for one in said(ACCUSED, sentence))


@pytest.mark.parametrize(
    ("text", "denied_of", "struck"),
    [
        ("Israel struck 20 targets in Gaza but hit no hospital, the army said.", "target", True),
        ("Ethiopia said it bombed Vantora and did not hit a school.", "target", True),
        ("The army said it had shelled Kankan but did not hit any mosque.", "target", True),
        ("Kenya struck Garissa on Monday and killed no civilians, the army said.", "figure", True),
        ("It was not the rebels who shelled Kankan, a minister said.", "attacker", True),
        ("It was not Russia that bombed Kankan, Moscow said.", "attacker", True),
        ("The army said it had neither bombed Kankan nor hit a school.", "attacker", False),
        ("Ethiopia did not shell Kankan and hit no hospital, the army said.", "attacker", False),
    ],
)
def test_part_of_it_is_denied_and_the_strike_told(
    draft: Callable[[str], Annotation], text: str, denied_of: str, struck: bool
) -> None:
    statements = draft(text).statements
    claims = [claim for one in statements for claim in one.denies if isinstance(claim, ClaimBlock)]
    assert {denied_of} == {part for part in ("target", "figure", "attacker") for one in claims if getattr(one, part)}
    assert any(isinstance(claim, ClaimBlock) and claim.occurrence for one in statements for claim in one.asserts) == struck


@pytest.mark.parametrize(
    "text", ["It was not only the rebels who shelled Kankan, a minister said.", "It was rebels who shelled Ho, he said."]
)
def test_whoever_is_said_to_have_done_it_is_not_cleared(draft: Callable[[str], Annotation], text: str) -> None:
    assert not denials(draft(text).statements)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Kenya, an ally of Ethiopia, said Ethiopia had not bombed the school.", {"ethiopia"}),
        ("Kenya said that Ethiopia did not bomb it.", {"ethiopia"}),
        ("Kenya said that Ethiopia had not bombed the town since Monday.", set()),
        ("Kenya said that Ethiopia would not bomb the town.", set()),
    ],
)
def test_a_state_that_speaks_for_another(said: Said, text: str, whose: set[str]) -> None:
    claims = [claim for one in denials(said(ACCUSED, text)) for claim in one.denies if isinstance(claim, ClaimBlock)]
    assert {claim.attacker for claim in claims} == whose


@pytest.mark.parametrize("verb", ["had, killing", "did, wounding", "had, injuring"])
def test_what_others_did_is_not_the_speakers_deed(draft: Callable[[str], Annotation], verb: str) -> None:
    statements = draft(f"The army shelled Ho. The rebels said they did not, but that the army {verb} 12.").statements
    assert set(asserted_attackers(statements)) == {"army"}


@pytest.mark.parametrize(
    "sentence",
    [
        "After days of denials, Ethiopia admitted that its planes had bombed the school.",
        "After weeks of denials that it had any part in the strike, Ethiopia admitted bombing the school.",
        "Ethiopia admitted bombing the school after several days of official denials.",
    ],
)
def test_who_admits_what_he_denied_before_does_both(said: Said, sentence: str) -> None:
    found = said(ACCUSED, sentence)
    assert "AttackerClaim" in denied(found)
    assert "ethiopia" in asserted_attackers(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia was quick to blame the rebels for the bombing of the school.",
        "Ethiopia was eager to accuse the rebels of bombing the school.",
    ],
)
def test_who_is_quick_to_accuse_accuses(said: Said, sentence: str) -> None:
    accusing = [
        one.speaker for one in said(ACCUSED, sentence) for claim in one.asserts if getattr(claim, "attacker", None) == "rebels"
    ]
    assert accusing == ["ethiopia"]
