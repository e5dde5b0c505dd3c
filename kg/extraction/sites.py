"""What kind of thing a noun phrase names that was hit: a school, a market, a base, those who fight."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.downing import AIRCRAFT
from kg.extraction.mentions import Act, Target, bare
from kg.extraction.naming import is_rebels
from kg.extraction.phrases import behind
from kg.terms import SiteKind

_BUILT = ("complex", "building", "facility", "centre", "center", "ward", "compound", "grounds")
_VAGUE = ("ResidentialArea", "CivilianInfrastructure", "MilitaryObjective")
_OF_EITHER_USE = ("CivilianInfrastructure", "ResidentialArea", "Camp", "AidConvoy", "Factory", "Site")
"""Kinds whose things serve those who fight if a word beside them says so."""
_AID = frozenset({"aid", "relief", "humanitarian", "food", "unhcr", "unicef"})
_NAMED_FIRST = frozenset({"hotel", "hospital", "mosque", "checkpoint", "restaurant", "cafe"})
"""Sites whose names may begin with what they are: the Hotel Splendid."""
ARMED = ("ArmedGroup", "ArmedForce")
"""The kinds of actors that fight."""
RANKS = frozenset({"general", "colonel", "major", "brigadier", "lieutenant", "captain", "sergeant", "warlord", "bombmaker"})
"""What those who fight are called beside their names."""


def site_of(token: Token, cast: Cast | None = None, within: bool = True) -> Target | None:
    """The site that the noun phrase with this head names; `within` says that the attack was there, rather than on it."""
    kind = _kind(token, within)
    if kind is None:
        return None
    if kind in _OF_EITHER_USE and token.lemma_.lower() != "hospital" and _serves_fighters(token, cast):
        kind = "MilitaryObjective"
    elif kind == "AidConvoy" and not _brings_aid(token):
        kind = "MedicalFacility" if _of_medics(token) else "Site"
    return Target(kind, label_of(token), token)


def _kind(token: Token, within: bool) -> SiteKind | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and token.text[0].isupper():
        lemma = token.lower_
    previous = token.doc[token.i - 1].lemma_.lower() if token.i else ""
    lemma = "base" if lemma in ("basis", "bases") else lemma
    kind = W.SITE_MODIFIERS.get(f"{previous} {lemma}") or W.SITES.get(lemma)
    if (kind is None or kind == "Settlement") and not within and token.pos_ in ("NOUN", "PROPN"):
        kind = W.HIT_ONLY.get(lemma) if not any(child.lower_ == "another" for child in token.lefts) else None
        kind = kind if kind != "MilitaryObjective" or token.pos_ == "NOUN" else None
    if kind is None and token.pos_ == "PROPN":
        kind = next((W.SITES[one.lower_] for one in token.lefts if one.dep_ == "compound" and one.lower_ in _NAMED_FIRST), None)
    if lemma in AIRCRAFT and (kind is not None or not within):
        return "Aircraft"
    if kind is None or kind == "Settlement":
        return None
    if lemma in _BUILT and kind in _VAGUE:
        before = [child.lemma_.lower() for child in token.lefts]
        named = [W.SITES[word] for word in before if word in W.SITES and word not in W.WEAK_SITES]
        kind = named[0] if named else kind
        kind = "MedicalFacility" if previous in W.MEDICAL_MODIFIERS and kind == "CivilianInfrastructure" else kind
    return kind


def label_of(token: Token) -> str:
    """What it is called that was hit, with what tells whose or where it is, if that is short."""
    label = bare(token.doc[token.left_edge.i : token.i + 1].text)
    following = next(
        (
            child
            for child in token.rights
            if child.dep_ in ("prep", "acl", "relcl")
            and child.right_edge.i - token.i <= 9
            and (child.lower_ in ("in", "of", "at") or (child.dep_ == "acl" and child.lemma_.lower() not in W.HITTING | W.KILL))
        ),
        None,
    )
    if following is not None and len(label.split()) <= 2:
        clauses = (one.left_edge.i for one in following.subtree if one.dep_ == "relcl" and one != following)
        end = min(clauses, default=following.right_edge.i + 1)
        label = bare(token.doc[token.left_edge.i : end].text)
    return label[:110].strip(" ,\"'")


def told_in_text(target: Target, act: Act, acts: Iterable[Act]) -> tuple[Target, Act]:
    """The site by what the text calls it, and where, if a headline has its noun alone: `Clinic bombed`, `a clinic in Douma`."""
    site, own = target.token, target.label.lower()
    if act.doc or site.tag_ not in ("NN", "NNP") or own != site.lower_ or list(site.lefts):
        return target, act
    texts = [(other, one) for one in acts if one.doc for other in one.targets if other.token.lemma_.lower() == site.lemma_.lower()]
    texts = [(other, one) for other, one in texts if [child.lower_ for child in other.token.children] != ["the"]]
    told = {other.label.lower() for other, _ in texts}
    return texts[0] if len(told) == 1 and own not in told and texts[0][0].token.tag_ != "NNS" else (target, act)


def _serves_fighters(token: Token, cast: Cast | None) -> bool:
    """Whether it is said to be military, or somebody's who fights: militant camps, camps belonging to the group, their depots."""
    before = [child for child in token.lefts if child.dep_ in ("compound", "amod", "nmod", "poss")]
    if any(child.lemma_.lower() in W.MILITARY_MODIFIERS or child.lower_ in W.MILITARY_MODIFIERS for child in before):
        return True
    owners = [one for child in before for one in (child, *child.lefts) if one.dep_ in ("poss", "compound", "nmod", "amod")]
    for child in token.rights:
        if child.dep_ == "acl" and child.lemma_.lower() in ("belong", "run", "use", "hold", "control", "man", "operate"):
            owners += [one for link in child.children if link.lower_ in ("to", "by") for one in link.children]
        elif child.dep_ == "prep" and child.lower_ == "of":
            owners += [one for one in child.children if one.dep_ == "pobj"]
    return any(_fights(one, cast) for one in owners)


