"""The figures and the days of an event's ledger, each with who said it, for the axis and the timeline."""

from collections.abc import Iterator

from kg.pages.addresses import address
from kg.pages.asking import Row
from kg.pages.axis import SaidFigure, Stance
from kg.pages.ledger import Entry, Voice, Words
from kg.pages.span import Kind, Moment

_STANCES: dict[str, Stance] = {"asserts": "says", "acknowledges": "concedes", "denies": "denies"}


def said_figures(entries: list[Entry], figures: list[Row], base: str) -> Iterator[SaidFigure]:
    """Each figure with each source that says, concedes or denies it."""
    by_claim = {claim: entry for entry in entries for claim in entry.claims}
    seen = set()
    for row in figures:
        entry = by_claim[row["claim"]]
        for voice in (*entry.said, *entry.denied):
            key = (id(entry), voice.speaker, voice.stance)
            if voice.stance in _STANCES and key not in seen:
                seen.add(key)
                yield _figure(row, voice, base)


def _figure(row: Row, voice: Voice, base: str) -> SaidFigure:
    first = voice.words[0]
    return SaidFigure(
        group=f"{row['outcome']}: {row['population']}",
        source=voice.label,
        wording=row["wording"] or row["label"],
        lower=int(row["lower"]) if row["lower"] else None,
        upper=int(row["upper"]) if row["upper"] else None,
        bound=row["bound"].rpartition("#")[2] or "exact",
        href=address(first.statement, base),
        stance=_STANCES[voice.stance],
        note="machine draft" if first.draft else "",
    )


def moments(entries: list[Entry], mentions: list[Row], times: list[Row], base: str) -> Iterator[Moment]:
    """The event's days as claimed, each utterance once by its stance, and each publication."""
    for row in times:
        entry = next(one for one in entries if row["claim"] in one.claims)
        who = ", ".join(dict.fromkeys(voice.label for voice in entry.said))
        yield Moment("event", f"as {who} says" if who else "as claimed", row["earliest"], row["latest"])
    said: dict[tuple[str, Kind], tuple[Voice, Words]] = {}
    for entry in entries:
        for voice in (*entry.said, *entry.denied):
            kind: Kind = "said" if voice.stance in ("asserts", "acknowledges") else "denied"
            if voice.stance != "silent":
                said.update({(one.statement, kind): (voice, one) for one in voice.words})
    for (statement, kind), (voice, one) in said.items():
        yield Moment(kind, f"{voice.label}: “{one.quote}”", one.first, one.last, address(statement, base))
    for article in {row["article"]: row for row in mentions}.values():
        yield Moment("published", article["title"], article["published"], article["published"], address(article["article"], base))
