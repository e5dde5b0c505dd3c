"""What became of those whom a quantity counts: by its noun, by what describes that, by the verb above, by the toll it is."""

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.harm import among, by_verb, harm_of, of_verb, of_word
from kg.extraction.mentions import joined_to
from kg.extraction.numbers import Quantity
from kg.extraction.parts import of_the_harmed
from kg.extraction.persons import relative_harm
from kg.extraction.plights import AILMENTS
from kg.extraction.victims import is_people
from kg.terms import Outcome

_BODIES = frozenset({"body", "bodies", "corpse", "corpses"})
_TOLL = frozenset({"toll", "count", "number", "total", "tally", "figure"})
_RISING = frozenset({
    "put", "near", "rise", "climb", "give", "stand", "be", "reach", "kill", "injure", "displace", "approach", "exceed", "pass",
    "top", "surpass", "estimate", "range", "vary", "jump", "grow", "increase", "take", "bring", "raise", "soar",
    "revise", "correct",
})  # fmt: skip


def outcome_of(quantity: Quantity, doc: Doc) -> Outcome | None:
    """What became of those whom the quantity counts."""
    noun, token = quantity.noun, quantity.token
    if _none_left(quantity):
        return "killed"
    if _is_told_otherwise(quantity):
        return None
    if noun is not None:
        return _of_noun(quantity, noun)
    following = next((one for one in doc[quantity.end : quantity.end + 2] if one.lower_ not in ("more", "others")), None)
    after = following.lower_ if following is not None and following.sent.start == token.sent.start else ""
    if after in ("displaced", "homeless") or (following is not None and following.lemma_.lower() == "flee"):
        return "displaced"
    if after in W.DEAD | W.HURT | W.GONE | W.CASUALTY:
        return _both(doc, quantity.end) or of_word(after)
    before = doc[max(token.sent.start, quantity.start - 1) : quantity.start]
    if before and before[0].pos_ == "VERB" and of_verb(before[0]) and (harm := harm_of(before[0])):
        return harm[0]
    if after in ("with", "suffered", "sustained") and any(
        one.lemma_.lower() in AILMENTS for one in doc[quantity.end : quantity.end + 5]
    ):
        return "injured"
    return _died_of_it(quantity) or of_the_harmed(quantity) or by_verb(token) or by_toll(quantity, doc)


def _none_left(quantity: Quantity) -> bool:
    """`None of the 40 aboard survived`."""
    doc, first = quantity.token.doc, quantity.token.sent.start
    before = [one.lower_ for one in doc[max(first, quantity.start - 3) : quantity.start]]
    return before[:2] == ["none", "of"] and any(one.lemma_ == "survive" for one in doc[quantity.end : quantity.end + 8])


def _is_told_otherwise(quantity: Quantity) -> bool:
    """Whether the participle behind it says what befell so many, beside those harmed: 40 were killed and 12 taken hostage."""
    one, doc = quantity.noun or quantity.token, quantity.token.doc
    after = doc[quantity.end : min(quantity.end + 1, one.sent.end)]
    if one.dep_ != "conj" or one.head.pos_ != "VERB" or not after or after[0].tag_ != "VBN":
        return False
    return (quantity.noun is None or one.tag_ == "NN") and harm_of(after[0]) is None


def _died_of_it(quantity: Quantity) -> Outcome | None:
    """`Three of the wounded later died`: what became of them in the end."""
    if of_the_harmed(quantity) not in ("injured", "missing"):
        return None
    later = by_verb(quantity.token) if quantity.token.lower_ != "of" else by_verb(_number(quantity))
    return later if later == "killed" else None


def _of_noun(quantity: Quantity, noun: Token) -> Outcome | None:
    """What became of those who are called by this noun."""
    doc, first = noun.doc, noun.sent.start
    named = of_word(noun.lemma_.lower()) or of_word(noun.lower_) or ("killed" if noun.lower_ in _BODIES else None)
    if named:
        return _both(doc, noun.i) or named
    if clipped := _of_two(noun):
        return clipped
    clause = _by_clause(noun)
    if clause in ("injured", "displaced") and by_verb(noun) == "killed":
        return "killed"  # one wounded rebel died in hospital; it killed people sheltering there
    found = _died_of_it(quantity) or of_the_harmed(quantity) or clause or _by_clause(_number(quantity)) or by_verb(noun)
    if not found and noun.i > quantity.token.i:
        found = by_verb(_number(quantity))
    found = found or relative_harm(noun) or _shared(noun) or among(noun)
    if not found and doc[max(first, quantity.start - 1)].lower_ in ("to", "at") and is_people(noun):
        found = by_toll(quantity, doc)  # the toll rose to eight civilians
    if found:
        return found
    before = doc[max(first, quantity.start - 1) : quantity.start]
    if before and before[0].pos_ == "VERB" and of_verb(before[0]) and (harm := harm_of(before[0])):
        return harm[0]
    if any(one.lower_ == "left" for one in doc[max(first, quantity.start - 3) : quantity.start]):
        left = next((one for one in doc[noun.i + 1 : noun.i + 9] if one.lower_ in W.DEAD | W.HURT), None)
        if left is not None:
            return of_word(left.lower_)
    if undone := _undone(noun):
        return undone
    behind = (one for one in doc[noun.i + 1 : noun.i + 3] if not any(child.dep_ in ("auxpass", "dobj") for child in one.children))
    told = next((of_word(one.lower_) for one in behind if one.lower_ in W.DEAD | W.HURT | W.GONE), None)
    return told or ("displaced" if _are_uprooted(noun) else None)


