"""The words that stand around the name of a place: parts (eastern Ukraine), kinds (city of Aleppo), larger places (Hass, Idlib)."""

import re

_PART = re.compile(
    r"(?:(?:north|south) ?(?:east|west)|north|south|east|west|central|mid)(?:ern)? (.{4,})|(?:rural|greater) (.{4,})"
)
_WHOLE = frozenset({
    "south sudan", "south africa", "north korea", "south korea", "north macedonia", "east timor", "central african republic",
    "south ossetia", "western sahara", "west bank", "south kivu", "north kivu", "south kordofan", "north kordofan", "west kordofan",
    "central darfur", "north waziristan", "south waziristan", "northern ireland",
})  # fmt: skip
"""What is called as a part is, and is a country or a province of its own."""
_IN_FRONT = re.compile(r"(?:(?:port |ancient |besieged )?(?:city|town|village)|suburb|port|outskirts|countryside|capital) of (.+)")
_BEHIND = re.compile(r"(.+) (?:city|town|village|area|suburbs?|neighbou?rhood|countryside)")


def whole(text: str) -> str:
    """The larger place in the plain name of a part; empty if it is none."""
    found = _PART.fullmatch(text) if text not in _WHOLE else None
    return (found[1] or found[2]) if found else ""


def bare(text: str) -> str:
    """The plain name without the word for the kind of place; empty if it has none."""
    found = _IN_FRONT.fullmatch(text) or _BEHIND.fullmatch(text)
    return str(found[1]) if found else ""


def listed(name: str) -> tuple[str, str] | None:
    """A name and the larger place that stands behind it after a comma or in brackets."""
    inner, _, outer = name.replace("(", ",").rstrip(") ").partition(",")
    return (inner.strip(), outer.strip()) if inner.strip() and outer.strip() else None


_ARTICLE = re.compile(r"(?:(?:a[dlnrstz]|e[dlrs]|[ae]sh|ul)[- ])?")


def begins_as_name(text: str) -> bool:
    """Whether it begins with a capital letter, as proper names do, but for the Arabic article before one: al-Rahjan."""
    found = _ARTICLE.match(text)
    return text[found.end() if found else 0 :][:1].isupper()
