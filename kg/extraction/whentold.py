"""Whether a time is that of speaking, and not of what is told: the Observatory said on Thursday, in a statement on Friday."""

from spacy.tokens import Span, Token

from kg.extraction import words as W


def _is_before_what_is_said(root: Token, speech: set[int]) -> bool:
    """Whether it stands between the verb of speech and what is said: she said on Friday drones had hit it."""
    said = next((one for one in root.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if said is None or said.dep_ != "ccomp" or said.head.i not in speech or said.head.i > root.i:
        return False
    marked = any(child.dep_ == "mark" and child.i < root.i for child in said.children)
    return not marked and any(child.dep_ in ("nsubj", "nsubjpass") and child.left_edge.i > root.i for child in said.children)


_ACCOUNTS = frozenset({
    "statement", "report", "interview", "briefing", "conference", "speech", "tweet", "post", "address", "announcement", "letter",
    "communique", "broadcast", "bulletin", "message", "remark", "comment",
})  # fmt: skip
"""What is said or written, by what it is called."""


def _is_of_account(root: Token, speech: set[int]) -> bool:
    """Whether it stands behind the noun for what was said: in a statement on Friday, according to reports on Thursday."""
    noun = root.head.head if root.dep_ == "pobj" else root.head
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _ACCOUNTS or noun.i > root.i or noun.dep_ != "pobj":
        return False
    link = noun.head.head if noun.head.lower_ == "to" and noun.head.head.lower_ == "according" else noun.head
    return link.lower_ == "according" or (link.lower_ in ("in", "at", "during") and link.head.i in speech)


def _is_of_speaking(root: Token) -> bool:
    """Whether it is when somebody spoke, or when what is quoted came out: speaking on Friday, in a statement issued on Monday."""
    verb = next((one for one in root.ancestors if one.pos_ in ("VERB", "AUX", "NOUN") and one.i != root.i), None)
    if verb is None or verb.pos_ != "VERB":
        return False
    if verb.dep_ == "acl" and verb.lemma_.lower() in W.ISSUE | {"date", "give", "make", "write"}:
        return verb.head.lemma_.lower() in _ACCOUNTS
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_.lower() in _SPEAKING


_SPEAKING = frozenset({"speak", "address", "talk", "testify", "brief", "write", "appear"})


def is_of_speech(root: Token, sentence: Span) -> bool:
    """Whether the time is that of speaking: the Observatory said on Thursday."""
    speech = {one.i for one in sentence if one.lemma_.lower() in W.SAY and one.pos_ == "VERB"}
    top = root
    while (
        top.head != top
        and top.head.i not in speech
        and top.dep_ in ("pobj", "npadvmod", "prep", "compound", "nummod", "amod", "advmod")
    ):
        top = top.head
        if top.lemma_.lower() in W.ATTACK_NOUNS:
            return False
    if _is_of_account(root, speech) or _is_before_what_is_said(root, speech) or _is_of_speaking(root):
        return True
    addressed = top.head
    if addressed.dep_ in ("dobj", "dative") and addressed.head.i in speech and addressed.lemma_.lower() not in W.ATTACK_NOUNS:
        return any(child.dep_ == "ccomp" and child.left_edge.i > root.i for child in addressed.head.children)
    if any(child.dep_ == "auxpass" for child in top.head.children):
        return False
    said = any(child.dep_ == "ccomp" and child.left_edge.i > root.i for child in top.head.children)
    return (
        top.head.i in speech
        and top.dep_ in ("prep", "npadvmod", "advmod", "tmod", "nmod", "dobj")
        and (abs(top.head.i - root.i) <= 4 or root.i < top.head.i or said)
    )
