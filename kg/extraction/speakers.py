"""Who speaks: the subject of a verb of speech, as actors; or as a source that is called by the words that stand there."""

from collections.abc import Collection

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import accused_by
from kg.extraction.bodies import people
from kg.extraction.cast import Cast
from kg.extraction.fighters import fighters
from kg.extraction.naming import articles_of, is_materiel, joint_countries, source_label
from kg.extraction.party import Party
from kg.extraction.phrases import behind
from kg.extraction.polarity import is_nobody
from kg.extraction.said import SUBJECTS, quoted

_BLAMING = frozenset({"accuse", "blame", "suspect", "attribute", "ascribe", "pin"})
_LAYING = frozenset({"accuse", "blame"})
_MUTE = W.ATTACK_NOUNS.keys() - {"campaign", "offensive"} | {"toll", "pause", "truce", "ceasefire", "siege"}
_POWERS = frozenset({"country", "state", "government", "nation", "power", "capital"})
"""What several are called who say something together: militants and Western countries blamed it."""
_TELLING = frozenset({"say", "tell", "announce", "report", "allege", "state", "contend", "argue", "estimate"})


def speakers_of(verb: Token, cast: Cast) -> list[Party]:
    """Those who do what this verb says, as speakers."""
    subject = subject_of(verb)
    return speakers(subject, verb, cast) if subject is not None else []


def speakers(subject: Token, verb: Token, cast: Cast) -> list[Party]:
    """The actors that speak where this is the subject of this verb, or what they are called; none where nobody says it."""
    accused, above = _accused_before(subject, verb, cast), verb.head
    if accused:
        return [party for one in accused for party in fighters(one, cast)[0] or [cast.party(one) or cast.unnamed(label_of(one))]]
    if (
        subject.lower_ in ("it", "he", "she", "they")
        and verb.dep_ == "ccomp"
        and above.lemma_.lower() in W.SAY
        and above.i < subject.i
    ):
        teller = subject_of(above)
        if subject.lower_ in ("he", "she") and teller is not None and is_several(teller):
            return [cast.unnamed("unnamed speaker")]  # police said he admitted it
        subject = teller or subject
    if subject.lower_ in ("it", "they") and verb.dep_ == "relcl":  # posted pictures which it said showed
        owner = next((child for child in above.head.lefts if child.dep_ == "nsubj"), None)
        subject = owner if owner is not None and owner.pos_ != "PRON" and above.dep_ == "dobj" else subject
    if above.dep_ == "ccomp" and above.head.lemma_.lower() in W.SAY and verb.dep_ == "conj" and _is_own_force(subject):
        subject = subject_of(above.head) or subject
    if is_nobody(subject):
        return []
    if (report := _report_before(subject, verb)) is not None:
        return [cast.issued(report) or cast.unnamed(label_of(report))]
    source = verb.doc[verb.i - 1].lemma_.lower() in W.SPEAKER_ROLES
    if _is_mute(subject) or ((source or verb.dep_ in ("advcl", "xcomp")) and _befell(subject, W.INJURE)):
        return _beside(subject, verb, cast)
    whoever = verb.head if subject.lower_ in ("who", "that") and verb.dep_ == "relcl" else None
    if whoever is not None and whoever.lower_ in ("those", "anyone", "anybody", "everyone", "people", "they"):
        return [cast.unnamed("unnamed accusers")]  # else their words would be those of who speaks of them
    asked = [party.key for one in behind(verb, "on", "upon") for party in cast.parties_of(one)] if verb.lemma_ == "call" else []
    parties = [party for party in cast.parties_of(subject) if party.key not in asked]
    if asked and not parties and subject.pos_ == "NOUN":
        return [cast.unnamed(label_of(subject))]  # nobody calls on himself
    allies = [one for one in subject.conjuncts if parties and one.i > subject.i and one.lemma_.lower() == "ally"]
    parties += [cast.state(code) for one in allies for code in joint_countries(one)]
    powers = [one for one in subject.conjuncts if parties and one.lemma_.lower() in _POWERS and cast.party(one) is None]
    parties += [cast.unnamed(source_label(one)) for one in powers]
    if not parties and subject.lower_ in ("that", "which") and verb.dep_ == "relcl" and above.lemma_.lower() in _REPORTS:
        return [cast.unnamed(label_of(above))]  # the assessment that found that they did it
    if not parties and (code := people(subject)):
        return [cast.state(code)]  # the Russians
    named = subject.pos_ == "PROPN" and subject.ent_type_ not in ("GPE", "LOC", "DATE", "FAC")
    noun = subject.pos_ == "NOUN" or subject.lower_ in W.HURT
    tells = noun and not is_materiel(subject) and verb.lemma_.lower() in _TELLING
    if not parties and (named or tells):
        return [cast.unnamed(label_of(subject))]
    if not parties and subject.pos_ in ("NOUN", "PRON"):
        parties = fighters(subject, cast)[0]
    if (
        not parties
        and subject.pos_ == "NOUN"
        and subject.lemma_.lower() in W.PEOPLE
        and any(one.dep_ == "ccomp" for one in verb.children)
    ):
        return [cast.unnamed(label_of(subject))]  # else what they say would be the article's own
    if not parties and subject.lower_ in ("he", "she", "it", "they") and verb.lemma_.lower() in W.PLAIN_SAY:
        return [cast.unnamed("unnamed speaker")]
    if not parties and verb.lemma_.lower() in _BLAMING and subject.lower_ not in ("i", "we", "who", "which", "that"):
        common = subject.pos_ in ("NOUN", "PROPN") and subject.lower_ not in ("many", "some", "others", "several", "most")
        label = source_label(subject) if common else label_of(subject).lower()
        # else the accusation would be the article's own
        return [cast.unnamed("unnamed accuser" if subject.pos_ == "PRON" else label)]
    return [party for party in parties if not party.label[:1].isdigit()]


