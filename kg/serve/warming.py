"""Makes what is dear soon after a build holds, so that hardly a visitor waits for it."""

import asyncio
from contextlib import suppress

from kg.errors import KgError
from kg.serve.pool import Pool
from kg.serve.site import DEAR

_SECONDS = 2.0
"""How often the folder is looked at for a new build."""
_MAKING_SECONDS = 300.0
"""How long making what one page needs may take; nobody waits for it."""


async def keep_warm(pool: Pool) -> None:
    """Asks for the dear pages of every new build; goes on until it is cancelled. Nothing is kept of a remote store."""
    if pool.source.is_remote:
        return
    warm = None
    while True:
        await asyncio.sleep(_SECONDS)  # who comes at once is answered first
        with suppress(KgError):
            build = pool.source.build()
            if build != warm:
                warm = build
                await _warm(pool)


async def _warm(pool: Pool) -> None:
    for job in DEAR:
        with suppress(KgError):
            await (await pool.ask(job, _MAKING_SECONDS)).whole()
