"""What an attack is said to have hit, where and when it was, and with what it was made."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.countries import demonyms
from kg.extraction.mentions import Act, Target, bare, is_verb, patient_of
from kg.extraction.naming import country_of
from kg.extraction.times import Time, times
from kg.terms import Weapon


def targets_of(token: Token, cast: Cast) -> Iterator[Target]:
    """What is said to have been hit, each kind of thing once."""
    seen: set[str] = set()
    for head in _hit(token):
        for one in (head, *(other for other in head.conjuncts if other.i > head.i)):
            target = site_of(one)
            if target and target.label not in seen:
                seen.add(target.label)
                yield target


def _hit(token: Token) -> Iterator[Token]:
    """The heads of the phrases that say what was hit."""
    if is_verb(token):
        patient = patient_of(token)
        if patient is not None:
            yield patient
        yield from _objects(token, ("in", "at"))
        return
    yield from _objects(token, ("on", "against", "at", "of", "near", "in", "to"))
    yield from (child for child in token.lefts if child.dep_ in ("compound", "nmod") and child.lemma_.lower() in W.SITES)
    for child in token.children:
        if child.dep_ in ("relcl", "acl") and child.lemma_.lower() in W.HITTING:
            yield from (one for one in child.children if one.dep_ in ("dobj", "nsubjpass"))
    verb = (
        token.head
        if token.dep_ in ("nsubj", "nsubjpass", "csubj")
        else token.head.head
        if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent")
        else None
    )
    if verb is not None and verb.pos_ == "VERB" and verb.lemma_.lower() in W.HITTING | {"kill", "injure", "reduce", "rock"}:
        if token.dep_ in ("nsubj", "csubj"):
            yield from (child for child in verb.children if child.dep_ == "dobj")
            yield from _objects(verb, ("in", "at"))
            for joined in verb.conjuncts:
                if joined.lemma_.lower() in W.HITTING:
                    yield from (child for child in joined.children if child.dep_ == "dobj")
        elif token.dep_ == "pobj":
            yield from (child for child in verb.children if child.dep_ in ("nsubjpass",))
            if verb.dep_ == "acl":
                yield verb.head


def _objects(token: Token, prepositions: Sequence[str]) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            yield from (one for one in child.children if one.dep_ == "pobj")


def site_of(token: Token) -> Target | None:
    """The site that the noun phrase with this head names."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and token.text[0].isupper():
        lemma = token.lower_
    previous = token.doc[token.i - 1].lemma_.lower() if token.i else ""
    kind = W.SITE_MODIFIERS.get(f"{previous} {lemma}") or W.SITES.get(lemma)
    if kind is None or kind == "Settlement":
        return None
    if lemma in ("complex", "building", "facility", "centre", "center", "ward", "compound", "grounds") and kind in (
        "ResidentialArea",
        "CivilianInfrastructure",
        "MilitaryObjective",
    ):
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


def places_of(act: Act, cast: Cast, names: Sequence[tuple[int, int, str, bool]]) -> list[str]:
    """The names of places by the act: in its own phrase, else in its clause; countries last."""
    token = act.token
    own = {one.i for one in token.subtree} if not is_verb(token) else set()
    for target in act.targets:
        own |= {one.i for one in target.token.subtree}
    for child in token.head.children if not is_verb(token) and token.dep_ in ("nsubj", "nsubjpass", "dobj") else ():
        if child.dep_ in ("prep", "dobj", "nsubjpass"):
            own |= {one.i for one in child.subtree}
    for indexes in (own, set(act.clause)):
        theirs = {party.key for party in act.attackers}
        found = [
            (country, name)
            for start, end, name, country in names
            if any(i in indexes for i in range(start, end))
            and _is_where(token.doc[end - 1])
            and not _is_theirs(token.doc[end - 1], theirs, cast)
        ]
        if found:
            return list(dict.fromkeys(name for _, name in sorted(found, key=lambda one: one[0])))
    return []


def _is_theirs(token: Token, attackers: set[str], cast: Cast) -> bool:
    """Whether the name stands for one of the attackers: Moscow's war, a U.S. strike."""
    hit = cast.mentions[id(token.doc)].get(token.i)
    code = country_of(token)
    return token.dep_ in ("poss", "compound", "nmod", "nsubj", "dobj", "nsubjpass") and (
        (hit is not None and hit[2] in attackers) or (code is not None and cast.names.states[code] in attackers)
    )


