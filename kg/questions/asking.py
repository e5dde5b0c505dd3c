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
        parameter = question.parameter(name)
        if parameter.type == "actor":
            _check_actor(store, name, value, parameter.term(value, minter), minter)
    return store.select(text)


def _check_actor(store: Store, name: str, value: str, term: object, minter: Minter) -> None:
    """Raises UsageError for an actor that the graph does not have: to leave out nobody would look like an answer."""
    assert isinstance(term, NamedNode)
    if not store.ask(_KNOWN, {"actor": term}):
        found = (row[0] for row in store.select(_ACTORS).rows)
        known = [one.value.removeprefix(f"{minter.base}actor/") for one in found if isinstance(one, NamedNode)]
        raise UsageError(f"the graph has no actor {value!r} for --{name}{suggestion(value, known)}", mend="give the key of an actor")
