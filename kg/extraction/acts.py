"""The attacks that a document mentions: what tells of them, who is said to have made them, what was hit, where and when."""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.agents import set_attackers
from kg.extraction.cast import Cast
from kg.extraction.mentions import Act, clause_of
from kg.extraction.placenames import IsPlace, PlaceName, place_names
from kg.extraction.pointing import is_told_of_it, points_back
from kg.extraction.targets import targets_of
from kg.extraction.triggers import act_of, is_doubled, is_shooting_down
from kg.extraction.whens import time_of
from kg.extraction.wheres import set_places, weapon_of


def acts(doc: Doc, number: int, cast: Cast, published: date | None, is_place: IsPlace) -> list[Act]:
    """The mentions of attacks in a document, in their order."""
    found = [act for token in doc if (act := act_of(token, number))]
    triggers = {act.token.i for act in found}
    names = place_names(doc, cast, is_place) if found or any(token.lemma_.lower() in W.KILL for token in doc) else []
    found = [act for act in found if not is_doubled(act.token, triggers)]
    for act in found:
        act.aside = _is_aside(act.token)
        act.clause = frozenset(one.i for one in act.token.subtree) if act.aside else frozenset(clause_of(act.token))
        set_attackers(act, cast)
        act.targets = list(targets_of(act.token, cast))
        set_places(act, cast, names, triggers)
        act.weapon = None if is_shooting_down(act.token) else weapon_of(act)
        countries = {name for *_, name, country in names if country}
        vague = not act.targets and not act.anaphoric and not act.quarters and act.plural
        if not act.campaign and vague and act.places and countries.issuperset(act.places):
            act.campaign = True
    found += _killings(doc, number, cast, triggers, names)
    found.sort(key=lambda act: act.token.i)
    for act in found:
        act.time = time_of(act, doc, published, triggers)
        lasting = act.time is not None and act.time.stretch
        if act.plural and not act.anaphoric and (lasting or _is_without_end(act)):
            act.campaign = True
    return found


def _is_without_end(act: Act) -> bool:
    """Whether bombing or shelling is spoken of without a number, and nothing is said of it but whose it is."""
    mass = act.token.tag_ not in ("NNS", "NNPS") and not any(child.dep_ in ("det", "poss") for child in act.token.lefts)
    lasting = any(child.lower_ in ("has", "have", "been") for child in act.token.head.children)
    over = act.token.dep_ == "nsubj" and act.token.head.lemma_.lower() in W.KILL | W.INJURE | W.HITTING and not lasting
    return mass and not over and bool(act.attackers) and not (act.targets or act.places or act.quarters or act.time)


def _is_aside(token: Token) -> bool:
    """Whether what is told is told despite the attack, or after it, so that its time and place are not the attack's."""
    if token.dep_ in ("advcl", "pcomp"):
        return token.head.lower_ in _BESIDE or any(child.dep_ == "mark" and child.lower_ in _BESIDE for child in token.lefts)
    return token.dep_ == "pobj" and token.head.lower_ in _BESIDE


_BESIDE = ("despite", "amid", "after", "before", "since", "following", "without", "ahead")


def _tells_of_killing(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if lemma == "shoot":
        return token.pos_ == "VERB" and any(child.lower_ == "dead" for child in token.subtree)
    return lemma in (_KILLING if token.pos_ == "VERB" else W.KILLING_NOUNS if token.pos_ == "NOUN" else ())


_KILLING = ("kill", "murder", "massacre", "execute", "wound", "assassinate", "gun")


def _killings(doc: Doc, number: int, cast: Cast, triggers: set[int], names: Sequence[PlaceName]) -> Iterator[Act]:
    """`Government forces killed 516 civilians`: an attack told by its harm, where it is said who did it."""
    for token in doc:
        if not _tells_of_killing(token) or token.i in triggers or is_doubled(token, triggers):
            continue
        if any(one.i in triggers for one in token.ancestors):
            continue
        noun = token.pos_ == "NOUN"
        act = Act(number, token, "Attack", False, noun and points_back(token), same=noun and is_told_of_it(token))
        act.clause = frozenset(clause_of(token))
        if act.clause & triggers:
            continue
        set_attackers(act, cast)
        if act.attackers:
            set_places(act, cast, names, triggers)
            yield act
