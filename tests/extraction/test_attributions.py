"""Who is said, by whom, to have made an attack."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.extraction.mentions import Act
from kg.extraction.speech import Speech

Acts = Callable[[str], list[Act]]
Speeches = Callable[..., list[Speech]]
Drafted = Callable[[str], Annotation]


def attackers(acts: list[Act]) -> set[str]:
    return {party.label for act in acts for party in act.attackers}


def attributions(annotation: Annotation) -> set[tuple[str, str | None]]:
    """The pairs of attacker and speaker that are asserted."""
    found = set()
    for one in annotation.statements:
        for claim in one.asserts:
            if not isinstance(claim, str) and isinstance(claim.attacker, str):
                found.add((claim.attacker, one.speaker))
    return found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebel shelling of the harbour killed nine people.", "rebels"),
        ("Nine people died in rebel shelling of a school in Vantora.", "rebels"),
        ("Insurgents regularly target the port of Vantora with mortar attacks.", "insurgents"),
        ("The city has faced air strikes from a Turkish-led alliance since 2019.", "Turkish-led alliance"),
        ("The town came under fire from Kenyan troops.", "Kenya"),
        ("The village has come under attack by Boko Haram.", "Boko Haram"),
        ("Army jets bombed a market in Sudan.", "Sudan"),
        ("Nine people died in government fire on a market in Sudan.", "Sudan"),
        ("The council blamed the federal air force for the raid on a market in Ethiopia.", "Ethiopia"),
        ("A Chadian army helicopter hit a school in Vantora.", "Chad"),
        ("Two drones sent by Iran struck a base in Vantora.", "Iran"),
        ("One of the Nigerian jets struck a village in Yobe.", "Nigeria"),
        ("Malian soldiers and Russian mercenaries shelled the town of Moura.", "Russian mercenaries"),
        ("Forces loyal to Omar Barrow have launched drone strikes on Vantora.", "forces loyal to Omar Barrow"),
        ("Jihadist groups attacked a village in Niger.", "Jihadist groups"),
        ("Tigrayan forces shelled two towns in Amhara.", "Tigrayan forces"),
        ("A raid believed to have been carried out by Boko Haram killed three people.", "Boko Haram"),
        ("Boko Haram claimed responsibility for an attack on a convoy in Niger.", "Boko Haram"),
        ("Boko Haram claimed an attack on a military convoy in Niger.", "Boko Haram"),
        ("The governor held Boko Haram fighters responsible for the attack on the village.", "Boko Haram"),
        ("Omar Diallo, suspected of an attack on a mall in Nairobi, was killed.", "Omar Diallo"),
        ("The raid killed a gunman linked to an attack on a hotel in Bamako.", "gunman"),
        ("The mayor blamed the attack on armed groups.", "armed groups"),
        ("Nine women died at the hands of Eritrean soldiers in Axum.", "Eritrea"),
        ("Boko Haram is believed to be behind the massacre of 22 villagers in Dikwa.", "Boko Haram"),
        ("Togo lost 14 men in the ambush by jihadists near Dapaong.", "jihadists"),
        ("Attackers thought to be linked to Boko Haram killed 11 villagers in Diffa.", "Boko Haram"),
        ("Gunmen believed to be from Boko Haram killed nine people in Diffa.", "Boko Haram"),
        ("Ghana-backed rebels killed nine soldiers in shelling near Lome.", "Ghana-backed rebels"),
        ("Twelve women were shot dead at a church in Jos on Sunday, an attack police linked to Boko Haram.", "Boko Haram"),
        ("The assault, attributed to the ZRD, left 40 villagers dead in Mukondi.", "ZRD"),
        ("The ZRD was blamed for a car bomb in Cali that left seven dead.", "ZRD"),
        ("The bombing bore the fingerprints of Boko Haram.", "Boko Haram"),
        ("It was Togo that had carried out the air strike on Lome.", "Togo"),
        ("Boko Haram has claimed responsibility for both of those bombings.", "Boko Haram"),
        ("Ghana accused Togo of gassing hundreds of people by firing rockets at Keta.", "Togo"),
        ("Militiamen hacked 25 villagers to death in Ituri.", "militiamen"),
        ("Suspected herders killed at least 17 people in Benue, a spokeswoman said.", "Suspected herders"),
        ("A boat was hit by a Kenyan helicopter off Lamu.", "Kenya"),
        ("Members of the New People's Army opened fire on a patrol in Samar.", "New People's Army"),
        ("The Togo Liberation Army was held responsible for the bombing of a bank in Lome.", "Togo Liberation Army"),
        ("The junta's warplanes killed nine people in Vantora.", "junta"),
        ("Ghana accused Togo's troops of shelling across the border.", "Togo"),
    ],
)
def test_attackers(acts_in: Acts, text: str, who: str) -> None:
    assert who in attackers(acts_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility for the attack on the market.",
        "A Turkish-made drone struck a convoy.",
        "Ghazal strikes hit a school in a rebel-held town.",
        "The strike on the army base in Mali killed two soldiers.",
        "Colombia's president visited the victims of the bombing.",
    ],
)
def test_nobody_is_named_as_the_attacker(acts_in: Acts, text: str) -> None:
    assert attackers(acts_in(text)) == set()


def test_rebels_of_a_country_are_not_the_country(acts_in: Acts) -> None:
    assert "Colombia" not in attackers(acts_in("Colombia's FARC rebels were behind the bombing of a police station."))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Shells hit the town, residents and a former official said.", ["residents", "former official"]),
        ("A bomb hit a school, the governor of Yobe and local media reported.", ["governor of Yobe", "local media"]),
        ("Jets bombed the port on Monday residents said.", ["residents"]),
        ("Nine people were killed when a shell hit a factory on Monday a ministry official said.", ["ministry official"]),
        ("A drone hit a camp, the Sahel Data Project, a monitoring group, said.", ["Sahel Data Project"]),
        ("Shells fell on the town, Kenya-based analysts said.", ["Kenya-based analysts"]),
        ("Troops burned the village, army spokesman Jon Barrow said.", ["Jon Barrow"]),
    ],
)
def test_who_closes_a_sentence(speeches_in: Speeches, text: str, who: list[str]) -> None:
    assert [one.speaker.label for one in speeches_in(text)] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya has been criticised for an air strike on a wedding.", "those who criticise Kenya"),
        ("Amid reports that Kenya was shelling the town, people fled.", "unnamed reports"),
        ("Claims by residents that Kenya was shelling the town could not be checked.", "residents"),
        ("The ministry was quoted by a newspaper as saying the missiles came from Kenya.", "ministry"),
    ],
)
def test_speech_without_its_verb(speeches_in: Speeches, text: str, who: str) -> None:
    assert who in {one.speaker.label for one in speeches_in(text)}


def test_a_rejected_accusation_is_nobodys_assertion(speeches_in: Speeches) -> None:
    assert {one.speaker.label for one in speeches_in("Kenya rejected claims that it had shelled the town.")} == {"Kenya"}


def test_each_who_says_it_asserts_it(draft: Drafted) -> None:
    found = attributions(
        draft("Shells hit a town\n\nKenyan shelling killed nine people in Vantora, the mayor and two doctors said.")
    )
    assert {speaker for attacker, speaker in found if attacker == "kenya"} == {"mayor", "two-doctors"}


@pytest.mark.parametrize(
    ("after", "attacker"),
    [
        ("The mayor blamed Kenyan troops.", "kenya"),
        ("Boko Haram claimed responsibility.", "boko-haram"),
        ("Boko Haram has claimed responsibility.", "boko-haram"),
        ("The mayor said the shells came from Kenyan positions.", "kenya"),
        ("The mayor said Boko Haram was behind it.", "boko-haram"),
    ],
)
def test_blame_without_a_word_for_the_attack(draft: Drafted, after: str, attacker: str) -> None:
    found = attributions(draft(f"Shells hit a market in Vantora on Tuesday, killing nine people.\n\n{after}"))
    assert {one for one, _ in found} == {attacker}


@pytest.mark.parametrize("after", ["The mayor blamed Kenya for the drought.", "No group claimed responsibility."])
def test_blame_for_something_else(draft: Drafted, after: str) -> None:
    assert attributions(draft(f"Shells hit a market in Vantora on Tuesday, killing nine people.\n\n{after}")) == set()


def test_an_inquiry_into_its_own_soldiers_names_them(draft: Drafted) -> None:
    text = (
        "A strike destroyed a school in Vantora on Tuesday.\n\n"
        "A Kenyan military inquiry found that soldiers had failed to check the target."
    )
    assert "kenya" in {attacker for attacker, _ in attributions(draft(text))}


def test_what_is_conceded_is_asserted_too(draft: Drafted) -> None:
    found = draft("A blast in Vantora\n\nThe Kenyan army admitted that its jets had bombed a school in Vantora.")
    assert "kenya" in {attacker for attacker, _ in attributions(found)}
    assert any(one.acknowledges for one in found.statements)


@pytest.mark.parametrize(
    "sentence",
    [
        "The president rejected claims that government forces deliberately target schools.",
        "Barrow's troops deny targeting civilians.",
        "The army said the accusations that it had bombed the school were baseless.",
        "The mayor said there was no evidence that Somali troops had shelled the school.",
        "The mayor could not confirm that Somali troops had shelled the school.",
    ],
)
def test_under_a_denial_nothing_is_asserted(draft: Drafted, sentence: str) -> None:
    text = f"Shells hit a school in Vantora, Kenya, on Tuesday.\n\nOmar Barrow leads the troops there.\n\n{sentence}"
    assert attributions(draft(text)) == set()


def test_an_official_gets_the_name_that_follows(draft: Drafted) -> None:
    text = (
        "A senior Kenyan official accused Somalia of shelling a school in Vantora.\n\n"
        "Omar Barrow, the secretary of Kenya's security council, said that two shells had hit the school."
    )
    assert ("somalia", "omar-barrow") in attributions(draft(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Warplanes of the coalition bombed a village in Syria.", "US-led coalition"),
        ("Islamic State fighters had shelled the village in Syria.", "Islamic State"),
        ("Kenyan jets had taken part in the bombing of the camp.", "Kenya"),
        ("The blast was caused by a rocket fired by Somali armed groups.", "Somali armed groups"),
        ("Kenya has shelled the town for a week. On Monday it bombed a bakery in Vantora.", "Kenya"),
        ("The army was chasing fighters who had bombed a school in Kenya.", "fighters"),
    ],
)
def test_attackers_by_their_relations(acts_in: Acts, text: str, who: str) -> None:
    found = acts_in(text)
    assert attackers(found) == {who}
    assert found[-1].attackers


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad, Niger and Saudi Arabia accused Kenya of bombing a school.", {"Chad", "Niger", "Saudi Arabia"}),
        ("State media in Vantora had said it suspected Kenya of bombing a school.", {"State media in Vantora"}),
        ("Health authorities in Vantora blamed Kenya for bombing a school.", {"Health authorities in Vantora"}),
        ("The mayor accused Chad – which earlier blamed Kenya for the bombing – of lying.", {"mayor", "Chad"}),
    ],
)
def test_all_who_say_it(speeches_in: Speeches, text: str, who: set[str]) -> None:
    assert {one.speaker.label for one in speeches_in(text)} == who


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Chad's Defense Ministry said two Sudanese aircraft bombed the base in Vantora.", ("sudan", "chadian-defense-ministry")),
        (
            "Malian state TV quoted a military official as saying that Algerian jets bombed the barracks in Gao.",
            ("algeria", "military-official"),
        ),
        ('The envoy blamed Chadian troops for what he called a "mindless raid" on Vantora.', ("chad", "envoy")),
        ("Armenian forces downed an Azeri helicopter, the mayor said.", ("armenia", "mayor")),
        ("Shells hit the market in Vantora. The envoy held Chad responsible.", ("chad", "envoy")),
        ("The attack on the market in Vantora was a Chadian aggression, the mayor said.", ("chad", "mayor")),
    ],
)
def test_whose_word_it_is(draft: Drafted, sentence: str, said: tuple[str, str]) -> None:
    assert attributions(draft(f"Talks in Vantora\n\n{sentence}\n")) == {said}


def test_what_is_not_held_against_anyone(draft: Drafted) -> None:
    text = "Talks in Vantora\n\nShells hit the market in Vantora. The envoy said he did not hold Chad responsible.\n"
    assert attributions(draft(text)) == set()


def test_what_is_shot_down_is_not_the_weapon(acts_in: Acts) -> None:
    (act,) = acts_in("Rebels shot down a Sudanese helicopter near Nyala.")
    assert (act.weapon, [target.label for target in act.targets]) == (None, ["Sudanese helicopter"])


def test_it_is_the_body_that_the_sentence_before_is_about(speeches_in: Speeches) -> None:
    text = "The United Nations said it knew no more. The Sudanese army has been accused of raids. It says it hit only soldiers."
    assert speeches_in(text)[-1].speaker.key == "sudanese-army"


def test_whom_it_killed_is_told_of_what_one_is_accused_of(draft: Drafted) -> None:
    found = draft("The rebels accused the army of shelling the town of Gao, killing 12. It rejected the charge.")
    assert {one.speaker for one in found.statements} == {"rebels", "army"}
    assert [claim.attacker for one in found.statements for claim in one.asserts if getattr(claim, "attacker", None)] == ["army"]


def test_what_was_done_after_accusing_was_done_by_the_accuser(draft: Drafted) -> None:
    found = draft(
        "A bomb killed nine in Gao. Mali accused Chad of being behind the bombing and fired missiles at a Chadian army base on Monday."
    )
    told = {
        found.events[claim.about].kind: claim.attacker
        for one in found.statements
        for claim in one.asserts
        if not isinstance(claim, str) and claim.attacker
    }
    assert told == {"Bombing": "chad", "MissileAttack": "mali"}


def test_who_accuses_first_denies_nothing(draft: Drafted) -> None:
    text = "Talks in Vantora\n\nRebels said Chad bombed a hospital in Vantora. Chad blamed the blast on a misfired rebel rocket.\n"
    found = draft(text)
    assert {one.speaker for one in found.statements if one.form} == {"chad"}
    assert attributions(found) == {("chad", "rebels"), ("rebels", "chad")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The hospital was hit by a rocket misfired by Boko Haram.", "Boko Haram"),
        ("A failed rocket launch by Boko Haram hit the hospital.", "Boko Haram"),
        ("A missile fired by Chadian troops struck a school.", "Chad"),
    ],
)
def test_who_fired_what_hit(acts_in: Acts, text: str, who: str) -> None:
    assert who in attackers(acts_in(text))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Kenya accused Eritrea of being behind the bombing of a market in Vantora.", ("eritrea", "kenya")),
        ("Kenya accused Eritrea of involvement in the attack on the power station.", ("eritrea", "kenya")),
        ("The governor accused Boko Haram of being responsible for a raid on a village in Niger.", ("boko-haram", "governor")),
        ("Activists accused Chad's forces of launching a mortar attack on a village in Vantora.", ("chad", "activists")),
        ("Omar's allies accused Chad of being behind the killings.", ("chad", "omar-s-allies")),
        ("Analysts attributed the attack on the convoy to Boko Haram.", ("boko-haram", "analysts")),
        ("Karim's allies accused Chad of being behind the raid, a charge Ndjamena denied.", ("chad", "karim-s-allies")),
        ("An inquiry concluded that Malian soldiers were to blame for the killings.", ("mali", "inquiry")),
        ("Officials said the raid was right and held Chad accountable for the deaths.", ("chad", "officials")),
        ("The Taliban said in a statement that Kenyan forces had bombed a hospital.", ("kenya", "taliban")),
        (
            "Human Rights Watch said the toll was wrong, but that Kenyan troops had shelled a school.",
            ("kenya", "human-rights-watch"),
        ),
        ("Kenya repeated its allegation Eritrea was behind an attack on the refinery.", ("eritrea", "kenya")),
        ("Officials said the bombing was carried out by five members of Boko Haram.", ("boko-haram", "officials")),
        ("Kenya said its jets had struck most of the bases in its biggest raid.", ("kenya", "kenya")),
        ("Nigerian army accused of killings in Baga", ("nigeria", "those-who-accuse-nigerian-army")),
        ("An official accused Chad of escalating its attacks on civilian targets.", ("chad", "official")),
    ],
)
def test_who_accuses_whom(draft: Drafted, text: str, pair: tuple[str, str]) -> None:
    assert attributions(draft(text)) == {pair}


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("Kenya and Chad accused each other of shelling villages.", "kenya", "chad"),
        ("India and Pakistan blamed one another for the raid on a village.", "india", "pakistan"),
    ],
)
def test_each_other(draft: Drafted, text: str, first: str, other: str) -> None:
    assert attributions(draft(text)) == {(first, other), (other, first)}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Monday's attacks, which were claimed by Boko Haram, killed nine people.", "boko-haram"),
        ("A suicide attack on a hotel in Vantora claimed by the Taliban killed two people.", "taliban"),
        ("The bombing of the hotel, for which Hezbollah has claimed responsibility, killed two people.", "hezbollah"),
        ("Iran denies involvement in the attacks, which were claimed by Houthi rebels.", "houthis"),
        ("A bomb killed two people in Vantora. It was claimed by the Taliban.", "taliban"),
        ("A bomb killed two people in Vantora. Responsibility has been claimed by the Taliban.", "taliban"),
        ("Responsibility for the bombing of a hotel in Vantora was claimed by the Taliban.", "taliban"),
    ],
)
def test_claims_of_responsibility(draft: Drafted, text: str, group: str) -> None:
    drafted = draft(text)
    assert (group, group) in attributions(drafted)
    assert any(one.speaker == group and one.acknowledges for one in drafted.statements)
    assert (group, None) not in attributions(drafted), "the article does not say that the claim is true"


def test_who_attacks_after_what_was_told(draft: Drafted) -> None:
    told = "Boko Haram gunmen attacked the village on Sunday."
    assert ("boko-haram", "resident") in attributions(draft(f"{told} The gunmen opened fire on a crowd, a resident said."))
    enemy = '"The enemy attacked the port," the Kenyan army said.'
    assert ("ethiopia", "kenyan-army") in attributions(draft(f"Ethiopia bombed the port of Vantora on Monday.\n\n{enemy}"))
    weapons = "Drones struck a refinery on Monday.\n\nKenya has accused Iran of providing the weapons."
    assert ("iran", "kenya") in attributions(draft(weapons))


@pytest.mark.parametrize(
    "text",
    [
        "The army had been anticipating an attack by Kenyan forces on the port.",
        "Kenya accused Chad of using the attack on the bus as a pretext.",
        "Saudi oil attacks shut a plant.",
        "Turkish-made drones hit a school in Vantora.",
        "No group has claimed the attack on the bus.",
        "Kenya braced for an attack by Somali militants on the port.",
    ],
)
def test_nobody_is_said_to_have_attacked(draft: Drafted, text: str) -> None:
    assert not attributions(draft(text))


def test_what_is_alleged_is_not_certain(draft: Drafted) -> None:
    drafted = draft("Eritrean troops are alleged to have killed hundreds of civilians in Vantora.")
    assert {
        (one.certainty, claim.attacker)
        for one in drafted.statements
        for claim in one.asserts
        if not isinstance(claim, str) and claim.attacker
    } == {("probable", "eritrea")}


def test_an_office_told_with_a_pronoun(draft: Drafted) -> None:
    drafted = draft("Daniel Diallo, its regional director, said the army had bombed a village in Mali.")
    assert any(one.speaker == "daniel-diallo" for one in drafted.statements)
