"""Bodies and forces of states as actors: by a country before the noun, by who rules, by what they issued."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.countries import by_code, demonyms
from kg.extraction.groups import Groups
from kg.extraction.names import cased
from kg.extraction.naming import (
    after_country,
    body_kind,
    country_of,
    country_spoken_of,
    is_modifier,
    joint_countries,
    own_name,
    seat_of,
)
from kg.extraction.party import Party
from kg.extraction.phrases import behind

_OWN_WORDS = frozenset({"statement", "message", "tweet", "post", "letter"})
"""What has the words of who made it."""


@dataclass
class StateBodies(Groups):
    """The actors of an article, as far as they are bodies of states, or issue what speaks."""

    def by_country(self, token: Token) -> Party | None:
        """A body or force of a state: Russian defence ministry, Israeli army, Afghan officials."""
        if own_name(token):
            return None
        code = next(iter(joint_countries(token)), None) or next(
            (code for c in _owners(token) if (code := country_of(c) or seat_of(c))), None
        )
        head = token.lower_
        theirs = head in W.GOVERNMENT and any(child.lower_ == "own" for child in token.lefts)  # their own government
        if code is None and (theirs or any(one.lower_ in ("country", "nation") for one in _owners(token))):
            code = country_spoken_of(token)
        if code is None and head in W.BODY_HEADS:
            code = next((code for one in behind(token, "in") if (code := seat_of(one))), None)
        if code is None and head in W.GOVERNMENT and (state := self.ruled(token)):
            return state
        if (
            code is None
            and head in ("government", "regime", "junta", "army", "military", "authorities", "troops")
            and token.pos_ in ("NOUN", "PROPN")
            and all(child.pos_ in ("DET", "CCONJ") or child.lower_ in W.OF_THE_STATE or _is_of_act(child) for child in token.lefts)
            and not _owners(token)
            and not any(one.ent_type_ == "PERSON" for one in behind(token, "of"))
        ):
            code = self.home
        if code is None or any(child.lower_ in W.NOT_OF_THE_STATE for child in token.lefts):
            return None
        demonym = next((name.title() for name, of in demonyms().items() if of == code), by_code()[code].name)
        state = self.state(code)
        if head in W.GOVERNMENT:
            return state
        kind = body_kind(token)
        if kind and not (kind == "ArmedForce" and any(child.lower_ == "backed" for child in token.lefts)):
            region = next((one for one in token.lefts if one.lower_ == "region" and one.i > one.left_edge.i), None)
            own = token.doc[region.left_edge.i : token.i + 1].text if region is not None else None
            label = own or f"{demonym} {token.doc[after_country(token) : token.i + 1].text}"
            hit = self.names.by_words.get(cased(tuple(label.split())))
            return self.known(hit) if hit else self.minted(label, kind, part_of=(state.key,))
        return None

    def ruled(self, government: Token) -> Party | None:
        """The state whose government or regime is called by the name of who rules it, if it is known whose ruler that is."""
        before = (child for child in government.lefts if child.dep_ in ("compound", "nmod"))
        owner = next((one for one in (*_owners(government), *before, *behind(government, "of")) if one.pos_ == "PROPN"), None)
        ruler = self.party(owner) if owner is not None else None
        states = [one for key in self.side(ruler) if (one := self.known(key)) and one.kind == "State"] if ruler else []
        return states[0] if len(states) == 1 else None

    def issued(self, token: Token) -> Party | None:
        """Who issued the statement, or carried it, that speaks: a statement carried by the agency."""
        if token.lemma_.lower() not in W.COUNTS | _OWN_WORDS | {"report", "communique", "footage", "article", "data"}:
            return None
        by = behind(token, "by", "from")
        by += [child for child in token.lefts if child.dep_ == "poss" and child.lower_ not in ("its", "their")]
        own = token.lemma_.lower() in _OWN_WORDS
        bodies = [child for child in token.lefts if own and child.dep_ == "compound" and child.lower_ in W.BODY_HEADS]
        abroad = any(map(country_of, token.lefts))
        if body := next(
            (party for party in map(self.party, bodies) if party and (not abroad or self.whose(party) != {party.key})), None
        ):
            return body
        if (party := next(filter(None, map(self.party, by)), None)) and (own or party.kind not in ("Person", "NewsPublisher")):
            return party
        for child in token.rights:
            if child.dep_ == "acl" and child.lemma_.lower() in W.ISSUE:
                by = [one for agent in child.children if agent.dep_ == "agent" for one in agent.children if one.dep_ == "pobj"]
                return next((party for one in by if (party := self.party(one))), None)
        return None


def _is_of_act(child: Token) -> bool:
    """Whether an adjective before a force tells of the attack whose noun stands behind it: earlier regime shelling."""
    after = child.doc[child.head.i + 1 : child.head.i + 2]
    told = any(one.lower_ in W.ATTACK_NOUNS for one in after)
    return told and child.pos_ == "ADJ" and child.lower_ not in W.NOT_OF_THE_STATE and not country_of(child)


def _owners(token: Token) -> list[Token]:
    """Whose the noun is, or the noun that it describes: Karim's government, Karim's government spokesman."""
    phrase = [token, token.head] if is_modifier(token) else [token]
    return [child for one in phrase for child in one.lefts if child.dep_ == "poss" and child.i < token.i]
