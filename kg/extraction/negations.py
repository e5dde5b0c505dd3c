"""Negated acts: what one who is accused says was not done."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.components import Component, components_of, text_of
from kg.extraction.fighters import fighters
from kg.extraction.naming import joint_countries
from kg.extraction.party import Party
from kg.extraction.polarity import is_supposed
from kg.extraction.reach import own_materiel, reach_of
from kg.extraction.signs import Sign, Words

_NONE = ("no", "none", "nobody", "never", "nowhere", "neither", "nothing", "nor")
_OURS = frozenset({"we", "i", "it", "they", "he", "our", "its", "their", "us"})


def negated_acts(words: Words) -> Iterator[Sign]:
    """What is said not to have been done, harmed, used, or known of."""
    inside = {token.i for token in words.tokens}
    seen: set[int] = set()
    for token in words.tokens:
        if not _negates(token):
            continue
        verb = token.head if token.head != token else token
        while verb.pos_ not in ("VERB", "AUX") and not _is_predicate(verb) and verb.head != verb:
            verb = verb.head
        if verb.i in seen or verb.i not in inside:
            continue
        if is_supposed(verb):
            seen.add(verb.i)
            yield from _would_never(verb, token, words)
            continue
        seen.add(verb.i)
        clause = _not_accepted(verb)
        yield from _of_verb(clause if clause is not None else verb, token, words, inside)
        if token.lower_ == "neither":
            for other in verb.conjuncts:
                yield from _of_verb(other, token, words, inside)


def _not_accepted(verb: Token) -> Token | None:
    """What is not accepted to be so: `we do not believe that our planes hit the camp`."""
    if verb.lemma_.lower() not in ("accept", "believe", "think", "agree", "recognise", "recognize"):
        return None
    return next((child for child in verb.children if child.dep_ == "ccomp"), None)


def _would_never(verb: Token, negation: Token, words: Words) -> Iterator[Sign]:
    """`We would never attack a camp`: that it was meant is rejected."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if negation.lower_ != "never" or "would" not in helpers:
        return
    meant = [verb, *(one for one in verb.subtree if one.dep_ in ("xcomp", "conj"))]
    if any(one.lemma_.lower() in W.FORCE for one in meant) and (words.blamed or _is_own(verb, words.cast, words.speech.speaker)):
        yield words.sign("intent", "would never", "general", at=verb)


def _is_predicate(token: Token) -> bool:
    """Whether a word that is taken for no verb has a subject as a verb has it."""
    return any(child.dep_ == "nsubjpass" for child in token.children)


def _negates(token: Token) -> bool:
    if token.lower_ == "unaware" and token.dep_ == "acomp":
        return True
    return token.dep_ == "neg" or (token.lower_ in _NONE and token.pos_ in ("DET", "ADV", "PRON", "NOUN", "CCONJ"))


def _of_verb(verb: Token, negation: Token, words: Words, inside: set[int]) -> Iterator[Sign]:
    said = [one for one in verb.subtree if one.i in inside]
    if _unknowing(verb, said):
        component = _unknown(verb, said)
        if component is not None:
            yield words.sign(component, "not aware", confidence=0.6, at=verb)
        return
    if _is_open(verb):
        return
    own = _is_own(verb, words.cast, words.speech.speaker)
    if own and words.blamed and _meant_for_harm(verb):
        yield words.sign("intent", "not for that purpose", at=verb)
        return
    if own is False or (own is None and not words.blamed) or not _of_force(verb, negation, said):
        return
    reach = reach_of(verb, said)
    for component in components_of(said):
        yield words.sign(component, "negated act", reach, at=verb)


def _meant_for_harm(verb: Token) -> bool:
    """`We did not act to start a war`, `they did not fire to kill`: it is the purpose that is rejected, not the act."""
    for purpose in verb.children:
        if purpose.dep_ not in ("xcomp", "advcl") or not any(one.lower_ == "to" and one.dep_ == "aux" for one in purpose.children):
            continue
        lemmas = {one.lemma_.lower() for one in purpose.subtree}
        if lemmas & (W.KILL | W.INJURE | _ILL_WILL) and verb.lemma_.lower() in W.FORCE | {
            "take",
            "act",
            "do",
            "go",
            "come",
            "strike",
        }:
            return True
    return False


