"""What is said in the form of a noun: reports that, allegations of, claims by residents that."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accused import is_fighting
from kg.extraction.cast import Cast
from kg.extraction.countries import demonyms
from kg.extraction.forces import rebels
from kg.extraction.naming import country_of, is_rebels, joint_countries, source_label
from kg.extraction.party import Party
from kg.extraction.scorn import scorned

_CHARGES = frozenset({"allegation", "accusation", "claim", "charge", "assertion", "report", "suggestion"})
"""What is rejected, and was said by somebody all the same."""


_HELD = frozenset({"analysis", "assessment", "contention"})
"""What somebody holds to be so."""
_ALLEGED = _CHARGES - {"assertion", "report"}


def hearsay(noun: Token, cast: Cast) -> tuple[list[Party], frozenset[int]] | None:
    """Those who make the accusation or report that this noun names, and the words of it; None where it is one that is rejected."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in W.HEARSAY | _HELD or _is_rejected(noun):
        return None
    content = frozenset(one.i for part in said_by(noun) for one in part.subtree) or clause_beside(noun) or _assured(noun)
    if not content:
        return None
    maker = _maker(noun, cast)
    plural = noun.tag_ == "NNS"
    alleged = noun.lemma_.lower() in _ALLEGED and any(said_by(noun))
    if not maker and not plural and not alleged:
        return None
    return _makers_together(noun, cast) or [maker or cast.unnamed(f"unnamed {noun.lower_}")], content


def _assured(noun: Token) -> frozenset[int]:
    """What somebody is assured of, where the parser hangs it on the verb: had received assurances from Mali that it was not so."""
    given = noun.lemma_.lower() == "assurance" and noun.dep_ == "dobj"
    return frozenset(one.i for child in noun.head.rights if given and child.dep_ == "ccomp" for one in child.subtree)


def reckoned(noun: Token, cast: Cast) -> tuple[list[Party], frozenset[int]] | None:
    """Those whose count or account is told, and what they count: the ministry's count is 30; by the elders' account, six died."""
    if noun.pos_ != "NOUN":
        return None
    lemma, verb = noun.lemma_.lower(), noun.head
    if lemma not in W.COUNTS | {"account", "version"}:
        return None
    makers = [child for child in noun.lefts if child.dep_ == "poss" and child.pos_ in ("NOUN", "PROPN") and lemma != "toll"]
    behind = [child for child in noun.rights if child.lower_ in ("by", "from", "of")]
    makers += [one for child in behind for one in child.children if one.dep_ == "pobj" and not one.like_num]
    makers = [one for one in makers if not _is_attack(one)]
    told = [party for one in makers for party in cast.parties_of(one)]
    told = told or [cast.unnamed(source_label(one)) for one in makers if one.lemma_.lower() in W.PEOPLE]
    if noun.dep_ == "pobj" and verb.lower_ in ("by", "in") and verb.head.pos_ in ("VERB", "AUX"):
        phrase = {one.i for one in verb.subtree}
        content = frozenset(range(noun.sent.start, noun.sent.end)) - phrase
    elif noun.dep_ == "nsubj" and verb.lemma_.lower() in _COMES_TO:
        content = frozenset(one.i for child in verb.rights if child.dep_ in ("attr", "prep", "dobj") for one in child.subtree)
    else:
        content = frozenset(one.i for of in behind if any(one.like_num for one in of.children) for one in of.subtree)
    return (told, content) if told and content else None


def _is_attack(noun: Token) -> bool:
    """Whether it is attacks, also with a capital, that took the toll: the death toll from Terrorist Attacks rises.

    Also where the words before the attacks are taken for those who count: the death toll from the rebels' rocket attacks.
    """
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    behind = (one for one in (after, after.head) if one.pos_ in ("NOUN", "PROPN"))
    return any({one.lemma_.lower(), one.lower_, one.lower_.removesuffix("s")} & W.ATTACK_NOUNS.keys() for one in (noun, *behind))


_COMES_TO = frozenset({"be", "stand", "have", "reach", "rise", "climb", "come", "give", "list", "include", "run"})


def _makers_together(noun: Token, cast: Cast) -> list[Party]:
    """Those who make it with others: claims by Mali and the rebels, the assertions of the Malian and Chadian governments."""
    heads = [one for head in _makers(noun) for one in (head, *(other for other in head.conjuncts if other.i > head.i))]
    states = [cast.state(code) for head in heads if head.lemma_.lower() == "government" for code in joint_countries(head)]
    return states if len(states) > 1 else [party for head in heads if (party := cast.party(head))]


