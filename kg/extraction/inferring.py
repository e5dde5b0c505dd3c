"""What is not said of an attack but follows from the rest of the article: entered as probable, and marked as inferred."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.extraction.countries import by_code
from kg.extraction.denials import Rejection
from kg.extraction.entries import Entries, is_denied, is_negated
from kg.extraction.findings import Findings
from kg.extraction.happenings import Happening
from kg.extraction.inheriting import inherited
from kg.extraction.localities import beside, voiced
from kg.extraction.mentions import Act, is_verb
from kg.extraction.newsday import undated
from kg.extraction.placewords import whole
from kg.extraction.roll import POWERS
from kg.extraction.sitings import sited
from kg.extraction.things import Things

_Inference = tuple[Happening, Act, dict[str, Any], str]
"""A claim about an attack, the mention that it is noted for, and why."""


class Inferring:
    """Enters places and days that attacks inherit from others; who made one is never inferred."""

    def __init__(self, found: Findings, things: Things, entries: Entries) -> None:
        self.found, self.things, self.entries = found, things, entries

    def enter(self, denied: Mapping[int, Sequence[Rejection]]) -> None:
        """What is not said of an attack but follows from the rest of the article: an inference, marked as such."""
        for event, act, claim, why in (*self._told_where_denied(denied), *self._inherited()):
            spoken = act if not _is_rejected(act, denied) else _asserted(event, denied)
            if spoken is not None:
                self._infer(spoken, claim, why)

    def _told_where_denied(self, denied: Mapping[int, Sequence[Rejection]]) -> Iterator[_Inference]:
        """Where and when a single attack was, if that is told only where it is denied, though others say that it was."""
        for event in self.found.events:
            key = self.things.event_keys[event.number]
            told = {slot for entry in self.entries for claim in entry.claims if claim.get("about") == key for slot in claim}
            for act in event.acts if "occurrence" in told and not event.campaign else ():
                for slot, value in self._slots(act) if _is_rejected(act, denied) else ():
                    if slot not in told:
                        yield event, act, {"about": key, slot: value}, f"{slot} inferred: as told where the attack is denied"

    def _slots(self, act: Act) -> Iterator[tuple[str, Any]]:
        """What the mention says of the place and the time, each with its name."""
        yield from (("place", place) for name in act.places if (place := self.things.place(name)))
        if act.time and act.time.days[0]:
            yield "time", act.time.interval()

    def _inherited(self) -> Iterator[_Inference]:
        """Places and days that attacks have from those told of before them, each with why."""
        told = list(sited(self.found.events, self.found.docs, self.found.cast, self.found.places, self.things.nested))
        by_site = {one.event.number for one in told}
        spoken = voiced(self.found.events, self.found.docs, self.found.speeches, self.found.places)
        told += [one for one in spoken if one.event.number not in by_site]
        known = {one.event.number for one in told}
        only = beside(self.found.events, self.found.docs, self.found.cast, self.found.places)
        told += [one for one in only if one.event.number not in known]
        placed = frozenset(one.event.number for one in told)
        told += inherited(self.found.events, self._is_wide, self._theatre, self.found.published, placed)
        dated = {one.event.number for one in told if one.time}
        titles = sum(part.role == "title" for part in self.found.parts)
        for one in (*told, *undated(self.found.events, self.found.docs, titles, self.found.published, dated)):
            key = self.things.event_keys[one.event.number]
            if one.time is not None:
                yield one.event, one.act, {"about": key, "time": one.time.interval()}, one.why
            elif one.place and (place := self.things.place(one.place)):
                yield one.event, one.act, {"about": key, "place": place}, one.why

    def _is_wide(self, name: str) -> bool:
        """Whether the name is a country's or that of a part of one: northern Iraq."""
        return self.things.is_country(whole(name.lower()).title() or name)

    def _theatre(self, event: Happening) -> str | None:
        """The country whose forces were hit, or where those who attack mostly do; else that of most that is told, if not theirs."""
        cast = self.found.cast
        states = cast.names.states
        theirs = frozenset().union(*(cast.side(key) for key in event.attackers))
        struck = frozenset().union(*(cast.side(key) for act in event.acts for key in act.hit)) - theirs
        events = self.found.events
        counts = Counter(code for other in events for code in self._countries(other))
        fought = Counter(code for other in events if other.attackers & event.attackers for code in self._countries(other))
        told = [code for code, _ in counts.most_common() if cast.is_about(code) and (code not in POWERS or code == cast.theatre)]
        ranked = told or ([cast.theatre] if cast.theatre else [])
        hit = [code for code, _ in cast.countries.most_common() if states[code] in struck]
        foreign = {code for code in fought if states[code] not in theirs}
        about = {code for code in foreign if cast.is_about(code)}
        there = sorted(fought, key=lambda code: (code not in about, -fought[code], code not in foreign))
        most = 2 * sum(counts.values()) / 3
        others = [code for code in ranked if states[code] not in theirs or counts[code] > most]
        code = next(iter((*hit, *there, *others)), None)
        recent = code is not None and not event.is_past(self.found.published) and not event.is_long()
        return (self._most_named(code, event) if recent else None) or by_code()[code].name if code else None

    def _most_named(self, code: str, event: Happening) -> str | None:
        """The town or region that the article is about: named three times, and more than others of the country; with an attack.

        None where the event's sentence names only others.
        """
        docs = self.found.docs
        named = [
            (one, start, name) for one in range(len(docs)) for start, _, name, country in self.found.places(one) if not country
        ]
        told = [(doc, start, whole(name.lower()).title() or name) for doc, start, name in named if not self._is_wide(name)]
        counts = Counter(name for *_, name in told)
        find = self.things.gazetteer.find
        there = {name: count for name, count in counts.items() if (match := find(name, (code,))) and match.country == code}
        town = max(there, key=lambda one: there[one], default="")
        sentences = {act.sentence for act in event.acts}
        beside = {name for doc, start, name in told if (doc, docs[doc][start].sent.start) in sentences}
        hit = any(town in name for other in self.found.events for name in other.places)
        most = there.get(town, 0) >= 3 and 5 * there[town] >= 2 * sum(there.values())
        return town if most and hit and (town in beside or not beside) else None

    def _countries(self, event: Happening) -> Iterator[str]:
        """The codes of the countries in which the places of an event lie."""
        for name in event.places:
            match = self.things.gazetteer.find(name, ())
            if match and match.country:
                yield match.country

    def _infer(self, act: Act, claim: dict[str, Any], method: str) -> None:
        """Adds a claim that stands on the words for the act alone, as probable and with little confidence."""
        token = act.token
        words = token.doc[token.left_edge.i : token.i + 1] if not is_verb(token) else token.doc[token.i : token.right_edge.i + 1]
        if words.text == token.sent.text:
            words = token.doc[token.i : token.i + 1]
        if words.text == token.sent.text:
            return
        chain = tuple(one.speaker for one in self.found.speeches.of(token))
        entry = self.entries.inferred(words, act.doc, chain)
        entry.methods.append(method)
        entry.claims += [claim] if claim not in entry.claims else []


def _asserted(event: Happening, denied: Mapping[int, Sequence[Rejection]]) -> Act | None:
    """The first mention that does not stand in what somebody denies."""
    return next((act for act in event.acts if not _is_rejected(act, denied)), None)


def _is_rejected(act: Act, denied: Mapping[int, Sequence[Rejection]]) -> bool:
    """Whether the words for the act say that it did not happen: nothing follows from them of where and when it did."""
    return is_negated(act.token) or is_denied(act.token) or any(act.token.i in one.content for one in denied.get(act.doc, ()))
