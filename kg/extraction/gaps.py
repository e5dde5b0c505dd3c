"""Denials that stand beside what they deny: `which Moscow denies`, `its denial of the killings`, `repeated those denials`."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.accused import charge_of, is_fighting
from kg.extraction.anaphora import antecedent, by_pronoun
from kg.extraction.cast import Cast
from kg.extraction.denialnouns import Gap, by_noun, is_thing
from kg.extraction.forces import FIGHTING
from kg.extraction.party import Party
from kg.extraction.polarity import has_negation, is_left_open, objects_of
from kg.extraction.speakers import speakers_of, subject_of
from kg.extraction.speech import Speech

_CHARGES = W.ACCUSATION_NOUNS | {"something", "thing"}
DOUBTING = ("question", "challenge", "doubt", "query")


def gaps(doc: Doc, cast: Cast) -> Iterator[Gap]:
    """The denials of a document that no clause or object follows."""
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in W.DENY_VERBS and token.tag_ == "VBN" and _said_of(token) is not None:
            yield from _passive(token, cast)
        elif lemma in W.DENY_VERBS and token.pos_ == "VERB" and not follows(token):
            yield from _relative(token, cast)
        elif lemma in W.DENY_VERBS and (token.dep_ == "pcomp" or _opens(token)) and not is_left_open(token):
            yield from _after_denying(token, cast)
        elif lemma in ("rule", "distance") and token.pos_ == "VERB" and not is_left_open(token):
            yield from _disowning(token, cast)
        elif lemma in DOUBTING and token.pos_ == "VERB" and not is_left_open(token):
            yield from _doubting(token, cast)
        elif lemma == "innocence" and token.dep_ == "dobj" and token.head.lemma_.lower() in _PROTESTING:
            for speaker in speakers_of(token.head, cast):
                yield Gap(Speech(speaker, token.head, frozenset(), "protests innocence"), only_accused=True, bare=True)
        elif lemma == "denial" and token.pos_ == "NOUN":
            yield from by_noun(token, cast)


_PROTESTING = W.REPEATING | {"protest", "plead", "proclaim", "profess", "assert", "declare"}


def follows(verb: Token) -> bool:
    """Whether what is denied follows the verb of denial, or whether nothing is."""
    own = subject_of(verb) if verb.dep_ == "relcl" and verb.head.lemma_.lower() in _CHARGES else None
    if own is not None and own.tag_ not in ("WDT", "WP"):
        return False  # an accusation the army has denied, whatever comes then
    return any(one.i > verb.i or one.dep_ == "nsubjpass" for one in objects_of(verb)) or any(
        child.dep_ in ("neg", "auxpass") for child in verb.children
    )


def _relative(verb: Token, cast: Cast) -> Iterator[Gap]:
    """`A school, which Damascus denies`; `a charge the army rejects`."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ in ("WDT", "WP"):
        return
    first = subject.left_edge.i
    mark = next(
        (
            one
            for one in reversed(verb.doc[max(verb.sent.start, first - 5) : first])
            if one.lower_ == "which" or one.lemma_.lower() in _CHARGES
        ),
        None,
    )
    if mark is None or any(child.dep_ == "dobj" and child.tag_ != "WDT" and child.i > verb.i for child in verb.children):
        return  # a report that it rejected requests
    content = frozenset(_beside(verb, mark))
    role = subject.lemma_.lower() in W.KINDS_MEANT and any(child.lower_ == "the" for child in subject.children)
    one = _one(subject, verb, cast) if subject.pos_ == "PRON" or role else None
    speakers = [one] if one else cast.parties_of(subject)
    charge = verb.head if verb.dep_ == "relcl" and verb.head.lemma_.lower() in W.HEARSAY else mark
    told = any(verb.doc[i].pos_ == "VERB" and verb.doc[i].lemma_.lower() not in W.SAY for i in content)
    bare = charge.lemma_.lower() in W.HEARSAY and not told
    for speaker in speakers if content else ():
        yield Gap(Speech(speaker, verb, content, f"relative {verb.lemma_.lower()}"), outside=True, bare=bare)


def _said_of(verb: Token) -> Token | None:
    """The accusation of which it is told that it was denied by somebody: a charge dismissed by, claims that were denied by."""
    if not _by_whom(verb):
        return None
    thing = verb.head if verb.dep_ in ("acl", "relcl") else None
    relative = verb.dep_ != "relcl" or any(child.dep_ == "nsubjpass" and child.tag_ in ("WDT", "WP") for child in verb.children)
    return thing if thing is not None and relative and thing.lemma_.lower() in _CHARGES else None


def _by_whom(verb: Token) -> list[Token]:
    """Who does it, by the parser even where a label stands in between: dismissed as exaggerated by Mali."""
    labels = [one for child in verb.children if child.lower_ == "as" for one in child.children]
    agents = [child for one in (verb, *labels) for child in one.children if child.dep_ == "agent"]
    return [one for child in agents for one in child.children if one.dep_ == "pobj"]


