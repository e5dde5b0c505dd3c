"""Single persons who were harmed, counted without a number: a nurse, her son, the provincial governor, a person by name."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.extraction import words as W
from kg.extraction.harm import among, by_verb, harm_of, suffers
from kg.extraction.numbers import Quantity
from kg.extraction.parts import part_mark
from kg.extraction.phrases import behind
from kg.extraction.uncounted import A_PERSON, PARENTS
from kg.extraction.victims import is_kin, is_nation, is_people, is_victim, population_of
from kg.terms import Outcome

_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_SLAYING = frozenset({"killing", "assassination", "murder", "slaying", "beheading"})
_CROWDS = frozenset({
    "family", "movement", "staff", "people", "personnel", "crew", "police", "body", "life", "one", "dead", "death", "casualty",
    "source", "population", "lot",
})  # fmt: skip
_VAGUE = frozenset({"dozens", "several", "scores", "hundreds"})
_BY_OWNER = frozenset({"his", "her", "their", "its", "my", "our"})


def singles(sentence: Span) -> list[Quantity]:
    """The persons of a sentence who were harmed, each a quantity of one; those who are named together are one quantity."""
    found: list[tuple[Token, bool]] = []
    for token in sentence:
        named = _is_named(token)
        if (named or _is_counted(token)) and single_outcome(token, named):
            found.append((token, named or _by_name(token) is not None))
    return [_quantity(group) for group in _together(found)]


def others(sentence: Span) -> Iterator[Quantity]:
    """One more of those counted before: killed three brothers and injured a fourth; one was killed and another wounded."""
    for token in sentence:
        if token.i == sentence.start or token.lower_ not in _FURTHER:
            continue
        before = token.nbor(-1).lower_
        if token.lower_ == "others" and token.dep_ == "dobj" and token.nbor(-1) == token.head:
            if by_verb(token, strict=True) in ("killed", "injured"):
                yield Quantity(token.i, token.i + 1, None, None, "vague", "others", token, token)
            continue
        fourth = token.lower_ in _ORDINALS and before == "a" and token.doc[token.i + 1 : token.i + 2].text.lower() != "of"
        other = (token.lower_ == "other" and before == "the") or token.lower_ == "another"
        if not fourth and not (other and token.dep_ in ("nsubj", "nsubjpass", "dobj")):
            continue
        if token.dep_ in ("dobj", "nsubjpass", "nsubj") and by_verb(token, strict=True) in ("killed", "injured"):
            start = token.i if token.lower_ == "another" else token.i - 1
            yield Quantity(start, token.i + 1, 1, 1, "exact", None, token, None)


_FURTHER = frozenset({"others", "other", "another", *_ORDINALS})


def single_outcome(token: Token, named: bool = False) -> Outcome | None:
    """What became of one person; of one with a name, only what was done to it."""
    if named and token.dep_ == "pobj":
        return "killed"
    if named:
        outcome = by_verb(token, strict=True)
        verb = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)
        harm = harm_of(verb) if verb is not None else None
        done = verb is not None and harm is not None and (not harm[1] or verb.lemma_ == "lose")
        return outcome if done and outcome in ("killed", "injured") else None
    own = by_verb(token, strict=True) or among(token) or relative_harm(token) or _by_participle(token) or _by_dead(token)
    if own is None and token.dep_ in ("conj", "pobj") and part_mark(_quantity([token]), token.doc, token.sent.start) is not None:
        return by_verb(token) or "killedOrInjured"
    return own


def _by_participle(noun: Token) -> Outcome | None:
    """`Commander killed in Basra`, where it is all the sentence."""
    clauses = (child for child in noun.rights if noun.dep_ == "ROOT" and child.dep_ == "acl" and child.tag_ == "VBN")
    return next((harm[0] for clause in clauses if (harm := harm_of(clause))), None)


def _by_dead(noun: Token) -> Outcome | None:
    """`Shot a man dead`, `shot a man and a woman dead`."""
    last = (noun, *(one for one in noun.conjuncts if one.i > noun.i))[-1]
    return "killed" if any(child.dep_ == "amod" and child.lower_ == "dead" for child in last.rights) else None


def relative_harm(noun: Token) -> Outcome | None:
    """`A woman in a car who lost her hand`."""
    for clause in noun.subtree:
        who = next((child for child in clause.children if child.lower_ == "who"), None) if clause.dep_ == "relcl" else None
        if who is not None and (harm := harm_of(clause)) and (harm[1] or who.dep_ == "nsubjpass"):
            return harm[0]
    return None


def _is_counted(token: Token) -> bool:
    """Whether the singular noun counts one person: by `a`, an owner, or an office with a name."""
    tag, lemma = token.tag_, token.lemma_.lower()
    if tag == "NNS" and lemma == "parent" and token.dep_ == "nsubjpass":
        return any(child.dep_ == "poss" for child in token.lefts)
    if tag not in ("NN", "NNP") and not (tag == "JJ" and is_nation(token) and not any(token.rights)):
        return False
    if lemma in _CROWDS or not (is_people(token) or lemma in W.TITLES or is_victim(token)):
        return False
    if token.pos_ == "PROPN" and token.dep_ == "compound":
        return False
    first = token.left_edge.i
    if (token.dep_ == "conj" and _is_one_of_counted(token)) or _is_measure(token):
        return False
    if {token.doc[first].lower_, token.doc[max(first - 1, 0)].lower_} & {"not", "nor", "without"}:
        return False  # not a single person
    roles = ("dobj", "nsubjpass", "conj", "pobj", "attr")
    before = {child.lower_: child for child in token.lefts}
    if before.keys() & {"a", "an", "another"}:
        dies = token.dep_ == "nsubj" and (token.head.lemma_.lower() in ("die", "perish") or _is_done_to_as_well(token))
        listed = token.dep_ == "appos" and token.head.pos_ != "PROPN" and (_is_in_list(token) or _is_among_them(token))
        return token.dep_ in roles or listed or dies or bool(among(token)) or relative_harm(token) is not None
    if not {child.dep_ for child in token.lefts} & {"det", "poss", "nummod"} and _is_of_headline(token):
        return True
    if "last" in before and before["last"].head == token:
        return True
    owned = any(child.dep_ == "poss" for child in token.lefts)
    owned = owned or any(
        child.lower_ == "of" and any(last.pos_ == "PROPN" for last in child.children) for child in token.rights if is_kin(token)
    )
    if "the" in before and ((token.dep_ in ("nsubjpass", "dobj") and _with_others(token)) or among(token)):
        return True
    if token.dep_ == "appos":
        return bool(owned and before.keys() & _BY_OWNER and _goes_on(token))
    if owned:
        return token.dep_ in ("dobj", "nsubjpass", "conj") or (token.dep_ == "nsubj" and suffers(token.head, "nsubj", False))
    if _by_name(token) is not None or lemma in W.TITLES:
        listed = token.dep_ == "nsubjpass" and _goes_on(token)
        return listed or (token.dep_ == "dobj" and by_verb(token) == "killed")
    return token.dep_ == "conj" and not any(child.dep_ == "det" for child in token.lefts) and _is_counted(token.head)


def _is_done_to_as_well(noun: Token) -> bool:
    """Whether the helping verb is left out of what is told of it: two were killed and a nurse critically wounded."""
    verb = noun.head
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and suffers(verb, "nsubj", False)
        and not any(child.dep_ in ("dobj", "aux") for child in verb.children)
    )


def _is_measure(noun: Token) -> bool:
    """Whether it measures a number that stands behind it: an average of 12 people, a sample of 50."""
    if noun.lemma_.lower() in A_PERSON | PARENTS:
        return False  # a father of three
    return any(last.like_num or any(one.dep_ == "nummod" for one in last.lefts) for last in behind(noun, "of"))


def _is_one_of_counted(token: Token) -> bool:
    """Whether the list in which it stands tells who so many were that are counted before it: two hostages, X and a nurse."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "appos" and token.pos_ == "PROPN" and any(child.dep_ == "nummod" for child in token.head.lefts)


