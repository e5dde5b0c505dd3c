"""Mentions of attacks that are none: feared, planned, or spoken of in general."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.demands import is_to_end
from kg.extraction.extent import goes_on
from kg.extraction.listed import is_listed
from kg.extraction.mentions import Act, is_verb
from kg.extraction.notions import almost_led, is_idea, is_if_proved, is_joined_to_if
from kg.extraction.polarity import came_about, is_none, nobody_did, was_able
from kg.extraction.restraint import shot_in_the_air
from kg.extraction.tocome import calls_off, helped, is_feared_dead, is_inverted, is_proposed, is_to_come, is_worry
from kg.extraction.whens import ANSWERING

_SUPPOSED = frozenset({"would", "could", "might", "should", "if", "unless", "whether"})
_TO_COME = frozenset({"may", "can", "will", "must", "shall", "wo", "ca"})
_DONE = frozenset({
    "use", "send", "fire", "continue", "begin", "start", "proceed", "manage", "appear", "seem", "help", "go", "return", "take",
    "turn", "resume", "come", "fly",
})  # fmt: skip
"""Verbs after which what stands with `to` was done, too: they used drones to bomb the port."""
_MEANS = frozenset({
    "base", "hub", "platform", "springboard", "pretext", "excuse", "ability", "capacity", "capability", "potential", "call",
    "alert", "prepare", "preparation", "ready", "brace", "target", "way",
})  # fmt: skip
_EVERY = frozenset({"any", "every", "no", "all", "future", "potential", "possible"})
_FEARED = frozenset({
    "no", "any", "future", "potential", "possible", "planned", "imminent", "impending", "looming", "threatened", "expected",
    "simulated", "mock", "attempted", "planning", "plotting", "foiled", "thwarted", "would-be", "hypothetical", "opposed",
})  # fmt: skip
_LASTING = frozenset({"continue", "persist", "resume", "end", "stop", "last"})
"""What can only be said of what has begun: the campaign would go on."""
_SHELTER = frozenset(
    {"seek", "protect", "shield", "shelter", "defend", "hide", "safe", "immune", "refuge", "protection", "deterrence"}
)
_RULES = frozenset({"crime", "violation", "breach", "unacceptable", "illegal", "unlawful", "wrong", "common", "frequent", "rare"})


def is_unreal(act: Act) -> bool:
    """Whether the attack is only feared, threatened, planned or supposed, or attacks are spoken of in general."""
    if act.spoken or any(child.lower_ == "sexual" for child in act.token.lefts):
        return True
    in_air = shot_in_the_air(act.token) or (act.token.lemma_.lower() == "shot" and shot_in_the_air(act.token.head))
    supposed = _is_supposed(act.token) and not (_is_of_doubtful_author(act) or is_to_end(act))
    return in_air or _is_asked(act.token) or supposed or _is_aim(act) or _is_general(act) or is_listed(act.token)


def _is_asked(token: Token) -> bool:
    """Whether it is asked if it took place; who asks how the attacks came about takes them for granted."""
    if not any(one.text == "?" for one in token.doc[token.i : token.sent.end]):
        return False
    return is_verb(token) or not any(one.tag_ in ("WRB", "WP", "WDT") for one in token.doc[token.sent.start : token.i])


def _is_supposed(token: Token) -> bool:
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in _LASTING and any(child.lower_ == "the" for child in token.lefts):
        return False
    for one in (token, *token.ancestors):
        if one.sent.start != token.sent.start:
            break
        if (one.dep_ == "pcomp" and one.head.lower_ in _TOLD_BESIDE) or _is_answered(one) or came_about(one) or is_feared_dead(one):
            break
        if one == token and (goes_on(token) or _is_raised(token)):
            break
        if one.dep_ in ("acl", "prep") and one.head.lemma_.lower() in _CHANTED:
            return True
        if one.dep_ == "pcomp" and one.head.lower_ in ("without", "like"):
            return True
        if any(child.lower_ in _SUPPOSED and child.dep_ in ("aux", "mark") for child in one.children) or is_inverted(one):
            return True
        if one.tag_ == "VB" and one.dep_ == "xcomp" and (one.head.lemma_.lower() == "need" or _is_going_to(one.head)):
            return True
        if one.dep_ == "pcomp" and one.head.head.lower_ in ("capable", "incapable", "tasked"):
            return True
        ahead = one != token and one.i < token.i
        if ahead and (one.lemma_.lower() in W.UNREAL or calls_off(one, token) or is_to_come(one, token)):
            return True
        if ahead and is_proposed(one, token):
            return True
        if is_idea(one) or is_if_proved(one) or is_joined_to_if(one) or almost_led(one):
            return True
        beside = one.head if one.dep_ == "conj" and one.head.dep_ == "advcl" else one
        if beside.dep_ == "advcl" and one.tag_ == beside.tag_ == "VBG" and beside.i > beside.head.i:
            above = beside.head
            verbs = [above, *(up for up in above.ancestors if above.dep_ in ("xcomp", "conj") and up.pos_ == "VERB")][:2]
            to_come = any(child.lower_ in ("will", "would", "wo") and child.dep_ == "aux" for up in verbs for child in up.lefts)
            return to_come or (above.dep_ == "xcomp" and above.head.lemma_.lower() in _AIMING)
        if one.dep_ in ("ccomp", "relcl", "ROOT", "advcl", "conj") and one.pos_ == "VERB":
            break
        if (one.dep_ == "pcomp" and one.head.lower_ in ("after", "since")) or _was_done(one, token):
            break
    if (
        is_verb(token)
        and any(child.dep_ == "neg" for child in token.children)
        and any(child.lower_ in ("do", "does", "never") for child in token.children)
    ):
        return True
    verb = token if is_verb(token) else token.head
    if (verb == token or (token.dep_ == "dobj" and verb.lemma_.lower() in W.CARRY_OUT)) and any(map(nobody_did, helped(verb))):
        return True
    if token.dep_ == "attr" and is_worry(token.head):
        return True
    before = {child.lower_ for child in token.lefts}
    if before & {"that", "such"} and any(_is_if(one) and one.i < token.i for one in token.sent):
        return True
    return (bool(before & _FEARED) and "further" not in before) or is_none(token)


def _is_going_to(verb: Token) -> bool:
    """Whether it tells that something will be done: is going to target schools."""
    return verb.lower_ == "going" and any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.lefts)


def _is_raised(token: Token) -> bool:
    """Whether it is what was done that is to be spoken of: would raise a reported attack by rebels at the UN."""
    told = token.dep_ == "dobj" and token.head.lemma_.lower() in ("raise", "investigate", "discuss", "probe", "condemn")
    return told and any(child.lower_ in ("reported", "alleged", "suspected", "the", "this") for child in token.lefts)


def _is_of_doubtful_author(act: Act) -> bool:
    """Whether only its author is in doubt: not clear whether raids were carried out by A or B, may have been carried out by A."""
    verb = act.token.head
    words = {child.lower_ for child in verb.lefts}
    either = "whether" in words and act.responsibility == "alternative" and len(act.attackers) > 1
    perhaps = "have" in words and bool(words & {"could", "may", "might"}) and bool(act.attackers)
    return act.token.dep_ == "nsubjpass" and verb.lemma_.lower() in W.CARRY_OUT and (either or perhaps)


def _is_if(clause: Token) -> bool:
    """Whether it is supposed that somebody attacks: if they strike again."""
    supposed = clause.dep_ == "advcl" and any(child.lower_ == "if" for child in clause.lefts)
    return supposed and any(one.lemma_.lower() in W.ATTACK_VERBS.keys() | W.ATTACK_NOUNS.keys() for one in clause.subtree)


def _is_answered(token: Token) -> bool:
    """Whether it is what is, or is to be, answered: called off a raid in retaliation for the attack."""
    return token.dep_ == "pobj" and token.head.lower_ in ("to", "for") and token.head.head.lemma_.lower() in ANSWERING


_CHANTED = frozenset({"slogan", "banner", "placard", "poster", "chant", "law", "treaty", "convention", "pamphlet", "sermon"})
"""What speaks against attacks in general."""


_AIMING = frozenset({"aim", "want", "hope", "plan", "seek", "intend", "mean", "threaten", "vow", "promise"})


def _was_done(one: Token, token: Token) -> bool:
    """Whether the word stands in what somebody is known for: the group involved in the raid could strike again."""
    if token.head.dep_ == "agent" and token.head.head == one:
        return False  # gains made by a strike
    return one != token and one.dep_ == "acl" and one.tag_ == "VBN" and one.lemma_.lower() in W.HOLDS.keys() | W.CARRY_OUT


_TOLD_BESIDE = ("after", "since", "following", "despite", "by")
"""Prepositions behind which it stands what was done, whatever is feared besides."""


def _is_aim(act: Act) -> bool:
    """Whether it is what somebody means, is able or is allowed to do: to carry out attacks, may strike again."""
    token = act.token
    verb = token if is_verb(token) else token.head
    if not is_verb(token):
        if token.pos_ == "PRON" and verb.lemma_ == "do" and _is_meant(verb):
            return True
        if token.dep_ == "pobj" and verb.lower_ == "with" and verb.head.lemma_.lower() in W.WIELDING and _is_meant(verb.head):
            return True
        sought = (
            not act.anaphoric and token.head.head.lemma_.lower() in _SOUGHT and not any(one.dep_ == "poss" for one in token.lefts)
        )
        if token.dep_ == "pobj" and token.head.lower_ == "for" and (sought or _is_for(token.head.head)):
            return True
        if token.dep_ == "pobj" and token.head.lower_ in ("from", "against") and token.head.head.lemma_.lower() in _SHELTER:
            return True
        if token.dep_ not in ("dobj", "nsubjpass") or verb.lemma_.lower() not in W.CARRY_OUT or act.anaphoric:
            return _is_possible(token) or _would_bring(token) or _is_hoped_for(token) or _is_called_so(token)
    return _is_meant(verb)


def _is_meant(verb: Token) -> bool:
    """Whether the verb tells what somebody means to do: to help them in their drive to retake the town."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by" and (end := verb.head.head).dep_ == "xcomp":
        return end.tag_ == "VB" and end.head.lemma_.lower() in _HOPING
    own = any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    if verb.dep_ == "conj" and verb.lower_ == verb.lemma_ and verb.head.tag_ == "VB" and not own:
        return _is_meant(verb.head)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.lefts):
        other = verb.head  # their guns will be found and their camps bombed
        return any(child.dep_ == "auxpass" and child.lower_ == "be" for child in other.lefts) and _is_meant(other)
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & _TO_COME and not helpers & {"have", "has"}:
        return True
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_.lower() in _DONE:
        return _is_meant(verb.head)
    if "to" not in helpers or "have" in helpers or passive or verb.head == verb:
        return False
    if verb.dep_ not in ("xcomp", "acl", "advcl", "ccomp", "relcl") or _is_tried(verb) or was_able(verb):
        return False
    return verb.head.lemma_.lower() not in _DONE or (verb.head.pos_ == "VERB" and _is_meant(verb.head))


