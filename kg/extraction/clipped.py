"""Parses mended where clipped words of blame, in headlines above all, lead the parser astray: rebels blamed for deadly shelling."""

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.hanging import hang, stand_in

_BLAMED = {"blamed": ("for", "over"), "accused": ("of", "over"), "suspected": ("of", "in")}


def unclipped(doc: Doc) -> Doc:
    """The document, where who is blamed is no longer who blames, and what somebody does is no longer a part of a name."""
    for word in doc:
        lower, dep = word.lower_, word.dep_
        if word.tag_ in ("NN", "NNS") and len(word) > 2 and word.text.isupper() and word.text.isalpha():
            word.pos_, word.tag_ = "PROPN", "NNP"  # FARC
        if lower == "offensive" and word.tag_ == "JJ" and dep in ("dobj", "nsubj", "nsubjpass"):
            word.pos_, word.tag_ = "NOUN", "NN"  # a ground offensive
        if lower == "claims" and word.i and word.i + 1 < len(doc) and word.nbor(1).lower_ in ("responsibility", "credit"):
            _let_take_on(word)
        if word.tag_ == "DT" and dep in ("nsubj", "nsubjpass") and lower.endswith("is") and lower != "this":
            word.pos_, word.tag_ = "PROPN", "NNPS"  # Houthis
        if lower in _BLAMED and word.pos_ == "VERB":
            _let_be_blamed(word)
        if lower in ("no", "not") and word.doc[word.i + 2 : word.i + 3].text == "than":
            hang(word, word.nbor(1), "advmod")  # no fewer than
            word.dep_, word.pos_ = "advmod", "PART"
        if lower == "no" and doc[word.i + 1 : word.i + 2].text == "." and doc[word.i + 2 : word.i + 3].text.isdigit():
            hang(word, doc[word.i + 2])  # the No. 2 leader
        if dep == "compound" and word.ent_type_ == "DATE" and word.head.head.lower_ == "on":
            _let_be_a_day(word)
        if dep == "compound" and word.lemma_.lower() in W.ATTACK_NOUNS:
            _let_be_laid(word)
        if dep == "pcomp" and word.tag_ == "VBG":
            _let_be_named(word)
        if dep == "compound" and lower in _DEEDS and word.i:
            _let_be_done(word)
        if dep in ("amod", "compound") and lower.endswith("ed"):
            _let_follow(word)
            _let_accuse(word)
        if dep == "acl" and word.tag_ == "VBD":
            _let_say_beside(word)
        if dep == "acl" and word.tag_ in ("VBD", "VBN"):
            _let_be_said(word)
        if word.lemma_.lower() in W.PLAIN_SAY and word.pos_ == "VERB":
            _let_speak_between(word)
            _let_go_on(word)
        if lower == "by" and dep == "agent" and word.head.lemma_.lower() in W.LAID_AT:
            _let_be_laid_at(word)
        if dep in ("conj", "ccomp") and word.tag_ in ("VBD", "VBN") and word.head.pos_ == "VERB":
            _let_be_reduced(word.head, word)
    return doc


