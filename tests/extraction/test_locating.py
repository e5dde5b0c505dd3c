"""Whether the name of a place stands for where something was, in sentences made up for it."""

from collections.abc import Callable

import pytest

from kg.extraction.mentions import Act

Find = Callable[[str], list[Act]]


def _where(acts_in: Find, text: str) -> set[str]:
    return {name for act in acts_in(text) for name in (*act.places, *act.quarters)}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Chad has suffered a spate of bombings this year.", "Chad"),
        ("Eastern Niger had been the target of rocket attacks for months.", "Eastern Niger"),
        ("Rebels fired rockets toward Chad on Monday.", "Chad"),
        ("Shelling on portions of Mali killed nine people.", "Mali"),
        ("Jets bombed Yemen on Monday.", "Yemen"),
        ("A bomb went off in Linden, Kenya, on Monday.", "Kenya"),
    ],
)
def test_a_country_where_attacks_are(acts_in: Find, text: str, country: str) -> None:
    assert country in _where(acts_in, text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Shells hit Gao, where a truce agreed by allies Niger and Chad has been in place since July.", "Niger"),
        ("Missiles hit a U.S. base in Gao on Monday.", "U.S."),
        ("The strike could plunge Mali into a conflict between Niger and Chad.", "Chad"),
        ("A jet belonging to either Niger or Chad bombed the town.", "Niger"),
        ("Mali bombed fighters whom Niger, the UK and Chad class as rebels.", "UK"),
        ("Shells hit Gao, taken from forces loyal to the government and its ally Niger.", "Niger"),
        ("The raid has made Niger less safe, a poll found.", "Niger"),
    ],
)
def test_a_country_that_is_named_beside_an_attack(acts_in: Find, text: str, country: str) -> None:
    assert country not in _where(acts_in, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("His parents, Tamar and Omer, were shot dead on Monday.", "Omer"),
        ("Chlorine and other arms have been used in nine attacks in Syria.", "Chlorine"),
        ("The North fired on the South on Monday, killing two.", "South"),
        ("The army launched an assault on one of the strongholds of Islamic State militants.", "Islamic"),
        ("The quarrel led the minister to turn his attacks on Mr. Carson.", "Mr. Carson"),
        ("Sergei Skripal was ill on Monday. Officials said nerve gas was used to target Skripal.", "Skripal"),
        ("People met near the site of Clark's shooting.", "Clark"),
        ("Powerful forces in Chad were behind the attack, the ministry said.", "Chad"),
    ],
)
def test_a_name_that_is_no_places(acts_in: Find, text: str, name: str) -> None:
    assert name not in _where(acts_in, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Syria denied a chemical attack on the Damascus suburbs.", "Damascus suburbs"),
        ("Tel Ahmar has been hit by mortars and rockets for years.", "Tel Ahmar"),
        ("The group captured Tel Ahmar from rebels last year.", "Tel Ahmar"),
        ("At least 40 people were killed by a car bomb in Homs Thursday, Syrian activists said.", "Homs"),
        ("In Maaret Al Numan, an area south of the capital, unidentified warplanes also killed six civilians.", "Maaret Al Numan"),
    ],
)
def test_a_name_that_is_a_places(acts_in: Find, text: str, name: str) -> None:
    assert name in _where(acts_in, text)
