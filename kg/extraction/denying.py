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
from kg.extraction.denied import Denied
from kg.extraction.entries import Entries
from kg.extraction.findings import Findings
from kg.extraction.happenings import Happening
from kg.extraction.mentions import Target
from kg.extraction.reach import own_materiel
from kg.extraction.rejected import CHARGES
from kg.extraction.sites import site_of
from kg.extraction.things import Things
from kg.extraction.times import times
from kg.extraction.truecasing import as_written
from kg.extraction.wielding import TURNED


class Denying:
    """Enters the denials of an article."""

    def __init__(self, found: Findings, things: Things, entries: Entries) -> None:
        self.found, self.things, self.entries = found, things, entries
        self.denied = Denied(found, things)

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
        accused = self.denied.accused(one.behalf or speech.speaker)
        event = self.denied.event(number, one, accused)
        if one.behalf is None:
            accused = self.denied.cleared(number, one) or self.denied.accused_of(event, one, accused)
        if not self.denied.is_of_theirs(event, one, accused) or (event is None and _names_charge_alone(one)):
            return
        claims: list[dict[str, Any]] = []
        scopes: list[ScopeBlock] = []
        if one.general and not one.specific and (answered := self.denied.answered(one, accused)):
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

    def _denied_claims(self, one: Rejection, event: Happening, accused: str) -> list[dict[str, Any]]:
        key = self.things.event_keys[event.number]
        content = one.tokens
        simple: dict[str, dict[str, Any]] = {
            "attacker": {"attacker": accused},
            "occurrence": {"occurrence": True},
            "target_nature": {"target_nature": "militaryObjectivePresent" if one.form == "literal" else "civilianObject"},
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
            such = weapon is None and "such" in text.split()
            if one.form == "interpretive" or such:  # only tear gas; no such weapons
                weapon = next((act.weapon for act in event.acts if act.weapon), None if such else "smallArms")
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
        tokens = one.tokens
        lemmas = {token.lemma_.lower() for token in tokens}
        killed = bool(lemmas & (W.KILL | W.DEAD | {"toll"}))
        outcome = "killed" if killed else "injured" if lemmas & (W.INJURE | W.HURT) else "killedOrInjured"
        population = "civilians" if "civilian" in lemmas else "people"
        return {"outcome": outcome, "population": population, "bound": "vague", "wording": self._wording(one)}

    def _wording(self, one: Rejection) -> str:
        """The words that are denied: the object of the verb of denial, else all that is said."""
        tokens = one.tokens
        objects = {i.i for child in one.speech.cue.children if child.dep_ in ("dobj", "ccomp", "xcomp") for i in child.subtree}
        elsewhere = [token for token in tokens if one.word.sent == token.sent != one.speech.cue.sent]
        tokens = elsewhere or [token for token in tokens if token.i in objects] or tokens
        first, last = (tokens[0].i, tokens[-1].i) if tokens else (one.speech.cue.i, one.speech.cue.i)
        return as_written(one.speech.cue.doc[first : last + 1]).strip(" ,.\"'")[:400]

    def _scope(self, one: Rejection, accused: str) -> ScopeBlock:
        tokens = one.tokens
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


def _names_charge_alone(one: Rejection) -> bool:
    """Whether it is told of what is denied only that it was an accusation, or wrong: the allegations, any wrongdoing."""
    nouns = [token for token in one.tokens if token.pos_ in ("NOUN", "PRON", "VERB")]
    return bool(nouns) and all(token.lemma_.lower() in CHARGES | {"claim", "it", "this", "that"} for token in nouns)


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
