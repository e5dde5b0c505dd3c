"""For whom a person or a source speaks, or of what it is a member, by the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.anaphora import by_pronoun
from kg.extraction.countries import subdivisions, without_type
from kg.extraction.folding import plain
from kg.extraction.naming import country_of, is_acronym, is_linked, is_rebels, seat_of, source_label
from kg.extraction.party import Party
from kg.extraction.personnames import words_around
from kg.extraction.phrases import behind
from kg.extraction.said import quoted

if TYPE_CHECKING:
    from kg.extraction.cast import Cast

_OF_THE_STATE = frozenset({"minister", "general", "colonel", "brigadier", "admiral"})
"""Offices that are those of a state, even where it is not told of which."""
_OF_THE_RULERS = frozenset({"defence", "defense", "presidential", "government"})
"""What a spokesman is called who is that of the country that the article is about: the defence spokesman."""
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_AWAY = ("to", "in", "on", "at")
"""What stands between an office and the country in which, or with which, it is held."""
_SENT = frozenset({"envoy", "ambassador", "representative", "coordinator", "mediator", "rapporteur", "consul", "emissary"})
"""Those whom one sends to another: the name behind `for`, too, is that of the other."""
_STATE_WORDS = frozenset({
    "state", "government", "army", "military", "ministry", "official", "police", "security", "intelligence", "regime",
    "presidential", "ministerial", "navy", "diplomat", "diplomatic", "minister", "parliament", "defence", "defense",
})  # fmt: skip
"""What tells that one is of a state, even one who may be of none: an army doctor."""


_APART = frozenset({"breakaway", "splinter", "offshoot", "rival", "anti"})
"""What a group is called that has left the one named before it, or fights it."""


def offices(token: Token, cast: Cast) -> dict[str, tuple[str, ...]]:
    """For whom a person speaks, or of what it is a member, by the words around its name."""
    words = words_around(token)
    if not words:
        return {}
    lemmas = {one.lemma_.lower() for one in words}
    body = _spoken_for(words, cast) or body_in(words, cast)
    own = not any(_is_independent(one) for one in words)
    ranks = {one.lemma_.lower() for one in words if not (one.i and one.doc[one.i - 1].text == "-" and one.lower_ == "general")}
    if body is None and (code := _governed(words)):
        return {"member_of": (cast.state(code).key,)}
    meant = body or pointed_at(words, cast)
    body = meant if meant and not meant.label.islower() else None
    if body is None and own and ranks & {*_SPOKESMEN, *_OF_THE_STATE}:
        body = _in_capital(token, cast) or (_last_body(token, cast) if ranks & _SPOKESMEN and meant is None else None)
    if body is None and own and cast.home and ranks & _SPOKESMEN and lemmas & _OF_THE_RULERS:
        body = cast.state(cast.home)
    if body is None and own and cast.home and ranks & _OF_THE_STATE and cast.one_state and not _accuses(token, cast.home):
        body = cast.state(cast.home)
    body = body or meant
    if body is None or body.kind == "UnnamedSource" or is_past(words):
        return {}
    return {"speaks_for" if lemmas & W.SPEAKING else "member_of": (body.key,)}


def _spoken_for(words: Sequence[Token], cast: Cast) -> Party | None:
    """For whom one speaks who holds another office besides: Kenyan Army Major Ali Musa, a UN spokesman."""
    spokesman = next((one for one in words if one.lemma_.lower() in _SPOKESMEN and one.dep_ == "appos"), None)
    phrase = [one for one in spokesman.subtree if one in words] if spokesman is not None else []
    return (body_in(phrase, cast) or pointed_at(phrase, cast)) if phrase else None


def _accuses(name: Token, code: str) -> bool:
    """Whether who bears the name blames this country, and so is none of its ministers."""
    accusing = name.dep_ == "nsubj" and name.head.lemma_.lower() in ("accuse", "blame")
    return accusing and any(country_of(child) == code for child in name.head.children if child.dep_ == "dobj")


def body_in(words: Sequence[Token], cast: Cast) -> Party | None:
    """The organisation or state that these words name as the one that somebody belongs to.

    No country is that which only tells where one is from, as of activists and rebels, or with whom one deals, as an envoy.
    """
    if any(map(_is_of_state, words)) and not {code for one in words if (code := country_of(one))} - {"US"}:
        return cast.known("us-state-department")
    held = next((code for one in words if (code := _seat_held(one))), None)
    words = list(_telling(words))
    for one in words:
        hit = cast.mentions[id(one.doc)].get(one.i)
        if hit and (party := cast.reference(hit[2], one)) and party.kind != "Person":
            return _sender(party, words, cast)
        if one.text in cast.aliases and (party := cast.known(cast.aliases[one.text])) and party.kind != "Person":
            return _sender(party, words, cast)
    for one in words:
        if one.lower_ in (*W.BODY_HEADS, "government", "regime", "junta") and (body := cast.by_country(one)):
            return body
        if one.lower_ == "coalition" and (body := cast.only_coalition()):
            return body
    country = next((cast.state(code) for one in words if (code := country_of(one))), None)
    country = cast.state(held) if country is None and held else country
    owner = next((one for one in words if one.lower_ in ("its", "their") and one.dep_ == "poss"), None)
    owned = country is None and owner is not None and not _is_independent(owner.head)
    return _owner(owner, cast) if owned and owner is not None else country


def _is_of_state(word: Token) -> bool:
    """Whether it ends the name of an office that America has: a secretary of state, and not one for trade."""
    office = word.head.head
    of = word.lower_ == "state" and word.head.lower_ == "of" and office.lower_ == "secretary"
    return of and not any(child.lower_ == "for" for child in (*office.rights, *word.rights))


def is_past(words: Sequence[Token]) -> bool:
    """Whether the office was held once."""
    return any(one.lower_ in W.NO_LONGER for one in words)


def _seat_held(name: Token) -> str | None:
    """The country in whose capital an office of the state is held: a senior official in Khartoum, ministers in Lima."""
    if name.dep_ != "pobj" or name.head.lower_ != "in" or name.head.head.lemma_.lower() not in ("official", "minister", "ministry"):
        return None
    return seat_of(name)


def _sender(party: Party, words: Sequence[Token], cast: Cast) -> Party:
    """The state before the name of an organisation of states: Mali's UN ambassador speaks for Mali. Notes it for `the UN envoy`."""
    if party.kind != "IntergovernmentalOrganisation":
        return party
    first = next((code for one in words[:1] if (code := country_of(one))), None)
    if first and any(one.lemma_.lower() in _SENT for one in words):
        cast.sent[party.key] = first
    bare = any(one.lemma_.lower() in _SENT and not any(child.lower_ == "to" for child in one.rights) for one in words)
    first = first or (cast.sent.get(party.key) if bare else None)
    return cast.state(first) if first else party


