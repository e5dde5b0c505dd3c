"""Denials and their siblings: who rejects which component of what, by which form, of one event or in general; who stays silent; who admits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.parties import Cast, Party, country_of
from kg.extraction.speech import Speech, Speeches
from kg.terms import ComponentKind, DenialForm

Component = Literal[
    "occurrence", "attacker", "target", "target_nature", "casualties", "weapon", "intent", "lawfulness", "evidence", "credibility"
]
CLASS_OF: dict[Component, ComponentKind] = {
    "occurrence": "OccurrenceClaim", "attacker": "AttackerClaim", "target": "TargetClaim", "target_nature": "TargetClaim", "casualties": "CasualtyClaim",
    "weapon": "WeaponClaim", "intent": "IntentClaim", "lawfulness": "LawfulnessClaim", "evidence": "EvidenceClaim", "credibility": "CredibilityClaim",
}  # fmt: skip
_FORM: dict[Component, DenialForm] = {
    "occurrence": "noSuchEvent", "attacker": "notOurAct", "target": "noSuchTarget", "target_nature": "relabelledTarget", "casualties": "noCivilianHarm",
    "weapon": "literal", "intent": "notIntended", "lawfulness": "lawful", "evidence": "burdenOfProof", "credibility": "sourceDiscredited",
}  # fmt: skip
_GENERAL = frozenset({"repeatedly", "consistently", "previously", "always", "routinely", "long", "persistently", "ever", "never", "any", "such", "all", "steadfastly", "strenuously"})
_OF_OTHER_THINGS = frozenset({"ceasefire", "offer", "proposal", "plan", "call", "deal", "request", "demand", "bail", "interpretation", "idea", "invitation", "entry", "access", "visa", "appeal", "resolution", "talk", "talks", "truce", "rule", "law", "right", "permission", "peace", "negotiation", "notion", "people", "man", "government"})


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


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody was asked and did not answer."""

    who: Party
    token: Token


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
    verb = speech.cue
    if any(child.dep_ == "neg" for child in verb.children):
        return
    objects = [child for child in verb.children if child.dep_ in ("dobj", "ccomp", "xcomp", "nsubjpass")]
    content = speech.content
    text = _text(doc, content)
    thing = next((child for child in objects if child.dep_ in ("dobj", "nsubjpass")), None)
    if thing is not None and thing.lemma_.lower() in _OF_OTHER_THINGS:
        return
    clause = any(child.dep_ in ("ccomp", "xcomp") for child in objects) or (thing is not None and thing.tag_ == "VBG")
    charged = thing is not None and (thing.lemma_.lower() in W.ACCUSATION_NOUNS or thing.lemma_.lower() in W.ATTACK_NOUNS)
    if not (charged or clause or (thing is not None and thing.pos_ == "PRON")):
        if not (blamed and thing is not None and thing.tag_ == "VBG"):
            return
    if speech.lemma in ("reject", "dismiss", "dispute", "contradict") and not blamed and not (charged and any(word in text for word in _ACTS)):
        return
    if not blamed and not any(word in text for word in _ACTS) and not charged:
        return
    general = _is_general(verb, doc, content)
    for component in _components(text, default="attacker"):
        yield Rejection(speech, component, _FORM[component], general, content, f"verb {speech.lemma}", 0.85 if blamed else 0.7)


_ACTS = ("attack", "strike", "bomb", "hit", "target", "kill", "shell", "raid", "involve", "responsib", "role", "behind", "carried", "carry", "use", "fire", "weapon", "missile", "civilian", "crime", "massacre", "explosion", "blast", "casualt")


def _text(doc: Doc, content: frozenset[int]) -> str:
    return " ".join(doc[i].lower_ for i in sorted(content))


def _is_general(verb: Token, doc: Doc, content: frozenset[int]) -> bool:
    """Whether it speaks of no attack in particular."""
    words = {child.lower_ for child in verb.children} | {doc[i].lower_ for i in content}
    for i in content:
        token = doc[i]
        if token.lemma_.lower() in W.ATTACK_NOUNS | {"fire": "Attack"} and any(child.lower_ in ("the", "this", "that", "these", "those") for child in token.children) and token.tag_ != "VBG":
            return False
        if token.lemma_.lower() in W.SITES and token.lemma_.lower() not in W.WEAK_SITES and any(child.lower_ in ("the", "this") for child in token.children):
            return False
    if any(doc[i].ent_type_ in ("FAC",) for i in content):
        return False
    if _in_one_place(doc, content):
        return False
    if words & _GENERAL and not words & {"involvement", "responsibility", "role"}:
        return True
    civilian = bool(words & {"civilian", "civilians", "civilian-populated"})
    progressive = any(doc[i].tag_ == "VBG" for i in content)
    return civilian and (progressive or any(doc[i].tag_ == "NNS" for i in content)) and not any(doc[i].ent_type_ in ("GPE",) and doc[i].dep_ == "dobj" for i in content)


