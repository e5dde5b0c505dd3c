"""What stands around a name that makes it a place's, whatever the parser takes it for."""

from spacy.tokens import Span, Token

from kg.extraction import words as W
from kg.extraction.mentions import joined_to

NEAR = ("in", "near", "at", "outside", "around", "on", "of", "inside", "across", "off")

DIRECTIONS = frozenset({
    f"{a}{b}" for a in ("north", "south", "") for b in ("east", "west", "") if a + b
})  # fmt: skip

PARTS = frozenset(
    f"{side}{end}"
    for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for end in ("", "ern")
) | {"central"}

CALLING = frozenset({
    "capital", "city", "town", "village", "port", "province", "district", "suburb", "island", "hamlet", "enclave", "stronghold",
    "market", "outskirt", "region", "area", "governorate", "county", "locality", "prefecture", "neighbourhood", "neighborhood",
})  # fmt: skip
"""What a place is called by, before its name."""

_LENGTHS = frozenset({
    "about", "some", "around", "just", "roughly", "nearly", "(", ")", "km", "kilometres", "kilometers", "miles", "mile", "to",
    "the",
})  # fmt: skip
"""What stands before the direction in which a place lies."""


def is_told_by_bearing(name: Token) -> bool:
    """Whether it is said where it lies, as only of places: in Karmat, north of Baghdad; at Ulum, a village 5 km from Erbil."""
    behind = name.doc[name.right_edge.i + 1 :] if name.right_edge == name else name.doc[name.i + 1 :]
    led = name.dep_ == "pobj" and name.head.lower_ in NEAR and name.head.lower_ != "of"
    taken = name.dep_ in ("dobj", "nsubjpass") and name.pos_ == "PROPN" and name.head.lemma_.lower() in W.TAKING
    if not (led or taken) or behind[:1].text != ",":
        return False
    words = [one.lower_ for one in behind[1:8]]
    bearing = next((at for at, word in enumerate(words) if word in DIRECTIONS), None)
    if bearing is not None and words[bearing + 1 : bearing + 2] == ["of"]:
        return all(behind[1 + at].like_num or words[at] in _LENGTHS for at in range(bearing))
    return bool(words) and words[0] in ("a", "an") and any(word in CALLING for word in words[1:4])


def is_shelled(name: Span) -> bool:
    """Whether a name of some words is hit by mortars and the like, as no person would be, or is taken from a foe."""
    verb = name.root.head
    if name.root.dep_ == "dobj" and verb.lemma_.lower() in W.TAKING:
        return any(child.dep_ == "prep" and child.lower_ == "from" for child in verb.rights)
    by = (one for child in verb.rights if child.dep_ == "agent" for one in child.children)
    hit = name.root.dep_ == "nsubjpass" and verb.lemma_.lower() in W.HITTING and len(name) > 1
    return hit and any(one.lower_ in ("mortars", "rockets", "shelling", "bombardment", "artillery") for one in by)


def _is_struck(name: Token) -> bool:
    """Whether it is said to have been shelled, taken, or hit by missiles, as towns are."""
    verb = name.head.lemma_.lower()
    makers = [child for child in name.head.children if child.dep_ == "nsubj"]
    makers += [one for child in name.head.children if child.dep_ == "agent" for one in child.children if one.tag_ == "NNS"]
    by_arms = any(one.lemma_.lower() in W.WEAPON_NOUNS or one.lemma_.lower() in W.ATTACK_NOUNS for one in makers)
    by_arms = by_arms and not any(one.ent_type_ in ("GPE", "LOC") for one in name.head.subtree if one != name)
    return verb in ("shell", "bomb", "bombard", "pound", "overrun") or (verb in ("hit", "strike", "rock") and by_arms)


