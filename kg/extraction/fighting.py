"""Attacks on the ground: gunmen who storm, overrun and seize, shots that are fired, clashes that break out."""

from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import charged_by
from kg.extraction.naming import country_of, is_materiel, is_rebels
from kg.extraction.phrases import behind
from kg.extraction.placed import is_told_by_bearing
from kg.terms import EventKind

_ARISE: Final = frozenset({"erupt", "break", "flare", "start", "begin", "resume", "ensue"})
_GO_ON: Final = frozenset(
    {"rage", "rag", "continue", "intensify", "take", "occur", "happen", "leave", "persist", "escalate", "spread", "force"}
)
_LOSING: Final = frozenset({"suffer", "sustain", "lose", "loss", "casualty"})
_TRUCE: Final = frozenset({"ceasefire", "truce", "armistice", "cease"})


def ground_kind(token: Token) -> EventKind | None:
    """The kind of attack that the word tells of, if it tells of an attack on the ground."""
    lemma = token.lemma_.lower()
    if token.lower_ == "fire" and token.dep_ == "dobj" and token.head.lemma_.lower() in ("open", "exchange", "trade"):
        return "GroundAttack"
    if token.pos_ == "VERB" and lemma in ("fight", "battle") and _fights_somebody(token):
        return "GroundAttack"
    if token.pos_ == "VERB" and token.lower_ != "fighting":
        if (lemma in W.TAKING and _is_taking(token)) or (lemma in _OUSTING and drives_out(token)) or fallen_to(token):
            return "GroundAttack"
        if lemma in ("take", "seize") and _takes_hostages(token):
            return "GroundAttack"
        if lemma == "clash" and any(child.lower_ == "with" for child in token.children):
            return "GroundAttack"
        return "Campaign" if lemma in ("violate", "breach") and _so_often(token) else None
    if token.pos_ == "NOUN" and lemma in ("seizure", "capture", "recapture", "takeover"):
        taken = any(_is_held(one) or _may_be_town(one) for one in behind(token, "of"))
        return "GroundAttack" if taken and any(map(fights, behind(token, "by"))) else None
    if lemma in _OPERATIONS and token.pos_ == "NOUN" and _is_operation(token):
        return "Attack" if token.lower_ == "aggression" else "Campaign"
    if lemma in W.CLASHES or token.lower_ == "fighting":
        return "GroundAttack" if _is_told_as_event(token) else None
    if lemma in ("breach", "violation") and token.tag_ == "NNS" and of_truce(token):
        return "Campaign" if any(child.dep_ == "nummod" for child in token.lefts) else None
    return None


def _fights_somebody(verb: Token) -> bool:
    """Whether it is told where one force fought another: troops were fighting rebel groups near Ulum."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(child.dep_ == "aux" and child.lower_ != "to" for child in verb.children)
    if not finite or verb.dep_ in ("relcl", "acl", "amod") or not fights(subject_of(verb)):
        return False
    enemies = [*(child for child in verb.children if child.dep_ == "dobj"), *behind(verb, "with", "against")]
    foe = next((one for one in enemies if fights(one) or any(is_rebels(child) for child in one.lefts)), None)
    spots = ("near", "in", "for", "around", "outside", "at")
    where = [*behind(verb, *spots), *behind(foe, *spots)] if foe is not None else []
    return any(one.dep_ == "pobj" and one.ent_type_ in ("GPE", "LOC", "FAC") for place in where for one in place.subtree)


def _is_taking(verb: Token) -> bool:
    """Whether fighters take a place, or it is taken: the rebels seized the town, the base was overrun."""
    tried = verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() == "attempt"
    background = verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ != "VBG")
    if verb.dep_ in ("amod", "compound") or (background and not tried):
        return False
    patients = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if not patients:
        return False
    patient = _taken(patients[0])
    if patient is None:
        return False
    wrested = patient.pos_ == "PROPN" and any(fights(one) and one.ent_type_ not in ("GPE", "LOC") for one in behind(verb, "from"))
    town = (wrested and not country_of(patient)) or (verb.lemma_.lower() in _WITH_TOWNS and _may_be_town(patient))
    if not (_is_held(patient) or town):
        return False
    forced = verb.lemma_.lower() in ("storm", "overrun", "invade", "raid")
    if patients[0].dep_ == "nsubjpass":
        stronghold = W.SITES.get(patient.lemma_.lower()) in ("MilitaryObjective", "Settlement") and verb.lemma_.lower() != "take"
        return forced or stronghold or _agent_fights(verb)
    return forced or fights(subject_of(verb))


def _takes_hostages(verb: Token) -> bool:
    """Whether fighters take people hostage: seized dozens of hostages at a hotel, took the staff hostage."""
    told = [one for child in verb.rights for one in (child, *behind(child, "of"))]
    return any(one.lower_ in ("hostage", "hostages") for one in told) and fights(subject_of(verb))


_WITH_TOWNS: Final = frozenset({"take", "retake", "recapture", "overrun"})
"""Verbs whose object is a town, even if its name is not known for one."""


def _may_be_town(name: Token) -> bool:
    return name.pos_ == "PROPN" and name.ent_type_ in ("", "ORG", "NORP") and not country_of(name)


def fallen_to(verb: Token) -> list[Token]:
    """To whom a place fell: the town fell to the rebels."""
    if verb.lemma_.lower() != "fall" or verb.tag_ not in ("VBD", "VBN"):
        return []
    place = verb.head if verb.dep_ == "relcl" else subject_of(verb)
    if place is None or not _is_held(place):
        return []
    return [one for one in behind(verb, "to") if fights(one) and one.ent_type_ not in ("GPE", "LOC")]


_MEETINGS: Final = frozenset({"fighting", "fight", "confrontation"})


def _stands_against(who: Token) -> bool:
    """Whether they fight, or stand against somebody without arms: soldiers, protesters, a people."""
    lemma = who.lemma_.lower()
    armed = fights(who) or W.PEOPLE.get(lemma) == "combatants"
    return armed or who.pos_ == "PROPN" or lemma in ("protester", "protestor", "demonstrator", "rioter")


def foes_of(verb: Token) -> list[Token]:
    """Against whom those stood who are said to have fallen: soldiers killed in clashes with rebels; civilians fought nobody."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in W.KILL | W.INJURE | {"shoot", "die", "perish"}:
        return []
    roles = {child.dep_ for child in verb.children}
    fallen = lemma in ("die", "perish") or (verb.tag_ == "VBN" and not roles & {"nsubj", "agent"})
    who = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    met = W.CLASHES | _MEETINGS if who is not None and _stands_against(who) else {"confrontation"}
    clashes = [one for one in behind(verb, "in", "during") if one.lemma_.lower() in met]
    return [foe for one in clashes for foe in behind(one, "with") if fights(foe)] if fallen else []


