"""Which of several cities of one name is meant, how sure that is, and why: by population and by the countries of the article."""

from collections.abc import Collection, Sequence
from math import log10

from kg.extraction.cities import City, cities
from kg.extraction.countries import by_code
from kg.extraction.folding import plain
from kg.extraction.supplement import OWN_SPELLING

_A_CITY = 20_000
_WELL_KNOWN = 1_000_000
_FAME = 1.5
_NEARBY = 2.5
_OWN_NAME = 1.0
_GREAT, _TIMES = 200_000, 50
"""How many people a city must have, and how many times as many as any other, to be meant wherever one writes its bare name."""
_LIKELY, _SURE = 1.0, 2.5
"""What speaks for a city, and by how much one must outweigh the next: in powers of ten of population."""


def ranked(found: Collection[City], own: Collection[City], near: Collection[str]) -> list[City]:
    """The cities, the likeliest first; `own` are those whose first name it is, `near` the countries of the article."""
    return sorted(found, key=lambda city: (-_weight(city, city in own, near), city.geonames))


def confidence(among: Sequence[City], own: Collection[City], near: Collection[str], spelt: bool) -> float:
    """How sure it is that the first of the ranked cities is meant; `spelt` says that it has the name as it was written."""
    first = among[0]
    weights = [_weight(city, city in own, near) for city in among[:2]]
    margin = weights[0] - weights[1] if len(weights) > 1 else _SURE
    others = (one for one in among[1:] if one in own)
    greatest = first.population >= _GREAT and first in own and all(_TIMES * one.population <= first.population for one in others)
    sure = 0.85 if margin >= _SURE else 0.7 if margin >= _LIKELY or greatest else 0.45
    sure -= 0.1 * (first not in own) + 0.2 * (not spelt)
    sure += 0.1 * (first.country in near) - 0.15 * (bool(near) and first.country not in near)
    # A spelling that merely resembles a city's name, or another name of a small one, with nothing in the article that points there,
    # may be any name at all: Kashmir is no town in the state of Washington.
    # So may that of a small place in a country of which the article does not speak, where it speaks of others.
    known = spelt and (first.population >= _A_CITY or (first in own and not near))
    return round(max(0.05, sure if known or first.country in near else min(sure, 0.35)), 2)


def reasons(among: Sequence[City], near: Collection[str]) -> str:
    """What was chosen, and among what."""
    first, *others = among
    said = [f"{first.name} in {by_code()[first.country].name} ({first.population:,} inhabitants, GeoNames {first.geonames})"]
    if first.country in near:
        said.append("the article speaks of that country")
    if others:
        count = "1 other bears the name" if len(others) == 1 else f"{len(others)} others bear the name, the likeliest"
        said.append(f"{count} in {by_code()[others[0].country].name} ({others[0].population:,})")
    return "; ".join(said)


def rather_a_city(name: str, owners: Collection[str], near: Collection[str]) -> bool:
    """Whether the bare name of a province of these countries means a city: one of that country (Kunduz), or a metropolis.

    Or one of a country that the article names, where it names none of those: Santa Fe, where it speaks of America.
    """
    bearers = [city for city in cities().named(name) if plain(city.name) == name]
    of = near if near and not {*owners} & {*near} else owners
    here = (one.population >= _A_CITY and one.country in of for one in bearers if not near or one.country in near)
    known = _GREAT if of is near else _WELL_KNOWN
    return any(here) or any(city.population >= known for city in bearers)


def _weight(city: City, own: bool, near: Collection[str]) -> float:
    known = _FAME * (city.population >= _WELL_KNOWN)
    copied = city.country in OWN_SPELLING and city.population < _A_CITY  # Nice in California
    nearby = _NEARBY - copied if city.country in near else 0
    return log10(city.population + 1) + known + nearby + _OWN_NAME * own
