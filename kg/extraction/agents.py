"""Who is said to have made an attack: by adjective, agent, subject, or blame."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import accused_by, charged_by, held_to_account, stressed
from kg.extraction.cast import Cast
from kg.extraction.devices import PLANTED, THROWN, is_bursting
from kg.extraction.extent import goes_on
from kg.extraction.fighters import fighters
from kg.extraction.fighting import behind
from kg.extraction.forces import Parties, before
from kg.extraction.killings import MEANT, at_the_hands
from kg.extraction.mentions import Act, counting, is_misread, is_verb, is_verbal_noun
from kg.extraction.party import Party
from kg.extraction.polarity import has_negation
from kg.extraction.said import trades_blame
from kg.extraction.suspects import named_attackers, suspects

_ORDERING = ("order", "authorise", "authorize", "approve")
_HOLDING = frozenset().union(*W.HOLDS.values())
_TAKEN_UP = frozenset({"return", "resort", "revert", "take", "admit", "confess"})
"""What one does to an act that one does: returned to using gas, admitted to bombing it."""
_COMING = ("come", "originate", "emanate")


def set_attackers(act: Act, cast: Cast) -> None:
    """Notes on the mention who is said to have made the attack, and whether alone, together, or one or other."""
    token = act.token
    found = [named_attackers(head, cast) if _is_deliberate(head, token) else fighters(head, cast) for head in agents_of(token)]
    found += [suspects(head, cast) for head in _held(token)]
    found += _each_other(act, cast)
    if not any(parties for parties, _ in found):
        found += [suspects(head, cast) for head in _accused_before(token)]
    if not is_verb(token) and not any(parties for parties, _ in found):
        found += [before(one, cast) for one in (token, *_called(token))]
    act.enemy = any(head.lemma_.lower() in W.ENEMIES for head in agents_of(token))
    for parties, alternative in found:
        for party in (_militants(one, act, cast) for one in parties):
            if all(party.key != other.key for other in act.attackers):
                act.attackers.append(party)
        if alternative:
            act.responsibility = "alternative"
    if not act.attackers and not is_verb(token):
        act.attackers = [party for head in _claimants(token) for party in suspects(head, cast)[0]]
        act.claimed = bool(act.attackers)
    if len(act.attackers) > 1 and act.responsibility == "sole":
        act.responsibility = "joint"


def _militants(party: Party, act: Act, cast: Cast) -> Party:
    """The attacker; for Palestine, which has no army, those who fire its rockets: Palestinian rocket fire."""
    police = any(one.lemma_.lower() in ("police", "authority", "officer") for one in act.token.sent)
    mine = party.key == cast.names.states["PS"] and not police
    return cast.minted("Palestinian militants", "ArmedGroup") if mine else party


def _each_other(act: Act, cast: Cast) -> Iterator[Parties]:
    """Those who accuse each other of the attack; notes that it is each of the others."""
    if traders := list(_traders(act.token)):
        parties, _ = fighters(traders[0], cast)
        act.mutual = len(parties) > 1
        yield parties if act.mutual else [], False
        return
    for head in (*agents_of(act.token), *_held(act.token)):
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


def _claimants(token: Token) -> Iterator[Token]:
    """Who claims it, where that is told beside the attack: the bombing, which was claimed by the group; it was claimed by them."""
    if token.dep_ == "nsubjpass" and token.head.lemma_.lower() == "claim" and not has_negation(token.head):
        yield from _passive_agents(token.head)
    objects = (one for child in token.rights if child.dep_ == "prep" for one in child.children if one.dep_ == "pobj")
    for child in (*token.children, *(child for one in objects for child in one.rights if child.dep_ == "acl")):
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() == "claim" and child.tag_ in ("VBN", "VBD"):
            yield from _passive_agents(child) if not any(one.dep_ == "neg" for one in child.children) else ()
        owned = child.dep_ == "relcl" and any(one.lower_ == "responsibility" and one.dep_ == "dobj" for one in child.children)
        if owned and child.lemma_.lower() in ("claim", "take", "accept", "admit"):
            doer = next((one for one in child.children if one.dep_ == "nsubj" and one.lower_ not in ("who", "that")), None)
            if doer is not None and not any(one.lower_ in ("no", "neither", "nobody") for one in doer.subtree):
                yield doer


def _is_deliberate(agent: Token, token: Token) -> bool:
    """Whether only one who fights can do what is told of the agent: to shell, to ambush, to launch an offensive."""
    verb = agent.head
    above = verb.head.lemma_.lower()
    if agent.dep_ == "pobj" and verb.dep_ in ("agent", "prep") and verb.lower_ == "by":
        return verb.head == token or above in W.STRONG_VERBS | W.CARRY_OUT | _FIRED
    if agent.dep_ == "pobj" and verb.lower_ in W.LAID_AT.get(above, ()):
        return True
    carries_out = verb.lemma_.lower() in W.CARRY_OUT and token.dep_ == "dobj" and token.head == verb
    return agent.dep_ == "nsubj" and (verb.lemma_.lower() in W.STRONG_VERBS | MEANT or carries_out)


def _ranked(token: Token) -> Iterator[Token]:
    """What tells whose attack it was, beside which one it was: the third that was blamed on rebels, the worst by rebels."""
    for child in token.head.children if token.dep_ == "nsubj" and token.head.lemma_.lower() == "be" else ():
        if child.dep_ == "attr" and (child.pos_ == "ADJ" or child.lower_ == "one" or child.lemma_.lower() in W.ATTACK_NOUNS):
            yield from (one for one in child.rights if one.dep_ in ("acl", "relcl") or one.lower_ == "by")


def _called(token: Token) -> Iterator[Token]:
    """What the attack is said to have been: the raid was an American aggression."""
    if token.dep_ == "nsubj" and token.head.lemma_.lower() == "be":
        for child in token.head.children:
            if child.dep_ == "attr" and child.lemma_.lower() in (*W.ATTACK_NOUNS, "aggression", "act", "crime"):
                yield child


def _held(token: Token) -> Iterator[Token]:
    """Who is held to account for the attack that the word names, as a noun or as `accused of bombing`."""
    if not is_verb(token) or token.dep_ == "pcomp":
        yield from held_to_account(token)


def agents_of(token: Token) -> Iterator[Token]:
    """The heads of the phrases that say who does it."""
    if is_verb(token):
        for doer in _doers(token):
            yield doer
            yield from _who_fired(doer)
        return
    ending = token.head if token.dep_ == "dobj" else token.head.head
    if goes_on(token) and ending.pos_ == "VERB" and any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.lefts):
        yield from _doers(ending)
        return
    yield from _who_fired(token)
    outer = counting(token)
    for child in (*token.children, *(outer.rights if outer != token else ())):
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            yield from _object_of(child)
        if child.dep_ in ("acl", "relcl"):
            yield from _made_by(child)
            yield from (by for said in child.children if _tells_of_it(child, said) for by in _made_by(said))
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN", "PRON"):
            yield child
    for told in _ranked(token):
        yield from _object_of(told) if told.pos_ == "ADP" else _made_by(told)
    if is_misread(token):
        yield from (child for child in token.children if child.dep_ == "nsubj")
    one = token.nbor(-1) if is_verbal_noun(token) and token.i > token.sent.start else token
    if one != token and one.pos_ == "NOUN" and one.dep_ != "punct" and W.BODY_HEADS.get(one.lower_) != "StateBody":
        yield one  # but a police bombing is not theirs
    token, verb = outer, outer.head
    if token.dep_ == "dobj" and verb.lemma_.lower() in W.SUFFERED:
        yield from (one for child in verb.children if child.lower_ in ("from", "by") for one in _object_of(child))
    if token.dep_ == "pobj" and verb.lower_ == "under" and verb.head.lemma_.lower() in ("come", "be", "remain"):
        yield from (one for child in verb.head.children if child.lower_ in ("from", "by") for one in _object_of(child))
    above = verb.head if token.dep_ == "pobj" else verb
    if token.dep_ == "pobj" or (token.dep_ == "dobj" and not any(child.dep_ == "auxpass" for child in verb.children)):
        yield from (one for by in above.rights if by.i == token.right_edge.i + 1 and by.lower_ == "by" for one in _object_of(by))
    if token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in W.HEDGED | W.SAY:
        yield from _made_by(verb)
    if (
        token.dep_ in ("dobj", "nsubjpass")
        and token.lemma_.lower() in W.DEVICES
        and (verb.lemma_.lower() in THROWN | PLANTED or is_bursting(verb))
    ):
        yield from _doers(verb)
    if token.dep_ == "nsubjpass" and verb.lemma_.lower() == "cause":
        for agent in _passive_agents(verb):
            yield from (agent, *_who_fired(agent))
    if token.dep_ == "pobj" and verb.lower_ == "in":
        yield from _taking_part(verb.head)
    if token.dep_ in ("pobj", "pcomp") and verb.lower_ in ("with", "in") and verb.head.pos_ == "VERB":
        yield from _user_of(verb.head)
    if token.dep_ == "pobj" and verb.lower_ in ("on", "out", "up") and verb.head.lemma_.lower() in W.CARRY_OUT:
        verb = verb.head
    ordered = verb.lemma_.lower() in _ORDERING and verb.tag_ in ("VBD", "VBN")
    if ordered and token.dep_ in ("dobj", "nsubjpass"):
        yield from _doers(verb)
    if verb.pos_ == "VERB" and verb.lemma_.lower() in W.CARRY_OUT:
        if token.dep_ in ("dobj", "pobj"):
            yield from _doers(verb)
        elif token.dep_ == "nsubjpass":
            yield from _passive_agents(verb)


def _object_of(preposition: Token) -> Iterator[Token]:
    """Who stands behind `by` or `from`: not the place that it came from."""
    for one in preposition.children:
        if one.dep_ == "pobj" and not (preposition.lower_ == "from" and one.ent_type_ in ("GPE", "LOC")):
            yield one


def _made_by(verb: Token) -> Iterator[Token]:
    """The agent in `strikes carried out by`, `a raid believed to have been carried out by`, `a shooting blamed on`."""
    lemma = verb.lemma_.lower()
    coming = [one for one in (verb, *verb.children) if one.lemma_.lower() in _COMING and one.dep_ in ("acl", "relcl", "xcomp")]
    yield from (by for one in coming for child in one.children if child.lower_ == "from" for by in _object_of(child))
    if lemma in W.CARRY_OUT or lemma in W.LAID_AT or (lemma == "do" and verb.dep_ == "acl"):
        passive = list(_passive_agents(verb))
        yield from passive
        if not passive and verb.dep_ == "relcl" and lemma in W.CARRY_OUT:
            yield from (child for child in verb.children if child.dep_ == "nsubj" and child.lower_ not in ("which", "that"))
    elif verb.tag_ in ("VBN", "VBD") and (lemma in W.HEDGED or lemma in W.SAY):
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and child.lemma_.lower() in W.CARRY_OUT | {"make"}:
                yield from _passive_agents(child)
            elif child.dep_ == "xcomp" and child.lemma_.lower() == "be":
                yield from (one for by in child.children if by.lower_ == "by" for one in _object_of(by))


def _tells_of_it(saying: Token, clause: Token) -> bool:
    """Whether a clause that somebody says of the attack beside it tells of it: which officials say was carried out by rebels."""
    which = any(one.dep_ in ("nsubj", "nsubjpass") and one.lower_ in ("which", "that") for one in clause.children)
    return saying.lemma_.lower() in W.SAY and clause.dep_ == "ccomp" and which


def _user_of(verb: Token) -> Iterator[Token]:
    """Who strikes, kills or hits with it: rebels target the city with air strikes; not those who died in them."""
    if verb.lemma_.lower() in ("die", "perish"):
        return
    if verb.lemma_.lower() in W.HITTING | W.KILL | W.INJURE or verb.lemma_.lower() in W.ATTACK_VERBS:
        roles = {child.dep_ for child in verb.children}
        if not roles & {"auxpass", "nsubjpass"} and (verb.tag_ != "VBN" or "nsubj" in roles):
            yield from _doers(verb)


def _taking_part(word: Token) -> Iterator[Token]:
    """Who took part in it, or participated."""
    verb = word.head if word.lower_ == "part" else word
    took_part = verb.lemma_.lower() == "take" and any(child.lower_ == "part" for child in verb.children)
    if took_part or verb.lemma_.lower() == "participate":
        yield from _doers(verb)


def _doers(verb: Token) -> Iterator[Token]:
    """Who does what the verb says: its subject, its agent, or who is accused of it; at whose hands others die."""
    if hands := at_the_hands(verb):
        yield from hands
        return
    passive = any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children) or (
        verb.dep_ in ("acl", "conj")
        and verb.tag_ == "VBN"
        and not any(child.dep_ == "nsubj" for child in verb.children)
        and not any(child.dep_ == "dobj" for child in verb.children)
    )
    if passive:
        yield from _passive_agents(verb)
        return
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    head = verb.head
    if subject is not None:
        yield stressed(head) or subject if subject.lower_ in ("who", "that") and verb.dep_ == "ccomp" else subject
        return
    if verb.dep_ == "xcomp" and (alleged := next((child for child in head.children if child.dep_ == "nsubjpass"), None)):
        yield alleged
        return
    asked = [*(child for child in head.children if child.dep_ == "dobj"), *behind(head, "on", "upon", "for")]
    if verb.dep_ in ("xcomp", "advcl") and head.lemma_.lower() in W.ASKING and asked:
        yield from asked  # called on Turkey to stop shelling, pressed it to
        return
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        yield from charged_by(head)
        if head.lower_ == "to" and head.head.lemma_.lower() in _TAKEN_UP:
            yield from _doers(head.head)
        if head.lower_ in ("after", "before", "by", "while", "since", "despite"):
            above = next((one for one in head.ancestors if one.pos_ == "VERB"), None)
            if above is not None:
                yield from accused_by(above) if head.lower_ == "by" and above.lemma_.lower() in _HOLDING else _doers(above)
    elif verb.dep_ == "conj" and head.dep_ == "ccomp" and head.head.lemma_.lower() in W.SAY and _answers(verb):
        yield from _doers(head.head)
    elif verb.dep_ == "conj" and _is_done_to(head) and any(child.dep_ == "dobj" for child in verb.children):
        yield from _done_to(head)
    elif verb.dep_ in ("xcomp", "conj", "advcl") and head.pos_ in ("VERB", "AUX"):
        yield from _doers(head) if verb.dep_ != "advcl" or verb.tag_ == "VBG" else ()


def _is_done_to(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children) and any(child.dep_ == "agent" for child in verb.children)


def _done_to(verb: Token) -> Iterator[Token]:
    """To whom it is done, who then does what is joined to it: before being surrounded by troops and blowing themselves up."""
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    above = next((one for one in verb.ancestors if one.pos_ == "VERB"), None) if verb.dep_ == "pcomp" else None
    yield from subjects or (_doers(above) if above is not None else ())


def _answers(verb: Token) -> bool:
    """Whether it is done in answer to what is told before it: said the enemy had crossed a line and fired rockets in response."""
    return any(one.lower_ in ("response", "retaliation", "return", "revenge") and one.head.lower_ == "in" for one in verb.subtree)


def _who_fired(arms: Token) -> Iterator[Token]:
    """Whose the rocket was that hit: misfired by a group, a failed launch by it."""
    if arms.lemma_.lower() not in (*W.WEAPON_NOUNS, *W.DEVICES, "launch", "projectile"):
        return
    for child in arms.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            yield from _object_of(child)
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in _FIRED:
            yield from _passive_agents(child)


_FIRED = frozenset({"fire", "launch", "misfire", "shoot", "drop", "throw", "hurl", "plant", "lay", "detonate"})


def _passive_agents(verb: Token) -> Iterator[Token]:
    """Who stands behind `by`, which the parse may hang on a place that was hit: launched at its posts by the group."""
    phrases = [
        child
        for child in verb.children
        if child.dep_ in ("agent", "prep") and child.lower_ in ("by", *W.LAID_AT.get(verb.lemma_.lower(), ()))
    ]
    if not any(child.lower_ == "by" for child in phrases):
        places = [one for child in verb.rights if child.dep_ == "prep" for one in child.children if one.dep_ == "pobj"]
        phrases += [child for one in places for child in one.rights if child.lower_ == "by" and child.dep_ == "prep"]
    phrases += [other for child in phrases for other in child.conjuncts if other.lower_ == "by"]
    for child in phrases:
        if not child.i or child.nbor(-1).lower_ != "not":
            yield from (one for one in child.children if one.dep_ == "pobj")
