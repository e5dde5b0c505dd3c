"""Which mentions are of one attack."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


def events(annotation: Annotation) -> list[str]:
    return [key for key, block in annotation.events.items() if block.kind != "Conflict"]


def test_later_mentions_are_of_the_same_attack(draft: Draft) -> None:
    text = "An air strike hit a hospital in Idlib on Tuesday.\n\nThe attack killed nine people.\n\nThe strike on the hospital came at noon."
    assert len(events(draft(text))) == 1


def test_other_places_and_sites_are_other_attacks(draft: Draft) -> None:
    text = "An air strike hit a hospital in Idlib on Tuesday.\n\nShelling hit a market in Aleppo on Wednesday."
    assert len(events(draft(text))) == 2


def test_another_strike_is_another(draft: Draft) -> None:
    text = "An air strike hit a hospital in Idlib on Tuesday.\n\nA second air strike hit a school in Homs on Wednesday."
    assert len(events(draft(text))) == 2


def test_contested_attackers_are_of_one_event(draft: Draft) -> None:
    text = (
        "A missile strike hit a hospital in Idlib on Tuesday, killing nine people.\n\n"
        "Residents said that Russia had bombed the hospital.\n\n"
        "Russian officials said that Israel had bombed the hospital."
    )
    annotation = draft(text)
    attacked = {
        (claim.about, claim.attacker)
        for one in annotation.statements
        for claim in one.asserts
        if not isinstance(claim, str) and claim.attacker
    }
    assert len({about for about, _ in attacked}) == 1
    assert len(attacked) == 2


def claimed(annotation: Annotation, event: str, field: str) -> list[object]:
    every = (claim for one in annotation.statements for claim in one.asserts if not isinstance(claim, str))
    return [getattr(claim, field) for claim in every if claim.about == event and getattr(claim, field)]


@pytest.mark.parametrize(
    "second",
    [
        "Air strikes on the city had killed 91 people in the past six days, the council said.",
        "In a separate incident, shelling hit a bakery in Taiz on Friday.",
        "In another attack, a drone struck a hospital in Aden.",
        "The strike was the deadliest since an air raid on a school in Sanaa in October 2016.",
        "Last October, an air strike on a hospital in Hodeidah killed nine people.",
        "The nearest air strike of the coalition on Tuesday was far from there.",
    ],
)
def test_other_attacks_are_not_merged(draft: Draft, second: str) -> None:
    first = "An air strike hit a hospital in Hodeidah in Yemen on Tuesday, killing four people."
    assert len(events(draft(f"{first}\n\n{second}"))) == 2


@pytest.mark.parametrize(
    "again",
    [
        "It was the third attack on the camp in a week.",
        "The strikes, carried out by the air force, hit the village of Dar Noor.",
        "The bombed hospital was run by a charity.",
        "The planes struck at dawn, hitting a building in the town.",
        "That attack was condemned by the council.",
    ],
)
def test_the_same_attack_told_again(draft: Draft, again: str) -> None:
    first = "Air strikes hit a hospital in the Sudanese province of North Darfur on Tuesday, killing four people."
    assert len(events(draft(f"Air strikes hit hospital in Darfur, four killed\n\n{first}\n\n{again}"))) == 1


def test_hospitals_of_two_names_are_two(draft: Draft) -> None:
    text = "The Al-Noor hospital in Goma was bombed.\n\nThe Saint Luke hospital in Goma was bombed."
    assert len(events(draft(text))) == 2


def test_that_nothing_is_said_of_is_not_declared(draft: Draft) -> None:
    annotation = draft("An air strike hit a hospital in Goma on Tuesday.\n\nRwanda has repeatedly denied targeting civilians.")
    assert len(events(annotation)) == 1


def test_an_attack_in_apposition_is_no_other(draft: Draft) -> None:
    text = "Officials accused Turkey of shelling a resort in Zakho on Wednesday, an attack that killed eight tourists."
    assert len(events(draft(text))) == 1


def test_what_came_before_is_another(draft: Draft) -> None:
    text = "A car bomb exploded outside a hotel in Mogadishu on Tuesday, hours after militants attacked an army base."
    assert len(events(draft(text))) == 2


@pytest.mark.parametrize(
    ("definite", "count"),
    [
        ("The strike in the town of Dedebit came late on Tuesday.", 1),
        ("A strike in the town of Adwa killed two people.", 2),
    ],
)
def test_a_definite_strike_may_be_in_a_town_of_the_region(draft: Draft, definite: str, count: int) -> None:
    first = "Air strike on camp in Tigray kills 56\n\nAn air strike on a camp in the Ethiopian region of Tigray killed 56 people."
    assert len(events(draft(f"{first}\n\n{definite}"))) == count


FIRST = "Car bomb kills nine in Quetta market\n\nA car bomb tore through a market in Quetta on Tuesday, killing nine people."


@pytest.mark.parametrize(
    "again",
    [
        "Tuesday's blast was heard across the city.",
        "The Tuesday morning blast was heard across the city.",
        "Following the attack, the governor of Lagos sent his condolences.",
        "The attack, coming so soon after a deal that was signed in Oslo, drew condemnation.",
        "The bomb targeted a convoy, police said.",
        "Nine people died as a result of an explosion, the ministry said.",
        '"We heard an explosion," said a baker.',
        "Gunmen then stormed the building.",
        "It was the worst attack in the city in years.",
    ],
)
def test_what_stands_beside_does_not_part_a_mention_from_its_event(draft: Draft, again: str) -> None:
    assert len(events(draft(f"{FIRST}\n\n{again}"))) == 1


@pytest.mark.parametrize(
    "other",
    [
        "The previous bombing, on 17 February, killed three people.",
        "The 2005 bombing of the port killed 20 people.",
        "The February attack was blamed on Iran.",
        "Mayor Ana Reyes was assassinated in Lima in January.",
        "Last month's attack killed two people.",
        "The city has been on alert since the May 2015 attack on the port.",
        "Rebels have made several attacks on schools in Peru.",
    ],
)
def test_attacks_of_other_days_and_victims_are_others(draft: Draft, other: str) -> None:
    assert len(events(draft(f"{FIRST}\n\n{other}"))) == 2


def test_a_victim_is_killed_once(draft: Draft) -> None:
    text = (
        "A car bomb killed the politician Karim Haddad in Amman on Tuesday.\n\n"
        "The governor of Lima, Ana Reyes, was shot dead in January.\n\nHaddad's assassination was condemned.\n\n"
        "The killing of Reyes led to protests."
    )
    assert len(events(draft(text))) == 2


def test_who_came_under_fire_did_not_fire(draft: Draft) -> None:
    text = "Kenyan shells hit a school in Afgoye on Tuesday, killing five pupils.\n\nFive Kenyan soldiers came under mortar fire on Wednesday."
    assert len(events(draft(text))) == 2


def test_two_attacks_in_one_sentence(draft: Draft) -> None:
    text = "Iran launched a barrage of missiles on Erbil on Tuesday in revenge for the attack on a shrine in Shiraz."
    assert len(events(draft(text))) == 2


def test_attacks_in_general_are_not_the_one_of_the_article(draft: Draft) -> None:
    annotation = draft(f"{FIRST}\n\nThe president said in Madrid that attacks on civilians showed that talks had failed.")
    assert "madrid" not in str(annotation.model_dump()).lower().split("asserts")[-1]
    assert len(events(annotation)) == 1


@pytest.mark.parametrize(
    ("again", "count"),
    [
        ("Officials blamed rebels who had shot down the plane.", 1),
        ("The attack on the airliner was an act of terrorism, the president said.", 1),
        ("Another aircraft was shot down on Wednesday.", 2),
    ],
)
def test_the_plane_is_the_one_that_was_told_of(draft: Draft, again: str, count: int) -> None:
    first = "An airliner was shot down by a Kenyan missile over Somalia on Tuesday, killing all 98 people aboard."
    assert len(events(draft(f"{first}\n\n{again}"))) == count


def test_what_came_before_a_bombing_is_another_one(draft: Draft) -> None:
    text = (
        "A truck bomb destroyed a hotel in Amman on Tuesday.\n\n"
        "The bombing came 12 days after a car bomb killed 17 people outside an embassy in Rabat."
    )
    assert len(events(draft(text))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Five soldiers killed in shooting in South Sudan\n\nFive soldiers were killed in a shootout in Juba, the army said.",
        "Rebels struck a market in Goma on Friday.\n\nThe army said it did not carry out air strikes near Goma.",
        "Militants attacked a hotel in Kabul on Friday.\n\nThe attack began when gunmen stormed the Hotel Serena.",
        "An air strike killed nine people in Yemen on Friday.\n\nThe coalition confirmed an air strike in Yemen.",
        "The group said it was behind the deadliest attack in Kabul last year, when a suicide bomber killed 63 at a wedding.",
        "It was the worst attack in Goma in 2019, when gunmen stormed a hotel.",
        "The air strike on Monday killed nine people in Taiz and destroyed a school.",
        "Rebels shot down flight AB17 over Mali in July.\n\nThe minister said soldiers shot down the plane.",
    ],
)
def test_it_is_one_attack_that_is_told_of(draft: Draft, text: str) -> None:
    assert len(events(draft(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled a school in Idlib on Monday.\n\nTurkey said its forces had shot down a Syrian Su-24 jet near the border.",
        "The army killed 13 rebels in clashes near Beni, where 20 civilians were massacred last month.",
        "Gunmen seized Goma airport on Tuesday.\n\nThe group involved in the attack on a mission in Bukavu in 2012 may join the gunmen.",
        "Gunmen seize Goma airport\n\nThe group blamed for the attack on a hotel in Bukavu in 2012 may join the gunmen.",
        "Air strikes on Taiz province killed nine people on Friday.\n\nArtillery also hit the town of Turba.",
        "Rebels shelled a suburb of Donetsk on Friday.\n\nRocket attacks on another suburb killed two people.",
        "Militants attacked a hotel in Kabul on Friday.\n\nThe talks began when gunmen stormed a school in Herat.",
        "A camp in Goma was shelled on Monday. Nine people were also killed in Bukavu, where rebels struck a clinic.",
        "A mosque in Goma was hit by a rocket on Monday. In Bukavu, nine people were killed when shells hit homes.",
    ],
)
def test_they_are_two_attacks(draft: Draft, text: str) -> None:
    assert len(events(draft(text))) == 2


def test_the_plane_is_the_one_that_was_shot_down(draft: Draft) -> None:
    text = "Rebels shot down an airliner over Mali on Thursday.\n\nThe plane was shot down by accident, a diplomat said."
    assert len(events(draft(text))) == 1


@pytest.mark.parametrize(
    ("killed", "count"),
    [
        ("the 2008 killing of Omar Haddad, who was killed by a bomb in Damascus", 2),
        ("the 2008 killing of Omar Haddad, and Adam Saleh was killed by a bomb in Damascus", 3),
    ],
)
def test_how_one_was_killed_is_told_of_his_killing(draft: Draft, killed: str, count: int) -> None:
    annotation = draft(f"The army shelled a market in Mosul on Tuesday.\n\nThe governor told of {killed}.")
    assert len(events(annotation)) == count


@pytest.mark.parametrize(
    ("clause", "count"),
    [
        ("The attack, which tore through a market on Tuesday, was the second this year.", 1),
        ("Another attack, which tore through a market in Izmir on Tuesday, killed nine people.", 2),
    ],
)
def test_a_clause_set_off_tells_more_of_the_attack(draft: Draft, clause: str, count: int) -> None:
    annotation = draft(f"Rebels are suspected of a car bombing that killed 37 people in Ankara.\n\n{clause}")
    assert len(events(annotation)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Separatists accused Kyiv of shelling a hospital; Ukraine's army said the rockets were fired by Russia.", 1),
        ("A shell hit a school in Jaffna. The army denied firing at the school.", 1),
        ("Gunmen killed a mayor in Ghazni on Monday; a day earlier a bomb had killed four in the same city.", 2),
        ("Israel blamed for Syria air strike; 14 dead\n\nSyria blamed Israel for a missile attack on an air base.", 1),
        ("Shelling killed nine people in Avdiivka. The bombardment also damaged a school.", 1),
    ],
)
def test_what_is_told_of_in_other_words_is_one_and_what_was_another_day_is_two(draft: Draft, text: str, count: int) -> None:
    assert len(events(draft(text))) == count


_RAID = "US air strikes hit a barracks near Sirte on Friday, killing nine people."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "A chemical weapons attack killed nine people in Taiz on Monday.\n\nThe minister condemned the chemical weapons attack.",
            1,
        ),
        ("Protests after US air strikes\n\nDeadly US air strikes in Libya on Friday killed nine people.", 1),
        ("Army shells rebel positions in Sudan\n\nThe army shelled rebel positions in Sudan on Friday, killing nine people.", 1),
        (f"{_RAID}\n\nThe wave of strikes marked the most significant attack on the militia so far.", 1),
        (f"{_RAID}\n\nThe minister described the strikes as a vicious massacre of young men.", 1),
        (f"{_RAID}\n\nThe US assault surprised many.\n\nFrance and Italy also welcomed the strikes.", 1),
        (f"{_RAID}\n\nThe envoy approved the strikes while in Malta for a summit.\n\nThe strikes hit the barracks before dawn.", 1),
        ("The army launched air strikes on Monday and struck the town of Zakho.", 1),
        ("The jets launched a new round of air strikes near Kunduz on Monday, targeting small refineries.", 1),
        ("Mourners grieved over the killing of General Ali Hassan, a leader, in a drone strike in Basra.", 1),
        ("Israeli air strikes continued to pound Gaza overnight.", 1),
        ("No one has claimed responsibility for the attack on the market in Taiz.", 1),
        ("Nobody survived the attack on the market in Taiz.", 1),
        ("The army's air strike on Taiz killed few civilians, residents said.", 1),
        ("A bomb went off in Bani on Monday, killing nine, in what police called a terrorist attack.", 1),
        ("A rebel offensive by Tuareg fighters targeting the town of Kidal began on Monday.", 1),
        (f"{_RAID}\n\nThe raid came after a gas attack in Taiz. Britain backed the strikes.", 2),
        ("A blast killed nine people in Douma on Monday.\n\nMany said that reports of the Douma attack were true.", 1),
        ("Gunmen killed a judge in Goma on Monday. It became the third attack this month.", 1),
        ("Israel carried out strikes in Gaza on Monday and struck Beirut on Tuesday.", 2),
        ("The army launched air strikes on Monday and shelled the town of Zakho.", 2),
        (f"{_RAID}\n\nMany fled.\n\nUS air strikes in Libya have killed 12,000 people.", 2),
        ("He spoke of guns.\n\nThe Fort Rand massacre killed nine soldiers.\n\nThe Rand massacre was the work of men in Mali.", 1),
    ],
)
def test_it_is_told_once(draft: Draft, text: str, count: int) -> None:
    assert len(events(draft(text))) == count


@pytest.mark.parametrize(
    "text",
    [
        "A US drone strike killed General Odeh in Baghdad on Friday.\n\nThe Odeh strike was illegal, Iran said.",
        "The Odeh strike was illegal, Iran said.\n\nA US drone strike killed General Odeh in Baghdad on Friday.",
    ],
)
def test_the_name_of_whom_it_killed_is_no_place_of_it(draft: Draft, text: str) -> None:
    annotation = draft(text)
    (event,) = events(annotation)
    assert claimed(annotation, event, "place") == ["baghdad"]


def test_whom_many_strikes_killed_those_of_one_day_did_not(draft: Draft) -> None:
    annotation = draft(
        f"{_RAID}\n\nMany fled.\n\nThe US has carried out hundreds of strikes in Libya, killing thousands of people."
    )
    single, campaign = events(annotation)
    assert len(claimed(annotation, single, "figure")) == len(claimed(annotation, campaign, "figure")) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Turkish air strikes hit a barracks near Erbil in March.",
        "In 2015, US air strikes on a hospital in Kunduz killed 42 people.",
        "The strikes answered a rocket attack on a base in Misrata on Tuesday.",
        "They came in response to the killing of an engineer in a rocket attack on a base in Misrata.",
        "Officials in Yemen said that a gas attack had killed seven people.",
    ],
)
def test_strikes_of_others_and_their_causes_are_others(draft: Draft, other: str) -> None:
    assert len(events(draft(f"{_RAID}\n\n{other}"))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Voters opposed US air strikes on Iranian bases.",
        "Troops were readying an assault on the town of Goma.",
        "The move paved the way for an assault on Goma.",
        "The coalition came under fire from Amnesty over the deaths in Mosul.",
        "New sanctions targeting soldiers in Myanmar were announced.",
        "They vowed to start bombing the port of Hodeidah.",
        "The ships are a deterrence from another Iranian attack on the port.",
        "It ended without soldiers bombing the town of Goma.",
        "Police stopped his attack on the mosque in Goma.",
        "Troops stopped their attack on the mosque in Goma.",
    ],
)
def test_what_was_not_done_is_no_attack(draft: Draft, text: str) -> None:
    assert not events(draft(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Strikes by France, Italy and Malta destroyed a depot on Monday.", "malta"),
        ("The strikes on Sirte put pressure on Egypt.", "egypt"),
        ("Leaders of Egypt were told of the strikes in Sirte on Monday.", "egypt"),
    ],
)
def test_who_acts_or_feels_it_is_no_place_of_it(draft: Draft, text: str, place: str) -> None:
    annotation = draft(text)
    (event,) = events(annotation)
    assert place not in claimed(annotation, event, "place")
