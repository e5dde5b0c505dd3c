"""Figures: what became of how many of whom, and which are a part of which."""

import pytest

from kg.extraction.nlp import parser
from kg.extraction.tolls import Toll, tolls


def found(text: str) -> list[Toll]:
    return tolls(parser()(text), 0)


@pytest.mark.parametrize(
    ("text", "outcome", "population"),
    [
        ("The strike killed 12 people.", "killed", "people"),
        ("Twelve civilians were killed in the raid.", "killed", "civilians"),
        ("At least 12 children died.", "killed", "children"),
        ("The shelling left 12 people dead.", "killed", "people"),
        ("The attack wounded 12 women.", "injured", "women"),
        ("Another 12 people were injured.", "injured", "people"),
        ("Some 12 people are missing.", "missing", "people"),
        ("The attack claimed 12 lives.", "killed", "people"),
        ("The death toll rose to 12.", "killed", "people"),
        ("Twelve women were among the dead.", "killed", "women"),
        ("Among the wounded were 12 teachers.", "injured", "teachers"),
        ("More than 12 people were being treated for burns.", "injured", "people"),
        ("The raid killed 12 aid workers.", "killed", "aidWorkers"),
        ("Twelve prisoners died in the fire.", "killed", "detainees"),
        ("The death toll from the raid rose to 12 civilians.", "killed", "civilians"),
        ("The source put the death toll at 12 teachers.", "killed", "teachers"),
        ("Twelve children suffered breathing difficulties.", "injured", "children"),
        ("Dozens more suffered respiratory problems.", "injured", "people"),
        ("Twelve women were transferred to other towns for treatment.", "injured", "women"),
        ("The clashes sent 12 civilians fleeing from the town.", "displaced", "civilians"),
        ("Many were wounded when shells hit the town.", "injured", "people"),
        ("Two of the killed in Vantora were teachers.", "killed", "teachers"),
        ("Half of the 40 people killed in the raid on Vantora were children.", "killed", "people"),
        ("A third of the 90 people wounded in the strike were women.", "injured", "people"),
        ("Some 12 people were gassed to death.", "killed", "people"),
        ("At least 600 are missing.", "missing", "people"),
        ("The death toll from twin bombings carried out by rebels in Vantora climbed to 73.", "killed", "people"),
        ("Warplanes Kill Tens of Civilians in Vantora", "killed", "civilians"),
        ("The violence has forced nearly half of Mali's population to flee their homes.", "displaced", "people"),
        ("Half the population has fled.", "displaced", "people"),
        ("In Tarmiya eight were killed by a suicide bomber.", "killed", "people"),
        ("Her parents were attacked and killed.", "killed", "people"),
        ("Up to 12 people may have been killed.", "killed", "people"),
        ("As many as 40 people are believed to have been killed and were seen by no one.", "killed", "people"),
        ("The army put the number of its dead at nine after an attack on Vantora.", "killed", "people"),
    ],
)
def test_outcomes(text: str, outcome: str, population: str) -> None:
    (toll,) = found(text)
    assert (toll.outcome, toll.population) == (outcome, population)


def test_parts_of_a_figure() -> None:
    whole, part = found("The strike killed 12 people, including three children.")
    assert (whole.part_of, part.part_of) == (None, 0)
    assert (part.outcome, part.population) == ("killed", "children")


@pytest.mark.parametrize(
    "text",
    [
        "The bombing killed 12 people. Police arrested nine people. Five of them were said to have planned it.",
        "The fire left eight dead. Some 40 people had been in the hall. Six of them were guests from abroad.",
    ],
)
def test_parts_of_those_who_were_not_harmed_are_no_figures(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("The bomb killed a woman and wounded 25.", "people"),
        ("The bomb killed a nurse and wounded 25.", "people"),
        ("The bomb killed nine civilians and wounded 25.", "civilians"),
        ("The bomb killed 25 members of the government and paramilitary troops.", "combatants"),
    ],
)
def test_who_the_last_are(text: str, population: str) -> None:
    assert found(text)[-1].population == population


def test_a_space_may_part_the_thousands() -> None:
    (toll,) = found("Over 12 000 civilians have been killed.")
    assert (toll.quantity.lower, toll.population) == (12_001, "civilians")


def test_killed_and_injured_are_two_figures() -> None:
    assert [(one.outcome, one.quantity.lower) for one in found("The strike killed 12 people and wounded 30.")] == [
        ("killed", 12),
        ("injured", 30),
    ]


