"""Denials by less than was said: lesser force, self-defence, what did no harm; enemies' boasts; what was denied and then admitted."""

from collections.abc import Callable

import pytest

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock

Draft = Callable[[str], Annotation]
SHOT = "Kenyan soldiers shot dead six protesters in Sorvan, a rights group said. "
BOAST = "India said its jets had struck a training camp in Sorvan and killed many militants; "


def denials(draft: Draft, text: str) -> list[StatementBlock]:
    return [one for one in draft(text).statements if one.kind == "Denial"]


def denied(draft: Draft, text: str) -> list[tuple[str | None, str]]:
    """Who denies, and which value, each in turn."""
    found = ((one, claim) for one in denials(draft, text) for claim in one.denies if isinstance(claim, ClaimBlock))
    return [(one.speaker, claim.field) for one, claim in found]


@pytest.mark.parametrize(
    ("answer", "field", "form"),
    [
        ("The army said its soldiers had used only tear gas.", "weapon", "interpretive"),
        ("The army said its men fired nothing but rubber bullets.", "weapon", "interpretive"),
        ("The army said its men had fired only into the air.", "intent", "interpretive"),
        ("The army said its troops fired warning shots.", "intent", "interpretive"),
        ("The army said its soldiers had acted in self-defence.", "lawfulness", "justified"),
        ("The army said its troops were attacked first and returned fire.", "lawfulness", "justified"),
    ],
)
def test_lesser_force_and_self_defence(draft: Draft, answer: str, field: str, form: str) -> None:
    assert denied(draft, SHOT + answer) == [("kenyan-army", field)]
    assert [one.form for one in denials(draft, SHOT + answer)] == [(form,)]


@pytest.mark.parametrize(
    "shots",
    [
        "fired warning shots over a crowd in Sorvan",
        "fired warning shots at men who were firing on them in Sorvan",
        "fired in the air in Sorvan only after men shot at them",
    ],
)
def test_shots_in_the_air_are_no_attack(draft: Draft, shots: str) -> None:
    found = draft(f"Kenya's army said its troops had {shots}.").statements
    assert not [claim for one in found for claim in one.asserts]


@pytest.mark.parametrize(
    "answer",
    [
        "The defence ministry in Moscow published pictures which it said proved that the school was intact.",
        "Moscow said the school was undamaged.",
    ],
)
def test_damage_is_denied(draft: Draft, answer: str) -> None:
    text = f"Ukraine accused Russia of striking a school in Kharkiv. {answer}"
    assert [field for _, field in denied(draft, text)] == ["damage"]
    assert [one.form for one in denials(draft, text)] == [("noDamage",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOAST + "Pakistan said the bombs fell in an empty field and nobody was hurt.", ["target", "figure"]),
        (BOAST + "Pakistan said there were no casualties.", ["figure"]),
        ("Ukraine said its drones struck a depot in Engels; Russia said they caused no damage.", ["damage"]),
        (
            "The Afghan army said it had killed 40 Taliban fighters in Sorvan. The Taliban rejected the claim, saying none of its "
            "fighters had been killed.",
            ["figure"],
        ),
        ("The Malian army said it had killed 40 soldiers of Chad. Chad rejected the claim.", ["occurrence"]),
        ("Al Shabaab said it had killed 60 Ethiopian soldiers. Ethiopia denied that any of its soldiers had died.", ["figure"]),
    ],
)
def test_an_enemy_boast_is_rejected_and_stays_asserted(draft: Draft, text: str, expected: list[str]) -> None:
    assert [field for _, field in denied(draft, text)] == expected
    assert [claim for one in draft(text).statements for claim in one.asserts if isinstance(claim, ClaimBlock) and claim.attacker]


@pytest.mark.parametrize(
    "text",
    [
        "Hamas said it had fired rockets at Ashkelon. The Israeli army said there were no casualties.",
        "A rocket landed in a field near Sderot. The Israeli army said nobody was hurt.",
    ],
)
def test_of_harm_that_nobody_claims_there_is_no_denial(draft: Draft, text: str) -> None:
    assert not denials(draft, text)


@pytest.mark.parametrize(
    "text",
    [
        "Saudi Arabia first denied, then admitted that its planes had bombed a hall in Sanaa.",
        "Saudi Arabia at first denied, but later conceded that its soldiers had shot at a crowd in Sanaa.",
        "Saudi Arabia's army, which had initially denied involvement, conceded that its planes had bombed a hall in Sanaa.",
    ],
)
def test_denied_and_then_admitted(draft: Draft, text: str) -> None:
    found = [one for one in draft(text).statements if one.kind != "Assertion"]
    assert sorted(one.kind for one in found) == ["Acknowledgement", "Denial"]
    for one in found:
        assert "saudi-arabia" in [claim.attacker for claim in (*one.denies, *one.acknowledges) if isinstance(claim, ClaimBlock)]


