"""What the tests of denials share: an accused, and what is read from the statements that were drafted of a reply."""

from collections.abc import Callable, Iterator

from kg.annotation.claims import ClaimBlock
from kg.annotation.statements import StatementBlock

Said = Callable[[str, str], list[StatementBlock]]

ACCUSED = (
    "Air strikes hit a school in the town of Vantora on Tuesday, killing 12 people.\n\n"
    "Teachers accused Ethiopia of bombing the school."
)


def denials(statements: list[StatementBlock]) -> list[StatementBlock]:
    return [one for one in statements if one.kind == "Denial"]


def denied(statements: list[StatementBlock]) -> set[str]:
    """The classes of the claims that are denied, of one attack or in general."""
    found = {claim.component for one in statements for claim in one.denies if isinstance(claim, ClaimBlock)}
    return found | {component for one in statements for scope in one.scope for component in scope.components}


def asserted_attackers(statements: list[StatementBlock]) -> Iterator[object]:
    for one in statements:
        for stance, many in one.stances():
            if stance in ("asserts", "acknowledges"):
                yield from (claim.attacker for claim in many if isinstance(claim, ClaimBlock) and claim.attacker)
