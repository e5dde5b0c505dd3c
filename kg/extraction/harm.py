"""What became of people, by the verbs and nouns that say so: killed, shot dead, rushed to hospital, forced from their homes."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.plights import by_phrase
from kg.terms import Outcome

_RAISING = frozenset({
    "leave", "find", "pull", "believe", "report", "confirm", "fear", "presume", "be", "lie", "have", "think", "know", "say", "need",
    "assume", "estimate", "understand", "suspect", "allege", "rumour", "rumor",
})  # fmt: skip
"""Verbs of which a clause or a complement tells what became of their subject or object: believed killed, left dead."""
_RAISED = ("dobj", "nsubjpass", "nsubj", "attr", "ccomp")
_COUNTABLE = frozenset(
    {"family", "number", "total", "majority", "half", "quarter", "third", "most", "all", "group", "life", "couple", "crowd"}
)
_WITH = frozenset({"along", "together"})
_STEPS = 8


def of_word(word: str) -> Outcome | None:
    """What became of them whom this word describes or counts."""
    if word in W.DEAD:
        return "killed"
    if word in W.HURT:
        return "injured"
    if word in W.GONE:
        return "missing"
    return "killedOrInjured" if word in W.CASUALTY else None


def of_verb(verb: Token) -> Outcome | None:
    """What the verb alone says."""
    lemma = verb.lemma_.lower()
    if lemma in W.KILL or lemma in W.KILLINGS:
        return "killed"
    if lemma in W.INJURE:
        return "injured"
    return "displaced" if lemma in W.DISPLACE else None


def of_noun(noun: Token) -> Outcome | None:
    """What a noun says of those behind its `of`: the deaths of, the bodies of, the killing of."""
    lemma = noun.lemma_.lower()
    return next((outcome for outcome, listed in W.HARM_NOUNS.items() if lemma in listed), None)


def harm_of(verb: Token) -> tuple[Outcome, bool] | None:
    """What the verb with its complements says, and whether of its subject, though it is active."""
    own = of_verb(verb)
    if own:
        outcome = _together(verb, own)
        return (outcome, verb.lemma_.lower() in ("die", "perish", "flee", "succumb")) if outcome else None
    return by_phrase(verb)


def _together(verb: Token, own: Outcome) -> Outcome | None:
    """`Killed or wounded`: one figure for both; `killed or captured` is none of the dead."""
    doc = verb.doc
    for step in (1, -1):
        if 0 <= verb.i + 2 * step < len(doc) and doc[verb.i + step].lower_ in ("or", "and", "/"):
            other = of_verb(doc[verb.i + 2 * step]) or of_word(doc[verb.i + 2 * step].lower_)
            apart = step < 0 and doc[verb.i - 2].lower_ == "dead" and any(child.dep_ == "dobj" for child in verb.children)
            if {own, other} == {"killed", "injured"} and not apart:  # left three dead and wounded 20
                return "killedOrInjured"
    either = any(child.lower_ == "or" for child in verb.children)
    return None if either and any(_shares_subject(child) for child in verb.children) else own


def _shares_subject(verb: Token) -> bool:
    """Whether it is joined to another verb, and neither a subject nor an object of its own is told."""
    return (
        verb.dep_ == "conj" and verb.pos_ == "VERB" and not {child.dep_ for child in verb.children} & {"nsubj", "nsubjpass", "dobj"}
    )


def suffers(verb: Token, role: str, subject: bool) -> bool:
    """Whether who has this role beside the verb is who was harmed: the object, or the subject of one that says what befell it."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    has = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    if role == "nsubj":
        return subject or passive or (verb.tag_ == "VBN" and not has) or _is_elliptical(verb)
    if subject:
        return role not in ("dobj", "pobj")
    return True


def _is_elliptical(verb: Token) -> bool:
    """Whether the helping verb is left out: a driver was killed and his son wounded; Mayor shot dead in Cali."""
    if verb.tag_ != "VBD" or any(child.dep_ in ("dobj", "ccomp") for child in verb.children):
        return False
    if verb.dep_ == "ROOT":
        return verb.sent.start == 0 and not verb.sent[-1].is_punct
    return verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.children)


def by_verb(token: Token, strict: bool = False) -> Outcome | None:
    """The outcome by what stands above the noun: killed, died, left dead, claimed lives, the deaths of."""
    one, steps = token, 0
    while steps < _STEPS and one.head != one:
        role, head = one.dep_, one.head
        if role == "nummod" and head.i < one.i:
            after = token.doc[token.i + 1 : token.i + 2]
            named = (
                one == token and head.pos_ == "PROPN" and any(aux.dep_ == "auxpass" for aux in after)
            )  # in Gao eight were killed
            if own := of_verb(head) or (_follows(token) if named else None):
                return own
        if one.lower_ == "between" and role == "prep":
            role = "nsubjpass" if one.i < head.i else "dobj"
        if head.pos_ in ("VERB", "AUX", "ADJ") and head.lower_ not in W.COUNTED:
            if role == "conj" and one == token and (own := _follows(token)):
                return own
            return _at_verb(token, one, role, head, strict)
        if head.pos_ == "ADP":
            outcome = of_noun(head.head) if head.lower_ == "of" else None
            if head.head.lemma_ == "loss" and token.lemma_ == "life":
                return "killed"
            if outcome:
                return outcome
            if role == "pobj" and not _goes_through(head):
                return None
        one, steps = head, steps + 1
    return None


