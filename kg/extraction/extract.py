"""The extractor: from an article to a draft annotation, stage by stage."""

import gc
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from spacy.tokens import Token

from kg import __version__
from kg.annotation.model import Annotation
from kg.annotation.values import Interval
from kg.article import Article
from kg.extraction import words as W
from kg.extraction.accused import accused_in, allies_in, leaders_of
from kg.extraction.acts import acts
from kg.extraction.afterwhom import forget_struck
from kg.extraction.agents import agents_of
from kg.extraction.bands import name_bands, unite_bands
from kg.extraction.cast import Cast
from kg.extraction.computers import Computers
from kg.extraction.denials import Rejection, rejections, told_twice
from kg.extraction.draft import Draft
from kg.extraction.entries import is_negated
from kg.extraction.findings import Findings, Metadata
from kg.extraction.forces import FIGHTING, principal
from kg.extraction.gazetteer import Places
from kg.extraction.happenings import Happening, happenings
from kg.extraction.implied import implied
from kg.extraction.known import with_known_ranks
from kg.extraction.mentions import Act
from kg.extraction.names import Names
from kg.extraction.naming import joint_countries
from kg.extraction.nlp import parser, parser_name
from kg.extraction.party import Party
from kg.extraction.personnames import last_name
from kg.extraction.placenames import place_names
from kg.extraction.polarity import is_left_open, was_none
from kg.extraction.proof import is_wanting
from kg.extraction.silences import Silence, silences
from kg.extraction.speech import Speeches
from kg.extraction.standing import standing
from kg.extraction.text import paragraphs, printed_day
from kg.extraction.tolls import Toll, tolls
from kg.extraction.truecasing import parsed_as_sentences
from kg.extraction.unreal import is_unreal
from kg.reference.reading import Reference

__all__ = ["Extractor", "Metadata"]


