"""Who says what: speech acts in a document, by their cue, with the words that are theirs; one may stand inside another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.party import Party
from kg.extraction.said import SUBJECTS, content_of, quoted, weighty

_PASSIVE = frozenset({"accuse", "blame", "quote", "cite"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech act: who speaks, by which word that is told, and the tokens of what is said."""

    speaker: Party
    cue: Token
    content: frozenset[int]
    method: str

    @property
    def lemma(self) -> str:
        """The word of speech."""
        return self.cue.lemma_.lower()

    @property
    def hedged(self) -> bool:
        """Whether the word itself is one of belief."""
        return self.lemma in W.HEDGED


class Speeches:
    """The speech acts of an article, document by document."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._last: Party | None = None
        self.by_doc: dict[int, list[Speech]] = {}

    def read(self, doc: Doc, title: bool = False) -> None:
        """Finds the speech acts of the next document."""
        found: list[Speech] = list(_of_headline(doc, self._cast)) if title else []
        for sentence in doc.sents:
            for speech in _of_sentence(sentence, self._cast):
                found.append(speech)
                self._cast.spoken.append(speech.speaker)
        found += self._running(doc, found)
        self.by_doc[id(doc)] = found
        if found:
            self._last = max(found, key=lambda one: one.cue.i).speaker

    def of(self, token: Token) -> list[Speech]:
        """The speech acts that hold this token, the outermost first."""
        holding = [one for one in self.by_doc[id(token.doc)] if token.i in one.content]
        holding.sort(key=lambda one: -len(one.content))
        chain: list[Speech] = []
        for one in holding:
            if all(other.speaker.key != one.speaker.key for other in chain):
                chain.append(one)
        return chain

    def as_of(self, doc: Doc, cast: Cast) -> Cast:
        """The cast as it was when this document was read: who had spoken up to its end."""
        spoken: list[Party] = []
        for read, found in self.by_doc.items():
            spoken += [one.speaker for one in found]
            if read == id(doc):
                break
        return replace(cast, spoken=spoken)

    def _running(self, doc: Doc, found: Sequence[Speech]) -> Iterator[Speech]:
        """Quotations whose speaker stands in the sentence beside them, or goes on from the paragraph before."""
        for start, end in quoted(doc):
            inside = frozenset(range(start, end))
            left = inside.difference(*(one.content for one in found))
            if end - start < 3 or sum(doc[i].is_alpha for i in left) < 3:
                continue
            first, last = doc[start].sent, doc[end - 1].sent
            near = [one for one in found if one.cue.sent in (first, last) and one.cue.i not in inside]
            if not near and start <= first.start + 1:
                following = next((one for one in found if one.cue.i >= end and one.cue.i - end < 12), None)
                before = next((one for one in reversed(found) if one.cue.i < start), None)
                near = [one for one in (before, following) if one]
            speaker = near[0].speaker if near else (self._last if start <= 1 and end >= len(doc) - 2 else None)
            if speaker:
                yield Speech(speaker, near[0].cue if near else doc[start], inside, "quotation")


def _of_sentence(sentence: Span, cast: Cast) -> Iterator[Speech]:
    for token in sentence:
        if token.lower_ == "according":
            yield from _according(token, cast)
        elif token.lemma_.lower() in W.SAY and token.pos_ in ("VERB", "AUX"):
            yield from _by_verb(token, cast)
        elif token.lower_ in ("citing", "quoting"):
            yield from _citing(token, cast)


def _of_headline(doc: Doc, cast: Cast) -> Iterator[Speech]:
    """`At least 27 killed: Observatory`; `UN: hospital hit`; `Attack kills 5, says minister`."""
    colons = [token.i for token in doc if token.text == ":"]
    if len(colons) == 1:
        at = colons[0]
        for named, said in ((doc[at + 1 :], range(0, at)), (doc[:at], range(at + 1, len(doc)))):
            nouns = [one for one in named if one.pos_ in ("NOUN", "PROPN")]
            party = cast.party(nouns[-1]) if nouns and len(named) <= 6 and len(said) >= 3 else None
            if party:
                yield Speech(party, doc[at], frozenset(said), "headline")
                return
    for token in doc:
        if (
            token.lower_ in ("says", "say")
            and token.i > 2
            and token.i < len(doc) - 1
            and doc[token.i - 1].text in (",", "-", '"', "'")
        ):
            nouns = [one for one in doc[token.i + 1 :] if one.pos_ in ("NOUN", "PROPN")]
            party = cast.party(nouns[-1]) if nouns else None
            if party:
                yield Speech(party, token, frozenset(range(0, token.i)), "headline")
                return


def _according(token: Token, cast: Cast) -> Iterator[Speech]:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    heads = [child for child in to.children if child.dep_ == "pobj"] if to is not None else []
    if not heads:
        return
    phrase = set(range(token.left_edge.i, token.right_edge.i + 1))
    content = frozenset(one.i for one in token.sent) - phrase
    for head in [heads[0], *heads[0].conjuncts]:
        speaker = cast.party(head) or cast.unnamed(_label(head))
        yield Speech(speaker, token, content, "according to")


def _citing(token: Token, cast: Cast) -> Iterator[Speech]:
    head = next((child for child in token.children if child.dep_ in ("dobj", "pobj")), None)
    party = cast.party(head) if head is not None else None
    if party:
        content = {one.i for one in token.sent} - {one.i for one in token.subtree}
        yield Speech(party, token, frozenset(content), "citing")


def _at_the_end(verb: Token, cast: Cast) -> tuple[list[Party], frozenset[int]] | None:
    """`..., the Observatory said on Thursday.`: read from the words, since the parse often goes wrong here."""
    sentence = verb.sent
    rest = [one for one in verb.doc[verb.i + 1 : sentence.end] if one.pos_ != "PUNCT"]
    if (
        verb.lemma_.lower() not in W.PLAIN_SAY
        or verb.i - sentence.start < 5
        or len(rest) > 7
        or any(one.pos_ == "VERB" or one.lower_ in ("that", "it", "they") for one in rest)
    ):
        return None
    start = next(
        (i + 1 for i in range(verb.i - 1, max(sentence.start, verb.i - 22), -1) if verb.doc[i].text in (",", '"', "-", "--")), None
    )
    known = cast.mentions[id(verb.doc)]
    if start is None or start >= verb.i:
        hit = known.get(verb.i - 1)
        start = hit[0] if hit else None
    if start is None:
        return None
    words = verb.doc[start : verb.i]
    if any(one.pos_ in ("VERB", "AUX") and one.dep_ != "amod" and one.tag_ != "VBN" for one in words) or words[0].lower_ in (
        "who",
        "which",
        "that",
        "and",
        "but",
        "as",
    ):
        return None
    speakers = _among(words, cast)
    return (speakers, frozenset(range(sentence.start, start))) if speakers else None


def _among(words: Span, cast: Cast) -> list[Party]:
    """The speakers that these words name: those parted by `and`, each by its last noun."""
    found: list[Party] = []
    parts: list[list[Token]] = [[]]
    known = cast.mentions[id(words.doc)]
    for one in words:
        if one.lower_ == "and" and parts[-1] and one.i not in known:
            parts.append([])
        else:
            parts[-1].append(one)
    for part in parts:
        names = [one for one in part if one.i in known and known[one.i][1] == one.i + 1]
        nouns = [one for one in part if one.pos_ in ("NOUN", "PROPN", "PRON")]
        head = names[-1] if names else nouns[-1] if nouns else None
        party = cast.party(head) if head is not None else None
        if party and party not in found and not party.label[:1].isdigit():
            found.append(party)
    return found


def _by_verb(verb: Token, cast: Cast) -> Iterator[Speech]:
    ending = _at_the_end(verb, cast)
    if ending:
        for speaker in ending[0]:
            yield Speech(speaker, verb, ending[1], f"{verb.lemma_.lower()} at the end")
        return
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if passive and lemma not in _PASSIVE:
        agent = _agent(verb)
        if agent is None:
            return
        subject: Token | None = agent
    elif passive:
        subject = _agent(verb) if lemma in ("accuse", "blame") else _subject(verb)
        if subject is None and lemma in ("accuse", "blame") and content_of(verb):
            accused = _subject(verb)
            label = f"those who {lemma} {accused.text if accused is not None else 'it'}"
            yield Speech(cast.unnamed(label), verb, frozenset(content_of(verb)), f"verb {lemma}")
            return
    else:
        subject = _subject(verb)
    content = content_of(verb)
    if not content or (lemma in W.WEAK_SAY and not weighty(verb, content)):
        return
    if subject is None or (lemma == "claim" and any(verb.doc[i].lemma_.lower() in ("life", "responsibility") for i in content)):
        return
    for speaker in _speakers(subject, cast):
        yield Speech(speaker, verb, frozenset(content), f"verb {lemma}")


def speakers_of(verb: Token, cast: Cast) -> list[Party]:
    """Those who do what this verb says, as speakers."""
    subject = _subject(verb)
    return _speakers(subject, cast) if subject is not None else []


def _subject(verb: Token) -> Token | None:
    """Who does it: its own subject, that of the verb it is joined to, or the noun that it describes."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _subject(verb.head)
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ in ("VBG", "VB") and verb.head.pos_ in ("VERB", "AUX"):
        return _subject(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    return None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def _speakers(subject: Token, cast: Cast) -> list[Party]:
    parties = cast.parties_of(subject)
    if not parties and subject.pos_ == "PROPN" and subject.ent_type_ not in ("GPE", "LOC", "DATE", "FAC"):
        return [cast.unnamed(_label(subject))]
    return [party for party in parties if not party.label[:1].isdigit()]


def _label(head: Token) -> str:
    return head.doc[head.left_edge.i : head.i + 1].text.removeprefix("the ").removeprefix("The ") or head.text
