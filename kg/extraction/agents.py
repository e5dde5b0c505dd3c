"""Who is said to have made an attack: by adjective, agent, subject, or blame."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.countries import demonyms
from kg.extraction.mentions import Act, bare, is_misread, is_verb, is_verbal_noun
from kg.extraction.naming import country_of, is_materiel, is_rebels
from kg.extraction.party import Party

FIGHTING = ("State", "StateBody", "ArmedForce", "ArmedGroup", "Coalition")
"""The kinds of actor that fight."""


def set_attackers(act: Act, cast: Cast) -> None:
    """Notes on the mention who is said to have made the attack, and whether alone, together, or one or other."""
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
            yield from (
                one for one in child.children if one.dep_ == "pobj" and not (child.lower_ == "from" and one.ent_type_ == "GPE")
            )
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in W.CARRY_OUT | {"blame", "make"}:
            yield from _passive_agents(child)
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            yield child
    if is_misread(token):
        yield from (child for child in token.children if child.dep_ == "nsubj")
    if is_verbal_noun(token) and token.i > token.sent.start and token.nbor(-1).pos_ == "NOUN" and token.nbor(-1).dep_ != "punct":
        yield token.nbor(-1)
    yield from _held_to_account(token)
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ in ("on", "out", "up") and verb.head.lemma_.lower() in W.CARRY_OUT:
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
    if above.dep_ == "dobj" and above.head.lemma_.lower() in ("blame", "accuse", "suspect"):
        above = above.head
    lemma = above.lemma_.lower()
    if lemma in ("blame", "accuse", "condemn", "suspect") and token.head.lower_ != "in":
        yield from (
            child for child in above.children if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() not in W.ATTACK_NOUNS
        )
    elif lemma in ("be", "responsible") or (
        lemma == "responsibility" and above.head.lemma_.lower() in ("claim", "admit", "accept", "bear", "take")
    ):
        verb = above if lemma == "be" else above.head
        if token.head.lower_ in ("behind", "for"):
            yield from (child for child in verb.children if child.dep_ == "nsubj")


def _doers(verb: Token) -> Iterator[Token]:
    """Who does what the verb says: its subject, its agent, or who is accused of it."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or (
        verb.dep_ in ("acl", "conj")
        and verb.tag_ == "VBN"
        and not any(child.dep_ == "nsubj" for child in verb.children)
        and not any(child.dep_ == "dobj" for child in verb.children)
    )
    if passive:
        yield from _passive_agents(verb)
        return
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None:
        yield subject
        return
    head = verb.head
    if (
        verb.dep_ == "pcomp"
        and head.dep_ == "prep"
        and head.head.lemma_.lower() in ("accuse", "suspect", "blame", "deny", "condemn")
    ):
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
        alternative = (
            alternative
            or any(child.lower_ == "or" for child in one.children)
            or any(child.lower_ in ("or", "either") for child in one.lefts)
        )
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
    if (
        is_materiel(token)
        and any(child.lower_ in ("government", "regime", "army", "state") for child in token.lefts)
        and cast.theatre
    ):
        return [cast.state(cast.theatre)]
    if is_rebels(token) and token.pos_ != "PROPN":
        return _rebels(token, cast)
    if is_materiel(token):
        parties, _ = _before(token, cast)
        if parties or lemma not in W.BODY_HEADS:
            return parties
    party = cast.party(token)
    return [principal(party, cast)] if party and party.kind in FIGHTING else []


def principal(party: Party, cast: Cast) -> Party:
    """A body of a state acts for the state."""
    above = (
        party.block.part_of
        if party.block
        else (cast.names.reference.actors[party.key].part_of if party.key in cast.names.reference.actors else ())
    )
    if party.kind in ("StateBody", "ArmedForce") and above and (party.block or party.kind == "StateBody"):
        return cast.known(above[0]) or cast.parties.get(above[0], party)
    return party


def _rebels(token: Token, cast: Cast) -> list[Party]:
    hit = cast.party(token)
    if hit and hit.kind == "ArmedGroup":
        return [hit]
    if (
        "SY" in cast.countries
        and token.lemma_.lower() in ("rebel", "insurgent", "fighter", "opposition")
        and (known := cast.known("syrian-opposition-fighters"))
    ):
        return [known]
    named = [child for child in token.lefts if child.i in cast.mentions[id(token.doc)]]
    if named and (party := cast.known(cast.mentions[id(token.doc)][named[0].i][2])) and party.kind in FIGHTING:
        return [party]
    label = token.doc[token.left_edge.i : token.i + 1].text
    return [cast.minted(bare(label), "ArmedGroup")]


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
    if token.dep_ == "pobj" and token.head.lower_ == "of" and above.lemma_.lower() in W.MANY:
        yield from above.lefts


def _modifier(one: Token, noun: Token, cast: Cast) -> Party | None:
    code = country_of(one)
    if code and (
        one.lower_ in demonyms()
        or one.lower_ in ("us", "u.s.", "u.s", "uk", "british")
        or "-led" in one.lower_
        or one.dep_ == "poss"
    ):
        hit = cast.mentions[id(one.doc)].get(one.i)
        named = cast.known(hit[2]) if hit and hit[1] - hit[0] > 1 else None
        return named if named and named.kind in FIGHTING else cast.state(code)
    if is_rebels(one) and one.lemma_.lower() not in ("terrorist", "extremist"):
        found = _rebels(one, cast)
        return found[0] if found else None
    if one.lower_ in ("government", "regime") and cast.theatre:
        return cast.state(cast.theatre)
    if one.lower_ == "coalition" or one.lower_.endswith("-led"):
        return _coalition(one, noun, cast)
    hit = cast.mentions[id(one.doc)].get(one.i)
    party = cast.known(hit[2]) if hit else None
    return principal(party, cast) if party and party.kind in FIGHTING else None


def _coalition(one: Token, noun: Token, cast: Cast) -> Party | None:
    text = noun.sent.text.lower()
    if "saudi" in text or "YE" in cast.countries:
        return cast.known("saudi-led-coalition")
    return cast.known("us-led-coalition") if {"SY", "IQ"} & set(cast.countries) else cast.minted("coalition", "Coalition")
