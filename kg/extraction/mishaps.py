"""What is told in the words for attacks and is none: accidents, the weather, animals, illness, workers' strikes."""

from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.phrases import around, behind

_ACCIDENTS: Final = frozenset({
    "gas", "boiler", "pipeline", "pipe", "cylinder", "stove", "firework", "fireworks", "mining", "colliery", "accidental",
    "volcanic", "methane", "dust", "industrial", "kitchen", "leak", "propane", "fertiliser", "fertilizer", "transformer",
    "generator", "tank", "canister", "furnace", "volcano",
})  # fmt: skip
"""What explodes by itself."""
_BEASTS: Final = frozenset({
    "heart", "panic", "asthma", "shark", "bear", "dog", "elephant", "crocodile", "tiger", "leopard", "wolf", "snake",
    "anxiety", "verbal", "cyber", "information", "media", "personal", "ransomware", "hacking", "advertising", "political",
    "rhetorical",
})  # fmt: skip
"""What stands before `attack` where no arms are used."""
_CANVASSING: Final = frozenset({
    "presidential", "election", "electoral", "re-election", "reelection", "house", "senate", "parliamentary", "primary",
    "influence", "propaganda", "disinformation", "misinformation", "smear", "press", "publicity", "fundraising", "referendum",
})  # fmt: skip
"""What stands before `campaign` where votes or minds are to be won."""
_LABOUR: Final = frozenset({
    "general", "nationwide", "hunger", "labour", "labor", "rail", "wildcat", "teacher", "doctor", "nurse", "worker",
    "student", "sit-in", "indefinite", "industrial", "transport", "lightning", "hour", "day", "union",
})  # fmt: skip
"""What stands before `strike` where people stop work."""
_NATURE: Final = frozenset({
    "earthquake", "quake", "tremor", "aftershock", "storm", "flood", "flooding", "crisis", "inflation", "poverty",
    "sanction", "avalanche", "landslide", "mudslide", "tornado", "cyclone", "hurricane", "typhoon", "tsunami", "blizzard",
    "wildfire", "drought", "virus", "pandemic", "epidemic", "cholera", "famine", "wave", "rain", "wind",
    "lightning", "outbreak", "ebola", "malware", "worm", "tariff", "scandal", "outage", "blackout", "recession", "layoff",
})  # fmt: skip
"""What strikes a country without anybody's doing."""
MATTERS: Final = frozenset({
    "plan", "idea", "decision", "policy", "record", "report", "critic", "website", "proposal", "budget", "law",
    "bill", "reform", "problem", "issue", "remark", "comment", "question", "inflation", "poverty", "corruption",
    "character", "integrity", "credibility", "reputation", "legacy", "amendment", "argument", "motive", "patriotism",
})  # fmt: skip
"""What is attacked with words, or through a computer."""
_WORDS: Final = frozenset({
    "question", "call", "email", "e-mail", "message", "letter", "tweet", "criticism", "request", "ad", "advert", "complaint",
    "insult", "petition", "abuse",
})  # fmt: skip
"""What people are bombarded with where no bombs fall."""
_TALK: Final = frozenset({"hearing", "debate", "speech", "ad", "advert", "interview", "tweet", "editorial", "column", "op-ed"})
_TALKERS: Final = frozenset({"democrat", "critic", "lawmaker", "senator", "candidate", "pundit", "commentator", "columnist"})

_SEARCHING = frozenset({"arrest", "detain", "detention", "warrant", "prosecutor"})
_BATTLING = frozenset({"army", "soldier", "troop", "jet", "warplane", "air", "gunman", "militant", "fighter", "rebel"})


def is_search(raid: Token) -> bool:
    """Whether it is a raid to search and to arrest, by nobody who fights: police detained five in raids, raided eleven homes."""
    words = list(raid.sent) if raid.lemma_.lower() == "raid" else []
    told = {one.lemma_.lower() for one in words}
    seized = {one.i for one in words if one.dep_ in ("dobj", "nsubjpass") and one.head.lemma_.lower() in _SEARCHING}
    fighting = {one.lemma_.lower() for one in words if one.i not in seized} & (_BATTLING | W.KILL | W.INJURE)
    return bool(told & _SEARCHING) and not fighting


