"""Who is meant by a pronoun or by a role alone: the last one who spoke and may be called so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.party import Party
from kg.extraction.phrases import behind
from kg.terms import ActorKind

_FIRST_PERSON = ("i", "we", "us", "me", "our", "my")


@dataclass
class Heard:
    """Who spoke up to where, and in whose mouth each word stands."""

    order: Mapping[int, int] = field(default_factory=dict)
    docs: Sequence[Doc] = ()
    voices: dict[tuple[int, int], Party] = field(default_factory=dict)
    _spoken: list[tuple[tuple[int, int], Party]] = field(default_factory=list)

    def note(self, party: Party, cue: Token) -> None:
        """Notes that this actor spoke here."""
        self._spoken.append((self._place(cue), party))

    def before(self, token: Token) -> list[Party]:
        """Those who spoke before this word, the last one last."""
        place = self._place(token)
        return [party for where, party in sorted(self._spoken, key=lambda one: one[0]) if where < place]

    def voice(self, token: Token) -> Party | None:
        """In whose mouth the word stands."""
        return self.voices.get((id(token.doc), token.i))

    def pronoun(self, token: Token) -> Party | None:
        """The actor whom this pronoun may mean: `we` is who speaks, others are the last one who spoke."""
        if token.lower_ in _FIRST_PERSON:
            return self.voice(token)
        return by_pronoun(token.lower_, self.before(token))

    def sentence_before(self, token: Token) -> list[Token]:
        """The words of the sentence before that of this word, also at the end of the paragraph before."""
        number = self.order.get(id(token.doc), 0)
        if token.sent.start:
            return list(token.doc[token.sent.start - 1].sent)
        return list(self.docs[number - 1][-1].sent) if number else []

    def _place(self, token: Token) -> tuple[int, int]:
        return self.order.get(id(token.doc), 0), token.i


_KINDS: Mapping[str, tuple[ActorKind, ...]] = {
    "monitoring": ("MonitoringGroup",),
    "monitor": ("MonitoringGroup",),
    "watchdog": ("MonitoringGroup",),
    "activist": ("MonitoringGroup",),
    "rights": ("MonitoringGroup", "Organisation"),
    "aid": ("HumanitarianOrganisation", "Organisation"),
    "relief": ("HumanitarianOrganisation", "Organisation"),
    "medical": ("HumanitarianOrganisation", "Organisation"),
    "news": ("NewsPublisher",),
    "militant": ("ArmedGroup",),
    "armed": ("ArmedGroup",),
}


def by_role(lemma: str, spoken: Sequence[Party], kind: Sequence[str] = ()) -> Party | None:
    """The last speaker whom this noun may mean, by the words before it as well: the monitoring group, the spokesman."""
    if kinds := next((_KINDS[word] for word in kind if word in _KINDS), None):
        return next((party for party in reversed(spoken) if party.kind in kinds), None)
    if lemma in ("investigation", "inquiry", "probe", "panel", "commission"):
        return next((party for party in reversed(spoken) if lemma in party.label.lower().split() and " " in party.label), None)
    kinds = W.KINDS_MEANT.get(lemma)
    if kinds:
        alike = (one for one in reversed(spoken) if one.kind in kinds)  # but the ministry is not the police
        return next((one for one in alike if not one.label.islower() or lemma in (*one.label.split(), "statement", "report")), None)
    if lemma in W.ANAPHORIC_ROLES:
        return next((party for party in reversed(spoken) if party.kind == "Person" or lemma in party.label), None)
    return None


def body_called(label: str, spoken: Sequence[Party]) -> Party | None:
    """The one body that speaks in its own name and may be what this label calls: a war monitor, an aid group."""
    *kind, last = label.lower().replace("-", " ").split()
    named = [one for one in spoken if not one.label.islower()]
    meant = last in ("monitor", "watchdog") or (kind and last in ("group", "organisation", "organization", "charity"))
    found = by_role(last, named, (last, *kind)) if meant else None
    alone = found == by_role(last, named[::-1], (last, *kind))  # of two it may be either
    return found if found and alone and found.kind != "ArmedGroup" else None  # who claims a raid is not who condemns it


def by_pronoun(word: str, spoken: Sequence[Party]) -> Party | None:
    """The last speaker whom this pronoun may mean."""
    for party in reversed(spoken):
        person, source = party.kind == "Person", party.kind == "UnnamedSource"
        if party.label.split()[-1].lower() in W.ATTACK_NOUNS:
            continue  # no attack speaks
        if word in ("he", "she", "him", "her", "his") and (person or (source and _may_be_one(party.label))):
            return party
        if (word in ("it", "its") and not (person or source)) or (word in ("they", "them", "their") and not person):
            return party
    return None


def _may_be_one(label: str) -> bool:
    """Whether a source that is called so may be one man or woman: a doctor, not prosecutors in Berlin, not a report."""
    head = re.split(r" (?:in|of|from|at|with|for|on|to) ", label.lower())[0].split()[-1]
    return head in _ROLES


_ROLES = (W.SPEAKER_ROLES | W.PEOPLE.keys() | W.TITLES | W.RANKS | W.SUSPECTS | {"speaker"}) - {
    "report", "review", "statement", "document", "study", "survey", "account", "letter", "video", "police", "media",
}  # fmt: skip


def by_initials(letters: str, named: Iterable[Party]) -> Party | None:
    """The actor whose name has these initials: GNA for Government of National Accord."""
    for party in named:
        initials = "".join(word[0] for word in party.label.replace("-", " ").split() if word[0].isupper())
        if initials == letters:
            return party
    return None


def antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    before = next((one for one in reversed(token.doc[: token.i]) if one.pos_ != "PUNCT"), None)
    if (
        token.lower_ in ("which", "who", "whom")
        and token.head.dep_ in ("advcl", "ccomp")
        and before is not None
        and before.pos_ == "PROPN"
    ):
        return _thing(token, before)
    verb = token.head
    while verb.dep_ not in ("relcl", "acl", "ROOT") and verb.head != verb:
        verb = verb.head
    return _thing(token, verb.head) if verb.dep_ in ("relcl", "acl") else None


def _thing(relative: Token, noun: Token) -> Token:
    """The noun, or for `which`, that is never said of a person, what the person's is: the government of its president, which."""
    of = noun.head
    person = relative.lower_ == "which" and noun.ent_type_ == "PERSON" and noun.dep_ == "pobj" and of.lower_ == "of"
    return of.head if person and of.head.pos_ in ("NOUN", "PROPN") else noun


def claimant(pronoun: Token) -> Token | None:
    """Who claims to have struck those who fight, where the pronoun stands for them: the rebels' claim that they shot a jet."""
    for noun in pronoun.ancestors:
        if noun.sent.start != pronoun.sent.start:
            return None
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in ("claim", "boast") and any(map(_is_of_fighters, noun.subtree)):
            by = (*noun.lefts, *behind(noun, "by"))
            return next((child for child in by if child.dep_ in ("poss", "pobj") and child.pos_ != "PRON"), None)
    return None


def _is_of_fighters(token: Token) -> bool:
    struck = token.dep_ == "dobj" and token.head.lemma_.lower() in W.KILL | W.INJURE | {"shoot", "down", "destroy", "capture"}
    fighting = W.PEOPLE.get(token.lemma_.lower()) in ("combatants", "governmentForces", "aircrew")
    return struck and (fighting or token.lemma_.lower() in W.MATERIEL)
