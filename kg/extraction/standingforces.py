"""Whose forces are by what they are called alone: those of a band that is named, of the state, or of nobody known."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.bodies import of_a_region
from kg.extraction.cast import Cast
from kg.extraction.forces import is_of_a_whole, rebels
from kg.extraction.mentions import bare
from kg.extraction.naming import country_of, ethnic, is_linked, is_materiel, is_prefixed, is_rebels
from kg.extraction.party import Party
from kg.extraction.phrases import behind

_OF_OTHERS = frozenset({"international", "foreign", "multinational", "allied", "coalition", "western", "peacekeeping"})
"""Words before `forces` that make them those of no state, or of others than the one that the article is about."""
POSTS = frozenset({"position", "post", "outpost", "base", "barracks"})
"""Where forces are posted."""


def bands_before(noun: Token, cast: Cast) -> list[Party]:
    """The groups that are named before the noun, where they are several: Hamas and Islamic Jihad militants."""
    known = cast.mentions[id(noun.doc)]
    names = [one for one in noun.doc[noun.left_edge.i : noun.i] if one.i in known and known[one.i][1] == one.i + 1]
    found = {known[one.i][2]: cast.known(known[one.i][2]) for one in names if not (country_of(one) or is_linked(one))}
    bands = [party for party in found.values() if party is not None and party.kind == "ArmedGroup"]
    return bands if len(bands) > 1 else []


def named_band(name: Token, cast: Cast) -> Party | None:
    """The group whose whole name ends here, though a country's name may stand in it: the Free Syrian Army."""
    start, end, key = cast.mentions[id(name.doc)].get(name.i, (0, 0, ""))
    party = cast.known(key) if end == name.i + 1 and end - start > 1 else None
    return party if party is not None and party.kind in ("ArmedGroup", "ArmedForce") and not is_of_a_whole(party, cast) else None


def named_before(token: Token, cast: Cast) -> Party | None:
    """The armed group whose name stands behind that of a country, before what is its own: Yemen's Houthi drones."""
    known = cast.mentions[id(token.doc)]
    if not any(child.dep_ == "poss" and country_of(child) for child in token.lefts):
        return None
    named = [cast.reference(known[one.i][2], one) for one in token.lefts if one.i in known and not is_linked(one)]
    named += [party for one in token.lefts if is_rebels(one) for party in rebels(one, cast)]
    return next((party for party in named if party and party.kind == "ArmedGroup"), None)


def serve_nobody(men: Token) -> bool:
    """Whether the words before tell that they are no army's, or do it on their own: former soldiers, mutinous Malian troops."""
    described = [child for child in men.lefts if child.dep_ in ("amod", "compound", "nmod")]
    words = [one for child in (*described, *men.lefts) for one in (child, *(child.lefts if child in described else ()))]
    return any(one.lower_ in _NO_LONGER or (one.lower_ == "duty" and one.nbor(-1).text == "-") for one in words)


_NO_LONGER = W.NO_LONGER - {"late"}  # in late May government troops


def of_their_state(men: Token) -> bool:
    """Whether forces of whose country one speaks are its own: not eastern Libyan forces, nor Syrian fighters, which are no jets."""
    if any(child.lower_ in ("eastern", "western", "northern", "southern") for child in men.lefts):
        return False
    return men.lower_ != "fighters" or men.head.lemma_.lower() in _FLOWN


_FLOWN = frozenset({"bomb", "fly", "drop", "strafe", "pound", "scramble", "overfly", "strike"})


def split_off(noun: Token, cast: Cast) -> list[Party]:
    """A group that came out of another or stands near to it, as the words call it: an offshoot of the Taliban, its affiliate."""
    if not (noun.lemma_.lower() in _SPLIT or any(child.lower_ in _SPLIT for child in noun.lefts)) or noun.dep_ == "compound":
        return []
    known = cast.mentions[id(noun.doc)]
    whole = next((one for one in behind(noun, "of", "from") if one.i in known), None)
    if whole is None and not any(one.i in known or one.dep_ == "poss" for one in noun.lefts):
        return []
    end = noun.i + 1 if whole is None else known[whole.i][1]
    return [cast.minted(bare(noun.doc[noun.left_edge.i : end].text), "ArmedGroup")]


_SPLIT = frozenset({"affiliate", "offshoot", "faction", "splinter", "breakaway"})


def by_side(noun: Token, cast: Cast) -> list[Party]:
    """Forces that are called by whom they are for or against: pro-Saudi troops, an anti-government militia."""
    if not (is_materiel(noun) or is_rebels(noun) or noun.lemma_.lower() in W.PERSONNEL | W.BANDS):
        return []
    rule = frozenset[str]() if is_rebels(noun) else _RULE  # rebels are against the government anyhow
    prefixed = filter(is_prefixed, noun.doc[noun.left_edge.i : noun.i])
    beside = [one for one in prefixed if one.text[0].isupper() or one.lower_ in rule]
    if not beside or any(one.lower_ in ("led", "coalition") for one in noun.lefts):
        return []
    return [cast.minted(noun.doc[beside[0].i - 2 : noun.i + 1].text, "ArmedGroup")]


_RULE = W.GOVERNMENT | {"coup", "army"}


def of_the_state(token: Token, cast: Cast) -> bool:
    """Whether it is the state's forces that are meant: government jets, federal troops, the junta, the national army."""
    known = cast.mentions[id(token.doc)]
    words = [child for child in token.lefts if child.dep_ not in ("det", "punct", "nummod")]
    words = [child for child in words if known.get(child.i, (child.i, child.i + 1))[:2] == (child.i, child.i + 1)]
    lemma, before = token.lemma_.lower(), {child.lower_ for child in words}
    if before & (_OF_OTHERS | W.PEOPLES) or of_a_region(token):
        return False
    state = before & (W.GOVERNMENT | {"army", "military", "federal", "national", "loyalist", "security"})
    if token.lower_ == "force" and "air" in before:
        return before <= {"air", "national", "federal", "government", "own"}
    return bool(state) and (is_materiel(token) or lemma in W.PERSONNEL or (lemma in POSTS and token.head.lower_ == "from"))


_FORCES = frozenset({"forces", "troops", "fighters", "soldiers", "militia", "militias", "militiamen", "rebels", "jets", "drones"})


_NOT_OF_ONE_STATE = frozenset({"international", "foreign", "multinational", "peacekeeping", "security"})


def unknown_force(token: Token, cast: Cast) -> list[Party]:
    """A force that is named after a people or place that no list has: Tigrayan forces, Karen fighters."""
    if token.lower_ not in _FORCES:
        return []
    words = token.doc[token.left_edge.i : token.i + 1].text.lower().removeprefix("the ")
    if words.removesuffix(token.lower_).strip() in _NOT_OF_ONE_STATE and not behind(token, "of"):
        return [cast.minted(words, "ArmedForce")]
    named = [child for child in token.lefts if child.dep_ in ("amod", "compound", "nmod") and child.text[0].isupper()]
    type_of_arms = any(letter.isdigit() for one in named for letter in one.text)  # F-16 jets are anybody's
    if not named or type_of_arms or (named[-1].i == token.sent.start and not named[-1].ent_type_):
        return []
    if country_of(named[-1]) and ethnic(token) is None:
        return []
    return [cast.minted(token.doc[named[0].left_edge.i : token.i + 1].text, "ArmedGroup")]
