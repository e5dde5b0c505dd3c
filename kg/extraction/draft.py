"""From what was found in an article to a draft annotation."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from spacy.tokens import Token

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock
from kg.annotation.things import Curation
from kg.article import Article
from kg.extraction import words as W
from kg.extraction.counting import Counting
from kg.extraction.denials import Rejection
from kg.extraction.denying import Denying
from kg.extraction.entries import Entries, Entry, certainty_of, is_denied, is_negated, weaker
from kg.extraction.findings import Findings, Metadata
from kg.extraction.gazetteer import Places
from kg.extraction.happenings import Happening
from kg.extraction.hearsay import rejected_charge
from kg.extraction.inferring import Inferring
from kg.extraction.mentions import Act
from kg.extraction.party import Party
from kg.extraction.polarity import is_left_open
from kg.extraction.sites import told_in_text
from kg.extraction.speech import Speech
from kg.extraction.things import Things
from kg.reference.reading import Reference

_OF_THE_ACT = ("attacker", "occurrence", "target", "casualties", "weapon")
"""The components whose denial does not take the act itself for granted."""
_RIGHT = {"figure": 0.85, "attacker": 0.75, "occurrence": 0.7}
"""What share of the drafted figures, attackers and attacks stood in the annotations of 104 articles by people."""


class Draft:
    """Makes the annotation."""

    def __init__(self, found: Findings, article: Article, reference: Reference, places: Places) -> None:
        self.found, self.article, self.reference = found, article, reference
        self.things = Things(found, article, reference, places)
        self.entries = Entries(self.things)

    def annotation(self, file: str, about: Metadata, tool: str, on: date) -> Annotation:
        """The draft, ready to be written."""
        for event in self.found.events:
            self.things.event(event)
        denied = Denying(self.found, self.things, self.entries).enter()
        self._acts(denied)
        Inferring(self.found, self.things, self.entries).enter(denied)
        Counting(self.found, self.things, self.entries).enter(denied)
        self._silences()
        statements = self._statements()
        told = {claim["about"] for entry in self.entries for claim in entry.claims if "about" in claim}
        article = self.things.article(file, about)
        return Annotation(
            article=article,
            annotation=Curation.model_validate({"by": "machine draft", "on": on, "method": "extracted", "tool": tool[:400]}),
            actors=self.things.actors,
            places=self.things.places,
            sites=self.things.sites,
            events={key: block for key, block in self.things.events.items() if key in told},
            statements=tuple(statements),
        )

    def _acts(self, denied: Mapping[int, Sequence[Rejection]]) -> None:
        for event in self.found.events:
            for act in event.acts:
                if act.claimed:
                    self._claimed(event, act)
                if taken_back := self._taken_back(act):
                    self._assert(event, act, [taken_back])
                    continue
                rejecting = [
                    one
                    for one in denied.get(act.doc, ())
                    if act.token.i in one.content and one.component in _OF_THE_ACT and one.form != "counterAccusation"
                ]
                if len(event.acts) > 1 and self._is_alibi(act):
                    continue  # its nearest strike was 20 km away: no mention of this one
                accusation = _accusation(act.token)
                if accusation is None and (charge := rejected_charge(act.token, self.found.cast)) and not is_negated(act.token):
                    self._assert(event, act, [Speech(*charge, frozenset({act.token.i}), "accusation rejected")])
                    continue
                if accusation is None and (rejecting or is_negated(act.token) or is_denied(act.token)):
                    for speech in self._said_beside(act.token, rejecting):
                        self._assert(event, act, [speech])
                    continue
                for chain in self.found.speeches.chains(act.token):
                    speeches = [one for one in chain if accusation is None or accusation in (one.cue, *one.cue.ancestors)]
                    if not any(one.lemma in W.DENY_VERBS or is_left_open(one.cue) for one in speeches):
                        self._assert(event, act, speeches)

    def _is_alibi(self, act: Act) -> bool:
        """Whether it is told by somebody to show that they were elsewhere."""
        denials = (one for _, one in self.found.denials if one.form == "alibi" and one.word.doc is act.token.doc)
        return any(act.token.i in one.content for one in denials)

    def _said_beside(self, token: Token, rejecting: Sequence[Rejection]) -> list[Speech]:
        """Those who say in the same breath what others deny: residents said, and the army denied, that it had shelled them."""
        beside = {one.speech.cue.head.i for one in rejecting if one.speech.cue.dep_ == "conj"}
        said = self.found.speeches.by_doc[id(token.doc)]
        return [one for one in said if one.cue.i in beside and one.lemma in W.PLAIN_SAY and token.i in one.content]

    def _taken_back(self, act: Act) -> Speech | None:
        """The words by which one admits what they denied, where both are told of the same words: first denied, then admitted."""
        holding = [one for one in self.found.speeches.by_doc[id(act.token.doc)] if act.token.i in one.content]
        denying = [one for one in holding if one.lemma in W.DENY_VERBS]
        admitting = [one for one in holding if one.lemma in W.ADMIT and not is_left_open(one.cue)]
        return next((one for one in admitting if any(_took_back(before, one) for before in denying)), None)

    def _assert(self, event: Happening, act: Act, speeches: Sequence[Speech]) -> None:
        entry = self.entries.at(
            act.token, [one.speaker for one in speeches], "acknowledges" if self._admits(speeches, act) else "asserts"
        )
        entry.certainty = weaker(entry.certainty, certainty_of(act.token, speeches))
        entry.methods.append(f"act: {act.token.lemma_.lower()}" + (f", {speeches[-1].method}" if speeches else ", own voice"))
        for claim in self._act_claims(event, act, self._meant(act, speeches)):
            if claim not in entry.claims:
                entry.claims.append(claim)

    def _claimed(self, event: Happening, act: Act) -> None:
        """What those say who claim an attack, wherever that is told: also beside another's denial."""
        key = self.things.event_keys[event.number]
        for party in act.attackers:
            entry = self.entries.at(act.token, [party], "acknowledges")
            entry.methods.append("claim of responsibility")
            claims: list[dict[str, Any]] = [
                {"about": key, "occurrence": True},
                {"about": key, "attacker": self.things.actor(party)},
            ]
            entry.claims += [claim for claim in claims if claim not in entry.claims]

    def _admits(self, speeches: Sequence[Speech], act: Act) -> bool:
        """Whether who speaks last is the attacker, who concedes or claims it."""
        if not speeches or speeches[-1].lemma not in W.ADMIT | {"claim"}:
            return False
        side = self.found.cast.side(speeches[-1].speaker)
        return any(party.key in side for party in act.attackers)

    def _meant(self, act: Act, speeches: Sequence[Speech]) -> list[Party]:
        """The attackers whom these speakers mean: of two who accuse each other, the other."""
        if not act.mutual:
            return [] if act.claimed else act.attackers
        sides = [self.found.cast.side(one.speaker) for one in speeches]
        others = [party for party in act.attackers if not any(self.found.cast.side(party) & side for side in sides)]
        return others if len(others) < len(act.attackers) else []

    def _act_claims(self, event: Happening, act: Act, attackers: Sequence[Party]) -> Iterable[dict[str, Any]]:
        key = self.things.event_keys[event.number]
        yield {"about": key, "occurrence": True}
        keys = list(dict.fromkeys(self.things.actor(party) for party in attackers))
        if len(keys) == 1:
            yield {"about": key, "attacker": keys[0]}
        elif keys:
            yield {"about": key, "attacker": {"any_of" if act.responsibility == "alternative" else "all_of": tuple(keys)}}
        named = [(name, True) for name in act.quarters[:1]] + [(name, False) for name in act.places[:5]]
        place_keys = [place for name, small in named if (place := self.things.place(name, small))]
        for target in act.targets:
            site, told = told_in_text(target, act, event.acts)
            where = place_keys[:1] if told is act else [self.things.place(name, False) for name in told.places[:1]]
            yield {"about": key, "target": self.things.site(site, next(iter(where), None))}
        for place in dict.fromkeys(place_keys):
            yield {"about": key, "place": place}
        if act.time and act.time.days != (None, None):
            yield {"about": key, "time": act.time.interval()}
        if act.weapon:
            yield {"about": key, "weapon": act.weapon}

    def _silences(self) -> None:
        cast = self.found.cast
        for one in self.found.silences:
            side = cast.side(one.who)
            number = self.things.numbers[id(one.token.doc)]
            for event in self.found.events:
                accused = [key for key in event.attackers if key in side or side & cast.side(key)]
                if accused and event.acts[0].doc <= number and not event.campaign:
                    entry = self.entries.at(one.token, [one.who], "silent_on")
                    claim = {"about": self.things.event_keys[event.number], "attacker": self.things.actor_key(accused[0])}
                    entry.claims += [claim] if claim not in entry.claims else []
                    entry.methods.append("silence")
                    break

    def _statements(self) -> list[StatementBlock]:
        made: list[StatementBlock] = []
        outer: dict[tuple[int, int, tuple[str, ...]], str] = {}
        for entry in self.entries:
            quote, occurrence, _, _ = self.things.located(entry.sentence, entry.doc)
            reported: str | None = None
            for depth in range(1, len(entry.chain)):
                keys = tuple(party.key for party in entry.chain[:depth])
                place = (entry.doc, entry.sentence.start, keys)
                if place not in outer:
                    outer[place] = f"statement-{len(made) + 1}"
                    made.append(
                        StatementBlock(
                            id=outer[place],
                            quote=quote,
                            occurrence=occurrence,
                            speaker=self.things.actor(entry.chain[depth - 1]),
                            reported_in=reported,
                            review="unreviewed",
                            confidence=0.6,
                            proposed_by="rules: reported speech",
                        )
                    )
                reported = outer[place]
            made.append(self._statement(entry, quote, occurrence, reported))
        return made or [self._nothing()]

    def _statement(self, entry: Entry, quote: str, occurrence: int | None, reported: str | None) -> StatementBlock:
        speaker = entry.chain[-1] if entry.chain else None
        shares = [share for claim in entry.claims for told, share in _RIGHT.items() if told in claim]
        data: dict[str, Any] = {
            "quote": quote,
            "occurrence": occurrence,
            "speaker": self.things.actor(speaker) if speaker else None,
            "reported_in": reported,
            "certainty": entry.certainty,
            "review": "unreviewed",
            "confidence": min([entry.confidence, *shares]),
            "proposed_by": f"rules: {'; '.join(dict.fromkeys(entry.methods))}"[:300],
            entry.stance: tuple(ClaimBlock.model_validate(claim) for claim in entry.claims),
        }
        if entry.stance == "acknowledges":  # who concedes a thing says that it was so
            data["asserts"] = data["acknowledges"]
        if entry.stance == "denies":
            data |= {"form": tuple(entry.forms), "scope": tuple(entry.scopes)}
            data["on_behalf_of"] = self._speaks_for(speaker) if speaker else ()
        return StatementBlock.model_validate(data)

    def _speaks_for(self, party: Party) -> tuple[str, ...]:
        block = party.block or self.reference.actors.get(party.key)
        return tuple(key for key in block.speaks_for if key in self.reference.actors or key in self.things.actors) if block else ()

    def _nothing(self) -> StatementBlock:
        sentence = next(iter(self.found.docs[0].sents)) if self.found.docs else None
        quote, occurrence = self.article.text.strip().split("\n")[0][:300], None
        if sentence is not None:
            quote, occurrence, _, _ = self.things.located(sentence, 0)
        return StatementBlock(
            quote=quote, occurrence=occurrence, review="unreviewed", confidence=0.0, proposed_by="rules: nothing found"
        )


def _accusation(token: Token) -> Token | None:
    """The verb of an accusation of which the sentence ends by saying that it is denied: he blamed them, a charge they deny."""
    for one in token.ancestors:
        verb = one.head
        if one.lemma_.lower() in ("accuse", "blame") and one.dep_ == "ccomp" and verb.lemma_.lower() in W.DENY_VERBS:
            thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > one.i), None)
            return one if thing is not None and thing.lemma_.lower() in W.ACCUSATION_NOUNS else None
    return None


def _took_back(denial: Speech, admission: Speech) -> bool:
    """Whether one admits later what one denied; who denies an admission has admitted nothing."""
    later = denial.cue.i < admission.cue.i and admission.cue.i not in denial.content
    return later and denial.speaker.key == admission.speaker.key
