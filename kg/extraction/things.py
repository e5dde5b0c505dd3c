"""The things that a draft annotation declares: its article, actors, places, sites and events."""

import re

from spacy.tokens import Span

from kg.annotation.things import ActorBlock, ArticleBlock, EventBlock, PlaceBlock, Quotation, SiteBlock
from kg.annotation.values import Interval
from kg.article import Article, fold
from kg.extraction.countries import by_code, demonyms
from kg.extraction.findings import Findings, Metadata
from kg.extraction.gazetteer import Places
from kg.extraction.happenings import Happening
from kg.extraction.mentions import Target
from kg.extraction.party import Party
from kg.extraction.placewords import begins_as_name, whole
from kg.extraction.polarity import has_negation, is_no
from kg.extraction.whereabouts import is_elsewhere
from kg.identifiers import slug
from kg.reference.reading import Reference
from kg.terms import EventKind

_KIND_WORDS: dict[EventKind, str] = {
    "AirStrike": "air strike", "Attack": "attack", "Bombing": "bombing", "ChemicalAttack": "chemical attack",
    "GroundAttack": "ground attack",
    "MissileAttack": "missile attack", "Shelling": "shelling", "Campaign": "attacks", "Conflict": "armed conflict",
}  # fmt: skip


class Things:
    """Declares things as statements come to need them, under keys that the reference data leaves free."""

    def __init__(self, found: Findings, article: Article, reference: Reference, places: Places) -> None:
        self.found, self.source, self.reference, self.gazetteer = found, article, reference, places
        self.actors: dict[str, ActorBlock] = {}
        self.places: dict[str, PlaceBlock] = {}
        self.sites: dict[str, SiteBlock] = {}
        self.events: dict[str, EventBlock] = {}
        self.event_keys: dict[int, str] = {}
        self.numbers = {id(doc): number for number, doc in enumerate(found.docs)}
        self._folded = fold(article.text)
        self._site_keys: dict[str, str] = {}
        self._conflict: str | None = None
        self._near = [code for code, _ in found.cast.countries.most_common(3)]

    def article(self, file: str, about: Metadata) -> ArticleBlock:
        """The block of the article itself."""
        title = about.title or (self.found.parts[0].text if self.found.parts else file)
        publisher = self.publisher(about.publisher)
        published = about.published or Interval(note="The text does not tell when it was published.")
        return ArticleBlock(
            file=file,
            sha256=self.source.sha256,
            title=title[:300],
            publisher=publisher,
            address=about.address,
            published=published,
            language=about.language or "en",
        )

    def publisher(self, name: str | None) -> str | None:
        """The key of the publisher, which is declared if the reference data lacks it."""
        if not name:
            return None
        for key, block in self.reference.actors.items():
            if block.kind == "NewsPublisher" and name.lower() in (block.label.lower(), *(other.lower() for other in block.also)):
                return key
        key = slug(name, 44)
        key = f"{key}-publisher" if key in self.reference.actors or key in self.actors or key == "publisher" else key
        self.actors[key] = ActorBlock(kind="NewsPublisher", label=name)
        return key

    def actor(self, party: Party) -> str:
        """The actor's key; it is declared, with those whom it speaks for or is part of, if the reference data lacks it."""
        if party.key in self.reference.actors or party.key in self.actors:
            return party.key
        block = party.block
        if block is None:
            return party.key
        self.actors[party.key] = block
        for above in (*block.part_of, *block.member_of, *block.speaks_for):
            other = self.found.cast.parties.get(above)
            if other:
                self.actor(other)
            elif above not in self.reference.actors and above not in self.actors:
                self.actors[above] = ActorBlock(kind="Actor", label=above)
        return party.key

    def actor_key(self, key: str) -> str:
        """The key of an actor by its key among the cast; it is declared, too."""
        party = self.found.cast.parties.get(key)
        return self.actor(party) if party else key

    def place(self, name: str, small: bool = False) -> str | None:
        """The key of the place that is meant, which is declared; None where the name is not one.

        A place is rather one that the gazetteer lacks than one of nearly that name in another country; the more a quarter or a
        village.
        """
        match = self.gazetteer.find(name, self._near)
        elsewhere = match is not None and match.country not in self._near
        if match is not None and (elsewhere or small) and (match.confidence < 0.5 or (small and elsewhere)):
            match = None
        if match is None:
            key = slug(name, 44)
            if not begins_as_name(name) or len(name) < 3:
                return None
            key = f"{key}-place" if key in self.reference.places else key
            self.places.setdefault(key, PlaceBlock(label=name[:120], note="Not in the gazetteer."))
            return key
        if match.block is not None:
            block = self.places.setdefault(match.key, match.block)
            if name not in (block.label, *block.also) and name.lower() not in demonyms() and not whole(name.lower()):
                self.places[match.key] = block.model_copy(update={"also": (*block.also, name)})
        for key, block in match.around.items():
            self.places.setdefault(key, block)
        return match.key

    def site(self, target: Target, place: str | None) -> str:
        """The key of the site, which is declared."""
        name = target.label.lower()
        if name not in self._site_keys:
            key = slug(target.label, 44)
            if key in self.sites:
                key = f"{key[:38].rstrip('-')}-{len(self.sites) + 1}"
            count = next(
                (int(child.text) for child in target.token.lefts if child.text.isdigit() and 1 < int(child.text) < 10**6), None
            )
            self.sites[key] = SiteBlock(kind=target.kind, label=target.label, place=place, count=count)
            self._site_keys[name] = key
        return self._site_keys[name]

    def event(self, event: Happening) -> None:
        """Declares the event."""
        first = event.acts[0]
        told = [act for act in event.acts if not has_negation(act.token)] or event.acts
        target = next((target.label for act in told for target in act.targets if not is_no(target.token)), None)
        place = next(iter(event.places), None)
        day = event.days[0].isoformat() if event.days and event.days[0] else None
        words = _KIND_WORDS.get(event.kind, "attack")
        label = (
            words
            + (f" on {target}" if target else "")
            + (f", {place}" if place and place not in (target or "") else "")
            + (f", {day}" if day else "")
        )
        key = slug(label, 42)
        if key in self.events:
            key, label = f"{key[:38].rstrip('-')}-{event.number + 1}", f"{label} ({event.number + 1})"
        self.events[key] = EventBlock(
            kind=event.kind, label=label[:300], mention=self.quotation(first.token.sent, self.numbers[id(first.token.doc)])
        )
        self.event_keys[event.number] = key

    def quotation(self, span: Span, number: int) -> Quotation:
        """The words of the article that the span stands on."""
        quote, occurrence, _, _ = self.located(span, number)
        return Quotation(quote=quote, occurrence=occurrence)

    def located(self, span: Span, number: int) -> tuple[str, int | None, int, int]:
        """The words of the article, which of several places with these words it is, and their offsets."""
        start = self.found.parts[number].start + span.start_char
        end = start + len(span.text)
        while start < end and self._folded[start].isspace():
            start += 1
        while end > start and self._folded[end - 1].isspace():
            end -= 1
        end = min(end, start + 3900)
        quote = self.source.text[start:end]
        wanted = fold(quote)
        before = [found.start() for found in re.finditer(f"(?={re.escape(wanted)})", self._folded)]
        return quote, before.index(start) + 1 if len(before) > 1 and start in before else None, start, end

    def is_place(self, name: str, *, inside: bool = False) -> bool:
        """Whether the name is more likely a place's than not, in this article."""
        return self.gazetteer.is_place(name, self._near, inside=inside)

    def nested(self, one: str, other: str) -> bool | None:
        """Whether of these two places, by name, one lies in the other; None if it is not known but may be."""
        return self.gazetteer.nested(one, other, self._near)

    def is_country(self, name: str) -> bool:
        """Whether the name is that of a country."""
        match = self.gazetteer.find(name, self._near)
        return match is not None and (match.country is not None and self.gazetteer.find(by_code()[match.country].name) == match)

    def is_elsewhere(self, event: Happening, town: str) -> bool:
        """Whether the event was in other towns than this one."""
        return is_elsewhere(event, town, self.gazetteer, self._near)

    def harm(self, town: str, sentence: Span, number: int) -> str:
        """The key of an event of which only the harm is told, and where; it is declared. Whether it was an attack is not told."""
        label = f"harm, {town}"
        key = slug(label, 42)
        self.events[key] = EventBlock(kind="Event", label=label, mention=self.quotation(sentence, number))
        return key

    def conflict(self) -> str:
        """The key of the armed conflict that the article is about, which is declared."""
        if self._conflict is None:
            code = self.found.cast.theatre
            state = self.found.cast.state(code).label if code else ""
            self._conflict = slug(f"armed-conflict {state}", 44)
            label = f"armed conflict{f' ({state})' if state else ''}"
            self.events.setdefault(self._conflict, EventBlock(kind="Conflict", label=label))
        return self._conflict