def test_one_person_is_counted_by_its_article() -> None:
    (toll,) = found("A nurse was killed in the raid.")
    assert (toll.quantity.lower, toll.population) == (1, "medicalStaff")


def test_what_is_negated_is_marked() -> None:
    assert all(toll.negated for toll in found("The strike did not kill 12 civilians."))


@pytest.mark.parametrize("text", ["The school has 12 classrooms.", "He gave 12 speeches.", "The gunman killed himself."])
def test_what_is_no_figure_of_victims(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("The war has cost more than a quarter of a million lives.", 250001, None),
        ("Half a million people have fled.", 500000, 500000),
        ("A million and a half people have fled.", 1500000, 1500000),
        ("Two and a half million people have fled.", 2500000, 2500000),
        ("The war has killed a half-million people.", 500000, 500000),
        ("The war has killed half-a-million people.", 500000, 500000),
        ("Tens of thousands were killed.", 20000, None),
        ("Hundreds of thousands of people have been displaced.", 200000, None),
        ("The fighting has displaced millions of people.", 2000000, None),
        ("A couple died in the shelling.", 2, 2),
        ("A paramedic was among the wounded.", 1, 1),
    ],
)
def test_large_and_small_numbers(text: str, lower: int, upper: int | None) -> None:
    (toll,) = found(text)
    assert (toll.quantity.lower, toll.quantity.upper) == (lower, upper)
    figure = toll.quantity.figure(toll.outcome, toll.population, toll.wording)
    assert (figure.least, figure.most) == (lower, upper)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The worst toll, 226 deaths, was in the east, followed by 212 in the north.", [("killed", 226), ("killed", 212)]),
        ("The shell killed three brothers and injured a fourth.", [("killed", 3), ("injured", 1)]),
        ("Among the dead were three teachers and a student.", [("killed", 3), ("killed", 1)]),
        ("Of the 30 people wounded in the raid on Gao, six later died in hospital.", [("injured", 30), ("killed", 6)]),
    ],
)
def test_figures_that_go_on_from_others(text: str, told: list[tuple[str, int]]) -> None:
    assert [(one.outcome, one.quantity.lower) for one in found(text)] == told


def test_the_number_of_a_day_is_none_of_people() -> None:
    assert [one.quantity.lower for one in found("The raids on May 2 and May 6 wounded at least eight people.")] == [8]


def test_nationals_in_a_list() -> None:
    told = found("Also killed were six Danes, two French, three Swiss and four aid workers.")
    assert [(one.outcome, one.quantity.lower) for one in told] == [("killed", 6), ("killed", 2), ("killed", 3), ("killed", 4)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Three of the wounded later died.", "killed"),
        ("Some 900 fighters are estimated to have been killed in the war.", "killed"),
        ("The murder of Alan Porter shocked the town.", "killed"),
    ],
)
def test_what_became_of_them_in_the_end(text: str, outcome: str) -> None:
    assert [one.outcome for one in found(text)] == [outcome]


