"""Denials in a document: who rejects which component of what, by which form, of one event or in general."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.accounts import cleared, set_aside
from kg.extraction.accused import answering
from kg.extraction.answered import are_of_attacks, tells_at_hand, tells_near
from kg.extraction.boasts import boast_before, unharmed_by
from kg.extraction.called import called
from kg.extraction.cast import Cast
from kg.extraction.components import FORMS, Component, components_of, without_asides
from kg.extraction.deeds import tells_of_deed
from kg.extraction.denialnouns import Gap
from kg.extraction.explicit import explicit
from kg.extraction.fighters import fighters
from kg.extraction.gaps import DOUBTING, follows, gaps
from kg.extraction.implicit import implied
from kg.extraction.negations import is_about_own, negated_acts
from kg.extraction.party import Party
from kg.extraction.polarity import has_negation, objects_of, tells_of_act
from kg.extraction.reach import reach_of
from kg.extraction.rejected import CHARGES, WEIGHTY
from kg.extraction.rejection import Rejection, muted, rejection
from kg.extraction.retold import again, spoken_out, told_twice
from kg.extraction.signs import Sign, Words
from kg.extraction.speakers import subject_of
from kg.extraction.speech import Speech, Speeches
from kg.extraction.standing import Standing, clears, standing

__all__ = ["Rejection", "rejections", "told_twice"]


def rejections(
    doc: Doc, speeches: Speeches, cast: Cast, accused: frozenset[str], before: Sequence[Rejection] = (), docs: Sequence[Doc] = ()
) -> list[Rejection]:
    """The denials in a document; `accused` are those whom the article names as attackers, with those who speak for them.

    `before` are the denials in the documents before it, `docs`, which may be repeated here.
    """
    found: list[Rejection] = []
    spoken = speeches.by_doc[id(doc)]
    for speech in [_quoted(one, speeches, cast) for one in spoken]:
        place = _standing(speech, speeches, cast, accused)
        blamed = place == "blamed"
        if speech.lemma in W.DENY_VERBS and speech.cue.pos_ == "VERB":
            if not follows(speech.cue):
                continue
            if not blamed and accused and speech.speaker.label != "unnamed speaker" and _is_for_the_accused(speech.cue):
                found.append(muted(speech))  # of those spoken of it is not known who denies it
                continue
            denied = list(explicit(speech, doc, cast, blamed, docs, boast_before(speech, spoken, cast)))
            found += denied or [muted(speech)]
            continue
        boast = boast_before(speech, spoken, cast)
        words = Words(speech, _own(speech, spoken, doc), cast, blamed, place == "suspect", clears(speech, cast, accused), boast)
        if boast and (signs := list(unharmed_by(words))):
            found += [rejection(speech, sign, boast, outside=True) for sign in signs]
            continue
        if place != "none":
            found += [rejection(speech, sign, sign.told or speech.content) for sign in implied(words)]
        else:
            found += [rejection(speech, sign, speech.content) for sign in negated_acts(words) if _is_ours(sign, speech.speaker)]
        if speech.lemma not in W.DENY_VERBS and not has_negation(speech.cue):
            found += _not_they(words, cast)
    found += called(doc, cast, accused)
    for gap in gaps(doc, cast):
        if gap.again:
            repeated = list(again(gap, [*before, *found], cast))
            found += repeated
            if repeated:
                continue
        blamed = bool(cast.side(gap.speech.speaker) & accused)
        if blamed or not gap.only_accused:
            found += _of_gap(gap, doc, cast, blamed, bool(boast_before(gap.speech, spoken, cast)))
    found = [replace(one, mute=one.mute or _is_of_other_matter(one, docs, cast, accused)) for one in found]
    found = [replace(one, behalf=_behalf(one, speeches, cast, accused)) for one in spoken_out(found)]
    return list(_each_once(found))


def _is_for_the_accused(verb: Token) -> bool:
    """Whether only who is accused can deny it, and is called by a pronoun, or as the man, the group: he denied involvement."""
    subject = subject_of(verb)
    things = [one for one in objects_of(verb) if one.lemma_.lower() in WEIGHTY]
    if subject is None or not things or any(child.dep_ == "poss" for thing in things for child in thing.lefts):
        return False
    called = {one.lower_ for one in subject.subtree} <= {"the", "this", "that", "man", "woman", "group", "organization", "suspect"}
    return called or subject.lower_ in ("he", "she", "it", "they")


def _is_of_other_matter(one: Rejection, docs: Sequence[Doc], cast: Cast, accused: frozenset[str]) -> bool:
    """Whether no attack is told of in what is denied without a verb of denial, nor near it; or in what was said before."""
    if one.method.startswith("verb "):
        return False
    told = one.tokens
    charged = {token.lemma_.lower() for token in one.word.sent} & CHARGES and cast.side(one.speech.speaker) & accused
    return not (tells_at_hand(one.word, told, docs) or tells_of_deed(told) or (charged and tells_near(one.word, docs)))


NOT_THEY = "not they who did it"


def _not_they(words: Words, cast: Cast) -> Iterator[Rejection]:
    """Who is said not to be the one that made an attack, which others did make: it was not the rebels who shelled the town."""
    for verb in words.tokens:
        if verb.lemma_.lower() not in W.ATTACK_VERBS.keys() | W.CARRY_OUT:
            continue
        noun, other = cleared(verb), set_aside(verb)
        if other is not None and any(words.side & cast.side(one) for one in fighters(other, cast)[0]):
            noun = other
        if noun is not None and fighters(noun, cast)[0]:
            sign = Sign("attacker", FORMS["attacker"], NOT_THEY, at=verb)
            told = takewhile(lambda one: one.lower_ != "but", verb.subtree if noun is other else noun.head.subtree)
            yield rejection(words.speech, sign, frozenset(one.i for one in told), outside=True)


def _quoted(speech: Speech, speeches: Speeches, cast: Cast) -> Speech:
    """The words of a source of whom nothing is told as those of who quotes it: state television quoted a source as saying."""
    unknown = speech.speaker.kind == "UnnamedSource" and cast.side(speech.speaker) == {speech.speaker.key}
    quoting = [one for one in speeches.of(speech.cue) if one.lemma in ("quote", "cite")] if unknown else []
    return replace(speech, speaker=quoting[0].speaker) if quoting and speech.speaker.label == "source" else speech


def _standing(speech: Speech, speeches: Speeches, cast: Cast, accused: frozenset[str]) -> Standing:
    """What the speaker is to the attacks of the article; one who says with another, who is accused, what both say, is so, too."""
    place = standing(speech, cast, accused)
    others = _beside(speech, speeches, cast) if place in ("fighting", "suspect") else []
    return "blamed" if any(standing(one, cast, accused) == "blamed" for one in others) else place


def _behalf(one: Rejection, speeches: Speeches, cast: Cast, accused: frozenset[str]) -> Party | None:
    """For whom it is denied, if not for the speaker's own side: who is said not to answer for it, or denies it, too."""
    side = cast.side(one.speech.speaker)
    others = [] if one.mute else list(answering(one.tokens, cast))
    if not side & accused:
        others += [other.speaker for other in _beside(one.speech, speeches, cast)]
    return next((party for party in others if cast.side(party) & accused and not side & cast.side(party)), None)


