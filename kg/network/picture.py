"""The network as a picture for a page or a slide, SVG or PNG. The same network gives the same bytes."""

import math
import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Literal, TypeAlias

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path

from kg.network import kinds, shapes
from kg.network.bundles import Bundle, bundle
from kg.network.curves import Curve, curves
from kg.network.layout import LINE, Place, extent, lay_out
from kg.network.network import TITLE, Network, of_kinds
from kg.network.text import plain

_INK, _HALO = "#1c1c1c", "#ffffff"
_MARGIN, _HEAD, _LEGEND = 20.0, 62.0, 92.0
_WIDEST, _LEAST = 4000.0, 860.0
_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "aed",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"],
    "font.size": 10.0,
    "axes.unicode_minus": False,
}


Form: TypeAlias = Literal["svg", "png"]


def draw(network: Network, form: Form, everyone: bool = False) -> bytes:
    """The picture. Widths grow with the number of statements, marks with the number of neighbours.

    Unless `everyone` is to be drawn, actors whose only part is to be reported, each by one publisher, are left out and
    counted in words.
    """
    return draw_forms(network, (form,), everyone)[form]


def draw_forms(network: Network, forms: Sequence[Form], everyone: bool = False) -> dict[Form, bytes]:
    """The same picture in several forms."""
    shown = network if everyone else _without_bystanders(network)
    left_out = network.number_of_nodes() - shown.number_of_nodes()
    with matplotlib.rc_context(_STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure = _figure(shown, lay_out(shown), left_out)
        return {form: _written(figure, form) for form in forms}


def _written(figure: Figure, form: Form) -> bytes:
    stream = BytesIO()
    metadata = {"Date": None, "Creator": None, "Title": TITLE} if form == "svg" else {"Software": None, "Title": TITLE}
    extra = {"dpi": 150, "pil_kwargs": {"compress_level": 4}} if form == "png" else {"dpi": 72}
    figure.savefig(stream, format=form, metadata=metadata, facecolor="white", **extra)
    return stream.getvalue()


def _without_bystanders(network: Network) -> Network:
    dispute = of_kinds(network, {kind.name for kind in kinds.KINDS} - {"reports"})
    publishers = {source for source, _, data in network.edges(data=True) if data["kind"] == "reports"}
    shown: Network = network.subgraph([node for node in network if dispute.degree(node) or node in publishers]).copy()
    return shown


def _figure(network: Network, places: Mapping[str, Place], left_out: int) -> Figure:
    left, right, upper, lower = extent(places.values())
    width, height = right - left + 2 * _MARGIN, lower - upper + 2 * _MARGIN
    scale = min(1.0, _WIDEST / max(width, height))
    page = max(width * scale, _LEAST), height * scale + _HEAD + _LEGEND
    figure = Figure(figsize=(page[0] / 72, page[1] / 72))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    spare = (page[0] / scale - width) / 2
    axes.set_xlim(left - _MARGIN - spare, right + _MARGIN + spare)
    axes.set_ylim(lower + _MARGIN + _LEGEND / scale, upper - _MARGIN - _HEAD / scale)
    axes.set_axis_off()
    for one, curve in curves(bundle(network), places):
        _draw_bundle(axes, one, curve)
    for node, place in places.items():
        _draw_actor(axes, place, network.nodes[node])
    _draw_words(figure, network, page, left_out)
    _draw_legend(figure, network, page)
    return figure


def _draw_bundle(axes: Axes, one: Bundle, curve: Curve) -> None:
    kind = kinds.BY_NAME[one.kind]
    width = 0.9 + 0.8 * math.sqrt(one.count) if kind.core else 0.5 + 0.25 * math.sqrt(one.count)
    over = {True: 4, False: 2}[kind.core]
    head, neck = _head(curve, 5.5 + 1.6 * width if kind.core else 4.0)
    path = Path([curve.start, curve.control, neck], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    style = (0.0, kind.dash) if kind.dash else "solid"
    axes.add_artist(
        PathPatch(path, fill=False, edgecolor=kind.colour, linewidth=width, linestyle=style, zorder=over, capstyle="butt")
    )
    axes.add_artist(
        Polygon(
            head,
            closed=True,
            facecolor=_HALO if one.blanket else kind.colour,
            edgecolor=kind.colour,
            linewidth=0.9,
            zorder=over + 0.1,
        )
    )
    if kind.core and one.count > 1:
        _text(axes, *curve.middle, str(one.count), kind.colour, 9.0, over + 0.5)


def _head(curve: Curve, size: float) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    """The triangle of an arrow's head, and the point where its line ends."""
    (x, y), (dx, dy) = curve.end, curve.heading
    base = x - dx * size, y - dy * size
    wing = size * 0.38
    return [(x, y), (base[0] - dy * wing, base[1] + dx * wing), (base[0] + dy * wing, base[1] - dx * wing)], base


def _draw_actor(axes: Axes, place: Place, data: Mapping[str, str | bool]) -> None:
    shape = shapes.BY_NAME[str(data["shape"])]
    axes.add_artist(_mark(shape, 2 * place.radius, bool(data["party"]), place.x, place.y))
    x, top, align = _label_at(place)
    for number, line in enumerate(place.lines):
        _text(axes, x, top + LINE * (number + 0.5), plain(line), _INK, 10.2, 8.0, align)


def _label_at(place: Place) -> tuple[float, float, Literal["left", "center", "right"]]:
    """Where the label's lines begin, are centred or end, and their upper edge."""
    height = LINE * len(place.lines)
    if place.side == "below":
        return place.x, place.y + place.radius + 4, "center"
    if place.side == "above":
        return place.x, place.y - place.radius - 4 - height, "center"
    if place.side == "right":
        return place.x + place.radius + 5, place.y - height / 2, "left"
    return place.x - place.radius - 5, place.y - height / 2, "right"


def _mark(shape: shapes.Shape, size: float, party: bool, x: float = 0.0, y: float = 0.0) -> Line2D:
    side = size * {"s": 0.88, "D": 0.74}.get(shape.marker, 1.0)
    return Line2D(
        [x], [y], linestyle="none", marker=shape.marker, markersize=side, markerfacecolor=shape.fill, markeredgecolor=_INK,
        markeredgewidth=2.2 if party else 0.8, zorder=6,
    )  # fmt: skip


def _text(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    colour: str,
    size: float,
    over: float,
    align: Literal["left", "center", "right"] = "center",
) -> None:
    ground = {"boxstyle": "square,pad=0.1", "facecolor": "#ffffffc8", "edgecolor": "none"}
    axes.text(x, y, words, color=colour, fontsize=size, ha=align, va="center", zorder=over, bbox=ground, parse_math=False)


def _draw_words(figure: Figure, network: Network, page: tuple[float, float], left_out: int) -> None:
    statements = {data["statement"] for _, _, data in network.edges(data=True) if data["statement"]}
    note = (
        f"{network.number_of_nodes()} actors, {len(statements)} statements. An arrow runs from the one who speaks, is silent or "
        "reports; its width and number tell how many statements stand behind it."
    )
    if left_out:
        note += f" Not drawn: {left_out} {'actor who is' if left_out == 1 else 'actors who are'} only reported."
    figure.text(18 / page[0], 1 - 24 / page[1], TITLE, fontsize=16, weight="bold", color=_INK, va="center")
    figure.text(18 / page[0], 1 - 45 / page[1], note, fontsize=10, color="#444444", va="center")


def _draw_legend(figure: Figure, network: Network, page: tuple[float, float]) -> None:
    present = {data["kind"] for _, _, data in network.edges(data=True)}
    lines = [
        (
            Line2D(
                [], [], color=kind.colour, linewidth=2.2 if kind.core else 1.2, linestyle=(0.0, kind.dash) if kind.dash else "solid"
            ),
            kind.label,
        )
        for kind in kinds.KINDS
        if kind.name in present
    ]
    if any(data["blanket"] for _, _, data in network.edges(data=True)):
        denial = kinds.BY_NAME["deniesTo"].colour
        hollow = Line2D([], [], color=denial, linewidth=0, marker=">", markersize=8, markerfacecolor=_HALO, markeredgecolor=denial)
        lines.append((hollow, "hollow head: by a blanket denial only"))
    marks = [(_mark(shape, 10, False), shape.label) for shape in shapes.SHAPES]
    marks.append((_mark(shapes.SHAPES[1], 10, True), "thick rim: a claim names it, or one of its side, as attacker"))
    for entries, height in ((lines, 66.0), (marks, 24.0)):
        if not entries:
            continue
        handles, labels = zip(*entries, strict=True)
        figure.legend(
            handles, labels, loc="center left", bbox_to_anchor=(12 / page[0], height / page[1]), ncols=math.ceil(len(labels) / 2),
            frameon=False, fontsize=9.5, handlelength=3.2 if entries is lines else 1.4, columnspacing=1.8,
        )  # fmt: skip
