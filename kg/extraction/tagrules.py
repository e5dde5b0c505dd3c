"""The rules that give a token its part of speech, looked up instead of tried one by one on every token.

spaCy's attribute ruler tries each of the model's 179 patterns on each token, a fifth of the time of a parse. All but a few of them
look at one token's tag, word and dependency, so that what holds for these three is found once and kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

Pattern = Mapping[str, Any]
Match = tuple[int, int, int]


class TagRules:
    """In place of the matcher of an attribute ruler: called with a document, it gives the same matches."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._rest = Matcher(ruler.vocab)
        self._of_word: dict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        self._of_tag: dict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        self._found: dict[tuple[int, int, int], tuple[int, ...]] = {}
        for number, rule in enumerate(ruler.patterns):
            key, patterns = ruler.vocab.strings.add(str(number)), cast("list[list[dict[str, Any]]]", rule["patterns"])
            for pattern in patterns:
                if _is_simple(pattern):
                    self._file(key, pattern[0])
            if others := [pattern for pattern in patterns if not _is_simple(pattern)]:
                self._rest.add(str(number), others)

    def _file(self, key: int, pattern: Pattern) -> None:
        table, attribute = (self._of_word, "LOWER") if "LOWER" in pattern else (self._of_tag, "TAG")
        for value in _values(pattern[attribute]):
            table[value].append((key, pattern))

    def __call__(self, doc: Doc, allow_missing: bool = False, as_spans: bool = False) -> list[Match]:
        """The matches: the rule's key in the vocabulary, first token, end."""
        assert not as_spans
        found = self._rest(doc, allow_missing=allow_missing)
        found += [(key, token.i, token.i + 1) for token in doc for key in self._keys(token)]
        return found

    def _keys(self, token: Token) -> tuple[int, ...]:
        """The rules that hold for this token alone."""
        looks = (token.tag, token.lower, token.dep)
        if (keys := self._found.get(looks)) is None:
            keys = tuple(dict.fromkeys(self._holding(token)))
            if len(self._found) < _KEPT:
                self._found[looks] = keys
        return keys

    def _holding(self, token: Token) -> Iterator[int]:
        texts = {"TAG": token.tag_, "LOWER": token.lower_, "DEP": token.dep_}
        for key, pattern in (*self._of_word.get(token.lower_, ()), *self._of_tag.get(token.tag_, ())):
            if all(_holds(texts[attribute], wanted) for attribute, wanted in pattern.items()):
                yield key


_KEPT = 200_000
"""So many combinations are kept: words are without number."""


def _is_simple(pattern: Sequence[Pattern]) -> bool:
    """Whether a pattern is of one token, of which it names the word or the tag."""
    if len(pattern) > 1 or not pattern[0].keys() <= {"TAG", "LOWER", "DEP"}:
        return False
    named = pattern[0].get("LOWER", pattern[0].get("TAG"))
    return isinstance(named, str) or (isinstance(named, Mapping) and named.keys() == {"IN"})


def _values(wanted: Any) -> list[str]:
    return [wanted] if isinstance(wanted, str) else list(wanted["IN"])


def _holds(value: str, wanted: Any) -> bool:
    if isinstance(wanted, str):
        return value == wanted
    return all(value in values if name == "IN" else value not in values for name, values in wanted.items())
