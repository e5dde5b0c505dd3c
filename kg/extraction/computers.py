"""Attacks through computers: in an article about hackers, `the attack` is none that arms made."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from kg.extraction.mentions import Act, is_verb

_CYBER = re.compile(r"\b(?:cyber|hack|malware|ransomware|phishing)", re.IGNORECASE)
"""What words begin with that tell of computers that are broken into."""
_HARM = re.compile(r"\b(?:kill|wound|injur|dead|death|died|troops|missile|rocket|machete|poison|nerve|chemical)", re.IGNORECASE)
_NEAR = 3
"""In how many paragraphs before a denial it may be told what it is of."""
_OFTEN = 3
"""How often an article names such things that is about them."""


class Computers:
    """Tells of an article which attacks in it, and which denials, are of computers that are broken into."""

    def __init__(self, docs: Iterable[Doc]) -> None:
        text = "\n".join(doc.text for doc in docs)
        self.named = len(_CYBER.findall(text))
        self.about = self.named >= _OFTEN and self.named > 2 * len(_HARM.findall(text))

    def made(self, act: Act) -> bool:
        """Whether an attack of which nothing tells of arms is one through computers."""
        bare = act.kind in ("Attack", "GroundAttack", "Campaign") and act.token.lemma_.lower() in ("attack", "assault", "operation")
        if not (self.named and bare) or is_verb(act.token):
            return False
        told = self._tells(act.token.sent.text)
        return self.about if told is None else told

    def meant(self, word: Token, docs: Sequence[Doc]) -> bool:
        """Whether the denial at this word is of such an attack: by its sentence, or the last before it that tells of what it is."""
        before = [one.text for doc in docs[-_NEAR:] for one in doc.sents] if self.about else []
        before += [one.text for one in word.doc.sents if one.end <= word.sent.start] if self.about else []
        told = (self._tells(text) for text in (word.sent.text, *reversed(before)))
        return bool(self.named) and next((one for one in told if one is not None), self.about)

    def _tells(self, text: str) -> bool | None:
        """Whether this tells of computers and not of arms; None where it tells of neither."""
        return False if _HARM.search(text) else True if _CYBER.search(text) else None