def _in_one_place(doc: Doc, content: frozenset[int]) -> bool:
    """Whether the words are about a town or a province, or `the city` that was spoken of."""
    for i in content:
        token = doc[i]
        if token.dep_ == "pobj" and token.head.lower_ in ("in", "on", "at", "near"):
            if token.lemma_.lower() in ("city", "town", "village", "hospital", "school", "province", "district"):
                return token.tag_ in ("NN", "NNP")
            if token.ent_type_ == "GPE" and country_of(token) is None:
                return True
    return False


def _components(text: str, default: Component) -> list[Component]:
    """What the words reject."""
    has = lambda *words: any(word in text for word in words)  # noqa: E731
    if has("war crime", "international law", "humanitarian law", "laws of war", "rules of engagement"):
        return ["lawfulness"]
    if has("deliberate", "intention", "on purpose", "purposely"):
        return ["intent"]
    if has("cluster", "chemical", "phosphorus", "barrel bomb", "napalm", "sarin", "chlorine", "incendiary", "nerve agent", "thermobaric"):
        return ["weapon"]
    if has("took place", "taken place", "happened", "occurred", "existence of"):
        return ["occurrence"]
    if has("civilian casualt", "killed civilian", "killing civilian", "kill civilian", "civilians were killed", "civilian death", "killed any civilian", "harmed civilian", "killed in"):
        return ["target", "casualties"] if has("target", "bomb", "hit") else ["casualties"]
    if has("civilian", "hospital", "school", "market", "mosque", "church", "residential", "medical", "convoy") and has("target", "hitting", "hit ", "bombing", "bombed", "strik", "attack", "shell"):
        return ["target"] if has("civilian", "target") and not has("responsib", "involve") else ["attacker"]
    if has("civilian") and has("kill"):
        return ["casualties"]
    if has("incident"):
        return ["occurrence", "casualties"] if has("killing") else ["occurrence"]
    if has("toll", "casualt", "death", "number of"):
        return ["casualties"]
    return [default]


def _implicit(speech: Speech, doc: Doc) -> Iterator[Rejection]:
    """What one who is accused says that amounts to a denial."""
    content = speech.content
    text = f" {_text(doc, content)} "
    tokens = [doc[i] for i in sorted(content)]
    general = _is_general(speech.cue, doc, content)
    if any(f" {words} " in text for words in _LAWFUL) or re.search(r"in (?:full |strict )?(?:line|accordance|compliance|conformity|keeping) with (?:[\w-]+ ){0,3}law", text) or ("war crime" in text and _is_negated(tokens, ("crime", "amount", "be"))):
        yield Rejection(speech, "lawfulness", "lawful", general, content, "conformity with law", 0.7)
        return
    phrase = next((words for words in _DISCREDITING if words in text), None)
    if phrase:
        yield Rejection(speech, "credibility", "sourceDiscredited", general, content, f"label {phrase.strip()}", 0.65)
        return
    label = next((token for token in tokens if token.lower_ in W.LABELS and not any(child.dep_ == "neg" for child in token.head.children)), None)
    if label is not None and not _labels_else(label):
        form = W.FORMS_OF_LABELS.get(label.lower_, "sourceDiscredited")
        yield Rejection(speech, "evidence" if form == "burdenOfProof" else "credibility", form, True if general else False, content, f"label {label.lower_}", 0.65)
    if any(words in text for words in _NO_PROOF):
        yield Rejection(speech, "evidence", "burdenOfProof", general, content, "challenge of evidence", 0.65)
    negated = _negated_act(tokens)
    if negated is not None:
        components = _components(_text(doc, frozenset(one.i for one in negated.subtree)), default="attacker")
        unknowing = any(words in text for words in (" not aware", " unaware", " not know", " none of"))
        for component in ["intent"] if unknowing else components:
            yield Rejection(speech, component, _FORM[component], general, content, "negated act", 0.65)
    elif any(f" {words} " in text for words in ("by mistake", "mistakenly", "unintentional", "accidentally", "accident", "not intend", "not intended", "inadvertently", "not deliberate", "unintended")):
        yield Rejection(speech, "intent", "notIntended", general, content, "not intended", 0.6)
    only = any(f" {words} " in text for words in ("only", "exclusively", "solely", "purely"))
    if negated is None and (only or speech.lemma in ("claim", "insist", "maintain")) and "target" in text and any(words in text for words in ("terrorist", "militant", "military", "isis", "islamic state", "extremist", "fighters", "officials", "arms", "mercenar", "infrastructure")):
        yield Rejection(speech, "target_nature", "relabelledTarget", general or only, content, "other target", 0.6)


