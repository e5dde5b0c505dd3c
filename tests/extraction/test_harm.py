"""What became of people, in the many ways of saying so, and who is counted without a number."""

import pytest

from kg.extraction.nlp import parser
from kg.extraction.tolls import Toll, tolls

Told = tuple[str, int | None, int | None]


def found(text: str) -> list[Toll]:
    return [one for one in tolls(parser()(text), 0) if not one.negated]


def told(text: str) -> list[Told]:
    return [(one.outcome, one.quantity.lower, one.quantity.upper) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Militants shot dead four teachers.", ("killed", 4, 4)),
        ("Four teachers were shot dead.", ("killed", 4, 4)),
        ("Five villagers were burned to death.", ("killed", 5, 5)),
        ("Gunmen gunned down eight farmers in Benue.", ("killed", 8, 8)),
        ("The strike was blamed for the deaths of 16 civilians.", ("killed", 16, 16)),
        ("He condemned the killing of two journalists.", ("killed", 2, 2)),
        ("The bodies of nine miners were found in a ditch.", ("killed", 9, 9)),
        ("After the raid 300 people sheltered in school buildings.", ("displaced", 300, 300)),
        ("After the raid 300 people sheltered in the homes of relatives.", ("displaced", 300, 300)),
        ("Some 45 people were still being treated in hospital on Friday.", ("injured", 45, 45)),
        ("Dozens were rushed to hospitals.", ("injured", 24, None)),
        ("Twenty people sustained wounds.", ("injured", 20, 20)),
        ("Another 20 suffered injuries.", ("injured", 20, 20)),
        ("Nine people were in critical condition.", ("injured", 9, 9)),
        ("Doctors were treating a man who lost his leg.", ("injured", 1, 1)),
        ("Tens of thousands of people were forced to flee.", ("displaced", 20000, None)),
        ("The fighting drove 12,000 people from their homes.", ("displaced", 12000, 12000)),
        ("More than 2,000 were left homeless.", ("displaced", 2001, None)),
        ("Some 3,000 people were sheltering in the stadium.", ("displaced", 3000, 3000)),
        ("The camp houses around 20,000 people.", ("displaced", 20000, 20000)),
        ("The school held hundreds of Sudanese displaced by the war.", ("displaced", 200, None)),
        ("Some 250 residents had to be evacuated.", ("displaced", 250, 250)),
        (
            "The number of displaced people is nearing a tenth of the town, with about 3,100 in six schools.",
            ("displaced", 3100, 3100),
        ),
        ("Twenty-two people are still missing.", ("missing", 22, 22)),
        ("The raid killed or wounded nearly 100 people.", ("killedOrInjured", 100, 100)),
        ("More than 50 Malian soldiers were killed or injured in the ambush.", ("killedOrInjured", 51, None)),
        ("More than 900 Ethiopians have been killed, the rights commission says.", ("killed", 901, None)),
        ("Several of the policemen at the post were wounded.", ("injured", 3, None)),
        ("Three of his colleagues were killed.", ("killed", 3, 3)),
        ("Four of the dead were children.", ("killed", 4, 4)),
        ("The death toll passes 270", ("killed", 271, None)),
        ("They put the number of civilian casualties at more than 100.", ("killedOrInjured", 101, None)),
        ("His neighbour's two daughters were burnt alive.", ("killed", 2, 2)),
        ("Around 168,000 Chadians have crossed into Sudan.", ("displaced", 168000, 168000)),
        ("Over 74,000 people were driven out of Kosovo.", ("displaced", 74001, None)),
        ("The army said it had lost 74 servicemen.", ("killed", 74, 74)),
        ("The alliance regretted the loss of 17 lives.", ("killed", 17, 17)),
        ("Reporters saw some 40 corpses.", ("killed", 40, 40)),
        ("Eleven men were abducted and killed.", ("killed", 11, 11)),
        ("Between 1,100 and 1,300 people are believed to have died.", ("killed", 1100, 1300)),
        ("The bodies of a dozen more had not been recovered.", ("killed", 12, 12)),
    ],
)
def test_what_befell_them(text: str, figure: Told) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "A roadside bomb exploded in Kandahar, killing a prominent tribal elder and at least four bodyguards.",
            [("killed", 1, 1), ("killed", 4, None)],
        ),
        ("Gunmen assassinated the province's intelligence chief, Hamid Karimi.", [("killed", 1, 1)]),
        (
            "Governor Anton Belov, his bodyguard and three others were killed, Tass said.",
            [("killed", 2, 2), ("killed", 3, 3)],
        ),
        ("Ahmed Saleh, 14, was killed by a sniper.", [("killed", 1, 1)]),
        ("Among those killed was a 12-year-old girl.", [("killed", 1, 1)]),
        ("A woman and child were killed in the shelling.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("It killed a mother and her three children.", [("killed", 1, 1), ("killed", 3, 3)]),
        ("One soldier was killed and another wounded.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("A suicide bomber killed himself and six others.", [("killed", 6, 6)]),
        ("The bomb left a nurse and six children dead.", [("killed", 1, 1), ("killed", 6, 6)]),
        ("The adopted daughter of Col. Traore was killed.", [("killed", 1, 1)]),
        ("The dead were a pensioner and her grandson.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("One of its drivers was killed.", [("killed", 1, 1)]),
    ],
)
def test_persons_without_a_number(text: str, figures: list[Told]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("At least six children were killed and 15 injured.", [("killed", 6, None), ("injured", 15, None)]),
        ("Up to 30 Eritreans and 80 Kenyans were displaced.", [("displaced", None, 30), ("displaced", None, 80)]),
        ("At least two dozen people died and six were wounded.", [("killed", 24, None), ("injured", 6, 6)]),
        ("Blast kills 5, wounds 30", [("killed", 5, 5), ("injured", 30, 30)]),
        ("The army evacuated 30 bodies, while villagers recovered another 12.", [("killed", 30, 30), ("killed", 12, 12)]),
        ("They admitted to at least 60 dead soldiers and several civilians.", [("killed", 60, None), ("killed", 3, None)]),
        ("The number of dead rose to 33 and the injured to 90.", [("killed", 33, 33), ("injured", 90, 90)]),
    ],
)
def test_what_one_figure_lends_the_next(text: str, figures: list[Told]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The army threatened to kill two hostages.",
        "He was accused of plotting to kill a minister.",
        "The explosion could have killed hundreds of people.",
        "A rocket landed near a school with 500 pupils.",
        "Half of the 60 patients were killed.",
        "Half of the 40 men wounded in the raid have died.",
        "The army met at nine to count its dead.",
        "Relatives of 12 people were arrested.",
        "The 193-member assembly voted 120 to 30.",
        "Twelve people were in the hospital when it was hit.",
        "Up to 30 troops were killed or captured.",
        "More than 40 people may be buried.",
        "Two crewmen died in a training accident.",
        "The clinic reported only a few civilian casualties.",
    ],
)
def test_who_was_not_harmed(text: str) -> None:
    assert told(text) == []


