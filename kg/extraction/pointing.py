"""Whether a mention of an attack points back to one that was told before, or says that it is another."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.bearings import is_apart
from kg.extraction.killings import MURDERS
from kg.extraction.mentions import counting, kind_words, patient_of
from kg.extraction.naming import is_materiel
from kg.extraction.phrases import behind

_SAY_NO_MORE = frozenset({
    "deadly", "latest", "reported", "alleged", "suspected", "same", "recent", "horrific", "brutal", "heinous", "barbaric", "savage",
    "cowardly", "bloody", "terrible", "appalling", "tragic", "shocking", "vicious", "senseless", "despicable", "atrocious", "cruel",
    "massive", "devastating", "brazen", "outrageous", "criminal", "vile", "gruesome", "apparent", "fatal", "lethal", "terrorist",
})  # fmt: skip
"""Adjectives that tell nothing of which attack it is."""
_OTHER = frozenset({
    "second", "another", "third", "new", "separate", "other", "further", "fresh", "different", "additional", "nearest", "closest",
    "previous", "earlier", "similar", "subsequent", "simultaneous",
})  # fmt: skip
_OTHERS = _OTHER - {"new", "earlier", "previous"}


def points_back(token: Token) -> bool:
    """Whether `the attack`, `these strikes` and the like stand there, or the aircraft that were spoken of do it again."""
    if is_told_of_it(token):
        return True
    if _is_answered(token):
        return True
    if token.pos_ == "VERB" and token.tag_ != "NN":
        return _by_the_same(token) or _to_the_same(token)
    if token.lower_ in ("explosion", "blast") and token.dep_ == "dobj" and token.head.lemma_.lower() in ("hear", "feel", "see"):
        return True
    if token.lemma_.lower() in MURDERS and any(child.lower_ in ("his", "her", "their") for child in token.lefts):
        return True
    before = {child.lower_ for child in (*token.lefts, *_series(token)) if child.dep_ in ("det", "amod", "nmod", "predet")}
    if before & {"this", "that", "these", "those", "such"} and not _is_of_the_kind(token):
        return True
    dated = any(child.dep_ == "poss" and child.ent_type_ in ("DATE", "TIME") for child in token.lefts)
    return (dated or "the" in before) and not any(map(_distinguishes, token.children)) and token.dep_ != "ROOT"


def _series(token: Token) -> Iterator[Token]:
    """What stands before the noun for a series of attacks, which stands for them: the wave of strikes."""
    above = counting(token)
    yield from above.lefts if above.lemma_.lower() in W.MANY - {"number"} else ()


def _is_of_the_kind(token: Token) -> bool:
    """Whether it is so many others of the kind that was told: several such attacks."""
    before = [child.lower_ for child in token.lefts]
    counted = any(child.dep_ == "nummod" or child.lower_ in _SOME for child in token.lefts)
    return token.tag_ == "NNS" and "such" in before and counted


_SOME = frozenset({"several", "many", "numerous", "other", "some", "more", "few", "previous", "multiple", "various"})


def _is_answered(token: Token) -> bool:
    """Whether somebody confirms or condemns what was told: the army confirmed an air strike near Goma."""
    one = any(child.lower_ in ("a", "an") for child in token.lefts) and token.pos_ == "NOUN"
    return one and token.dep_ == "dobj" and token.head.lemma_.lower() in ("confirm", "acknowledge", "condemn", "denounce", "deny")


def _distinguishes(child: Token) -> bool:
    """Whether what hangs on the noun tells of which attack it is, more than of what kind."""
    lower = child.lower_
    if is_apart(child) or child.ent_type_ in ("DATE", "TIME"):
        return False
    if child.dep_ in ("amod", "compound", "nmod"):
        told = {lower, *kind_words(child.head)} if child.lemma_.lower() in ("weapon", "agent", "gas") else {lower}
        return not told & (_SAY_NO_MORE | W.ATTACK_MODIFIERS.keys())
    if child.dep_ in ("acl", "relcl"):
        aim = child.tag_ == "VB" and any(one.lower_ == "to" for one in child.children)
        return not aim and child.lemma_.lower() not in W.CARRY_OUT | {"blame", "attribute"}
    if child.dep_ == "prep":
        land = any(one.ent_type_ in ("GPE", "LOC") for one in child.children)
        return lower in ("of", "by") or (lower == "against" and not land)
    return child.dep_ == "poss"


def _by_the_same(verb: Token) -> bool:
    """Whether it is `the planes` that struck."""
    while verb.dep_ == "advcl" and not any(child.dep_ == "nsubj" for child in verb.children):
        verb = verb.head
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    known = any(is_materiel(child) and any(one.lower_ == "the" for one in child.lefts) for child in subjects)
    return known and all(one.dep_ == "det" or one.ent_type_ in ("GPE", "NORP") for child in subjects for one in child.lefts)


def _to_the_same(verb: Token) -> bool:
    """Whether it is `the plane` that was shot down, `the missile` or `the rockets` that were fired."""
    lemma = verb.lemma_.lower()
    fired = lemma in ("fire", "launch")
    things = W.WEAPON_NOUNS.keys() if fired else {"plane", "jet", "airliner", "aircraft", "helicopter", "drone"}
    downed = lemma == "down" or any(child.lower_ == "down" for child in verb.children)
    return (fired or downed) and any(
        child.dep_ in ("dobj", "nsubjpass")
        and child.lemma_.lower() in things
        and (child.tag_ == "NN" or fired)
        and [one.lower_ for one in child.lefts] == ["the"]
        for child in verb.children
    )


def is_told_of_it(token: Token) -> bool:
    """Whether the sentence says of what was told that it was this: it was the second in a week, an attack that killed two."""
    if token.dep_ == "appos" and any(child.lower_ in ("a", "an") or child.tag_ == "JJS" for child in token.lefts):
        return True
    called_as = token.dep_ == "pobj" and token.head.lower_ == "as"
    verb = token.head.head if called_as else token.head
    if verb.dep_ == "prep" or verb.lemma_.lower() in W.ATTACK_NOUNS:  # `as` may hang on what is called so
        verb = verb.head
    if called_as or token.dep_ == "oprd":
        role = "dobj" if verb.lemma_.lower() in _CALLING else ""
    else:
        role = "nsubj" if token.dep_ in ("attr", "dobj") and verb.lemma_.lower() in _BEING else ""
    return any(child.dep_ == role and (child.lower_ in ("it", "this", "that") or _is_attack(child)) for child in verb.children)


_CALLING = frozenset(
    {"call", "describe", "denounce", "condemn", "label", "brand", "characterise", "characterize", "term", "see", "view"}
)
_BEING = frozenset({"be", "represent", "mark", "constitute", "become", "remain"})


def _is_attack(noun: Token) -> bool:
    """Whether it is a noun for an attack, or for so many: the raid, the wave of strikes."""
    of = behind(noun, "of") if noun.lemma_.lower() in W.MANY else ()
    return any(one.lemma_.lower() in W.ATTACK_NOUNS for one in (noun, *of))


def is_disowned(token: Token) -> bool:
    """Whether somebody says that it was not, or not theirs, so that it is an attack that was told of before."""
    for one in (token, *token.ancestors):
        if one.pos_ == "VERB":
            done = one == token or one.lemma_.lower() in W.CARRY_OUT | {"take", "involve", "be"}
            if any(child.dep_ == "neg" for child in one.children):
                helpers = {child.lower_ for child in one.children if child.dep_ in ("aux", "auxpass")}
                return done and bool(helpers & {"did", "had", "have", "has", "was", "were"})
            if not done or one.dep_ in ("relcl", "advcl"):
                return False
    return False


def points_at_patient(verb: Token) -> bool:
    """Whether it is done to what was spoken of: the plane was shot down, they shot it down, the downed aircraft."""
    patient = patient_of(verb)
    return patient is not None and (patient.lower_ == "it" or any(child.lower_ in ("the", "this") for child in patient.lefts))


def _at_another_time(verb: Token) -> bool:
    """Whether it was so long before or after what was told: a day earlier a bomb had killed four."""
    when = (
        child for child in verb.children if child.lower_ in ("earlier", "later", "before", "afterwards") and child.pos_ == "ADV"
    )
    dated = any(one.ent_type_ == "DATE" for child in verb.children if child.dep_ == "prep" for one in child.children)
    return not dated and any(one.dep_ == "npadvmod" and one.lemma_.lower() in _UNITS for child in when for one in child.children)


_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})


def is_another(token: Token) -> bool:
    """Whether it is said to be another attack than the one before."""
    if is_told_of_it(token):
        return False
    verb = token.head if token.dep_ in ("nsubj", "nsubjpass", "dobj") else token
    known = token.dep_ == "dobj" or (token.pos_ != "VERB" and any(child.dep_ in ("det", "poss") for child in token.lefts))
    also = _is_of_the_kind(token) or (not known and any(child.lower_ == "also" for child in verb.children))
    named = [child for child in token.children if child.dep_ in ("nsubj", "dobj", "nsubjpass")]
    named += behind(token, "on", "against", "in", "at")
    places = (one for one in named if one.lemma_.lower() not in W.PEOPLE)  # another five people may have died in it
    if also or _at_another_time(verb) or any(child.lower_ in _OTHERS for one in places for child in one.lefts):
        return True
    above = [token.head.head] if token.dep_ == "pobj" and token.head.lower_ == "of" else []
    started = token.sent[0].lower_ in ("separately", "elsewhere", "meanwhile")
    other = started or any(child.lower_ in _OTHER for one in (token, *above) for child in one.children)
    return other and token.pos_ != "VERB"
