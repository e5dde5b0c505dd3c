"""When an attack was, by the expression of time that belongs to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from kg.extraction import words as W
from kg.extraction.mentions import Act, is_verb
from kg.extraction.times import Time, times
from kg.extraction.truecasing import as_written
from kg.extraction.whentold import is_of_speech

_FRESH = 6
"""What was said so many days ago or less was said then; what is older was done then."""


def time_of(act: Act, doc: Doc, published: date | None, triggers: set[int]) -> Time | None:
    """The expression of time that is nearest, in the same clause or else alone in the sentence."""
    found = list(_in_sentence(act.token, doc, published))
    best: tuple[float, Time] | None = None
    for span, time in found:
        if time.since and _ranks(span):
            continue
        its_day = _is_the_day(span.root, act.token)
        if (link := _counted_from(span.root, act.token)) is not None:
            if (counted := _counted(time, link)) is None:
                continue
            time = counted
        elif governed_by_other(span.root, act.token, triggers) and not its_day:
            continue
        if its_day and time.since:
            time = replace(time, days=(time.days[0], time.days[0]), since=False, stretch=False)
        distance = 1 if its_day else _distance(span.root, act, triggers)
        if is_of_speech(span.root, act.token.sent):
            if published is None or time.days[0] is None or (published - time.days[0]).days <= _FRESH:
                continue
            distance = min(distance, 30)
        old = published is not None and time.days[0] is not None and (published - time.days[0]).days > _FRESH
        if (
            (_is_ranked(act.token) and _goes_on(time, published))
            or _aside(span.root, act.token)
            or _of_another_verb(span, act.token, old)
        ):
            continue
        if best is None or distance < best[0]:
            best = distance, time
    own = _own_year(act.token, best[1] if best and best[0] < 40 else None)
    return _shifted(act, [time for _, time in found], published) or _begun(act, own, published)


ANSWERING = frozenset({"response", "retaliation", "reprisal", "revenge", "reaction", "reply", "retribution", "punishment"})
"""What a blow is called that answers another one."""
TELLING = frozenset({
    *W.HITTING, *W.KILL, *W.INJURE, *W.CARRY_OUT, *W.BREAKING_OUT,
    "explode", "detonate", "take", "occur", "happen", "leave", "be", "cause", "set",
    "shake", "rock", "come", "land", "fall", "tear", "rip", "slam", "have", "do", "make", "use", "see", "suffer", "face", "follow",
    "last", "send", "force", "trigger", "spark",
})  # fmt: skip
"""Verbs that tell of an attack that is their subject or object, so that their time and place are its own."""
RESPONDING = W.SAY | W.DENY_VERBS | W.ADMIT | frozenset({
    "condemn", "denounce", "claim", "blame", "draw", "investigate", "discuss", "criticise", "criticize", "mourn", "prompt", "link",
    "attribute", "describe", "mark", "debate", "arrest", "sentence", "convict", "try", "jail", "extradite", "indict", "detain",
    "free", "identify", "bury", "visit",
})  # fmt: skip
"""Verbs of what is said and done afterwards."""


def _of_another_verb(span: Span, trigger: Token, old: bool) -> bool:
    """Whether it is when something was done about the attack: police arrested two men on Monday over the attack."""
    if trigger.pos_ == "VERB":
        return False
    verb = next((one for one in span.root.ancestors if one.pos_ in ("VERB", "AUX")), None)
    below, answers = trigger, False
    for one in trigger.ancestors:
        if one == verb:
            break
        below = one
        answers |= one.lemma_.lower() in ANSWERING
    else:
        return False
    if span.root in below.subtree or verb.lemma_.lower() in W.SAY:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if answers or (helpers & {"will", "to", "would"} and "have" not in helpers):
        return True
    lemma = verb.lemma_.lower()
    if below.dep_ in ("nsubj", "nsubjpass"):
        return lemma in RESPONDING and below == trigger
    behind = below.right_edge.i < span.start <= below.right_edge.i + 2
    return not behind and (lemma in RESPONDING or (lemma not in TELLING and not old))


def _ranks(span: Span) -> bool:
    """Whether it only tells among what it is the worst: the deadliest attack since 2015, the first such raid since May."""
    before = span.doc[max(span.sent.start, span.start - 6) : span.start]
    return any(one.tag_ in ("JJS", "RBS") or one.lower_ == "first" for one in before)


def _goes_on(time: Time, published: date | None) -> bool:
    """Whether it is a stretch up to the news, among whose attacks one is ranked; the worst attack last year was in that year."""
    last = time.days[1]
    over = last is not None and published is not None and (published - last).days > _FRESH
    return time.since or (time.days[0] != last and not over)


def _is_ranked(trigger: Token) -> bool:
    """Whether it is compared with those before: the deadliest attack this year, the first raid since 2014."""
    return any(child.tag_ in ("JJS", "RBS") or child.lower_ in ("first", "second", "third") for child in trigger.lefts)


def _own_year(trigger: Token, time: Time | None) -> Time | None:
    """The year that stands before the noun, if no day of it is told: the 2016 bombing."""
    year = next((one for one in trigger.lefts if one.text.isdigit() and one.text[:2] in ("19", "20") and len(one.text) == 4), None)
    if year is None or (time is not None and time.days[0] is not None and str(time.days[0].year) == year.text):
        return time
    start = year.idx - trigger.sent.start_char
    days = (date(int(year.text), 1, 1), date(int(year.text), 12, 31))
    return Time(start, start + 4, days, False, year.text)


def governed_by_other(token: Token, trigger: Token, triggers: set[int]) -> bool:
    """Whether the words belong to another attack's, as `in Mosul` in: a man linked to the bombing in Mosul was hit."""
    nearest = next((one for one in token.ancestors if one.i in triggers), None)
    if nearest is None or nearest == trigger or (nearest.dep_ in ("acl", "relcl") and nearest.head == trigger):
        return False
    return nearest not in set(trigger.ancestors)


