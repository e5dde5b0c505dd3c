"""The attacks that a document mentions: what tells of them, who is said to have made them, what was hit, where and when."""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.agents import set_attackers
from kg.extraction.bearings import names_day
from kg.extraction.cast import Cast
from kg.extraction.downing import is_shooting_down
from kg.extraction.fighters import fighters
from kg.extraction.killings import MURDERS, is_murder, is_of_attacker, tells_of_killing, victims
from kg.extraction.mentions import Act, clause_of, kind_words
from kg.extraction.placenames import PlaceName, PlaceNames
from kg.extraction.pointing import is_another, is_told_of_it, points_back
from kg.extraction.targets import targets_of
from kg.extraction.triggers import act_of, is_doubled
from kg.extraction.whens import ANSWERING, time_of
from kg.extraction.wheres import set_places, weapon_of
from kg.extraction.wielding import kind_by_arms


def acts(doc: Doc, number: int, cast: Cast, published: date | None, named: PlaceNames) -> list[Act]:
    """The mentions of attacks in a document, in their order; `named` gives the names of places in it."""
    found = [act for token in doc if (act := act_of(token, number))]
    triggers = {act.token.i for act in found}
    killing = [token for token in doc if tells_of_killing(token) or _is_killing(token)]
    names = named(number) if found or killing else ()
    names = [name for name in names if not triggers.intersection(range(name[0], name[1]))]
    found = [act for act in found if not is_doubled(act.token, triggers)]
    for act in found:
        aside = _is_aside(act.token)
        act.aside = aside or (act.token.dep_ in ("nsubj", "nsubjpass") and _is_aside(act.token.head))
        act.same = act.same or any(told(act.token, triggers) for told in (_is_this, _is_how_it_began, _is_what_it_did))
        act.clause = frozenset(one.i for one in act.token.subtree) if aside else frozenset(clause_of(act.token))
        act.clause |= _shared(act.token, triggers)
        set_attackers(act, cast)
        act.kind = kind_by_arms(act.token, act.kind)
        act.targets = list(targets_of(act.token, cast))
        set_places(act, cast, names, triggers)
        act.weapon = None if is_shooting_down(act.token) else weapon_of(act, triggers)
        act.campaign = act.campaign or _is_of_country(act, names)
    found += _killings(killing, number, cast, triggers, names)
    found.sort(key=lambda act: act.token.i)
    for act in found:
        act.victims = victims(act.token)
        act.hit = frozenset(party.key for head in _struck(act) for party in fighters(head, cast)[0])
        act.places = [name for name in act.places if name.split()[-1].lower() not in act.victims]
        act.time = time_of(act, doc, published, triggers)
        lasting = act.time is not None and act.time.stretch
        if act.plural and not act.anaphoric and (lasting or _is_without_end(act)):
            act.campaign = True
    return found


def _is_of_country(act: Act, names: Sequence[PlaceName]) -> bool:
    """Whether attacks are told of, all over a country, and not of one day."""
    countries = {name for *_, name, country in names if country}
    vague = not act.targets and not act.anaphoric and not act.quarters and act.plural and not names_day(act.token)
    return vague and bool(act.places) and countries.issuperset(act.places)


def _is_without_end(act: Act) -> bool:
    """Whether bombing or shelling is spoken of without a number, and nothing is said of it but whose it is."""
    mass = act.token.tag_ not in ("NNS", "NNPS") and not any(child.dep_ in ("det", "poss") for child in act.token.lefts)
    lasting = any(child.lower_ in ("has", "have", "been") for child in act.token.head.children)
    over = act.token.dep_ == "nsubj" and act.token.head.lemma_.lower() in W.KILL | W.INJURE | W.HITTING and not lasting
    return mass and not over and bool(act.attackers) and not (act.targets or act.places or act.quarters or act.time)


def _struck(act: Act) -> Iterator[Token]:
    """The heads of the phrases for forces that were hit: those who came under fire, and whose bases were bombed."""
    yield from (target.token for target in act.targets if target.kind in ("Aircraft", "MilitaryObjective", "MilitaryEquipment"))
    token = act.token
    if token.dep_ == "pobj" and token.head.lower_ == "under" and token.head.head.lemma_.lower() in ("come", "be", "remain"):
        yield from (child for child in token.head.head.children if child.dep_ == "nsubj")


def _is_this(token: Token, triggers: set[int]) -> bool:
    """Whether it is the attack of the sentence, called by another word: a bomb went off, killing a judge in an assassination."""
    what = next(
        (one for one in token.sent if one.lower_ == "what" and one.i and one.nbor(-1).lower_ == "in" and one.i < token.i), None
    )
    if what is not None and token.dep_ in ("oprd", "attr", "pobj"):  # in what he called an attack
        return not triggers.isdisjoint(range(token.sent.start, what.i))
    if token.dep_ != "pobj" or token.head.lower_ != "in" or not any(child.lower_ in ("a", "an") for child in token.lefts):
        return False
    before = next((one for one in reversed(token.doc[: token.head.i]) if one.text != ","), token)
    if any(one.i in triggers and one.lemma_.lower() in MURDERS for one in before.ancestors):
        return True  # the killing of the general in a raid
    for one in token.head.ancestors:
        if any(child.dep_ == "mark" for child in one.children) or one.i in triggers:
            return False
        if any(child.dep_ == "nsubj" and child.i in triggers for child in one.children):
            return True
    return False


