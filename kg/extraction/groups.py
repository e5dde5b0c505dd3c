"""Groups and parts of bodies as actors: by what they are told to be called, by what they are, and by whose they are."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.naming import is_other_name, is_rebels, organisation_kind
from kg.extraction.party import Party
from kg.extraction.phrases import around, behind
from kg.extraction.roll import Roll
from kg.terms import ActorKind

GROUPS = frozenset({"group", "movement", "militia", "organisation", "organization"})
_PUBLISHERS = frozenset({"agency", "newspaper", "channel", "network", "broadcaster", "television", "daily"})
_OF_ITS_KIND = W.CREEDS - {"breakaway"} | {"terror", "terrorist", "militia", "news", "state", "television", "official"}
"""Words between the name of a group and the noun for it."""
_ARMED = frozenset({"armed", "radical", "jihadi", "extremist"})
"""Words before a noun for a group that tell that it fights."""


def _before_brackets(end: int, noun: Token) -> int:
    """Where the words before the noun end, without another name in brackets: the Islamic State (IS) group."""
    doc = noun.doc
    opened = next((i for i in range(end - 2, max(noun.left_edge.i, end - 4), -1) if doc[i].text == "("), end)
    return opened if end > 1 and doc[end - 1].text == ")" else end


@dataclass
class Groups(Roll, ABC):
    """The actors of an article, as far as they are groups without a known name; `mentions` are the known names, by document."""

    mentions: dict[int, dict[int, tuple[int, int, str]]] = field(default_factory=dict)

    @abstractmethod
    def party(self, token: Token | None) -> Party | None:
        """The actor that the noun phrase with this head names."""

    @abstractmethod
    def by_name(self, token: Token) -> Party | None:
        """The actor that has this name."""

    @abstractmethod
    def reference(self, key: str, token: Token) -> Party | None:
        """The known actor of this key."""

    def called(self, token: Token) -> Party | None:
        """The actor of which it is told what it is called: the group known as JNIM, a militia named Mobondo."""
        for child in token.rights:
            told = child.dep_ == "acl" and child.tag_ in ("VBN", "VBG") and child.lemma_.lower() in ("know", "call", "name", "dub")
            if told or (child.dep_ == "relcl" and _calls_itself(child)):
                names = around(child, "as")
                names += [one for one in child.children if one.dep_ in ("oprd", "dobj", "attr", "ccomp")]
                name = next((one for one in names if one.pos_ == "PROPN"), None)
                known = name is not None and (name.i in self.mentions[id(name.doc)] or name.text in self.aliases)
                return (None if known or name is None else self._group(name, token)) or (
                    self.by_name(name) if name is not None else None
                )
        return None

    def group_named(self, noun: Token) -> Party | None:
        """The armed group or publisher whose name stands before a noun for it: the Hezbollah movement, the Reuters agency."""
        kind = "NewsPublisher" if noun.lemma_.lower() in _PUBLISHERS else "ArmedGroup"
        if noun.lemma_.lower() not in GROUPS | {"militant", "rebel"} | _PUBLISHERS:
            return None
        end = _before_brackets(noun.i, noun)
        names = self.mentions[id(noun.doc)]
        while end > noun.left_edge.i and noun.doc[end - 1].lower_ in _OF_ITS_KIND and end - 1 not in names:
            end -= 1
        hit = names.get(end - 1)
        party = self.reference(hit[2], noun.doc[end - 1]) if hit and hit[1] == end else None
        return party if party and party.kind == kind else None

    def described(self, name: Token) -> Party | None:
        """The group, known by no list, of which it is told beside its name what it is: Sesen, an Islamist militia."""
        known = name.i in self.mentions[id(name.doc)]
        beside = [child for child in name.rights if child.dep_ == "appos" and name.pos_ == "PROPN" and not known]
        nouns = [child for child in beside if child.pos_ == "NOUN"]
        among = (child for child in beside if child.pos_ in ("ADJ", "NUM"))  # the best known of the militant groups
        nouns += [one for child in among for one in behind(child, "of")]
        return next((party for noun in nouns if (party := self._group(name, noun))), None)

    def group_called(self, name: Token, noun: Token) -> Party | None:
        """The group that is named behind what it is: a rights group, Amani; no place can be that."""
        if noun.lemma_.lower() not in W.BANDS | W.BODIES | {"charity", "watchdog", "militia", "agency", "monitor"}:
            return None
        label = noun.doc[name.left_edge.i : name.i + 1].text.removeprefix("the ")
        return self._group(name, noun) or self.minted(label, organisation_kind(noun.doc[noun.left_edge.i : noun.i + 1].text))

    def group_before(self, name: Token, noun: Token) -> Party | None:
        """The group whose name, which nobody else is known by, stands behind the noun for it: the militant group al-Badr."""
        known = name.i in self.mentions[id(name.doc)] or name.text in self.aliases
        beside = noun.lemma_.lower() in GROUPS and name.left_edge.i == noun.i + 1
        return self._group(name, noun) if beside and not known else None

    def whole_of(self, part: Token) -> Party | None:
        """The body whose wing, command or press office it is that speaks; one of which nothing else is known by its name."""
        if part.lemma_.lower() not in W.WINGS or part.i in self.mentions[id(part.doc)]:
            return None
        owners = (*(child for child in part.lefts if child.dep_ == "poss"), *behind(part, "of"))
        owner = next((one for one in owners if one.pos_ != "PRON"), None)
        party = self.owner(owner) if owner is not None else None
        return party if party and party.kind not in ("Person", "UnnamedSource") else None

    def owner(self, name: Token) -> Party | None:
        """Who has a wing or a spokesman, by this name: an organisation, where nothing is known by it."""
        if (party := self.party(name)) or name.pos_ != "PROPN" or name.ent_type_ in ("PERSON", "GPE", "LOC"):
            return party
        label = name.doc[name.left_edge.i : name.i + 1].text.removeprefix("The ").removeprefix("the ")
        return self.minted(label, "Organisation")

    def _group(self, name: Token, noun: Token) -> Party | None:
        """A group by the name that it is said to be known by."""
        if noun.lemma_.lower() not in W.BANDS | W.REBELS | {"movement", "force"} or not name.text[0].isupper():
            return None
        of_itself = any(child.lower_ in ("calling", "naming", "styling") or _calls_itself(child) for child in noun.rights)
        claimed = {child.lemma_.lower() for child in noun.head.rights if child.dep_ == "dobj"} if noun.dep_ == "nsubj" else set()
        of_itself |= noun.head.lemma_ == "claim" and bool(claimed & (W.ATTACK_NOUNS.keys() | {"responsibility", "credit"}))
        words = {one.lower_ for one in noun.lefts}
        armed = of_itself or bool(words & _ARMED) or any(map(is_rebels, (noun, *noun.lefts)))
        start = min((child.left_edge.i for child in name.lefts if child.dep_ == "compound"), default=name.i)
        other = next((one for one in (*name.conjuncts, *noun.conjuncts) if is_other_name(one)), None)
        also = (name.doc[other.left_edge.i : other.right_edge.i + 1].text,) if other is not None else ()
        tail = next((child for child in name.rights if child.lower_ == "of" and child.right_edge.pos_ == "PROPN"), name)
        label = name.doc[start : (tail.right_edge.i if tail != name else name.i) + 1].text
        party = self.minted(label, "ArmedGroup" if armed else "Organisation", also=also)
        self.aliases.setdefault(name.text, party.key)
        return party

    def branch(self, token: Token) -> Party | None:
        """The part of a known group that is named by its name and more: Islamic State Khorasan."""
        first = token.i
        while first and token.doc[first].pos_ == "PROPN" and first not in self.mentions[id(token.doc)]:
            first -= 1
        hit = self.mentions[id(token.doc)].get(first)
        if first == token.i or hit is None or hit[1] != first + 1 or (token.ent_type_ == "PERSON" and token.i - first > 1):
            return None
        whole = self.known(hit[2])
        titled = any(one.lower_ in W.TITLES | W.RANKS for one in token.doc[first + 1 : token.i + 1])
        if whole is None or whole.kind != "ArmedGroup" or titled:
            return None
        label = token.doc[hit[0] : token.i + 1].text
        kind: ActorKind = "NewsPublisher" if organisation_kind(label) == "NewsPublisher" else "ArmedGroup"
        return self.minted(label, kind, part_of=(whole.key,))


def _calls_itself(verb: Token) -> bool:
    """Whether it is told what a group calls itself: that calls itself the Front."""
    itself = any(child.lower_ in ("itself", "themselves") for child in verb.rights)
    return verb.dep_ in ("relcl", "acl") and verb.lemma_.lower() in ("call", "name", "style") and itself
