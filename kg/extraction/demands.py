"""Demands that attacks end, which take for granted that there are any: called for an end to the shelling of Gao by rebels."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.mentions import Act, is_verb
from kg.extraction.phrases import behind

_DEMANDING = frozenset({"demand", "call", "urge", "appeal", "want", "press", "ask"})
_ANY = frozenset({"any", "every", "no", "all", "future", "potential", "possible", "further", "planned", "threatened"})
_ENDING = frozenset({"end", "halt", "stop", "cessation", "cease", "suspension"})


def asked_to_end(verb: Token) -> frozenset[int]:
    """The words by which an end is demanded to attacks, so that it is said that there are any: called for an end to the raids."""
    if verb.lemma_.lower() not in _DEMANDING or verb.pos_ != "VERB":
        return frozenset()
    things = [child for child in verb.rights if child.dep_ == "dobj"] + behind(verb, "for")
    ends = (one for one in things if one.lemma_.lower() in _ENDING and one.pos_ == "NOUN")
    attacks = [inner for one in ends for inner in one.subtree if inner.lemma_.lower() in W.ATTACK_NOUNS]
    stops = (child for child in verb.rights if child.dep_ in ("xcomp", "ccomp") and child.lemma_.lower() in W.ENDING)
    attacks += [deed for one in stops for deed in one.rights if deed.dep_ == "xcomp" and deed.tag_ == "VBG"]
    return frozenset(inner.i for one in attacks for inner in one.subtree)


def is_to_end(act: Act) -> bool:
    """Whether it is asked that the attacks of somebody end, which takes them for granted: an end to the bombing by rebels."""
    token, above = act.token, act.token.head
    if not act.attackers or any(child.lower_ in _ANY for child in token.lefts):
        return False
    if is_verb(token):
        promised = any(child.lower_ in ("will", "would", "wo", "to", "can", "could") for child in above.lefts)
        stops = above.lemma_.lower() in ("stop", "cease", "halt", "end", "quit") and not promised
        return token.dep_ == "xcomp" and token.tag_ == "VBG" and stops
    noun = above.head if token.dep_ == "pobj" and above.lower_ in ("to", "of", "in") else above
    return (
        noun.lemma_.lower() in _ENDING
        and noun.pos_ == "NOUN"
        and not any(one.lower_ in ("if", "unless", "until") for one in noun.lefts)
    )
