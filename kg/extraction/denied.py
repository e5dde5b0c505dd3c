"""Which event a denial is of, and whom it clears."""

from collections import Counter

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import cleared, set_aside
from kg.extraction.accused import leaders_of
from kg.extraction.components import aimed_instead, tells_when
from kg.extraction.deeds import tells_of_deed
from kg.extraction.denials import NOT_THEY, Rejection
from kg.extraction.explicit import OWN_LOSS
from kg.extraction.fighters import fighters
from kg.extraction.findings import Findings
from kg.extraction.forces import FIGHTING
from kg.extraction.happenings import Happening
from kg.extraction.labels import LABELLED
from kg.extraction.mentions import Act
from kg.extraction.naming import country_of
from kg.extraction.negations import is_own
from kg.extraction.party import Party
from kg.extraction.reach import is_habitual
from kg.extraction.standing import BARE
from kg.extraction.things import Things

_BY_HAND = frozenset({"execute", "torture", "rape", "loot", "burn", "torch", "murder"})
"""What is done face to face: no denial of it is one of a strike that others are said to have made."""
_SOON = 6
"""How many paragraphs on the attack may be told that is denied already."""
_OF_AN_ACCOUNT = ("credibility", "evidence", "lawfulness", "intent")
_OWNERS = ("State", "Coalition", "ArmedGroup")
"""What answers for its bodies."""


