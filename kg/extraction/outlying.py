"""What is said that does not hang on the verb of speech: it stands before it, in a relative clause, or on a verb beside it."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extraction import words as W


def clauses_beside(preposition: Token) -> Iterator[Token]:
    """What was said, where the parse hangs it on the noun before: said in a statement that the army had bombed it."""
    below = (child for noun in preposition.children if noun.dep_ == "pobj" for child in noun.rights)
    told = [child for child in below if child.dep_ in ("acl", "ccomp", "relcl")]
    deeper = (one for one in preposition.subtree if one.dep_ == "acl" and one.lower_ in _AIRED)
    clauses = [*told, *(child for one in deeper for child in one.rights if child.dep_ == "ccomp")]
    return (child for child in clauses if any(one.dep_ == "mark" and one.lower_ == "that" for one in child.children))


_AIRED = frozenset({"posted", "published", "broadcast", "aired", "carried", "released", "issued", "shown"})
"""What was done with that in which somebody said it: in an interview posted on Sunday that the army had bombed it."""


def said_before(verb: Token) -> set[int]:
    """What stands before `, X said`, whatever the parser makes of it."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ in ("WDT", "WP"):  # Sudan, which recalled its envoy, said nothing of what stands before
        return set()
    first = min(subject.left_edge.i, verb.i)
    before = verb.doc[first - 1].text if first > verb.sent.start else ""
    if before not in (",", '"', "'") or first - verb.sent.start <= 3 or is_only_when(verb.doc[verb.sent.start : first]):
        return set()
    return set(range(verb.sent.start, first))


def is_only_when(told: Span) -> bool:
    """Whether the words before who speaks only tell when it was: after the raid that killed six, the minister tweeted twice."""
    first = next((one for one in told if one.lower_ not in _TIMES and not one.like_num), told[0])
    if first.lower_ not in _WHEN or any(one.text == "," for one in told[:-1]):
        return False
    inside = {one.i for one in (first.head if first.dep_ == "mark" else first).subtree}
    return all(one.i in inside for one in told if one.tag_ in ("VBD", "VBZ", "VBP"))


_TIMES = frozenset(
    {"a", "the", "just", "only", "few", "several", "hour", "hours", "day", "days", "week", "weeks", "month", "months"}
)
_WHEN = frozenset({"after", "following", "before", "during", "since", "amid", "despite", "upon"})


def of_relative(verb: Token) -> set[int]:
    """What is said in a clause behind `that` or `which` that has no object of its own: a raid that medics say killed six."""
    doc, end = verb.doc, verb.sent.end
    subject = next(
        (child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ not in ("WDT", "WP")), None
    )
    first = subject.left_edge.i - 1 if subject is not None else -1
    if verb.lemma_.lower() not in W.PLAIN_SAY or first < verb.sent.start or doc[first].lower_ not in ("that", "which", "who"):
        return set()
    if verb.i + 1 >= end or doc[first].tag_ not in ("WDT", "WP", "IN") or doc[first - 1].pos_ in ("VERB", "AUX", "PUNCT"):
        return set()
    if doc[verb.i + 1].tag_ not in (*_FINITE, "VBN", "VB"):
        return set()
    told = {one.i for child in doc[verb.i + 1].children if child.dep_ == "ccomp" for one in child.subtree}  # proved that it was
    ends = (i for i in range(verb.i + 2, end) if i not in told)
    last = next((i for i in ends if doc[i].is_punct or doc[i].tag_ in _FINITE or doc[i].tag_ == "CC"), end)
    return set(range(verb.i + 1, last))


_FINITE = ("VBD", "VBZ", "VBP", "MD")
"""The tags of verbs that a clause of its own may begin with."""


def shared_with(verb: Token) -> set[int]:
    """What stands behind another verb of speech that breaks in: residents said, and the army denied, that it had shelled them."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    others = [child for child in verb.children if child.dep_ == "conj" and child.lemma_.lower() in W.SAY]
    if verb.lemma_.lower() not in W.PLAIN_SAY or len(after) < 2 or after[0].text != "," or after[1].dep_ != "cc":
        return set()
    return {one.i for other in others for child in other.children if child.dep_ == "ccomp" for one in child.subtree}
