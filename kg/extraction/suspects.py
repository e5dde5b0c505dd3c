"""Who is held to account, by a noun phrase: those who fight, organisations, persons by name or by what they are called."""

from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.anaphora import antecedent
from kg.extraction.cast import Cast
from kg.extraction.countries import demonyms
from kg.extraction.fighters import fighters, owner_of
from kg.extraction.forces import Parties
from kg.extraction.naming import country_of, is_materiel, is_rebels, joined
from kg.extraction.party import Party

BANDITS: Final = frozenset({"settler", "herder", "bandit", "pirate", "loyalist", "rioter", "vigilante"})
"""Those who are said to fight by what they did, whatever they are."""


def suspects(token: Token, cast: Cast) -> Parties:
    """The actors that are held to account, who may be persons: those who fight, or else the person that is named or described."""
    if token.lower_ in ("who", "which", "that"):
        token = antecedent(token) or token
    one_man = token.tag_ == "NN" and any(child.lower_ in ("a", "an") for child in token.lefts) and is_rebels(token)
    lone = one_man and not token.text.endswith("group") and owner_of(token, cast) is None
    found, alternative = ([], False) if lone else fighters(token, cast)
    if found:
        return found, alternative
    meant = (token, token.head) if token.dep_ == "appos" else (token,)
    if token.dep_ == "appos" and token.lemma_.lower() in _GROUPS and token.head.pos_ == "PROPN" and token.head.i < token.i:
        return [cast.minted(token.doc[token.head.left_edge.i : token.head.i + 1].text, "ArmedGroup")], False
    named = [cast.party(one) for one in meant if one.pos_ == "PROPN" and one.lower_ not in demonyms()]
    if appositive := next((child for child in token.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None):
        named.append(cast.party(appositive))
    person = next((party for party in named if party and party.kind in ("Person", "Organisation")), None)
    if person or (person := _by_name(token, cast)):
        others = [party for one in joined(token)[1:] if (party := cast.party(one)) and party.kind == "Person"]
        others = others if person.kind == "Person" else []
        return [_behind(person, token, cast), *others], any(child.lower_ == "or" for child in token.children)
    if token.dep_ == "appos" and token.head.pos_ == "PROPN" and any(child.dep_ == "compound" for child in token.head.lefts):
        start = min(child.i for child in token.head.lefts if child.dep_ == "compound")
        return [cast.minted(token.doc[start : token.head.i + 1].text, "Person")], False
    described = token.lemma_.lower() not in ("man", "woman") or any(child.lower_ in ("a", "an") for child in token.lefts)
    if one_man or (token.lemma_.lower() in W.SUSPECTS and token.tag_ == "NN" and described):
        start = min((one.i for one in token.lefts if one.dep_ in ("amod", "compound", "nmod")), default=token.i)
        return [cast.minted(token.doc[start : token.i + 1].text, "Person")], False
    return [], False


def _behind(person: Party, token: Token, cast: Cast) -> Party:
    """The body for which one answers, a spokesman or who claims or admits what it did."""
    owns = token.dep_ == "nsubj" and token.head.lemma_.lower() in W.ADMIT | {"claim", "take"}
    speaks = owns or any(one.lemma_.lower() in ("spokesman", "spokeswoman", "spokesperson") for one in token.subtree)
    bodies = person.block.speaks_for if speaks and person.block else ()
    return next((party for key in bodies if (party := cast.parties.get(key))), person)


def named_attackers(token: Token, cast: Cast) -> Parties:
    """The actors that a noun phrase names, where only one who fights can be meant: organisations that no list has, as well."""
    found, alternative = fighters(token, cast)
    for one in joined(token):
        if (found and len(joined(token)) == 1) or (one.i == one.sent.start and is_materiel(one)):
            continue  # Warplanes struck: any word has a capital there
        party = cast.party(one) if one.pos_ == "PROPN" and one.lower_.removesuffix("s") not in demonyms() else None
        if (party and party.kind == "Organisation" and party.block) or (not found and (party := _by_name(one, cast))):
            found += [party] if all(party.key != other.key for other in found) else []
    return found, alternative


def _by_name(token: Token, cast: Cast) -> Party | None:
    """A group that no list has, by its name before a noun for it, by its members or by a name of several words.

    The M23 group; suspected Maoists; the Shining Path.
    """
    if token.lemma_.lower() in _GROUPS:
        return _before_noun(token, cast)
    if token.tag_ == "NNS" and (token.lower_.endswith("smen") or token.lemma_.lower() in BANDITS):
        people = next((one for one in token.lefts if one.dep_ in ("amod", "compound") and one.text[0].isupper()), token)
        return cast.minted(token.doc[people.i : token.i + 1].text, "ArmedGroup")
    if token.pos_ != "PROPN" or token.text[0].islower() or token.i == token.sent.start:
        return None
    words = [child for child in token.lefts if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN"]
    words = [one for one in words if token.doc[max(0, one.i - 2) : one.i].text.lower() not in ("anti-", "pro-")]
    whole = token.doc[words[0].left_edge.i if words else token.i : token.i + 1]
    if country_of(token) or any(one.ent_type_ in _OTHER for one in whole):
        return None
    if token.tag_ == "NNPS" and not words:
        return cast.minted(whole.text, "ArmedGroup")
    named = words and any(child.lower_ == "the" for child in token.lefts)
    return cast.minted(whole.text, "Organisation") if named else None


def _before_noun(noun: Token, cast: Cast) -> Party | None:
    """The group whose name stands right before a noun for it."""
    name = next((child for child in reversed(list(noun.lefts)) if child.dep_ in ("compound", "nmod")), None)
    if name is None or name.pos_ != "PROPN" or country_of(name) or not name.text[0].isupper() or name.i != noun.i - 1:
        return None
    return cast.minted(noun.doc[name.left_edge.i : name.i + 1].text, "ArmedGroup")


_GROUPS = frozenset({"group", "network", "movement", "organisation", "organization", "faction", "outfit"})
_OTHER = frozenset({"GPE", "LOC", "FAC", "PERSON", "DATE", "TIME", "EVENT", "LAW", "PRODUCT"})
"""What a name may be of that is no group's."""
