"""What a denial rejects, by its words."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.arms import used_arms
from kg.terms import ComponentKind, DenialForm

Component = Literal[
    "occurrence",
    "attacker",
    "target",
    "target_nature",
    "damage",
    "casualties",
    "weapon",
    "intent",
    "lawfulness",
    "evidence",
    "credibility",
    "other",
]
CLASS_OF: Final[dict[Component, ComponentKind]] = {
    "occurrence": "OccurrenceClaim",
    "attacker": "AttackerClaim",
    "target": "TargetClaim",
    "target_nature": "TargetClaim",
    "damage": "DamageClaim",
    "casualties": "CasualtyClaim",
    "weapon": "WeaponClaim",
    "intent": "IntentClaim",
    "lawfulness": "LawfulnessClaim",
    "evidence": "EvidenceClaim",
    "credibility": "CredibilityClaim",
    "other": "ContextClaim",
}
"""The class of the claims that state each component."""
FORMS: Final[dict[Component, DenialForm]] = {
    "occurrence": "noSuchEvent",
    "attacker": "notOurAct",
    "target": "noSuchTarget",
    "target_nature": "relabelledTarget",
    "damage": "noDamage",
    "casualties": "noCivilianHarm",
    "weapon": "literal",
    "intent": "notIntended",
    "lawfulness": "lawful",
    "evidence": "burdenOfProof",
    "credibility": "sourceDiscredited",
    "other": "literal",
}
"""The form that a denial of each component takes where nothing else tells."""
_SITES = ("civilian", "hospital", "school", "market", "mosque", "church", "residential", "medical", "convoy")
_HITTING = ("target", "hitting", "hit ", "bombing", "bombed", "strik", "attack", "shell")


def text_of(tokens: Iterable[Token]) -> str:
    """The words said, in small letters."""
    return " ".join(token.lower_ for token in tokens)


def without_asides(tokens: Sequence[Token]) -> list[Token]:
    """The words without what is put in beside them: between dashes or brackets, or in a clause that only adds to a noun.

    `Denied that it hit the hospital - a war crime, if deliberate -` rejects no crime.
    """
    cut: set[int] = set()
    opened: int | None = None
    for token in tokens:
        if token.text in ("–", "—", "--", "-", "(", ")") and not (token.text == "-" and not token.whitespace_):
            if opened is None:
                opened = token.i
            else:
                cut |= set(range(opened, token.i + 1))
                opened = None
        if (_only_adds(token) or _follows_from(token) or tells_when(token)) and token.i > tokens[0].i:
            cut |= {one.i for one in token.subtree}
    if opened is not None and opened > tokens[0].i:
        cut |= set(range(opened, tokens[-1].i + 1))
    left = [token for token in tokens if token.i not in cut]
    return left or list(tokens)


def _follows_from(token: Token) -> bool:
    """Whether a clause tells what came of an act that is told: `had bombed the town, killing 30 people`."""
    harm = token.lemma_.lower() in W.KILL | W.INJURE | {"leave"}
    return harm and token.tag_ == "VBG" and token.dep_ == "advcl" and token.head.lemma_.lower() in W.FORCE


def tells_when(token: Token) -> bool:
    """Whether it only tells when that was which is rejected: had expelled the envoy after the massacre, when it took place."""
    first = token.left_edge.lower_ if token.dep_ == "advcl" else token.lower_ if token.dep_ == "prep" else ""
    return first in ("after", "before", "when", "since", "while") and token.head.pos_ in ("VERB", "AUX")


def _only_adds(token: Token) -> bool:
    """Whether a clause tells more of a noun that is known without it: `the town, where 20 people were killed`."""
    if token.dep_ not in ("relcl", "acl"):
        return False
    first = token.doc[token.left_edge.i]
    before = token.doc[first.i - 1] if first.i else first
    relative = any(one.tag_ in ("WDT", "WP", "WRB") for one in token.subtree if one.i <= token.i)
    relative = relative or (token.dep_ == "acl" and token.tag_ in ("VBN", "VBD") and before.text == ",")
    when = first.lower_ == "when"
    return relative and (before.text in (",", "-", "–", "—") or first.tag_ == "IN" or token.head.lemma_.lower() in W.SITES or when)


def _harms_anyone(verb: Token) -> bool:
    """Whether it is denied that anybody at all was killed or hurt: denied killing anyone."""
    harms = verb.lemma_.lower() in W.KILL | W.INJURE
    return harms and any(child.dep_ == "dobj" and child.lower_ in ("anyone", "anybody") for child in verb.children)


def components_of(tokens: Sequence[Token]) -> list[Component]:
    """What these words reject; who did it, where nothing else tells."""
    said = without_asides(tokens)
    if not said:
        return ["attacker"]
    text = f" {text_of(said)} "
    if found := next((component for signs, component in _SIGNS if _has(text, signs)), None):
        return [found]
    if _has(f" {text_of(_but_for_attacks(said))} ", W.BANNED_WEAPONS) or used_arms(said):
        return ["weapon"]
    if any(map(_is_any_proof, said)):
        return ["evidence"]
    if _answers_for(said):
        return ["attacker"]
    if nobody_there(said) or _served_fighters(said) or _was_no_target(said):
        return ["target"] if _was_no_target(said) else ["target_nature"]
    if _has(text, ("happened", "took place", "taken place", "occurred", "existence of")) or _there_was_none(said):
        return ["occurrence"]
    lemmas = {token.lemma_.lower() for token in said}
    if _harms(lemmas) or _has(text, W.CIVILIAN_HARM) or _were_harmed(said) or any(map(_harms_anyone, said)):
        aimed = any(token.lemma_.lower() in ("target", "bomb", "hit") and token.pos_ == "VERB" for token in said)
        return ["target", "casualties"] if aimed else ["casualties"]
    if "incident" in lemmas:
        return ["occurrence", "casualties"] if lemmas & {"killing", "kill"} else ["occurrence"]
    if _another_was(said) or aimed_instead(said) is not None:
        return ["target"]
    if _has(text, _SITES) and _has(text, _HITTING):
        return ["target"] if _has(text, ("civilian", "target")) else ["attacker"]
    return ["casualties"] if lemmas & {"toll", "casualty", "death", "number", "figure"} else ["attacker"]


_SIGNS: Final[tuple[tuple[tuple[str, ...], Component], ...]] = (
    (("war crime", "international law", "humanitarian law", "laws of war", "rules of engagement", "genocide"), "lawfulness"),
    (("deliberate", "intention", "on purpose", "purposely", "indiscriminate", "premeditated"), "intent"),
)


def _but_for_attacks(said: Sequence[Token]) -> list[Token]:
    """The words without those that only tell which attack is meant: `no chemical weapons attack took place`."""
    attacks = (token for token in said if token.pos_ == "NOUN" and token.lemma_.lower() in W.ATTACK_NOUNS)
    kinds = {one.i for attack in attacks for child in attack.lefts for one in child.subtree if child.dep_ in ("compound", "amod")}
    return [token for token in said if token.i not in kinds]


def _answers_for(said: Sequence[Token]) -> bool:
    """Whether the first thing that is rejected is having had a part in it."""
    for token in said:
        lemma = token.lemma_.lower()
        if lemma in W.ANSWERABLE:
            return lemma not in ("part", "hand", "link") or any(child.dep_ in ("det", "amod") for child in token.children)
        if token.pos_ == "VERB" and lemma in W.FORCE:
            return False
    return False


def _is_any_proof(noun: Token) -> bool:
    """Whether it is proof of which it is denied that there was any: any evidence that linked them to it."""
    return noun.lemma_.lower() in ("evidence", "proof") and noun.dep_ in ("attr", "dobj", "nsubj") and _is_none(noun)


def nobody_there(said: Sequence[Token]) -> bool:
    """`There were no civilians in the camp`."""
    return any(
        token.dep_ == "expl"
        and any(
            child.dep_ in ("attr", "conj") and child.lemma_.lower() in _THERE and _is_none(child)
            for head in (token.head, *token.head.children)
            for child in head.children
        )
        for token in said
    )


_THERE = frozenset(
    {"civilian", "noncombatant", "child", "woman", "patient", "resident", "hospital", "school", "wedding", "clinic", "mosque"}
)


def _is_none(noun: Token) -> bool:
    return any(one.lower_ in ("no", "any") for one in noun.lefts)


def _served_fighters(said: Sequence[Token]) -> bool:
    """`That the hospital was used as a command post`, `that a military target was hit`."""
    for token in said:
        if token.dep_ != "nsubjpass":
            continue
        lemma, verb = token.lemma_.lower(), token.head
        if lemma == "target" and any(one.lower_ in ("military", "legitimate") for one in token.lefts):
            return True
        used = verb.lemma_.lower() == "use" and W.SITES.get(lemma, "MilitaryObjective") != "MilitaryObjective"
        if used and any(_is_military(one) for one in verb.subtree if one.i > verb.i):
            return True
    return False


def _is_military(token: Token) -> bool:
    return W.SITES.get(token.lemma_.lower()) == "MilitaryObjective" or token.lower_ in W.MILITARY_MODIFIERS


def _was_no_target(said: Sequence[Token]) -> bool:
    """`The camp was not the target`."""
    return any(token.lemma_.lower() == "target" and token.dep_ == "attr" and token.pos_ == "NOUN" for token in said)


def _there_was_none(said: Sequence[Token]) -> bool:
    """`There was no air strike`, denied that `there had been a massacre`; not `there were no civilians`."""
    struck = (W.ATTACK_NOUNS.keys() | W.FORCE_NOUNS) - W.CASUALTY
    return any(
        child.dep_ == "attr" and any(one.lemma_.lower() in struck for one in (child, *child.conjuncts))
        for token in said
        if token.dep_ == "expl"
        for child in token.head.children
    )


def _another_was(said: Sequence[Token]) -> bool:
    """Whether it is said that something else was hit: `claiming another town had been hit`."""
    return any(
        token.lower_ in ("another", "different", "other", "wrong")
        and token.dep_ in ("amod", "det")
        and token.head.dep_ == "nsubjpass"
        for token in said[0].sent
    )


_CIVILIANS = frozenset({"civilian", "noncombatant", "non-combatant", "child", "woman"})


def _harms(lemmas: set[str]) -> bool:
    """Whether it is people who are said not to have come to harm."""
    harmed = lemmas & (W.KILL | W.INJURE | W.DEAD | W.CASUALTY | {"harm", "victim"})
    return bool(harmed and lemmas & _CIVILIANS) or bool(lemmas & W.CASUALTY)


def _were_harmed(said: Sequence[Token]) -> bool:
    """`That patients had been killed`, `that its leader was dead`: people, of whom it is not told by whom."""
    if any(token.dep_ == "acomp" and token.lower_ in W.DEAD | W.HURT for token in said):
        return True
    if any(token.dep_ == "dobj" and token.head.lemma_ == "lose" and token.lemma_.lower() in W.PEOPLE for token in said):
        return True
    return any(
        token.lemma_.lower() in W.KILL | W.INJURE
        and any(child.dep_ == ("nsubj" if token.lemma_ in ("die", "perish") else "nsubjpass") for child in token.children)
        and not any(child.dep_ == "agent" for child in token.children)
        for token in said
    )


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def aimed_instead(said: Sequence[Token]) -> Token | None:
    """What is said to have been the target instead: `had not targeted the migrants but an arms depot`."""
    return next(
        (
            other
            for token in said
            if token.dep_ == "dobj" and token.head.lemma_.lower() in W.FORCE
            for other in token.conjuncts
            if other.i > token.i and any(one.lower_ == "but" for one in token.children)
        ),
        None,
    )


def aimed_at(tokens: Sequence[Token]) -> bool:
    """Whether it is said of a target that it was not aimed at."""
    return any(token.lemma_.lower() in ("target", "aim") and token.pos_ in ("VERB", "NOUN") for token in tokens)