def _passive(verb: Token, cast: Cast) -> Iterator[Gap]:
    """`An accusation dismissed as absurd by the minister`: who is behind `by` denies what was said before, or in it."""
    thing = _said_of(verb)
    agents = _by_whom(verb)
    if thing is None or not agents or has_negation(verb):
        return
    own = {one.i for child in thing.children if child.dep_ in ("acl", "ccomp") and child != verb for one in child.subtree}
    own |= {one.i for child in thing.children if child.lower_ in ("of", "about") for one in child.subtree}
    content = frozenset(own) or frozenset(_beside(verb, thing.doc[thing.left_edge.i]))
    bare = not content
    for speaker in cast.parties_of(agents[0]):
        yield Gap(Speech(speaker, verb, content, f"passive {verb.lemma_.lower()}"), only_accused=bare, outside=True, bare=bare)


def _opens(verb: Token) -> bool:
    """`Denying responsibility, the army blamed the rebels`."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i < verb.head.i


def _after_denying(verb: Token, cast: Cast) -> Iterator[Gap]:
    """`A day after denying the attack`: who denied it is who does what the sentence tells."""
    content = frozenset(one.i for child in verb.children if child.dep_ in ("dobj", "ccomp", "xcomp") for one in child.subtree)
    for above in verb.ancestors:
        speakers = [party for party in speakers_of(above, cast) if is_fighting(party, cast)] if above.pos_ == "VERB" else []
        if speakers and content:
            yield Gap(Speech(speakers[0], verb, content, "after denying"), outside=is_thing(verb.doc, content))
            return


def _disowning(verb: Token, cast: Cast) -> Iterator[Gap]:
    """`Ruled out any involvement`, `distanced itself from the attack`."""
    beside = {child.lower_ for child in verb.children}
    below = (child for child in verb.rights if child.dep_ in ("dobj", "ccomp") or child.lower_ == "from")
    content = frozenset(one.i for child in below for one in child.subtree)
    lemmas = {verb.doc[i].lemma_.lower() for i in content}
    done = lemmas & ({"use"} | W.ANSWERABLE | W.ATTACK_NOUNS.keys() | W.KILL | W.FORCE)
    clause = any(child.dep_ == "ccomp" for child in verb.children)
    arms = "use" in lemmas and bool(lemmas & W.WEAPON_NOUNS.keys() | (lemmas & {"weapon", "munition", "force"}))
    out = "out" in beside and (clause or arms or bool(lemmas & W.ANSWERABLE))
    away = "from" in beside and bool(beside & {"itself", "themselves", "himself"})
    if done and (out or away):
        for speaker in speakers_of(verb, cast):
            yield Gap(Speech(speaker, verb, content, "rules out" if out else "distances itself"), only_accused=not out)


def _doubting(verb: Token, cast: Cast) -> Iterator[Gap]:
    """`Questioned the toll`: what others count or conclude; `challenged them to produce evidence`."""
    for child in verb.children:
        lemma, thing = child.lemma_.lower(), child.dep_ == "dobj"
        asks = child.dep_ in ("xcomp", "ccomp") and verb.lemma_.lower() == "challenge" and _is_proving(child)
        counts = thing and lemma in ("toll", "figure", "number", "count", "finding", "claim", "report")
        if asks or counts or (thing and lemma in TRUSTWORTHY):
            method = f"verb {verb.lemma_.lower()}" if counts else "challenge of evidence" if asks else "doubts credibility"
            for speaker in speakers_of(verb, cast):
                content = frozenset(one.i for one in child.subtree)
                yield Gap(Speech(speaker, verb, content, method), only_accused=True, outside=counts)


def _is_proving(verb: Token) -> bool:
    return any(child.dep_ == "dobj" and child.lemma_.lower() in ("evidence", "proof", "name", "fact") for child in verb.children)


TRUSTWORTHY = frozenset({
    "credibility", "authenticity", "reliability", "veracity", "accuracy", "objectivity", "impartiality", "motive", "methodology",
    "truth",
})  # fmt: skip
"""What one questions of those whom one does not believe."""


def _one(pronoun: Token, verb: Token, cast: Cast) -> Party | None:
    """Whom `it` or `they` means: who is accused in the same sentence, else the last who spoke."""
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.lemma_.lower() == "accuse":
            accused = next((child for child in token.children if child.dep_ in ("dobj", "nsubjpass")), None)
            noun = antecedent(accused) if accused is not None and accused.tag_ in ("WDT", "WP") else accused
            return cast.party(noun) if noun is not None else None
    for token in verb.doc[verb.sent.start : verb.i]:
        party = cast.party(token) if token.dep_ == "nsubj" and token.pos_ == "PROPN" else None
        if party and party.kind in FIGHTING:
            return party
    return by_pronoun(pronoun.lower_, cast.heard.before(pronoun)) if pronoun.pos_ == "PRON" else None


def _beside(verb: Token, mark: Token) -> set[int]:
    """The tokens of what is denied, beside which the denial stands."""
    before = verb.doc[verb.sent.start : mark.i]
    for token in reversed(before):
        if token.lemma_.lower() in ("accuse", "suspect") and (charge := charge_of(token)):
            return {one.i for one in charge if one.i < mark.i}
    if mark.lemma_.lower() in _CHARGES:
        own = {one.i for one in mark.subtree if one.i < verb.i} - {mark.i}
        if any(verb.doc[i].pos_ == "VERB" for i in own):
            return own
    return {one.i for one in before if not one.is_punct}
