import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from kg.errors import StoreDamaged, UnreadableInput, UsageError
from kg.files import sha256_of
from kg.settings import Settings
from kg.store import embedded
from kg.store.base import OUTSIDE
from kg.store.embedded import EmbeddedStore

ROOT = Path(__file__).parents[2]
GRAPHS = [NamedNode("https://example.org/a"), NamedNode("https://example.org/b"), *OUTSIDE]
QUADS = [
    Quad(NamedNode(f"https://example.org/{subject}"), NamedNode("https://example.org/p"), Literal(number), graph)
    for subject in "xy"
    for number in range(3)
    for graph in GRAPHS
]


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(
    steps=some.lists(
        some.one_of(some.lists(some.sampled_from(QUADS), max_size=6), some.sampled_from(GRAPHS)), min_size=1, max_size=8
    )
)
def test_the_default_graph_is_always_what_the_named_graphs_say(steps: list[list[Quad] | NamedNode]) -> None:
    held: set[Quad] = set()
    with EmbeddedStore.memory() as store:
        for step in steps:
            before = store.count()
            if isinstance(step, NamedNode):
                left = store.remove_graph(step)
                held = {quad for quad in held if quad.graph_name != step}
                assert before - left == store.count()
            else:
                store.add(step)
                held |= set(step)
            said = {quad.triple for quad in held if quad.graph_name not in OUTSIDE}
            assert set(store.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == said
            assert all(store.states(triple) for triple in said)
            assert set(store.quads()) == held


def test_many_quads_are_written_in_bulk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_FEW", 4)
    monkeypatch.setattr(embedded, "_BULK", 3)
    with EmbeddedStore.write(tmp_path / "store") as store:
        store.add(iter(QUADS))
        assert set(store.quads()) == set(QUADS)
        assert store.count() == 6


def test_what_is_loaded_is_what_is_added() -> None:
    with EmbeddedStore.memory() as loaded, EmbeddedStore.memory() as added:
        loaded.load(serialize(QUADS, format=RdfFormat.N_QUADS) or b"")
        added.add(QUADS)
        assert (set(loaded.quads()), loaded.count()) == (set(added.quads()), added.count())


@pytest.mark.parametrize("value", ["<https://example.org/o>", '"a <b"', '"1"^^<https://example.org/t>', "_:b", '"x"@en'])
def test_a_quad_without_a_graph_is_not_loaded(value: str) -> None:
    with EmbeddedStore.memory() as store, pytest.raises(SyntaxError):
        store.load(f"<https://example.org/s> <https://example.org/p> {value} .\n".encode())


def test_reading_changes_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with EmbeddedStore.write(tmp_path / "work") as store:
        store.add(QUADS)
        store.flush()
        store.copy(folder)
    before = {path.name: (path.stat().st_ino, sha256_of(path)) for path in folder.iterdir()}
    assert not before.keys() & {"LOG", "LOCK", "IDENTITY"}
    with EmbeddedStore.read(folder) as one, EmbeddedStore.read(folder) as other:
        assert one.count() == other.count() == 6
        assert before == {path.name: (path.stat().st_ino, sha256_of(path)) for path in folder.iterdir()}
    assert before == {path.name: (path.stat().st_ino, sha256_of(path)) for path in folder.iterdir()}


def test_a_copy_shares_files_and_changes_alone(tmp_path: Path) -> None:
    with EmbeddedStore.write(tmp_path / "one") as store:
        store.add(QUADS[:3])
        store.flush()
        store.copy(tmp_path / "two")
    with EmbeddedStore.write(tmp_path / "two") as copy:
        copy.add(QUADS)
    with EmbeddedStore.read(tmp_path / "one") as one, EmbeddedStore.read(tmp_path / "two") as two:
        assert (set(one.quads()), set(two.quads())) == (set(QUADS[:3]), set(QUADS))


def test_a_folder_has_one_writer(tmp_path: Path) -> None:
    with EmbeddedStore.write(tmp_path / "store"), pytest.raises(UsageError, match="another process writes"):
        EmbeddedStore.write(tmp_path / "store")


def test_no_store_and_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="there is no store"):
        EmbeddedStore.read(tmp_path / "none")
    assert not (tmp_path / "none").exists()
    with EmbeddedStore.write(tmp_path / "store") as store:
        store.add(QUADS)
    (tmp_path / "store" / "CURRENT").write_text("MANIFEST-999999\n")
    with pytest.raises(StoreDamaged, match="cannot be read"):
        EmbeddedStore.read(tmp_path / "store")


def test_a_closed_store_answers_nothing() -> None:
    store = EmbeddedStore.memory()
    store.close()
    with pytest.raises(ValueError, match="closed"):
        store.count()


def test_an_unknown_function_is_explained() -> None:
    with EmbeddedStore.memory() as store, pytest.raises(UsageError, match="has no answer: The custom function"):
        store.query("SELECT (<https://example.org/f>(1) AS ?x) {}")


def test_the_place_of_a_mistake_is_told() -> None:
    with EmbeddedStore.memory() as store, pytest.raises(UsageError, match="error at 2:") as caught:
        store.query("ASK {\n ?s }")
    assert len(caught.value.what) < 300


def test_limits_can_be_raised() -> None:
    with EmbeddedStore.memory(Settings(query_nesting=200, query_bytes=100_000)) as store:
        assert store.ask("ASK " + "{" * 200 + "}" * 200)
        assert store.ask("ASK {}" + " " * 90_000)


DEEP = """
from kg.settings import Settings
from kg.store.embedded import EmbeddedStore
store = EmbeddedStore.memory(Settings(query_nesting=100_000))
print(store.ask("ASK {FILTER(" + "!" * 65_000 + "true)}"))
print(store.ask("ASK " + "{" * 32_000 + "}" * 32_000))
print(store.ask("ASK {" + "FILTER EXISTS{" * 4_000 + "}" * 4_000 + "}"))
"""


def test_no_query_within_its_size_ends_the_process() -> None:
    """Each of these overflows the usual stack, which is a segmentation fault and no exception."""
    done = subprocess.run([sys.executable, "-c", DEEP], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["True", "True", "True"], "")


ENDLESS = """
import signal
from kg.store.embedded import EmbeddedStore
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background inherits that it is ignored
store = EmbeddedStore.memory()
print("asking", flush=True)
numbers = "{" + " ".join(str(n) for n in range(1000)) + "}"
store.query("SELECT (COUNT(*) AS ?n) {" + " ".join(f"VALUES ?{v} {numbers}" for v in "abcdef") + "}")
"""


def test_a_query_can_be_interrupted() -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        try:
            _, errors = process.communicate(timeout=30)
        finally:
            process.kill()
    assert b"KeyboardInterrupt" in errors
    assert process.returncode == -signal.SIGINT
