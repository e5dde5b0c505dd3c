"""Words that the parser takes for another part of speech: a hospital run by MSF, Mali bore responsibility, citing the police."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.hanging import hang, stand_in
from kg.extraction.mainverbs import has_subject, make_finite


def set_right(word: Token) -> None:
    """Mends what hangs on a word that is taken for another part of speech, or for the subject or object that it is not."""
    lower, dep, tag = word.lower_, word.dep_, word.tag_
    if lower in ("airstrikes", "strikes", "raids", "bombings") and tag == "VBZ" and dep == "conj":
        _be_struck(word)
    if lower in ("citing", "quoting"):
        _cite(word)
    if word.lemma_ in _INSISTING and tag in ("VBZ", "VBD"):
        _speak(word)
    if lower in ("shelling", "bombing") and tag == "VBG" and dep == "advmod":
        _be_theirs(word)
    if lower == "bore" and tag == "NN" and word.head.lower_ == "responsibility":
        _bear(word)
    if lower == "run" and tag == "NN":
        _be_run(word)
    if tag in ("VB", "VBP") and dep in ("ROOT", "ccomp") and word.lemma_.lower() in W.ATTACK_VERBS:
        _speak(word)
    if lower == "paramilitary":
        _describe(word)


def _be_run(word: Token) -> None:
    """Mends what is run by somebody, taken for a description of a run: hit a hospital run by MSF."""
    site, by = word.nbor(-1) if word.i > word.sent.start else word, next((one for one in word.rights if one.lower_ == "by"), None)
    if site.dep_ != "compound" or site.head != word or by is None or by.i != word.i + 1:
        return
    before, after = [child for child in word.lefts if child != site], [child for child in word.rights if child != by]
    stand_in(site, word)
    for child in (*before, *after):
        hang(child, site)
    hang(word, site, "acl")
    word.pos_, word.tag_, by.dep_ = "VERB", "VBN", "agent"


_INSISTING = frozenset({"maintain", "claim", "insist", "allege", "state"})


def _speak(verb: Token) -> None:
    """Mends who speaks, taken for a part of the word for what he does: the Saudi-led coalition maintains it did not do it."""
    who = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if who.dep_ != "compound" or who.head != verb or has_subject(verb):
        return
    for child in [one for one in verb.lefts if one != who and one.dep_ in ("det", "amod", "compound", "poss", "nummod")]:
        hang(child, who)
    hang(who, verb, "nsubj")


def _be_theirs(shelling: Token) -> None:
    """Mends whose shelling it is, taken for who did what it did: Ukrainian shelling killed nine people."""
    theirs, verb = shelling.nbor(-1) if shelling.i > shelling.sent.start else shelling, shelling.head
    if theirs.dep_ == "nsubj" and theirs.head == verb and theirs.pos_ == "ADJ" and verb.i == shelling.i + 1:
        shelling.pos_, shelling.tag_, shelling.lemma_ = "NOUN", "NN", shelling.lower_
        hang(shelling, verb, "nsubj")
        hang(theirs, shelling, "amod")


def _be_struck(strikes: Token) -> None:
    """Mends attacks that are taken for a verb: 23 were killed in renewed regime airstrikes on the city."""
    link = strikes.doc[strikes.left_edge.i - 1] if strikes.left_edge.i > strikes.sent.start else strikes
    if link.lower_ not in ("in", "by", "from", "of") or link.pos_ != "ADP" or has_subject(strikes):
        return
    strikes.pos_, strikes.tag_, strikes.lemma_ = "NOUN", "NNS", strikes.lower_.removesuffix("s")
    hang(strikes, link, "pobj")
    for child in [one for whose in strikes.lefts for one in whose.lefts]:
        hang(child, strikes)


def _bear(verb: Token) -> None:
    """Mends who bears responsibility, taken for a description of it: France said Damascus bore responsibility."""
    thing, who = verb.head, verb.nbor(-1) if verb.i > verb.sent.start else verb
    if thing.i != verb.i + 1 or who.pos_ not in ("NOUN", "PROPN") or thing.dep_ not in ("dobj", "ROOT", "ccomp"):
        return
    before = [child for child in (*thing.lefts, *verb.lefts) if child not in (verb, who)]
    stand_in(verb, thing)
    verb.dep_ = "ccomp" if verb.dep_ == "dobj" else verb.dep_
    hang(thing, verb, "dobj")
    hang(who, verb, "nsubj")
    for child in before:
        hang(child, who)
    verb.lemma_ = "bear"
    make_finite(verb)


def _cite(citing: Token) -> None:
    """Mends who is cited, taken for one described so, or for one to whom: citing police chief Ali Musa, the opposition League."""
    whom = citing.head
    while citing.dep_ == "amod" and whom.dep_ == "compound":
        whom = whom.head
    if citing.dep_ == "amod" and whom.dep_ in ("npadvmod", "nsubj", "dep") and whom.left_edge == citing and whom.head.i > whom.i:
        hang(citing, whom.head, "advcl")
        hang(whom, citing, "dobj")
    given = next((child for child in citing.rights if child.dep_ == "dative"), None)
    name = next((child for child in given.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None) if given else None
    if given is not None and name is not None and not any(child.dep_ == "dobj" for child in citing.rights):
        hang(name, citing, "dobj")
        hang(given, name, "compound")


def _describe(word: Token) -> None:
    """Mends what only describes the name behind it, taken for the subject: Sudan's paramilitary Rapid Support Forces shelled it."""
    after = word.nbor(1) if word.i + 1 < word.sent.end else word
    name = after.head if after.dep_ == "compound" else after
    behind = word.dep_ == "pobj" and any(child.dep_ == "nsubj" and child != name for child in name.head.lefts)
    if name.pos_ != "PROPN" or name.left_edge.i != word.i + 1 or not (behind or name.head in (word, word.head)):
        return
    before = list(word.lefts)
    if name.head == word or behind:
        stand_in(name, word)
    for child in before:
        hang(child, name)
    hang(word, name, "amod")
