"""What a denial rejects, by its words, and whether it is of one attack or of attacks in general."""

from typing import Final, Literal

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.naming import country_of
from kg.terms import ComponentKind, DenialForm

Component = Literal[
    "occurrence", "attacker", "target", "target_nature", "casualties", "weapon", "intent", "lawfulness", "evidence", "credibility"
]
CLASS_OF: Final[dict[Component, ComponentKind]] = {
    "occurrence": "OccurrenceClaim",
    "attacker": "AttackerClaim",
    "target": "TargetClaim",
    "target_nature": "TargetClaim",
    "casualties": "CasualtyClaim",
    "weapon": "WeaponClaim",
    "intent": "IntentClaim",
    "lawfulness": "LawfulnessClaim",
    "evidence": "EvidenceClaim",
    "credibility": "CredibilityClaim",
}
"""The class of the claims that state each component."""
FORMS: Final[dict[Component, DenialForm]] = {
    "occurrence": "noSuchEvent",
    "attacker": "notOurAct",
    "target": "noSuchTarget",
    "target_nature": "relabelledTarget",
    "casualties": "noCivilianHarm",
    "weapon": "literal",
    "intent": "notIntended",
    "lawfulness": "lawful",
    "evidence": "burdenOfProof",
    "credibility": "sourceDiscredited",
}
"""The form that a denial of each component takes where nothing else tells."""
_SITES = ("civilian", "hospital", "school", "market", "mosque", "church", "residential", "medical", "convoy")
_HITTING = ("target", "hitting", "hit ", "bombing", "bombed", "strik", "attack", "shell")


def text_of(doc: Doc, content: frozenset[int]) -> str:
    """The words said, in small letters."""
    return " ".join(doc[i].lower_ for i in sorted(content))


def components_of(text: str) -> list[Component]:
    """What these words reject; who did it, where nothing else tells."""
    if found := next((component for signs, component in _SIGNS if _has(text, signs)), None):
        return [found]
    if _has(text, W.CIVILIAN_HARM):
        return ["target", "casualties"] if _has(text, ("target", "bomb", "hit")) else ["casualties"]
    if _has(text, _SITES) and _has(text, _HITTING):
        aimed = _has(text, ("civilian", "target")) and not _has(text, ("responsib", "involve"))
        return ["target"] if aimed else ["attacker"]
    if "civilian" in text and "kill" in text:
        return ["casualties"]
    if "incident" in text:
        return ["occurrence", "casualties"] if "killing" in text else ["occurrence"]
    return ["casualties"] if _has(text, ("toll", "casualt", "death", "number of")) else ["attacker"]


_SIGNS: Final[tuple[tuple[tuple[str, ...], Component], ...]] = (
    (("war crime", "international law", "humanitarian law", "laws of war", "rules of engagement"), "lawfulness"),
    (("deliberate", "intention", "on purpose", "purposely"), "intent"),
    (W.BANNED_WEAPONS, "weapon"),
    (("took place", "taken place", "happened", "occurred", "existence of"), "occurrence"),
)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def is_general(verb: Token, doc: Doc, content: frozenset[int]) -> bool:
    """Whether the denial speaks of no attack in particular."""
    said = [doc[i] for i in content]
    if any(_points(token) or token.ent_type_ == "FAC" for token in said) or _in_one_place(said):
        return False
    words = {child.lower_ for child in verb.children} | {token.lower_ for token in said}
    if any(token.dep_ == "neg" and any(child.lower_ in ("do", "does") for child in token.head.children) for token in said):
        return True
    if words & W.GENERAL and not words & {"involvement", "responsibility", "role"}:
        return True
    civilian = bool(words & {"civilian", "civilians", "civilian-populated"})
    many = any(token.tag_ in ("VBG", "NNS") for token in said)
    return civilian and many and not any(token.ent_type_ == "GPE" and token.dep_ == "dobj" for token in said)


def _points(token: Token) -> bool:
    """Whether it is this attack, or the hospital."""
    lemma = token.lemma_.lower()
    before = {child.lower_ for child in token.children}
    if (lemma in W.ATTACK_NOUNS or lemma == "fire") and before & {"the", "this", "that", "these", "those"} and token.tag_ != "VBG":
        return True
    return lemma in W.SITES and lemma not in W.WEAK_SITES and bool(before & {"the", "this"})


def _in_one_place(said: list[Token]) -> bool:
    """Whether the words are about a town or a province, or `the city` that was spoken of."""
    for token in said:
        if token.dep_ == "pobj" and token.head.lower_ in ("in", "on", "at", "near"):
            if token.lemma_.lower() in ("city", "town", "village", "hospital", "school", "province", "district"):
                return token.tag_ in ("NN", "NNP")
            if token.ent_type_ == "GPE" and country_of(token) is None:
                return True
    return False
