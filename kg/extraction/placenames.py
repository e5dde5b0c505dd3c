"""The names of places in a document, by the parser, the gazetteer and the words that stand beside them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from spacy.tokens import Doc, Span, Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.countries import countries, demonyms
from kg.extraction.mending import SHORT
from kg.extraction.naming import country_of
from kg.extraction.placed import (
    CALLING,
    PARTS,
    is_called_place,
    is_placed,
    is_scene,
    is_shelled,
    is_told_by_bearing,
    leads_to_scene,
    stands_for_place,
)
from kg.extraction.times import names_day_or_month

_SMALL = frozenset({"neighbourhood", "neighborhood", "district", "village", "suburb", "camp", "quarter", "hamlet"})
_MISTAKEN = ("PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE")
"""What the parser may take the name of a place for."""


class IsPlace(Protocol):
    """Says whether a name is a place's; one within another name must be where the article is."""

    def __call__(self, name: str, *, inside: bool = False) -> bool:
        """Whether it is."""
        ...


PlaceName = tuple[int, int, str, bool]
"""Where the name of a place begins and ends, the name, and whether it is a country's."""
PlaceNames = Callable[[int], Sequence[PlaceName]]
"""The names of places in the document of this number."""


def is_small(doc: Doc, start: int, end: int) -> bool:
    """Whether a quarter or a village is named: the Shahba neighbourhood, the village of Hass."""
    if doc[start].lemma_.lower() in W.DISTRICTS:
        return doc[start].lemma_.lower() in _SMALL
    if end < len(doc) and doc[end].lemma_.lower() in _SMALL and doc[end - 1].head.i == end:
        return True
    of = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lemma_.lower() in _SMALL
    return of and not doc[max(0, start - 3)].text[0].isupper()


def place_names(doc: Doc, cast: Cast, is_place: IsPlace) -> list[PlaceName]:
    """The names of places in a document: where each begins and ends, and whether it is a country."""
    found: list[PlaceName] = []
    taken: set[int] = set()
    for entity in doc.ents:
        if any(one.lower_ in SHORT for one in doc[max(0, entity.start - 1) : entity.end]) or _is_patron(entity, is_place):
            continue  # Mr. Carson
        if len(entity) == 1 and entity.root.pos_ == "ADJ" and entity.root.lower_ in demonyms():
            continue  # Ukrainian shelling
        name = entity.text.removesuffix("'s").removeprefix("the ").removeprefix("The ").strip()
        name = _unglued(name, is_place) if names_day_or_month(name.split(" ")[-1]) else name
        behind = doc[entity.end] if entity.end < len(doc) else None
        if behind is not None and behind.lower_ in ("suburbs", "outskirts", "countryside") and entity.root.head == behind:
            name = f"{name} {behind.text}"
        called = is_called_place(entity.root, entity.start)
        if called and entity.label_ == "NORP" and entity.root.dep_ in ("compound", "amod"):
            called = is_place(name)  # a Sunni suburb
        if not called and _is_bearer(entity, cast) and (entity.label_ == "PERSON" or not is_place(name)):
            continue
        certain = called or entity.label_ in ("GPE", "LOC", "FAC")
        known = [cast.mentions[id(doc)][i][2] for i in range(entity.start, entity.end) if i in cast.mentions[id(doc)]]
        inside = entity.root.dep_ in ("compound", "conj")  # one joined to another lies where that does
        seat = stands_for_place(entity.root) and name.replace(" ", "").replace("-", "").isalpha()
        seat = seat and is_place(name, inside=inside)
        if any(char.isdigit() for char in name) or name == name.lower() or name.lower() in PARTS or _is_cut_short(entity):
            continue
        blocks = (block for key in known if (block := cast.names.blocks.get(key)))
        an_actor = not certain or any(block.kind not in ("State", "StateBody") for block in blocks)
        if known and not seat and not called and an_actor:
            continue
        located = is_told_by_bearing(entity.root) or (len(entity) == 1 and is_scene(entity.root)) or is_shelled(entity)
        located = located or (entity[0].lower_ in PARTS and is_place(entity[1:].text))
        if (certain and entity.root.lemma_.lower() not in W.SITES) or (
            entity.label_ in _MISTAKEN and (((seat or is_placed(entity.root)) and is_place(name, inside=inside)) or located)
        ):
            name = _unglued(_with_part(entity, name, is_place), is_place)
            country = (name.lower() in countries() or country_of(entity.root) is not None) and entity.root.lower_ not in demonyms()
            found.append((entity.start, entity.end - (entity[-1].tag_ == "POS"), name, country))
            taken |= set(range(entity.start, entity.end))
    for token in doc:
        inside = token.ent_type_ in ("ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT") and token.dep_ in ("compound", "poss", "nmod")
        if (
            token.pos_ == "PROPN"
            and token.i not in taken
            and token.i not in cast.mentions[id(doc)]
            and (not token.ent_type_ or (inside and token.head.lemma_.lower() in W.SITES))
            and token.text.isalpha()
            and len(token.text) > 3
            and token.lower_ not in PARTS
            and token.lemma_.lower() not in W.SITES
            and token.lower_ not in SHORT
            and token.lower_ not in demonyms()
            and not _is_part_of_name(token)
            and not (inside and (country_of(token) or doc[max(0, token.i - 1)].lower_ in ("al", "-", "el")))
            and not _is_joined_name(token)
            and (
                is_scene(token)
                or is_place(token.text, inside=inside or (token.dep_ == "compound" and token.head.lemma_.lower() in W.SITES))
            )
        ):
            found.append((token.i, token.i + 1, token.text, country_of(token) is not None))
    found += [one for one in _named_after(doc, cast, is_place) if one not in found]
    for long in _long_names(doc, {i for i, hit in cast.mentions[id(doc)].items() if not _is_person(hit[2], cast)}):
        if is_place(long[0].text, inside=True) and not is_place(long.text):
            long = long[:1]  # Massacre in Idlib Defies Truce
        if not any(start <= long.start and long.end <= end for start, end, *_ in found):
            found = [one for one in found if not long.start <= one[0] < long.end]
            found.append((long.start, long.end, long.text, False))
    for token in doc:
        if token.lemma_.lower() in W.DISTRICTS and doc[max(0, token.i - 1)].lower_ != "of":
            span = next(_district(token, taken, set(cast.mentions[id(doc)])), None)
            if span is not None and (not span.text.isupper() or is_place(span.text)):
                found = [one for one in found if not span.start <= one[0] < span.end]
                found.append((token.i, token.i + 1, span.text, False))
    return sorted(found)


