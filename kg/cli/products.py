"""The files that a build leaves beside its store: the Turtle file, the page and the picture of the network.

The picture takes as long as all the rest, half of it to load the library that draws. So it is drawn in a process of its own,
which gets ready while the graph is built.
"""

import signal
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.files import written
from kg.store.base import Store

if TYPE_CHECKING:
    from kg.build.build import Product
    from kg.network.network import Network

NAMES: Final = ("graph.ttl", "network.html", "network.svg", "network.png")
"""The files that stand beside the store in every build."""


@contextmanager
def products(none: bool) -> Iterator[Mapping[str, "Product"]]:
    """What writes the files, in this order, or `none`. To be entered before other threads run, since it starts a process."""
    if none:
        yield {}
        return
    pool = ProcessPoolExecutor(1, initializer=_get_ready)
    try:
        pool.submit(int)
        drawn = _Drawn(pool)
        yield {"network": drawn.begin, "network.html": drawn.page, "graph.ttl": _turtle, "network.svg": drawn.end}
    finally:
        pool.shutdown(cancel_futures=True)


def _get_ready() -> None:
    """Ctrl-C is for the process that waits for this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import kg.network.picture as _  # noqa: F401


class _Drawn:
    """The network of the build, drawn elsewhere while its page and other files are written here."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool
        self._network: Network
        self._pictures: Future[dict[str, bytes]]

    def begin(self, store: Store, folder: Path) -> None:
        from kg.export.formats import network_of

        self._network = network_of(store)
        self._pictures = self._pool.submit(_draw, self._network)

    def page(self, store: Store, folder: Path) -> None:
        from kg.network.page import to_page

        _write(folder / "network.html", to_page(self._network))

    def end(self, store: Store, folder: Path) -> None:
        for form, content in self._pictures.result().items():
            _write(folder / f"network.{form}", content)


def _draw(network: "Network") -> dict[str, bytes]:
    from kg.network.picture import draw_forms

    return {str(form): content for form, content in draw_forms(network, ("svg", "png")).items()}


def _turtle(store: Store, folder: Path) -> None:
    from kg.export.formats import FORMATS

    with written(folder / "graph.ttl") as out:
        FORMATS["turtle"].write(store, out)


def _write(path: Path, content: bytes) -> None:
    with written(path) as out:
        out.write(content)