def _in_sentence(token: Token, doc: Doc, published: date | None) -> Iterator[tuple[Span, Time]]:
    """The expressions of time in the sentence of the attack, with what they are for it."""
    sentence = token.sent
    for time in times(as_written(sentence), published):
        span = doc.char_span(sentence.start_char + time.start, sentence.start_char + time.end, alignment_mode="expand")
        if span is not None:
            yield span, replace(time, since=True, stretch=True, days=(time.days[0], None)) if _is_since(span.root, token) else time


def _aside(root: Token, trigger: Token) -> bool:
    """Whether it is the time of something else that is said of what was hit: a plant that was captured in March."""
    for one in root.ancestors:
        if one == trigger or trigger in one.subtree:
            return False
        if one.dep_ == "relcl" and one.pos_ == "VERB" and one.lemma_.lower() not in W.HITTING | W.KILL:
            return True
    return False


def _is_since(root: Token, trigger: Token) -> bool:
    """Whether it tells since when: since the start of the campaign in May, since Moscow began to bomb on Sunday."""
    for one in root.ancestors:
        if one == trigger and one.dep_ == "pobj":
            return False
        if one.lower_ == "since" and one.i < root.i:
            return True
        if W.ATTACK_NOUNS.get(one.lemma_.lower(), "Campaign") != "Campaign":
            return False
        if one.pos_ in ("VERB", "AUX"):
            marked = any(child.dep_ == "mark" and child.lower_ == "since" for child in one.children)
            return marked and (trigger not in one.subtree or one.lemma_.lower() in _BEGIN)
    return False


def _distance(root: Token, act: Act, triggers: set[int]) -> float:
    """How far apart the two stand; further if in another clause, or nearer to another attack."""
    distance = abs(root.i - act.token.i) + (0 if root.i in act.clause else 25)
    nearer = min((abs(root.i - other) for other in triggers if other != act.token.i), default=99)
    own = root.i in {one.i for one in act.token.subtree}
    return distance + (10 if nearer < abs(root.i - act.token.i) and not own else 0)


def _is_the_day(root: Token, trigger: Token) -> bool:
    """Whether the expression is that of the day on which it is said to have been: on 3 May, the day the war began."""
    for one in (trigger, *trigger.ancestors):
        if one.dep_ == "relcl" and one.head.lower_ == "day" and 0 < one.head.i - root.i <= 6:
            return True
        if one.dep_ in ("relcl", "advcl") and any(child.lower_ == "when" and -3 <= child.i - root.i <= 5 for child in one.children):
            return one not in root.subtree or root.head != one
    return False


def _shifted(act: Act, around: Sequence[Time], published: date | None) -> Time | None:
    """The time of what was a day before or after the rest of the sentence: on Friday, two days after a raid on the port."""
    link = act.token if is_verb(act.token) else act.token.head
    while link.pos_ not in ("ADP", "SCONJ") and link.dep_ in _WITHIN and link.head != link:
        link = link.head
    link = next((child for child in link.children if child.dep_ == "mark"), link) if link.pos_ == "VERB" else link
    if (side := _beside_day(act.token)) and len(around) == 1 and (day := around[0].days[0]) and day == around[0].days[1]:
        other = day + timedelta(days=side)
        return replace(around[0], days=(other, other), words=f"the {'previous' if side < 0 else 'next'} day, {around[0].words}")
    unit = link.nbor(-1) if link.lower_ in ("after", "before") and link.sent.start < link.i < act.token.i else None
    clause = (link.head if link.dep_ == "mark" else link).subtree
    inside = {one.idx - link.sent.start_char for one in clause}
    exact = [one for one in around if one.days[0] and one.days[0] == one.days[1] and not _inside(act, one)]
    exact = [one for one in exact if inside.isdisjoint(range(one.start, one.end))]
    if unit is not None and not around and published and link.lower_ == "after":
        return _before_the_news(unit, link, published)
    if unit is None or unit.lower_ not in ("day", "days") or not exact or any(_inside(act, one) for one in around):
        return None
    time = min(exact, key=lambda one: abs(link.idx - link.sent.start_char - one.start))
    assert time.days[0]
    count = _count(unit)
    day = time.days[0] + timedelta(days=-count if link.lower_ == "after" else count)
    return replace(time, days=(day, day), words=f"{unit.doc[unit.left_edge.i : link.i + 1].text} {time.words}")


