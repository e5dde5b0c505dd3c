"""What tells two accounts of attacks apart: their kinds, what was hit, who was killed, and how many attacks they are of."""

from collections.abc import Sequence
from typing import Protocol

from kg.extraction.countries import countries
from kg.extraction.mentions import Act, Target, is_verb, kind_words, patient_of
from kg.extraction.placewords import whole
from kg.extraction.words import CLASHES, DISTRICTS, WEAK_SITES
from kg.terms import EventKind

_VAGUE_KINDS = ("Attack", "Campaign")
_NOT_TOLD_APART = (
    {"Bombing", "AirStrike"},
    {"Shelling", "MissileAttack"},
    {"Bombing", "MissileAttack"},
    {"AirStrike", "MissileAttack"},
)


class Account(Protocol):
    """What was said of an event so far."""

    acts: list[Act]

    @property
    def kind(self) -> EventKind:
        """The most specific kind that a mention gives."""
        ...

    @property
    def campaign(self) -> bool:
        """Whether it is many attacks together."""
        ...

    @property
    def attackers(self) -> set[str]:
        """The keys of those who are said to have done it."""
        ...

    @property
    def places(self) -> list[str]:
        """The names of its places."""
        ...

    @property
    def quarters(self) -> list[str]:
        """The names of the quarters and villages where it was."""
        ...


def told_apart(act: Act, event: Account) -> bool:
    """Whether the sentence tells of both, one before or after the other, or as of what befell one place and another."""
    beside = [one for one in event.acts if act.sentence == one.sentence]
    if not beside:
        return False
    if any(act.aside != one.aside for one in beside):
        return True
    if any(_is_told_of_the_place(act, one) for one in beside):
        return True
    aimed = any(child.lower_ in ("on", "against") for child in act.token.children) and not is_verb(act.token) and not act.same
    return aimed and any(not is_verb(one.token) and one.token != act.token and _shares_nothing(act, one) for one in beside)


def _is_told_of_the_place(act: Act, other: Act) -> bool:
    """Whether a clause tells what else befell the place of the other: clashes near Beni, where nine were massacred in May."""
    clause = next((one for one in (act.token, *act.token.ancestors) if one.dep_ == "relcl"), None)
    if clause is None or act.time is None or not is_verb(act.token) or all(one.lower_ != "where" for one in clause.children):
        return False
    return other.token in clause.head.ancestors and other.time != act.time


def _shares_nothing(act: Act, other: Act) -> bool:
    kinds = {what(target) for target in act.targets}
    return bool(kinds) and not kinds & {what(target) for target in other.targets} and not set(act.places) & set(other.places)


def of_title(act: Act, event: Account) -> bool:
    """Whether the lead goes on from the title about one side's many attacks, of which only countries are named."""
    placed = towns(act.places) or towns(event.places)
    return act.doc == 1 and event.acts[0].doc == 0 and not placed and campaign_of_one(act, event)


def campaign_of_one(act: Act, event: Account) -> bool:
    """Whether both are of one side's many attacks, which may be of several kinds."""
    return act.campaign and event.campaign and bool({party.key for party in act.attackers} & event.attackers)


def of_kind(act: Act, event: Account) -> bool:
    """Whether the mention may be of what was told so far, which may be a fight with bombs in it; of a fight only fights are."""
    if act.token.lemma_.lower() in CLASHES or act.token.lower_ == "fighting":
        return any(one.kind == "GroundAttack" for one in event.acts)
    if tells_of_downing(act) and not any(tells_of_downing(one) or one.sentence == act.sentence for one in event.acts):
        return False
    if _is_of_gas(act, event):
        return False
    alike = any(act.kind == one.kind for one in event.acts) or (act.anaphoric and _is_assault(act))
    near = min(map(act.steps_after, event.acts)) <= 1 and not act.places and not act.another
    return alike or all(_of_one_kind(act, one, near) for one in event.acts)


def _is_of_gas(act: Act, event: Account) -> bool:
    """Whether of one strikes or raids are told, and of the other only that it was made with gas."""
    gas = {one.kind == "ChemicalAttack" for one in event.acts}
    words = {one.token.lemma_.lower() for one in event.acts} & _STRIKES
    if act.kind == "ChemicalAttack":
        return bool(words) and gas == {False}
    plain = all(one.kind in ("ChemicalAttack", "Attack") for one in event.acts)
    return plain and True in gas and not words and act.token.lemma_.lower() in _STRIKES


_STRIKES = frozenset({"strike", "raid", "airstrike"})


