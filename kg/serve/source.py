"""Where the server's graph is: a folder whose build may be replaced at any time, or another SPARQL endpoint."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from kg.build.place import Place
from kg.pages.opened import REMOTE, Opened
from kg.settings import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """The graph of these settings: the endpoint where one is named, else the build that holds in the folder."""

    settings: Settings
    keep: str = ""
    """A folder for what is made once for a build."""

    @property
    def is_remote(self) -> bool:
        """Whether the graph is that of another endpoint, of which nothing tells when it changes."""
        return bool(self.settings.endpoint_query)

    def build(self) -> str:
        """The name of the build that holds; the same as long as answers stay the same. Raises StoreDamaged."""
        if self.is_remote:
            return REMOTE
        build = Place(Path(self.settings.folder)).current()
        return build.name if build else ""

    @contextmanager
    def opened(self) -> Iterator[Opened]:
        """The store of the build that holds, which stays until the end of the block. Raises UnreadableInput, StoreDamaged."""
        if self.is_remote:
            from kg.store.remote import RemoteStore  # its HTTP client takes as long to load as all else

            # Nothing is written, so that an endpoint without the Graph Store Protocol will do.
            graphs = self.settings.endpoint_graphs or self.settings.endpoint_query
            with RemoteStore(replace(self.settings, endpoint_graphs=graphs)) as remote:
                yield Opened(remote, self.settings, REMOTE, None)
            return
        place = Place(Path(self.settings.folder).absolute())
        with place.reading() as build, place.opened(build, self.settings) as store:
            yield Opened(store, self.settings, build.name, place.articles, Path(self.keep) if self.keep else None)

    def described(self) -> dict[str, Any]:
        """The same as JSON, to be sent to a worker."""
        return asdict(self)

    @classmethod
    def of(cls, described: dict[str, Any]) -> Self:
        """What was described."""
        return cls(Settings(**described["settings"]), described["keep"])
