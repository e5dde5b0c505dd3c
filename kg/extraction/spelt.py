"""Numbers in words: forty-two, half a dozen, a quarter of a million."""

from spacy.tokens import Token
from text_to_num import text2num

from kg.extraction.victims import is_people

UNITS = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
FRACTIONS = {"half": 2, "quarter": 4}
_HALF = ["and", "a", "half"]
_ORDINAL = ("first", "second", "third", "th")


def dozen(tokens: list[Token], at: int) -> tuple[int, int, None] | None:
    """A dozen, half a dozen, a hundred, both: the number, and where it ends."""
    words = [token.lower_ for token in tokens[at : at + 3]]
    if words == ["half", "a", "dozen"]:
        return 6, at + 3, None
    if words[:1] == ["both"] and words[1:2] and (tokens[at + 1].pos_ == "AUX" or is_people(tokens[at + 1])):
        if any(child.dep_ == "conj" and child.lower_ == "those" for child in tokens[at + 1].rights):
            return None  # both members of one group and those of another
        return 2, at + 1, None
    if words[:1] == ["a"] and words[1:2] and words[1] in UNITS and (at == 0 or tokens[at - 1].lower_ != "half"):
        return UNITS[words[1]], at + 2, None
    return None


def fraction(tokens: list[Token], at: int) -> tuple[int, int, None] | None:
    """Half a million, a quarter of a million, two and a half million, a million and a half: the number, and where it ends."""
    words = [token.lower_ for token in tokens[at : at + 6]]
    if words[2:5] == _HALF and words[0] in ("a", "one") and words[1] in UNITS:
        return UNITS[words[1]] * 3 // 2, at + 5, None
    if words[1:4] == _HALF and words[4:] and words[4] in UNITS and tokens[at].is_alpha and (whole := spelt(tokens[: at + 1], at)):
        return (2 * whole[0] + 1) * UNITS[words[4]] // 2, at + 5, None
    if words[:1] in (["a"], ["one"]):
        words, at = words[1:], at + 1
    if words and words[0] in FRACTIONS and "million" in words:
        end = words.index("million")
        if set(words[1:end]) in ({"a"}, {"of", "a"}, {"-"}, {"-", "a"}):
            return 1_000_000 // FRACTIONS[words[0]], at + end + 1, None
    return None


def spelt(tokens: list[Token], at: int) -> tuple[int, int, str | None] | None:
    """A number in words, as long as it goes on: forty-two, two hundred and six."""
    if not tokens[at].like_num or not tokens[at].is_alpha or tokens[at].lower_.endswith(_ORDINAL):
        return None
    end = at + 1
    while end < len(tokens) and (
        (tokens[end].like_num and tokens[end].is_alpha)
        or (
            tokens[end].lower_ in ("-", "and")
            and end + 1 < len(tokens)
            and tokens[end + 1].like_num
            and tokens[end + 1].is_alpha
            and (tokens[end].text == "-" or tokens[end - 1].lower_ in ("hundred", "thousand"))
        )
    ):
        end += 1
    words = " ".join(token.lower_ for token in tokens[at:end] if token.text != "-")
    try:
        return text2num(words, "en"), end, None
    except ValueError:
        return None
