"""Of what a verb of denial is a denial: an attack or a part in one, not what was said, felt or done about it."""

import pytest

from kg.annotation.claims import ClaimBlock
from kg.annotation.statements import StatementBlock
from tests.extraction.denying import ACCUSED, Said, asserted_attackers, denials, denied


def attackers_denied(statements: list[StatementBlock]) -> set[object]:
    return {claim.attacker for one in statements for claim in one.denies if isinstance(claim, ClaimBlock) and claim.attacker}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia denied that one of its missiles had brought down the roof of the school.",
        "Ethiopia denied being involved in the bombing.",
        "Ethiopia denied that it had anything to do with the attack.",
        "Ethiopia denied that it was its planes that bombed the school.",
        "Ethiopia denied that it had a role in the strike.",
        "Ethiopia rejected what it called accusations of bombing a school.",
        "Ethiopia dismissed reports that its planes had bombed the school.",
        "Ethiopia denied any wrongdoing.",
        "Ethiopia said its jets hit targets no closer than 20 kilometers away from Vantora.",
        "Ethiopia said its jets were at their base on Tuesday.",
        "Ethiopia said it had acted in self-defence.",
    ],
)
def test_an_attack_or_a_part_in_it_is_denied(said: Said, sentence: str) -> None:
    assert denials(said(ACCUSED, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia rejected criticism that it had offered a late answer to the attack.",
        "Ethiopia rejected suggestions that the strikes opened a new front in the war.",
        "Ethiopia denied that the words of its leaders had played a role in the bombing.",
        "Ethiopia denied that its minister should resign over the bombing.",
        "Ethiopia denied involvement in the talks with the rebels.",
        "Ethiopia denied seeking nuclear weapons.",
        "Ethiopia denied reports that it had conducted a missile test.",
        "Ethiopia rejected attacks on schools.",
        "Ethiopia rejected using force against the rebels.",
        "Ethiopia denied him the ability to carry a weapon.",
        "Ethiopia did not confirm or deny that it had a role in the bombing.",
        "Ethiopia's rivals accuse it of hiding its failures on the day of the attack, accusations that Ethiopia denies.",
        "Ethiopia said its forces captured ten men 20 kilometers away from the border.",
        "Ethiopia said its jets are now at their base in Sorvan.",
        "Ethiopia said the main job of its troops was now defending themselves.",
        "Ethiopia said it will consider any aircraft over Sorvan as legitimate targets.",
    ],
)
def test_another_thing_is_denied(said: Said, sentence: str) -> None:
    assert not denials(said(ACCUSED, sentence))


@pytest.mark.parametrize(
    ("before", "sentence", "denied"),
    [
        ("Residents said that Ethiopian planes had bombed the town.", "Ethiopia denied this.", True),
        ("Residents spoke of claims that Ethiopian planes had bombed the town.", "Ethiopia rejected the claims.", True),
        ("Sudan said that the road had been closed to traders.", "Ethiopia denied this.", False),
        ("Sudan said that Ethiopia had opened a bank.", "Ethiopia rejected the claim.", False),
    ],
)
def test_what_this_is_was_said_last(said: Said, before: str, sentence: str, denied: bool) -> None:
    assert bool(denials(said(f"{ACCUSED}\n\n{before}", sentence))) == denied


@pytest.mark.parametrize(
    ("sentence", "attacker"),
    [
        ("Ethiopia denied involvement in the attack, which was claimed by Sudan.", "ethiopia"),
        ("Ethiopia denied any role in the Sudanese strikes.", "ethiopia"),
        ("Ethiopia denied that Sudan was behind the strikes.", "sudan"),
        ("Sudan and Chad blamed Ethiopia for the attack, allegations Ethiopia denied.", "ethiopia"),
    ],
)
def test_whose_part_is_denied(said: Said, sentence: str, attacker: str) -> None:
    assert attackers_denied(said(ACCUSED, sentence)) == {attacker}


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        ("Ethiopia denied that one of its jets had been shot down.", "OccurrenceClaim"),
        ("Ethiopia denied that one of its jets had bombed the school.", "AttackerClaim"),
    ],
)
def test_a_loss_of_ones_own_is_no_attack_of_ones_own(said: Said, sentence: str, component: str) -> None:
    (one,) = denials(said(ACCUSED, sentence))
    assert {claim.component for claim in one.denies if isinstance(claim, ClaimBlock)} == {component}


def test_who_rejects_a_claim_of_others_has_not_denied_being_them(said: Said) -> None:
    context = "Gunmen killed 20 people in Vantora on Friday.\n\nThe Sorva Front has claimed responsibility for the attack."
    assert not attackers_denied(said(context, "The home minister of Ethiopia rejected the claim, blaming a local band."))


