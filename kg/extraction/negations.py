"""Negated acts: what one who is accused says was not done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import set_aside
from kg.extraction.anaphora import claimant
from kg.extraction.cast import Cast
from kg.extraction.components import components_of, text_of, without_asides
from kg.extraction.fighters import fighters
from kg.extraction.naming import is_materiel, joint_countries
from kg.extraction.party import Party
from kg.extraction.phrases import behind
from kg.extraction.polarity import has_negation, is_neither, is_no, is_supposed
from kg.extraction.reach import own_materiel, reach_of
from kg.extraction.signs import Sign, Words
from kg.extraction.sites import site_of
from kg.extraction.unaware import unknowing, unknown
from kg.extraction.undone import COMING, did_so, is_partaking, materiel_did, of_force
from kg.extraction.unsaid import is_unsaid, only_adds, only_compares, tells_of_time, tells_whom

_GOES_ON = frozenset({"change", "respite", "end", "letup", "difference", "surprise", "coincidence", "choice", "hope"})
"""What there is none of where all goes on as before: no change, no respite."""
_NONE = ("no", "none", "nobody", "never", "nowhere", "neither", "nothing", "nor")
_OURS = frozenset({"we", "i", "it", "they", "he", "our", "its", "their", "us"})


def negated_acts(words: Words) -> Iterator[Sign]:
    """What is said not to have been done, harmed, used, or known of."""
    inside = {token.i for token in words.tokens}
    seen: set[int] = set()
    conceded = words.speech.lemma in W.ADMIT
    for token in words.tokens:
        if not _negates(token) or tells_whom(token) or only_compares(token) or only_adds(token):
            continue
        if is_set_against(token) or _sets_aside(token):
            continue  # targets fighters and not towns: what is struck is told
        if token.lower_ == "no" and token.head.lemma_.lower() in _GOES_ON:
            continue
        if token.i and token.nbor(-1).lower_ == "need":
            continue  # the plant need not be stormed
        if token.dep_ == "neg" and any(child.lower_ == "yet" and child.i > token.i for child in token.head.lefts):
            continue  # what they have not yet hit
        verb = token.head if token.head != token else token
        while verb.pos_ not in ("VERB", "AUX") and not _is_predicate(verb) and verb.head != verb:
            verb = verb.head
        if verb.dep_ == "acomp":
            verb = verb.head  # was not at all involved
        if verb.i in seen or verb.i not in inside or is_unsaid(verb) or tells_of_time(verb):
            continue
        if words.blamed and _is_no_aim(token) and is_own(verb.head, words.cast, words.side, words.speech.speaker) is not False:
            seen.add(verb.i)
            yield words.sign("intent", "not for that purpose", at=verb)
            continue
        if is_supposed(verb):
            seen.add(verb.i)
            yield from _would_never(verb, token, words)
            continue
        seen.add(verb.i)
        clause = _not_accepted(verb)
        verbs = [clause if clause is not None else verb, *(verb.conjuncts if token.lower_ == "neither" else ())]
        signs = (sign for one in verbs for sign in _of_verb(one, token, words, inside))
        # who concedes an attack can still reject that it was meant, not that it was made
        yield from (sign for sign in signs if not conceded or sign.component in ("intent", "lawfulness"))


def _is_no_aim(negation: Token) -> bool:
    """Whether another aim is told first, and harm was none: chosen to show what it can do, not to kill."""
    verb, before = negation.head, negation.doc[max(negation.i - 1, 0)]
    aim = any(child.lower_ == "to" and child.dep_ == "aux" and child.i > negation.i for child in verb.lefts)
    return aim and before.lower_ in (",", "and") and verb.lemma_.lower() in W.KILL | W.INJURE | {"harm", "hurt"}


def is_set_against(negation: Token) -> bool:
    """Whether a target is negated beside the one that is told: hits militants and not villagers, a base, not a school."""
    noun = negation.head
    named = noun.pos_ in ("NOUN", "PROPN") and noun.dep_ != "nsubj"
    beside = negation.lower_ == "not" and named and (noun.dep_ == "conj" or noun.i < negation.i)
    return beside and any(one.lemma_.lower() in ("target", "strike", "hit", "attack", "bomb", "aim") for one in noun.ancestors)


def _sets_aside(negation: Token) -> bool:
    """Whether it tells beside who did it that it was not others: militants, not its planes, hit it."""
    noun = negation.head
    if any(set_aside(child) == noun for child in noun.rights if child.dep_ == "relcl"):
        return True
    others = (set_aside(verb) for verb in noun.ancestors)
    return noun.dep_ == "nsubj" and any(one is not None and negation.i in (one.i - 2, one.i - 1) for one in others)


def _not_accepted(verb: Token) -> Token | None:
    """What is not accepted to be so: `we do not believe that our planes hit the camp`."""
    if verb.lemma_.lower() not in ("accept", "believe", "think", "agree", "recognise", "recognize"):
        return None
    return next((child for child in verb.children if child.dep_ == "ccomp"), None)


def _would_never(verb: Token, negation: Token, words: Words) -> Iterator[Sign]:
    """`We would never attack a camp`: that it was meant is rejected."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if negation.lower_ != "never" or "would" not in helpers:
        return
    meant = [verb, *(one for one in verb.subtree if one.dep_ in ("xcomp", "conj"))]
    arms = any(one.lemma_.lower() == "use" for one in meant) and _banned(verb)
    if (arms or any(one.lemma_.lower() in W.FORCE for one in meant)) and (
        words.blamed or is_own(verb, words.cast, words.side, words.speech.speaker)
    ):
        yield words.sign("weapon" if arms else "intent", "would never", "general", at=verb)