class Denied:
    """Looks up what the denials of an article are of."""

    def __init__(self, found: Findings, things: Things) -> None:
        self.found, self.things = found, things
        self._before: list[tuple[str, set[str], Happening | None]] = []

    def answered(self, one: Rejection, accused: str) -> Happening | None:
        """What its side is accused of before in the same sentence: killed hundreds, they said; the RSF denied killing civilians."""
        word, cast = one.speech.cue, self.found.cast
        denies = word.lemma_.lower() in W.DENY_VERBS or any(token.lower_ == "had" for token in one.tokens)
        if is_habitual(word) or not denies:
            return None
        told = ((event, act) for event in self.found.events for act in event.acts if not event.campaign)
        here = ((event, act) for event, act in told if act.token.sent == word.sent and act.token.i < word.i)
        return next((event for event, act in here if any(accused in cast.side(by) for by in act.attackers)), None)

    def accused(self, speaker: Party) -> str:
        """Whom a denial of this speaker clears: the one of its side who is named as attacker, or else its state."""
        cast = self.found.cast
        side = cast.side(speaker)
        named = Counter(party.key for event in self.found.events for act in event.acts for party in act.attackers)
        for key, _ in named.most_common():
            if key in side or side & cast.side(key):
                return self.things.actor_key(key)
        states = [key for key in side if (party := cast.parties.get(key) or cast.known(key)) and party.kind in _OWNERS]
        bodies = [key for key in side if key != speaker.key and (one := cast.parties.get(key)) and one.kind in FIGHTING]
        laid = {party.key for event in self.found.events for act in event.acts for party in act.attackers} | self.found.blamed
        if speaker.label.lower() in BARE and not (states or bodies) and len(laid) == 1:
            return self.things.actor_key(next(iter(laid)))  # a spokesman can only be theirs
        return self.things.actor_key(min(states or bodies or [speaker.key]))

    def cleared(self, number: int, one: Rejection) -> str | None:
        """Whom it is denied for, where that is another than whose side denies it: Russia denied that Syria had bombed a school."""
        if one.form == "counterAccusation" or _is_own_part(one.speech.cue):
            return None
        cast, doc = self.found.cast, self.found.docs[number]
        side = cast.side(one.speech.speaker)
        if one.at is not None and is_own(one.at, cast, side, one.speech.speaker):
            return None  # was not responsible for the acts of others
        here = [act for event in self.found.events for act in event.acts if act.token.doc is doc and _is_within(act, one)]
        first = min(here, key=lambda act: act.token.i, default=None)
        said_of = first.token if first is not None and one.method == NOT_THEY else None
        not_they = cleared(said_of) or set_aside(said_of) if said_of is not None else None
        laid_to = fighters(not_they, cast)[0] if not_they is not None else first.attackers if first is not None else []
        verb = first.token if first is not None else _clause(one)
        if first is None and verb is not None and tells_of_deed(list(verb.subtree)):
            laid_to = [party for child in verb.lefts if child.dep_ == "nsubj" for party in fighters(child, cast)[0]]
        if verb is None or not laid_to or is_own(verb, cast, side, one.speech.speaker):
            return None
        if any(party.key in side or side & cast.side(party) for party in laid_to):
            return None
        return self.things.actor(laid_to[0])

    def accused_of(self, event: Happening | None, one: Rejection, accused: str) -> str:
        """The one whom the event is laid to, where a denial comes from a body whose state is not known.

        Whom the denial itself blames is not meant.
        """
        cast, speaker = self.found.cast, one.speech.speaker
        if event is not None and one.method == LABELLED and len(event.attackers) == 1:
            only = next(iter(event.attackers))
            if only not in cast.side(speaker) and not cast.side(speaker) & cast.side(only):
                return self.things.actor_key(only)  # an ally calls the reports a provocation
        if event is None or cast.whose(speaker) != {speaker.key}:
            return accused
        here = [act for act in event.acts if act.token.sent == one.word.sent and one.form == "counterAccusation"]
        here += [act for act in event.acts if self._tells_itself(act, one)]
        laid_to = event.attackers - {party.key for act in here for party in act.attackers}
        if len(laid_to) != 1:
            return accused
        only = next(iter(laid_to))
        by = cast.parties.get(only)
        if speaker.kind in ("Person", "Organisation") and by is not None and by.kind not in ("State", "ArmedForce", "Coalition"):
            return accused  # a man, or a party, does not speak for the bands that did it
        of_state = any(own.kind in ("StateBody", "ArmedForce") for key in cast.side(speaker) if (own := cast.parties.get(key)))
        if of_state and (party := cast.parties.get(only)) and party.kind in ("ArmedGroup", "Organisation", "UnnamedSource"):
            return accused
        bodies = speaker.kind in ("StateBody", "ArmedForce", "UnnamedSource", "Organisation", "Person")
        return self.things.actor_key(only) if bodies and only != speaker.key else accused

    def _tells_itself(self, act: Act, one: Rejection) -> bool:
        """Whether it is who denies that says who made this attack, or that it was their own men who did not."""
        chain, speaker = self.found.speeches.of(act.token), one.speech.speaker
        denies = act.token.i in one.content and act.token.doc is one.word.doc
        if denies and one.speech.lemma in W.DENY_VERBS:
            return bool(is_own(act.token, self.found.cast, self.found.cast.side(speaker), speaker))
        return bool(chain) and chain[-1].speaker.key == speaker.key and not denies

    def event(self, number: int, one: Rejection, accused: str) -> Happening | None:
        """The event that a denial is of: one it names, or that was denied in these words before, or else the likeliest.

        It is kept for the denials that follow, which are to be asked of in the order of the article.
        """
        told = {token.lemma_.lower() for token in one.tokens if token.pos_ == "NOUN"}
        here = any(act.token.doc is one.word.doc and _is_within(act, one) for event in self.found.events for act in event.acts)
        same = (event for side, words, event in self._before if not here and side == accused and len(words & told) > 1)
        found = next(same, None) or self._likeliest(number, one, accused)
        self._before.append((accused, told, found))
        return found

    def is_of_theirs(self, event: Happening | None, one: Rejection, accused: str) -> bool:
        """Whether what is said of an account, its proof, law or aim is of an attack they may have made, not one laid to others.

        Who denies a loss of their own denies no attack on others.
        """
        if one.method == OWN_LOSS:
            here = event is not None and any(act.token.doc is one.word.doc and _is_within(act, one) for act in event.acts)
            own = event is not None and any(accused in self.found.cast.side(key) for key in event.attackers)
            return here or (event is not None and not own and self._at_same(event, one))
        if one.component not in _OF_AN_ACCOUNT and one.method != "an accusation that is labelled":
            return True
        if event is None:
            return False
        if not event.attackers and one.component != "evidence":
            return True
        cast, proof = self.found.cast, one.component == "evidence"
        told = {party.key for token in one.tokens for party in fighters(token, cast)[0]} if proof else set()
        mine = cast.side(one.speech.speaker) | cast.side(accused) | {accused} | told
        laid = event.attackers | leaders_of(frozenset(event.attackers), cast) | self.found.blamed
        inside = not proof and any(act.token.doc is one.word.doc and _is_within(act, one) for act in event.acts)
        return inside or any(key in mine or mine & cast.side(key) for key in laid)

    def _likeliest(self, number: int, one: Rejection, accused: str) -> Happening | None:
        """The event that it mentions, else one that its side is accused of, else the first."""
        doc = self.found.docs[number]
        cast = self.found.cast

        def theirs(event: Happening) -> bool:
            return any(accused in cast.side(key) or key in cast.side(accused) for key in event.attackers)

        def inside(event: Happening) -> bool:
            return any(act.token.doc is doc and _is_within(act, one) for act in event.acts)

        before = [event for event in self.found.events if event.acts[0].doc <= number]
        before = [event for event in before if not theirs(event) or self._laid_by_others(event, accused)] or before
        blamed = [event for event in before if theirs(event)] or [event for event in before[-1:] if not event.attackers]
        blamed = blamed or [event for event in self.found.events if theirs(event) and event.acts[0].doc - number <= _SOON]
        if of := [(act.token.i, event.number, event) for event in self.found.events for act in event.acts if _is_of(act, one)]:
            return max(of)[2]
        for event in self.found.events:
            instead = one.method != NOT_THEY and aimed_instead(one.tokens) is not None
            own = (one.component == "target_nature" or instead) and all(act.token.i in one.content for act in event.acts)
            if inside(event) and not (own and any(other is not event for other in blamed)):
                return None if instead and own else event  # but what one says oneself that was hit instead
        blamed = [event for event in blamed if not inside(event)] or blamed
        blamed = [event for event in before if one.component != "target_nature" and self._at_same(event, one)] or blamed
        single = [event for event in blamed if not event.campaign] or blamed
        if len(single) > 1 and number - single[-1].acts[-1].doc <= 2:
            return max(single, key=lambda event: (max(act.doc for act in event.acts), event.number))
        if single:
            return single[0]
        if any(token.lemma_.lower() in _BY_HAND for token in one.tokens):
            return None
        others = before or self.found.events
        return next((event for event in others if not event.attackers), others[0] if others else None)

    def _laid_by_others(self, event: Happening, accused: str) -> bool:
        """Whether anybody but their own side says that they made the attack: what one tells of oneself, one does not deny."""
        cast = self.found.cast
        laid = [act for act in event.acts if any(accused in cast.side(by) or by.key in cast.side(accused) for by in act.attackers)]
        chains = [self.found.speeches.of(act.token) for act in laid]
        return any(not chain or accused not in cast.side(chain[-1].speaker) for chain in chains)

    def _at_same(self, event: Happening, one: Rejection) -> bool:
        """Whether those at whom it is said not to have been done are those whom the attack hit: did not fire at protesters."""
        aimed = {
            token.lemma_.lower()
            for token in one.tokens
            if (token.dep_ == "pobj" and token.head.lower_ in ("at", "on", "against")) or token.dep_ in ("dobj", "nsubjpass")
        }
        return any(target.token.lemma_.lower() in aimed for act in event.acts for target in act.targets)


