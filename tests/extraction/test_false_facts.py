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
        ("The media ignored Obama's attacks on the press.", []),
        ("Donald Trump launched an attack on the mayor, Ada Khan.", []),
        ("Four women attacked by President Donald Trump answered him.", []),
        ("Trump verbally attacked the judge in Ohio.", []),
        ("President Vladimir Putin's attack on Ukraine killed nine people.", ["attack"]),
        ("Assad's attacks on civilians killed nine people in Homs.", ["attacks"]),
        ("Trump ordered the attack on the base.", ["attack"]),
        ("The idea that the Malian army bombed the clinic was put about.", []),
        ("A user speculated that the Malian army was behind the attack on the clinic.", []),
        ("A user said that the Malian army was behind the attack on the clinic.", ["attack"]),
        ("There has been no accusation that Mali launched missiles at the plant.", []),
        ("There has been an accusation that Mali launched missiles at the plant.", ["launched"]),
        ("Support grew for a raid if it is confirmed that the army bombed the clinic.", ["raid"]),
        ("The minister is not convinced that Mali carried out the attack on the clinic.", []),
        ("The army aims to seal off the border, closing the road and recapturing Garissa.", []),
        ("The army sealed off the border, closing the road and recapturing the town of Gao.", ["recapturing"]),
        ("Mali will respond with air strikes to the raid on Gao.", ["raid"]),
        ("Mali responded with air strikes to the raid on Gao.", ["strikes", "raid"]),
        ("The president ordered strikes on the base, but called them off.", []),
        ("The president ordered strikes on the base, but called them a mistake.", ["strikes"]),
        ("If Chad attacks Mali and hits the wrong village, there will be war.", []),
        ("That almost led to air strikes on Gao.", []),
        ("That led to air strikes on Gao.", ["strikes"]),
        ("The rebels are vulnerable to Malian air strikes.", []),
        ("Mali on Tuesday test launched a missile.", []),
        ("Mali launched an intercontinental ballistic missile on Tuesday.", []),
        ("Mali launched missiles at a base in Gao, its first since the nuclear test.", ["launched"]),
        ("Togo fired three missiles into a zone in the Sea of Keta.", []),
        ("The president went after Chad with sanctions, hitting the capital last year.", []),
        ("Malian jets went after the rebels with rockets, hitting a school last year.", ["hitting"]),
        ("Chad would go on to aid the regime, undermining any gains made by a Malian strike.", []),
        ("Sources expect him to request Malian air strikes on the rebels.", []),
        ("President Barack Obama clashed openly with Mr. Netanyahu.", []),
        ("Kenyan police clashed with protesters in Mombasa, killing nine.", ["clashed"]),
        ("Mali hacked the firm's accounts.", []),
        ("Rebels hacked nine villagers to death in Gao.", ["hacked"]),
        ("The French election campaign in Mali goes on.", []),
        ("The French military campaign in Mali went on.", ["campaign"]),
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
        (
            "The doctor kissed the body of a boy said to have been killed by an Israeli airstrike.",
            {(None, "israel")},
        ),
        ("The doctor said the boy had been killed by an Israeli airstrike.", {("doctor", "israel")}),
        ("The Kremlin doubts the British analysis that Russia carried out the attack.", {("united-kingdom", "russia")}),
        ("Britain is convinced that Russia carried out the attack in Salisbury.", {("united-kingdom", "russia")}),
        ("The leaders agreed that Russia was responsible for the attack in Salisbury.", {("leaders", "russia")}),
        (
            "Minister Ada Silva described the bombings in Colombo as an attack by religious extremists.",
            {("ada-silva", "religious-extremists")},
        ),
        ("Police have said he admitted the shooting in Leeds.", set()),
        ("The mayor took a shot at Iran by blaming Iran for the attack in Riyadh.", {("mayor", "iran")}),
        (
            "Ada Silva said the report helps. It confirms that the Syrian army bombed the clinic in Douma.",
            {("report", "syrian-government")},
        ),
        ("Italy spoke of a strike against Syria for its chemical attack on civilians in Douma.", {(None, "syrian-government")}),
        ("France warned Turkey that its offensive in northern Syria had killed nine people.", {("france", "turkey")}),
        ("France warned reporters that its offensive in northern Syria had killed nine people.", {("france", "france")}),
        (
            "Ashraf Ghani said that by attacking civilians the Taliban was guilty of a crime.",
            {("ashraf-ghani", "taliban")},
        ),
        (
            "The Islamic State of Iraq and Syria (ISIS) claimed responsibility for the attack in Jableh.",
            {("islamic-state", "islamic-state")},
        ),
        ("Ada Bello blamed the attack on the market not on his friend Ali Musa but on the army of Chad.", {("ada-bello", "chad")}),
        ("No Russians were responsible for the attack in Salisbury.", set()),
        (
            "The FBI told of hackers who used malware. The hackers left traces. The attack by North Korea was called a hacking.",
            set(),
        ),
    ],
)
def test_who_says_whose_attack_it_was(draft: Drafted, text: str, told: set[tuple[str | None, str]]) -> None:
    assert _told(draft(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine people were killed in an attack in Benghazi, Libya. The Libyan attack was denounced.", set()),
        ("Libyan raids killed nine people in Zinder, Niger. The Libyan attack was denounced.", {(None, "libya")}),
        ("Nine children were killed in the Syrian Idlib attack.", set()),
        ("Nine children were killed in Israeli Gaza strikes.", {(None, "israel")}),
        ("The UK Parliament attack was denounced.", set()),
        ("Paris attacks fuel fear", set()),
        ("Nine people died in US mass shootings in May.", set()),
        ("France attacks a base in Mali", {(None, "france")}),
        ("The plant was hit by Yemen's Houthi drones.", {(None, "houthis")}),
        ("Five people were killed in Amman by Jordanian police officer Ali Zeid.", set()),
        ("Jordanian police killed five people in Amman.", {(None, "jordan")}),
        ("The matter of American deaths in Libya is of importance.", set()),
        ("The plane was shot down by a missile battery, according to U.S. officials.", set()),
        (
            "Georgia votes. " + "The school is in Florida, in the United States. " * 4 + "The army bombed a school.",
            {(None, "army")},
        ),
        (
            "The Syrian army bombed a clinic. Iraq mourned. Leaders blame the government of Bashar al-Assad for the attack.",
            {(None, "syrian-government"), ("leaders", "syrian-government")},
        ),
    ],
)
def test_whose_attack_it_was_called(draft: Drafted, text: str, told: set[tuple[str | None, str]]) -> None:
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
