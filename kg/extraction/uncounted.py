"""Numbers that count nobody here: sums, ages, years, shares; what is denied; what a toll was before; who died years ago."""

import re

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.reckoning import MONTHS

_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEARS = frozenset({
    "in", "of", "since", "from", "until", "till", "by", "before", "after", "during", "through", "early", "late", "mid", "mid-", "-",
})  # fmt: skip
_CURRENCY = frozenset({"$", "£", "€", "US$"})
_SHARES = frozenset({"half", "most", "some", "many", "third", "quarter", "majority", "one", "any", "none", "neither"})
_CHANGES = frozenset({
    "rise", "climb", "increase", "jump", "grow", "soar", "fall", "drop", "decline", "revise", "raise", "lower", "go", "up", "down",
    "double", "triple", "cut", "reduce", "correct",
})  # fmt: skip


def is_uncounted(tokens: list[Token], first: int, at: int, end: int) -> bool:
    """Whether the number from `at` to `end`, with the words that bound it from `first`, says of nobody that something befell them.

    Sums of money, ages, distances, dates, calibres and the like; shares; what is denied; what the toll was before.
    """
    before = tokens[at - 1].text if at else ""
    after = tokens[end].lower_ if end < len(tokens) else ""
    joined = end < len(tokens) and tokens[end].text.startswith("-") and tokens[end - 1].whitespace_ == ""
    counted = not (
        _is_year(tokens, at, end)
        or _is_age(tokens, at, end)
        or _is_ones_own(tokens, at, end)
        or _is_divided(tokens, at, end)
        or _is_ratio(tokens, at, end)
        or _is_size(tokens[end - 1])
        or _is_rate(tokens, at, end)
        or _is_denied(tokens, first)
        or is_former(tokens, at)
        or _is_of_another_time(tokens[at])
    )
    return (
        before in _CURRENCY
        or (before == "." and at > 1 and tokens[at - 2].lower_ == "no")
        or after in W.NO_COUNTS
        or joined
        or _is_compared(tokens, at, end)
        or after == "/"
        or before == "/"
        or after.startswith(("year", "%"))
        or not counted
    )


def _is_compared(tokens: list[Token], at: int, end: int) -> bool:
    """Whether it is how many more or fewer than others, or that of these others: three fewer than the 48 in May."""
    before = [one.lower_ for one in tokens[max(0, at - 3) : at]]
    other = before[1:] == ["than", "the"] and at > 3 and tokens[at - 4].like_num
    words = before[:2] if other else [one.lower_ for one in tokens[end : end + 2]]
    return len(words) == 2 and words[0] in ("fewer", "less", "more") and words[1] == "than"


def _is_year(tokens: list[Token], at: int, end: int) -> bool:
    """Whether it is the year of something: the raid in 2005 killed a nurse, the attack of June 1998."""
    if end - at != 1 or not _YEAR.fullmatch(tokens[at].text) or not at:
        return False
    if at > 2 and tokens[at - 1].text == "," and tokens[at - 2].is_digit and tokens[at - 3].lower_.rstrip(".") in MONTHS:
        return True  # after the May 2, 2011, killing of Ali Musa
    before, after = tokens[at - 1].lower_, tokens[end] if end < len(tokens) else None
    counts = tokens[at].dep_ == "nummod" and after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")
    return before.rstrip(".") in MONTHS or (before in _BEFORE_YEARS and not counts)


def _is_age(tokens: list[Token], at: int, end: int) -> bool:
    """Whether it is how old one is whose name stands before it: Sami, 17 and Walid, 13, were killed."""
    if end - at != 1 or at < 2 or tokens[at - 1].text != "," or tokens[at - 2].pos_ != "PROPN":
        return False
    head = tokens[at].head
    return tokens[at].dep_ in ("nummod", "appos", "conj") and head.ent_type_ == "PERSON" and head.i < tokens[at].i


def _is_ones_own(tokens: list[Token], at: int, end: int) -> bool:
    """Whether it is told how many children one has, or how old one is: a father of three was killed, and a woman of 30."""
    if at < 2 or tokens[at - 1].lower_ != "of":
        return False
    after = tokens[end] if end < len(tokens) else None
    aged = tokens[at - 2].lower_ in A_PERSON and (
        after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ") or after.lower_ == "years"
    )
    return aged or tokens[at - 2].lower_ in PARENTS


