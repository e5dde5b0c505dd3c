"""Articles that lost their apostrophes: whose the names are that end in an s."""

import pytest

from kg.extraction.nlp import parsed


@pytest.mark.parametrize(
    ("text", "owner", "owned"),
    [
        ("Syrias opposition accused government forces of shelling villages.", "Syria", "opposition"),
        ("Russias defence ministry denied it.", "Russia", "ministry"),
        ("Syrias embattled army bombed a market.", "Syria", "army"),
        ("Aziz denied it on Monday. General Omar Azizs officers said they would never use poison gas.", "Aziz", "officers"),
    ],
)
def test_a_name_before_what_belongs_to_it_is_a_genitive(text: str, owner: str, owned: str) -> None:
    (doc,) = parsed([text])
    assert doc.text == text
    assert (owner, "poss", owned) in [(token.text, token.dep_, token.head.text) for token in doc]


@pytest.mark.parametrize(
    "text",
    [
        "The United States military denied it, the State Department said.",
        "Israelis left the town, an Israeli officer said.",
    ],
)
def test_other_words_in_s_are_left_alone(text: str) -> None:
    (doc,) = parsed([text])
    assert "s" not in [token.text for token in doc]
