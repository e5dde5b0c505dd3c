"""What became of people, by the verbs and nouns that say so: killed, shot dead, rushed to hospital, forced from their homes."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.terms import Outcome

_BEING = frozenset({"be", "remain", "stay", "lie"})
_UNTO_DEATH = frozenset({
    "shoot", "beat", "stab", "hack", "burn", "crush", "torture", "stone", "bludgeon", "starve", "strangle", "freeze", "club",
})  # fmt: skip
_DOWN = frozenset({"gun", "mow", "cut", "strike"})
_BROUGHT = frozenset({
    "take", "rush", "bring", "transfer", "carry", "admit", "airlift", "send", "transport", "treat", "keep", "fly", "move",
})  # fmt: skip
_WARDS = frozenset({"hospital", "clinic", "infirmary", "medical"})
AILMENTS = frozenset({"injury", "wound", "burn", "fracture", "shrapnel", "concussion", "cut", "bruise"})
"""What one suffers who is injured."""
_LIMBS = frozenset({"leg", "arm", "hand", "eye", "limb", "foot", "finger", "sight", "hearing", "eyesight"})
_GRAVE = frozenset({"serious", "critical", "grave", "stable", "severe", "satisfactory", "life-threatening"})
_LEAVING = frozenset({"flee", "leave", "evacuate", "abandon", "move", "relocate", "escape", "seek"})
_DRIVEN = frozenset({"force", "drive", "expel", "chase", "push", "evict"})
_HOMES = frozenset({"home", "house", "village", "town", "land", "neighbourhood", "neighborhood", "community", "farm"})
_REFUGE = frozenset({"refuge", "shelter", "sanctuary"})
_RAISING = frozenset({
    "leave", "find", "pull", "believe", "report", "confirm", "fear", "presume", "be", "lie", "have", "think", "know", "say", "need",
    "assume",
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
    return _of_killing(verb) or _of_injuring(verb) or _of_displacing(verb)


def _together(verb: Token, own: Outcome) -> Outcome | None:
    """`Killed or wounded`: one figure for both; `killed or captured` is none of the dead."""
    doc = verb.doc
    for step in (1, -1):
        if 0 <= verb.i + 2 * step < len(doc) and doc[verb.i + step].lower_ in ("or", "and", "/"):
            other = of_verb(doc[verb.i + 2 * step]) or of_word(doc[verb.i + 2 * step].lower_)
            if {own, other} == {"killed", "injured"}:
                return "killedOrInjured"
    either = any(child.lower_ == "or" for child in verb.children)
    return None if either and any(_shares_subject(child) for child in verb.children) else own


def _shares_subject(verb: Token) -> bool:
    """Whether it is joined to another verb, and neither a subject nor an object of its own is told."""
    return (
        verb.dep_ == "conj" and verb.pos_ == "VERB" and not {child.dep_ for child in verb.children} & {"nsubj", "nsubjpass", "dobj"}
    )


def _goals(verb: Token) -> list[tuple[str, Token]]:
    """The prepositions of a verb, with what stands behind each."""
    return [(prep.lower_, last) for prep in verb.children if prep.dep_ in ("prep", "agent") for last in prep.children]


def _objects(verb: Token) -> set[str]:
    return {child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"}


def _of_killing(verb: Token) -> tuple[Outcome, bool] | None:
    lemma, words = verb.lemma_.lower(), {child.lower_ for child in verb.children}
    if lemma in _DOWN and "down" in words:
        return "killed", False
    dead = bool(words & {"dead", "alive"}) or any(prep == "to" and last.lower_ == "death" for prep, last in _goals(verb))
    if lemma in _UNTO_DEATH and dead:
        return "killed", False
    modal = any(child.tag_ == "MD" for child in verb.children)
    buried = (
        lemma == "bury" and verb.tag_ == "VBN" and not modal and not {prep for prep, _ in _goals(verb)} & {"under", "beneath", "in"}
    )
    if buried and "alive" not in words:
        return "killed", False
    if lemma == "blow" and "up" in words and any(child.dep_ == "auxpass" for child in verb.children):
        return "killed", False
    return ("killed", True) if lemma == "lose" and "life" in _objects(verb) else None


def _of_injuring(verb: Token) -> tuple[Outcome, bool] | None:
    lemma, objects = verb.lemma_.lower(), _objects(verb)
    if lemma in ("suffer", "sustain", "receive") and objects & AILMENTS:
        return "injured", True
    if lemma == "lose" and objects & _LIMBS:
        return "injured", True
    for prep, last in _goals(verb):
        if lemma in _BEING and prep == "in" and _is_ward(last):
            return "injured", True
        if (
            lemma in _BROUGHT
            and prep in ("to", "in", "at", "into", "by")
            and any(one.lemma_.lower() in _WARDS for one in last.subtree)
        ):
            return "injured", False
        if lemma == "treat" and prep == "for" and last.lemma_.lower() in AILMENTS:
            return "injured", False
    return None


def _is_ward(noun: Token) -> bool:
    """In a critical condition, in intensive care, in hospital (but not: in the hospital)."""
    words = {child.lower_ for child in noun.children}
    condition = noun.lemma_.lower() in ("condition", "state") and any(
        one.lower_ in _GRAVE for child in noun.children for one in child.subtree
    )
    return condition or (noun.lower_ == "care" and "intensive" in words) or (noun.lower_ == "hospital" and not words)


def _of_displacing(verb: Token) -> tuple[Outcome, bool] | None:
    lemma, objects = verb.lemma_.lower(), _objects(verb)
    below = {child.lemma_.lower() for child in verb.children if child.dep_ in ("xcomp", "ccomp")}
    if lemma in ("force", "compel", "oblige") and below & _LEAVING:
        return "displaced", False
    driven = lemma in _DRIVEN and any(
        prep in ("from", "of") and (last.lemma_.lower() in _HOMES or last.ent_type_ == "GPE") for prep, last in _goals(verb)
    )
    crossing = lemma == "cross" and ("border" in objects or any(prep in ("into", "to") for prep, _ in _goals(verb)))
    if crossing:
        return "displaced", True
    if driven:
        return "displaced", False
    if lemma in ("leave", "make", "render") and any(one.lower_ == "homeless" for one in verb.subtree):
        return "displaced", False
    if lemma in ("leave", "abandon") and objects & {"home", "house"}:
        return "displaced", True
    if lemma in ("take", "seek", "find") and objects & _REFUGE:
        return "displaced", True
    if lemma == "shelter":
        return "displaced", not objects
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if lemma in ("house", "host", "accommodate") and subject is not None and _is_camp(subject):
        return "displaced", False
    return None


def _is_camp(subject: Token) -> bool:
    """A camp; or what the words before speak of as one."""
    if subject.pos_ == "PRON":
        return any(one.lemma_.lower() == "camp" for one in subject.doc[max(0, subject.i - 20) : subject.i])
    return subject.lemma_.lower() in ("camp", "shelter")


def suffers(verb: Token, role: str, subject: bool) -> bool:
    """Whether who has this role beside the verb is who was harmed: the object, or the subject of one that says what befell it."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if role == "nsubj":
        return subject or passive or verb.tag_ == "VBN"
    if subject:
        return role not in ("dobj", "pobj")
    return True


