"""Who does what in a clause, where the parser takes its verb for a description of the noun beside it, or a name for a verb."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.hanging import hang, stand_in
from kg.extraction.naming import is_materiel, is_rebels

_HOLDING = frozenset(W.HOLDS) | {"condemn", "denounce", "criticise", "criticize"}
_ASIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"})


def put_in_order(word: Token) -> None:
    """Mends the verb of a clause, its subject and its object: the official accused rebels, shells fired by rebels hit it."""
    lower, dep, tag = word.lower_, word.dep_, word.tag_
    if tag in ("VBN", "VBD") and dep in _FOUND:
        _FOUND[dep](word)
    if dep == "ccomp":
        _begin(word)
    if dep == "amod" and tag == "VBN":
        _open_fire(word)
    if lower in ("responsible", "accountable"):
        _be_held_responsible(word)
    if tag == "WDT" and lower in ("that", "which"):
        _relate(word)
    if lower == "that" and dep in ("det", "mark"):
        _be_told(word)
    if dep == "dobj" and word.is_title and word.head.is_title:
        _be_named(word)
    if word.is_upper and len(word) > 2:
        _be_called(word)
    if lower in _ASIDES:
        _lie_beside(word)
    if lower == "as" and dep == "mark" and word.i > word.sent.start:
        _pose(word)
    if lower == "according":
        _be_the_office(word)


def _accuse(verb: Token) -> None:
    """Mends who accuses or attacks, taken for one so described, though the verb has an object: an official accused rebels."""
    noun, whom = verb.head, next((child for child in verb.rights if child.dep_ == "dobj"), None)
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # fighters of the Front targeted with rockets a town
    acts = verb.lemma_.lower() in _HOLDING | W.ATTACK_VERBS.keys() and noun.dep_ in ("ROOT", "ccomp") and noun.pos_ != "VERB"
    gunners = is_materiel(noun) or is_rebels(noun) or noun.lemma_.lower() in W.PERSONNEL | {"gunner"}
    fires = verb.lower_ == "fired" and gunners and noun.dep_ == "ROOT" and any(one.lower_ in ("on", "at") for one in verb.rights)
    if not fires and (whom is None or not acts):
        return
    make_finite(verb)
    stand_in(verb, noun)
    hang(noun, verb, "nsubj")
    if whom is not None:
        _charge(verb, whom)


def _accuse_the_next(verb: Token) -> None:
    """Mends who accuses, taken with the verb for a description of whom it accuses: a senior official accused rebels of it."""
    whom = verb.head
    who = verb.nbor(-1) if verb.i > verb.sent.start else verb
    ahead = [child for child in whom.lefts if child.i < verb.i]
    role = who.lemma_.lower() in W.SPEAKER_ROLES | W.TITLES | W.PEOPLE.keys() or who.pos_ in ("NOUN", "PROPN")
    apposed = whom.dep_ == "appos" and whom.head.dep_ in ("ROOT", "ccomp") and not ahead and verb.nbor(-1).text in (",", ")")
    place = whom.head if whom.dep_ == "pobj" else whom
    charges = [*_charges(verb, whom), *_charges(verb, place.head)] if verb.lemma_.lower() in _HOLDING else []
    if not any(charge.i > verb.i for charge in charges):
        _claim(verb)
        return
    if place != whom and place.head.dep_ in ("ROOT", "ccomp") and place.head.pos_ in ("NOUN", "PROPN") and who.pos_ in _NOUNS:
        noun = place.head  # a doctor at the hospital accused rebels of it
        make_finite(verb)
        stand_in(verb, noun)
        hang(noun, verb, "nsubj")
        hang(whom, verb, "dobj")
        for child in ahead:
            hang(child, who)
        hang(who, place, "pobj")
        for charge in charges:
            hang(charge, verb)
        return
    if apposed:  # the governor, Ama Ba, condemned rebels for it
        noun = whom.head
        make_finite(verb)
        stand_in(verb, noun)
        hang(noun, verb, "nsubj")
    elif whom.dep_ in ("ROOT", "ccomp") and role and who in ahead:
        make_finite(verb)
        stand_in(verb, whom)
        for child in ahead:
            hang(child, who)
        who.pos_ = "PROPN" if who.text[0].isupper() else "NOUN"
        hang(who, verb, "nsubj")
    else:
        return
    hang(whom, verb, "dobj")
    _charge(verb, whom)


_NOUNS = ("NOUN", "PROPN")


def _claim(verb: Token) -> None:
    """Mends who says it, taken with the verb for a description of who did it: a local official claimed rebels shelled the town."""
    doer, main = verb.head, verb.head.head
    who = next((child for child in verb.lefts if child.dep_ in ("nsubj", "npadvmod")), None)
    says = verb.lemma_.lower() in W.SAY and who is not None and who.i == verb.i - 1 and doer.dep_ in ("nsubj", "nsubjpass")
    if who is None or not says or main.pos_ not in ("VERB", "AUX") or main.i < doer.i or main.dep_ not in ("ROOT", "ccomp"):
        return
    before = [child for child in doer.lefts if child.i < who.i]
    make_finite(verb)
    stand_in(verb, main)
    hang(main, verb, "ccomp")
    hang(who, verb, "nsubj")
    for child in before:
        hang(child, who)


def _be_held_responsible(word: Token) -> None:
    """Mends who is held responsible, taken for a part of that: held Mali's military responsible for the raid."""
    verb, whom = word.head, word.nbor(-1) if word.i > word.sent.start else word
    if (
        verb.lemma_.lower() != "hold"
        or word.dep_ != "dobj"
        or whom.head != word
        or whom.dep_ not in ("amod", "compound", "nmod", "poss")
    ):
        return
    for child in [one for one in word.lefts if one != whom]:
        hang(child, whom)
    if whom.pos_ == "ADJ":
        whom.pos_, whom.tag_ = "NOUN", "NN"
    hang(whom, verb, "dobj")
    hang(word, whom, "amod")


