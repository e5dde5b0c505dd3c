"""Where those who are counted came to harm, as the words around the figure tell: in Homs, two people were killed."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction.gazetteer import Places
from kg.extraction.happenings import Happening
from kg.extraction.locating import is_where
from kg.extraction.placenames import PlaceName, is_small
from kg.extraction.placewords import whole
from kg.extraction.tolls import Toll


def town_of(toll: Toll, names: Sequence[PlaceName]) -> str | None:
    """The one town that stands beside the figure, or with its verb: two brothers in Homs; were killed in Homs."""
    token = toll.quantity.noun or toll.quantity.token
    verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
    beside = [token, toll.quantity.token, *([verb] if verb is not None else [])]
    found = [
        name
        for start, end, name, country in names
        if not country and not whole(name.lower()) and not is_small(token.doc, start, end)
        if _is_in(token.doc[end - 1], beside) and is_where(token.doc[end - 1])
    ]
    return found[0] if len(set(found)) == 1 else None


def _is_in(name: Token, beside: Sequence[Token]) -> bool:
    """Whether the name stands behind `in` and the like, with one of these words."""
    return name.dep_ == "pobj" and name.head.lower_ in ("in", "at", "near", "outside") and name.head.head in beside


def is_elsewhere(event: Happening, town: str, places: Places, near: Sequence[str]) -> bool:
    """Whether the event was in towns that are known, of which none is this one or holds it, or lies in it."""
    here = places.find(town, near)
    if here is None or here.confidence < _SURE or not event.places or event.campaign:
        return False
    for name in (*event.places, *event.quarters):
        there = places.find(name, near)
        if there is None or there.confidence < _SURE or there.key == here.key or places.nested(name, town, near):
            return False
    return True


_SURE = 0.5
