"""Builds a graph in a given folder over and over, and kills each build at another of the changes that it makes to a folder.

Each build is a process of its own, forked from this one, which never opens a store itself. One line a build is printed: the
signal that ended it, what the place then says, and what `verify` finds.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kg.article import Article
from kg.build.draft import building
from kg.build.place import Place
from kg.build.verify import verify

CHANGES = {"os.mkdir": 1, "os.rename": 1, "os.symlink": 1, "os.link": 1, "os.rmdir": 1, "os.remove": 6}
"""The events by which Python announces that a name is made, moved or removed; of removals, each sixth is enough."""


def name(of: str) -> NamedNode:
    return NamedNode("https://example.org/" + of)


def build(place: Place, content: str) -> None:
    with building(place) as draft:
        draft.keep(Article.from_bytes(content.encode(), content))
        draft.add([Quad(name("thing"), name("says"), Literal(content), name("graph"))])


def until(change: int, work: Callable[[], None]) -> None:
    """Does the work, but is killed just before this change, counted from 1; if there are fewer, prints how many there are."""
    met = 0
    seen = dict.fromkeys(CHANGES, 0)

    def kill(event: str, _: object) -> None:
        nonlocal met
        if event in CHANGES:
            seen[event] += 1
            met += seen[event] % CHANGES[event] == 0
            if met == change:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)
    work()
    print(met, flush=True)


def tell(place: Place) -> None:
    with place.store() as store:
        text = store.select("SELECT ?text WHERE { ?thing ?says ?text }").rows[0][0]
    print(text.value, *verify(place), sep="\t", flush=True)


def in_child(call: Callable[[], None]) -> int:
    """Runs the call in a child; the signal that ended it, 0 if none did, 1 for an error."""
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    code = 1
    try:
        call()
        code = 0
    finally:
        os._exit(code)


def main(root: Path) -> None:
    place = Place(root)
    in_child(lambda: build(place, "0"))
    change, ended = 0, int(signal.SIGKILL)
    while ended == signal.SIGKILL:
        change += 1
        ended = in_child(lambda: until(change, lambda: build(place, str(change))))  # noqa: B023
        print(change, ended, end="\t", flush=True)
        in_child(lambda: tell(place))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
