"""Denials without a word of denial: negated acts, pleas of law, of error, of other targets, of having been elsewhere."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.components import components_of
from kg.extraction.labels import label_signs
from kg.extraction.lawfulness import by_the_book, lawful
from kg.extraction.negations import is_of_own, is_own, is_set_against, negated_acts
from kg.extraction.otherwise import otherwise, restrained
from kg.extraction.polarity import has_negation, is_supposed, tells_of_act
from kg.extraction.proof import no_proof
from kg.extraction.reach import Reach, own_materiel
from kg.extraction.signs import Sign, Words
from kg.extraction.smears import smears
from kg.extraction.untrue import untrue


def implied(words: Words) -> list[Sign]:
    """What these words deny, each component once, by the clearest rule."""
    if not words.blamed:
        plea = [*lawful(words), *by_the_book(words)] if is_of_own(words) else []
        plea += _other_target(words) if _sets_against(words) or _only_ever(words) else []
        plea += [*untrue(words), *(no_proof(words) if words.clears else ())]
        plea += _by_accident(words) if words.suspect and _is_of_attack(words.speech.cue) else []
        plea += [sign for token in words.tokens if words.suspect and (sign := restrained(token, words))]
        return list(_each_once([*plea, *label_signs(words), *negated_acts(words), *_with_care(words)]))
    found = [*untrue(words), *lawful(words), *by_the_book(words), *no_proof(words)]
    labels = [] if any(one.component == "evidence" for one in found) else list(label_signs(words))
    found += [*negated_acts(words), *labels]
    if not found:
        found += [*_by_accident(words), *_other_target(words), *otherwise(words), *_elsewhere(words)]
        found += [*_had_it_been(words), *_with_care(words)]
    found += smears(words) if not found else []
    return list(_each_once(found))


def _each_once(found: Sequence[Sign]) -> Iterator[Sign]:
    seen: set[str] = set()
    for one in found:
        if one.component not in seen:
            seen.add(one.component)
            yield one


def _is_of_attack(verb: Token) -> bool:
    """`An attack which the army said was not intentional`: who speaks so of an attack speaks of their own."""
    return verb.dep_ == "relcl" and verb.head.lemma_.lower() in W.ATTACK_NOUNS.keys() - {"blast", "explosion", "incident", "crash"}


def _by_accident(words: Words) -> Iterator[Sign]:
    """It was not meant."""
    meant = [phrase for phrase in W.BY_ACCIDENT if f" {phrase} " in words.text]
    no_accident = any(f" {no} {phrase} " in words.text for phrase in meant for no in ("no", "not", "not a", "not an"))
    conceded = words.speech.lemma in W.ADMIT | {"accuse"} or any(_means_else(token, words) for token in words.tokens)
    if meant and not no_accident and not conceded:
        errors = (token for token in words.tokens if token.lemma_.lower() in ("error", "failure"))
        error = any(child.dep_ == "amod" for one in errors for child in one.children)
        hedged = any(token.lower_ in ("likely", "probably", "may", "might", "possibly", "perhaps") for token in words.tokens)
        if not error and not hedged:
            yield words.sign("intent", "not intended", confidence=0.6)


def _means_else(word: Token, words: Words) -> bool:
    """Whether it is something else than an attack that was not meant, or done by mistake: does not intend to publish it."""
    if word.lemma_.lower() in ("intend", "mean"):
        aims = [child for child in word.rights if child.dep_ in ("xcomp", "ccomp")]
        meant = [one for aim in aims for one in (aim, *aim.children)]
        meant += [one for thing in meant if thing.dep_ == "dobj" for one in thing.lefts]
        return bool(aims) and not any(tells_of_act(one) or one.lemma_.lower() in W.FORCE | W.HITTING for one in meant)
    if word.lower_ == "mistake" and word.head.lower_ == "by":
        return is_own(word.head.head, words.cast, words.side, words.speech.speaker) is False
    return word.lower_ in ("mistakenly", "accidentally", "inadvertently") and word.head.lemma_.lower() in _STRAYING


_STRAYING = frozenset({"wander", "cross", "stray", "enter", "drift", "walk", "release", "publish", "send", "leave", "post"})
_ONLY = frozenset({"only", "exclusively", "solely", "purely"})
_DEAD = W.DEAD | W.CASUALTY | {"victim", "those", "people"}


def _other_target(words: Words) -> Iterator[Sign]:
    """It was something military that was the target; it is only that which is targeted."""
    text = words.text
    only = next((token for token in words.tokens if token.lower_ in _ONLY), None)
    if words.speech.lemma == "claim" and any(child.dep_ == "dobj" for child in words.speech.cue.children):
        return  # who claims an attack says what it hit
    if any(one.lower_ == "responsibility" and "claim" in one.sent.text.lower() for one in words.speech.cue.sent):
        return  # also in a claim of responsibility
    firm = words.speech.lemma in ("claim", "insist", "maintain", "contend", "stress", "reiterate", "assert")
    if not (any(phrase in text for phrase in W.MILITARY_TARGETS) or any(_is_group(token, words) for token in words.tokens)):
        return
    against = _sets_against(words)
    aiming = next((token for token in words.tokens if _aims(token, only is not None or against)), None)
    if aiming is not None and (only is not None or firm or against or _was_the_target(aiming)):
        yield words.sign("target_nature", "other target", _habit(aiming, only), 0.6)
        return
    for token in words.tokens:
        attribute = next((child for child in token.children if child.dep_ == "attr" and _military(child)), None)
        if token.lemma_.lower() == "be" and attribute is not None:
            subject = _subject(token)
            negated = any(child.dep_ == "neg" and child.i < attribute.i for child in token.children)
            named = subject is not None and (subject.lemma_.lower() in W.SITES or _is_of_the_dead(subject))
            if named and not negated and not _is_to_come(subject):
                yield words.sign("target_nature", "other target", confidence=0.6)
                return


def _subject(verb: Token) -> Token | None:
    """What it is said of: also in `the building hit was a base`, where the parse has a clause for the subject."""
    own = next((child for child in verb.children if child.dep_ in ("nsubj", "csubj")), None)
    if own is not None and own.dep_ == "csubj":
        return next((child for child in own.children if child.dep_ == "nsubj"), None)
    return own


def _only_ever(words: Words) -> bool:
    """`It targets only military sites`: said by those who fight of themselves, of all that they do."""
    own = (one for one in words.tokens if any(child.lower_ in ("it", "we", "they") for child in one.lefts))
    aims = any(one.tag_ in ("VBZ", "VBP") and _aims(one, True) for one in own)
    return aims and any(one.lower_ in _ONLY for one in words.tokens) and is_of_own(words)


_MILITARY_SITES = ("MilitaryObjective", "MilitaryEquipment", "Site")


def _sets_against(words: Words) -> bool:
    """`They were terrorists, not students`, `a rebel base and not a school`: what somebody is known to have said is rejected."""
    return any(
        token.lower_ == "not"
        and token.i
        and token.nbor(-1).lower_ in (",", "and")
        and (
            is_set_against(token)
            or any(
                W.SITES.get(one.lemma_.lower(), "MilitaryObjective") not in _MILITARY_SITES
                or W.PEOPLE.get(one.lemma_.lower(), "combatants") != "combatants"
                for one in token.doc[token.i + 1 : token.i + 4]
            )
        )
        for token in words.tokens
    )


def _is_group(token: Token, words: Words) -> bool:
    """Whether an armed group is named as what is hit."""
    party = words.cast.party(token) if token.dep_ in ("dobj", "pobj") and token.pos_ == "PROPN" else None
    return party is not None and party.kind == "ArmedGroup"


def _aims(token: Token, only: bool) -> bool:
    lemma = token.lemma_.lower()
    if not only and any(child.lower_ == "also" for child in token.children):
        return False  # an accusation: is also targeting villages
    if lemma == "target" and token.tag_ == "VBN" and not any(child.dep_ in ("prep", "agent", "dobj") for child in token.rights):
        return False  # the action was targeted and limited
    if lemma in ("target", "aim"):
        return not (token.pos_ == "VERB" and (has_negation(token) or is_supposed(token)))
    tags = ("VBZ", "VBP", "VBG", "VBN", "VBD") if only else ("VBZ", "VBP", "VBG")
    return lemma in ("strike", "hit", "attack", "bomb", "shell") and token.pos_ == "VERB" and token.tag_ in tags


def _is_to_come(target: Token | None) -> bool:
    """Whether it is what will be aimed at, not what was: its next target."""
    return target is not None and any(one.lower_ in ("next", "future", "ultimate", "final") for one in target.lefts)


def _was_the_target(token: Token) -> bool:
    if token.pos_ == "NOUN":
        sought = any(child.dep_ == "xcomp" and child.lemma_.lower() not in W.HITTING for child in token.head.children)
        sought = sought or _is_to_come(token)
        return token.dep_ == "nsubj" and token.head.lemma_.lower() == "be" and not sought  # the aim was to cut a road
    struck = any(child.dep_ == "nsubjpass" and child.lemma_.lower() in W.ATTACK_NOUNS for child in token.children)
    return struck and any(child.dep_ == "prep" for child in token.children)


def _habit(aiming: Token, only: Token | None) -> Reach:
    """Whether it is what is always done."""
    if aiming.pos_ != "VERB" or aiming.tag_ in ("VBN", "VBD"):
        return "event"
    if aiming.tag_ == "VBG":
        helpers = {child.lower_ for child in aiming.children if child.dep_ == "aux"}
        these = any(child.dep_ == "nsubj" and child.lemma_.lower() in W.ATTACK_NOUNS for child in aiming.children)
        return "both" if helpers & {"have", "has"} or (helpers & {"is", "are", "'s", "'re"} and not these) else "event"
    return "general" if only is not None or aiming.tag_ in ("VBZ", "VBP") else "event"


def _military(token: Token) -> bool:
    told = {one.i for child in token.rights if child.dep_ == "relcl" for one in child.subtree}
    phrase = " ".join(one.lower_ for one in token.subtree if one.i not in told)
    negated = any(child.dep_ == "neg" and child.i < token.i for child in token.children)
    return any(words in f" {phrase}" for words in W.MILITARY_TARGETS) and not negated


def _is_of_the_dead(token: Token) -> bool:
    if token.lower_ in ("men", "man", "victims") and any(one.lower_ in ("the", "those", "these") for one in token.lefts):
        return True
    return token.lemma_.lower() in _DEAD and (
        token.lemma_.lower() not in ("those", "people")
        or any(child.lemma_.lower() in W.KILL for child in token.children if child.dep_ in ("acl", "relcl"))
    )


_AWAY = re.compile(r" \d[\d,.]* ?(?:km|kilomet(?:er|re)s?|miles?|metres|meters) (?:\S+ ){0,3}(?:away|from) ")


def _elsewhere(words: Words) -> Iterator[Sign]:
    """The nearest strike was far away; the aircraft were grounded, or at their base."""
    subjects = {one.lemma_.lower() for one in words.tokens if one.dep_ in ("nsubj", "nsubjpass") and not _takes(one.head)}
    far = _AWAY.search(words.text) and subjects & (W.MATERIEL | W.ATTACK_NOUNS.keys())
    if far or any(map(_stayed, words.tokens)):
        yield Sign("attacker", "alibi", "elsewhere", confidence=0.6)


def _takes(verb: Token) -> bool:
    """Whether it tells of something that was done far away: its forces captured ten men 20 km from the border."""
    return verb.lemma_.lower() in W.TAKING | {"arrest", "detain", "find"} and any(child.dep_ == "dobj" for child in verb.rights)


def _stayed(verb: Token) -> bool:
    """Whether it is told of aircraft or troops that they were grounded, or stayed where they are kept."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if not any(own_materiel(child) for child in subjects) or has_negation(verb):
        return False
    if verb.lemma_.lower() == "ground":
        return True
    if verb.tag_ in ("VBZ", "VBP"):
        return False  # where they are now
    kept = {last.lemma_.lower() for child in verb.children if child.dep_ == "prep" for last in child.children}
    bases = {"base", "barrack", "barracks", "hangar", "garrison", "port"}
    return verb.lemma_.lower() in ("be", "stay", "remain") and bool(kept & bases)


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
_CARE_WORDS = W.INJURE | {
    "avoid", "minimise", "minimize", "exclude", "prevent", "protect", "spare", "reduce", "limit", "harm",
}  # fmt: skip


