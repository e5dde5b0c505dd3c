"""Mentions of attacks: the word that tells of one, who is said to have done it, what was hit, where and when."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.parties import Cast, Party, country_of, is_materiel, is_rebels
from kg.extraction.countries import demonyms
from kg.extraction.times import Time, times
from kg.terms import EventKind, Responsibility, SiteKind, Weapon

_FIGHTING = ("State", "StateBody", "ArmedForce", "ArmedGroup", "Coalition")
_IRREALIS = frozenset({"would", "could", "might", "should", "if", "unless", "threaten", "threat", "prevent", "possible", "possibility", "plan", "prepare", "warn", "avoid", "risk", "fear", "vow", "stop", "halt", "end", "ban", "ceasefire", "truce", "against"})
_HIT = frozenset({"hit", "strike", "destroy", "damage", "target", "level", "flatten", "bomb", "shell", "attack", "pound", "raze", "ravage", "gut", "devastate", "demolish"})


@dataclass(frozen=True, slots=True)
class Target:
    """What is said to have been hit."""

    kind: SiteKind
    label: str
    token: Token


@dataclass(slots=True)
class Act:
    """One mention of an attack."""

    doc: int
    token: Token
    kind: EventKind
    campaign: bool
    anaphoric: bool
    attackers: list[Party] = field(default_factory=list)
    responsibility: Responsibility = "sole"
    targets: list[Target] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    quarters: list[str] = field(default_factory=list)
    time: Time | None = None
    weapon: Weapon | None = None
    clause: frozenset[int] = frozenset()
    another: bool = False


def acts(doc: Doc, number: int, cast: Cast, published: date | None, is_place: Callable[[str], bool]) -> list[Act]:
    """The mentions of attacks in a document, in their order."""
    found = [act for token in doc if (act := _act(token, number))]
    triggers = {act.token.i for act in found}
    names = place_names(doc, cast, is_place) if found or any(token.lemma_.lower() in W.KILL for token in doc) else []
    found = [act for act in found if not _doubled(act.token, triggers)]
    for act in found:
        act.clause = frozenset(_clause(act.token))
        _set_attackers(act, cast)
        act.targets = list(_targets(act.token, cast))
        named = _places(act, cast, names)
        quarters = {name for start, _, name, _ in names if doc[start].lemma_.lower() in _DISTRICTS}
        act.places, act.quarters = [name for name in named if name not in quarters], [name for name in named if name in quarters]
        act.weapon = _weapon(act)
        if not act.campaign and act.token.tag_ == "NNS" and act.places and not act.targets and not act.anaphoric and all(country for *_, name, country in names if name in act.places):
            act.campaign, act.kind = True, "Campaign"
    found += _killings(doc, number, cast, triggers, names)
    found.sort(key=lambda act: act.token.i)
    for act in found:
        act.time = _time(act, doc, published, triggers)
    return found


def _killings(doc: Doc, number: int, cast: Cast, triggers: set[int], names: Sequence[tuple[int, int, str, bool]]) -> Iterator[Act]:
    """`Government forces killed 516 civilians`: an attack told by its harm, where it is said who did it."""
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_.lower() not in ("kill", "murder", "massacre", "execute", "wound") or token.i in triggers or _doubled(token, triggers):
            continue
        act = Act(number, token, "Attack", False, False)
        act.clause = frozenset(_clause(token))
        if act.clause & triggers:
            continue
        _set_attackers(act, cast)
        if act.attackers:
            act.places = [name for name in _places(act, cast, names)]
            yield act


def _act(token: Token, number: int) -> Act | None:
    if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "ADJ" and token.lower_ == "strike") or _is_verbal_noun(token):
        kind = _noun_kind(token)
    elif token.pos_ == "VERB":
        kind = _verb_kind(token)
    else:
        kind = None
    if kind is None:
        return None
    campaign = _is_campaign(token, kind)
    plain = not any(child.dep_ in ("amod", "compound", "nmod", "prep", "acl", "relcl", "poss") and child.lower_ not in ("deadly", "latest", "air") for child in token.children)
    definite = any(child.lower_ in ("the", "this", "that", "these", "those", "such") for child in token.children)
    above = [token.head.head] if token.dep_ == "pobj" and token.head.lower_ == "of" else []
    another = any(child.lower_ in ("second", "another", "third", "new", "separate", "other", "further", "fresh", "different") for one in (token, *above) for child in one.children)
    pointing = token.pos_ != "VERB" and any(child.lower_ in ("this", "that", "these", "those") and child.dep_ == "det" for child in token.lefts)
    anaphoric = pointing or token.pos_ != "VERB" and plain and (definite or token.tag_ == "NNS") and token.dep_ != "ROOT"
    return Act(number, token, "Campaign" if campaign else kind, campaign, anaphoric, another=another)


def is_verb(token: Token) -> bool:
    """Whether the word tells of the attack as a verb."""
    return token.pos_ == "VERB" and not _is_verbal_noun(token)


def _is_verbal_noun(token: Token) -> bool:
    """Whether `shelling` and the like, taken for a verb, stands as a noun."""
    return token.lower_ in ("shelling", "bombing", "targeting") and not any(child.dep_ in ("dobj", "aux") for child in token.children) and (token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "csubj") or any(child.dep_ in ("det", "amod", "compound", "nmod", "nsubj") for child in token.lefts) or token.doc[token.i + 1 : token.i + 2].text == "of")


def _noun_kind(token: Token) -> EventKind | None:
    lemma = token.lower_ if _is_verbal_noun(token) else token.lemma_.lower()
    before = [child.lower_ for child in token.lefts if child.dep_ in ("compound", "amod", "nmod")]
    if token.i and token.doc[token.i - 1].lower_ in W.ATTACK_MODIFIERS:
        before.append(token.doc[token.i - 1].lower_)
    if lemma == "fire" and (set(before) & (W.FIRE_NOUNS | {"rocket", "mortar", "artillery"})):
        return "Shelling"
    if lemma.endswith("airstrike"):
        lemma = "airstrike"
    if lemma in _BY_WEAPON and _is_agent(token):
        return _BY_WEAPON[lemma]
    kind = W.ATTACK_NOUNS.get(lemma)
    if kind is None or (lemma in ("explosion", "blast") and token.tag_ == "NNS"):
        return None
    if token.dep_ in ("compound", "amod", "nmod") and token.head.i == token.i + 1 and token.head.lemma_.lower() not in W.ATTACK_NOUNS:
        return None
    if token.dep_ in ("compound", "nmod") and token.head.lemma_.lower() in W.ATTACK_NOUNS and token.head.i > token.i:
        return None
    if "heart" in before or "cyber" in before or "verbal" in before or "terror" == lemma or "information" in before or "media" in before:
        return None
    told = next((W.ATTACK_MODIFIERS[word] for word in before if word in W.ATTACK_MODIFIERS), None)
    if lemma in W.LIGHT_NOUNS:
        company = told or any(country_of(child) for child in token.lefts) or any(word in before for word in ("military", "deadly", "nato", "coalition", "precision", "pinpoint", "hospital", "school"))
        objects = any(child.dep_ == "prep" and child.lower_ in ("on", "against") for child in token.children)
        if lemma in ("war", "killing", "incident", "blitz") and not told:
            return None
        if not (company or (objects and lemma in ("strike", "offensive")) or (lemma == "strike" and _definite(token)) or lemma in ("offensive", "barrage") and (company or _definite(token)) or (lemma == "targeting" and (objects or any(child.lower_ == "of" for child in token.children)))):
            return None
    return told if told and kind in ("Attack", "Bombing", "Campaign", "GroundAttack") and kind != "Campaign" else kind


def _is_agent(token: Token) -> bool:
    """Whether bombs or shells, said whose they are, are what kills or hits."""
    if not any(country_of(child) or is_rebels(child) or child.lower_ in ("regime", "government", "coalition", "army", "cluster", "barrel") for child in token.lefts):
        return False
    verb = token.head if token.dep_ == "nsubj" else token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("by", "in") else None
    return verb is not None and verb.lemma_.lower() in _HIT | W.KILL | W.INJURE | {"land", "fall", "slam"}


def _definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "this", "these", "those") for child in token.children) or token.tag_ == "NNS"


def _verb_kind(token: Token) -> EventKind | None:
    lemma = token.lemma_.lower()
    kind = W.ATTACK_VERBS.get(lemma)
    if lemma in ("fire", "drop", "use", "launch"):
        return _kind_by_weapon(token)
    if kind is None or (token.dep_ in ("amod", "compound")):
        return None
    patient = _patient(token)
    if patient is None:
        return None
    if lemma in W.STRONG_VERBS and patient.pos_ in ("NOUN", "PROPN", "PRON"):
        return None if patient.lemma_.lower() in ("plan", "idea", "decision", "policy", "record", "report", "critic") else kind
    hit = patient.lemma_.lower()
    names_place = patient.ent_type_ in ("GPE", "LOC", "FAC") or (patient.pos_ == "PROPN" and patient.ent_type_ in ("ORG", "NORP"))
    if hit in W.SITES or names_place or (lemma in ("target", "terrorise", "terrorize") and (hit in W.PEOPLE or hit == "population")):
        return kind if not _by_disaster(token) else None
    return None


_BY_WEAPON: dict[str, EventKind] = {
    "missile": "MissileAttack", "rocket": "Shelling", "shell": "Shelling", "bomb": "AirStrike", "munition": "Attack", "mortar": "Shelling", "drone": "AirStrike",
}  # fmt: skip


def _kind_by_weapon(verb: Token) -> EventKind | None:
    """Firing missiles, dropping bombs, using munitions."""
    weapons = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    kind = next((_BY_WEAPON[one.lemma_.lower()] for one in weapons if one.lemma_.lower() in _BY_WEAPON), None)
    return kind if kind and verb.dep_ not in ("amod",) else None


def _by_disaster(verb: Token) -> bool:
    return any(one.lemma_.lower() in ("earthquake", "storm", "flood", "crisis", "inflation", "poverty", "sanction") for one in verb.subtree)


def _patient(verb: Token) -> Token | None:
    """What the verb is done to."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return child
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    if verb.dep_ == "relcl" and any(child.dep_ == "nsubjpass" for child in verb.children):
        return verb.head
    if verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.children):
        return _patient(verb.head)
    return None


