"""Figures as claims: of which event each is, and of which other it is a part."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from spacy.tokens import Span, Token

from kg.extraction import words as W
from kg.extraction.belonging import is_done, is_of_another_year, is_separate, is_since, possible, told_year
from kg.extraction.denials import Rejection
from kg.extraction.entries import Entries, certainty_of, is_unsaid, weaker
from kg.extraction.findings import Findings
from kg.extraction.happenings import Happening
from kg.extraction.mentions import Act
from kg.extraction.numbers import Quantity
from kg.extraction.parts import goes_on, is_listed
from kg.extraction.speech import Speech
from kg.extraction.things import Things
from kg.extraction.tolls import Toll
from kg.extraction.unrest import is_of_unrest, tells_of_unrest
from kg.extraction.whereabouts import town_of


class Counting:
    """Enters the figures of an article."""

    def __init__(self, found: Findings, things: Things, entries: Entries) -> None:
        self.found, self.things, self.entries = found, things, entries
        self._said_as: dict[int, Hashable] = {}
        self._whole: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
        self._toll_events: dict[int, str] = {}
        self._harms: dict[str, str] = {}
        """The towns of the events that are told of by their harm alone, by their keys."""
        self._towns: dict[tuple[int, int], str] = {}
        """The town where a sentence, by its document and its start, tells of harm."""
        self._told: dict[str, tuple[Quantity, list[list[Speech]]]] = {}
        self._of_war = any(_FIGHTING.search(doc.text.lower()) for doc in found.docs)

    def enter(self, denied: Mapping[int, Sequence[Rejection]]) -> None:
        """Adds each figure that is not negated or denied to the statement in which it stands."""
        for place, toll in enumerate(self.found.tolls):
            token = toll.quantity.token
            if toll.negated or is_unsaid(token) or any(token.i in one.content for one in denied.get(toll.doc, ())):
                continue
            event = self._event_of(place)
            if event is None:
                continue
            figure = toll.quantity.figure(toll.outcome, toll.population, toll.wording)
            mine = self._said_as[place] = (event, toll.outcome, toll.population, figure.kind, figure.least, figure.most)
            whole = self._said_as.get(toll.part_of) if toll.part_of is not None else None
            if whole and mine not in self._wholes(whole):
                self._whole[mine].add(whole)
                figure = figure.model_copy(update={"part_of": f"figure-{(toll.part_of or 0) + 1}"})
            for number, told in enumerate(self._chains(toll, event)):
                speeches = list(_without_charge(told, token))
                entry = self.entries.at(token, [one.speaker for one in speeches])
                entry.certainty = weaker(entry.certainty, certainty_of(token, speeches))
                entry.methods.append(f"figure{', ' + speeches[-1].method if speeches else ', own voice'}")
                entry.claims.append(({"id": f"figure-{place + 1}"} if number == 0 else {}) | {"about": event, "figure": figure})
                if town := self._harms.get(event):
                    told_there = ({"about": event, "occurrence": True}, {"about": event, "place": self.things.place(town)})
                    entry.claims += [claim for claim in told_there if claim not in entry.claims]

    def _wholes(self, said: Hashable) -> set[Hashable]:
        """What is said in a figure, and in all those that it is a part of: whoever says the same again tells of the same figure."""
        above, new = set[Hashable](), {said}
        while new:
            above |= new
            new = {whole for one in new for whole in self._whole[one]} - above
        return above

    def _chains(self, toll: Toll, event: str) -> list[list[Speech]]:
        """Who says it; else those who told of the event's figure before, if it goes on from that: another five died."""
        quantity, doc = toll.quantity, toll.quantity.token.doc
        chains = self.found.speeches.chains(quantity.token)
        before, told = self._told.get(event, (quantity, chains))
        if not any(chains) and before.token.doc is doc:
            here = before.token.sent == quantity.token.sent
            same = here and (toll.part_of is not None or is_listed(before, quantity) or not self.found.speeches.of(before.token))
            after = before.token.sent.end == quantity.token.sent.start and goes_on(quantity)
            chains = told if same or after else chains
        self._told[event] = quantity, chains
        return chains

    def _event_of(self, place: int) -> str | None:
        """The event that a figure is of, if one is told of, or a war."""
        toll = self.found.tolls[place]
        whole = toll.part_of if toll.part_of in self._toll_events else None
        key = self._nearest(toll) if whole is None else self._toll_events[whole]
        if key:
            self._toll_events[place] = key
        return key

    def _nearest(self, toll: Toll) -> str | None:
        token, doc = toll.quantity.token, toll.quantity.token.doc
        sentence = token.sent
        words = _WORST.sub("", sentence.text.lower())
        if _WAR.search(words) or _in_war(token):
            return self.things.conflict()
        events = possible(toll, self.found.events, self.found.cast)
        here = [
            (event, act)
            for event in events
            for act in event.acts
            if act.token.doc is doc and act.token.sent.start == sentence.start
            if not is_since(act.token) or act.token in token.ancestors
        ]
        if here:
            event = min(here, key=lambda pair: _distance(token, pair[1].token))[0]
            total = not event.campaign and _is_so_far(token) and _SINCE.search(words)
            return self.things.conflict() if total else self.things.event_keys[event.number]
        if _SINCE.search(words) or toll.outcome == "displaced":
            return self.things.conflict()
        published, when = self.found.published, told_year(toll, self.found.published)
        town = town_of(toll, self.found.places(toll.doc)) or self._towns.get((toll.doc, sentence.start))
        of_year = [event for event in events if not is_of_another_year(event, when, published)]
        if events and not of_year and (town or is_done(token)):
            return self._harm_in(town, sentence, toll.doc) if town else None
        events = self._not_elsewhere(of_year, town, toll) if town else of_year
        if town and not events and self.found.events:
            return self._harm_in(town, sentence, toll.doc)
        if _SEVERAL.search(words) or (self._war_goes_on(toll) and _is_so_far(token)):
            return self.things.conflict()
        last = self._told_before(toll)
        unrest = tells_of_unrest(token, last)
        if unrest and last is not None and _is_so_far(token) and _WAR.search(last.text.lower()):
            return self.things.conflict()  # protests became a civil war; it has killed so many
        before = [
            (act, event)
            for event in events
            for act in event.acts
            if (act.doc, act.token.i) < (toll.doc, token.i) or act.doc == 0
            if not unrest or is_of_unrest(act.token.subtree)
        ]
        if before:
            near = (
                [one for one in before if toll.doc - one[0].doc <= 2 and not one[1].campaign]
                or [one for one in before if one[0].doc > 0 or not one[1].campaign]
                or before
            )
            return self.things.event_keys[max(near, key=lambda one: _prominence(one[0]))[1].number]
        if unrest:
            return None
        if town and events and all(town in (*event.places, *event.quarters) for event in events):
            return self.things.event_keys[events[0].number]  # told of later, by its place
        soon = [
            event
            for event in events
            if event.acts[0].doc - toll.doc <= _SOON and not event.is_past(published) and not is_separate(event.acts[0])
        ]
        if soon:
            return self.things.event_keys[soon[0].number]
        if when and is_done(token):
            return self._harm_in(town, sentence, toll.doc) if town else None
        return self.things.conflict() if self._of_war or len(events) < len(self.found.events) else None

    def _not_elsewhere(self, events: Sequence[Happening], town: str, toll: Toll) -> list[Happening]:
        """The events that may have been in the town; none where the last one told of, or each with a place, was elsewhere."""
        known = [event for event in events if town in (*event.places, *event.quarters)]
        left = known or [event for event in events if not self.things.is_elsewhere(event, town)]
        placed = [event for event in events if event.places]
        told = [(act.doc, act.token.i, event) for event in events for act in event.acts]
        last = max((one for one in told if one[:2] < (toll.doc, toll.quantity.token.i)), key=lambda one: one[:2], default=None)
        gone = last is not None and last[2] not in left and not (known or last[2].campaign)
        return [] if gone or (placed and not any(event in left for event in placed)) else left

    def _harm_in(self, town: str, sentence: Span, number: int) -> str:
        """The key of an event that is told of by its harm alone, in a town where no attack is said to have been."""
        self._towns[number, sentence.start] = town
        key = next((key for key, where in self._harms.items() if where == town), None)
        if key is None:
            key = self.things.harm(town, sentence, number)
            self._harms[key] = town
        return key

    def _told_before(self, toll: Toll) -> Span | None:
        """The sentence before the figure, if no attack is told of there."""
        token = toll.quantity.token
        doc, start = token.doc, token.sent.start
        if not start and toll.doc:
            doc = self.found.docs[toll.doc - 1]
            start = len(doc)
        last = doc[start - 1].sent if start else None
        acts = (act for event in self.found.events for act in event.acts)
        return None if last is None or any(act.token.doc is doc and act.token in last for act in acts) else last

    def _war_goes_on(self, toll: Toll) -> bool:
        """Whether the figure that was told last, in the sentence before it, is of the whole war."""
        start = toll.quantity.token.sent.start
        last = next((one for one in reversed(self._toll_events) if self.found.tolls[one].quantity.token.sent.start < start), None)
        if last is None or self.found.tolls[last].doc != toll.doc or not start:
            return False
        there = self.found.tolls[last].quantity.token
        return there in there.doc[start - 1].sent and self._toll_events[last] == self.things.conflict()