def _telling(words: Sequence[Token]) -> Iterator[Token]:
    """The words that may tell to whom somebody belongs."""
    sent = next((one for one in words if one.lemma_.lower() in _SENT), None)
    named = [one for one in words if sent is not None and one.i < sent.i and (country_of(one) or one.ent_type_ == "ORG")]
    for one in words:
        if (country_of(one) and (_is_independent(_head_of(one)) or _is_in_name(one))) or is_linked(one):
            continue
        if _is_apart(one):
            continue
        if _is_backer(one) or _is_away(one, sent) or (one in named[1:] and country_of(one) and one.dep_ != "poss"):
            continue
        yield one


def _is_apart(name: Token) -> bool:
    """Whether it names those whom one fights, or has left: the campaign against them, an Al Qaeda breakaway group."""
    head = _head_of(name)
    return any(above.lower_ == "against" for above in name.ancestors) or any(one.lower_ in _APART for one in (head, *head.lefts))


def _is_backer(name: Token) -> bool:
    """Whether it only helps those who speak, or is where they were trained: a Rwanda-backed group; not those that it leads."""
    following = name.doc[name.i + 1 : min(name.i + 3, name.sent.end)]
    return len(following) == 2 and following[0].text == "-" and following[1].tag_ == "VBN" and following[1].lower_ != "led"


def _is_in_name(country: Token) -> bool:
    """Whether it is but a word of the name of those who are no state's: the Myanmar Workers League, Sudan Doctors Network."""
    name = next((one for one in country.doc.ents if one.label_ == "ORG" and one.start <= country.i < one.end), None)
    return name is not None and any(one.lower_ in W.BODIES - W.BODY_HEADS.keys() for one in name)


def _head_of(name: Token) -> Token:
    """The noun that a name stands before: the last of them."""
    head = name
    while head.dep_ in ("compound", "amod", "nmod", "poss") and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        head = head.head
    return head


def _is_independent(head: Token) -> bool:
    """Whether it is one who speaks for no state, of whatever country: an activist, a resident, a rights group, rebels."""
    around = [one for one in head.lefts if one.dep_ in ("compound", "amod", "nmod", "appos", "poss")]
    around += [one for child in around for one in child.lefts if one.dep_ in ("compound", "amod", "nmod")]
    lemmas = {one.lemma_.lower() for one in (head, *around)}
    lemmas |= {lemma.removesuffix("s") for lemma in lemmas}
    if lemmas & _STATE_WORDS:
        return False
    return bool(lemmas & W.INDEPENDENT) or any(is_rebels(one) for one in (head, *around))


def _is_away(name: Token, sent: Token | None) -> bool:
    """Whether a name is that of the country or body with which, or in which, an office is held: envoy to Mali, chief in Mali."""
    top = name
    while top.dep_ in ("compound", "amod", "nmod", "poss", "conj") and top.head != top:
        top = top.head
    if top.dep_ != "pobj" or top.head.dep_ != "prep":
        return False
    word = top.head.lower_
    return word in _AWAY or (word == "for" and sent is not None and top.head.head in (sent, *sent.subtree, sent.head))