def _doubled(token: Token, triggers: set[int]) -> bool:
    """Whether a verb tells of the attack that a noun beside it names: `air strikes hit a hospital`."""
    if not is_verb(token):
        return False
    for child in token.children:
        if child.dep_ == "nsubj" and (child.i in triggers or child.lower_ in ("which", "that")) :
            return child.i in triggers or token.head.i in triggers
        if child.dep_ in ("agent", "prep") and any(one.i in triggers and one.pos_ != "VERB" for one in child.children):
            return True
    return token.dep_ in ("relcl", "acl") and token.head.i in triggers


def _is_campaign(token: Token, kind: EventKind) -> bool:
    if kind == "Campaign":
        return True
    lower = {one.lower_ for one in token.subtree} | {child.lower_ for child in token.head.children} | {token.head.lower_}
    plural = token.tag_ in ("NNS", "NNPS")
    verb = token.head.head if token.head.dep_ == "prep" else token.head
    going_on = verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.lower_ in ("is", "are", "been") for child in verb.children)
    if plural and token.dep_ == "dobj" and going_on:
        return True
    if is_verb(token):
        return bool({child.lower_ for child in token.children} & {"regularly", "repeatedly", "routinely", "systematically", "frequently", "often", "deliberately"}) or token.tag_ == "VBG" and any(aux.lower_ in ("is", "are", "been") for aux in token.children if aux.dep_ == "aux")
    return plural and bool(lower & W.CAMPAIGN_SIGNS)