def _open_fire(verb: Token) -> None:
    """Mends the verb that is taken for what describes the arms behind it: the RSF fired rockets at a school, set fire to homes."""
    arms, who = verb.head, verb.nbor(-1) if verb.i > verb.sent.start else verb
    fires = verb.lemma_.lower() in ("fire", "launch", "drop") and arms.lemma_.lower() in W.WEAPON_NOUNS and arms.tag_ == "NNS"
    if not (fires or (verb.lower_ == "set" and arms.lower_ == "fire")) or arms.i != verb.i + 1 or arms.dep_ == "pobj":
        return
    if who.pos_ not in ("PROPN", "NOUN", "ADJ") or who.head not in (verb, arms) or verb.nbor(-1) != who:
        return
    after, before = list(arms.rights), [child for child in arms.lefts if child not in (verb, who)]
    above, role = arms.head, arms.dep_
    stand_in(verb, arms)
    verb.dep_ = "ccomp" if role in ("dobj", "nsubj") else verb.dep_
    hang(arms, verb, "dobj")
    hang(who, verb, "nsubj")
    who.pos_, who.tag_ = ("PROPN", "NNP") if who.pos_ == "PROPN" else ("NOUN", "NN" if who.tag_ == "JJ" else who.tag_)
    for child in before:
        hang(child, who)
    told = [child for child in above.rights if child.i > arms.i and child.dep_ == "prep"] if role == "dobj" else []
    for child in (*after, *told):
        hang(child, verb)
    make_finite(verb)


def _charges(verb: Token, whom: Token) -> Iterator[Token]:
    """Of what one is accused, where it hangs on who is."""
    return (child for child in whom.rights if child.dep_ == "prep" and child.lower_ in W.HOLDS.get(verb.lemma_.lower(), ("for",)))


def _charge(verb: Token, whom: Token) -> None:
    for charge in list(_charges(verb, whom)):
        hang(charge, verb)


def make_finite(verb: Token) -> None:
    """Makes it the verb of its clause, in the past."""
    verb.pos_, verb.tag_ = "VERB", "VBD"