def _fights(token: Token, cast: Cast | None) -> bool:
    """Whether the word names a force or an armed group, or is a pronoun behind one."""
    if token.dep_ == "poss" and token.lower_ == "their":
        before = (one for one in token.doc[token.sent.start : token.i] if one.tag_ in ("NNS", "NNPS"))
        named = next((one for one in reversed(list(before)) if one.lemma_.lower() not in W.ATTACK_NOUNS), None)
        return named is not None and W.HIT_ONLY.get(named.lemma_.lower(), W.SITES.get(named.lemma_.lower())) == "MilitaryObjective"
    hit = cast.mentions[id(token.doc)].get(token.i) if cast else None
    party = cast.known(hit[2]) if cast and hit else None
    if party is not None and party.kind in ARMED:
        return True
    return token.pos_ in ("NOUN", "PROPN") and (is_rebels(token) or W.PEOPLE.get(token.lemma_.lower()) == "combatants")


def fights_itself(token: Token, cast: Cast | None) -> bool:
    """Whether the noun is for those who fight: a rebel group, a colonel, the leader of the militia."""
    lemma = token.lemma_.lower()
    if lemma in RANKS:
        return True
    owners = [one for one in token.lefts if one.dep_ in ("compound", "amod", "nmod", "poss")]
    owners += behind(token, "of")
    if lemma in W.BANDS | {"leader", "chief", "head", "member", "operative", "deputy", "wing", "movement"}:
        return any(_fights(one, cast) or (one.pos_ == "NOUN" and one.dep_ == "pobj" and fights_itself(one, cast)) for one in owners)
    return W.PEOPLE.get(lemma) == "combatants"


def _of_medics(token: Token) -> bool:
    """Whether a convoy is one of medics or ambulances."""
    words = [child for child in token.children if child.dep_ in ("amod", "compound", "nmod", "poss")]
    words += [one for child in token.children if child.lower_ == "of" for one in child.children]
    return any(one.lower_ in W.MEDICAL_MODIFIERS or W.PEOPLE.get(one.lemma_.lower()) == "medicalStaff" for one in words)


def _brings_aid(token: Token) -> bool:
    """Whether a convoy or a lorry is said to bring relief."""
    return any(one.lower_ in _AID or one.lower_ in W.AID_MODIFIERS for one in token.sent)
