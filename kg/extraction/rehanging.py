"""Parses mended where what somebody says, or is blamed for, or a second place, hangs on another word than it should."""

from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.hanging import hang, stand_in
from kg.extraction.naming import is_materiel
from kg.extraction.phrases import behind

_PAST, _PRESENT = ("VBD", "VBN"), ("VBZ", "VBP")
_DASHES = ("-", "--", "–", "—", ",", ")")


def rehang(word: Token) -> None:
    """Mends what hangs on the wrong word, where this one is it, or is what it should hang on."""
    if word.dep_ in _MENDS:
        _MENDS[word.dep_](word)
    if word.dep_ == "conj" and word.pos_ == "PROPN":
        _be_joined(word)
    if word.lemma_.lower() in W.GROUNDS:
        _lack(word)
    if word.lower_ in _BACKS and word.tag_ == "NNS":
        _back(word)
    if word.dep_ == "aux" and word.lower_ in ("had", "has", "have", "did"):
        _stand_alone(word)
    if word.lower_ in W.TITLES:
        _be_named(word)
    if word.dep_ == "neg" and word.head.lower_ == "blame" and word.head.dep_ == "xcomp" and word.head.head.lemma_ == "be":
        hang(word, word.head.head)  # its rockets were not to blame


def _be_joined(name: Token) -> None:
    """Mends a name that hangs on an attack, where it is joined to the name right before it: strikes in Iraq and Syria."""
    link, noun = name.doc[name.left_edge.i - 1], name.head
    before = link.nbor(-1) if link.dep_ == "cc" and noun.i < link.i - 1 else noun
    if noun.lemma_.lower() in W.ATTACK_NOUNS and before.pos_ == "PROPN" and noun.is_ancestor(before):
        hang(name, before)


def _tell(verb: Token) -> None:
    """Mends who tells, where one whom that one saw is taken for it: a nurse who saw the man told the BBC: "They shot"."""
    relative, noun = verb.head, verb.head.head
    seen = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    who = any(child.dep_ == "nsubj" and child.lower_ in ("who", "that", "which") for child in relative.lefts)
    if verb.lemma_.lower() not in W.PLAIN_SAY or relative.dep_ != "relcl" or not who or seen is None or seen.pos_ == "PRON":
        return
    knows = relative.lemma_.lower() in W.SAY | _KNOWING or any(child.dep_ in ("dobj", "mark") for child in relative.rights)
    if knows or relative.i + 1 != seen.left_edge.i or not (noun.dep_ == "ROOT" or _is_of_quotation(noun)):
        return
    above = noun.head if noun.dep_ == "nsubj" else noun
    told = [above] if above != noun else [child for child in noun.rights if child.i > verb.i and child.pos_ in ("VERB", "AUX")]
    stand_in(verb, above)
    hang(noun, verb, "nsubj")
    hang(seen, relative, "dobj")
    for clause in told:
        hang(clause, verb, "ccomp")


_KNOWING = frozenset({"know", "hear", "fear", "hope", "feel", "doubt", "realise", "realize", "learn"})


def _is_of_quotation(noun: Token) -> bool:
    """Whether the verb of which the noun is taken for the subject begins only behind a colon or a quotation mark."""
    between = noun.doc[noun.i : noun.head.i]
    return noun.dep_ == "nsubj" and any(one.text in (":", '"', "``") for one in between)


def _take_up(verb: Token) -> None:
    """Mends who accuses in what was said, where the time tells: he said that Chad has an army and accused Libya of a raid."""
    clause, saying = verb.head, verb.head.head
    before = any(child.lower_ == "had" and child.dep_ == "aux" for child in clause.lefts)
    inside = clause.dep_ == "ccomp" and (before or clause.tag_ in _PRESENT) and clause.i < verb.i
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass")}
    past = helpers == {"did"} or (verb.tag_ == "VBD" and not helpers)
    told = saying.tag_ in _PAST and saying.lemma_.lower() in W.SAY and saying.i < clause.i
    if past and verb.lemma_.lower() in W.SAY and inside and told:
        hang(verb, saying)


