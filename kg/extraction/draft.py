"""From what was found in an article to a draft annotation: events, sites, places, actors, and statements with their claims."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, Span, Token

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.statements import ScopeBlock, StatementBlock
from kg.annotation.things import ActorBlock, ArticleBlock, Curation, EventBlock, PlaceBlock, Quotation, SiteBlock
from kg.annotation.values import Interval
from kg.article import Article, fold
from kg.extraction import words as W
from kg.extraction.acts import Act, Target, is_verb, site_of
from kg.extraction.countries import by_code
from kg.extraction.denials import CLASS_OF, Rejection, Silence
from kg.extraction.gazetteer import Places
from kg.extraction.happenings import Happening
from kg.extraction.parties import Cast, Party, slug
from kg.extraction.speech import Speech, Speeches
from kg.extraction.text import Paragraph
from kg.extraction.tolls import Toll
from kg.reference.reading import Reference
from kg.terms import Certainty, EventKind

if TYPE_CHECKING:
    from kg.extraction.extract import Metadata

_KIND_WORDS: dict[EventKind, str] = {
    "AirStrike": "air strike", "Attack": "attack", "Bombing": "bombing", "ChemicalAttack": "chemical attack", "GroundAttack": "ground attack",
    "MissileAttack": "missile attack", "Shelling": "shelling", "Campaign": "attacks", "Conflict": "armed conflict",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in an article."""

    parts: Sequence[Paragraph]
    docs: Sequence[Doc]
    cast: Cast
    speeches: Speeches
    events: Sequence[Happening]
    tolls: Sequence[Toll]
    denials: Sequence[tuple[int, Rejection]]
    silences: Sequence[Silence]
    published: date | None


@dataclass(slots=True)
class _Entry:
    """A statement in the making: a sentence in one source's mouth."""

    sentence: Span
    doc: int
    chain: tuple[Party, ...]
    claims: list[dict[str, Any]] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    confidence: float = 0.8
    certainty: Certainty = "certain"
    stance: str = "asserts"
    forms: list[str] = field(default_factory=list)
    scopes: list[ScopeBlock] = field(default_factory=list)