def _banned(verb: Token) -> bool:
    such = (f"such {arms}" for arms in ("weapon", "munition", "arms", "substance", "agent", "gas"))
    return any(arm in text_of(verb.subtree) for arm in (*W.BANNED_WEAPONS, "poison gas", *such))


def _is_predicate(token: Token) -> bool:
    """Whether a word that is taken for no verb has a subject as a verb has it."""
    return any(child.dep_ == "nsubjpass" for child in token.children)


def _negates(token: Token) -> bool:
    if token.lower_ == "no" and token.doc[min(token.i + 1, len(token.doc) - 1)].text == "-":
        return False  # no-go areas
    if token.lower_ == "unaware" and token.dep_ == "acomp":
        return True
    return token.dep_ == "neg" or (token.lower_ in _NONE and token.pos_ in ("DET", "ADV", "PRON", "NOUN", "CCONJ"))


def _of_verb(verb: Token, negation: Token, words: Words, inside: set[int]) -> Iterator[Sign]:
    beyond = (one for child in verb.children if child.lower_ in ("in", "open") for one in child.children if one.dep_ == "pobj")
    if any(one.lemma_.lower() in W.GROUNDS and one.dep_ == "dobj" for one in verb.children):
        return
    if negation.head.lemma_.lower() in W.GROUNDS | _BEYOND or any(one.lemma_.lower() in _BEYOND for one in beyond):
        return  # who has no proof that it was done has not said that it was not; who has no doubt, that it was
    said = without_asides([one for one in verb.subtree if one.i in inside])
    clause = (child for child in verb.children if child.dep_ != "conj")
    if any(one.lower_ in ("until", "till") for child in clause for one in child.subtree):
        return  # what was not so until then has been so since
    own = is_own(verb, words.cast, words.side, words.speech.speaker)
    if unknowing(verb, said):
        component = unknown(verb, said) if own or words.blamed else None
        if component is not None:
            yield words.sign(component, "not aware", confidence=0.6, at=verb)
        return
    if _is_open(verb):
        return
    if own and words.blamed and _meant_for_harm(verb):
        yield words.sign("intent", "not for that purpose", at=verb)
        return
    ours = bool(own) and words.blamed and did_so(verb) and not any(child.lower_ == "so" for child in verb.rights)
    if own is False or not (ours or of_force(verb, negation, said)):
        return
    if any(_is_own_death(one, words) for one in said) or (own is None and _others_did_not(verb)):
        return
    if own is None and verb.lemma_.lower() == "involve" and all(child.dep_ != "auxpass" for child in verb.children):
        return  # the test did not involve long-range missiles
    if own is None and is_partaking(verb, said) and (verb.dep_ in ("conj", "xcomp") or any(map(_is_subject, verb.children))):
        return  # the suspects had no links to others
    if own is None and not words.blamed and not (words.suspect and (_insists(words) or _nobody_did(verb, said))):
        return
    reach = reach_of(verb, said)
    told = frozenset(one.i for one in said) if _beside_own(verb, inside) else frozenset[int]()
    struck = bool(told) and any(site_of(one) for one in said if one.dep_ == "dobj" and one.head == verb)
    for component in components_of(said):
        yield replace(
            words.sign("target" if struck and component == "attacker" else component, "negated act", reach, at=verb), told=told
        )


