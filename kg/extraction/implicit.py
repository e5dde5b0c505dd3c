"""Denials without a word of denial: negated acts, pleas of law, of error, of other targets, of having been elsewhere."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.components import FORMS, components_of
from kg.extraction.labels import label_signs
from kg.extraction.negations import is_of_own, negated_acts
from kg.extraction.polarity import has_negation, is_supposed
from kg.extraction.reach import Reach, own_materiel
from kg.extraction.said import is_said
from kg.extraction.signs import Sign, Words
from kg.extraction.untrue import untrue


def implied(words: Words) -> list[Sign]:
    """What these words deny, each component once, by the clearest rule."""
    if not words.blamed:
        plea = list(_law(words)) if is_of_own(words) else []
        return list(_each_once([*plea, *untrue(words), *label_signs(words), *negated_acts(words), *_with_care(words)]))
    found = [*untrue(words), *_law(words), *_no_proof(words)]
    if not any(one.component == "evidence" for one in found):
        found += label_signs(words)
    found += negated_acts(words)
    if not found:
        found += [*_by_accident(words), *_other_target(words), *_elsewhere(words), *_had_it_been(words), *_with_care(words)]
    found += [*_liars(words), *_turning_to_lies(words), *_meant_to_smear(words)] if not found else []
    return list(_each_once(found))


def _each_once(found: Sequence[Sign]) -> Iterator[Sign]:
    seen: set[str] = set()
    for one in found:
        if one.component not in seen:
            seen.add(one.component)
            yield one


_WITH_LAW = re.compile(
    r"in (?:full |strict )?(?:line|accordance|compliance|conformity|keeping) with (?:[\w-]+ ){0,4}law|"
    r"(?:compl(?:y|ies|ied)|complying|abid(?:e|es|ed|ing)|adher(?:e|es|ed|ing)|respect(?:s|ed|ing)?|observ(?:e|es|ed|ing)) "
    r"(?:fully |strictly )?(?:with |by |to )?(?:[\w-]+ ){0,6}(?:law|laws|rules of engagement)\b"
)


def _law(words: Words) -> Iterator[Sign]:
    """It was lawful; it was no war crime."""
    text = words.text
    if any(f" {phrase} " in text for phrase in W.LAWFUL) or _WITH_LAW.search(text):
        if not any(has_negation(token) and token.lemma_.lower() in ("comply", "abide", "respect") for token in words.tokens):
            yield words.sign("lawfulness", "conformity with law", confidence=0.7)
    elif "war crime" in text and any(_denies_crime(token) for token in words.tokens):
        yield words.sign("lawfulness", "no war crime", confidence=0.7)


def _denies_crime(token: Token) -> bool:
    return (token.dep_ == "neg" or token.lower_ == "no") and any(
        one.lemma_.lower() == "crime" for one in (token.head, *token.head.subtree)
    )


def _no_proof(words: Words) -> Iterator[Sign]:
    """There is no evidence; they cannot prove it."""
    text = words.text
    if any(f" {phrase}" in text for phrase in W.NO_PROOF):
        yield words.sign("evidence", "challenge of evidence")
        return
    for token in words.tokens:
        if token.lemma_.lower() not in ("prove", "substantiate", "confirm", "corroborate", "verify", "support"):
            continue
        around = {child.lower_ for child in (*token.children, *token.head.children)} | {token.head.lower_}
        denied = around & {"not", "n't", "unable", "failed", "never", "nobody", "cannot", "without"}
        if denied and any(is_said(child) for child in token.children if child.dep_ in ("dobj", "nsubjpass")):
            yield words.sign("evidence", "challenge of evidence")
            return


def _by_accident(words: Words) -> Iterator[Sign]:
    """It was not meant."""
    if words.speech.lemma not in W.ADMIT and any(f" {phrase} " in words.text for phrase in W.BY_ACCIDENT):
        error = any(
            token.lemma_.lower() in ("error", "failure") and any(child.dep_ == "amod" for child in token.children)
            for token in words.tokens
        )
        hedged = any(token.lower_ in ("likely", "probably", "may", "might", "possibly", "perhaps") for token in words.tokens)
        if not error and not hedged:
            yield words.sign("intent", "not intended", confidence=0.6)


_ONLY = frozenset({"only", "exclusively", "solely", "purely"})
_DEAD = W.DEAD | W.CASUALTY | {"victim", "those", "people"}


def _other_target(words: Words) -> Iterator[Sign]:
    """It was something military that was the target; it is only that which is targeted."""
    text = words.text
    only = next((token for token in words.tokens if token.lower_ in _ONLY), None)
    firm = words.speech.lemma in ("claim", "insist", "maintain", "contend", "stress", "reiterate", "assert")
    if not (any(phrase in text for phrase in W.MILITARY_TARGETS) or any(_is_group(token, words) for token in words.tokens)):
        return
    aiming = next((token for token in words.tokens if _aims(token, only is not None)), None)
    if aiming is not None and (only is not None or firm or _was_the_target(aiming)):
        yield words.sign("target_nature", "other target", _habit(aiming, only), 0.6)
        return
    for token in words.tokens:
        attribute = next((child for child in token.children if child.dep_ == "attr" and _military(child)), None)
        if token.lemma_.lower() == "be" and attribute is not None:
            subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
            negated = any(child.dep_ == "neg" and child.i < attribute.i for child in token.children)
            if subject is not None and (subject.lemma_.lower() in W.SITES or _is_of_the_dead(subject)) and not negated:
                yield words.sign("target_nature", "other target", confidence=0.6)
                return


def _is_group(token: Token, words: Words) -> bool:
    """Whether an armed group is named as what is hit."""
    party = words.cast.party(token) if token.dep_ in ("dobj", "pobj") and token.pos_ == "PROPN" else None
    return party is not None and party.kind == "ArmedGroup"


def _aims(token: Token, only: bool) -> bool:
    lemma = token.lemma_.lower()
    if lemma in ("target", "aim"):
        return not (token.pos_ == "VERB" and (has_negation(token) or is_supposed(token)))
    tags = ("VBZ", "VBP", "VBG", "VBN", "VBD") if only else ("VBZ", "VBP", "VBG")
    return lemma in ("strike", "hit", "attack", "bomb", "shell") and token.pos_ == "VERB" and token.tag_ in tags


def _was_the_target(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.dep_ == "nsubj" and token.head.lemma_.lower() == "be"


def _habit(aiming: Token, only: Token | None) -> Reach:
    """Whether it is what is always done."""
    if aiming.pos_ != "VERB" or aiming.tag_ in ("VBN", "VBD"):
        return "event"
    if aiming.tag_ == "VBG":
        return "event"
    return "general" if only is not None or aiming.tag_ in ("VBZ", "VBP") else "event"


def _military(token: Token) -> bool:
    phrase = " ".join(one.lower_ for one in token.subtree)
    negated = any(child.dep_ == "neg" and child.i < token.i for child in token.children)
    return any(words in f" {phrase}" for words in W.MILITARY_TARGETS) and not negated


def _is_of_the_dead(token: Token) -> bool:
    return token.lemma_.lower() in _DEAD and (
        token.lemma_.lower() not in ("those", "people")
        or any(child.lemma_.lower() in W.KILL for child in token.children if child.dep_ in ("acl", "relcl"))
    )


_AWAY = re.compile(r" \d[\d,.]* ?(?:km|kilomet(?:er|re)s?|miles?|metres|meters) (?:\S+ ){0,3}(?:away|from) ")


def _elsewhere(words: Words) -> Iterator[Sign]:
    """The nearest strike was far away; the aircraft were grounded, or at their base."""
    if any(_stayed(token) for token in words.tokens):
        yield Sign("attacker", "alibi", "stayed away", confidence=0.6)
        return
    if _AWAY.search(words.text) and any(
        token.lemma_.lower() in W.MATERIEL or token.lemma_.lower() in W.ATTACK_NOUNS for token in words.tokens
    ):
        yield Sign("attacker", "alibi", "elsewhere", confidence=0.6)


def _stayed(verb: Token) -> bool:
    """Whether it is told of aircraft or troops that they were grounded, or stayed where they are kept."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if not any(own_materiel(child) for child in subjects) or has_negation(verb):
        return False
    if verb.lemma_.lower() == "ground":
        return True
    kept = {last.lemma_.lower() for child in verb.children if child.dep_ == "prep" for last in child.children}
    return verb.lemma_.lower() in ("be", "stay", "remain") and bool(
        kept & {"base", "barrack", "barracks", "hangar", "garrison", "port"}
    )


