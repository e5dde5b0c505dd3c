"""From what the model proposes to facts that the article bears out; all else is dropped, with its reason."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from spacy.tokens import Doc, Token

from kg.annotation.claims import ClaimBlock
from kg.annotation.statements import ScopeBlock
from kg.annotation.values import Interval
from kg.article import fold
from kg.extraction import words as W
from kg.extraction.components import CLASS_OF
from kg.extraction.numbers import Quantity, quantities
from kg.extraction.party import Party
from kg.extraction.text import Paragraph
from kg.extraction.times import times
from kg.proposals.grounding import Stretch, Ungrounded, find
from kg.proposals.scene import Located, Scene
from kg.proposals.tasks import NEW, NUMBERED, WAR, Attack, Casualties, Denial, Item
from kg.proposals.things import Things
from kg.terms import Certainty, DenialForm, EventKind

_IDENTIFIER = re.compile(r"[A-Z]\d+")
_DAY = 3
_TARGET = 3
_LONGEST_TARGET = 120
_DENIALS = frozenset({"denial", "rebuttal", "rejection", "refutation"})
_CUES = W.DENY_VERBS | _DENIALS | W.LABELS
_NEGATIONS = frozenset({"no", "none", "never", "nobody", "nothing", "neither", "nor"})
_OWN = frozenset({"we", "our", "ours", "us", "i", "my"})
_REJECTED: dict[str, dict[str, Any]] = {
    "occurrence": {"occurrence": True},
    "target_nature": {"target_nature": "civilianObject"},
    "damage": {"damage": "damaged"},
    "evidence": {"evidence": "substantiated"},
    "credibility": {"credibility": "credible"},
}
_OF_SOMEBODY: dict[str, dict[str, Any]] = {"intent": {"intent": "deliberate"}, "lawfulness": {"lawfulness": "warCrime"}}
"""The claim that is rejected with each component, where it is the same in every article."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A proposal that holds: in which words, whose, and what."""

    task: str
    quote: Stretch
    speaker: str | None
    stance: str
    claims: tuple[ClaimBlock, ...]
    certainty: Certainty = "certain"
    forms: tuple[DenialForm, ...] = ()
    scopes: tuple[ScopeBlock, ...] = ()
    number: Stretch | None = None
    """Where the number of a figure stands."""


