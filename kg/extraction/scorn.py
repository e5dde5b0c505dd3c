"""Accusations that are brushed aside: shrugged off, scoffed at, called dismissively; no verb of denial tells it."""

from spacy.tokens import Token

from kg.extraction.said import is_said

_PARTICLES = {
    "brush": ("aside", "off"), "shrug": ("off", "aside"), "wave": ("away", "off", "aside"), "laugh": ("off",), "bat": ("away",),
    "sweep": ("aside",), "fend": ("off",), "swat": ("away",),
}  # fmt: skip
"""Verbs that brush aside with one of these words."""
_THROUGH = {
    "scoff": "at", "sneer": "at", "laugh": "at", "push": "against", "bristle": "at", "hit": "at", "lash": "at", "rail": "against",
    "snort": "at", "balk": "at",
}  # fmt: skip
"""Verbs that do so through a preposition."""
_OUT = frozenset({"hit", "lash"})
"""Those of them that need another word as well: hit back at, lashed out at."""
_DIRECT = frozenset({"scorn", "ridicule", "mock", "belittle", "spurn", "trash", "lambast", "lambaste", "slam", "blast"})
"""Verbs whose object it is."""
_ON = {"pour": ("on",), "heap": ("on",), "cast": ("on",), "throw": ("on",), "take": ("with", "to")}
"""Verbs that do so by a noun before a preposition."""
_NOUNS = frozenset({"scorn", "water", "issue", "ridicule", "derision", "doubt", "exception", "umbrage", "offence"})
_ADJECTIVES = frozenset({"dismissive", "scornful", "contemptuous"})


def scorned(word: Token) -> tuple[Token, Token] | None:
    """The verb whose subject brushes an accusation aside by this word, and the accusation."""
    lemma = word.lemma_.lower()
    thing: Token | None = None
    if lemma in _ADJECTIVES and word.dep_ == "acomp":
        thing = _behind(word, "of")
        return (word.head, thing) if thing is not None else None
    if word.pos_ != "VERB":
        return None
    if any(child.lower_ in _PARTICLES.get(lemma, ()) for child in word.children):
        thing = next((child for child in word.children if child.dep_ == "dobj" and is_said(child)), None)
    if lemma in _DIRECT:
        thing = next(
            (child for child in word.children if child.dep_ in ("dobj", "nsubjpass") and is_said(child) and child.pos_ == "NOUN"),
            None,
        )
    beside = lemma not in _OUT or any(child.lower_ in ("back", "out") for child in word.children)
    if thing is None and lemma in _THROUGH and beside:
        thing = _behind(word, _THROUGH[lemma])
    noun = next((child for child in word.children if child.lemma_.lower() in _NOUNS), None)
    if thing is None and noun is not None and lemma in _ON:
        thing = next((one for on in _ON[lemma] for one in (_behind(word, on) or _behind(noun, on),) if one is not None), None)
    return (word, thing) if thing is not None else None


def _behind(word: Token, preposition: str) -> Token | None:
    """What is said that stands behind the preposition."""
    behind = (one for child in word.children if child.lower_ == preposition for one in child.children if one.dep_ == "pobj")
    return next((one for one in behind if is_said(one)), None)
