"""What is told of nobody or of nothing: tags and headlines, ends hoped for, blame that is shifted, reports that others gave."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.extraction.mentions import Act
from kg.extraction.unreal import is_unreal

Acts = Callable[[str], list[Act]]
Drafted = Callable[[str], Annotation]


def _real(found: list[Act]) -> list[str]:
    return [act.token.lower_ for act in found if not is_unreal(act)]


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("Tags Mali Rebels Kidal Airstrikes At least 19 civilians were killed in an air strike on Gao on Tuesday.", ["strike"]),
        ("Tags Mali Kidal truce rebels Chadian airstrikes pounded several battlefronts in Gao on Tuesday.", ["airstrikes"]),
        ("Tags Mali Kidal airstrike Chadian human rights Gao bombing", []),
        ("Related Kidal in Ruins After Chadian Airstrikes Malian Airstrikes Against Rebels Kill 36 Civilians Watchdog", []),
        ("Related Chadian airstrikes on Gao killed nine people, residents told the agency.", ["airstrikes"]),
        ("Mali said that a moratorium on Chadian air strikes on Gao was in place.", []),
        ("Mali said that Chadian air strikes on Gao were in breach of a moratorium.", ["strikes"]),
        ("The president was cautious on new air strikes on Gao.", []),
        ("The rebels are hoping to encircle Gao by taking the village of Wabaria.", []),
        ("The rebels hope to break the siege by attacking the army base in Gao.", []),
        ("The rebels aimed to extend their influence by attacking the army base in Gao.", ["attacking"]),
        ("The rebels managed to break the siege by attacking the army base in Gao.", ["attacking"]),
        ("A U.S. attack on Mali will bring repercussions.", []),
        ("The U.S. attack on Mali will bring repercussions.", ["attack"]),
        ("The navy would not hesitate to act again, shooting down more surveillance drones.", []),
        ("The navy acted again, shooting down more surveillance drones.", ["shooting"]),
        ("Mali turned over its chemical arsenal in 2013.", []),
        ("Mali turned its chemical arsenal on villagers in 2013.", ["turned"]),
    ],
)
def test_only_what_happened_is_real(acts_in: Acts, text: str, real: list[str]) -> None:
    assert _real(acts_in(text)) == real


def _told(annotation: Annotation) -> set[tuple[str | None, str]]:
    """Speaker and attacker of what is asserted."""
    claims = ((one.speaker, claim) for one in annotation.statements for claim in one.asserts if not isinstance(claim, str))
    return {(speaker, claim.attacker) for speaker, claim in claims if isinstance(claim.attacker, str)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The White House condemned an attack in Douma carried out by Assads forces.",
            {("white-house", "syrian-government")},
        ),
        (
            "The White House condemned an attack in Douma carried out by Russian forces.",
            {("white-house", "russia")},
        ),
        (
            'A user wrote that Israel bombed the school in Gaza and the Israelis were "trying to blame Hamas".',
            {("user", "israel")},
        ),
        (
            "Israel bombed the school in Gaza. Israel is trying to blame Hamas for the attack.",
            {(None, "israel"), ("israel", "hamas")},
        ),
        (
            "He cast doubt on the assessment that found the Syrian army had bombed the clinic in Douma.",
            {("assessment", "syrian-government")},
        ),
        (
            "He cited a study that concluded that the Syrian army had bombed the clinic in Douma.",
            {("study", "syrian-government")},
        ),
        (
            "With the pressure increasing on the regime to comply Syria's state media alleged on Saturday that rebels in the district "
            "of Jobar had used chemical weapons against troops.",
            {("syria-s-state-media", "syrian-opposition-fighters")},
        ),
        ("Syria 'chemical attack': France's President Macron 'has proof'\n\nMr Macron spoke of Syria on Monday.", set()),
        ("Syria's 'chemical attack' on Douma killed nine people.", {(None, "syrian-government")}),
    ],
)
def test_who_says_whose_attack_it_was(draft: Drafted, text: str, told: set[tuple[str | None, str]]) -> None:
    assert _told(draft(text)) == told


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("The road was closed for days after the storm in the hills. ", "human-rights-watch"),
        ("The Syrian Observatory for Human Rights has its office in Coventry. ", "britain-based-war-monitor"),
    ],
)
def test_a_monitor_is_the_body_that_is_named_next(draft: Drafted, between: str, speaker: str) -> None:
    first = "At least 24 people were killed on Tuesday in a raid on a camp in Gao a Britain-based war monitor said. "
    said = draft(f"Raid on camp\n\n{first}{between}Human Rights Watch said the camp was crowded.").statements
    assert {one.speaker for one in said if first.startswith(one.quote)} == {speaker}
