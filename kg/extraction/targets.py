"""What an attack is said to have hit: sites by their nouns, and forces that are struck as such."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import is_door
from kg.extraction.cast import Cast
from kg.extraction.devices import THROWN, VEHICLES, is_bursting
from kg.extraction.downing import downed, is_aircraft, is_shooting_down
from kg.extraction.killings import tells_of_killing
from kg.extraction.mentions import Target, counting, is_headline_verb, is_verb, patient_of
from kg.extraction.party import Party
from kg.extraction.phrases import around
from kg.extraction.polarity import was_none
from kg.extraction.rehanging import CARRYING, VISITING
from kg.extraction.sites import ARMED, RANKS, fights_itself, label_of, site_of
from kg.extraction.triggers import BY_MEANS
from kg.extraction.violence import RAMMING
from kg.extraction.wielding import TURNED

_AIMED = ("on", "against", "at", "of", "near", "in", "to", "into", "outside", "inside", "beside", "upon", "targeting")
_FIRED = ("into", "on", "onto", "at", "toward", "towards", "against", "in")
_CARRIERS = ("truck", "bus", "car", "ambulance")
"""What a bombing is made with, where it stands before the word: a truck bombing."""
_AROUND = ("in", "at", "near", "outside", "inside", "beside")
_PIERCING = frozenset({
    "tear", "rip", "slam", "plough", "plow", "crash", "smash", "land", "fall", "pierce", "burst", "explode", "detonate", "rain",
})  # fmt: skip
"""Verbs that tell where a bomb or a shell went."""
_THROWING = THROWN | {"fire", "drop", "launch", "plant", "place", "detonate", "set"}
"""Verbs that tell what was done with a bomb or a shell that is their subject."""
_THROUGH = (
    "through", "into", "in", "on", "onto", "at", "upon", "near", "outside", "inside", "beside", "under", "beneath", "underneath",
    "against",
)  # fmt: skip
_WHERE = ("in", "near")
_CAME_IN = VEHICLES | {"helicopter", "jeep", "pickup", "tank", "plane"}
"""What those who attack come in: raided the town in three lorries."""
_SHORT_RANKS = frozenset({"gen", "col", "maj", "brig", "lt", "capt", "sgt", "cmdr"})


def targets_of(token: Token, cast: Cast) -> Iterator[Target]:
    """What is said to have been hit, each kind of thing once; the quarter in which it stands is no second target."""
    fallen = downed(token) if is_shooting_down(token) else None
    if fallen is not None and is_aircraft(fallen):
        yield Target("Aircraft", label_of(fallen), fallen)
        return
    seen: set[str] = set()
    for head, within in _hit(token):
        for one in map(_whole, _joined(head)):
            came = within and is_verb(token) and not is_bursting(token)
            came = came or (token.lemma_.lower() == "bomber" and one.head.i == token.i + 1 and one.head.lower_ in ("on", "in"))
            if was_none(one) or (came and one.lemma_.lower() in _CAME_IN):
                continue
            target = site_of(one, cast, within) or (_force(one, cast) if not within or one.dep_ == "dobj" else None)
            if target and target.label not in seen and not (within and seen and one.lemma_.lower() in W.DISTRICTS):
                seen.add(target.label)
                yield target


def _whole(head: Token) -> Token:
    """That of which a part is told: the camp of `the edge of the camp`; or the bus of `a bus carrying workers`, if misread."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and (head.lemma_.lower() in W.PARTS or head.lower_ in W.PARTS):
            return next((_whole(one) for one in child.children if one.dep_ == "pobj"), head)
    carriers = (one for child in head.lefts if child.tag_ == "VBG" for one in child.children if one.dep_ == "npadvmod")
    return next(carriers, head)


def _joined(head: Token) -> Iterator[Token]:
    """The head of a phrase, what is joined to it and what it is called: a school and a mosque; Lanta, a town."""
    for child in head.lefts:
        if child.dep_ in ("nmod", "compound") and child.lemma_.lower() in W.SITES and any(one.dep_ == "cc" for one in child.rights):
            yield child
    yield head
    yield from (other for other in head.conjuncts if other.i > head.i)
    yield from (child for child in head.rights if head.pos_ == "PROPN" and child.dep_ == "appos" and child.pos_ == "NOUN")


