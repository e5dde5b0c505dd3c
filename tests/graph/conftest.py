"""Articles and annotations as Hypothesis invents them: odd signs and brackets, nested reports, every stance, claim and figure."""

import hashlib
import re
from typing import Any, get_args

import pytest
from hypothesis import strategies as st

from kg.article import fold
from kg.terms import ActorKind, Certainty, DenialForm, EventKind, Evidence, Outcome, Population, SiteKind, Weapon

Tree = dict[str, Any]
Keys = dict[str, list[str]]
Invented = st.SearchStrategy[tuple[str, Tree]]

_ODD = [
    *("“not us”", "«nous»", "„wir“", "「我々」", "(a) [b] {c} <d>", "'it''s'", '"', "\\", "# no remark", ": ", "- ", "{a: b}", "|"),
    *("مستشفى", "\u202eRTL\u202c", "👩‍⚕️🏥", "e\u0301\u0327", "\u00a0x", "a\u2028b", "\ufeff", "𝔘", "²", "İ", "ß", "a\u200db"),
    *("@prefix", "<http://a b>", "null", "~", "010", "2031-02-03", "Ten died", "the army said"),
]
_PASSAGES = st.lists(
    st.sampled_from([*_ODD, "\n", "\t", "\x07", "\r\n", "\x85", "\x00"]) | st.text(max_size=8), min_size=4, max_size=10
)
_LABELS = st.sampled_from(_ODD) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=8).filter(
    str.strip
)
_TIMES = st.sampled_from(
    [
        None,
        "2031-02-03",
        "2031-02",
        "2031",
        {"as_said": "lately “or so”"},
        {"as_said": "in spring", "latest": "2031-05"},
        {"earliest": "2031-01-31", "latest": "2031", "note": "Counted.", "basis": "inferredFromText"},
    ]
)
_NUMBERS = st.sampled_from(
    [
        *({"number": 12, "bound": bound} for bound in ("exact", "about", "atLeast", "moreThan", "upTo", "fewerThan")),
        *({"number": word} for word in ("dozens", "thousands")),
        {"number": 0},
        {"lower": 7, "upper": 9},
        {"upper": 9},
        {"lower": 2_000_000, "bound": "vague"},
        {"bound": "vague"},
    ]
)
_FEW = st.integers(1, 3)


