"""Statements in the making: what one source says in one sentence, gathered claim by claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Span, Token

from kg.annotation.statements import ScopeBlock, Stance
from kg.extraction import words as W
from kg.extraction.accounts import MARKS
from kg.extraction.extent import goes_on
from kg.extraction.mentions import counting, joined_to
from kg.extraction.party import Party
from kg.extraction.polarity import came_about, has_negation, is_no, nobody_did, was_none
from kg.extraction.said import is_parted
from kg.extraction.speech import Speech
from kg.extraction.things import Things
from kg.terms import Certainty

_ORDER: tuple[Certainty, ...] = ("possible", "probable", "underspecified", "certain")


@dataclass(slots=True)
class Entry:
    """A statement in the making: a sentence in one source's mouth."""

    sentence: Span
    doc: int
    chain: tuple[Party, ...]
    claims: list[dict[str, Any]] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    confidence: float = 0.85
    certainty: Certainty = "certain"
    stance: Stance = "asserts"
    forms: list[str] = field(default_factory=list)
    scopes: list[ScopeBlock] = field(default_factory=list)


class Entries:
    """The statements of an article in the making, one for each sentence, chain of speakers and stance."""

    def __init__(self, things: Things) -> None:
        self.things = things
        self._entries: dict[tuple[Any, ...], Entry] = {}

    def __iter__(self) -> Iterator[Entry]:
        """In the order of the article."""
        return iter(sorted(self._entries.values(), key=lambda one: (one.doc, one.sentence.start)))

    def inferred(self, words: Span, doc: int, chain: Sequence[Party]) -> Entry:
        """The statement that stands on these words alone, which do not say what is inferred from them."""
        key = (doc, words.start, words.end, tuple(party.key for party in chain), "inferred")
        return self._entries.setdefault(key, Entry(words, doc, tuple(chain), certainty="probable", confidence=0.4))

    def at(self, token: Token, chain: Sequence[Party], stance: Stance = "asserts") -> Entry:
        """The statement with this stance that this chain of speakers makes in the sentence of this word."""
        number, sentence = self.things.numbers[id(token.doc)], token.sent
        key = (number, sentence.start, tuple(party.key for party in chain), stance)
        return self._entries.setdefault(key, Entry(sentence, number, tuple(chain), stance=stance))


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The less sure of the two."""
    return min(one, other, key=_ORDER.index)


def certainty_of(token: Token, speeches: Sequence[Speech]) -> Certainty:
    """How sure the words are."""
    around = {token.lemma_.lower(), token.lower_, *(child.lower_ for child in token.children)}
    for one in token.ancestors:
        if one.sent.start != token.sent.start or (one.pos_ == "VERB" and one.dep_ == "conj") or came_about(one):
            break
        around |= {one.lemma_.lower(), *(child.lower_ for child in one.children if child.dep_ in ("advmod", "aux", "amod"))}
    if any(child.lemma_.lower() in MARKS for child in token.head.children):
        around.add("believed")
    by = [one for one in token.head.rights if one.lower_ == "by"] if token.dep_ == "dobj" else []
    if any(_is_supposed(one) for phrase in (token, *by) for one in phrase.subtree):
        around.add("believed")
    if any(_is_hearsay(one) for one in token.ancestors if one.sent.start == token.sent.start):
        around.add("allegedly")
    if around & {"may", "might", "could", "possibly", "perhaps"}:
        return "possible"
    if any(one.hedged for one in speeches) or around & (W.HEDGED - {"could", "may", "might", "possibly"}):
        return "probable"
    return "certain"


def _is_supposed(verb: Token) -> bool:
    """Whether the words behind who did it say that this is only believed: jets believed to be Russian."""
    believed = verb.dep_ in ("acl", "relcl") and verb.tag_ in ("VBN", "VBD") and verb.lemma_.lower() in W.HEDGED
    return believed and any(child.dep_ == "xcomp" for child in verb.children)


def _is_hearsay(verb: Token) -> bool:
    """Whether somebody is said, alleged or believed to have done what stands below."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return passive and verb.lemma_.lower() in W.SAY and any(child.dep_ == "xcomp" for child in verb.children)


def is_negated(token: Token) -> bool:
    """Whether it is said that it did not happen."""
    if was_none(token) or _is_of_nothing(token) or _is_not_the_cause(token):
        return True
    if goes_on(token):
        return False
    for one in (token, *token.ancestors):
        if one.sent.start != token.sent.start:
            return False
        if came_about(one):
            return False
        if _leaves_as_told(one, token):
            return False
        if one.pos_ in ("VERB", "AUX") and (has_negation(one) or _harms_nobody(one)):
            return True
        sent_to_it = one.dep_ == "advcl" and one.tag_ == "VB"  # had not sent jets to bomb it
        if one.pos_ in ("VERB", "AUX") and one.dep_ not in ("xcomp", "aux", "auxpass") and not sent_to_it:
            return False
    return False


def _leaves_as_told(verb: Token, attack: Token) -> bool:
    """Whether the verb answers an attack that was: did not respond to the raid, has not claimed Monday's strike."""
    noun = counting(joined_to(attack))
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    first = noun.left_edge
    told = first.lower_ in ("the", "this", "that", "these", "those") or any(one.dep_ == "poss" for one in noun.lefts)
    return noun.pos_ in ("NOUN", "PROPN") and told and above == verb and verb.lemma_.lower() in W.ANSWERING


