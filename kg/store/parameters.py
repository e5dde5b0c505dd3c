"""Puts values in place of a query's parameters, which it writes as `$name`: the same text for every engine."""

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.store.guard import SIGNS


def with_values(text: str, values: Mapping[str, NamedNode | Literal]) -> str:
    """The query with every `$name` that has a value replaced by it; strings, comments and IRIs stay as they are.

    `?name` stays a variable. Raises UsageError for a value whose parameter the text lacks.
    """
    used: set[str] = set()

    def put(match: re.Match[str]) -> str:
        sign = match.group()
        if not sign.startswith("$") or sign[1:] not in values:
            return sign
        used.add(sign[1:])
        return f" {values[sign[1:]]} "

    replaced = SIGNS.sub(put, text)
    if missing := sorted(set(values) - used):
        raise UsageError(f"the query has no parameter ${missing[0]}", mend=f"write ${missing[0]} where the value belongs")
    return replaced
