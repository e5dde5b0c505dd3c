"""The network as one interactive HTML page that opens from a file and fetches nothing."""

import base64
import hashlib
import json
from pathlib import Path
from string import Template
from typing import Any

from kg.network import kinds, shapes
from kg.network.bundles import Bundle, bundle
from kg.network.layout import Place, lay_out
from kg.network.measures import ActorMeasures, Measures, measure
from kg.network.network import TITLE, Network
from kg.network.text import plain

_PARTS = Path(__file__).parent / "page"
_SCRIPTS = ("scene.js", "panel.js", "controls.js")

_ACTOR = ("label", "also", "kind", "shape", "party", "statements", "denials", "acknowledgements", "silences")
_SAID = ("stance", "quote", "says", "form", "certainty", "date", "title", "publisher", "published", "reporter", "speaker", "review")


def to_page(network: Network) -> bytes:
    """The page, UTF-8. What comes from articles stands in it as JSON alone, and the script puts it there as text."""
    style = _style()
    script = '"use strict";\n(() => {\n' + "\n".join(_part(name) for name in _SCRIPTS) + "})();\n"
    page = Template(_part("page.html")).substitute(
        title=TITLE, style=style, style_hash=_hash(style), script=script, script_hash=_hash(script), data=_json(page_data(network))
    )
    return page.encode("utf-8")


def page_data(network: Network) -> dict[str, Any]:
    """What the page draws: kinds, actors with their places and measures, statements, and edges in bundles."""
    measures = measure(network)
    places, numbers = lay_out(network), {node: number for number, node in enumerate(network)}
    statements: dict[str, int] = {}
    said: list[dict[str, Any]] = []
    edges = {key: data for _, _, key, data in network.edges(keys=True, data=True)}
    for data in edges.values():
        if data["statement"] and data["statement"] not in statements:
            statements[data["statement"]] = len(said)
            said.append({name: data[name] for name in _SAID})
    bundles = bundle(network)
    answered = {(one.accuser, one.accused) for one in measures.answered}
    return {
        "kinds": _kinds(measures),
        "shapes": [{"name": shape.name, "label": shape.label} for shape in shapes.SHAPES],
        "nodes": [
            {name: network.nodes[one.actor][name] for name in _ACTOR} | _measured(one) | _placed(places[one.actor])
            for one in measures.actors
        ],
        "statements": said,
        "bundles": [_bundled(one, numbers, edges, statements) for one in bundles],
        "answered": [at for at, one in enumerate(bundles) if one.kind == "accuses" and (one.source, one.target) in answered],
        "accusing": measures.accusing_pairs,
        "estimated": measures.estimated,
    }


def _kinds(measures: Measures) -> list[dict[str, Any]]:
    by_name = {one.kind: one for one in measures.kinds}
    return [
        {"name": kind.name, "label": kind.label, "passive": kind.passive, "reported": kind.reported, "dash": kind.dash}
        | {"core": kind.core, "edges": by_name[kind.name].edges, "pairs": by_name[kind.name].pairs}
        | {"reciprocity": by_name[kind.name].reciprocity}
        for kind in kinds.KINDS
    ]


def _measured(one: ActorMeasures) -> dict[str, Any]:
    return {"neighbours": one.neighbours, "betweenness": one.betweenness}


def _placed(place: Place) -> dict[str, Any]:
    return {"x": place.x, "y": place.y, "r": place.radius, "side": place.side, "lines": place.lines}


def _bundled(one: Bundle, numbers: dict[str, int], edges: dict[str, Any], statements: dict[str, int]) -> dict[str, Any]:
    behind = sorted((edges[key] for key in one.keys), key=lambda data: (data["date"] or "9", data["published"], data["quote"]))
    return {
        "source": numbers[one.source],
        "target": numbers[one.target],
        "kind": one.kind,
        "blanket": one.blanket,
        "edges": [
            {"statement": statements.get(data["statement"], -1)}
            | {name: data[name] for name in ("blanket", "responsibility", "answered") if data[name]}
            for data in behind
        ],
    }


def _style() -> str:
    """The style sheet, with the colours of kinds and shapes for both grounds."""
    light = "".join(f"--{one.name}: {one.colour}; " for one in kinds.KINDS)
    light += "".join(f"--{one.name}: {one.fill}; " for one in shapes.SHAPES)
    dark = "".join(f"--{one.name}: {one.on_dark}; " for one in (*kinds.KINDS, *shapes.SHAPES))
    rules = [f":root {{ {light}}}", f"@media (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}"]
    for kind in kinds.KINDS:
        rules.append(f".k-{kind.name} .line, .k-{kind.name} .hollow {{ stroke: var(--{kind.name}); }}")
        rules.append(f".k-{kind.name} .head, .k-{kind.name} text {{ fill: var(--{kind.name}); }}")
        rules.append(f".stance.k-{kind.name} {{ color: var(--{kind.name}); }}")
    rules += [f".s-{shape.name} {{ fill: var(--{shape.name}); }}" for shape in shapes.SHAPES]
    return _part("page.css") + ".hollow { fill: var(--ground); stroke-width: 1.2; }\n" + "\n".join(rules) + "\n"


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """The source expression by which a policy admits this inline script or style (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def _json(data: Any) -> str:
    """JSON that cannot end its script element, nor hold what no text may hold."""
    written = json.dumps(_carried(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return (
        written.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _carried(data: Any) -> Any:
    if isinstance(data, str):
        return plain(data)
    if isinstance(data, dict):
        return {name: _carried(value) for name, value in data.items()}
    return [_carried(value) for value in data] if isinstance(data, (list, tuple)) else data
