"""Pages that read the whole graph: made once a build, before anybody asks, and kept in the server's memory."""

import asyncio
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from kg.errors import KgError
from kg.serve.pool import Pool
from kg.serve.site import VIEWS
from kg.serve.source import ENDPOINT

SECONDS = 300.0
"""How long making one of them may take."""
_LOOKING_SECONDS = 5.0


@dataclass(slots=True)
class Made:
    """What a worker made: the head of the answer and its body."""

    head: dict[str, Any]
    body: bytes


@dataclass(slots=True)
class Kept:
    """The kept pages of the build that holds. An endpoint's graph may change at any time: of that, nothing is kept."""

    pool: Pool
    _build: str = ""
    _made: dict[str, "asyncio.Task[Made]"] = field(default_factory=dict)

    async def page(self, name: str) -> Made:
        """The page, made now where it is not at hand; visitors at the same time wait for one. Raises as `Pool.ask` does."""
        build = self.pool.source.build()
        if build != self._build or build == ENDPOINT:
            self._build, self._made = build, {}
        task = self._made.get(name)
        if task is None or (task.done() and (task.cancelled() or task.exception())):
            task = self._made[name] = asyncio.create_task(self._make(name))
        return await asyncio.shield(task)

    async def watch(self) -> None:
        """Makes the pages of each new build soon after it holds."""
        while self.pool.source.build() != ENDPOINT:
            for name in (name for name, view in VIEWS.items() if view.kept):
                try:
                    await self.page(name)
                except (KgError, OSError) as error:
                    print(f"the page '{name}' could not be made: {error}", file=sys.stderr)
            await asyncio.sleep(_LOOKING_SECONDS)

    async def close(self) -> None:
        """Ends what is being made."""
        for task in self._made.values():
            task.cancel()
            with suppress(asyncio.CancelledError, KgError):
                await task

    async def _make(self, name: str) -> Made:
        reply = await self.pool.ask({"kind": "page", "name": name, "values": {}}, SECONDS)
        return Made(reply.head, await reply.whole())
