"""Puts a curated annotation in the place of a draft over and over, each time in a fresh copy of one graph, and kills each attempt
at another of the changes that it makes to a folder.

Each attempt is a process of its own, forked from this one, which never opens a store itself. One line an attempt is printed: the
signal that ended it, the sum of what the graph then says, and what `verify` finds.
"""

import hashlib
import shutil
import signal
import sys
from pathlib import Path

from kg.build.adding import add
from kg.build.build import Sources, build
from kg.build.pipeline import Background
from kg.build.place import Place
from kg.build.verify import verify
from kg.identifiers import DEFAULT_BASE
from kg.resources import ONTOLOGY
from tests.build.killed_builds import in_child, until

BACKGROUND = Background(ONTOLOGY, DEFAULT_BASE)


def tell(place: Place) -> None:
    with place.store() as store:
        said = "\n".join(sorted(str(quad) for quad in store.quads()))
    print(hashlib.sha256(said.encode()).hexdigest(), *verify(place), sep="\t", flush=True)


def revise(place: Place, curated: Path) -> None:
    add(Sources((curated,)), place, BACKGROUND)


def main(draft: Path, curated: Path, folder: Path) -> None:
    built = Place(folder / "built")
    in_child(lambda: build(Sources((draft,)), built, BACKGROUND))
    change, ended = 0, int(signal.SIGKILL)
    while ended == signal.SIGKILL:
        change += 1
        place = Place(folder / str(change))
        shutil.copytree(built.root, place.root, symlinks=True)
        ended = in_child(lambda: until(change, lambda: revise(place, curated)))  # noqa: B023
        print(change, ended, end="\t", flush=True)
        in_child(lambda: tell(place))  # noqa: B023
        shutil.rmtree(place.root)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
