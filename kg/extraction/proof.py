"""What asks for proof, or says that there is none."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.said import is_said
from kg.extraction.signs import Sign, Words


def no_proof(words: Words) -> Iterator[Sign]:
    """There is no evidence; they cannot prove it."""
    text = words.text
    if any(map(_has_none_itself, words.tokens)):
        return
    if any(f" {phrase}" in text for phrase in W.NO_PROOF) or any(_asks_for_proof(token) for token in words.tokens):
        yield words.sign("evidence", "challenge of evidence")
        return
    for token in words.tokens:
        if token.lemma_.lower() not in ("prove", "substantiate", "confirm", "corroborate", "verify", "support"):
            continue
        around = {child.lower_ for child in (*token.children, *token.head.children)} | {token.head.lower_}
        denied = around & {"not", "n't", "unable", "failed", "never", "nobody", "cannot", "without"}
        if denied and any(is_said(child) for child in token.children if child.dep_ in ("dobj", "nsubjpass")):
            yield words.sign("evidence", "challenge of evidence")
            return


def _has_none_itself(noun: Token) -> bool:
    """Whether it is told beside what somebody says that he who says it has no proof: though it has provided no evidence."""
    verb = noun.head
    aside = any(child.lower_ in ("though", "although") for child in verb.lefts)
    speaks = any(child.dep_ == "nsubj" and child.lower_ in ("it", "he", "she") for child in verb.lefts)
    return noun.lemma_.lower() in ("evidence", "proof") and noun.dep_ == "dobj" and aside and speaks


def _asks_for_proof(verb: Token) -> bool:
    """`Show us the proof`, `let them present their evidence`, `must provide evidence`: said to those who accuse."""
    if verb.lemma_.lower() not in ("show", "present", "provide", "produce", "give", "publish", "bring", "submit"):
        return False
    if not any(child.dep_ == "dobj" and child.lemma_.lower() in ("proof", "evidence", "fact") for child in verb.children):
        return False
    bare = verb.tag_ == "VB" and not any(child.dep_ in ("nsubj", "aux", "neg") for child in verb.children)
    asked = any(child.lower_ in ("must", "should") for child in verb.children if child.dep_ == "aux")
    let = verb.head.lemma_.lower() == "let" and verb.dep_ == "ccomp"
    challenged = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("challenge", "defy", "dare", "urge", "ask", "call")
    return (bare and verb.dep_ in ("ROOT", "ccomp", "conj")) or asked or let or challenged
