"""Reads the answers that were derived by hand from the articles: the files in expected/.

A row is a line with its cells between bars. `-` is an empty cell, `〃` the cell above. `<001>` is the title of seed article 001,
`<001/barrage>` the label of its event `barrage`; `…` stands for words left out of a long quotation.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pyoxigraph import Literal, NamedNode

from kg.questions.answer import lexical, shown
from kg.resources import SEEDS

Row = tuple[str, ...]
FOLDER = Path(__file__).parent / "expected"
_GAP = re.compile(r"\s*…\s*")
_NAME = re.compile(r"<(\d{3})(?:/([a-z0-9-]+))?>")


def read_expected(stem: str) -> tuple[tuple[str, ...], list[Row]]:
    """The columns and the rows of the file for one question."""
    content = yaml.safe_load((FOLDER / f"{stem}.yaml").read_text(encoding="utf-8"))
    rows: list[Row] = []
    written: list[str] = []
    for line in (content["rows"] or "").splitlines():
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split(" | ")]
            assert len(cells) == len(content["columns"]), line
            written = [written[at] if cell == "〃" else cell for at, cell in enumerate(cells)]
            rows.append(tuple(_named("" if cell == "-" else cell) for cell in written))
    return tuple(content["columns"]), rows


def _named(cell: str) -> str:
    return _NAME.sub(lambda found: _label(found[1], found[2]), cell)


def _label(article: str, event: str | None) -> str:
    annotation = _annotation(article)
    label: str = annotation["events"][event]["label"] if event else annotation["article"]["title"]
    return label


@cache
def _annotation(article: str) -> dict[str, Any]:
    text = (SEEDS / "annotations" / f"{article}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)  # type: ignore[no-any-return]


def agrees(expected: Row, actual: Row) -> bool:
    """Whether they say the same, what was left out aside."""
    return all(_matches(one, other) for one, other in zip(expected, actual, strict=True))


def _matches(expected: str, actual: str) -> bool:
    if "…" not in expected:
        return expected == actual
    return bool(re.fullmatch(r"(?: .*)? ".join(map(re.escape, _GAP.split(expected))), actual))


def differences(expected: Sequence[Row], actual: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The expected rows that are missing and the actual rows that nobody expects, each row counted as often as it stands."""
    missing, wrong = [], list(actual)
    for row in expected:
        found = next((other for other in wrong if agrees(row, other)), None)
        if found is None:
            missing.append(row)
        else:
            wrong.remove(found)
    return missing, wrong


def projected(
    variables: Sequence[str], rows: Sequence[Sequence[NamedNode | Literal | None]], columns: tuple[str, ...] | None = None
) -> list[Row]:
    """The rows as texts with single spaces: these columns, or those that a person reads and that hold no identifier."""
    if columns is None:
        places = [at for at in shown(variables) if not any(isinstance(row[at], NamedNode) for row in rows)]
    else:
        places = [variables.index(name) for name in columns]
    return [tuple(" ".join(lexical(row[at]).split()) for at in places) for row in rows]
