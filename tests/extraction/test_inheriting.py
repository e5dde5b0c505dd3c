"""Places and days that an attack has from the one told before it."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock

Draft = Callable[[str], Annotation]


def inferred(annotation: Annotation) -> list[StatementBlock]:
    return [one for one in annotation.statements if "inferred" in (one.proposed_by or "")]


def values(annotation: Annotation, field: str) -> list[str]:
    claims = (claim for one in inferred(annotation) for claim in one.asserts if not isinstance(claim, str))
    return [str(getattr(claim, field)) for claim in claims if getattr(claim, field)]


@pytest.mark.parametrize(
    "second",
    [
        "A second missile attack hit a dormitory in Bakhmut.",
        "Hours later, missiles hit a dormitory in Bakhmut.",
        "Missiles hit a dormitory in Bakhmut on the same day.",
    ],
)
def test_days(draft: Draft, second: str) -> None:
    annotation = draft(f"A missile strike hit a school in Kharkiv in Ukraine on Tuesday.\n\n{second}")
    assert any("2024, 3, 12" in value for value in values(annotation, "time"))


def test_a_town_is_inherited_as_inferred(draft: Draft) -> None:
    annotation = draft("An air strike hit a school in Kharkiv on Tuesday.\n\nShelling hit a market and a church.")
    assert values(annotation, "place") == ["kharkiv"]
    assert {one.certainty for one in inferred(annotation)} == {"probable"}


@pytest.mark.parametrize(
    "second",
    [
        "In February, a clinic was destroyed by rockets.",
        "In 2019, shelling hit a market.",
    ],
)
def test_attacks_of_other_days_have_their_own_town(draft: Draft, second: str) -> None:
    annotation = draft(f"An air strike hit a school in Kharkiv on Tuesday.\n\n{second}")
    assert values(annotation, "place") == []


def test_counts_of_the_killed_are_of_the_period_before(draft: Draft) -> None:
    text = (
        "Turkish forces killed 516 civilians in Syria in January, the network said.\n\n"
        "Over the same period, Hamas killed 98 civilians, it said."
    )
    assert any("2024, 1, 1" in value for value in values(draft(text), "time"))


def test_figures_since_a_day_are_of_no_single_attack(draft: Draft) -> None:
    text = (
        "Helicopters attacked a school in Loikaw on Tuesday, killing 11 children.\n\n"
        "In all, 2,298 civilians have been killed since the army seized power."
    )
    annotation = draft(text)
    about = {
        claim.figure.wording: claim.about
        for one in annotation.statements
        for claim in one.asserts
        if not isinstance(claim, str) and claim.figure
    }
    assert len(set(about.values())) == 2


@pytest.mark.parametrize(
    ("lead", "first", "last"),
    [
        ("Rockets hit a school in Sderot on Tuesday.\n\nShelling hit a market in Ashkelon.", 12, 12),
        ("Rockets hit a school in Sderot, police said on Tuesday.", 11, 12),
        ("Rockets hit a school in Sderot, killing nine people.", 13, 14),
        ("Jets bombed a school in Gao on Tuesday.\n\nA day earlier, shells hit a clinic in Mopti.", 11, 11),
    ],
)
def test_the_day_of_the_news(draft: Draft, lead: str, first: int, last: int) -> None:
    assert any(
        f"2024, 3, {first})" in value and f"latest=datetime.date(2024, 3, {last})" in value for value in values(draft(lead), "time")
    )


@pytest.mark.parametrize(
    "second",
    [
        "In a previous attack, shells hit a clinic in Mopti.",
        "A court convicted two men of bombing a clinic in Mopti.",
        "A missile could hit a clinic in Mopti.",
        "Weeks earlier, shells hit a clinic in Mopti.",
    ],
)
def test_what_is_no_news_has_no_day(draft: Draft, second: str) -> None:
    assert values(draft(f"Jets bombed a school in Gao on Tuesday.\n\n{second}"), "time") == []


@pytest.mark.parametrize(
    ("between", "dated"),
    [
        ("The violence was the worst since clashes in July killed 16 people.", True),
        ("Clashes in July killed 16 people.", False),
    ],
)
def test_what_news_is_measured_by_is_not_spoken_of(draft: Draft, between: str, dated: bool) -> None:
    annotation = draft(f"Jets bombed a school in Gao on Tuesday.\n\n{between}\n\nShells hit a clinic in Mopti.")
    assert bool(values(annotation, "time")) is dated


@pytest.mark.parametrize(("day", "places"), [("9 January", ["goma"]), ("9 February", [])])
def test_the_place_of_attacks_in_the_same_month(draft: Draft, day: str, places: list[str]) -> None:
    annotation = draft(
        "Rebels shelled a market in Goma in January.\n\nThe shelling of the market in Goma killed nine people.\n\n"
        f"Two bombings on {day} killed six people."
    )
    assert values(annotation, "place") == places


@pytest.mark.parametrize(
    ("second", "told"),
    [("Residents said the shelling killed nine people.", True), ("Nobody was hurt, the army said.", False)],
)
def test_place_and_day_that_stand_only_in_a_denial(draft: Draft, second: str, told: bool) -> None:
    annotation = draft(f"The army denied that it had shelled a market in Goma on Sunday.\n\n{second}")
    assert ("goma" in values(annotation, "place")) is told
    assert any("2024, 3, 10" in value for value in values(annotation, "time")) is told


def test_a_country_that_is_only_spoken_of_is_no_theatre(draft: Draft) -> None:
    text = "Syria was accused of shelling camps near the border of Turkey.\n\nIn Sarmada in Syria rockets hit a school."
    assert "turkey" not in values(draft(text), "place")


def test_a_campaign_abroad_is_not_at_home(draft: Draft) -> None:
    text = (
        "Shells hit a school in Aden in Yemen on Tuesday, killing nine.\n\nSaudi Arabia began an air campaign against the rebels."
    )
    assert "saudi-arabia" not in values(draft(text), "place")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Jets struck camps in northern Iraq on Monday.", "A bomb exploded in a market on Tuesday."),
        ("Gunmen stormed a hotel in Goma on Monday.", "The rebels have also been attacking oil ports."),
        ("Gunmen stormed a hotel in Goma on Monday.", "It followed a cross-border assault by the army."),
        ("Gunmen stormed a hotel in Goma on Monday.", "They have seized a number of bases around the country."),
    ],
)
def test_a_wide_region_and_scattered_sites_give_no_town(draft: Draft, first: str, second: str) -> None:
    assert not {"northern-iraq", "goma"} & set(values(draft(f"{first}\n\n{second}"), "place"))


def test_the_day_of_the_paragraph_goes_before_that_of_the_lead(draft: Draft) -> None:
    lead = "Rockets hit a hotel in Sumy on Sunday."
    annotation = draft(f"{lead}\n\nThe army shelled Poltava on Wednesday. Missiles hit a school in Lviv, killing nine.")
    assert [value for value in values(annotation, "time") if "3, 13" in value]


def test_what_a_report_sums_up_has_no_day_of_news(draft: Draft) -> None:
    where = "Mali, Sudan, Libya and Chad"
    assert (
        values(
            draft(f"An agency issued its report on Monday. According to it, 132 civilians were killed in air strikes in {where}."),
            "time",
        )
        == []
    )


def test_a_town_of_which_much_is_told_is_no_summary(draft: Draft) -> None:
    annotation = draft(
        "Fighting went on in Mali on Monday.\n\nShells hit Gao. The shelling of Gao in Mali killed nine people in Gao."
    )
    assert any("3, 11" in value for value in values(annotation, "time"))


def test_attacks_of_long_ago_are_in_the_country_where_they_attack(draft: Draft) -> None:
    annotation = draft(
        "Russian jets bombed Idlib in Syria on Tuesday, killing nine.\n\nSyria's war began in 2011. Syria is in ruins."
        "\n\nRussia launched its air campaign in September 2015."
    )
    assert "syria" in values(annotation, "place")


def test_an_attack_on_a_countrys_forces_is_there(draft: Draft) -> None:
    text = "Russia and Iran met in Moscow. Russia will choose.\n\nThe US launched airstrikes against the Syrian army on Monday."
    assert not {"russia", "russia-country"} & set(values(draft(text), "place"))


def test_no_country_is_inferred_that_is_named_in_passing(draft: Draft) -> None:
    text = (
        "Activists in Sudan said Sudanese jets had bombed Sudanese farmers. Sudan denied it, and Sudan's allies did.\n\n"
        "In 1945, bombing destroyed most of Dresden in Germany.\n\nThe army has been attacking farmers."
    )
    assert "germany" not in values(draft(text), "place")


@pytest.mark.parametrize(
    ("second", "places"),
    [
        ("Congo's army said rebels had launched a wave of attacks.", ["goma"]),
        ("Congo's army said rebels had launched a wave of attacks in 2012.", ["democratic-republic-of-the-congo"]),
        (
            "Congo's army said rebels had launched a wave of attacks after the talks in Nairobi.",
            ["democratic-republic-of-the-congo"],
        ),
    ],
)
def test_attacks_are_in_the_town_that_the_article_is_about(draft: Draft, second: str, places: list[str]) -> None:
    annotation = draft(
        "Shelling of Goma kills nine\n\nGoma, in Congo, has been under siege. A bomb hit a market in Goma on Monday."
        f"\n\nResidents of Goma were afraid, and Congo did nothing.\n\n{second}"
    )
    assert values(annotation, "place") == places


@pytest.mark.parametrize(
    ("second", "places"),
    [
        ("Bombs fell on the Katindo neighbourhood on Friday, killing two.", ["goma"]),
        ("Bombs fell in the village of Katoro on Friday, killing two.", []),
    ],
)
def test_a_quarter_is_in_the_town_told_of_before(draft: Draft, second: str, places: list[str]) -> None:
    assert values(draft(f"Rebels shelled a market in Goma.\n\n{second}"), "place") == places
