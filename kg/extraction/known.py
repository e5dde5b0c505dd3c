"""Who a victim with a name is known to be: a fighter, if the article anywhere calls the bearer of that name by a rank."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.party import Party
from kg.extraction.tolls import Toll
from kg.extraction.victims import population_of


def with_known_ranks(tolls: Iterable[Toll], docs: Sequence[Doc], parties: Iterable[Party]) -> list[Toll]:
    """The figures, those of one fighter by name counted as what the article elsewhere says the bearer of the name is."""
    armed = frozenset(word for party in parties if party.kind == "ArmedGroup" for word in party.label.lower().split())
    fighters = {last for doc in docs for last in _fighters(doc, armed)}
    return [replace(toll, population="combatants") if _is_one(toll, fighters) else toll for toll in tolls]


def _is_one(toll: Toll, fighters: set[str]) -> bool:
    noun = toll.quantity.noun
    return toll.population == "people" and noun is not None and noun.pos_ == "PROPN" and noun.text in fighters


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