def _let_be_blamed(verb: Token) -> None:
    """Mends who is blamed, whom the parser has for who blames: Taliban blamed for blast in Kabul."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    whole = any(child.dep_ in ("dobj", "aux", "ccomp", "auxpass") for child in verb.children)
    if subject is not None and not whole and after in _BLAMED[verb.lower_] and subject.lower_ not in ("who", "which", "that"):
        verb.tag_, subject.dep_ = "VBN", "nsubjpass"


def _let_take_on(word: Token) -> None:
    """Mends the verb of a headline that the parser has for a part of a name: Boko Haram Claims Responsibility for Blasts."""
    who, thing = word.nbor(-1), word.nbor(1)
    if word.pos_ == "PROPN" and who.pos_ == "PROPN" and who.head in (word, thing) and word.head == thing:
        stand_in(word, thing)
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", "claim"
        hang(who, word, "nsubj")
        hang(thing, word, "dobj")


def _let_be_named(word: Token) -> None:
    """Mends a noun that the parser has for a verb, though it has a quality and no object: blamed for deadly shelling."""
    described = any(child.dep_ == "advmod" and child.i == word.i - 1 and child.lower_.endswith("ly") for child in word.lefts)
    alone = not any(child.dep_ in ("dobj", "aux") for child in word.children)
    if described and alone and word.lower_ in _DEEDS:
        word.pos_, word.tag_, word.lemma_, word.dep_ = "NOUN", "NN", word.lower_, "pobj"
        word.nbor(-1).dep_, word.nbor(-1).pos_ = "amod", "ADJ"


def _let_be_a_day(day: Token) -> None:
    """Mends a day that the parser joins to who acts: said on Sunday jets had struck the town."""
    noun, on = day.head, day.head.head
    verb = next((child for child in on.head.rights if child.dep_ == "ccomp" and child.i > noun.i), None)
    if verb is None or noun.i != day.i + 1 or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts):
        return
    hang(noun, verb, "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.lefts) else "nsubj")
    hang(day, on, "pobj")


def _let_be_laid(deed: Token) -> None:
    """Mends an attack that the parser joins to who lays it at a door: nine were shot, an attack police linked to rebels."""
    who = deed.head
    verb, article = who.head, next((child for child in who.lefts if child.lower_ in ("a", "an")), None)
    if article is None or who.tag_ not in ("NNS", "NNPS") or verb.lemma_.lower() not in W.LAID_AT or who.i > verb.i:
        return
    stand_in(deed, verb)
    deed.dep_ = "appos" if deed.head != deed else deed.dep_
    hang(article, deed)
    hang(verb, deed, "relcl")


_DEEDS = {
    "bombing": "bomb", "bombarding": "bombard", "shelling": "shell", "attacking": "attack", "raiding": "raid",
    "killing": "kill", "massacring": "massacre", "striking": "strike", "targeting": "target", "storming": "storm",
    "opening": "open", "firing": "fire", "dropping": "drop", "launching": "launch", "using": "use",
}  # fmt: skip


def _let_be_done(word: Token) -> None:
    """Mends a verb that the parser has for a part of a name: accuses Russia of bombing aid convoy; denied opening fire."""
    noun, of = word.head, word.nbor(-1)
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    done = _DEEDS.get(word.lower_)
    accused = of.dep_ == "prep" and of.head.lemma_.lower() in W.HOLDS and "of" in W.HOLDS[of.head.lemma_.lower()]
    hit = noun.lemma_.lower()
    place = noun.ent_type_ in ("GPE", "LOC", "FAC")
    denied = of.lemma_.lower() in W.DENY_VERBS and of.pos_ == "VERB"
    arms = denied and (hit in W.WEAPON_NOUNS or hit in ("fire", "weapon", "gas"))
    if done and (accused or denied) and noun.head == of and (place or arms or hit in W.SITES or hit in W.PEOPLE):
        hang(word, of, "xcomp" if denied else "pcomp")
        hang(noun, word, "dobj")
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBG", done


def _let_follow(word: Token) -> None:
    """Mends the verb of a sentence that the parser has for a part of a name: an attack by Chad angered Sudan."""
    noun, doc = word.head, word.doc
    by = noun.head
    if word.i == word.sent.start or noun.pos_ != "PROPN" or noun.i != word.i + 1 or noun.dep_ != "pobj" or by.lower_ != "by":
        return
    agent, root = doc[word.i - 1], word.sent.root
    if agent.pos_ != "PROPN" or agent.head != noun or root != by.head or root.pos_ != "NOUN" or not word.text.islower():
        return
    before = [child for child in noun.lefts if child != word]
    stand_in(word, root)
    word.pos_, word.tag_ = "VERB", "VBD"
    hang(root, word, "nsubj")
    hang(agent, by, "pobj")
    hang(noun, word, "dobj")
    for child in before:
        hang(child, agent)
    for child in [one for one in root.rights if one.i > noun.i]:
        hang(child, word)


def _let_accuse(word: Token) -> None:
    """Mends who accuses, behind what is told of him: Sudan, which has denied bombing the camp, accused rebels of staging it."""
    noun, root = word.head, word.sent.root
    doer_alone = root.pos_ in ("NOUN", "PROPN") and root.i < word.i and root.is_ancestor(word) and noun != root
    if word.lower_ not in ("accused", "blamed") or not doer_alone or word.nbor(-1).text != "," or noun.i < word.i:
        return
    charge = next((child for child in noun.rights if child.lower_ in ("of", "for") and child.dep_ == "prep"), None)
    if charge is None or word.i != noun.left_edge.i:
        return
    stand_in(word, root)
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBD", word.lower_.removesuffix("d")
    hang(noun, word, "dobj")
    hang(charge, word)
    hang(root, word, "nsubj")


def _let_say_beside(verb: Token) -> None:
    """Mends who says something of an attack beside it, before its verb: the raid, which police blamed on rebels, killed two."""
    subject = verb.head
    main = subject.head
    which = next((child for child in main.lefts if child.lower_ == "which" and child.dep_ == "nsubj"), None)
    if which is None or subject.dep_ != "nsubj" or not which.i < subject.left_edge.i <= subject.i < verb.i < main.i:
        return
    deed = next((one for one in reversed(verb.doc[verb.sent.start : which.i]) if one.lemma_.lower() in W.ATTACK_NOUNS), None)
    if deed is None or not deed.is_ancestor(main) or main.dep_ != "relcl" or verb.lemma_.lower() not in W.SAY | W.LAID_AT.keys():
        return
    root = deed.head == deed
    stand_in(main, deed)
    if root:
        hang(deed, main, "nsubj")
    hang(verb, deed, "relcl")
    hang(subject, verb)
    hang(which, verb, "dobj")


def _let_be_said(verb: Token) -> None:
    """Mends who did it, whom the parser has for who says so: drone strikes killed nine people, residents said."""
    doer, said = verb.head, verb.head.head
    others = [child for child in said.lefts if child.dep_ == "nsubj" and child.i > verb.i]
    done = any(child.dep_ == "dobj" for child in verb.rights) and not any(child.dep_ == "agent" for child in verb.rights)
    if doer.dep_ != "nsubj" or not others or not done or said.lemma_.lower() not in W.PLAIN_SAY:
        return
    hang(verb, said, "ccomp")
    hang(doer, verb, "nsubj")
    verb.tag_, verb.pos_ = "VBD", "VERB"


def _let_be_reduced(done: Token, verb: Token) -> None:
    """Mends what was done to, or is thought of, the subject, where the parser has it for the verb.

    Bombs dropped by aircraft hit the hall; gunmen believed to be rebels killed two.
    """
    subject = next((child for child in done.lefts if child.dep_ == "nsubj"), None)
    by = next((child for child in done.rights if child.lower_ == "by" and child.dep_ in ("agent", "prep")), None)
    by = by or next((child for child in done.rights if child.dep_ == "xcomp" and done.lemma_.lower() in W.HEDGED), None)
    joined = any(child.dep_ == "cc" or (child.dep_ == "punct" and child.i > done.i) for child in done.children if child.i < verb.i)
    if subject is None or by is None or joined or any(child.dep_ in ("aux", "auxpass", "dobj") for child in done.children):
        return
    if done.i != subject.right_edge.i + 1 or verb.left_edge.i != by.right_edge.i + 1:
        return
    stand_in(verb, done)
    hang(subject, verb)
    hang(done, subject, "acl")
    done.tag_ = "VBN"
    for child in [one for one in done.rights if one.i > verb.i]:
        hang(child, verb)
    by.dep_ = "agent" if by.lower_ == "by" else by.dep_


def _let_speak_between(said: Token) -> None:
    """Mends who speaks between the parts of what is said: Russia, the president of Georgia said, had bombed the port."""
    main = said.head
    doer = next((child for child in said.lefts if child.dep_ == "nsubj"), None)
    beside = [*doer.rights, *said.lefts] if doer is not None else []
    speaker = next((child for child in beside if child.dep_ in ("appos", "nsubj") and child != doer), None)
    if doer is None or speaker is None or speaker.right_edge.i + 1 != said.i or main.i <= said.i + 1 or said.nbor(1).text != ",":
        return
    if said.dep_ == "parataxis" and not any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in main.children):
        hang(speaker, said, "nsubj")
        hang(doer, main, "nsubjpass" if any(child.dep_ == "auxpass" for child in main.children) else "nsubj")


def _let_go_on(said: Token) -> None:
    """Mends who accuses behind what is told, and hangs on that: rebels shelled the town, the army said, blaming rebels."""
    told = said.head if said.dep_ == "parataxis" else next((one for one in said.lefts if one.dep_ == "ccomp"), said)
    if told.i >= said.i:
        return
    for child in [one for one in told.rights if one.dep_ == "advcl" and one.tag_ == "VBG" and one.lemma_.lower() in W.SAY]:
        if child.i == said.i + 2 and said.nbor(1).text == ",":
            hang(child, said)


def _let_be_laid_at(by: Token) -> None:
    """Mends on whom an attack is blamed, where it hangs on who blames: was blamed by officials on rebels."""
    verb = by.head
    for one in [one for noun in by.children if noun.dep_ == "pobj" for one in noun.rights]:
        if one.dep_ == "prep" and one.lower_ in W.LAID_AT[verb.lemma_.lower()]:
            hang(one, verb)
