"""Whose people they are who speak: a country beside a noun does not make a speaker one of its state."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.extraction.cast import Cast
from kg.extraction.extract import Extractor
from kg.extraction.nlp import parsed

Sides = Callable[[str], set[str]]


@pytest.fixture(scope="session")
def sides(extractor: Extractor) -> Sides:
    """Those for whom the subject of the first verb of speech stands, beside itself."""

    def found(text: str) -> set[str]:
        doc = parsed([text])[0]
        cast = Cast(extractor.names)
        cast.read([doc])
        verb = next(token for token in doc if token.lower_ in ("said", "told", "wrote", "described"))
        party = cast.party(next(child for child in verb.children if child.dep_ == "nsubj"))
        assert party is not None
        return set(cast.side(party)) - {party.key}

    return found


@pytest.mark.parametrize(
    "speaker",
    [
        "Sudanese activists",
        "Burmese rights groups",
        "Afghan residents",
        "Turkish analyst Selim Koru",
        "A Yemeni journalist",
        "Libyan rebels",
        "Syrian rebel commander Abu Hamza",
        "Palestinian doctors",
        "A Britain-based monitoring group",
        "A Russian-linked network of activists",
        "The Al Qaeda breakaway group",
        "Belarusian opposition leader Pavel Latushko",
    ],
)
def test_a_people_is_no_affiliation_of_those_who_are_of_no_state(sides: Sides, speaker: str) -> None:
    assert not sides(f"{speaker} said that 34 people had died.")


@pytest.mark.parametrize(
    "speaker",
    [
        "Karim Haddad, who leads the campaign against the Islamic State,",
        "Maria Lopez, who fled from the Taliban last year,",
        "Peter Kane, an analyst who studies Boko Haram,",
        "Sara Ali, whose brother was killed by Boko Haram,",
        "Musa Idris, a farmer displaced by Boko Haram fighters,",
        "Fatima Noor, a teacher whose school was seized by Hezbollah,",
        "Tom Baker, a former hostage of the Taliban,",
        "Lina Haddad, the wife of a Hamas commander,",
        "Ali Reza, who defected from the Syrian army in 2012,",
    ],
)
def test_whom_one_fights_flees_studies_or_married_is_no_affiliation(sides: Sides, speaker: str) -> None:
    assert not sides(f"{speaker} said that 34 people had died.")


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        ("Layla Hassan, who heads the Taliban's health office,", "taliban"),
        ("Omar Nur, who is a commander of Hezbollah,", "hezbollah"),
        ("General David Moore, who commands US forces in Africa,", "united-states"),
    ],
)
def test_whom_one_commands_or_serves_is(sides: Sides, speaker: str, side: str) -> None:
    assert side in sides(f"{speaker} said that 34 people had died.")


@pytest.mark.parametrize(
    ("speaker", "away", "side"),
    [
        ("UN Yemen envoy Martin Griffiths", "yemen", "united-nations"),
        ("U.N. Special Envoy for Libya Ghassan Salame", "libya", "united-nations"),
        ("Russia's ambassador to Turkey, Alexei Yerkhov,", "turkey", "russia"),
        ("The French ambassador to Mali, Joel Meyer,", "mali", "france"),
        ("U.S. Army Colonel Ann Lee, a NATO spokeswoman,", "united-states", "nato"),
        ("Kenyan Army Major Ali Musa, a United Nations spokesman,", "kenya", "united-nations"),
        ("Mali's ambassador to the United Nations, Issa Konfourou,", "united-nations", "mali"),
        ("UNICEF's representative in Sudan, Mandeep O'Brien,", "sudan", "unicef"),
    ],
)
def test_an_envoy_or_spokesman_speaks_for_the_sender(sides: Sides, speaker: str, away: str, side: str) -> None:
    found = sides(f"{speaker} said that 34 people had died.")
    assert side in found
    assert away not in found


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        ("A Kenyan army doctor", "kenya"),
        ("Nigerian officials", "nigeria"),
        ("Khartoum's military", "sudan"),
        ("The defence ministry in Nairobi", "kenya"),
        ("Bashar Assad's government spokesman Ali Haidar", "syrian-government"),
        ("The governor of Kharkiv, Oleh Syniehubov,", "ukraine"),
        ("Army spokesman Brigadier-General Ali Nuru of Nigeria", "nigeria"),
    ],
)
def test_officials_are_of_their_state(sides: Sides, speaker: str, side: str) -> None:
    assert side in sides(f"{speaker} said that 34 people had died in Sudan.")


def test_a_general_in_another_capital_is_of_that_state(draft: Callable[[str], Annotation]) -> None:
    found = draft(
        "Georgian officials said Georgia had lost 30 soldiers in Georgia's north.\n\n"
        "In Baku, General Anar Aliyev said that 12 soldiers had been killed in the fighting."
    )
    assert found.actors["anar-aliyev"].speaks_for == ("azerbaijan",)


def test_a_spokesman_of_the_ministry_that_spoke(draft: Callable[[str], Annotation]) -> None:
    found = draft(
        "A Taliban spokesman, Ali Mujahid, said 9 soldiers had been killed.\n\n"
        "The defence ministry in Kabul said 3 soldiers had been killed.\n\n"
        "Gul Waziri, the ministry's spokesman, said 2 of them were officers, and that 12 rebels had been killed."
    )
    assert found.actors["gul-waziri"].speaks_for == ("afghan-defence-ministry",)


def test_two_headlines_in_one_line_are_each_ones_own(draft: Callable[[str], Annotation]) -> None:
    found = draft(
        "Georgia says Russian jets bombed Gori; Moscow calls report a provocation\n\nFive people were killed, officials said."
    )
    assert {one.speaker for one in found.statements if "bombed" in one.quote} == {"georgia"}


def test_what_medics_say_is_not_the_denial(draft: Callable[[str], Annotation]) -> None:
    found = draft(
        "Mali's army denied on Monday that it was responsible for a raid on a wedding that killed 30 people, according to medics."
    )
    denial = next(one for one in found.statements if one.kind == "Denial")
    assert denial.reported_in is None


FRONT = (
    "Shells hit clinic in Vantora\n\nArtillery shells struck a clinic in the town of Vantora on Sunday, killing nine people, the mayor said.\n\n"
    "The opposition Free Vantora Front blamed the army for the attack. The Front said troops had fired eleven rounds.\n\n"
    "The army denied that it had fired."
)


def test_forces_of_a_state_that_is_not_named_are_called_as_they_are(draft: Callable[[str], Annotation]) -> None:
    found = draft(FRONT)
    assert found.actors["army"].kind == "ArmedForce"
    (blamed,) = [one for one in found.statements if "blamed" in one.quote]
    assert any(claim.attacker == "army" for claim in blamed.asserts)
    (denial,) = [one for one in found.statements if "denied" in one.quote]
    assert [claim.attacker for claim in denial.denies] == ["army"]


def test_an_organisation_is_known_by_its_name_and_troops_are_not_those_of_who_fights_the_state(
    draft: Callable[[str], Annotation],
) -> None:
    found = draft(FRONT)
    assert found.actors["free-vantora-front"].label == "Free Vantora Front"
    assert found.actors["free-vantora-front"].kind == "ArmedGroup"
    said = [claim for one in found.statements for claim in (*one.asserts, *one.denies)]
    assert not any(str(claim.attacker) in ("front", "free-vantora-front") for claim in said)