def _is_how_it_began(token: Token, triggers: set[int]) -> bool:
    """Whether it tells how the attack of the sentence came about: the siege began when gunmen stormed it; the attack in May, when a
    bomber killed nine."""
    clause = token
    while clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        clause = clause.head
    if token.pos_ != "VERB":
        clause = token.head if token.dep_ == "nsubj" else token
    marks = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")}
    verb = clause.head
    if clause.dep_ == "relcl" and "when" in marks and verb.i in triggers:
        return True
    if token.pos_ != "VERB" or clause.dep_ != "advcl" or not marks & {"when", "as"} or verb.lemma_.lower() not in _COMING_ABOUT:
        return False
    return any(child.dep_ == "nsubj" and child.i in triggers for child in verb.children)


def _is_what_it_did(verb: Token, triggers: set[int]) -> bool:
    """Whether it tells what an attack told before hit: they launched strikes and struck the town; strikes continued to hit it."""
    made = verb.head
    if verb.pos_ != "VERB" or made.i > verb.i or verb.lemma_.lower() not in (W.HITTING - {"attack"}) | W.KILL | W.INJURE:
        return False
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    by = made.head if made.dep_ == "pobj" and made.head.dep_ in ("prep", "agent") else made
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and by.lower_ == "by" and by.head.i in triggers:
        return True  # an offensive by the rebels targeting the town
    gone_on = (verb.dep_ == "conj" and verb.tag_ == made.tag_) or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
    role = "dobj" if gone_on and made.lemma_.lower() in W.CARRY_OUT else ""
    role = "nsubj" if verb.dep_ == "xcomp" and made.lemma_.lower() in ("continue", "begin", "start", "resume") else role
    told = [child for child in made.children if child.dep_ == role]
    told += [last for child in told for of in child.children if of.lower_ == "of" for last in of.children]
    elsewhere = verb.dep_ == "conj" and any(map(_names_where, verb.rights)) and any(map(_names_where, set(made.rights) - {verb}))
    return any(one.i in triggers for one in told) and not elsewhere and not _of_other_arms(verb, told)


def _names_where(phrase: Token) -> bool:
    """Whether a place may be named in the phrase."""
    return any(one.pos_ == "PROPN" and one.ent_type_ not in ("DATE", "TIME") for one in phrase.subtree)


def _of_other_arms(verb: Token, told: Sequence[Token]) -> bool:
    """Whether shells are told of that were not fired in it: air strikes, and shelled the town."""
    from_air = any(one.lemma_.lower() == "airstrike" or {"air", "drone"} & set(kind_words(one)) for one in told)
    return from_air and W.ATTACK_VERBS.get(verb.lemma_.lower()) == "Shelling"


_COMING_ABOUT = frozenset({"begin", "start", "occur", "happen", "take", "unfold", "come"})


def _is_aside(token: Token) -> bool:
    """Whether what is told is told despite the attack, or after it, so that its time and place are not the attack's."""
    if token.dep_ in ("advcl", "pcomp"):
        return token.head.lower_ in _BESIDE or any(child.dep_ == "mark" and child.lower_ in _BESIDE for child in token.lefts)
    answered = token.head.head.lemma_.lower() in ANSWERING and token.head.lower_ in ("to", "for")
    return token.dep_ == "pobj" and (token.head.lower_ in _BESIDE or answered)


def _shared(verb: Token, triggers: set[int]) -> frozenset[int]:
    """The words of clauses that are about the same doing: killed two and burnt houses in Jos; stormed a post, killing two."""
    if verb.pos_ != "VERB":
        return frozenset()
    near = [one for one in verb.children if one.dep_ == "conj" and one.lemma_.lower() in W.FORCE | W.HITTING | W.INJURE]
    near += [verb.head] if verb.dep_ == "advcl" and verb.tag_ == "VBG" else []
    found: set[int] = set()
    for one in near:
        own_subject = one.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubjpass") for child in one.children)
        with_it = (child for child in one.children if child.dep_ in ("prep", "dobj", "npadvmod", "advmod"))
        clause = {word.i for child in with_it for word in child.subtree}
        if one.pos_ == "VERB" and not own_subject and one.lemma_.lower() not in W.SAY and not triggers & {one.i, *clause}:
            found |= clause
    return frozenset(found)


_BESIDE = ("despite", "amid", "after", "before", "since", "following", "without", "ahead")


def _is_killing(token: Token) -> bool:
    """Whether it is a noun for how somebody was killed: his death was blamed on the rebels."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in W.KILLING_NOUNS


def _beside(verb: Token) -> frozenset[int]:
    """The words of relative clauses in which more is told of a thing that the clause of the verb speaks of."""
    told = (one for child in verb.children if child.dep_ in ("prep", "npadvmod") for one in child.subtree if one.dep_ == "relcl")
    return frozenset(one.i for clause in told for one in clause.subtree)


def _killings(words: Sequence[Token], number: int, cast: Cast, triggers: set[int], names: Sequence[PlaceName]) -> Iterator[Act]:
    """`Government forces killed 516 civilians`: an attack told by its harm, where it is said who did it."""
    for token in words:
        if token.i in triggers or is_doubled(token, triggers):
            continue
        if any(one.i in triggers for one in token.ancestors):
            continue
        noun = token.pos_ == "NOUN"
        same = is_told_of_it(token) if noun else _is_what_it_did(token, triggers)
        back = noun and points_back(token)
        act = Act(number, token, "Attack", False, back, another=is_another(token), same=same)
        act.clause = frozenset(clause_of(token))
        own = {one.i for one in token.subtree} if noun or token.dep_ == "acl" else act.clause - _beside(token)
        if own & triggers:
            continue
        act.clause |= _shared(token, triggers)
        set_attackers(act, cast)
        act.kind = kind_by_arms(token, act.kind)
        by_arms = act.kind != "Attack" and all(one.lemma_.lower() != "crash" for one in token.sent)
        if (act.attackers or by_arms or is_murder(token)) and not is_of_attacker(token):
            act.targets = list(targets_of(token, cast))
            set_places(act, cast, names, triggers)
            yield act
