"""What is only put forward, called off, asked for, hoped for or still to come."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.notions import was_called_off


def helped(verb: Token) -> Iterator[Token]:
    """The verb, and those of which it tells what is done: is known to have planned or carried out."""
    yield verb
    while verb.dep_ in ("xcomp", "conj") and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        yield verb


def is_worry(verb: Token) -> bool:
    """Whether it tells what one worries about, whichever verb hangs on the other: what worries Mali is attacks."""
    return any(
        one.lemma_.lower() in _WORRYING for one in (*verb.children, verb.head) if one.dep_ in ("csubj", "ROOT") and one.i < verb.i
    )


_WORRYING = frozenset({"worry", "concern", "fear", "frighten", "scare", "need", "want"})


def calls_off(verb: Token, token: Token) -> bool:
    """Whether what is its object was not done after all, or only spoken for or against: called off a raid, opposed strikes."""
    known = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "any") for child in token.lefts)
    known = known or any(child.dep_ in ("relcl", "acl") and child.tag_ in ("VBD", "VBN") for child in token.rights)
    asked = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp", "acl", "advcl") and verb.lemma_.lower() in _BACKING
    weighed = not known and token.head == verb and (asked or verb.lemma_.lower() in _WEIGHING)
    return weighed or was_called_off(verb)


def is_proposed(one: Token, token: Token) -> bool:
    """Whether the word tells that it is only put forward: suggested bombing it, in the event of a raid, it seems unwise to."""
    suggested = one.lemma_.lower() == "suggest" and token.head == one and token.tag_ == "VBG" and token.dep_ == "xcomp"
    event = one.lower_ == "event" and one.head.lower_ == "in" and any(child.lower_ in ("of", "that") for child in one.rights)
    weighed = one.tag_ == "VBZ" and any(child.lower_ in ("unwise", "premature") for child in one.rights)
    return suggested or event or weighed


_WEIGHING = frozenset({"oppose", "favor", "favour", "weigh", "debate", "recommend"})


_BACKING = frozenset({"back", "support", "approve", "authorise", "authorize", "endorse", "permit", "allow"})
"""What somebody is asked to do, or wants to, about attacks to come."""


def is_to_come(verb: Token, noun: Token) -> bool:
    """Whether it tells that there will be an attack: we are going to see an attack on a ship."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    going = "to" in helpers and verb.head.lower_ == "going" and any(child.dep_ == "aux" for child in verb.head.children)
    one = noun.tag_ == "NNS" or any(child.lower_ in ("a", "an", "another", "more") for child in noun.lefts)
    return (
        noun.dep_ in ("dobj", "attr") and one and verb.lemma_.lower() in _UNDERGOING and (going or bool(helpers & {"will", "wo"}))
    )


_UNDERGOING = W.SUFFERED | {"be", "have", "get", "witness", "bring", "provoke", "trigger", "invite"}


def is_inverted(verb: Token) -> bool:
    """Whether `had` stands before who did it: had they bombed it, there would be a crater."""
    had = next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass") and child.lower_ == "had"), None)
    return had is not None and any(child.dep_ in ("nsubj", "nsubjpass") and child.i > had.i for child in verb.lefts)


def is_feared_dead(verb: Token) -> bool:
    """Whether not the attack is feared but that people died of it: 20 were feared dead after the bombing."""
    return verb.lemma_.lower() == "fear" and any(child.dep_ == "oprd" and child.lower_ in W.DEAD for child in verb.rights)
