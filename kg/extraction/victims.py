"""Who they are that a figure counts: whether a noun is one for people, and as which population they are counted."""

from spacy.tokens import Token
from text_to_num import text2num

from kg.extraction import words as W
from kg.extraction.countries import demonyms
from kg.terms import Population

_POINTING = frozenset({"other", "more", "another", "dead", "one", "those", "wounded", "injured", "they", "them", "whom"})
_KIN = W.KIN | {"bodyguard", "driver", "aide"}
_FIGHTING = frozenset(
    {"group", "militia", "force", "militant", "army", "guard", "faction", "cell", "wing", "brigade", "unit", "rebel"}
)

_BANDS = _FIGHTING - {"group", "force", "guard", "cell", "wing", "unit", "faction"}

_ARMED = frozenset({"military", "rebel", "militant", "militia", "guerrilla", "insurgent", "taliban", "jihadist", "separatist"})
_SLAIN = frozenset({"kill", "murder", "slay", "wound", "injure", "behead", "assassinate"})
_NO_PERSONS = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC", "MONEY", "PRODUCT", "EVENT", "CARDINAL", "WORK_OF_ART"})


def is_people(noun: Token) -> bool:
    """Whether the noun is one for people. `Families` are, but their number is not that of people."""
    lemma = _singular(noun)
    if lemma == "family":
        return False
    if _are_troops(noun):
        return True
    return bool({lemma, noun.lower_} & (W.PEOPLE.keys() | _HARMED | _POINTING)) or is_nation(noun)


