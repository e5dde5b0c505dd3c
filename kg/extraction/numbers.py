"""How many people: quantities in a sentence, as bounds, with the noun that they count."""

import re
from calendar import day_abbr, day_name
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Span, Token

from kg.annotation.figures import FigureBlock
from kg.annotation.values import VAGUE
from kg.extraction import words as W
from kg.extraction.reckoning import MONTHS
from kg.extraction.spelt import FRACTIONS, UNITS, dozen, fraction, spelt
from kg.extraction.uncounted import is_former, is_uncounted
from kg.extraction.victims import is_nation, is_people
from kg.terms import BoundKind, Outcome, Population

_VAGUE_WORDS = frozenset(VAGUE)
_MANY = {"thousands": 1000, "millions": 1_000_000}
_TIMES = {"tens": 20, "dozens": 24, "hundreds": 200}
_SEVERAL = frozenset({"several", "few"})
_LOTS = frozenset({"number", "handful"})
_SIZES = frozenset({"large", "great", "small", "huge", "vast", "growing", "significant", "considerable", "unknown", "undisclosed"})
SHARES = frozenset({"half", "most"})
"""Words for so many of those who were counted before."""
_ASKED = frozenset({"how", "as", "so", "too", "that", "not", "great"})
_LEAST = 3
"""The least that `several` and `a few` can mean."""
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")
_DAYS = frozenset(name.lower() for name in (*day_name, *day_abbr)) | {"today", "yesterday", "overnight"}
_BEGINNING = frozenset({"a", "one", "both", "many", "millions", *_SEVERAL, *_LOTS, *SHARES, *_TIMES, *UNITS, *FRACTIONS, *VAGUE})
"""Words with which a number may begin, beside figures and numerals."""
_NOUNS = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a vague word: its tokens in the document, its bounds, and the noun that it counts, if one does."""

    start: int
    end: int
    lower: int | None
    upper: int | None
    kind: BoundKind
    vague: str | None
    token: Token
    noun: Token | None

    def figure(self, outcome: Outcome, population: Population, wording: str) -> FigureBlock:
        """As the annotation writes it."""
        words = wording[:200]
        if self.vague and (self.vague not in VAGUE or VAGUE[self.vague] != self.lower):
            return FigureBlock(outcome=outcome, population=population, lower=self.lower, bound="vague", wording=words)
        if self.vague:
            return FigureBlock.model_validate(
                {"outcome": outcome, "population": population, "number": self.vague, "wording": words}
            )
        if self.kind == "between":
            return FigureBlock(
                outcome=outcome, population=population, bound="between", lower=self.lower, upper=self.upper, wording=words
            )
        number = self.lower if self.lower is not None else self.upper
        shift = {"moreThan": -1, "fewerThan": 1}.get(self.kind, 0)
        return FigureBlock(
            outcome=outcome,
            population=population,
            number=(number or 0) + shift,
            bound=None if self.kind == "exact" else self.kind,
            wording=words,
        )


def quantities(sentence: Span) -> list[Quantity]:
    """The quantities that may count people, in their order."""
    return list(_quantities(sentence))


def _quantities(sentence: Span) -> Iterator[Quantity]:
    tokens, at = list(sentence), 0
    while at < len(tokens):
        read = _number(tokens, at)
        if read is None:
            at += 1
            continue
        value, end, vague = read
        first, kind = _bound(tokens, at)
        second = _second(tokens, end) if not vague else None
        upper_value = None
        if second and (first == at or kind == "about"):
            upper_value, end = second
            first -= 1 if first and tokens[first - 1].lower_ == "between" else 0
        if end + 1 < len(tokens) and tokens[end].lower_ == "or" and tokens[end + 1].lower_ in ("more", "so"):
            kind, end = ("atLeast" if tokens[end + 1].lower_ == "more" else "about"), end + 2
        quantity = _quantity(tokens, first, at, end, value, upper_value, kind, vague)
        if quantity and not is_uncounted(tokens, first, at, end):
            yield quantity
        at = max(end, at + 1)


def _quantity(
    tokens: list[Token], first: int, at: int, end: int, value: int | None, upper: int | None, kind: BoundKind, vague: str | None
) -> Quantity | None:
    last = tokens[end - 1]
    noun = (_population(tokens, end - 1) if vague in SHARES else None) or _noun(tokens, at, end)
    place = tokens[first].i, last.i + 1
    if vague:
        return Quantity(*place, value, None, "vague", vague, last, noun)
    if value is None:
        return None
    if upper is not None:
        return Quantity(*place, value, upper, "between", None, last, noun) if value < upper else None
    bounds: dict[BoundKind, tuple[int | None, int | None]] = {
        "exact": (value, value),
        "about": (value, value),
        "atLeast": (value, None),
        "moreThan": (value + 1, None),
        "upTo": (None, value),
        "fewerThan": (None, value - 1),
    }
    return Quantity(*place, *bounds[kind], kind, None, last, noun)


def _number(tokens: list[Token], at: int) -> tuple[int | None, int, str | None] | None:
    """The number that begins here, where it ends, and its word if it is vague."""
    word = tokens[at].lower_
    if word not in _BEGINNING and not word[0].isdigit() and not tokens[at].like_num:
        return None
    if _is_no_number(tokens, at):
        return None
    after = [token.lower_ for token in tokens[at + 1 : at + 5]]
    if word in _TIMES and after[:1] == ["of"] and after[1:2] and after[1] in _MANY:
        return _TIMES[word] * _MANY[after[1]], at + 3, word
    if word == "tens" and after[:1] == ["of"]:
        return _TIMES[word], at + 2, word
    if word in _VAGUE_WORDS or word == "millions":
        return VAGUE.get(word, 2_000_000), at + (2 if after[:1] == ["of"] else 1), word
    if few := _few(tokens, at):
        return few
    if part := fraction(tokens, at) or dozen(tokens, at):
        return part
    dated = tokens[at].ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT")
    if dated and not (_counts_people(tokens, at) or _of_toll(tokens, at) or _is_harmed(tokens, at)):
        return None
    unit = UNITS.get(after[0] if after else "", 1)
    digits = word.replace(",", "")
    if digits.isdigit() and len(digits) < 4 and after[:1] == ["000"]:
        return int(digits) * 1000, at + 2, None
    if digits.isdigit() and len(digits) <= 8 and not word.startswith("0"):
        return int(digits) * unit, at + (1 if unit == 1 else 2), None
    if unit >= 1000 and _DECIMAL.fullmatch(word):
        return round(float(word) * unit), at + 2, None
    words = spelt(tokens, at)
    if words and words[1] < len(tokens) and tokens[words[1]].lower_ == "dozen":
        return words[0] * 12, words[1] + 1, None
    return words


def _is_no_number(tokens: list[Token], at: int) -> bool:
    """Whether it is a character code, a number misprinted, or how many live there: &#8211, 100,0000, its population at 90,000."""
    word, before = tokens[at].text, tokens[at - 1] if at else None
    misprinted = "," in word and word[0].isdigit() and not _GROUPED.fullmatch(word)
    coded = before is not None and before.text.endswith("#") and not before.whitespace_
    living = before is not None and before.lower_ == "at" and at > 1 and tokens[at - 2].lower_ == "population"
    return misprinted or coded or living


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+,\d+(?=\D).*")


