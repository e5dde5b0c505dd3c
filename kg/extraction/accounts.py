"""Who is held to account for an attack: accused of it, blamed for it, suspected of it, linked to it, wanted over it, behind it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.mentions import counting, kind_words
from kg.extraction.phrases import around, behind
from kg.extraction.polarity import has_negation, is_nobody

_ALLEGING = frozenset(
    {"opposition", "activist", "government", "official", "minister", "ministry", "monitor", "resident", "witness"}
)
"""Who claims an attack by saying that it was, not that it was theirs."""
_PREPOSITIONS = ("for", "behind", "of", "over", "in", "to", "with")


def held_to_account(token: Token) -> Iterator[Token]:
    """The heads of the phrases that name who is held to account for the attack that this word names."""
    yield from _charged(token)
    yield from perpetrators(token)
    yield from _suspected(token)
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in W.LAID_AT:
        doors = _not_cleared(_doors(token))
        yield from (one for door in doors for one in door.children if one.dep_ == "pobj")
        return
    if token.dep_ == "dobj" and token.head.lemma_.lower() == "claim":
        claimants = (child for child in token.head.children if child.dep_ == "nsubj" and not is_unclaimed(token.head))
        yield from (child for child in claimants if not _alleges(child, token))
        return
    if token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN") and token.head.dep_ in ("pobj", "conj", "dobj", "nsubjpass"):
        yield from held_to_account(token.head)
        return
    if (outer := counting(token)) != token:
        yield from held_to_account(outer)
        return
    verb = token.head
    if token.dep_ == "attr" and any(child.lower_ == "behind" and child.i < token.i for child in verb.children):
        yield from _responsible(verb)  # behind at least two attacks
        return
    called = token.dep_ in ("oprd", "dobj", "attr") and verb.lemma_.lower() in ("call", "describe", "say")
    if called and verb.dep_ in ("pcomp", "ccomp"):
        if verb.head.lower_ in _PREPOSITIONS:
            yield from _of_preposition(verb.head)
        return
    if token.dep_ not in ("pobj", "pcomp") or token.head.lower_ not in _PREPOSITIONS:
        return
    yield from _of_preposition(token.head)


def _alleges(subject: Token, attack: Token) -> bool:
    """Whether who claims an attack says that it was, not that it was theirs: of gas attacks and massacres nobody boasts."""
    chemical = any(W.ATTACK_MODIFIERS.get(word) == "ChemicalAttack" for word in kind_words(attack))
    shameful = attack.lemma_.lower() == "massacre" or chemical
    return shameful or subject.lemma_.lower() in _ALLEGING


def _of_preposition(preposition: Token) -> Iterator[Token]:
    """Whom the word before the preposition holds to account: `blamed for`, `behind`, `claimed responsibility for`."""
    word = preposition.lower_
    above = preposition.head
    if above.lemma_.lower() in ("responsibility", "credit", "role", "involvement", "complicity", "part"):
        yield from (child for child in above.children if child.dep_ == "poss" and child.pos_ != "PRON")
        bearing = above.head
        if bearing.dep_ == "pcomp" and bearing.head.lower_ == "of" and bearing.head.head.lemma_ == "accuse":
            yield from accused_by(bearing.head.head)  # accused of bearing responsibility for it
            return
        before = above.nbor(-1) if above.i > above.sent.start else above
        yield from _owner(before if before.lemma_.lower() in _OWNING else above.head)
        return
    if above.lemma_.lower() in _OWNING and any(child.lower_ in ("responsibility", "credit") for child in above.children):
        yield from _owner(above)
        return
    if above.pos_ in ("NOUN", "PROPN", "PRON"):
        verb = above.head
        if word == "behind" or (above.dep_ in ("dobj", "nsubjpass") and word in W.HOLDS.get(verb.lemma_.lower(), ())):
            yield above
            return
    lemma = above.lemma_.lower()
    if above.dep_ == "pcomp" and above.head.lower_ == "of" and above.head.head.lemma_ == "accuse" and word in ("with", "by"):
        yield from accused_by(above.head.head)  # accused of putting the talks at risk with air strikes
    if word in W.HOLDS.get(lemma, ()):
        yield from accused_by(above)
    elif (lemma == "be" and word == "behind") or (lemma in W.LIABLE and word == "for"):
        yield from _responsible(above)


_OWNING = ("claim", "admit", "accept", "bear", "take")


def _owner(verb: Token) -> Iterator[Token]:
    """Who claims, bears or takes responsibility, also in a statement that he issues; not nobody, nor who was told to."""
    if verb.lemma_.lower() not in _OWNING:
        return
    while not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        issued = verb.dep_ == "acl" and verb.head.dep_ == "dobj" and verb.head.head.lemma_.lower() in ("issue", "release", "make")
        above = verb.head.head if issued else verb.head
        if not issued and (verb.dep_ not in ("advcl", "conj") or above.pos_ not in ("VERB", "AUX")):
            return
        verb = above
    yield from (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and not is_nobody(child))


def is_unclaimed(verb: Token) -> bool:
    """Whether an attack, or responsibility for it, is not claimed, or not yet: have yet to claim it; or it is not condemned."""
    things = {child.lemma_.lower() for child in verb.rights if child.dep_ == "dobj"}
    yet = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("have", "be")
    yet = yet and any(child.lower_ == "yet" for one in (verb, verb.head) for child in one.children)
    claims = verb.lemma_.lower() in ("claim", "condemn", "denounce") and things & (
        W.ATTACK_NOUNS.keys() | {"responsibility", "credit"}
    )
    return bool(claims) and (yet or has_negation(verb))


def _suspected(token: Token) -> Iterator[Token]:
    """On whom suspicion falls, or at whom a finger is pointed, after the attack or over it."""
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in ("for", "after", "over", "following"):
        return
    falls = any(child.lower_ == "suspicion" and child.dep_ == "nsubj" for child in verb.children)
    points = verb.lemma_.lower() == "point" and any(child.lower_ in ("finger", "fingers") for child in verb.children)
    if (falls or points) and not has_negation(verb):
        yield from around(verb, "on", "at")


def accused_by(verb: Token) -> Iterator[Token]:
    """Whom the verb of accusing has as its object, as its passive subject, or as the noun that it describes."""
    objects = [
        child
        for child in verb.children
        if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() not in W.ATTACK_NOUNS and child.lower_ != "itself"
    ]
    if objects:
        yield from objects
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield _one_of(verb.head)
    elif verb.dep_ == "conj" and verb.tag_ == "VBN":
        yield from (child for child in verb.head.children if child.dep_ == "nsubjpass")
    elif verb.dep_ == "amod" and verb.head.pos_ in ("NOUN", "PROPN"):
        yield verb.head
    elif verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "be":  # they were to blame
        yield from (child for child in verb.head.children if child.dep_ == "nsubj")


def _one_of(noun: Token) -> Token:
    """Who is said to be one of those who are accused: Diallo was one of five members indicted over it."""
    one = noun
    while one.dep_ == "pobj" and one.head.lower_ in ("of", "among"):
        one = one.head.head
    if one.dep_ == "attr" or (one != noun and one.lemma_.lower() == "be"):
        verb = one if one.lemma_.lower() == "be" else one.head
        return next((child for child in verb.children if child.dep_ == "nsubj"), noun)
    return noun


def _responsible(word: Token) -> Iterator[Token]:
    """The subject of `was responsible for` and `was behind`; the object of `hold responsible for`."""
    verb = word if word.lemma_.lower() == "be" else word.head
    if verb.lemma_.lower() in ("hold", "make", "find") and word.dep_ in ("oprd", "acomp", "ccomp", "xcomp", "advcl"):
        yield from (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
        yield from (child for child in word.children if child.dep_ == "nsubj")
        return
    if word.dep_ in ("amod", "acl", "relcl") and word.lemma_.lower() in W.LIABLE and verb.pos_ in ("NOUN", "PROPN"):
        yield verb
        return
    while verb.dep_ == "xcomp" and not any(child.dep_ == "nsubj" for child in verb.children):
        verb = verb.head  # is believed to be behind it
    yield from (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and not is_nobody(child))


def _not_cleared(doors: list[Token]) -> list[Token]:
    """Those at whose doors it is laid, of which it is said where: blamed it not on the rebels but on the army."""
    every = [one for door in doors for one in (door, *(other for other in door.conjuncts if other.lower_ == door.lower_))]
    told = [one for one in every if not any(child.dep_ == "neg" for child in one.lefts)]
    return [one for one in told if one.doc[max(0, one.i - 1)].lower_ != "not"]


def _doors(attack: Token) -> list[Token]:
    """What stands before those at whose door the attack is laid: blamed on, attributed to; blamed the killing of nine on rebels."""
    words = W.LAID_AT.get(attack.head.lemma_.lower(), ())
    by_verb = [child for child in attack.head.children if child.dep_ in ("prep", "dative") and child.lower_ in words]
    if by_verb or attack.dep_ != "dobj":
        return by_verb
    last = [child for child in attack.rights if child.dep_ in ("prep", "dative") and child.lower_ in words][-1:]
    return [one for one in last if not any(hit.lemma_.lower() in W.SITES for hit in one.children)]


def supposing(verb: Token) -> list[Token]:
    """The words that tell that something is supposed of the subject: it is believed, is likely, appears to be so."""
    words = (one for one in (verb, *verb.children) if one == verb or one.dep_ == "acomp")
    return [one for one in words if one.lemma_.lower() in W.HEDGED | W.SAY]


MARKS = ("hallmark", "signature", "fingerprint", "trademark")
"""What an attack bears by which one knows whose it is."""


def is_door(preposition: Token) -> bool:
    """Whether it stands before those at whose door an attack is laid: blamed the killing of nine on rebels."""
    above = preposition.head
    if preposition.dep_ == "conj" and above.lower_ == preposition.lower_:
        return is_door(above)  # on the rebels and on Chad
    return preposition.lower_ in W.LAID_AT.get(above.lemma_.lower(), ()) or preposition in _doors(above)


def _charged(token: Token) -> Iterator[Token]:
    """Whom a verb further above holds to account: accused of being behind it, indicted for involvement in it."""
    above = token.head
    below = token
    while above != below:
        if above.pos_ == "ADP" and (heads := list(charged_by(above))):
            yield from heads
            return
        own = any(child.dep_ in ("nsubj", "nsubjpass", "poss", "neg") for child in above.children)
        if above.pos_ != "ADP" and (own or above.lemma_.lower() not in W.PARTAKING):
            return
        below, above = above, above.head


def charged_by(preposition: Token) -> Iterator[Token]:
    """Whom the verb before this preposition accuses of what stands behind it, or the noun that is its object does."""
    word, above = preposition.lower_, preposition.head
    if word in W.HOLDS.get(above.lemma_.lower(), ()):
        yield from accused_by(above)
    elif above.dep_ in ("dobj", "nsubjpass", "conj"):
        one = above.head if above.dep_ != "conj" else next((noun.head for noun in above.conjuncts if noun.dep_ == "dobj"), above)
        if one.pos_ == "VERB" and word in W.HOLDS.get(one.lemma_.lower(), ()):
            yield from accused_by(one)


def perpetrators(token: Token) -> Iterator[Token]:
    """Who is called the author of the attack: X was one of two suspected perpetrators of it, its mastermind is X."""
    yield from whose_work(token)
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("of", "behind", "in") else None
    if noun is None or noun.lemma_.lower() not in W.AUTHORS:
        return
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and (noun.head.head.like_num or noun.head.head.lower_ in W.COUNTED):
        noun = noun.head.head
    verb = noun.head
    if noun.dep_ in ("nsubj", "attr") and verb.lemma_.lower() == "be" and not has_negation(verb):
        other = "attr" if noun.dep_ == "nsubj" else "nsubj"
        yield from (child for child in verb.children if child.dep_ == other)
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head  # X, a commander and the mastermind of it
    if noun.dep_ == "appos":
        yield noun.head


def whose_work(token: Token) -> Iterator[Token]:
    """Whose work the attack is said to be, or whose hallmarks it bears; also where that is said in a clause beside it."""
    clauses = [token.head] if token.dep_ == "nsubj" else []
    if token.dep_ in ("nsubj", "nsubjpass"):  # are believed, likely or appear to be the work of
        clauses += [one for told in supposing(token.head) for one in told.children if one.dep_ == "xcomp"]
    for child in token.children:
        if child.dep_ == "relcl":
            clauses += [child, *(one for one in child.children if one.dep_ == "ccomp")]
    for verb in clauses:
        lemma = verb.lemma_.lower()
        for noun in verb.children:
            work = lemma == "be" and noun.dep_ == "attr" and noun.lemma_.lower() in ("work", "handiwork", "doing")
            marks = lemma in ("bear", "have", "carry") and noun.dep_ == "dobj" and noun.lemma_.lower() in MARKS
            if (work or marks) and not has_negation(verb):
                yield from behind(noun, "of")


def stressed(be: Token) -> Token | None:
    """Who is said to be the one that did it: it was the rebels who shelled it."""
    it = be.lemma_ == "be" and any(child.dep_ == "nsubj" and child.lower_ == "it" for child in be.lefts)
    return next((child for child in be.rights if child.dep_ == "attr"), None) if it else None


def set_aside(verb: Token) -> Token | None:
    """Who is said not to have done it, beside those who did: militants, not its planes, hit it; it was rebels and not its men."""
    who = [verb.head] if verb.dep_ == "relcl" else [one for child in verb.lefts if child.dep_ == "nsubj" for one in child.rights]
    others = (one for one in who if one.dep_ in ("conj", "appos") and one.head.i < one.i)
    return next((one for one in others if "not" in (one.left_edge.lower_, one.left_edge.nbor(-1).lower_)), None)


def cleared(clause: Token) -> Token | None:
    """Who is said not to be the one that did it: it was not the rebels who shelled it; not: it was not only the rebels."""
    be = clause.head.head if clause.dep_ == "relcl" else clause.head
    noun = stressed(be)
    if noun is None or clause.head not in (noun, be) or not (has_negation(be) or is_nobody(noun)):
        return None
    return None if {one.lower_ for one in noun.doc[be.i : noun.i]} & {"only", "just", "merely"} else noun
