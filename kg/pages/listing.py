"""A list of things that can be filtered, sorted and leafed through by the fields of its address."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.pages.asking import Row
from kg.pages.statements import Content

PAGE = 100
"""The entries on one page of a list."""

Table = tuple[Sequence[str], Iterable[Sequence[str]]]
"""The names of columns, and the rows: a list as a spreadsheet takes it, all its pages."""


def counts(found: Sequence[Row], name: str) -> dict[str, dict[str, int]]:
    """The numbers of a query that counts several kinds, by thing and kind."""
    by: dict[str, dict[str, int]] = {}
    for row in found:
        by.setdefault(row[name], {})[row["kind"]] = int(row["number"])
    return by


def leaf(entries: Sequence[Content], values: Mapping[str, str], orders: Sequence[str]) -> dict[str, Any]:
    """One page of the entries in the order that the address names: the first of `orders`, unless it names another of them.

    Names are sorted from A to Z, all else from the most or the latest down.
    """
    order = _order(values, orders)
    some = _sorted(entries, order)
    pages = max(-(-len(some) // PAGE), 1)
    number = min(whole(values.get("page", "")), pages)
    return {
        "entries": some[(number - 1) * PAGE : number * PAGE],
        "total": len(some),
        "number": number,
        "pages": pages,
        "order": order,
        "fields": {name: values[name] for name in ("text", "kind", "sort") if values.get(name)},
    }


def tabled(entries: Iterable[Content], values: Mapping[str, str], orders: Sequence[str], columns: Mapping[str, str]) -> Table:
    """All entries in the order that the address names; `columns` names what each column shows. Several values of one cell are
    parted by semicolons."""
    some = _sorted(entries, _order(values, orders))
    return tuple(columns), ([_cell(one[name]) for name in columns.values()] for one in some)


def _order(values: Mapping[str, str], orders: Sequence[str]) -> str:
    return values.get("sort", "") if values.get("sort", "") in orders else orders[0]


def _sorted(entries: Iterable[Content], order: str) -> list[Content]:
    some = sorted(entries, key=lambda one: (str(one["label"]).casefold(), one["iri"]))
    if order != "label":
        some.sort(key=lambda one: one[order], reverse=True)
    return some


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def matches(words: str, *names: str) -> bool:
    """Whether each of the words stands in one of the names, in upper or lower case."""
    text = " ".join(names).casefold()
    return all(word in text for word in words.casefold().split())


def whole(text: str) -> int:
    """The number of a page, from 1; the first for what is no number."""
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 10 else 1