def _clause(token: Token) -> set[int]:
    """The tokens of the clause that the word stands in."""
    top = token
    while top.head != top and top.dep_ not in ("ccomp", "relcl", "advcl", "parataxis", "conj") or (top.dep_ == "conj" and top.pos_ != "VERB"):
        if top.head == top:
            break
        top = top.head
    cut = {one.i for child in top.subtree if child != top and child.dep_ in ("ccomp", "advcl", "parataxis") and child.pos_ == "VERB" and token.i not in {t.i for t in child.subtree} for one in child.subtree}
    return {one.i for one in top.subtree} - cut


# ---- who


def _set_attackers(act: Act, cast: Cast) -> None:
    token = act.token
    for head in _agents(token):
        parties, alternative = fighters(head, cast)
        for party in parties:
            if all(party.key != other.key for other in act.attackers):
                act.attackers.append(party)
        if alternative:
            act.responsibility = "alternative"
    if not act.attackers and not is_verb(token):
        parties, alternative = _before(token, cast)
        act.attackers = parties
        if alternative:
            act.responsibility = "alternative"
    if len(act.attackers) > 1 and act.responsibility == "sole":
        act.responsibility = "joint"


def _agents(token: Token) -> Iterator[Token]:
    """The heads of the phrases that say who does it."""
    if is_verb(token):
        yield from _doers(token)
        return
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            yield from (one for one in child.children if one.dep_ == "pobj" and not (child.lower_ == "from" and one.ent_type_ == "GPE"))
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in W.CARRY_OUT | {"blame", "make"}:
            yield from _passive_agents(child)
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            yield child
    yield from _held_to_account(token)
    verb = token.head
    if token.dep_ in ("pobj",) and verb.dep_ in ("prep", "prt") and verb.head.lemma_.lower() in W.CARRY_OUT:
        verb = verb.head
    if verb.pos_ == "VERB" and verb.lemma_.lower() in W.CARRY_OUT:
        if token.dep_ in ("dobj", "pobj"):
            yield from _doers(verb)
        elif token.dep_ == "nsubjpass":
            yield from _passive_agents(verb)


