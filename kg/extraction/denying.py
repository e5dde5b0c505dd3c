"""Denials as statements: of claims about one event, or of a scope of events."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from kg.annotation.statements import ScopeBlock
from kg.extraction import words as W
from kg.extraction.components import CLASS_OF, aimed_at, aimed_instead
from kg.extraction.denials import Rejection
from kg.extraction.entries import Entries
from kg.extraction.findings import Findings
from kg.extraction.forces import FIGHTING
from kg.extraction.happenings import Happening
from kg.extraction.mentions import Target
from kg.extraction.party import Party
from kg.extraction.reach import is_habitual, own_materiel
from kg.extraction.sites import site_of
from kg.extraction.things import Things
from kg.extraction.times import times
from kg.extraction.wielding import TURNED

_BY_HAND = frozenset({"execute", "torture", "rape", "loot", "burn", "torch", "murder"})
"""What is done face to face: no denial of it is one of a strike that others are said to have made."""


class Denying:
    """Enters the denials of an article."""

    def __init__(self, found: Findings, things: Things, entries: Entries) -> None:
        self.found, self.things, self.entries = found, things, entries

    def enter(self) -> dict[int, list[Rejection]]:
        """Adds the denials; returns them by document."""
        by_doc: dict[int, list[Rejection]] = {}
        for number, one in self.found.denials:
            if not one.outside:
                by_doc.setdefault(number, []).append(one)
            if not one.mute:
                self._deny(number, one)
        return by_doc

    def _deny(self, number: int, one: Rejection) -> None:
        speech = one.speech
        outer = [other.speaker for other in self.found.speeches.of(speech.cue) if other.speaker.key != speech.speaker.key]
        accused = self._accused(speech.speaker)
        event = self._denied_event(number, one, accused)
        accused = self._cleared(number, one) or self._accused_of(event, one, accused)
        claims: list[dict[str, Any]] = []
        scopes: list[ScopeBlock] = []
        if one.general and not one.specific and (answered := self._answered(one, accused)):
            one, event = replace(one, general=False, specific=True), answered
        if one.specific and event is not None:
            claims += self._denied_claims(one, event, accused)
        if one.report and event is not None:
            claims += self._findings_of_report(one, event, accused)
        if one.general or not claims:
            scopes.append(self._scope(one, accused))
        entry = self.entries.at(one.word, [*outer, speech.speaker], "denies")
        entry.claims += [claim for claim in claims if claim not in entry.claims]
        entry.scopes += [scope for scope in scopes if scope not in entry.scopes]
        entry.forms += [one.form] if one.form not in entry.forms else []
        entry.methods.append(f"denial: {one.method}")
        entry.confidence = min(entry.confidence, one.confidence)

    def _answered(self, one: Rejection, accused: str) -> Happening | None:
        """What its side is accused of before in the same sentence: killed hundreds, they said; the RSF denied killing civilians."""
        word, cast = one.speech.cue, self.found.cast
        denies = word.lemma_.lower() in W.DENY_VERBS or any(token.lower_ == "had" for token in self._content_tokens(one))
        if is_habitual(word) or not denies:
            return None
        told = ((event, act) for event in self.found.events for act in event.acts if not event.campaign)
        here = ((event, act) for event, act in told if act.token.sent == word.sent and act.token.i < word.i)
        return next((event for event, act in here if any(accused in cast.side(by) for by in act.attackers)), None)

    def _accused(self, speaker: Party) -> str:
        """Whom a denial of this speaker clears: the one of its side who is named as attacker, or else its state."""
        cast = self.found.cast
        side = cast.side(speaker)
        named = Counter(party.key for event in self.found.events for act in event.acts for party in act.attackers)
        for key, _ in named.most_common():
            if key in side or side & cast.side(key):
                return self.things.actor_key(key)
        states = [key for key in side if (party := cast.parties.get(key)) and party.kind in ("State", "Coalition", "ArmedGroup")]
        bodies = [key for key in side if key != speaker.key and (one := cast.parties.get(key)) and one.kind in FIGHTING]
        return self.things.actor_key(min(states or bodies or [speaker.key]))

    def _cleared(self, number: int, one: Rejection) -> str | None:
        """Whom it is denied for, where that is another than whose side denies it: Russia denied that Syria had bombed a school."""
        if one.form == "counterAccusation":
            return None
        cast, doc = self.found.cast, self.found.docs[number]
        side = cast.side(one.speech.speaker)
        here = [act for event in self.found.events for act in event.acts if act.token.doc is doc and act.token.i in one.content]
        named = min(here, key=lambda act: act.token.i).attackers if here else []
        if not named or any(party.key in side or side & cast.side(party) for party in named):
            return None
        return self.things.actor_key(named[0].key)

    def _accused_of(self, event: Happening | None, one: Rejection, accused: str) -> str:
        """The one whom the event is laid to, where a denial comes from a body whose state is not known.

        Whom the denial itself blames is not meant.
        """
        cast, speaker = self.found.cast, one.speech.speaker
        if event is None or cast.whose(speaker) != {speaker.key}:
            return accused
        here = [act for act in event.acts if act.token.sent == one.word.sent and one.form == "counterAccusation"]
        laid_to = event.attackers - {party.key for act in here for party in act.attackers}
        if len(laid_to) != 1:
            return accused
        only = next(iter(laid_to))
        of_state = any(own.kind in ("StateBody", "ArmedForce") for key in cast.side(speaker) if (own := cast.parties.get(key)))
        if of_state and (party := cast.parties.get(only)) and party.kind in ("ArmedGroup", "Organisation", "UnnamedSource"):
            return accused
        bodies = speaker.kind in ("StateBody", "ArmedForce", "UnnamedSource", "Organisation", "Person")
        return self.things.actor_key(only) if bodies and only != speaker.key else accused

    def _denied_event(self, number: int, one: Rejection, accused: str) -> Happening | None:
        """The event that a denial is of: the one it mentions, else one that its side is accused of, else the first."""
        doc = self.found.docs[number]
        cast = self.found.cast

        def theirs(event: Happening) -> bool:
            return any(accused in cast.side(key) or key in cast.side(accused) for key in event.attackers)

        def inside(event: Happening) -> bool:
            return any(act.token.doc is doc and act.token.i in one.content for act in event.acts)

        before = [event for event in self.found.events if event.acts[0].doc <= number]
        before = [event for event in before if not theirs(event) or self._laid_by_others(event, accused)] or before
        blamed = [event for event in before if theirs(event)] or [event for event in self.found.events if theirs(event)]
        for event in self.found.events:
            instead = aimed_instead(self._content_tokens(one)) is not None
            own = (one.component == "target_nature" or instead) and all(act.token.i in one.content for act in event.acts)
            if inside(event) and not (own and any(other is not event for other in blamed)):
                return None if instead and own else event  # but what one says oneself that was hit instead
        blamed = [event for event in blamed if not inside(event)] or blamed
        blamed = [event for event in before if one.component != "target_nature" and self._at_same(event, one)] or blamed
        single = [event for event in blamed if not event.campaign] or blamed
        if len(single) > 1 and number - single[-1].acts[-1].doc <= 2:
            return max(single, key=lambda event: (max(act.doc for act in event.acts), event.number))
        if single:
            return single[0]
        if any(token.lemma_.lower() in _BY_HAND for token in self._content_tokens(one)):
            return None
        return before[0] if before else (self.found.events[0] if self.found.events else None)

    def _laid_by_others(self, event: Happening, accused: str) -> bool:
        """Whether anybody but their own side says that they made the attack: what one tells of oneself, one does not deny."""
        cast = self.found.cast
        laid = [act for act in event.acts if any(accused in cast.side(by) or by.key in cast.side(accused) for by in act.attackers)]
        chains = [self.found.speeches.of(act.token) for act in laid]
        return any(not chain or accused not in cast.side(chain[-1].speaker) for chain in chains)

    def _at_same(self, event: Happening, one: Rejection) -> bool:
        """Whether those at whom it is said not to have been done are those whom the attack hit: did not fire at protesters."""
        aimed = {
            token.lemma_.lower()
            for token in self._content_tokens(one)
            if (token.dep_ == "pobj" and token.head.lower_ in ("at", "on", "against")) or token.dep_ in ("dobj", "nsubjpass")
        }
        return any(target.token.lemma_.lower() in aimed for act in event.acts for target in act.targets)

    def _denied_claims(self, one: Rejection, event: Happening, accused: str) -> list[dict[str, Any]]:
        key = self.things.event_keys[event.number]
        content = self._content_tokens(one)
        simple: dict[str, dict[str, Any]] = {
            "attacker": {"attacker": accused},
            "occurrence": {"occurrence": True},
            "target_nature": {"target_nature": "civilianObject"},
            "damage": {"damage": "damaged"},
            "casualties": {"figure": self._figure(one)},
            "intent": {"intent": "deliberate", "by": accused},
            "lawfulness": {"lawfulness": "warCrime", "by": accused},
            "evidence": {"evidence": "substantiated"},
            "credibility": {"credibility": "credible"},
        }
        if one.component in simple:
            return [{"about": key, **simple[one.component]}]
        if one.component == "target":
            instead = aimed_instead(content)
            content = _before(instead, content)
            target = next((found for token in content if token.pos_ != "VERB" and (found := _site_named(token))), None)
            target = target or next((target for act in event.acts for target in act.targets if instead is None), None)
            if target is None and (instead is not None or aimed_at(content)):
                return [{"about": key, "intent": "deliberate", "by": accused}]
            return [{"about": key, "target": self.things.site(target, None)}] if target else [{"about": key, "attacker": accused}]
        if one.component == "weapon":
            text = " ".join((*(token.lemma_.lower() for token in content), *(token.lower_ for token in content)))
            weapon = next((weapon for words, weapon in W.WEAPONS.items() if words in text), None)
            if one.form == "interpretive":  # only tear gas
                weapon = next((act.weapon for act in event.acts if act.weapon), "smallArms")
            return [{"about": key, "weapon": weapon, "by": accused}] if weapon else [{"about": key, "attacker": accused}]
        return []

    def _findings_of_report(self, one: Rejection, event: Happening, accused: str) -> Iterator[dict[str, Any]]:
        """What the article gives as the findings of the report that is rejected as a whole: its dead, and crimes."""
        author = self._author(one)
        if author is None:
            return
        told = [
            (speech, toll)
            for toll in self.found.tolls
            for speech in self.found.speeches.of(toll.quantity.token)
            if speech.speaker.key == author and not toll.negated and toll.part_of is None and toll.outcome == "killed"
        ]
        key = self.things.event_keys[event.number]
        for _, toll in told[:1]:
            yield {"about": key, "figure": toll.quantity.figure("killed", toll.population, toll.wording)}
        spoken = [speech for found in self.found.speeches.by_doc.values() for speech in found if speech.speaker.key == author]
        if any("war crime" in speech.cue.sent.text.lower() for speech in spoken):
            yield {"about": key, "lawfulness": "mayBeWarCrime", "by": accused}

    def _author(self, one: Rejection) -> str | None:
        """Whose report it is: who is named in the sentence, else the one organisation that the article quotes most."""
        quoted = Counter(
            speech.speaker.key
            for found in self.found.speeches.by_doc.values()
            for speech in found
            if speech.speaker.kind in ("MonitoringGroup", "HumanitarianOrganisation", "IntergovernmentalOrganisation")
        )
        cast = self.found.cast
        named = cast.mentions[id(one.speech.cue.doc)]
        here = [named[token.i][2] for token in one.speech.cue.sent if token.i in named]
        return next((key for key in here if key in quoted), None) or next((key for key, _ in quoted.most_common(1)), None)

    def _figure(self, one: Rejection) -> dict[str, Any]:
        """The harm that is denied, in the words of the denial: killed or injured, and who."""
        tokens = self._content_tokens(one)
        lemmas = {token.lemma_.lower() for token in tokens}
        killed = bool(lemmas & (W.KILL | W.DEAD | {"toll"}))
        outcome = "killed" if killed else "injured" if lemmas & (W.INJURE | W.HURT) else "killedOrInjured"
        population = "civilians" if "civilian" in lemmas else "people"
        return {"outcome": outcome, "population": population, "bound": "vague", "wording": self._wording(one)}

    def _wording(self, one: Rejection) -> str:
        """The words that are denied: the object of the verb of denial, else all that is said."""
        tokens = self._content_tokens(one)
        objects = {i.i for child in one.speech.cue.children if child.dep_ in ("dobj", "ccomp", "xcomp") for i in child.subtree}
        elsewhere = [token for token in tokens if one.word.sent == token.sent != one.speech.cue.sent]
        tokens = elsewhere or [token for token in tokens if token.i in objects] or tokens
        return one.speech.cue.doc[tokens[0].i : tokens[-1].i + 1].text.strip(" ,.\"'")[:400] if tokens else one.speech.cue.text

    def _content_tokens(self, one: Rejection) -> list[Token]:
        return [one.speech.cue.doc[i] for i in sorted(one.content)]

    def _scope(self, one: Rejection, accused: str) -> ScopeBlock:
        tokens = self._content_tokens(one)
        tokens = _before(aimed_instead(tokens), tokens)
        wording = self._wording(one)
        words = {token.lemma_.lower() for token in tokens}
        kind = next((site.kind for token in tokens if (site := _site_named(token)) and site.kind != "Site"), None)
        civilian = bool(words & {"civilian", "noncombatant"})
        component = CLASS_OF[one.component]
        data: dict[str, Any] = {"actors": (accused,), "wording": wording, "components": (component,)}
        if component == "CasualtyClaim":
            data["victims"] = "civilians" if civilian else None
        elif one.component == "occurrence":
            data |= {"act": "Attack", "components": (component, "AttackerClaim")}
        elif kind or civilian:
            data["target"] = kind or "CivilianInfrastructure"
            aimed = ("TargetClaim", "AttackerClaim") if component == "TargetClaim" else (component,)
            data["components"] = aimed
        if component == "AttackerClaim" and not data.get("target"):
            data["act"] = "Attack"
        place = next(
            (
                self.things.place(token.text)
                for token in tokens
                if token.ent_type_ == "GPE" and token.dep_ == "pobj" and token.head.lower_ in ("in", "over", "near", "around")
            ),
            None,
        )
        said = next((time for time in times(wording, self.found.published) if time.days[0] and not time.since), None)
        return ScopeBlock.model_validate({**data, "place": place, "time": said.interval() if said else None})


def _before(instead: Token | None, tokens: list[Token]) -> list[Token]:
    """The words up to what is said to have been aimed at instead, or all."""
    return tokens if instead is None else [token for token in tokens if token.i < instead.left_edge.i]


def _site_named(token: Token) -> Target | None:
    """The site that this noun names, if it is what was hit."""
    return site_of(token) if token.pos_ in ("NOUN", "PROPN") and not _does_it(token) else None


def _does_it(token: Token) -> bool:
    """Whether it is who, or with what, is said not to have done it, or where from: no soldier fired from our posts."""
    wielded = token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in TURNED | {"fly", "send", "launch", "scramble"}
    did = own_materiel(token) and (token.dep_ in ("nsubj", "nsubjpass") or token.head.lower_ in ("from", "of"))
    return wielded or did
