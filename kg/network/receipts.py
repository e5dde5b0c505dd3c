"""The words behind an edge: each statement with its quotation, its stance, its day and the article that reports it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.network.selection import Row
from kg.network.terms import Terms
from kg.terms import AED

_CLASSES = {
    AED.Denial.value: "denies",
    AED.Acknowledgement.value: "acknowledges",
    AED.NonResponse.value: "does not respond",
    AED.Assertion.value: "asserts",
}
_STANCES = {
    AED.asserts.value: "asserts",
    AED.denies.value: "denies",
    AED.acknowledges.value: "acknowledges",
    AED.silentOn.value: "is silent on",
    AED.scope.value: "denies all of",
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """A statement as an analyst checks it. Texts that the graph lacks are empty."""

    statement: str
    speaker: str
    stance: str
    """What it does by its class: asserts, denies, acknowledges, does not respond; "passes on" where it only cites another."""
    quote: str
    says: str
    """Each claim on a line, behind its own stance ("denies: attacker of …"): none stands there as if it were asserted."""
    form: str
    certainty: str
    date: str
    article: str
    title: str
    publisher: str
    published: str
    reporter: str
    """The actor in whose statement it is reported; the publisher where the article reports it directly."""
    review: str


def days(earliest: str | None, latest: str | None) -> str:
    """A day, or an interval in ISO 8601 with `..` for an open end; nothing if neither is known."""
    if earliest == latest:
        return earliest or ""
    return f"{earliest or '..'}/{latest or '..'}"


def read_receipts(statements: Iterable[Row], classes: Iterable[Row], stances: Iterable[Row], terms: Terms) -> dict[str, Receipt]:
    """The statements by IRI, from the rows of the queries of these names."""
    forms: dict[str, set[str]] = {}
    stance: dict[str, str] = {}
    says: dict[str, list[str]] = {}
    for row in classes:
        stance[row["statement"]] = _CLASSES[row["class"]]
        forms.setdefault(row["statement"], set()).update(terms.label(row["form"]) for _ in row if "form" in row)
    for row in stances:
        says.setdefault(row["statement"], []).append(f"{_STANCES[row['stance']]}: {row['label']}")
    receipts: dict[str, Receipt] = {}
    for row in statements:
        iri = row["statement"]
        said = "\n".join(sorted(says.get(iri, ())))
        receipts.setdefault(iri, _receipt(row, stance.get(iri, "passes on"), said, "; ".join(sorted(forms.get(iri, ()))), terms))
    return receipts


def _receipt(row: Row, stance: str, says: str, form: str, terms: Terms) -> Receipt:
    return Receipt(
        statement=row["statement"],
        speaker=row["speaker"],
        stance=stance,
        quote=row.get("quote", ""),
        says=says,
        form=form,
        certainty=terms.label(row.get("certainty", "")),
        date=days(row.get("earliest"), row.get("latest")),
        article=row.get("article", ""),
        title=row.get("title", ""),
        publisher=row.get("publisher", ""),
        published=days(row.get("publishedEarliest"), row.get("publishedLatest")),
        reporter=row.get("reporter") or row.get("publisher", ""),
        review=terms.label(row.get("review", "")),
    )
