"""Parses mended where news prose is known to lead the parser astray."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.apart import set_apart
from kg.extraction.gerunds import let_be_done
from kg.extraction.hanging import glue, hang, stand_in
from kg.extraction.labelled import THINGS, called, calling, join
from kg.extraction.laid import lay_at_door, let_be_by
from kg.extraction.mainverbs import put_in_order
from kg.extraction.misread import set_right
from kg.extraction.rehanging import rehang
from kg.extraction.roots import DENIES, let_reject, let_report, let_speak


def unbroken(doc: Doc) -> Doc:
    """The document, where no sentence begins behind a hyphen or a rank: Secretary-|General, Gen. | Ali Musa."""
    for before, token in pairwise(doc):
        hyphen = before.text == "-" and not before.whitespace_ and before.i and not doc[before.i - 1].whitespace_
        if hyphen or _closes_within(before) or before.lower_ in SHORT:
            token.is_sent_start = False
    return doc


def _closes_within(mark: Token) -> bool:
    """Whether a quotation ends within a sentence, as no full stop stands in it: "Rebels did it" the UN said."""
    last = mark.doc[max(mark.i - 1, 0)]
    return mark.text in ('"', "\u201d") and bool(mark.whitespace_) and not last.whitespace_ and last.is_alpha


SHORT = frozenset(
    {"gen.", "lt.", "col.", "brig.", "maj.", "capt.", "sgt.", "adm.", "sen.", "rep.", "gov.", "mr.", "mrs.", "ms.", "dr."}
)
"""Ranks and titles as they are shortened."""


def mended(doc: Doc) -> Doc:
    """The document, where what is called something is the object of the verb: `rejected as "nonsense" reports that ...`."""
    for word in doc:
        lower, dep = word.lower_, word.dep_
        if lower in W.ATTACK_NOUNS and word.i + 1 < len(doc) and doc[word.i + 1].text in _WEEKDAYS:
            _let_be_a_noun(word)
        if lower in _STRIKING and word.tag_ in ("NNS", "VBZ") and any(child.dep_ == "dobj" for child in word.children):
            _let_strike(word)
        if lower in _DENYING and (charge := _charge(word)) is not None:
            _let_deny(word, charge)
        put_in_order(word)
        set_right(word)
        dep = word.dep_
        if dep == "amod" and word.tag_ in ("VBG", "VBN"):
            let_be_done(word)
        if dep == "amod" and lower in ("blamed", "accused"):
            _let_blame(word)
        if dep == "amod" and lower in _REJECTED:
            _let_reject(word)
        if dep == "amod" and word.tag_ == "VBN" and any(child.lower_ in _HAVING for child in word.lefts):
            _let_have_done(word)
        if dep == "case" and word.text == "'" and not word.head.lower_.endswith("s"):
            word.head.dep_, word.dep_ = "nmod", "punct"  # Mali 'gas attack': no genitive
        if dep == "appos" and word.pos_ == "PROPN" and (office := _office(word)) is not None:
            word.head = office
        if lower == "as" and (verb := calling(word)) is not None and (found := called(word)):
            join(verb, word, *found)
        if dep == "acl":
            let_speak(word)
        if lower == "reports" and dep in ("appos", "conj", "dobj"):
            let_report(word)
        if dep == "prep" and lower in ("on", "to"):
            lay_at_door(word)
        if dep == "prep" and lower == "by":
            let_be_by(word)
        if dep == "nsubj" and word.text == "-":
            glue(word)
        if dep == "advcl" and word.tag_ == "VBG":
            _let_be_told_of(word)
        if lower in DENIES:
            let_reject(word)
        if dep == "dep" and word.tag_ == "VBD" and word.head.lemma_.lower() in W.DENY_VERBS:
            word.dep_ = "conj"  # first denied, then admitted
        if dep == "appos":
            _let_be_another(word)
            _let_answer(word)
        if lower == "down" and word.i and word.nbor(-1).lower_ == "shooting":
            _let_be_shot_down(word.nbor(-1), word)
        if lower in _CLAIMS and word.pos_ == "NOUN":
            _let_claim(word)
        if dep == "relcl" and word.pos_ == "NOUN" and lower in _ACCUSES:
            word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", _ACCUSES[word.lower_]
        if lower == "which" and word.head.dep_ == "relcl":
            _let_deny_it(word)
        if dep == "mark" and lower == "that":
            _let_go_on(word.head)
            _let_be_told(word.head)
        if lower in ("of", "for") and dep == "prep" and word.head.dep_ == "pobj":
            _let_accuse(word)
        set_apart(word)
        rehang(word)
    return doc


_REJECTED = {f"{verb}{'d' if verb.endswith('e') else 'ed'}": verb for verb in W.DENY_VERBS if not verb.endswith("y")}


def _let_reject(word: Token) -> None:
    """Mends a verb that the parser has for what describes its object, though it has a subject: Niger rubbished Malian claims."""
    noun = word.head
    if not any(child.dep_ == "nsubj" for child in word.lefts) or word.is_ancestor(noun) or noun.dep_ == "nsubj":
        return
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBD", _REJECTED[word.lower_]
    stand_in(word, noun)
    hang(noun, word, "dobj")


def _let_blame(word: Token) -> None:
    """Mends a verb that the parser has for what describes whom it blames: Mali denied responsibility and blamed rebels."""
    noun, verb = word.head, word.head.head.head
    if noun.dep_ == "conj" and noun.head.dep_ == "dobj" and verb.lemma_.lower() in W.DENY_VERBS and noun.left_edge == word:
        word.pos_, word.tag_ = "VERB", "VBD"
        word.lemma_ = word.lower_.removesuffix("d")
        hang(word, verb, "conj")
        hang(noun, word, "dobj")


_HAVING = ("had", "has", "have")


def _let_have_done(word: Token) -> None:
    """Mends a verb that the parser has for what describes its object, though it has a subject: said it had targeted militants."""
    noun, verb = word.head, word.head.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or not any(child.dep_ == "aux" for child in word.lefts):
        return
    subject = next((child for child in noun.lefts if child.pos_ == "PRON" and child.i < word.i), None)
    subject = next((one for child in word.lefts for one in (child, *child.lefts) if one.dep_ == "nsubj"), subject)
    word.pos_ = "VERB"
    hang(word, verb, "ccomp")
    hang(noun, word, "dobj")
    if subject is not None:
        hang(subject, word, "nsubj")


_CLAIMS = {"claim": "claim", "report": "report", "claims": "claim", "reports": "report"}


def _let_claim(word: Token) -> None:
    """Mends a verb that the parser has for a noun, though it has a subject and a clause: rebels in the area claim they shot it."""
    subject = any(child.dep_ == "nsubj" for child in word.lefts)
    if subject and any(child.dep_ == "ccomp" for child in word.rights):
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBP", _CLAIMS[word.lower_]


def _let_be_shot_down(shooting: Token, down: Token) -> None:
    """Mends what belongs to a noun, and hangs on the verb before it: condemned the shooting down of a jet by rebels."""
    of = down.nbor(1) if down.i + 1 < len(down.doc) else down
    if of.lower_ != "of":
        return
    shooting.pos_, shooting.tag_ = "NOUN", "NN"
    hang(down, shooting, "prt")
    hang(of, shooting, "prep")
    last = of.right_edge
    if last.i + 1 < len(of.doc) and last.nbor(1).lower_ == "by":
        hang(last.nbor(1), shooting, "prep")


_ACCUSES = {"accuses": "accuse", "blames": "blame", "suspects": "suspect"}


def _let_be_another(noun: Token) -> None:
    """Mends what is told of one who did it and hangs on another who did not: it was rebels, not its own jets, who hit it."""
    first, clause = noun.left_edge, next((child for child in noun.rights if child.dep_ == "relcl"), None)
    if clause is None or "not" not in (first.lower_, noun.doc[max(first.i - 1, 0)].lower_):
        return
    if clause.left_edge.i and noun.doc[clause.left_edge.i - 1].text == ",":
        hang(clause, noun.head)


def _let_answer(charge: Token) -> None:
    """Mends an accusation that another denies: it stands beside what is said, not in it. Rebels said that, a charge Mali denied."""
    denying = [child for child in charge.rights if child.dep_ == "relcl" and child.lemma_.lower() in W.DENY_VERBS]
    own = any(child.dep_ == "nsubj" and child.pos_ != "PRON" for verb in denying for child in verb.children)
    telling = next((one for one in charge.ancestors if one.dep_ == "ROOT" and one.lemma_.lower() in W.SAY), None)
    if own and telling is not None and charge.lemma_.lower() in THINGS and telling.i < charge.i:
        hang(charge, telling)


def _let_deny_it(which: Token) -> None:
    """Mends a clause by which another denies it: it stands beside that. Mali said Niger shelled it, which Niger denied."""
    verb = which.head
    own = any(child.dep_ == "nsubj" and child != which for child in verb.lefts)
    telling = next((one for one in verb.ancestors if one.dep_ == "ROOT" and one.lemma_.lower() in W.SAY), None)
    beside = which.i and which.nbor(-1).text == "," and verb.lemma_.lower() in W.DENY_VERBS
    if own and beside and telling is not None and telling.i < which.i and verb.head.i > telling.i:
        hang(verb, telling)


def _let_be_told(clause: Token) -> None:
    """Mends what is told by one who cites another, whatever hangs on what: Reuters reported, citing medics, that."""
    near = (*clause.lefts, clause.head)
    citing = next((one for one in near if one.lower_ in ("citing", "quoting") and one.i < clause.i), None)
    said = next((one for one in (*near, *((citing.head,) if citing else ())) if _is_telling(one) and one.i < clause.i), None)
    if citing is None or said is None or said.i > citing.i or clause.dep_ not in ("ccomp", "ROOT"):
        return
    if clause.dep_ == "ROOT":
        said.head, said.dep_ = said, "ROOT"
    hang(clause, said, "ccomp")
    hang(citing, said, "advcl")


def _let_be_told_of(tail: Token) -> None:
    """Mends harm that hangs on who tells of what did it, or denies that: a bomb fell, the army said, killing two."""
    said = tail.head
    clauses = (child for child in said.children if child.dep_ in ("ccomp", "xcomp") and child.i < tail.i)
    told = said.head if said.dep_ == "parataxis" else next(clauses, None)
    harm = W.KILL | W.INJURE | W.DISPLACE | W.KILLINGS | W.HITTING | {"leave", "destroy", "damage", "force", "cause"}
    speaks = _is_telling(said) or said.lemma_.lower() in W.DENY_VERBS
    if told is not None and tail.i > said.i and speaks and tail.lemma_.lower() in harm:
        hang(tail, told)


def _is_telling(verb: Token) -> bool:
    return verb.lemma_.lower() in W.PLAIN_SAY and verb.pos_ == "VERB"


def _let_go_on(clause: Token) -> None:
    """Mends a clause of which it is said before, around who says so, that it is a lie or not true: it is a lie, he said, that."""
    said = next((one for one in (clause.head, *clause.lefts) if one.lemma_.lower() in W.SAY and one.i < clause.i), None)
    if said is None or clause.dep_ not in ("ccomp", "ROOT"):
        return
    be = next((one for one in (*clause.lefts, *said.lefts, said.head) if _is_it(one) and one.i < said.i), None)
    if be is None:
        return
    if clause.dep_ == "ROOT":
        said.head, said.dep_ = said, "ROOT"
        hang(be, said)
    hang(clause, be, "ccomp")


def _is_it(verb: Token) -> bool:
    """Whether the clause begins with `it is`."""
    it = any(child.dep_ == "nsubj" and child.lower_ in ("it", "this") for child in verb.lefts)
    return verb.dep_ in ("ccomp", "ROOT") and verb.lemma_.lower() == "be" and it


def _let_accuse(word: Token) -> None:
    """Mends what somebody is accused of, where it hangs on who accuses: accused by the rebels of shelling the town."""
    verb = word.head.head.head
    charge = next((child for child in word.children if child.dep_ == "pcomp" or child.lemma_.lower() in W.ATTACK_NOUNS), None)
    if word.head.head.dep_ == "agent" and verb.lemma_.lower() in ("accuse", "blame", "suspect") and charge is not None:
        hang(word, verb)


_WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


def _let_be_a_noun(word: Token) -> None:
    """Mends what the parser has for an attribute of the day behind it: in a shootout Thursday night."""
    day = word.head
    if not word.i < day.i <= word.i + 2 or word.dep_ not in ("amod", "compound", "nmod") or day.ent_type_ not in ("DATE", "TIME"):
        return
    if not any(child.dep_ == "det" and child.i < word.i for child in day.children):
        return
    word.head, word.dep_, word.pos_, word.tag_, word.lemma_ = day.head, day.dep_, "NOUN", "NN", word.lower_
    for child in [one for one in day.children if one.i < word.i]:
        child.head = word
    day.head, day.dep_ = word, "npadvmod"


_STRIKING = {
    "shells": "shell", "bombs": "bomb", "strikes": "strike", "raids": "raid", "attacks": "attack", "hits": "hit",
    "targets": "target", "storms": "storm",
}  # fmt: skip


def _let_strike(verb: Token) -> None:
    """Mends the verb of a headline whose subject the parser has for a part of it, though it has an object: Turkey shells Kurds."""
    subject = next((child for child in verb.lefts if child.dep_ in ("compound", "nmod", "amod")), None)
    arms = subject is not None and subject.lemma_.lower() in W.WEAPON_NOUNS
    if subject is None or arms or any(child.dep_ in ("det", "nsubj") for child in verb.lefts):
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", _STRIKING[verb.lower_]
    verb.dep_ = "parataxis" if verb.head != verb else verb.dep_
    subject.dep_ = "nsubj"


def _office(name: Token) -> Token | None:
    """The office that a name stands beside, where the parser joins it to a name in between: the governor of Darfur, Ali Musa."""
    if name.ent_type_ in ("GPE", "LOC", "ORG", "DATE") or not any(one.dep_ == "compound" for one in name.lefts):
        return None
    head = name.head
    while head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.i < head.i:
        head = head.head.head
        if head.lemma_.lower() in W.TITLES and head.pos_ in ("NOUN", "PROPN"):
            return head
    return None


_DENYING = {
    "denies": "deny", "denied": "deny", "rejects": "reject", "rejected": "reject", "disputes": "dispute", "disputed": "dispute",
    "dismisses": "dismiss", "dismissed": "dismiss", "refutes": "refute", "refuted": "refute", "contests": "contest",
}  # fmt: skip


def _charge(verb: Token) -> Token | None:
    """The accusation that the parser takes for who denies it: a charge the military denies."""
    charge = next((child for child in verb.children if child.dep_ == "nsubj" and child.lemma_.lower() in THINGS), None)
    if verb.tag_ == "NNS" and verb.dep_ == "appos" and verb.head.lemma_.lower() in THINGS:
        charge = verb.head
    if charge is None or verb.i - charge.i < 2 or not any(child.lower_ in ("a", "an") for child in charge.lefts):
        return None
    last, first = verb.doc[verb.i - 1], verb.doc[charge.i + 1]
    noun = last.pos_ in ("NOUN", "PROPN", "ADJ") and last.head in (verb, charge)
    return charge if noun and (first.pos_ in ("DET", "PROPN") or first == last) else None


def _let_deny(verb: Token, charge: Token) -> None:
    subject = verb.doc[verb.i - 1]
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ" if verb.lower_.endswith("s") else "VBD", _DENYING[verb.lower_]
    root = verb.head == verb
    charge.head, charge.dep_ = (charge, "ROOT") if root else (verb.head, "appos")
    verb.head, verb.dep_ = charge, "relcl"
    subject.head, subject.dep_ = verb, "nsubj"
    subject.pos_ = "NOUN" if subject.pos_ == "ADJ" else subject.pos_
    for one in verb.doc[charge.i + 1 : subject.i]:
        if one.head in (verb, charge):
            one.head = subject
