"""Who victims are known to be: fighters, if the article calls the bearer of a name by a rank, or them members of an armed group."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.cast import Cast
from kg.extraction.naming import is_rebels
from kg.extraction.phrases import behind
from kg.extraction.tolls import Toll
from kg.extraction.victims import population_of


def with_known_ranks(tolls: Iterable[Toll], docs: Sequence[Doc], cast: Cast) -> list[Toll]:
    """The figures, those of a fighter by name or of members of an armed group counted as what the article says they are."""
    labels = [party.label.lower() for party in cast.parties.values() if party.kind == "ArmedGroup"]
    armed = frozenset(word for label in labels for word in (*label.split(), *(part for part in label.split("-") if len(part) > 3)))
    fighters = {last for doc in docs for last in _fighters(doc, armed)}
    return [replace(toll, population="combatants") if _is_one(toll, fighters, armed, cast) else toll for toll in tolls]


def _is_one(toll: Toll, fighters: set[str], armed: frozenset[str], cast: Cast) -> bool:
    noun = toll.quantity.noun
    if toll.population != "people" or noun is None:
        return False
    member = noun.lemma_.lower() in _MEMBERS and _is_of_group(noun, armed, cast)
    return member or (noun.pos_ == "PROPN" and noun.text in fighters)


_MEMBERS = frozenset({"member", "operative", "militiaman", "cadre"})


def _is_of_group(member: Token, armed: frozenset[str], cast: Cast) -> bool:
    """Whether it is a member of an armed group or force that is named beside it: 10 ELN members, two members of the ELN."""
    beside = [one for one in (*behind(member, "of"), *member.lefts) if one.pos_ == "PROPN" or one.is_upper]
    named = (cast.party(one) for one in beside)
    others = any(one.pos_ == "NOUN" and not is_rebels(one) for one in member.lefts)  # family members
    called = any(one.lower_ in armed and one.text[0].isupper() for one in beside)
    return not others and (called or any(party is not None and party.kind in ("ArmedGroup", "ArmedForce") for party in named))


def _fighters(doc: Doc, armed: frozenset[str]) -> Iterable[str]:
    """The last names of those who are called by a rank: commander X, X, a rebel commander, Taliban leader X."""
    for entity in doc.ents:
        if entity.label_ == "PERSON" and _is_fighter(entity.root, armed):
            yield entity.root.text


def _is_fighter(name: Token, armed: frozenset[str]) -> bool:
    beside = [child for child in name.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        beside.append(name.head)
    leads = [one for one in (*name.lefts, *beside) if one.lemma_.lower() in _MEMBERS | {"leader", "chief", "official"}]
    if any(_leads(one, armed) for one in leads):
        return True
    return any(population_of(one) == "combatants" for one in (name, *beside) if one not in leads)


def _leads(leader: Token, armed: frozenset[str]) -> bool:
    """Whether it is a leader of those who fight."""
    before = leader.doc[max(leader.sent.start, leader.i - 2) : leader.i]
    of = (last for child in leader.children if child.lower_ == "of" for last in child.children)
    return any(one.lower_ in armed for one in (*before, *of))
