"""The words that tell of an attack, and of what kind it is."""

from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import held_to_account
from kg.extraction.devices import arms_named, device_kind
from kg.extraction.doers import fired_from
from kg.extraction.downing import downed, is_aircraft, is_shooting_down
from kg.extraction.extent import is_campaign
from kg.extraction.fighting import fires_at, ground_kind, is_force, is_under_way, strikes_at
from kg.extraction.killings import is_of_somebody
from kg.extraction.mentions import Act, is_headline_verb, is_verb, is_verbal_noun, kind_words, patient_of
from kg.extraction.mishaps import MATTERS, by_nature, is_mishap, is_search, with_words
from kg.extraction.naming import country_of, is_materiel
from kg.extraction.peaceful import is_into_the_sea, with_sanctions
from kg.extraction.phrases import around, behind
from kg.extraction.pointing import is_another, is_told_of_it, points_back
from kg.extraction.violence import violent_kind
from kg.extraction.whose import is_side
from kg.extraction.wielding import wielded_kind
from kg.terms import EventKind

_FUNCTION_WORDS: Final = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "ADV", "SPACE"})


def act_of(token: Token, number: int) -> Act | None:
    """The mention of an attack that this word makes, if it does."""
    if token.pos_ in _FUNCTION_WORDS:
        return None
    if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "ADJ" and token.lower_ == "strike") or is_verbal_noun(token):
        kind = _noun_kind(token)
    elif token.pos_ == "VERB":
        kind = _verb_kind(token)
    else:
        kind = None
    kind = kind or device_kind(token) or ground_kind(token) or wielded_kind(token) or violent_kind(token)
    if kind is None or is_search(token):
        return None
    many = is_campaign(token, kind, title=number == 0)
    return Act(number, token, kind, many, points_back(token), another=is_another(token), same=is_told_of_it(token))


def _noun_kind(token: Token) -> EventKind | None:
    lemma = token.lower_ if is_verbal_noun(token) else token.lemma_.lower()
    if _is_hit_taken(token) or is_shooting_down(token):
        return "Attack"
    if is_headline_verb(token):
        return W.ATTACK_VERBS.get(lemma, "Attack")
    before = kind_words(token)
    if token.i and token.doc[token.i - 1].lower_ in W.ATTACK_MODIFIERS:
        before.append(token.doc[token.i - 1].lower_)
    if lemma == "fire" and W.FIRE_NOUNS.intersection(before):
        return "Shelling"
    if lemma == "fire" and _harms_by_fire(token):
        return "Attack"
    if lemma == "fire" and token.dep_ == "dobj" and token.head.lemma_.lower() == "open":
        return "GroundAttack"
    if lemma == "fire" and token.head.lower_ == "under" and token.head.head.lemma_.lower() in ("come", "be", "remain"):
        return None if _is_blame(token) else "Attack"
    if lemma.endswith("airstrike"):
        lemma = "airstrike"
    kind = W.ATTACK_NOUNS.get(lemma) or (W.ATTACK_NOUNS.get(lemma.removesuffix("s")) if is_verbal_noun(token) else None)
    if _is_one_of_the_worst(token):
        return None
    if lemma == "siege":
        return "GroundAttack" if _is_of_site(token) else None
    if lemma == "attempt" and "assassination" in before:
        return "Attack"
    if kind is None and lemma in ("wave", "hail"):
        return _of_arms(token)
    if kind is None or (lemma in ("explosion", "blast") and token.tag_ == "NNS" and not _shakes(token)):
        return None
    of_attack = token.head.lemma_.lower() in W.ATTACK_NOUNS
    if token.dep_ in ("compound", "amod", "nmod") and token.head.i == token.i + 1 and not of_attack:
        return None
    if token.dep_ in ("compound", "nmod") and token.head.i > token.i and of_attack:
        return None
    if lemma == "terror" or is_mishap(token):
        return None
    if lemma == "incident":
        told_as = [W.ATTACK_NOUNS[word] for word in before if word in W.ATTACK_NOUNS and word not in W.LIGHT_NOUNS]
        return told_as[0] if told_as else None
    if lemma in ("killing", "murder", "slaying", "beheading", "slaughter"):
        return "Attack" if is_of_somebody(token) else None
    told = next((W.ATTACK_MODIFIERS[word] for word in before if word in W.ATTACK_MODIFIERS), None)
    if lemma in W.LIGHT_NOUNS and (fired := _of_arms(token)):
        return fired
    if lemma in W.LIGHT_NOUNS:
        company = told or any(country_of(child) or child.lemma_.lower() in W.SITES for child in token.lefts)
        company = company or not {"military", "deadly", "nato", "coalition", "precision", "pinpoint"}.isdisjoint(before)
        objects = any(child.dep_ == "prep" and child.lower_ in ("on", "against") for child in token.children)
        if lemma in ("war", "blitz") and not told:
            return None
        if not (
            company
            or (objects and lemma in ("strike", "offensive"))
            or (lemma == "strike" and (_definite(token) or _harms(token) or _is_harmed_in(token) or _is_by_force(token)))
            or (lemma in ("offensive", "barrage") and (_definite(token) or any(map(is_side, token.lefts))))
            or (
                lemma.endswith("offensive")
                and (_is_led(token) or (token.dep_ == "dobj" and token.head.lemma_.lower() in W.CARRY_OUT))
            )
            or (lemma == "campaign" and any(child.lower_.endswith("-led") for child in token.lefts))
            or (lemma == "targeting" and (objects or any(child.lower_ == "of" for child in token.children)))
        ):
            return None
    return told if told and kind in ("Attack", "Bombing", "Campaign", "GroundAttack") and kind != "Campaign" else kind


