"""Whether words tell that an attack was made, or of a part in one: not of what was said, felt or done about it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.fighting import of_truce
from kg.extraction.naming import is_materiel
from kg.extraction.phrases import behind
from kg.extraction.polarity import tells_of_act

_ACTS = W.ATTACK_NOUNS.keys() | W.FORCE_NOUNS | W.CASUALTY | W.DEAD | W.KILLING_NOUNS | W.TOLL_NOUNS | W.CLASHES | {"disappearance"}
_DONE = W.FORCE | W.KILL | W.KILLINGS | W.INJURE | W.ATTACK_VERBS.keys() | {"blame", "poison", "down", "sink"}
_MATTERS = frozenset({"incident", "event", "affair", "episode", "plot", "conspiracy", "crash", "disaster", "case"})
"""What somebody has a part in who made an attack, without its name."""
_ARMS = W.WEAPON_NOUNS.keys() | W.BARE_ARMS | W.DEVICES | {"ammunition", "bullet", "force", "violence", "fire", "round", "chlorine"}
_BREAKING = frozenset({"breach", "violate", "break"})
_PHRASAL = frozenset({("bring", "down"), ("take", "down"), ("carry", "out"), ("set", "off"), ("blow", "up"), ("open", "up")})
_DOING = W.LIGHT_VERBS | W.CARRY_OUT | W.PURSUING | {
    "lose", "throw", "plant", "place", "lay", "detonate", "inflict", "suffer", "sponsor", "claim", "bear", "share", "play",
    "direct",
}  # fmt: skip
"""Verbs that tell of an attack by what was done."""
_BEFALLING = W.LANDING | {"be", "have", "happen", "occur", "take", "come", "originate", "emanate", "do"}
"""Verbs that tell of an attack by what happened."""
_TELLING = W.HEARSAY | W.ACCUSATION_NOUNS | W.WORDS_SAID | W.MANY | W.COUNTED | {
    "suggestion", "argument", "theory", "notion", "idea", "suspicion", "implication", "speculation", "insinuation", "assessment",
    "intention", "intent", "order", "use", "act", "existence", "fact", "possibility", "series", "part", "kind",
}  # fmt: skip
"""Nouns that tell of what the clause or the phrase behind them does."""
_TESTS = frozenset({"test", "drill", "exercise", "program", "programme"})
_ABLE = W.BODY_HEADS.keys() | W.PEOPLE.keys() | W.MATERIEL | W.SPEAKER_ROLES | W.REBELS | W.TITLES | W.GOVERNMENT | W.BANDS | {
    "group", "country", "state", "side", "party", "proxy", "nation", "branch", "member", "anyone", "one", "network",
}  # fmt: skip
"""Common nouns for those who may have a part in an attack; words and thoughts have none."""


def tells_of_deed(said: Sequence[Token]) -> bool:
    """Whether what these words say first is that somebody struck, or had a part in it, or that people came to harm."""
    inside = {token.i for token in said}
    tops = [token for token in said if token.head.i not in inside or token.head == token]
    tops += [one for one in said[:1] if one.dep_ == "nsubj" and one.lemma_.lower() in W.ANSWERABLE]  # denied involvement and said
    return any(_is_deed(token) for token in tops)


def _is_deed(word: Token) -> bool:
    if word.dep_ == "prep":
        return word.lower_ == "behind" or any(_is_deed(one) for one in word.children)
    if word.pos_ in ("VERB", "AUX") and word.dep_ != "amod":
        return any(_is_done(one) for one in (word, *word.conjuncts) if one.i >= word.i)
    return word.dep_ not in _BESIDE and _names_deed(word)


_BESIDE = frozenset({"mark", "punct", "det", "neg", "aux", "advmod", "poss", "cc", "ROOT"})


def _names_deed(noun: Token) -> bool:
    """Whether it is an attack, or a part in one, or what says that there was one: a raid, his hand in it, reports of shelling."""
    lemma = noun.lemma_.lower()
    if lemma in W.ANSWERABLE:
        return _is_part_in_deed(noun)
    if lemma in _TESTS:
        return False
    if lemma in _TELLING:
        return any(map(_is_deed, _contents(noun))) or any(map(_is_act, _kinds(noun)))
    return _is_act(noun) or any(map(_is_act, _kinds(noun)))


def _is_act(word: Token) -> bool:
    """Whether the word is for an attack, or harm: also in one word, as in `cyberattack`."""
    lemma = word.lemma_.lower()
    return lemma in _ACTS or tells_of_act(word) or lemma.endswith("attack")


def _kinds(noun: Token) -> Iterator[Token]:
    """The words before a noun that tell of what kind it is."""
    return (one for one in noun.lefts if one.dep_ in ("compound", "amod", "nmod"))


def _contents(noun: Token) -> Iterator[Token]:
    """The clause, and what is behind `of` and the like, that tell what is told or done."""
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl", "conj"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("of", "about", "on", "over", "against", "by"):
            yield from child.children
            yield from (one for who in child.children if child.lower_ == "by" for one in behind(who, "about", "of", "over"))
            clauses = (one for one in child.subtree if one.dep_ in ("acl", "ccomp", "relcl"))  # claims by medics and others that
            yield from (one for one in clauses if any(mark.lower_ == "that" and mark.dep_ == "mark" for mark in one.lefts))


def _is_part_in_deed(word: Token) -> bool:
    """Whether what somebody had a part in, or answers for, is an attack, where it is told: not in the talks, for the delay."""
    if any(child.lower_ == "between" for child in word.rights):
        return False
    things = [one for one in behind(word, "in", "for", "to", "with") if one.lemma_.lower() not in W.SPOTS]
    things += [one for child in word.rights if child.lower_ in ("in", "for") for one in child.children if one.dep_ == "pcomp"]
    return not things or any(map(may_be_attack, things))


def may_be_attack(word: Token) -> bool:
    """Whether what is spoken of may be an attack: by its noun, by what describes it, or because it only points to one."""
    near = {one.lemma_.lower() for one in (word, *_kinds(word), *word.conjuncts)}
    named = word.pos_ == "PRON" or word.ent_type_ in ("EVENT", "DATE", "GPE", "FAC", "ORG")
    return named or bool(near & (_MATTERS | _DONE)) or _is_deed(word) or any(map(_is_act, word.conjuncts))


def _is_done(verb: Token) -> bool:
    """Whether the clause of this verb tells of an attack: by the verb, or by what it is that was done, was used, or happened."""
    lemma = verb.lemma_.lower()
    if _is_only_supposed(verb):
        return False
    if lemma in W.ANSWERABLE:
        return _is_part_in_deed(verb) and _may_answer(verb)
    tried = (one for one in verb.children if one.dep_ in ("xcomp", "ccomp") and one.i > verb.i)
    by_doing = (one for one in verb.subtree if one.i > verb.i and one.dep_ == "pcomp" and one.head.lower_ == "by")
    if lemma not in W.OTHER_ACTS and any(map(_is_done, (*tried, *by_doing))):
        return True
    if lemma == "use":
        used = any(_is_armed(one) or one.lemma_.lower() in W.SITES for one in _roles(verb))
        return used or any(map(_is_act, behind(verb, "in", "for")))
    if lemma != "carry" and (lemma in _DONE or tells_of_act(verb)):
        return not any(one.lower_ in _TESTS for one in verb.doc[max(verb.i - 2, 0) : verb.i])
    if (lemma in _BREAKING and of_truce(verb)) or any(one.dep_ == "prt" and (lemma, one.lower_) in _PHRASAL for one in verb.rights):
        return True
    return _is_done_by_things(verb, lemma)


def _is_only_supposed(verb: Token) -> bool:
    """Whether it is told what should, may or will be; not what would never be done."""
    helpers = {one.lower_ for one in verb.lefts}
    return bool(helpers & {"would", "will", "should", "may", "might", "could", "must"}) and not helpers & {"have", "never", "ever"}


def _roles(verb: Token) -> list[Token]:
    """What is done by this verb, or what somebody is."""
    found = [one for one in verb.children if one.dep_ in ("dobj", "attr", "acomp", "nsubjpass", "oprd")]
    return [other for one in found for other in (one, *one.conjuncts)]


def _is_done_by_things(verb: Token, lemma: str) -> bool:
    told = _roles(verb)
    if lemma in W.DENY_VERBS:
        return any(map(_names_deed, told))
    answers = [one for one in told if one.lemma_.lower() in W.ANSWERABLE | W.AUTHORS | {"ringleader"}]
    if answers or any(child.lower_ == "behind" for child in verb.rights) or (behind(verb, "to", "of") and lemma == "be"):
        return _may_answer(verb) and (not answers or any(map(_is_part_in_deed, answers)))
    passive = any(one.dep_ == "nsubjpass" for one in told)
    if (lemma in _DOING or passive) and any(_names_deed(one) or (lemma not in _HAVING and _is_armed(one)) for one in told):
        return True
    cleft = lemma == "be" and any(child.lower_ == "it" for child in verb.lefts)
    if cleft and any(_is_done(one) for thing in told for one in thing.rights if one.dep_ == "relcl"):
        return True
    to_do = (one for thing in told for one in thing.rights if one.lemma_ == "do")
    if any(map(may_be_attack, (about for one in to_do for about in behind(one, "with")))):
        return True
    subjects = [one for one in verb.lefts if one.dep_ == "nsubj" and not one.lemma_.lower().endswith("er")]
    return lemma in _BEFALLING and any(map(_is_act, subjects))


_HAVING = frozenset({"be", "have", "make", "carry", "operate", "call", "see", "request", "order", "approve"})


def _may_answer(verb: Token) -> bool:
    """Whether its subject may have a part in an attack, as words and thoughts have not."""
    subject = next((one for one in verb.lefts if one.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos_ != "NOUN":
        return True
    return is_materiel(subject) or bool({one.lemma_.lower() for one in (subject, *subject.conjuncts)} & _ABLE)


def _is_armed(thing: Token) -> bool:
    """Whether it is arms, or what fights with them; not a test of arms."""
    if thing.lemma_.lower() in _TESTS:
        return False
    words = {one.lemma_.lower() for one in (thing, *_kinds(thing))}
    told = f"{thing.nbor(-1).lower_} {thing.lower_}" if thing.i else thing.lower_
    return bool(words & _ARMS) or is_materiel(thing) or bool({told, thing.lower_} & W.WEAPONS.keys())