def _beside_day(attack: Token) -> int:
    """How many days from the day that the sentence tells: the previous day's attack."""
    day = next((child for child in attack.lefts if child.dep_ == "poss" and child.lower_ == "day"), None)
    words = {child.lower_ for child in day.lefts} if day is not None else set()
    return -1 if "previous" in words else 1 if words & {"next", "following"} else 0


_WITHIN = ("pobj", "pcomp", "nsubj", "compound", "amod", "conj")


def _before_the_news(unit: Token, link: Token, published: date) -> Time | None:
    """The time of that after which the news comes: the arrests came two days after the attack."""
    verb = next((one for one in link.ancestors if one.lemma_.lower() == "come" and one.pos_ == "VERB"), None)
    length = _LENGTHS.get(unit.lower_.removesuffix("s"))
    if verb is None or length is None or any(child.lower_ in ("had", "would", "will") for child in verb.children):
        return None
    if any(child.dep_ == "nsubj" and child.lemma_.lower() in W.ATTACK_NOUNS for child in verb.children):
        return None  # told of an attack that may itself be days old
    count = _count(unit)
    first, last = (published - timedelta(days=count * length + slack) for slack in (1 + length // 4, -(length // 4)))
    words = unit.doc[unit.left_edge.i : link.i + 1]
    start = words.start_char - unit.sent.start_char
    return Time(start, start + len(words.text), (first, last), False, words.text)


_LENGTHS = {"day": 1, "week": 7, "month": 30}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _inside(act: Act, time: Time) -> bool:
    """Whether the expression stands in the phrase for the attack itself."""
    start, words = act.token.doc[act.token.left_edge.i].idx, act.token.doc[act.token.left_edge.i : act.token.right_edge.i + 1]
    begins = act.token.sent.start_char + time.start
    return start <= begins < start + len(words.text)


def _counted_from(root: Token, trigger: Token) -> Token | None:
    """The word before what was when the time tells, and so much sooner or later the attack: a day after [a raid on Sunday]."""
    for one in root.ancestors:
        if one == trigger or trigger in one.subtree:
            return None
        marks = [one, *(child for child in one.lefts if child.dep_ == "mark")]
        link = next((word for word in marks if word.lower_ in ("after", "before") and word.pos_ in ("ADP", "SCONJ")), None)
        if link is not None and link.i > link.sent.start:
            unit = link.nbor(-1).lower_.removesuffix("s")
            return link if unit in ("minute", "hour", *_LENGTHS) and trigger.i < link.i else None
    return None


def _counted(time: Time, link: Token) -> Time | None:
    """The time so many days, or some hours, after or before a day."""
    unit, day = link.nbor(-1), time.days[0]
    if day is None or day != time.days[1] or unit.lower_.removesuffix("s") not in ("day", "hour", "minute"):
        return None
    sign = 1 if link.lower_ == "after" else -1
    count = _count(unit) if unit.lower_.startswith("day") else 0
    ends = sorted((day + sign * timedelta(days=count), day + sign * timedelta(days=count or 1)))
    words = f"{unit.doc[unit.left_edge.i : link.i + 1].text} {time.words}"
    return replace(time, days=(ends[0], ends[1]), words=words)


def _count(unit: Token) -> int:
    """How many days, weeks or months the noun with its number is."""
    return next((_COUNTS[one.lower_] for one in unit.lefts if one.lower_ in _COUNTS), 1)


def _begun(act: Act, time: Time | None, published: date | None) -> Time | None:
    """What was begun on a day and is a campaign lasts on, as far as the article can know."""
    if time is None or not time.days[0]:
        return time
    if time.since and time.days[1] is None and published and published >= time.days[0]:
        return replace(time, days=(time.days[0], published))
    if not act.campaign or time.stretch:
        return time
    verb = act.token.head
    if act.token.dep_ == "pobj" and verb.head.lower_ in ("start", "beginning", "launch", "onset"):
        verb = verb.head
    begins = verb.lemma_.lower() in _BEGIN
    return replace(time, days=(time.days[0], published), since=True, stretch=True) if begins else time


_BEGIN = frozenset({"begin", "start", "launch", "embark", "beginning", "onset", "open"})
