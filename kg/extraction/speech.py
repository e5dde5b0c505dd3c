"""Who says what: speech acts in a document, by their cue, with the words that are theirs; one may stand inside another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.anaphora import body_called
from kg.extraction.cast import Cast
from kg.extraction.headlines import in_headline
from kg.extraction.party import Party
from kg.extraction.said import content_of, quoted
from kg.extraction.sayings import sayings
from kg.extraction.speakers import speakers_of, subject_of


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
        heading = title or (len(doc) < 20 and doc[-1].text not in (".", "!", "?", '"', "'", "”", ":"))
        found: list[Speech] = [Speech(*one, "headline") for one in in_headline(doc, self._cast)] if heading else []
        for sentence in doc.sents:
            for speech in (Speech(*one) for one in sayings(sentence, self._cast)):
                found.append(speech)
                self._cast.heard.note(speech.speaker, speech.cue)
        found += self._running(doc, found)
        found += _in_own_words(doc, found)
        self.by_doc[id(doc)] = found
        for speech in sorted(found, key=lambda one: -len(one.content)):
            self._cast.heard.voices |= dict.fromkeys(((id(doc), i) for i in speech.content), speech.speaker)
        if found:
            self._last = max(found, key=lambda one: one.cue.i).speaker

    def of(self, token: Token) -> list[Speech]:
        """The speech acts that hold this token, the outermost first; of several who say it together, the first named."""
        return self.chains(token)[0]

    def chains(self, token: Token) -> list[list[Speech]]:
        """The chains of speech acts that hold this token: one for each of those who say it together."""
        holding = [one for one in self.by_doc[id(token.doc)] if token.i in one.content]
        holding.sort(key=lambda one: -len(one.content))
        together: dict[int, list[Speech]] = {}
        for one in holding:
            together.setdefault(one.cue.i, []).append(one)
        found: list[list[Speech]] = []
        for choice in product(*together.values()):
            chain: list[Speech] = []
            for one in choice:
                if all(other.speaker.key != one.speaker.key for other in chain):
                    chain.append(one)
            if not any([one.speaker.key for one in chain] == [one.speaker.key for one in other] for other in found):
                found.append(chain)
        return found

    def settle(self) -> None:
        """Gives an official or a group, who speaks first, the name under which the article then lets such a one speak."""
        told = [(number, speech) for number, found in enumerate(self.by_doc.values()) for speech in found]
        for number, found in enumerate(self.by_doc.values()):
            for at, speech in enumerate(found if number <= 2 else ()):
                later = [(when, one.speaker) for when, one in told if (when, one.cue.i) >= (number, speech.cue.i)]
                if holder := self._named_later(speech, number, later):
                    found[at] = replace(speech, speaker=holder)

    def _named_later(self, speech: Speech, number: int, told: Sequence[tuple[int, Party]]) -> Party | None:
        """The first person with a name who speaks after this official, if both are of one body; the body that a group is."""
        speaker = speech.speaker
        if speaker.kind != "UnnamedSource":
            return None
        near = [one for when, one in told if when - number <= 2]
        if not W.ANAPHORIC_ROLES & set(speaker.label.lower().split()):
            called = body_called(speaker.label, near)
            return called if called is not None and self._is_next(called, speech.cue) else None
        body = self._cast.side(speaker) - {speaker.key}
        person = next((one for _, one in told if one.kind == "Person"), None)
        return person if person in near and body & self._cast.side(person) else None

    def _is_next(self, called: Party, cue: Token) -> bool:
        """Whether no other body of its kind is named before it behind the words that call it a monitor."""
        here = sorted((start, key) for start, _, key in set(self._cast.mentions[id(cue.doc)].values()) if start > cue.i)
        alike = (key for _, key in here if (one := self._cast.known(key)) and one.kind == called.kind)
        return next(alike, called.key) == called.key

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
            own = _governing(doc, start, end)
            told = speakers_of(own, self._cast) if own is not None else []
            speaker = told[0] if told else near[0].speaker if near else (self._last if start <= 1 and end >= len(doc) - 2 else None)
            if speaker:
                yield Speech(speaker, near[0].cue if near else doc[start], inside, "quotation")


def _governing(doc: Doc, start: int, end: int) -> Token | None:
    """The verb of speech that the quoted words hang on, where its subject stands beside it: called the report "a lie"."""
    verb = next((one for one in doc[start:end].root.ancestors if one.pos_ == "VERB" and not start <= one.i < end), None)
    speaks = verb is not None and verb.lemma_.lower() in W.LABEL_VERBS and verb.i < start
    return verb if verb is not None and speaks and subject_of(verb) is not None else None


def _in_own_words(doc: Doc, found: Sequence[Speech]) -> list[Speech]:
    """Denials that are quoted: `"We deny it," she said`; `"The kingdom rejects these claims," he said`."""
    cues = {one.cue.i for one in found}
    made: list[Speech] = []
    for verb in doc:
        if verb.pos_ != "VERB" or verb.i in cues or verb.lemma_.lower() not in W.DENY_VERBS:
            continue
        around = [one for one in found if verb.i in one.content and one.cue != verb]
        inner = min(around, key=lambda one: len(one.content), default=None)
        if inner is not None and _speaks_itself(verb, inner.cue) and (content := frozenset(content_of(verb))):
            made.append(Speech(inner.speaker, verb, content, f"verb {verb.lemma_.lower()}"))
    return made


def _speaks_itself(verb: Token, cue: Token) -> bool:
    """Whether who says it denies it: we deny it; said it was a depot, rejecting claims that it was a school."""
    subject = subject_of(verb)
    beside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > cue.i and verb.doc[verb.i - 1].text == ","
    return beside or (subject is not None and subject.lower_ in _SELF)


_SELF = frozenset({"we", "i", "kingdom", "republic", "country", "nation", "government", "side", "leadership"})
"""What those call themselves who speak, or speak for a state."""