def _prominence(act: Act) -> tuple[int, int, int, int]:
    """How late the sentence stands in which it is told, and how much that sentence is about it."""
    depth = sum(1 for one in act.token.ancestors if one.pos_ in ("VERB", "NOUN") and one.lemma_.lower() not in W.SAY)
    return *act.sentence, -depth, act.token.i


def _without_charge(speeches: Sequence[Speech], token: Token) -> Iterator[Speech]:
    """Those who say it, without him of whose words only the clause around is, which tells of something known already."""
    return (one for one in speeches if not _is_beside(token, one.cue))


def _is_beside(token: Token, cue: Token) -> bool:
    """Whether a clause between the two tells of something known: the raid, in which six died; a war that cost 600 lives."""
    charging = cue.lemma_.lower() in _CHARGING or any(one.lower_ in W.LIABLE for one in token.ancestors)
    for one in token.ancestors:
        if one == cue or one.lemma_.lower() in W.PLAIN_SAY:
            return False
        if one.dep_ in ("relcl", "advcl") and one.left_edge.i and (one.dep_ == "relcl" or _is_when(one)):
            war = one.head.lemma_.lower() in _WARS
            apart = one.left_edge.nbor(-1).text == "," or cue.lemma_.lower() in _JUDGING or _is_claim_of_thing(cue)
            if (charging and apart) or (war and (charging or cue in token.ancestors)):
                return True
    return False


