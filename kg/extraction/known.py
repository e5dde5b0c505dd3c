"""Who victims are known to be: the bearer of a name whom the article calls by a rank, and members of an armed group, are fighters."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.cast import Cast
from kg.extraction.tolls import Toll
from kg.extraction.victims import population_of


def with_known_ranks(tolls: Iterable[Toll], docs: Sequence[Doc], cast: Cast) -> list[Toll]:
    """The figures, those of one fighter by name counted as what the article says the bearer of the name is, and of an armed group's."""
    armed = frozenset(word for party in cast.parties.values() if party.kind == "ArmedGroup" for word in party.label.lower().split())
    fighters = {last for doc in docs for last in _fighters(doc, armed)}
    known: list[Toll] = []
    for toll in tolls:
        alike = bool(known) and toll.quantity.noun is None and known[-1].quantity.token.sent == toll.quantity.token.sent
        same = toll.population == "people" and alike and known[-1].population == "combatants"
        known.append(replace(toll, population="combatants") if same or _is_one(toll, fighters, cast) else toll)
    return known


def _is_one(toll: Toll, fighters: set[str], cast: Cast) -> bool:
    noun = toll.quantity.noun
    if toll.population != "people" or noun is None:
        return False
    return (noun.pos_ == "PROPN" and noun.text in fighters) or (noun.lemma_.lower() in _MEMBERS and _is_of_group(noun, cast))


_MEMBERS = frozenset({"member", "operative", "leader", "chief"})


def _is_of_group(member: Token, cast: Cast) -> bool:
    """Whether it is a member of an armed group or force that is named beside it: 10 ELN members, two members of the ELN."""
    of = [one for child in member.rights if child.lower_ == "of" for one in child.children if one.dep_ == "pobj"]
    bodies = (*of, *(member.doc[max(member.i - 1, 0) : member.i]), *(child for child in member.lefts if child.dep_ in ("compound", "nmod", "poss") and child.pos_ == "PROPN"))
    return any((party := cast.party(one)) is not None and party.kind in ("ArmedGroup", "ArmedForce") for one in bodies)


def _fighters(doc: Doc, armed: frozenset[str]) -> Iterable[str]:
    """The last names of those who are called by a rank: commander X, X, a rebel commander, Taliban leader X."""
    for entity in doc.ents:
        if entity.label_ == "PERSON" and _is_fighter(entity.root, armed):
            yield entity.root.text


def _is_fighter(name: Token, armed: frozenset[str]) -> bool:
    beside = [child for child in name.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        beside.append(name.head)
    leads = [one for one in (*name.lefts, *beside) if one.lemma_.lower() in ("leader", "chief")]
    if any(_leads(one, armed) for one in leads):
        return True
    return any(population_of(one) == "combatants" for one in (name, *beside) if one not in leads)


def _leads(leader: Token, armed: frozenset[str]) -> bool:
    """Whether it is a leader of those who fight."""
    before = leader.doc[max(leader.sent.start, leader.i - 2) : leader.i]
    of = (last for child in leader.children if child.lower_ == "of" for last in child.children)
    return any(one.lower_ in armed for one in (*before, *of))
