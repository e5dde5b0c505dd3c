"""An article as the model is shown it: part by part, with the actors and places that are mentioned there, by identifiers.

An article of usual length is one part: who is meant and which attack often stands in another paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from kg.article import Article, fold
from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.extract import Extractor
from kg.extraction.match import PlaceMatch
from kg.extraction.naming import country_of, organisation_kind
from kg.extraction.nlp import parsed
from kg.extraction.party import Party
from kg.extraction.speech import Speeches
from kg.extraction.text import Paragraph, paragraphs
from kg.proposals.grounding import Stretch

_LONGEST = 120
_MOST = 120
"""The mentions of a kind that are shown with a part."""
_SHORTEST = 2
"""The letters of a name."""
_ANYBODY = frozenset({"people", "some", "many", "others", "several", "report", "statement", "document", "man", "woman", "boy"})
_NOBODY = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
"""What names of these kinds, as the parser tells them, are no actor, unless the cast knows it as one."""
_THINGS = (W.SITES.keys() - W.PEOPLE.keys()) | W.ATTACK_NOUNS.keys()
_NAME = re.compile(r"[A-Za-z]")
_NAMED_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that name somebody: who is meant, and where in the article they stand."""

    party: Party
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Located:
    """A place with the words that name it."""

    words: str
    match: PlaceMatch