_HOPING = frozenset({"hope", "hop", "plan", "prepare", "threaten", "vow"})


def _is_tried(verb: Token) -> bool:
    """Whether an assault was begun, even if in vain: tried to storm the base, an attempt by rebels to retake the town."""
    trying = verb.head.lemma_.lower() in ("try", "attempt") and (verb.head.tag_ in ("VBD", "VBN") or verb.head.pos_ == "NOUN")
    return trying and verb.lemma_.lower() in W.TAKING and "new" not in {child.lower_ for child in verb.head.lefts}


def _is_for(head: Token) -> bool:
    """Whether it is something for attacks to come: a base, a call, an alert; not what is called revenge for one that was."""
    made = head.lemma_.lower() in _MAKING and head.tag_ == "VBN"
    return (made or head.lemma_.lower() in _MEANS) and not any(child.dep_ == "oprd" for child in head.children)


_SOUGHT = frozenset(
    {"push", "case", "support", "plea", "demand", "approval", "authorisation", "authorization", "mandate", "permission"}
)
"""What is sought for attacks to come, but may be had for one that was told of."""
_MAKING = frozenset({"build", "construct", "design", "dig", "intend", "make", "develop"})
"""What is made for attacks has made none yet."""


def _is_possible(token: Token) -> bool:
    """Strikes are possible, are an option; in a headline, with nothing between."""
    of_it = token.dep_ == "nsubj" and token.head.lemma_.lower() in ("be", "remain", "become", "stay")
    said, roles = (token.head.children, ("attr",)) if of_it else (token.rights, ("attr", "dobj", "appos"))
    return any(
        (child.dep_ == "acomp" and child.lower_ in _UNSURE and not _is_done(child))
        or (child.dep_ in roles and child.lemma_.lower() in ("option", "possibility", "prospect", "threat"))
        or (child.dep_ == "attr" and child.lemma_.lower() in _ANSWERS | W.ATTACK_NOUNS.keys() and of_it and _is_any(token))
        for child in said
    )