def _goes_on(token: Token) -> bool:
    """Whether the list goes on behind it: X, his driver and four others."""
    return any(child.dep_ in ("cc", "conj") for child in token.children)


def _is_in_list(token: Token) -> bool:
    """Whether what the parser takes for an apposition is joined to others who are counted: a medic, a cook and two men."""
    joined = [child for child in token.children if child.dep_ == "conj"]
    counted = any(left.dep_ in ("det", "nummod", "poss") for one in joined for left in one.lefts)
    return counted or any(one.like_num for one in joined)


def _is_of_headline(token: Token) -> bool:
    """Whether it is a noun without an article of whom a headline tells what befell: Soldier killed, Blast kills mayor."""
    if token.sent[-1].is_punct or token.sent.start != 0 or not (token.pos_ == "NOUN" or is_people(token)):
        return False
    if token.dep_ == "ROOT":
        return bool(_by_participle(token) or among(token))
    return token.dep_ in ("nsubj", "nsubjpass", "dobj") and by_verb(token, strict=True) in ("killed", "injured")


def _with_others(token: Token) -> bool:
    """Whether those who were harmed with the person are named next: the general, his driver; the imam and at least ten men."""
    after = token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]
    if not after or after[0].lower_ not in (",", "and"):
        return False
    return _with_his(token) or (after[0].lower_ == "and" and any(one.like_num or one.lower_ in _VAGUE for one in after[1:]))