def _held_to_account(token: Token) -> Iterator[Token]:
    """Who is blamed for the attack, was behind it, is responsible for it, claimed it."""
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in ("blame", "pin"):
        for child in token.head.children:
            if child.dep_ == "prep" and child.lower_ == "on":
                yield from (one for one in child.children if one.dep_ == "pobj")
        return
    if token.dep_ != "pobj" or token.head.lower_ not in ("for", "behind", "of", "over", "in"):
        return
    above = token.head.head
    lemma = above.lemma_.lower()
    if lemma in ("blame", "accuse", "condemn", "suspect") and token.head.lower_ != "in":
        yield from (child for child in above.children if child.dep_ in ("dobj", "nsubjpass") and child.pos_ != "NOUN" or child.dep_ == "dobj" and is_rebels(child))
    elif lemma in ("be", "responsible") or (lemma == "responsibility" and above.head.lemma_.lower() in ("claim", "admit", "accept", "bear", "take")):
        verb = above if lemma == "be" else above.head
        if token.head.lower_ in ("behind", "for"):
            yield from (child for child in verb.children if child.dep_ == "nsubj")


def _doers(verb: Token) -> Iterator[Token]:
    """Who does what the verb says: its subject, its agent, or who is accused of it."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or (verb.dep_ in ("acl", "conj") and verb.tag_ == "VBN" and not any(child.dep_ == "nsubj" for child in verb.children) and not any(child.dep_ == "dobj" for child in verb.children))
    if passive:
        yield from _passive_agents(verb)
        return
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None:
        yield subject
        return
    head = verb.head
    if verb.dep_ == "pcomp" and head.dep_ == "prep" and head.head.lemma_.lower() in ("accuse", "suspect", "blame", "deny", "condemn"):
        yield from (child for child in head.head.children if child.dep_ in ("dobj", "nsubjpass"))
    elif verb.dep_ in ("xcomp", "conj", "advcl") and head.pos_ in ("VERB", "AUX"):
        yield from _doers(head) if verb.dep_ != "advcl" or verb.tag_ == "VBG" else ()


def _passive_agents(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "on"):
            yield from (one for one in child.children if one.dep_ == "pobj")


def fighters(token: Token, cast: Cast) -> tuple[list[Party], bool]:
    """The actors that a noun phrase names as those who fight, and whether it is one or other of them."""
    found: list[Party] = []
    alternative = False
    for one in (token, *(child for child in token.conjuncts if child.i > token.i)):
        alternative = alternative or any(child.lower_ == "or" for child in one.children) or any(child.lower_ in ("or", "either") for child in one.lefts)
        for party in _fighters(one, cast):
            if all(party.key != other.key for other in found):
                found.append(party)
    return found, alternative and len(found) > 1


def _fighters(token: Token, cast: Cast) -> list[Party]:
    codes = cast.joint_countries(token)
    lemma = token.lemma_.lower()
    if codes and (is_materiel(token) or lemma in ("government", "regime", "state", "military")):
        rebels = [child for child in token.lefts if is_rebels(child)]
        return [cast.state(code) for code in codes] if not rebels else _rebels(token, cast)
    if is_materiel(token) and any(child.lower_ in ("government", "regime", "army", "state") for child in token.lefts) and cast.theatre:
        return [cast.state(cast.theatre)]
    if is_rebels(token) and token.pos_ != "PROPN":
        return _rebels(token, cast)
    if is_materiel(token):
        parties, _ = _before(token, cast)
        return parties
    party = cast.party(token)
    return [_principal(party, cast)] if party and party.kind in _FIGHTING else []


def _principal(party: Party, cast: Cast) -> Party:
    """A body of a state acts for the state."""
    above = party.block.part_of if party.block else (cast.names.reference.actors[party.key].part_of if party.key in cast.names.reference.actors else ())
    if party.kind in ("StateBody", "ArmedForce") and above and (party.block or party.kind == "StateBody"):
        return cast.known(above[0]) or cast.parties.get(above[0], party)
    return party


def _rebels(token: Token, cast: Cast) -> list[Party]:
    hit = cast.party(token)
    if hit and hit.kind == "ArmedGroup":
        return [hit]
    if "SY" in cast.countries and token.lemma_.lower() in ("rebel", "insurgent", "fighter", "opposition") and (known := cast.known("syrian-opposition-fighters")):
        return [known]
    named = [child for child in token.lefts if child.i in cast.mentions[id(token.doc)]]
    if named and (party := cast.known(cast.mentions[id(token.doc)][named[0].i][2])) and party.kind in _FIGHTING:
        return [party]
    label = token.doc[token.left_edge.i : token.i + 1].text
    return [cast._mint(_bare(label), "ArmedGroup")]


def _bare(label: str) -> str:
    for word in ("the ", "The ", "a ", "an ", "some ", "suspected ", "armed "):
        label = label.removeprefix(word)
    return label


def _before(token: Token, cast: Cast) -> tuple[list[Party], bool]:
    """The actors whose names stand before the noun: Russian or Syrian air strikes, coalition raids, rebel shelling."""
    found: list[Party] = []
    alternative = False
    for child in _all_before(token):
        for one in (child, *(other for other in child.conjuncts if other.i < token.i)):
            alternative = alternative or any(other.lower_ in ("or", "either") for other in one.children)
            party = _modifier(one, token, cast)
            if party and all(party.key != other.key for other in found):
                found.append(party)
    return found, alternative and len(found) > 1


def _all_before(token: Token) -> Iterator[Token]:
    """What stands before the noun, and before what stands there: rebel mortar shelling; Russia's recent wave of strikes."""
    for child in token.lefts:
        yield child
        if child.dep_ in ("compound", "nmod", "amod"):
            yield from (other for other in child.lefts if other.dep_ in ("compound", "nmod", "amod", "poss"))
    above = token.head.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and above.lemma_.lower() in _MANY:
        yield from above.lefts