def test_who_is_hungry_is_no_part_of_the_dead() -> None:
    text = "The war has cost the lives of 4,000 people and left 24 million people in need, including 10 million on the brink of famine."
    assert told(text) == [("killed", 4000, 4000)]


@pytest.mark.parametrize(
    ("text", "populations"),
    [
        ("The shelling killed three children and wounded two others.", ["children", "people"]),
        ("The drone killed two civilians and injured three others.", ["civilians", "civilians"]),
        ("A soldier and three others were killed.", ["combatants", "people"]),
        ("The militants killed more than 200 civilians, 30 of them children.", ["civilians", "children"]),
        ("The strike killed 11 people, six of whom were women.", ["people", "women"]),
        ("Two members of the rebel group were killed.", ["combatants"]),
        ("Three Syrian officers died.", ["combatants"]),
        ("Three police officers died.", ["people"]),
    ],
)
def test_who_they_are(text: str, populations: list[str]) -> None:
    assert [one.population for one in found(text)] == populations


def test_of_those_points_to_the_sentence_before() -> None:
    whole, part = found("The ministry said 71 people were wounded. Of those, 15 were in serious condition.")
    assert (part.part_of, part.outcome, whole.outcome) == (0, "injured", "injured")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The strike killed 12 people, including three women and four children.", [None, 0, 0]),
        ("The dead included eight children and a medic.", [None, None]),
        ("Of the 132 injured, 32 were in a serious state.", [None, 0]),
        ("The blast wounded four reporters. At least 35 of the wounded were flown abroad.", [None, None]),
    ],
)
def test_parts_stand_behind_what_marks_them(text: str, parts: list[int | None]) -> None:
    assert [one.part_of for one in found(text)] == parts
