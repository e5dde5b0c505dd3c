"""Whether two claims are one, or two readings of the same words."""

from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.labels import figure_label
from kg.article import fold


def identity(claim: ClaimBlock) -> tuple[object, ...]:
    """What makes two claims one: what they are about, and their value."""
    value: object = getattr(claim, claim.field)
    if claim.figure:
        value = (claim.figure.outcome, claim.figure.population, claim.figure.least, claim.figure.most)
    elif isinstance(claim.attacker, Attackers):
        value = (claim.attacker.responsibility, frozenset(claim.attacker.actors))
    return claim.about, claim.field, value


def same_words(claim: ClaimBlock, other: ClaimBlock) -> bool:
    """Whether two claims of one field are read in the same words: figures have words of their own."""
    if claim.figure is None or other.figure is None:
        return claim.about == other.about
    one, two = fold(claim.figure.wording or "").lower(), fold(other.figure.wording or "").lower()
    return one in two or two in one


def several(claim: ClaimBlock, other: ClaimBlock) -> bool:
    """Whether both may well hold: an attack may hit several targets, in places of which one lies in the other."""
    return claim.field in ("target", "place", "weapon") or identity(claim) == identity(other)


def differ(claim: ClaimBlock, speaker: str | None, other: ClaimBlock, other_speaker: str | None) -> bool:
    """Whether two claims are two readings of the same words: another value of one speaker, or one value of two."""
    if other.field != claim.field or not same_words(claim, other):
        return False
    return not several(claim, other) if speaker == other_speaker else identity(claim) == identity(other)


def in_words(claim: ClaimBlock, speaker: str | None) -> str:
    """A claim in words, for a note."""
    value = getattr(claim, claim.field)
    if claim.figure:
        value = figure_label(claim.figure)
    elif isinstance(claim.attacker, Attackers):
        value = (" and " if claim.attacker.all_of else " or ").join(claim.attacker.actors)
    return f"{claim.field} {value} of {claim.about}, said by {speaker or 'the article'}"