_MANY = frozenset({"wave", "series", "string", "spate", "campaign", "barrage", "number", "round", "flurry", "succession", "salvo"})


def _modifier(one: Token, noun: Token, cast: Cast) -> Party | None:
    code = country_of(one)
    if code and (one.lower_ in demonyms() or one.lower_ in ("us", "u.s.", "u.s", "uk", "british") or "-led" in one.lower_ or one.dep_ == "poss"):
        hit = cast.mentions[id(one.doc)].get(one.i)
        named = cast.known(hit[2]) if hit and hit[1] - hit[0] > 1 else None
        return named if named and named.kind in _FIGHTING else cast.state(code)
    if is_rebels(one) and one.lemma_.lower() not in ("terrorist", "extremist"):
        found = _rebels(one, cast)
        return found[0] if found else None
    if one.lower_ in ("government", "regime") and cast.theatre:
        return cast.state(cast.theatre)
    if one.lower_ == "coalition" or one.lower_.endswith("-led"):
        return _coalition(one, noun, cast)
    hit = cast.mentions[id(one.doc)].get(one.i)
    party = cast.known(hit[2]) if hit else None
    return _principal(party, cast) if party and party.kind in _FIGHTING else None


def _coalition(one: Token, noun: Token, cast: Cast) -> Party | None:
    text = noun.sent.text.lower()
    if "saudi" in text or "YE" in cast.countries:
        return cast.known("saudi-led-coalition")
    return cast.known("us-led-coalition") if {"SY", "IQ"} & set(cast.countries) else cast._mint("coalition", "Coalition")


