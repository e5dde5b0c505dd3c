"""Who acts and who speaks in an article: names, offices, peoples and common nouns as actors of the reference data, or minted.

What is minted is typed, and says so: its key is no key of the reference data.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.annotation.things import ActorBlock
from kg.extraction import words as W
from kg.extraction.anaphora import antecedent, by_pronoun, by_role
from kg.extraction.countries import by_code, demonyms
from kg.extraction.names import Names, cased
from kg.extraction.naming import country_of, full_name, is_armed_group, is_person, organisation_kind
from kg.extraction.party import Party
from kg.extraction.said import quoted
from kg.identifiers import slug
from kg.terms import ActorKind

_OF_THE_STATE = frozenset({"minister", "general", "colonel", "brigadier", "admiral"})
"""Offices that are those of a state, even where it is not told of which."""


@dataclass
class Cast:
    """The actors of one article, as they come up."""

    names: Names
    parties: dict[str, Party] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    spoken: list[Party] = field(default_factory=list)
    mentions: dict[int, dict[int, tuple[int, int, str]]] = field(default_factory=dict)

    def read(self, docs: Sequence[Doc]) -> None:
        """Notes the names, their acronyms and which countries the article is about."""
        for doc in docs:
            self.mentions[id(doc)] = self.names.find(doc)
            for start, end, state in set(self.mentions[id(doc)].values()):
                if end - start > 1 and state in self._codes and not any(country_of(one) for one in doc[start:end]):
                    self.countries[self._codes[state]] += 1
            for token in doc:
                if code := country_of(token):
                    self.countries[code] += 1
                if is_armed_group(token) and token.i not in self.mentions[id(doc)]:
                    self.aliases.setdefault(token.text, self.minted(token.text, "ArmedGroup").key)
            for found in re.finditer(r"((?:[A-Z][\w'-]+ (?:(?:of|for|the|and|on) )*){1,6}[A-Z][\w'-]+) \(([A-Z]{2,7})\)", doc.text):
                key = self.names.by_words.get(cased(tuple(found[1].split())))
                self.aliases[found[2]] = key or self.minted(found[1], organisation_kind(found[1]), also=(found[2],)).key

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The countries by the keys of their states."""
        return {state: code for code, state in self.names.states.items()}

    @property
    def theatre(self) -> str | None:
        """The country that the article is about most."""
        fought = [(count, code) for code, count in self.countries.items() if code not in ("US", "GB", "RU", "FR", "DE")]
        return max(fought)[1] if fought else next((code for code, _ in self.countries.most_common(1)), None)

    def state(self, code: str) -> Party:
        """A country as an actor."""
        key = self.names.states[code]
        return self.known(key) or self._put(
            Party(key, by_code()[code].name, "State", ActorBlock(kind="State", label=by_code()[code].name))
        )

    def known(self, key: str) -> Party | None:
        """The actor with this key, if the reference data or the world's list has it; with the actors it is part of."""
        block = self.names.blocks.get(key)
        if block is None:
            return self.parties.get(key)
        for other in (*block.part_of, *block.member_of, *block.speaks_for):
            if other not in self.parties and not self.known(other):
                code = next((code for code, state in self.names.states.items() if state == other), None)
                if code:
                    self.state(code)
        return self._put(Party(key, block.label, block.kind, None if key in self.names.reference.actors else block))

    def _put(self, party: Party) -> Party:
        return self.parties.setdefault(party.key, party)

    def minted(self, label: str, kind: ActorKind, also: Iterable[str] = (), **relations: tuple[str, ...]) -> Party:
        """A new actor with this label, or the known one that it is the name of."""
        label = re.sub(r"\s+", " ", label).strip(" ,'\"")[:120]
        key = slug(label, 44)
        if key in self.names.blocks:
            return self.known(key) or self.parties[key]
        block = ActorBlock.model_validate({"kind": kind, "label": label, "also": tuple(also), **relations})
        return self._put(Party(key, label, kind, block))

    def unnamed(self, label: str) -> Party:
        """A source that is called by a common noun."""
        return self.minted(label, "UnnamedSource")

    def party(self, token: Token | None) -> Party | None:
        """The actor that the noun phrase with this head names; None where it is none, or not known which."""
        if token is None:
            return None
        if token.pos_ == "PRON" or token.lower_ in ("who", "which", "that"):
            return self._pronoun(token)
        named = self._named(token)
        if named:
            return named
        for child in token.rights:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and (other := self._named(child)):
                return other
        return self._by_country(token) or self._common(token)

    def parties_of(self, token: Token | None) -> list[Party]:
        """The actors that a noun phrase names, those joined by `and` or `or` as well."""
        if token is None:
            return []
        heads = [token, *(child for child in token.conjuncts if child.i > token.i)]
        return [party for party in map(self.party, heads) if party]

    def joint_countries(self, token: Token) -> list[str]:
        """The countries whose adjectives stand before this noun, those joined by `and` or `or` as well."""
        found = []
        for child in token.lefts:
            for one in (child, *child.conjuncts):
                code = country_of(one)
                if code and code not in found:
                    found.append(code)
        return found

    def _named(self, token: Token) -> Party | None:
        doc = token.doc
        hit = self.mentions[id(doc)].get(token.i)
        if hit and hit[1] == token.i + 1 and not self._is_modifier(token):
            return self._reference(hit[2], token)
        if token.text in self.aliases:
            return self.known(self.aliases[token.text])
        if hit and hit[0] <= token.i < hit[1] and hit[1] - hit[0] > 1:
            return self._reference(hit[2], token)
        person = self._person(token)
        if person:
            return person
        code = country_of(token)
        if code and token.pos_ == "PROPN" and token.lower_ not in demonyms():
            return self.state(code)
        if token.pos_ == "PROPN" and not token.text.islower():
            return self._proper(token)
        return None

    def _reference(self, key: str, token: Token) -> Party | None:
        block = self.names.blocks.get(key)
        if block and token.lower_ in ("rebels", "regime", "fighters") and "SY" not in self.countries:
            return None
        code = next((code for code, state in self.names.states.items() if state == key), None)
        if block is None and code:
            return self.state(code)
        party = self.known(key)
        if party and party.kind == "Person":
            self.aliases.setdefault(party.label.split()[-1], key)
        return party

    def _is_modifier(self, token: Token) -> bool:
        return token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i

    def _person(self, token: Token) -> Party | None:
        name = full_name(token)
        if not name:
            return None
        last = name.split()[-1]
        if name in self.aliases or last in self.aliases:
            return self.known(self.aliases.get(name) or self.aliases[last])
        hit = self.names.by_words.get(cased(tuple(name.split())))
        if hit:
            self.aliases[last] = hit
            return self.known(hit)
        offices = self._offices(token)
        party = self.minted(name, "Person", **offices)
        self.aliases[last] = self.aliases[name] = party.key
        return party

    def _offices(self, token: Token) -> dict[str, tuple[str, ...]]:
        """For whom a person speaks, or of what it is a member, by the words around its name."""
        around = [child for child in token.lefts if child.dep_ in ("compound", "nmod", "amod", "poss", "appos")]
        around += [
            child
            for child in token.rights
            if child.dep_ in ("appos", "relcl") or (child.dep_ == "prep" and child.lower_ in ("of", "from", "with"))
        ]
        if token.dep_ == "appos" and token.head.lemma_.lower() in W.TITLES:
            around += [child for child in token.head.lefts if child.dep_ != "det"]
        words = sorted({one for child in around for one in child.subtree if one.i != token.i}, key=lambda one: one.i)
        if token.dep_ == "appos" and token.head.lemma_.lower() in W.TITLES:
            words.append(token.head)
        if not words:
            return {}
        lemmas = {one.lemma_.lower() for one in words}
        body = self._body_in(words)
        if body is None and lemmas & {"spokesman", "spokeswoman", "spokesperson", *_OF_THE_STATE}:
            body = self._last_body()
        if body is None and self.theatre and lemmas & _OF_THE_STATE:
            body = self.state(self.theatre)
        if body is not None and body.kind == "IntergovernmentalOrganisation":
            body = next((self.state(code) for one in words if (code := country_of(one))), body)
        if body is None or body.kind in ("Person", "UnnamedSource"):
            return {}
        return {"speaks_for" if lemmas & W.SPEAKING else "member_of": (body.key,)}

    def _body_in(self, words: Sequence[Token]) -> Party | None:
        """The organisation or state that these words name."""
        for one in words:
            hit = self.mentions[id(one.doc)].get(one.i)
            if hit and (party := self._reference(hit[2], one)) and party.kind != "Person":
                return party
            if one.text in self.aliases and (party := self.known(self.aliases[one.text])) and party.kind != "Person":
                return party
        for one in words:
            if one.lower_ in (*W.BODY_HEADS, "government", "regime", "junta") and (party := self._by_country(one)):
                return party
            if one.lower_ == "coalition" and (party := self._coalition()):
                return party
        country = next((self.state(code) for one in words if (code := country_of(one))), None)
        owner = next((one for one in words if one.lower_ in ("its", "their") and one.dep_ == "poss"), None)
        return self._owner(owner) if country is None and owner is not None else country

    def _last_body(self) -> Party | None:
        """The last body or force that spoke, or was spoken for."""
        for party in reversed(self.spoken):
            above = party.block.speaks_for if party.kind == "Person" and party.block else ()
            for one in (party, *(self.parties[key] for key in above if key in self.parties)):
                if one.kind in ("StateBody", "ArmedForce", "State", "ArmedGroup", "Coalition"):
                    return one
        return None

    def _owner(self, pronoun: Token) -> Party | None:
        """Whose spokesman `its spokesman` is: of the subject before it in the sentence, else of the last that spoke."""
        inside = {i for start, end in quoted(pronoun.doc) for i in range(start, end)}
        for token in pronoun.doc[pronoun.sent.start : pronoun.i]:
            subject = token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN") and token.i not in inside
            party = self.party(token) if subject else None
            if party and party.kind not in ("Person", "UnnamedSource"):
                return party
        return by_pronoun("it", self.spoken) if pronoun.lower_ == "its" else None

    def _coalition(self) -> Party | None:
        """The one coalition that the article names."""
        keys = {key for found in self.mentions.values() for *_, key in found.values()}
        named = [key for key in keys if (block := self.names.blocks.get(key)) and block.kind == "Coalition"]
        return self.known(named[0]) if len(named) == 1 else None

    def _proper(self, token: Token) -> Party | None:
        """An organisation that is named, though no list has it."""
        left = [child for child in token.lefts if child.dep_ in ("compound", "nmod", "amod") and child.text[0].isupper()]
        label = token.doc[min((child.left_edge.i for child in left), default=token.i) : token.i + 1].text
        following = token.doc[token.i + 1 : token.i + 6]
        if following and following[0].lower_ in ("of", "for") and token.ent_type_ == "ORG":
            label += " " + "".join(t.text_with_ws for t in following if t.ent_type_ == "ORG").strip()
        short = label.split()[-1]
        if short in self.aliases:
            return self.known(self.aliases[short])
        if is_person(token, label):
            party = self.minted(label, "Person", **self._offices(token))
            self.aliases[short] = self.aliases[label] = party.key
            return party
        if token.ent_type_ in ("ORG", "NORP") and len(label) > 2 and not label.isdigit():
            return self.minted(label, organisation_kind(label))
        return None

    def _by_country(self, token: Token) -> Party | None:
        """A body or force of a state: Russian defence ministry, Israeli army, Afghan officials."""
        code = next(iter(self.joint_countries(token)), None) or next(
            (country_of(c) for c in token.lefts if c.dep_ == "poss" and country_of(c)), None
        )
        head = token.lower_
        if (
            code is None
            and head in ("government", "regime", "junta", "army", "military", "authorities", "troops")
            and token.pos_ in ("NOUN", "PROPN")
            and not any(child.pos_ == "PROPN" for child in token.lefts)
        ):
            code = self.theatre
        if code is None:
            return None
        demonym = next((name.title() for name, of in demonyms().items() if of == code), by_code()[code].name)
        state = self.state(code)
        if head in ("government", "regime", "junta", "state", "authorities"):
            return state
        kind = W.BODY_HEADS.get(head)
        if kind:
            label = f"{demonym} {token.doc[self._after_country(token) : token.i + 1].text}"
            hit = self.names.by_words.get(cased(tuple(label.split())))
            return self.known(hit) if hit else self.minted(label, kind, part_of=(state.key,))
        return None

    def _after_country(self, token: Token) -> int:
        """Where the words between the country and the head begin."""
        first = token.left_edge.i
        for one in token.doc[token.left_edge.i : token.i]:
            if country_of(one) or one.dep_ in ("det", "poss", "case") or one.pos_ in ("PUNCT", "PART"):
                first = one.i + 1
        return first

    def _common(self, token: Token) -> Party | None:
        lemma = token.lemma_.lower()
        lemma = "media" if token.lower_ == "media" else lemma
        if lemma not in W.SPEAKER_ROLES or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return None
        definite = any(child.lower_ in ("the", "this", "its", "their") for child in token.lefts if child.dep_ in ("det", "poss"))
        if definite and not any(child.dep_ in ("amod", "compound", "nmod") for child in token.lefts):
            known = by_role(lemma, self.spoken)
            if known:
                return known
        start = token.left_edge.i
        label = token.doc[start : token.i + 1].text
        tail = next(
            (child for child in token.rights if child.dep_ == "prep" and child.lower_ in ("of", "from", "for", "in", "with")), None
        )
        if tail is not None and tail.right_edge.i - token.i <= 12:
            label = token.doc[start : tail.right_edge.i + 1].text
        label = re.sub(r"^(?:the|an?|its|their|some|other|several|many|these|those) ", "", label, flags=re.IGNORECASE)
        body = self._body_in([one for one in token.subtree if one.i <= token.i + 7])
        if body and (definite or any(child.dep_ == "poss" for child in token.lefts)) and lemma in W.TITLES:
            holder = next(
                (party for party in reversed(self.spoken) if party.kind == "Person" and body.key in self.side(party)), None
            )
            if holder:
                return holder
        relation = (
            {}
            if body is None or body.kind in ("Person", "UnnamedSource")
            else {"speaks_for" if lemma in W.SPEAKING else "member_of": (body.key,)}
        )
        return self.minted(label, "UnnamedSource", **relation)

    def _pronoun(self, token: Token) -> Party | None:
        if token.lower_ in ("who", "which", "that"):
            return self.party(antecedent(token))
        return by_pronoun(token.lower_, self.spoken)

    def side(self, party: Party | str) -> frozenset[str]:
        """The actor with all that it speaks for, is a member or a part of."""
        key = party if isinstance(party, str) else party.key
        found, open_ = {key}, [key]
        while open_:
            one = open_.pop()
            block = self.names.blocks.get(one) or (self.parties[one].block if one in self.parties else None)
            for above in (*block.speaks_for, *block.member_of, *block.part_of) if block else ():
                if above not in found:
                    found.add(above)
                    open_.append(above)
        return frozenset(found)
