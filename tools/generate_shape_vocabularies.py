"""Writes the closed vocabularies of the shapes from kg/terms.py: `python tools/generate_shape_vocabularies.py`.

With `--check` it only compares, and its exit code is 1 where the file differs.
"""

import sys
import textwrap
from pathlib import Path
from typing import get_args

from kg import terms

VOCABULARIES = Path(__file__).resolve().parent.parent / "ontology" / "shapes" / "vocabularies.ttl"
CLASSES = {"ActorKind": "Actor", "ComponentKind": "Claim", "EventKind": "Event", "SiteKind": "Site"}
"""The types whose members are classes, with the shape that judges their instances."""

CONCEPTS = (
    "BoundKind", "Certainty", "Comparability", "CoverageStatus", "Credibility", "Damage", "DateBasis", "DenialForm", "Evidence",
    "Extent", "Intent", "Lawfulness", "Outcome", "Population", "Responsibility", "ReviewStatus", "TargetNature", "Verdict",
    "Weapon",
)  # fmt: skip
"""The types whose members are concepts."""

HEADER = """\
# The closed vocabularies of the shapes: which terms may stand where, and which classes each of four shapes judges.
# Generated from kg/terms.py by tools/generate_shape_vocabularies.py; do not edit.
@prefix aed: <https://w3id.org/aed#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shapes: <https://w3id.org/aed/shapes#> .
"""


def members(name: str) -> tuple[str, ...]:
    """The local names of one type of kg/terms.py, sorted."""
    return tuple(sorted(get_args(getattr(terms, name))))


def _wrapped(words: list[str]) -> str:
    return textwrap.fill(" ".join(words), 128, initial_indent="    ", subsequent_indent="    ", break_long_words=False)


def closed_list(name: str) -> str:
    """The shape of a value that is one of a type's members."""
    return f"shapes:{name}-term a sh:NodeShape ; sh:in (\n{_wrapped(['aed:' + member for member in members(name)])}\n) .\n"


def targets(name: str, shape: str) -> str:
    """The classes whose instances a shape judges, named one by one: a graph need not hold the hierarchy of the classes."""
    listed = [f"aed:{member}," for member in members(name)]
    listed[-1] = listed[-1].removesuffix(",") + " ."
    return f"shapes:{shape} sh:targetClass\n{_wrapped(listed)}\n"


def turtle() -> str:
    """The whole file."""
    blocks = [HEADER, *(closed_list(name) for name in (*CLASSES, *CONCEPTS)), *(targets(*item) for item in CLASSES.items())]
    return "\n".join(blocks)


def main(arguments: list[str]) -> int:
    """Writes the file, or compares; returns the exit code."""
    if "--check" in arguments:
        return 0 if VOCABULARIES.read_text(encoding="utf-8") == turtle() else 1
    VOCABULARIES.write_text(turtle(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