# ---- what, where, when, with what


def _targets(token: Token, cast: Cast) -> Iterator[Target]:
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
        patient = _patient(token)
        if patient is not None:
            yield patient
        yield from _objects(token, ("in", "at"))
        return
    yield from _objects(token, ("on", "against", "at", "of", "near", "in", "to"))
    yield from (child for child in token.lefts if child.dep_ in ("compound", "nmod") and child.lemma_.lower() in W.SITES)
    for child in token.children:
        if child.dep_ in ("relcl", "acl") and child.lemma_.lower() in _HIT:
            yield from (one for one in child.children if one.dep_ in ("dobj", "nsubjpass"))
    verb = token.head if token.dep_ in ("nsubj", "nsubjpass") else token.head.head if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent") else None
    if verb is not None and verb.pos_ == "VERB" and verb.lemma_.lower() in _HIT | {"kill", "injure", "reduce", "rock"}:
        if token.dep_ == "nsubj":
            yield from (child for child in verb.children if child.dep_ == "dobj")
            yield from _objects(verb, ("in", "at"))
            for joined in verb.conjuncts:
                if joined.lemma_.lower() in _HIT:
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
    kind = W.SITE_MODIFIERS.get((previous, lemma)) or W.SITES.get(lemma)
    if kind is None or kind == "Settlement":
        return None
    if lemma in ("complex", "building", "facility", "centre", "center", "ward", "compound", "grounds") and kind in ("ResidentialArea", "CivilianInfrastructure", "MilitaryObjective"):
        kind = next((W.SITES[child.lemma_.lower()] for child in token.lefts if child.lemma_.lower() in W.SITES and child.lemma_.lower() not in W.WEAK_SITES), kind)
        kind = "MedicalFacility" if previous in W.MEDICAL_MODIFIERS and kind == "CivilianInfrastructure" else kind
    label = _bare(token.doc[token.left_edge.i : token.i + 1].text)
    following = next((child for child in token.rights if child.dep_ in ("prep", "acl", "relcl") and child.right_edge.i - token.i <= 9 and (child.dep_ == "acl" or child.lower_ in ("in", "of", "at"))), None)
    if following is not None and len(label.split()) <= 2:
        label = _bare(token.doc[token.left_edge.i : following.right_edge.i + 1].text)
    return Target(kind, label[:110].strip(" ,\"'"), token)


def _places(act: Act, cast: Cast, names: Sequence[tuple[int, int, str, bool]]) -> list[str]:
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
            (country, name) for start, end, name, country in names
            if any(i in indexes for i in range(start, end)) and _is_where(token.doc[end - 1], token) and not _is_theirs(token.doc[end - 1], theirs, cast)
        ]
        if found:
            return list(dict.fromkeys(name for _, name in sorted(found, key=lambda one: one[0])))
    return []


def _is_theirs(token: Token, attackers: set[str], cast: Cast) -> bool:
    """Whether the name stands for one of the attackers: Moscow's war, a U.S. strike."""
    hit = cast.mentions[id(token.doc)].get(token.i)
    code = country_of(token)
    return token.dep_ in ("poss", "compound", "nmod", "nsubj") and ((hit is not None and hit[2] in attackers) or (code is not None and cast.names.states[code] in attackers))


