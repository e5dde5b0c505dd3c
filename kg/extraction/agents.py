"""Who is said to have made an attack: by adjective, agent, subject, or blame."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import accused_by, held_to_account, supposing
from kg.extraction.afterwhom import is_of_what_was_hit
from kg.extraction.cast import Cast
from kg.extraction.claimed import claimants, is_owned_up_to
from kg.extraction.devices import PLANTED, THROWN, is_bursting
from kg.extraction.doers import (
    FIRED,
    doers,
    is_owned,
    made_by,
    object_of,
    passive_agents,
    taking_part,
    tells_of_it,
    told_behind,
    user_of,
    who_fired,
)
from kg.extraction.extent import goes_on
from kg.extraction.fighters import fighters, supposed
from kg.extraction.fighting import foes_of
from kg.extraction.forces import Parties, before
from kg.extraction.killings import MEANT, MURDERS, at_the_hands, kills_people
from kg.extraction.mentions import Act, counting, is_misread, is_verb, is_verbal_noun, joined_to, kind_words
from kg.extraction.naming import country_of, is_materiel, seat_of
from kg.extraction.party import Party
from kg.extraction.phrases import behind
from kg.extraction.polarity import has_negation
from kg.extraction.quarrels import is_of_words
from kg.extraction.rulers import governs
from kg.extraction.said import trades_blame
from kg.extraction.standingforces import named_before
from kg.extraction.suspects import BANDITS, named_attackers, suspects
from kg.extraction.whose import sides

_OF_A_PLACE = frozenset({"attack", "bombing", "shooting", "killing", "massacre", "assault", "explosion", "blast"})
"""Attacks that are called after where they were as well as after who made them."""
_ORDERING = ("order", "authorise", "authorize", "approve")


def set_attackers(act: Act, cast: Cast) -> None:
    """Notes on the mention who is said to have made the attack, and whether alone, together, or one or other."""
    token = act.token
    agents, held = [*agents_of(token)], [*_held(token)]
    spoken = [head for head in agents if is_of_words(token, head, governs(head, cast))]
    agents = [head for head in agents if head not in spoken]
    deliberate = (_is_deliberate(head, token) or (head.tag_ == "NNS" and head.lemma_.lower() in BANDITS) for head in agents)
    found = [named_attackers(head, cast) if meant else fighters(head, cast) for head, meant in zip(agents, deliberate, strict=True)]
    if _is_of_owner(token):
        found = [one for head, one in zip(agents, found, strict=True) if head.dep_ != "poss"]
    if not is_verb(token) and (group := named_before(token, cast)) is not None:
        found = [([group], False)]  # Yemen's Houthi attack
    elif act.kind == "AirStrike" and not is_verb(token) and len(found) == len(agents):
        found = [one for head, one in zip(agents, found, strict=True) if not (head.pos_ == "PRON" and _are_bands(one))]
    found += [suspects(head, cast) for head in held]
    act.claimed = any(parties for parties, _ in found) and is_owned_up_to(token)
    if not any(parties for parties, _ in found):
        persons = [head for head in agents if head.ent_type_ == "PERSON"]
        found += [suspects(head, cast) for head in persons if kills_people(head) or _did_it_himself(head, token, cast)]
    found += [*_each_other(act, (*agents, *held), cast), *_exchanging(token, cast)]
    if not any(parties for parties, _ in found):
        found += [suspects(head, cast) for head in _accused_before(token)]
    if not is_verb(token) and not any(parties for parties, _ in found):
        mass = token.lemma_.lower() == "shooting" and "mass" in kind_words(token)  # US mass shootings
        named = [before(one, cast) for one in (token, *_called(token)) if not (mass or _is_of_owner(one))]
        found += [(supposed(token, cast), False), *named]
        alone = token.lemma_.lower() in _OF_A_PLACE and len(kind_words(token)) < 2
        act.named_after = alone and any(parties for parties, _ in named)
    act.spoken = bool(spoken) and not any(parties for parties, _ in found)
    act.enemy = any(head.lemma_.lower() in W.ENEMIES for head in agents)
    if not is_verb(token) and not any(parties for parties, _ in found):
        found += [([cast.state(code)], False) for code in _adjectives(token)]
    for parties, alternative in found:
        for party in (_militants(one, act, cast) for one in parties):
            if all(party.key != other.key for other in act.attackers):
                act.attackers.append(party)
        if alternative:
            act.responsibility = "alternative"
    if not act.attackers and not is_verb(token):
        act.attackers = [party for head in claimants(token) for party in suspects(head, cast)[0]]
        act.claimed = bool(act.attackers)
    if len(act.attackers) > 1 and act.responsibility == "sole":
        act.responsibility = "joint"


def _is_of_owner(killing: Token) -> bool:
    """Whether whose it is said to be is who died: after the militant's death, American deaths, the general's assassination."""
    murder = killing.lemma_.lower() in MURDERS and killing.tag_ == "NN" and not behind(killing, "of")
    owner = next((child for child in killing.lefts if child.dep_ == "poss"), None)
    return killing.lemma_.lower() == "death" or (murder and owner is not None and country_of(owner) is None)


def _are_bands(parties: Parties) -> bool:
    """Whether they are called by a common noun for rebels alone: militants, of whom `they` would not fly raids."""
    return bool(parties[0]) and all(one.kind == "ArmedGroup" and one.label.islower() for one in parties[0])


def _militants(party: Party, act: Act, cast: Cast) -> Party:
    """The attacker; for Palestine, which has no army, those who fire its rockets: Palestinian rocket fire."""
    police = any(one.lemma_.lower() in ("police", "authority", "officer") for one in act.token.sent)
    mine = party.key == cast.names.states["PS"] and not police
    return cast.minted("Palestinian militants", "ArmedGroup") if mine else party


def _each_other(act: Act, accused: Sequence[Token], cast: Cast) -> Iterator[Parties]:
    """Those who accuse each other of the attack; notes that it is each of the others."""
    if traders := list(_traders(act.token)):
        parties, _ = fighters(traders[0], cast)
        act.mutual = len(parties) > 1
        yield parties if act.mutual else [], False
        return
    for head in accused:
        if any(words in head.doc[max(0, head.i - 1) : head.i + 2].text.lower() for words in ("each other", "one another")):
            subject = next((child for child in head.head.children if child.dep_ == "nsubj"), None)
            parties, _ = fighters(subject, cast) if subject is not None else ([], False)
            if len(parties) > 1:
                act.mutual = True
                yield parties, False
                return


def _traders(token: Token) -> Iterator[Token]:
    """Who traded blame for the attack."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("for", "over", "after", "about") else token
    verb = above.head if above.dep_ == "dobj" else above
    if verb != token and trades_blame(verb):
        yield from (child for child in verb.children if child.dep_ == "nsubj")


