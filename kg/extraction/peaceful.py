"""What is told in the words for attacks and strikes nobody: missiles fired to try them, a country hit with sanctions."""

from spacy.tokens import Token

from kg.extraction.phrases import behind


def is_into_the_sea(verb: Token) -> bool:
    """Whether missiles are fired where nobody is, to try or to show them: fired two missiles into the sea, test-fired."""
    if any(child.lower_ in ("test", "dummy") for child in verb.lefts):
        return True
    arms = [one for one in verb.children if one.dep_ in ("dobj", "nsubjpass")]
    arms += [last for one in arms for last in behind(one, "of")]
    if any(child.lower_ == "intercontinental" for one in arms for child in one.lefts):
        return True
    tried = any(one.lemma_.lower() == "test" and one.pos_ == "NOUN" for one in verb.sent)
    if tried and verb.lemma_.lower() in ("fire", "launch") and not any(behind(one, "at", "on", "against") for one in (verb, *arms)):
        return True
    into = (last for one in behind(verb, "into", "toward", "towards", "in", "off", "over") for last in one.subtree)
    return any(one.lemma_.lower() in ("sea", "ocean", "waters", "water") for one in into)


def with_sanctions(verb: Token) -> bool:
    """Whether it is done by law or by trade: hit it with sanctions, went after it with tariffs, hitting it again."""
    verbs = (verb, verb.head) if verb.dep_ in ("advcl", "conj") else (verb,)
    means = (last for one in verbs for first in behind(one, "with") for last in (first, *first.conjuncts))
    return any(one.lemma_.lower() in ("sanction", "tariff", "fine", "tax", "lawsuit", "penalty", "duty") for one in means)
