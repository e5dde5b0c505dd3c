"""The same work with plain rdflib and pySHACL, as a user would write it."""

from functools import cache
from pathlib import Path

import pyshacl
from rdflib import Dataset, Graph

from benchmarks.measure import timed, warm
from kg.questions.question import read_questions
from kg.resources import QUERIES
from kg.terms import PREFIXES
from kg.validation.shapes import WHOLE


def load(nquads: Path) -> dict[str, float]:
    """Parses the named graphs and the default graph into memory."""
    return timed(lambda: Dataset().parse(nquads, format="nquads"))


@cache
def dataset(nquads: Path) -> Dataset:
    """The parsed file; a child process that is forked afterwards has it already."""
    loaded = Dataset()
    loaded.parse(nquads, format="nquads")
    return loaded


def ask(nquads: Path, name: str) -> dict[str, float]:
    """Answers one stored question."""
    text = next(question.text for question in read_questions(QUERIES) if question.name == name)
    loaded, rows = dataset(nquads), list[int]()
    spent = warm(lambda: rows.append(len(list(loaded.query(text, initNs=PREFIXES)))))
    return spent | {"rows": float(rows[0])}


def to_turtle(ntriples: Path, out: Path) -> dict[str, float]:
    """Writes the facts as Turtle."""
    graph = Graph().parse(ntriples, format="nt")
    return timed(lambda: graph.serialize(out, format="turtle"))


def validate_whole(ntriples: Path) -> dict[str, float]:
    """Judges all facts by the same shapes."""
    graph, found = Graph().parse(ntriples, format="nt"), list[bool]()
    spent = timed(lambda: found.append(pyshacl.validate(graph, shacl_graph=WHOLE.graph, inplace=True)[0]))
    return spent | {"conforms": float(found[0])}