def _had_it_been(words: Words) -> Iterator[Sign]:
    """Had we done it, others would have said so."""
    for token in words.tokens:
        condition = any(child.dep_ == "mark" and child.lower_ == "if" for child in token.children) or (
            token.dep_ == "advcl" and any(child.lower_ == "had" and child.i == token.left_edge.i for child in token.children)
        )
        had = any(child.lower_ == "had" for child in token.children if child.dep_ == "aux")
        above = {child.lower_ for child in token.head.children}
        if condition and had and {"would", "have"} <= above and token.lemma_.lower() in W.FORCE | {"use", "carry", "do"}:
            component = components_of(list(token.subtree))[0]
            yield Sign(component, "argumentFromSilence", "had it been so", confidence=0.5)
            return


_PAINS = ("all ", "every ", "precaution", "measures", "care ", "always", "great ", "only after")
_CARE = ("avoid", "minimise", "minimize", "exclude", "prevent", "protect", "spare", "reduce", "limit")


def _with_care(words: Words) -> Iterator[Sign]:
    """All care is taken that no civilians come to harm."""
    text = words.text
    for token in words.tokens:
        said = {one.lemma_.lower() for one in token.subtree}
        if (
            token.lemma_.lower() in _CARE
            and token.pos_ == "VERB"
            and said & {"civilian", "civilians"}
            and not has_negation(token)
            and any(f" {word}" in text for word in _PAINS)
        ):
            yield Sign("casualties", "proceduralAssurance", "assurance of care", _usual(token), 0.5)
            return


