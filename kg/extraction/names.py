"""The names of known actors: those of the reference data and of the world at large, found in a document by their words."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Doc

from kg.annotation.things import ActorBlock
from kg.extraction.countries import by_code, demonyms
from kg.extraction.folding import folded
from kg.extraction.naming import country_around, is_prefixed
from kg.extraction.nlp import parser
from kg.extraction.personnames import last_name
from kg.identifiers import slug
from kg.reference.reading import Reference

_LOWER_NAMES = frozenset({"rebels"})


@cache
def world() -> tuple[Mapping[str, ActorBlock], Mapping[str, str]]:
    """The actors of the world at large, and the seats that stand for governments."""
    data = yaml.safe_load(files("kg.extraction").joinpath("data/actors.yaml").read_text(encoding="utf-8"))
    return {key: ActorBlock.model_validate(block) for key, block in data["actors"].items()}, data["seats"]


class Names:
    """Every name of the reference data and of the world's actors, by its words."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        known, self._seats = world()
        self.blocks: dict[str, ActorBlock] = {key: block for key, block in known.items() if key not in reference.actors} | dict(
            reference.actors
        )
        self.by_words: dict[tuple[str, ...], str] = {}
        for key, block in self.blocks.items():
            for name in (block.label, *block.also):
                self._enter(name, key)
                self._enter(name.replace("'", ""), key)
        for name, key in self._seats.items():
            self._enter(name, key)
        self._lengths: dict[str, list[int]] = {}
        for words in sorted(self.by_words, key=len, reverse=True):
            lengths = self._lengths.setdefault(words[0].lower(), [])
            if len(words) not in lengths:
                lengths.append(len(words))
        self.states = self._state_keys()
        persons = [(last_name(block.label), key) for key, block in self.blocks.items() if block.kind == "Person"]
        borne = Counter(name for name, _ in persons)
        self.by_last_name = {name: key for name, key in persons if borne[name] == 1}
        self.persons = {folded(block.label): key for key, block in self.blocks.items() if block.kind == "Person"}

    def _enter(self, name: str, key: str) -> None:
        words = tuple(token.text for token in parser().tokenizer(name.removeprefix("the ")))
        self.by_words.setdefault(cased(words), key)

    def _state_keys(self) -> dict[str, str]:
        """The key of each country as an actor."""
        labels = {block.label.lower(): key for key, block in self.blocks.items() if block.kind == "State"}
        found = {}
        for code, country in by_code().items():
            governments = (f"{name} government" for name, of in demonyms().items() if of == code)
            candidates = (country.name.lower(), *governments)
            found[code] = next((labels[name] for name in candidates if name in labels), slug(country.name, 44))
        return found

    def find(self, doc: Doc) -> dict[int, tuple[int, int, str]]:
        """The names in the document: for each token of one, where it begins, where it ends, and its key."""
        words = tuple(token.text for token in doc)
        firsts = [_plain(word).lower() for word in words]
        found: dict[int, tuple[int, int, str]] = {}
        at = 0
        while at < len(words):
            for length in self._lengths.get(firsts[at], ()):
                key = self.by_words.get(cased(words[at : at + length])) if at + length <= len(words) else None
                named = length > 1 or words[at][0].isupper() or words[at] in _LOWER_NAMES
                if key and named and not _is_cut(doc, at, at + length) and not is_prefixed(doc[at]):
                    found |= dict.fromkeys(range(at, at + length), (at, at + length, key))
                    at += length - 1
                    break
            at += 1
        return found


def _is_cut(doc: Doc, start: int, end: int) -> bool:
    """Whether these words begin or end within the longer name of a country: the Sudan of South Sudan."""
    around = [found for at in (start, end - 1) if (found := country_around(doc[at]))]
    return any((first < start or end < last) and last - first > 1 for _, first, last in around)


def cased(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names of one short word keep their case (IS, US, MSF, WHO), others do not."""
    plain = tuple(map(_plain, words))
    if len(plain) == 1 and len(plain[0]) <= 4 and plain[0].isupper():
        return plain
    return tuple(word.lower() for word in plain)


def _plain(word: str) -> str:
    return word.replace(".", "").replace("efense", "efence") or word