def _governed(words: Sequence[Token]) -> str | None:
    """The country of the province that a governor is said to govern, if but one has a province of this name."""
    governor = next((one for one in words if one.lemma_.lower() == "governor"), None)
    if governor is None:
        return None
    named = behind(governor, "of")
    named += [child for child in governor.lefts if child.dep_ in ("compound", "poss", "nmod") and child.pos_ == "PROPN"]
    spans = [one.doc[one.left_edge.i : one.i + 1].text for one in named] + [one.text for one in named]
    for name in spans:
        codes = {one.country for one in subdivisions()[0].get(without_type(plain(name)), ())}
        if len(codes) == 1:
            return min(codes)
    return None


def pointed_at(words: Sequence[Token], cast: Cast) -> Party | None:
    """The body that these words call by what it is, or by its name: the ministry's spokesman, an army chief, a man of the ELN."""
    for one in sorted((word for word in words if not _is_apart(word)), key=lambda word: (word.dep_ != "poss", word.i)):
        if is_rebels(one) and one.tag_ == "NN" and one.dep_ == "compound" and one.head.lemma_.lower() in _SPOKESMEN:
            return cast.only_group() or cast.minted(f"{one.lemma_.lower()}s", "ArmedGroup")
        called = one.lower_ in (*W.BODY_HEADS, *W.GOVERNMENT, "junta") or one.lemma_.lower() in W.KINDS_MEANT
        held = one.dep_ in ("poss", "compound") or any(child.lower_ == "the" for child in one.lefts)
        if called and held and (one.pos_ == "NOUN" or one.is_sent_start):
            group = (
                cast.only_group() or cast.minted(source_label(one), "ArmedGroup") if is_rebels(one) and one.tag_ == "NNS" else None
            )
            party = group or (None if is_rebels(one) else cast.party(one))
        else:
            party = (cast.owner if one.head.lemma_.lower() in _SPOKESMEN else cast.party)(one) if _names_body(one) else None
        of_person = party is not None and party.kind == "Person" and one.dep_ == "poss" and one.head.lemma_.lower() in _SPOKESMEN
        if party and (of_person or party.kind not in ("Person", "UnnamedSource", "NewsPublisher")):
            return party
    return None


def _names_body(one: Token) -> bool:
    """Whether it is a name, and no place's, behind `of` or before an office: Ada Ba of the ELN, ELN chief Ada Ba."""
    office = one.head.lemma_.lower() if one.dep_ == "compound" and one.head.i == one.i + 1 else ""
    before = one.ent_type_ == "ORG" and office in W.TITLES
    before = before and W.BODY_HEADS.get(one.lower_) != "StateBody"  # any country has a Defence Ministry
    before = before and office not in ("minister", "secretary")  # nor is Defence a body
    if (one.pos_ != "PROPN" and not is_acronym(one.text)) or (one.dep_ not in ("poss", "pobj") and not before) or country_of(one):
        return False
    inside = one.dep_ == "poss" and one.ent_type_ == one.head.ent_type_ == "ORG"  # the People's Army
    return not inside and one.text != "State" and (one.ent_type_ not in ("GPE", "LOC", "FAC") or is_acronym(one.text))


def _in_capital(token: Token, cast: Cast) -> Party | None:
    """The state in whose capital the sentence begins: `In Bamako, General Ali Traore said`."""
    first = token.sent[0]
    named = [one for one in first.children if one.dep_ == "pobj"] if first.lower_ in ("in", "from") else []
    code = seat_of(named[0]) if named else None
    return cast.state(code) if code else None


def _last_body(token: Token, cast: Cast) -> Party | None:
    """The last body or force that spoke before this word, or was spoken for."""
    for party in reversed(cast.heard.before(token)):
        above = party.block.speaks_for if party.kind == "Person" and party.block else ()
        for one in (party, *(cast.parties[key] for key in above if key in cast.parties)):
            if one.kind in ("StateBody", "ArmedForce", "State", "ArmedGroup", "Coalition"):
                return one
    return None


def _owner(pronoun: Token, cast: Cast) -> Party | None:
    """Whose spokesman `its spokesman` is: of the subject before it in the sentence, else of the last that spoke."""
    inside = {i for start, end in quoted(pronoun.doc) for i in range(start, end)}
    for token in pronoun.doc[pronoun.sent.start : pronoun.i]:
        subject = token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN") and token.i not in inside
        # Who bears the office has it of others, so that no subject is asked that holds the pronoun.
        party = cast.party(token) if subject and not token.is_ancestor(pronoun) else None
        if party and party.kind not in ("Person", "UnnamedSource"):
            return party
    heard = by_pronoun("it", cast.heard.before(pronoun)) if pronoun.lower_ == "its" else None
    return heard or (_only_group_before(pronoun, cast) if pronoun.left_edge.i == pronoun.sent.start else None)


def _only_group_before(pronoun: Token, cast: Cast) -> Party | None:
    """The one armed group that the sentence before names, where nobody spoke yet: accused the RSF. Its leader said."""
    named = [cast.party(one) for one in cast.heard.sentence_before(pronoun) if one.pos_ in ("NOUN", "PROPN")]
    groups = {party.key: party for party in named if party is not None and party.kind == "ArmedGroup"}
    return next(iter(groups.values())) if len(groups) == 1 else None
