"""Mentions of attacks: who, what, where, when; and those that are not real."""

from collections.abc import Callable

import pytest

from kg.extraction.mentions import Act
from kg.extraction.unreal import is_unreal

Find = Callable[[str], list[Act]]


@pytest.mark.parametrize(
    "text",
    [
        "Russian air strikes hit a hospital in Vantora.",
        "A hospital was bombed by Russia.",
        "Russia bombed a hospital.",
        "Russia carried out an air strike on a hospital.",
        "Russian warplanes bombed a hospital.",
        "Residents blamed Russia for the attack on a hospital.",
        "They accused Russia of bombing a hospital.",
    ],
)
def test_attackers(acts_in: Find, text: str) -> None:
    found = [act for act in acts_in(text) if act.attackers]
    assert [[party.key for party in act.attackers] for act in found] == [["russia"]]


@pytest.mark.parametrize(
    "text",
    [
        "Either Russian or Syrian air strikes hit a hospital.",
        "Russian or Syrian aircraft bombed a hospital.",
        "Raids by Russian or Syrian aircraft killed nine people.",
        "A hospital was bombed by Russian or Syrian jets.",
        "Residents blamed Russian or Syrian jets for the raid on a hospital.",
        "The raids were carried out by Russian or Syrian aircraft.",
        "Jets belonging to Russia or Syria bombed a hospital.",
        "Warplanes believed to be Russian or Syrian bombed a hospital.",
        "Suspected Russian or Syrian jets bombed a hospital.",
        "Warplanes of Syria or its ally Russia bombed a hospital.",
        "Russia, Syria or both bombed a hospital.",
    ],
)
def test_one_or_other(acts_in: Find, text: str) -> None:
    (act,) = (act for act in acts_in(text) if act.attackers)
    assert {party.key for party in act.attackers} > {"syrian-government"}
    assert (len(act.attackers), act.responsibility) == (2, "alternative")


@pytest.mark.parametrize(
    "text",
    [
        "Russian and Syrian aircraft bombed a hospital.",
        "Two or more Russian and Syrian jets bombed a hospital.",
        "Russian and Syrian jets bombed a hospital or a school.",
    ],
)
def test_both_together(acts_in: Find, text: str) -> None:
    (act,) = (act for act in acts_in(text) if act.attackers)
    assert (len(act.attackers), act.responsibility) == (2, "joint")


@pytest.mark.parametrize(
    ("text", "responsibility"),
    [
        ("Hamas or Islamic Jihad militants fired rockets at a school.", "alternative"),
        ("Hamas and Islamic Jihad militants fired rockets at a school.", "joint"),
    ],
)
def test_groups_before_one_noun(acts_in: Find, text: str, responsibility: str) -> None:
    (act,) = acts_in(text)
    assert ({party.key for party in act.attackers}, act.responsibility) == ({"hamas", "islamic-jihad"}, responsibility)


@pytest.mark.parametrize(
    "text",
    [
        "Government or Russian warplanes bombed a hospital.",
        "Army or rebel shells hit a hospital.",
        "It determines whether a hospital was bombed by Syrian, Russian or US-led coalition aircraft.",
        "The assault by aircraft from the Syrian regime, its Russian allies or both hit a hospital.",
    ],
)
def test_of_two_of_whom_one_is_unknown_none_is_named(acts_in: Find, text: str) -> None:
    assert all(not act.attackers for act in acts_in(text))


def test_munitions_are_agents(acts_in: Find) -> None:
    assert any(party.key == "russia" for act in acts_in("Russian rockets hit a school in Vantora.") for party in act.attackers)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia bombed a hospital.", "Hospital"),
        ("An air strike on a school killed nine people.", "School"),
        ("Shelling hit a crowded market.", "Market"),
        ("Rockets struck; an attack on a medical centre followed.", "MedicalFacility"),
    ],
)
def test_targets(acts_in: Find, text: str, kind: str) -> None:
    assert kind in {target.kind for act in acts_in(text) for target in act.targets}


def test_places_and_times(acts_in: Find) -> None:
    (act,) = acts_in("An air strike hit a hospital in Idlib on Tuesday.")
    assert act.places == ["Idlib"]
    assert act.time is not None
    assert str(act.time.days[0]) == "2024-03-12"


