"""Where those who are counted came to harm, as the words around the figure tell: in Homs, two people were killed."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction.gazetteer import Places
from kg.extraction.happenings import Happening
from kg.extraction.harm import harm_of
from kg.extraction.locating import is_where
from kg.extraction.placenames import PlaceName, is_small
from kg.extraction.placewords import whole
from kg.extraction.tolls import Toll


def town_of(toll: Toll, names: Sequence[PlaceName]) -> str | None:
    """The one town that stands beside the figure, or with its verb: two brothers in Homs; were killed in Homs."""
    token = toll.quantity.noun or toll.quantity.token
    clauses = (one for one in token.rights if one.dep_ == "relcl" and harm_of(one) is not None)  # the names of those who died
    verb = next((one for one in (*clauses, *token.ancestors) if one.pos_ == "VERB"), None)
    beside = [token, toll.quantity.token, *([verb] if verb is not None else [])]
    found = [
        name
        for start, end, name, country in names
        if not country and not whole(name.lower()) and not is_small(token.doc, start, end)
        if _is_in(token.doc[end - 1], beside) and is_where(token.doc[end - 1])
    ]
    return found[0] if len(set(found)) == 1 else None


def _is_in(name: Token, beside: Sequence[Token]) -> bool:
    """Whether it stands behind `in` and the like, with one of these words or a site that does: killed at a school in Homs."""
    while name.dep_ == "pobj" and (name.head.lower_ in ("in", "at", "near", "outside", "inside") or _is_town_of(name)):
        name = name.head.head
        if name in beside:
            return True
    return False


def _is_town_of(name: Token) -> bool:
    """Whether it is called a town: the city of Homs."""
    return name.head.lower_ == "of" and name.head.head.lower_ in ("city", "town")


def is_elsewhere(event: Happening, town: str, places: Places, near: Sequence[str]) -> bool:
    """Whether the event was in towns that are known, of which none is this one or holds it, or lies in it."""
    here = places.find(town, near)
    told = (*event.places, *event.quarters)
    if here is None or here.confidence < _SURE or not told or event.campaign:
        return False
    for name in told:
        there = places.find(name, near)
        if there is None or there.confidence < _SURE or there.key == here.key or places.nested(name, town, near):
            return False
    return True


_SURE = 0.5
