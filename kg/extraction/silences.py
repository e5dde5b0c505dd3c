"""Who was asked and did not answer: a silence, which is no denial."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.party import Party
from kg.extraction.polarity import has_negation, is_left_open, is_undecided, tells_of_act

_ANSWERS = frozenset({"comment", "response", "reaction", "reply", "answer", "statement", "word"})
_CALLS = frozenset({"call", "request", "email", "e-mail", "message", "query", "question", "inquiry", "enquiry"})
_UNHEARD = frozenset({"unanswered", "unreturned", "ignored"})


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody was asked and did not answer."""

    who: Party
    token: Token


def silences(doc: Doc, cast: Cast) -> list[Silence]:
    """Who did not answer when asked, could not be reached, or neither confirmed nor denied it."""
    found: list[Silence] = []
    for token in doc:
        for subject in _silent(token):
            party = cast.party(subject)
            if party and all(one.token.sent != token.sent or one.who.key != party.key for one in found):
                found.append(Silence(party, token))
    return found


def _silent(token: Token) -> Iterator[Token]:
    """The nouns for those who are silent by this word."""
    lemma = token.lemma_.lower()
    subject: Token | None = None
    if token.pos_ == "VERB" and _says_nothing(token):
        subject = _asked(token)
    elif lemma in ("reach", "contact") and has_negation(token):
        subject = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
    elif lemma == "available" and has_negation(token.head) and "comment" in token.sent.text:
        subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    elif lemma in _ANSWERS and token.pos_ == "NOUN" and any(child.lower_ == "no" for child in token.lefts):
        subject = _without_comment(token)
    elif lemma in _CALLS and token.dep_ in ("nsubj", "nsubjpass"):
        subject = _called(token)
    elif (
        lemma in _CALLS and token.dep_ == "dobj" and token.head.lemma_.lower() in ("return", "answer") and has_negation(token.head)
    ):
        subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    elif lemma in ("reach", "contact") and token.dep_ in ("acl", "xcomp", "relcl"):
        subject = _tried(token)
    if subject is not None:
        yield subject
        yield from (one for one in subject.conjuncts if one.i > subject.i)


def _says_nothing(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in ("comment", "respond", "reply", "answer"):
        return _not_done(verb)
    if lemma in ("discuss", "elaborate", "address") and verb.dep_ == "xcomp":
        return is_left_open(verb)
    if lemma in ("remain", "keep", "stay"):
        return any(child.lower_ in ("silent", "mum", "quiet") for child in verb.children)
    if lemma == "say":
        return any(child.lower_ == "nothing" and child.dep_ == "dobj" for child in verb.children) or _says_little(verb)
    return lemma in ("confirm", "deny") and _is_left_open(verb)


def _says_little(verb: Token) -> bool:
    """`Would only say that it was studying the report`, `did not say whether its planes had bombed the town`."""
    would = {child.lower_ for child in verb.children if child.dep_ in ("aux", "advmod")}
    asked = [child for child in verb.children if child.dep_ == "ccomp"]
    if {"would", "only"} <= would:
        return not any(tells_of_act(one) for child in asked for one in child.subtree)
    whether = any(one.lower_ in ("whether", "if") for child in asked for one in child.lefts)
    if not whether or not is_left_open(verb):
        return False
    inside = [one for child in asked for one in child.subtree if one.pos_ == "VERB" or one.dep_ in ("attr", "acomp", "prep")]
    return any(tells_of_act(one) or one.lemma_.lower() in W.ANSWERABLE for one in inside)


def _not_done(verb: Token) -> bool:
    if has_negation(verb) or any(child.lower_ == "neither" for child in _subject_words(verb)):
        return True
    if verb.dep_ != "xcomp":
        return False
    yet = verb.head.lemma_.lower() == "have" and any(child.lower_ == "yet" for one in (verb, verb.head) for child in one.children)
    return yet or verb.head.lemma_.lower() in ("decline", "refuse", "fail")


def _subject_words(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "nsubj":
            yield from (child, *child.children)


def _is_left_open(verb: Token) -> bool:
    """`Neither confirmed nor denied`, `declined to confirm or deny`, `did not immediately confirm responsibility`."""
    if is_undecided(verb):
        return True
    objects = {child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"}
    told = objects & (W.ANSWERABLE | W.ATTACK_NOUNS.keys() | W.ACCUSATION_NOUNS | W.CASUALTY | W.DEAD)
    return verb.lemma_.lower() == "confirm" and is_left_open(verb) and bool(told)


def _without_comment(answer: Token) -> Token | None:
    """`Had no immediate comment`, `there was no response from Riyadh`; not where it had said something before."""
    if any(child.lower_ in ("further", "more", "other") for child in answer.lefts):
        return None
    verb = answer.head
    if verb.lemma_.lower() in ("have", "give", "offer", "make", "issue") and answer.dep_ == "dobj":
        return next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.lemma_.lower() != "be":
        return None
    sources = [child for one in (answer, verb) for child in one.children if child.lower_ in ("from", "by")]
    return next((one for child in sources for one in child.children if one.dep_ == "pobj"), None)


def _called(calls: Token) -> Token | None:
    """`Calls to the ministry went unanswered`, `requests to the army were not returned`."""
    verb = calls.head
    unheard = any(child.lower_ in _UNHEARD for child in verb.children) or verb.lower_ in _UNHEARD
    if not unheard and not (has_negation(verb) and verb.lemma_.lower() in ("return", "answer")):
        return None
    ways = [child for one in (calls, *calls.children) for child in one.children if child.lower_ in ("to", "with", "for")]
    return next((one for child in ways for one in child.children if one.dep_ == "pobj"), None)


def _tried(verb: Token) -> Token | None:
    """`Attempts to reach the army were unsuccessful`, `efforts to contact him failed`."""
    tries, result = verb.head, verb.head.head
    if tries.lemma_.lower() not in ("attempt", "effort", "try") or tries.dep_ != "nsubj":
        return None
    failed = result.lemma_.lower() == "fail" or has_negation(result)
    vain = any(one.lower_ in ("unsuccessful", "vain", "fruitless", "futile") for one in result.subtree)
    return next((child for child in verb.children if child.dep_ == "dobj"), None) if failed or vain else None


def _asked(verb: Token) -> Token | None:
    one = verb
    for _ in range(3):
        subject = next((child for child in one.children if child.dep_ == "nsubj"), None)
        if subject is not None:
            return subject
        if one.head == one:
            return None
        one = one.head
    return None
