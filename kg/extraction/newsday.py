"""The day of the news: when attacks were that are told as just having happened, in an article that does not say it of each."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from kg.extraction.happenings import Happening
from kg.extraction.inheriting import Inherited
from kg.extraction.mentions import Act, is_verb
from kg.extraction.times import Time, times
from kg.extraction.truecasing import as_written
from kg.extraction.whentold import is_of_speech

_FRESH = timedelta(days=7)
"""What is news happened no longer ago."""
_LEAD, _NEAR = 3, 2
"""How many paragraphs tell the news itself, and how far behind an account of old days they are still what is spoken of."""
_SEVERAL = 4
"""In so many places is what a report sums up, not what has just happened."""
_OLD = re.compile(
    r"\b(?:previous(?:ly)?|earlier (?:this|that) (?:week|month|year)|in the past|last (?:week|month|year)"
    r"|(?:years?|months?|weeks?|days?) (?:ago|earlier|before)|the (?:previous|following|next) day"
    r"|(?:19|20)\d\d|decades?|anniversary|history|historically|ago|since|once|ever|past|recent(?:ly)?|formerly|used to"
    r"|sentenced|convicted|trial|courts?|charged|extradit\w+|indict\w+|commemorat\w+|memorial|mastermind\w*)\b"
)
_ONE_DAY = timedelta(days=1)


def undated(
    events: Sequence[Happening], docs: Sequence[Doc], titles: int, published: date | None, dated: set[int]
) -> Iterator[Inherited]:
    """The day of the news for each single attack that is told as news, and of which nothing says when it was.

    `dated` are the numbers of events whose days were learnt otherwise.
    """
    if published is None:
        return
    day, why = _day_of(events, docs, titles, published)
    for event in events:
        if event.days or event.number in dated or len(set(event.places)) >= _SEVERAL:
            continue
        act = next((act for act in event.acts if _is_news(act) and not (event.campaign and _goes_on(act, titles))), None)
        if act is None or _among_old(act, events, published):
            continue
        if (before := _before_it(act, events, published)) is not None:
            yield Inherited(event, act, None, before, "time inferred: that of the attack before it in the paragraph")
        else:
            yield Inherited(event, act, None, day, why)


def _before_it(act: Act, events: Sequence[Happening], published: date) -> Time | None:
    """The day of the attack told last before it in the paragraph, if that is news."""
    before = [
        other
        for event in events
        for other in event.acts
        if other.doc == act.doc and other.token.i < act.token.i and other.time and not _is_measure(other) and not other.aside
    ]
    last = max(before, key=lambda other: other.token.i, default=None)
    time = last.time if last is not None else None
    return time if time is not None and _is_fresh(time, published) and not time.stretch else None


def _day_of(events: Sequence[Happening], docs: Sequence[Doc], titles: int, published: date) -> tuple[Time, str]:
    """The day of the first attack that is news and dated, or that of the lead; else that of publication or the one before."""
    acts = sorted((act for event in events if not event.campaign for act in event.acts), key=lambda act: (act.doc, act.token.i))
    dated = [(act.doc, act.time) for act in acts if act.time and act.doc < titles + 2 * _LEAD]
    first = next(((doc, time) for doc, time in dated if _is_fresh(time, published) and not time.stretch), None)
    for number, doc in enumerate(docs[titles : titles + _LEAD], titles):
        if first is not None and first[0] <= number:
            break
        spoken: Time | None = None
        for time, is_spoken in _told(doc, published):
            if not is_spoken:
                return time, "time inferred: the day that the article begins with"
            spoken = spoken or time
        if spoken is not None and spoken.days[0]:
            return _of_days(spoken.days[0] - _ONE_DAY, spoken.days[0]), "time inferred: spoken of that day, or the day before"
    if first is not None:
        return first[1], "time inferred: that of the attack that the article tells of"
    return _of_days(published - _ONE_DAY, published), "time inferred: news of the day of publication"


def _told(doc: Doc, published: date) -> Iterator[tuple[Time, bool]]:
    """The days of the news that a paragraph tells of, and whether each is only that on which somebody spoke."""
    for sentence in doc.sents:
        for time in times(as_written(sentence), published):
            start = sentence.start_char + time.start
            span = doc.char_span(start, sentence.start_char + time.end, alignment_mode="expand")
            if span is not None and _is_fresh(time, published) and not time.stretch:
                yield time, is_of_speech(span.root, sentence)


def _of_days(first: date, last: date) -> Time:
    return Time(0, 0, (first, last), False, "")


def _is_fresh(time: Time, published: date) -> bool:
    first, last = time.days
    return first is not None and last is not None and published - first <= _FRESH and last - first <= _ONE_DAY


def _is_news(act: Act) -> bool:
    """Whether the attack is told as something that has just been: in a plain past, without a word of earlier days."""
    sentence = act.token.sent
    if act.aside or act.implied or _OLD.search(sentence.text.lower()):
        return False
    verb = _finite(act.token)
    if verb is None:
        return act.doc == 0
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"would", "will", "could", "may", "might", "can", "should", "must", "to"}:
        return False
    return not ("had" in helpers and verb.dep_ not in ("ccomp", "relcl"))


def _goes_on(act: Act, titles: int) -> bool:
    """Whether many attacks are told of as lasting, or not where the article begins: they need not be of one day."""
    verb = _finite(act.token)
    lasting = verb is not None and any(child.lower_ in ("been", "has", "have", "is", "are") for child in verb.children)
    words = {one.lemma_.lower() for one in act.token.sent}
    return lasting or act.doc > titles + 1 or bool(words & _LASTING)


_LASTING = frozenset({
    "regularly", "repeatedly", "routinely", "daily", "often", "year", "month", "week", "ongoing", "continue", "intensify",
    "escalate", "resume", "increasingly", "frequently",
})  # fmt: skip


def _finite(token: Token) -> Token | None:
    """The verb of the clause in which the attack is told."""
    for one in (token, *token.ancestors):
        if one.pos_ in ("VERB", "AUX") and (
            one.tag_ in ("VBD", "VBZ", "VBP") or any(child.dep_ in ("aux", "auxpass") for child in one.children)
        ):
            return one
    return None


def _is_measure(act: Act) -> bool:
    """Whether it is named only to measure what is news: the heaviest fighting since clashes in July."""
    token, measures = act.token, ("since", "than", "like", "as")
    clause = token if is_verb(token) else token.head
    since = any(child.dep_ == "mark" and child.lower_ == "since" and child.i < token.i for child in clause.children)
    return (token.dep_ == "pobj" and token.head.lower_ in measures) or (clause.pos_ == "VERB" and since)


def _among_old(act: Act, events: Sequence[Happening], published: date) -> bool:
    """Whether what was dated last, shortly before it, is of old days."""
    before = [
        other
        for event in events
        for other in event.acts
        if other.time and other.time.days[1] and (other.doc, other.token.i) < (act.doc, act.token.i) and not _is_measure(other)
    ]
    last = max(before, key=lambda other: (other.doc, other.token.i), default=None)
    if last is None or last.time is None or last.time.days[1] is None or act.steps_after(last) > _NEAR:
        return False
    return published - last.time.days[1] > _FRESH