def _with_care(words: Words) -> Iterator[Sign]:
    """All care is taken that no civilians come to harm."""
    text = words.text
    if any(token.lemma_.lower() in _POWERS for token in words.tokens):
        return  # measures to protect civilians that are asked of others
    for token in words.tokens:
        said = {one.lemma_.lower() for one in token.subtree}
        if (
            token.lemma_.lower() in _CARE_WORDS
            and token.pos_ == "VERB"
            and (said & {"civilian", "civilians"} or (said & {"they"} and " civilians " in text))
            and has_negation(token) == (token.lemma_.lower() in W.INJURE | {"harm"})
            and any(f" {word}" in text for word in _PAINS)
        ):
            yield Sign("casualties", "proceduralAssurance", "assurance of care", _usual(token), 0.5)
            return


_POWERS = frozenset({"resolution", "mandate", "authorise", "authorize", "draft", "council"})


def _usual(care: Token) -> Reach:
    """Whether it is told what is always done: `takes all precautions`; not how these strikes were carried out."""
    above = [care, *(one for one in care.ancestors if one.sent.start == care.sent.start)]
    passive = any(child.dep_ == "auxpass" for one in above for child in one.children)
    now = any(one.tag_ in ("VBZ", "VBP") and one.lemma_.lower() not in W.SAY for one in above)
    return "general" if now and not passive else "event"
