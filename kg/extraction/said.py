"""What is said: the tokens that a verb of speech has as its clause, its object, or its quotation."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.outlying import clauses_beside, of_relative, said_before, shared_with
from kg.extraction.phrases import behind
from kg.extraction.polarity import objects_of

SUBJECTS = ("nsubj", "nsubjpass")
"""The roles of a subject."""


_DOUBLE = ('"', "''", "``")


def quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where the double quotation marks of a document open and close; one that is not closed goes on to the end."""
    opened: int | None = None
    text = doc.text
    for token in doc if any(mark in text for mark in _DOUBLE) else ():
        if token.text in _DOUBLE:
            if opened is None:
                opened = token.i + 1
            else:
                yield opened, token.i
                opened = None
    if opened is not None and opened < len(doc):
        yield opened, len(doc)


def content_of(verb: Token) -> set[int]:
    """The tokens of what is said by this verb."""
    own = {one.i for one in verb.subtree}
    if told := of_relative(verb):
        return told
    counted = [child for child in verb.rights if child.dep_ == "dobj" and child.like_num and verb.lemma_.lower() in W.PLAIN_SAY]
    content = {one.i for child in counted for one in child.subtree}
    for child in verb.children:
        when = child.lower_ in ("after", "following") and verb.lemma_.lower() in ("announce", "claim")
        fronted = child.dep_ == "prep" and child.i < verb.i and child.lower_ != "for"  # after the raid, it accused the rebels
        if when or fronted or is_parted(child, verb) or _is_told_with(child) or _is_unverified(child):
            continue
        if child.dep_ in ("ccomp", "xcomp") or (
            child.dep_ in ("pcomp", "prep", "dobj", "attr", "oprd") and verb.lemma_.lower() in W.OBJECT_VERBS
        ):
            content |= {one.i for one in child.subtree}
        if (child.dep_ == "advcl" and _is_outcome(child, verb)) or (child.dep_ == "conj" and _goes_on(child, verb)):
            content |= {one.i for one in child.subtree}
        if child.dep_ == "prep" and verb.lemma_.lower() in W.PLAIN_SAY:
            content |= {one.i for clause in clauses_beside(child) for one in clause.subtree}
    if verb.lemma_.lower() in ("give", "put") and any(child.lemma_.lower() in W.COUNTS for child in objects_of(verb)):
        content |= {one.i for child in verb.rights if child.dep_ == "advmod" for one in child.subtree}  # a toll as high as 400
    if points_finger(verb):
        content |= {one.i for one in verb.subtree if one.i > verb.i}
    if verb.lemma_.lower() in W.DENY_VERBS:
        content |= {one.i for thing in objects_of(verb) if thing.i > verb.i for one in thing.subtree}
        content |= denied_before(verb)
        content -= _told_beside(verb, content)
    tells = verb.dep_ == "relcl" and (verb.lemma_.lower() in W.LAID_AT or _tells_of_head(verb))
    if (tells or (verb.dep_ == "acl" and _is_laid_by(verb))) and verb.head.lemma_.lower() in W.ATTACK_NOUNS:
        content.add(verb.head.i)
    if gives(verb):
        content |= set(range(verb.head.left_edge.i, verb.i))
    as_told = verb.dep_ == "advcl" and any(child.lower_ == "as" for child in verb.children)
    if (verb.dep_ == "parataxis" or as_told) and verb.lemma_.lower() in W.PLAIN_SAY:
        rejected = [child for child in verb.head.children if child.dep_ == "ccomp" and verb.head.lemma_.lower() in W.DENY_VERBS]
        content |= {one.i for part in (rejected or [verb.head]) for one in part.subtree} - own
    inside = {i for start, end in quoted(verb.doc) for i in range(start, end) if verb.sent.start <= i < verb.sent.end}
    if inside and not any(
        one.lemma_.lower() in W.SAY and one.pos_ == "VERB" and one.i != verb.i and one.i not in inside for one in verb.sent
    ):
        content |= inside
    if (
        not content
        and verb.dep_ == "ccomp"
        and verb.lemma_.lower() not in ("blame", "accuse", "condemn")
        and verb.head.i < verb.i
        and verb.i > verb.sent.start + 3
        and verb.doc[verb.left_edge.i - 1].lower_ not in ("but", "and", "while")
    ):
        content |= {one.i for one in verb.head.subtree} - own
    content |= said_before(verb) if not content else set()
    content |= shared_with(verb) if not content else set()
    content -= {verb.i} | told_by_others(verb, content) | _unverified(verb, content)
    if _is_laid_by(verb):
        return content | {one.i for child in verb.children if child.dep_ == "nsubjpass" for one in child.subtree}
    if denied := denied_before(verb):
        return content | denied
    return content - {one.i for child in verb.children if child.dep_ in SUBJECTS for one in child.subtree if one.i not in inside}


