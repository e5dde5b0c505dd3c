"""Denials by what it was instead: the hospital stood empty, only fighters were killed, a gas leak caused the blast."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.doers import passive_agents
from kg.extraction.fighters import fighters
from kg.extraction.negations import is_own
from kg.extraction.polarity import has_negation, is_supposed
from kg.extraction.restraint import in_defence
from kg.extraction.signs import Sign, Words

_CAUSED = frozenset({"cause", "trigger", "spark", "provoke"})
_CAUSING = frozenset({"result", "stem", "originate", "come", "arise"})
_OUTCOME = frozenset({"result", "consequence", "outcome", "work"})
_HAPPENED = frozenset({
    "killing", "fatality", "blast", "explosion", "death", "casualty", "fire", "damage", "destruction", "collapse", "crater",
    "incident", "it",
})  # fmt: skip


def otherwise(words: Words) -> Iterator[Sign]:
    """What one who is accused says that was hit, was killed or was the cause, so that it was no attack on civilians."""
    for token in words.tokens:
        if sign := restrained(token, words):
            yield sign
            return
        if any(_is_of_others(one, words) for one in _causes(token)):
            yield Sign("attacker", "counterAccusation", "the arms of others", confidence=0.55, at=token)
            return


def restrained(token: Token, words: Words) -> Sign | None:
    """What tells that the force was less than is said, was needed, or did no harm."""
    own = token.pos_ == "VERB" and is_own(token, words.cast, words.side, words.speech.speaker) is not False
    if own and in_defence(token):
        return Sign("lawfulness", "justified", "self-defence", confidence=0.55, at=token)
    return None


def _causes(verb: Token) -> list[Token]:
    """What is said to have brought about the blast, or the deaths: caused by a gas leak, the result of a stray shell."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX") or has_negation(verb) or is_supposed(verb):
        return []
    if lemma in _CAUSED and any(child.dep_ == "nsubjpass" for child in verb.children):
        happened = [child for child in verb.children if child.dep_ == "nsubjpass"]
        causes = [one for child in verb.children if child.dep_ == "agent" for one in child.children]
    elif lemma in _CAUSED:
        happened = [child for child in verb.children if child.dep_ == "dobj"]
        causes = [child for child in verb.children if child.dep_ == "nsubj"]
    elif lemma in _CAUSING or lemma == "be":
        happened = [child for child in verb.children if child.dep_ == "nsubj"]
        via = [child for child in verb.children if child.lower_ in ("from", "due") or child.lemma_.lower() in _OUTCOME]
        causes = [one for child in via for one in child.subtree if one.dep_ == "pobj"]
    else:
        return []
    if lemma == "be" and any(child.lemma_.lower() == "blame" and child.dep_ == "xcomp" for child in verb.children):
        return happened  # a stray rocket was to blame
    return causes if any(one.lemma_.lower() in _HAPPENED for one in happened) else []


def _is_of_others(cause: Token, words: Words) -> bool:
    """`A Palestinian rocket that fell short`, `a roadside bomb`: not the arms of those who speak."""
    if cause.lemma_.lower() not in W.WEAPON_NOUNS.keys() | W.DEVICES:
        return False
    agents = (one for child in cause.rights if child.dep_ == "acl" for one in passive_agents(child))
    by = [party for one in agents for party in words.cast.parties_of(one)]
    theirs = fighters(cause, words.cast)[0] or by
    if theirs:
        return not any(party.key in words.side or words.side & words.cast.side(party) for party in theirs)
    planted = {one.lower_ for one in cause.lefts}
    return bool(
        planted & {"roadside", "rebel", "militant", "terrorist", "insurgent", "misfired", "errant", "homemade", "improvised"}
    )
