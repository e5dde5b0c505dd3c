"""Denials by a verb of denial: what is its object or its clause."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.accused import charge_before, is_fighting
from kg.extraction.answered import answers_attack, answers_claim, answers_toll, last_charge, tells_near
from kg.extraction.cast import Cast
from kg.extraction.components import FORMS, Component, aimed_at, components_of, without_asides
from kg.extraction.deeds import tells_of_deed
from kg.extraction.gaps import TRUSTWORTHY
from kg.extraction.hearsay import is_boast
from kg.extraction.labels import labels_in, sign_of_label
from kg.extraction.naming import country_of, joint_countries
from kg.extraction.negations import is_about_own
from kg.extraction.party import Party
from kg.extraction.phrases import behind
from kg.extraction.polarity import (
    has_negation,
    is_conditional,
    is_left_open,
    is_neither,
    is_undecided,
    objects_of,
    tells_of_act,
)
from kg.extraction.reach import own_materiel, reach_of
from kg.extraction.rejected import CHARGES, REFUSING, WEIGHTY, breaks_truce, is_denial, is_of_attack
from kg.extraction.rejection import Rejection, muted, rejection
from kg.extraction.said import is_parted, is_said
from kg.extraction.signs import Sign, Words
from kg.extraction.sites import site_of
from kg.extraction.speech import Speech
from kg.extraction.undone import did_so
from kg.terms import DenialForm


def explicit(
    speech: Speech, doc: Doc, cast: Cast, blamed: bool, docs: Sequence[Doc] = (), boast: frozenset[int] = frozenset()
) -> Iterator[Rejection]:
    """What is rejected by a verb of denial: an accusation, or what a clause says.

    `docs` stand before, where it may be told; a `boast` is what an enemy has just said to have done.
    """
    verb, content = speech.cue, speech.content
    objects = [child for child in objects_of(verb) if not is_parted(child, verb)]
    thing = next((child for child in objects if child.dep_ in ("dobj", "nsubjpass")), None)
    lemma = thing.lemma_.lower() if thing is not None else ""
    undone = any(rule(verb) for rule in (is_left_open, is_conditional, is_neither, is_undecided))
    notion = thing is not None and lemma in ("idea", "notion", "interpretation") and _tells_what_was(thing, cast, speech.speaker)
    if undone or _is_of_idea(thing) or (lemma in W.OF_OTHER_THINGS | {"denial"} and not notion):
        return
    if lemma in TRUSTWORTHY and blamed:
        yield rejection(speech, Sign("credibility", FORMS["credibility"], "doubts credibility"), content)
        return
    fights = blamed or is_fighting(speech.speaker, cast)
    if _is_in_court(thing) and not tells_of_deed(charge_before(verb, speech.speaker, cast)):
        return
    if not blamed and verb.lemma_.lower() in REFUSING and lemma in W.ANSWERABLE:
        return  # dismissed the connection that others see
    if not blamed and _of_others(speech.speaker, thing, cast, fights):
        return
    label = next((one.word for one in labels_in(list(verb.sent)) if one.target is not None and one.target in objects), None)
    if not is_denial(verb, thing, label):
        return
    said = [one for child in objects for one in child.subtree if one.i in content] or [doc[i] for i in sorted(content)]
    bare = len(objects) == 1 and (did_so(objects[0]) or (thing is not None and not _has_content(thing)))
    charge = last_charge(verb, docs) if bare and lemma in CHARGES else []
    charge = charge or (charge_before(verb, speech.speaker, cast, docs if is_said(thing) else ()) if bare else [])
    support = fights and _helps_fighters(charge or said)
    if charge and not tells_of_deed(charge) and not support:
        return  # accused of something else
    if bare and not blamed and is_said(thing) and _accuses(verb):
        yield muted(speech)  # rejects what the accused say
        return
    if bare and (lemma == "claim" and answers_claim(verb, docs)):
        yield muted(speech)  # that it was those who claim it
        return
    if bare and lemma in ("remark", "comment", "speech") and not (charge or label or _after_accusation(verb)):
        return
    if bare and boast and is_said(thing):
        if not any(child.dep_ == "advcl" and child.lemma_.lower() in W.SAY for child in verb.children):
            yield rejection(speech, Sign("occurrence", FORMS["occurrence"], "boast rejected", confidence=0.6), boast, outside=True)
        else:
            yield muted(speech)
        return
    if support:
        yield rejection(speech, Sign("other", "literal", f"verb {speech.lemma}, support", "general", 0.6), content)
        return
    if knowing := _knowing(verb):
        if fights:
            component: Component = "intent" if any(one.dep_ == "ccomp" for one in knowing.children) else "attacker"
            yield rejection(speech, Sign(component, FORMS[component], "denies knowing", confidence=0.7), content)
        return
    told_before = (lemma in WEIGHTY and tells_near(verb, docs)) or answers_attack(verb, docs, bool(charge))
    charge = charge if told_before else []
    if bare and lemma in ("figure", "number", "count", "estimate") and not answers_toll(verb, docs):
        return
    others = any(one.lemma_.lower() in ("stockpile", "arsenal", "plot", "conspiracy") for one in said)
    if others and not any(map(tells_of_act, said)):
        return  # that they still have such arms, or plotted
    if not is_of_attack(speech, thing, charge or without_asides(said), bare, fights, blamed, told_before):
        return
    confidence = 0.85 if blamed else 0.7
    if label and not (bare and lemma in ("accusation", "allegation", "charge")):
        words = Words(speech, said, cast, blamed)
        yield rejection(speech, replace(sign_of_label(words, label), confidence=confidence), content)
        if bare or not any(map(tells_of_act, said)):
            return
    truce = any(map(breaks_truce, said)) and not any(map(tells_of_act, said))
    reach = "general" if truce else reach_of(verb, without_asides(charge or said))
    otherwise: list[Component] = ["casualties"] if bare and _counts_otherwise(verb) else []
    boasted = thing is not None and is_boast(thing, cast, speech.speaker)
    own = is_about_own(said, cast, speech.speaker) if boasted else True
    if own is False:
        yield muted(speech)
        return
    lost = _is_own_loss(said, cast, speech.speaker)
    struck = _struck_elsewhere(verb, said)
    for found in otherwise or _components(thing, charge or said, bare and not charge):
        found = "target" if found == "attacker" and struck else found
        component = "occurrence" if found == "attacker" and (own is None or lost) else found
        aimed = component == "target" and aimed_at(said)
        form: DenialForm = "notIntended" if aimed else "literal" if component == "target_nature" else FORMS[component]
        method = OWN_LOSS if lost and component == "occurrence" else f"verb {speech.lemma}"
        yield rejection(speech, Sign(component, form, method, reach, confidence), content)


def _is_of_idea(thing: Token | None) -> bool:
    """Whether `it` is a proposal or the like, which the sentence is about: the idea was shot down, and he rejected it again."""
    if thing is None or thing.lower_ != "it":
        return False
    subjects = [one for one in thing.sent if one.dep_ in ("nsubj", "nsubjpass") and one.i < thing.i and one.pos_ == "NOUN"]
    return bool(subjects) and subjects[0].lemma_.lower() in W.OF_OTHER_THINGS


def _struck_elsewhere(verb: Token, said: Sequence[Token]) -> bool:
    """Whether they say in the same breath that they struck, so that it is the site that they reject: hit a base, but no school."""
    says = verb.head
    if verb.dep_ != "conj" or says.lemma_.lower() not in W.PLAIN_SAY | W.ADMIT or not any(map(site_of, said)):
        return False
    clauses = (child for child in says.rights if child.dep_ == "ccomp" and child.i < verb.i)
    struck = (one for one in clauses if one.lemma_.lower() in W.ATTACK_VERBS and not has_negation(one))
    return any(child.lower_ in ("it", "they", "we") for one in struck for child in one.lefts if child.dep_ == "nsubj")


def _tells_what_was(thing: Token, cast: Cast, speaker: Party) -> bool:
    """Whether the idea that is rejected is that the speaker's own side did something: the notion that its planes had hit it."""
    clauses = [child for child in thing.rights if child.dep_ in ("acl", "ccomp", "relcl") and child.tag_ in ("VBD", "VBN")]
    return any(is_about_own(list(clause.subtree), cast, speaker) for clause in clauses)


