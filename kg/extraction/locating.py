"""How the name of a place stands: for where something was, for who did or said it, or for where something else was."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import is_door
from kg.extraction.cast import Cast
from kg.extraction.countries import demonyms
from kg.extraction.downing import is_aircraft
from kg.extraction.fighting import drives_out
from kg.extraction.mentions import joined_to
from kg.extraction.naming import country_of
from kg.extraction.placed import DIRECTIONS, NEAR, PARTS, is_called_scene
from kg.extraction.whens import ANSWERING, RESPONDING

_LAND = frozenset({
    "area", "side", "border", "coast", "suburb", "outskirt", "strait", "island", "peninsula", "valley", "mountain", "river", "lake",
    "desert", "gulf", "bay", "crossing", "highway", "countryside", "frontier",
})  # fmt: skip
_PLACED_NOUNS = frozenset(W.SITES) | W.DISTRICTS | frozenset(W.ATTACK_NOUNS) | _LAND | {"bomb"}
"""Nouns before which a name tells where: the Basra market; not so the Basra police."""
TOWN_PARTS = DIRECTIONS | {"centre", "center", "heart", "middle", "outskirt", "edge", "suburb", "part", "district", "street"}
ABROAD = frozenset({
    "ship", "tanker", "vessel", "freighter", "boat", "ferry", "plane", "airliner", "aircraft", "jet", "embassy", "consulate", "bus",
    "convoy", "target", "truck", "hotel", "restaurant", "centre", "center",
})  # fmt: skip
"""What is called by a country and stands in another: a Greek tanker, the French embassy, an Italian restaurant."""
_SPEAKING = W.SAY | {"urge", "support", "criticise", "criticize", "help", "back", "thank", "visit", "deter", "punish", "pressure"}
"""Verbs whose object is no place of the attack: accused Turkey."""


def is_where(token: Token) -> bool:
    """Whether the name stands where a place does: not as a subject, nor as one who acts."""
    if country_of(token) and not _is_country_where(token):
        return False
    first = token.left_edge.i
    led = first > 0 and token.doc[first - 1].lower_ in NEAR
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and token.nbor(2).tag_ in ("VBN", "VBD", "VBG", "JJ"):
        return False
    if _is_of_other_clock(token) or _is_between(token):
        return False
    whole = token
    while whole.dep_ == "compound" and whole.head.dep_ == "compound" and whole.head.pos_ == "PROPN":
        whole = whole.head  # the Boston Marathon bombing
    owned = whole.dep_ in ("compound", "nmod", "poss") and (whole.head.pos_ == "NOUN" or whole.dep_ == "poss")
    lemma = whole.head.lemma_.lower()
    if owned and (lemma not in _PLACED_NOUNS | TOWN_PARTS or is_aircraft(token.head) or (lemma in ABROAD and country_of(token))):
        return False
    if owned and country_of(token) and lemma in W.PERSONNEL:
        return False
    first_of = joined_to(token)
    called = first_of.head.head if first_of.dep_ == "pobj" and first_of.head.lower_ in ("on", "upon") else None
    if called is not None and called.lemma_.lower() == "call":
        return False
    if first_of.dep_ == "dobj" and first_of.head.lemma_.lower() in _SPEAKING:
        return False
    if country_of(token) and token.dep_ == "compound" and (lemma in W.ATTACK_NOUNS or lemma == "bomb"):
        return False
    acting = first_of.dep_ == "nsubj" and first_of.head.pos_ == "VERB" and not (led or _is_undergoing(first_of))
    if acting or token.lower_ in demonyms() or _is_of_people(token, first_of):
        return False
    link = token.head.head if token.dep_ == "dobj" and token.head.dep_ == "pcomp" else first_of.head
    if token.dep_ == "pobj" and is_door(link):
        return False
    if first_of.dep_ == "pobj" and country_of(first_of) and link.lower_ in ("on", "for") and _is_feeling(link.head):
        return False
    if token.dep_ == "pobj" and (_is_of_a_branch(link) or _is_end_of_road(token, link)):
        return not _is_of_a_branch(link)
    ousted = link.lower_ == "from" and drives_out(link.head)
    return ousted or not (first_of.dep_ in ("pobj", "dobj") and link.lower_ in ("by", "from", "to", "with"))


def _is_of_other_clock(name: Token) -> bool:
    """Whether it only tells by which clock it was: at 8 p.m. in Washington, 3 a.m. in Kabul."""
    hour = name.doc[max(0, name.left_edge.i - 2)]
    behind = name.doc[name.i + 1 : name.i + 3]
    return (
        name.dep_ == "pobj"
        and name.head.lower_ == "in"
        and hour.lower_ in ("p.m.", "a.m.", "pm", "am", "time")
        and behind[:1].text == ","
        and behind[-1].ent_type_ == "TIME"
    )


def _is_between(name: Token) -> bool:
    """Whether it is one of those between whom something is: relations between Washington and Moscow; not the road between them."""
    first = joined_to(name)
    while first.dep_ == "compound" and first.head.pos_ == "PROPN":
        first = joined_to(first.head)
    link = first.head
    return first.dep_ == "pobj" and link.lower_ == "between" and link.head.lemma_.lower() not in _STRETCHES


def _is_of_people(token: Token, first: Token) -> bool:
    """Whether it is not a place's but people's, by how it stands: his parents, Ana and Omer, were shot; chlorine was used."""
    if first.dep_ == "appos" and first.head.dep_ in ("pobj", "conj") and W.PEOPLE.get(first.head.lemma_.lower()):
        return True  # he and his daughter, Ana
    if first.dep_ == "appos" and first.head.dep_ in ("nsubj", "nsubjpass", "dobj") and first.head.pos_ == "NOUN":
        return first.head.lemma_.lower() not in _PLACED_NOUNS | TOWN_PARTS | {"city", "town", "capital", "province", "region"}
    return first.dep_ == "nsubjpass" and not country_of(token) and first.head.lemma_.lower() not in _BEFALLING


def _is_country_where(token: Token) -> bool:
    """Whether the name of a country, which mostly stands for those who act, stands for where something was."""
    first = joined_to(token)
    if any(child.lower_ in PARTS for child in token.lefts) or _is_undergoing(first):
        return True
    if first.dep_ == "pobj":
        link = first.head
        told_of = link.head.lemma_.lower()
        fired = link.lower_ in ("toward", "towards") and told_of in _FIRED
        return link.lower_ in _LOCATING or fired or (link.lower_ == "of" and told_of in _WITHIN | _ABROAD_TOO)
    if token.dep_ in ("compound", "nmod"):
        return token.lower_ not in _ADJECTIVES
    if first.dep_ in ("dobj", "nsubjpass"):
        return first.head.lemma_.lower() in _BEFALLING
    before = token.doc[max(token.left_edge.i - 2, 0) : token.left_edge.i]
    listed = len(before) > 1 and before[1].text == "," and before[0].pos_ == "PROPN" and not country_of(before[0])  # Linden, Kenya
    return token.dep_ == "poss" or (first.dep_ in ("appos", "npadvmod") and listed)


def _is_undergoing(name: Token) -> bool:
    """Whether it is the place that attacks befall, as the subject: Chad has suffered bombings, has been the target of raids."""
    verb = name.head
    if is_called_scene(name) or name.dep_ not in ("nsubj", "nsubjpass"):
        return is_called_scene(name)
    befallen = any(child.dep_ == "dobj" and _leads_to_attack(child) for child in verb.rights)
    return verb.lemma_.lower() in ("suffer", "see", "witness", "experience", "endure") and befallen


def _leads_to_attack(noun: Token) -> bool:
    """Whether it is an attack, or a number of them: a spate of bombings."""
    of = (one for link in noun.rights if link.lower_ == "of" for one in link.rights)
    return any(one.lemma_.lower() in W.ATTACK_NOUNS for one in (noun, *of))


_STRETCHES = _LAND | W.SITES.keys() | {"road", "route", "line", "somewhere", "halfway"}
"""What lies between two places."""
_BEFALLING = W.HITTING | W.TAKING | W.ATTACK_VERBS.keys() | {
    "invade", "enter", "seize", "cut", "hold", "surround", "control", "besiege",
}  # fmt: skip
"""Verbs for what is done to places."""
_LOCATING = frozenset({
    "in", "inside", "within", "across", "throughout", "around", "over", "into", "near", "outside", "on", "against", "off", "at",
})  # fmt: skip
"""Prepositions behind which a country is a place; `with`, `by` and `between` it acts."""
_WITHIN = _PLACED_NOUNS | TOWN_PARTS | {"rest", "most", "much", "all", "swathe", "portion", "soil", "territory", "corner"}
"""Nouns whose `of` tells where: much of Syria, the bombing of Syria."""
_FIRED = frozenset({"fire", "launch", "lob", "shoot", "rocket", "missile"})
_ADJECTIVES = frozenset({"u.s.", "u.s", "us", "u.k.", "uk"})
"""Names that stand before what is a country's as its adjective does: a U.S. base."""