@pytest.mark.parametrize(
    "text",
    [
        "The Pentagon stopped short of denying that its drone had killed a family in Kabul.",
        "Hezbollah fired the rocket at Metula. Israel said it had no doubt that the group was behind it.",
        "Hamas denies using hospitals as bases, an accusation made by Israel since its raid on Rafah.",
        "Militants bombed a bus in Istanbul. The opposition accused Turkey of a kinship with them. Turkey rejected the accusation.",
        "Chad's army said it had hit a convoy of rebels, yet earlier reports like these have been false.",
        "The government of Niger denied that it had expelled an envoy after the killing of 70 villagers in Sorvan.",
        "Asked about the killing of 70 villagers in Sorvan, Chad's president said: \"I don't know.\"",
        "Chad bombed the convoy of a rebel leader in Sorvan. His location was not known, Chad's army said.",
    ],
)
def test_what_is_no_denial_of_an_attack(draft: Draft, text: str) -> None:
    assert not denials(draft, text)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            "Ukraine said Russian missiles hit a mall in Kharkiv, while Moscow said it had hit a nearby depot and that the mall was "
            "not in use.",
            "mall",
        ),
        (
            'Kenya said Chadian forces shelled a clinic in Sorvan. Chad called the report "a lie", while rebels said that they had hit '
            "a base.",
            "clinic",
        ),
    ],
)
def test_what_another_says_was_hit_is_not_what_is_denied(draft: Draft, text: str, about: str) -> None:
    made = draft(text)
    found = [claim.about for one in made.statements for claim in one.denies if isinstance(claim, ClaimBlock)]
    assert found
    assert all(key and about in key for key in found)
    assert not [one for one in made.statements if one.reported_in]


def test_a_denial_of_killing_answers_the_sentence_before_it(draft: Draft) -> None:
    text = "Sudan's army killed hundreds in Nyala, doctors said; the army denied killing civilians."
    (one,) = denials(draft, text)
    assert not one.scope
    assert one.denies


def test_a_habit_stays_a_scope(draft: Draft) -> None:
    text = "Sudan's army killed hundreds in Nyala, doctors said; the army has repeatedly denied killing civilians."
    (one,) = denials(draft, text)
    assert one.scope


def test_nobody_accuses_himself(draft: Draft) -> None:
    found = draft("Ukraine's army said it kept to the law after Moscow accused it of shelling a prison in Donetsk.").statements
    assert {claim.attacker for one in found for claim in one.asserts if isinstance(claim, ClaimBlock) and claim.attacker} == {
        "ukraine"
    }


def test_denied_is_having_known(draft: Draft) -> None:
    text = "Activists said Saudi jets bombed a clinic in Hodeidah. Saudi Arabia denied knowing that it was a clinic."
    assert denied(draft, text) == [("saudi-arabia", "intent")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad's defence ministry rejects claims that it used white phosphorus in Sorvan.",
        "Chad denied using white phosphorus in Sorvan, saying that it fired flares.",
    ],
)
def test_the_weapon_is_denied(draft: Draft, sentence: str) -> None:
    text = f"Kenya said Chad had shelled a school in Sorvan with white phosphorus. {sentence}"
    assert [field for _, field in denied(draft, text)] == ["weapon"]


def test_one_who_is_known_well_by_the_last_name_alone(draft: Draft) -> None:
    text = 'Activists said Russian jets hit a hospital in Idlib. "This is nonsense. There was no strike," Peskov told reporters.'
    assert {speaker for speaker, _ in denied(draft, text)} == {"dmitry-peskov"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NATO said its jets were not flying over Sirte when, according to the Libyan government, a house in Sirte was hit.",
            ("nato", "attacker"),
        ),
        ("Ukraine denied Russian claims that it had lost 200 soldiers in a strike on Sorvan.", ("ukraine", "figure")),
        ("Eritrea denied that its troops were in Sorvan when 200 pilgrims were massacred there.", ("eritrea", "attacker")),
    ],
)
def test_who_denies_what(draft: Draft, text: str, expected: tuple[str, str]) -> None:
    assert denied(draft, text) == [expected]
