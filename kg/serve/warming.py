"""Makes what is dear as soon as a build holds, so that no visitor waits for it."""

import asyncio
from contextlib import suppress

from kg.errors import KgError
from kg.serve.pool import Pool
from kg.serve.site import DEAR

_SECONDS = 2.0
"""How often the folder is looked at for a new build."""


async def keep_warm(pool: Pool) -> None:
    """Asks for the dear pages of every new build; goes on until it is cancelled."""
    warm = None
    while True:
        with suppress(KgError):
            build = pool.source.build()
            if build != warm and build != "endpoint":
                warm = build
                await _warm(pool)
        await asyncio.sleep(_SECONDS)


async def _warm(pool: Pool) -> None:
    for name, values in DEAR.items():
        with suppress(KgError):
            await (await pool.ask({"kind": "page", "name": name, "values": dict(values)})).whole()