def test_what_is_denied_in_a_relative_clause_is_the_attack_before_it(said: Said) -> None:
    told = said(ACCUSED, "An attack on a market in Sorvan, for which Ethiopia denied responsibility, killed three people.")
    (one,) = denials(told)
    assert any("sorvan" in claim.about or "market" in claim.about for claim in one.denies if isinstance(claim, ClaimBlock))


def test_what_is_denied_far_from_any_attack_is_another_matter(said: Said) -> None:
    talks = "\n\n".join(f"Ministers met for round {number} of the talks on trade." for number in range(1, 7))
    struck = "Ethiopia bombed a depot of rebels near Vantora in March."
    assert denials(said(f"Ministers met\n\n{talks}\n\n{struck}", "Ethiopia denied any wrongdoing."))
    assert not denials(said(f"Ministers met\n\n{struck}\n\n{talks}", "Ethiopia denied any wrongdoing."))


@pytest.mark.parametrize(("before", "speaker"), [("A commander", "commander"), ("Prosecutors in Sorvan", None), ("A review", None)])
def test_he_is_no_report_and_not_several(said: Said, before: str, speaker: str | None) -> None:
    told = said(f"{ACCUSED}\n\n{before} said that the school had been empty.", "He denied involvement in the bombing.")
    assert {one.speaker for one in denials(told)} <= {speaker, "unnamed-speaker"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia vowed not to bomb the town again.",
        "Ethiopia said it would not attack the town.",
        "Ethiopia neither confirmed nor denied bombing the school.",
        "Ethiopia could not deny that its planes bombed the school.",
        "Ethiopia has not admitted to bombing the school.",
        "Ethiopia dismissed the head of its air force.",
        "Ethiopia denied aid workers access to the town.",
        "Ethiopia said it did not know how many people were killed.",
        "Ethiopia condemned the attack as a provocation.",
        "Ethiopia denied that it planned to devalue the currency.",
        "Ethiopia said rebels had not stopped shelling the town.",
        "Teachers said the Ethiopian denial was a lie.",
        "Teachers rejected Ethiopia's claim that rebels bombed the school.",
        "The mayor, who is on trial, denied the charges.",
        "No rescue workers reached the school on Tuesday.",
        "The photographs would contradict any denial by Ethiopia.",
        "Ethiopia said it was impossible for its aid workers to reach the school.",
        "Ethiopia said a truce was unthinkable.",
        "Ethiopia said the next target of its army is the rebel base in Sorvan.",
        "The planes made up for the days they did not drop bombs, the Ethiopian opposition said.",
    ],
)
def test_what_is_none(said: Said, sentence: str) -> None:
    found = said(ACCUSED, sentence)
    assert denials(found) == []
    assert "ethiopia" not in list(asserted_attackers(found))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ethiopian army denied its troops had fled.",
        "The Ethiopian army denied that its soldiers had taken shelter in a church.",
        "An expert refuted Ethiopian claims that rebels bombed the school.",
        "Ethiopia denied using Djibouti to smuggle arms.",
        "Ethiopia denied reports that it had used Djibouti as a go-between.",
        "Ethiopia denied that its general had been plotting an attack on the capital.",
        "Ethiopia denies its $5 million drone, shot down last week, violated Kenyan airspace.",
        "Ethiopia slammed a statement calling for a cease-fire in Vantora.",
        "Ethiopia said reports that its envoy had been recalled were false.",
    ],
)
def test_no_denial_of_an_attack(said: Said, sentence: str) -> None:
    assert not denials(said(ACCUSED, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia denied the use of schools as barracks.",
        "Ethiopia denied the use of child soldiers.",
        "Ethiopia has issued no denial.",
        "There was no denial from Ethiopia.",
        "Ethiopia's denials of doping have been mocked.",
        "Ethiopia's denials that it meddled in the vote have been mocked.",
        "Ethiopia passed a genocide denial law in May.",
        "After years of denials, Ethiopia acknowledged the existence of a new missile.",
        "Ethiopia rejected the notion that rebels could win the war.",
        "Ethiopia rejected the idea of bombing the school.",
        "Ethiopia said it did not do so because of the rain.",
        "Ethiopia refused to blame the rebels for the bombing of the school.",
        "Ethiopia was reluctant to blame the rebels for the bombing of the school.",
        "Ethiopia said rebels fired to frighten residents, not to kill them.",
        "A foreign paper quoted a source as saying there was no truth to the reports.",
    ],
)
def test_what_denies_no_attack(said: Said, sentence: str) -> None:
    assert denials(said(ACCUSED, sentence)) == []


def test_a_boast_that_is_denied_is_no_accusation(said: Said) -> None:
    boast = "Ethiopia said its planes had hit 40 targets in Vantora, a claim denied by Kenya."
    assert denied(denials(said(ACCUSED, boast))) == {"OccurrenceClaim"}
