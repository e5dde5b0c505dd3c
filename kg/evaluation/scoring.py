"""Compares two annotations of one article: the marks by kind of fact, and what was missed, invented or read otherwise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.annotation.passages import passage
from kg.annotation.reading import Curated
from kg.evaluation.facts import Fact, Kind
from kg.evaluation.kinds import facts_of
from kg.evaluation.matching import matching
from kg.reference.reading import Reference


@dataclass(frozen=True, slots=True)
class Mark:
    """How many of the facts agree."""

    gold: int
    predicted: int
    agreeing: int

    @property
    def precision(self) -> float | None:
        """The proportion of what was predicted that is right; None where nothing was."""
        return self.agreeing / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The proportion of what is right that was predicted; None where there is nothing."""
        return self.agreeing / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where there is nothing on either side."""
        return 2 * self.agreeing / (self.gold + self.predicted) if self.gold + self.predicted else None


@dataclass(frozen=True, slots=True)
class Tally:
    """The marks of one kind of fact."""

    gold: int = 0
    predicted: int = 0
    core_agreeing: int = 0
    slots_agreeing: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together, each fact counting the same."""
        return Tally(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.core_agreeing + other.core_agreeing,
            self.slots_agreeing + other.slots_agreeing,
        )

    @property
    def core(self) -> Mark:
        """The mark on the core."""
        return Mark(self.gold, self.predicted, self.core_agreeing)

    @property
    def slots(self) -> Mark:
        """The mark on all slots."""
        return Mark(self.gold, self.predicted, self.slots_agreeing)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was missed, invented, or read otherwise than it is right."""

    kind: Kind
    what: Literal["missed", "invented", "differs"]
    gold: Fact | None
    predicted: Fact | None
    slots: tuple[str, ...] = ()
    """The slots that differ."""

    @property
    def fact(self) -> Fact:
        """The fact that is right, or else the one that was invented."""
        found = self.gold or self.predicted
        if found is None:
            raise ValueError("a finding is about a fact")
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two annotations of one article, compared."""

    gold: Curated
    tallies: Mapping[Kind, Tally]
    findings: tuple[Finding, ...]

    def sentence(self, finding: Finding) -> str:
        """The sentence in which the first words of a finding stand, on one line."""
        start, end = finding.fact.stretches[0]
        begin, stop = passage(self.gold.article.text, start, end)
        return " ".join(self.gold.article.text[begin:stop].split())


def compare(gold: Curated, predicted: Curated | None, reference: Reference) -> Comparison:
    """Compares the annotations; where there is no predicted one, all of the gold is missed."""
    right = facts_of(gold, reference)
    found = facts_of(predicted, reference) if predicted else ()
    tallies, findings = dict[Kind, Tally](), list[Finding]()
    for kind in Kind:
        of_gold = [fact for fact in right if fact.kind is kind]
        of_predicted = [fact for fact in found if fact.kind is kind]
        tallies[kind], more = _compare(kind, of_gold, of_predicted)
        findings += more
    return Comparison(gold, tallies, tuple(findings))


def _compare(kind: Kind, gold: Sequence[Fact], predicted: Sequence[Fact]) -> tuple[Tally, list[Finding]]:
    """The greatest numbers of facts that agree; the pairs that are shown are as good as they can be."""
    differing = {
        (i, j): right.differences(one) for i, right in enumerate(gold) for j, one in enumerate(predicted) if right.is_the_same(one)
    }
    whole = matching(pair for pair, slots in differing.items() if not slots)
    pairs = matching(sorted(differing, key=lambda pair: (pair[0], len(differing[pair]))), whole)
    tally = Tally(len(gold), len(predicted), len(pairs), len(whole))
    missed = [Finding(kind, "missed", fact, None) for i, fact in enumerate(gold) if i not in pairs]
    taken = set(pairs.values())
    invented = [Finding(kind, "invented", None, fact) for j, fact in enumerate(predicted) if j not in taken]
    differs = [
        Finding(kind, "differs", gold[i], predicted[j], differing[i, j]) for i, j in sorted(pairs.items()) if differing[i, j]
    ]
    return tally, [*missed, *invented, *differs]


def total(comparisons: Iterable[Comparison]) -> dict[Kind, Tally]:
    """The tallies of all articles together."""
    summed = {kind: Tally() for kind in Kind}
    for comparison in comparisons:
        for kind, tally in comparison.tallies.items():
            summed[kind] += tally
    return summed


def numbers(tally: Tally) -> dict[str, object]:
    """The tally for a program: counts, and precision, recall and F1 to three places (null where undefined)."""
    marks: Mapping[str, Mark] = {"core": tally.core, "slots": tally.slots}
    return {
        "gold": tally.gold,
        "predicted": tally.predicted,
        **{
            name: {
                "agreeing": mark.agreeing,
                "precision": _rounded(mark.precision),
                "recall": _rounded(mark.recall),
                "f1": _rounded(mark.f1),
            }
            for name, mark in marks.items()
        },
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
