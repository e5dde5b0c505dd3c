"""Which mentions are of one attack: mentions in order, each joined to an event that it agrees with, or the first of a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.extraction.agreeing import Agreement, Figure, Nested, is_main
from kg.extraction.bearings import names_day, says_what, says_when, says_where
from kg.extraction.contrasts import campaign_of_one, tells_of_downing
from kg.extraction.killings import MURDERS
from kg.extraction.mentions import Act, is_verb
from kg.extraction.party import Party
from kg.extraction.personnames import last_name
from kg.extraction.pointing import is_disowned, points_at_patient
from kg.extraction.tolls import Toll
from kg.extraction.words import CLASHES
from kg.terms import EventKind

_SPECIFIC: dict[EventKind, int] = {"Attack": 0, "Bombing": 1, "Campaign": 0}
_REACH, _NEAR = 6, 3
"""How many paragraphs `the attack` may stand behind what it points to, and a mention that says nothing else of it."""
_PAST, _NEWS, _MONTH = timedelta(days=12), timedelta(days=7), timedelta(days=31)


@dataclass(slots=True)
class Happening:
    """An event: its mentions, and what they say of it."""

    number: int
    acts: list[Act] = field(default_factory=list)

    @property
    def kind(self) -> EventKind:
        """The most specific kind that a mention gives."""
        kinds = [act.kind for act in self.acts]
        return "Campaign" if self.campaign else max(kinds, key=lambda kind: (_SPECIFIC.get(kind, 2), -kinds.index(kind)))

    @property
    def campaign(self) -> bool:
        """Whether it is many attacks together; where the title does not tell, by the mention that goes on from it."""
        return any(act.campaign for act in self.acts[: 1 if self.acts[0].doc else 2])

    def tells(self, tolls: Sequence[Toll]) -> bool:
        """Whether anything is said of it: who, what, where, when or how many; or the title speaks of it."""
        told = self.attackers or self.sites or self.places or self.quarters or self.days
        if told or self.kind == "ChemicalAttack" or self.acts[0].doc == 0:
            return True
        first = self.acts[0]
        one = any(child.lower_ in ("a", "an", "another") or child.dep_ == "nummod" for child in first.token.lefts)
        if one and not is_verb(first.token) and (first.another or first.kind not in ("Attack", "Campaign")):
            return True
        if first.token.lemma_.lower() in CLASHES or first.token.lower_ == "fighting":
            return True
        sentences = {act.sentence for act in self.acts}
        return any((toll.doc, toll.quantity.token.sent.start) in sentences for toll in tolls)

    @property
    def sites(self) -> set[str]:
        """The kinds of site that were hit."""
        return {target.kind for act in self.acts for target in act.targets}

    @property
    def attackers(self) -> set[str]:
        """The keys of those who are said to have done it."""
        return {party.key for act in self.acts for party in act.attackers}

    @property
    def places(self) -> list[str]:
        """The names of its places."""
        return [name for act in self.acts for name in act.places]

    @property
    def quarters(self) -> list[str]:
        """The names of the quarters and villages where it was."""
        return [name for act in self.acts for name in act.quarters]

    @property
    def days(self) -> tuple[date | None, date | None] | None:
        """When it was, by the first mention that tells."""
        return next((act.time.days for act in self.acts if act.time and act.time.days[0]), None)

    def is_past(self, published: date | None) -> bool:
        """Whether it is told as something of long ago."""
        last = self.days[1] if self.days else None
        return last is not None and published is not None and published - last > _PAST

    def is_long(self) -> bool:
        """Whether it is told as of more than a month, or as going on."""
        first, last = self.days or (None, None)
        return first is not None and (last is None or last - first > _MONTH)

    def is_news(self, published: date | None) -> bool:
        """Whether it is not said to have been on another day than the days before publication."""
        first = self.days[0] if self.days else published
        return first is not None and published is not None and published - first <= _NEWS


def happenings(
    acts: Sequence[Act],
    nested: Nested = lambda one, other: None,
    published: date | None = None,
    tolls: Sequence[Toll] = (),
    lead: int = 1,
) -> list[Happening]:
    """The events of the article, in the order of their first mentions."""
    found: list[Happening] = []
    agreement = Agreement(nested, published, _figures(tolls), lead)
    hurt = {word for act in acts for word in act.victims}
    for act in acts:
        act.places = [name for name in act.places if name.split()[-1].lower() not in hurt]  # the Soleimani strike
        disowned = is_disowned(act.token)
        act.anaphoric = act.anaphoric or disowned
        event = _home(act, found, agreement, disowned)
        if event is None and (act.implied or _says_nothing(act)):
            continue
        if event is None:
            event = Happening(len(found))
            found.append(event)
        elif act.anaphoric:
            _forget_asides(act, event, agreement)
        event.acts.append(act)
    return found


def _figures(tolls: Sequence[Toll]) -> dict[tuple[int, int], frozenset[Figure]]:
    """The exact figures above one, by the sentence in which they stand."""
    found: dict[tuple[int, int], frozenset[Figure]] = {}
    for toll in tolls:
        count, sentence = toll.quantity.lower, (toll.doc, toll.quantity.token.sent.start)
        if count and count > 1:
            found[sentence] = found.get(sentence, frozenset()) | {(toll.outcome, count)}
    return found


def _forget_asides(act: Act, event: Happening, agreement: Agreement) -> None:
    """Takes from a mention of a known attack the place and the time that only stand beside it, where they are known or other."""
    if not says_where(act) and not (event.places and agreement.where(act, event, definite=False)):
        act.places, act.quarters = [], []
    if not says_when(act) and not agreement.when(act, event):
        act.time = None


def _says_nothing(act: Act) -> bool:
    """Whether the mention can only be of an event that was told before: nothing is said of it but that it was."""
    told = act.places or act.quarters or act.targets or act.attackers or act.time
    return bool(not told and act.doc and (act.anaphoric or (act.token.tag_ == "NNS" and not act.campaign)))


def _home(act: Act, found: Sequence[Happening], agreement: Agreement, disowned: bool = False) -> Happening | None:
    """The event that this mention is of, if it is of one that was mentioned before."""
    downed = [event for event in found if any(map(tells_of_downing, event.acts))] if tells_of_downing(act) else []
    if downed and not act.another and points_at_patient(act.token):
        return downed[-1]
    if act.same and found:
        return max(found, key=lambda event: _just_before(act, event))
    compatible = [event for event in found if agreement.holds(act, event)]
    if act.anaphoric and act.attackers and not disowned:
        definite = act.implied or is_verb(act.token) or any(child.dep_ in ("det", "poss") for child in act.token.children)
        compatible = [event for event in compatible if not _by_others(act, event)] or (compatible[-1:] if definite else [])
    if not compatible:
        return None
    if known := [event for event in compatible if any(act.victims & one.victims for one in event.acts)]:
        return known[-1]
    if act.anaphoric and act.token.lemma_.lower() in MURDERS:
        killed = [event for event in compatible if event.acts[-1].victims and act.steps_after(event.acts[-1]) <= 1]
        if killed:
            return killed[-1]
    near = [event for event in found if any(_is_right_before(one, act) for one in event.acts)]  # or in the same sentence
    if act.anaphoric and act.attackers and len(near) == 1 and near[0] in compatible and _is_just_told(act, near[0]):
        return near[0]
    if act.kind == "ChemicalAttack":
        compatible = [event for event in compatible if event.kind == act.kind] or compatible
    placed = says_where(act) if act.anaphoric else bool(act.places or act.quarters)
    if act.anaphoric and names_day(act.token):
        compatible = [event for event in compatible if agreement.same_day(act, event)] or compatible
    if act.anaphoric and not says_what(act):
        reach = _NEAR if placed else _REACH
        near = [event for event in compatible if act.steps_after(event.acts[-1]) <= reach or agreement.same_day(act, event)]
        if near:
            return min(near, key=lambda event: _remoteness(act, event, agreement.published))
        if not placed:
            return next((event for event in reversed(compatible) if event.kind == act.kind not in _SPECIFIC), None)
    scored = [(agreement.strength(act, event), -act.steps_after(event.acts[-1]), -event.number, event) for event in compatible]
    best, *_, event = max(scored, key=lambda one: one[:3])
    if act.another and not act.anaphoric and not campaign_of_one(act, event) and (_by_others(act, event) or best < 4):
        return None
    bare = not (placed or act.targets or act.time or act.another)
    if bare and not act.anaphoric:
        theirs = [one for one in compatible if not act.attackers or {party.key for party in act.attackers} & one.attackers]
        fresh = any(child.lower_ in ("a", "an") for child in act.token.lefts)
        near = [one for one in theirs if act.attackers or act.steps_after(one.acts[-1]) <= (0.6 if fresh else _NEAR)]
        if near:
            return min(near, key=lambda one: _remoteness(act, one, agreement.published))
    pointing = act.anaphoric and not is_verb(act.token) and not act.another
    return event if best >= (3 if _by_others(act, event) else 1.5 if pointing else 2) else None


def _is_right_before(one: Act, act: Act) -> bool:
    """Whether it is told in the same sentence or in the one before, of the same paragraph."""
    return one.doc == act.doc and act.steps_after(one) < 1


def _is_just_told(act: Act, event: Happening) -> bool:
    """Whether the sentence before is the first to tell of it, and nobody has said whose it was."""
    first = event.acts[0]
    apart = first.sentence != act.sentence and act.kind != "ChemicalAttack"
    return apart and _is_right_before(first, act) and not event.attackers


def _just_before(act: Act, event: Happening) -> tuple[float, int]:
    """How near before the mention the event was told: in its sentence the last one, else the first that was told as near."""
    last = event.acts[-1]
    return -act.steps_after(last), last.token.i if last.sentence == act.sentence else -event.number


def _remoteness(act: Act, event: Happening, published: date | None) -> float:
    """How unlikely a mention that says no more is of this event: far behind it, of another kind, not what the article is about."""
    far = act.steps_after(event.acts[-1])
    far += 0 if act.kind == "Attack" or any(act.kind == one.kind for one in event.acts) else 1
    if any(act.token.lemma_ == one.token.lemma_ for one in event.acts):
        far -= 1 if act.token.lemma_.lower() == "attack" else 2.5
    far += 2 if event.is_past(published) or event.acts[0].another else 0
    far += 1.5 if act.places and event.places and not set(act.places) & set(event.places) else 0
    far -= 1 if event.campaign and act.plural else 0
    pointing = any(child.lower_ in ("this", "that", "these", "those") for child in act.token.lefts)
    return far - (2 if is_main(event) and not pointing else 0)


def _by_others(act: Act, event: Happening) -> bool:
    """Whether other attackers are named: it may be contested who did it, but then much else must agree."""
    if not act.attackers or not event.attackers or {party.key for party in act.attackers} & event.attackers:
        return False
    theirs = [party for one in event.acts for party in one.attackers]
    if any(party.kind != "ArmedGroup" for party in (*act.attackers, *theirs)):
        return True
    return all(_has_name(party) for party in (*act.attackers, *theirs))


def _has_name(party: Party) -> bool:
    """Whether an armed group is called by its name, rather than `militants`, who may be those of any."""
    return party.label[:1].isupper() and last_name(party.label)[:1].isupper()