def _few(tokens: list[Token], at: int) -> tuple[int | None, int, str | None] | None:
    """`Several`, `a few`, `several dozen`: the least it can be, and where it ends; `a number of` and `many` do not say how many."""
    word, before = tokens[at].lower_, tokens[at - 1].lower_ if at else ""
    after = [token.lower_ for token in tokens[at + 1 : at + 3]]
    if word in SHARES and after in (["of", "them"], ["of", "whom"]):
        kind = any(is_people(one) for one in tokens[at + 3 : at + 6]) and tokens[at + 3].lower_ not in ("from", "by")
        return (None, at + 1, word) if kind else None
    if word in SHARES and (whole := _population(tokens, at)) is not None:
        size = [one for of in whole.rights if of.lower_ == "of" for one in of.children if one.dep_ == "pobj"]
        size += [child for child in whole.lefts if child.dep_ == "nummod"]
        read = _number(tokens, size[0].left_edge.i - tokens[0].i) if size and word == "half" else None
        return (read[0] // 2, at + 1, None) if read and read[0] and not read[2] else (None, at + 1, word)
    sized = at > 1 and before in _SIZES and tokens[at - 2].lower_ in ("a", "an")
    if word in _LOTS and (before == "a" or sized) and after[:1] == ["of"]:
        return (None if word == "number" else _LEAST), at + 2, word
    if word == "many" and tokens[at].dep_ == "nsubjpass" and tokens[at].head.lemma_.lower() in W.KILL | W.INJURE:
        return None, at + 1, word
    if word == "many" and before not in _ASKED and at + 1 < len(tokens) and tokens[at + 1].pos_ in ("NOUN", "ADJ"):
        return None, at + 1, word
    if word not in _SEVERAL or (word == "few" and before != "a"):
        return None
    if after[:1] and after[0] in UNITS:
        return 2 * UNITS[after[0]], at + 2, word
    return _LEAST, at + (2 if after[:1] == ["of"] else 1), word


def _population(tokens: list[Token], at: int) -> Token | None:
    """The population of which it is a share: half of the country's population, most of its inhabitants, half the population."""
    after = list(takewhile(lambda one: one.lower_ in _OWNING or one.dep_ in _OWNING, tokens[at + 1 : at + 10]))
    behind = [*after, *tokens[at + 1 + len(after) : at + 2 + len(after)]]
    return next((one for one in behind if one.lemma_.lower() in ("population", "inhabitant")), None)


_OWNING = frozenset(
    {"of", "the", "its", "their", "pre", "-", "poss", "case", "compound", "nmod", "amod", "punct", "predet", "nummod"}
)


def _of_toll(tokens: list[Token], at: int) -> bool:
    """Whether it is the number of a toll: put the death toll at 45, put the number of its dead at nine."""
    before = [token.lemma_.lower() for token in tokens[max(0, at - 10) : at]]
    return "toll" in before or (before[-1:] == ["at"] and "put" in before and not W.DEAD.isdisjoint(before))


def _is_harmed(tokens: list[Token], at: int) -> bool:
    """Whether a verb of harm stands before the number, or a word for the harmed behind it; not: raids on Oct. 6 wounded many."""
    before = tokens[at - 1] if at else None
    if before is not None and before.lower_.rstrip(".") in MONTHS:
        return False
    verb = before is not None and before.pos_ == "VERB" and before.lemma_.lower() in W.KILL | W.INJURE
    end = _end_of_range(tokens, at)
    behind = [one for one in tokens[end : end + 3] if one.lower_ not in ("was", "were", "more", "later")]
    return verb or any(one.lower_ in W.DEAD | W.HURT or one.lemma_ == "die" for one in behind[:1])


def _counts_people(tokens: list[Token], at: int) -> bool:
    """Whether people follow, whatever the parser takes the number for; behind the end of a range as well."""
    end = _end_of_range(tokens, at)
    return end < len(tokens) and tokens[end].lemma_.lower() in W.PEOPLE


def _end_of_range(tokens: list[Token], at: int) -> int:
    """Where the number ends that begins here, with the second one if it is a range."""
    end = at + 1
    while end < len(tokens) and (tokens[end].lower_ in ("to", "and", "or", "-", "–") or tokens[end].like_num) and end < at + 3:
        end += 1
    return end


def _bound(tokens: list[Token], at: int) -> tuple[int, BoundKind]:
    """Where the words before the number begin that bound it, and how they do."""
    before = [token.lower_ for token in tokens[max(0, at - 5) : at]]
    more = 1 if before[-1:] in (["another"], ["further"]) else 0
    more += 1 if before[-2:] == ["a", "further"] else 0
    before = before[: len(before) - more]
    for words, kind in W.BOUNDS:
        if tuple(before[-len(words) :]) == words:
            return at - more - len(words), kind
    return at - more, "exact"


def _second(tokens: list[Token], end: int) -> tuple[int, int] | None:
    """The upper number of a range."""
    if is_former(tokens, end - 1):
        return None
    if end + 1 < len(tokens) and tokens[end].lower_ in ("to", "-", "–", "and", "or") and tokens[end + 1].like_num:
        between = any(token.lower_ == "between" for token in tokens[max(0, end - 4) : end])
        if tokens[end].lower_ != "and" or between:
            read = _number(tokens, end + 1)
            return (read[0], read[1]) if read and read[0] is not None and not read[2] else None
    return None


def _noun(tokens: list[Token], at: int, end: int) -> Token | None:
    """The noun that is counted; not the day: killed 12 Monday."""
    noun = _noun_after(tokens, at, end)
    if noun is not None and noun.tag_ == "NN" and not is_people(noun) and tokens[at].lower_ not in ("a", "an", "one", "1"):
        noun = next((one for one in noun.conjuncts if one.tag_ == "NNS" and one.i == one.left_edge.i + 1 and is_people(one)), noun)
    return None if noun is not None and noun.lower_ in _DAYS else noun


def _noun_after(tokens: list[Token], at: int, end: int) -> Token | None:
    """The noun above the number, or the next one that it can belong to."""
    number = tokens[end - 1]
    for token in (number, tokens[at]):
        if (
            token.dep_ in ("nummod", "amod", "compound", "quantmod", "det", "predet")
            and (token.head.pos_ in ("NOUN", "PROPN") or is_nation(token.head))
            and token.head.i > number.i
            and token.head.lemma_.lower() not in W.KILL | W.DISPLACE
        ):
            return token.head
    if end + 1 < len(tokens) and tokens[end].text in ("'", '"') and tokens[end + 1].lower_ == "of":
        end += 2
    if end < len(tokens) and tokens[end - 1].lower_ == "of":
        return next(
            (
                token
                for token in tokens[end : end + 5]
                if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod")
            ),
            None,
        )
    if end < len(tokens) and tokens[end].lower_ == "of":
        phrase = takewhile(lambda one: one.pos_ != "ADP", tokens[end + 1 : end + 5])
        following = [token for token in phrase if token.pos_ in _NOUNS and token.dep_ not in ("poss", "compound")]
        return following[0] if following and following[0].lower_ != "which" else None
    for token in tokens[end : end + 4]:
        if token.text == "IS":
            continue  # the group, whatever the parser takes it for
        if token.lemma_.lower() in W.KILL | W.DISPLACE:
            return None
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
            return token
        if token.pos_ not in ("ADJ", "NOUN", "ADV", "PROPN") and token.lower_ not in ("more", "other", "-"):
            return None
    return None