class Scene:
    """All that a question about a part of an article may refer to; a part has `most` characters, or is one paragraph."""

    def __init__(self, article: Article, title: str | None, extractor: Extractor, most: int) -> None:
        self.article = article
        self.parts: Sequence[Paragraph] = paragraphs(article.text, title)
        self.sections = _sections(self.parts, most)
        self.docs = parsed(part.text for part in self.parts)
        self.cast = Cast(extractor.names)
        self.cast.read(self.docs)
        self._words = " ".join(fold(article.text).lower().split())
        self._places = extractor.places
        speeches = Speeches(self.cast)
        self.mentions: list[tuple[Mention, ...]] = []
        for number, doc in enumerate(self.docs):
            speeches.read(doc, self.parts[number].role == "title")
            self.mentions.append(tuple(self._mentions(doc, self.parts[number])))
        order = dict.fromkeys(mention.party.key for of_one in self.mentions for mention in of_one)
        self._ids = {key: f"A{number}" for number, key in enumerate(order, 1)}

    def text(self, section: int) -> str:
        """The words of a part, paragraph by paragraph."""
        return "\n\n".join(self.parts[number].text for number in self.sections[section])

    def whole(self, section: int) -> Stretch:
        """Where in the article a part stands."""
        first, last = self.parts[self.sections[section][0]], self.parts[self.sections[section][-1]]
        return Stretch(first.start, last.start + len(last.text))

    def before(self, section: int) -> str:
        """The paragraph before a part."""
        first = self.sections[section][0]
        return self.parts[first - 1].text if first else ""

    def beside(self, section: int) -> tuple[int, ...]:
        """The paragraphs that are shown with a part: the headline, the one before, its own."""
        headline = [0] if self.parts[0].role == "title" else []
        first = self.sections[section][0]
        return tuple(dict.fromkeys([*headline, *([first - 1] if first else []), *self.sections[section]]))

    def actors(self, section: int) -> dict[str, tuple[Party, tuple[str, ...]]]:
        """Who is mentioned in or beside this part, by identifier, with the words that name them."""
        found: dict[str, tuple[Party, dict[str, None]]] = {}
        for mention in (mention for one in self.beside(section) for mention in self.mentions[one]):
            entry = found.setdefault(self._ids[mention.party.key], (mention.party, {}))
            entry[1][self.article.text[mention.start : mention.end]] = None
        return {key: (party, tuple(words)) for key, (party, words) in list(found.items())[-_MOST:]}

    def named(self, words: str, section: int) -> Party | None:
        """Whom these words name that stand in or beside this part; one who is not known is called by them."""
        wanted = fold(words).strip()
        if not _SHORTEST <= len(wanted) <= _LONGEST or not _NAME.search(wanted) or not wanted[0].isalnum():
            return None
        for number in reversed(self.beside(section)):
            found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", self.parts[number].text)
            span = self.docs[number].char_span(*found.span(), alignment_mode="expand") if found else None
            if found and span is not None:
                return self._called(span, found[0])
        return None

    def _called(self, span: Span, words: str) -> Party | None:
        """Who is meant by these words of a paragraph; nobody if they name a place, a time or a thing."""
        root = span.root
        if root.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        label = words.removeprefix("the ").removeprefix("The ")
        party = self.cast.party(root)
        known = party is not None and (party.kind in ("State", "Person") or party.key in self.cast.names.blocks)
        named = root.pos_ == "PROPN" and root.ent_type_ != "PERSON"
        if not known and named and self._places.find(label, self._near):
            return None
        if party and self._stands(party):
            return party
        if root.ent_type_ in _NOBODY or (root.lemma_.lower() in _THINGS and not root.ent_type_):
            return None
        if any(token.ent_type_ == "PERSON" for token in span):
            return self.cast.minted(label, "Person")
        return self.cast.minted(label, organisation_kind(label)) if span.root.pos_ == "PROPN" else self.cast.unnamed(label)

    def places(self, section: int) -> dict[str, Located]:
        """The places that are named in or beside this part, by identifier."""
        found = [located for one in self.beside(section) for located in self._located[one]]
        each = {located.match.key: located for located in found}
        return {f"P{index}": located for index, located in enumerate(list(each.values())[-_MOST:], 1)}

    @cached_property
    def _near(self) -> list[str]:
        """The countries that the article names most."""
        return [code for code, _ in self.cast.countries.most_common(3)]

    @cached_property
    def _located(self) -> list[list[Located]]:
        found = []
        for doc in self.docs:
            names = [entity.text for entity in doc.ents if entity.label_ in _NAMED_PLACES and len(entity.text) <= _LONGEST]
            matches = [(name, self._places.find(name, self._near)) for name in dict.fromkeys(names)]
            found.append([Located(name, match) for name, match in matches if match])
        return found

    def _stands(self, party: Party) -> bool:
        """Whether a name that no list has stands in the article as it is: of a bare "army" the rules guess whose it is."""
        if party.block is None or party.kind == "State" or party.key in self.cast.names.blocks:
            return True
        names = (party.label, *party.block.also)
        return not party.label[:1].isdigit() and any(" ".join(fold(name).lower().split()) in self._words for name in names)

    def _mentions(self, doc: Doc, part: Paragraph) -> Iterator[Mention]:
        spans = self.cast.mentions[id(doc)]
        for token in doc:
            hit = spans.get(token.i)
            first = doc[hit[0] if hit else _first(token)]
            end = part.start + token.idx + len(token.text)
            if code := country_of(token):
                yield Mention(self.cast.state(code), part.start + token.idx, end)
            party = self.cast.party(token) if _names_somebody(token, hit) else None
            if party and self._stands(party) and end - part.start - first.idx <= _LONGEST:
                yield Mention(party, part.start + first.idx, end)


def _sections(parts: Sequence[Paragraph], most: int) -> list[tuple[int, ...]]:
    """The paragraphs, so many together as have no more than this number of characters."""
    sections: list[list[int]] = []
    size = 0
    for number, part in enumerate(parts):
        if not sections or size + len(part.text) > most:
            sections.append([])
            size = 0
        sections[-1].append(number)
        size += len(part.text)
    return [tuple(section) for section in sections]


def _names_somebody(token: Token, hit: tuple[int, int, str] | None) -> bool:
    """Whether the noun closes a name that is known, or the words for somebody, and no common word that may be anybody."""
    if hit:
        return hit[1] == token.i + 1
    joined = token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i
    return token.pos_ in ("NOUN", "PROPN") and not joined and token.lemma_.lower() not in _ANYBODY


def _first(token: Token) -> int:
    """Where the noun phrase that this noun closes begins, its article left out."""
    before = [child.left_edge for child in token.lefts if child.dep_ in ("compound", "amod", "nmod", "poss")]
    return min((one.i for one in before if one.i < token.i), default=token.i)