def test_the_attacker_is_not_where_it_was(acts_in: Find) -> None:
    assert [act.places for act in acts_in("They accused Russia of bombing a hospital.")] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Russia could bomb the hospital.",
        "Russia threatened to bomb the hospital.",
        "They warned of an attack on the hospital.",
        "A deal would prevent an attack on the hospital.",
        "The president called off air strikes on the hospital.",
        "The army cancelled a raid on the hospital.",
        "We are going to see an attack on a train.",
        "The minister said an attack on the camp remained an option.",
        "The general was in Goma for preparations for an attack on Kigali.",
        "Police found tunnels built for attacks on villages.",
        "Students carried banners condemning attacks on churches.",
        "Kenya wants to stop militants from attacking Garissa.",
        "It is unclear whether the raids were carried out by Chad.",
        "Rebels are trying to storm the base near Gao next.",
        "If Chad bombs the town again, the reply to that bombing will be swift.",
        "No Chadian planes have carried out air strikes in Sorvan.",
        "The president asked the senate to back a limited strike against Chad.",
        "His push for a military strike failed in the senate.",
        "A limited air strike is the right response, said the minister.",
        "The minister once suggested bombing the dam at Kariba.",
        "He told of plans in the event of proof that Chad has resorted to using chemical weapons on its own people.",
        "It seems unwise to start launching missiles at Chad.",
        "Those surveyed overwhelming opposed U.S. airstrikes on Libyan targets that included cultural sites.",
        "Rebels are able to shell the airport in Gao.",
        "Rebels were not able to shell the airport in Gao.",
        "Rebels would be able to shell the airport in Gao.",
    ],
)
def test_what_is_only_feared_is_unreal(acts_in: Find, text: str) -> None:
    assert all(is_unreal(act) for act in acts_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Russia bombed the hospital.",
        "The police failed to prevent the attack on the mall.",
        "The army could not stop the raid on the village.",
        "They will investigate an attack on a train.",
        "Kenya asked Chad to stop shelling the town of Adre.",
        "Chad would not halt its air strikes on Adre.",
        "The rebels will talk if Chad calls a halt to its air strikes on Adre.",
        "It was not clear whether the raids were carried out by Chadian jets or those of its ally Libya.",
        "The raid on the market may have been carried out by Chad.",
        "Rebels tried to storm the base near Gao on Sunday.",
        "There were several attempts to storm the town.",
        "Residents opposed air strikes that killed their children in Goma.",
        "The minister asked the senate to back the raid that had killed nine in Goma.",
        "The group voiced its support for the raid on the market.",
        "An air strike was the response of Chad.",
        "The report suggested that Chad bombed the dam at Kariba.",
        "In the event, Chad bombed the dam at Kariba.",
    ],
)
def test_what_happened_is_real(acts_in: Find, text: str) -> None:
    assert [is_unreal(act) for act in acts_in(text)] == [False]


def test_what_is_answered_is_real_whatever_becomes_of_the_answer(acts_in: Find) -> None:
    found = acts_in("Chad called off a raid on rebel camps in retaliation for the bombing of a bus.")
    assert [is_unreal(act) for act in found] == [True, False]


