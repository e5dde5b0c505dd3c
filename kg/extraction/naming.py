"""What a name or a noun is the name of: a country, a person, an organisation, an armed force."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.countries import capitals, countries, country_words, names_around, states_of_america
from kg.terms import ActorKind


def country_of(token: Token) -> str | None:
    """The code of the country that this token names, or of whose people or things it is the name."""
    word = token.lower_.removesuffix("'s")
    if word in ("us", "u.s", "u.s.") and token.text.isupper() and not is_prefixed(token):
        return "US"
    if not token.text[0].isupper() or word in ("us", "is", "of", "in") or is_prefixed(token):
        return None
    found = country_around(token)
    return found[0] if found and found[2] == token.i + 1 else None


def is_prefixed(name: Token) -> bool:
    """Whether the name says what others are for or against: anti-ISIS strikes, pro-Saudi forces."""
    return name.i > 1 and name.nbor(-1).text in _HYPHENS and name.nbor(-2).lower_ in _OTHERS_THAN


_HYPHENS = frozenset("-\u2010\u2011\u2013")
_OTHERS_THAN = frozenset({"anti", "counter", "non", "post", "pre", "pro"})


def country_around(token: Token) -> tuple[str, int, int] | None:
    """The country in the longest name of one that this word is in, and where that name begins and ends.

    South Sudan is not Sudan, nor is Guinea-Bissau Guinea; Northern Ireland is no part of Ireland.
    """
    word = token.lower_.removesuffix("'s")
    longest = country_words().get(word, 0)
    if longest > 1 and not any(_may_go_on(one) for one in token.doc[max(0, token.i - 1) : token.i + 2] if one.i != token.i):
        longest = 1
    for length in range(longest, 0, -1):
        for start in range(max(0, token.i + 1 - length), token.i + 1):
            words = token.doc[start : start + length]
            if len(words) == length and words[0].text[0].isupper():
                name = words.text.lower() if length > 1 else word
                if code := names_around().get(name):
                    return code, start, start + length
    return None


def _may_go_on(beside: Token) -> bool:
    return beside.text[0].isupper() or beside.text == "-" or beside.lower_ in ("of", "and", "the")


def seat_of(token: Token) -> str | None:
    """The code of the country whose capital this token is the last word of the name of."""
    for start in (token.i - 2, token.i - 1, token.i):
        words = token.doc[max(0, start) : token.i + 1].text
        if words[0].isupper() and (code := capitals().get(words.lower())):
            return code
    return None


def countries_in(doc: Doc) -> Iterator[str]:
    """The codes of the countries that are named, or whose people are, as often as they are; names of several words as well.

    America also where one of its states is named. Not one that only backs another's army: the army, which Chad arms.
    """
    states = states_of_america()
    for token in doc:
        if (code := country_of(token)) is not None:
            yield from () if _is_backer(token) else (code,)
        elif token.text in states:
            yield "US"


def _is_backer(name: Token) -> bool:
    """Whether the country is told of beside an army only as one that backs it: the army, trained by France."""
    verb = name.head.head if name.dep_ == "pobj" and name.head.dep_ == "agent" else name.head
    does = verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() in W.BACKED and (name.dep_ == "nsubj" or verb != name.head)
    return does and verb.head.lower_ in ("army", "military", "navy", "troops", "soldiers")


def country_spoken_of(token: Token) -> str | None:
    """The country that this sentence before the word, or else the one before, is about: that in which it is done only if alone."""
    before = token.doc[: token.sent.start]
    for some in (token.doc[token.sent.start : token.i], before[-1].sent if before else before):
        named = [(one, code) for one in some if (code := country_of(one))]
        doing = [(one, code) for one, code in named if not (one.dep_ == "pobj" and one.head.dep_ == "prep")]
        if codes := {code for _, code in doing or named}:
            return codes.pop() if len(codes) == 1 else None
    return None


def organisation_kind(name: str) -> ActorKind:
    """The kind of organisation that a name tells of."""
    words = name.lower()
    if re.search(r"\b(defen[cs]e|intelligence|security|space|refugee|health|energy|nuclear|border) agency\b", words):
        return "StateBody"
    if re.search(r"\b(news|times|post|tv|television|radio|press|herald|tribune|agency|journal)\b", words):
        return "NewsPublisher"
    if re.search(r"human rights|observatory|monitor|watch", words):
        return "MonitoringGroup"
    if re.search(r"medical|relief|charity|aid\b|humanitarian|red c|rescue|civil defen[cs]e", words):
        return "HumanitarianOrganisation"
    if re.search(r"ministry|department|office of|council|parliament|police|prosecutor|government|authority", words):
        return "StateBody"
    if re.search(r"institute|university|think|research", words):
        return "ResearchOrganisation"
    if re.search(r"\b(task force|command)\b", words):
        return "ArmedForce"
    if re.search(r"brigade|front|militia|army|battalion|forces|guard", words):
        return "ArmedGroup"
    return "Organisation"


def is_common(token: Token) -> bool:
    """Whether it is a common noun, though the parser may take it for a name."""
    noun = token.tag_ == "NNPS" or _singulars(token.lower_) & (W.REBELS | W.PERSONNEL)
    quoted = token.i == token.sent.start + 1 and token.nbor(-1).is_quote
    capital = bool(noun) and (bool(token.is_sent_start) or quoted)  # any word has one there
    return token.pos_ != "PROPN" or token.text[0].islower() or capital


def _lemmas(token: Token) -> set[str]:
    """The lemma, also of a common noun that the parser takes for a name."""
    lemma = token.lemma_.lower()
    return _singulars(lemma) if token.pos_ == "PROPN" and is_common(token) else {lemma}


def _singulars(word: str) -> set[str]:
    return {word, word.removesuffix("s"), re.sub("men$", "man", word)}


def is_materiel(token: Token) -> bool:
    """Whether the noun is what a force fights with; not the force with which somebody answers."""
    mass = token.lower_ == "force" and all(child.pos_ in ("ADJ", "ADV") and not country_of(child) for child in token.lefts)
    unit = token.lower_ in ("unit", "units") and any(child.lower_ in ("army", "military") for child in token.subtree)
    return unit or (bool(_lemmas(token) & W.MATERIEL) and not mass) or bool(_JETS.fullmatch(token.text))


_JETS = re.compile(r"(?:F|FA|MiG|Mig|MIG|Su|SU|Mi|B|A|AC|AH|MQ|Tu|Ka)-?\d{1,3}[A-Z]?s?")
"""The types of warplanes and helicopters: F-16s, Su-24."""


def is_rebels(token: Token) -> bool:
    """Whether the noun is for armed opponents of a state; a fighter jet is none."""
    flies = token.dep_ == "compound" and token.head.lemma_.lower() in ("jet", "plane", "aircraft", "bomber", "pilot")
    return (bool(_lemmas(token) & W.REBELS) and not flies) or token.lower_ == "paramilitaries"


def is_of_liberators(token: Token) -> bool:
    """Whether the name of an army is one that those take who fight a state: the Kosovo Liberation Army."""
    return any(child.lower_ in ("liberation", "resistance", "freedom", "salvation") for child in token.lefts)


def is_linked(name: Token) -> bool:
    """Whether others are said to be near whom it names: al Qaeda-linked fighters, an ISIS-inspired group."""
    at = name.i + 1
    while at + 2 < len(name.doc) and name.doc[at].pos_ == "PROPN":
        at += 1
    after = [one.lower_ for one in name.doc[at : at + 2]]
    tagged = after[:1] in (["linked"], ["affiliated"], ["inspired"])
    tied = tagged and at + 1 < len(name.doc) and name.doc[at + 1].pos_ == "NOUN"  # the al-Qaeda linked group
    return tied or (after[:1] == ["-"] and after[-1] in W.LINKED)


def after_country(token: Token) -> int:
    """Where the words between the country and the head begin."""
    first = token.left_edge.i
    for one in token.doc[token.left_edge.i : token.i]:
        if country_of(one) or one.dep_ in ("det", "poss", "case") or one.pos_ in ("PUNCT", "PART"):
            first = one.i + 1
    return first


def has_own_name(label: str) -> bool:
    """Whether a group is called by a name, and not only by its creed or its people: not Muslim rebels, not Malian fighters."""
    names = (word for word in label.split() if word[0].isupper() and word.lower() not in W.CREEDS)
    return any(word.lower() not in country_words() for word in names)


def is_modifier(token: Token) -> bool:
    """Whether the name only describes the noun behind it."""
    return token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i


def is_other_name(token: Token) -> bool:
    """Whether it is only another name of what stands before it: AQIM, or al-Qaeda in the Islamic Maghreb."""
    first = token.left_edge.i
    explains = first >= 2 and token.doc[first - 1].lower_ == "or" and token.doc[first - 2].text == ","
    return explains and token.pos_ == "PROPN" and len(token.conjuncts) == 1 and token.doc[first - 3].pos_ == "PROPN"


def joined(noun: Token) -> list[Token]:
    """The noun and those joined to it, without another name of it and those who are denied: rebels, and not the army."""
    others = (one for one in noun.conjuncts if one.i > noun.i and not (is_other_name(one) or _ends_name(one, noun)))
    return [noun, *(one for one in others if not any(child.dep_ == "neg" for child in one.lefts))]


def _ends_name(place: Token, noun: Token) -> bool:
    """Whether a place joined to a name is but the end of it: the Islamic State of Iraq and Syria."""
    before = place.doc[max(place.i - 2, 0)]
    within = before.dep_ == "pobj" and before.head.lower_ == "of" and before.head.head == noun
    return within and noun.pos_ == "PROPN" and country_of(before) is not None and country_of(place) is not None


def _begins_another(one: Token) -> bool:
    """Whether another source is named from here on: the governor of Yobe | and two doctors."""
    others = one.head.conjuncts if one.lower_ == "and" else ()
    return any(other.lemma_.lower() in W.SPEAKER_ROLES or other.lower_ == "media" for other in others)


_TAILS = ("of", "from", "for", "in", "with")
_PLACED = ("", "ORG", "FAC", "GPE")


def _is_where(prep: Token) -> bool:
    """Whether it is told at what body or place they are: a source at the ministry; not: residents put it at 60."""
    return prep.lower_ == "at" and any(one.ent_type_ in _PLACED and one.pos_ != "NUM" for one in prep.children)


def source_label(token: Token) -> str:
    """What a source is called whose noun this is: `health officials in Vantora`, without articles and dates."""
    dates = [
        child.right_edge.i + 1 for child in token.lefts if child.ent_type_ in ("DATE", "TIME", "CARDINAL") and child.pos_ == "PROPN"
    ]
    others = [one.i + 1 for one in token.lefts if token.tag_ == "NN" and one.like_num and one.lower_ != "one"]  # three regime raids
    start = max([token.left_edge.i, *dates, *others, *articles_of(token)])
    start -= 2 if start > 1 and token.doc[start - 1].text == "-" and not token.doc[start - 1].whitespace_ else 0  # co-workers
    label = token.doc[start : token.i + 1].text
    tail = next((child for child in token.rights if child.dep_ == "prep" and (child.lower_ in _TAILS or _is_where(child))), None)
    if tail is not None and tail.right_edge.i - token.i <= 12:
        end = next((one.i for one in token.doc[token.i : tail.right_edge.i] if _begins_another(one)), tail.right_edge.i + 1)
        label = token.doc[start:end].text
    return re.sub(r"^(?:neither )?(?:the|an?|its|their|some|other|several|many|these|those) ", "", label, flags=re.IGNORECASE)


def articles_of(token: Token) -> list[int]:
    """Where the article of the noun stands: what is before it is none of its name, whatever the parse hangs there."""
    return [child.i for child in token.lefts if child.lower_ in ("the", "a", "an")]


def joint_countries(token: Token) -> list[str]:
    """The countries whose adjectives stand before this noun, those joined by `and` or `or` as well.

    Two that stand side by side name a people within a country, and no state: Bosnian Serb troops, Syrian Kurdish fighters.
    """
    if ethnic(token) is not None or is_of_liberators(token):
        return []
    found = []
    for child in token.lefts:
        for one in (child, *child.conjuncts):
            code = country_of(one)
            if code and code not in found and not one.lower_.endswith(("-made", "-supplied", "-built")):
                found.append(code)
    return found


def ethnic(token: Token) -> Token | None:
    """The first word of a people's name that two adjectives of countries make up: Bosnian Serb troops, Turkish Cypriot police."""
    beside = [token.nbor(-2)] if token.i - token.sent.start > 1 else []
    if token.lemma_.lower() in ("jet", "warplane", "plane", "aircraft", "helicopter"):
        return None  # Syrian Russian jets: only states have those
    for child in (*token.lefts, *beside):
        other = child.nbor(1)
        second = country_of(other) or other.lower_ in W.PEOPLES
        two = other.i < token.i and (code := country_of(child)) and second and code != second
        if two and (token.lemma_.lower() not in W.ATTACK_NOUNS or other.lower_ in W.PEOPLES):
            return child
    return None