def place_names(doc: Doc, cast: Cast, is_place: Callable[[str], bool]) -> list[tuple[int, int, str, bool]]:
    """The names of places in a document: where each begins and ends, and whether it is a country."""
    found: list[tuple[int, int, str, bool]] = []
    taken: set[int] = set()
    for entity in doc.ents:
        name = entity.text.removesuffix("'s").removeprefix("the ").removeprefix("The ").strip()
        certain = entity.label_ in ("GPE", "LOC", "FAC")
        known = [cast.mentions[id(doc)][i][2] for i in range(entity.start, entity.end) if i in cast.mentions[id(doc)]]
        if known and (
            not certain or any(block.kind not in ("State", "StateBody") for key in known if (block := cast.names.blocks.get(key)))
        ):
            continue
        if (certain and entity.root.lemma_.lower() not in W.SITES) or (
            entity.label_ in ("PERSON", "ORG", "NORP") and _placed(entity.root) and is_place(name)
        ):
            found.append(
                (entity.start, entity.end, name, country_of(entity.root) is not None and entity.root.lower_ not in demonyms())
            )
            taken |= set(range(entity.start, entity.end))
    for token in doc:
        inside = token.ent_type_ in ("ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT") and token.dep_ in ("compound", "poss", "nmod")
        if (
            token.pos_ == "PROPN"
            and token.i not in taken
            and token.i not in cast.mentions[id(doc)]
            and (inside or not token.ent_type_)
            and token.text.isalpha()
            and len(token.text) > 3
            and token.lower_ not in demonyms()
            and is_place(token.text)
        ):
            found.append((token.i, token.i + 1, token.text, country_of(token) is not None))
    for token in doc:
        if token.lemma_.lower() in W.DISTRICTS:
            found += [(token.i, token.i + 1, name, False) for name in _district(token, taken | set(cast.mentions[id(doc)]))][:1]
    return sorted(found)


def _district(token: Token, taken: set[int]) -> Iterator[str]:
    """The name of a quarter or a village that no gazetteer need have: the Shahba neighbourhood, the village of Hass."""
    words = [
        child
        for child in token.lefts
        if child.dep_ in ("compound", "nmod", "amod")
        and child.pos_ == "PROPN"
        and child.i not in taken
        and child.lower_ not in demonyms()
    ]
    if words:
        yield token.doc[words[0].i : token.i].text
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (one.text for one in child.children if one.dep_ == "pobj" and one.pos_ == "PROPN" and one.i not in taken)


def _placed(token: Token) -> bool:
    """Whether a name that the parser takes for something else stands where places stand."""
    return token.pos_ == "PROPN" and (
        (token.dep_ == "pobj" and token.head.lower_ in ("in", "near", "at", "outside", "around", "on", "of"))
        or token.dep_ in ("compound", "poss")
    )


def _is_where(token: Token) -> bool:
    """Whether the name stands where a place does: not as a subject, nor as one who acts."""
    if token.lower_ in demonyms() or (token.dep_ == "nsubj" and token.head.pos_ == "VERB"):
        return False
    return not (token.dep_ == "pobj" and token.head.lower_ in ("by", "from", "to"))


def weapon_of(act: Act) -> Weapon | None:
    """The weapon that the words of the clause name."""
    text = " ".join(act.token.doc[i].lemma_.lower() for i in sorted(act.clause))
    return next((weapon for words, weapon in W.WEAPONS.items() if f" {words} " in f" {text} "), None)


def time_of(act: Act, doc: Doc, published: date | None, triggers: set[int]) -> Time | None:
    """The expression of time that is nearest, in the same clause or else alone in the sentence."""
    sentence = act.token.sent
    found = times(sentence.text, published)
    speech = {one.i for one in sentence if one.lemma_.lower() in W.SAY and one.pos_ == "VERB"}
    best: tuple[float, Time] | None = None
    for time in found:
        span = doc.char_span(sentence.start_char + time.start, sentence.start_char + time.end, alignment_mode="expand")
        if span is None or _of_speech(span.root, speech):
            continue
        distance = abs(span.root.i - act.token.i) + (0 if span.root.i in act.clause else 25)
        nearer = min((abs(span.root.i - other) for other in triggers if other != act.token.i), default=99)
        if nearer < abs(span.root.i - act.token.i) and span.root.i not in {one.i for one in act.token.subtree}:
            distance += 10
        if best is None or distance < best[0]:
            best = distance, time
    return best[1] if best and best[0] < 40 else None


def _of_speech(root: Token, speech: set[int]) -> bool:
    """Whether the time is that of speaking: the Observatory said on Thursday."""
    top = root
    while (
        top.head != top
        and top.head.i not in speech
        and top.dep_ in ("pobj", "npadvmod", "prep", "compound", "nummod", "amod", "advmod")
    ):
        top = top.head
    return (
        top.head.i in speech
        and top.dep_ in ("prep", "npadvmod", "advmod", "tmod", "nmod", "dobj")
        and abs(top.head.i - root.i) <= 4
    )