def _accuses(verb: Token) -> bool:
    """Whether who rejects it says in the same breath that there was an attack, of others: rejects it and says the rebels did it."""
    says = [one for one in verb.conjuncts if one.i > verb.i and one.lemma_.lower() in W.SAY]
    says = [one for one in says if not any(child.dep_ == "nsubj" for child in one.lefts)]
    told = [word for one in says for child in one.rights if child.dep_ == "ccomp" for word in child.subtree]
    return any(map(tells_of_act, told)) and not any(map(has_negation, told))


def _after_accusation(verb: Token) -> bool:
    """Whether somebody told of an attack in the sentence before."""
    before = verb.sent[0].nbor(-1).sent if verb.sent.start else ()
    return any(one.lemma_.lower() in W.SAY for one in before) and any(map(tells_of_act, before))


_HELP = frozenset({
    "support", "back", "aid", "arm", "assist", "supply", "fund", "finance", "train", "sponsor", "shelter", "harbour", "harbor",
    "equip",
})  # fmt: skip
_GIVEN = frozenset({"send", "provide", "give", "supply", "deliver", "ship", "smuggle"})
_ARMED = frozenset({
    "group", "movement", "force", "terrorism", "terror", "insurgency", "rebellion", "faction", "side", "army", "violence",
    "militancy",
})  # fmt: skip


