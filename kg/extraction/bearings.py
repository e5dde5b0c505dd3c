"""What the phrase for an attack itself says of it, and what only stands beside: the Sunday attack, hours after the deal in Oslo."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.mentions import Act, is_verb

_OCCUR: Final = W.HITTING | W.KILL | W.INJURE | W.LANDING | W.BREAKING_OUT | {
    "occur", "happen", "take", "come", "begin", "start", "leave", "be",
}  # fmt: skip
"""Verbs behind which it may stand where and when the attack that is their subject was."""


def is_apart(child: Token) -> bool:
    """Whether a clause is set off by a comma, so that it tells more of what is known already: the attack, which killed two."""
    if child.dep_ not in ("acl", "relcl") or child.left_edge.i < 2:
        return False
    before = child.left_edge.nbor(-1)
    before = before.nbor(-1) if before.text in ('"', "'", "``", "“", "‘") else before
    return before.text in (",", "-", "–", "—")


def says_where(act: Act) -> bool:
    """Whether the place that was noted stands in the phrase for the attack, or behind a verb that tells what it did."""
    words = {act.token.doc[i].text for i in _own_words(act)}
    return any(name.split()[-1] in words for name in (*act.places, *act.quarters))


def scene_of(token: Token) -> set[int]:
    """The words outside its clause that tell where an attack was.

    What a clause with `where` is about, or one on `a town` behind its name: Mosul in `Mosul, where it was bombed`. Where people
    came to harm when it was made: `in Mosul, nine were killed when a bus was hit`.
    """
    for one in (token, *token.ancestors):
        if one.dep_ == "relcl" and any(child.lower_ == "where" for child in one.children):
            return {other.i for other in one.head.subtree} - {other.i for other in one.subtree} | {one.head.i}
        if one == token and one.dep_ == "relcl" and one.head.dep_ == "appos" and one.head.lemma_.lower() in W.DISTRICTS:
            return {other.i for other in one.head.head.subtree} - {other.i for other in one.subtree}
        if (
            one.dep_ == "advcl"
            and one.head.lemma_.lower() in W.KILL | W.INJURE
            and any(child.lower_ == "when" for child in one.lefts)
        ):
            return {other.i for child in one.head.children if child.dep_ == "prep" for other in child.subtree}
    return set()


def says_what(act: Act) -> bool:
    """Whether it is said what was hit, not only in a clause that tells more of what is known already."""
    apart = {one.i for child in act.token.children if is_apart(child) for one in child.subtree}
    return any(target.token.i not in apart for target in act.targets)


def says_when(act: Act) -> bool:
    """Whether the time that was noted stands so."""
    if act.time is None:
        return False
    begins = act.token.sent.start_char + act.time.start
    return any(begins <= act.token.doc[i].idx < begins + len(act.time.words) for i in _own_words(act))


def names_day(token: Token) -> bool:
    """Whether the noun is told by its day: Friday's blast, the Friday morning blast."""
    return any(child.dep_ in ("poss", "compound", "nmod") and child.ent_type_ in ("DATE", "TIME") for child in token.lefts)


def _own_words(act: Act) -> Iterator[int]:
    """The words of the phrase, without clauses set off by commas, and those behind a verb that tells what the attack did."""
    token = act.token
    if is_verb(token):
        yield from act.clause
        clause = next((one for one in (token, *token.ancestors) if one.dep_ in ("relcl", "advcl")), token)
        if clause.dep_ == "advcl" or clause.head.dep_ == "pobj":
            yield from scene_of(token)
        return
    apart = {one.i for child in token.children if is_apart(child) for one in child.subtree}
    yield from (one.i for one in token.subtree if one.i not in apart)
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in _OCCUR:
        for child in verb.children:
            if child.dep_ in ("prep", "dobj", "npadvmod", "advmod"):
                yield from (one.i for one in child.subtree)
