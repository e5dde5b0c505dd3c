"""Who says it, where the verb of speech closes the sentence: `..., the army and two doctors said on Monday`.

Read from the words, since the parse often goes wrong here; the comma may be missing.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.naming import country_of
from kg.extraction.outlying import is_only_when
from kg.extraction.party import Party

_NO_START = frozenset(
    {"who", "which", "that", "and", "but", "as", "what", "whom", "because", "after", "before", "when", "while", "if"}
)
_PARTS_OF_LAND = frozenset({"city", "province", "town", "village", "district", "region", "countryside", "area", "neighbourhood"})
_POSTED = frozenset({"source", "official", "spokesman", "spokeswoman", "activist", "doctor", "officer"})
"""Those who are called by where they are or whom they belong to."""
_BREAKS = (",", '"', "'", "''", "-", "--", "–", "—", ")")


def closing(verb: Token, cast: Cast) -> tuple[list[Party], frozenset[int]] | None:
    """The speakers that stand before the verb at the end of a sentence, and the words that are theirs."""
    sentence = verb.sent
    end = next((one.i for one in verb.doc[verb.i + 1 : sentence.end] if one.text == ";"), sentence.end)
    if verb.i + 2 < end and verb.nbor(1).lower_ in ("and", "as", "while", "but", "adding") and verb.nbor(2).lower_ != "that":
        end = verb.i + 1  # what is told in the next clause is another matter
    after = verb.doc[verb.i + 1 : min(end, verb.i + 5)]
    if all(one.text != "," for one in after):  # said on Tuesday contradicting the army
        end = next((one.i for one in after if one.tag_ == "VBG" or (one.dep_ == "mark" and one.lower_ in ("as", "while"))), end)
    rest = [one for one in verb.doc[verb.i + 1 : end] if one.pos_ != "PUNCT"]
    if (
        verb.lemma_.lower() not in W.PLAIN_SAY
        or (verb.tag_ == "VBG" and verb.dep_ == "pcomp")
        or verb.i - sentence.start < 5
        or len(rest) > 7
        or any(one.pos_ in ("VERB", "AUX") or one.lower_ in ("that", "it", "they") for one in rest)
        or any(one.dep_ == "dobj" and one.like_num for one in rest)
    ):
        return None
    start = _start(verb, cast)
    told = verb.doc[sentence.start : start or sentence.start]
    if start is None or not any(one.pos_ in ("VERB", "AUX", "NOUN") for one in told) or is_only_when(told):
        return None
    speakers = among(verb.doc[start : verb.i], cast)
    return (speakers, frozenset(range(sentence.start, start))) if speakers else None


def told_by_next(verb: Token, cast: Cast) -> tuple[list[Party], frozenset[int]] | None:
    """The speaker behind `said` that follows what is said without any comma: six died in the raid said the monitor."""
    doc, first = verb.doc, verb.sent.start
    if verb.lower_ != "said" or verb.i - first < 5 or verb.nbor(-1).pos_ not in ("NOUN", "PROPN", "ADV", "VERB", "NUM"):
        return None
    nouns = (one for one in doc[verb.i + 1 : verb.sent.end] if one.pos_ in ("NOUN", "PROPN") and one.dep_ != "compound")
    head = next((one for one in nouns if one.left_edge.i == verb.i + 1), None)
    if head is None or not any(one.pos_ in ("VERB", "AUX") for one in doc[first : verb.i]):
        return None
    subject = any(child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i for child in verb.children)
    clause = any(child.dep_ == "ccomp" and child.i > verb.i and child.tag_ != "VBG" for child in verb.children)
    acts = head.dep_.startswith("nsubj") and head.head != verb and head.head.tag_ != "VBG"
    party = cast.party(head) if not (acts or clause or (subject and head.dep_ != "dobj")) else None
    return ([party], frozenset(range(first, verb.i))) if party else None


def _start(verb: Token, cast: Cast) -> int | None:
    """Where the phrase begins that names who speaks: behind a comma, or with the noun phrase that ends at the verb."""
    doc, first = verb.doc, verb.sent.start
    for i in range(verb.i - 1, max(first, verb.i - 30), -1):
        if doc[i].text in _BREAKS and i + 1 < verb.i and (doc[i].text != "-" or doc[i - 1].whitespace_):
            words = doc[i + 1 : verb.i]
            if _is_phrase(words):
                before = _apposition(doc[first:i], cast) if words[-1].text == "," else None
                return before if before is not None else i + 1
            break
    return _phrase(verb, cast)


def _is_phrase(words: Span) -> bool:
    relative = any(one.lower_ in ("that", "which", "whom") for one in words)  # a region that Moscow claims
    return (
        words[0].lower_ not in _NO_START
        and not relative
        and not any(one.pos_ in ("VERB", "AUX") and one.dep_ != "amod" and one.tag_ != "VBN" for one in words)
    )


def _apposition(before: Span, cast: Cast) -> int | None:
    """Where the name begins that an aside describes: `hit a market, the League, an aid group, said`."""
    at = next((one.i for one in reversed(list(before)) if one.text in _BREAKS and one.text != "-"), None)
    if at is None or at + 1 >= before.end:
        return None
    words = before.doc[at + 1 : before.end]
    if len(words) > 8 or not _is_phrase(words):
        return None
    return at + 1 if any(party.named for party in among(words, cast)) else None


def _phrase(verb: Token, cast: Cast) -> int | None:
    """Where the noun phrase begins that ends right before the verb, though no comma parts it from what is said."""
    opening = next((one.i for one in verb.doc[max(verb.sent.start, verb.i - 5) : verb.i] if one.text == "("), verb.i)
    start = _noun_phrase(opening if verb.nbor(-1).text == ")" else verb.i, verb.sent.start, cast, verb)
    while start is not None and start - 2 > verb.sent.start and verb.doc[start - 1].lower_ == "and":
        other = _noun_phrase(start - 1, verb.sent.start, cast, verb)
        if other is None:
            break
        start = other
    if start is None or start - verb.sent.start < 5 or verb.doc[start - 1].lower_ in _NO_START:
        return None
    told = verb.doc[verb.sent.start : start]
    return start if any(one.pos_ in ("VERB", "AUX") and one.tag_ != "VBG" for one in told) else None


def _noun_phrase(end: int, first: int, cast: Cast, verb: Token) -> int | None:
    """Where the phrase begins whose last word stands before `end`: a known name, a source with what describes it, a name."""
    doc, known = verb.doc, cast.mentions[id(verb.doc)]
    last = doc[end - 1]
    if hit := known.get(last.i):
        start = hit[0]
    elif last.pos_ == "PRON" and last.dep_.startswith("nsubj") and last.lower_ not in _NO_START:
        return last.i
    elif last.lemma_.lower() in W.SPEAKER_ROLES or last.lower_ == "media" or last.ent_type_ in ("PERSON", "ORG"):
        start = last.i
    else:
        return None
    while start > first and _describes(doc[start - 1], doc[start]):
        start -= 1
    start = known[start][0] if start in known else start
    start = max([start, *(one.i + 1 for one in doc[start : end - 1] if one.lower_ in _PARTS_OF_LAND)])
    start -= start > first and doc[start - 1].lower_ in ("a", "an", "the")
    if start - 2 > first and doc[start - 1].lower_ in ("at", "in", "from", "with") and doc[start - 2].lemma_.lower() in _POSTED:
        start -= 3 if doc[start - 3].lower_ in ("a", "an", "the") else 2
    return start


def _describes(one: Token, following: Token) -> bool:
    """Whether the word belongs to the noun that follows: a people, an office, an adjective or a noun joined to it."""
    if one.pos_ == "PROPN" or country_of(one):
        return (
            following.i in {one.head.i, one.i + 1}
            and one.ent_type_ not in ("DATE", "TIME")
            and (one.head.i > one.i or one.ent_iob_ == "I" or (one.ent_type_ == following.ent_type_ != ""))
        ) or (bool(country_of(one)) and one.pos_ == "ADJ")
    if (
        one.pos_ == "ADJ"
        or (one.pos_ == "NOUN" and one.tag_ != "NNS")
        or (one.pos_ == "NUM" and following.tag_ == "NNS")
        or one.text in ("-", "'s", "’s")
        or (one.tag_ == "VBN" and one.dep_ == "amod")
    ):
        return (one.head.i > one.i and one.dep_ in ("amod", "compound", "nmod", "nummod", "punct", "npadvmod", "poss")) or (
            one.dep_ == "case"
        )
    return False


def among(words: Span, cast: Cast) -> list[Party]:
    """The speakers that these words name: those parted by `and`, each by its last noun."""
    found: list[Party] = []
    for part in _parts(words, cast):
        head = _head(part, cast)
        party = cast.party(head) if head is not None else None
        if head is not None and party and not party.named and head.left_edge.i < part[0].i:
            party = cast.unnamed(words.doc[part[0].i + (part[0].pos_ == "DET") : head.i + 1].text)
        if party and party not in found and not party.label[:1].isdigit():
            found.append(party)
    return found


def _parts(words: Span, cast: Cast) -> Iterator[list[Token]]:
    known = cast.mentions[id(words.doc)]
    part: list[Token] = []
    for one in words:
        if one.lower_ == "and" and part and one.i not in known:
            yield part
            part = []
        else:
            part.append(one)
    yield part


def _head(part: Sequence[Token], cast: Cast) -> Token | None:
    """The word that tells who speaks: the last known name, unless it only describes the noun behind it; else the last noun."""
    known = cast.mentions[id(part[0].doc)] if part else {}
    comma = next((i for i, one in enumerate(part) if one.text == "," and i), len(part))
    nouns = [one for one in part[:comma] if one.pos_ in ("NOUN", "PROPN", "PRON")]
    within = next((i for i, one in enumerate(part[:comma]) if one.lower_ in ("of", "in", "from", "for", "with") and i), None)
    if within is not None and not any(one.i in known and known[one.i][0] < part[within].i < known[one.i][1] for one in part):
        nouns = [one for one in nouns if one.i < part[within].i] or nouns
    if not nouns:
        return None
    names = [one for one in nouns if one.i in known and known[one.i][1] == one.i + 1]
    last = nouns[-1]
    if names and last.lower_ in ("group", "organisation", "organization", "agency", "network") and last.i - names[-1].i < 4:
        return names[-1]
    if names and (names[-1] is last or not (last.pos_ == "PROPN" or last.lemma_.lower() in W.SPEAKER_ROLES)):
        return names[-1]
    return last
