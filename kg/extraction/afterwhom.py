"""Attacks that are called after those who were struck, or after where it was: Kenya's embassy bombing, the Libyan attack."""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.countries import subdivisions
from kg.extraction.folding import plain
from kg.extraction.mentions import Act
from kg.extraction.naming import country_of, is_materiel


def forget_struck(found: Sequence[Act], cast: Cast, country_at: Callable[[str], str | None]) -> None:
    """Takes from an attack the state after which alone it is called, where it is only told of as struck by others."""
    surely = {party.key for act in found if not act.named_after for party in act.attackers}
    codes = {key: code for code, key in cast.names.states.items()}
    for act in found:
        if not act.named_after or len(act.attackers) != 1:
            continue
        code = codes.get(act.attackers[0].key)
        others = (other for other in found if not other.named_after)
        if code and act.attackers[0].key not in surely and any(_lies_in(other, code, country_at) for other in others):
            act.attackers = []


def _lies_in(act: Act, code: str, country_at: Callable[[str], str | None]) -> bool:
    """Whether the attack was in this country, or on what is its own."""
    its_own = any(country_of(word) == code for target in act.targets for word in target.token.subtree)
    return its_own or any(country_at(name) == code for name in act.places)


_HIT = frozenset({
    "oil", "energy", "power", "electricity", "grid", "pipeline", "hostage", "parliament", "palace", "ministry",
    "newspaper", "court",
})  # fmt: skip


def is_of_what_was_hit(owner: Token, attack: Token) -> bool:
    """Whether a name before the noun for the attack says whose is what was hit: Kenya's embassy bombing, Mali oil raids."""
    return any(
        (between.lower_ in W.SITES or between.lower_ in _HIT) and between.dep_ in ("compound", "nmod") and not is_materiel(between)
        for between in owner.doc[owner.i + 1 : attack.i]
    ) or _is_where(owner, attack)


def _is_where(country: Token, attack: Token) -> bool:
    """Whether the country only tells where a province of its own lies: the Syrian Idlib attack."""
    code = country_of(country)
    between = country.doc[country.i + 1 : attack.i] if code else ()
    inside = (one for name in between for one in subdivisions()[0].get(plain(name.text), ()) if name.pos_ == "PROPN")
    return any(one.country == code for one in inside)