def _is_of_a_branch(link: Token) -> bool:
    """Whether it is a part of a group's name, or where those are whose leader did it: by the head of al-Qaeda in Libya."""
    group = link.head
    if link.lower_ == "in" and group.lower_ in ("qaeda", "qaida") and link.i == group.i + 1:
        return True
    if link.lower_ != "in" or group.pos_ != "PROPN" or group.dep_ != "pobj" or group.head.lower_ != "of":
        return False
    leader = group.head.head
    return leader.lemma_.lower() in W.TITLES | {"branch", "wing", "arm"} and leader.head.lower_ == "by"


def _is_end_of_road(name: Token, link: Token) -> bool:
    """Whether it is one end of the road that was hit: shelled the road from Kabul to Bagram."""
    before = [one.lemma_.lower() for one in name.doc[max(0, name.i - 4) : link.i]]
    return (link.lower_ == "from" and before[-1:] in (["road"], ["highway"])) or (
        link.lower_ == "to" and len(before) > 2 and before[-3] in ("road", "highway") and before[-2] == "from"
    )


def _is_feeling(noun: Token) -> bool:
    """Whether it is a noun for what is done or felt without arms: pressure on a country, a tragedy for it."""
    lemma = noun.lemma_.lower()
    return noun.pos_ == "NOUN" and lemma not in W.ATTACK_NOUNS and lemma not in _PLACED_NOUNS and lemma not in W.WEAPON_NOUNS


