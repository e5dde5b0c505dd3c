"""Denials by what it was instead: the hospital stood empty, only fighters were killed, a gas leak caused the blast."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.polarity import has_negation, is_supposed
from kg.extraction.signs import Sign, Words

_UNUSED = frozenset({
    "empty", "abandoned", "deserted", "evacuated", "closed", "disused", "vacant", "unoccupied", "uninhabited", "derelict",
    "defunct", "vacated", "unused", "inactive",
})  # fmt: skip
_MADE_INTO = frozenset({"use", "turn", "convert", "transform", "serve", "function", "double", "repurpose"})
_CAUSED = frozenset({"cause", "trigger", "spark", "provoke"})
_CAUSING = frozenset({"result", "stem", "originate", "come", "arise"})
_MISHAPS = frozenset({
    "leak", "fault", "malfunction", "fire", "cylinder", "canister", "depot", "ammunition", "munition", "explosive", "store",
    "cache", "stockpile", "boiler", "fuel", "gas", "pipeline", "dump", "arsenal", "spark", "circuit", "negligence", "generator",
    "detonation", "feud", "quarrel", "crime", "landmine", "mine", "stampede",
})  # fmt: skip
_OUTCOME = frozenset({"result", "consequence", "outcome", "work"})
_HAPPENED = frozenset(
    {
        "killing",
        "fatality",
        "blast",
        "explosion",
        "death",
        "casualty",
        "fire",
        "damage",
        "destruction",
        "collapse",
        "crater",
        "incident",
        "it",
    }
)


def otherwise(words: Words) -> Iterator[Sign]:
    """What one who is accused says that was hit, was killed or was the cause, so that it was no attack on civilians."""
    for token in words.tokens:
        if _stood_empty(token) or _made_military(token):
            yield words.sign("target_nature", "no civilian site", confidence=0.55, at=token)
            return
        if _only_fighters(token):
            yield words.sign("casualties", "only fighters killed", confidence=0.6, at=token)
            return
        if _mishap(token):
            yield Sign("attacker", "interpretive", "another cause", confidence=0.55, at=token)
            return


def _stood_empty(token: Token) -> bool:
    """`The hospital had long been empty`, `the school was no longer in use`, `there was nobody in the building`."""
    verb = token.head if token.dep_ in ("acomp", "oprd", "attr") else token
    if token.lower_ == "use" and token.head.lower_ == "in":
        verb = token.head.head
        if not any(one.lower_ in ("no", "not", "longer", "n't") for one in verb.subtree if one.i < token.i):
            return False
    elif token.lower_ not in _UNUSED or has_negation(verb):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and _is_site(subject)


def _is_site(noun: Token) -> bool:
    return noun.lemma_.lower() in W.SITES.keys() - {"area", "position", "militant", "fighter", "troop", "soldier"} or (
        noun.lemma_.lower() in ("yard", "courtyard", "playground", "premise", "premises", "site")
    )


def _made_military(verb: Token) -> bool:
    """`The school was used as a command post`, `served as a headquarters`, `had been turned into a base`."""
    if verb.lemma_.lower() not in _MADE_INTO or verb.pos_ != "VERB" or has_negation(verb) or is_supposed(verb):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    made = (last for child in verb.children if child.lower_ in ("as", "into") for last in child.children if last.dep_ == "pobj")
    return subject is not None and _is_site(subject) and any(_is_military(one) for one in made)


def _is_military(noun: Token) -> bool:
    phrase = " ".join(one.lower_ for one in noun.subtree)
    return any(word in phrase for word in W.MILITARY_TARGETS)


def _only_fighters(verb: Token) -> bool:
    """`Only militants were killed`, `only terrorists died`, `killed only fighters`."""
    if verb.lemma_.lower() not in W.KILL or verb.pos_ != "VERB" or has_negation(verb):
        return False
    dying = ("nsubj", "dobj") if verb.lemma_.lower() in ("die", "perish") else ("nsubjpass", "dobj")
    for child in verb.children:
        if child.dep_ in dying and W.PEOPLE.get(child.lemma_.lower()) in ("combatants", "oppositionFighters"):
            return any(one.lower_ in ("only", "solely", "exclusively") for one in (*child.subtree, *verb.children))
    return False


def _mishap(verb: Token) -> bool:
    """`The blast was caused by a gas leak`, `the explosion resulted from munitions that were stored there`."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX") or has_negation(verb) or is_supposed(verb):
        return False
    passive = lemma in _CAUSED and any(child.dep_ == "nsubjpass" for child in verb.children)
    if passive:
        happened = [child for child in verb.children if child.dep_ == "nsubjpass"]
        causes = [one for child in verb.children if child.dep_ == "agent" for one in child.children]
    elif lemma in _CAUSED:
        happened = [child for child in verb.children if child.dep_ == "dobj"]
        causes = [child for child in verb.children if child.dep_ == "nsubj"]
    elif lemma in _CAUSING:
        happened = [child for child in verb.children if child.dep_ == "nsubj"]
        causes = [one for child in verb.children if child.lower_ == "from" for one in child.children]
    elif lemma == "be":
        happened = [child for child in verb.children if child.dep_ == "nsubj"]
        causes = [
            child for child in verb.children if (child.dep_ == "attr" and child.lemma_.lower() in _OUTCOME) or child.lower_ == "due"
        ]
    else:
        return False
    told = {one.lemma_.lower() for cause in causes for one in cause.subtree}
    struck = told & (W.ATTACK_NOUNS.keys() - {"explosion", "blast", "incident"})
    return any(one.lemma_.lower() in _HAPPENED for one in happened) and bool(told & _MISHAPS) and not struck