def _land(verb: Token) -> None:
    """Mends the verb behind what tells who fired it, taken for one beside that: rockets fired by rebels landed on a school."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    if subject is None or by is None or any(child.dep_ in ("aux", "auxpass") for child in verb.lefts):
        return
    main = next((child for child in verb.rights if child.tag_ in ("VBD", "VBZ") and child.i > by.i), None)
    if main is not None and not any(child.dep_ in ("nsubj", "nsubjpass", "mark", "cc", "advmod") for child in main.lefts):
        stand_in(main, verb)
        hang(subject, main, "nsubj")
        hang(verb, subject, "acl")
        for child in [one for one in verb.rights if one.i > main.i]:
            hang(child, main)


def _pose(mark: Token) -> None:
    """Mends as whom they are dressed, taken for who acts: gunmen dressed as soldiers attacked the school."""
    verb, main = mark.nbor(-1), mark.head
    posed = next((child for child in main.lefts if child.dep_ == "nsubj"), None)
    if verb.lemma_.lower() not in _POSING or main.head != verb or posed is None:
        return
    noun = verb.head if verb.dep_ == "acl" else next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    top = noun if verb.dep_ == "acl" else verb
    if noun is None or top is None or top.dep_ not in ("ROOT", "ccomp") or noun.pos_ == "VERB":
        return
    stand_in(main, top)
    hang(noun, main, "nsubj")
    hang(verb, noun, "acl")
    hang(mark, verb, "prep")
    hang(posed, mark, "pobj")


_POSING = frozenset({"dress", "disguise", "pose", "masquerade", "clothe", "clad"})


def _lie_beside(aside: Token) -> None:
    """Mends what is hit, taken for a part of what tells where it lies: hit a bakery east of Mosul, villages earlier that day."""
    noun = aside.nbor(-1) if aside.i > aside.sent.start else aside
    if noun.head != aside or noun.pos_ not in ("NOUN", "PROPN") or not any(child.lower_ == "of" for child in aside.rights):
        return
    if noun.dep_ in ("compound", "nmod", "npadvmod") and aside.dep_ in ("dobj", "pobj", "nsubjpass"):
        dep, before = aside.dep_, [child for child in aside.lefts if child != noun]
        stand_in(noun, aside)
        noun.dep_ = dep
        hang(aside, noun, "advmod")
        for child in before:
            hang(child, noun)


def _relate(which: Token) -> None:
    """Mends a relative clause whose verb is taken for a participle: an attack that Chadian aircraft carried out; or its object.

    Behind `which` and a subject of its own, the relative pronoun is the object.
    """
    head = which.head
    if which.dep_ == "nsubj" and any(child.dep_ == "nsubj" and child.i > which.i for child in head.lefts):
        if head.dep_ == "relcl" and not any(child.dep_ in ("dobj", "ccomp") for child in head.rights):
            which.dep_ = "dobj"
        return
    if which.dep_ not in ("det", "appos") or not which.i:
        return
    comma = which.nbor(-1).text == ","
    noun = which.nbor(-2) if comma and which.i > 1 else which.nbor(-1)
    doer = head if which.dep_ == "det" else next((child for child in head.rights if child.left_edge.i == which.i + 1), which)
    verb = next((child for child in doer.rights if child.dep_ == "acl" and child.i == doer.i + 1), None)
    if verb is None or verb.tag_ not in ("VBN", "VBD") or noun.pos_ not in ("NOUN", "PROPN") or noun == doer:
        return
    hang(verb, doer.head)
    hang(doer, verb, "nsubj")
    hang(which, verb, "dobj")
    hang(verb, noun, "relcl")
    make_finite(verb)


def _be_told(that: Token) -> None:
    """Mends what is told of somebody, where its verb is taken for a participle: told us that troops targeted on Monday a school."""
    noun = that.head
    if that.dep_ == "det" and noun.dep_ in ("dobj", "ccomp") and noun.i > that.i and noun.head.lemma_.lower() in W.SAY:
        telling = noun.head
        verb = next((child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN" and child.i == noun.i + 1), None)
        if verb is not None:
            objects = [child for child in noun.rights if child.i > verb.i]
            stand_in(verb, noun)
            verb.dep_ = "ccomp"
            for child in objects:
                hang(child, verb, "dobj" if child.dep_ == "appos" else child.dep_)
        else:
            verb = next((child for child in telling.rights if child.dep_ == "ccomp" and child.i > noun.right_edge.i), None)
        if verb is not None and not has_subject(verb):
            passive = any(child.dep_ == "auxpass" for child in verb.lefts)
            hang(noun, verb, "nsubjpass" if passive else "nsubj")
            hang(that, verb, "mark")
            verb.tag_ = "VBD" if verb.tag_ == "VBN" and not passive else verb.tag_
    elif that.dep_ == "det" and noun.dep_ == "nsubj" and noun.head.dep_ == "advcl" and that.nbor(-1).text == ",":
        if noun.head.head.lemma_.lower() in W.PLAIN_SAY and noun.head.head.i < that.i:  # said, after a probe, that evidence is
            noun.head.dep_ = "ccomp"
            hang(that, noun.head, "mark")
    elif that.dep_ == "mark" and noun.dep_ == "ccomp" and noun.pos_ == "NOUN":
        doer = next((child for child in noun.lefts if child.dep_ == "nsubj"), noun)
        verb = next((child for child in doer.rights if child.dep_ == "acl" and child.tag_ == "VBN" and child.i == doer.i + 1), None)
        if verb is not None:
            stand_in(verb, noun)
            for child in (that, *(one for one in noun.rights if one.dep_ == "prep" and one.lower_ == "with")):
                hang(child, verb)
            hang(doer, verb, "nsubj")
            hang(noun, verb, "dobj")
            make_finite(verb)


def has_subject(verb: Token) -> bool:
    """Whether it has a subject of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)


