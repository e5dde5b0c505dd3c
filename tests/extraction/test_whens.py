"""When an attack was: which expression of time is its own."""

from collections.abc import Callable

import pytest

from kg.extraction.mentions import Act

Find = Callable[[str], list[Act]]


def days(act: Act) -> tuple[str, str] | None:
    return (str(act.time.days[0]), str(act.time.days[1])) if act.time else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On Tuesday, a day after a raid on the port of Hodeidah, the governor spoke.", "2024-03-11", "2024-03-11"),
        ("A market was hit on Monday, two days after an air strike on a school in Mekelle.", "2024-03-09", "2024-03-09"),
        ("Since Turkey began its air campaign in late January, 50 people have died.", "2024-01-21", "2024-03-14"),
        ("Sudan has bombed the town since Monday.", "2024-03-11", "2024-03-14"),
        ("Between 3 and 9 February, shelling of residential areas in Nyala killed 40 people.", "2024-02-03", "2024-02-09"),
        ("The group counted 25 air strikes from October 20 to November 20 on Taiz.", "2023-10-20", "2023-11-20"),
        ("Last November the United States said it carried out an air strike on Mosul.", "2023-11-01", "2023-11-30"),
        ("Jets hit a clinic in Kunduz, according to the report, on Tuesday.", "2024-03-12", "2024-03-12"),
        ("The mayor said of the late Monday attack that it killed nine.", "2024-03-11", "2024-03-11"),
        ("Speaking on Tuesday, the minister said Monday's bombing in Lahore was foreign work.", "2024-03-11", "2024-03-11"),
        ("Fighting flared near Kunduz on Tuesday.", "2024-03-12", "2024-03-12"),
        ("Jets bombed Hama a day after rebels shelled Homs on Sunday.", "2024-03-11", "2024-03-11"),
        ("The strike on Hama came hours after Sunday's attack on Homs.", "2024-03-10", "2024-03-11"),
        ("Jets bombed Hama two days before a truce began on Sunday.", "2024-03-08", "2024-03-08"),
        ("Police were on alert on Sunday after the previous day's attack in Lahore.", "2024-03-09", "2024-03-09"),
        ("The offensive began on February 17, nine days after launching air strikes on Gaza.", "2024-02-08", "2024-02-08"),
        (
            "Aid was halted a day after all convoys stopped as an air strike on Monday killed 12 drivers.",
            "2024-03-11",
            "2024-03-11",
        ),
        ("The air strike on 15 August last year killed 12 people in Hama.", "2023-08-15", "2023-08-15"),
        ("At least four clinics were reported to have been hit in air strikes in Myanmar on Monday.", "2024-03-11", "2024-03-11"),
    ],
)
def test_the_time_of_the_attack(acts_in: Find, text: str, first: str, last: str) -> None:
    assert (first, last) in [days(act) for act in acts_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "An air strike hit a hospital in Kunduz, the charity said on Tuesday.",
        "Rockets hit a hospital in Kunduz, according to local reports on Tuesday.",
        '"Nobody bombed a clinic in Kunduz," the general said in a long and angry statement on Tuesday that was read on radio.',
        "Date of publication 11 March 2024 State media say that rebels have shelled a school in Goma.",
        "Addressing parliament on Monday, the premier said that the army had shelled a village.",
        "In a statement issued on Monday, the group said it bombed the convoy in Gardez.",
        "Ethiopia was accused of shelling a dam, which rebel troops had captured in March.",
    ],
)
def test_what_is_not_the_time_of_the_attack(acts_in: Find, text: str) -> None:
    assert [days(act) for act in acts_in(text)] == [None]


def test_each_of_two_attacks_has_its_own_time(acts_in: Find) -> None:
    found = acts_in("A man linked to a bombing in Mosul last year was killed in an air strike in Raqqa on Sunday.")
    assert [(act.places, days(act)) for act in found] == [
        (["Mosul"], ("2023-01-01", "2023-12-31")),
        (["Raqqa"], ("2024-03-10", "2024-03-10")),
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The 2016 bombing of a hospital in Aden killed nine people.", "2016-01-01", "2016-12-31"),
        ("Uganda has seen calm since July 11, 2010, when a bomb attack killed 74 people in Kampala.", "2010-07-11", "2010-07-11"),
        ("The army bombed the port of Hodeidah in early 2018.", "2018-01-01", "2018-04-30"),
        ("In the spring of 2015 the coalition bombed a wedding in Taiz.", "2015-03-01", "2015-06-30"),
        ("Rockets hit a school in Sderot at the weekend.", "2024-03-09", "2024-03-10"),
        ("Police said on Monday they had arrested two men over an attack last month on a hotel.", "2024-02-01", "2024-02-29"),
    ],
)
def test_years_and_their_parts(acts_in: Find, text: str, first: str, last: str) -> None:
    assert (first, last) in [days(act) for act in acts_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two men on Monday over the attack on a hotel in Bamako.",
        "The prosecutor expects to identify the group behind the bombing later on Monday.",
        "The envoy told the Security Council on Monday it was unclear who was behind the strike.",
        "It was the deadliest attack on a school since January.",
        "Jets bombed two camps on Sunday in response to the attack on a university.",
    ],
)
def test_days_of_other_things(acts_in: Find, text: str) -> None:
    assert days(acts_in(text)[-1]) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The arrests come two weeks after gunmen killed nine people at a hotel in Bamako.", ("2024-02-27", "2024-03-01")),
        ("The report came a day after a drone attack in Goma.", ("2024-03-12", "2024-03-13")),
        ("The report would come a day after a drone attack in Goma.", None),
    ],
)
def test_what_the_news_comes_after(acts_in: Find, text: str, time: tuple[str, str] | None) -> None:
    assert [days(act) for act in acts_in(text)] == [time]