def _is_blame(fire: Token) -> bool:
    """Whether those under fire are criticised: came under fire over the deaths, for its silence."""
    over = (one for one in (*fire.rights, *fire.head.head.rights) if one.lower_ in ("over", "for"))
    matters = (last for one in over for last in one.children if last.dep_ in ("pobj", "pcomp"))
    return any(one.ent_type_ not in _WHEN_OR_WHERE and one.lower_ not in ("time", "border", "frontier") for one in matters)


_WHEN_OR_WHERE: Final = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})


def _is_led(offensive: Token) -> bool:
    """Whether it is told whose or where an offensive is."""
    return any(
        child.lower_ in ("by", "from", "in", "on", "against")
        or child.dep_ == "poss"
        or (child.dep_ == "acl" and child.lemma_.lower() in W.CARRY_OUT and any(one.lower_ == "by" for one in child.children))
        for child in offensive.children
    )


def _of_arms(token: Token) -> EventKind | None:
    """The kind of attack that a barrage, a wave, a salvo of missiles or drones is."""
    return next((W.WEAPON_NOUNS[one.lemma_.lower()] for one in behind(token, "of") if one.lemma_.lower() in W.WEAPON_NOUNS), None)


def _shakes(token: Token) -> bool:
    """Whether several blasts are told of as what hit a place: explosions rocked the centre, blasts were reported in Lviv."""
    series = token.head.head
    if token.head.lower_ == "of" and series.lemma_.lower() in ("series", "string", "spate", "wave"):
        token = series
    verb = token.head
    known = any(child.lower_ in ("the", "twin", "two", "three") for child in token.lefts)
    if known and behind(token, "in", "at", "near", "outside"):
        return True
    if token.dep_ == "nsubj":
        return verb.lemma_.lower() in W.HITTING | W.KILL | W.INJURE | {"rock", "shake", "rattle"}
    if any(held_to_account(token)):
        return True  # claimed responsibility for the blasts
    reported = token.dep_ == "nsubjpass" and verb.lemma_.lower() in ("report", "hear")
    return reported and any(one.text[0].isupper() for one in around(verb, "in", "near"))


def _is_hit_taken(token: Token) -> bool:
    """Whether something is said to have been hit: took direct hits, suffered a hit."""
    direct = any(child.lower_ == "direct" for child in token.lefts)
    return token.lemma_.lower() == "hit" and token.dep_ == "dobj" and direct and token.head.lemma_.lower() in W.SUFFERED | {"take"}


