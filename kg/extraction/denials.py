"""Denials in a document: who rejects which component of what, by which form, of one event or in general."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.components import FORMS, Component, components_of, is_general, text_of
from kg.extraction.speech import Speech, Speeches
from kg.terms import DenialForm


@dataclass(frozen=True, slots=True)
class Rejection:
    """A denial: its words of speech, the component that it rejects, its form, and whether it is a general one."""

    speech: Speech
    component: Component
    form: DenialForm
    general: bool
    content: frozenset[int]
    method: str
    confidence: float


def rejections(doc: Doc, speeches: Speeches, cast: Cast, accused: frozenset[str]) -> list[Rejection]:
    """The denials in a document; `accused` are those whom the article names as attackers, with those who speak for them."""
    found: list[Rejection] = []
    for speech in speeches.by_doc[id(doc)]:
        blamed = bool(cast.side(speech.speaker) & accused)
        if speech.lemma in W.DENY_VERBS and speech.cue.pos_ == "VERB":
            found += _explicit(speech, doc, blamed)
        elif blamed:
            found += _implicit(speech, doc)
    return list(_each_once(found))


def _each_once(found: Sequence[Rejection]) -> Iterator[Rejection]:
    seen: set[tuple[str, str, int]] = set()
    for one in found:
        key = one.speech.speaker.key, one.component, one.speech.cue.sent.start
        if key not in seen:
            seen.add(key)
            yield one


def _explicit(speech: Speech, doc: Doc, blamed: bool) -> Iterator[Rejection]:
    """What is rejected by a verb of denial: an accusation, or what a clause says."""
    verb, content = speech.cue, speech.content
    objects = [child for child in verb.children if child.dep_ in ("dobj", "ccomp", "xcomp", "nsubjpass")]
    thing = next((child for child in objects if child.dep_ in ("dobj", "nsubjpass")), None)
    lemma = thing.lemma_.lower() if thing is not None else ""
    if _has_negation(verb) or lemma in W.OF_OTHER_THINGS:
        return
    text = text_of(doc, content)
    clause = any(child.dep_ in ("ccomp", "xcomp") for child in objects) or (thing is not None and thing.tag_ == "VBG")
    charged = lemma in W.ACCUSATION_NOUNS or lemma in W.ATTACK_NOUNS
    if not (charged or clause or (thing is not None and thing.pos_ == "PRON")):
        return
    if not blamed:
        of_force = any(word in text for word in W.ACT_STEMS)
        weak = speech.lemma in ("reject", "dismiss", "dispute", "contradict")
        if not (charged and of_force if weak else charged or of_force):
            return
    general = is_general(verb, doc, content)
    for component in components_of(text):
        yield Rejection(speech, component, FORMS[component], general, content, f"verb {speech.lemma}", 0.85 if blamed else 0.7)


def _implicit(speech: Speech, doc: Doc) -> Iterator[Rejection]:
    """What one who is accused says that amounts to a denial."""
    content = speech.content
    text = f" {text_of(doc, content)} "
    tokens = [doc[i] for i in sorted(content)]
    general = is_general(speech.cue, doc, content)

    def rejection(component: Component, form: DenialForm, method: str, confidence: float = 0.65) -> Rejection:
        return Rejection(speech, component, form, general, content, method, confidence)

    if _pleads_law(text, tokens):
        yield rejection("lawfulness", "lawful", "conformity with law", 0.7)
        return
    phrase = next((words for words in W.DISCREDITING if f" {words}" in text), None)
    if phrase:
        yield rejection("credibility", "sourceDiscredited", f"label {phrase}")
        return
    label = next((token for token in tokens if token.lower_ in W.LABELS and not _has_negation(token.head)), None)
    if label is not None and not _labels_else(label):
        form = W.FORMS_OF_LABELS.get(label.lower_, "sourceDiscredited")
        yield rejection("evidence" if form == "burdenOfProof" else "credibility", form, f"label {label.lower_}")
    if any(f" {words}" in text for words in W.NO_PROOF):
        yield rejection("evidence", "burdenOfProof", "challenge of evidence")
    negated = _negated_act(tokens)
    if negated is not None:
        unknowing = any(words in text for words in (" not aware", " unaware", " not know", " none of"))
        said = frozenset(one.i for one in negated.subtree)
        components: list[Component] = ["intent"] if unknowing else components_of(text_of(doc, said))
        for component in components:
            yield rejection(component, FORMS[component], "negated act")
        return
    if any(f" {words} " in text for words in W.BY_ACCIDENT):
        yield rejection("intent", "notIntended", "not intended", 0.6)
    only = any(f" {words} " in text for words in ("only", "exclusively", "solely", "purely"))
    if (
        (only or speech.lemma in ("claim", "insist", "maintain"))
        and "target" in text
        and any(words in text for words in W.MILITARY_TARGETS)
    ):
        yield Rejection(speech, "target_nature", "relabelledTarget", general or only, content, "other target", 0.6)


def _pleads_law(text: str, tokens: Sequence[Token]) -> bool:
    if any(f" {words} " in text for words in W.LAWFUL) or _WITH_LAW.search(text):
        return True
    return "war crime" in text and _is_negated(tokens, ("crime", "amount", "be"))


_WITH_LAW = re.compile(r"in (?:full |strict )?(?:line|accordance|compliance|conformity|keeping) with (?:[\w-]+ ){0,3}law")


def _has_negation(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children)


def _is_negated(tokens: Sequence[Token], lemmas: Sequence[str]) -> bool:
    return any(
        token.dep_ == "neg"
        and (token.head.lemma_.lower() in lemmas or any(child.lemma_.lower() in lemmas for child in token.head.subtree))
        for token in tokens
    )


def _labels_else(label: Token) -> bool:
    """Whether the label is of something else than words: a false flag, lies in wait."""
    return (label.lower_ == "lies" and label.pos_ == "VERB") or (
        label.lower_ == "staged"
        and not any(
            one.lemma_.lower() in ("attack", "video", "evidence", "image", "scene", "provocation", "photo", "footage")
            for one in label.head.subtree
        )
    )


def _negated_act(tokens: Sequence[Token]) -> Token | None:
    """The verb by which an act of force, or harm, is said not to have been: did not strike, were not used, killed no civilians."""
    for token in tokens:
        if token.dep_ == "neg" or (
            token.lower_ in ("no", "none", "nobody", "never", "neither") and token.pos_ in ("DET", "ADV", "PRON", "NOUN", "CCONJ")
        ):
            verb = token.head
            while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
                verb = verb.head
            words = {one.lemma_.lower() for one in verb.subtree if one.i in {t.i for t in tokens}}
            lemma = verb.lemma_.lower()
            if lemma in W.FORCE or (lemma in W.LIGHT_VERBS and words & (W.FORCE | W.FORCE_NOUNS)):
                return verb
    return None