def _is_called_so(token: Token) -> bool:
    """Whether an attack that is told of is only called one on something else: an attack on one is an attack on all."""
    subjects = (child for child in token.head.lefts if child.dep_ == "nsubj" and child.lemma_.lower() in W.ATTACK_NOUNS)
    return token.dep_ == "attr" and token.head.tag_ == "VBZ" and any(subjects)


def _is_any(token: Token) -> bool:
    """Whether a strike, not one that was told of, is spoken of as what is."""
    return token.head.tag_ in ("VBZ", "VBP") and any(child.lower_ in ("a", "an", "any") for child in token.lefts)


_ANSWERS = frozenset({"response", "answer", "resort", "solution", "remedy", "way", "mistake"})


def _would_bring(token: Token) -> bool:
    """Whether it is told what would come of a strike that was not told of: a strike on Mali will bring war."""
    known = any(child.dep_ == "poss" or child.lower_ in ("the", "this", "that") for child in token.lefts)
    will = any(child.lower_ in ("will", "wo") for child in token.head.children if child.dep_ == "aux")
    will = will or (_is_any(token) and token.head.lemma_ == "mean")
    return token.dep_ == "nsubj" and token.tag_ == "NN" and will and not known and token.head.lemma_.lower() in _BRINGING


def _is_hoped_for(token: Token) -> bool:
    """Whether it is told what attacks are to do, not that there were any: it will take time for strikes to weaken it."""
    if token.tag_ != "NNS" or any(child.dep_ in ("poss", "det") for child in token.lefts):
        return False
    behind = token.dep_ == "pobj" and token.head.lower_ == "for"
    clauses = [*token.rights, *token.head.head.rights] if behind else [token.head] if token.dep_ == "nsubj" else []
    clauses = [one for one in clauses if one.left_edge.i == token.i + 1 or not behind]
    words = ({child.lower_ for child in one.lefts} | ({"for"} if behind else set()) for one in clauses if one.tag_ == "VB")
    return any({"for", "to"} <= before for before in words)