def _is_one_of_the_worst(token: Token) -> bool:
    """Whether it only ranks what is told beside it: in one of the worst attacks of the war."""
    one = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    return one is not None and one.lower_ == "one" and any(child.tag_ in ("JJS", "RBS") for child in token.lefts)


def _harms(token: Token) -> bool:
    """Whether somebody is killed or something hit by what it names."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in W.KILL | W.INJURE | W.HITTING


def _is_by_force(strike: Token) -> bool:
    """Whether it is that of those who fight: another strike by regime forces."""
    return any(is_materiel(one) or one.lemma_.lower() in W.PERSONNEL | W.BANDS for one in behind(strike, "by"))


def _is_harmed_in(token: Token) -> bool:
    """Whether somebody is killed, or something destroyed, in what it names."""
    within = token.dep_ == "pobj" and token.head.lower_ in ("in", "by", "from", "during")
    return within and token.head.head.lemma_.lower() in W.KILL | W.INJURE | {"destroy", "damage", "demolish", "level", "flatten"}


def _harms_by_fire(fire: Token) -> bool:
    """Whether it is the fire of a country's forces that kills or hurts: Israeli fire killed two, wounded by Israeli fire."""
    theirs = any(country_of(child) or child.lower_ in ("army", "police", "soldier") for child in fire.lefts)
    by = fire.dep_ == "pobj" and fire.head.lower_ in ("by", "in", "from", "to", "under")
    return theirs and (_harms(fire) or (by and fire.head.head.lemma_.lower() in W.KILL | W.INJURE | {"succumb"}))


def _definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "this", "these", "those") for child in token.children) or token.tag_ == "NNS"


def _verb_kind(token: Token) -> EventKind | None:
    lemma = token.lemma_.lower()
    kind = W.ATTACK_VERBS.get(lemma)
    if lemma == "strike" and strikes_at(token):
        return "Attack"
    at: EventKind | None = "GroundAttack" if lemma in ("fire", "shoot") and fires_at(token) else None
    if lemma in ("fire", "drop", "use", "launch", "rain", "lob"):
        return _kind_by_weapon(token) or at
    if at:
        return at
    if is_shooting_down(token):
        patient = downed(token)
        before = token.doc[token.sent.start : token.i]
        meant = patient is not None and (is_aircraft(patient) or (patient.lower_ == "it" and any(map(is_aircraft, before))))
        return "Attack" if meant else None
    if kind is None or token.dep_ == "compound":
        return None
    if lemma in ("hit", "target", "strike", "punish") and with_sanctions(token):
        return None
    patient = patient_of(token)
    charge = token.head.head.lemma_.lower() in ("accuse", "suspect") and token.dep_ == "pcomp"
    if patient is None and lemma in W.STRONG_VERBS and (charge or is_under_way(token)):
        return kind
    if patient is None or (token.dep_ == "amod" and patient.lemma_.lower() not in W.SITES.keys() - W.WEAK_SITES):
        return None
    if with_words(token):
        return None
    subject = next((child for child in token.children if child.dep_ in ("nsubj", "agent")), None)
    if subject is not None and subject.dep_ == "agent":
        subject = next((child for child in subject.children if child.dep_ == "pobj"), None)
    if subject is not None and subject.lemma_.lower() in W.WEAPON_NOUNS and kind == "Attack":
        kind = W.WEAPON_NOUNS[subject.lemma_.lower()]
    if lemma in W.STRONG_VERBS and patient.pos_ in ("NOUN", "PROPN", "PRON"):
        return None if patient.lemma_.lower() in MATTERS or by_nature(token) else kind
    hit = patient.lemma_.lower()
    doer = token.head if token.dep_ == "acl" and token.tag_ == "VBG" else subject
    if lemma == "target" and doer is not None and doer.lemma_.lower() in ("sanction", "program", "programme", "project"):
        return None
    if hit == "target" and any(child.dep_ == "poss" for child in patient.lefts):
        return None
    by_force, by_arms = is_force(subject), subject is not None and is_materiel(subject)
    names_place = patient.ent_type_ in ("GPE", "LOC", "FAC") or (
        patient.pos_ == "PROPN" and (patient.ent_type_ in ("ORG", "NORP") or by_force)
    )
    if (
        hit in W.SITES
        or names_place
        or (hit in _HOLDABLE and by_force)
        or (
            by_arms
            and hit not in MATTERS
            and (lemma == "target" or patient.pos_ == "PRON" or _is_name(patient))
            and patient.pos_ in ("NOUN", "PRON")
        )
        or (kind == "GroundAttack" and by_force and patient.pos_ == "NOUN" and hit not in MATTERS)
        or (lemma in ("target", "terrorise", "terrorize") and (hit in W.PEOPLE or hit == "population"))
    ):
        return kind if not by_nature(token) else None
    return None


