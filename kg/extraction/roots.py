"""Verbs of speech and denial that the parser takes for something else: they are made the root of their sentence again."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.hanging import hang, stand_in

DENIES = {"rejects": "reject", "denies": "deny", "dismisses": "dismiss", "disputes": "dispute", "refutes": "refute"}
"""Verbs that may be taken for nouns."""
_TELLING = W.PLAIN_SAY | {"allege", "claim"}
_CLAIMED = frozenset({"claims", "reports", "charges"})


def let_speak(verb: Token) -> None:
    """Mends a verb that seems to describe who speaks, behind a clause that does: the army, which had denied it, conceded that."""
    noun = verb.head
    that = [
        one for child in verb.rights if child.dep_ == "ccomp" for one in child.lefts if one.lower_ == "that" and one.dep_ == "mark"
    ]
    above = noun.head
    if that and noun.dep_ == "dobj" and above.tag_ == "VB" and verb.lemma_.lower() in _TELLING and verb.tag_ == "VBN":
        root = next(one for one in (verb, *verb.ancestors) if one.head == one)
        verb.tag_, verb.head, verb.dep_ = "VBD", verb, "ROOT"  # under pressure to comply the army said that
        hang(noun, verb, "nsubj")
        hang(root, verb, "advcl")
        return
    clause = any(child.dep_ == "ccomp" for child in verb.rights) and any(one.dep_ == "relcl" for one in noun.children)
    if noun.dep_ == "ROOT" and clause and verb.lemma_.lower() in W.PLAIN_SAY | W.ADMIT and verb.nbor(-1).text == ",":
        stand_in(verb, noun)
        verb.tag_ = "VBD"
        hang(noun, verb, "nsubj")


def let_report(word: Token) -> None:
    """Mends `reports` behind the name of an agency, taken for a noun where it stands between commas: six died, the AFP reports."""
    doc = word.doc
    subject = next((child for child in word.lefts if child.i == word.i - 1), None)
    alone = doc[word.left_edge.i - 1].text == "," and doc[word.i + 1 : word.i + 2].text in (",", ".", ";")
    if word.tag_ != "NNS" or subject is None or subject.dep_ not in ("compound", "nsubj") or subject.pos_ != "PROPN" or not alone:
        return
    verb = next((one for one in word.ancestors if one.pos_ == "VERB"), None)
    if verb is None:
        return
    for child in [one for one in word.lefts if one != subject]:
        hang(child, subject)
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", "report"
    hang(word, verb, "parataxis")
    hang(subject, word, "nsubj")


def let_reject(noun: Token) -> None:
    """Mends a verb that is taken for the last word of who denies, and what it rejects for the verb: the ministry rejects claims."""
    thing = noun.head
    if noun.tag_ != "NNS" or noun.dep_ != "nsubj" or thing.lower_ not in _CLAIMED or thing.i != noun.i + 1:
        return
    subject = next((child for child in reversed(list(noun.lefts)) if child.pos_ in ("NOUN", "PROPN")), None)
    if subject is None:
        return
    for child in [one for one in noun.lefts if one != subject]:
        hang(child, subject)
    noun.pos_, noun.tag_, noun.lemma_ = "VERB", "VBZ", DENIES[noun.lower_]
    thing.pos_, thing.tag_, thing.lemma_ = "NOUN", "NNS", thing.lower_.removesuffix("s")
    stand_in(noun, thing)
    hang(thing, noun, "dobj")
    hang(subject, noun, "nsubj")
    for child in [one for one in thing.rights if one.dep_ == "ccomp"]:
        child.dep_ = "acl"