def _begin(clause: Token) -> None:
    """Mends the subject of what is said, taken for its object: the UN said a clinic in Goma, which it ran, is in ruins."""
    saying = clause.head
    passive = any(child.dep_ == "auxpass" for child in clause.lefts)
    finite = clause.tag_ in ("VBZ", "VBD", "VBP") or passive
    if saying.lemma_.lower() not in W.PLAIN_SAY or not finite or has_subject(clause):
        return
    what = next((child for child in saying.rights if child.dep_ == "dobj" and child.i < clause.i), None)
    if what is not None and any(child.dep_ in ("relcl", "appos", "prep") for child in what.rights) and not _has_mark(clause):
        hang(what, clause, "nsubjpass" if passive else "nsubj")


def _has_mark(clause: Token) -> bool:
    return any(child.dep_ in ("mark", "cc") for child in clause.lefts)


def _be_called(name: Token) -> None:
    """Mends the name of an agency in capitals that is taken for anything else: state news agency SANA."""
    agency = name.nbor(-1) if name.i else name
    if agency.lower_ != "agency" or name.tag_.startswith("NN") or not name.text.isupper() or len(name) < 3:
        return
    above = name.head
    if agency.head == name:
        hang(agency, above)
    for child in list(name.children):
        hang(child, above)
    hang(name, agency, "appos")
    name.pos_, name.tag_, name.lemma_ = "PROPN", "NNP", name.text


def _be_named(name: Token) -> None:
    """Mends a name that reads like a command, taken for one: Save the Children said, Breaking the Silence reported."""
    verb = name.head
    article = name.nbor(-1) if name.i else name
    if verb.i + 2 != name.i or article.lower_ != "the" or verb.dep_ not in _OF_NAMES or name.ent_type_ in ("GPE", "LOC", "NORP"):
        return
    above, dep = verb.head, _OF_NAMES[verb.dep_]
    hang(name, above, "nsubj" if dep == "nsubj" and name.i < above.i else dep)
    for child in [one for one in verb.children if one != name]:
        hang(child, name)
    hang(verb, name, "compound")
    for one in (verb, name):
        one.pos_, one.tag_ = "PROPN", "NNP"


def _be_the_office(according: Token) -> None:
    """Mends a name behind an office, taken for who did it: according to the governor, Ali Musa, gunmen shelled it."""
    doc = according.doc
    office = next((one for to in according.rights if to.lower_ == "to" for one in to.children if one.dep_ == "pobj"), None)
    if office is None or office.lemma_.lower() not in W.TITLES | W.SPEAKER_ROLES:
        return
    end = first = office.i + 2
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    if end == first or end >= len(doc) or doc[end].text != "," or doc[first - 1].text != ",":
        return
    name = doc[end - 1]
    if name.ent_type_ in ("GPE", "NORP", "LOC"):
        return
    told = next((child for child in name.rights if child.dep_ == "appos"), None)
    if name.dep_ == "nsubj" and told is not None:
        hang(told, name.head, "nsubj")
    if name.dep_ != "nsubj" or told is not None:
        hang(name, office, "appos")


_OF_NAMES = dict.fromkeys(("csubj", "advcl", "nsubj"), "nsubj") | {"appos": "appos", "pobj": "pobj", "pcomp": "pobj"}
_FOUND = {"acl": _accuse, "amod": _accuse_the_next, "ROOT": _land, "ccomp": _land}