def _unverified(verb: Token, content: set[int]) -> set[int]:
    """What stands within what is said, but is said by the article: that it could not be checked."""
    asides = (one for one in map(verb.doc.__getitem__, content) if one.dep_ == "advcl" and _is_unverified(one))
    return {inner.i for one in asides for inner in one.subtree}


def _is_unverified(clause: Token) -> bool:
    """Whether it is the article that says it could not check it: said it hit a base, though this could not be confirmed."""
    checks = clause.lemma_.lower() in ("confirm", "verify", "corroborate", "substantiate")
    marked = any(child.lower_ in ("though", "although", "but") for child in clause.lefts) or clause.dep_ == "conj"
    return checks and marked and any(child.dep_ == "auxpass" for child in clause.lefts)


def _is_told_with(preposition: Token) -> bool:
    """Whether it is what another tells: accused them of a raid, with residents reporting nine deaths."""
    telling = (one for one in preposition.children if one.dep_ == "pcomp" and one.tag_ == "VBG" and one.lemma_.lower() in W.SAY)
    return preposition.lower_ == "with" and any(child.dep_ == "nsubj" for one in telling for child in one.lefts)


def _goes_on(clause: Token, verb: Token) -> bool:
    """Whether what is said goes on in it: said it was not true, but that; said reports that it did it [were lies]; put its losses
    at 7 dead and 21 wounded.
    """
    alone = clause.lemma_ == "be" and not any(one.dep_ in ("cc", *SUBJECTS) for one in (*clause.lefts, *verb.rights))
    that = any(one.dep_ == "mark" and one.lower_ == "that" for one in clause.children)
    only = any(one.dep_ == "mark" and one.lower_ == "if" for one in clause.lefts)  # is willing to, but only if they end it
    return that or alone or only or _begins(clause) or _is_count(clause)


def _begins(clause: Token) -> bool:
    """Whether `but that` or `and that` joins it to what was said before, whatever the parser takes `that` for."""
    first = clause.left_edge
    that = any(one.dep_ == "mark" and one.lower_ == "that" for told in clause.head.rights for one in told.lefts)
    joined = first.i > 0 and first.nbor(-1).dep_ == "cc" and first.nbor(-1).head == clause.head
    return (that or first.dep_ == "det") and joined and first.lower_ == "that"


def told_by_others(verb: Token, content: set[int]) -> set[int]:
    """What stands behind the verb as though it were said by its subject, but is what the article has of another speaker.

    `The army said six rebels died, while residents put the toll at 14`; `said it hit a base; rebels said it hit a school`;
    `said it hit the base, which residents say was empty`; `said it hit a base, but according to residents it hit a school`.
    """
    quotes = {i for start, end in quoted(verb.doc) for i in range(start, end)}
    cut: set[int] = set()
    for one in (verb.doc[i] for i in sorted(content - quotes) if i > verb.i):
        if gives(one) and one.lemma_.lower() in W.SAY:
            cut |= {inner.i for inner in one.head.subtree}
        if one.lower_ == "according" and one.head.i > one.i and is_set_against(one.head):
            cut |= {inner.i for inner in one.head.subtree}
        if not _speaks_up(one):
            continue
        first = next((i for i in range(one.i, verb.i, -1) if verb.doc[i].text == ";"), None)
        if first is not None:
            cut |= set(range(first, next((i for i in range(one.i, one.sent.end) if verb.doc[i].text == ";"), one.sent.end)))
        elif one.dep_ == "relcl" or is_set_against(one):
            cut |= {inner.i for inner in one.subtree}
    return cut


def gives(verb: Token) -> bool:
    """Whether it is told who gives the number before it: the 17 given by police, a toll of 30 reported by medics."""
    number = verb.head.like_num or verb.head.lemma_.lower() in W.COUNTS
    return verb.dep_ == "acl" and number and any(child.dep_ == "agent" for child in verb.children)


