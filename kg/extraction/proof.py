"""What asks for proof, or says that there is none."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accused import answering
from kg.extraction.fighters import fighters
from kg.extraction.negations import is_own
from kg.extraction.polarity import has_negation, is_supposed, tells_of_act
from kg.extraction.said import is_said
from kg.extraction.signs import Sign, Words


def no_proof(words: Words) -> Iterator[Sign]:
    """There is no evidence; they cannot prove it."""
    text = words.text
    if words.speech.lemma in W.ADMIT:
        return
    if any(_has_none_itself(token, words) or _has_none_of_others(token, words) for token in words.tokens):
        return
    wanting = [token for token in words.tokens if is_wanting(token)]
    if wanting and not any(_is_of_attack(token) and not _is_against_others(token, words) for token in wanting):
        return
    lacking = [one for token in wanting for one in token.subtree]
    if any(one.lemma_.lower() in W.CASUALTY | W.DEAD for one in lacking) and any(one.lemma_ == "civilian" for one in lacking):
        yield words.sign("casualties", "no evidence of harm")
    themselves = any(f" {has} nothing to confirm" in text for has in ("had", "have", "has"))
    told = any(f" {phrase}" in text for phrase in W.NO_PROOF) and not themselves
    if lacking or any(map(_asks_for_proof, words.tokens)) or told:
        yield words.sign("evidence", "challenge of evidence")
        return
    for token in words.tokens:
        if token.lemma_.lower() not in ("prove", "substantiate", "confirm", "corroborate", "verify", "support"):
            continue
        if is_own(token, words.cast, words.side, words.speech.speaker):
            continue  # they themselves cannot confirm it
        around = {child.lower_ for child in (*token.children, *token.head.children)} | {token.head.lower_}
        denied = around & {"not", "n't", "unable", "failed", "never", "nobody", "cannot", "without"}
        if denied and any(is_said(child) for child in token.children if child.dep_ in ("dobj", "nsubjpass")):
            yield words.sign("evidence", "challenge of evidence")
            return


def is_wanting(noun: Token) -> bool:
    """Whether it is proof of which there is none, or too little: no credible evidence, not enough proof."""
    if noun.lemma_.lower() not in W.GROUNDS or noun.pos_ != "NOUN" or (noun.lemma_.lower() in _VAGUE and not _is_of_act(noun)):
        return False
    before = {one.lower_ for one in noun.lefts}
    return "no" in before or (bool(before & {"any", "enough", "sufficient", "adequate"}) and has_negation(noun.head))


_POISONS = frozenset({"gas", "chemical", "chemicals", "sarin", "chlorine", "toxins", "toxic"})
_VAGUE = frozenset({"sign", "indication", "trace"})
_EASING = W.ENDING | {"ease", "abate", "slow", "subside", "diminish"}


def _is_of_act(sign: Token) -> bool:
    """Whether it is an attack, or harm, of which there is a sign; not an end to it, nor those who fight."""
    for child in sign.rights:
        things = [one for one in child.children if one.dep_ in ("pobj", "pcomp")] if child.dep_ == "prep" else []
        words = (word for one in things if one.lemma_.lower() not in W.PEOPLE for word in (one, *one.lefts))
        if any(tells_of_act(word) or word.lower_ in _POISONS for word in words):
            return True
        if child.dep_ in ("acl", "ccomp", "relcl") and not is_supposed(child) and child.lemma_.lower() not in _EASING:
            return any(map(tells_of_act, child.subtree))
    return False


def _has_none_itself(noun: Token, words: Words) -> bool:
    """Whether it is told beside what somebody says that he who says it has no proof: though it has, but offered, no evidence."""
    verb = noun.head
    aside = any(child.lower_ in ("though", "although") for child in verb.lefts)
    speaks = any(child.dep_ == "nsubj" and child.lower_ in ("it", "he", "she") for child in verb.lefts)
    if noun.dep_ == "dobj" and verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.lefts):
        own = verb.head == words.speech.cue or is_own(verb, words.cast, words.side, words.speech.speaker)
        return bool(own) and noun.lemma_.lower() in ("evidence", "proof") and verb.lemma_.lower() in _GIVING
    return noun.lemma_.lower() in ("evidence", "proof") and noun.dep_ == "dobj" and aside and speaks


_GIVING = frozenset({"offer", "provide", "give", "present", "produce", "show", "cite", "supply"})


def _is_of_attack(proof: Token) -> bool:
    """Whether it is an attack, or an accusation, that there is no proof of; not of a plot, or of links."""
    links = [child for child in proof.rights if child.dep_ == "prep"]
    things = [one for link in links for one in link.children if one.dep_ in ("pobj", "pcomp")]
    clauses = [child for child in proof.rights if child.dep_ in ("acl", "ccomp", "relcl")]
    if any(one.lemma_.lower() in ("plot", "conspiracy", "motive") for one in things):
        return False
    told = [one for thing in (*things, *clauses) for one in thing.subtree]
    said = any(is_said(one) and one.dep_ != "mark" for one in told)
    return not told or said or any(tells_of_act(one) or one.lemma_.lower() in _TOLD for one in told)


_TOLD = W.ANSWERABLE | W.ATTACK_NOUNS.keys() | W.FORCE | W.SITES.keys() | W.CASUALTY | W.DEAD | _POISONS


def _is_against_others(proof: Token, words: Words) -> bool:
    """Whether those of whose part in it a state has no proof are bands: no evidence that a terrorist group directed it."""
    told = [one for child in proof.rights for one in child.subtree if one.dep_ in _DOERS]
    parties = [party for one in told for party in fighters(one, words.cast)[0]]
    bands = any(party.kind == "ArmedGroup" for party in parties) or any(one.lemma_.lower() in _BANDS for one in told)
    own = any(party.key in words.side or words.side & words.cast.side(party) for party in parties)
    others = any(party.kind != "ArmedGroup" for party in parties)
    return bands and not own and not others and words.speech.speaker.kind != "ArmedGroup"


_DOERS = ("nsubj", "nsubjpass", "pobj", "poss")
_BANDS = frozenset({"group", "network", "cell", "organisation", "organization", "militant", "terrorist"})


def _has_none_of_others(noun: Token, words: Words) -> bool:
    """Whether those who accuse own that they themselves have no proof: we have no evidence of their involvement."""
    verb = noun.head
    if noun.lemma_.lower() not in W.GROUNDS or verb.lemma_.lower() != "have":
        return False
    side = words.cast.side(words.speech.speaker)
    own = is_own(verb, words.cast, side, words.speech.speaker)
    return bool(own) and any(not side & words.cast.side(party) for party in answering(list(noun.subtree), words.cast))


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
