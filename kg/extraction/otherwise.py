"""Denials by what it was instead: the hospital stood empty, only fighters were killed, a gas leak caused the blast."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.doers import passive_agents
from kg.extraction.fighters import fighters
from kg.extraction.negations import is_own
from kg.extraction.phrases import around
from kg.extraction.polarity import has_negation, is_no, is_supposed
from kg.extraction.restraint import in_defence, mildly, missed, shot_in_the_air, unhurt
from kg.extraction.signs import Sign, Words

_UNUSED = frozenset({
    "empty", "abandoned", "deserted", "evacuated", "closed", "disused", "vacant", "unoccupied", "uninhabited", "derelict",
    "defunct", "vacated", "unused", "inactive",
})  # fmt: skip
_MADE_INTO = frozenset({"use", "turn", "convert", "transform", "serve", "function", "double", "repurpose"})
_CAUSED = frozenset({"cause", "trigger", "spark", "provoke"})
_CAUSING = frozenset({"result", "stem", "originate", "come", "arise"})
_MISHAPS = frozenset({
    "leak", "fault", "malfunction", "fire", "cylinder", "canister", "depot", "ammunition", "munition", "explosive", "store",
    "cache", "stockpile", "boiler", "fuel", "gas", "pipeline", "dump", "arsenal", "spark", "circuit", "negligence", "generator",
    "detonation", "feud", "quarrel", "crime", "landmine", "mine", "stampede",
})  # fmt: skip
_OUTCOME = frozenset({"result", "consequence", "outcome", "work"})
_HAPPENED = frozenset({
    "killing", "fatality", "blast", "explosion", "death", "casualty", "fire", "damage", "destruction", "collapse", "crater",
    "incident", "it",
})  # fmt: skip


def otherwise(words: Words) -> Iterator[Sign]:
    """What one who is accused says that was hit, was killed or was the cause, so that it was no attack on civilians."""
    for token in words.tokens:
        if sign := restrained(token, words):
            yield sign
            return
        if _stood_empty(token) or _made_military(token) or _is_no_site(token):
            yield words.sign("target_nature", "no civilian site", confidence=0.55, at=token)
            return
        if _only_fighters(token):
            yield words.sign("casualties", "only fighters killed", confidence=0.6, at=token)
            return
        causes = _causes(token)
        if _mishap(causes) and not _owns_up(words):
            yield Sign("attacker", "interpretive", "another cause", confidence=0.55, at=token)
            return
        if any(_is_of_others(one, words) for one in causes):
            yield Sign("attacker", "counterAccusation", "the arms of others", confidence=0.55, at=token)
            return


def restrained(token: Token, words: Words) -> Sign | None:
    """What tells that the force was less than is said, was needed, or did no harm."""
    own = token.pos_ == "VERB" and is_own(token, words.cast, words.side, words.speech.speaker) is not False
    if own and mildly(token):
        return Sign("weapon", "interpretive", "lesser arms", confidence=0.55, at=token)
    if own and shot_in_the_air(token):
        return Sign("intent", "interpretive", "shots in the air", confidence=0.55, at=token)
    if own and in_defence(token):
        return Sign("lawfulness", "justified", "self-defence", confidence=0.55, at=token)
    return next(came_to_nothing(token), None)


def came_to_nothing(token: Token) -> Iterator[Sign]:
    """What tells that nothing came of it: the bombs fell in an empty field, the school was intact."""
    if missed(token):
        yield Sign("target", "noSuchTarget", "fell elsewhere", confidence=0.55, at=token)
    elif unhurt(token):
        yield Sign("damage", "noDamage", "unhurt", confidence=0.6, at=token)


def _stood_empty(token: Token) -> bool:
    """`The hospital had long been empty`, `the school was no longer in use`; not what became of it since."""
    verb = token.head if token.dep_ in ("acomp", "oprd", "attr") else token
    if token.lower_ == "use" and token.head.lower_ == "in":
        verb = token.head.head
        if not any(one.lower_ in ("no", "not", "longer", "n't") for one in verb.subtree if one.i < token.i):
            return False
    elif token.lower_ not in _UNUSED or has_negation(verb):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    behind = (one for child in verb.rights for one in (child, *child.lefts))
    since = any(one.lower_ in ("after", "because", "following", "since", "by") for one in behind)
    return subject is not None and _is_site(subject) and not since and not is_supposed(verb)


def _is_site(noun: Token) -> bool:
    return noun.lemma_.lower() in W.SITES.keys() - {"area", "position", "militant", "fighter", "troop", "soldier"} or (
        noun.lemma_.lower() in ("yard", "courtyard", "playground", "premise", "premises", "site")
    )


def _made_military(verb: Token) -> bool:
    """`The school was used as a command post`, `served as a headquarters`, `had been turned into a base`."""
    if verb.lemma_.lower() not in _MADE_INTO or verb.pos_ != "VERB" or has_negation(verb) or is_supposed(verb):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    thing = next((child for child in verb.children if child.dep_ == "dobj"), subject)  # militants were using the school as
    users = passive_agents(verb) if thing == subject else [thing] if thing is not None else []
    made = [one for word in (verb, *users) for one in around(word, "as", "into")]
    return thing is not None and _is_site(thing) and any(map(_is_military, made))


def _is_no_site(noun: Token) -> bool:
    """`The building was not a hospital`, `it was no school`."""
    subject = next((child for child in noun.head.lefts if child.dep_ == "nsubj"), None)
    civilian = W.SITES.get(noun.lemma_.lower(), "MilitaryObjective") != "MilitaryObjective"
    said = noun.dep_ == "attr" and noun.head.lemma_ == "be" and civilian and noun.tag_ == "NN"
    if not said or subject is None or not (_is_site(subject) or subject.lower_ in ("it", "this", "building", "compound", "target")):
        return False
    return (has_negation(noun.head) or any(one.lower_ == "no" for one in noun.lefts)) and not is_supposed(noun.head)


def _is_military(noun: Token) -> bool:
    phrase = " ".join(one.lower_ for one in noun.subtree)
    return any(word in phrase for word in W.MILITARY_TARGETS)


def _only_fighters(verb: Token) -> bool:
    """`Only militants were killed`, `only terrorists died`, `killed only fighters`."""
    if verb.lemma_.lower() not in W.KILL or verb.pos_ != "VERB" or has_negation(verb):
        return False
    dying = ("nsubj", "dobj") if verb.lemma_.lower() in ("die", "perish") else ("nsubjpass", "dobj")
    for child in verb.children:
        if child.dep_ in dying and W.PEOPLE.get(child.lemma_.lower()) == "combatants":
            return any(one.lower_ in ("only", "solely", "exclusively") for one in (*child.subtree, *verb.children))
    return False


def _causes(verb: Token) -> list[Token]:
    """What is said to have brought about the blast, or the deaths: caused by a gas leak, the result of a stray shell."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX") or has_negation(verb) or is_supposed(verb):
        return []
    if lemma in _CAUSED and any(child.dep_ == "nsubjpass" for child in verb.children):
        happened = [child for child in verb.children if child.dep_ == "nsubjpass"]
        causes = [one for child in verb.children if child.dep_ == "agent" for one in child.children]
    elif lemma in _CAUSED:
        happened = [child for child in verb.children if child.dep_ == "dobj"]
        causes = [child for child in verb.children if child.dep_ == "nsubj"]
    elif lemma in _CAUSING or lemma == "be":
        happened = [child for child in verb.children if child.dep_ == "nsubj"]
        via = [child for child in verb.children if child.lower_ in ("from", "due") or child.lemma_.lower() in _OUTCOME]
        causes = [one for child in via for one in child.subtree if one.dep_ == "pobj"]
    else:
        return []
    if lemma == "be" and any(child.lemma_.lower() == "blame" and child.dep_ == "xcomp" for child in verb.children):
        return happened  # a stray rocket was to blame
    return causes if any(one.lemma_.lower() in _HAPPENED and not is_no(one) for one in happened) else []