def _beside(speech: Speech, speeches: Speeches, cast: Cast) -> list[Speech]:
    """Those who say it with the speaker, but for enemies: Iran and Russia denied it."""
    side = cast.side(speech.speaker)
    others = [one for one in speeches.by_doc[id(speech.cue.doc)] if one.cue == speech.cue and one.speaker != speech.speaker]
    own = [one for found in speeches.by_doc.values() for one in found if others and side & cast.side(one.speaker)]
    foes = [party for one in own if one.lemma not in W.DENY_VERBS for party in _said_to_attack(one, cast)]
    others = [one for one in others if not (one.speaker.label.islower() and speech.speaker.label.islower())]  # army and rebels
    return [one for one in others if not any(cast.side(party) & cast.side(one.speaker) for party in foes)]


def _said_to_attack(speech: Speech, cast: Cast) -> Iterator[Party]:
    """Who is accused, or does what tells of force, by what is said."""
    for word in (speech.cue.doc[i] for i in speech.content):
        accused = word.dep_ == "dobj" and word.head == speech.cue
        if accused or (word.dep_ in ("nsubj", "pobj") and any(map(tells_of_act, (word, word.head)))):
            yield from fighters(word, cast)[0] or cast.parties_of(word)


def _is_ours(sign: Sign, speaker: Party) -> bool:
    """Whether it is the speaker's own side that did not do it, whoever they are: `we did not bomb the clinic`, `it was not behind`.

    Who `they` are that did nothing is not always who speaks; it is where they had no part in it.
    """
    verb = sign.at
    if verb is None or sign.method == "not aware" or verb.tag_ == "VBG":
        return False
    told = {one.lemma_.lower() for one in verb.subtree if one.i > verb.i}
    acts = W.FORCE | W.ATTACK_VERBS.keys() | W.KILL | W.INJURE
    apart = bool(told & W.ANSWERABLE) or {"nothing", "do"} <= told
    subjects = {child.lower_ for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")}
    if subjects & {"we", "i"} and not any(child.lower_ in ("anyone", "anybody") for child in verb.rights):
        return verb.lemma_.lower() in acts or apart
    if "it" in subjects:
        return speaker.kind == "Organisation" or apart
    if subjects & {"he", "she"}:
        return speaker.kind == "Person" and (apart or verb.lemma_.lower() in ("order", "authorise", "authorize", "command"))
    return "they" in subjects and apart


_OWN_FINDINGS = frozenset({"inquiry", "investigation", "review", "probe", "examination", "check", "assessment", "analysis"})
"""What the accused cite as theirs: an initial inquiry showed that they had not fired."""


def _own(speech: Speech, spoken: Sequence[Speech], doc: Doc) -> list[Token]:
    """The words of this speech that are not those of another inside it."""
    inner = [one for one in spoken if one is not speech and len(one.content) < len(speech.content)]
    taken = {
        i
        for one in inner
        if one.cue.i != speech.cue.i
        and one.cue.i in speech.content
        and not has_negation(one.cue)
        and not _OWN_FINDINGS & set(one.speaker.label.lower().split())
        for i in one.content
    }
    return [doc[i] for i in sorted(speech.content - taken)]


def _each_once(found: Iterable[Rejection]) -> Iterator[Rejection]:
    seen: set[tuple[str, str, int]] = set()
    for one in found:
        key = one.speech.speaker.key, "" if one.mute else one.component, one.word.sent.start
        if key not in seen:
            seen.add(key)
            yield one


def _of_gap(gap: Gap, doc: Doc, cast: Cast, blamed: bool, boast: bool) -> Iterator[Rejection]:
    """What is denied by a verb or noun of denial that stands beside it; of a boast, that it was so at all."""
    speech = gap.speech
    said = [doc[i] for i in sorted(speech.content)]
    doubting = speech.lemma in DOUBTING
    counted = any(token.lemma_.lower() in ("toll", "figure") for token in said)
    told = tells_of_deed(said) or any(are_of_attacks(said))
    if gap.bare and blamed and not told and not counted:
        yield rejection(speech, Sign("attacker", FORMS["attacker"], speech.method), frozenset(), gap.outside)
    if not doubting and not counted and not told:
        return
    if speech.method == "doubts credibility":
        yield rejection(speech, Sign("credibility", "sourceDiscredited", speech.method), speech.content)
        return
    if doubting and not any(token.lemma_.lower() in W.TOLL_NOUNS for token in said):
        yield rejection(speech, Sign("evidence", "burdenOfProof", speech.method), speech.content, gap.outside)
        return
    reach = reach_of(speech.cue, without_asides(said))
    of_toll = speech.cue.dep_ == "relcl" and speech.cue.head.lemma_.lower() in W.TOLL_NOUNS
    components: list[Component] = ["casualties"] if of_toll else components_of(said)
    if not of_toll and not counted and is_about_own(said, cast, speech.speaker):
        components = ["attacker" if one == "casualties" else one for one in components]  # an accusation, no toll
    for component in components:
        component = "occurrence" if boast and component == "attacker" else component
        yield rejection(speech, Sign(component, FORMS[component], speech.method, reach), speech.content, gap.outside)
