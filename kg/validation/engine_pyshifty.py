"""The fast engine, pyshifty, for bulk builds; tests hold it to the results of the reference engine.

It is handed bytes alone: it would take a string for a path or an address, and read or fetch it.
"""

from collections.abc import Iterable
from functools import cache

import shifty
from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.validation.quiet import quiet
from kg.validation.report import Report, read_report
from kg.validation.shapes import ShapeSet


def validate(data: Iterable[Triple | Quad], shapes: ShapeSet) -> Report:
    """What these shapes find in the data; the graphs of quads do not matter. Nothing is fetched, nothing is inferred.

    The full report costs several times the bare judgement, so it is made only where there is something to report.
    """
    prepared, triples = _compiled(shapes), turtle_bytes(data)
    if prepared.validate_algebra(triples, graph_mode="data", infer=False).conforms:
        return Report(())
    with quiet():
        _, report, _ = prepared.validate(triples, graph_mode="data", infer=False)
        return read_report(report, shapes.graph)


@cache
def _compiled(shapes: ShapeSet) -> shifty.PreparedValidator:
    return shifty.PreparedValidator(shapes.turtle)


def turtle_bytes(data: Iterable[Triple | Quad]) -> bytes:
    """The triples in N-Triples, which is Turtle."""
    triples = (one if isinstance(one, Triple) else one.triple for one in data)
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""