_ILL_WILL = frozenset(
    {"war", "harm", "provoke", "escalate", "escalation", "conflict", "civilian", "punish", "terrorise", "terrorize"}
)


def _of_force(verb: Token, negation: Token, said: Sequence[Token]) -> bool:
    """Whether the verb tells of force, of harm, of the use of what one fights with, or of having had a part in it."""
    lemma = verb.lemma_.lower()
    if lemma in W.KILL | W.INJURE and _are_fighters(verb):
        return False
    lemmas = {one.lemma_.lower() for one in said}
    if lemma in ("launch", "fire", "drop"):
        objects = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "nsubjpass")}
        return not objects or bool(objects & (W.ATTACK_NOUNS.keys() | W.WEAPON_NOUNS.keys() | W.FORCE_NOUNS))
    opened = lemma == "open" and any(child.lower_ == "fire" for child in verb.children)
    if opened or lemma in W.FORCE or lemma in W.ATTACK_VERBS:
        return True
    if lemma in W.KILL | W.INJURE or (lemma in _HAVING and _names_arms(said)):
        return True
    if lemma in W.LANDING | W.HITTING and _is_of_arms(verb):
        return True
    if _materiel_did(verb) and lemmas & W.PRESENCE:
        return True
    answering = lemmas & W.ANSWERABLE
    if lemma == "be" and any(child.dep_ == "attr" and child.lemma_.lower() in W.ATTACK_NOUNS for child in verb.children):
        return True
    if lemma in ("happen", "occur", "take"):
        subjects = {child.lemma_.lower() for child in verb.children if child.dep_ == "nsubj"}
        return bool(subjects & (W.ATTACK_NOUNS.keys() | {"thing", "nothing", "event", "this", "that", "it"}))
    if lemma == "be" and any(child.dep_ == "attr" and _is_ours(child) for child in verb.children):
        return True
    if lemma == "be":
        harmed = lemmas & (W.CASUALTY | W.DEAD | {"civilian"})
        there = any(child.dep_ == "expl" for child in verb.children)
        struck = there and any(
            child.dep_ == "attr" and child.lemma_.lower() in W.ATTACK_NOUNS.keys() | W.FORCE_NOUNS for child in verb.children
        )
        return bool(answering or struck or (there and harmed))
    if lemma == "have":
        arms = lemmas & (W.FORCE_NOUNS | W.WEAPON_NOUNS.keys())
        return bool(answering or arms or (lemmas & {"do"} and negation.lower_ == "nothing"))
    if lemma in ("bear", "take", "play") and answering:
        return True
    return lemma in W.LIGHT_VERBS | W.CARRY_OUT and bool(lemmas & (W.FORCE | W.FORCE_NOUNS | W.ATTACK_NOUNS.keys()))


_HAVING = frozenset({"use", "possess", "have", "own", "hold", "stock", "stockpile", "fire", "drop", "deploy", "employ", "produce"})


def _names_arms(said: Sequence[Token]) -> bool:
    """Whether arms are named that are banned, or spoken of as such: never used napalm, do not possess such weapons."""
    text = text_of(said)
    return any(words in text for words in W.BANNED_WEAPONS) or any(
        token.lemma_.lower() in W.WEAPON_NOUNS.keys() | {"weapon", "munition", "agent"} and token.tag_ in ("NNS", "NNPS")
        for token in said
    )


def _is_ours(noun: Token) -> bool:
    """`It was not us`, `it was not our planes`; and `it was not the target`."""
    ours = noun.lower_ == "us" or (own_materiel(noun) and any(child.lower_ in ("our", "its", "their") for child in noun.lefts))
    return ours or noun.lemma_.lower() == "target"