def is_mishap(noun: Token) -> bool:
    """Whether the noun is for an accident, an animal's attack, an illness or a strike of workers: a gas explosion."""
    lemma = noun.lemma_.lower()
    before = {child.lemma_.lower() for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod")}
    if lemma in ("explosion", "blast"):
        return bool(_ACCIDENTS & (before | {one.lemma_.lower() for one in _what_burst(noun)}))
    if lemma in ("attack", "campaign", "offensive", "assault", "blitz"):
        beasts = _BEASTS | _CANVASSING if lemma == "campaign" else _BEASTS
        return bool(before & beasts) or _is_of_words(noun) or (lemma == "assault" and _is_of_weapon(noun))
    return lemma == "strike" and (bool(before & _LABOUR) or _is_of_workers(noun))


def _is_of_words(attack: Token) -> bool:
    """Whether it is made with words: attacks on his record, at a hearing, from critics."""
    verb = next((one for one in attack.ancestors if one.pos_ == "VERB"), attack)
    told = (attack, verb) if verb.lemma_.lower() in _STANDING else (attack,)
    return (
        any(one.lemma_.lower() in MATTERS for one in behind(attack, "on", "against") if not _is_claimed_on(one, attack))
        or any(one.lemma_.lower() in _TALKERS for part in told for one in behind(part, "from", "by"))
        or any(one.lemma_.lower() in _TALK for one in behind(verb, "at", "in", "during") if verb in told)
    )


def _is_claimed_on(matter: Token, attack: Token) -> bool:
    """Whether it is where an attack is claimed, not what was attacked: claimed responsibility for it on its website."""
    claim = any(one.lower_ in ("responsibility", "credit") or one.lemma_.lower() == "claim" for one in attack.ancestors)
    return claim and any(child.dep_ == "poss" and child.pos_ == "PRON" for child in matter.lefts)


_STANDING: Final = frozenset({"withstand", "face", "endure", "weather", "fend", "beat", "deflect", "parry", "rebuff", "survive"})
"""What one does about attacks with words, too."""


def _is_of_weapon(assault: Token) -> bool:
    """Whether it is a rifle that is called so, whatever marks stand between: a ban of "assault" weapons."""
    after = next((one for one in assault.doc[assault.i + 1 : assault.i + 4] if one.is_alpha), None)
    return after is not None and after.lemma_.lower() in ("weapon", "rifle", "gun", "style", "pistol")


def with_words(verb: Token) -> bool:
    """Whether words are what it is done with: bombarded the office with calls."""
    return any(one.lemma_.lower() in _WORDS for one in behind(verb, "with"))


def _is_of_workers(strike: Token) -> bool:
    """Whether workers are on strike, with nothing more said of it: not a report on strikes that Russia made."""
    return strike.lower_ == "strike" and strike.head.lower_ == "on" and not list(strike.lefts) and not list(strike.rights)


def _what_burst(explosion: Token) -> list[Token]:
    """What is said to have exploded: the explosion of a gas cylinder."""
    return [
        part
        for child in explosion.rights
        if child.lower_ == "of"
        for one in child.children
        for part in (one, *one.lefts)
        if one.dep_ == "pobj"
    ]


def by_nature(verb: Token) -> bool:
    """Whether what is done is done by nature or by hardship: a storm tore through the camp; the region is hit by drought."""
    verbs = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    doers = [child for one in verbs for child in one.children if child.dep_ == "nsubj"]
    doers += around(verb, "by", "in")
    words = [word for one in doers for word in (one, *one.lefts, *one.conjuncts)]
    return any((one.lemma_.lower() in _NATURE and not _is_of_arms(one)) or is_mishap(one) for one in words)


def _is_of_arms(wave: Token) -> bool:
    """Whether it is a wave or a rain of missiles, or a storm of fire."""
    return any(child.lower_ == "of" for child in wave.children)
