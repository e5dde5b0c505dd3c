"""Who speaks in a headline: `27 killed: Observatory`; `UN: hospital hit`; `Attack kills 5, says minister`; `... - medics`."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.party import Party


def in_headline(doc: Doc, cast: Cast) -> Iterator[tuple[Party, Token, frozenset[int]]]:
    """The speaker that a headline names, the cue, and the words that are its."""
    colons = [token.i for token in doc if token.text == ":"]
    if len(colons) == 1:
        at = colons[0]
        for named, said in ((doc[at + 1 :], range(0, at)), (doc[:at], range(at + 1, len(doc)))):
            nouns = [one for one in named if one.pos_ in ("NOUN", "PROPN")]
            short = len(named) <= 6 and not any(one.pos_ == "VERB" for one in named)
            party = _source(nouns[-1], cast) if nouns and short and len(said) >= 3 else None
            if party and not (said.start > at and _is_theatre(party, cast)):
                yield party, doc[at], frozenset(said)
                return
    dash = next(
        (token.i for token in reversed(doc) if token.text in ("-", "–", "—") and token.i and doc[token.i - 1].whitespace_), None
    )
    if dash is not None and dash >= 3 and 0 < len(doc) - dash - 1 <= 4:
        hit = cast.mentions[id(doc)].get(doc[-1].i)
        party = cast.reference(hit[2], doc[-1]) if hit and hit[0] > dash else _role(doc[dash + 1 :], cast)
        if party and party.kind != "State":
            yield party, doc[dash], frozenset(range(0, dash))
            return
    if bare := _bare(doc):
        party = cast.party(bare[-1])
        known = party if party and party.named and not party.label.endswith(" " + bare.text) else None
        yield known or cast.unnamed(bare.text), bare[0], frozenset(range(bare.start))
        return
    for token in doc:
        if token.lower_ in ("says", "say") and 2 < token.i < len(doc) - 1 and doc[token.i - 1].text in (",", "-", '"', "'"):
            nouns = [one for one in doc[token.i + 1 :] if one.pos_ in ("NOUN", "PROPN")]
            party = cast.party(nouns[-1]) if nouns else None
            if party:
                yield party, token, frozenset(range(0, token.i))
                return


def _bare(doc: Doc) -> Span | None:
    """The source with which a headline ends that lost its marks, before the name of the paper: raid kills 21 Monitor."""
    end = next((one.i for one in doc if one.text in ("|", "-") and one.whitespace_), len(doc))
    state = doc[end - 2 : end - 1].text.lower() == "state" and doc[end - 1].lower_ in ("media", "tv")
    known = state or (end and (doc[end - 1].lower_ in ("monitor", "watchdog", "ngo") or doc[end - 1].text == "UN"))
    start = end - 1 - state
    return doc[start:end] if known and start > 4 and doc[start - 1].lower_ not in _BEFORE_OBJECTS else None


_BEFORE_OBJECTS = frozenset(
    {"a", "an", "the", "one", "1", "of", "to", "by", "for", "against", "from", "with", "at", "in", "on", "and"}
)
"""Words behind which a source is spoken of, and does not speak."""


def _source(noun: Token, cast: Cast) -> Party | None:
    """The actor that this noun names, or the source that is called by it: activists, a doctor."""
    return cast.party(noun) or _role(noun.doc[noun.left_edge.i : noun.i + 1], cast)


def _role(words: Span, cast: Cast) -> Party | None:
    """The source that these words call by what it does."""
    return cast.unnamed(words.text) if words[-1].lemma_.lower() in W.SPEAKER_ROLES and words[-1].text.islower() else None


def _is_theatre(party: Party, cast: Cast) -> bool:
    """Whether it is the country that the article is about, which before a colon only tells where: Ethiopia: strike on camp."""
    return cast.theatre is not None and party == cast.state(cast.theatre)