def _is_own_force(noun: Token) -> bool:
    """Whether it is the men or arms of those who speak: its jets, their men."""
    armed = is_materiel(noun) or noun.lemma_.lower() in ("man", "force") or W.PEOPLE.get(noun.lemma_.lower()) == "combatants"
    return armed and any(one.lower_ in ("its", "their") for one in noun.lefts)


def is_several(noun: Token) -> bool:
    """Whether no single person can be meant by the noun: officials, police, a ministry."""
    body = noun.lower_ in W.BODY_HEADS or noun.lower_ in ("police", "authorities")
    return noun.pos_ in ("NOUN", "PROPN") and (body or noun.tag_ in ("NNS", "NNPS"))


_REPORTS = frozenset({"report", "assessment", "study", "investigation", "inquiry", "probe", "analysis", "review", "finding"})


def _report_before(it: Token, verb: Token) -> Token | None:
    """The report, told of in the sentence before, that `it` means which begins one and confirms or finds something."""
    if it.lower_ != "it" or it.i > it.sent.start + 1 or verb.lemma_.lower() not in _FINDING or not it.sent.start:
        return None
    before = it.doc[it.sent.start - 1].sent
    subject = next((one for one in before.root.children if one.dep_ in SUBJECTS), None)
    told = [one for one in before if one.lemma_.lower() in _REPORTS and one.dep_ in (*SUBJECTS, "dobj", "attr")]
    return told[-1] if told and subject is not None and (subject in told or subject.ent_type_ == "PERSON") else None


_FINDING = frozenset({"confirm", "find", "show", "conclude", "indicate", "suggest", "reveal"})


def _accused_before(pronoun: Token, verb: Token, cast: Cast) -> list[Token]:
    """Who denies it, where that is whom somebody accused right before: accused the rebels, but they denied it; both deny it."""
    kind = _MEANING.get(pronoun.lower_) if verb.lemma_.lower() in W.DENY_VERBS else None
    if kind is None:
        return []
    before = [*cast.heard.sentence_before(verb), *verb.doc[verb.sent.start : pronoun.i]]
    accusing = (one for one in reversed(before) if one.lemma_.lower() in ("accuse", "blame", "suspect") and one.pos_ == "VERB")
    charge = next(accusing, verb)
    accused = [
        one
        for one in (*accused_by(charge), *(behind(charge, "on") if charge.lemma_ == "blame" else ()))
        if one.pos_ in ("NOUN", "PROPN") and one in before
    ]
    if kind == "both":
        pair = [other for one in accused for other in (one, *one.conjuncts) if other in before]
        return pair if len(pair) == 2 else []
    person = kind == "one"
    meant = (one for one in accused if ((party := cast.party(one)) is not None and party.kind == "Person") == person)
    return [one for one in meant if (one.tag_ in ("NNS", "NNPS")) == (kind == "many")][:1]


_MEANING = {"it": "body", "they": "many", "both": "both", "he": "one", "she": "one"}
"""Whom a pronoun may mean: a body, many, two, or one man or woman."""


def _is_mute(subject: Token) -> bool:
    """Whether it cannot speak: an attack, a truce, a toll, the dead."""
    return (subject.lemma_.lower() in _MUTE and subject.pos_ == "NOUN") or _befell(subject, W.KILL)


def _befell(subject: Token, harms: Collection[str]) -> bool:
    """Whether it is told by one of these verbs what befell them: the men killed there; they were wounded."""
    did = subject.head.lemma_.lower() in harms and subject.dep_ == "nsubjpass"
    return did or any(child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in harms for child in subject.rights)