def _singular(noun: Token) -> str:
    """The noun in the singular, also one with a capital that the parser has for a name: Terrorists."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.pos_ == "PROPN" and lemma.removesuffix("s") in W.PEOPLE else lemma


def _are_troops(noun: Token) -> bool:
    """Whether it stands for single fighters, since they are counted: 150 Kurdish forces."""
    return noun.lower_ == "forces" and any(child.dep_ == "nummod" for child in noun.lefts)


_HARMED = W.DEAD | W.HURT | W.GONE | W.CASUALTY


def is_nation(noun: Token) -> bool:
    """Whether the noun is the plural by which a people is called: Ukrainians, Sudanese, Swiss."""
    word = noun.lower_
    if not noun.text[:1].isupper() or noun.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    named = noun.ent_type_ == "NORP" and (noun.tag_ in ("NNPS", "NNS") or noun.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass"))
    return named or word in demonyms() or word.removesuffix("s") in demonyms()


def is_victim(noun: Token) -> bool:
    """Whether a noun that is listed nowhere is one for people, by what befell it: two beekeepers were shot dead."""
    lemma = noun.lemma_.lower()
    bodies = W.BODY_HEADS.keys() | W.BODIES
    if lemma in W.NO_VICTIMS | W.SITES.keys() | W.DEVICES | W.MATERIEL | bodies or noun.ent_type_ in _NO_PERSONS:
        return False
    if any(child.dep_ == "acl" and child.lower_ in ("killed", "wounded", "murdered") for child in noun.rights):
        return True
    one = noun
    while one.dep_ == "conj" and one.head.pos_ in ("NOUN", "PROPN"):
        one = one.head
        if is_people(one):
            return True
    return one.dep_ in ("dobj", "nsubjpass", "nsubj") and _befalls(one.head, one.dep_)


def _befalls(verb: Token, role: str) -> bool:
    """Whether only of people, or beasts, one says what the verb says of that which has this role beside it."""
    lemma, beside = verb.lemma_.lower(), {child.lower_ for child in verb.children}
    passive = "nsubjpass" if verb.tag_ == "VBN" else "dobj"
    if role == "nsubj" and (verb.tag_ != "VBN" or any(child.lemma_ == "have" for child in verb.lefts)):
        return lemma in ("die", "perish") or (lemma == "go" and "missing" in beside)
    slain = lemma in _SLAIN or (lemma == "shoot" and "dead" in beside) or (lemma == "gun" and "down" in beside)
    return slain and role in (passive, "dobj", "nsubj")


def is_kin(noun: Token) -> bool:
    """Whether it is a word for a relative: the daughter of, the widow of."""
    return noun.lemma_.lower() in _KIN


def population_of(noun: Token) -> Population:
    """As whom the noun counts them."""
    lemma = _singular(noun)
    before = {child.lower_ for child in noun.lefts}
    if lemma in ("worker", "staff", "personnel", "employee", "volunteer", "member"):
        if before & W.MEDICAL_MODIFIERS:
            return "medicalStaff"
        if before & {"rescue", "emergency"}:
            return "rescueWorkers"
        if before & W.AID_MODIFIERS:
            return "aidWorkers"
    if lemma in ("member", "personnel") and (before & _SERVING or _of_fighters(noun)):
        return "combatants"
    if noun.lower_ == "men" and before & {"its", "his"}:
        return "combatants"
    if (
        lemma == "officer"
        and not before & {"police", "security", "customs", "prison"}
        and any(one.ent_type_ == "NORP" for one in noun.lefts)
    ):
        return "combatants"
    if lemma in ("fighter", "rebel") and "opposition" in before:
        return "oppositionFighters"
    if lemma in ("soldier", "troop", "fighter", "force") and before & W.FORCE_MODIFIERS:
        return "governmentForces"
    if lemma in ("chief", "leader", "wing", "figure") and before & _ARMED:
        return "combatants"
    if "civilian" in before:
        return "civilians"
    if lemma in ("son", "daughter") and _is_young(noun):
        return "children"
    if lemma in W.DEAD | W.HURT | W.CASUALTY:
        return "people"
    if lemma in _RANKS or _are_troops(noun):
        return "combatants"
    return W.PEOPLE.get(lemma) or W.PEOPLE.get(noun.lower_) or _by_rank(noun) or "people"


def _is_young(kin: Token) -> bool:
    """Whether it is told that one is a child, not only whose child: her young son, their seven-year-old daughter."""
    before = kin.doc[kin.left_edge.i : kin.i]
    old = next((one.i for one in before if one.lower_ == "old"), None)
    words = [one.lower_ for one in before if old is None or one.i < old]
    if old is None or not {"year", "years"} & set(words):
        return bool({"young", "little", "small", "infant", "baby", "newborn", "toddler", "month", "months"} & set(words))
    years = next((one.lower_ for one in before if one.like_num), "")
    try:
        return int(years if years.isdigit() else text2num(years, "en")) < _OF_AGE
    except ValueError:
        return False


_OF_AGE = 18


def _by_rank(name: Token) -> Population | None:
    """Who one with a name is by what stands beside it: the commander X, General Y, journalist Z."""
    if name.tag_ != "NNP":
        return None
    for one in name.children:
        word = one.lemma_.lower()
        if one.lower_.rstrip(".") in _RANKS:
            return "combatants"
        if one.dep_ in ("compound", "appos", "nmod") and one.ent_type_ != "PERSON" and word in W.PEOPLE and word != "leader":
            return W.PEOPLE[word]
    return None


_SERVING = frozenset({"service", "military", "army", "navy"})
"""Before `members` and `personnel`, words for a force."""
_RANKS = frozenset({
    "gen", "general", "col", "colonel", "lt", "lieutenant", "maj", "major", "capt", "sgt", "sergeant", "brig", "brigadier", "adm",
    "admiral", "cmdr", "commander", "corporal", "cpl", "pvt", "private",
})  # fmt: skip


def _of_fighters(member: Token) -> bool:
    """Members of an armed group, of a force, of the paramilitary troops."""
    bodies = [last for child in member.children if child.lower_ == "of" for last in child.children]
    bodies += [child for child in member.lefts if child.dep_ == "compound" and child.lemma_.lower() in _BANDS]
    words = (one.lemma_.lower() for last in bodies for one in (last, *last.lefts, *last.conjuncts))
    return any(word in _FIGHTING or W.PEOPLE.get(word) == "combatants" for word in words)
