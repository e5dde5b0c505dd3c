"""Mentions of an attack that name none: who is blamed, claims responsibility, or failed, where the attack was told before."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.accounts import accused_by, whose_work
from kg.extraction.cast import Cast
from kg.extraction.doers import passive_agents
from kg.extraction.fighters import fighters
from kg.extraction.forces import own_personnel
from kg.extraction.mentions import Act, clause_of
from kg.extraction.naming import country_of, is_materiel
from kg.extraction.party import Party
from kg.extraction.phrases import around, behind
from kg.extraction.polarity import has_negation, nobody_did
from kg.extraction.suspects import suspects

_POINTING = frozenset({"it", "this", "that", "them", "death", "killing", "casualty", "loss", "incident", "bloodshed", "carnage"})
"""What stands for the attack behind `for` and `on`."""
_FALLING = ("fall", "centre", "center", "focus", "turn", "lie", "rest")


def implied(doc: Doc, number: int, cast: Cast, told: list[Act]) -> Iterator[Act]:
    """The mentions of attacks told before, in clauses that have no word for them; `told` are the mentions that have."""
    words = {act.token.i for act in told}
    for token in doc:
        attackers = _attackers(token, cast)
        if attackers and not words & _clause(token):
            said = next((child for child in token.children if child.dep_ in ("dobj", "nsubjpass")), token)
            said = said.head if said.dep_ == "xcomp" and said.lemma_.lower() == "blame" else said  # was to blame
            act = Act(number, said, "Attack", False, True, attackers, clause=frozenset(clause_of(token)), implied=True)
            passive = any(child.dep_ == "auxpass" for child in token.children)
            act.claimed = token.lemma_.lower() == "claim" and (passive or token.dep_ == "ROOT")
            if len(attackers) > 1:
                act.responsibility = "alternative" if any(one.lower_ == "or" for one in token.subtree) else "joint"
            yield act


def _clause(word: Token) -> set[int]:
    """The words of the clause itself, without those of the clauses that it is joined to."""
    return {word.i}.union(
        *({one.i for one in child.subtree} for child in word.children if child.dep_ not in ("ccomp", "parataxis", "conj", "advcl"))
    )


def _is_begun(verb: Token) -> bool:
    """Whether a quotation begins with the verb, in which nobody is said to do it."""
    return verb.i > 0 and verb.nbor(-1).text in ('"', "'")


def _attackers(token: Token, cast: Cast) -> list[Party]:
    lemma = token.lemma_.lower()
    if lemma == "blame" and token.dep_ == "xcomp" and token.head.lemma_.lower() == "be":
        return _subject(token.head, cast) if _points(token, "for") else []
    if lemma in ("suspicion", "responsibility", "blame") and token.dep_ == "nsubj" and token.head.lemma_.lower() in _FALLING:
        return _fallen_on(token, cast)
    if lemma == "blame" and token.dep_ == "xcomp" and token.head.lemma_.lower() in ("try", "seek") and _is_begun(token.head):
        return []  # whoever says that others were "trying to blame" them does not say that they did it
    if token.pos_ in ("VERB", "NOUN") and lemma == "blame" and token.dep_ not in ("dobj", "pobj"):
        return _blamed(token, cast)
    if lemma == "claim" and token.pos_ == "VERB" and any(child.lower_ == "responsibility" for child in token.children):
        return _claiming(token, cast)
    if lemma == "claim" and token.tag_ == "VBN":
        return _suspected(_done_by(token), cast)
    if lemma == "point" and any(child.lower_ in ("finger", "fingers") for child in token.children):
        return _suspected(around(token, "at")[:1], cast) if _points(token, "for") else []
    if lemma == "point" and (charge := _pointed_to(token)):
        return _suspected(charge, cast)
    if lemma == "suspect" and _is_passive(token) and all(one.is_punct for one in token.rights):
        return _subject(token, cast)
    if lemma == "suspect" and token.pos_ == "VERB" and token.tag_ not in ("VBN", "VBG"):
        return _suspected(accused_by(token), cast) if _points(token, "of") else []
    if lemma == "accuse" and token.pos_ == "VERB":
        return _accused(token, cast)
    if lemma in W.LIABLE and token.head.lemma_.lower() == "be" and _points(token, "for"):
        return _subject(token.head, cast) or _owning_up(token.head, cast)
    if lemma in W.LIABLE and token.head.lemma_.lower() == "hold" and _points(token, "for"):
        beside = [*token.children, *token.head.children]
        held = next(
            (one for one in beside if one.dep_ in ("dobj", "nsubjpass") or (one.head == token and one.dep_ == "nsubj")), None
        )
        return suspects(held, cast)[0] if held is not None else []
    if lemma == "be" and _points(token, "behind") and any(child.lower_ == "behind" for child in token.children):
        return _subject(token, cast)
    if lemma in W.PERPETRATE and (agents := _done_by(token)) and not _tells_of_another_thing(token):
        return _suspected(agents, cast)
    if lemma == "cause" and token.tag_ == "VBN":
        return [party for one in _done_by(token) for party in fighters(one, cast)[0]]
    if (lemma == "do" and _stands_for_it(token)) or (lemma in W.PERPETRATE and _carries_it_out(token)):
        return _subject(token, cast) if not has_negation(token) and not nobody_did(token) else []
    if lemma == "be" and (theirs := [one for child in token.lefts if _is_pointing(child) for one in whose_work(child)]):
        return _suspected(theirs, cast)
    if lemma == "be" and token.pos_ in ("VERB", "AUX"):
        return _who_they_were(token, cast)
    if lemma in ("identify", "name") and token.tag_ == "VBN":
        return _identified(token, cast)
    if lemma in ("belong", "come") and token.pos_ == "VERB":
        return _origin(token, cast)
    if lemma in W.FAILING and token.pos_ == "VERB":
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        return own_personnel(subject, cast) if subject is not None else []
    return []


def _suspected(nouns: Iterable[Token], cast: Cast) -> list[Party]:
    """Whom these nouns name as those who did it."""
    return [party for one in nouns for party in suspects(one, cast)[0]]


def _stands_for_it(do: Token) -> bool:
    """Whether the verb stands for the attack that was told: Mali says rebels did it, had done so, did."""
    if any(_is_pointing(one) or one.lower_ == "so" for one in do.rights):
        return do.pos_ == "VERB"
    return do.dep_ == "ccomp" and do.i + 1 < len(do.doc) and do.nbor(1).is_punct and do.lower_ == "did"


def _carries_it_out(verb: Token) -> bool:
    """Whether it tells who made the attack that was told: Mali says rebels carried it out."""
    return verb.pos_ == "VERB" and any(child.dep_ == "dobj" and child.lower_ in ("it", "them") for child in verb.rights)


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _done_by(verb: Token) -> list[Token]:
    """Who is said to have made the attack that was told: it was claimed by rebels, caused by their rocket, carried out by them."""
    it = any(child.dep_ == "nsubjpass" and (_is_pointing(child) or child.lower_ in ("they", "both")) for child in verb.lefts)
    return list(passive_agents(verb)) if it and verb.dep_ != "relcl" and not has_negation(verb) else []


def _tells_of_another_thing(verb: Token) -> bool:
    """Whether the sentence before is about a thing that `it` may be as well as the attack: a search, an evacuation."""
    start = verb.sent.start
    before = verb.doc[start - 1].sent if start else ()
    about = next((one for one in before if one.dep_ in ("nsubj", "nsubjpass") and one.head == one.sent.root), None)
    attack = W.ATTACK_NOUNS.keys() | W.DEVICES | W.WEAPON_NOUNS.keys() | W.SITES.keys() | W.PEOPLE.keys()
    return about is not None and about.tag_ == "NN" and about.lower_ != "one" and about.lemma_.lower() not in attack


def _fallen_on(noun: Token, cast: Cast) -> list[Party]:
    """On whom suspicion falls, or with whom the responsibility for it lies."""
    told = _points(noun, "for") and not has_negation(noun.head)
    return _suspected(behind(noun.head, "on", "to", "with")[:1], cast) if told else []


def _blamed(verb: Token, cast: Cast) -> list[Party]:
    """`blamed rebels`, `blamed it on rebels`, `blamed rebels for the deaths`: not for anything else."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if on := around(verb, "on"):
        return suspects(on[0], cast)[0] if objects and objects[0].lemma_.lower() in _POINTING else []
    if not objects or objects[0].pos_ == "PRON" or not _points(verb, "for"):
        return []
    return suspects(objects[0], cast)[0]