def _is_subject(word: Token) -> bool:
    return word.dep_ in ("nsubj", "nsubjpass")


def _is_own_death(noun: Token, words: Words) -> bool:
    """Whether it is their own dead of whom it is told that there were none: no US deaths in the US raid."""
    dead = noun.lemma_.lower() in W.CASUALTY | W.KILLING_NOUNS | {"death", "injury"}
    return dead and any(words.cast.names.states[code] in words.side for code in joint_countries(noun))


def _others_did_not(verb: Token) -> bool:
    """Whether somebody else, or something, is the subject of a verb that tells what was not done: what does not kill you."""
    subject = next((one for one in verb.lefts if one.dep_ == "nsubj"), None)
    if subject is None or verb.lemma_ == "be" or own_materiel(subject) or is_no(subject):
        return False
    named = subject.lemma_.lower() in W.ATTACK_NOUNS.keys() | W.WEAPON_NOUNS.keys() | W.PEOPLE.keys() | W.KILLING_NOUNS
    return subject.lower_ in ("what", "you", "who", "that", "which") or (subject.ent_type_ == "PERSON" and not named)


def _beside_own(verb: Token, inside: set[int]) -> bool:
    """Whether the same side says in the same breath that it struck: bombed the town but hit no hospital."""
    struck = verb.head
    own = not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    told = struck.i in inside and struck.pos_ == "VERB" and not (has_negation(struck) or is_neither(verb) or is_supposed(struck))
    return verb.dep_ == "conj" and own and told and struck.lemma_.lower() in W.ATTACK_VERBS


_BEYOND = frozenset({"doubt", "question", "secret", "dispute", "denying", "mistake", "suggestion"})


def _nobody_did(verb: Token, said: Sequence[Token]) -> bool:
    """Whether it is said that an attack was not made by anybody: no bombs were dropped, there was no air strike.

    Whom nobody accuses may else tell of an attack by others, in which nobody came to harm, or a shell did not go off.
    """
    if verb.lemma_.lower() == "be" or materiel_did(verb):
        return bool({"occurrence", "target_nature"} & set(components_of(said))) or (materiel_did(verb) and not _was_hit(verb))
    passive = any(child.dep_ == "nsubjpass" for child in verb.children) and not any(
        child.dep_ == "agent" for child in verb.children
    )
    return passive and not _was_hit(verb) and "casualties" not in components_of(said)


def _insists(words: Words) -> bool:
    """Whether it is said against what others say: insists that there were no civilian casualties."""
    return words.suspect and words.speech.lemma in ("insist", "maintain", "contend", "assert")


def _was_hit(verb: Token) -> bool:
    """Whether it is one's own troops or arms that something was, or was not, done to."""
    done = verb.lemma_.lower() in W.HITTING | W.KILL | W.INJURE | {"shoot", "down", "lose"}
    return done and any(child.dep_ == "nsubjpass" and own_materiel(child) for child in verb.children)


def _meant_for_harm(verb: Token) -> bool:
    """`We did not act to start a war`, `they did not fire to kill`: it is the purpose that is rejected, not the act."""
    aims = [one.head for one in verb.subtree if one.lower_ == "to" and one.dep_ == "aux" and one.head.head == verb]
    meant = {one.lemma_.lower() for aim in aims if aim.dep_ in ("xcomp", "advcl") for one in aim.subtree}
    return bool(meant & (W.KILL | W.INJURE | _ILL_WILL)) and verb.lemma_.lower() in W.FORCE | {"take", "act", "do", "go", "come"}