def _lack(grounds: Token) -> None:
    """Mends a clause that hangs on another verb, though it is what there are no grounds for: no proof yet Mali is behind it."""
    first = grounds.i + 2 if grounds.i + 2 < len(grounds.doc) and grounds.nbor(1).lower_ == "yet" else grounds.i + 1
    if grounds.dep_ in ("attr", "dobj", "nsubj") and any(child.lower_ == "no" for child in grounds.lefts):
        for verb in grounds.doc[first : min(first + 8, grounds.sent.end)]:
            told = verb.dep_ == "conj" and verb.left_edge.i == first and any(child.dep_ == "nsubj" for child in verb.lefts)
            if told and not any(child.dep_ == "cc" for child in verb.head.children):
                hang(verb, grounds, "acl")


def _blame(verb: Token) -> None:
    """Mends who accuses, or adds, where it hangs on what is told: said that its troops came under fire, blaming rebels; denied
    that 40 died, saying six did.
    """
    first = verb.nbor(-1) if verb.i > verb.sent.start and verb.nbor(-1).lower_ in ("allegedly", "reportedly") else verb
    attack = first.nbor(-2) if first.i > verb.sent.start + 1 and first.nbor(-1).text == "," else verb
    if verb.lower_ in ("blamed", "claimed", "ordered") and attack.lemma_.lower() in W.ATTACK_NOUNS:
        hang(verb, attack, "acl")  # in that attack, blamed on rebels, a man shot nine
        return
    clause = verb.head
    saying = clause.head if clause.dep_ == "ccomp" else clause.head.head
    subject = next((child for child in clause.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    parted = verb.i and verb.nbor(-1).text in _DASHES and clause.dep_ in ("ccomp", "acl")
    if not parted or saying.lemma_.lower() not in W.PLAIN_SAY | W.DENY_VERBS or subject is None or saying.i > clause.i:
        return
    fights = is_materiel(subject) or subject.lemma_.lower() in W.PERSONNEL
    harmed = clause.lemma_ == "die" or (subject.dep_ == "nsubjpass" and clause.lemma_.lower() in W.KILL | W.INJURE)
    if (fights and verb.lower_ in ("accusing", "blaming")) or (harmed and verb.lower_ in ("saying", "adding")):
        hang(verb, saying)


def _be_blamed(preposition: Token) -> None:
    """Mends what one is blamed for, behind what is told of that one: blamed rebels - whom Mali arms - for the raid.

    Or behind who blames: blamed by aid groups for the raid.
    """
    maker = preposition.head
    if maker.dep_ == "pobj" and maker.head.dep_ == "agent":
        if preposition.lower_ in W.HOLDS.get(maker.head.head.lemma_.lower(), ()):
            hang(preposition, maker.head.head, "prep")
        return
    accusing = next((one for one in preposition.ancestors if one.lemma_.lower() == "accuse" and one.i < preposition.i), None)
    deed = preposition.lower_ == "of" and any(child.dep_ == "pcomp" for child in preposition.rights)
    if accusing is not None and deed and all(child.lower_ != "of" for child in accusing.rights):
        ahead = [one for one in preposition.ancestors if one.head == accusing and one.pos_ in ("NOUN", "PROPN")]
        within = [one for one in ahead if one.dep_ in ("dobj", "conj")]
        if within and within[0].i < preposition.head.i:  # accused Mali and militias on its side of shelling it
            hang(preposition, accusing, "prep")
        return
    if not preposition.i or not (_is_behind_tie(preposition) or preposition.nbor(-1).text in _DASHES):
        return
    clause = next((one for one in preposition.ancestors if one.dep_ in ("relcl", "acl", "appos")), None)
    verb = clause.head.head if clause is not None and clause.head.dep_ == "dobj" else preposition
    if preposition.i > verb.i and preposition.lower_ in W.HOLDS.get(verb.lemma_.lower(), ()):
        hang(preposition, verb, "prep")


def _is_behind_tie(preposition: Token) -> bool:
    """Whether it stands behind to whom somebody is tied: accused groups linked to Chad of a raid."""
    tie = next((one for one in preposition.ancestors if one.dep_ == "acl" and one.lower_ in _TIED), None)
    return tie is not None and preposition.i > tie.i + 2 and preposition.head in (tie, *behind(tie, "to", "with", "by"))


_TIED = frozenset({"allied", "linked", "affiliated", "tied", "loyal", "backed", "led"})


def _be_named(office: Token) -> None:
    """Mends a name that is taken for a part of the office behind it, where the comma is lost: Ama Ali Ba head of the League."""
    name = office.doc[office.i - 1] if office.i else office
    named = name.ent_type_ == "PERSON" and name.ent_iob_ == "I" and name.head == office and name.dep_ == "compound"
    if named and office.pos_ == "NOUN" and office.i + 1 < len(office.doc) and office.nbor(1).lower_ == "of":
        before = [child for child in office.lefts if child != name]
        stand_in(name, office)
        hang(office, name, "appos")
        for child in before:
            hang(child, name)


def _be_subject(word: Token) -> None:
    """Mends a first subject where the verb has a second one: how many were hurt before it, or whose name it is."""
    verb, harm = word.head, next((child for child in word.rights if child.i == word.i + 1 and child.tag_ == "VBN"), None)
    if not word.like_num or harm is None or verb.dep_ != "conj" or harm.lemma_.lower() not in W.KILL | W.INJURE:
        _be_called(word)
    elif any(child.dep_ == "nsubj" and child.i > word.i for child in verb.lefts):  # 12 died and 40 wounded after X attacked
        hang(word, verb.head, "conj")
        hang(verb, harm, "advcl")


def _be_called(name: Token) -> None:
    """Mends a name that is taken for a second subject behind the words for who that is: a nurse at the clinic Ama Ba said."""
    role = next((child for child in name.head.lefts if child.dep_ == "nsubj"), name)
    office = name.lemma_.lower() in W.SPEAKER_ROLES | W.TITLES and name.pos_ == "NOUN" and role.ent_type_ == "PERSON"
    if office and role.i + 1 < name.left_edge.i and name.doc[name.left_edge.i - 1].text == "," and role.right_edge == role:
        hang(name, role, "appos")  # Ama Ba, the spokesman of the army, earlier denied it
        return
    people = role.lemma_.lower() in W.SPEAKER_ROLES | W.TITLES | W.PEOPLE.keys() and role.pos_ == "NOUN"
    beside = role.i < role.right_edge.i == name.left_edge.i - 1 or role.i == name.left_edge.i - 1
    body = role.lemma_.lower() in _NAMED_BODIES and name.pos_ == "PROPN" and role.pos_ == "NOUN"
    if beside and (body or (people and name.ent_type_ == "PERSON" and (role.right_edge != role or role.tag_ == "NN"))):
        hang(name, role, "appos")


_NAMED_BODIES = frozenset({"agency", "newspaper", "channel", "network", "broadcaster", "daily", "group", "watchdog"})


def _fall_on(preposition: Token) -> None:
    """Mends where that falls which is dropped or fired, and on which the place hangs: dropped canisters of chlorine on a town."""
    arms = preposition.head
    while arms.dep_ == "pobj" and arms.head.lower_ == "of":
        arms = arms.head.head
    if arms.dep_ == "dobj" and arms.head.lemma_.lower() in ("drop", "fire", "launch"):
        hang(preposition, arms.head, "prep")


def _wield(preposition: Token) -> None:
    """Mends what was hit, where it hangs on the arms that are told before it: rebels targeted with rockets the town of Goma."""
    verb, arms = preposition.head, next((child for child in preposition.rights if child.dep_ == "pobj"), preposition)
    arms = next((one for of in arms.rights if of.lower_ == "of" for one in of.children), arms)
    taken = arms.dep_ == "pobj" and arms.tag_ in ("VBZ", "NNS")  # with mortar shells the cities
    hit = next((child for child in arms.rights if child.lemma_.lower() in W.SITES and _is_beside(child, taken)), None)
    wields = verb.lemma_.lower() in W.HITTING and arms.lemma_.lower() in W.WEAPON_NOUNS
    if wields and hit is not None and not any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children):
        verb.tag_, arms.pos_, arms.tag_ = "VBD", "NOUN", "NNS"
        hang(hit, verb, "dobj")
        if verb.dep_ == "acl" and verb.head.dep_ == "ROOT":
            doer = verb.head
            stand_in(verb, doer)
            hang(doer, verb, "nsubj")


def _is_beside(noun: Token, taken: bool) -> bool:
    return noun.dep_ == "appos" or (taken and noun.dep_ == "dobj")


def _be_suffered(preposition: Token) -> None:
    """Mends at whose hands somebody died, where it hangs on another verb: met over the slaughter of nine at the hands of rebels."""
    hands = any(child.lower_ in ("hands", "hand") for child in preposition.rights)
    before = preposition.nbor(-1) if hands and preposition.i else None
    above = before.ancestors if before is not None else ()
    death = next((one for one in above if one.lemma_.lower() in W.KILLING_NOUNS), None)
    if death is not None and death.right_edge == before:
        hang(preposition, death)


def _belong(preposition: Token) -> None:
    """Mends on what a preposition hangs."""
    _be_blamed(preposition)
    if preposition.lower_ == "at":
        _be_suffered(preposition)
    if preposition.lower_ in ("on", "against"):
        _aim(preposition)
    if preposition.lower_ in ("to", "at", "in") and preposition.head.lemma_.lower() in W.ATTACK_NOUNS:
        _be_cared_for(preposition)
    if preposition.lower_ == "with":
        _wield(preposition)
    if preposition.lower_ in ("on", "onto", "at", "into"):
        _fall_on(preposition)


CARRYING: Final = frozenset(
    {"evacuate", "take", "rush", "carry", "bring", "transfer", "transport", "send", "move", "airlift", "admit"}
)
VISITING: Final = frozenset({"visit", "treat", "meet", "see", "inspect", "tend", "console", "comfort", "examine"})
"""What is done with or for those who were hurt, where they are cared for."""
_CARE = frozenset({"hospital", "clinic", "centre", "center", "ward", "facility", "bed"})


def _be_cared_for(preposition: Token) -> None:
    """Mends where those who were hurt are cared for, taken for what was hit: visited the wounded of the attack at a hospital."""
    verbs = CARRYING if preposition.lower_ == "to" else VISITING
    verb = next((one for one in preposition.ancestors if one.pos_ == "VERB" and one.lemma_.lower() in verbs), None)
    cared = any(one.lemma_.lower() in _CARE for one in preposition.rights if one.dep_ == "pobj")
    hurt = any(one.lower_ in W.HURT | {"victims", "survivors"} for one in preposition.sent if one.i < preposition.i)
    if verb is not None and cared and hurt:
        hang(preposition, verb)


def _aim(preposition: Token) -> None:
    """Mends at what an attack was aimed, which hangs on the verb as it is set off: nine died in a second attack, on a hospital."""
    attack = (
        preposition.nbor(-2) if preposition.i > preposition.sent.start + 1 and preposition.nbor(-1).text == "," else preposition
    )
    named = attack.lemma_.lower() in W.ATTACK_NOUNS and attack.tag_ == "NN" and preposition.head.is_ancestor(attack)
    if named and any(one.lemma_.lower() in W.SITES for one in preposition.rights if one.dep_ == "pobj"):
        hang(preposition, attack)


def _stand_alone(aux: Token) -> None:
    """Mends a verb that is left out, where what came of it is taken for it: rebels said that the army had, killing 12."""
    verb = aux.head
    own = any(child.dep_ == "nsubj" for child in aux.lefts) and not any(child.dep_ == "nsubj" for child in verb.lefts)
    if own and verb.tag_ == "VBG" and aux.i + 2 == verb.i and aux.nbor(1).text == ",":
        stand_in(aux, verb)
        hang(verb, aux, "advcl")


_BACKS = {"backs": "back", "arms": "arm", "funds": "fund", "trains": "train", "supports": "support"}


def _back(word: Token) -> None:
    """Mends a verb that the parser has for a noun behind its subject: the army, which Chad backs, shelled Gao."""
    first = word.i
    while first and word.doc[first - 1].pos_ == "PROPN":
        first -= 1
    which, noun = word.doc[max(first - 1, 0)], word.doc[max(first - 3, 0)]
    told = which.lower_ in ("which", "whom", "who") and noun.pos_ in ("NOUN", "PROPN") and word.doc[which.i - 1].text == ","
    if first == word.i or not told or word.doc[min(word.i + 1, len(word.doc) - 1)].text != ",":
        return
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", _BACKS[word.lower_]
    verb = word.head
    if word.dep_ == "nsubj" and verb.dep_ == "relcl" and verb.head == noun:
        stand_in(verb, noun)
        hang(noun, verb, "nsubj")
    for child in list(word.rights):
        hang(child, noun)
    hang(word, noun, "relcl")
    hang(word.nbor(-1), word, "nsubj")
    hang(which, word, "dobj")


def _kill(verb: Token) -> None:
    """Mends a verb that seems to describe the attack that is its subject: told it to stop after a raid killed nine."""
    attack = verb.head
    after = attack.head
    harms = verb.lemma_.lower() in W.KILL | W.INJURE and any(child.dep_ == "dobj" for child in verb.rights)
    known = attack.lemma_.lower() in W.ATTACK_NOUNS or attack.lemma_.lower() in W.WEAPON_NOUNS
    if harms and known and verb.tag_ in _PAST and after.lower_ in ("after", "before", "since") and after.dep_ == "prep":
        above = after.head
        hang(verb, above, "advcl")
        hang(attack, verb, "nsubj")
        hang(after, verb, "mark")


def _be_laid(verb: Token) -> None:
    """Mends what one blames on another, where it is the attack before the place: the raid in Homs, which it blamed on them.

    Or the attack on what belongs there: raids on posts of Mali, which were blamed on rebels.
    """
    what = next((child for child in verb.lefts if child.dep_ in ("dobj", "nsubjpass")), None)
    place, blames = verb.head, verb.lemma_.lower() in ("blame", "pin") and what is not None and what.lower_ in ("which", "that")
    attack = next(
        (one for one in place.ancestors if one.dep_ not in ("prep", "pobj", "acl") or one.lemma_.lower() in W.ATTACK_NOUNS), None
    )
    laid = blames and place.lemma_.lower() not in W.ATTACK_NOUNS and place.dep_ == "pobj"
    if laid and attack is not None and attack.lemma_.lower() in W.ATTACK_NOUNS and attack.i < place.i:
        hang(verb, attack)


def _relate(verb: Token) -> None:
    """Mends what hangs on the wrong word around a relative clause."""
    _be_laid(verb)
    _be_denied(verb)
    _be_object(verb)


def _do(noun: Token) -> None:
    """Mends who does it, taken for the place named first in the sentence: in Gao, an old port, rebels on foot killed nine."""
    place = noun.head
    verb = place.head.head
    fronted = place.dep_ == "pobj" and place.head.dep_ == "prep" and place.head.i == place.sent.start and verb.i > noun.i
    helpers = [child for child in verb.lefts if child.i > noun.i and child.dep_ in ("aux", "auxpass", "neg", "advmod", "punct")]
    begins = min([verb.i, *(child.left_edge.i for child in helpers)])
    known = any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in verb.children)
    if fronted and not known and verb.pos_ in ("VERB", "AUX") and noun.right_edge.i + 1 == begins and noun.nbor(-1).text != "and":
        passive = any(child.dep_ == "auxpass" for child in verb.lefts)
        hang(noun, verb, "nsubjpass" if passive else "nsubj")