def _accused(verb: Token, cast: Cast) -> list[Party]:
    """`Accused rebels of being behind it`, `of responsibility`, `of providing the weapons`: for what was told before."""
    heads = [one for one in accused_by(verb) if one.pos_ != "PRON"]
    of = [one for word in (verb, *heads) for child in word.children if child.lower_ == "of" for one in child.children]
    bare = verb.tag_ in ("VBD", "VBZ", "VBP") and all(child.dep_ in ("nsubj", "dobj", "punct", "aux") for child in verb.children)
    if not heads or not (any(map(_is_part_in_it, of)) or (bare and not any(heads[0].rights))):
        return []
    return suspects(heads[0], cast)[0]


def _is_part_in_it(charge: Token) -> bool:
    """Whether it is a part in an attack that needs not be named: involvement, being behind it, supplying the weapons."""
    if charge.dep_ == "pobj":
        return charge.lemma_.lower() in W.ANSWERABLE and _points(charge, "in") and _points(charge, "for")
    if charge.lemma_.lower() == "be":
        words = [child for child in charge.children if child.lower_ in ("responsible", "behind", "involved")]
        return any(_points(one, "for") and _points(one, "in") and _points(charge, "behind") for one in words)
    if charge.lemma_.lower() in W.PERPETRATE - {"orchestrate", "stage", "stag"}:
        return any(child.dep_ == "dobj" and _is_pointing(child) for child in charge.children)
    arms = [child for child in charge.children if child.dep_ == "dobj" and child.lemma_.lower() in (*W.WEAPON_NOUNS, "weapon")]
    plain = any(all(child.lower_ == "the" for child in one.children) and list(one.children) for one in arms)
    return charge.lemma_.lower() in ("provide", "supply") and plain


