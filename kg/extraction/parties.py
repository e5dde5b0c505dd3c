"""Who acts and who speaks: names, offices, peoples and common nouns as actors of the reference data, or minted.

What is minted is typed, and says so: its key is no key of the reference data.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Doc, Token

from kg.annotation.things import ActorBlock
from kg.extraction.countries import by_code, countries, demonyms
from kg.extraction.nlp import parser
from kg.extraction.words import SPEAKER_ROLES
from kg.reference.reading import Reference
from kg.terms import ActorKind

_BODY_HEADS: dict[str, ActorKind] = {
    "ministry": "StateBody", "department": "StateBody", "parliament": "StateBody", "embassy": "StateBody", "presidency": "StateBody", "police": "StateBody", "administration": "StateBody", "council": "StateBody", "committee": "StateBody", "command": "StateBody", "cabinet": "StateBody",
    "military": "ArmedForce", "army": "ArmedForce", "navy": "ArmedForce", "airforce": "ArmedForce", "air force": "ArmedForce", "forces": "ArmedForce", "force": "ArmedForce", "troops": "ArmedForce", "soldiers": "ArmedForce", "marines": "ArmedForce",
}  # fmt: skip
_MATERIEL = frozenset({"warplane", "jet", "aircraft", "plane", "helicopter", "drone", "force", "troop", "aviation", "bomber", "artillery", "soldier", "army", "military", "airforce", "tank", "gunship", "missile", "serviceman", "pilot", "fighter", "warship", "personnel", "side", "gunner", "bomb", "shell", "rocket", "mortar", "raid", "strike", "munition", "warhead"})
_STATE_HEADS = frozenset({"government", "regime", "state", "official", "authority", "president", "leader", "minister", "spokesman", "spokeswoman", "side", "diplomat"})
_REBELS = frozenset({"rebel", "insurgent", "militant", "jihadist", "gunman", "extremist", "separatist", "fighter", "militiaman", "terrorist", "militia", "opposition"})
_TITLES = frozenset({"spokesman", "spokeswoman", "spokesperson", "minister", "president", "ambassador", "general", "commander", "secretary", "head", "director", "chief", "envoy", "official", "mayor", "governor", "representative", "leader", "chairman", "adviser", "advisor", "coordinator", "manager", "prime", "premier", "colonel", "captain", "lieutenant", "major", "admiral", "deputy", "founder", "member", "researcher", "analyst", "expert", "physician", "doctor"})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson", "minister", "president", "ambassador", "head", "director", "chief", "secretary", "commander", "envoy", "representative", "premier", "leader", "general", "founder", "coordinator", "mayor", "governor", "official", "colonel"})
_NOT_PERSON = re.compile(r"\d|^(?:mr|mrs|ms|dr)\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor: its key, and the block by which it is minted where the reference data lacks it."""

    key: str
    label: str
    kind: ActorKind
    block: ActorBlock | None = None

    @property
    def named(self) -> bool:
        """Whether it has a name of its own."""
        return self.kind != "UnnamedSource"


def slug(words: str, limit: int = 44) -> str:
    """A key made of these words."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:limit].strip("-") or "thing"


@cache
def world() -> tuple[Mapping[str, ActorBlock], Mapping[str, str]]:
    """The actors of the world at large, and the seats that stand for governments."""
    data = yaml.safe_load(files("kg.extraction").joinpath("data/actors.yaml").read_text(encoding="utf-8"))
    return {key: ActorBlock.model_validate(block) for key, block in data["actors"].items()}, data["seats"]


class Names:
    """Every name of the reference data and of the world's actors, by its words."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        known, self._seats = world()
        self.blocks: dict[str, ActorBlock] = {key: block for key, block in known.items() if key not in reference.actors} | dict(reference.actors)
        self.by_words: dict[tuple[str, ...], str] = {}
        for key, block in self.blocks.items():
            for name in (block.label, *block.also):
                self._enter(name, key)
        for name, key in self._seats.items():
            self._enter(name, key)
        self.longest = max(map(len, self.by_words))
        self.states = self._state_keys()

    def _enter(self, name: str, key: str) -> None:
        words = tuple(token.text for token in parser().tokenizer(name.removeprefix("the ")))
        self.by_words.setdefault(_cased(words), key)

    def _state_keys(self) -> dict[str, str]:
        """The key of each country as an actor."""
        labels = {block.label.lower(): key for key, block in self.blocks.items() if block.kind == "State"}
        found = {}
        for code, country in by_code().items():
            governments = (f"{name} government" for name, of in demonyms().items() if of == code)
            candidates = (country.name.lower(), *governments)
            found[code] = next((labels[name] for name in candidates if name in labels), slug(country.name))
        return found

    def find(self, doc: Doc) -> dict[int, tuple[int, int, str]]:
        """The names in the document: for each token of one, where it begins, where it ends, and its key."""
        words = [token.text for token in doc]
        found: dict[int, tuple[int, int, str]] = {}
        at = 0
        while at < len(words):
            for length in range(min(self.longest, len(words) - at), 0, -1):
                key = self.by_words.get(_cased(tuple(words[at : at + length])))
                if key and (length > 1 or words[at][0].isupper() or words[at] in _LOWER_NAMES):
                    found |= dict.fromkeys(range(at, at + length), (at, at + length, key))
                    at += length - 1
                    break
            at += 1
        return found


