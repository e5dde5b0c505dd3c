"""The kinds of edge: what each says, and how it looks. Colours are apart for the colour-blind; dashes repeat the difference."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of edge, from the actor who does it to the actor to whom it is done."""

    name: str
    label: str
    passive: str
    """The label as read from the target's side."""
    reported: str
    """What the source did by the report, with `{}` for the target."""
    colour: str
    on_dark: str
    """The colour on a dark ground."""
    dash: tuple[float, ...] = ()
    """Lengths of line and gap, in line widths; empty for a solid line."""
    core: bool = True
    """Whether it belongs to the dispute itself, rather than to how it is reported."""


KINDS = (
    Kind(
        "accuses", "accuses", "is accused by",
        "named {} as an attacker, or imputed an intent, a breach of law or a weapon to it", "#c74a00", "#ff8a4d",
    ),
    Kind("deniesTo", "denies to", "is denied by", "denied what {} asserted", "#0060a8", "#6cb8ff", (3.2, 1.4)),
    Kind(
        "discredits", "discredits", "is discredited by", "spoke against the credibility of {}", "#a03090", "#e58ad6", (1.1, 1.1),
    ),
    Kind(
        "counterAccuses", "counter-accuses", "is counter-accused by", "turned an accusation against {}", "#8a6a00", "#e0bc3c",
        (4.5, 1.3, 1.0, 1.3),
    ),
    Kind(
        "acknowledges", "concedes to", "is conceded to by", "conceded, in full or in part, what {} asserted", "#00795a", "#3fd0a4",
        (7.0, 1.6),
    ),
    Kind("silentTo", "does not answer", "is not answered by", "left {} without an answer", "#5a5a5a", "#c4c4c4", (1.0, 3.0)),
    Kind("cites", "cites", "is cited by", "passed on what {} said", "#4a9ac7", "#4f93bb", core=False),
    Kind(
        "speaksFor", "speaks for", "is spoken for by", "spoke on behalf of {}", "#444444", "#b5b5b5", (1.0, 1.6, 3.0, 1.6),
        core=False,
    ),
    Kind(
        "reports", "reports", "is reported by", "published an article that reports what {} said", "#b4b4b4", "#6a6a6a", core=False,
    ),
)  # fmt: skip
"""In the order in which legends and tables show them."""

BY_NAME = {kind.name: kind for kind in KINDS}