def _hit(token: Token) -> Iterator[tuple[Token, bool]]:
    """The heads of the phrases that say what was hit, and whether the words say that it was hit there rather than that."""
    if is_verb(token):
        patient = patient_of(token)
        steered = token.lemma_.lower() in RAMMING and patient is not None and patient.lemma_.lower() in VEHICLES
        if patient is not None and token.lemma_.lower() not in TURNED | _THROWING and not steered:
            yield patient, False
        yield from _objects(token, _aimed_by(token))
        at = ("on", "to", "upon") if token.lemma_.lower() == "inflict" else ("at", "inside", "outside")
        if tells_of_killing(token) or "on" in at:
            yield from (one for word in (token, patient) if word is not None for one in _objects(word, at))
        yield from _entered(token)
        return
    yield from _objects(token, _AIMED)
    yield from ((child, False) for child in token.children if child.dep_ == "dobj")
    if is_headline_verb(token):
        yield token.head, False
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    cared = after is not None and after.head.lemma_.lower() in CARRYING | VISITING
    if after is not None and after.lower_ in (*_AROUND, "on", "against") and after.head != token and not cared:
        yield from ((one, after.lower_ in _WHERE) for one in after.children if one.dep_ == "pobj")
    if after is not None and after.dep_ == "amod" and after.lemma_.lower() in W.HITTING and after.head.i > after.i:
        yield from ((one, False) for one in (after.head, after.head.head))
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in W.MANY:
        yield from _objects(token.head.head, ("on", "against"))
    yield from ((child, False) for child in token.lefts if child.dep_ in ("compound", "nmod") and _is_hit_before(child))
    for child in token.children:
        if child.dep_ in ("relcl", "acl"):
            yield from _by_clause(child)
    yield from _by_verb(token)


def _entered(verb: Token) -> Iterator[tuple[Token, bool]]:
    """Where those went in who did it there: burst into a temple and hurled grenades."""
    first = verb.head if verb.dep_ == "conj" else verb
    if first != verb and first.lemma_.lower() in _ENTERING:
        yield from _objects(first, ("into", "inside"))
        yield from ((child, False) for child in first.children if child.dep_ == "dobj" and child.lemma_.lower() in W.SITES)


_ENTERING = frozenset({"burst", "break", "walk", "enter", "force", "barge", "storm", "go", "invade", "infiltrate"})


def _aimed_by(verb: Token) -> Sequence[str]:
    """The prepositions behind which it stands what was hit: fired on, landed on a house, blew himself up outside a bank."""
    lemma = verb.lemma_.lower()
    if lemma in _PIERCING | RAMMING or is_bursting(verb):
        return _THROUGH
    if lemma == "set":
        return ("to",)
    return _FIRED if lemma in ("fire", "drop", "launch", "shoot", *TURNED) else ("in", "at")


def _is_hit_before(word: Token) -> bool:
    """Whether a noun before `attack` tells what was hit, rather than who or what with: a school bombing, but tank fire."""
    lemma = word.lemma_.lower()
    fights = W.PEOPLE.get(lemma) is not None or W.SITES.get(lemma) == "MilitaryEquipment" or lemma in W.MATERIEL
    return lemma in W.SITES and not fights and word.lower_ not in _CARRIERS


def _by_clause(verb: Token) -> Iterator[tuple[Token, bool]]:
    """What a clause on the noun says: a strike that hit a school, aimed at a base, which tore through a market."""
    lemma = verb.lemma_.lower()
    if lemma in _PIERCING:
        yield from _objects(verb, _THROUGH)
    if lemma in _THROWING:
        yield from _objects(verb, _FIRED)
    if lemma in W.HITTING:
        yield from ((one, False) for one in verb.children if one.dep_ in ("dobj", "nsubjpass"))
    elif lemma in ("aim", "direct"):
        yield from _objects(verb, ("at", "against"))
    elif lemma in W.KILL | W.INJURE:
        yield from _objects(verb, _AROUND)
        yield from ((one, one.pos_ == "NOUN") for one in verb.children if one.dep_ == "dobj" and one.pos_ in ("NOUN", "PROPN"))


def _by_verb(token: Token) -> Iterator[tuple[Token, bool]]:
    """What a verb beside the noun says: strikes hit a school, a school was hit in strikes, it has faced strikes."""
    token = counting(token)
    verb = token.head
    if token.dep_ == "pobj" and token.lemma_.lower() in W.DEVICES and verb.lower_ in ("over", "on", "onto", "into"):
        yield from ((child, False) for child in verb.head.children if child.dep_ == "nsubj")
        return
    if token.dep_ == "pobj" and (verb.dep_ == "agent" or verb.lower_ in BY_MEANS):
        verb = verb.head
    elif token.dep_ == "pobj" and verb.lower_ == "under" and verb.head.lemma_.lower() in ("come", "be", "fall", "remain"):
        yield from ((child, False) for child in verb.head.children if child.dep_ == "nsubj")
        return
    elif token.dep_ not in ("nsubj", "nsubjpass", "csubj", "dobj", "aux"):
        return
    if verb.pos_ != "VERB":
        return
    lemma = verb.lemma_.lower()
    if token.dep_ == "dobj":
        if lemma in W.UNDERGO or (token.lemma_.lower() in W.DEVICES and lemma in ("hit", "strike", "trigger")):
            yield from ((child, False) for child in verb.children if child.dep_ == "nsubj")
        if lemma in W.CARRY_OUT:
            yield from _objects(verb, ("on", "against", *(_AROUND if token.lower_ == "fire" else ("at",))))
        if lemma in _THROWING:
            yield from _objects(verb, (*_FIRED, *_AROUND))
            yield from _entered(verb)
        for child in verb.children if lemma in W.CARRY_OUT else ():
            if child.dep_ in ("advcl", "xcomp") and child.lemma_.lower() in W.HITTING | W.KILL:
                yield from ((one, False) for one in child.children if one.dep_ == "dobj")
    elif lemma in _PIERCING or is_bursting(verb):
        yield from _objects(verb, _THROUGH)
    elif lemma in ("take", "sustain", "suffer") and token.dep_ == "pobj":
        harmed = any(child.dep_ == "dobj" and child.lemma_.lower() in ("hit", "damage") for child in verb.children)
        yield from ((child, False) for child in verb.children if child.dep_ == "nsubj" and harmed)
    elif lemma in ("aim", "direct"):
        yield from _objects(verb, ("at", "against"))
    elif lemma in _THROWING and token.dep_ == "nsubjpass":
        yield from _objects(verb, (*_FIRED, *_AROUND))
    elif lemma in ("take", "occur", "happen") and token.dep_ == "nsubj":
        yield from _objects(verb, ("on", "against", *_AROUND))
    elif lemma not in W.HITTING | {"kill", "injure", "reduce", "rock"}:
        return
    elif token.dep_ in ("nsubj", "csubj", "aux"):
        harmed = lemma in ("kill", "injure")
        yield from ((child, harmed and child.pos_ == "NOUN") for child in verb.children if child.dep_ == "dobj")
        yield from _objects(verb, _AROUND)
        for joined in verb.conjuncts:
            if joined.lemma_.lower() in W.HITTING:
                yield from ((child, False) for child in joined.children if child.dep_ == "dobj")
    elif token.dep_ == "pobj":
        patient = patient_of(verb)
        if patient is not None and not (lemma == "kill" and verb.dep_ == "acl"):
            yield patient, False


