"""What is said not to be true, in so many words: it is not true that, no truth in the report, the story does not hold together."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.components import components_of
from kg.extraction.labels import TRUE, Label, told_by, what_is_called
from kg.extraction.polarity import has_negation, is_supposed, tells_of_act
from kg.extraction.reach import reach_of
from kg.extraction.said import is_said
from kg.extraction.signs import Sign, Words

_GROUND = frozenset({"truth", "basis", "foundation", "ground", "substance", "merit"})
_UNTRUE = frozenset({
    "wrong", "untrue", "false", "incorrect", "inaccurate", "lie", "fabrication", "falsehood", "myth", "fiction", "nonsense",
    "slander",
})  # fmt: skip


_IMPOSSIBLE = frozenset({"impossible", "inconceivable", "unthinkable", "implausible", "unimaginable", "illogical"})


_FACTS = frozenset({"truth", "reality", "fact", "facts"})
_MATCHING = frozenset({"reflect", "correspond", "match", "bear", "have", "accord", "conform", "stand"})


_FAILING = {
    "hold": ("together", "up", "water"), "stand": ("up",), "add": ("up",), "make": ("sense",), "ring": ("true",), "wash": (),
    "stack": ("up",), "convince": (), "pass": ("muster",), "bear": ("scrutiny", "examination"),
    "withstand": ("scrutiny", "examination"),
}  # fmt: skip
"""What a story does not do that is not to be believed, with the word beside that one of these verbs needs."""


def _fails(token: Token) -> bool:
    """`The story does not hold together`, `their claims make no sense`."""
    beside = _FAILING.get(token.lemma_.lower())
    if beside is None or token.pos_ != "VERB":
        return False
    if any(child.lower_ == "it" for child in token.lefts) and any(one.lower_ == "to" for one in token.doc[token.i : token.i + 4]):
        return False  # it makes no sense to talk
    around = [child for child in token.children if not beside or child.lower_ in beside]
    none = has_negation(token) or any(one.lower_ == "no" for child in around for one in child.lefts)
    return none and bool(around)


def _no_match(token: Token) -> bool:
    """`Do not reflect the truth`, `nothing to do with reality`, `is far from the truth`, `has no basis in fact`."""
    if token.lower_ not in _FACTS or token.dep_ not in ("dobj", "pobj"):
        return False
    above = [one for one in token.ancestors if one.sent.start == token.sent.start][:4]
    verb = next((one for one in above if one.pos_ in ("VERB", "AUX")), token)
    if verb.lemma_.lower() == "be":
        return any(one.lower_ in ("far", "contrary", "divorced", "odds", "remote", "removed") for one in verb.children)
    none = has_negation(verb) or any(one.lower_ in ("no", "little", "nothing") for one in verb.subtree if one.i < token.i)
    return verb.lemma_.lower() in _MATCHING and none


def untrue(words: Words) -> Iterator[Sign]:
    """`It is not true that ...`, `it is wrong to say that ...`: what the clause says is rejected."""
    for token in words.tokens:
        if _no_match(token) or _fails(token):
            yield from _unlike_facts(token, words)
        be = token.head
        if token.lemma_.lower() in _GROUND and any(child.lower_ == "no" for child in token.children) and _is_for_it(token):
            yield words.sign("credibility", "no truth", at=token)
            for said in (
                one
                for one in be.subtree
                if one.i > token.i and one.dep_ == "pobj" and one.head.lower_ in ("to", "in") and is_said(one)
            ):
                yield from what_is_called(words, Label("no truth", token, said, told_by(said)))
        never = token.lower_ in _IMPOSSIBLE and words.blamed and not has_negation(be) and not is_supposed(be)
        denied = (token.lower_ in TRUE and has_negation(be)) or (token.lower_ in _UNTRUE and not has_negation(be)) or never
        if not denied or be.lemma_.lower() != "be" or token.dep_ not in ("acomp", "attr") or _is_a_case(token):
            continue
        if is_supposed(be) and any(one.lemma_.lower() in W.LABEL_VERBS for one in (*be.rights, *token.rights)):
            continue  # would be wrong to call it so
        inner = [
            one
            for child in (*be.children, *token.children)
            if child.dep_ in ("ccomp", "xcomp", "advcl", "csubj", "relcl", "acl") and child.i > token.i
            if not (never and is_supposed(child))
            for one in child.subtree
        ]
        if any(map(tells_of_act, inner)) and not any(has_negation(one) for one in inner if one.head in (be, token)):
            for component in components_of(inner):
                yield words.sign(component, "not true", reach_of(token, inner), 0.75, token)
        elif token.lower_ in TRUE and not inner and not is_supposed(be) and any(_is_meant(child, words) for child in be.children):
            yield words.sign("credibility", "not true", at=token)


def _is_for_it(ground: Token) -> bool:
    """Whether it is words, or an act, that there is no ground for; no ground for an export, no middle ground."""
    links = [child for child in ground.rights if child.dep_ == "prep" and child.lower_ != "of"]
    things = [one for link in links for one in link.children if one.dep_ in ("pobj", "pcomp")]
    kept = any(one.dep_ in ("amod", "compound") and one.lower_ == "middle" for one in ground.lefts)
    return not kept and (not things or any(is_said(one) or any(map(tells_of_act, one.subtree)) for one in things))


def _is_a_case(word: Token) -> bool:
    """`Is not a murder case`: of what kind it is; not `is not the case`."""
    return word.lemma_ == "case" and not any(one.lower_ == "the" for one in word.lefts)


def _is_meant(subject: Token, words: Words) -> bool:
    """Whether it is what is said that is not true; what `that` stands for, in the mouth of others, may be a denial itself."""
    return subject.dep_ == "nsubj" and is_said(subject) and (words.blamed or subject.pos_ == "NOUN")


def _unlike_facts(fact: Token, words: Words) -> Iterator[Sign]:
    """What is rejected by words that are said not to be like the facts: they, and what they say."""
    verb = next((one for one in (fact, *fact.ancestors) if one.pos_ in ("VERB", "AUX")), fact)
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and is_said(subject):
        yield words.sign("credibility", "unlike the facts", at=fact)
        yield from what_is_called(words, Label("unlike the facts", fact, subject, told_by(subject)))