def is_scene(name: Token) -> bool:
    """Whether one word, without an article, tells where an attack was, whatever the parser takes it for: a massacre at Katari."""
    link = name.head
    alone = (
        name.pos_ == "PROPN" and not list(name.lefts) and name.text.istitle() and name.ent_type_ not in ("DATE", "TIME", "EVENT")
    )
    if alone and name.dep_ in ("dobj", "nsubjpass"):
        return _is_struck(name)
    if not alone or name.dep_ != "pobj":
        return False
    return leads_to_scene(link) and name.lower_ not in W.SITES and name.lower_ not in W.HIT_ONLY


def leads_to_scene(link: Token) -> bool:
    """Whether it is a preposition of place that hangs on what tells of an attack, of those whom it befell, or of a direction."""
    if link.lower_ == "of" and link.head.lower_ in DIRECTIONS:
        return True
    if link.lower_ not in ("in", "at", "near", "outside", "off"):
        return False
    told_of = link.head.lemma_.lower()
    if link.head.pos_ == "VERB":
        return told_of in W.ATTACK_VERBS or told_of in W.KILL | W.INJURE or told_of in W.KILLINGS | {"shoot", "fire"}
    return W.ATTACK_NOUNS.get(told_of, "Campaign") != "Campaign" or told_of in W.SITES or told_of in W.PEOPLE


def is_called_place(token: Token, start: int) -> bool:
    """Whether what stands by a name calls it a place, whatever the parser makes of it: the capital Sanaa, A and B, two towns."""
    if token.pos_ != "PROPN":
        return False
    if token.dep_ == "conj" and token.head.pos_ == "PROPN" and token.head.dep_ in ("pobj", "conj"):
        return is_called_place(token.head, token.head.left_edge.i)
    if any(child.dep_ == "appos" and child.lemma_.lower() in CALLING and child.text.islower() for child in token.children):
        return True
    if token.dep_ == "appos" and token.head.lemma_.lower() in CALLING and token.head.text.islower():
        return all(child.dep_ == "compound" for child in token.lefts)
    of = start > 1 and token.doc[start - 1].lower_ == "of"
    noun = token.doc[start - (2 if of else 1)] if start > of else None
    return (
        noun is not None
        and noun.lemma_.lower() in CALLING
        and noun.text.islower()
        and (of or noun.head == token or token.head == noun)
    )


def is_called_scene(name: Token) -> bool:
    """Whether it is said of it that it is where attacks are: Basra was the scene of bombings, has been the target of raids."""
    told = name.head.children if name.dep_ == "nsubj" and name.head.lemma_ == "be" else ()
    return any(child.dep_ == "attr" and child.lemma_.lower() in ("target", "scene", "site") for child in told)


def stands_for_place(token: Token) -> bool:
    """Whether a name that may be a government's stands for the city: Kyiv's university, in Damascus."""
    if token.dep_ == "pobj":
        over = token.head.lower_ == "over" and token.head.head.lemma_.lower() in W.ATTACK_NOUNS
        return over or token.head.lower_ in set(NEAR) - {"of"}
    return is_called_scene(token) or (token.dep_ in ("poss", "compound") and token.head.lemma_.lower() in W.SITES)


def is_placed(token: Token) -> bool:
    """Whether a name that the parser takes for something else, a plural even, stands where places stand: shelled Homs and Hama."""
    if token.pos_ != "PROPN" and not (token.tag_ == "NNS" and token.text.istitle()):
        return False
    if token.dep_ == "poss" and token.ent_type_ == "PERSON" and token.head.lemma_.lower() in _DEATHS:
        return False  # Clark's shooting
    first = joined_to(token)
    led = first.dep_ == "pobj" and first.head.lower_ in NEAR and (first == token or first.head.lower_ != "of")
    hit = first.dep_ in ("dobj", "nsubjpass") and first.head.lemma_.lower() in W.HITTING and token.ent_type_ != "PERSON"
    return led or hit or token.dep_ in ("compound", "poss")


_DEATHS = frozenset({"shooting", "killing", "murder", "death", "assassination", "slaying", "execution", "beheading", "stabbing"})
