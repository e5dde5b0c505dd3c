"""Parses mended where those who made an attack hang on what it hit: shelling of Gao by rebels, blamed a raid on a camp on Chad."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.hanging import hang
from kg.extraction.naming import is_materiel, is_rebels


def lay_at_door(preposition: Token) -> None:
    """Hangs the preposition on the verb that blames, where it is the last of its kind behind the attack that is blamed."""
    word = preposition.lower_
    verb = next((one for one in preposition.ancestors if word in W.LAID_AT.get(one.lemma_.lower(), ())), None)
    attack = next((one for one in verb.rights if one.dep_ == "dobj"), None) if verb is not None else None
    if verb is None or attack is None or attack.lemma_.lower() not in W.ATTACK_NOUNS or preposition.head == verb:
        return
    alike = [one for one in verb.subtree if one.lower_ == word and one.i > attack.i]
    behind = [one for one in alike if any(map(_may_do_it, one.children))]
    if behind[-1:] == [preposition] and (preposition.head != attack or alike[0] != preposition):
        hang(preposition, verb)


def let_be_by(by: Token) -> None:
    """Hangs `by` and those who did it on the attack, not on the place that it befell: a raid on a camp in Gao by rebels."""
    where = by.head
    if where.pos_ != "PROPN" and where.lemma_.lower() not in W.SITES.keys() | W.DISTRICTS | W.PEOPLE.keys():
        return
    above = (one for one in where.ancestors if one.pos_ not in ("ADP", "PROPN") and one.lemma_.lower() not in _BEFALLEN)
    attack = next(above, None)
    made = attack is not None and attack.pos_ == "NOUN" and attack.lemma_.lower() in W.ATTACK_NOUNS
    if attack is not None and made and any(map(_may_do_it, by.children)) and all(child.lower_ != "by" for child in attack.rights):
        hang(by, attack)


_BEFALLEN = W.SITES.keys() | W.PEOPLE.keys() | W.TITLES | {"patrol", "convoy"}


def _may_do_it(one: Token) -> bool:
    """Whether it is somebody to whom an attack can be laid, no border and no day."""
    if one.dep_ != "pobj" or one.ent_type_ in ("DATE", "TIME"):
        return False
    return one.pos_ == "PROPN" or is_rebels(one) or is_materiel(one) or one.lemma_.lower() in _DOERS


_DOERS = W.PERSONNEL | W.BANDS | W.GOVERNMENT | W.BODY_HEADS.keys() | W.PEOPLE.keys() | {"coalition", "alliance", "group"}
