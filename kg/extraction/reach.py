"""How far a denial reaches: of one attack, of attacks in general, or of all that there may have been at one place and time."""

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.naming import country_of, is_materiel
from kg.extraction.phrases import behind
from kg.extraction.polarity import has_negation

Reach = Literal["event", "general", "both"]
"""Of one event, of events in general, or of all those of which the one that is spoken of is a part."""

_HABIT = frozenset({
    "usually", "often", "generally", "regularly", "invariably", "typically", "frequently", "normally", "repeatedly", "consistently",
    "always", "routinely", "long", "persistently", "ever", "never", "steadfastly",
})  # fmt: skip
_DEEDS = frozenset({"fire", "killing", "death", "operation", "sortie", "mission"})
_NOT_COUNTED = W.ANSWERABLE | W.PEOPLE.keys() | W.CASUALTY | W.DEAD | {
    "target", "evidence", "proof", "doubt", "truth", "basis", "reason", "fact", "way", "means", "circumstance",
}  # fmt: skip


def reach_of(verb: Token, said: Sequence[Token]) -> Reach:
    """How far these words reach, which are rejected by this verb, or are themselves the negation."""
    bounded = _bounded(said)
    quantified = any((_none_at_all(token) and not _once_used(token)) or _where_they_were(token) for token in said)
    quantified = quantified or (not bounded and any(_whatever_there_was(token) for token in said))
    if any(_points(token) for token in said) and not quantified:
        return "event"
    quantified = quantified or any(token.lower_ in ("never", "nowhere", "ever") for token in said)
    if _is_going_on(said):
        return "both"
    no_attack = any(one.lower_ == "no" and one.head.tag_ == "NN" and one.head.lemma_ in W.ATTACK_NOUNS for one in said)
    if quantified and bounded and no_attack:
        return "event"  # no attack took place on that day
    if quantified:
        return "general" if is_habitual(verb) and not bounded else "both"
    if bounded:
        return "event"
    if _habitual(verb, said):
        return "general"
    civilian = any(token.lemma_.lower() == "civilian" for token in said)
    own = [token for token in said if token.lower_ != "had" or (token.dep_ == "aux" and token.head.tag_ != "VBG")]
    once = any(token.tag_ == "VBD" for token in own) and not is_habitual(verb)
    several = not once and any(token.tag_ in ("VBG", "NNS") for token in said)
    return "general" if civilian and several else "event"


def _none_at_all(token: Token) -> bool:
    """`No aircraft`, `any strikes`: what is denied is whatever there was of the kind."""
    counting = token.lower_ in ("no", "any", "none") and token.dep_ in ("det", "nsubj", "nsubjpass", "attr", "neg", "dobj")
    of = [one for child in token.children if child.lower_ == "of" for one in child.children]
    return counting and not any(one.lemma_.lower() in _NOT_COUNTED for one in (token.head, *of))


def _once_used(token: Token) -> bool:
    """`We did not use any such weapons`, of that day: not `has never used any`."""
    verb = token.head.head
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    arms = token.head.lemma_.lower() in ("weapon", "munition", "agent", "substance", "ammunition")
    return arms and token.head.dep_ == "dobj" and "did" in helpers and "never" not in helpers


def _whatever_there_was(token: Token) -> bool:
    """`Did not carry out strikes`: all, unless it is told where or when."""
    bare = not any(child.dep_ in ("det", "poss", "nummod") for child in token.children)
    return (
        token.tag_ == "NNS"
        and token.dep_ == "dobj"
        and token.lemma_.lower() in W.ATTACK_NOUNS
        and has_negation(token.head)
        and bare
    )


def _where_they_were(token: Token) -> bool:
    """`In areas where strikes were reported`: wherever it was."""
    return token.lower_ in ("areas", "regions", "districts", "towns", "places") and any(
        child.dep_ in ("relcl", "acl") for child in token.children
    )