def _is_within(act: Act, one: Rejection) -> bool:
    """Whether the attack is told in what is denied, and not behind `but`: did not fire at it, but that militants had fired.

    What only tells when that was is another attack: denied that it shot a jet down after it had attacked the base.
    """
    token = act.token
    if one.form == "alibi":
        return False  # its nearest strike was 20 km away
    if token.i not in one.content or any(word.lower_ == "but" for word in token.doc[min(one.content) : token.i]):
        return False
    when = (above for above in (token, *token.ancestors) if above.i in one.content and tells_when(above))
    return not any(above.left_edge.i > min(one.content) for above in when)


def _is_of(act: Act, one: Rejection) -> bool:
    """Whether the denial stands in a clause that tells more of the attack: a raid for which the army denied responsibility."""
    cue = one.speech.cue
    if cue.dep_ != "relcl" or cue.sent != act.token.sent or act.token.i > cue.i:
        return False
    return any(child.lower_ in ("for", "in") and any(x.lower_ == "which" for x in child.children) for child in cue.subtree)


def _is_own_part(verb: Token) -> bool:
    """Whether it is their own part in it that somebody denies by this verb: denies involvement in the strikes, making them."""
    things = [child for child in verb.rights if child.dep_ in ("dobj", "xcomp")]
    parts = [one for one in things if one.lemma_.lower() in W.ANSWERABLE and one.pos_ == "NOUN"]
    bare = any(not any(child.dep_ == "poss" or country_of(child) for child in part.lefts) for part in parts)
    doing = (one for one in things if one.tag_ == "VBG" and one.dep_ == "xcomp")
    return bare or any(all(child.dep_ != "nsubj" for child in one.lefts) for one in doing)


def _clause(one: Rejection) -> Token | None:
    """The verb of what is denied in a clause."""
    said = (token for token in one.tokens if token.pos_ == "VERB" and token.dep_ in ("ccomp", "acl", "relcl"))
    return next(said, None) if one.speech.cue.lemma_.lower() in W.DENY_VERBS else None