def _materiel_did(verb: Token) -> bool:
    """Whether it is told of aircraft, forces and the like, or of none of them."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    inside = [one for child in subjects if child.lower_ in ("none", "neither") for one in child.subtree]
    return any(own_materiel(one) for one in (*subjects, *inside))


def _is_of_arms(verb: Token) -> bool:
    """Whether it is told of a bomb, a shell or the like."""
    arms = W.WEAPON_NOUNS.keys() | W.DEVICES
    return any(child.lemma_.lower() in arms for child in verb.children if child.dep_ == "nsubj")


def _are_fighters(verb: Token) -> bool:
    """Whether it is those who fight of whom it is said that they came to no harm."""
    return any(
        child.dep_ in ("nsubjpass", "dobj", "nsubj" if verb.lemma_.lower() in ("die", "perish") else "dobj")
        and (W.PEOPLE.get(child.lemma_.lower()) in ("combatants", "aircrew") or own_materiel(child))
        for child in verb.children
    )


def is_of_own(words: Words) -> bool:
    """Whether all that is told in these words may be the speaker's own side's doing."""
    verbs = [token for token in words.tokens if token.pos_ in ("VERB", "AUX")]
    return all(_is_own(verb, words.cast, words.speech.speaker) is not False for verb in verbs)


def _is_own(verb: Token, cast: Cast, speaker: Party) -> bool | None:
    """Whether it is the speaker's own side that is said not to have done it; None where nobody is named."""
    side = cast.side(speaker)
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if passive:
        agents = [one for child in verb.children if child.dep_ == "agent" for one in child.children if one.dep_ == "pobj"]
        doers = agents or [child for child in verb.children if child.dep_ == "nsubjpass" and own_materiel(child)]
    else:
        doers = [child for child in verb.children if child.dep_ in ("nsubj",)]
        if not doers and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
            return _is_own(verb.head, cast, speaker)
    for doer in doers:
        around = {doer.lower_, *(child.lower_ for child in doer.subtree)}
        if (doer.pos_ == "PRON" and doer.lower_ in _OURS) or around & {"our", "its", "their", "us"}:
            return True
        theirs = [cast.names.states[code] for code in joint_countries(doer)]
        if theirs:
            return any(key in side for key in theirs)
        parties = fighters(doer, cast)[0] + [party for party in (cast.party(doer),) if party]
        if parties:
            return any(party.key in side or side & cast.side(party) for party in parties)
    return None


def _is_open(verb: Token) -> bool:
    """Whether it is only said that something is not known: it was not clear who was behind the attack."""
    clear = any(child.dep_ == "acomp" and child.lemma_.lower() in _CLEAR for child in verb.children)
    return clear or verb.lemma_.lower() in ("confirm", "verify", "determine", "establish", "identify", "comment", "rule")


_CLEAR = frozenset({"clear", "certain", "sure", "evident", "obvious", "known", "possible"})


def _unknowing(verb: Token, said: Sequence[Token]) -> bool:
    text = f" {text_of(said)} "
    aware = any(child.lower_ in ("aware", "unaware") for child in verb.children)
    nothing = any(f" no {what} " in text for what in ("knowledge", "information", "intelligence", "idea"))
    return aware or nothing or (verb.lemma_.lower() == "know" and verb.pos_ == "VERB")


def _unknown(verb: Token, said: Sequence[Token]) -> Component | None:
    """What was not known: that it was a hospital, or that there had been an attack at all; None for who, how many, why."""
    what = [one for one in said if one.i > verb.i]
    if any(one.tag_ in ("WRB", "WP") or one.lower_ in ("whether", "if", "which") for one in what):
        return None
    striking = any(one.tag_ == "VBG" and one.lemma_.lower() in W.FORCE for one in what)
    clause = any(one.dep_ == "ccomp" for one in what)
    if striking or (clause and any(one.lemma_.lower() in W.SITES or one.lemma_.lower() == "civilian" for one in what)):
        return "intent"
    if {one.lemma_.lower() for one in what} & (W.CASUALTY | W.DEAD):
        return "casualties"
    return "occurrence"