def _is_name(noun: Token) -> bool:
    """Whether it is a name that the parser takes for a noun, by its capital and its lack of an article: struck Homs."""
    return noun.text.istitle() and not list(noun.lefts)


_HOLDABLE: Final = frozenset({
    "capital", "region", "province", "island", "valley", "outpost", "garrison", "hill", "enclave", "boat", "car",
    "vehicle", "van", "minibus", "taxi", "motorcycle", "dinghy",
})  # fmt: skip
"""Stretches of land and vehicles that those who fight hit, beside sites."""


def _is_of_site(siege: Token) -> bool:
    """Whether a siege is that of a building: the hotel siege, the siege of the school; that of a town is a war's."""
    before = [child for child in siege.lefts if child.dep_ in ("compound", "nmod")]
    return any(W.SITES.get(one.lemma_.lower(), "Settlement") != "Settlement" for one in (*behind(siege, "of", "at"), *before))


def _kind_by_weapon(verb: Token) -> EventKind | None:
    """Firing missiles, dropping bombs, using munitions."""
    if is_into_the_sea(verb):
        return None
    weapons = [one for one in verb.children if one.dep_ in ("dobj", "nsubjpass") or (one.dep_ == "nsubj" and fired_from(verb))]
    weapons += [last for one in weapons if one.lower_ in W.COUNTED | W.MANY for last in behind(one, "of")]
    weapons += [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() != "use" else []
    kind = next((W.WEAPON_NOUNS[arms] for one in weapons if (arms := arms_named(one)) in W.WEAPON_NOUNS), None)
    return kind if verb.dep_ != "amod" else None


BY_MEANS: Final = ("in", "by", "with", "during", "through", "from")
"""Prepositions before the attack in which something was hit; `after` and `since` stand before another one."""


def is_doubled(token: Token, triggers: set[int]) -> bool:
    """Whether a verb tells of the attack that a noun beside it names: `air strikes hit a hospital`."""
    if not is_verb(token):
        return False
    if is_shooting_down(token) and any(child.i in triggers for child in token.children if child.dep_ in ("dobj", "nsubjpass")):
        return True
    if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "nsubj" and token.head.head.i in triggers:
        return True
    if _goes_on_about(token, triggers) or _is_means(token, triggers):
        return True
    for child in token.children:
        if child.dep_ == "nsubj" and (child.i in triggers or child.lower_ in ("which", "that")):
            return child.i in triggers or token.head.i in triggers
        by_means = child.dep_ == "agent" or child.lower_ in BY_MEANS
        if by_means and any(one.i in triggers and one.pos_ != "VERB" for one in child.children):
            return True
    return token.dep_ in ("relcl", "acl") and token.head.i in triggers


def _is_means(verb: Token, triggers: set[int]) -> bool:
    """Whether it tells how an attack told before was made: gassed them by firing rockets, accused of gassing them by firing."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "by" else verb
    phrases = (one for one in above.subtree if one.dep_ == "prep" and one != verb.head)
    of = (last for one in phrases for last in one.children if last.dep_ == "pcomp" and last.i < verb.i)
    return above != verb and (above.i in triggers or any(one.i in triggers for one in of))


def _goes_on_about(verb: Token, triggers: set[int]) -> bool:
    """Whether it is the second verb of what an attack did: the strike killed nine and destroyed a school."""
    if verb.dep_ != "conj" or verb.head.lemma_.lower() not in W.HITTING | W.KILL | W.INJURE:
        return False
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return not own and any(child.dep_ == "nsubj" and child.i in triggers for child in verb.head.children)
