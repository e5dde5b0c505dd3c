"""Where the name of a capital is that of the government that sits there: Kigali denied it, Khartoum was accused of the raid."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.naming import seat_of
from kg.extraction.said import is_said

_CHARGING = frozenset({"accuse", "blame"})
_ANSWERING = W.DENY_VERBS | _CHARGING
_SPEAKING = W.SAY | W.DENY_VERBS | W.LABEL_VERBS


def government_at(token: Token) -> tuple[str, bool] | None:
    """The country whose government a capital stands for by its place in the sentence, and whether nothing else can be meant.

    A government says, accuses or is accused; only one can deny, or call an accusation something.
    """
    verb, roles = token.head.lemma_.lower(), token.dep_
    accused = roles in ("dobj", "nsubjpass") and verb in _CHARGING
    blamed = roles == "nsubj" and _is_blamed(token.head)
    speaks = roles == "nsubj" and verb in _SPEAKING
    code = seat_of(token) if accused or blamed or speaks or token.head.dep_ == "agent" else None
    if code is None:
        return None
    return code, accused or blamed or (speaks and (verb in _ANSWERING or _calls(token.head)))


def _is_blamed(verb: Token) -> bool:
    """`Tripoli was behind the raid`."""
    return verb.lemma_.lower() == "be" and any(child.lower_ in ("behind", "responsible") for child in verb.children)


def _calls(verb: Token) -> bool:
    """`Tripoli called the report a lie`, `which Tripoli called a lie`."""
    objects = (child for child in verb.children if child.dep_ == "dobj")
    return verb.lemma_.lower() in W.LABEL_VERBS and any(is_said(child) or child.tag_ == "WDT" for child in objects)
