"""Whether one attack is meant or many: a campaign, a wave of strikes, what is done again and again."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.mentions import is_verb, patient_of
from kg.terms import EventKind

_OFTEN = frozenset({
    "regularly", "repeatedly", "routinely", "systematically", "frequently", "often", "deliberately", "throughout",
    "daily", "nightly", "constantly",
})  # fmt: skip
_SHARES = frozenset({"half", "most", "percent", "all", "third", "majority", "many"})
_MORE = frozenset({"escalate", "intensify", "step", "increase", "continue", "resume", "ramp", "expand"})


def is_campaign(token: Token, kind: EventKind, title: bool = False) -> bool:
    """Whether the mention is of many attacks together; in a title, what was done once stands in the present tense, too."""
    if kind == "Campaign":
        return True
    verbal = is_verb(token) or any(child.dep_ == "dobj" for child in token.children)
    if verbal:
        return _done_often(token) and not (title and token.tag_ == "VBZ")
    return _is_daily(token) or (token.tag_ in ("NNS", "NNPS") and _told_as_many(token))


def _is_daily(noun: Token) -> bool:
    """Whether it is that of several days, or of each: days of shelling, suffers daily shelling, the shelling is daily."""
    verb = noun.head
    of_days = noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lower_ in ("days", "nights", "weeks", "months", "years")
    lived = noun.dep_ in ("dobj", "nsubj") and verb.lemma_.lower() in W.SUFFERED | {"be"}
    beside = (*noun.lefts, *(verb.children if lived else ()))
    return of_days or any(child.lower_ in _OFTEN for child in beside)


def goes_on(attack: Token) -> bool:
    """Whether it is somebody's own doing that is to end, so that it goes on: to halt its strikes, stop shelling the town."""
    verb = attack.head.head if attack.dep_ == "pobj" and attack.head.lower_ == "to" else attack.head
    called = verb.lemma_.lower() in ("call", "announce", "declare") and verb != attack.head  # called a halt to it
    called = called and any(child.dep_ == "dobj" and child.lemma_.lower() in W.ENDING for child in verb.children)
    alone = any(child.lower_ in ("he", "she", "i") for child in verb.lefts)
    if alone or not (called or verb.lemma_.lower() in W.ENDING) or attack.dep_ not in ("dobj", "pobj", "xcomp", "ccomp"):
        return False
    if is_verb(attack):
        return attack.tag_ == "VBG"
    whose = [child for child in attack.lefts if child.dep_ == "poss" and child.ent_type_ not in ("DATE", "TIME")]
    of_others = {"his", "her", "their"} if verb.lemma_.lower() == "stop" and attack.tag_ == "NN" else {"his", "her"}
    return attack.i > verb.i and any(child.lower_ not in of_others for child in whose)


def _done_often(verb: Token) -> bool:
    """Whether the verb tells of what is done again and again: they regularly shell the town, they are bombing hospitals."""
    if goes_on(verb) or verb.lemma_.lower() in ("terrorise", "terrorize"):
        return True
    if any(one.ent_type_ == "TIME" for child in verb.children if child.lower_ == "for" for one in child.children):
        return False  # within some hours
    if {child.lower_ for child in verb.children} & _OFTEN:
        return True
    helpers = {aux.lower_ for aux in verb.children if aux.dep_ == "aux"} | ({verb.head.lower_} if verb.dep_ == "attr" else set())
    going_on = verb.lower_.endswith("ing") and bool(helpers & {"is", "are", "been"})
    patient = patient_of(verb)
    several = patient is not None and (patient.tag_ == "NNS" or patient.lemma_.lower() == "infrastructure")
    bare = several and patient is not None and not any(child.dep_ in ("det", "nummod") for child in patient.lefts)
    bare = bare and patient is not None and patient.lower_ not in W.COUNTED | W.MANY
    perfect = verb.tag_ == "VBN" and any(child.lower_ in ("has", "have") for child in verb.children if child.dep_ == "aux")
    used = verb.lemma_.lower() in ("use", "drop", "fire", "launch")
    filled = [one for child in verb.children if child.dep_ == "dobj" for one in child.rights if one.tag_ == "VBN"]
    aimed = any(child.lower_ in ("at", "into", "on", "against") for one in (verb, *filled) for child in one.rights)
    return going_on or (bare and verb.dep_ != "advcl" and (verb.tag_ in ("VBG", "VBZ", "VBP") or perfect or (used and not aimed)))


def _told_as_many(token: Token) -> bool:
    """Whether what stands around the plural says so: a wave of strikes, strikes have increased, half of all attacks."""
    if token.lower_ in ("hits", "uses"):
        return True
    above = list(_above(token))
    if any(child.dep_ == "nummod" and _is_large(child) for child in token.lefts) or any(map(_is_large, above)):
        return True
    lower = {one.lower_ for one in token.subtree} | {one.lower_ for one in above}
    lower |= {child.lower_ for one in above for child in one.children}
    if goes_on(token) or lower & W.CAMPAIGN_SIGNS or {one.lower_ for one in (*above, *token.lefts)} & _SHARES:
        return True
    verb = next((one for one in above if one.pos_ == "VERB"), None)
    so_far = verb is not None and token.dep_ == "nsubj" and any(child.lower_ in ("have", "has") for child in verb.lefts)
    if verb is not None and so_far and any(_is_thousands(child) for child in verb.rights if child.dep_ == "dobj"):
        return True
    if verb is None or token.dep_ not in ("dobj", "pobj"):
        return False
    going_on = verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.lower_ in ("is", "are", "been") for child in verb.children)
    return token.dep_ == "dobj" and (going_on or verb.lemma_.lower() in _MORE)


def _is_large(number: Token) -> bool:
    """Whether so many attacks are counted that they are not told one by one."""
    digits = number.text.replace(",", "")
    if re.fullmatch(r"(?:19|20)\d\d", number.text):
        return False
    return (digits.isdigit() and int(digits) >= 10) or number.lower_ in ("dozens", "scores", "hundreds", "thousands", "hundred")


def _is_thousands(harmed: Token) -> bool:
    """Whether so many were killed that it was not in one day: have killed thousands, 40,000 people."""
    counts = [harmed, *(child for child in harmed.lefts if child.dep_ == "nummod")]
    return any(one.lower_ == "thousands" or (one.text.replace(",", "").isdigit() and len(one.text) > 4) for one in counts)


def _above(token: Token) -> Iterator[Token]:
    """The words that the noun hangs on, up to the verb."""
    for one in token.ancestors:
        yield one
        if one.pos_ in ("VERB", "AUX"):
            return