@pytest.mark.parametrize("text", ["He suffered a heart attack.", "Workers went on strike.", "The minister attacked the plan."])
def test_what_is_no_attack(acts_in: Find, text: str) -> None:
    assert acts_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The report details the suspected use of cluster munitions in Donetsk.",
        "The army was fighting with rebel groups near Goma.",
        "Turkey shells Syrian Kurds in Azaz",
        "Rebels were blamed for shooting down flight AB17.",
        "Soldiers shot down an Mi-8 near Goma.",
        "The minister condemned the attack in a speech in Gao.",
        "Gunmen attacked the newspaper in Gao.",
        "The colonel attacked the court in Gao with rockets.",
        "Rebels executed nine prisoners in Gao.",
        "The minister condemned the use of poison gas on rebel areas in Gao.",
        "The army bombarded the office with shells in Gao.",
        "None of the soldiers who attacked the school in Gao is known to have been hurt.",
    ],
)
def test_more_words_that_tell_of_attacks(acts_in: Find, text: str) -> None:
    assert [act for act in acts_in(text) if not is_unreal(act)]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured a rocket launcher from the army.",
        "Thousands of people have been killed in fighting in Mali since April.",
        "Chad will send troops to help local fighters in their drive to retake the city of Kidal.",
        "He was involved in planning attacks that threatened allied forces.",
        "Troops fighting rebels in Mali were paid late.",
        "A gas explosion killed three miners near Zonguldak.",
        "The explosion of a gas cylinder in Lagos killed two.",
        "A storm battered the coast and destroyed 300 homes in Mozambique.",
        "An avalanche hit the village on Sunday.",
        "A nationwide strike hit hospitals and schools in Nigeria.",
        "She survived a shark attack off Durban.",
        "Hackers attacked the website of the ministry.",
        "He fled after the army of Iraq invaded the country.",
        "Police launched more raids in Lyon, detaining five people.",
        "Nineteen raids were carried out in Lyon on Sunday, the prosecutor said.",
        "It serves as a pretext for the army to bomb farms and hit the port.",
        "North Korea fired two missiles into the sea on Thursday.",
        'The minister wants a ban of "assault" weapons in Gao.',
        "The minister rejected attacks on his record in Gao.",
        "The minister withstood five hours of attacks at a hearing in Gao.",
        "The malware hit South Korea last year.",
        "The treaty bans the use of chemical weapons against civilians.",
        "The use of chemical weapons against civilians is a war crime.",
        "The army's use of chlorine to clean the wells of Gao drew praise.",
        "Any use of chemical weapons against civilians must be punished.",
        "The use of chemical weapons by the army would be a red line.",
        "He criticised the policy of targeting Russia with sanctions.",
        "Police executed the operation in Gao on Monday.",
        "Critics bombarded the office with calls in Gao.",
        "The president calls the rebels losers and attacks the newspaper in Gao.",
        "None of the recruits is known to have planned or carried out an attack in Mali.",
        "What worries Mali is attacks by the rebels on its troops in Gao.",
        "An attack on Gao means the end of Mali, the general said.",
        "An attack on one is an attack on all.",
        "It will take time for air strikes to weaken the rebels.",
        "Their guns will be found and their camps bombed.",
        "Nine suspected militants were detained in raids in four districts of Gao.",
    ],
)
def test_what_tells_of_no_attack(acts_in: Find, text: str) -> None:
    assert not [act for act in acts_in(text) if not is_unreal(act)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Heavy fighting raged in Goma on Tuesday.", 1),
        ("The charity said the battles raging in Goma had made life hard.", 0),
    ],
)
def test_fighting_that_goes_on_beside_other_news_is_no_event(acts_in: Find, text: str, count: int) -> None:
    assert len(acts_in(text)) == count


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The ambassador survived an assassination attempt in Karachi.", ["Attack"]),
        ("Three villages in Darfur were torched by the militia.", ["Attack"]),
        ("Thirty people died in the hotel siege in Bamako.", ["GroundAttack"]),
        ("The siege of the city went on.", []),
        ("Ethiopian jets struck the Tigrayan capital, Mekelle.", ["AirStrike"]),
        ("Soldiers died when their truck ran over a landmine near Gao.", ["Bombing"]),
        ("A car bomb killed nine in Baghdad. Another went off outside a bank.", ["Bombing", "Bombing"]),
        ("A rocket hit a school. A second landed near the clinic.", ["Shelling", "Shelling"]),
        ("One went off to the market.", []),
        ("The rebels fired dozens of rockets at a camp near Tyre.", ["Shelling"]),
        ("A shell hit a crowd of mourners in Kassala.", ["Shelling"]),
        ("A coalition of Islamist fighters captured the airport of Tripoli.", ["GroundAttack"]),
        ("The attacker drove a lorry into a crowd at a market in Nice.", ["GroundAttack"]),
        ("A van rammed into worshippers outside a mosque in London.", ["GroundAttack"]),
        ("A lorry crashed into a crowd in Lagos.", []),
        ("A man stabbed two nurses to death in Kano.", ["Attack"]),
        ("Six miners were abducted and shot near Quetta.", ["Attack"]),
        ("Masked men stopped a bus near Gao and shot four passengers.", ["Attack"]),
        ("Six people were burned alive in their huts in Leer.", ["Attack"]),
        ("The film was shot in Gao.", []),
        ("Two boys were crushed to death in Jos.", []),
        ("Soldiers burned the village down.", ["Attack"]),
        ("Militiamen set fire to forty homes in Jebel Marra.", ["Attack"]),
        ("A wildfire burned forty homes near Izmir.", []),
        ("The rebels stormed a sit-in in Omdurman.", ["GroundAttack"]),
        ("A helicopter gunship fired on a market in Loikaw.", ["AirStrike"]),
        ("Kenyan warplanes pounded a camp in Gedo.", ["AirStrike"]),
        ("Warplanes killed six people in Gedo.", ["AirStrike"]),
        ("A series of blasts killed nine people in Gedo.", ["Bombing"]),
        ("A series of blasts was heard by all.", []),
        ("A helicopter killed two people when it crashed in Gedo.", []),
        ("Attackers hurled petrol bombs at a church in Minya.", ["Bombing"]),
        ("A mortar round slammed into a school in Donetsk.", ["Shelling"]),
        ("Libyan troops drove the militants out of the town of Sabha.", ["GroundAttack"]),
        ("Army commandos ousted the Taliban from Kunduz.", ["GroundAttack"]),
        ("The rebels took Kidal on August 6.", ["GroundAttack"]),
        ("The oilfield, which Libyan forces seized from the guards this month, is idle.", []),
        ("The army wrested control of the town of Kasab from the rebels.", ["GroundAttack"]),
        ("Separatists have captured a number of villages near Donetsk.", ["GroundAttack"]),
        ("Rebels captured Tel Abyad from the army last year.", ["GroundAttack"]),
        ("The city of Kunduz fell to the Taliban in September.", ["GroundAttack"]),
        ("The dinar fell to a new low.", []),
        ("The soldier fell to the ground.", []),
        ("An army unit destroyed a car packed with explosives.", ["Attack"]),
        ("The storm drove the fishermen out of the town of Sabha.", []),
        ("The Nigerian army launched a large-scale military operation in Borno.", ["Campaign"]),
        ("Kenya launched an operation to cut the supply lines of the militia.", ["Campaign"]),
        ("Kenya began its Dif operation in June.", ["Campaign"]),
        ("Israel's military operation in Gaza went on.", ["Campaign"]),
        ("Ethiopia conducted a new aggression against a military base.", ["Attack"]),
        ("The army launched a rescue operation in Goma.", []),
        ("The company launched operations in Kenya.", []),
        ("The talks failed over an offensive from Malian troops.", ["Campaign"]),
        ("Kenya rained rockets down on bases in Gedo.", ["Shelling"]),
        ("The road was hit with forty missiles.", ["MissileAttack"]),
        ("Rockets set two houses on fire in a suburb of Tripoli.", ["Attack"]),
        ("Rebels inflicted heavy damage on the power plant.", ["Attack"]),
        ("The frost inflicted heavy damage on the power plant.", []),
        ("Rebels sent a truck bomb into the Karrada district.", ["Bombing"]),
        ("No group has claimed a car bomb that tore through a bus station.", ["Bombing"]),
        ("The Taliban said they targeted vehicles of foreigners.", ["Attack"]),
        ("Residents said they hit a car on the way.", []),
        ("The Taliban took Friday off.", []),
        ("Turkey launched an operation against inflation on Monday.", []),
        ("The army's operations on the border were suspended.", []),
        ("Troops came under fire over the border on Monday.", ["Attack"]),
        ("Peacekeepers came under fire for the third time in Gao.", ["Attack"]),
        ("The patrol came under fire while searching for mines in Gao.", ["Attack"]),
        ("Malian police sent the grenade to a laboratory.", []),
        ("Police found bombs that could have killed hundreds in Lagos.", []),
        ("The regime air force targeted a team of rescuers.", ["AirStrike"]),
        ("Rebels placed two bombs that killed three people in Vantora.", ["Bombing"]),
        ("The bombs that killed three people in Vantora were hidden in a bag.", ["Bombing"]),
        ("Police found bombs hidden in a bag.", []),
    ],
)
def test_attacks_that_are_told_in_other_words(acts_in: Find, text: str, kinds: list[str]) -> None:
    assert [act.kind for act in acts_in(text)] == kinds


def test_a_year_before_the_noun_counts_no_attacks(acts_in: Find) -> None:
    assert [act.campaign for act in acts_in("The 2008 attacks on hotels in Mumbai killed 166 people.")] == [False]
