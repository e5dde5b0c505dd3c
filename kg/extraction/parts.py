"""Which figure is a part of which: including, among them, of whom, of those; and who the parts are said to be."""

from spacy.tokens import Doc, Token

from kg.extraction.harm import of_word
from kg.extraction.numbers import Quantity
from kg.extraction.victims import is_people
from kg.terms import Outcome

_PART_WORDS = frozenset({"including", "includes", "include", "included", "among", "amongst", "whom", "them", "comprising"})
_OPENING = frozenset({"-", "–", "—", ":", "--"})
_POINTING = frozenset({"them", "whom", "which", "those", "these"})
_HARMED = frozenset({"dead", "killed", "wounded", "injured", "victims", "fatalities", "casualties", "deaths"})


def part_mark(quantity: Quantity, doc: Doc, start: int) -> int | None:
    """Where the words stand that make the number a part of another: including, among them, of whom."""
    if _are_among_them(quantity, doc) or _of_those(quantity, doc) or _of_so_many(quantity, doc, start) or _is_degree(quantity, doc):
        return quantity.start
    for one in reversed(list(doc[max(start, quantity.start - 14) : quantity.start])):
        if one.lower_ in ("among", "amongst") and one.i > start and doc[one.i + 2 : one.i + 3].text.lower() in _HARMED:
            return None
        if one.lower_ in ("among", "amongst") and one.i > start and one.nbor(1).lower_ not in _POINTING:
            continue  # an icon among many
        if one.lower_ in _PART_WORDS or (one.lower_ in _POINTING and one.i > start and one.nbor(-1).lower_ == "of"):
            return one.i
        if one.text in _OPENING and one.i > start and _ends_whole(one, start):
            return one.i
        if (
            (one.pos_ == "VERB" and one.lower_ not in ("were", "are", "was"))
            or one.text in (";", ":")
            or (one.lower_ in ("while", "but", "when", "after"))
        ):
            return None
    return None


def _are_among_them(quantity: Quantity, doc: Doc) -> bool:
    """`Nine people, two children among them`."""
    end = quantity.noun.i + 1 if quantity.noun is not None and quantity.noun.i >= quantity.end else quantity.end
    told = [one.lower_ for one in doc[end : end + 2]] in (["among", "them"], ["amongst", "them"])
    return told and (end + 2 == len(doc) or doc[end + 2].is_punct)


def _ends_whole(mark: Token, start: int) -> bool:
    """Whether a number of people stands before the dash or colon behind which its parts are listed: 18 dead - 13 soldiers."""
    before = mark.doc[max(start, mark.i - 4) : mark.i]
    people = before[-1].pos_ in ("NOUN", "PROPN") and is_people(before[-1])
    return (
        (people or before[-1].lower_ in _HARMED)
        and any(one.like_num for one in before)
        and mark.nbor(-1).whitespace_ + mark.text != "-"
    )


def _is_degree(quantity: Quantity, doc: Doc) -> bool:
    """`Twenty were hurt, three seriously`."""
    after = doc[quantity.end : quantity.end + 1].text.lower()
    return quantity.noun is None and after in ("seriously", "critically", "gravely", "severely", "badly", "fatally")


def _of_so_many(quantity: Quantity, doc: Doc, start: int) -> bool:
    """`Of the 30 wounded, six`: whether the sentence begins with the whole."""
    before = doc[start : quantity.start]
    comma = next((one.i for one in before if one.text == ","), None)
    if before[:1].text.lower() != "of" or comma is None:
        return False
    return any(one.like_num or one.lower_ in _HARMED | _POINTING for one in doc[start:comma])


def points_back(quantity: Quantity, doc: Doc, start: int) -> bool:
    """Whether the sentence begins with it, so that the whole may stand in the one before."""
    opening = {one.lower_ for one in doc[start : start + 3]}
    return quantity.start - start <= 2 or bool(opening & (_PART_WORDS | _POINTING | _HARMED))