_BRINGING = frozenset({"bring", "provoke", "trigger", "spark", "ignite", "unleash", "backfire", "cause", "mean", "invite"})
_UNSURE = frozenset({"possible", "likely", "unlikely", "imminent", "inevitable"})


def _is_done(likely: Token) -> bool:
    """Whether it is likely to have been: that is told of what was."""
    return any(one.lower_ == "have" and one.dep_ == "aux" for clause in likely.children for one in clause.lefts)


def _is_rule(token: Token) -> bool:
    """Whether it is told what attacks are, or what must become of all of them: attacks on clinics are crimes, must stop."""
    verb = token.head
    if (
        token.dep_ != "nsubj"
        or token.tag_ != "NNS"
        or any(child.dep_ in ("det", "poss", "nummod") and child.lower_ not in _EVERY for child in token.lefts)
    ):
        return False
    if any(child.dep_ == "aux" and child.lower_ in ("must", "should", "can", "cannot", "ca") for child in verb.children):
        return True
    told = any(one.lemma_.lower() in _RULES for child in verb.children if child.dep_ in ("attr", "acomp") for one in child.subtree)
    return verb.tag_ in ("VBP", "VBZ") and verb.lemma_ == "be" and told


def _is_general(act: Act) -> bool:
    """Whether the bare plural is of no attacks in particular, in what always holds: sirens are rarely followed by attacks."""
    token = act.token
    aimed = any(child.tag_ != "NNS" or list(child.lefts) for child in (target.token for target in act.targets))
    if _is_rule(token):
        return True
    told = act.places or act.quarters or aimed or act.attackers or act.time
    if is_verb(token) or told or act.anaphoric or token.tag_ != "NNS" or not act.doc:
        return False
    if any(child.dep_ in ("det", "nummod", "poss") and child.lower_ not in _EVERY for child in token.lefts):
        return False
    verb = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    tenses = {
        one.tag_ for one in (verb, *verb.children) if one.pos_ in ("VERB", "AUX") and one.dep_ in ("aux", "auxpass", verb.dep_)
    }
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return bool(tenses & {"VBZ", "VBP"}) and not tenses & {"VBD"} and not helpers & {"have", "has", "been"}