def _accused_before(token: Token) -> Iterator[Token]:
    """Who is accused in the words before what explains them: accused it of breaking the truce, saying it shelled."""
    for one in token.ancestors:
        if one.tag_ == "VBG" and one.dep_ in ("advcl", "prep", "pcomp") and one.lemma_.lower() in ("say", "claim", "allege"):
            yield from accused_by(one.head) if one.head.lemma_.lower() == "accuse" else ()
            return
        if one.pos_ in ("VERB", "AUX") and one.dep_ not in ("ccomp", "xcomp", "conj"):
            return


def _exchanging(token: Token, cast: Cast) -> Iterator[Parties]:
    """Both sides of an exchange of fire, or of a fight between them, if both are known to fight."""
    verb = token.head
    both = behind(token, "between")
    if verb.lemma_.lower() in ("trade", "exchange") and token.dep_ == "dobj":
        both = [*doers(verb)]
    parties = {party.key: party for side in both for party in fighters(side, cast)[0]}
    if len(parties) > 1:
        yield list(parties.values()), False


def _is_deliberate(agent: Token, token: Token) -> bool:
    """Whether only one who fights can do what is told of the agent: to shell, to ambush, to launch an offensive."""
    verb = agent.head
    above = verb.head.lemma_.lower()
    if agent.dep_ == "pobj" and verb.dep_ in ("agent", "prep") and verb.lower_ == "by":
        return verb.head == token or above in W.STRONG_VERBS | W.CARRY_OUT | FIRED
    if agent.dep_ == "pobj" and verb.lower_ in W.LAID_AT.get(above, ()):
        return True
    carries_out = verb.lemma_.lower() in W.CARRY_OUT and token.dep_ == "dobj" and token.head == verb
    return agent.dep_ == "nsubj" and (verb.lemma_.lower() in W.STRONG_VERBS | MEANT or carries_out)