def _is_not_the_cause(verb: Token) -> bool:
    """Whether it tells of arms that are said not to have done it: a rocket fired by rebels did not cause the blast."""
    arms = verb.head
    above = arms.head.head if arms.dep_ == "pobj" and arms.head.dep_ == "agent" else arms.head
    return verb.dep_ == "acl" and above.lemma_.lower() in ("cause", "trigger", "spark") and has_negation(above)


def _is_of_nothing(verb: Token) -> bool:
    """Whether there was none of what it would have been done with or to: fired no rockets, struck no hospital."""
    return verb.pos_ == "VERB" and any(was_none(child) for child in verb.children if child.dep_ == "dobj")


def _harms_nobody(verb: Token) -> bool:
    """`Killed no civilians`, `did harm to nobody`: the harm that would tell of an attack is said not to have been done."""
    if verb.lemma_.lower() not in W.KILL | W.INJURE:
        return False
    harmed = (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
    return any(map(is_no, harmed))


def is_denied(token: Token) -> bool:
    """Whether a verb of denial has it as its object, or in it: whoever denies it, nobody asserts it there."""
    below = token
    for one in token.ancestors:
        if (
            one.lemma_.lower() in W.DENY_VERBS
            and one.pos_ == "VERB"
            and below.dep_ in ("dobj", "ccomp", "xcomp", "nsubjpass", "prep", "pcomp")
            and below.lemma_.lower() not in W.OF_OTHER_THINGS
            and not has_negation(one)
            and not is_parted(below, one)
        ):
            return True
        if (
            _is_unknown(one, below)
            or _is_unfounded(one, below)
            or _is_called_a_lie(one, below)
            or _is_taken_back(one, below, token)
        ):
            return True
        if one.lemma_.lower() == "denial" and below.dep_ in ("acl", "ccomp", "relcl"):
            return True
        if one.lemma_.lower() in W.ACCUSATION_NOUNS and one.pos_ == "NOUN" and any(t.lower_ in W.LABELS for t in one.head.subtree):
            return True
        below = one
    return False


def is_unsaid(token: Token) -> bool:
    """Whether it stands in what somebody, or everybody, is told not to have said: could not confirm that 12 died."""
    below = token
    for one in token.ancestors:
        if below.dep_ in ("relcl", "conj"):
            return False
        if _is_unknown(one, below):
            return True
        below = one
    return False


def _is_called_a_lie(word: Token, below: Token) -> bool:
    """Whether the clause below is what is called untrue: it is a lie that; or what is, or is not, ruled out."""
    if word.lemma_.lower() == "rule":
        return below.dep_ in ("ccomp", "dobj") and any(child.lower_ == "out" for child in word.children)
    be = word if word.lemma_.lower() == "be" else word.head
    it = any(child.dep_ in ("nsubj", "expl") and child.lower_ in ("it", "this", "that") for child in be.children)
    that = any(child.lower_ == "that" and child.i < below.i for child in below.children)
    called = (child for child in be.children if child.dep_ in ("attr", "acomp") and child.i < below.i)
    return it and that and any(child.lower_ in W.LABELS or (child.lower_ == "true" and has_negation(be)) for child in called)


def _is_taken_back(verb: Token, below: Token, token: Token) -> bool:
    """Whether somebody is cleared of what the token tells, or takes back having said it."""
    lemma = verb.lemma_.lower()
    if lemma in ("clear", "acquit", "exonerate", "absolve"):
        return any(one.lower_ == "of" and token.head == one for one in (below, *below.children))
    return lemma in ("retract", "withdraw", "recant") and below.dep_ in ("dobj", "nsubjpass")


def _is_unfounded(verb: Token, below: Token) -> bool:
    """Whether nothing is there that would bear out the clause below: no evidence could be found to confirm that."""
    if verb.pos_ not in ("VERB", "AUX") or below.dep_ not in _HUNG:
        return False
    grounds = [child for child in verb.children if child.lemma_.lower() in _GROUNDS and child.i <= below.i]
    none = has_negation(verb) or any(
        one.lower_ in ("no", "any", "little", "nothing") for noun in grounds for one in (noun, *noun.lefts)
    )
    bearing = below in grounds or below.lemma_.lower() in _BEARING or any(one.lower_ == "that" for one in below.lefts)
    return bool(grounds) and none and bearing


_GROUNDS = W.GROUNDS | {"nothing", "information", "intelligence", "reason"}
_BEARING = W.BEARING_OUT | {"show", "prove", "believe"}
_HUNG = ("xcomp", "ccomp", "acl", "advcl", "attr", "dobj", "nsubj", "nsubjpass")


def _is_unknown(word: Token, below: Token) -> bool:
    """Whether it is only said not to be known: no evidence that, could not confirm that, did not say that."""
    if word.pos_ == "NOUN":
        refused = (child.dep_ == "neg" or child.lower_ == "no" for one in (word, word.head) for child in one.children)
        return word.lemma_.lower() in W.GROUNDS and any(refused)
    if word.lemma_.lower() not in W.SAY or below.dep_ != "ccomp" or below.i < word.i:
        return False
    asked = any(one.lower_ in ("how", "when", "where", "why", "who", "what") for one in below.children)
    return (has_negation(word) or nobody_did(word)) and not asked