_DISCREDITING = (" information war", " information campaign", " information attack", " nothing specific", " nothing new", " smear campaign", " fake news", " propaganda", " media campaign", " so - called ", " false flag")
_LAWFUL = ("in accordance with international law", "in compliance with international law", "in line with international law", "complies with international law", "comply with international law", "in full conformity", "within the law", "in strict conformity", "in strict accordance", "legitimate target", "legitimate targets", "legitimate military target")
_NO_PROOF = (" no evidence", " no proof", " without evidence", " without proof", " any evidence", " any proof", " lack of evidence", " not a single fact", " no facts", " short of facts", " unsupported", " nothing to confirm", " no confirmation", " provide evidence", " provided evidence", " unable to confirm")


def _is_negated(tokens: Sequence[Token], lemmas: Sequence[str]) -> bool:
    return any(token.dep_ == "neg" and (token.head.lemma_.lower() in lemmas or any(child.lemma_.lower() in lemmas for child in token.head.subtree)) for token in tokens)


def _labels_else(label: Token) -> bool:
    """Whether the label is of something else than words: a false flag, lies in wait."""
    return label.lower_ == "lies" and label.pos_ == "VERB" or label.lower_ == "staged" and not any(one.lemma_.lower() in ("attack", "video", "evidence", "image", "scene", "provocation", "photo", "footage") for one in label.head.subtree)


def _negated_act(tokens: Sequence[Token]) -> Token | None:
    """The verb by which an act of force, or harm, is said not to have been: did not strike, were not used, killed no civilians."""
    for token in tokens:
        if token.dep_ == "neg" or (token.lower_ in ("no", "none", "nobody", "never", "neither") and token.pos_ in ("DET", "ADV", "PRON", "NOUN", "CCONJ")):
            verb = token.head
            while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
                verb = verb.head
            words = {one.lemma_.lower() for one in verb.subtree if one.i in {t.i for t in tokens}}
            lemma = verb.lemma_.lower()
            if lemma in _FORCE or (lemma in ("carry", "conduct", "use", "be", "have", "take", "launch", "perform", "make", "fly", "operate", "do", "cause", "involve", "see", "deploy") and words & (_FORCE | {"airstrike", "raid", "strike", "attack", "operation", "sortie", "flight", "aircraft", "warplane", "jet", "plane", "mission", "weapon", "missile", "casualty", "involvement", "responsibility", "munition", "force", "aviation", "shelling", "bombing", "involve"})):
                return verb
    return None


_FORCE = frozenset({"strike", "bomb", "hit", "target", "attack", "shell", "raid", "kill", "fire", "destroy", "bombard", "harm", "launch", "injure", "wound"})


def silences(doc: Doc, cast: Cast) -> list[Silence]:
    """Who did not answer when asked, or could not be reached."""
    found = []
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in ("comment", "respond", "reply", "answer") and token.pos_ == "VERB" and _not_done(token):
            subject = _asked(token)
        elif lemma == "reach" and any(child.dep_ == "neg" for child in token.children) and any(child.dep_ == "nsubjpass" for child in token.children):
            subject = next(child for child in token.children if child.dep_ == "nsubjpass")
        elif lemma == "available" and any(child.dep_ == "neg" for child in token.head.children) and "comment" in token.sent.text:
            subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
        else:
            continue
        party = cast.party(subject) if subject is not None else None
        if party:
            found.append(Silence(party, token))
    return found


def _not_done(verb: Token) -> bool:
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("decline", "refuse", "fail")


def _asked(verb: Token) -> Token | None:
    one = verb
    for _ in range(3):
        subject = next((child for child in one.children if child.dep_ == "nsubj"), None)
        if subject is not None:
            return subject
        if one.head == one:
            return None
        one = one.head
    return None
