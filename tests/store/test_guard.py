import re
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pyoxigraph import NamedNode, Quad, Store

from kg.errors import KgError
from kg.settings import DEFAULTS
from kg.store import guard
from kg.store.guard import calls_out, check_query, nesting


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service $service { ?service a 'the service' }",
        "# a service\nASK {}",
        "ASK {} # it's a service",
        "ASK { ?s <https://example.org/service#Service> ?o }",
        "ASK { ?s <urn:example:service> ?o }",
        "ASK { ?s ex:service ex:a-service , _:service }",
        'ASK { FILTER(CONTAINS(?label, "Security Service") && ?a<?b && ?c>?d) }',
        "ASK { ?s ?p '''a\nservice 'as' said\n''' , \"\"\"a\nservice\n\"\"\" }",
        r'ASK { ?s ?p "a \"service\"" }',
    ],
)
def test_the_word_may_stand_in_names_strings_and_comments(query: str) -> None:
    assert not calls_out(query)
    check_query(query, DEFAULTS)


@pytest.mark.parametrize(
    ("query", "depth"),
    [
        ("ASK {}", 1),
        ("ASK { { } { } }", 2),
        ("ASK { FILTER((1) IN (2)) }", 3),
        ("ASK { ?s ?p [ ?q ( 1 ) ] }", 3),
        ('ASK { ?s ?p \'((((\', """[[[""" } # {{{{', 1),
        ("ASK { ?s <https://example.org/a(b> ?o }", 1),
        ("}}}} ASK", 0),
    ],
)
def test_nesting(query: str, depth: int) -> None:
    assert nesting(query) == depth


@pytest.mark.parametrize("part", ['"""', '\'\'\\"""', "<a", "<a>", '"', '\\"', "<a>\"'", ":", "<", "'''\"\"\"", "service:", "?"])
def test_no_text_is_read_over_and_over(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    """However many readings a text of the greatest length has, each of its signs is looked at a few times at most."""
    looked = 0

    def counted(text: str, start: int) -> Iterator[re.Match[str]]:
        nonlocal looked
        for match in reading(text, start):
            looked += 1
            yield match

    reading = guard._reading
    monkeypatch.setattr(guard, "_reading", counted)
    text = part * (DEFAULTS.query_bytes // len(part))
    calls_out(text)
    assert looked <= 2 * len(text)


FRAGMENTS = [
    "SERVICE <{0}> {{}}", "SERVICE<{0}>{{}}", "SERVICE#>\n<{0}>{{}}", "SERVICE x:{{}}", "SERVICE#'\n<{0}#'>{{}}",
    "?s ?p ?o .", "FILTER(?s<?o)", "FILTER(?s<?o&&?o>?s)", "FILTER(<a:b><?s)", "FILTER(?s<'>')", '?s ?p "x" .',
    "?s ?p '''y''z\n''' .", '?s ?p "\\"" .', "#>\n", '#"\n', "?s <{0}a#b> ?o .", "?s <a:a> ?o .", 'VALUES ?v {{"""a" }}',
    "{{}}", "UNION{{}}", "x:a\\# x:b x:c .", "?s ?p 1", '?s ?p "a"@en', "{{", "}}", "\n", "<", "'", '"', '"""', "#", '#\\z"""',
    "<<( ?s ?p ?o )>> ?p ?o .",
]  # fmt: skip
"""What brings the guard and the engine apart, if anything does: signs that open and close, and all that may stand beside them."""


@settings(
    max_examples=200, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(parts=some.lists(some.sampled_from(FRAGMENTS), min_size=1, max_size=6))
def test_whatever_passes_the_guard_stays_inside(canary: tuple[str, list[str]], parts: list[str]) -> None:
    address, calls = canary
    query = f"PREFIX x: <{address}> ASK {{" + "".join(part.format(address) for part in parts) + "}"
    engine = Store()
    engine.add(Quad(NamedNode("a:a"), NamedNode("a:a"), NamedNode("a:a")))
    with suppress(KgError, SyntaxError, RuntimeError):
        check_query(query, DEFAULTS)
        engine.query(query)
    assert calls == []