def _mishap(causes: list[Token]) -> bool:
    """`A gas leak`, `munitions that were stored there`: nobody's attack."""
    told = {one.lemma_.lower() for cause in causes for one in cause.subtree}
    return bool(told & _MISHAPS) and not told & (W.ATTACK_NOUNS.keys() - {"explosion", "blast", "incident"})


def _owns_up(words: Words) -> bool:
    """Whether it is told of a strike of one's own, too: our missiles hit a depot, whose detonation set fire to the mall."""
    struck = (
        token for token in words.tokens if token.lemma_.lower() in W.HITTING and token.pos_ == "VERB" and not has_negation(token)
    )
    return any(is_own(token, words.cast, words.side, words.speech.speaker) for token in struck)


def _is_of_others(cause: Token, words: Words) -> bool:
    """`A Palestinian rocket that fell short`, `a roadside bomb`: not the arms of those who speak."""
    if cause.lemma_.lower() not in W.WEAPON_NOUNS.keys() | W.DEVICES:
        return False
    agents = (one for child in cause.rights if child.dep_ == "acl" for one in passive_agents(child))
    by = [party for one in agents for party in words.cast.parties_of(one)]
    theirs = fighters(cause, words.cast)[0] or by
    if theirs:
        return not any(party.key in words.side or words.side & words.cast.side(party) for party in theirs)
    planted = {one.lower_ for one in cause.lefts}
    return bool(
        planted & {"roadside", "rebel", "militant", "terrorist", "insurgent", "misfired", "errant", "homemade", "improvised"}
    )