_ILL_WILL = frozenset(
    {"war", "harm", "provoke", "escalate", "escalation", "conflict", "civilian", "punish", "terrorise", "terrorize"}
)


def is_of_own(words: Words) -> bool:
    """Whether all that is told in these words may be the speaker's own side's doing."""
    verbs = [token for token in words.tokens if token.pos_ in ("VERB", "AUX")]
    return all(is_own(verb, words.cast, words.side, words.speech.speaker) is not False for verb in verbs)


def is_own(verb: Token, cast: Cast, side: frozenset[str], speaker: Party) -> bool | None:
    """Whether it is the speaker's own side that is said not to have done it; None where nobody is named."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) and verb.lemma_.lower() not in _PARTAKING:
        agents = [one for child in verb.children if child.dep_ == "agent" for one in child.children if one.dep_ == "pobj"]
        doers = agents or [child for child in verb.children if child.dep_ == "nsubjpass" and own_materiel(child)]
    elif verb.lemma_.lower() in COMING:
        doers = behind(verb, "from")
    else:
        doers = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        if not doers and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
            return is_own(verb.head, cast, side, speaker)
    doers += [one for arms in doers if is_materiel(arms) for one in behind(arms, "of")]
    for doer in doers:
        if doer.lower_ in ("what", "whatever"):
            return None
        clauses = ("relcl", "acl")  # rebels who attacked our base are not ours
        around = {doer.lower_, *(one.lower_ for child in doer.children if child.dep_ not in clauses for one in child.subtree)}
        if doer.lemma_.lower() in W.ENEMIES | {"target", "victim", "suspect"}:
            return False  # the targets of our raids
        if any(child.lower_ == "his" for child in doer.lefts) and speaker.kind in ("Person", "UnnamedSource"):
            return True
        if (doer.pos_ == "PRON" and doer.lower_ in _OURS) or around & {"our", "its", "their", "us"}:
            return True
        bare = not any(one.dep_ != "det" for one in doer.lefts) and doer.lemma_.lower() in ("officer", "policeman", "leadership")
        if bare and speaker.kind not in ("ArmedGroup", "MonitoringGroup"):
            return True
        theirs = [cast.names.states[code] for code in joint_countries(doer)]
        if theirs:
            return any(key in side for key in theirs)
        parties = fighters(doer, cast)[0] + [party for party in (cast.party(doer),) if party]
        if parties:
            return any(party.key in side or side & cast.side(party) for party in parties)
    return None


_PARTAKING = frozenset({"involve", "implicate", "connect", "link"})
"""What somebody is who had a part in it: their subject is who would have done it."""


def _is_open(verb: Token) -> bool:
    """Whether it is only said that something is not known: it was not clear who was behind the attack."""
    told = (one for child in verb.children if child.dep_ in ("acomp", "attr") for one in (child, *child.lefts))
    clear = any(one.lemma_.lower() in _CLEAR for one in told)
    return clear or verb.lemma_.lower() in ("confirm", "verify", "determine", "establish", "identify", "comment", "rule")


_CLEAR = frozenset({"clear", "certain", "sure", "evident", "obvious", "known", "possible"})


def is_about_own(told: Sequence[Token], cast: Cast, speaker: Party) -> bool | None:
    """Whether what is told is the doing of the speaker's own side, or of others alone; None where it is not told whose."""
    side = cast.side(speaker)
    if any(token.pos_ == "PRON" and claimant(token) is not None for token in told):
        return False  # whoever claims it speaks of their own deed
    struck = (token for token in told if token.dep_ in ("dobj", "nsubjpass") and own_materiel(token))
    if any(cast.names.states[code] in side for token in struck for code in joint_countries(token)):
        return False
    whose = [is_own(token, cast, side, speaker) for token in told if token.pos_ in ("VERB", "AUX")]
    makers = (fighters(token, cast)[0] for token in told if token.lemma_.lower() in W.ATTACK_NOUNS)
    whose += [any(party.key in side or side & cast.side(party) for party in made) for made in makers if made]
    return True if True in whose else False if False in whose else None
