import asyncio

import pytest

from kg.serve.turns import Busy, Turns


def test_the_newest_takes_the_quick_place_and_the_oldest_a_lasting_one() -> None:
    asyncio.run(_take_turns())


async def _take_turns() -> None:
    turns, order = Turns(1), []
    leave = {name: asyncio.Event() for name in "abcd"}

    async def job(name: str) -> None:
        async with turns.turn(10) as quick:
            order.append((name, quick))
            await leave[name].wait()

    tasks = []
    for name in "abcd":
        tasks.append(asyncio.create_task(job(name)))
        await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    assert order == [("a", False), ("b", True)]
    leave["b"].set()
    await asyncio.sleep(0.01)
    assert order[2:] == [("d", True)]
    leave["a"].set()
    await asyncio.sleep(0.01)
    assert order[3:] == [("c", False)]
    for event in leave.values():
        event.set()
    await asyncio.gather(*tasks)
    assert (turns.places, turns._quick_free, turns._waiting) == (1, True, [])


def test_who_waits_too_long_is_told() -> None:
    asyncio.run(_wait())


async def _wait() -> None:
    turns = Turns(0)
    with pytest.raises(Busy):
        async with turns.turn(0.01, any_place=False):
            pass
    async with turns.turn(1):
        with pytest.raises(Busy):
            async with turns.turn(0.01):
                pass
        waiting = asyncio.create_task(turns.turn(10).__aenter__())
        await asyncio.sleep(0.01)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    assert turns._waiting == []
    async with turns.turn(1) as quick:
        assert quick
