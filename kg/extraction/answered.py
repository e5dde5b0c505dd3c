"""What was said before of which a denial speaks only as `this`, `that claim`, `the report`."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from kg.extraction import words as W
from kg.extraction.accused import charge_of
from kg.extraction.deeds import tells_of_deed
from kg.extraction.hearsay import clause_beside, said_by
from kg.extraction.polarity import tells_of_act
from kg.extraction.said import is_said

_FAR = 2
"""In how many sentences before it may have been said."""
_NEAR = 4
"""In how many paragraphs before it an attack is told of that a bare accusation is of."""
_BLAMING = frozenset({"accuse", "blame", "implicate", "suspect", "attribute"})


def answers_attack(verb: Token, docs: Sequence[Doc], charged: bool) -> bool:
    """Whether the last thing said before this verb was of an attack; where nothing was, whether they are `charged`."""
    for told in _before(verb, docs):
        if verdicts := list(are_of_attacks(told)):
            return any(verdicts)
    return charged or any(tells_of_act(token) for told in _before(verb, docs) for token in told)


def tells_near(verb: Token, docs: Sequence[Doc]) -> bool:
    """Whether an attack is told of in the sentence, in the title, or not long before: else it is another matter that is denied."""
    near: list[Doc | Span] = [*docs[:1], *docs[-_NEAR:], verb.doc[: verb.sent.end]]
    return any(_is_act(token) for told in near for token in told)


def last_charge(word: Token, docs: Sequence[Doc]) -> list[Token]:
    """What the last accusation is of that is told before this word, if nothing else was said since that is of an attack."""
    for told in _before(word, docs):
        if charges := list(_charges(told)):
            return charges[-1]
        if any(are_of_attacks(told)):
            break
    return []


def _charges(told: Sequence[Token]) -> Iterator[list[Token]]:
    """What each accusation in these words is of."""
    for token in told:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _BLAMING and (charge := charge_of(token)):
            yield charge
        elif token.pos_ == "NOUN" and lemma in W.ACCUSATION_NOUNS:
            yield from (list(part.subtree) for part in said_by(token))


def tells_at_hand(word: Token, content: Sequence[Token], docs: Sequence[Doc]) -> bool:
    """Whether an attack, or those who died of it, is told of in this sentence, in those before it, or in the words said."""
    told = [*content, *word.sent, *(token for part in _before(word, docs) for token in part)]
    return any(_is_act(token) or token.lemma_.lower() in _BODIES for token in told)


_BODIES = frozenset({"body", "victim", "blood", "wound", "crash", "incident", "deed"})


def _is_act(token: Token) -> bool:
    """Whether the word is for an attack or for those who died of it."""
    return tells_of_act(token) or token.lemma_.lower() in W.ATTACK_NOUNS.keys() | W.KILL | W.KILLING_NOUNS | W.DEAD


def answers_claim(verb: Token, docs: Sequence[Doc]) -> bool:
    """Whether the last thing said before this verb was that somebody claimed an attack as their own."""
    for told in _before(verb, docs):
        for token in reversed(told):
            if token.lemma_.lower() in ("responsibility", "credit") and token.dep_ in ("dobj", "nsubjpass"):
                return token.head.lemma_.lower() in ("claim", "take")
    return False


def answers_toll(verb: Token, docs: Sequence[Doc]) -> bool:
    """Whether people were said to have come to harm before this verb."""
    harm = W.KILL | W.INJURE | W.DEAD | W.CASUALTY | W.KILLING_NOUNS | {"victim", "toll"}
    return any(token.lemma_.lower() in harm for told in _before(verb, docs) for token in told)


def _before(verb: Token, docs: Sequence[Doc]) -> Iterator[Sequence[Token]]:
    """The words before the verb in its sentence, and the sentences before that, the last first."""
    yield list(verb.doc[verb.sent.start : verb.i])
    sentences: list[Span] = [one for one in verb.doc.sents if one.end <= verb.sent.start]
    for doc in reversed(docs):
        if len(sentences) >= _FAR:
            break
        sentences = [*doc.sents, *sentences]
    yield from (list(one) for one in reversed(sentences[-_FAR:]))


def are_of_attacks(told: Sequence[Token]) -> Iterator[bool]:
    """Of each thing said by the verbs of speech and blame, and by nouns as `claims`: whether it is of an attack, or what it hit."""
    inside = {token.i for token in told}
    for token in told:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _BLAMING:
            charge = charge_of(token)
            yield not charge or tells_of_deed(charge)
        elif token.pos_ == "VERB" and lemma in W.SAY:
            for clause in _clauses(token, inside):
                said = [one for one in clause.subtree if one.i in inside]
                yield tells_of_deed(said) or _is_of_site(clause)
        elif token.pos_ == "NOUN" and lemma in W.HEARSAY | {"idea", "notion", "suggestion", "theory"}:
            yield from (tells_of_deed(list(part.subtree)) for part in said_by(token))
            if beside := clause_beside(token):
                yield tells_of_deed([one for one in told if one.i in beside])


def _clauses(verb: Token, inside: set[int]) -> Iterator[Token]:
    """What is said by this verb; not the accounts that somebody could not verify."""
    for child in verb.rights:
        if child.i in inside and (child.dep_ in ("ccomp", "xcomp") or (child.dep_ == "dobj" and not is_said(child))):
            yield child
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.i < verb.i:
        yield verb.head


def _is_of_site(clause: Token) -> bool:
    """Whether it is told of what kind a place is that arms or fighters are said to be in: is a centre for testing weapons."""
    kinds = [one for one in clause.rights if one.dep_ == "attr" and one.lemma_.lower() in W.SITES]
    return clause.lemma_ == "be" and any(tells_of_act(one) for kind in kinds for one in kind.subtree)