def _helps_fighters(said: Sequence[Token]) -> bool:
    """Whether the first thing told is that somebody helps those who fight: arming rebels, providing weapons to militants."""
    verb = next((token for token in said if token.pos_ == "VERB" and token.lemma_.lower() not in ("have", "be")), None)
    if verb is None or verb.lemma_.lower() not in _HELP | _GIVEN:
        return False
    below = [one for child in verb.children if child.dep_ in ("dobj", "dative", "prep") for one in child.subtree]
    whole = verb.head if verb.dep_ == "amod" else verb  # of supporting rebels
    lemmas = {one.lemma_.lower() for one in whole.subtree}
    fighting = bool(lemmas & (W.REBELS | _ARMED)) or any(one.pos_ == "PROPN" and one.ent_type_ not in ("DATE",) for one in below)
    arms = bool(lemmas & (W.WEAPON_NOUNS.keys() | {"weapon", "arm", "troop", "soldier", "fighter"}))
    return (fighting and verb.lemma_.lower() in _HELP) or (arms and verb.lemma_.lower() in _GIVEN)


def _knowing(verb: Token) -> Token | None:
    """What is denied, where it is having known: denied knowing that it was a clinic, denied all knowledge of the attack."""
    for child in verb.rights:
        if child.dep_ in ("xcomp", "dobj", "ccomp") and child.lemma_.lower() in ("know", "knowledge", "realise", "realize"):
            return child
        if child.lemma_.lower() == "have" and child.dep_ == "xcomp":
            return next((one for one in child.children if one.lemma_.lower() == "knowledge"), None)
    return None


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
    if lemma in W.TOLL_NOUNS:
        return ["casualties"]
    if empty and lemma in _ACCOUNTS:
        return ["credibility"]
    return components_of(said)


_ACCOUNTS = frozenset({
    "report", "statement", "story", "criticism", "conclusion", "finding", "version", "assertion", "assessment",
})  # fmt: skip


def _counts_otherwise(verb: Token) -> bool:
    """`Denied the claims, saying that the toll was nearer to 150`."""
    return any(
        one.lemma_.lower() in ("toll", "casualty") or (one.like_num and one.head.lemma_.lower() in W.PEOPLE)
        for child in verb.children
        if child.dep_ == "advcl" and child.lemma_.lower() in W.SAY
        for one in child.subtree
    )


_FOR_ANOTHER = W.ANSWERABLE - {"relation", "connection", "part", "hand", "link", "blame"} | {"charge", "accusation", "allegation"}
"""What one who fights rejects for an ally, too: charges against it, its guilt."""


def _of_others(speaker: Party, thing: Token | None, cast: Cast, fights: bool) -> bool:
    """Whether one who is not accused rejects what another says in its own defence."""
    watching = ("MonitoringGroup", "HumanitarianOrganisation", "IntergovernmentalOrganisation", "NewsPublisher")
    if not fights and speaker.kind in watching:
        return True
    if thing is not None and thing.lemma_.lower() in _FOR_ANOTHER and fights:
        return False
    owner = next((child for child in thing.children if child.dep_ == "poss"), None) if thing is not None else None
    party = cast.party(owner) if owner is not None and owner.pos_ == "PROPN" else None
    if party is None and not fights and thing is not None and joint_countries(thing):
        return thing.lemma_.lower() in W.ACCUSATION_NOUNS
    return party is not None and is_fighting(party, cast)


def _is_in_court(thing: Token | None) -> bool:
    """`Denied the charges`: those of a court."""
    return thing is not None and thing.lower_ == "charges" and not _has_content(thing)


def _is_own_loss(said: Sequence[Token], cast: Cast, speaker: Party) -> bool:
    """Whether it is their own arms or troops of which somebody denies that they were hit: that one of its jets had been downed."""
    side = cast.side(speaker)
    for token in said:
        down = any(one.dep_ == "prt" and one.lower_ == "down" for one in token.head.rights)
        struck = token.dep_ in ("nsubjpass", "dobj") and (down or token.head.lemma_.lower() in _LOST)
        if struck and (own_materiel(token) or token.lower_ in ("one", "any", "some", "none")):
            near = [*token.lefts, *(one for thing in behind(token, "of") for one in thing.lefts)]
            theirs = any(cast.names.states[code] in side for one in near if (code := country_of(one)))
            return theirs or token.head.lemma_.lower() == "lose" or any(one.lower_ in ("its", "their", "our") for one in near)
    return False


OWN_LOSS = "verb deny, own loss"
"""The rule by which somebody denies that others hit what is theirs."""
_LOST = W.FORCE | W.HITTING | W.KILL | W.INJURE | {"down", "shoot", "lose", "capture"}
