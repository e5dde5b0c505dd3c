"""Who tells of another's harm by `it said`: the body that the sentence before is about, never the one that did it."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.party import Party

_REACH = 3
"""How many sentences back the body may be named, while pronouns go on from it."""


def harmers(it: Token) -> list[Token]:
    """Who, in what is told before `it said`, did the harm; empty where it is another `it`, or no harm is told."""
    if it.lower_ != "it" or it.dep_ != "nsubj" or it.head.lemma_.lower() not in W.PLAIN_SAY or it.i - it.sent.start < 4:
        return []
    return [one for verb in it.sent if verb != it.head for one in _doers(verb)]


def _doers(verb: Token) -> Iterator[Token]:
    """Who kills, wounds, drives out or strikes by this verb, also where it is joined to another that has the subject."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in W.KILL | W.KILLINGS | W.INJURE | W.DISPLACE | W.ATTACK_VERBS.keys():
        return
    by = [one for child in verb.children if child.dep_ == "agent" for one in child.children if one.dep_ == "pobj"]
    above = verb.head if verb.dep_ in ("conj", "advcl") and verb.head.pos_ == "VERB" else verb
    subjects = [child for one in (verb, above) for child in one.lefts if child.dep_ == "nsubj"]
    yield from (one for one in (*by, *subjects) if one.pos_ in ("NOUN", "PROPN"))


def body_before(it: Token, party: Callable[[Token], Party | None]) -> Party | None:
    """The body that is the subject of the sentence before; of one before that, where a pronoun is."""
    end = it.sent.start
    for _ in range(_REACH):
        root = it.doc[end - 1].sent.root if end else None
        subject = next((one for one in root.children if one.dep_ in ("nsubj", "nsubjpass")), None) if root is not None else None
        if root is None or subject is None:
            return None
        if subject.pos_ in ("NOUN", "PROPN"):
            found = party(subject)
            body = found is not None and (found.kind != "UnnamedSource" or subject.lemma_.lower() in W.KINDS_MEANT)
            return found if body and found is not None and found.kind != "Person" else None
        end = root.sent.start
    return None


def told_of_before(noun: Token, party: Callable[[Token], Party | None]) -> Party | None:
    """The body, told of in the sentence before, that `the group said` means; one that fights only where its own men are told of."""
    kinds = W.KINDS_MEANT.get(noun.lemma_.lower(), ())
    if noun.dep_ != "nsubj" or noun.lemma_.lower() == "coalition" or noun.i - noun.sent.start > 2 or len(kinds) < 2:
        return None
    found = body_before(noun, party)
    own = any(one.lower_ == "its" and W.PEOPLE.get(one.head.lemma_.lower()) == "combatants" for one in noun.sent)
    return found if found is not None and found.kind in kinds and (own or found.kind != "ArmedGroup") else None


def harms_civilians(it: Token) -> bool:
    """Whether it is harm to others than fighters that is told before `it said`."""
    fighting = ("combatants", "governmentForces", "oppositionFighters", "aircrew")
    return bool(harmers(it)) and not any(W.PEOPLE.get(one.lemma_.lower()) in fighting for one in it.sent if one.dep_ != "nsubj")
