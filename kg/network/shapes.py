"""The marks of the actors: one shape and one pale fill for each group of kinds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A group of kinds of actor; `marker` is matplotlib's name of its mark."""

    name: str
    label: str
    marker: str
    fill: str
    on_dark: str


SHAPES = (
    Shape("armed", "state, state body or armed actor", "s", "#d9c8b4", "#6b5a45"),
    Shape("person", "person", "o", "#c9d7e8", "#3f5570"),
    Shape("organisation", "organisation", "h", "#c8dfcb", "#3d6046"),
    Shape("newspublisher", "news publisher", "D", "#e6e6e6", "#4a4a4a"),
    Shape("unnamedsource", "unnamed source", "o", "#ffffff", "#1b1b1b"),
)

BY_NAME = {shape.name: shape for shape in SHAPES}
