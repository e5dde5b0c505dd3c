"""One armed group under many names: the Liberation Front's insurgents, then `the breakaway rebels`, then `Muslim militants`."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.mentions import Act
from kg.extraction.naming import has_own_name, is_rebels
from kg.extraction.party import Party

_NOT_IT = frozenset({
    "unknown", "unidentified", "suspected", "alleged", "other", "rival", "local", "foreign", "separate", "masked", "defected",
})  # fmt: skip
"""Words before `rebels` that leave open who they are, or set them apart."""
_ANYBODY = frozenset({"gunman", "militiaman", "militia", "terrorist", "extremist", "mercenary", "opposition"})
"""Nouns that tell how somebody fights, or what others call him, rather than for whom."""


def name_bands(found: Sequence[Act], docs: Sequence[Doc], cast: Cast) -> None:
    """Gives rebels who are called by a common noun alone the name of the one group of rebels that is said to have attacked."""
    groups = {party.key: party for act in found for party in act.attackers if party.kind == "ArmedGroup"}
    named = [party for party in groups.values() if _has_name(party, cast)]
    if len(named) != 1:
        return
    group = named[0]
    if any(_is_of_people(party) and _noun_of(party) for party in groups.values() if party != group):
        return
    called: dict[str, set[str]] = {}
    for key, noun in _nouns(docs, cast):
        called.setdefault(key, set()).add(noun)
    if group.key not in called and _noun_of(group) is None:
        return
    of_others = {noun for key, nouns in called.items() if key != group.key for noun in nouns}
    for act in found:
        act.attackers = [group if _may_be_it(party, of_others, cast) else party for party in act.attackers]


def unite_bands(found: Sequence[Act], cast: Cast) -> None:
    """Makes one actor of rebels without a name who are called alike, or by a noun alone: rebels, pro-Russian insurgents."""
    groups = {party.key: party for act in found for party in act.attackers if party.kind == "ArmedGroup" and _noun_of(party)}
    nameless = {key: party for key, party in groups.items() if _is_nameless(party, cast)}
    first: dict[tuple[str, tuple[str, ...]], str] = {}
    for party in groups.values():
        first.setdefault(_called(party), party.key)
    meant: dict[str, str] = {}
    for key, party in nameless.items():
        noun, before = _called(party)
        marked = [other for (kind, marks), other in first.items() if kind == noun and marks]
        meant[key] = marked[0] if not before and len(marked) == 1 and marked[0] in nameless else first[noun, before]
    for key in dict.fromkeys(meant.values()):
        also = [nameless[other].label for other, one in meant.items() if one == key != other]
        cast.parties[key] = _also_called(groups[key], also)
    for act in found:
        keys = dict.fromkeys(meant.get(party.key, party.key) for party in act.attackers)
        known = {party.key: party for party in act.attackers}
        act.attackers = [cast.parties[key] if key in meant else known[key] for key in keys]


def _also_called(party: Party, also: Sequence[str]) -> Party:
    if party.block is None or not also:
        return party
    names = tuple(dict.fromkeys((*party.block.also, *also)))
    return Party(party.key, party.label, party.kind, party.block.model_copy(update={"also": names}))


def _called(party: Party) -> tuple[str, tuple[str, ...]]:
    """The noun for rebels, one for all that only tell that they oppose a state, and the words before it."""
    noun = _noun_of(party) or ""
    opposed = noun in ("rebel", "insurgent", "separatist", "guerrilla")
    return "rebel" if opposed else noun, tuple(party.label.lower().split()[:-1])


def _is_nameless(party: Party, cast: Cast) -> bool:
    noun = _noun_of(party)
    if party.kind != "ArmedGroup" or party.block is None or noun is None or _has_name(party, cast) or noun in _ANYBODY:
        return False
    return not _NOT_IT & set(party.label.lower().split())


def _nouns(docs: Sequence[Doc], cast: Cast) -> Iterator[tuple[str, str]]:
    """The groups whose names stand before a noun for rebels, with that noun: Taliban insurgents."""
    for doc in docs:
        for start, end, key in set(cast.mentions[id(doc)].values()):
            if end < len(doc) and start < end and is_rebels(doc[end]):
                yield key, doc[end].lemma_.lower()


def _noun_of(party: Party) -> str | None:
    """The noun for rebels that the label ends with."""
    last = party.label.split()[-1].lower()
    return next((noun for noun in (last, last.removesuffix("s")) if noun in W.REBELS), None)


def _has_name(party: Party, cast: Cast) -> bool:
    """Whether the group has a name of its own, and is not only told by its creed, its people or what it is for."""
    return party.key in cast.names.blocks or has_own_name(party.label)


def _may_be_it(party: Party, of_others: set[str], cast: Cast) -> bool:
    """Whether these are rebels of no name, called as no other group is in the article."""
    free = _is_nameless(party, cast) and not _is_of_people(party) and _noun_of(party) not in of_others
    return free and not any("-" in word for word in party.label.split()[:-1])


def _is_of_people(party: Party) -> bool:
    """Whether the words before the noun name a people: Kurdish rebels; not only a creed."""
    return any(word[0].isupper() and word.lower() not in W.CREEDS - {"kurdish"} for word in party.label.split()[:-1])
