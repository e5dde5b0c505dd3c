"""Denials in a document: who rejects which component of what, by which form, of one event or in general."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.accused import charge_before, is_fighting
from kg.extraction.cast import Cast
from kg.extraction.components import FORMS, Component, aimed_at, components_of, without_asides
from kg.extraction.gaps import Gap, follows, gaps
from kg.extraction.implied import implied
from kg.extraction.labels import is_said, labels_in, sign_of_label, what_is_called
from kg.extraction.party import Party
from kg.extraction.reach import Reach, reach_of
from kg.extraction.signs import Sign, Words, has_negation, is_neither
from kg.extraction.speech import Speech, Speeches, speakers_of
from kg.terms import DenialForm


@dataclass(frozen=True, slots=True)
class Rejection:
    """A denial: its words of speech, the component that it rejects, its form, and how far it reaches.

    It may be of attacks in general, of one that is spoken of, or both. What is `outside` stands in the mouth of another, who
    asserts it; what is `mute` only keeps what is denied from being asserted. A `report` is rejected with all that it found.
    """

    speech: Speech
    component: Component
    form: DenialForm
    general: bool
    content: frozenset[int]
    method: str
    confidence: float
    specific: bool = True
    outside: bool = False
    mute: bool = False
    report: bool = False
    at: Token | None = None

    @property
    def word(self) -> Token:
        """The word at which it stands: its own, where the words said are of several sentences."""
        return self.at if self.at is not None else self.speech.cue


def rejections(
    doc: Doc, speeches: Speeches, cast: Cast, accused: frozenset[str], before: Sequence[Rejection] = ()
) -> list[Rejection]:
    """The denials in a document; `accused` are those whom the article names as attackers, with those who speak for them.

    `before` are the denials in the documents before it, which may be repeated here.
    """
    found: list[Rejection] = []
    spoken = speeches.by_doc[id(doc)]
    for speech in spoken:
        blamed = bool(cast.side(speech.speaker) & accused) or _of_the_accused(speech.speaker, cast, accused)
        if speech.lemma in W.DENY_VERBS and speech.cue.pos_ == "VERB":
            if not follows(speech.cue):
                continue
            denied = list(_explicit(speech, doc, cast, blamed))
            found += denied or [_mute(speech)]
        elif blamed or is_fighting(speech.speaker, cast):
            words = Words(speech, _own(speech, spoken, doc), cast, blamed)
            found += [_rejection(speech, sign, speech.content) for sign in implied(words)]
    found += _called(doc, speeches.as_of(doc, cast), accused)
    for gap in gaps(doc, speeches.as_of(doc, cast)):
        if gap.again:
            found += _again(gap, [*before, *found], cast)
        elif not gap.only_accused or cast.side(gap.speech.speaker) & accused:
            found += _of_gap(gap, doc)
    return list(_each_once(_spoken_out(found)))


def _of_the_accused(speaker: Party, cast: Cast, accused: frozenset[str]) -> bool:
    """Whether an official of whom it is not told whose he is can only be that of the one state that is accused."""
    states = [key for key in accused if (one := cast.parties.get(key)) and one.kind == "State"]
    words = set(speaker.label.lower().split())
    return (
        len(states) == 1
        and speaker.kind == "UnnamedSource"
        and len(cast.side(speaker)) == 1
        and bool(words & {"ministry", "military", "army", "government", "defence", "defense", "junta", "navy", "presidency"})
    )


def _rejection(speech: Speech, sign: Sign, content: frozenset[int], outside: bool = False) -> Rejection:
    general, specific = sign.reach != "event", sign.reach != "general"
    report = sign.component == "credibility" and any(
        token.lemma_.lower() in ("report", "finding", "study", "investigation", "inquiry")
        and not any(child.lower_ in ("similar", "such", "previous", "earlier", "other") for child in token.children)
        for token in speech.cue.sent
    )
    return Rejection(
        speech, sign.component, sign.form, general, content, sign.method, sign.confidence, specific,
        outside or sign.form == "alibi", False, report, sign.at,
    )  # fmt: skip


def _mute(speech: Speech) -> Rejection:
    """What is rejected, though not as a denial that is entered: nobody may be said to assert it."""
    return Rejection(speech, "attacker", "literal", False, speech.content, "no denial", 0, mute=True)


def _own(speech: Speech, spoken: Sequence[Speech], doc: Doc) -> list[Token]:
    """The words of this speech that are not those of another inside it."""
    inner = [one for one in spoken if one is not speech and len(one.content) < len(speech.content)]
    taken = {
        i
        for one in inner
        if one.cue.i != speech.cue.i and one.cue.i in speech.content and not has_negation(one.cue)
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


def _explicit(speech: Speech, doc: Doc, cast: Cast, blamed: bool) -> Iterator[Rejection]:
    """What is rejected by a verb of denial: an accusation, or what a clause says."""
    verb, content = speech.cue, speech.content
    objects = [child for child in verb.children if child.dep_ in ("dobj", "ccomp", "xcomp", "nsubjpass")]
    thing = next((child for child in objects if child.dep_ in ("dobj", "nsubjpass")), None)
    lemma = thing.lemma_.lower() if thing is not None else ""
    if has_negation(verb) or is_neither(verb) or lemma in W.OF_OTHER_THINGS:
        return
    fights = blamed or is_fighting(speech.speaker, cast)
    if _is_in_court(thing) or (not blamed and _of_others(speech.speaker, thing, cast, fights)):
        return
    label = next((word for word, _, target in labels_in(list(verb.sent)) if target is not None and target in objects), None)
    said = [one for child in objects for one in child.subtree] or [doc[i] for i in sorted(content)]
    bare = thing is not None and len(objects) == 1 and not _has_content(thing)
    charge = charge_before(verb) if bare else []
    if not _is_of_attack(speech, thing, charge or said, bare or label is not None, fights, blamed):
        return
    confidence = 0.85 if blamed else 0.7
    if label and not (bare and lemma in ("accusation", "allegation", "charge")):
        words = Words(speech, said, cast, blamed)
        yield _rejection(speech, replace(sign_of_label(words, label), confidence=confidence), content)
        if bare or not any(token.lemma_.lower().startswith(W.ACT_STEMS) for token in said):
            return
    reach = reach_of(verb, without_asides(charge or said))
    for component in _components(thing, charge or said, bare and not charge):
        aimed = component == "target" and aimed_at(said)
        form: DenialForm = "notIntended" if aimed else FORMS[component]
        yield _rejection(speech, Sign(component, form, f"verb {speech.lemma}", reach, confidence), content)


def _has_content(thing: Token) -> bool:
    """Whether it is told what the accusation says."""
    if thing.pos_ == "PRON":
        return False
    if thing.lemma_.lower() in W.ATTACK_NOUNS or thing.tag_ == "VBG" or thing.lemma_.lower() in W.ANSWERABLE:
        return True
    if any(child.dep_ in ("acl", "relcl", "ccomp") for child in thing.children):
        return True
    return any(
        child.dep_ == "prep"
        and child.lower_ in ("of", "about", "in", "over")
        and not any(one.lemma_.lower() in ("event", "incident") for one in child.children)
        for child in thing.children
    )


def _components(thing: Token | None, said: Sequence[Token], empty: bool) -> list[Component]:
    """What is rejected; by the noun alone where it has no content."""
    lemma = thing.lemma_.lower() if thing is not None else ""
    if lemma in ("toll", "figure", "count", "estimate", "number"):
        return ["casualties"]
    if empty and lemma in ("report", "statement", "story", "criticism", "conclusion", "finding", "version", "assertion"):
        return ["credibility"]
    return components_of(said)


def _is_in_court(thing: Token | None) -> bool:
    """`Denied the charges`: those of a court."""
    return thing is not None and thing.lower_ == "charges" and not _has_content(thing)


def _of_others(speaker: Party, thing: Token | None, cast: Cast, fights: bool) -> bool:
    """Whether one who is not accused rejects what another says in its own defence."""
    if not fights and speaker.kind in ("MonitoringGroup", "HumanitarianOrganisation", "IntergovernmentalOrganisation", "NewsPublisher"):
        return True
    owner = next((child for child in thing.children if child.dep_ == "poss"), None) if thing is not None else None
    party = cast.party(owner) if owner is not None and owner.pos_ == "PROPN" else None
    return party is not None and is_fighting(party, cast)


def _is_of_attack(speech: Speech, thing: Token | None, said: Sequence[Token], bare: bool, fights: bool, blamed: bool) -> bool:
    """Whether it is an attack, or a part in it, that is rejected."""
    lemma = thing.lemma_.lower() if thing is not None else ""
    clause = thing is None or thing.tag_ == "VBG" or any(one.dep_ in ("ccomp", "xcomp") for one in speech.cue.children)
    charged = lemma in W.ACCUSATION_NOUNS or lemma in W.ATTACK_NOUNS or lemma in W.KILL or lemma in W.CASUALTY or lemma in W.ANSWERABLE
    if not (charged or clause or (thing is not None and (thing.pos_ == "PRON" or is_said(thing)))):
        return False
    of_force = any(token.lemma_.lower().startswith(W.ACT_STEMS) or token.lower_.startswith(W.ACT_STEMS) for token in said)
    head = next((one for one in said if one.pos_ == "VERB" and not one.dep_.startswith("aux")), None)
    if head is not None and head.lemma_.lower() in W.OTHER_ACTS:
        return False
    if bare:
        return of_force or fights
    return of_force if clause or not blamed else of_force or lemma in W.ANSWERABLE or lemma in ("accusation", "allegation", "charge")


def _called(doc: Doc, cast: Cast, accused: frozenset[str]) -> Iterator[Rejection]:
    """`Called the report a lie`: accusations that are called names, by a verb that is none of speech."""
    for verb in doc:
        if verb.lemma_.lower() in ("describe", "call", "defend") and _lawful(verb):
            for speaker in speakers_of(verb, cast):
                if cast.side(speaker) & accused:
                    speech = Speech(speaker, verb, frozenset(), f"verb {verb.lemma_.lower()}")
                    yield _rejection(speech, Sign("lawfulness", "lawful", "called lawful"), frozenset())
    for word, token, target in labels_in(list(doc)):
        verb = target.head if target is not None and target.dep_ in ("dobj", "nsubj") else None
        if verb is None or not is_said(target) or verb.lemma_.lower() not in W.LABEL_VERBS or verb.lemma_.lower() in W.DENY_VERBS:
            continue
        if has_negation(verb) or token.i < verb.i:
            continue
        for speaker in speakers_of(verb, cast):
            blamed = bool(cast.side(speaker) & accused)
            content = frozenset(one.i for one in verb.subtree if one.i >= verb.i)
            speech = Speech(speaker, verb, content, f"verb {verb.lemma_.lower()}")
            if blamed or (is_fighting(speaker, cast) and target is not None and target.lemma_.lower() in W.ACCUSATION_NOUNS):
                words = Words(speech, [], cast, blamed)
                for sign in (sign_of_label(words, word), *what_is_called(words, target)):
                    yield _rejection(speech, sign, content)


def _spoken_out(found: Sequence[Rejection]) -> Iterator[Rejection]:
    """The denials without those that lie in labels where the same sentence denies in so many words."""
    plain = {(one.speech.speaker.key, one.speech.cue.sent.start) for one in found if one.method == "repeated denial"}
    for one in found:
        if (one.speech.speaker.key, one.speech.cue.sent.start) not in plain or not one.method.startswith("label"):
            yield one


def _again(gap: Gap, before: Sequence[Rejection], cast: Cast) -> Iterator[Rejection]:
    """What was denied last by the same side, where that is said again."""
    side = cast.side(gap.speech.speaker)
    here = gap.speech.cue.sent
    theirs = [one for one in before if not one.mute and side & cast.side(one.speech.speaker) and one.speech.cue.sent != here]
    for one in (one for one in theirs if one.speech.cue.sent == theirs[-1].speech.cue.sent):
        yield replace(one, speech=gap.speech, content=frozenset(), method="repeated denial", confidence=0.6)


def told_twice(denied: Sequence[tuple[int, Rejection]], titles: int, cast: Cast) -> list[tuple[int, Rejection]]:
    """The denials with those of the headline mute that the text tells again, and those that the lead sums up."""
    return [
        (number, replace(one, mute=True) if _is_summary(number, one, denied, titles, cast) else one) for number, one in denied
    ]


def _is_summary(number: int, one: Rejection, denied: Sequence[tuple[int, Rejection]], titles: int, cast: Cast) -> bool:
    if number > titles or one.mute:
        return False
    side = cast.side(one.speech.speaker)
    later = [
        other
        for place, other in denied
        if place > number and not other.mute and (side & cast.side(other.speech.speaker) or number < titles)
    ]
    if number < titles:
        return any(other.component == one.component or side & cast.side(other.speech.speaker) for other in later)
    summed_up = one.speech.lemma not in W.DENY_VERBS and one.speech.speaker.kind == "UnnamedSource"
    return summed_up and any(other.component == one.component for other in later)


def _lawful(verb: Token) -> bool:
    """`Described the strike as a legitimate action`."""
    said = " ".join(token.lower_ for token in verb.subtree if token.i > verb.i)
    return any(phrase in said for phrase in W.LAWFUL)


def _of_gap(gap: Gap, doc: Doc) -> Iterator[Rejection]:
    """What is denied by a verb or noun of denial that stands beside it."""
    speech = gap.speech
    said = [doc[i] for i in sorted(speech.content)]
    doubting = speech.lemma in ("question", "challenge", "doubt", "query")
    if not doubting and not any(token.lemma_.lower().startswith(W.ACT_STEMS) for token in said):
        return
    if doubting and not any(token.lemma_.lower() in ("toll", "figure", "number", "count") for token in said):
        yield _rejection(speech, Sign("evidence", "burdenOfProof", speech.method), speech.content, outside=True)
        return
    reach: Reach = reach_of(speech.cue, without_asides(said))
    for component in components_of(said):
        yield _rejection(speech, Sign(component, FORMS[component], speech.method, reach, 0.65), speech.content, outside=True)