def place_names(doc: Doc, cast: Cast, is_place: Callable[[str], bool]) -> list[tuple[int, int, str, bool]]:
    """The names of places in a document: where each begins and ends, and whether it is a country."""
    found: list[tuple[int, int, str, bool]] = []
    taken: set[int] = set()
    for entity in doc.ents:
        name = entity.text.removesuffix("'s").removeprefix("the ").removeprefix("The ").strip()
        certain = entity.label_ in ("GPE", "LOC", "FAC")
        known = [cast.mentions[id(doc)][i][2] for i in range(entity.start, entity.end) if i in cast.mentions[id(doc)]]
        if known and (not certain or any(block.kind not in ("State", "StateBody") for key in known if (block := cast.names.blocks.get(key)))):
            continue
        if (certain and not entity.root.lemma_.lower() in W.SITES) or (entity.label_ in ("PERSON", "ORG", "NORP") and _placed(entity.root) and is_place(name)):
            found.append((entity.start, entity.end, name, country_of(entity.root) is not None and entity.root.lower_ not in demonyms()))
            taken |= set(range(entity.start, entity.end))
    for token in doc:
        inside = token.ent_type_ in ("ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT") and token.dep_ in ("compound", "poss", "nmod")
        if token.pos_ == "PROPN" and token.i not in taken and token.i not in cast.mentions[id(doc)] and (inside or not token.ent_type_) and token.text.isalpha() and len(token.text) > 3 and token.lower_ not in demonyms() and is_place(token.text):
            found.append((token.i, token.i + 1, token.text, country_of(token) is not None))
    for token in doc:
        if token.lemma_.lower() in _DISTRICTS:
            name = next(iter(_district(token, taken)), None)
            if name:
                found.append((token.i, token.i + 1, name, False))
    return sorted(found)


_DISTRICTS = frozenset({"neighbourhood", "neighborhood", "district", "village", "town", "city", "province", "governorate", "region", "suburb", "camp", "oblast"})


def _district(token: Token, taken: set[int]) -> Iterator[str]:
    """The name of a quarter or a village that no gazetteer need have: the Shahba neighbourhood, the village of Hass."""
    words = [child for child in token.lefts if child.dep_ in ("compound", "nmod", "amod") and child.pos_ == "PROPN" and child.i not in taken and child.lower_ not in demonyms()]
    if words:
        yield token.doc[words[0].i : token.i].text
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (one.text for one in child.children if one.dep_ == "pobj" and one.pos_ == "PROPN" and one.i not in taken)


def _placed(token: Token) -> bool:
    """Whether a name that the parser takes for something else stands where places stand."""
    return token.pos_ == "PROPN" and ((token.dep_ == "pobj" and token.head.lower_ in ("in", "near", "at", "outside", "around", "on", "of")) or token.dep_ in ("compound", "poss"))


def _is_where(token: Token, trigger: Token) -> bool:
    if token.lower_ in demonyms() or (token.dep_ in _AGENTS and token.head.pos_ == "VERB" and token.dep_ == "nsubj"):
        return False
    return not (token.dep_ == "pobj" and token.head.lower_ in ("by", "from", "to"))


_AGENTS = ("nsubj", "agent")


def _weapon(act: Act) -> Weapon | None:
    text = " ".join(act.token.doc[i].lemma_.lower() for i in sorted(act.clause))
    return next((weapon for words, weapon in W.WEAPONS.items() if f" {words} " in f" {text} "), None)


def _time(act: Act, doc: Doc, published: date | None, triggers: set[int]) -> Time | None:
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
    while top.head != top and top.head.i not in speech and top.dep_ in ("pobj", "npadvmod", "prep", "compound", "nummod", "amod", "advmod"):
        top = top.head
    return top.head.i in speech and top.dep_ in ("prep", "npadvmod", "advmod", "tmod", "nmod", "dobj") and abs(top.head.i - root.i) <= 4


def is_unreal(act: Act) -> bool:
    """Whether the attack is only feared, threatened, planned or supposed."""
    token = act.token
    for one in (token, *token.ancestors):
        if one.sent.start != token.sent.start:
            break
        if any(child.lower_ in ("would", "could", "might", "should", "if", "unless") and child.dep_ in ("aux", "mark") for child in one.children):
            return True
        if one != token and one.lemma_.lower() in ("threaten", "threat", "prevent", "warn", "avoid", "plan", "prepare", "vow", "possibility", "fear", "end", "stop", "halt", "refrain", "ceasefire") and one.i < token.i:
            return True
        if one.dep_ in ("ccomp", "relcl", "ROOT", "advcl", "conj") and one.pos_ == "VERB":
            break
    return any(child.lower_ in ("no", "any", "future", "potential", "possible", "further") for child in token.lefts) and not any(child.lower_ in ("further",) for child in token.lefts)
