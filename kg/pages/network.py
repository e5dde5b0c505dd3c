"""The actor network: its columns for the drawing, its strongest lines as a table, and one edge with its quotations."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.network.columns import read_columns
from kg.network.edge import PAGE, Edge, read_edge
from kg.network.kinds import BY_NAME
from kg.network.links import Link
from kg.network.network import TITLE
from kg.network.receipts import Receipt
from kg.network.selection import Select
from kg.pages.keeping import kept
from kg.pages.opened import NotFound, Opened

_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")

LINES = 150
"""The most lines of the network that the page itself lists; its script lists all."""


def read_network(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The page: how much there is, and the lines behind which most statements stand, those of the dispute first."""
    return dict(json.loads(kept(opened, "network-page.json", lambda: _json(_page(opened)))))


def _page(opened: Opened) -> dict[str, Any]:
    columns = json.loads(read_network_columns(opened, {}))
    edges, actors, base = columns["edges"], columns["actors"], columns["base"]
    kinds = columns["kinds"]
    order = sorted(range(len(edges["kind"])), key=lambda at: (not kinds[edges["kind"][at]]["core"], -edges["count"][at], at))
    return {
        "title": "Network",
        "actors": len(actors["id"]),
        "lines": len(order),
        "statements": sum(edges["count"]),
        "listed": [
            {
                "source": _named(actors, base, edges["source"][at]),
                "target": _named(actors, base, edges["target"][at]),
                "kind": kinds[edges["kind"][at]],
                "blanket": edges["blanket"][at],
                "count": 0 if edges["reference"][at] else edges["count"][at],
            }
            for at in order[:LINES]
        ],
    }


def read_network_columns(opened: Opened, values: Mapping[str, str]) -> bytes:
    """The whole network in columns (see `kg.network.columns`) as JSON, with the build that it was read from."""
    return kept(opened, "network.json", lambda: _json(_columns(opened)))


def _columns(opened: Opened) -> dict[str, Any]:
    return {"build": opened.build, "name": TITLE, **read_columns(_select(opened), opened.settings.base)}


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def read_network_edge(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The quotations behind one edge, from the one numbered `first`. Raises NotFound, UsageError."""
    kind = BY_NAME.get(values.get("kind", ""))
    if kind is None:
        raise UsageError(
            "there is no such kind of edge", where=values.get("kind", "")[:80], mend=f"name one of {', '.join(BY_NAME)}"
        )
    source, target = (_iri(values, name, opened.settings.base) for name in ("source", "target"))
    first = int(values["first"]) if values.get("first", "").isdecimal() and len(values["first"]) < 9 else 0
    edge = read_edge(_select(opened), source, target, kind.name, first)
    if not edge.links:
        raise NotFound("no statement joins these two in this way", where=f"{source} {kind.name} {target}"[:300])
    before, after = kind.reported.split("{}")
    return {
        "title": f"{_name(edge, source)} → {_name(edge, target)}",
        "source": {"iri": source, "label": _name(edge, source)},
        "target": {"iri": target, "label": _name(edge, target)},
        "kind": {"name": kind.name, "label": kind.label, "before": before, "after": after, "core": kind.core},
        "number": edge.number,
        "first": first,
        "next": first + PAGE if first + PAGE < edge.number else None,
        "quotations": list(_quotations(edge)),
    }


def _quotations(edge: Edge) -> Iterator[dict[str, Any]]:
    for link in edge.links:
        if link.statement in edge.receipts:
            yield _quotation(edge, link, edge.receipts[link.statement])


def _quotation(edge: Edge, link: Link, said: Receipt) -> dict[str, Any]:
    answered = [edge.receipts[iri] for iri in link.answers[:PAGE] if iri in edge.receipts]
    return {
        **_words(edge, said),
        "says": said.says.split("\n") if said.says else [],
        "form": said.form,
        "certainty": said.certainty,
        "reporter": _name(edge, said.reporter) if said.reporter != said.publisher else "",
        "draft": said.review == "unreviewed",
        "blanket": link.blanket,
        "responsibility": link.responsibility,
        "answers": [_words(edge, one) for one in answered],
        "more": len(link.answers) - len(answered),
    }


def _words(edge: Edge, said: Receipt) -> dict[str, Any]:
    return {
        "iri": said.statement,
        "speaker": {"iri": said.speaker, "label": _name(edge, said.speaker)},
        "stance": said.stance,
        "quote": said.quote,
        "date": said.date,
        "article": {
            "iri": said.article,
            "title": said.title,
            "published": said.published,
            "publisher": _name(edge, said.publisher),
        },
    }


def _name(edge: Edge, iri: str) -> str:
    return edge.names.get(iri, iri)


def _named(actors: Mapping[str, Any], base: str, at: int) -> dict[str, str]:
    iri = actors["id"][at]
    return {"iri": iri if _SCHEME.match(iri) else base + iri, "label": actors["label"][at]}


def _iri(values: Mapping[str, str], name: str, base: str) -> str:
    """The actor in this field: an IRI, or what follows the base. Raises UsageError."""
    text = values.get(name, "")
    try:
        return NamedNode(text if _SCHEME.match(text) else base + text).value
    except ValueError:
        raise UsageError("this is no IRI", where=f"{name}={text[:300]}", mend="name the actor by its IRI") from None


def _select(opened: Opened) -> Select:
    """The store as the network asks it: without triples inside triples, of which a network knows nothing."""
    return lambda query: opened.store.select(query).mappings()  # type: ignore[return-value]
