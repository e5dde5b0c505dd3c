"""The claims of one annotation by event and by speaker, as the facts are made of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.reading import Curated
from kg.annotation.statements import Stance, StatementBlock
from kg.annotation.values import Interval
from kg.evaluation.cast import Cast, Named
from kg.evaluation.slots import Happening, Stretch, When, Who, Words
from kg.reference.reading import Reference


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A claim where it is made, rejected, conceded or met with silence."""

    statement: StatementBlock
    stretch: Stretch
    stance: Stance
    claim: ClaimBlock


class Occurrences:
    """All claims of one annotation."""

    def __init__(self, curated: Curated, reference: Reference) -> None:
        self.curated = curated
        self.cast = Cast(curated.annotation, reference)

    @cached_property
    def statements(self) -> tuple[tuple[StatementBlock, Stretch], ...]:
        """The statements with their stretches."""
        spans = ((span.start, span.end) for span in self.curated.spans)
        return tuple(zip(self.curated.annotation.statements, spans, strict=True))

    @cached_property
    def all(self) -> tuple[Occurrence, ...]:
        """Every claim wherever it stands, in the order of the file."""
        return tuple(
            Occurrence(statement, stretch, stance, claim)
            for statement, stretch in self.statements
            for stance, claims in statement.stances()
            for claim in self.curated.resolve(claims)
        )

    def asserted(self, field: str) -> dict[tuple[object, ...], list[Occurrence]]:
        """The asserted claims with such a value; those of one content by one speaker together."""
        groups: dict[tuple[object, ...], list[Occurrence]] = defaultdict(list)
        for one in self.all:
            if one.stance == "asserts" and one.claim.field == field:
                speaker = one.statement.speaker or self.curated.annotation.article.publisher
                groups[(*content(one.claim), speaker, one.statement.on_behalf_of)].append(one)
        return groups

    @cached_property
    def _about(self) -> dict[str, list[Occurrence]]:
        found: dict[str, list[Occurrence]] = defaultdict(list)
        for one in self.all:
            if one.claim.about:
                found[one.claim.about].append(one)
        return found

    def _values(self, event: str | None, field: str) -> Iterator[object]:
        for one in self._about.get(event or "", ()):
            if one.claim.field == field:
                yield getattr(one.claim, field)

    def stretches(self, event: str) -> tuple[Stretch, ...]:
        """Where the event is spoken of."""
        mention = self.curated.mentions.get(event)
        first = ((mention.start, mention.end),) if mention else ()
        return tuple(dict.fromkeys([*first, *(one.stretch for one in self._about.get(event, ()))]))

    def happening(self, event: str) -> Happening:
        """The event as something to be recognised."""
        targets = tuple(self.cast.site(str(key)) for key in self._values(event, "target"))
        return Happening(Words(self.stretches(event)), Who(targets))

    def target_kinds(self, event: str) -> frozenset[str]:
        """The kinds of what is said to have been hit."""
        return frozenset(self.curated.annotation.sites[str(key)].kind for key in self._values(event, "target"))

    def places(self, event: str) -> Who:
        """Where it is said to have taken place; where the target lies, if that alone is told."""
        keys = [str(key) for key in self._values(event, "place")]
        sites = (self.curated.annotation.sites[str(key)] for key in self._values(event, "target"))
        return Who(tuple(map(self.cast.place, keys or (site.place for site in sites if site.place))))

    def times(self, event: str) -> When:
        """When it is said to have taken place."""
        return When.of(value for value in self._values(event, "time") if isinstance(value, Interval))

    def attackers(self, event: str | None) -> Who:
        """Who is named as attacker."""
        values = self._values(event, "attacker")
        return Who(tuple(one for value in values for one in self.attackers_in(value)))

    def attackers_in(self, value: object) -> tuple[Named, ...]:
        """The actors of one claim's value."""
        keys = value.actors if isinstance(value, Attackers) else (str(value),)
        return tuple(map(self.cast.actor, keys))


def content(claim: ClaimBlock) -> tuple[object, ...]:
    """What the claim says; two claims of the same content are one."""
    value: object = getattr(claim, claim.field)
    if claim.figure:
        figure = claim.figure
        value = (figure.outcome, figure.population, figure.kind, figure.least, figure.most)
    elif isinstance(value, Attackers):
        value = (value.responsibility, frozenset(value.actors))
    return (claim.field, claim.about, claim.of, claim.of_statement, claim.by, value)