def own_name(force: Token) -> str | None:
    """The name of an army that is not called after the country before it: Myanmar's Arakan Army, not Mali's Armed Forces."""
    if force.text not in ("Army", "Force", "Forces", "Front") or force.pos_ != "PROPN":
        return None
    first = force.i
    while first > force.sent.start and (one := force.doc[first - 1]).is_title and one.pos_ in ("PROPN", "ADJ"):
        first -= 1
    words = force.doc[first : force.i]
    if all(one.lower_ in _OF_ARMIES or country_of(one) for one in words):
        return None
    return force.doc[first : force.i + 1].text


_OF_ARMIES = frozenset({
    "defence", "defense", "armed", "air", "national", "security", "joint", "task", "special", "royal", "federal", "republican",
    "people", "peoples", "self", "military", "land", "ground", "border", "coast", "presidential", "interim", "strategic", "rocket",
    "missile", "space", "aerospace", "quick", "rapid", "reaction", "response", "intervention", "elite", "regular", "police", "home",
    "territorial", "operations", "combined", "central", "eastern", "western", "northern", "southern", "first", "second", "third",
    "fourth", "fifth", "sixth", "seventh", "eighth", "arab", "islamic", "protection", "civil", "field", "reserve", "nuclear",
    "new", "transitional", "unity", "state", "government", "counter", "anti", "terrorism", "terror", "command", "general", "staff",
})  # fmt: skip
"""Words in the names of what is the army of a state."""