def _points(token: Token) -> bool:
    """Whether it is this attack, or the hospital, or a thing with a name."""
    lemma = token.lemma_.lower()
    before = {child.lower_ for child in token.children if child.dep_ == "det"}
    if token.ent_type_ == "FAC" and token.lower_ not in ("no", "any"):
        return True
    if token.lower_ in ("there", "it", "this", "that") and token.dep_ in ("advmod", "dobj", "nsubjpass") and token.tag_ != "EX":
        return True
    if token.ent_type_ == "GPE" and token.dep_ in ("dobj", "nsubjpass") and country_of(token) is None:
        return True
    deed = W.ATTACK_NOUNS.get(lemma, "Campaign") != "Campaign" or lemma in _DEEDS
    if deed and before & {"the", "this", "that", "these", "those"}:
        return token.tag_ != "VBG"
    if (
        lemma in ("area", "time", "place")
        and before & {"that", "this", "the"}
        and token.doc[token.i + 1 : token.i + 2].text.lower() != "of"
    ):
        return lemma != "area" or bool(before & {"that", "this"})
    if _named_site(token):
        return True
    return lemma in W.SITES and lemma not in W.WEAK_SITES and bool(before & {"the", "this", "that", "a", "an"})


def _named_site(token: Token) -> bool:
    return token.lower_ in W.SITES and any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in token.children)


def _bounded(said: Sequence[Token]) -> bool:
    """Whether the words are about a town or a province, an area that was spoken of, or a day."""
    for token in said:
        if token.ent_type_ in ("DATE", "TIME") and token.head.lower_ in ("on", "at", "during", "overnight"):
            return True
        if token.dep_ == "pobj" and token.head.lower_ in ("in", "on", "at", "near", "over", "around", "against"):
            if token.lemma_.lower() in W.SPOTS:
                return True
            if (token.ent_type_ == "GPE" or (token.pos_ == "PROPN" and token.head.lower_ != "against")) and country_of(
                token
            ) is None:
                return True
    return False


def _is_going_on(said: Sequence[Token]) -> bool:
    """`Is bombing hospitals`, `civilians are being killed`: all that is going on."""
    return any(
        (token.lower_.endswith("ing") and token.i and token.doc[token.i - 1].lower_ in ("is", "are"))
        or (token.lower_ == "being" and token.dep_ == "auxpass")
        for token in said
    )


def is_habitual(verb: Token) -> bool:
    """Whether it is denied again and again, or in the timeless present."""
    words = {child.lower_ for child in verb.children}
    perfect = verb.tag_ == "VBN" and bool(words & {"has", "have"})
    return verb.tag_ in ("VBZ", "VBP") or perfect or bool(words & _HABIT) or "previously" in words


def _habitual(verb: Token, said: Sequence[Token]) -> bool:
    """Whether it is what is never done, not what was not done."""
    if any(_timeless(token) for token in said):
        return True
    words = {child.lower_ for child in verb.children} | {token.lower_ for token in said}
    if words & {"involvement", "responsibility", "role", "any"}:
        return False
    if is_habitual(verb) and verb.tag_ == "VBN" and any(map(_uses_such, said)):
        return True
    return bool(words & (_HABIT | W.GENERAL)) and any(token.tag_ in ("NNS", "VBG") or token.lower_ == "such" for token in said)


def _timeless(token: Token) -> bool:
    """`Does not strike`, `do not target`, `our planes never bomb`."""
    if token.dep_ == "neg" and token.head.pos_ == "VERB":
        return any(child.lower_ in ("do", "does") for child in token.head.children if child.dep_ == "aux")
    return token.pos_ == "VERB" and token.tag_ in ("VBZ", "VBP") and token.lemma_.lower() in W.FORCE


def _uses_such(token: Token) -> bool:
    """`Has denied using chemical weapons`, or their use: arms of a kind, used against nobody in particular."""
    noun = token.lower_ == "use" and token.pos_ == "NOUN"
    used = behind(token, "of") if noun else [child for child in token.children if child.dep_ == "dobj"]
    arms = any(one.tag_ == "NNS" and not any(left.dep_ in ("det", "poss", "nummod") for left in one.lefts) for one in used)
    return (noun or token.lower_ == "using") and arms and not any(one.lower_ in ("against", "on") for one in token.subtree)


def own_materiel(token: Token) -> bool:
    """Whether the noun is what a party fights with."""
    return is_materiel(token) or token.lemma_.lower() in W.BODY_HEADS