_OUSTING: Final = frozenset({"drive", "push", "force", "oust", "expel", "dislodge", "rout", "chase", "flush", "eject"})


def drives_out(verb: Token) -> bool:
    """Whether one force drives another out of a place: drove the rebels out of Kidal, ousted IS from the dam."""
    patient = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    enemies = patient is not None and (fights(patient) or any(fights(child) for child in patient.lefts))
    doer = _agent_fights(verb) if patient is not None and patient.dep_ == "nsubjpass" else fights(subject_of(verb))
    out = [child for child in verb.children if child.lower_ == "out"]
    places = [one for word in (verb, patient) if word is not None for one in behind(word, "from")]
    return doer and enemies and any(map(_is_held, (*places, *(one for word in out for one in behind(word, "of")))))


_OPERATIONS: Final = frozenset({"operation", "action", "aggression"})
_MILITARY: Final = frozenset({"military", "ground", "air", "aerial", "combat", "bombing", "offensive"})
_PEACEFUL: Final = frozenset({"rescue", "relief", "humanitarian", "search", "evacuation", "peacekeeping", "aid", "recovery"})
_AIMS: Final = W.TAKING | _OUSTING | W.HITTING | {"clear", "cut", "eradicate", "eliminate"}


def _is_operation(noun: Token) -> bool:
    """Whether an operation is an attack: launched an operation to retake the town, Israel's military operation in Gaza."""
    verb = noun.head
    before = {child.lower_ for child in noun.lefts}
    if before & _PEACEFUL or noun.lower_ == "action":
        return False
    military = bool(before & _MILITARY)
    against = [*behind(noun, "against", "on"), *(behind(verb, "against", "on") if noun.dep_ == "dobj" else ())]
    foes = any(fights(one) or (_is_held(one) and one.lower_ != "border") for one in against)
    carried = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in W.CARRY_OUT
    if carried and (fights(subject_of(verb)) or _agent_fights(verb)):
        aims = (child for child in (*noun.rights, *verb.rights) if child.tag_ == "VB")
        aimed = any(child.lemma_.lower() in _AIMS for child in aims)
        named = any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in noun.lefts)
        return military or aimed or named or foes
    owned = any(fights(child) for child in noun.lefts if child.dep_ in ("poss", "amod", "compound", "nmod"))
    return owned and noun.dep_ != "compound" and (bool(military and behind(noun, "in")) or foes)


def _taken(patient: Token) -> Token | None:
    """What is taken, where it is told as control over it or as a part of it."""
    if patient.lemma_.lower() not in W.PARTS | W.MANY and patient.lower_ not in W.COUNTED:
        return patient
    inner = behind(patient, "of", "over")
    return _taken(inner[0]) if inner else patient if patient.lemma_.lower() != "control" else None


def _is_held(patient: Token) -> bool:
    """Whether it is a place that can be held: a site, a town, a region; a whole country is told of as a war."""
    if country_of(patient) or patient.lower_ == "country" or W.SITES.get(patient.lemma_.lower()) == "MilitaryEquipment":
        return False
    named = patient.ent_type_ in ("GPE", "LOC", "FAC") or is_told_by_bearing(patient)
    return named or patient.lemma_.lower() in W.SITES or patient.lemma_.lower() in W.HELD