class Draft:
    """Makes the annotation."""

    def __init__(self, found: Findings, article: Article, reference: Reference, places: Places) -> None:
        self.found, self.article, self.reference, self.gazetteer = found, article, reference, places
        self.folded = fold(article.text)
        self.numbers = {id(doc): number for number, doc in enumerate(found.docs)}
        self.actors: dict[str, ActorBlock] = {}
        self.places: dict[str, PlaceBlock] = {}
        self.sites: dict[str, SiteBlock] = {}
        self.events: dict[str, EventBlock] = {}
        self.entries: dict[tuple[Any, ...], _Entry] = {}
        self.figure_ids: dict[int, str] = {}
        self.event_keys: dict[int, str] = {}
        self._toll_events: dict[int, str] = {}
        self._site_keys: dict[str, str] = {}
        self._conflict: str | None = None
        self._near: list[str] = [code for code, _ in found.cast.countries.most_common(3)]

    def annotation(self, file: str, about: "Metadata", tool: str, on: date) -> Annotation:
        """The draft, ready to be written."""
        for event in self.found.events:
            self._event(event)
        denied = self._denials()
        self._acts(denied)
        self._inherited(denied)
        self._tolls(denied)
        self._silences()
        statements = self._statements()
        article = self._article(file, about)
        return Annotation(
            article=article,
            annotation=Curation.model_validate({"by": "machine draft", "on": on, "method": "extracted", "tool": tool[:400]}),
            actors=self.actors,
            places=self.places,
            sites=self.sites,
            events=self.events,
            statements=tuple(statements),
        )

    # ---- things

    def _article(self, file: str, about: "Metadata") -> ArticleBlock:
        title = about.title or (self.found.parts[0].text if self.found.parts else file)
        publisher = self._publisher(about.publisher)
        published = about.published or Interval(note="The text does not tell when it was published.")
        return ArticleBlock(
            file=file, sha256=self.article.sha256, title=title[:300], publisher=publisher, address=about.address, published=published, language=about.language or "en"
        )

    def _publisher(self, name: str | None) -> str | None:
        if not name:
            return None
        for key, block in self.reference.actors.items():
            if block.kind == "NewsPublisher" and name.lower() in (block.label.lower(), *(other.lower() for other in block.also)):
                return key
        key = slug(name)
        key = f"{key}-publisher" if key in self.reference.actors or key in self.actors or key == "publisher" else key
        self.actors[key] = ActorBlock(kind="NewsPublisher", label=name)
        return key

    def _actor(self, party: Party) -> str:
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
                self._actor(other)
            elif above not in self.reference.actors and above not in self.actors:
                self.actors[above] = ActorBlock(kind="Actor", label=above)
        return party.key

    def _place(self, name: str) -> str | None:
        match = self.gazetteer.find(name, self._near)
        if match is None:
            key = slug(name)
            if not name[0].isupper() or len(name) < 3:
                return None
            key = f"{key}-place" if key in self.reference.places else key
            self.places.setdefault(key, PlaceBlock(label=name[:120], note="Not in the gazetteer."))
            return key
        if match.block is not None:
            self.places.setdefault(match.key, match.block)
        for key, block in match.around.items():
            self.places.setdefault(key, block)
        return match.key

    def _site(self, target: Target, place: str | None) -> str:
        name = target.label.lower()
        if name not in self._site_keys:
            key = slug(target.label)
            if key in self.sites:
                key = f"{key[:38].rstrip('-')}-{len(self.sites) + 1}"
            count = next((int(child.text) for child in target.token.lefts if child.text.isdigit() and 1 < int(child.text) < 10**6), None)
            self.sites[key] = SiteBlock(kind=target.kind, label=target.label, place=place, count=count)
            self._site_keys[name] = key
        return self._site_keys[name]

    def _event(self, event: Happening) -> None:
        first = event.acts[0]
        target = next((target.label for act in event.acts for target in act.targets), None)
        place = next(iter(event.places), None)
        day = event.days[0].isoformat() if event.days and event.days[0] else None
        words = _KIND_WORDS.get(event.kind, "attack")
        label = words + (f" on {target}" if target else "") + (f", {place}" if place and place not in (target or "") else "") + (f", {day}" if day else "")
        key = slug(label, 42)
        if key in self.events:
            key, label = f"{key[:38].rstrip('-')}-{event.number + 1}", f"{label} ({event.number + 1})"
        self.events[key] = EventBlock(kind=event.kind, label=label[:300], mention=self._quotation(first.token.sent, self.numbers[id(first.token.doc)]))
        self.event_keys[event.number] = key

    def _quotation(self, span: Span, number: int) -> Quotation:
        quote, occurrence, _, _ = self._located(span, number)
        return Quotation(quote=quote, occurrence=occurrence)

    def _located(self, span: Span, number: int) -> tuple[str, int | None, int, int]:
        """The words of the article, which of several places with these words it is, and their offsets."""
        start = self.found.parts[number].start + span.start_char
        end = start + len(span.text)
        while start < end and self.folded[start].isspace():
            start += 1
        while end > start and self.folded[end - 1].isspace():
            end -= 1
        end = min(end, start + 3900)
        quote = self.article.text[start:end]
        wanted = fold(quote)
        before = [found.start() for found in re.finditer(f"(?={re.escape(wanted)})", self.folded)]
        return quote, before.index(start) + 1 if len(before) > 1 and start in before else None, start, end

    # ---- claims

    def _entry(self, token: Token, chain: Sequence[Party], stance: str = "asserts") -> _Entry:
        number, sentence = self.numbers[id(token.doc)], token.sent
        key = (number, sentence.start, tuple(party.key for party in chain), stance)
        return self.entries.setdefault(key, _Entry(sentence, number, tuple(chain), stance=stance))

    def _chain(self, token: Token) -> list[Speech]:
        return self.found.speeches.of(token)

    def _denials(self) -> dict[int, list[Rejection]]:
        """Adds the denials; returns them by document."""
        by_doc: dict[int, list[Rejection]] = {}
        for number, one in self.found.denials:
            by_doc.setdefault(number, []).append(one)
            self._deny(number, one)
        return by_doc

    def _deny(self, number: int, one: Rejection) -> None:
        speech = one.speech
        outer = [other.speaker for other in self._chain(speech.cue) if other.speaker.key != speech.speaker.key]
        accused = self._accused(speech.speaker)
        event = self._denied_event(number, one, accused)
        claims: list[dict[str, Any]] = []
        scopes: list[ScopeBlock] = []
        if one.general or event is None:
            scopes.append(self._scope(one, accused))
        else:
            claims += self._denied_claims(one, event, accused)
            if not claims:
                scopes.append(self._scope(one, accused))
        entry = self._entry(speech.cue, [*outer, speech.speaker], "denies")
        entry.claims += [claim for claim in claims if claim not in entry.claims]
        entry.scopes += [scope for scope in scopes if scope not in entry.scopes]
        entry.forms += [one.form] if one.form not in entry.forms else []
        entry.methods.append(f"denial: {one.method}")
        entry.confidence = min(entry.confidence, one.confidence)

    def _accused(self, speaker: Party) -> str:
        """Whom a denial of this speaker clears: the one of its side who is named as attacker, or else its state."""
        cast = self.found.cast
        side = cast.side(speaker)
        named = Counter(party.key for event in self.found.events for act in event.acts for party in act.attackers)
        for key, _ in named.most_common():
            if key in side or side & cast.side(key):
                return self._actor_key(key)
        states = [key for key in side if (party := cast.parties.get(key)) and party.kind in ("State", "Coalition", "ArmedGroup")]
        return self._actor_key(min(states) if states else speaker.key)

    def _actor_key(self, key: str) -> str:
        party = self.found.cast.parties.get(key)
        return self._actor(party) if party else key

    def _denied_event(self, number: int, one: Rejection, accused: str) -> Happening | None:
        """The event that a denial is of: the one it mentions, else the last one before that its side is accused of, else the first."""
        doc = self.found.docs[number]
        for event in self.found.events:
            if any(act.token.doc is doc and act.token.i in one.content for act in event.acts):
                return event
        cast = self.found.cast

        def theirs(event: Happening) -> bool:
            return any(accused in cast.side(key) or key in cast.side(accused) for key in event.attackers)

        before = [event for event in self.found.events if event.acts[0].doc <= number]
        blamed = [event for event in before if theirs(event)] or [event for event in self.found.events if theirs(event)]
        single = [event for event in blamed if not event.campaign] or blamed
        if single:
            return max(single, key=lambda event: (max(act.doc for act in event.acts if act.doc <= number or True), event.number)) if len(single) > 1 and number - single[-1].acts[-1].doc <= 2 else single[0]
        return before[0] if before else (self.found.events[0] if self.found.events else None)

    def _denied_claims(self, one: Rejection, event: Happening, accused: str) -> list[dict[str, Any]]:
        key = self.event_keys[event.number]
        content = self._content_tokens(one)
        simple: dict[str, dict[str, Any]] = {
            "attacker": {"attacker": accused}, "occurrence": {"occurrence": True}, "target_nature": {"target_nature": "civilianObject"},
            "intent": {"intent": "deliberate", "by": accused}, "lawfulness": {"lawfulness": "warCrime", "by": accused},
            "evidence": {"evidence": "substantiated"}, "credibility": {"credibility": "credible"},
        }  # fmt: skip
        if one.component in simple:
            return [{"about": key, **simple[one.component]}]
        if one.component == "target":
            target = next((found for token in content if (found := site_of(token))), None) or next((target for act in event.acts for target in act.targets), None)
            return [{"about": key, "target": self._site(target, None)}] if target else [{"about": key, "attacker": accused}]
        if one.component == "weapon":
            text = " ".join(token.lemma_.lower() for token in content)
            weapon = next((weapon for words, weapon in W.WEAPONS.items() if words in text), None)
            return [{"about": key, "weapon": weapon, "by": accused}] if weapon else [{"about": key, "attacker": accused}]
        return []

    def _content_tokens(self, one: Rejection) -> list[Token]:
        return [one.speech.cue.doc[i] for i in sorted(one.content)]

    def _scope(self, one: Rejection, accused: str) -> ScopeBlock:
        tokens = self._content_tokens(one)
        wording = one.speech.cue.doc[tokens[0].i : tokens[-1].i + 1].text[:400] if tokens else one.speech.cue.text
        words = {token.lemma_.lower() for token in tokens}
        kind = next((target.kind for token in tokens if (target := site_of(token)) and target.kind != "Site"), None)
        civilian = bool(words & {"civilian", "noncombatant"})
        component = CLASS_OF[one.component]
        data: dict[str, Any] = {"actors": (accused,), "wording": wording, "components": (component,)}
        if component == "CasualtyClaim":
            data["victims"] = "civilians" if civilian else None
        elif kind or civilian:
            data["target"] = kind or "CivilianInfrastructure"
            data["components"] = tuple(dict.fromkeys((component, "TargetClaim", "AttackerClaim")))
        if component == "AttackerClaim" and not data.get("target"):
            data["act"] = "Attack"
        place = next((self._place(token.text) for token in tokens if token.ent_type_ == "GPE" and token.dep_ == "pobj" and token.head.lower_ == "in"), None)
        return ScopeBlock.model_validate({**data, "place": place})

    def _acts(self, denied: dict[int, list[Rejection]]) -> None:
        for event in self.found.events:
            for act in event.acts:
                rejecting = [one for one in denied.get(act.doc, ()) if act.token.i in one.content and one.component in _OF_THE_ACT and one.form != "counterAccusation"]
                if rejecting or _is_negated(act.token):
                    continue
                speeches = self._chain(act.token)
                own = self._admits(speeches, act)
                entry = self._entry(act.token, [one.speaker for one in speeches], "acknowledges" if own else "asserts")
                entry.certainty = _weaker(entry.certainty, _certainty(act.token, speeches))
                entry.methods.append(f"act: {act.token.lemma_.lower()}" + (f", {speeches[-1].method}" if speeches else ", own voice"))
                for claim in self._act_claims(event, act):
                    if claim not in entry.claims:
                        entry.claims.append(claim)

    def _inherited(self, denied: dict[int, list[Rejection]]) -> None:
        """What is not said of an attack but follows from the rest of the article: an inference, marked as such."""
        only = self._only_attacker()
        for event in self.found.events:
            act = next((act for act in event.acts if act.targets or act.places), None)
            if not only or act is None or event.attackers or event.campaign or act.doc == 0:
                continue
            if not any(act.token.i in one.content for one in denied.get(act.doc, ())):
                claim = {"about": self.event_keys[event.number], "attacker": self._actor_key(only)}
                self._infer(act, claim, "attacker inferred: the only one whom the article names")
        for event, act, place in self._inferred_places():
            key = self._place(place)
            if key and not any(act.token.i in one.content for one in denied.get(act.doc, ())):
                self._infer(act, {"about": self.event_keys[event.number], "place": key}, "place inferred: the last one spoken of")

    def _only_attacker(self) -> str | None:
        """The one attacker whom the article names in all, if it does so often."""
        named = Counter(party.key for event in self.found.events for act in event.acts for party in act.attackers)
        if sum(named.values()) < 4:
            return None
        common = frozenset.intersection(*(self.found.cast.side(key) for key in named))
        return next((key for key, _ in named.most_common() if key in common), None)

    def _inferred_places(self) -> Iterator[tuple[Happening, Act, str]]:
        """Single attacks of which no place is told, with the last town or province that was told of another."""
        mentions = sorted(((act.doc, act.token.i, event.number) for event in self.found.events for act in event.acts))
        acts = {(act.doc, act.token.i): act for event in self.found.events for act in event.acts}
        done: set[int] = set()
        focus: str | None = None
        for number, place, event_number in mentions:
            act, event = acts[number, place], next(one for one in self.found.events if one.number == event_number)
            if act.places:
                focus = next((name for name in act.places if not self._is_country(name)), focus)
            elif focus and not event.places and not event.campaign and event.number not in done:
                done.add(event.number)
                yield event, act, focus

    def _is_country(self, name: str) -> bool:
        match = self.gazetteer.find(name, self._near)
        return match is None or (match.country is not None and self.gazetteer.find(by_code()[match.country].name) == match)

    def _infer(self, act: Act, claim: dict[str, Any], method: str) -> None:
        """Adds a claim that stands on the words for the act alone, as probable and with little confidence."""
        token = act.token
        words = token.doc[token.left_edge.i : token.i + 1] if not is_verb(token) else token.doc[token.i : token.right_edge.i + 1]
        if words.text == token.sent.text:
            return
        chain = tuple(one.speaker for one in self._chain(token))
        key = (act.doc, words.start, words.end, tuple(party.key for party in chain), "inferred")
        entry = self.entries.setdefault(key, _Entry(words, act.doc, chain, certainty="probable", confidence=0.4))
        entry.methods.append(method)
        entry.claims += [claim] if claim not in entry.claims else []

    def _admits(self, speeches: Sequence[Speech], act: Act) -> bool:
        if not speeches or speeches[-1].lemma not in W.ADMIT:
            return False
        side = self.found.cast.side(speeches[-1].speaker)
        return any(party.key in side for party in act.attackers)

    def _act_claims(self, event: Happening, act: Act) -> Iterable[dict[str, Any]]:
        key = self.event_keys[event.number]
        yield {"about": key, "occurrence": True}
        keys = [self._actor(party) for party in act.attackers]
        if len(keys) == 1:
            yield {"about": key, "attacker": keys[0]}
        elif keys:
            yield {"about": key, "attacker": {"any_of" if act.responsibility == "alternative" else "all_of": tuple(keys)}}
        place_keys = [place for name in [*act.quarters[:1], *act.places[:3]] if (place := self._place(name))]
        for target in act.targets:
            yield {"about": key, "target": self._site(target, place_keys[0] if place_keys else None)}
        for place in dict.fromkeys(place_keys):
            yield {"about": key, "place": place}
        if act.time and act.time.days != (None, None):
            yield {"about": key, "time": act.time.interval()}
        if act.weapon:
            yield {"about": key, "weapon": act.weapon}

    def _tolls(self, denied: dict[int, list[Rejection]]) -> None:
        for place, toll in enumerate(self.found.tolls):
            token = toll.quantity.token
            if toll.negated or any(token.i in one.content for one in denied.get(toll.doc, ())):
                continue
            event = self._event_of(place)
            speeches = self._chain(token)
            entry = self._entry(token, [one.speaker for one in speeches])
            entry.certainty = _weaker(entry.certainty, _certainty(token, speeches))
            entry.methods.append(f"figure{', ' + speeches[-1].method if speeches else ', own voice'}")
            identity = f"figure-{place + 1}"
            figure = toll.quantity.figure(toll.outcome, toll.population, toll.wording)
            whole = self.figure_ids.get(toll.part_of) if toll.part_of is not None else None
            if whole:
                figure = figure.model_copy(update={"part_of": whole})
            self.figure_ids[place] = identity
            entry.claims.append({"id": identity, "about": event, "figure": figure})

    def _event_of(self, place: int) -> str:
        """The event that a figure is of."""
        toll = self.found.tolls[place]
        whole = toll.part_of if toll.part_of in self._toll_events else None
        key = self._nearest(toll) if whole is None else self._toll_events[whole]
        self._toll_events[place] = key
        return key

    def _nearest(self, toll: Toll) -> str:
        token, doc = toll.quantity.token, toll.quantity.token.doc
        sentence = token.sent
        if _of_war(sentence, token):
            return self._conflict_key()
        here = [(event, act) for event in self.found.events for act in event.acts if act.token.doc is doc and act.token.sent.start == sentence.start]
        if here:
            return self.event_keys[min(here, key=lambda pair: _distance(token, pair[1].token))[0].number]
        before = [(act.doc, act.token.i, event) for event in self.found.events for act in event.acts if (act.doc, act.token.i) < (toll.doc, token.i) or act.doc == 0]
        if before:
            near = [one for one in before if toll.doc - one[0] <= 2 and not one[2].campaign] or [one for one in before if one[0] > 0 or not one[2].campaign] or before
            return self.event_keys[max(near, key=lambda one: one[:2])[2].number]
        return self.event_keys[self.found.events[0].number] if self.found.events else self._conflict_key()

    def _conflict_key(self) -> str:
        if self._conflict is None:
            code = self.found.cast.theatre
            state = self.found.cast.state(code).label if code else ""
            self._conflict = slug(f"armed-conflict {state}")
            label = f"armed conflict{f' ({state})' if state else ''}"
            self.events.setdefault(self._conflict, EventBlock(kind="Conflict", label=label))
        return self._conflict

    def _silences(self) -> None:
        cast = self.found.cast
        for one in self.found.silences:
            side = cast.side(one.who)
            number = self.numbers[id(one.token.doc)]
            for event in self.found.events:
                accused = [key for key in event.attackers if key in side or side & cast.side(key)]
                if accused and event.acts[0].doc <= number and not event.campaign:
                    entry = self._entry(one.token, [one.who], "silent_on")
                    claim = {"about": self.event_keys[event.number], "attacker": self._actor_key(accused[0])}
                    entry.claims += [claim] if claim not in entry.claims else []
                    entry.methods.append("silence")
                    break

    # ---- statements

    def _statements(self) -> list[StatementBlock]:
        made: list[StatementBlock] = []
        outer: dict[tuple[int, int, tuple[str, ...]], str] = {}
        for entry in sorted(self.entries.values(), key=lambda one: (one.doc, one.sentence.start)):
            quote, occurrence, _, _ = self._located(entry.sentence, entry.doc)
            reported: str | None = None
            for depth in range(1, len(entry.chain)):
                keys = tuple(party.key for party in entry.chain[:depth])
                place = (entry.doc, entry.sentence.start, keys)
                if place not in outer:
                    outer[place] = f"statement-{len(made) + 1}"
                    made.append(
                        StatementBlock(id=outer[place], quote=quote, occurrence=occurrence, speaker=self._actor(entry.chain[depth - 1]), reported_in=reported, review="unreviewed", confidence=0.6, proposed_by="rules: reported speech")
                    )
                reported = outer[place]
            made.append(self._statement(entry, quote, occurrence, reported))
        return made or [self._nothing()]

    def _statement(self, entry: _Entry, quote: str, occurrence: int | None, reported: str | None) -> StatementBlock:
        speaker = entry.chain[-1] if entry.chain else None
        data: dict[str, Any] = {
            "quote": quote, "occurrence": occurrence, "speaker": self._actor(speaker) if speaker else None, "reported_in": reported, "certainty": entry.certainty, "review": "unreviewed",
            "confidence": round(entry.confidence - (0.15 if speaker and not speaker.named else 0), 2), "proposed_by": f"rules: {'; '.join(dict.fromkeys(entry.methods))}"[:300],
            entry.stance: tuple(ClaimBlock.model_validate(claim) for claim in entry.claims),
        }  # fmt: skip
        if entry.stance == "denies":
            data |= {"form": tuple(entry.forms), "scope": tuple(entry.scopes)}
            spoken = self._speaks_for(speaker) if speaker else ()
            data["on_behalf_of"] = spoken
        return StatementBlock.model_validate(data)

    def _speaks_for(self, party: Party) -> tuple[str, ...]:
        block = party.block or self.reference.actors.get(party.key)
        return tuple(key for key in block.speaks_for if key in self.reference.actors or key in self.actors) if block else ()

    def _nothing(self) -> StatementBlock:
        sentence = next(iter(self.found.docs[0].sents)) if self.found.docs else None
        quote, occurrence = self.article.text.strip().split("\n")[0][:300], None
        if sentence is not None:
            quote, occurrence, _, _ = self._located(sentence, 0)
        return StatementBlock(quote=quote, occurrence=occurrence, review="unreviewed", confidence=0.0, proposed_by="rules: nothing found")


