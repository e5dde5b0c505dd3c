"""The facts of an annotation, one function a kind."""

from collections.abc import Callable, Iterator, Mapping

from kg.annotation.labels import figure_label, words
from kg.annotation.reading import Curated
from kg.annotation.statements import StatementBlock
from kg.evaluation.facts import Fact, Kind
from kg.evaluation.occurrences import Occurrence, Occurrences
from kg.evaluation.slots import Exactly, Shared, Slot, Stretch, Who, Words
from kg.reference.reading import Reference

ATTACKS = frozenset({
    "Event", "Attack", "AirStrike", "Bombing", "ChemicalAttack", "GroundAttack", "MissileAttack", "Shelling", "Campaign",
})  # fmt: skip
"""The kinds of event that count. Agreements, deployments and the like are not what is measured."""

_FIGURE_APART, _ATTACKER_APART = 200, 60
"""How far from each other, in characters, two annotators may place the same figure, or the same attribution."""

_COMPONENTS: Mapping[str, str] = {
    "OccurrenceClaim": "occurrence", "PlaceClaim": "occurrence", "TimeClaim": "occurrence", "AttackerClaim": "attacker",
    "TargetClaim": "target", "DamageClaim": "damage", "CasualtyClaim": "casualties", "WeaponClaim": "weapon",
    "IntentClaim": "intent", "LawfulnessClaim": "lawfulness", "EvidenceClaim": "evidence", "CredibilityClaim": "credibility",
    "ContextClaim": "other",
}  # fmt: skip
_NEAR = ({"occurrence", "attacker"}, {"target", "intent"}, {"evidence", "credibility"})
"""Components between which careful annotators differ: they count as agreeing."""


def facts_of(curated: Curated, reference: Reference) -> tuple[Fact, ...]:
    """All facts of an annotation, by kind and in the order of the file."""
    found = Occurrences(curated, reference)
    return tuple(fact for kind in Kind for fact in _MAKERS[kind](found))


def _attacks(found: Occurrences) -> Iterator[Fact]:
    for key, event in found.curated.annotation.events.items():
        stretches = found.stretches(key)
        if event.kind in ATTACKS and stretches:
            core = {"words or target": found.happening(key)}
            yield Fact(Kind.attacks, event.label, stretches, core, _attack_slots(found, key))


def _attack_slots(found: Occurrences, event: str) -> dict[str, Slot]:
    return {
        "kind of target": Shared(found.target_kinds(event)),
        "place": found.places(event),
        "date": found.times(event),
    }


def _attributions(found: Occurrences) -> Iterator[Fact]:
    for group in found.asserted("attacker").values():
        stretches = _stretches(group)
        for attacker in found.attackers_in(group[0].claim.attacker):
            core = {"attacker": Who((attacker,)), "words": Words(stretches, _ATTACKER_APART)}
            text = f"{attacker.label} is named as attacker in {_event(found, group[0])}, by {_voice(found, group[0].statement)}"
            yield Fact(Kind.attributions, text, stretches, core, {"source": Who(found.cast.voice(group[0].statement))})


def _casualties(found: Occurrences) -> Iterator[Fact]:
    for group in found.asserted("figure").values():
        figure, event = group[0].claim.figure, group[0].claim.about
        if figure:
            rest: dict[str, Slot] = {
                "population": Exactly(figure.population),
                "source": Who(found.cast.voice(group[0].statement)),
                "named attacker": found.attackers(event),
            }
            text = f"{figure_label(figure)} in {_event(found, group[0])}, by {_voice(found, group[0].statement)}"
            yield Fact(Kind.casualties, text, _stretches(group), _figure_core(group), rest)


def _figure_core(group: list[Occurrence]) -> dict[str, Slot]:
    figure = group[0].claim.figure
    bounds = (figure.least, figure.most) if figure else None
    return {
        "outcome": Exactly(figure.outcome if figure else None),
        "bounds": Exactly(bounds),
        "words": Words(_stretches(group), _FIGURE_APART),
    }


def _links(found: Occurrences) -> Iterator[Fact]:
    for group in found.asserted("figure").values():
        figure, event = group[0].claim.figure, group[0].claim.about
        if figure and event:
            core: dict[str, Slot] = {**_figure_core(group), "event": found.happening(event)}
            text = f"{figure_label(figure)} in {_event(found, group[0])}"
            yield Fact(Kind.links, text, _stretches(group), core, _attack_slots(found, event))