class Checker:
    """Checks what the model proposes of one part of an article."""

    def __init__(
        self, scene: Scene, section: int, things: Things, events: Mapping[str, str], accused: frozenset[str], published: date | None
    ) -> None:
        self.scene, self.section, self.things, self.accused, self.published = scene, section, things, accused, published
        self.events = dict(events)
        self.actors: Mapping[str, tuple[Party, tuple[str, ...]]] = scene.actors(section)
        self.places: Mapping[str, Located] = scene.places(section)
        self.article = scene.article

    def fact(self, task: str, item: Item) -> Fact:
        """The fact that an item tells. Raises Ungrounded."""
        quote = find(item.quote, self.scene.whole(self.section), self.article)
        speaker = self._party(item.speaker) if item.speaker is not None else None
        if item.event not in (*self.events, *NUMBERED, NEW, WAR):
            raise Ungrounded("an identifier was not given")
        try:
            if isinstance(item, Attack):
                return self._attack(task, item, quote, speaker)
            if isinstance(item, Casualties):
                return self._casualties(task, item, quote, speaker)
            if isinstance(item, Denial):
                return self._denial(task, item, quote, speaker)
        except ValidationError:
            pass
        raise Ungrounded("a proposal does not hold together")

    def _party(self, named: str) -> Party:
        """The actor of this identifier, or whom these words of the article name."""
        if named in self.actors:
            return self.actors[named][0]
        if _IDENTIFIER.fullmatch(named):
            raise Ungrounded("an identifier was not given")
        if party := self.scene.named(named, self.section):
            return party
        raise Ungrounded("nobody is named so in the article")

    def _event(self, item: Item, kind: EventKind, what: str | None, quote: Stretch) -> str:
        """The event that is meant: one that was given, the same as before under this number, or a new one."""
        if item.event in self.events:
            return self.events[item.event]
        if item.event == WAR:
            return self.things.war()
        numbered = item.event in NUMBERED
        others = [key for name, key in self.events.items() if name in NUMBERED]
        key = self.things.event(kind, what, quote, others if numbered else ())
        if numbered:
            self.events[item.event] = key
        return key

    def _speaker(self, party: Party | None) -> str | None:
        return self.things.actor(party) if party else None

    def _attack(self, task: str, item: Attack, quote: Stretch, speaker: Party | None) -> Fact:
        attackers = list({party.key: party for party in map(self._party, item.attackers)}.values())
        if item.place is not None and item.place not in self.places:
            raise Ungrounded("an identifier was not given")
        words = self._target(item.target) if item.target else None
        values: list[dict[str, Any]] = [{"occurrence": True}]
        keys = [self.things.actor(party) for party in attackers]
        if keys:
            several = {"all_of" if item.shared == "together" else "any_of": tuple(keys)}
            values.append({"attacker": keys[0] if len(keys) == 1 else several})
        place = self.things.place(self.places[item.place].match) if item.place else None
        if words:
            values.append({"target": self.things.site(words, item.target_kind, place)})
        if place:
            values.append({"place": place})
        if item.weapon and item.weapon in self._weapons(quote):
            values.append({"weapon": item.weapon})
        if item.when and (day := self._day(item.when)):
            values.append({"time": day})
        if item.event == WAR:
            raise Ungrounded("a war is no attack")
        event = self._event(item, item.kind, words, quote)
        claims = tuple(ClaimBlock.model_validate({"about": event, **value}) for value in values)
        return Fact(task, quote, self._speaker(speaker), "asserts", claims, item.certainty)

    def _target(self, target: str) -> str:
        stretch = find(target, self.scene.whole(self.section), self.article, _TARGET)
        if stretch.end - stretch.start > _LONGEST_TARGET:
            raise Ungrounded("a quotation is too long")
        return self.article.text[stretch.start : stretch.end]

    def _day(self, when: str) -> Interval | None:
        """The days that these words of the article mean by our own grammar, if it is one time that they tell."""
        stretch = find(when, self.scene.whole(self.section), self.article, _DAY)
        told = times(fold(self.article.text[stretch.start : stretch.end]), self.published)
        return told[0].interval() if len(told) == 1 and any(told[0].days) else None

    def _weapons(self, quote: Stretch) -> set[str]:
        words = self.article.text[quote.start : quote.end].lower()
        return {weapon for name, weapon in W.WEAPONS.items() if re.search(rf"\b{name}", words)}

    def _casualties(self, task: str, item: Casualties, quote: Stretch, speaker: Party | None) -> Fact:
        words = find(item.number, quote, self.article, 1)
        quantity, place = self._quantity(item, words)
        if not (quote.start <= place.start and place.end <= quote.end):
            raise Ungrounded("a number is not in its quotation")
        event = self._event(item, "Attack", None, quote)
        wording = self.article.text[min(words.start, place.start) : max(words.end, place.end)]
        figure = quantity.figure(item.outcome, item.population, wording)
        claim = ClaimBlock.model_validate({"about": event, "figure": figure})
        return Fact(task, quote, self._speaker(speaker), "asserts", (claim,), number=place)

    def _quantity(self, item: Casualties, words: Stretch) -> tuple[Quantity, Stretch]:
        """The quantity that our own grammar reads in these words, if it is the one proposed."""
        sentences = ((part, doc, sentence) for part, doc in self._read() for sentence in doc.sents)
        for part, doc, sentence in sentences:
            for one in quantities(sentence):
                last = doc[one.end - 1]
                place = Stretch(part.start + doc[one.start].idx, part.start + last.idx + len(last))
                if not place.overlaps(words) or (one.lower, one.upper) != (item.lower, item.upper):
                    continue
                if one.noun is not None and one.noun.lemma_.lower() in W.SITES.keys() - W.PEOPLE.keys():
                    raise Ungrounded("a number counts no people")
                return one, place
        raise Ungrounded("a number is not the one in its quotation")

    def _read(self) -> Iterator[tuple[Paragraph, Doc]]:
        """The paragraphs of the part, each with its parse."""
        return ((self.scene.parts[number], self.scene.docs[number]) for number in self.scene.sections[self.section])

    def _tokens(self, quote: Stretch) -> list[Token]:
        return [
            token
            for part, doc in self._read()
            for token in doc
            if quote.start <= part.start + token.idx and part.start + token.idx + len(token) <= quote.end
        ]

    def _denial(self, task: str, item: Denial, quote: Stretch, speaker: Party | None) -> Fact:
        if speaker is None:
            raise Ungrounded("a denial has no speaker")
        if not (self.scene.cast.side(speaker) & self.accused or self._has_cue(quote)):
            raise Ungrounded("a denial has neither a word of denial nor an accused speaker")
        accused = self.things.actor(self._party(item.accused)) if item.accused is not None else self._cleared(speaker)
        meant = None if item.general or item.event in (NEW, WAR) else item
        event = self._event(meant, "Attack", None, quote) if meant else None
        claim = self._rejected(item, event, accused, quote) if event else None
        scopes = () if claim else (self._scope(item, accused, quote),)
        return Fact(task, quote, self._speaker(speaker), "denies", (claim,) if claim else (), forms=(item.form,), scopes=scopes)

    def _has_cue(self, quote: Stretch) -> bool:
        """Whether a word of denial stands in the quotation, or a negation with one who speaks of himself: none of ours."""
        tokens = self._tokens(quote)
        words = {word for token in tokens for word in (token.lower_, token.lemma_.lower())}
        negated = bool(words & _NEGATIONS) or any(token.dep_ == "neg" for token in tokens)
        return bool(words & _CUES) or (negated and bool(words & _OWN))

    def _cleared(self, speaker: Party) -> str:
        """Whom a denial of this speaker clears, where the model does not tell: an accused one of its side, or itself."""
        key = min(self.scene.cast.side(speaker) & self.accused, default=speaker.key)
        party = self.scene.cast.parties.get(key)
        known = party or key in self.things.actors or key in self.things.reference.actors
        return self.things.actor(party or speaker) if party or not known else key

    def _rejected(self, item: Denial, event: str, accused: str, quote: Stretch) -> ClaimBlock | None:
        """The claim that is denied; None where only a scope can tell what is."""
        value: dict[str, Any] | None = None
        if item.component == "attacker":
            value = {"attacker": accused}
        elif item.component in _OF_SOMEBODY:
            value = {**_OF_SOMEBODY[item.component], "by": accused}
        elif item.component == "target" and item.target:
            value = {"target": self.things.site(self._target(item.target), None, None)}
        elif item.component == "casualties":
            value = {"figure": self._harm(quote)}
        elif item.component == "weapon" and (weapons := self._weapons(quote)):
            value = {"weapon": min(weapons), "by": accused}
        elif item.component in _REJECTED:
            value = _REJECTED[item.component]
        return ClaimBlock.model_validate({"about": event, **value}) if value else None

    def _harm(self, quote: Stretch) -> dict[str, Any]:
        """The harm that is denied without a number: killed or injured, and who."""
        tokens = self._tokens(quote)
        words = {token.lemma_.lower() for token in tokens}
        outcome = "killed" if words & (W.KILL | W.DEAD) else "injured" if words & (W.INJURE | W.HURT) else "killedOrInjured"
        population = "civilians" if "civilian" in words else "people"
        wording = self.article.text[quote.start : quote.end][:400]
        return {"outcome": outcome, "population": population, "bound": "vague", "wording": wording}

    def _scope(self, item: Denial, accused: str, quote: Stretch) -> ScopeBlock:
        component = CLASS_OF[item.component]
        act = "Attack" if component == "AttackerClaim" else None
        wording = self.article.text[quote.start : quote.end]
        return ScopeBlock.model_validate({"actors": (accused,), "act": act, "components": (component,), "wording": wording[:400]})