def _be_denied(verb: Token) -> None:
    """Mends what one denies, where it is taken for the sentence: the state which denied they were its jets agreed to talk."""
    noun, clause = verb.head, verb.head.head
    what = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    after = (child for child in clause.rights if child.dep_ in ("advcl", "conj", "ccomp") and child.tag_ in (*_PRESENT, "VBD"))
    main = next((one for one in after if not any(child.dep_ in ("nsubj", "mark", "cc") for child in one.lefts)), None)
    joined = main is not None and any(child.dep_ == "cc" and child.i < main.i for child in clause.rights)
    denies = verb.lemma_.lower() in W.DENY_VERBS and noun.dep_ == "nsubj" and clause.pos_ in ("VERB", "AUX")
    if denies and what is not None and main is not None and not joined and what.right_edge.i + 1 == _first(clause):
        stand_in(main, clause)
        hang(noun, main)
        hang(clause, verb, "ccomp")
        hang(what, clause, "nsubj")


def _first(clause: Token) -> int:
    """Where the verb begins, with the helping verbs before it."""
    return min([clause.i, *(child.i for child in clause.lefts if child.dep_ in ("aux", "auxpass", "neg"))])


def _be_object(verb: Token) -> None:
    """Mends who does it, where the one whom it is done to is taken for it: a group that the army conducts raids against."""
    that = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.lower_ in ("that", "which", "whom")), None)
    before = verb.nbor(-1) if verb.i else verb
    named = before.head == verb and before.dep_ in ("compound", "nmod") and before.pos_ in ("NOUN", "PROPN")
    article = next((child for child in verb.lefts if child.dep_ == "det"), None)
    if that is not None and named and article is not None and that.i < article.i < before.i:
        that.dep_ = "dobj"


_MENDS = {
    "appos": _do, "nsubj": _be_subject, "ccomp": _tell, "conj": _take_up, "advcl": _blame, "prep": _belong, "acl": _kill,
    "relcl": _relate,
}  # fmt: skip