def _claiming(verb: Token, cast: Cast) -> list[Party]:
    """Who claims responsibility, or by whom it was claimed."""
    thing = next(child for child in verb.children if child.lower_ == "responsibility")
    if has_negation(verb) or nobody_did(verb) or not _points(thing, "for"):
        return []
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return _suspected(passive_agents(verb) if thing.dep_ == "nsubjpass" else subjects, cast)


def _who_they_were(be: Token, cast: Cast) -> list[Party]:
    """`The attackers were members of a militia`."""
    subject = next((child for child in be.children if child.dep_ == "nsubj"), None)
    said = next((child for child in be.children if child.dep_ == "attr"), None)
    if subject is not None and said is not None and subject.lower_ == "it" and not has_negation(be):
        return suspects(said, cast)[0] if any(map(_did_it, (*said.rights, *be.rights))) else []
    if subject is not None and said is None:
        return _whose_arms(subject, be, cast)
    if subject is None or said is None or subject.lemma_.lower() not in _AUTHORS or has_negation(be) or behind(subject, "of"):
        return []
    return fighters(said, cast)[0] if any(child.lower_ == "the" for child in subject.lefts) else []


def _whose_arms(subject: Token, be: Token, cast: Cast) -> list[Party]:
    """`The planes were Russian`: not the one that was shot down, or crashed."""
    people = next((child for child in be.children if child.dep_ == "acomp"), None)
    code = country_of(people) if people is not None else None
    struck = (is_materiel(subject) or subject.lemma_.lower() in W.WEAPON_NOUNS) and not has_negation(be)
    the = any(child.lower_ in ("the", "these", "those") for child in subject.lefts)
    fell = any(one.lower_ in _FELL for one in (*be.doc, *cast.heard.sentence_before(be)))
    return [cast.state(code)] if code and struck and the and not fell else []


_FELL = frozenset({"down", "downed", "downing", "crash", "crashed", "collided", "wreckage", "passenger", "passengers", "pilot"})


