"""Whose strikes an armed force tells of: those on its enemy are its own, where nobody else is said to strike that enemy."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.forces import FIGHTING, principal
from kg.extraction.mentions import Act
from kg.extraction.naming import country_of, is_materiel, is_rebels
from kg.extraction.party import Party
from kg.extraction.speech import Speeches

_COMMANDS: Final = frozenset({"military", "army", "navy", "defence", "defense", "command", "pentagon", "forces", "centcom"})
_STRIKES: Final = frozenset({"strike", "airstrike", "raid", "bombardment", "shelling"})


def take_as_own(found: Sequence[Act], speeches: Speeches, cast: Cast) -> None:
    """Notes as attacker the force that announces a strike on its enemy: the army said a raid had killed a rebel commander."""
    named = {party.key for act in found for party in act.attackers if party.kind in FIGHTING and party.kind != "ArmedGroup"}
    for act in found:
        chain = speeches.of(act.token) if not (act.attackers or act.enemy) and _is_of_a_force(act.token) else []
        force = _force(chain[-1].speaker, named, cast) if chain and chain[-1].lemma in W.PLAIN_SAY else None
        if force is None:
            continue
        side = cast.side(force)
        alone = all(key in side or side & cast.side(key) for key in named)
        struck = [one for head in _hit(act) for one in head.subtree]
        if alone and any(_is_enemy(one, side, cast) for one in struck) and not any(_is_own(one, side, cast) for one in struck):
            act.attackers = [principal(force, cast)]


def _force(speaker: Party, named: set[str], cast: Cast) -> Party | None:
    """The armed force that speaks, or for which one speaks; a state, if the article tells of its attacks."""
    if speaker.kind == "State" and speaker.key in named:
        return speaker
    bodies = (speaker, *(one for key in sorted(cast.side(speaker)) if (one := cast.known(key))))
    armed = (one for one in bodies if one.kind in ("ArmedForce", "StateBody"))
    return next((one for one in armed if one.kind == "ArmedForce" or _COMMANDS & set(one.label.lower().split())), None)


def _is_of_a_force(token: Token) -> bool:
    """Whether it is a strike, or what aircraft hit."""
    attack = token.lemma_.lower() == "attack" and token.head.lemma_.lower() in W.HITTING
    return (
        attack or token.lemma_.lower() in _STRIKES or any(child.dep_ == "nsubj" and is_materiel(child) for child in token.children)
    )


def _hit(act: Act) -> Iterator[Token]:
    """The heads of the phrases for what was hit, and for whom it killed."""
    yield from (target.token for target in act.targets if target.kind == "MilitaryObjective")
    verb = act.token.head
    if act.token.dep_ == "nsubj" and verb.lemma_.lower() in W.KILL | W.HITTING:
        yield from (child for child in verb.children if child.dep_ == "dobj")


def _named(word: Token, cast: Cast) -> Party | None:
    """The actor that a name beginning with this word names."""
    mention = cast.mentions[id(word.doc)].get(word.i)
    return cast.known(mention[-1]) if mention else None


def _is_enemy(word: Token, side: frozenset[str], cast: Cast) -> bool:
    """Whether it is a word for rebels, or names an armed group of the other side."""
    named = _named(word, cast)
    return is_rebels(word) or bool(named and named.kind == "ArmedGroup" and not side & cast.side(named))


def _is_own(word: Token, side: frozenset[str], cast: Cast) -> bool:
    """Whether it is a word for soldiers or the police, or stands for the force itself: its base, our men."""
    named = _named(word, cast)
    state = cast.names.states.get(country_of(word) or "")
    personal = word.lower_ in ("its", "their", "our") or word.lemma_.lower() in W.PERSONNEL
    return personal or state in side or bool(named and side & cast.side(named))