def _did_it_himself(person: Token, token: Token, cast: Cast) -> bool:
    """Whether it is told that one who holds no office of a state did it: X carried out the attack, X bombed the market."""
    party, verb = cast.party(person), person.head if person.dep_ == "nsubj" else person.head.head
    offices = (*party.block.speaks_for, *party.block.member_of) if party and party.block else ()
    bodies = [cast.parties.get(key) for key in offices]
    made = verb.lemma_.lower() in _BY_HAND and (verb == token or token.head == verb or verb.head == token)
    return made and _is_deliberate(person, token) and not any(one is None or one.kind != "ArmedGroup" for one in bodies)


_BY_HAND = frozenset({"bomb", "ambush", "storm", "carry", "perpetrate", "commit", "stage"})


def _governing(preposition: Token) -> Token:
    """The verb that it belongs to, though it hangs on an object: killed nine people in raids, answered fire with air strikes."""
    above = preposition.head
    if above.dep_ == "pobj" and above.head.lower_ == "to":
        return above.head.head
    people = above.like_num or above.lower_ in W.COUNTED or above.lemma_.lower() in W.PEOPLE.keys() - W.SUSPECTS
    return above.head if above.dep_ == "dobj" and people else above


def _is_pursued(token: Token) -> bool:
    """Whether the attack is the object of a verb that somebody makes it by: pressed an offensive, used suicide attacks.

    Not an attack of which one makes use: used Israeli strikes, the strikes, strikes as a pretext.
    """
    verb = token.head
    made_use = is_owned(token) or any(child.lower_ in ("the", "this", "that", "these", "those") for child in token.lefts)
    made_use = made_use or any(child.lower_ == "as" for child in (*verb.rights, *token.rights))
    lemma = verb.lemma_.lower()
    return token.dep_ == "dobj" and lemma in W.PURSUING and not (made_use and lemma in ("use", "employ"))


def _ranked(token: Token) -> Iterator[Token]:
    """What tells whose attack it was, beside which one it was: the third that was blamed on rebels, the worst by rebels."""
    for child in token.head.children if token.dep_ == "nsubj" and token.head.lemma_.lower() == "be" else ():
        if child.dep_ == "attr" and (child.pos_ == "ADJ" or child.lower_ == "one" or child.lemma_.lower() in W.ATTACK_NOUNS):
            ranked = [child, *(behind(child, "of") if child.lower_ == "one" else ())]  # one of the biggest that rebels had launched
            yield from (one for noun in ranked for one in noun.rights if one.dep_ in ("acl", "relcl") or one.lower_ == "by")


def _called(token: Token) -> Iterator[Token]:
    """What the attack is said to have been: the raid was an American aggression."""
    if token.dep_ == "nsubj" and token.head.lemma_.lower() == "be":
        for child in token.head.children:
            if child.dep_ == "attr" and child.lemma_.lower() in (*W.ATTACK_NOUNS, "aggression", "act", "crime"):
                yield child


def _adjectives(token: Token) -> Iterator[str]:
    """The country whose the attack is said to have been: they believed the strike was Russian."""
    if token.dep_ == "nsubj" and token.head.lemma_.lower() == "be" and not has_negation(token.head):
        yield from (code for child in token.head.children if child.dep_ == "acomp" and (code := country_of(child)))


def _held(token: Token) -> Iterator[Token]:
    """Who is held to account for the attack that the word names, as a noun or as `accused of bombing`."""
    if not is_verb(token) or token.dep_ == "pcomp":
        yield from held_to_account(token)


def _arms_causing(verb: Token) -> Iterator[Token]:
    """The arms that are said to have caused it: a rebel rocket caused the explosion."""
    if not has_negation(verb) and verb.tag_ in ("VBD", "VBN", "VBZ", "VBP"):
        yield from (one for one in doers(verb) if one.lemma_.lower() in W.WEAPON_NOUNS.keys() | W.DEVICES)


def _is_where(name: Token, verb: Token) -> bool:
    """Whether the name of a capital right before what is taken for a verb is but where it was: Paris attacks."""
    beside = name.i == verb.i - 1 and verb.lower_ in ("attacks", "bombings", "shootings", "shooting", "bombing", "killings")
    return beside and seat_of(name) is not None and country_of(name) is None