class _Inventor:
    """Invents one annotation of one text."""

    def __init__(self, draw: st.DrawFn, text: str) -> None:
        self.draw, self.text = draw, text
        self.keys: Keys = {}
        self.claims: list[str] = []
        self.figures: list[str] = []

    def one(self, among: Any) -> Any:
        """One of these words or keys."""
        return self.draw(st.sampled_from(among if isinstance(among, list) else list(get_args(among))))

    def perhaps(self, among: list[str]) -> str | None:
        """One of these keys, or none."""
        return self.one([None, *among])

    def label(self) -> str:
        return self.draw(_LABELS)

    def quotation(self) -> Tree:
        """Some words of the text, with their occurrence where they stand several times."""
        start = self.draw(st.integers(0, len(self.text) - 1))
        words = fold(self.text[start : start + self.draw(st.integers(1, 30))]).strip() or "said"
        places = len(re.findall(f"(?={re.escape(words)})", fold(self.text)))
        return {"quote": words} | ({"occurrence": self.draw(st.integers(1, places))} if places > 1 else {})

    def things(self) -> dict[str, Tree]:
        """The blocks of actors, places, sites, documents and events. What belongs to another comes after it."""
        names = ("actor", "place", "site", "document", "event")
        self.keys = {f"{name}s": [f"{name}-{number}" for number in range(self.draw(_FEW))] for name in names}
        actors, places = self.keys["actors"], self.keys["places"]
        return {
            "actors": {
                one: self.thing(ActorKind) | {"also": [self.label()], "part_of": actors[:i][-1:]} for i, one in enumerate(actors)
            },
            "places": {one: {"label": self.label(), "within": places[:i]} for i, one in enumerate(places)},
            "sites": {one: self.thing(SiteKind) | {"place": self.perhaps(places)} for one in self.keys["sites"]},
            "documents": {
                one: {"title": self.label(), "by": actors[0], "published": self.draw(_TIMES)} for one in self.keys["documents"]
            },
            "events": {
                one: self.thing(EventKind) | {"part_of": self.perhaps(self.keys["events"][:i]), "mention": self.quotation()}
                for i, one in enumerate(self.keys["events"])
            },
        }

    def thing(self, kind: Any) -> Tree:
        return {"kind": self.one(kind), "label": self.label(), "note": self.label()}

    def claim(self) -> Tree:
        """A claim with any value; a figure may be part of an earlier one."""
        field = self.one(
            ["occurrence", "attacker", "several", "target", "share", "place", "time", "weapon", "evidence", "context", "figure"]
        )
        claim = {"id": f"c-{len(self.claims)}", "about": self.one(self.keys["events"])} | self.value(field)
        self.claims.append(claim["id"])
        if "figure" in claim:
            self.figures.append(claim["id"])
        return claim

    def value(self, field: str) -> Tree:
        actors = self.keys["actors"]
        if field == "several" and len(actors) > 1:
            return {"attacker": {self.one(["all_of", "any_of"]): self.draw(st.permutations(actors))}}
        if field in ("attacker", "several"):
            return {"attacker": self.one(actors)}
        if field in ("target", "share"):
            share = {"share": {"lower": 12.5, "wording": self.label()}} if field == "share" else {}
            return {"target": self.one(self.keys["sites"])} | share
        if field == "time":
            return {"time": self.draw(_TIMES) or "2031-02-04"}
        if field == "figure":
            said = {"outcome": self.one(Outcome), "population": self.one(Population), "wording": self.one([None, "some"])}
            return {"figure": said | self.draw(_NUMBERS) | {"part_of": self.perhaps(self.figures)}}
        values: Tree = {
            "occurrence": lambda: True,
            "place": lambda: self.one(self.keys["places"]),
            "weapon": lambda: self.one(Weapon),
            "evidence": lambda: self.one(Evidence),
            "context": self.label,
        }
        return {field: values[field](), "by": self.perhaps(actors)}

    def stance(self) -> Tree:
        """A stance on claims that are written out here, and on claims that earlier statements have written out."""
        earlier = list(self.claims)
        kind = self.one(["asserts", "denies", "scope", "acknowledges", "silent_on", "nothing"])
        if kind == "nothing":
            return {}
        claims = [self.claim() for _ in range(self.draw(_FEW))] + (
            [self.one(earlier)] if earlier and self.draw(st.booleans()) else []
        )
        if kind == "asserts" or kind == "silent_on":
            return {kind: claims}
        if kind == "acknowledges":
            return {
                kind: claims[1:] or claims,
                "asserts": claims[:1] if claims[1:] else [],
                "extent": self.one(["full", "partial"]),
            }
        scopes = [self.scope() for _ in range(self.draw(_FEW))]
        stance = {"denies": claims[1:], "asserts": claims[:1]} if kind == "denies" else {"asserts": claims}
        return stance | {"scope": scopes if kind == "scope" or not claims[1:] else scopes[1:], "form": [self.one(DenialForm)]}

    def scope(self) -> Tree:
        scope = {"actors": [self.one(self.keys["actors"])], "act": self.one(EventKind), "place": self.perhaps(self.keys["places"])}
        return scope | {"time": self.draw(_TIMES), "wording": self.label()}

    def statements(self) -> list[Tree]:
        """Statements of different words; some are reported in earlier ones."""
        found: list[Tree] = []
        for quotation in {str(one): one for one in (self.quotation() for _ in range(self.draw(st.integers(1, 5))))}.values():
            speech = {
                "id": f"s-{len(found)}",
                "speaker": self.perhaps(self.keys["actors"]),
                "reported_in": self.perhaps([one["id"] for one in found]),
                "originally_in": self.perhaps(self.keys["documents"]),
                "responds_to": [one["id"] for one in found[-1:]],
                "said": self.draw(_TIMES),
                "certainty": self.one(Certainty),
            }
            found.append(speech | quotation | self.stance())
        return found


@st.composite
def _annotations(draw: st.DrawFn) -> tuple[str, Tree]:
    """An article and an annotation of it that holds."""
    text = " ".join([*draw(_PASSAGES), "said"])
    inventor = _Inventor(draw, text)
    article = {
        "file": "a.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "title": draw(_LABELS),
        "published": {"latest": "2032"},
    }
    curation = {"by": draw(_LABELS), "on": "2032-06-01"}
    things = inventor.things()
    article["publisher"] = inventor.perhaps(inventor.keys["actors"])
    return text, _written({"article": article, "annotation": curation, **things, "statements": inventor.statements()})


def _written(value: Any) -> Any:
    """The annotation as a person writes it: without empty fields."""
    if isinstance(value, dict):
        return {key: _written(one) for key, one in value.items() if one is not None and one != []}
    return [_written(one) for one in value] if isinstance(value, list) else value


@pytest.fixture(scope="session")
def invented() -> Invented:
    """Articles, each with an annotation that holds, as the text and the tree of the YAML file."""
    return _annotations()
