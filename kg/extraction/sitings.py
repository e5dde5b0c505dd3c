"""Where an attack was, by what it hit: the school in the Nahr camp, of which the article tells elsewhere that it was shelled."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.agreeing import Nested
from kg.extraction.cast import Cast
from kg.extraction.countries import demonyms
from kg.extraction.happenings import Happening
from kg.extraction.inheriting import Inherited
from kg.extraction.placenames import PlaceName, PlaceNames
from kg.extraction.wheres import is_by_bearing


def sited(events: Sequence[Happening], docs: Sequence[Doc], cast: Cast, names: PlaceNames, nested: Nested) -> Iterator[Inherited]:
    """The place of what was hit, for each single attack of whose site it is told in other words where it stands."""
    standing = [one for number, doc in enumerate(docs) for one in _standing(doc, number, names)]
    for event in events if standing else ():
        act = next((act for act in event.acts if act.targets and not event.campaign), None)
        place = next((place for noun, place in standing if _is_of(noun, event, events, cast)), None) if act else None
        if act is None or place is None:
            continue
        bearings = {name for one in event.acts for name in _bearings(one.token.doc, names(one.doc))}
        known = {*event.places, *event.quarters} - bearings
        if place not in known and not any(nested(place, name) is False for name in known):
            yield Inherited(event, act, place, None, "place inferred: where that stands which was hit")


def _bearings(doc: Doc, names: Sequence[PlaceName]) -> Iterator[str]:
    """The names that only tell in which direction another place lies."""
    return (name for _, end, name, _ in names if is_by_bearing(doc[end - 1]))


def _standing(doc: Doc, number: int, names: PlaceNames) -> Iterator[tuple[Token, str]]:
    """The known sites of which it is told in which town, camp or province they are, with that: the school in the Nahr camp."""
    for noun in doc:
        if noun.lemma_.lower() not in W.SITES or not any(child.lower_ == "the" for child in noun.lefts):
            continue
        for link in noun.rights:
            within = {one.i for one in link.rights if one.dep_ == "pobj" for one in (one, *one.lefts)}
            if within and link.dep_ == "prep" and link.lower_ in ("in", "at"):
                yield from ((noun, name) for _, end, name, country in names(number) if end - 1 in within and not country)


def _is_of(noun: Token, event: Happening, events: Sequence[Happening], cast: Cast) -> bool:
    """Whether that site was hit in this attack: the same by its name, or the only one of its kind that is told to have been hit."""
    own = _name(noun, cast)
    hit = [(one, target.token) for one in events for act in one.acts for target in act.targets]
    alike = [(one, site) for one, site in hit if site.lemma_.lower() == noun.lemma_.lower() and site != noun]
    same = [(one, site) for one, site in alike if own and own <= _name(site, cast)]
    other = own and any(_name(site, cast) for _, site in alike)
    if not same and (other or len({one.number for one, _ in alike}) != 1):
        return False
    mine = [site for one, site in same or alike if one is event]
    return bool(mine) and not any(site.tag_ in ("NNS", "NNPS") for site in mine)


def _name(noun: Token, cast: Cast) -> frozenset[str]:
    """The words of its own name that stand before the noun for a site, not those for whose it is."""
    owners = cast.mentions[id(noun.doc)]
    before = (child for child in noun.lefts if child.dep_ not in ("det", "poss") and child.i not in owners)
    return frozenset(
        one.lower_ for one in before if one.text != one.lower_ and not one.is_sent_start and one.lower_ not in demonyms()
    )
