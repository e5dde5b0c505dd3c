"""Figures of people killed, injured, missing or displaced: each with its outcome, who they are, and what it is a part of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.extraction import words as W
from kg.extraction.nofigures import FIGHTERS, FINDING, is_date, is_no_figure, is_not_so, is_other_figure
from kg.extraction.numbers import SHARES, Quantity, quantities
from kg.extraction.outcomes import by_toll, outcome_of
from kg.extraction.parts import of_the_harmed, of_them, part_mark, points_back, told_to_be
from kg.extraction.persons import others, singles
from kg.extraction.phrases import behind
from kg.extraction.truecasing import as_written
from kg.extraction.victims import is_people, is_victim, population_of
from kg.terms import Outcome, Population

_GOING_ON = frozenset(
    {("followed", "by"), ("compared", "with"), ("compared", "to"), (",", "and"), ("down", "from"), ("up", "from")}
)
_OF_AGE_AND_SEX = frozenset({"children", "women", "men"})
"""As whom `others` need not be counted: a child was killed and two others hurt."""
_MORE = frozenset({"more", "others", "other", "another"})
_REACH = 1
"""How many paragraphs back the figure may stand of which a sentence tells parts."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure: its quantity, what became of the people, who they are, and the toll that it is a part of, by place in the list."""

    doc: int
    quantity: Quantity
    outcome: Outcome
    population: Population
    wording: str
    part_of: int | None
    negated: bool


def tolls(doc: Doc, number: int, found: list[Toll] | None = None) -> list[Toll]:
    """The figures of a document, in their order, behind those that were `found` in the paragraphs before it."""
    counted, unharmed = [] if found is None else found, False
    for sentence in doc.sents:
        unharmed = _read(sentence, number, counted, unharmed)
    return counted


def _read(sentence: Span, number: int, found: list[Toll], unharmed: bool) -> bool:
    """Adds the figures of a sentence to those before it; whether it counts people too of whom none was harmed."""
    doc, whole, elsewhere = sentence.doc, None, False
    for quantity in _counted(sentence):
        gone_on = _goes_on(quantity, found)
        mark = part_mark(quantity, doc, sentence.start)
        part = gone_on is None and mark is not None
        own = outcome_of(quantity, doc)
        again = own is None or doc[quantity.start].lower_ == "another"
        outcome = gone_on.outcome if gone_on is not None and again else own
        if outcome is None and (gone_on := _figured(quantity, found)) is not None:
            outcome = gone_on.outcome
        above = whole
        if mark is not None and above is not None and mark < found[above].quantity.start:
            part = False
        if part and above is None and not (elsewhere or (unharmed and own is None)) and points_back(quantity, doc, sentence.start):
            above = _pointed_to(own, quantity, found, number)
        part = part and above is not None and _holds(found[above].quantity, quantity)
        if part and above is not None and (own is None or own == found[above].outcome or _far(quantity, doc)):
            outcome = found[above].outcome
        else:
            part = False
        if outcome is None:
            elsewhere = elsewhere or is_other_figure(quantity)
            whole = None if elsewhere else whole
            continue
        if is_no_figure(quantity, outcome) or (mark is not None and _is_attack(quantity, mark, found)):
            continue
        quantity = _bounded_like(_as_feared(quantity), found)
        above = above if part else None
        population = (
            gone_on.population if gone_on is not None else _whose(quantity, outcome, None if above is None else found[above], found)
        )
        share = quantity.vague in SHARES and doc[quantity.end + 1 : quantity.end + 2].text.lower() in ("them", "whom")
        if share and (above is None or population == "people"):
            continue
        wording = as_written(doc[quantity.start : _end(quantity)])
        found.append(Toll(number, quantity, outcome, population, wording, above, is_not_so(quantity)))
        whole = whole if part else len(found) - 1
    return elsewhere and whole is None


def _counted(sentence: Span) -> list[Quantity]:
    counted = [*quantities(sentence), *others(sentence)]
    taken = {one.noun.i for one in counted if one.noun is not None}
    counted += [one for one in singles(sentence) if one.noun is None or one.noun.i not in taken]
    return sorted(counted, key=lambda one: one.start)


def _pointed_to(outcome: Outcome | None, quantity: Quantity, found: Sequence[Toll], number: int) -> int | None:
    """The figure before that `of them` points to: the last, or the last of these people, that can hold so many."""
    for place in reversed(range(len(found))):
        if number - found[place].doc > _REACH or found[place].negated:
            break
        enough = _holds(found[place].quantity, quantity)
        whole = found[place].part_of is None and of_the_harmed(found[place].quantity) is None
        if whole and outcome in (None, found[place].outcome) and enough:
            return place
    return None


def _holds(whole: Quantity, part: Quantity) -> bool:
    """Whether so many can be a part of so many: the nurse who was among three killed has not the three as a part of her."""
    return whole.upper is None or (part.lower or 0) <= whole.upper