def _is_assault(act: Act) -> bool:
    """Whether it is called an assault, which may be one on the ground or from the air."""
    return act.token.lemma_.lower() == "assault" and not is_verb(act.token) and "ground" not in kind_words(act.token)


def tells_of_downing(act: Act) -> bool:
    """Whether it tells that something was brought down from the air."""
    if not is_verb(act.token):
        return False
    lowered = act.token.lemma_.lower() in ("shoot", "bring") and any(child.lower_ == "down" for child in act.token.children)
    return lowered or act.token.lower_ == "downed"


def _of_one_kind(one: Act, other: Act, near: bool) -> bool:
    """Whether both words may be for one attack; of which kind it was, a blast does not tell, unless a bomb was planted."""
    if (
        one.kind in _VAGUE_KINDS
        or other.kind in _VAGUE_KINDS
        or _is_assault(other)
        or (_is_assault(one) and bool({party.key for party in one.attackers} & {party.key for party in other.attackers}))
        or one.kind == other.kind
        or {one.kind, other.kind} in _NOT_TOLD_APART
    ):
        return True
    if {one.kind, other.kind} == {"Bombing", "GroundAttack"}:
        return near or not (one.places or one.targets or one.quarters or one.time)
    if near and one.token.lemma_.lower() == "fire" and one.targets and (one.kind, other.kind) == ("GroundAttack", "Shelling"):
        return True  # with whatever arms they fired at it
    blast = any(act.token.lemma_.lower() in ("explosion", "blast", "bombardment") for act in (one, other))
    return blast and "GroundAttack" not in (one.kind, other.kind)


def of_themselves(act: Act, event: Account) -> bool:
    """Whether those were hit who did the other: soldiers who had shelled the school came under fire."""
    hurt = {key for one in event.acts for key in one.hit}
    return bool(act.hit & event.attackers or hurt & {party.key for party in act.attackers})


def of_many(act: Act, event: Account) -> bool:
    """Whether attacks are spoken of without saying which, or by their number, where the event is a single one."""
    token = act.token
    vague = token.tag_ == "NNS" and not is_verb(token) and act.doc > 1 and not (act.anaphoric or act.same or act.attackers)
    if not vague or any(child.dep_ in ("det", "poss") for child in token.lefts):
        return False
    return not any(one.plural for one in event.acts)


def other_victims(act: Act, event: Account) -> bool:
    """Whether they are told by whom they killed, and these are others."""
    theirs = {name for one in event.acts for name in one.victims}
    if act.victims and not theirs and act.doc > 1 and not is_verb(act.token):
        return not any(
            one.sentence != act.sentence and act.victims & {word.lower_ for word in one.token.sent} for one in event.acts
        )
    return bool(act.victims and theirs and not act.victims & theirs)


def other_sites(act: Act, event: Account) -> bool:
    """Whether another kind of site was hit, or one of another name."""
    theirs = [target for one in event.acts for target in one.targets]
    kinds = {what(target) for target in act.targets if target.token.lemma_.lower() not in WEAK_SITES | DISTRICTS}
    if act.anaphoric and not is_verb(act.token) and act.token.tag_ == "NN" and min(map(act.steps_after, event.acts)) <= 1:
        own = {one.i for one in act.token.subtree}
        kinds = {what(target) for target in act.targets if target.token.i in own}
    if kinds and theirs and not kinds & {what(target) for target in theirs} and not act.campaign:
        return True
    mine, named = names_of(act), {name for one in event.acts for name in names_of(one)}
    return bool(mine and named and not mine & named)


def patient_name(act: Act) -> str | None:
    """The name of what a verb is done to."""
    patient = patient_of(act.token) if is_verb(act.token) else None
    return patient.lower_ if patient is not None and patient.pos_ == "PROPN" else None


def what(target: Target) -> str:
    """What was hit, to be compared: of things that have only their use in common, each is another."""
    return target.token.lemma_.lower() if target.kind in ("CivilianInfrastructure", "MilitaryEquipment") else target.kind


def names_of(act: Act) -> set[str]:
    """The proper names in what sites are called, other than those of places: Quds of the al-Quds hospital."""
    where = {word.lower() for name in (*act.places, *act.quarters) for word in name.split()}
    return {
        child.lower_
        for target in act.targets
        for child in target.token.lefts
        if child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod") and child.ent_type_ not in ("GPE", "NORP")
    } - where


def towns(names: Sequence[str]) -> list[str]:
    """The names that are none of countries or of their parts."""
    return [name for name in names if (whole(name.lower()) or name.lower()) not in countries()]
