"""CSV tables for a spreadsheet: events, claims with their support and opposition, denials and figures; one query each.

A cell that a spreadsheet would run as a formula gets an apostrophe before it; for exact values take SPARQL CSV
(`kg ask --format csv`). RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to read it as such.
"""

import csv
import io
from pathlib import Path
from typing import BinaryIO

from kg.export.text import guarded
from kg.store.base import Store

TABLES = ("events", "claims", "denials", "figures")


def write_table(name: str, store: Store, out: BinaryIO) -> None:
    """The table of this name."""
    solutions = store.select((Path(__file__).parent / f"{name}.rq").read_text(encoding="utf-8"))
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(solutions.variables)
    for row in solutions.rows:
        writer.writerow(["" if term is None else guarded(getattr(term, "value", "")) for term in row])
    text.detach()