def _speaks_up(verb: Token) -> bool:
    """Whether somebody with a name or a noun of his own says something by this verb."""
    lemma = verb.lemma_.lower()
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if any(one.lemma_.lower() in W.COUNTS and any(child.dep_ == "poss" for child in one.lefts) for one in subjects):
        return True  # the ministry's own count is 30
    if (
        verb.pos_ != "VERB"
        or lemma not in W.SAY
        or any(child.lower_ in ("that", "if") and child.dep_ == "mark" for child in verb.lefts)
    ):
        return False
    clause = any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights)
    counts = lemma in W.WEAK_SAY and any(one.like_num for one in verb.subtree)
    tells = clause or counts or lemma in W.DENY_VERBS | {"blame", "accuse", "call"} or verb.dep_ == "relcl"
    return tells and any(child.pos_ in ("NOUN", "PROPN") for child in subjects)


def is_set_against(verb: Token) -> bool:
    """Whether the clause of this verb is set against the one before: while, but; or goes on behind a comma and `and`."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ == "mark"}
    if verb.dep_ == "advcl":
        return bool(marks & {"while", "whereas", "although", "though"})
    before = [one.lower_ for one in verb.doc[max(verb.sent.start, verb.left_edge.i - 2) : verb.left_edge.i]]
    against = before[:-1] if before[-1:] == [","] else before[-1:]  # but, according to residents, 12 died
    but = verb.dep_ in ("conj", "ccomp") and against in (["but"], ["while"], ["yet"])
    return but or (verb.dep_ == "conj" and before == [",", "and"])


def _is_outcome(clause: Token, verb: Token) -> bool:
    """Whether it tells what came of what somebody is blamed for before it: accused them of a raid on a bus, wounding six."""
    harms = clause.lemma_.lower() in W.KILL | W.INJURE | W.HITTING | {"leave"}
    blames = verb.lemma_.lower() in ("accuse", "blame")
    return clause.tag_ == "VBG" and harms and blames and clause.i > verb.i and clause.left_edge == clause


def _is_laid_by(verb: Token) -> bool:
    """Whether it is told who lays the attack at whose door: a strike, attributed by officials to Mali."""
    return verb.lemma_.lower() in W.LAID_AT and any(child.dep_ == "agent" for child in verb.children)


def _is_count(verb: Token) -> bool:
    """Whether what the parser takes for another clause is a number of people and what befell them."""
    lefts = list(verb.lefts)
    return verb.lemma_.lower() in W.INJURE | W.KILL and len(lefts) == 1 and lefts[0].like_num


def _tells_of_head(verb: Token) -> bool:
    """Whether it is told who made the attack that the noun before it names: a raid, which officials say was staged by rebels."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and _tells_who(child)]
    return any(one.lower_ in ("which", "that") and one.dep_ in SUBJECTS for clause in clauses for one in clause.children)


def _tells_who(clause: Token) -> bool:
    by = any(child.dep_ == "agent" or child.lower_ in W.LAID_AT.get(clause.lemma_.lower(), ()) for child in clause.children)
    return by or any(child.dep_ == "attr" and child.lemma_.lower() in ("work", "handiwork", "doing") for child in clause.children)


def denied_before(verb: Token) -> set[int]:
    """What a verb of denial in the passive has as its subject, where it is told by whom: reports of a raid were denied by Mali."""
    if verb.lemma_.lower() not in W.DENY_VERBS or not any(child.dep_ == "agent" for child in verb.children):
        return set()
    return {one.i for child in verb.children if child.dep_ == "nsubjpass" for one in child.subtree}


def is_parted(clause: Token, verb: Token) -> bool:
    """Whether a semicolon or colon parts the clause before this verb from it, so that it tells the second alone."""
    return clause.i < verb.i and any(one.text in (";", ":") and clause.right_edge.i < one.i < verb.i for one in verb.children)


