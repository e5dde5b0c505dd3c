"""Attacks through computers: in an article about hackers, `the attack` is none that arms made."""

import re
from collections.abc import Callable, Iterable

from spacy.tokens import Doc

from kg.extraction.mentions import Act, is_verb

_CYBER = re.compile(r"\b(?:cyber|hack|malware|ransomware|phishing)", re.IGNORECASE)
"""What words begin with that tell of computers that are broken into."""
_HARM = re.compile(r"\b(?:kill|wound|injur|dead|death|died|troops|missile|rocket|machete)", re.IGNORECASE)
_OFTEN = 3
"""How often an article names such things that is about them."""


def through_computers(docs: Iterable[Doc]) -> Callable[[Act], bool]:
    """Whether an attack of which nothing tells of arms is one through computers, in an article about such or in its sentence."""
    text = "\n".join(doc.text for doc in docs)
    cyber = len(_CYBER.findall(text))
    about = cyber >= _OFTEN and cyber > 2 * len(_HARM.findall(text))

    def told(act: Act) -> bool:
        bare = act.kind in ("Attack", "GroundAttack", "Campaign") and act.token.lemma_.lower() in ("attack", "assault", "operation")
        if not cyber or not bare or is_verb(act.token):
            return False
        words = act.token.sent.text
        return not _HARM.search(words) and (about or bool(_CYBER.search(words)))

    return told
