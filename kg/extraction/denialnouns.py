"""Denials in the form of a noun: its denial of the killings, after days of denials, a denial from the army came at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.accused import is_fighting
from kg.extraction.anaphora import antecedent, by_pronoun
from kg.extraction.cast import Cast
from kg.extraction.naming import country_of, seat_of
from kg.extraction.party import Party
from kg.extraction.phrases import behind
from kg.extraction.polarity import is_conditional, is_no, tells_of_act
from kg.extraction.speakers import speakers_of
from kg.extraction.speech import Speech

_BY_OWNER = {"its": "it", "their": "they", "his": "he", "her": "she"}


@dataclass(frozen=True, slots=True)
class Gap:
    """A denial whose content another says: the words of denying, with what is denied.

    It may be one of which the content is that of an earlier one, which is said `again`, or one that is a denial only of those
    who are accused. The content is `outside` where somebody asserts it. Of a `bare` one it is not told again what is denied.
    """

    speech: Speech
    again: bool = False
    only_accused: bool = False
    outside: bool = False
    bare: bool = False


def by_noun(denial: Token, cast: Cast) -> Iterator[Gap]:
    """`Its denial of the killings`, `a denial by the army that it fired`; `repeated those denials`."""
    verb, content = denial.head, _content(denial)
    if denial.dep_ == "dobj" and verb.lemma_.lower() in W.REPEATING and not content:
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        for party in cast.parties_of(subject):
            yield Gap(Speech(party, verb, frozenset(), "repeated denial"), again=True, only_accused=True, bare=True)
        return
    speaker = _speaker(denial, cast)
    if speaker and content:
        yield Gap(Speech(speaker, denial, content, "noun denial"), outside=is_thing(denial.doc, content))
    elif speaker and denial.dep_ == "pobj" and denial.head.lower_ in ("despite", "amid", "amidst", "notwithstanding", "spite"):
        beside = frozenset(one.i for one in denial.sent) - {one.i for one in denial.subtree}
        yield Gap(Speech(speaker, denial, beside, "despite a denial"), only_accused=True, outside=True)
    elif speaker and _is_made(denial):
        yield Gap(Speech(speaker, denial, frozenset(), "denial told of"), only_accused=True, bare=True)
    elif speaker is None and denial.dep_ == "dobj" and verb.lemma_.lower() in _ISSUING and _is_made(denial):
        for party in speakers_of(verb, cast):
            yield Gap(Speech(party, verb, content, "denial issued"), only_accused=not content, bare=not content)
    elif speaker is None and (admission := _admission_after(denial)) is not None:
        told = content or _admitted(admission)
        for party in speakers_of(admission, cast):
            if told and is_fighting(party, cast):
                yield Gap(Speech(party, denial, told, "denied before"), outside=not content or is_thing(denial.doc, content))


_ISSUING = W.ISSUE | W.REPEATING | {"make", "give", "offer", "send"}
"""What one does who denies, with a denial as its object."""


def is_thing(doc: Doc, content: frozenset[int]) -> bool:
    """Whether what is denied is named, as a thing that the sentence takes for granted: the attack."""
    return not any(doc[i].pos_ == "VERB" for i in content)


def _content(denial: Token) -> frozenset[int]:
    """What is denied: behind `of`, or in the clause right behind the noun, whatever the parser hangs that on."""
    about = (child for child in denial.rights if child.lower_ in _ABOUT and not _is_owner_of(child))
    said = [*about, *(child for child in denial.rights if child.dep_ in ("acl", "ccomp", "relcl"))]
    after = denial.nbor(1) if denial.i + 1 < len(denial.doc) else denial
    if not said and after.lower_ == "that" and after.head.i > after.i:
        said.append(after.head)
    return frozenset(one.i for child in said for one in child.subtree if one.i > denial.i)


_ABOUT = ("of", "about", "over", "regarding", "concerning")


def _is_owner_of(of: Token) -> bool:
    """Whether it is told behind `of` who denies: the denials of the army."""
    names = [one for one in of.children if one.dep_ == "pobj"]
    armed = (one.pos_ == "PROPN" or one.lemma_.lower() in W.BODY_HEADS for one in names)
    return of.lower_ == "of" and any(armed) and not any(map(tells_of_act, of.subtree))


def _measure(denial: Token) -> Token:
    """The word that tells how many or how long, if one does: days of denials, a series of denials."""
    above = denial.head.head
    counted = denial.dep_ == "pobj" and denial.head.lower_ == "of" and above.lemma_.lower() in W.MANY | {"year"}
    return above if counted else denial


def _speaker(denial: Token, cast: Cast) -> Party | None:
    """Who denies: by the possessive before it, behind `by`, `from` or `of`, or by the country that it is called by."""
    noun = _measure(denial)
    owners = [child for one in (denial, noun) for child in one.children if child.dep_ == "poss"]
    drawn = behind(denial.head, "from") if denial.dep_ == "dobj" else []
    owners = (
        owners or behind(denial, "by", "from") or drawn or [one for of in denial.rights if _is_owner_of(of) for one in of.children]
    )
    owners = owners or [child for child in denial.lefts if country_of(child)]
    return _owner(owners[0], cast) if owners else None


def _owner(owner: Token, cast: Cast) -> Party | None:
    if owner.lower_ == "whose":
        noun = antecedent(owner)
        return cast.party(noun) if noun is not None else None
    if owner.lower_ in _BY_OWNER:
        return by_pronoun(_BY_OWNER[owner.lower_], cast.heard.before(owner))
    code = country_of(owner) or seat_of(owner)
    return cast.party(owner) or (cast.state(code) if code else None)


def _is_made(denial: Token) -> bool:
    """Whether there was the denial, of whatever was told before: not `no denial`, nor `Holocaust denial`."""
    kind = denial.dep_ == "compound" or any(child.dep_ == "compound" and not country_of(child) for child in denial.lefts)
    none = is_no(denial) or any(child.lower_ in ("any", "such") for child in denial.lefts)
    judged = denial.dep_ == "nsubj" and denial.head.lemma_ == "be"  # it was a lie
    told = any(one.pos_ in ("VERB", "AUX") for one in denial.ancestors) and not judged
    return told and not kind and not none and not is_conditional(denial.head)


def _admitted(admission: Token) -> frozenset[int]:
    """What is admitted, where it is a deed: that its planes had hit it; not the existence of a missile."""
    things = [child for child in admission.rights if child.dep_ in ("dobj", "ccomp", "xcomp")]
    words = (two for one in things for two in (one, *one.conjuncts, *(child for child in one.rights if child.dep_ == "dobj")))
    deed = any(map(tells_of_act, words))
    return frozenset(one.i for thing in things for one in thing.subtree if one.i > admission.i) if deed else frozenset()


def _admission_after(denial: Token) -> Token | None:
    """The verb by which somebody admits in the end what he had denied until then: after days of denials, it admitted."""
    noun = _measure(denial)
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("after", "following"):
        return None
    above = [one for one in noun.head.ancestors if one.pos_ in ("VERB", "AUX")]
    below = (child for one in above for child in one.children if child.dep_ in ("xcomp", "ccomp"))
    return next((one for one in (*above, *below) if one.lemma_.lower() in W.ADMIT), None)
