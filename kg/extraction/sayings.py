"""Who says what in a sentence: who speaks, by which word that is told, the tokens of what is said, and the rule that knows it."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.extraction import words as W
from kg.extraction.accounts import is_unclaimed
from kg.extraction.cast import Cast
from kg.extraction.closing import closing, told_by_next
from kg.extraction.demands import asked_to_end
from kg.extraction.fighters import fighters
from kg.extraction.hearsay import hearsay, reckoned
from kg.extraction.naming import source_label
from kg.extraction.party import Party
from kg.extraction.said import content_of, gives, is_said, is_set_against, points_finger, told_by_others, trades_blame, weighty
from kg.extraction.speakers import agent_of, label_of, quoted_source, speakers, speakers_of, subject_of

Saying = tuple[Party, Token, frozenset[int], str]

_ACCUSING = frozenset({
    "accuse", "blame", "criticise", "criticize", "condemn", "denounce", "suspect", "fault", "attribute", "ascribe", "pin",
    "rebuke", "castigate", "link", "tie", "connect",
})  # fmt: skip
_LINKING = ("link", "tie", "connect")
"""What one may say oneself in the passive: an analyst said that the raids were linked to the rebels."""
_PASSIVE = _ACCUSING | {"quote", "cite"}


def sayings(sentence: Span, cast: Cast) -> Iterator[Saying]:
    """The speech acts of a sentence; those who are cited come last, since they speak inside what is said."""
    cited: list[Token] = []
    for token in sentence:
        if token.pos_ in _SAYING_NOTHING:
            continue
        lemma = token.lemma_.lower()
        if token.lower_ in ("citing", "quoting"):
            cited.append(token)
        if _is_according(token):
            yield from _according(token, cast)
        elif lemma in ("quote", "cite") and (token.tag_ != "VBN" or agent_of(token) is not None):
            yield from _quoting(token, cast)
        elif lemma == "hold" and any(child.lower_ in W.LIABLE for child in token.subtree):
            yield from _holding(token, cast)
        elif trades_blame(token):
            told = frozenset(one.i for one in token.subtree if one.i > token.i)
            subject = subject_of(token)
            for speaker in fighters(subject, cast)[0] if subject is not None else ():
                yield speaker, token, told, f"verb {lemma}"
        elif asked := asked_to_end(token):
            subject = subject_of(token)
            for speaker in speakers(subject, token, cast) if subject is not None else ():
                yield speaker, token, asked, f"verb {lemma}"
        elif lemma in W.SAY and token.pos_ in ("VERB", "AUX"):
            yield from _by_verb(token, cast)
        elif lemma in _REVISING and (given := _new_count(token)) is not None:
            subject = subject_of(token)
            for speaker in speakers(subject, token, cast) if subject is not None else ():
                yield speaker, token, given, f"verb {lemma}"
        elif lemma in W.AGREEING:
            yield from _by_conviction(token, cast)
        elif said := reckoned(token, cast) or hearsay(token, cast):
            yield from ((maker, token, said[1], f"noun {lemma}") for maker in said[0])
    for token in cited:
        yield from _citing(token, cast)


_SAYING_NOTHING = frozenset({"PUNCT", "DET", "SPACE", "CCONJ", "PART", "NUM", "SYM"})


_REVISING = frozenset({"revise", "raise", "update", "lower", "correct", "increase"})


def _new_count(verb: Token) -> frozenset[int] | None:
    """The words by which one gives another number of the harmed: revised the toll to 12; not: the bombing raised it to 12."""
    counts = [child for child in verb.rights if child.dep_ == "dobj" and child.lemma_.lower() in W.COUNTS | {"number"}]
    goals = [child for child in verb.rights if child.lower_ in ("to", "at") and any(one.like_num for one in child.subtree)]
    if not counts or not goals or not (counts[0].lemma_.lower() == "toll" or any(map(is_said, counts))):
        return None
    return frozenset(one.i for child in verb.rights for one in child.subtree)


def _is_according(token: Token) -> bool:
    """Whether it names a source: according to the army, per Oxfam; not: six per day."""
    named = token.lower_ == "per" and any(one.pos_ == "PROPN" for one in token.children)
    return named or token.lower_ == "according"


def _according(token: Token, cast: Cast) -> Iterator[Saying]:
    per = token.lower_ == "per"
    to = token if per else next((child for child in token.children if child.lower_ == "to"), None)
    heads = [child for child in to.children if child.dep_ == "pobj"] if to is not None else []
    if not heads:
        return
    phrase = set(range(token.left_edge.i, token.right_edge.i + 1))
    content = frozenset(_told_by(token)) - phrase
    for head in [heads[0], *heads[0].conjuncts]:
        speaker = cast.party(head) or cast.unnamed(label_of(head))
        yield speaker, token, content, "according to"


def _told_by(token: Token) -> set[int]:
    """What is said according to somebody: the sentence; or, where its verb is of speech, the clause that ends there.

    `The army denied that it led the raid that killed 30 people, according to medics.`
    """
    clause = token.head if token.head.i > token.i else None
    if clause is not None and is_set_against(clause):
        return {one.i for one in clause.subtree}
    root = token.sent.root
    says = root.lemma_.lower() in W.SAY | W.DENY_VERBS and any(child.dep_ == "nsubj" for child in root.children)
    says = says and not any(child.dep_ == "dobj" and child.lemma_.lower() == "life" for child in root.children)
    if says and root.i < token.i:
        ends = (one for one in token.sent if one.dep_ in ("relcl", "acl") and root.i < one.i < token.i)
        last = max((one for one in ends if one.right_edge.i >= token.i - 2), key=lambda one: one.i, default=None)
        if last is not None:
            return {one.i for one in last.subtree if one.i < token.i}
        if clause is not None and clause.dep_ in ("advcl", "relcl"):  # when, according to the rebels, a house was hit
            return {one.i for one in clause.subtree}
    end = next((one.i for one in token.sent if one.text == ";" and one.i > token.i), token.sent.end)
    first = token.sent.start
    for one in filter(_is_according, token.sent):  # others to whom another part of the sentence is owed
        between = token.doc[min(one.i, token.i) : max(one.i, token.i)]
        apart = [word.i for word in between if word.text == ";" or (word.dep_ == "cc" and word.head.pos_ in ("VERB", "AUX"))]
        first = max([first, *apart[-1:]]) if one.i < token.i else first
        end = min([end, *apart[-1:]]) if one.i > token.i else end
    told = set(range(first, end))
    return told - told_by_others(token, told)


def _citing(token: Token, cast: Cast) -> Iterator[Saying]:
    """`State media said, citing a doctor, that`: the one who is cited says what the other says."""
    head = next((child for child in token.children if child.dep_ in ("dobj", "pobj")), None)
    party = cast.party(head) if head is not None else None
    if head is not None and party is None and head.lemma_.lower() in W.SPEAKER_ROLES:
        party = cast.unnamed(source_label(head))
    if head is not None and party is None and token.dep_ == "advcl":  # resigned, citing the shelling of the town by rebels
        attacks = [one for one in (head, *head.conjuncts) if one.lemma_.lower() in W.ATTACK_NOUNS]
        subject = subject_of(token.head) if attacks else None
        for speaker in speakers(subject, token.head, cast) if subject is not None else ():
            yield speaker, token, frozenset(inner.i for one in attacks for inner in one.subtree), "citing"
    if party:
        told = content_of(token.head) if token.dep_ == "advcl" and token.head.lemma_.lower() in W.SAY else set()
        content = (told or {one.i for one in token.sent}) - {one.i for one in token.subtree}
        yield party, token, frozenset(content), "citing"


def _by_verb(verb: Token, cast: Cast) -> Iterator[Saying]:
    ending = told_by_next(verb, cast) or closing(verb, cast)
    if ending:
        for speaker in ending[0]:
            yield speaker, verb, ending[1], f"{verb.lemma_.lower()} at the end"
        return
    lemma = verb.lemma_.lower()
    if any(child.dep_ == "aux" and child.lower_ in ("must", "should", "ought") for child in verb.children):
        return  # what somebody ought to say was not said
    if verb.tag_ == "VB" and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in ("have", "make", "let"):
        return  # nor what somebody would have others believe
    if is_unclaimed(verb) or _describes_noun(verb):
        return
    kept = any(child.dep_ == "dobj" for child in verb.rights) and all(child.dep_ != "ccomp" for child in verb.children)
    if lemma == "maintain" and kept:
        return  # troops that maintain their positions
    if lemma == "blame" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "be":
        return  # who is to blame, does not blame
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or _is_reduced(verb) or gives(verb)
    passive = passive or _is_said_to_be(verb)
    if passive and lemma == "claim" and verb.dep_ == "relcl" and verb.head.lemma_.lower() in W.ATTACK_NOUNS:
        return  # the attack is claimed, not what is told beside it
    if passive and lemma not in _PASSIVE:
        agent = agent_of(verb)
        if agent is None:
            return
        subject: Token | None = agent
    elif passive:
        subject = agent_of(verb) if lemma in _ACCUSING else subject_of(verb)
        if subject is None and lemma in _ACCUSING:
            told = lemma in _LINKING and any(one.lemma_.lower() in W.SAY for one in verb.ancestors)
            yield from () if told else _by_nobody(verb, cast)
            return
    else:
        subject = subject_of(verb)
    content = content_of(verb)
    if not content or (lemma in W.WEAK_SAY and not points_finger(verb) and not weighty(verb, content)):
        return
    if subject is None or (lemma == "claim" and any(_is_taken(verb.doc[i], verb) for i in content)):
        return
    others = [one for one in verb.subtree if lemma == "put" and _is_gapped(one)]
    content -= {inner.i for one in others for inner in one.subtree}
    for speaker in speakers(subject, verb, cast) or quoted_source(subject, verb, content, cast):
        yield speaker, verb, frozenset(content), f"verb {lemma}"
    for one in others:
        speaker = cast.party(one) or cast.unnamed(source_label(one))
        yield speaker, one, frozenset(inner.i for inner in one.subtree if inner.i > one.i), f"verb {lemma}"


def _is_taken(token: Token, verb: Token) -> bool:
    """Whether it is the lives that an attack claims, not those that somebody claims were lost: claimed nine lost their lives."""
    return token.lemma_.lower() == "life" and (token.dep_ != "dobj" or token.head == verb)


def _by_conviction(word: Token, cast: Cast) -> Iterator[Saying]:
    """`Britain is convinced that`, `the leaders agreed that`, `he is certain that`: what they hold to be so."""
    clause = next((child for child in word.rights if child.dep_ == "ccomp"), None)
    verb = word if word.pos_ == "VERB" else word.head
    subject = subject_of(verb) if clause is not None else None
    if clause is None or subject is None or subject.lower_ in ("it", "there", "that", "this", "which"):
        return
    for speaker in speakers(subject, verb, cast):
        yield speaker, word, frozenset(one.i for one in clause.subtree), f"verb {word.lower_}"


def _describes_noun(verb: Token) -> bool:
    """Whether the participle only describes the noun behind it, whatever it hangs on: ignored facts and documented information."""
    after = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    bare = verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.tag_ in ("VBP", "VBZ", "VB") and not list(verb.lefts)
    return bare and after is not None and after.i == verb.i + 1 and verb.nbor(-1).lower_ in ("and", "or")


def _is_gapped(noun: Token) -> bool:
    """Whether the verb is left out that says what these put it at: the army put the toll at 23, residents at 60."""
    at = [child for child in noun.rights if child.lower_ == "at" and any(one.like_num for one in child.children)]
    return noun.dep_ in ("appos", "conj") and bool(at) and noun.pos_ in ("NOUN", "PROPN")


def _quoting(verb: Token, cast: Cast) -> Iterator[Saying]:
    """`Television quoted an official as saying that`: who quotes; the one who is quoted speaks inside."""
    saying = next((one for child in verb.children if child.lower_ == "as" for one in child.children if one.dep_ == "pcomp"), None)
    subject = agent_of(verb) or subject_of(verb)
    if saying is not None and subject is not None:
        for speaker in speakers(subject, verb, cast):
            yield speaker, verb, frozenset(one.i for one in saying.subtree), f"verb {verb.lemma_.lower()}"


def _holding(verb: Token, cast: Cast) -> Iterator[Saying]:
    """`Held both states responsible`: what that says is said by its subject, or by nobody who is named."""
    subject = subject_of(verb)
    content = frozenset(one.i for one in verb.subtree if subject is None or (not subject.is_ancestor(one) and one != subject))
    told = speakers(subject, verb, cast) if subject is not None and subject.dep_ != "nsubjpass" else _holders(verb, cast)
    if not told:
        said = next((one for one in verb.ancestors if one.lemma_.lower() in W.SAY and one.pos_ == "VERB"), None)
        first = subject is not None and subject.lower_ in ("i", "we")  # "I hold them responsible," she said
        by_name = first and said is not None and not any(one.pos_ == "PRON" for one in (subject_of(said),) if one is not None)
        told = speakers_of(said, cast) if said is not None and (verb.dep_ == "conj" or by_name) else []
    if not told:
        told, content = [cast.unnamed("those who hold others responsible")], _without_asides(verb, content)
    for speaker in told:
        yield speaker, verb, content, "verb hold"


def _holders(verb: Token, cast: Cast) -> list[Party]:
    """By whom somebody is held responsible: `by` may hang on either word."""
    liable = [child for child in verb.children if child.lower_ in W.LIABLE]
    by = [child for word in (verb, *liable) for child in word.children if child.lower_ == "by"]
    return [party for child in by for one in child.children if one.dep_ == "pobj" for party in cast.parties_of(one)]


def _is_reduced(verb: Token) -> bool:
    """Whether an accusation is in the passive without a helping verb: army accused of raid, a man suspected of the bombing."""
    objects = any(child.dep_ == "dobj" for child in verb.children)
    lemma = verb.lemma_.lower()
    accuses = lemma in ("accuse", "blame", "suspect") or (lemma in _ACCUSING and agent_of(verb) is not None)
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and accuses and not objects


def _is_said_to_be(verb: Token) -> bool:
    """Whether something is said of what stands before it, by nobody who is named: a man said to have been killed in a raid."""
    clause = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
    to = clause is not None and any(child.lower_ == "to" and child.i == verb.i + 1 for child in clause.lefts)
    return to and verb.lower_ in ("said", "reported", "understood", "believed", "thought", "known")


def _by_nobody(verb: Token, cast: Cast) -> Iterator[Saying]:
    """An accusation in the passive: has been accused of, was blamed on; by whom may stand behind the attack."""
    accused, content = verb.head if verb.dep_ == "acl" else subject_of(verb), content_of(verb)
    if verb.dep_ not in ("acl", "relcl"):
        content &= {one.i for one in verb.subtree}
    if not content:
        return
    makers = [one for i in sorted(content) if verb.doc[i].lower_ == "by" for one in verb.doc[i].children if one.dep_ == "pobj"]
    for maker in makers:
        if (party := cast.party(maker)) and party.kind in ("UnnamedSource", "Person", "MonitoringGroup", "Organisation"):
            yield party, verb, frozenset(content), f"verb {verb.lemma_.lower()}"
            return
    if accused is not None and accused.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        accused = verb.head
    if accused is not None and accused.dep_ == "attr" and accused.pos_ == "ADJ":  # it was the third blamed on them
        accused = next((one for one in accused.head.children if one.dep_ == "nsubj"), accused)
    if accused is not None and accused.lemma_.lower() in W.ATTACK_NOUNS.keys() | W.MANY:
        content |= {one.i for one in accused.subtree}
    words = accused.doc[accused.left_edge.i : accused.i + 1].text if accused is not None else "it"
    label = f"those who {verb.lemma_.lower()} {words}"
    yield cast.unnamed(label), verb, _without_asides(verb, content), f"verb {verb.lemma_.lower()}"


def _without_asides(verb: Token, content: Iterable[int]) -> frozenset[int]:
    """What nobody in particular accuses others of: what came of the attack is known; suspected in a blast that killed six."""
    asides = (one for one in map(verb.doc.__getitem__, content) if one.dep_ == "relcl" and one != verb)
    return frozenset(content) - {inner.i for one in asides for inner in one.subtree}