def subject_of(verb: Token) -> Token | None:
    """The subject of the verb, or of the one that it is joined to; who is accused of what it tells."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None and verb.dep_ == "pcomp":
        return next(charged_by(verb.head), None) or subject_of(verb.head.head)
    if subject is None and verb.dep_ in ("conj", "xcomp", "advcl") and verb.head != verb:
        return subject_of(verb.head)
    return subject


def _agent_fights(verb: Token) -> bool:
    return any(fights(one) for child in verb.children if child.dep_ == "agent" for one in child.children)


def fights(token: Token | None) -> bool:
    """Whether the words are for somebody who fights."""
    if token is None:
        return False
    if token.pos_ == "PROPN" or token.lower_ in ("they", "who", "it"):
        return token.ent_type_ not in ("PERSON", "DATE", "TIME")
    bodies = ("coalition", "alliance", "force", "mix", "number", "group")
    if (token.lower_ in W.COUNTED or token.lemma_.lower() in bodies) and any(map(fights, behind(token, "of"))):
        return True
    named = is_rebels(token) or is_materiel(token) or token.lemma_.lower() in W.BANDS | W.PERSONNEL | {"movement", "attacker"}
    return named or country_of(token) is not None


def _is_told_as_event(token: Token) -> bool:
    """Whether clashes are told as what happened, and not as since when there is war or what troops are there for."""
    if token.dep_ in ("compound", "amod", "nmod") or (token.tag_ == "VBG" and any(child.dep_ == "aux" for child in token.children)):
        return False
    verb = token.head
    before = {child.lower_ for child in token.lefts}
    if token.dep_ == "nsubj" and verb.pos_ == "VERB":
        since = any(child.dep_ == "mark" and child.lower_ == "since" for child in verb.children)
        if verb.lemma_.lower() in _ARISE:
            return not since
        background = verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.children)
        return not background and verb.lemma_.lower() in _GO_ON | W.KILL | W.INJURE | W.DISPLACE
    if token.dep_ == "pobj" and verb.lower_ in ("in", "during"):
        harm = verb.head.lemma_.lower() in W.KILL | W.INJURE | W.DEAD | _LOSING
        return harm and not before & {"ongoing", "years"} and not any(map(_is_since, (*token.children, *verb.head.children)))
    if token.dep_ in ("dobj", "nsubjpass", "attr"):
        if verb.lemma_.lower() == "fight":
            return True
        return verb.lemma_.lower() in ("report", "be", "see", "hear", "spark", "trigger") and any(
            child.dep_ == "prep" and child.lower_ in ("in", "between", "near", "with", "on", "at") for child in token.children
        )
    return False


def _is_since(child: Token) -> bool:
    """Whether it tells since which month or year there is war, rather than since which day somebody fights."""
    when = next((one for one in child.children if one.dep_ == "pobj"), None) if child.lower_ == "since" else None
    return when is not None and when.ent_type_ == "DATE" and not when.text.endswith("day")


def of_truce(token: Token) -> bool:
    """Whether a truce is told of, in the words that hang on this one."""
    return any(one.lemma_.lower() in _TRUCE for one in token.subtree)


def _so_often(verb: Token) -> bool:
    """Whether a truce is said to have been broken many times."""
    truce = any(child.dep_ == "dobj" and of_truce(child) for child in verb.children)
    return truce and any(one.lower_ == "times" and any(child.like_num for child in one.lefts) for one in verb.subtree)


def is_force(subject: Token | None) -> bool:
    """Whether it is a country, its arms or rebels, or stands for those who tell what they did: the Taliban said they hit it."""
    if subject is None:
        return False
    verb = subject.head
    if subject.lower_ in ("it", "they", "we") and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in W.SAY:
        return any(child.dep_ == "nsubj" and fights(child) for child in verb.head.children)
    return country_of(subject) is not None or is_materiel(subject) or is_rebels(subject)


def strikes_at(verb: Token) -> bool:
    """Whether those who fight strike at somebody, or inside a country."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lemma_.lower() in W.WEAPON_NOUNS or any(child.dep_ == "dobj" for child in verb.children):
        return False
    struck = [one for one in behind(verb, "at", "inside", "near", "across", "in") if one.ent_type_ not in ("DATE", "TIME")]
    return (is_force(subject) or subject.ent_type_ == "ORG") and any(one.text[0].isupper() or one.pos_ == "NOUN" for one in struck)


def fires_at(verb: Token) -> bool:
    """Whether shots are fired at somebody or something: fired on the convoy, shot at the crowd, fired into homes."""
    if any(child.dep_ in ("dobj", "nsubjpass", "neg") for child in verb.children):
        return False
    hit = (one for one in behind(verb, "on", "at", "into", "upon", "towards") if one.pos_ in ("NOUN", "PROPN"))
    return any(one.ent_type_ not in ("DATE", "TIME") and one.lower_ != "air" for one in hit)


def is_under_way(verb: Token) -> bool:
    """Whether a force shells or bombs, though it is not told what: it began shelling, it has been bombing since Monday."""
    begun = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("begin", "start", "resume", "continue", "keep")
    going = any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.children)
    fires = verb.tag_ == "VBG" and verb.lemma_.lower() in ("shell", "bomb", "bombard")
    return fires and (begun or going) and is_force(subject_of(verb))