_OF_THE_ACT = ("attacker", "occurrence", "target", "casualties", "weapon")
"""The components whose denial does not take the act itself for granted."""
_ORDER: tuple[Certainty, ...] = ("possible", "probable", "underspecified", "certain")


def _weaker(one: Certainty, other: Certainty) -> Certainty:
    return min(one, other, key=_ORDER.index)


def _certainty(token: Token, speeches: Sequence[Speech]) -> Certainty:
    """How sure the words are."""
    around = {token.lower_, *(child.lower_ for child in token.children)}
    for one in token.ancestors:
        if one.sent.start != token.sent.start or (one.pos_ == "VERB" and one.dep_ == "conj"):
            break
        around |= {one.lemma_.lower(), *(child.lower_ for child in one.children if child.dep_ in ("advmod", "aux", "amod"))}
    if around & {"may", "might", "could", "possibly", "perhaps"}:
        return "possible"
    if any(one.hedged for one in speeches) or around & (W.HEDGED - {"could", "may", "might", "possibly"}):
        return "probable"
    return "certain"


def _is_negated(token: Token) -> bool:
    """Whether it is said that it did not happen."""
    for one in (token, *token.ancestors):
        if one.sent.start != token.sent.start:
            return False
        if any(child.dep_ == "neg" for child in one.children) and one.pos_ in ("VERB", "AUX"):
            return True
        if one.pos_ in ("VERB", "AUX") and one.dep_ not in ("xcomp", "aux", "auxpass"):
            return False
    return False


def _of_war(sentence: Span, token: Token) -> bool:
    text = sentence.text.lower()
    return bool(re.search(r"since the (?:\w+ )?(?:conflict|war|uprising|crisis|violence|start|beginning)|(?:conflict|war|uprising) (?:began|broke out|erupted|started)|in the (?:\w+ ){0,2}(?:conflict|war)\b|years? of (?:war|conflict|fighting)|civil war", text))


def _distance(one: Token, other: Token) -> float:
    """How far two words stand apart in the tree of the sentence; what is joined in another clause is further."""
    above = [one, *one.ancestors]
    theirs = [other, *other.ancestors]
    common = next((token for token in above if token in theirs), None)
    steps = above.index(common) + theirs.index(common) if common is not None else 20
    return steps + abs(one.i - other.i) * 0.12