def by_verb(token: Token, strict: bool = False) -> Outcome | None:
    """The outcome by what stands above the noun: killed, died, left dead, claimed lives, the deaths of."""
    one, steps = token, 0
    while steps < _STEPS and one.head != one:
        role, head = one.dep_, one.head
        if role == "nummod" and head.i < one.i and (own := of_verb(head)):
            return own
        if one.lower_ == "between" and role == "prep":
            role = "nsubjpass" if one.i < head.i else "dobj"
        if head.pos_ in ("VERB", "AUX", "ADJ") and head.lower_ not in W.COUNTED:
            if role == "conj" and one == token and (own := _follows(token)):
                return own
            return _at_verb(token, one, role, head, strict)
        if head.pos_ == "ADP":
            outcome = of_noun(head.head) if head.lower_ == "of" else None
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
        return any(child.lower_ in _WITH for child in prep.children) or prep.nbor(-1).lower_ in _WITH
    if word == "of":
        counts = above.like_num or above.lower_ in W.COUNTED or above.lemma_.lower() in _COUNTABLE | W.PEOPLE.keys()
        return counts or above.pos_ in ("NUM", "DET", "PRON")
    return word in ("including", "like", "as", "plus", "between")


def _at_verb(token: Token, one: Token, role: str, head: Token, strict: bool) -> Outcome | None:
    """What the first verb above says of the noun, or of the one that it belongs to."""
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
    if role == "nsubjpass":
        after = (harm_of(child) for child in head.children if _shares_subject(child))
        if joined := next((found[0] for found in after if found), None):
            return joined
    if lemma in _RAISING and role in _RAISED:
        for child in head.children:
            if child.i > one.i and (named := of_word(child.lower_)):
                return named
            if child.dep_ in ("xcomp", "ccomp", "oprd") and child.i > one.i and (below := harm_of(child)):
                return below[0]
    if lemma == "leave" and role == "dobj" and (left := _left_behind(one)):
        return left
    lives = token.lemma_.lower() == "life" or any(child.lemma_.lower() == "life" for child in head.children)
    if lemma in ("claim", "lose", "take", "cost") and lives:
        return "killed"
    return among(token) or _included(one, role, head)


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
    if one.dep_ not in ("nsubj", "nsubjpass", "attr") or one.head.lemma_.lower() != "be":
        return None
    objects = (last for child in one.head.children if child.lower_ in ("among", "amongst") for last in child.children)
    return next((found for last in objects if (found := of_word(last.lower_) or _those(last))), None)


def _those(pronoun: Token) -> Outcome | None:
    """Those killed."""
    return next((of_verb(child) for child in pronoun.children if child.dep_ == "acl"), None)


def _included(one: Token, role: str, verb: Token) -> Outcome | None:
    """`The dead included four children`; `the dead were two nurses`."""
    if (verb.lemma_.lower(), role) not in (("include", "dobj"), ("be", "attr")):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return of_word(subject.lower_) or _those(subject) if subject is not None else None
