"""What is not said of an attack but follows from the rest of the article: entered as probable, and marked as inferred."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.extraction.denials import Rejection
from kg.extraction.entries import Entries
from kg.extraction.findings import Findings
from kg.extraction.happenings import Happening
from kg.extraction.mentions import Act, is_verb
from kg.extraction.things import Things


class Inferring:
    """Enters attackers and places that attacks inherit from others."""

    def __init__(self, found: Findings, things: Things, entries: Entries) -> None:
        self.found, self.things, self.entries = found, things, entries

    def enter(self, denied: Mapping[int, Sequence[Rejection]]) -> None:
        """What is not said of an attack but follows from the rest of the article: an inference, marked as such."""
        only = self._only_attacker()
        for event in self.found.events:
            act = next((act for act in event.acts if act.targets or act.places), None)
            if not only or act is None or event.attackers or event.campaign or act.doc == 0:
                continue
            if not any(act.token.i in one.content for one in denied.get(act.doc, ())):
                claim = {"about": self.things.event_keys[event.number], "attacker": self.things.actor_key(only)}
                self._infer(act, claim, "attacker inferred: the only one whom the article names")
        for event, act, place in self._inferred_places():
            key = self.things.place(place)
            if key and not any(act.token.i in one.content for one in denied.get(act.doc, ())):
                self._infer(
                    act, {"about": self.things.event_keys[event.number], "place": key}, "place inferred: the last one spoken of"
                )

    def _only_attacker(self) -> str | None:
        """The one attacker whom the article names in all, if it does so often."""
        named = Counter(party.key for event in self.found.events for act in event.acts for party in act.attackers)
        if sum(named.values()) < 4:
            return None
        common = frozenset.intersection(*(self.found.cast.side(key) for key in named))
        return next((key for key, _ in named.most_common() if key in common), None)

    def _inferred_places(self) -> Iterator[tuple[Happening, Act, str]]:
        """Single attacks of which no place is told, with the last town or province that was told of another."""
        mentions = sorted((act.doc, act.token.i, event.number) for event in self.found.events for act in event.acts)
        acts = {(act.doc, act.token.i): act for event in self.found.events for act in event.acts}
        done: set[int] = set()
        focus: str | None = None
        for number, place, event_number in mentions:
            act, event = acts[number, place], next(one for one in self.found.events if one.number == event_number)
            if act.places:
                focus = next((name for name in act.places if not self.things.is_country(name)), focus)
            elif focus and not event.places and not event.campaign and event.number not in done:
                done.add(event.number)
                yield event, act, focus

    def _infer(self, act: Act, claim: dict[str, Any], method: str) -> None:
        """Adds a claim that stands on the words for the act alone, as probable and with little confidence."""
        token = act.token
        words = token.doc[token.left_edge.i : token.i + 1] if not is_verb(token) else token.doc[token.i : token.right_edge.i + 1]
        if words.text == token.sent.text:
            return
        chain = tuple(one.speaker for one in self.found.speeches.of(token))
        entry = self.entries.inferred(words, act.doc, chain)
        entry.methods.append(method)
        entry.claims += [claim] if claim not in entry.claims else []