def _denials(found: Occurrences) -> Iterator[Fact]:
    for statement, stretch, core in _deniers(found):
        named = {_COMPONENTS[claim.component] for claim in found.curated.resolve(statement.denies)}
        covered = {_COMPONENTS[name] for scope in statement.scope for name in scope.components}
        for blanket, components in ((False, named), (True, covered)):
            for component in sorted(components):
                rest: dict[str, Slot] = {"component": Shared(_near(component, blanket)), "scope": Exactly(blanket)}
                extent = "a blanket denial" if blanket else "a denial"
                text = f"{extent} of {component} by {_voice(found, statement)}"
                yield Fact(Kind.denials, text, (stretch,), core, rest)


def _forms(found: Occurrences) -> Iterator[Fact]:
    for statement, stretch, core in _deniers(found):
        for form in sorted(set(statement.form)):
            text = f"a denial of the form “{words(form)}” by {_voice(found, statement)}"
            yield Fact(Kind.forms, text, (stretch,), core, {"form": Exactly(form)})


def _deniers(found: Occurrences) -> Iterator[tuple[StatementBlock, Stretch, dict[str, Slot]]]:
    for statement, stretch in found.statements:
        if statement.kind == "Denial":
            yield statement, stretch, {"denier": Who(found.cast.voice(statement)), "words": Words((stretch,))}


def _near(component: str, blanket: bool) -> frozenset[str]:
    """The component with a word for each group that it belongs to: components agree by their own name or that of a group.

    Blanket denials form one such group: what "all of it" rejects can be told in several ways.
    """
    groups = ["/".join(sorted(group)) for group in _NEAR if component in group]
    return frozenset({component, *groups, *(["blanket"] if blanket else [])})


_RESPONSES = {"Acknowledgement": "an acknowledgement", "NonResponse": "no response"}


def _responses(found: Occurrences) -> Iterator[Fact]:
    for statement, stretch in found.statements:
        if statement.kind in _RESPONSES:
            claims = found.curated.resolve((*statement.acknowledges, *statement.silent_on))
            components = frozenset(_COMPONENTS[claim.component] for claim in claims)
            core: dict[str, Slot] = {
                "kind": Exactly(statement.kind),
                "who": Who(found.cast.voice(statement)),
                "words": Words((stretch,)),
            }
            rest: dict[str, Slot] = {"component": Shared(components), "extent": Exactly(statement.extent)}
            about = ", ".join(sorted(components))
            text = f"{_RESPONSES[statement.kind]} concerning {about} by {_voice(found, statement)}"
            yield Fact(Kind.responses, text, (stretch,), core, rest)


def _chains(found: Occurrences) -> Iterator[Fact]:
    by_id = {statement.id: statement for statement, _ in found.statements if statement.id}
    for statement, stretch in found.statements:
        line = [statement]
        while line[-1].reported_in:
            line.append(by_id[line[-1].reported_in])
        if statement.speaker or len(line) > 1:
            core: dict[str, Slot] = {"speaker": Who(found.cast.voice(statement)), "words": Words((stretch,))}
            reporter = Who(found.cast.voice(line[1])) if len(line) > 1 else Who(())
            text = "said by " + ", reported by ".join(_voice(found, one) for one in line)
            yield Fact(Kind.chains, text, (stretch,), core, {"reporter": reporter, "depth": Exactly(len(line))})


def _stretches(group: list[Occurrence]) -> tuple[Stretch, ...]:
    return tuple(dict.fromkeys(one.stretch for one in group))


def _event(found: Occurrences, one: Occurrence) -> str:
    return f"“{found.curated.annotation.events[one.claim.about].label}”" if one.claim.about else "no event"


def _voice(found: Occurrences, statement: StatementBlock) -> str:
    return " for ".join(one.label for one in found.cast.voice(statement))


_MAKERS: dict[Kind, Callable[[Occurrences], Iterator[Fact]]] = {
    Kind.attacks: _attacks,
    Kind.attributions: _attributions,
    Kind.casualties: _casualties,
    Kind.denials: _denials,
    Kind.forms: _forms,
    Kind.responses: _responses,
    Kind.chains: _chains,
    Kind.links: _links,
}
