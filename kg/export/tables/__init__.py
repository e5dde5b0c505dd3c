"""CSV tables for a spreadsheet: events, claims with their support and opposition, denials and figures; one query each.

A cell that a spreadsheet would run as a formula gets an apostrophe before it; for exact values take SPARQL CSV
(`kg ask --format csv`). RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to read it as such. Every cell is in
quotation marks, for a spreadsheet that parts cells at semicolons would else find new cells, and formulas, inside a sentence.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from kg.export.text import guarded
from kg.questions.answer import lexical
from kg.store.base import Store

TABLES = ("events", "claims", "denials", "figures")


def write_table(name: str, store: Store, out: BinaryIO) -> None:
    """The table of this name."""
    solutions = store.select((Path(__file__).parent / f"{name}.rq").read_text(encoding="utf-8"))
    write_spreadsheet(solutions.variables, ([lexical(term) for term in row] for row in solutions.rows), out)


def write_spreadsheet(names: Sequence[str], rows: Iterable[Sequence[str]], out: BinaryIO) -> None:
    """A table with these columns."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    try:
        text.write(",".join(names) + "\r\n")
        csv.writer(text, quoting=csv.QUOTE_ALL).writerows([guarded(value) for value in row] for row in rows)
        text.flush()
    finally:
        text.detach()
