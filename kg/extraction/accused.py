"""Who is accused in an article, and who fights: those whose words about an attack may be a denial."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.anaphora import antecedent
from kg.extraction.cast import Cast
from kg.extraction.countries import demonyms
from kg.extraction.deeds import tells_of_deed
from kg.extraction.fighters import fighters
from kg.extraction.forces import FIGHTING
from kg.extraction.naming import joint_countries
from kg.extraction.party import Party
from kg.extraction.phrases import around
from kg.extraction.polarity import has_negation

_ACCUSING = ("accuse", "blame", "suspect")


def accused_in(docs: Iterable[Doc], cast: Cast) -> frozenset[str]:
    """Those who are said to be accused or blamed, even where no attack is named, with those they belong to."""
    found: list[Party] = []
    for doc in docs:
        for token in doc:
            if token.lemma_.lower() in _ACCUSING and token.pos_ == "VERB":
                found += _blamed_by(token, cast)
            elif token.lemma_.lower() in W.ATTACK_NOUNS and token.pos_ == "NOUN":
                found += _whose(token, cast)
    return frozenset(key for party in found for key in cast.side(party))


def _whose(attack: Token, cast: Cast) -> Iterator[Party]:
    """Whose attack it may be by what stands before it: an army raid in the country that the article is about."""
    before = {child.lower_ for child in attack.lefts if child.dep_ in ("compound", "amod", "nmod")}
    before |= {one.lower_ for child in attack.lefts if child.dep_ == "compound" for one in child.lefts if one.dep_ == "compound"}
    if cast.home and before & {"army", "military", "navy", "police", "force", "government"} and not joint_countries(attack):
        yield cast.state(cast.home)


def allies_in(docs: Iterable[Doc], cast: Cast, accused: frozenset[str]) -> frozenset[str]:
    """Those who are said to be allies of one who is accused: they deny for it."""
    found: set[str] = set()
    for doc in docs:
        for token in doc:
            if token.lemma_.lower() not in ("ally", "backer", "patron"):
                continue
            noun = token.head if token.dep_ == "appos" else _subject_of(token) if token.dep_ == "attr" else None
            owners = [child for child in token.children if child.dep_ == "poss"]
            ally = cast.party(noun) if noun is not None else None
            if ally and any(party and cast.side(party) & accused for party in map(cast.party, (*owners, *around(token, "of")))):
                found |= cast.side(ally)
    return frozenset(found)


def leaders_of(accused: frozenset[str], cast: Cast) -> frozenset[str]:
    """The states that lead the coalitions that are accused: what the US-led coalition did, Washington answers for."""
    found: set[str] = set()
    for key in accused:
        party = cast.known(key)
        words = party.label.split() if party and party.kind == "Coalition" else []
        lead = next((word.removesuffix("-led") for word in words if word.endswith("-led")), "")
        code = "US" if lead in ("US", "U.S.") else demonyms().get(lead.lower())
        found |= {cast.state(code).key} if code else set()
    return frozenset(found)


def _subject_of(token: Token) -> Token | None:
    return next((child for child in token.head.children if child.dep_ == "nsubj"), None)


def _blamed_by(verb: Token, cast: Cast) -> Iterator[Party]:
    charge = charge_of(verb)
    if charge and not any(map(_tells_of_force, charge)):
        return
    deed = not charge or tells_of_deed(charge) or any(map(_is_crime, charge))
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            whose = next((one for one in child.children if one.lower_ == "whose"), None)
            noun = antecedent(whose) if whose is not None else antecedent(child) if child.tag_ in ("WDT", "WP") else child
            if noun is not None:
                persons = [person for one in (noun, *noun.conjuncts) if (person := cast.party(one))]
                yield from fighters(noun, cast)[0] or [person for person in persons if deed and person.kind == "Person"]
        if child.dep_ == "prep" and child.lower_ == "on" and verb.lemma_.lower() == "blame":
            yield from (party for one in child.children if one.dep_ == "pobj" for party in fighters(one, cast)[0])


def charge_of(verb: Token) -> list[Token]:
    """What somebody is accused of by this verb."""
    return [
        token
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "over")
        for token in child.subtree
    ][1:]


def _tells_of_force(token: Token) -> bool:
    lemma = token.lemma_.lower()
    named = W.FORCE | W.ATTACK_NOUNS.keys() | W.FORCE_NOUNS | W.KILL | W.ATTACK_VERBS.keys()
    return lemma in named or _is_crime(token)


def _is_crime(token: Token) -> bool:
    """Whether it is a crime that is made by force."""
    lemma = token.lemma_.lower()
    return lemma == "genocide" or (lemma == "crime" and any(one.lower_ in ("war", "humanity") for one in token.subtree))


def is_fighting(party: Party, cast: Cast) -> bool:
    """Whether it is one who fights, or speaks for one."""
    return any(one.kind in FIGHTING for key in cast.side(party) if (one := cast.parties.get(key) or cast.known(key)))


def charge_before(verb: Token, speaker: Party, cast: Cast, docs: Sequence[Doc] = ()) -> list[Token]:
    """What somebody was accused of last, in the same sentence or the one before: what `the accusation`, `it` stand for.

    Further back, in the documents before this one, only what the speaker's own side is accused of.
    """
    doc = verb.doc
    start = verb.sent.start
    first = doc[start - 1].sent.start if start else 0
    for token in reversed(doc[first : verb.i]):
        if token.lemma_.lower() in _ACCUSING and token.pos_ == "VERB":
            return charge_of(token)
    side = cast.side(speaker)
    accusing = (token for one in reversed(docs) for token in reversed(one) if token.lemma_.lower() == "accuse")
    for token in accusing:
        if token.pos_ == "VERB" and any(cast.side(one) & side for one in _accused_by(token, cast)):
            return charge_of(token)
    return []


def answering(tokens: Sequence[Token], cast: Cast) -> Iterator[Party]:
    """Who these words say answers for an attack, or does not: was behind it, his guilt, its role in it; had not shelled it."""
    inside = {token.i for token in tokens}
    for token in tokens:
        struck = token.pos_ == "VERB" and token.lemma_.lower() in W.ATTACK_VERBS and has_negation(token)
        struck = struck and not any(one.lower_ in ("since", "yet", "again", "instead") for one in token.subtree)
        blames = token.lemma_.lower() == "blame" and any(child.dep_ == "dobj" for child in token.rights)
        if not struck and (blames or token.lemma_.lower() not in W.ANSWERABLE):
            continue
        verb = token.head if token.dep_ in ("acomp", "attr", "prep", "xcomp") else token
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "poss") and child.i in inside:
                found = fighters(child, cast)[0] or cast.parties_of(child)
                yield from (party for party in found if not struck or party.kind in ("State", "ArmedForce", "Coalition"))


def _accused_by(verb: Token, cast: Cast) -> Iterator[Party]:
    """Whom this verb accuses; in a headline, where it has no object, its subject: army accused of using gas."""
    if any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children):
        yield from _blamed_by(verb, cast)
    else:
        yield from (party for child in verb.children if child.dep_ == "nsubj" for party in cast.parties_of(child))
