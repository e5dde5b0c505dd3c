"""Who does what a verb says, and who stands behind what was made or fired."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import accused_by, charged_by, cleared, set_aside, stressed
from kg.extraction.fighting import fallen_to, foes_of
from kg.extraction.killings import at_the_hands
from kg.extraction.naming import is_materiel
from kg.extraction.phrases import behind
from kg.extraction.polarity import was_able
from kg.extraction.whose import is_side

_HOLDING = frozenset().union(*W.HOLDS.values())
_TAKEN_UP = frozenset({"return", "resort", "revert", "take", "admit", "confess"})
"""What one does to an act that one does: returned to using gas, admitted to bombing it."""
_COMING = ("come", "originate", "emanate")
_TAKING_PLACE = frozenset({"take", "occur", "happen", "go", "continue"})


def object_of(preposition: Token) -> Iterator[Token]:
    """Who stands behind `by` or `from`: not the place that it came from."""
    for one in preposition.children:
        if one.dep_ == "pobj" and not (preposition.lower_ == "from" and one.ent_type_ in ("GPE", "LOC")):
            yield one


def made_by(verb: Token) -> Iterator[Token]:
    """The agent in `strikes carried out by`, `a raid believed to have been carried out by`, `a shooting blamed on`."""
    lemma = verb.lemma_.lower()
    coming = [one for one in (verb, *verb.children) if one.lemma_.lower() in _COMING and one.dep_ in ("acl", "relcl", "xcomp")]
    yield from (by for one in coming for child in one.children if child.lower_ == "from" for by in object_of(child))
    if lemma in W.CARRY_OUT or lemma in W.LAID_AT or (lemma in _ORDERED and verb.dep_ == "acl"):
        passive = list(passive_agents(verb))
        yield from passive
        if not passive and verb.dep_ == "relcl" and lemma in W.CARRY_OUT:
            yield from (child for child in verb.children if child.dep_ == "nsubj" and child.lower_ not in ("which", "that"))
    elif verb.tag_ in ("VBN", "VBD", "VBZ", "VBP", "JJ") and (lemma in W.HEDGED or lemma in W.SAY):
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and child.lemma_.lower() in W.CARRY_OUT | {"make"}:
                yield from passive_agents(child)
            elif child.dep_ == "xcomp" and child.lemma_.lower() == "be":
                yield from (one for by in child.children if by.lower_ == "by" for one in object_of(by))


_ORDERED = frozenset({"do", "order", "authorise", "authorize", "lead"})
"""What is told of an attack by whom it was, in a participle behind it: a raid ordered by the president."""


def told_behind(attack: Token) -> Iterator[Token]:
    """What tells who made the attack though it hangs on what was hit: attacks on troops in Iraq conducted by rebels.

    Or on the last of several nouns, or on the verb: the bombing and shelling by the army; in the raid, blamed on rebels, they died.
    """
    after = list(attack.doc[attack.right_edge.i + 1 : min(attack.right_edge.i + 3, attack.sent.end)])
    joined = {*attack.conjuncts, *after[1:]} if after and after[0].lower_ == "and" else attack.conjuncts
    for noun in joined if not is_owned(attack) and all(child.dep_ in ("cc", "conj", "punct") for child in attack.rights) else ():
        if noun.i > attack.i and (noun.lemma_.lower() in W.ATTACK_NOUNS or noun.lower_ in W.ATTACK_NOUNS):
            yield from (by for by in noun.rights if by.lower_ == "by")
    if len(after) > 1 and after[0].lower_ == "," and after[1].tag_ == "VBN" and after[1].dep_ in ("acl", "advcl"):
        yield after[1]
    beside = [one for one in after[:1] if one.dep_ == "prep" and one.head.is_ancestor(attack)]
    taking = (one for one in attack.rights if one.dep_ == "acl" and one.lemma_.lower() in _TAKING_PLACE)
    happening = [child for one in taking for child in one.rights]  # attacks taking place there by jets
    yield from (child for child in happening if child.lower_ == "by")
    yield from _behind_objects([*attack.rights, *beside, *happening])


def is_owned(attack: Token) -> bool:
    """Whether the words before the noun tell whose attack it is: Israeli air strikes, their raids, Hamas attacks."""
    words = attack.doc[attack.left_edge.i : attack.i]
    return any(one.dep_ == "poss" or is_side(one) or one.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") for one in words)


def _behind_objects(words: Iterable[Token]) -> Iterator[Token]:
    """What tells of a deed behind the places and people that these prepositions name, and behind theirs."""
    for child in words:
        for hit in child.children if child.dep_ == "prep" and child.lower_ != "by" else ():
            lemma = hit.lemma_.lower()
            place = hit.ent_type_ in ("GPE", "LOC", "FAC") or lemma in W.SITES
            if hit.dep_ != "pobj" or not (place or lemma in W.PEOPLE or lemma in W.WEAPON_NOUNS):
                continue  # strikes in response to raids carried out by others
            for one in hit.rights:
                made = one.dep_ == "acl" and one.tag_ == "VBN" and one.lemma_.lower() in W.PERPETRATE
                if made or ((place or lemma in W.WEAPON_NOUNS) and one.lower_ == "by"):
                    yield one
            yield from _behind_objects(hit.rights)


def tells_of_it(saying: Token, clause: Token) -> bool:
    """Whether a clause that somebody says of the attack beside it tells of it: which officials say was carried out by rebels."""
    which = any(one.dep_ in ("nsubj", "nsubjpass") and one.lower_ in ("which", "that") for one in clause.children)
    return saying.lemma_.lower() in W.SAY and clause.dep_ == "ccomp" and which


def user_of(verb: Token, preposition: str) -> Iterator[Token]:
    """Who strikes, kills, answers or helps with it: rebels target the city with air strikes; not those who died in them.

    Who used arms in it, as well: it used gas in the attack.
    """
    lemma = verb.lemma_.lower()
    objects = (child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in W.AUTHORS)
    caught = preposition == "in" and any(not behind(one, "of", "behind") for one in objects)  # a suspect in the attack
    if verb.pos_ != "VERB" or lemma in ("die", "perish") or caught:
        return
    used = preposition == "in" and lemma in FIRED | {"use"} and any(child.dep_ == "dobj" for child in verb.children)
    harms = lemma in W.HITTING | W.KILL | W.INJURE | W.KILLINGS | W.ATTACK_VERBS.keys()
    if used or harms or (preposition == "with" and lemma in W.WIELDING):
        roles = {child.dep_ for child in verb.children}
        if not roles & {"auxpass", "nsubjpass"} and (verb.tag_ != "VBN" or "nsubj" in roles):
            yield from doers(verb)


def taking_part(word: Token) -> Iterator[Token]:
    """Who took part in it, or the lead, or participated."""
    verb = word.head if word.lower_ in ("part", "lead") else word
    took_part = verb.lemma_.lower() == "take" and any(child.lower_ in ("part", "lead") for child in verb.children)
    if took_part or verb.lemma_.lower() == "participate":
        yield from doers(verb)


def doers(verb: Token) -> Iterator[Token]:
    """Who does what the verb says: its subject, its agent, or who is accused of it; at whose hands others die, towns fall."""
    if hands := at_the_hands(verb) or fallen_to(verb) or foes_of(verb):
        yield from hands
        return
    roles = {child.dep_ for child in verb.children}
    bare = verb.dep_ in ("acl", "conj") and verb.tag_ == "VBN" and not roles & {"nsubj", "dobj"}
    told = verb.dep_ == "ccomp" and verb.tag_ == "VBN" and not roles & {"aux", "dobj"} and verb.lemma_.lower() in W.KILL | W.INJURE
    passive = bare or told or roles & {"auxpass", "nsubjpass"} or ("agent" in roles and not {"nsubj", "dobj"} <= roles)
    if passive:
        yield from passive_agents(verb)
        return
    subject = _subject_of(verb)
    head = verb.head
    if subject is not None:
        who = subject.lower_ in ("who", "that", "which")
        if who and (not_they := cleared(verb)) is not None:
            yield from (one for one in not_they.conjuncts if "but" in verb.doc[not_they.i : one.i].text.split())
        elif who and (other := set_aside(verb)) is not None:
            yield other.head
        else:
            yield (stressed(head) if who and verb.dep_ == "ccomp" else None) or subject
        return
    if verb.dep_ == "acl" and verb.tag_ != "VB":
        yield head  # jets bombing the town
        return
    if verb.dep_ == "xcomp" and (alleged := next((child for child in head.children if child.dep_ == "nsubjpass"), None)):
        yield alleged
        return
    asked = [*(child for child in head.children if child.dep_ == "dobj"), *behind(head, "on", "upon", "for")]
    asked = [head.head] if head.dep_ == "acl" and head.tag_ == "VBN" else asked
    if verb.dep_ in ("xcomp", "advcl") and verb.tag_ == "VB" and head.lemma_.lower() in W.ASKING and asked:
        yield from asked  # called on Turkey to stop shelling, pressed it to; not: pressed it, shelling its posts
        return
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        yield from charged_by(head)
        if head.lower_ == "to" and head.head.lemma_.lower() in _TAKEN_UP:
            yield from doers(head.head)
        if head.lower_ in ("after", "before", "by", "while", "since", "despite"):
            above = next((one for one in head.ancestors if one.pos_ in ("VERB", "AUX")), None)
            if above is not None:
                yield from accused_by(above) if head.lower_ == "by" and above.lemma_.lower() in _HOLDING else doers(above)
    elif was_able(verb) or (verb.dep_ == "conj" and head.dep_ == "ccomp" and head.head.lemma_.lower() in W.SAY and _answers(verb)):
        yield from doers(head.head)
    elif verb.dep_ == "conj" and _is_done_to(head) and any(child.dep_ == "dobj" for child in verb.children):
        yield from _done_to(head)
    elif verb.dep_ in ("xcomp", "conj", "advcl") and head.pos_ in ("VERB", "AUX"):
        yield from doers(head) if verb.dep_ != "advcl" or verb.tag_ == "VBG" else ()


def _subject_of(verb: Token) -> Token | None:
    """The subject; of several that the parse finds, the last where the first is a group that is named behind it, or what goes off.

    Not the agency in brackets that the paragraph is from: (ANP) Mali's army struck the town.
    """
    found = [child for child in verb.children if child.dep_ == "nsubj"]
    found = [child for child in found if not (child.i == 1 and child.nbor(-1).text == "(")] if len(found) > 1 else found
    if len(found) < 2 or found[-1].i > verb.i or any(one.lower_ == "including" for one in found[0].rights):
        return next(iter(found), None)
    return found[-1] if found[0].lemma_.lower() in W.BANDS | W.DEVICES else found[0]


def _is_done_to(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children) and any(child.dep_ == "agent" for child in verb.children)


def _done_to(verb: Token) -> Iterator[Token]:
    """To whom it is done, who then does what is joined to it: before being surrounded by troops and blowing themselves up."""
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    above = next((one for one in verb.ancestors if one.pos_ == "VERB"), None) if verb.dep_ == "pcomp" else None
    yield from subjects or (doers(above) if above is not None else ())


def _answers(verb: Token) -> bool:
    """Whether it is done in answer to what is told before it: said the enemy had crossed a line and fired rockets in response."""
    return any(one.lower_ in ("response", "retaliation", "return", "revenge") and one.head.lower_ == "in" for one in verb.subtree)


def who_fired(arms: Token) -> Iterator[Token]:
    """Whose the rocket was that hit: misfired by a group, a failed launch by it."""
    if arms.lemma_.lower() not in (*W.WEAPON_NOUNS, *W.DEVICES, "launch", "projectile", "artillery", "fire", "gunfire"):
        return
    for child in arms.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            yield from object_of(child)
        if child.dep_ in ("acl", "relcl") and child.tag_ == "VBN" and child.lemma_.lower() in FIRED:
            yield from passive_agents(child)
    yield from fired_from(arms.head) if arms.dep_ == "nsubj" else ()
    behind_it = arms.head.head.rights if arms.dep_ == "pobj" and arms.head.dep_ == "agent" else ()  # hit by shells from the army
    yield from (by for one in behind_it if one.lower_ == "from" and one.i == arms.right_edge.i + 1 for by in object_of(one))


def fired_from(verb: Token) -> list[Token]:
    """What arms were dropped or fired from: bombs dropped from Malian helicopters."""
    fired = behind(verb, "from") if verb.lemma_.lower() in FIRED else []
    return [one for one in fired if is_materiel(one) and one.lower_ != "side"]


FIRED = frozenset({"fire", "launch", "misfire", "shoot", "drop", "throw", "hurl", "plant", "lay", "detonate"})


def passive_agents(verb: Token) -> Iterator[Token]:
    """Who stands behind `by`, which the parse may hang on a place that was hit: launched at its posts by the group.

    Behind `on` or `to`, where `by` tells who lays it there: blamed by officials on the group; not mines laid by it.
    """
    lays = verb.lemma_.lower() != "lay" or any(one.lower_ in ("blame", "responsibility") for one in (verb.head, *verb.children))
    words = W.LAID_AT.get(verb.lemma_.lower() if lays else "", ("by",))
    phrases = [child for child in verb.children if child.dep_ in ("agent", "prep") and child.lower_ in words]
    if not any(child.lower_ == "by" for child in verb.children):
        places = [one for child in verb.rights if child.dep_ == "prep" for one in child.children if one.dep_ == "pobj"]
        phrases += [child for one in places for child in one.rights if child.lower_ == "by" and child.dep_ == "prep"]
    phrases += [other for child in phrases for other in child.conjuncts if other.lower_ == "by"]
    yield from fired_from(verb)
    for child in phrases:
        if not child.i or child.nbor(-1).lower_ != "not":
            yield from (one for one in child.children if one.dep_ == "pobj")