def body_kind(head: Token) -> ActorKind | None:
    """The kind of a state's body, by the noun for it: the ministry, the General Staff."""
    staff = head.text == "Staff" and head.i > 0 and head.nbor(-1).text == "General"
    return "ArmedForce" if staff else W.BODY_HEADS.get(head.lower_)


def is_acronym(text: str) -> bool:
    """Whether it is a name made of capitals: ELN, M23; no country and no rank."""
    capitals_only = re.fullmatch(r"[A-Z][A-Z0-9]{1,5}", text) and (len(text) > 2 or not text.isalpha())
    return bool(capitals_only) and text.lower() not in countries() and text.lower() not in W.RANKS


def is_band(name: str) -> bool:
    """Whether what the parser takes for a person's name is that of a band: Jaish al-Islam, the Fateh al-Sham Front."""
    words = name.lower().removeprefix("the ").split()
    return words[-1] in W.BAND_NAMES or (len(words) > 1 and words[0].replace("'", "") in W.BAND_NAMES)


def named_behind(army: Token) -> Token | None:
    """The last word of the name of an army that is no state's: the Army of Conquest; not the Army of Nigeria."""
    of = army.nbor(1) if army.text in ("Army", "Front", "Forces") and army.i + 2 < len(army.doc) else army
    name = next((one for one in of.children if one.dep_ == "pobj"), None) if of.lower_ == "of" else None
    place = name is None or name.pos_ != "PROPN" or name.ent_type_ in ("GPE", "LOC") or country_of(name)
    return None if place else name


def begins_name(token: Token) -> bool:
    """Whether a word before the name of a group makes it another's: Kataib Hezbollah; no place, people, creed or office does."""
    word = token.lower_
    name = token.pos_ == "PROPN" and token.dep_ == "compound" and token.head.i == token.i + 1 and token.text.istitle()
    told = token.ent_type_ in ("GPE", "LOC", "NORP", "DATE") or country_of(token) or word in W.CREEDS | W.TITLES | W.RANKS
    return name and not told and not token.is_sent_start and token.ent_iob_ != "O"


def is_armed_group(token: Token) -> bool:
    """Whether a name is told to be an armed group's by the noun that it stands before: the M23 rebel group."""
    if token.pos_ != "PROPN" or token.dep_ != "compound":
        return False
    head = token.head
    if head.i <= token.i or head.pos_ == "PROPN" or country_of(token):
        return False
    if is_rebels(head) and is_acronym(token.text):
        return True
    beside = {child.lemma_.lower() for child in head.lefts}
    group = head.lemma_.lower() in ("group", "movement", "organisation", "organization", "faction", "force")
    return group and bool(beside & (W.REBELS | {"armed"})) and len(token.text) > 2