def of_another_time(name: Token, trigger: Token) -> bool:
    """Whether it is where something else was, before or after: strikes that came hours after the signing of a pact in Vienna."""
    for one in name.ancestors:
        if one == trigger:
            return False
        if one.lemma_.lower() in ANSWERING:
            return trigger not in one.subtree
        if one.lower_ in ("after", "following") and one.head.lemma_.lower() in W.KILL | W.INJURE and name.head == one:
            return False  # were killed after the raid, in Gao
        if one.lower_ in ("after", "before", "since", "following", "despite", "because") and one.pos_ in ("ADP", "SCONJ", "VERB"):
            return trigger not in one.subtree
    return False


def of_a_speaker(name: Token, trigger: Token) -> bool:
    """Whether it is where somebody is who speaks or is at odds: the government in Ankara accused the rebels of the attack."""
    for one in name.ancestors:
        if one == trigger or trigger in one.subtree:
            return False
        if one.dep_ == "nsubj":
            behind = any(child.lower_ in ("behind", "responsible") for child in one.head.rights)  # forces in Chad were behind it
            return behind or one.head.lemma_.lower() in _SPEAKING | RESPONDING | set(W.HOLDS)
    return False


def is_theirs(token: Token, attackers: set[str], cast: Cast) -> bool:
    """Whether the name stands for one of the attackers: Moscow's war, a U.S. strike."""
    hit = cast.mentions[id(token.doc)].get(token.i)
    code = country_of(token)
    if token.dep_ == "conj":
        return is_theirs(token.head, attackers, cast)
    if code is None and token.dep_ == "compound" and token.head.lemma_.lower() in W.DISTRICTS | _LAND:
        return False  # the Damascus suburbs
    return token.dep_ in ("poss", "compound", "nmod", "nsubj", "dobj", "nsubjpass") and (
        (hit is not None and hit[2] in attackers) or (code is not None and cast.names.states[code] in attackers)
    )


def is_maker(token: Token) -> bool:
    """Whether a country's name tells whose the attack is: the air campaign of the United States."""
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    noun = token.head.head
    struck = noun.dep_ == "pobj" and (noun.head.lower_ in ("on", "against") or noun.head.head.lemma_.lower() in W.SITES)
    return noun.lemma_.lower() in _MADE_BY or (noun.lemma_.lower() in _ABROAD_TOO and not struck)


def is_beyond(token: Token) -> bool:
    """Whether a country's name only tells which border is near: near the border with Chad."""
    link = token.head
    return token.dep_ == "pobj" and link.lower_ in ("of", "with") and link.head.lemma_.lower() in ("border", "frontier")


_MADE_BY = frozenset({"campaign", "offensive", "strike", "airstrike", "raid", "war", "aggression"})
_ABROAD_TOO = frozenset({"leader", "president", "minister", "government", "ally", "enemy", "condemnation", "denunciation"})
"""Nouns after which `of` and a country tell who, not where; but what was hit of a government's is mostly in its country."""
