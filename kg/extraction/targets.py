"""What an attack is said to have hit: sites by their nouns, and forces that are struck as such."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.mentions import Target, bare, is_headline_verb, is_verb, patient_of
from kg.extraction.triggers import BY_MEANS

_AIMED = ("on", "against", "at", "of", "near", "in", "to", "into")
_FIRED = ("into", "on", "onto", "at", "toward", "towards", "against", "in")
_CARRIERS = ("truck", "bus", "car", "ambulance")
"""What a bombing is made with, where it stands before the word: a truck bombing."""
_BUILT = ("complex", "building", "facility", "centre", "center", "ward", "compound", "grounds")
_VAGUE = ("ResidentialArea", "CivilianInfrastructure", "MilitaryObjective")


def targets_of(token: Token, cast: Cast) -> Iterator[Target]:
    """What is said to have been hit, each kind of thing once; the quarter in which it stands is no second target."""
    seen: set[str] = set()
    for head, within in _hit(token):
        for one in _joined(head):
            target = site_of(one) or _force(one, cast)
            if target and target.label not in seen and not (within and seen and one.lemma_.lower() in W.DISTRICTS):
                seen.add(target.label)
                yield target


def _joined(head: Token) -> Iterator[Token]:
    """The head of a phrase and what is joined to it: a school and a mosque, an apartment block and beach hotel."""
    for child in head.lefts:
        if child.dep_ in ("nmod", "compound") and child.lemma_.lower() in W.SITES and any(one.dep_ == "cc" for one in child.rights):
            yield child
    yield head
    yield from (other for other in head.conjuncts if other.i > head.i)


def _hit(token: Token) -> Iterator[tuple[Token, bool]]:
    """The heads of the phrases that say what was hit, and whether the words say that it was hit there rather than that."""
    if is_verb(token):
        patient = patient_of(token)
        if patient is not None:
            yield patient, False
        fires = token.lemma_.lower() in ("fire", "drop", "launch", "use")
        yield from _objects(token, _FIRED if fires else ("in", "at"))
        return
    yield from _objects(token, _AIMED)
    yield from ((child, False) for child in token.children if child.dep_ == "dobj")
    if is_headline_verb(token):
        yield token.head, False
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    if after is not None and after.lower_ in ("on", "against") and after.head != token:
        yield from ((one, False) for one in after.children if one.dep_ == "pobj")
    if after is not None and after.dep_ == "amod" and after.lemma_.lower() in W.HITTING and after.head.i > after.i:
        yield from ((one, False) for one in (after.head, after.head.head))
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in W.MANY:
        yield from _objects(token.head.head, ("on", "against"))
    yield from (
        (child, False)
        for child in token.lefts
        if child.dep_ in ("compound", "nmod") and child.lemma_.lower() in W.SITES and child.lower_ not in _CARRIERS
    )
    for child in token.children:
        if child.dep_ in ("relcl", "acl") and child.lemma_.lower() in W.HITTING:
            yield from ((one, False) for one in child.children if one.dep_ in ("dobj", "nsubjpass"))
    yield from _by_verb(token)


def _by_verb(token: Token) -> Iterator[tuple[Token, bool]]:
    """What a verb beside the noun says: strikes hit a school, a school was hit in strikes, it has faced strikes."""
    verb = token.head
    if token.dep_ == "pobj" and (verb.dep_ == "agent" or verb.lower_ in BY_MEANS):
        verb = verb.head
    elif token.dep_ not in ("nsubj", "nsubjpass", "csubj", "dobj", "aux"):
        return
    if verb.pos_ != "VERB":
        return
    lemma = verb.lemma_.lower()
    if token.dep_ == "dobj":
        if lemma in W.UNDERGO:
            yield from ((child, False) for child in verb.children if child.dep_ == "nsubj")
        for child in verb.children if lemma in W.CARRY_OUT else ():
            if child.dep_ in ("advcl", "xcomp") and child.lemma_.lower() in W.HITTING | W.KILL:
                yield from ((one, False) for one in child.children if one.dep_ == "dobj")
    elif lemma in ("explode", "detonate"):
        yield from _objects(verb, ("in", "at", "near", "outside", "inside", "beside"))
    elif lemma not in W.HITTING | {"kill", "injure", "reduce", "rock"}:
        return
    elif token.dep_ in ("nsubj", "csubj", "aux"):
        yield from ((child, False) for child in verb.children if child.dep_ == "dobj")
        yield from _objects(verb, ("in", "at"))
        for joined in verb.conjuncts:
            if joined.lemma_.lower() in W.HITTING:
                yield from ((child, False) for child in joined.children if child.dep_ == "dobj")
    elif token.dep_ == "pobj":
        patient = patient_of(verb)
        if patient is not None and not (lemma == "kill" and verb.dep_ == "acl"):
            yield patient, False


def _objects(token: Token, prepositions: Sequence[str]) -> Iterator[tuple[Token, bool]]:
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            within = child.lower_ in ("in", "at", "near")
            named = [one for one in child.children if one.dep_ == "pobj"]
            yield from ((one, within) for one in named or _headline_site(child))


def _headline_site(preposition: Token) -> Iterator[Token]:
    """The site that a preposition without an object stands before, as the parser leaves it in headlines."""
    following = preposition.doc[preposition.i + 1 : preposition.i + 6]
    yield from [one for one in following if one.lemma_.lower() in W.SITES][:1]


def site_of(token: Token) -> Target | None:
    """The site that the noun phrase with this head names."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and token.text[0].isupper():
        lemma = token.lower_
    previous = token.doc[token.i - 1].lemma_.lower() if token.i else ""
    kind = W.SITE_MODIFIERS.get(f"{previous} {lemma}") or W.SITES.get(lemma)
    if kind is None or kind == "Settlement":
        return None
    if lemma in _BUILT and kind in _VAGUE:
        before = [child.lemma_.lower() for child in token.lefts]
        named = [W.SITES[word] for word in before if word in W.SITES and word not in W.WEAK_SITES]
        kind = named[0] if named else kind
        kind = "MedicalFacility" if previous in W.MEDICAL_MODIFIERS and kind == "CivilianInfrastructure" else kind
    label = bare(token.doc[token.left_edge.i : token.i + 1].text)
    following = next(
        (
            child
            for child in token.rights
            if child.dep_ in ("prep", "acl", "relcl")
            and child.right_edge.i - token.i <= 9
            and (child.dep_ == "acl" or child.lower_ in ("in", "of", "at"))
        ),
        None,
    )
    if following is not None and len(label.split()) <= 2:
        label = bare(token.doc[token.left_edge.i : following.right_edge.i + 1].text)
    return Target(kind, label[:110].strip(" ,\"'"), token)


def _force(token: Token, cast: Cast) -> Target | None:
    """A force that is struck as such, or one of its people by name: an armed group, a commander."""
    if token.pos_ not in ("PROPN", "PRON"):
        return None
    beside = (one for one in token.subtree if one.dep_ in ("compound", "appos", "amod") and one.pos_ == "NOUN")
    if token.pos_ == "PROPN" and any(W.PEOPLE.get(one.lemma_.lower()) == "combatants" for one in beside):
        name = next((one.text for one in token.doc.ents if one.start <= token.i < one.end), token.text)
        return Target("MilitaryObjective", name[:110], token)
    hit = cast.mentions[id(token.doc)].get(token.i)
    if token.pos_ == "PRON":
        above = next((child for child in token.sent.root.children if child.dep_ == "nsubj" and child.i < token.i), None)
        hit = cast.mentions[id(token.doc)].get(above.i) if above is not None and token.lower_ in ("it", "they") else None
    party = cast.known(hit[2]) if hit else None
    if party is None or party.kind not in ("ArmedGroup", "ArmedForce"):
        return None
    return Target("MilitaryObjective", token.doc[hit[0] : hit[1]].text if hit else party.label, token)