def _told_beside(verb: Token, content: set[int]) -> set[int]:
    """What stands in what is denied, but is told by another or taken for granted: it is no part of the denial.

    `Denied that it had shelled the town, after rebels said that six had died`; `denied shelling a camp where 60 were killed`.
    """
    cut: set[int] = set()
    for one in (verb.doc[i] for i in sorted(content)):
        first = one.left_edge
        parted = first.i > verb.i + 1 and first.nbor(-1).text == ","
        if one.dep_ == "advcl" and parted and one.tag_ == "VBG" and one.lemma_.lower() in W.PLAIN_SAY and first == one:
            cut |= {inner.i for inner in one.subtree}
        elif one.dep_ == "advcl" and parted and first.lower_ in _BESIDE and one.lemma_.lower() in W.SAY:
            own = any(child.dep_ in SUBJECTS and child.pos_ != "PRON" for child in one.children)
            cut |= {inner.i for inner in one.subtree} if own else set()
        elif one.dep_ == "relcl" and one.lemma_.lower() in W.KILL | W.INJURE | W.SAY and (parted or _was_struck(one)):
            relative = any(inner.tag_ in ("WDT", "WP", "WRB") for inner in one.lefts)
            cut |= {inner.i for inner in one.subtree} if relative else set()
    return cut


_BESIDE = frozenset({"after", "as", "when", "while", "though", "although", "days", "hours"})


def _was_struck(clause: Token) -> bool:
    """Whether the clause tells how many died of a strike, or where a thing was struck, or not."""
    before = clause.doc[clause.sent.start : clause.left_edge.i]
    thing = clause.head.lemma_.lower() in W.DEVICES | W.WEAPON_NOUNS.keys()
    if thing and any(child.lower_ == "the" for child in clause.head.lefts):
        return True
    if any(one.like_num for one in clause.subtree) and any(one.lemma_.lower() in W.ATTACK_NOUNS for one in before):
        return True
    noun = clause.head
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return verb.lemma_.lower() in W.FORCE


def points_finger(verb: Token) -> bool:
    """Whether somebody is accused in this idiom: pointed the finger at."""
    return verb.lemma_.lower() == "point" and any(child.lower_ in ("finger", "fingers") for child in verb.children)


def trades_blame(verb: Token) -> bool:
    """Whether two accuse each other in this idiom: traded blame, exchanged accusations."""
    words = ("blame", "accusation", "charge", "recrimination")
    objects = (child.lemma_.lower() for child in verb.children if child.dep_ == "dobj")
    return verb.lemma_.lower() in ("trade", "exchange", "swap") and any(one in words for one in objects)


def weighty(verb: Token, content: set[int]) -> bool:
    """Whether a word that is one of speech only at times has a clause, a quotation or a number as its object."""
    if any(child.dep_ == "ccomp" for child in verb.children):
        return True
    objects = {one.i for child in verb.children if child.dep_ in ("dobj", "prep", "npadvmod", "advmod") for one in child.subtree}
    if verb.lemma_.lower() == "put" and any(child.lower_ == "at" for child in verb.children):
        return any(verb.doc[i].like_num for i in objects)
    counted = ("toll", "number", "figure", "death", "body", "strike", "attack", "bombing")
    toll = any(verb.doc[i].lemma_.lower() in counted for i in objects)
    return (
        (toll and any(verb.doc[i].like_num for i in objects))
        or verb.lemma_.lower() in ("condemn", "denounce", "document", "record")
        or bool(content - objects)
        or _holds(verb)
    )


def _holds(verb: Token) -> bool:
    """Whether somebody is held to account for an attack: criticised for the raids, linked to them; or it is laid at a door."""
    lemma = verb.lemma_.lower()
    links = (child for child in verb.children if child.lower_ in W.HOLDS.get(lemma, ()))
    held = any(one.lemma_.lower() in W.ATTACK_NOUNS.keys() | W.ATTACK_VERBS.keys() for word in links for one in word.subtree)
    if lemma == "describe" and any(one.lemma_.lower() in W.ATTACK_NOUNS for one in behind(verb, "as")):
        return True  # described it as an attack by rebels
    return held or (lemma in W.LAID_AT and any(child.lemma_.lower() in W.ATTACK_NOUNS for child in objects_of(verb)))


def is_said(token: Token | None) -> bool:
    """Whether it is something said or shown, or stands for it."""
    if token is None:
        return False
    lemma = token.lemma_.lower()
    return (
        lemma in W.ACCUSATION_NOUNS | W.WORDS_SAID
        or (lemma == "number" and any(one.lemma_.lower() in W.DEAD | W.CASUALTY for one in token.subtree))
        or token.lower_ in ("it", "this", "that", "these", "those", "they", "them")
        or lemma in ("talk", "talking")
    )
