"""Asks a store a stored question, with the values that a person gives for its parameters."""

from collections.abc import Mapping

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.identifiers import Minter
from kg.questions.question import Question, suggestion
from kg.store.base import Solutions, Store

_KNOWN = "ASK { $actor a aed:Actor }"
_ACTORS = "SELECT ?actor WHERE { ?actor a aed:Actor }"


def ask(store: Store, question: Question, values: Mapping[str, str], minter: Minter) -> Solutions:
    """The answer to the question. Raises UsageError, also for an actor that the graph does not have; LimitReached."""
    text = question.query(values, minter)
    for name, value in values.items():
        actor = question.parameter(name).term(value, minter)
        if isinstance(actor, NamedNode) and question.parameter(name).type == "actor" and not store.ask(_KNOWN, {"actor": actor}):
            near = suggestion(value, _keys(store, minter))
            raise UsageError(f"the graph has no actor {value!r} for --{name}{near}", mend="give the key of an actor, or its IRI")
    return store.select(text)


def _keys(store: Store, minter: Minter) -> list[str]:
    """The keys of the actors of the graph."""
    found = (row[0] for row in store.select(_ACTORS).rows)
    return [actor.value.removeprefix(f"{minter.base}actor/") for actor in found if isinstance(actor, NamedNode)]