def _beside(mute: Token, verb: Token, cast: Cast) -> list[Party]:
    """Who speaks where what stands before the verb cannot: who gave the toll, the source before it, else whoever tells it."""
    if (issuer := cast.issued(mute)) is not None:
        return [issuer]
    between = [one for one in verb.doc[mute.i + 1 : verb.i] if one.lemma_.lower() in W.SPEAKER_ROLES]
    between = [one for one in between if one.head.lower_ != "by" and one.dep_ not in ("compound", "amod", "nmod")]
    if (source := next(reversed(between), None)) is not None:  # nor who did it, nor whose stronghold was hit
        start = source.i
        while verb.doc[start - 1].pos_ in ("ADJ", "NOUN") and verb.doc[start - 1].text.islower() and start - 1 > mute.i:
            start -= 1
        party = cast.party(source)
        return [party if party is not None and party.named else cast.unnamed(verb.doc[start : source.i + 1].text)]
    above = next((one for one in verb.ancestors if one.lemma_.lower() in W.SAY and one.pos_ == "VERB"), None)
    return speakers_of(above, cast) if above is not None else []


def quoted_source(subject: Token, verb: Token, content: set[int], cast: Cast) -> list[Party]:
    """Whoever it is whose words stand in quotation marks: else they would be the article's own."""
    tells = verb.lemma_.lower() in W.PLAIN_SAY and subject.pos_ != "PRON" and subject.lemma_.lower() not in W.ATTACK_NOUNS
    if not tells or is_materiel(subject) or is_nobody(subject):
        return []
    words = sum(start <= i < end for start, end in quoted(verb.doc) for i in content)
    return [cast.unnamed(label_of(subject))] if words > 3 else []


def subject_of(verb: Token) -> Token | None:
    """Who does it: its own subject, that of the verb it is joined to, or the noun that it describes."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS and not _is_dateline(child, verb)]
    if len(own) > 1:
        inside = {i for start, end in quoted(verb.doc) for i in range(start, end)}
        own = [child for child in own if verb.i in inside or child.i not in inside] or own
    if own:
        own = [child for child in own if not (_is_mute(child) or _befell(child, W.INJURE))] or own
        return next((child for child in own if child.tag_ not in ("WDT", "WP")), own[0])
    if inverted := _inverted(verb):
        return inverted
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ in ("VBG", "VB") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        return _willing(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    if verb.dep_ == "pcomp" and verb.lemma_.lower() in _LAYING and verb.head.lower_ in ("by", "in", "after", "before"):
        return subject_of(verb.head.head) if verb.head.head.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        above = verb.head.head
        passive = next((child for child in above.children if child.dep_ == "nsubjpass"), None)
        return passive or next((child for child in above.children if child.dep_ == "dobj"), None)
    return None


def _willing(adjective: Token) -> Token | None:
    """Who is quick, or reluctant, to do it; not what it is easy, or wrong, to do."""
    subject = subject_of(adjective.head)
    called = adjective.lower_ in ("quick", "swift", "keen", "eager", "careful", "reluctant", "unwilling", "hesitant", "happy")
    return subject if called or (subject is not None and subject.lower_ != "it") else None


def _is_dateline(name: Token, verb: Token) -> bool:
    """Whether it is but where the article was written: Bamako, Mali (XYZ) -- Saying that."""
    dashes = [one for one in name.doc[name.i : verb.i] if one.text in ("-", "--", "—", "–")]
    return name.i < 2 and name.pos_ == "PROPN" and len(dashes) == 1 and dashes[0].i - name.i < 7


def _inverted(verb: Token) -> Token | None:
    """Who speaks behind the verb that follows a quotation, though the parse has it as what is said: "...", tweeted the minister."""
    if verb.i == 0 or verb.nbor(-1).text not in ('"', "''"):
        return None
    return next((child for child in verb.rights if child.dep_ == "dobj" and child.left_edge.i == verb.i + 1), None)


def agent_of(verb: Token) -> Token | None:
    """By whom it is done, where the verb is in the passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def label_of(head: Token) -> str:
    """The words up to the head, and a name behind them that the parse has as a second subject: the television station X."""
    name = max(
        (child.i for child in head.head.lefts if child.dep_ == head.dep_ == "nsubj" and child.pos_ == "PROPN"), default=head.i
    )
    words = head.doc[max([head.left_edge.i, *articles_of(head)]) : max(head.i, name) + 1]
    return (words[1:] if words[0].lower_ in ("the", "a", "an") and len(words) > 1 else words).text