def _is_among_them(token: Token) -> bool:
    """`Twelve people, among them a boy`."""
    return any(child.lower_ in ("among", "amongst") for child in token.lefts)


def _by_name(noun: Token) -> Token | None:
    """The name that stands beside an office: the intelligence chief, X."""
    return next((child for child in noun.children if child.dep_ == "appos" and child.ent_type_ == "PERSON"), None)


def _is_named(token: Token) -> bool:
    """Whether it is the head of the name of a person to whom something was done."""
    slain = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _SLAYING
    if token.pos_ != "PROPN" or not (slain or token.dep_ in ("dobj", "nsubjpass", "nsubj", "conj")):
        return False
    if token.ent_type_ == "PERSON":
        return True
    listed = any(
        child.dep_ in ("appos", "conj") and any(one.lower_ in _BY_OWNER for one in child.lefts) and _goes_on(child)
        for child in token.children
    )
    return listed or _with_his(token)


def _with_his(token: Token) -> bool:
    """Whether those who belong to the person are named beside it: the general, his driver; the mayor and her son."""
    return token.i + 2 < len(token.doc) and token.nbor(1).lower_ in (",", "and") and token.nbor(2).lower_ in ("his", "her")


def _together(found: Sequence[tuple[Token, bool]]) -> Iterator[list[Token]]:
    """Those who stand in one list are counted as one, where one of them has a name and they are of one kind."""
    group: list[tuple[Token, bool]] = []
    for one in found:
        if group and not (_listed(group[-1][0], one[0]) and population_of(group[-1][0]) == population_of(one[0])):
            yield from _parted(group)
            group = []
        group.append(one)
    yield from _parted(group)


def _parted(group: Sequence[tuple[Token, bool]]) -> Iterator[list[Token]]:
    if any(named for _, named in group):
        yield [token for token, _ in group]
    else:
        yield from ([token] for token, _ in group)


def _listed(one: Token, other: Token) -> bool:
    """Whether two nouns stand in one list."""
    return _first(one) == _first(other)


def _first(token: Token) -> tuple[Token, str]:
    """The verb that a list hangs from, and as what."""
    while token.dep_ in ("conj", "appos") and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token.head, token.dep_


def _quantity(group: Sequence[Token]) -> Quantity:
    first, last = group[0], group[-1]
    number = 2 if first.lemma_.lower() in ("couple", "parent") else len(group)
    if len(group) > 1:
        return Quantity(first.left_edge.i, last.i + 1, number, number, "exact", None, first, first)
    counting = next((child for child in first.lefts if child.lower_ in ("a", "an", "last", "the") or child.dep_ == "poss"), first)
    start = min(counting.i, first.left_edge.i if counting is first else counting.i)
    return Quantity(start, max(counting.i + 1, start + 1), number, number, "exact", None, first, first)