A_PERSON = frozenset({"man", "woman", "boy", "girl", "child"})
PARENTS = frozenset({"mother", "father", "parent", "parents", "mom", "mum", "dad", "grandmother", "grandfather", "widow"})
"""Nouns for one person behind which `of` and a number do not tell how many there are."""


def _is_divided(tokens: list[Token], at: int, end: int) -> bool:
    """Whether it is only told of a part of so many: half of the 60, all but two; not: half of the 40 men killed were old."""
    noun = tokens[at].head
    share = noun.head.head
    harmed = [one for one in noun.rights if one.dep_ == "acl" and one.lemma_.lower() in W.KILL | W.INJURE]
    if tokens[at].dep_ == "nummod" and noun.i == tokens[end - 1].i + 1 and harmed and share.head.lemma_ == "be":
        return False
    before = [token.lower_ for token in tokens[max(0, at - 3) : at]]
    if before[-2:] == ["all", "but"]:
        return True
    if before[:2] == ["none", "of"] and any(token.lemma_ == "survive" for token in tokens[at : at + 8]):
        return False
    return len(before) == 3 and before[1] == "of" and before[0] in _SHARES and before[2] in ("the", "its", "their", "those", "some")


def _is_ratio(tokens: list[Token], at: int, end: int) -> bool:
    """Whether it is a part of one in ten."""
    after = end + 1 < len(tokens) and tokens[end].lower_ == "in" and tokens[end + 1].like_num and tokens[end + 1].dep_ == "pobj"
    return bool(after or (at > 1 and tokens[at - 1].lower_ == "in" and tokens[at - 2].like_num))


def _is_size(number: Token) -> bool:
    """Whether it is how many live there: half of a population of 22 million, half its 22 million people."""
    of = number.dep_ == "pobj" and number.head.lower_ == "of"
    people = number.head.head if of else number.head
    of_so_many = number.dep_ == "nummod" and any(
        child.lower_ in ("its", "their") or child.dep_ == "predet" for child in people.lefts
    )
    return people.lemma_.lower() == "population" and (of or of_so_many)


def _is_rate(tokens: list[Token], at: int, end: int) -> bool:
    """Whether so many are harmed in each length of time: one killed every 20 minutes, 12 people a day, an average of nine."""
    if any(one.lower_ == "average" for one in tokens[max(0, at - 3) : at]):
        return True
    behind = [one.lower_ for one in tokens[end : end + 9]]
    stop = next((i for i, word in enumerate(behind) if word in (",", ";", "and", "but")), len(behind))
    for i, word in enumerate(behind[:stop]):
        spans = {one.rstrip("s") for one in behind[i + 1 : i + 4]} & _LENGTHS
        if spans and word in ("every", "per", "each"):
            return True
        if word in ("a", "an") and behind[i + 1 : i + 2] and behind[i + 1] in _LENGTHS and behind[max(0, i - 1)] not in _WITHIN:
            return behind[i + 2 : i + 3] not in (["after"], ["before"], ["later"], ["earlier"], ["ago"], ["since"], ["-"])
    return False


_WITHIN = frozenset({"in", "within", "over", "during", "for", "than", "of"})
_LENGTHS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "night"})


def _is_denied(tokens: list[Token], first: int) -> bool:
    """Whether it is said to be another number, or none: five people, not 50; no one; not even one."""
    before = [token.lower_ for token in tokens[max(0, first - 2) : first]]
    return before[-1:] in (["no"], ["not"]) or before in (["not", "even"], ["not", "a"])


def _is_of_another_time(token: Token) -> bool:
    """Whether it stands where it is told with what an attack is compared: the deadliest since 2008, when 166 were killed."""
    for clause in token.ancestors:
        when = next((child for child in clause.children if child.lower_ == "when" and child.i < token.i), None)
        if when is not None:
            if any(one.lemma_.lower() in W.ATTACK_NOUNS for one in clause.subtree):
                return False  # it counts for that attack
            before = [one for one in token.doc[max(token.sent.start, when.i - 5) : when.i] if not one.is_punct]
            return any(one.lower_ == "since" for one in before) or (bool(before) and bool(_YEAR.fullmatch(before[-1].text)))
    return False


def is_former(tokens: list[Token], at: int) -> bool:
    """Whether it is what the toll was before: rose from 12 to 17, fell to 5 from 9."""
    if at < 2 or tokens[at - 1].lower_ != "from":
        return False
    return any(token.lemma_.lower() in _CHANGES for token in tokens[max(0, at - 8) : at])