class Extractor:
    """Drafts annotations by rules over the parses of spaCy. To be made once a process: it loads the parser."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.names = Names(reference)
        self.places = Places(reference)
        parser()
        gc.freeze()  # what is loaded stays: the collector need not look through it again and again

    @property
    def tool(self) -> str:
        """What drafted, for provenance."""
        return f"kg {__version__} rules over {parser_name()}"

    def draft(self, article: Article, file: str, about: Metadata, on: date) -> Annotation:
        """The draft annotation of this article, each statement unreviewed, with its confidence and its method.

        `file` is the path of the article's text as the annotation will name it. Raises NotConforming where nothing is found
        that a statement could be made of.
        """
        about = _dated(about, printed_day(article.text))
        return Draft(self._findings(article, about), article, self.reference, self.places).annotation(file, about, self.tool, on)

    def _findings(self, article: Article, about: Metadata) -> Findings:
        parts = paragraphs(article.text, about.title)
        titles = sum(part.role == "title" for part in parts)
        docs = parsed_as_sentences(parts)
        cast = Cast(self.names)
        cast.read(docs)
        speeches = Speeches(cast)
        published = printed_day(article.text) or (about.published.latest if about.published else None)
        near = [code for code, _ in cast.countries.most_common(3)]
        is_place, nested = partial(self.places.is_place, near=near), partial(self.places.nested, near=near)
        places = cache(lambda number: place_names(docs[number], cast, is_place))
        found: list[Act] = []
        counted: list[Toll] = []
        silent: list[Silence] = []
        for number, doc in enumerate(docs):
            speeches.read(doc, parts[number].role == "title")
            told = acts(doc, number, cast, published, places)
            found += sorted([*told, *implied(doc, number, cast, told)], key=lambda act: act.token.i)
            tolls(doc, number, counted)
            silent += silences(doc, cast)
        counted = with_known_ranks(counted, docs, cast)
        for act in found:
            _own_up(act, speeches, cast)
        _oppose(found, speeches, cast)
        forget_struck(found, cast, lambda name: match.country if (match := self.places.find(name, near)) else None)
        speeches.settle()
        _identify(found)
        computers = Computers(docs)
        real = [act for act in found if not (is_unreal(act) or computers.made(act))]
        told_of = happenings(real, nested, published, counted, max(1, titles))
        name_bands(found, docs, cast)
        unite_bands(found, cast)
        named = frozenset(key for act in real if not was_none(act.token) for party in act.attackers for key in cast.side(party))
        blamed = accused_in(docs, cast)
        accused = named | blamed
        accused |= allies_in(docs, cast, accused) | leaders_of(accused, cast)
        spoken = [one for doc in docs for one in speeches.by_doc[id(doc)] if one.speaker.kind == "Person"]
        accused |= {one.speaker.key for one in spoken if standing(one, cast, accused) == "blamed"}
        denied: list[tuple[int, Rejection]] = []
        for number, doc in enumerate(docs):
            denied += [(number, one) for one in rejections(doc, speeches, cast, accused, [one for _, one in denied], docs[:number])]
        denied = [(number, replace(one, mute=True) if computers.meant(one.word, docs[:number]) else one) for number, one in denied]
        denied = told_twice(denied, titles, cast)
        denied += _counter_attributions(told_of, speeches, cast)
        events = [event for event in told_of if event.tells(counted)]
        return Findings(parts, docs, cast, speeches, events, counted, denied, silent, published, places, blamed)


def _dated(about: Metadata, printed: date | None) -> Metadata:
    """What is known of the article, with the day that is printed in it where no other is known that could be right."""
    known = about.published.latest if about.published else None
    if printed is None or (known is not None and printed <= known):
        return about
    return replace(about, published=Interval(earliest=printed, latest=printed, basis="inferredFromText"))


def _identify(found: Sequence[Act]) -> None:
    """`A suspect` is the one person whom the article, elsewhere, names as the attacker."""
    persons = {party.key: party for act in found for party in act.attackers if party.kind == "Person"}
    named = [party for party in persons.values() if last_name(party.label)[:1].isupper()]
    if len(named) == 1:
        for act in found:
            act.attackers = [named[0] if party.kind == "Person" else party for party in act.attackers]


def _own_up(act: Act, speeches: Speeches, cast: Cast) -> None:
    """Notes as attacker the force that itself admits an attack of which nobody else is said to be the author."""
    holding = [one for one in speeches.by_doc[id(act.token.doc)] if act.token.i in one.content]
    inner = min(holding, key=lambda one: (len(one.content), one.lemma not in W.ADMIT), default=None)
    if inner is not None and act.implied and act.token.dep_ == "dobj" and act.token.head == inner.cue:
        act.claimed = False  # who claims it is known as who says it
    told = inner is not None and inner.lemma == "acknowledge" and act.token.head == inner.cue  # it may be of an attack on its own
    struck = any(one.dep_ == "poss" and one.lower_ in ("its", "their", "our") for one in act.token.subtree)
    if inner and not (act.attackers or told or struck) and inner.lemma in W.ADMIT:
        block = inner.speaker.block
        direct = act.token.dep_ in ("dobj", "pobj") and inner.cue in (act.token.head, _role(act.token).head)
        bodies = [one for key in (block.speaks_for if block and direct else ()) if (one := cast.known(key))]
        act.attackers = [principal(one, cast) for one in (inner.speaker, *bodies) if one.kind in FIGHTING][:1]


def _role(attack: Token) -> Token:
    """The part in the attack that somebody may admit: responsibility for it, a role in it; else the attack."""
    noun = attack.head.head
    return noun if noun.lemma_.lower() in W.ANSWERABLE and noun.dep_ == "dobj" else attack


def _oppose(found: Sequence[Act], speeches: Speeches, cast: Cast) -> None:
    """Notes who the enemy is that is said to have attacked: the one attacker who is not on the side of who speaks."""
    named = {party.key: party for act in found for party in act.attackers if party.kind in FIGHTING}
    for act in found:
        chain = speeches.of(act.token) if act.enemy and not act.attackers else []
        side = cast.side(chain[-1].speaker) if chain else frozenset()
        others = [party for party in named.values() if not side & cast.side(party)]
        if chain and len(others) == 1:
            act.attackers = others


def _is_another_barrage(act: Act) -> bool:
    """Whether it is told how many were fired: what the enemy fired otherwise is not what one is accused of."""
    return any(child.dep_ == "nummod" for one in act.token.children if one.dep_ in ("dobj", "nsubjpass") for child in one.children)


_TROOPS = frozenset(
    {"base", "troop", "force", "army", "position", "soldier", "post", "outpost", "personnel", "military", "warship"}
)


def _is_on_themselves(act: Act, speaker: Party, cast: Cast) -> bool:
    """Whether it is an attack on the speaker's own forces: who tells of that has not denied one on others.

    They may be those of a source of whom it is not told whose it is.
    """
    armed = (target.token for target in act.targets if target.token.lemma_.lower() in _TROOPS)
    whose = {cast.names.states[code] for token in armed for code in joint_countries(token)}
    return bool(whose and (whose & cast.side(speaker) or cast.whose(speaker) == {speaker.key}))


def _tells_of_own(act: Act, speeches: Speeches, cast: Cast) -> bool:
    """Whether it is one of their side who tells what they did: an officer said that commandos had stormed the cafe."""
    chain = speeches.of(act.token)
    side = cast.side(chain[-1].speaker) if chain else frozenset[str]()
    return any(party.key in side or side & cast.side(party) for party in act.attackers)


def _counter_attributions(events: Sequence[Happening], speeches: Speeches, cast: Cast) -> list[tuple[int, Rejection]]:
    """Denials by blaming another: one who was accused of an attack before says that somebody else did it."""
    made: list[tuple[int, Rejection]] = []
    told = sorted(((act.doc, act.token.i, act, event) for event in events for act in event.acts), key=lambda one: one[:2])
    for *_, act, event in told:
        chain = speeches.of(act.token)
        if not chain or not act.attackers or event.campaign or chain[-1].lemma in W.DENY_VERBS:
            continue
        side = cast.side(chain[-1].speaker)
        laid = [one for one in event.acts if one.sentence < act.sentence and not _tells_of_own(one, speeches, cast)]
        before = frozenset(party.key for one in laid for party in one.attackers)
        own = any(head.lower_ in ("it", "we", "i") for head in agents_of(act.token))  # what one says that one did oneself
        left = is_left_open(chain[-1].cue)  # refused to blame the rebels
        if own or left or _is_another_barrage(act) or is_negated(act.token) or any(map(is_wanting, act.token.ancestors)):
            continue
        beside = [one for *_, one, _ in told if one.token.sent == act.token.sent and one is not act]
        if _is_on_themselves(act, chain[-1].speaker, cast) or any(_tells_of_own(one, speeches, cast) for one in beside):
            continue  # nor who tells in the same breath what their own side did
        others = not any(party.key in side | before or side & cast.side(party) for party in act.attackers)
        if others and standing(chain[-1], cast, before) == "blamed":
            content = frozenset(range(act.token.sent.start, act.token.sent.end))
            made.append((act.doc, Rejection(chain[-1], "attacker", "counterAccusation", False, content, "blames another", 0.6)))
    return made
