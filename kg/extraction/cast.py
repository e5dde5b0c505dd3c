"""Who acts and who speaks in an article: names, offices, peoples and common nouns as actors of the reference data, or minted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from kg.extraction import words as W
from kg.extraction.anaphora import Heard, by_initials, by_role
from kg.extraction.commonnouns import KINDS, common_noun, pronoun
from kg.extraction.countries import demonyms
from kg.extraction.folding import folded
from kg.extraction.governments import government_at
from kg.extraction.groups import GROUPS
from kg.extraction.names import cased
from kg.extraction.naming import (
    begins_name,
    body_kind,
    countries_in,
    country_of,
    is_acronym,
    is_armed_group,
    is_band,
    is_modifier,
    is_of_liberators,
    joined,
    named_behind,
    organisation_kind,
)
from kg.extraction.offices import offices
from kg.extraction.party import Party
from kg.extraction.personnames import full_name, is_person, last_name, person_words
from kg.extraction.statebodies import StateBodies

_LED = {
    "us-led-coalition": re.compile(r"\b(US|U\.S\.|American)-led\b|\bled by the (US|U\.S\.|United States)"),
    "saudi-led-coalition": re.compile(r"\bSaudi-led\b|\bled by Saudi Arabia"),
}
"""The words for who leads a coalition, by its key."""


def led_in(text: str) -> list[str]:
    """The coalitions whose leader a text names: a Saudi-led raid, a coalition led by the United States."""
    return [key for key, words in _LED.items() if words.search(text)]


@dataclass
class Cast(StateBodies):
    """The actors of one article, found by the words that stand for them."""

    heard: Heard = field(default_factory=Heard)
    bearers: dict[str, str] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    led: set[str] = field(default_factory=set)

    def read(self, docs: Sequence[Doc]) -> None:
        """Notes the names, their acronyms and which countries the article is about."""
        self.heard.order = {id(doc): number for number, doc in enumerate(docs)}
        self.heard.docs = docs
        self.paragraphs = len(docs)
        for doc in docs:
            self.mentions[id(doc)] = self.names.find(doc)
            self.countries.update(countries_in(doc))
            self.led.update(led_in(doc.text))
            for name in filter(None, (full_name(person[-1]) for person in doc.ents)):
                if " " in name:
                    self.bearers.setdefault(last_name(name), name)
            for token in doc:
                if is_armed_group(token) and token.i not in self.mentions[id(doc)]:
                    self.aliases.setdefault(token.text, self.minted(token.text, "ArmedGroup").key)
            for found in re.finditer(r"((?:[A-Z][\w'-]+ (?:(?:of|for|the|and|on) )*){1,6}[A-Z][\w'-]+) \(([A-Z]{2,7})\)", doc.text):
                key = self.names.by_words.get(cased(tuple(found[1].split()))) or self.names.by_words.get(cased((found[2],)))
                key = key or self.minted(found[1], organisation_kind(found[1]), also=(found[2],)).key
                self.aliases[found[1]] = self.aliases[found[2]] = key
        hits_of = ((doc[start:end].text, key) for doc in docs for start, end, key in self.mentions[id(doc)].values())
        self.named = frozenset(key for text, key in hits_of if not self._is_common_name(text, key))
        for doc in docs:
            hits = self.mentions[id(doc)].items()
            self.mentions[id(doc)] = {
                i: hit for i, hit in hits if self._is_name(doc[hit[0] : hit[1]].text, hit[2]) and not self._is_anothers(doc, hit)
            }

    def _is_anothers(self, doc: Doc, hit: tuple[int, int, str]) -> bool:
        """Whether the name of a group is but the end of another's: Kataib Hezbollah is not Hezbollah. Notes the other."""
        block, before = self.names.blocks.get(hit[2]), doc[hit[0] - 1] if hit[0] else None
        if block is None or block.kind != "ArmedGroup" or before is None or not begins_name(before):
            return False
        label = doc[before.i : hit[1]].text
        self.aliases[label] = self.minted(label, "ArmedGroup").key
        return True

    def _is_name(self, text: str, key: str) -> bool:
        """Whether these words name this actor here: common nouns, `the rebels`, do so only in an article about its country.

        The alliance is one that the article names.
        """
        block = self.names.blocks.get(key)
        if block is None or not self._is_common_name(text, key):
            return True
        code = demonyms().get(block.label.split()[0].lower())
        return key in self.named if code is None else self.is_about(code)

    def _is_common_name(self, text: str, key: str) -> bool:
        block = self.names.blocks.get(key)
        common = {name.removeprefix("the ") for name in block.also if name.islower()} if block else frozenset()
        return text.lower().removeprefix("the ") in common

    def party(self, token: Token | None) -> Party | None:
        """The actor that the noun phrase with this head names; None where it is none, or not known which."""
        if token is None:
            return None
        if token.pos_ == "PRON" or token.lower_ in ("who", "which", "that"):
            return pronoun(token, self)
        if named := self.whole_of(token) or self._holder(token) or self.described(token) or self.by_name(token):
            return named
        if other := self.called(token) or self.group_named(token):
            return other
        if token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.head.i < token.i and token.lemma_.lower() in GROUPS:
            return self.described(token.head) or self.by_name(token.head)
        for child in token.rights:
            if (
                child.dep_ == "appos"
                and (child.pos_ == "PROPN" or self._begins_name(child))
                and (other := self.group_before(child, token) or self.by_name(child) or self.group_called(child, token))
            ):
                return other
        return self._spoken_of(token) or self.issued(token) or self.by_country(token) or common_noun(token, self)

    def _begins_name(self, word: Token) -> bool:
        """Whether a name that is known begins with it, also one of common words: the charity Doctors Without Borders."""
        hit = self.mentions[id(word.doc)].get(word.i)
        return hit is not None and hit[0] == word.i and word.text[:1].isupper()

    def _holder(self, office: Token) -> Party | None:
        """Who is named behind the office that is written like a name: the Guard's Deputy Commander, Ali Musa."""
        if office.pos_ != "PROPN" or office.ent_type_ == "PERSON" or office.lemma_.lower() not in W.TITLES | W.RANKS:
            return None
        names = (child for child in office.rights if child.dep_ == "appos" and child.ent_type_ == "PERSON")
        return next((party for name in names if (party := self.by_name(name)) and party.kind == "Person"), None)

    def _spoken_of(self, token: Token) -> Party | None:
        """Who spoke before, where a noun points back: the army, the monitoring group; or who issued the report that speaks."""
        if token.lower_ in ("report", "statement") and token.dep_ == "dobj" and token.head.lemma_.lower() in W.ISSUE:
            return next((self.party(one) for one in token.head.children if one.dep_ == "nsubj"), None)
        before = [one.lower_ for one in token.lefts if one.lower_ != "based"]
        before = before[1:] if before[:1] == ["neither"] else before
        if before[:1] != ["the"] or not set(before[1:]) <= W.KIND_WORDS:
            return None
        if token.lower_ in ("coalition", "alliance") and len(before) == 1:
            return by_role(token.lower_, self.heard.before(token)) or self.only_coalition()
        if token.lower_ in ("army", "military", "ministry") and len(before) == 1:
            return by_role(token.lower_, self.heard.before(token))
        return by_role(token.lower_, self.heard.before(token), before[1:]) if before[1:] else None

    def parties_of(self, token: Token | None) -> list[Party]:
        """The actors that a noun phrase names, those joined by `and` or `or` as well."""
        return [party for party in map(self.party, joined(token)) if party] if token is not None else []

    def by_name(self, token: Token) -> Party | None:
        """The actor that has this name."""
        doc = token.doc
        hit = self.mentions[id(doc)].get(token.i)
        if hit and hit[1] == token.i + 1 and not is_modifier(token):
            return self.reference(hit[2], token)
        if token.text in self.aliases and not self._is_namesake(self._whole_name(token) or "", self.aliases[token.text]):
            return self.known(self.aliases[token.text])
        if hit and hit[0] <= token.i < hit[1] and hit[1] - hit[0] > 1:
            return self.reference(hit[2], token)
        if branch := self.branch(token):
            return branch
        code = country_of(token) or self._seat(token)
        if code is None and (person := self._person(token)):
            return person
        if code and token.pos_ == "PROPN" and token.lower_ not in demonyms():
            return self.state(code)
        if (token.pos_ == "PROPN" and not token.text.islower()) or is_acronym(token.text):
            return self._proper(token)
        return None

    def _seat(self, token: Token) -> str | None:
        """The country whose government is meant by its capital; if that may be a place, one that the article names."""
        code, sure = government_at(token) or (None, False)
        return code if code in self.countries or (sure and token.text not in self.bearers) else None

    def reference(self, key: str, token: Token) -> Party | None:
        """The known actor of this key, unless the word is too common to name it in this article."""
        block = self.names.blocks.get(key)
        code = next((code for code, state in self.names.states.items() if state == key), None)
        if block is None and code:
            return self.state(code)
        party = self.known(key)
        if party and party.kind == "Person":
            self.aliases.setdefault(last_name(party.label), key)
        return party

    def _whole_name(self, token: Token) -> str | None:
        """The name of a person whose last word this is; a last name alone is that of whom the article names first with it."""
        name = full_name(token)
        return self.bearers.get(name, name) if name else None

    def bearer(self, name: Token) -> Party | None:
        """The person whom the article names in full and whose last name stands before a noun: Haftar forces."""
        full = self.bearers.get(name.text)
        return self._person_called(full, name) if full and is_modifier(name) and not country_of(name) else None

    def _person(self, token: Token) -> Party | None:
        name = self._whole_name(token)
        group = any(child.dep_ == "appos" and child.lemma_.lower() in GROUPS for child in token.rights)
        return self._person_called(name, token) if name and not group else None

    def _person_called(self, name: str, token: Token) -> Party | None:
        last = last_name(name)
        if name in self.aliases or (last in self.aliases and not self._is_namesake(name, self.aliases[last])):
            return self.known(self.aliases.get(name) or self.aliases[last])
        hit = self.names.by_words.get(cased(tuple(name.split()))) or self.names.persons.get(folded(name))
        if hit is None and name == last and (of := self.names.by_last_name.get(last)) and self._is_ours(of):
            hit = of
        if hit:
            self.aliases[last] = hit
            return self.known(hit)
        if is_band(name):
            return self.minted(name, "ArmedGroup")
        party = self.minted(name, "Person", **offices(token, self))
        self.aliases[last] = self.aliases[name] = party.key
        return party

    def _is_ours(self, person: str) -> bool:
        """Whether it is a person of a country that the article is about: one who is known well is called by the last name alone."""
        self.known(person)
        side = self.side(person)
        return any(self.names.states[code] in side for code in self.countries)

    def _is_namesake(self, name: str, key: str) -> bool:
        """Whether somebody of the same last name has another first name: Saad Hariri is not Rafik Hariri."""
        party = self.known(key)
        first = party.label.split()[:-1] if party and party.kind == "Person" else []
        return bool(first) and " " in name and first[0][0].isupper() and name.split()[0][0] != first[0][0]

    def only_coalition(self) -> Party | None:
        """The one coalition that the article names, or of which it names the leader, Saudi-led raids; else one told of before."""
        keys = {key for found in self.mentions.values() for *_, key in found.values()} | self.led
        named = [key for key in keys if (block := self.names.blocks.get(key)) and block.kind == "Coalition"]
        if named:
            return self.known(named[0]) if len(named) == 1 else None
        return next((party for party in self.parties.values() if party.kind == "Coalition"), None)

    def _proper(self, token: Token) -> Party | None:
        """An organisation that is named, though no list has it."""
        if (
            not token.text[0].isupper()
            or (token.lower_ in KINDS.keys() & W.SPEAKER_ROLES and token.is_sent_start)
            or (token.lower_ in demonyms() and token.dep_ == "appos")
            or (token.tag_ == "NNPS" and token.lower_.removesuffix("s") in demonyms())
        ):
            return None
        left = [child for child in token.lefts if child.dep_ in ("compound", "nmod", "amod") and child.text[0].isupper()]
        band = named_behind(token)
        if body_kind(token) and not (is_of_liberators(token) or band) and (body := self.by_country(token)):
            return body
        left += [child for child in token.lefts if child.dep_ == "poss" and child.pos_ == "PROPN" and _is_in_name(child)]
        label = token.doc[min((child.left_edge.i for child in left), default=token.i) : token.i + 1].text
        label = label.removeprefix("the ").removeprefix("The ")
        following = token.doc[token.i + 1 : token.i + 6]
        if band is not None:
            label = token.doc[token.i : band.i + 1].text
        elif following and following[0].lower_ in ("of", "for") and token.ent_type_ == "ORG":
            label += " " + "".join(t.text_with_ws for t in following if t.ent_type_ == "ORG").strip()
        if owned := [one for one in token.doc.ents if one.label_ == "ORG" and one.end == token.i + 1 and _is_whole(one, token)]:
            label = owned[0].text.removeprefix("the ")
        short = label.split()[-1]
        if label in self.aliases or (short in self.aliases and not self._is_namesake(label, self.aliases[short])):
            return self.known(self.aliases.get(label) or self.aliases[short])
        if label.isupper() and 2 < len(label) < 6 and (meant := by_initials(label, self.parties.values())):
            return meant
        if is_person(token, label):
            label = " ".join(person_words(label))
            party = self.minted(label, "Person", **offices(token, self))
            self.aliases[short] = self.aliases[label] = party.key
            return party
        kind = organisation_kind(label)
        told = bool(left or band is not None) and kind != "Organisation"
        if (told or token.ent_type_ in ("ORG", "NORP") or is_acronym(label)) and len(label) > 2 and not label.isdigit():
            return self.minted(label, kind)
        return None


def _is_in_name(owner: Token) -> bool:
    """Whether the owner is a part of the name: the Lord's Resistance Army, the New People's Army."""
    the = any(child.lower_ == "the" for child in owner.lefts)
    return the and not country_of(owner) and owner.ent_type_ not in ("PERSON", "GPE", "DATE", "TIME")


def _is_whole(name: Span, last: Token) -> bool:
    """Whether it is one name up to its last word, though the parse parts it: the People's Army, in `Ama Army spokesman`."""
    return "'s " in name.text or (last.dep_ == "compound" and last.head.lemma_.lower() in W.TITLES)
