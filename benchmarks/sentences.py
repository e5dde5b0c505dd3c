"""The sentences of one synthetic article, with what is annotated of them."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Block = dict[str, Any]

STRIKES = 6
"""Strikes in one article."""

NETWORK = "syrian-network-for-human-rights"
_SOURCES = ("syrian-observatory-for-human-rights", NETWORK, "amnesty-international", "activists", "medics")
_PLACES = ("idlib", "sarmin", "aleppo", "latakia", "talbiseh", "deir-ez-zor", "daraa", "douma", "homs-governorate")
_SITES = (("Hospital", "hospital"), ("School", "school"), ("Market", "market"), ("PlaceOfWorship", "mosque"), ("Camp", "camp"))
_ACCUSED: tuple[str | Block, ...] = (
    "russia",
    "russia",
    "syrian-government",
    "us-led-coalition",
    {"any_of": ["russia", "syrian-government"]},
    {"all_of": ["russian-aerospace-forces", "syrian-armed-forces"]},
)
_SPOKESMEN = ("igor-konashenkov", "dmitry-peskov", "viktor-ozerov", "syrian-ambassador-moscow", "vladimir-putin")
_FORMS = ("notOurAct", "noSuchEvent", "notIntended", "burdenOfProof", "sourceDiscredited")
_WEAPONS = ("clusterMunition", "airDroppedBomb", "unguidedBomb", "missile", "barrelBomb")
_EVIDENCE = ("flightPatterns", "location", "eyewitnesses", "imagery", "munitionsUsed", "interviews")
_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth")
_TOPICS = ("villages", "talks", "aid", "fuel", "roads", "schools", "flights", "clinics")


@dataclass
class Draft:
    """An article in the making: its sentences, and what is annotated of them."""

    number: int
    chance: random.Random
    day: date
    sentences: list[str] = field(default_factory=list)
    sites: Block = field(default_factory=dict)
    events: Block = field(default_factory=dict)
    statements: list[Block] = field(default_factory=list)

    def say(self, sentence: str, **fields: Any) -> None:
        """A sentence that is one statement; the quotation is the whole of it."""
        self.sentences.append(f"{sentence}.")
        self.statements.append({"quote": sentence, **fields})

    def said(self) -> Block:
        """The day before the article."""
        before = self.day - timedelta(days=1)
        return {"earliest": before, "latest": before, "as_said": "the day before", "basis": "inferredFromText"}


def tell(draft: Draft) -> None:
    """Writes the whole article: a campaign, its strikes with their answers, a toll, what was said at second hand, and asides."""
    _lead(draft)
    for position in range(STRIKES):
        _strike(draft, position)
        _answer(draft, position)
    _tolls(draft)
    _chains(draft)
    for position, topic in enumerate(draft.chance.sample(_TOPICS, 5)):
        _aside(draft, position, topic)


def _lead(draft: Draft) -> None:
    label = f"synthetic campaign {draft.number}"
    draft.events["campaign"] = {"kind": "Campaign", "label": label, "mention": {"quote": f"the air campaign called {label}"}}
    start = {"earliest": date(2015, 9, 30), "as_said": "since 30 September 2015", "basis": "statedInText"}
    draft.say(
        f"Report {draft.number:06} of {draft.day}: the air campaign called {label} goes on, since 30 September 2015",
        asserts=[
            {"about": "campaign", "occurrence": True},
            {"id": "campaign-attacker", "about": "campaign", "attacker": "russia"},
            {"about": "campaign", "place": "syria"},
            {"about": "campaign", "time": start},
            {"about": "campaign", "context": f"The campaign of report {draft.number} goes on."},
        ],
    )


def _strike(draft: Draft, position: int) -> None:
    chance, number, key = draft.chance, _NUMBERS[position], f"strike-{position}"
    place, (kind, word) = chance.choice(_PLACES), chance.choice(_SITES)
    day, source = draft.day - timedelta(days=chance.randrange(1, 30)), chance.choice(_SOURCES)
    spoken = {"speaker": source, "said": draft.said()}
    label = f"{word} of report {draft.number}, {number}"
    draft.sites[f"site-{position}"] = {"kind": kind, "label": label, "place": place, "count": 1}
    draft.events[key] = {
        "kind": chance.choice(("AirStrike", "AirStrike", "Shelling")),
        "label": f"{number} strike, {place}, {day}",
        "part_of": "campaign",
        "mention": {"quote": f"the {number} strike, in {place}"},
    }
    draft.say(
        f"According to sources, the {number} strike, in {place}, hit a {word} on {day}",
        id=f"report-{position}",
        **spoken,
        asserts=[
            {"id": f"occurrence-{position}", "about": key, "occurrence": True},
            {"about": key, "place": place},
            {"about": key, "time": {"earliest": day, "latest": day, "as_said": f"on {day}", "basis": "statedInText"}},
            {"id": f"target-{position}", "about": key, "target": f"site-{position}"},
            {"about": key, "damage": chance.choice(("hit", "damaged", "destroyed"))},
        ],
    )
    draft.say(
        f"They blamed the {number} strike on aircraft that witnesses had seen",
        id=f"accusation-{position}",
        **spoken,
        certainty=chance.choice(("certain", "probable")),
        **({"originally_in": "report-of-the-month"} if position % 2 else {}),
        asserts=[
            {"id": f"attacker-{position}", "about": key, "attacker": chance.choice(_ACCUSED)},
            {"about": key, "weapon": chance.choice(_WEAPONS)},
            {"about": key, "of": source, "evidence": chance.choice(_EVIDENCE)},
        ],
    )
    killed, children = chance.randrange(10, 90), chance.randrange(2, 9)
    draft.say(
        f"In the {number} strike at least {killed} civilians were killed, among them {children} children",
        **spoken,
        asserts=[
            {"id": f"killed-{position}", "about": key, "figure": _killed("civilians", killed, bound="atLeast")},
            {"about": key, "figure": _killed("children", children, part_of=f"killed-{position}")},
            {"about": key, "context": f"Rescue went on for {children + 1} hours after the {number} strike."},
        ],
    )
    draft.say(
        f"The {number} strike came as people gathered, and {word} and road were closed for {killed} days",
        asserts=[
            f"occurrence-{position}",
            f"target-{position}",
            {"about": key, "context": f"People had gathered when the {number} strike came."},
            {"about": key, "context": f"The road was closed for {killed} days."},
        ],
    )


def _killed(population: str, number: int, **fields: Any) -> Block:
    return {"outcome": "killed", "population": population, "number": number, **fields}


def _answer(draft: Draft, position: int) -> None:
    """How the accused answers: five of six times by a denial, of which two are blanket; else by silence or by conceding a part."""
    chance, number = draft.chance, _NUMBERS[position]
    spoken = {"speaker": chance.choice(_SPOKESMEN), "said": draft.said(), "responds_to": [f"accusation-{position}"]}
    if position == STRIKES - 1:
        if chance.random() < 0.5:
            draft.say(
                f"Asked about the {number} strike, the ministry has not responded",
                speaker="russian-defence-ministry",
                silent_on=[f"attacker-{position}"],
                responds_to=[f"accusation-{position}"],
            )
        else:
            draft.say(
                f"A spokesman conceded that the {number} strike took place",
                **spoken,
                acknowledges=[f"occurrence-{position}"],
                extent="partial",
            )
    elif position in (1, 3):
        scope = {
            "actors": ["russian-aerospace-forces"],
            "act": "AirStrike",
            "components": ["AttackerClaim", "CasualtyClaim"],
            "wording": f"never struck civilians, and not in the {number} strike",
        }
        scope |= {"place": "syria", "target": chance.choice(("Hospital", "School"))} if position == 1 else {"victims": "civilians"}
        draft.say(
            f"The force has never struck civilians, and not in the {number} strike, a spokesman said",
            **spoken,
            form=["literal"],
            scope=[scope],
        )
    else:
        aimed = {"against": ["turkey"]} if position == 4 else {}
        form = "counterAccusation" if aimed else chance.choice(_FORMS)
        draft.say(
            f"It was not our act, a spokesman said of the {number} strike, and called the accusers liars",
            **spoken,
            **aimed,
            form=[form],
            denies=[f"attacker-{position}"],
        )


def _tolls(draft: Draft) -> None:
    """A toll of a month that its parts make up."""
    parts = [
        (party, draft.chance.randrange(20, 700)) for party in ("russia", "syrian-government", "islamic-state", "kurdish-forces")
    ]
    total = sum(number for _, number in parts)
    spoken = {"speaker": NETWORK, "originally_in": "report-of-the-month", "said": draft.said()}
    first = draft.day.replace(day=1) - timedelta(days=1)
    month = {"earliest": first, "latest": draft.day, "as_said": "in a month", "basis": "inferredFromText"}
    draft.events["toll"] = {"kind": "Campaign", "label": f"killings of a month, report {draft.number}"}
    figure = _killed("civilians", total, partitioned=True)
    draft.say(
        f"In all {total} civilians were killed in a month, a network of activists found",
        **spoken,
        asserts=[
            {"id": "toll", "about": "toll", "figure": figure},
            {"about": "toll", "time": month},
            {"about": "toll", "place": "syria"},
        ],
    )
    for position, (party, number) in enumerate(parts):
        key = f"toll-{position}"
        draft.events[key] = {
            "kind": "Campaign",
            "label": f"killings of a month by {party}, report {draft.number}",
            "part_of": "toll",
        }
        part = _killed("civilians", number, part_of="toll")
        draft.say(
            f"Of these, party number {position + 1} killed {number}, it said",
            **spoken,
            asserts=[{"about": key, "attacker": party}, {"about": key, "figure": part}, {"about": key, "time": month}],
        )


def _chains(draft: Draft) -> None:
    """Statements at second hand."""
    for position in range(2):
        number = _NUMBERS[position]
        draft.say(
            f"The Kremlin pointed to what others had said of the {number} strike",
            id=f"pointer-{position}",
            speaker="dmitry-peskov",
            said=draft.said(),
            asserts=[{"of": "syrian-ambassador-moscow", "credibility": "credible"}],
        )
        draft.say(
            f"The ambassador earlier said that the coalition made the {number} strike",
            speaker="syrian-ambassador-moscow",
            reported_in=f"pointer-{position}",
            asserts=[{"about": f"strike-{position}", "attacker": "us-led-coalition"}],
        )


def _aside(draft: Draft, position: int, topic: str) -> None:
    key = f"aside-{position}"
    draft.events[key] = {"kind": "PublicAct", "label": f"dispute over {topic}, report {draft.number}"}
    weeks = [draft.chance.randrange(2, 60) for _ in range(3)]
    contexts = [f"By count {number}, the dispute over {topic} has lasted {long} weeks." for number, long in enumerate(weeks)]
    told = [{"about": key, "context": one} for one in contexts]
    draft.say(f"Meanwhile a dispute over {topic} went on", asserts=[{"about": key, "occurrence": True}, *told])