def _usual(care: Token) -> Reach:
    """Whether it is told what is always done: `takes all precautions`; not how these strikes were carried out."""
    above = [care, *(one for one in care.ancestors if one.sent.start == care.sent.start)]
    passive = any(child.dep_ == "auxpass" for one in above for child in one.children)
    now = any(one.tag_ in ("VBZ", "VBP") and one.lemma_.lower() not in W.SAY for one in above)
    return "general" if now and not passive else "event"


def _liars(words: Words) -> Iterator[Sign]:
    """They accuse others of making things up."""
    verb = words.speech.cue
    if verb.lemma_.lower() != "accuse":
        return
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            done = [one for one in child.subtree if one.dep_ in ("pcomp", "pobj", "dobj", "conj")]
            if any(_is_deceit(one) for one in done):
                yield Sign("credibility", FORMS["credibility"], "accuses of lying")


_INTENDED = frozenset({"mean", "aim", "design", "intend", "calculate", "seek", "try"})
_HARM_NAMES = frozenset({
    "tarnish", "discredit", "smear", "malign", "blacken", "undermine", "demonise", "demonize", "distract", "divert", "defame",
    "slander", "mislead", "deceive", "demoralise", "demoralize", "stain", "sully", "vilify",
})  # fmt: skip


def _meant_to_smear(words: Words) -> Iterator[Sign]:
    """`The claims were meant to tarnish the army`, `the report is an attempt to discredit us`."""
    for token in words.tokens:
        if token.lemma_.lower() not in _HARM_NAMES or token.pos_ != "VERB":
            continue
        above = token.head if token.dep_ in ("xcomp", "acl", "advcl") else token.head.head if token.dep_ == "pcomp" else None
        if above is None or not (
            above.lemma_.lower() in _INTENDED or above.lemma_.lower() in ("attempt", "effort", "bid", "campaign", "plot")
        ):
            continue
        verb = above if above.pos_ == "VERB" else above.head
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        noun = verb.head if verb.dep_ == "acl" else subject
        if is_said(noun) and not has_negation(verb):
            yield words.sign("credibility", "meant to smear", at=token)
            return


def _is_deceit(token: Token) -> bool:
    """Whether it is told of not telling the truth: fabricating, lies, deceit."""
    lemma = token.lemma_.lower()
    return (token.pos_ == "VERB" and lemma in W.DISCREDITING_ACTS) or (token.pos_ != "VERB" and lemma in W.DECEIT | W.LABELS)


def _turning_to_lies(words: Words) -> Iterator[Sign]:
    """`They are turning to deceit`, `resorted to lies`, `engage in deception`: said of others."""
    for token in words.tokens:
        if token.dep_ not in ("pobj", "dobj", "xcomp") or token.lemma_.lower() not in W.DECEIT:
            continue
        verb = token.head.head if token.dep_ == "pobj" else token.head
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        own = subject is not None and subject.lower_ in ("we", "i", "it", "our")
        if verb.lemma_.lower() in _TURNING and not own and not has_negation(verb):
            yield Sign("credibility", FORMS["credibility"], "turning to lies", at=token)
            return


_TURNING = frozenset(
    {"turn", "resort", "engage", "spread", "peddle", "use", "rely", "traffic", "stoop", "spin", "sow", "deploy", "indulge"}
)
