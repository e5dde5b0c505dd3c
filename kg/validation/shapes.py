"""The sets of shapes: which files of ontology/shapes judge which graph."""

from dataclasses import dataclass
from functools import cached_property

from rdflib import Graph

from kg.resources import ONTOLOGY

SHAPES = ONTOLOGY / "shapes"


@dataclass(frozen=True)
class ShapeSet:
    """Shapes that judge one kind of graph, by the names of their files."""

    name: str
    parts: tuple[str, ...]

    @cached_property
    def turtle(self) -> bytes:
        """The files one after the other; each declares its own prefixes."""
        return b"\n".join((SHAPES / f"{part}.ttl").read_bytes() for part in self.parts)

    @cached_property
    def graph(self) -> Graph:
        """The shapes as a graph in memory."""
        return Graph().parse(data=self.turtle, format="turtle")


ARTICLE = ShapeSet("article", ("vocabularies", "common", "article"))
"""Judges one article's graph, without the reference data and with nothing that was inferred."""

GRAPH = ShapeSet("graph", ("vocabularies", "graph"))
"""Judges of a whole graph only what no article's graph can show: references, assessments, inferences."""

WHOLE = ShapeSet("whole", ("vocabularies", "common", "graph"))
"""Judges everything in a whole graph, its articles included."""