def _is_attack(quantity: Quantity, mark: int, found: Sequence[Toll]) -> bool:
    """Whether it counts attacks: 23 were killed in air strikes, including one near a hospital."""
    doc = quantity.token.doc
    between = doc[found[-1].quantity.end : mark] if found and found[-1].quantity.token.doc is doc else ()
    nearby = doc[quantity.end : quantity.end + 1].text.lower() in ("near", "in", "at", "on", "outside", "against")
    several = any(one.lemma_.lower() in W.ATTACK_NOUNS and one.tag_ == "NNS" for one in between)
    return quantity.noun is None and nearby and several and doc[quantity.start].lower_ == "one"


def _goes_on(quantity: Quantity, found: Sequence[Toll]) -> Toll | None:
    """The figure before in this sentence, of whose kind this bare number is another: followed by 212; recovered another 10."""
    last, doc = found[-1] if found else None, quantity.token.doc
    if last is None or quantity.noun is not None or last.quantity.token.sent != quantity.token.sent:
        return None
    if doc[quantity.start].lower_ == "another" and quantity.token.like_num:
        return last if _is_same_deed(quantity.token, last.quantity) else None
    before = tuple(token.lower_ for token in doc[max(0, quantity.start - 2) : quantity.start])
    after = doc[quantity.end : quantity.end + 1].text.lower()
    if after not in ("in", "at", "on", "near"):
        return None
    listed = before[-1:] in ((",",), ("and",)) and doc[last.quantity.end : quantity.start].text.count(" in ") == 1
    return last if before[-2:] in _GOING_ON or (listed and not is_date(doc[quantity.end + 1 : quantity.end + 2])) else None


def _figured(quantity: Quantity, found: Sequence[Toll]) -> Toll | None:
    """The figure told last, where another is given for it: put the figure at 12, gave the number as 12."""
    doc, first = quantity.token.doc, quantity.token.sent.start
    before = [one.lower_ for one in doc[max(first, quantity.start - 6) : quantity.start]]
    figure = {"put", "it"} <= set(before) or _is_count(quantity.token)
    last = found[-1] if found else None
    if last is None or quantity.noun is not None or not figure or last.quantity.token.doc is not doc:
        return None
    return last


