"""Whose turn it is: some places for jobs that may last, and one for the newest job, which must be quick.

However many slow jobs come at once, a quick one waits at most for the one that is in the quick place now. A job that was not
quick enough waits for another place, in the order in which the jobs came.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from kg.errors import KgError


class Busy(KgError):
    """All processes are at work, and were for long."""

    code = 4


@dataclass(slots=True, eq=False)
class _Waiting:
    """A job without a place; the result says whether the place is the quick one."""

    any_place: bool
    quick: "asyncio.Future[bool]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())


@dataclass(slots=True)
class Turns:
    """The places that are free, and who waits for one."""

    places: int
    _quick_free: bool = True
    _waiting: list[_Waiting] = field(default_factory=list)

    @asynccontextmanager
    async def turn(self, patience: float, any_place: bool = True) -> AsyncIterator[bool]:
        """A place until the end of the block, and whether it is the quick one. Raises Busy after `patience` seconds."""
        mine = _Waiting(any_place)
        self._waiting.append(mine)
        self._give()
        try:
            await asyncio.wait((mine.quick,), timeout=max(patience, 0))
            if not mine.quick.done():
                raise Busy("all processes that answer queries are at work", mend="ask again in a while")
            yield mine.quick.result()
        finally:
            self._leave(mine)

    def _leave(self, mine: _Waiting) -> None:
        if not mine.quick.done():
            self._waiting.remove(mine)
            return
        if mine.quick.result():
            self._quick_free = True
        else:
            self.places += 1
        self._give()

    def _give(self) -> None:
        """Gives the free places away: a lasting one to who came first, the quick one to who came last."""
        while self._waiting and self.places:
            self.places -= 1
            self._waiting.pop(0).quick.set_result(False)
        if self._quick_free and (last := next((one for one in reversed(self._waiting) if one.any_place), None)):
            self._quick_free = False
            self._waiting.remove(last)
            last.quick.set_result(True)
