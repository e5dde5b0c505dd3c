"""Who is said to have made an attack: by adjective, agent, subject, or blame."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.fighters import before, fighters
from kg.extraction.mentions import Act, is_verb

def set_attackers(act: Act, cast: Cast) -> None:
    """Notes on the mention who is said to have made the attack, and whether alone, together, or one or other."""
    token = act.token
    for head in _agents(token):
        parties, alternative = fighters(head, cast)
        for party in parties:
            if all(party.key != other.key for other in act.attackers):
                act.attackers.append(party)
        if alternative:
            act.responsibility = "alternative"
    if not act.attackers and not is_verb(token):
        parties, alternative = before(token, cast)
        act.attackers = parties
        if alternative:
            act.responsibility = "alternative"
    if len(act.attackers) > 1 and act.responsibility == "sole":
        act.responsibility = "joint"


def _agents(token: Token) -> Iterator[Token]:
    """The heads of the phrases that say who does it."""
    if is_verb(token):
        yield from _doers(token)
        return
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            yield from (
                one for one in child.children if one.dep_ == "pobj" and not (child.lower_ == "from" and one.ent_type_ == "GPE")
            )
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in W.CARRY_OUT | {"blame", "make"}:
            yield from _passive_agents(child)
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            yield child
    yield from _held_to_account(token)
    verb = token.head
    if token.dep_ in ("pobj",) and verb.dep_ in ("prep", "prt") and verb.head.lemma_.lower() in W.CARRY_OUT:
        verb = verb.head
    if verb.pos_ == "VERB" and verb.lemma_.lower() in W.CARRY_OUT:
        if token.dep_ in ("dobj", "pobj"):
            yield from _doers(verb)
        elif token.dep_ == "nsubjpass":
            yield from _passive_agents(verb)


def _held_to_account(token: Token) -> Iterator[Token]:
    """Who is blamed for the attack, was behind it, is responsible for it, claimed it."""
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in ("blame", "pin"):
        for child in token.head.children:
            if child.dep_ == "prep" and child.lower_ == "on":
                yield from (one for one in child.children if one.dep_ == "pobj")
        return
    if token.dep_ != "pobj" or token.head.lower_ not in ("for", "behind", "of", "over", "in"):
        return
    above = token.head.head
    if above.dep_ == "dobj" and above.head.lemma_.lower() in ("blame", "accuse", "suspect"):
        above = above.head
    lemma = above.lemma_.lower()
    if lemma in ("blame", "accuse", "condemn", "suspect") and token.head.lower_ != "in":
        yield from (
            child for child in above.children if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() not in W.ATTACK_NOUNS
        )
    elif lemma in ("be", "responsible") or (
        lemma == "responsibility" and above.head.lemma_.lower() in ("claim", "admit", "accept", "bear", "take")
    ):
        verb = above if lemma == "be" else above.head
        if token.head.lower_ in ("behind", "for"):
            yield from (child for child in verb.children if child.dep_ == "nsubj")


def _doers(verb: Token) -> Iterator[Token]:
    """Who does what the verb says: its subject, its agent, or who is accused of it."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or (
        verb.dep_ in ("acl", "conj")
        and verb.tag_ == "VBN"
        and not any(child.dep_ == "nsubj" for child in verb.children)
        and not any(child.dep_ == "dobj" for child in verb.children)
    )
    if passive:
        yield from _passive_agents(verb)
        return
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None:
        yield subject
        return
    head = verb.head
    if (
        verb.dep_ == "pcomp"
        and head.dep_ == "prep"
        and head.head.lemma_.lower() in ("accuse", "suspect", "blame", "deny", "condemn")
    ):
        yield from (child for child in head.head.children if child.dep_ in ("dobj", "nsubjpass"))
    elif verb.dep_ in ("xcomp", "conj", "advcl") and head.pos_ in ("VERB", "AUX"):
        yield from _doers(head) if verb.dep_ != "advcl" or verb.tag_ == "VBG" else ()


def _passive_agents(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "on"):
            yield from (one for one in child.children if one.dep_ == "pobj")
