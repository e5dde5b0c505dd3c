"""Who rules a state, so that its attacks are made by whoever is named as ordering them: presidents, heads of government."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.forces import forces_of
from kg.extraction.naming import country_of
from kg.extraction.party import Party
from kg.extraction.phrases import behind

_NO_LONGER = W.NO_LONGER - {"late"}  # in late May government troops
_RULED = ("State", "StateBody")


def countries_led_by(leader: Token) -> list[str]:
    """The countries of which somebody is called the president or prime minister: Mali's president, the Malian junta leader."""
    if {one.lower_ for one in leader.lefts} & (_NO_LONGER | {"opposition", "rebel", "religious", "party"}):
        return []
    return [code for one in (*leader.lefts, *behind(leader, "of")) if (code := country_of(one))]


def governs(token: Token, cast: Cast) -> bool:
    """Whether the noun phrase names a person who rules a state."""
    person = token.ent_type_ == "PERSON" or token.lower_ in ("he", "she", "his", "her", "president")
    party = cast.party(token) if person else None
    return token.text in W.RULERS or (party is not None and party.kind == "Person" and bool(ruled_by(party, cast)))


def ruled_by(person: Party, cast: Cast) -> list[Party]:
    """The state that the person rules, also where the article need not say which; not that of its soldiers and citizens."""
    known = [cast.state(W.RULERS[person.label])] if person.label in W.RULERS else []
    if person.block is not None and person.key not in cast.names.blocks and not person.block.speaks_for:
        return known
    return [one for one in forces_of(person, cast) if one.kind in _RULED] or known