def test_no_figure_is_a_part_of_a_smaller_one() -> None:
    told = found("A nurse who had come to treat children was among three Kenyans killed on Monday by a guard.")
    assert (3, None) in [(one.quantity.lower, one.part_of) for one in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The raid left three people dead and wounded 20.", [("killed", "people", 3), ("injured", "people", 20)]),
        ("Gunmen shot a man dead in Gao.", [("killed", "men", 1)]),
        ("Police saw a dead man in Gao.", []),
        ("The raid killed 45 people, three fewer than the 48 killed in May.", [("killed", "people", 45)]),
        ("The toll is higher than the 48 people killed in May.", [("killed", "people", 48)]),
        ("The war, now in its 21 / 2 years, has killed 45 people.", [("killed", "people", 45)]),
        (
            "Clashes left 11 brigade members and six military personnel dead.",
            [("killed", "combatants", 11), ("killed", "combatants", 6)],
        ),
        ("The raid killed 12 men. Troop numbers grew to the low thousands.", [("killed", "men", 12)]),
        ("A lot of rebels have been killed.", []),
        ("The shells killed three family members.", [("killed", "people", 3)]),
        ("The militia said 23 of its men had been killed.", [("killed", "combatants", 23)]),
        ("The widow said 23 of the men had been killed.", [("killed", "men", 23)]),
        ("The push has left more than 150 Tuareg forces dead.", [("killed", "combatants", 151)]),
        ("The raids neutralised 174 fighters.", [("killedOrInjured", "combatants", 174)]),
        ("The jets destroyed a depot and 80 militants in Gao.", [("killed", "combatants", 80)]),
        ("A bomb killed 40 people, half of them women.", [("killed", "people", 40), ("killed", "women", None)]),
        ("The rockets killed 14 patients and staff members.", [("killed", "peopleInMedicalFacility", 14)]),
        ("The mine killed 12 soldiers and villagers.", [("killed", "people", 12)]),
        ("The gas killed dozens of men, women and children.", [("killed", "people", 24)]),
        ("A raid left 141 people dead, 132 of which were children.", [("killed", "people", 141), ("killed", "children", 132)]),
        ("The raid killed 70 people sheltering in cellars.", [("killed", "people", 70)]),
        ("The mine killed three service members.", [("killed", "combatants", 3)]),
        ("A girl died in Gao, raising the Malian death toll to 138.", [("killed", "children", 1), ("killed", "people", 138)]),
        ("Those who died on Friday included a nurse.", [("killed", "medicalStaff", 1)]),
        ("The shells killed 30 regime and allied fighters.", [("killed", "combatants", 30)]),
        ("Eight of the 12 killed in Kidal were children.", [("killed", "children", 8), ("killed", "people", 12)]),
        ("Another man and a woman were killed in Beni.", [("killed", "men", 1), ("killed", "women", 1)]),
        ("The blast killed 46 people with dozens more wounded.", [("killed", "people", 46), ("injured", "people", 24)]),
        ("Nine people were killed in air raids, including one near a clinic.", [("killed", "people", 9)]),
        ("The raid killed 1,127 civilians, a third of them from Gao.", [("killed", "civilians", 1127)]),
        ("The shells killed a colonel and his son.", [("killed", "combatants", 1), ("killed", "people", 1)]),
        ("The shells killed a colonel and his 7-year-old son.", [("killed", "combatants", 1), ("killed", "children", 1)]),
        ("The shells killed his 19-year-old daughter.", [("killed", "people", 1)]),
        ("The raid killed their young daughter.", [("killed", "children", 1)]),
        (
            "The raid killed 40 people. Nine of those killed had been identified by his group as civilians.",
            [("killed", "people", 40), ("killed", "civilians", 9)],
        ),
        (
            "The raid killed 40 people. Ten of those killed were believed to be children.",
            [("killed", "people", 40), ("killed", "children", 10)],
        ),
        (
            "The raid killed 40 people. Ten of those killed were believed to be on a bus.",
            [("killed", "people", 40), ("killed", "people", 10)],
        ),
        ("More than half of the population of 22 million have been displaced.", [("displaced", "people", 11_000_001)]),
        ("The war displaced half its 22 million population.", [("displaced", "people", 11_000_000)]),
        ("A raid hit Gao, a town with a population of 4,000, and killed nine people.", [("killed", "people", 9)]),
        (
            "The ministry said 500 people had been killed, and that figure was later revised down to 471.",
            [("killed", "people", 500), ("killed", "people", 471)],
        ),
        ("The raid killed 12 people and the number of jets was put at 40.", [("killed", "people", 12)]),
        ("A father of three was killed by a shell in Gao.", [("killed", "men", 1)]),
        ("The shells killed a woman of 30 in Gao.", [("killed", "women", 1)]),
        ("The shells killed a mother of four and two soldiers.", [("killed", "women", 1), ("killed", "combatants", 2)]),
        ("The killing of Ann Cole, a mother of two small children, shocked Gao.", [("killed", "women", 1)]),
        ("The attack killed a mother and her two children.", [("killed", "women", 1), ("killed", "children", 2)]),
        ("The shells killed a family of five.", [("killed", "people", 5)]),
        (
            "Four medics were killed and a nurse critically wounded.",
            [("killed", "medicalStaff", 4), ("injured", "medicalStaff", 1)],
        ),
        (
            "The mayor, who was killed along with a guard and a driver, was a hero among many young Tamils.",
            [("killed", "people", 1), ("killed", "people", 1)],
        ),
    ],
)
def test_who_is_counted_and_as_whom(text: str, told: list[tuple[str, str, int | None]]) -> None:
    assert [(one.outcome, one.population, one.quantity.lower) for one in found(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "One Yemeni is killed every 20 minutes, the envoy said.",
        "An average of 12 people a day were killed in Sirte.",
        "The bomb was left there by a rebel who fled.",
        "Dozens of fighters fled to the hills.",
    ],
)
def test_rates_and_runaways_are_no_figures(text: str) -> None:
    assert not found(text)