def _is_claim_of_thing(cue: Token) -> bool:
    """Whether an attack, or responsibility for it, is claimed or laid at a door, and not that something was so."""
    claimed = cue.lemma_.lower() == "claim" and any(child.dep_ == "dobj" for child in cue.children)
    return claimed or (cue.dep_ == "acl" and cue.lemma_.lower() == "blame")


def _is_when(clause: Token) -> bool:
    return any(child.lower_ in ("when", "where") for child in clause.lefts)


_JUDGING = frozenset({"condemn", "denounce", "criticise", "criticize", "deplore", "decry"})
"""Verbs whose subject judges what is told, and does not tell it."""
_CHARGING = frozenset({"accuse", "blame", "claim", "suspect", "charge", "convict"}) | _JUDGING
_WARS = frozenset({"coup", "revolution", "war", "conflict", "uprising", "insurgency"})
_WORST = re.compile(r"\b(?:\w+est|worst|first|most \w+)\b[^,;]{0,40}\bsince\b[^,;]*")
"""What an attack is compared with: the bloodiest day since the war."""
_SEVERAL = re.compile(
    r"\bin (?:two|three|four|several|separate|various|different|other|unrelated) (?:\w+ )?(?:incidents|attacks|clashes|episodes)\b"
)
"""Words by which a figure is of more than one attack."""
_SOON = 6
"""How many paragraphs after a figure the attack may first be told that it is of."""
_FIGHTING = re.compile(
    r"\b(?:fighting|clash(?:es)?|battles?|violence|unrest|hostilities|wars?|conflicts?|insurgency|uprising|"
    r"losses|rebels?|insurgents?|front ?lines?)\b"
)
"""Words by which an article tells of a conflict, of which a figure is where no attack is told of."""
_WAR = re.compile(
    r"since the (?:\w+ )?(?:conflict|war|uprising|crisis|violence|start|beginning)|"
    r"fought an? (?:\w+ ){0,2}war\b|(?:conflict|war|uprising|insurgency) (?:(?:that|which) )?(?:began|broke out|erupted|started)|"
    r"in the (?:[\w-]+ ){0,2}(?:conflict|war)\b(?!-)|(?:years?|months|weeks|days) of (?:war|conflict|fighting|violence)|civil war|"
    r"(?:as a result|because) of the (?:[\w-]+ ){0,2}(?:conflict|war)\b|"
    r"\b(?:war|conflict|insurgency|uprising) (?:has|have|had) (?:already )?"
    r"(?:killed|claimed|cost|left|displaced|uprooted|forced|driven)"
)
"""Words by which a figure is of a whole war."""


_SINCE = re.compile(
    r"(?<!have )(?<!has )(?<!had )\bsince (?!(?:\w+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)|"
    r"\b(?:so far )?(?:this|last) year\b|"
    r"\b(?:in|over|during) (?:the )?(?:past|last|recent|first|second|third|fourth) "
    r"(?:[\w-]+ )?(?:weeks?|months?|years?|quarter|half|decades?)\b|"
    r"\b(?:similar|previous|past|earlier|such) (?:\w+ )?(?:attacks|strikes|bombings|raids|massacres)\b"
)
"""Words by which a figure, told without any attack, is of all that happened since."""


def _is_so_far(token: Token) -> bool:
    """Whether it is told how many there have been up to now: has killed 300 since March."""
    verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
    return verb is not None and any(child.dep_ == "aux" and child.lower_ in ("has", "have", "had") for child in verb.children)


def _in_war(token: Token) -> bool:
    """Whether its clause tells of a war: the war, in which 300 died; the conflict displaced many."""
    for one in token.ancestors:
        if one.dep_ == "relcl" and one.head.lemma_.lower() in _WARS:
            return True
        if one.pos_ == "VERB" and not (one.dep_ == "conj" and not any(child.dep_.startswith("nsubj") for child in one.children)):
            return any(child.dep_ == "nsubj" and child.lemma_.lower() in _WARS for child in one.children)
    return False


def _distance(one: Token, other: Token) -> float:
    """How far two words stand apart in the tree of the sentence; what is joined in another clause is further."""
    above = [one, *one.ancestors]
    theirs = [other, *other.ancestors]
    common = next((token for token in above if token in theirs), None)
    steps = above.index(common) + theirs.index(common) if common is not None else 20
    return steps + abs(one.i - other.i) * 0.12
