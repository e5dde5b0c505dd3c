"""Actors: known ones by their names, states by their peoples, and minted ones with whom they speak for."""

from collections.abc import Callable

import pytest

from kg.extraction.cast import Cast
from kg.extraction.extract import Extractor
from kg.extraction.nlp import parser
from kg.extraction.party import Party

Find = Callable[[str, str], Party | None]


@pytest.fixture(scope="session")
def party(extractor: Extractor) -> Find:
    def found(text: str, word: str) -> Party | None:
        doc = parser()(text)
        cast = Cast(extractor.names)
        cast.read([doc])
        return cast.party(next(token for token in doc if token.text == word))

    return found


@pytest.mark.parametrize(
    ("text", "word", "key"),
    [
        ("Russia said so.", "Russia", "russia"),
        ("The Russian government said so.", "government", "russia"),
        ("The Russian defence ministry said so.", "ministry", "russian-defence-ministry"),
    ],
)
def test_known_actors(party: Find, text: str, word: str, key: str) -> None:
    found = party(text, word)
    assert found is not None
    assert (found.key, found.block) == (key, None)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Turkey's assault in Syria killed nine, the country's defence ministry said.", "Turkish defence ministry"),
        ("Sudan has been at war since April. The country's health ministry said so.", "Sudanese health ministry"),
        ("Villages in Mali were attacked. The nation's defence ministry said so.", "Malian defence ministry"),
        ("Russia accused Ukraine of shelling a school, the country's defence ministry said.", "country's defence ministry"),
    ],
)
def test_the_countrys_is_that_of_the_one_spoken_of(party: Find, text: str, label: str) -> None:
    found = party(text, "ministry")
    assert found is not None
    assert found.label == label


def test_a_source_without_a_name_is_unnamed(party: Find) -> None:
    found = party("Two residents of Vantora said so.", "residents")
    assert found is not None
    assert (found.kind, found.named) == ("UnnamedSource", False)


def test_a_spokesman_speaks_for_the_ministry(extractor: Extractor) -> None:
    doc = parser()("Russian defence ministry spokesman Pavel Orlin said so.")
    cast = Cast(extractor.names)
    cast.read([doc])
    found = cast.party(next(token for token in doc if token.text == "Orlin"))
    assert found is not None
    assert found.kind == "Person"
    assert {"russian-defence-ministry", "russia"} <= cast.side(found)


@pytest.mark.parametrize(("text", "word"), [("The weather was fine.", "weather"), ("They sat at tables.", "tables")])
def test_what_is_no_actor(party: Find, text: str, word: str) -> None:
    assert party(text, word) is None
