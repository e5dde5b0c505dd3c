"""Places by name: those of the reference data, countries and provinces by ISO 3166, cities of GeoNames.

A name that several places bear is decided by population and by the other places of the article, and what was decided says
how sure it is and why.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.annotation.things import PlaceBlock
from kg.extraction import namesakes, placewords
from kg.extraction.cities import City, cities
from kg.extraction.countries import (
    Subdivision,
    by_code,
    countries,
    demonyms,
    names_folded,
    names_plain,
    province_called,
    subdivision,
    subdivisions,
    without_type,
)
from kg.extraction.folding import folded, folded_plain, plain, slug
from kg.extraction.match import PlaceMatch
from kg.extraction.supplement import ABBREVIATED, OWN_SPELLING, REGIONS
from kg.reference.reading import Reference

__all__ = ["PlaceMatch", "Places", "countries"]

_TRUSTED = 0.6
_WATERS = (" sea", " ocean", " gulf", " strait")
"""What names of waters end with, of which no province or town has the name."""
_ACRONYM = re.compile("[A-Z.]{2,5}")
_REGIONS = {plain(name): (name, code) for name, code in REGIONS.items()}


class Places:
    """The gazetteer over this reference data. The same name with the same countries around it always finds the same."""

    def __init__(self, reference: Reference) -> None:
        self._places = reference.places
        self._plain: dict[str, list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        for key, place in reference.places.items():
            for name in dict.fromkeys(plain(name) for name in (place.label, *place.also)):
                self._plain.setdefault(name, []).append(key)
                self._folded.setdefault(folded_plain(name), []).append(key)
        self._numbered = {place.geonames: key for key, place in reference.places.items() if place.geonames}
        self._country_keys = {
            code: self._numbered[one.geonames] for code, one in by_code().items() if one.geonames in self._numbered
        }
        self._codes = {key: code for code, key in self._country_keys.items()}
        self._by_region: dict[tuple[str, str], str] | None = None
        self._found: dict[tuple[str, frozenset[str]], PlaceMatch | None] = {}

    def find(self, name: str, near: Sequence[str] = ()) -> PlaceMatch | None:
        """The place of this name; `near` are keys of other places of the article, or names or codes of countries.

        A name without a capital is none: "turkey" is a bird. Keys that this gazetteer minted before are known to it.
        """
        asked = (name, frozenset(code for one in near if (code := self.country_of(one))))
        if asked not in self._found:
            match = self._found[asked] = self._find(name, asked[1]) if name != name.lower() else None
            if match and match.block and match.country:
                self._codes.setdefault(match.key, match.country)
        return self._found[asked]

    def is_place(self, name: str, near: Sequence[str] = (), *, inside: bool = False) -> bool:
        """Whether the name is more likely a place's than not, with these other places around it.

        A word inside another name, as of a hospital, is one only if it lies in one of their countries.
        """
        match = self.find(name, near)
        if inside and match and match.country not in {self.country_of(one) for one in near}:
            return False
        return match is not None and match.confidence >= 0.5

    def nested(self, one: str, other: str, near: Sequence[str] = ()) -> bool | None:
        """Whether of these two places, by name, one lies in the other; None if it is not known but may be."""
        a, b = (self.find(placewords.whole(name.lower()).title() or name, near) for name in (one, other))
        if a is None or b is None:
            return None
        if a.key in self._around(b) or b.key in self._around(a):
            return True
        return None if a.country == b.country and not self._in_two_provinces(a, b) else False

    def _in_two_provinces(self, *matches: PlaceMatch) -> bool:
        """Whether they are known for towns of different provinces: Kharkiv and Odesa."""
        blocks = (match.block or self._places.get(match.key) for match in matches if match.confidence > 0.6)
        found = (cities().by_number(block.geonames) for block in blocks if block and block.geonames)
        regions = [city.region for city in found if city is not None]
        return len(regions) == len(matches) and len(set(regions)) == len(matches)

    def _around(self, match: PlaceMatch) -> set[str]:
        """The keys of the place, of those that it lies in, and of its country."""
        blocks = {match.key: match.block, **match.around}
        inner = {key for block in blocks.values() if block for key in block.within}
        found = {match.key, *blocks, *inner}
        found |= {outer for key in found for outer in self._larger(key)}
        return found | {key for key, code in self._codes.items() if code == match.country and key in self._country_keys.values()}

    def country_of(self, key: str) -> str | None:
        """The code of the country that this place lies in; a country's name or code is taken, too."""
        found = next((self._codes[one] for one in (key, *self._larger(key)) if one in self._codes), None)
        return found or (key if key in by_code() else names_plain().get(plain(key)))

    def _larger(self, key: str) -> Iterator[str]:
        place = self._places.get(key)
        for outer in place.within if place else ():
            yield outer
            yield from self._larger(outer)

    def _find(self, name: str, near: frozenset[str]) -> PlaceMatch | None:
        text = plain(name)
        if not text or text.endswith(_WATERS):
            return None
        return (
            self._of_reference(text)
            or self._abbreviated(name, near)
            or self._country(name, text)
            or self._region(text)
            or self._part(name, text, near)
            or self._subdivision(text, near)
            or self._city(name, text, near)
            or self._listed(name, near)
            or self._shortened(text, near)
            or self._alike(name, text, near)
        )

    def _of_reference(self, text: str) -> PlaceMatch | None:
        keys = self._plain.get(text)
        return self._known(keys, 0.98, f"the reference data has the name {text!r}") if keys else None

    def _known(self, keys: Sequence[str], confidence: float, why: str) -> PlaceMatch:
        if len(keys) > 1:
            why, confidence = f"{why}, of {len(keys)} places: {', '.join(keys)}", round(confidence * 0.7, 2)
        return PlaceMatch(keys[0], None, confidence, why, country=self.country_of(keys[0]))

    def _country(self, name: str, text: str) -> PlaceMatch | None:
        if code := names_plain().get(text):
            return self._of_country(code, 0.97, f"a name of {by_code()[code].name} (ISO 3166 {code})")
        if code := demonyms().get(text):
            return self._of_country(code, 0.9, f"{name!r} is said of {by_code()[code].name}")
        return None

    def _of_country(self, code: str, confidence: float, why: str) -> PlaceMatch:
        key, blocks = self._declared(code)
        return PlaceMatch(key, blocks.get(key), confidence, why, country=code)

    def _declared(self, code: str) -> tuple[str, Mapping[str, PlaceBlock]]:
        """The key of a country, with its block if the reference data lacks it."""
        if code in self._country_keys:
            return self._country_keys[code], {}
        country = by_code()[code]
        key = self._free(slug(country.name), code)
        return key, {key: PlaceBlock(label=country.name, geonames=country.geonames)}

    def _free(self, key: str, mark: str) -> str:
        """The key, marked where the reference data has it for another place."""
        return f"{key}-{mark.lower()}" if key in self._places else key

    def _region(self, text: str) -> PlaceMatch | None:
        if text not in _REGIONS:
            return None
        name, code = _REGIONS[text]
        outer, around = self._declared(code)
        block = PlaceBlock(label=name, within=(outer,), note="A region of ordinary usage; whose it is may be contested.")
        why = f"a region of {by_code()[code].name}, by the gazetteer's own table"
        return PlaceMatch(self._free(slug(name), code), block, 0.85, why, around, code)

    def _part(self, name: str, text: str, near: frozenset[str]) -> PlaceMatch | None:
        """A part of a country, a region or a place of the reference data, such as eastern Ukraine."""
        rest = placewords.whole(text)
        whole = rest and (self._of_reference(rest) or self._country(name, rest) or self._region(rest))
        if not whole or subdivisions()[0].get(text) or any(one.country == whole.country for one in cities().named(text)):
            return None
        key = self._free(slug(text), whole.country or "part")
        block = PlaceBlock(label=" ".join(name.split()), within=(whole.key,), note="A part of a larger place, as it was called.")
        around = {**whole.around, whole.key: whole.block} if whole.block else whole.around
        return PlaceMatch(
            key, block, round(whole.confidence * 0.9, 2), f"a part of {whole.key}: {whole.why}", around, whole.country
        )

    def _subdivision(self, text: str, near: frozenset[str]) -> PlaceMatch | None:
        bare = without_type(text)
        said = bare != text
        if said and (keys := self._plain.get(f"{bare} governorate") or self._plain.get(f"{bare} province")):
            return self._known(keys, 0.95, f"the reference data has the province of {bare!r}")
        found = subdivisions()[0].get(bare, ()) or (province_called(bare) if said else ())
        if not found and said and len(bare) >= 4:
            key = folded_plain(bare)
            alike = subdivisions()[1].get(key, ()) if len(key) >= 4 else ()
            found = tuple(one for one in alike if one.country not in OWN_SPELLING and (one.country in near or not near))
        if not found or (not said and namesakes.rather_a_city(bare, {one.country for one in found}, near)):
            return None
        return self._of_subdivisions(found, near, 0.9 if said else 0.75)

    def _of_subdivisions(self, found: Sequence[Subdivision], near: frozenset[str], confidence: float) -> PlaceMatch:
        nearby = [one for one in found if one.country in near] or list(found)
        chosen, others = nearby[0], sorted({one.code for one in nearby[1:]})
        why = f"{chosen.kind.lower()} of {by_code()[chosen.country].name} (ISO 3166 {chosen.code})"
        if others:
            why, confidence = f"{why}; the name is also that of {', '.join(others)}", round(confidence * 0.6, 2)
        if known := self._plain.get(f"{without_type(plain(chosen.name))} governorate"):
            return PlaceMatch(known[0], None, confidence, why, country=chosen.country)
        outer, around = self._declared(chosen.country)
        block = PlaceBlock(label=chosen.name, within=(outer,), note=f"ISO 3166-2: {chosen.code}.")
        return PlaceMatch(f"{slug(chosen.name)}-{chosen.code.lower()}", block, confidence, why, around, chosen.country)

    def _abbreviated(self, name: str, near: frozenset[str]) -> PlaceMatch | None:
        found = subdivision(ABBREVIATED[name]) if name in ABBREVIATED else ()
        return self._of_subdivisions(found, near, 0.9) if found else None

    def _city(self, name: str, text: str, near: frozenset[str]) -> PlaceMatch | None:
        found = () if _ACRONYM.fullmatch(name) else cities().named(text)
        return self._of_cities(found, [city for city in found if plain(city.name) == text], near) if found else None

    def _of_cities(self, found: Sequence[City], own: Sequence[City], near: frozenset[str], doubt: str = "") -> PlaceMatch:
        ranked = namesakes.ranked(found, own, near)
        city, confidence = ranked[0], namesakes.confidence(ranked, own, near, not doubt)
        why = "; ".join(part for part in (namesakes.reasons(ranked, near), doubt) if part)
        if city.geonames in self._numbered:
            return PlaceMatch(self._numbered[city.geonames], None, confidence, why, country=city.country)
        outer, around = self._declared(city.country)
        province = self._provinces().get((city.country, city.region))
        block = PlaceBlock(label=city.name, within=(province or outer,), geonames=city.geonames)
        return PlaceMatch(self._key(city), block, confidence, why, {} if province else around, city.country)

    def _key(self, city: City) -> str:
        """A key that does not depend on what was asked before: the bare name for the most populous bearer of it."""
        bare = slug(city.name) or "place"
        bearers = [one for one in cities().named(plain(city.name)) if slug(one.name) == bare]
        if bearers[:1] == [city] and bare not in self._places and plain(city.name) not in names_plain():
            return bare
        at_home = [one for one in bearers if one.country == city.country]
        return f"{bare}-{city.country.lower()}" if at_home[:1] == [city] else f"{bare}-{city.geonames}"

    def _provinces(self) -> Mapping[tuple[str, str], str]:
        """The provinces of the reference data by country and region code, learned from the cities that it has in them."""
        if self._by_region is None:
            self._by_region = {}
            for number, key in self._numbered.items():
                outer = next(iter(self._places[key].within), None)
                city = cities().by_number(number) if outer and outer not in self._codes else None
                if city and outer:
                    self._by_region.setdefault((city.country, city.region), outer)
        return self._by_region

    def _listed(self, name: str, near: frozenset[str]) -> PlaceMatch | None:
        """A place with the larger one that holds it behind a comma or in brackets before it: Hass, Idlib province."""
        found = placewords.listed(name)
        if found is None:
            return None
        match, larger = self._find(found[0], near), self._find(found[1], near)
        if larger and larger.country and larger.confidence >= _TRUSTED:
            if match is None or match.country != larger.country:
                match = self._find(found[0], frozenset({larger.country}))
            if match is None or match.country != larger.country:
                return None
        return replace(match, confidence=round(match.confidence * 0.95, 2)) if match else None

    def _shortened(self, text: str, near: frozenset[str]) -> PlaceMatch | None:
        found = placewords.bare(text)
        match = self._find(found.title(), near) if found else None
        return replace(match, confidence=round(match.confidence * 0.95, 2)) if match else None

    def _alike(self, name: str, text: str, near: frozenset[str]) -> PlaceMatch | None:
        """What agrees only when transliterations are folded."""
        key = folded_plain(text)
        if len(key) < 4 or _ACRONYM.fullmatch(name):
            return None
        if keys := self._folded.get(key):
            return self._known(list(dict.fromkeys(keys)), 0.85, f"{text!r} is a spelling of a name in the reference data")
        if code := names_folded().get(key):
            return self._of_country(code, 0.75, f"{text!r} is a spelling of {by_code()[code].name}")
        found = [city for city in cities().alike(key) if city.country not in OWN_SPELLING]
        own = [city for city in found if folded(city.name) == key]
        return self._of_cities(found, own, near, f"{text!r} is no name of it, but spelt alike") if found else None
