"""Figures of people killed, injured, missing or displaced: each with its outcome, who they are, and what it is a part of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extraction import words as W
from kg.extraction.numbers import Quantity, quantities
from kg.terms import Outcome, Population

_PASSIVE_ROLES = ("dobj", "nsubjpass", "nsubj", "attr", "pobj", "appos", "conj", "nmod", "dep", "npadvmod", "oprd")
_PART_WORDS = frozenset({"including", "includes", "include", "among", "amongst", "whom", "them", "comprising"})
_GOING_ON = frozenset(
    {("followed", "by"), ("compared", "with"), ("compared", "to"), (",", "and"), ("down", "from"), ("up", "from")}
)
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_TOLL = frozenset({"toll", "count", "number", "total", "tally", "figure"})


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


def tolls(doc: Doc, number: int) -> list[Toll]:
    """The figures of a document, in their order."""
    found: list[Toll] = []
    for sentence in doc.sents:
        whole: int | None = None
        counted = [*quantities(sentence), *_single(doc, sentence.start, sentence.end), *_another(sentence)]
        for quantity in sorted(counted, key=lambda one: one.start):
            part = _is_part(quantity, doc, sentence.start)
            outcome = _outcome(quantity, doc)
            gone_on = _goes_on(quantity, doc, found)
            if outcome is None and gone_on is not None:
                outcome, part = gone_on.outcome, False
            if part and whole is not None and (outcome is None or outcome == found[whole].outcome or _far(quantity, doc)):
                outcome = found[whole].outcome
            elif part and outcome is None and found and found[-1].doc == number:
                whole = len(found) - 1
                outcome = found[-1].outcome
            else:
                part = False
            if outcome is None:
                continue
            if quantity.noun is not None and not _is_people(quantity.noun) and outcome != "killedOrInjured":
                continue
            population = gone_on.population if gone_on is not None else _whose(quantity, doc, outcome, part, found)
            wording = doc[quantity.start : _end(quantity)].text
            found.append(Toll(number, quantity, outcome, population, wording, whole if part else None, _negated(quantity, doc)))
            if not part:
                whole = len(found) - 1
    return found


def _goes_on(quantity: Quantity, doc: Doc, found: Sequence[Toll]) -> Toll | None:
    """The figure before in this sentence, of whose kind this bare number is another: followed by 212 in the north."""
    last = found[-1] if found else None
    if last is None or quantity.noun is not None or last.quantity.token.sent != quantity.token.sent:
        return None
    before = tuple(token.lower_ for token in doc[max(0, quantity.start - 2) : quantity.start])
    after = doc[quantity.end : quantity.end + 1].text.lower()
    return last if before[-2:] in _GOING_ON and after in ("in", "at", "on", "near") else None


def _whose(quantity: Quantity, doc: Doc, outcome: Outcome, part: bool, found: Sequence[Toll]) -> Population:
    """Who they are: by the noun that is counted, else those of the figure before where it goes on from that."""
    if quantity.noun is not None:
        return _population(quantity.noun)
    if not found:
        return "people"
    last = found[-1]
    here = last.quantity.token.doc is doc and last.quantity.token.sent.start == quantity.token.sent.start
    goes_on = part or _by_toll(quantity, doc) or (here and last.outcome != outcome)
    return last.population if goes_on else "people"


def _end(quantity: Quantity) -> int:
    """Where its wording ends: with the noun, if that follows soon."""
    noun = quantity.noun
    return noun.i + 1 if noun is not None and 0 <= noun.i - quantity.end < 5 else quantity.end


def _far(quantity: Quantity, doc: Doc) -> bool:
    before = [one.lower_ for one in doc[max(0, quantity.start - 3) : quantity.start]]
    return bool(set(before) & {"including", "among", "them", "whom"})


def _is_part(quantity: Quantity, doc: Doc, start: int) -> bool:
    """Whether words before it say that the number is a part of another: including, among them, of whom."""
    for one in reversed(list(doc[max(start, quantity.start - 14) : quantity.start])):
        if one.lower_ in _PART_WORDS:
            return True
        if (
            (one.pos_ == "VERB" and one.lower_ not in ("were", "are", "was"))
            or one.text in (";", ":")
            or (one.lower_ in ("while", "but", "when", "after"))
        ):
            return False
    following = [one.lower_ for one in doc[quantity.end : quantity.end + 4]]
    return following[:2] in (["of", "them"], ["of", "whom"], ["of", "those"])


def _is_people(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return (
        lemma in W.PEOPLE
        or noun.lower_ in W.PEOPLE
        or lemma in W.DEAD | W.HURT | W.GONE | W.CASUALTY
        or lemma in ("other", "more", "another", "dead", "one", "those", "wounded", "injured", "they", "them")
    )


def _population(noun: Token) -> Population:
    lemma = noun.lemma_.lower()
    before = {child.lower_ for child in noun.lefts}
    if lemma in ("worker", "staff", "personnel", "employee", "volunteer", "member"):
        if before & W.MEDICAL_MODIFIERS:
            return "medicalStaff"
        if before & {"rescue", "emergency"}:
            return "rescueWorkers"
        if before & W.AID_MODIFIERS:
            return "aidWorkers"
    if lemma in ("fighter", "rebel") and before & {"rebel", "opposition"}:
        return "oppositionFighters"
    if lemma in ("soldier", "troop", "fighter", "force") and before & W.FORCE_MODIFIERS:
        return "governmentForces"
    if "civilian" in before:
        return "civilians"
    if lemma in W.DEAD | W.HURT | W.CASUALTY:
        return "civilians" if "civilian" in before else "people"
    return W.PEOPLE.get(lemma) or W.PEOPLE.get(noun.lower_) or "people"


def _single(doc: Doc, start: int, end: int) -> list[Quantity]:
    """One person, who is counted by `a`: a child was killed, killing a nurse."""
    found = []
    for token in doc[start:end]:
        if token.tag_ != "NN" or token.lemma_.lower() not in W.PEOPLE or token.lemma_.lower() in ("family", "staff", "people"):
            continue
        article = next((child for child in token.lefts if child.lower_ in ("a", "an")), None)
        last = next((child for child in token.lefts if child.lower_ == "last" and child.head == token), None)
        if article is None and last is None:
            continue
        usual = token.dep_ in ("dobj", "nsubjpass", "conj", "pobj") or (
            token.dep_ == "nsubj" and token.head.lemma_ in ("die", "perish")
        )
        if article is not None and not usual and not _among(token):
            continue
        first = article if article is not None else last
        assert first is not None
        number = 2 if token.lemma_.lower() == "couple" else 1
        quantity = Quantity(first.i, first.i + 1, number, number, "exact", None, first, token)
        if _by_verb(token, strict=True) or (token.dep_ in ("conj", "pobj") and _is_part(quantity, doc, start)):
            found.append(quantity)
    return found


def _another(sentence: Span) -> Iterator[Quantity]:
    """One more of those counted before: killed three brothers and injured a fourth."""
    for token in sentence:
        harmed = token.lower_ in _ORDINALS and token.dep_ == "dobj" and _of_lemma(token.head) in ("killed", "injured")
        if harmed and token.nbor(-1).lower_ == "a":
            yield Quantity(token.i - 1, token.i + 1, 1, 1, "exact", None, token, None)


def _outcome(quantity: Quantity, doc: Doc) -> Outcome | None:
    """What became of those whom the quantity counts."""
    noun, token = quantity.noun, quantity.token
    following = next((one for one in doc[quantity.end : quantity.end + 1]), None)
    after = following.lower_ if following is not None and following.sent.start == token.sent.start else ""
    if noun is not None:
        lemma = noun.lemma_.lower()
        named = "killed" if lemma == "body" else _of_word(lemma) or _of_word(noun.lower_)
        if named:
            return named
        for child in noun.children:
            if (
                child.dep_ in ("acl", "amod", "relcl")
                and (own := _of_word(child.lower_) or _of_lemma(child))
                and child.lower_ not in ("killing", "wounding")
            ):
                return own
        found = _by_verb(noun)
        if found:
            return found
        before = doc[max(token.sent.start, quantity.start - 1) : quantity.start]
        if before and before[0].pos_ == "VERB" and (own := _of_lemma(before[0])):
            return own
        if any(one.lower_ == "left" for one in doc[max(token.sent.start, quantity.start - 3) : quantity.start]):
            left = next((one for one in doc[noun.i + 1 : noun.i + 9] if one.lower_ in W.DEAD | W.HURT), None)
            if left is not None:
                return _of_word(left.lower_)
        behind = doc[noun.i + 1 : noun.i + 3]
        for one in behind:
            if one.lower_ in W.DEAD | W.HURT | W.GONE:
                return _of_word(one.lower_)
        return None
    if after in W.DEAD | W.HURT | W.GONE | W.CASUALTY:
        return _of_word(after)
    before = doc[max(token.sent.start, quantity.start - 1) : quantity.start]
    if before and (own := _of_lemma(before[0])):
        return own
    return _by_verb(token) or _by_toll(quantity, doc)


def _by_toll(quantity: Quantity, doc: Doc) -> Outcome | None:
    """A death toll of 20; put the toll at 20."""
    for one in reversed(list(doc[max(quantity.token.sent.start, quantity.start - 7) : quantity.start])):
        if one.lemma_.lower() in _TOLL:
            words = {child.lower_ for child in one.subtree} | {other.lower_ for other in doc[max(0, one.i - 3) : one.i + 4]}
            if words & W.HURT:
                return "injured"
            return "killed" if one.lemma_.lower() == "toll" or words & W.DEAD else None
        if one.pos_ == "VERB" and one.lemma_.lower() not in ("put", "rise", "climb", "give", "stand", "be", "reach"):
            return None
    return None


def _of_word(word: str) -> Outcome | None:
    if word in W.DEAD:
        return "killed"
    if word in W.HURT:
        return "injured"
    if word in W.GONE:
        return "missing"
    return "killedOrInjured" if word in W.CASUALTY else None


def _of_lemma(token: Token) -> Outcome | None:
    lemma = token.lemma_.lower()
    if lemma in W.KILL:
        return "killed"
    if lemma in W.INJURE:
        return "injured"
    if lemma in W.DISPLACE:
        return "displaced"
    return None


def _among(token: Token) -> Outcome | None:
    """What became of them whom a sentence counts `among the dead`, as its subject or as another subject joined to it."""
    one = token
    while one.dep_ == "conj" and one.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        one = one.head
    if one.dep_ not in ("nsubj", "nsubjpass", "attr") or one.head.lemma_.lower() != "be":
        return None
    objects = (last for child in one.head.children if child.lower_ in ("among", "amongst") for last in child.children)
    return next((found for last in objects if (found := _of_word(last.lower_))), None)


def _by_verb(token: Token, strict: bool = False) -> Outcome | None:
    """The outcome by the verbs above the noun: killed, died, left dead, claimed lives, lost their lives."""
    one, steps = token, 0
    while steps < 8 and one.head != one:
        role, head = one.dep_, one.head
        if head.pos_ in ("VERB", "AUX", "ADJ"):
            own = _of_lemma(head)
            if own:
                subject = (
                    role == "nsubj"
                    and head.lemma_.lower()
                    in ("kill", "injure", "wound", "murder", "massacre", "slay", "maim", "displace", "hurt", "execute")
                    and head.tag_ != "VBN"
                )
                if subject:
                    return None
                if own == "displaced" and role == "pobj":
                    return None
                if role in ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "ccomp", "dep", "npadvmod") or (
                    one.i != token.i and role in ("conj", "prep")
                ):
                    return own
                return None if strict else (own if role in _PASSIVE_ROLES and role != "pobj" else None)
            lemma = head.lemma_.lower()
            if lemma in ("leave", "find", "pull", "believe", "report", "confirm", "fear", "presume", "be", "lie") and role in (
                "dobj",
                "nsubjpass",
                "nsubj",
                "attr",
                "ccomp",
            ):
                for child in head.children:
                    if child.i > one.i and child.lower_ in W.DEAD | W.HURT | W.GONE:
                        return _of_word(child.lower_)
                    if child.dep_ in ("xcomp", "ccomp", "oprd") and child.i > one.i and (other := _of_lemma(child)):
                        return other
            if lemma in ("claim", "lose", "take", "cost") and (
                token.lemma_.lower() == "life" or any(child.lemma_.lower() == "life" for child in head.children)
            ):
                return "killed"
            if lemma == "treat" and role == "nsubjpass" and _for_injuries(head):
                return "injured"
            return _among(token)
        one, steps = head, steps + 1
    return None


def _for_injuries(verb: Token) -> bool:
    """Treated for injuries, for burns."""
    ailments = {last.lemma_.lower() for child in verb.children if child.lower_ == "for" for last in child.children}
    return bool(ailments & {"injury", "wound", "burn", "shrapnel", "fracture"})


def _negated(quantity: Quantity, doc: Doc) -> bool:
    """Whether it is said that so many were not harmed."""
    for one in (quantity.token, *quantity.token.ancestors):
        if any(child.dep_ == "neg" for child in one.children) and one.pos_ in ("VERB", "AUX"):
            return True
        if one.pos_ == "VERB":
            return False
    return False
