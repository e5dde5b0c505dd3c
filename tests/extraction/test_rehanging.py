"""Who tells, accuses, admits or is blamed, where the parse has it of another; and what kind of actor that is."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Drafted = Callable[[str], Annotation]


def asserted(annotation: Annotation) -> set[tuple[str | None, str | None]]:
    """Who is said to be the attacker, and by whom; an attack of which nobody is said to be has None."""
    claims = [(one.speaker, claim) for one in annotation.statements for claim in one.asserts if not isinstance(claim, str)]
    named = {(claim.attacker, speaker) for speaker, claim in claims if isinstance(claim.attacker, str)}
    return named | {(None, speaker) for speaker, claim in claims if claim.occurrence}


@pytest.mark.parametrize(
    ("text", "attacker", "speaker"),
    [
        ('A nurse who saw the wounded man told the BBC: "They started to shell us at night."', None, "nurse"),
        ("The Palace said Biden repeated that Chad has a right to defend itself and condemned Libya's raids.", "libya", "biden"),
        (
            "Kerry blamed Chadian-backed militias - which helped Gao in the war - for attacks on camps.",
            "chadian-backed-militias",
            "kerry",
        ),
        ("Officials blamed Eritrea for the sabotage of pipelines and a drone attack on silos in May.", "eritrea", "officials"),
        ("Ada Ba told reporters in Kano that it was over. She also complained that Chad had bombed the market.", "chad", "ada-ba"),
        ("The drones struck a convoy near Agadez late on Sunday the source revealed.", None, "source"),
        ('"Rebels shelled Gao" said Ali Omar Hassan head of the Red Lantern League.', "rebels", "ali-omar-hassan"),
        ("The Guard's Deputy Commander, Brig-Gen Musa Toure, said rebels shelled the airport.", "rebels", "musa-toure"),
        ('Governor Ada Musa said rebels shelled Jos. "Jets bombed the market," her office said.', None, "ada-musa-s-office"),
        ("Mali's U.N. Ambassador Issa Ba said rebels shelled Gao. Jets bombed it too, the U.N. envoy said.", None, "issa-ba"),
        ("The Reuters news agency said rebels bombed Kidal.", "rebels", "reuters"),
        ("The militant group al-Noor -- the arm of the Front -- said it had fired a missile on Haifa.", "al-noor", "al-noor"),
        ("A Saudi official admitted responsibility for the air strike on the market in Saada.", "saudi-arabia", "saudi-official"),
        (
            "The Republican Guard's Deputy Commander, Musa Toure, admitted its role in the strike on the market.",
            "republican-guard",
            "musa-toure",
        ),
        ("Iran is orchestrating an attack on the embassy in Amman, the minister said.", "iran", "minister"),
        ("The army is watching Boko Haram, a group that conducts bombing raids on Chad, officials say.", "boko-haram", "officials"),
        ("The raid by Chad marked a change for Ada Ba, who warned as a minister against wars.", "chad", None),
        ("The raid by Chad killed nine people in Gao, Ada Ba, the minister, warned.", "chad", "ada-ba"),
        ("The mayor said that Libya is responsible for aiding Chad in its attacks on villages.", "chad", "mayor"),
        ("The mayor said that Libya helped Chad by its attacks on villages.", "libya", "mayor"),
        ("Mali 'gas attack': envoys meet", None, None),
        (
            'The raid killed nine people, according to the League group. "Gas was used in Gao by rebels," Ada Ba said.\n'
            '"They ignore all the facts and documented information on the use of chemical weapons by terrorists in Mali."',
            "terrorists",
            "ada-ba",
        ),
        ("Mali's gas attack: envoys meet", "mali", None),
    ],
)
def test_who_says_who_did_it(draft: Drafted, text: str, attacker: str | None, speaker: str) -> None:
    assert (attacker, speaker) in asserted(draft(text))


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("The bombing came on the anniversary of the U.S. Consulate attack in Lahore.", "united-states"),
        (
            "The ministry denied it, saying no Ethiopian planes have carried out air strikes near Mekelle, but Adwa was hit.",
            "ethiopia",
        ),
        ("The police bombing on Tuesday was the deadliest attack since July.", "police"),
        ("The Ukrainian army acknowledged the attack on its base near Sumy.", "ukraine"),
        ("The Nigerian army admitted that its base at Buni was bombed.", "nigeria"),
        ("Minister Ada Ba said there is no proof yet Mali's government is behind the attack on Kidal. It was bombed.", "mali"),
        ("Mali's army denied opening fire on protesters in Kidal, killing 12.", "mali"),
        ("The government of Mali which denied its forces were behind the attack on Kidal also agreed to talks.", "mali"),
        ("The army is watching Boko Haram, a group that a Chad-led coalition conducts bombing raids against.", "boko-haram"),
        ("The mayor said that Libya is responsible for aiding Chad in its attacks on villages.", "libya"),
        ("Mali 'gas attack': envoys meet", "mali"),
        ("The junta would have Egyptians believe it. AP reports that the group said it bombed Suez.", "egyptians"),
    ],
)
def test_who_is_not_said_to_have_done_it(draft: Drafted, text: str, attacker: str) -> None:
    assert attacker not in {one for one, _ in asserted(draft(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Shells destroyed a clinic in Goma, the charity said Thursday, killing at least 14 patients.",
        "The charity said the rocket hit a bus, but that shrapnel from the blast tore through a queue, killing at least 14 patients.",
        "The war, which began in May, has claimed 14 lives and sent millions fleeing for safety, according to the charity.",
    ],
)
def test_harm_is_told_by_who_tells_of_the_attack(draft: Drafted, text: str) -> None:
    speakers = {
        one.speaker for one in draft(text).statements for claim in one.asserts if not isinstance(claim, str) and claim.figure
    }
    assert speakers == {"charity"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The raid was claimed by Jaish al-Badr, the most prominent of the Baloch militant groups.", "ArmedGroup"),
        ("Ukraine's General Staff said Russia shelled Kherson.", "ArmedForce"),
        ("Hamas TV said Israel bombed the ministry.", "NewsPublisher"),
        ("Iraq's Badr bloc, a political party, condemned the Turkish air strikes on Dohuk.", "PoliticalOrganisation"),
        ("Sudanese-backed militias said Chad shelled Tine.", "ArmedGroup"),
    ],
)
def test_what_kind_of_actor_speaks(draft: Drafted, text: str, kind: str) -> None:
    annotation = draft(text)
    speakers = {one.speaker for one in annotation.statements if one.speaker}
    assert {annotation.actors[key].kind for key in speakers} == {kind}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Secretary of State Ada Ba blamed Mali for the raid on Gao.", "us-state-department"),
        ("Defence Minister Ada Ba blamed Mali for the raid on Gao.", None),
        ("Ada Ba, a minister of State, blamed Mali for the raid on Gao.", None),
    ],
)
def test_for_whom_one_speaks(draft: Drafted, text: str, body: str | None) -> None:
    assert draft(text).actors["ada-ba"].speaks_for == ((body,) if body else ())


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Peshmerga bombed Mosul, the Kurdistan Region Security Council said on Monday.", "Kurdistan Region Security Council"),
        ("Peshmerga bombed Mosul, the Iraqi Security Council said on Monday.", "Iraqi Security Council"),
    ],
)
def test_a_body_of_a_region_is_not_that_of_the_state(draft: Drafted, text: str, label: str) -> None:
    annotation = draft(text)
    assert {annotation.actors[one.speaker].label for one in annotation.statements if one.speaker} == {label}