def _is_count(number: Token) -> bool:
    """Whether it is given as somebody's count: a figure of 50, its own count is 30, put the losses at 14."""
    above = number.head.head if number.dep_ == "pobj" else number.head
    if number.dep_ == "dobj" and above.lemma_.lower() in W.PLAIN_SAY:
        return True
    verbs = [one for one in (above, above.head if above.dep_ == "conj" else above) if one.pos_ in ("VERB", "AUX")]
    around = [above, *(child for verb in verbs for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj"))]
    return any(one.lemma_.lower() in W.TOLL_NOUNS | {"loss"} and _is_of_victims(one) for one in around if one != number)


def _is_of_victims(count: Token) -> bool:
    """Whether it is not told that it counts something else: the number of the dead, the figure; not: the number of jets."""
    counted = behind(count, "of")
    if any(child.dep_ == "compound" and is_people(child) for child in count.lefts):
        return False  # troop numbers
    return not counted or any(one.like_num or one.lower_ in W.DEAD | W.HURT for head in counted for one in head.subtree)


def _is_same_deed(number: Token, last: Quantity) -> bool:
    """Whether the same was done to both, or both were found dead."""
    other = next((one for one in (last.noun or last.token).ancestors if one.pos_ == "VERB"), None)
    if number.dep_ != "dobj" or other is None:
        return False
    mine, theirs = number.head.lemma_.lower(), other.lemma_.lower()
    return mine == theirs or {mine, theirs} <= FINDING


def _bounded_like(quantity: Quantity, found: Sequence[Toll]) -> Quantity:
    """Bounded as the one before, to which it is joined: at least six were killed and 15 wounded; up to six men and two boys."""
    last = found[-1].quantity if found else None
    if (
        last is None
        or quantity.kind != "exact"
        or last.kind not in ("atLeast", "about", "upTo")
        or last.token.sent != quantity.token.sent
    ):
        return quantity
    doc = quantity.token.doc
    number = quantity.upper
    if (
        number is None
        or quantity.noun is quantity.token
        or doc[quantity.start - 1].lower_ != "and"
        or not _is_joined(quantity, last)
    ):
        return quantity
    lower, upper = {"atLeast": (number, None), "upTo": (None, number)}.get(last.kind, (number, number))
    return replace(quantity, lower=lower, upper=upper, kind=last.kind)


def _as_feared(quantity: Quantity) -> Quantity:
    """No more than so many, where it is said that a toll may rise to that: could rise to as high as 40."""
    verb = next((one for one in quantity.token.ancestors if one.pos_ in ("VERB", "AUX")), None)
    helped = verb is not None and any(child.lower_ in ("could", "may", "might") for child in verb.lefts)
    rises = helped and verb is not None and verb.lemma_.lower() in ("rise", "climb", "reach", "go", "increase", "exceed")
    if not rises or quantity.kind not in ("exact", "about") or quantity.upper is None:
        return quantity
    return replace(quantity, lower=None, kind="upTo")


def _is_joined(quantity: Quantity, last: Quantity) -> bool:
    """Whether two numbers stand in one list, or under a helping verb that both share."""
    mine, theirs = quantity.noun or quantity.token, last.noun or last.token
    if mine.dep_ == "conj" and theirs in mine.ancestors:
        return True
    verb = mine.head
    if mine.dep_ == theirs.dep_ and mine.head == theirs.head:
        return True
    shared = (
        verb.dep_ == "conj"
        and verb.tag_ in ("VBN", "VBD")
        and not {child.dep_ for child in verb.children} & {"aux", "auxpass", "dobj"}
    )
    return shared and mine.dep_ in ("nsubj", "nsubjpass") and verb.head in theirs.ancestors


def _whose(quantity: Quantity, outcome: Outcome, whole: Toll | None, found: Sequence[Toll]) -> Population:
    """Who they are: by the noun that is counted, else those of the figure before where it goes on from that."""
    noun, doc = quantity.noun, quantity.token.doc
    if predicate := told_to_be(quantity) or of_them(quantity):
        return population_of(predicate)
    if noun is not None and (mixed := _mixed(noun)):
        return mixed
    sentence = quantity.token.sent
    near = [one for one in found if one.quantity.token.doc is doc]
    here = [one for one in near if one.quantity.token.sent == sentence and one.part_of is None]
    before = {one.population for one in here if one.outcome == here[-1].outcome}
    alone = bool(here) and here[-1].quantity.upper == 1 != quantity.upper and here[-1].population not in FIGHTERS
    shared: Population = here[-1].population if len(before) == 1 and not alone else "people"  # killed a nurse and wounded 25
    others = bool(here) and here[-1].outcome != outcome
    alike = others and shared not in _OF_AGE_AND_SEX
    more = _whose_more(quantity, found) if not here else None
    if noun is not None and not (whole is not None and noun.pos_ == "PRON"):
        return more or (shared if noun.lower_ == "others" and alike else population_of(noun))
    if whole is not None:
        return _of_toll(quantity) or whole.population
    if more:
        return more
    if not here and near and by_toll(quantity, doc):
        wholes = [one.population for one in near if one.part_of is None]
        return _of_toll(quantity) or (wholes[-1] if wholes and wholes[-1] not in _OF_AGE_AND_SEX else "people")
    counted = by_toll(quantity, doc) is not None
    if counted and (shared in _OF_AGE_AND_SEX or _of_toll(quantity)):
        return _of_toll(quantity) or "people"
    return shared if counted or others or quantity.token.lower_ in ("another", "other") else "people"


def _mixed(noun: Token) -> Population | None:
    """As whom one number counts people of several kinds: 14 patients and staff members, 30 soldiers and villagers."""
    counted = any(child.dep_ == "nummod" for child in noun.lefts) or (noun.dep_ == "pobj" and noun.head.lower_ == "of")
    joined = [one for one in noun.conjuncts if one.i > noun.i and one.tag_ == "NNS" and (is_people(one) or is_victim(one))]
    own = ("nummod", "det", "poss", "quantmod", "advmod")
    bare = [one for one in joined if not any(child.dep_ in own or child.like_num for child in one.lefts)]
    kinds = {population_of(one) for one in (noun, *bare)}
    if not counted or len(bare) < len(joined) or len(kinds) == 1:
        return None
    return "peopleInMedicalFacility" if kinds <= {"patients", "medicalStaff", "people"} and "patients" in kinds else "people"


def _whose_more(quantity: Quantity, found: Sequence[Toll]) -> Population | None:
    """Who the `two more` or `three others` are with whom a sentence begins: the same as those told of last."""
    doc, last = quantity.token.doc, next((one for one in reversed(found) if one.part_of is None), None)
    words = {doc[quantity.start].lower_, *(one.lower_ for one in doc[quantity.end : quantity.end + 1])}
    if last is None or not words & _MORE or quantity.start - quantity.token.sent.start > 2:
        return None
    other = quantity.noun is not None and quantity.noun.lower_ not in _MORE
    return None if other or last.population in _OF_AGE_AND_SEX else last.population


def _of_toll(quantity: Quantity) -> Population | None:
    """Put the number of civilian deaths at 12."""
    before = quantity.token.doc[max(quantity.token.sent.start, quantity.start - 10) : quantity.start]
    return "civilians" if any(one.lower_ in ("civilian", "civilians") for one in before) else None


def _end(quantity: Quantity) -> int:
    """Where its wording ends: with the noun, if that follows soon."""
    noun = quantity.noun
    return noun.i + 1 if noun is not None and 0 <= noun.i - quantity.end < 8 else quantity.end


def _far(quantity: Quantity, doc: Doc) -> bool:
    before = [one.lower_ for one in doc[max(0, quantity.start - 3) : quantity.start]]
    return bool(set(before) & {"including", "among", "them", "whom"})