def _named_after(doc: Doc, cast: Cast, is_place: IsPlace) -> Iterator[PlaceName]:
    """The places in the names that attacks are known by: the Boston Marathon bombing, the London Underground bombings."""
    states = set(cast.names.states.values())
    for name in doc:
        first = next(iter(name.lefts), None) if name.dep_ == "compound" and name.pos_ == "PROPN" else None
        if first is None or name.head.pos_ != "NOUN" or name.head.lemma_.lower() not in W.ATTACK_NOUNS:
            continue
        actor = cast.mentions[id(doc)].get(first.i)
        seat = actor is None or (actor[2] in states and country_of(first) is None)
        name_of = first.dep_ == "compound" and first.pos_ == "PROPN" and first.lemma_.lower() not in W.DISTRICTS
        if seat and name_of and is_place(first.text):
            yield first.i, first.i + 1, first.text, country_of(first) is not None


def _is_patron(entity: Span, is_place: IsPlace) -> bool:
    """Whether it is the saint after whom what was hit is called: St. Mark's Cathedral."""
    saint = entity[0].lower_ in ("st.", "st", "saint") and entity.root.head.lemma_.lower() in W.SITES
    return saint and not is_place(entity.text.removesuffix("'s"))


def _is_bearer(entity: Span, cast: Cast) -> bool:
    """Whether one word is the last name of somebody whom the article names in full."""
    return len(entity) == 1 and entity.root.text in cast.bearers and country_of(entity.root) is None


def _with_part(entity: Span, name: str, is_place: IsPlace) -> str:
    """The name with the word before it that belongs to it: eastern Burkina Faso, Khan in `Khan Younis` cut in two."""
    part = entity.doc[entity.start - 1] if entity.start else None
    if part is None:
        return name
    whole = f"{part.text} {name}"
    small = is_small(entity.doc, entity.start, entity.end)
    side = part.lower_ in PARTS and not small and is_place(whole)
    cut = part.pos_ == "PROPN" and not part.ent_type_ and part.dep_ == "compound" and part.head == entity.root
    return whole if side or cut else name


def _unglued(name: str, is_place: IsPlace) -> str:
    """The name without what follows it by mistake, for want of a comma: Homs in `Homs Thursday`, `Homs Syria`."""
    words = name.split()
    if len(words) > 1 and not is_place(name):
        for end in range(len(words) - 1, 0, -1):
            rest = words[end]
            noun = rest.islower() and rest.isalpha() and rest not in CALLING | W.DISTRICTS
            if (noun or names_day_or_month(rest) or rest.lower() in countries()) and is_place(" ".join(words[:end])):
                return " ".join(words[:end])
    return name