_LOWER_NAMES = frozenset({"rebels"})


def _cased(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names of one short word keep their case (IS, US, MSF, WHO), others do not."""
    plain = tuple(word.replace(".", "") or word for word in words)
    if len(plain) == 1 and len(plain[0]) <= 5 and plain[0].isupper():
        return plain
    return tuple(word.lower() for word in plain)


_KINDS: Mapping[str, tuple[ActorKind, ...]] = {
    "monitor": ("MonitoringGroup",), "watchdog": ("MonitoringGroup",), "observatory": ("MonitoringGroup",), "network": ("MonitoringGroup",),
    "group": ("MonitoringGroup", "HumanitarianOrganisation", "Organisation", "ArmedGroup"), "organisation": ("MonitoringGroup", "HumanitarianOrganisation", "Organisation"), "organization": ("MonitoringGroup", "HumanitarianOrganisation", "Organisation"),
    "charity": ("HumanitarianOrganisation", "Organisation"), "agency": ("NewsPublisher", "IntergovernmentalOrganisation", "Organisation"), "ministry": ("StateBody",), "coalition": ("Coalition",), "alliance": ("Coalition",), "council": ("StateBody", "Organisation", "IntergovernmentalOrganisation"),
    "statement": ("StateBody", "ArmedForce", "MonitoringGroup", "HumanitarianOrganisation", "Organisation", "State", "Coalition", "ArmedGroup", "IntergovernmentalOrganisation"), "report": ("MonitoringGroup", "HumanitarianOrganisation", "Organisation", "IntergovernmentalOrganisation", "ResearchOrganisation", "ArmedForce", "StateBody"), "military": ("ArmedForce",), "army": ("ArmedForce",),
}  # fmt: skip


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
            for token in doc:
                if code := country_of(token):
                    self.countries[code] += 1
            for found in re.finditer(r"((?:[A-Z][\w'-]+ (?:(?:of|for|the|and|on) )*){1,6}[A-Z][\w'-]+) \(([A-Z]{2,7})\)", doc.text):
                key = self.names.by_words.get(_cased(tuple(found[1].split())))
                self.aliases[found[2]] = key or self._mint(found[1], _organisation(found[1]), also=(found[2],)).key

    @property
    def theatre(self) -> str | None:
        """The country that the article is about most."""
        fought = [(count, code) for code, count in self.countries.items() if code not in ("US", "GB", "RU", "FR", "DE")]
        return max(fought)[1] if fought else next((code for code, _ in self.countries.most_common(1)), None)

    def state(self, code: str) -> Party:
        """A country as an actor."""
        key = self.names.states[code]
        return self.known(key) or self._put(Party(key, by_code()[code].name, "State", ActorBlock(kind="State", label=by_code()[code].name)))

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

    def _mint(self, label: str, kind: ActorKind, also: Iterable[str] = (), **relations: tuple[str, ...]) -> Party:
        label = re.sub(r"\s+", " ", label).strip(" ,'\"")[:120]
        key = slug(label)
        if key in self.names.blocks:
            return self.known(key) or self.parties[key]
        block = ActorBlock.model_validate({"kind": kind, "label": label, "also": tuple(also), **relations})
        return self._put(Party(key, label, kind, block))

    def unnamed(self, label: str) -> Party:
        """A source that is called by a common noun."""
        return self._mint(label, "UnnamedSource")

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
        if token.pos_ == "PROPN":
            return self._proper(token)
        return None

    def _reference(self, key: str, token: Token) -> Party | None:
        block = self.names.blocks[key] if key in self.names.blocks else None
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
        name = _full_name(token)
        if not name:
            return None
        last = name.split()[-1]
        if name in self.aliases or last in self.aliases:
            return self.known(self.aliases.get(name) or self.aliases[last])
        hit = self.names.by_words.get(_cased(tuple(name.split())))
        if hit:
            self.aliases[last] = hit
            return self.known(hit)
        offices = self._offices(token)
        party = self._mint(name, "Person", **offices)
        self.aliases[last] = self.aliases[name] = party.key
        return party

    def _offices(self, token: Token) -> dict[str, tuple[str, ...]]:
        """For whom a person speaks, or of what it is a member, by the words around its name."""
        around = [child for child in token.lefts if child.dep_ in ("compound", "nmod", "amod", "poss", "appos")]
        around += [child for child in token.rights if child.dep_ in ("appos", "relcl") or (child.dep_ == "prep" and child.lower_ in ("of", "from", "with"))]
        words = sorted({one for child in around for one in child.subtree if one.i != token.i}, key=lambda one: one.i)
        if not words:
            return {}
        lemmas = {one.lemma_.lower() for one in words}
        body = self._body_in(words)
        if body is None or body.kind in ("Person", "UnnamedSource"):
            return {}
        return {"speaks_for" if lemmas & _SPEAKING else "member_of": (body.key,)}

    def _body_in(self, words: Sequence[Token]) -> Party | None:
        """The organisation or state that these words name."""
        for one in words:
            hit = self.mentions[id(one.doc)].get(one.i)
            if hit and (party := self._reference(hit[2], one)) and party.kind != "Person":
                return party
            if one.text in self.aliases and (party := self.known(self.aliases[one.text])) and party.kind != "Person":
                return party
        for one in words:
            if one.lower_ in _BODY_HEADS and (party := self._by_country(one)):
                return party
        return next((self.state(code) for one in words if (code := country_of(one))), None)

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
        if _is_person(token, label):
            party = self._mint(label, "Person", **self._offices(token))
            self.aliases[short] = self.aliases[label] = party.key
            return party
        if token.ent_type_ in ("ORG", "NORP") and len(label) > 2 and not label.isdigit():
            return self._mint(label, _organisation(label))
        return None

    def _by_country(self, token: Token) -> Party | None:
        """A body or force of a state: Russian defence ministry, Israeli army, Afghan officials."""
        code = next(iter(self.joint_countries(token)), None) or next((country_of(c) for c in token.lefts if c.dep_ == "poss" and country_of(c)), None)
        bare = code is None
        head = token.lower_
        if code is None and head in ("government", "regime", "army", "military", "authorities", "troops") and token.pos_ in ("NOUN", "PROPN"):
            code = self.theatre
        if code is None:
            return None
        demonym = next((name.title() for name, of in demonyms().items() if of == code), by_code()[code].name)
        state = self.state(code)
        if head in ("government", "regime", "state", "authorities") or (bare and head in ("authorities",)):
            return state
        kind = _BODY_HEADS.get(head)
        if kind:
            label = f"{demonym} {token.doc[self._after_country(token) : token.i + 1].text}"
            hit = self.names.by_words.get(_cased(tuple(label.split())))
            return self.known(hit) if hit else self._mint(label, kind, part_of=(state.key,))
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
        if lemma not in SPEAKER_ROLES or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return None
        definite = any(child.lower_ in ("the", "this", "its", "their") for child in token.lefts if child.dep_ in ("det", "poss"))
        if definite and not any(child.dep_ in ("amod", "compound", "nmod") for child in token.lefts):
            known = self._anaphor(lemma)
            if known:
                return known
        start = token.left_edge.i
        label = token.doc[start : token.i + 1].text
        tail = next((child for child in token.rights if child.dep_ == "prep" and child.lower_ in ("of", "from", "for", "in", "with")), None)
        if tail is not None and tail.right_edge.i - token.i <= 7:
            label = token.doc[start : tail.right_edge.i + 1].text
        label = re.sub(r"^(?:the|an?|its|their|some|other|several|many|these|those) ", "", label, flags=re.IGNORECASE)
        body = self._body_in([one for one in token.subtree if one.i <= token.i + 7])
        if body and definite | any(child.dep_ == "poss" for child in token.lefts) and lemma in _TITLES:
            holder = next((party for party in reversed(self.spoken) if party.kind == "Person" and body.key in self.side(party)), None)
            if holder:
                return holder
        relation = {} if body is None or body.kind in ("Person", "UnnamedSource") else {"speaks_for" if lemma in _SPEAKING else "member_of": (body.key,)}
        return self._mint(label, "UnnamedSource", **relation)

    def _anaphor(self, lemma: str) -> Party | None:
        kinds = _KINDS.get(lemma)
        if kinds:
            return next((party for party in reversed(self.spoken) if party.kind in kinds), None)
        if lemma in ("official", "spokesman", "spokeswoman", "spokesperson", "activist", "minister", "witness", "resident", "source", "general", "president", "mayor", "commander", "man", "woman", "doctor", "worker"):
            return next((party for party in reversed(self.spoken) if party.kind == "Person" or lemma in party.label), None)
        return None

    def _pronoun(self, token: Token) -> Party | None:
        word = token.lower_
        if word in ("who", "which", "that"):
            verb = token.head
            while verb.dep_ not in ("relcl", "acl", "ROOT") and verb.head != verb:
                verb = verb.head
            return self.party(verb.head) if verb.dep_ in ("relcl", "acl") else None
        if word in ("he", "she", "him", "her"):
            return next((party for party in reversed(self.spoken) if party.kind in ("Person", "UnnamedSource")), None)
        if word == "it":
            return next((party for party in reversed(self.spoken) if party.kind not in ("Person", "UnnamedSource")), None)
        if word == "they":
            return next((party for party in reversed(self.spoken) if party.kind != "Person"), None)
        return None

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


def country_of(token: Token) -> str | None:
    """The code of the country that this token names, or of whose people or things it is the name."""
    if not token.text[0].isupper():
        return None
    word = token.lower_.removesuffix("'s")
    if word in ("us", "u.s", "u.s.") and token.text.isupper():
        return "US"
    code = countries().get(word)
    if code is None and "-" in word:
        code = countries().get(word.split("-")[0]) if word.endswith(("-led", "-backed", "-made", "-launched")) and not word.endswith("-backed") else None
    return code if word not in ("us", "is", "of", "in") else None


def _is_person(token: Token, label: str) -> bool:
    """Whether a name that the parser takes for something else is a person's: two or three words, with an office beside them."""
    words = label.split()
    if not 2 <= len(words) <= 4 or _organisation(label) != "Organisation" or not all(word.replace("-", "").replace("'", "").isalpha() for word in words):
        return False
    beside = [child for child in token.children if child.dep_ in ("appos", "compound", "nmod")]
    said = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_.lower() in ("say", "tell", "add", "write", "tweet")
    return said or any(one.lemma_.lower() in _TITLES for child in beside for one in child.subtree)


def _organisation(name: str) -> ActorKind:
    words = name.lower()
    if re.search(r"\b(news|times|post|tv|television|radio|press|herald|tribune|agency|journal)\b", words):
        return "NewsPublisher"
    if re.search(r"human rights|observatory|monitor|watch", words):
        return "MonitoringGroup"
    if re.search(r"medical|relief|charity|aid|humanitarian|red c|rescue|civil defen[cs]e", words):
        return "HumanitarianOrganisation"
    if re.search(r"ministry|department|office of|council|parliament|police|prosecutor", words):
        return "StateBody"
    if re.search(r"institute|university|think|research", words):
        return "ResearchOrganisation"
    if re.search(r"brigade|front|militia|army|battalion|forces|guard", words):
        return "ArmedGroup"
    return "Organisation"


def _full_name(token: Token) -> str | None:
    """The name of a person whose last word this is."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("PERSON", "") and token.ent_type_ != "PERSON":
        return None
    if token.ent_type_ != "PERSON":
        return None
    start = token.i
    while start > 0 and token.doc[start - 1].ent_type_ == "PERSON" and token.doc[start].ent_iob_ == "I":
        start -= 1
    end = token.i
    while end + 1 < len(token.doc) and token.doc[end + 1].ent_type_ == "PERSON" and token.doc[end + 1].ent_iob_ == "I":
        end += 1
    words = [one.text for one in token.doc[start : end + 1] if one.text not in ("'s", "’s") and one.text.lower().strip(".") not in _TITLES | {"mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt"}]
    if not words or _NOT_PERSON.search(words[-1]) or not words[-1][0].isalpha():
        return None
    return " ".join(words)


def is_materiel(token: Token) -> bool:
    """Whether the noun is what a force fights with."""
    return token.lemma_.lower() in _MATERIEL


def is_rebels(token: Token) -> bool:
    """Whether the noun is for armed opponents of a state."""
    return token.lemma_.lower() in _REBELS
