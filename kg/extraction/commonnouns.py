"""Whom common nouns and pronouns stand for: officials, the army, it; who spoke before, or one who has no name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.anaphora import antecedent, by_pronoun, by_role
from kg.extraction.naming import is_materiel, is_rebels, source_label
from kg.extraction.offices import body_in, is_past, pointed_at
from kg.extraction.party import Party
from kg.extraction.personnames import tells_office
from kg.extraction.polarity import is_nobody
from kg.extraction.tellers import body_before, harmers, told_of_before
from kg.terms import ActorKind

if TYPE_CHECKING:
    from kg.extraction.cast import Cast

KINDS: dict[str, ActorKind] = {
    "ministry": "StateBody",
    "army": "ArmedForce",
    "military": "ArmedForce",
    "navy": "ArmedForce",
    "force": "ArmedForce",
    "coalition": "Coalition",
    "police": "StateBody",
    "government": "StateBody",
    "junta": "StateBody",
    "regime": "StateBody",
}
"""What bodies are that are called by a common noun."""


def common_noun(token: Token, cast: "Cast") -> Party | None:
    """Whom a common noun for a source stands for: who was told of before, or one who has no name."""
    lemma = token.lemma_.lower()
    lemma = "media" if token.lower_ == "media" else lemma
    used = token.lower_ == "force" and not is_materiel(token)
    if lemma not in W.SPEAKER_ROLES or token.pos_ not in ("NOUN", "PROPN", "ADJ") or is_nobody(token) or used:
        return None
    definite = any(child.lower_ in ("the", "this", "its", "their") for child in token.lefts if child.dep_ in ("det", "poss"))
    bare = definite and not any(child.dep_ in ("amod", "compound", "nmod") for child in token.lefts)
    if bare and (known := told_of_before(token, cast.by_name)):
        return known
    if bare and (known := by_role(lemma, cast.heard.before(token))):
        return known
    told = all(child.lower_ in W.FIGHTING_FOR | {"the", "this"} for child in token.lefts)  # the Christian group may be another
    if definite and told and lemma in ("group", "militia") and token.tag_ == "NN" and (group := cast.only_group()):
        return group
    label = source_label(token)
    if any(child.lower_ in ("his", "her") for child in token.lefts):
        person = next((one for one in reversed(cast.heard.before(token)) if one.kind == "Person"), None)
        if person is None:
            return None
        label = f"{person.label}'s {' '.join(label.split()[1:])}"
    label = label.lower() if label.lower() in KINDS else label
    clauses = (one for one in token.subtree if one != token and one.dep_ in ("relcl", "acl") and not tells_office(one))
    beside = {one for child in (*clauses, *(other for other in token.conjuncts if other.i > token.i)) for one in child.subtree}
    words = [one for one in token.subtree if one.i <= token.i + 7 and one not in beside]
    body = body_in(words, cast)
    if body is None and lemma in W.SPEAKING | {"officer"}:
        body = pointed_at([one for one in words if one != token], cast)
    if body is None and lemma in W.SPEAKING | W.TITLES:
        body = cast.ruled(token)  # Assad's officials
    if body is None and lemma == "source":
        body = pointed_at([one for one in words if one.dep_ == "pobj" and one.head.lower_ in ("at", "from")], cast)
    if any(child.lower_ in W.LINKED for child in token.lefts):
        body = None  # an al-Qaeda-linked group is not al-Qaeda's
    if body and (definite or any(child.dep_ == "poss" for child in token.lefts)) and lemma in W.TITLES:
        holder = next(
            (party for party in reversed(cast.heard.before(token)) if party.kind == "Person" and body.key in cast.side(party)),
            None,
        )
        if holder:
            return holder
    if lemma in ("alliance", "bloc", "party") and any(one.dep_ == "compound" and one.pos_ == "PROPN" for one in token.lefts):
        return cast.minted(label, "PoliticalOrganisation")
    relation = (
        {}
        if body is None or body.kind in ("Person", "UnnamedSource") or is_past(words)
        else {"speaks_for" if lemma in W.SPEAKING else "member_of": (body.key,)}
    )
    armed = is_rebels(token) and token.tag_ == "NNS" and not relation
    return cast.minted(label, "ArmedGroup" if armed else KINDS.get(token.lower_, "UnnamedSource"), **relation)


def pronoun(token: Token, cast: "Cast") -> Party | None:
    """Whom a pronoun stands for."""
    if token.lower_ in ("who", "which", "that"):
        return cast.party(antecedent(token))
    if did := harmers(token):
        return _teller(token, did, cast)
    return _subject_before(token, cast) or cast.heard.pronoun(token)


def _teller(it: Token, did: Sequence[Token], cast: "Cast") -> Party | None:
    """Who tells, by `it said`, of harm that is done by these: the body told of before, else the last other that spoke."""
    if before := body_before(it, cast.party):
        return before
    theirs = {key for one in did if (party := cast.party(one)) for key in cast.side(party)}
    return by_pronoun("it", [one for one in cast.heard.before(it) if not theirs & cast.side(one)])


def _subject_before(pronoun: Token, cast: "Cast") -> Party | None:
    """Whom a pronoun stands for that begins a sentence, or tells who is quoted: whom the sentence before is about."""
    start = pronoun.sent.start
    if pronoun.dep_ != "nsubj" or not start or (pronoun.i != start and not _is_of_quoted(pronoun)):
        return None
    root = pronoun.doc[start - 1].sent.root
    subject = next((child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    if pronoun.lower_ == "they":
        source = subject.tag_ in ("NNS", "NNPS") and subject.lemma_.lower() in W.SPEAKER_ROLES
        return cast.party(subject) if source and _accuses(pronoun) else None
    party = _holder(subject, cast)
    if pronoun.lower_ in ("he", "she"):
        quiet = root.lemma_.lower() not in W.KILL | W.SAY  # else whom they spoke of may be meant, or they are known
        return party if party and party.kind == "Person" and quiet else None
    body = party is not None and (party.kind not in ("Person", "UnnamedSource") or subject.lemma_.lower() in _THAT_TELL)
    return party if pronoun.lower_ == "it" and body else None


_THAT_TELL = frozenset({"agency", "newspaper", "paper", "channel", "broadcaster", "network", "station", "website"})
"""What tells the news, by a noun, so that `it` may be meant though it has no name of its own."""


def _holder(noun: Token, cast: "Cast") -> Party | None:
    """Who it is; whoever is named behind the office: the mayor, Ana Ruiz."""
    named = next((one for one in noun.rights if one.dep_ == "appos" and one.ent_type_ == "PERSON"), None)
    return (cast.party(named) if named is not None else None) or cast.party(noun)


def _is_of_quoted(pronoun: Token) -> bool:
    """Whether it says who speaks the words that are quoted before it: "...," he said."""
    said = pronoun.head.lemma_.lower() in W.PLAIN_SAY
    return said and pronoun.i > 0 and pronoun.nbor(-1).text in ('"', "''", "”")


def _accuses(pronoun: Token) -> bool:
    return pronoun.head.lemma_.lower() in W.PLAIN_SAY | {"accuse", "blame"}