def _district(token: Token, taken: set[int], actors: set[int]) -> Iterator[Span]:
    """The name of a quarter or a village that no gazetteer need have: the Shahba neighbourhood, the village of Hass."""
    start = token.i
    while start > token.sent.start and (_is_name(token.doc[start - 1], taken | actors) or _is_particle(token.doc, start - 1)):
        start -= 1
    if start < token.i and token.doc[start : token.i].text.lower() not in _KINDS | PARTS:
        yield token.doc[start : token.i]
    end = begin = token.i + 2  # the village of Hass
    while token.doc[token.i + 1 : begin].text == "of" and end < token.sent.end and _is_name(token.doc[end], actors):
        end += 1
    if end > begin and not taken.issuperset(range(begin, end)) and end not in actors:
        yield token.doc[begin:end]


_KINDS = frozenset({"congressional", "judicial", "school", "business", "financial", "electoral", "legislative", "old", "new"})
"""Words in capitals that tell what kind of district it is, and do not name it."""


def _is_name(token: Token, taken: set[int]) -> bool:
    """Whether the word is part of a proper name that is no other's."""
    name = token.pos_ == "PROPN" and token.text[0].isupper() and not _begins_name(token) and not names_day_or_month(token.text)
    return name and token.i not in taken and token.lower_ not in demonyms()


def _is_particle(doc: Doc, at: int) -> bool:
    """Whether it is the article before a name, or its hyphen: al-Waer, Bustan al-Qasr."""
    hyphen = at if doc[at].text == "-" else at + 1
    article = doc[hyphen - 1]
    joined = doc[hyphen].text == "-" and not doc[hyphen].whitespace_ and not article.whitespace_
    return hyphen > 0 and joined and article.lower_ in _ARTICLES


_ARTICLES = frozenset({"al", "el", "an", "as", "ash", "at", "ad", "ar", "az"})


def _is_person(key: str, cast: Cast) -> bool:
    """Whether it is a person, in whom no attack can be: a name of a town may be taken for one's."""
    party = cast.known(key)
    return party is not None and party.kind == "Person"


def _long_names(doc: Doc, actors: set[int]) -> Iterator[Span]:
    """The names of several words that tell where an attack was, of which a parser knows but one: a raid in Let Yet Kone."""
    for link in doc:
        if not leads_to_scene(link):
            continue
        start = end = link.i + 1
        while end < len(doc) and doc[end].text.istitle() and doc[end].ent_type_ not in ("DATE", "TIME") and end not in actors:
            end += 1
        words = {one.lemma_.lower() for one in doc[start:end]}
        other = words & (W.TITLES | W.RANKS | W.DISTRICTS | W.SITES.keys()) or any(map(country_of, doc[start:end]))
        other = other or words & SHORT or any(one.pos_ == "ADP" for one in doc[start:end])
        if end - start in (2, 3, 4) and not other and not _begins_name(doc[end - 1]):
            yield doc[start:end]


def _is_cut_short(entity: Span) -> bool:
    """Whether the parser cut a longer name of a country: Democratic Republic, of the Congo."""
    doc = entity.doc
    if _begins_name(doc[entity.end - 1]):
        return True
    rest = doc[entity.end : entity.end + 4].text.lower()
    return rest.startswith("of ") and any(
        f"{entity.text.lower().removeprefix('the ')} {' '.join(rest.split()[:n])}" in countries() for n in (2, 3)
    )


def _begins_name(token: Token) -> bool:
    """Whether a particle between hyphens joins it to another name: Lashkar in Lashkar-e-Taiba, Ansar in Ansar-ul-Islam."""
    link = token.doc[token.i + 1 : token.i + 4].text
    return link.startswith("-") and link.endswith("-") and link[1:-1].islower()


def _is_joined_name(token: Token) -> bool:
    """Whether hyphens join it to another name: Sainte in Conflans-Sainte-Honorine."""
    before, after = token.doc[max(0, token.i - 2) : token.i].text, token.doc[token.i + 1 : token.i + 3].text
    return (before.endswith("-") and before[:1].isupper()) or (after.startswith("-") and after[1:2].isupper())


def _is_part_of_name(token: Token) -> bool:
    """Whether it is one word of a longer name, as of a body: the People's Liberation Front."""
    run = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    joined = (one for one in run if one.pos_ == "PROPN" and one.text[0].isupper() and one.text.isalpha())
    return any(one.lemma_.lower() not in W.SITES and one.lemma_.lower() not in W.DISTRICTS | {"international"} for one in joined)