def rejected_charge(token: Token, cast: Cast) -> tuple[Party, Token] | None:
    """Who made the accusation, which another rejects, that this word stands in, and its noun: denied Ukrainian claims that."""
    for noun in token.ancestors:
        if noun.sent.start != token.sent.start:
            return None
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in _CHARGES and _is_rejected(noun):
            inside = any(token == part or part.is_ancestor(token) for part in said_by(noun)) or token.i in clause_beside(noun)
            own = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.lefts)
            maker = _maker(noun, cast) if inside and not own else None
            return (maker, noun) if maker else None
    return None


def is_boast(noun: Token, cast: Cast, speaker: Party) -> bool:
    """Whether the claim may be of what those did who make it, since they fight the one who rejects it: Malian claims of a raid."""
    maker = _maker(noun, cast) if noun.lemma_.lower() in ("claim", "assertion", "boast") else None
    return maker is not None and is_fighting(maker, cast) and not cast.side(maker) & cast.side(speaker)


def _maker(noun: Token, cast: Cast) -> Party | None:
    """Who makes the accusation: by name, or by the people before it: Ukrainian claims, rebel accusations."""
    named = next((party for head in _makers(noun) if (party := cast.party(head))), None)
    beside = [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")]
    peoples = (child for child in beside if child.lower_ in demonyms() or child.lower_ in ("us", "u.s."))
    code = next((code for child in peoples if (code := country_of(child))), None)
    if named or code:
        return named or (cast.state(code) if code else None)
    armed = next((child for child in beside if is_rebels(child) and child.lemma_.lower() != "terrorist"), None)
    return next(iter(rebels(armed, cast)), None) if armed is not None else None


def said_by(noun: Token) -> Iterator[Token]:
    """The clauses, and what stands behind `of`, that tell what a noun as `claims` says."""
    for child in noun.rights:
        whole = any(one.dep_ == "dobj" and one.lower_ != "that" for one in child.children)
        clause = child.dep_ in ("acl", "ccomp", "relcl") and any(
            one.lower_ == "that" and (one.dep_ == "mark" or (one.dep_ == "dobj" and whole)) for one in child.children
        )
        done = child.dep_ == "acl" and child.tag_ == "VBN" and {"to", "have"} <= {one.lower_ for one in child.lefts}
        if clause or done or (child.dep_ == "prep" and child.lower_ == "of"):
            yield child


def clause_beside(noun: Token) -> frozenset[int]:
    """The words of a clause that begins right behind the noun without `that`: its claim rebels had shelled the port."""
    following = noun.doc[noun.i + 1 : noun.i + 2]
    subject = next((one for one in (*following, *(up for one in following for up in one.ancestors)) if one.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i != noun.i + 1 or subject.head.i < subject.i or subject.sent != noun.sent:
        return frozenset()
    if subject.head == noun.head or subject.head in noun.ancestors:
        return frozenset()
    return frozenset(one.i for one in subject.head.subtree if one.i > noun.i)


def _makers(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ in ("its", "their", "his", "her"):
            yield _owner(noun, child)
        elif child.dep_ == "poss" or (child.i < noun.i and child.lemma_.lower() in W.SPEAKER_ROLES):
            yield child
        if child.dep_ == "prep" and (child.lower_ in ("by", "from") or (child.lower_ == "of" and _says_more(noun, child))):
            yield from (one for one in child.children if one.dep_ == "pobj")


def _says_more(noun: Token, of: Token) -> bool:
    """Whether a clause tells what is said, so that `of` tells who says it: the assertions of both that rebels did it."""
    return any(
        child.dep_ in ("acl", "ccomp", "relcl") and child.i > of.i and any(one.lower_ == "that" for one in child.lefts)
        for child in noun.rights
    )


def _owner(noun: Token, pronoun: Token) -> Token:
    """The subject of the clause, if it is a noun: the army repeated its claim."""
    for verb in noun.ancestors:
        above = verb.head if verb.dep_ == "conj" else verb
        for one in (verb, above):
            if one.dep_ == "xcomp" and (other := next((child for child in one.head.children if child.dep_ == "dobj"), None)):
                return other  # challenged them to prove their claim
            subject = next((child for child in one.children if child.dep_ == "nsubj" and child.i < noun.i), None)
            if subject is not None:
                return subject if subject.pos_ in ("NOUN", "PROPN") else pronoun
    return pronoun


def _is_rejected(noun: Token) -> bool:
    """Whether the accusation is the object of a denial, or called false."""
    above = noun.head
    if any(one.lower_ in ("no", "any") for one in noun.lefts):
        return True
    denied = any(one.lemma_.lower() in W.DENY_VERBS or scorned(one) is not None for one in noun.ancestors)
    inside = {one.i for part in said_by(noun) for one in part.subtree}
    return denied or any(one.lower_ in W.LABELS and one.i not in inside for one in above.subtree)