def _of_two(noun: Token) -> Outcome | None:
    """What became of each of two whom a headline tells of without `were`: four people killed six others injured."""
    verb = noun.head
    if verb.lemma_.lower() != "kill" or noun.dep_ not in ("nsubj", "dobj"):
        return None
    objects = (child for child in verb.rights if child.dep_ == "dobj" and child.lower_ == "others")
    hurt = (one for other in objects for one in other.rights if one.dep_ == "acl" and one.i == other.i + 1 and one.tag_ == "VBN")
    if not any(of_word(one.lower_) == "injured" for one in hurt):
        return None
    return "injured" if noun.dep_ == "dobj" else "killed"


def _are_uprooted(noun: Token) -> bool:
    """Whether they are called refugees, who had to leave whatever else is told of them; not: refugees could arrive."""
    verb = next((one for one in noun.ancestors if one.pos_ in ("VERB", "AUX")), None)
    supposed = verb is not None and (verb.tag_ == "VB" or any(child.tag_ == "MD" for child in verb.children))
    return noun.tag_ in ("NNS", "NNPS") and noun.lemma_.lower() in ("refugee", "idp", "idps") and not supposed


def _undone(noun: Token) -> Outcome | None:
    """What became of people of whom one speaks as of things: destroyed a post and 80 rebels, neutralised six."""
    one = joined_to(noun)
    said = one.dep_ in ("dobj", "nsubjpass") and is_people(noun)
    return _DESTROYED.get(one.head.lemma_.lower()) if said else None


_DESTROYED: dict[str, Outcome] = {
    "destroy": "killed", "liquidate": "killed", "annihilate": "killed", "neutralise": "killedOrInjured",
    "neutralize": "killedOrInjured",
}  # fmt: skip


def _number(quantity: Quantity) -> Token:
    """The number itself, without the `of` behind it."""
    doc = quantity.token.doc
    return doc[quantity.token.i - 1] if quantity.token.lower_ == "of" and quantity.end - quantity.start > 1 else quantity.token


def _shared(noun: Token) -> Outcome | None:
    """`Sixty dead soldiers and several civilians`."""
    dead = noun.dep_ == "conj" and any(child.dep_ == "amod" and child.lower_ in W.DEAD for child in noun.head.lefts)
    return "killed" if dead else None


def _by_clause(noun: Token) -> Outcome | None:
    """By what describes the noun: dead soldiers, people displaced by the war, villagers who were killed."""
    for child in noun.children:
        if child.lower_ in ("killing", "wounding") or child.dep_ not in ("acl", "amod", "relcl"):
            continue
        if child.dep_ != "relcl":
            phrase = harm_of(child) if child.dep_ == "acl" and child.tag_ == "VBN" else None
            own = of_word(child.lower_) or (phrase[0] if phrase else of_verb(child))
            if own and child.tag_ != "VBG":
                return _both(noun.doc, child.i) or own
            continue
        harm = harm_of(child)
        active = any(one.lower_ in ("who", "that", "which") and one.dep_ == "nsubj" for one in child.children)
        if harm and (harm[1] or not active):
            return harm[0]
    return None


def _both(doc: Doc, at: int) -> Outcome | None:
    """`Dead and wounded`: one figure for both."""
    words = [token.lower_ for token in doc[at : at + 3]]
    both = len(words) == 3 and words[1] in ("and", "or") and {of_word(words[0]), of_word(words[2])} == {"killed", "injured"}
    return "killedOrInjured" if both else None


def by_toll(quantity: Quantity, doc: Doc) -> Outcome | None:
    """A death toll of 20; put the toll at 20."""
    for one in reversed(list(doc[max(quantity.token.sent.start, quantity.start - 25) : quantity.start])):
        if one.lemma_.lower() in _TOLL:
            words = {child.lower_ for child in one.subtree} | {other.lower_ for other in doc[max(0, one.i - 3) : one.i + 4]}
            if words & {"displaced", "homeless"}:
                return "displaced"
            if words & W.CASUALTY:
                return "killedOrInjured"
            if words & W.HURT:
                return "injured"
            return "killed" if one.lemma_.lower() == "toll" or words & W.DEAD else None
        if one.i and one.nbor(-1).lower_ in ("the", "its", "their") and (own := of_word(one.lower_)):
            return own
        aside = one.lemma_.lower() in W.PLAIN_SAY and one.nbor(1).text == ","
        aside = aside or any(above.lemma_.lower() in _TOLL for above in one.ancestors)  # the toll of raids launched by rebels
        if one.pos_ == "VERB" and one.lemma_.lower() not in _RISING and not aside:
            return None
    return None