def _identified(verb: Token, cast: Cast) -> list[Party]:
    """The persons whom the attackers are identified as: the gunman, who was named as X; the gunmen were identified as X and Y."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    meant = verb.head if verb.dep_ == "relcl" or subject is None else subject
    the = meant.lemma_.lower() in _AUTHORS and any(child.lower_ == "the" for child in meant.lefts)
    named = behind(verb, "as")
    found = [cast.party(one) for head in named if the and not has_negation(verb) for one in (head, *head.conjuncts)]
    return [one for one in found if one is not None and one.kind == "Person"]


_AUTHORS = W.SUSPECTS - {"suspect", "man", "woman"} | {"culprit", "raider", "shooter"}
"""Nouns for those who make an attack."""


def _pointed_to(verb: Token) -> list[Token]:
    """Whom evidence points to: to the responsibility of rebels, to Libyan involvement, to rebels as the culprits."""
    part = [one for one in around(verb, "to") if one.lemma_.lower() in W.ANSWERABLE]
    of = [last for one in part for child in one.rights if child.lower_ in ("of", "by") for last in child.children]
    return of or [child for one in part for child in one.lefts if child.dep_ in ("compound", "poss", "nmod")]


def _did_it(clause: Token) -> bool:
    """Whether the clause tells of who did what was told: it was the militia that did this, who carried it out."""
    done = clause.dep_ in ("relcl", "ccomp") and clause.lemma_.lower() in W.CARRY_OUT | {"do"}
    who = any(child.lower_ in ("who", "that") and child.dep_ == "nsubj" for child in clause.children)
    return done and who and any(child.dep_ == "dobj" and _is_pointing(child) for child in clause.children)


def _origin(verb: Token, cast: Cast) -> list[Party]:
    """`The planes belonged to`, `the shells came from`: whose what struck was."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or not (is_materiel(subject) or subject.lemma_.lower() in W.WEAPON_NOUNS):
        return []
    word = "to" if verb.lemma_.lower() == "belong" else "from"
    named = [one for one in around(verb, word) if word == "to" or one.ent_type_ not in ("GPE", "LOC")]
    return fighters(named[0], cast)[0] if named else []


def _subject(verb: Token, cast: Cast) -> list[Party]:
    """Who it is: also of what is said to be, in the passive: the group is thought to be behind it."""
    beside = [*verb.children, *(child for child in verb.head.children if verb.dep_ == "xcomp" and child.dep_ == "nsubjpass")]
    subject = next((child for child in beside if child.dep_ in ("nsubj", "nsubjpass")), None)
    return suspects(subject, cast)[0] if subject is not None and subject.pos_ != "PRON" else []


def _owning_up(be: Token, cast: Cast) -> list[Party]:
    """The armed group that says that it was it, or they: rebels said they were responsible."""
    meant = any(child.dep_ == "nsubj" and child.lower_ in ("it", "they", "we") for child in be.lefts)
    said = be.dep_ == "ccomp" and be.head.lemma_.lower() in W.PLAIN_SAY and meant and not has_negation(be)
    teller = next((child for child in be.head.lefts if child.dep_ == "nsubj"), None) if said else None
    return [one for one in (fighters(teller, cast)[0] if teller is not None else []) if one.kind == "ArmedGroup"]


def _points(word: Token, preposition: str) -> bool:
    """Whether nothing stands behind the preposition but what points to the attack, or there is no preposition."""
    after = [one for child in word.children if child.lower_ == preposition for one in child.children]
    return all(_is_pointing(one) for one in after if one.dep_ in ("pobj", "pcomp"))


def _is_pointing(one: Token) -> bool:
    """Whether the word stands for the attack by itself: it, this, the deaths, one of the incidents; not the deaths of last year."""
    if one.lower_ in ("one", "both", "all") or one.like_num:
        return any(_is_pointing(last) for child in one.children if child.lower_ == "of" for last in child.children)
    plain = all(child.dep_ == "det" for child in one.children)
    return plain and (one.lemma_.lower() in _POINTING or one.lower_ in _POINTING)