def _follows(token: Token) -> Outcome | None:
    """What the verb says that stands right behind the number, whatever the parser joins it to."""
    verb = next((one for one in token.doc[token.i + 1 : token.sent.end] if one.pos_ != "AUX"), None)
    return of_verb(verb) if verb is not None and verb.pos_ == "VERB" else None


def _goes_through(prep: Token) -> bool:
    """Whether what is said of the noun above is said of the one behind this preposition as well."""
    above, word = prep.head, prep.lower_
    if word == "with":
        return any(child.lower_ in _WITH for child in prep.children) or bool(prep.i and prep.nbor(-1).lower_ in _WITH)
    if word == "of":
        counts = above.like_num or above.lower_ in W.COUNTED or above.lemma_.lower() in _COUNTABLE | W.PEOPLE.keys()
        return counts or above.pos_ in ("NUM", "DET", "PRON") or above.lower_ == "none"
    return word in ("including", "like", "as", "plus", "between", "alongside")


def _at_verb(token: Token, one: Token, role: str, head: Token, strict: bool) -> Outcome | None:
    """What the first verb above says of the noun, or of the one that it belongs to; also of `also killed were six Finns`."""
    if head.dep_ == "aux" and head.head.lower_ in W.GONE:
        head = head.head  # 600 are missing
    if head.dep_ == "auxpass" and one.i > head.i:
        role, head = "nsubjpass", head.head
    if head.lower_ in W.GONE and role in ("nsubj", "nsubjpass"):
        return "missing"
    harm = harm_of(head)
    if harm:
        outcome, subject = harm
        if not suffers(head, role, subject):
            return None
        if role in ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "ccomp", "dep", "npadvmod") or (
            one.i != token.i and role in ("conj", "prep")
        ):
            return outcome
        return None if strict or role not in ("appos", "conj", "nmod") else outcome
    lemma = head.lemma_.lower()
    if lemma in _RAISING and role in _RAISED:
        for child in head.children:
            if child.i > one.i and (named := of_word(child.lower_)):
                return named
            if child.dep_ in ("xcomp", "ccomp", "oprd") and child.i > one.i and (below := harm_of(child)):
                return below[0]
    if role in ("nsubj", "nsubjpass"):
        after = (harm_of(verb) for verb in _joined_passives(head, role == "nsubjpass"))
        if joined := next((found[0] for found in after if found), None):
            return joined
    if lemma == "leave" and role == "dobj" and (left := _left_behind(one)):
        return left
    lives = token.lemma_.lower() == "life" or any(child.lemma_.lower() == "life" for child in head.children)
    if lemma in ("claim", "lose", "take", "cost") and lives:
        return "killed"
    return among(token) or _included(one, role, head)


def _joined_passives(verb: Token, passive: bool) -> Iterator[Token]:
    """The passives joined to the verb that tell of its subject as well: went to market and were seized and shot dead."""
    for child in verb.children:
        if _shares_subject(child):
            helped = any(one.dep_ == "auxpass" for one in child.children) or (passive and child.tag_ in ("VBN", "VBD"))
            if helped:
                yield child
            yield from _joined_passives(child, helped)
        if child.dep_ in ("advcl", "xcomp") and any(one.lower_ == "to" for one in child.lefts):
            yield from (one for one in child.conjuncts if any(aux.lower_ in ("was", "were") for aux in one.lefts))


def _left_behind(noun: Token) -> Outcome | None:
    """`Left two nuns, a driver and six children dead`: the word that closes the list, whatever the parser joins it to."""
    for one in noun.doc[noun.i + 1 : min(noun.i + 20, noun.sent.end)]:
        if own := of_word(one.lower_):
            return own
        if one.tag_ in ("VBD", "VBZ", "VBP") or one.text == ";":
            return None
    return None


def among(token: Token) -> Outcome | None:
    """What became of them whom a sentence counts `among the dead`, as its subject or as another subject joined to it."""
    one = token
    while one.dep_ in ("conj", "appos") and one.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        one = one.head
    headline = one.dep_ == "ROOT" and one.pos_ == "NOUN"
    if not headline and (one.dep_ not in ("nsubj", "nsubjpass", "attr") or one.head.lemma_.lower() != "be"):
        return None
    objects = (last for child in one.head.children if child.lower_ in ("among", "amongst") for last in child.children)
    return next((found for last in objects if (found := of_word(last.lower_) or _those(last))), None)


def _those(pronoun: Token) -> Outcome | None:
    """Those killed; those who died."""
    clauses = (child for child in pronoun.children if child.dep_ in ("acl", "relcl"))
    return next((harm[0] for child in clauses if (harm := harm_of(child)) and (child.dep_ == "acl" or harm[1])), None)


def _included(one: Token, role: str, verb: Token) -> Outcome | None:
    """`The dead included four children`; `the dead were two nurses`."""
    if (verb.lemma_.lower(), role) not in (("include", "dobj"), ("be", "attr")):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return of_word(subject.lower_) or _those(subject) if subject is not None else None