def agents_of(token: Token) -> Iterator[Token]:
    """The heads of the phrases that say who does it."""
    if is_verb(token):
        for doer in doers(token):
            if _is_where(doer, token):
                continue
            yield doer
            yield from who_fired(doer)
        return
    ending = token.head if token.dep_ == "dobj" else token.head.head
    if goes_on(token) and ending.pos_ == "VERB" and any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.lefts):
        yield from doers(ending)
        return
    yield from who_fired(token)
    outer = counting(token)
    for child in (*token.children, *(outer.rights if outer != token else ()), *told_behind(token)):
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            yield from object_of(child)
        if child.dep_ in ("acl", "advcl", "relcl"):
            yield from made_by(child)
            yield from (by for said in child.children if tells_of_it(child, said) for by in made_by(said))
        owners = child.lefts if child.i < token.i and child.dep_ in ("nmod", "compound") else (child,)
        named = (
            one
            for one in owners
            if one.dep_ == "poss" and one.pos_ in ("PROPN", "NOUN", "PRON") and token.lemma_.lower() != "death"
        )
        yield from (one for one in named if not is_of_what_was_hit(one, token))
    yield from at_the_hands(token)
    for told in _ranked(token):
        yield from object_of(told) if told.pos_ == "ADP" else made_by(told)
    if is_misread(token):
        yield from (child for child in token.children if child.dep_ == "nsubj")
    one = token.nbor(-1) if is_verbal_noun(token) and token.i > token.sent.start and not sides(token) else token
    if one != token and one.pos_ == "NOUN" and one.dep_ != "punct" and W.BODY_HEADS.get(one.lower_) != "StateBody":
        yield one  # but a police bombing is not theirs
    token = joined_to(outer)
    verb = token.head
    if token.dep_ == "dobj" and verb.lemma_.lower() in W.SUFFERED:
        yield from (one for child in verb.children if child.lower_ in ("from", "by") for one in object_of(child))
    if token.dep_ == "pobj" and verb.lower_ == "under" and verb.head.lemma_.lower() in ("come", "be", "remain"):
        yield from (one for child in verb.head.children if child.lower_ in ("from", "by") for one in object_of(child))
    above = verb.head if token.dep_ == "pobj" else verb
    if token.dep_ == "pobj" or (token.dep_ == "dobj" and not any(child.dep_ == "auxpass" for child in verb.children)):
        yield from (one for by in above.rights if by.i == token.right_edge.i + 1 and by.lower_ == "by" for one in object_of(by))
    if token.dep_ in ("nsubj", "nsubjpass"):
        yield from (by for told in supposing(verb) for by in made_by(told))
    if token.dep_ == "nsubj" and verb.lemma_ == "be":
        yield from (one for one in behind(verb, "from") if is_materiel(one))  # were from Russian jets
    if (
        token.dep_ in ("dobj", "nsubjpass")
        and outer.lemma_.lower() in W.DEVICES
        and (verb.lemma_.lower() in THROWN | PLANTED or is_bursting(verb))
    ):
        yield from doers(verb)
    if token.dep_ in ("nsubjpass", "dobj") and verb.lemma_.lower() == "cause":
        for cause in passive_agents(verb) if token.dep_ == "nsubjpass" else _arms_causing(verb):
            yield from (cause, *who_fired(cause))
    if token.dep_ == "pobj" and verb.lower_ == "in":
        yield from taking_part(verb.head)
    if token.dep_ == "pobj" and token.lemma_.lower() in W.CLASHES | {"fighting"}:
        yield from foes_of(verb.head)
    if token.dep_ in ("pobj", "pcomp") and verb.lower_ in ("with", "in", "through"):
        yield from user_of(_governing(verb), verb.lower_)
    outer_verb = verb.head.lemma_.lower()
    resorts = verb.lower_ == "to" and outer_verb in ("resort", "revert")
    if token.dep_ == "pobj" and (resorts or (verb.lower_ in ("on", "out", "up") and outer_verb in W.CARRY_OUT)):
        verb = verb.head
    ordered = verb.lemma_.lower() in _ORDERING and verb.tag_ in ("VBD", "VBN")
    if ordered and token.dep_ in ("dobj", "nsubjpass"):
        yield from doers(verb)
    if verb.pos_ == "VERB" and (verb.lemma_.lower() in W.CARRY_OUT or resorts or _is_pursued(token)):
        if token.dep_ in ("dobj", "pobj"):
            yield from doers(verb)
        elif token.dep_ == "nsubjpass":
            yield from passive_agents(verb)
    if token.dep_ == "nsubjpass" and verb.lemma_.lower() == "lead":
        yield from passive_agents(verb)
    if token.dep_ == "nsubj" and verb.lemma_.lower() == "be":  # the attack was by rebels
        yield from (one for by in verb.rights if by.lower_ == "by" for one in object_of(by))
    if token.dep_ == "pobj" and token.lower_ == "offensive" and verb.lower_ == "on" and outer_verb in ("be", "go"):
        yield from doers(verb.head)