def goes_on(quantity: Quantity) -> bool:
    """Whether its sentence begins by going on from those counted in the one before: another five, others killed, among the dead."""
    doc, start = quantity.token.doc, quantity.token.sent.start
    if of_the_harmed(quantity) is not None:
        return points_back(quantity, doc, start)
    opening = [one.lower_ for one in doc[start : start + 3]]
    near = doc[quantity.start : quantity.end + 2]
    more = any(one.lower_ in ("more", "others", "other") and one.nbor(1).lower_ != "than" for one in near if one.i + 1 < len(doc))
    among = opening[:1] == ["among"] and bool({"those", *_HARMED} & set(opening))
    return among or opening[:1] == ["others"] or (quantity.start <= start + 1 and (more or opening[:1] == ["another"]))


def is_listed(last: Quantity, quantity: Quantity) -> bool:
    """Whether nothing but `and` and what became of the last stands between two numbers: 20 dead and 60 wounded."""
    between = quantity.token.doc[last.end : quantity.start]
    return between[-1:].text == "and" and all(one == last.noun or one.lower_ in (*_HARMED, ",", "and") for one in between)


def _of_those(quantity: Quantity, doc: Doc) -> bool:
    """`Six of whom`, `four of the dead`."""
    words = [one.lower_ for one in doc[quantity.end - 1 : quantity.end + 3]]
    if words[:1] != ["of"]:
        words = words[1:]
    pointing = words[1:2] and words[1] in _POINTING
    return words[:1] == ["of"] and bool(pointing or of_the_harmed(quantity) is not None or words[1:3] == ["the", "victims"])


def of_the_harmed(quantity: Quantity) -> Outcome | None:
    """`Four of the dead`: what became of them."""
    doc, at = quantity.token.doc, quantity.end - (1 if quantity.token.lower_ == "of" else 0)
    words = [one.lower_ for one in doc[at : at + 2]]
    if words not in (["of", "the"], ["of", "those"]):
        return None
    behind = doc[at + 2 : min(at + 6, quantity.token.sent.end)]
    word = next((one for one in behind if not (one.like_num or (is_people(one) and one.lower_ not in _HARMED))), None)
    return of_word(word.lower_) if word is not None and word.lower_ not in ("victims", "casualties") else None


def of_them(quantity: Quantity) -> Token | None:
    """The noun that tells who the counted are: 30 of them children; four of the dead were women."""
    doc = quantity.token.doc
    if not _of_those(quantity, doc):
        return None
    for one in doc[quantity.end + 1 : min(quantity.end + 8, quantity.token.sent.end)]:
        if one.text in (",", ";", "and") or (one.pos_ == "VERB"):
            return None
        if one.pos_ in ("NOUN", "PROPN") and one.lower_ not in _HARMED and is_people(one):
            return one
    return None


_THOUGHT = frozenset({"believe", "identify", "think", "say", "describe", "report", "know", "confirm", "presume"})


def told_to_be(quantity: Quantity) -> Token | None:
    """The noun that the sentence says they are: 12 were soldiers; civilians accounted for 54 of the dead."""
    doc = quantity.token.doc
    one = doc[quantity.token.i - 1] if quantity.token.lower_ == "of" and quantity.token.i else quantity.token
    after = doc[quantity.end] if quantity.end < one.sent.end and quantity.noun is None else None
    verb = after if after is not None and after.lemma_ == "be" else one.head
    if one.dep_ == "nsubjpass" and verb.lemma_.lower() in _THOUGHT and (quantity.noun is None or quantity.noun.pos_ == "PRON"):
        told = [last for child in verb.rights for last in (*child.rights, *child.lefts) if child.lower_ in ("as", "be")]
        return next((last for last in told if last.dep_ in ("pobj", "attr") and is_people(last)), None)
    if verb.lemma_ == "be" and (verb is after or one.dep_ == "nsubj"):
        behind = verb.nbor(1) if verb.i + 2 < one.sent.end and verb.nbor(2).pos_ not in ("VERB", "AUX") else verb
        return next((last for last in (*verb.children, behind) if last.dep_ == "attr" and is_people(last)), None) or (
            behind if behind.tag_ == "NNS" and is_people(behind) else None
        )
    above = one.head.head if one.dep_ == "pobj" and one.head.lower_ == "for" else one.head
    makes_up = above.lemma_ == "account" or (above.lemma_ == "make" and any(last.lower_ == "up" for last in above.children))
    if not makes_up or one.dep_ not in ("pobj", "dobj"):
        return None
    return next((last for last in above.children if last.dep_ == "nsubj" and is_people(last)), None)