def _objects(token: Token, prepositions: Sequence[str]) -> Iterator[tuple[Token, bool]]:
    for child in (*token.children, *_behind_makers(token)):
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions and not is_door(child):
            within = child.lower_ in _WHERE
            named = [one for one in child.children if one.dep_ == "pobj"]
            yield from ((one, within) for one in named or list(_said_to_be(child)) or _headline_site(child))


def _behind_makers(token: Token) -> Iterator[Token]:
    """The prepositions that the parse hangs on those who did it: an attack by rebels on a camp, but not gunmen on motorcycles."""
    for link in (child for one in around(token, "by") for child in one.children if child.lower_ in ("on", "against")):
        if not any(one.lemma_.lower() in _CAME_IN or W.HIT_ONLY.get(one.lemma_.lower()) == "Site" for one in link.children):
            yield link


def _said_to_be(preposition: Token) -> Iterator[Token]:
    """What it is called that was hit: depots in `strikes on what the army said were arms depots`."""
    for child in preposition.children:
        if child.dep_ == "pcomp" and any(one.lower_ == "what" for one in child.subtree):
            yield from [one for one in child.subtree if one.dep_ in ("attr", "oprd") and one.lower_ != "what"][:1]


def _headline_site(preposition: Token) -> Iterator[Token]:
    """The site that a preposition without an object stands before, as the parser leaves it in headlines."""
    following = preposition.doc[preposition.i + 1 : preposition.i + 6]
    yield from [one for one in following if one.lemma_.lower() in W.SITES][:1]


def _is_of_force(person: Party, cast: Cast) -> bool:
    """Whether the person is one of an armed group: its leader, a commander."""
    return any(one.kind == "ArmedGroup" for key in cast.side(person) if (one := cast.known(key)))


def _is_rank(word: Token) -> bool:
    """Whether the word beside a name says that its bearer fights: the commander, Maj. Gen."""
    if word.dep_ not in ("compound", "appos", "amod"):
        return False
    rank = word.lower_.removesuffix(".") in _SHORT_RANKS | RANKS and word.text[0].isupper() and not list(word.lefts)
    fights = W.PEOPLE.get(word.lemma_.lower()) == "combatants" or word.lemma_.lower() in RANKS
    return rank or (word.pos_ == "NOUN" and fights)


def _force(token: Token, cast: Cast) -> Target | None:
    """A force that is struck as such, or one of its people by name: an armed group, a commander."""
    if token.pos_ == "NOUN":
        return Target("MilitaryObjective", label_of(token), token) if fights_itself(token, cast) else None
    if token.pos_ not in ("PROPN", "PRON"):
        return None
    if token.pos_ == "PROPN" and any(map(_is_rank, token.subtree)):
        name = next((one.text for one in token.doc.ents if one.start <= token.i < one.end), token.text)
        return Target("MilitaryObjective", name[:110], token)
    hit = cast.mentions[id(token.doc)].get(token.i)
    if token.pos_ == "PRON":
        above = next((child for child in token.sent.root.children if child.dep_ == "nsubj" and child.i < token.i), None)
        hit = cast.mentions[id(token.doc)].get(above.i) if above is not None and token.lower_ in ("it", "they") else None
    party = cast.known(hit[2]) if hit else None
    if party is None or not (party.kind in ARMED or (party.kind == "Person" and _is_of_force(party, cast))):
        return None
    return Target("MilitaryObjective", token.doc[hit[0] : hit[1]].text if hit else party.label, token)
