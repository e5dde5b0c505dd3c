"""What the merged draft declares: the rules' actors, places, sites and events, and those that the model's facts need besides."""

from collections.abc import Collection, Mapping
from typing import Any

from kg.annotation.model import Annotation
from kg.annotation.references import uses
from kg.annotation.things import EventBlock, PlaceBlock, SiteBlock
from kg.annotation.values import Block
from kg.article import Article, fold
from kg.extraction.cast import Cast
from kg.extraction.match import PlaceMatch
from kg.extraction.party import Party
from kg.identifiers import slug
from kg.proposals.grounding import Stretch, quotation
from kg.reference.reading import Reference
from kg.terms import EventKind, SiteKind

_SECTIONS = ("actors", "places", "sites", "events")
_ARTICLES = ("the ", "a ", "an ")
_KEY = 42


class Things:
    """Declares what is not declared yet; what nothing uses in the end is left out again."""

    def __init__(self, draft: Annotation, article: Article, reference: Reference, cast: Cast) -> None:
        self.article, self.reference, self.cast = article, reference, cast
        self.actors, self.places = dict(draft.actors), dict(draft.places)
        self.sites, self.events = dict(draft.sites), dict(draft.events)
        self.mentions = {key: self._mention(block) for key, block in draft.events.items()}
        self._drafted: Mapping[str, frozenset[str]] = {name: frozenset(getattr(draft, name)) for name in _SECTIONS}

    def _mention(self, event: EventBlock) -> Stretch | None:
        if event.mention is None:
            return None
        span = self.article.locate(event.mention.quote, event.mention.occurrence, event.mention.after)
        return Stretch(span.start, span.end)

    def actor(self, party: Party) -> str:
        """The key of an actor; it is declared, with those whom it speaks for or is part of, if nobody has done so."""
        if party.key in self.reference.actors or party.key in self.actors or party.block is None:
            return party.key
        self.actors[party.key] = party.block
        for above in (*party.block.part_of, *party.block.member_of, *party.block.speaks_for):
            if other := self.cast.parties.get(above):
                self.actor(other)
        return party.key

    def place(self, match: PlaceMatch) -> str:
        """The key of a place."""
        blocks: dict[str, PlaceBlock] = dict(match.around) | ({match.key: match.block} if match.block else {})
        for key, block in blocks.items():
            if key not in self.reference.places:
                self.places.setdefault(key, block)
        return match.key

    def site(self, words: str, kind: SiteKind | None, place: str | None) -> str:
        """The key of what these words name: a site whose name holds them, or that they hold, or a new one."""
        label = " ".join(fold(words).split())
        label = next((label[len(one) :] for one in _ARTICLES if label.lower().startswith(one)), label)
        for key, block in self.sites.items():
            known = fold(block.label).lower()
            if label.lower() in known or known in label.lower():
                return key
        key = self._free(label, self.sites)
        self.sites[key] = SiteBlock(kind=kind or "Site", label=label, place=place)
        return key

    def event(self, kind: EventKind, what: str | None, quote: Stretch, but: Collection[str] = ()) -> str:
        """The key of the event of this kind that these words mention first, if it is none of these, or of a new one."""
        for key, mention in self.mentions.items():
            if mention and mention.overlaps(quote) and self.events[key].kind == kind and key not in but:
                return key
        words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind).strip()
        label = f"{words} on {what}" if what else words
        key = self._free(label, self.events)
        self.events[key] = EventBlock(kind=kind, label=label, mention=quotation(quote, self.article))
        self.mentions[key] = quote
        return key

    def war(self) -> str:
        """The key of the armed conflict that the article is about."""
        for key, block in self.events.items():
            if block.kind == "Conflict":
                return key
        code = self.cast.theatre
        state = f" ({self.cast.state(code).label})" if code else ""
        key = self._free(f"armed conflict{state}", self.events)
        self.events[key] = EventBlock(kind="Conflict", label=f"armed conflict{state}")
        return key

    @staticmethod
    def _free(label: str, taken: Mapping[str, Block]) -> str:
        key, number = slug(label, _KEY), 1
        while key in taken:
            number += 1
            key = f"{slug(label, _KEY - 5)}-{number}"
        return key

    def used_by(self, made: Annotation) -> dict[str, Any]:
        """The sections of this annotation: what the draft declared, and what else is used."""
        while True:
            used = {(f"{kind}s", key) for loc, kind, key in uses(made) if (loc[0], loc[1:2]) != (f"{kind}s", (key,))}
            sections = {}
            for name in _SECTIONS:
                wanted = self._drafted[name] | {key for section, key in used if section == name}
                sections[name] = {key: block for key, block in getattr(made, name).items() if key in wanted}
            if all(len(sections[name]) == len(getattr(made, name)) for name in _SECTIONS):
                return sections
            made = made.model_copy(update=sections)
