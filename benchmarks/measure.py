"""Runs a call in a process of its own and says what it cost: wall clock, CPU seconds of it and its children, peak memory."""

import math
import multiprocessing
import resource
import signal
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any


@dataclass(frozen=True, slots=True)
class Cost:
    """What a call cost, and the numbers that it returned; `ended` is False where time or memory did not suffice."""

    wall: float
    cpu: float
    mebibytes: float
    numbers: dict[str, float]
    ended: bool = True


def measured(call: Callable[..., dict[str, float]], *arguments: Any, limit: float = 3600, method: str = "spawn") -> Cost:
    """The cost of one call in a new process, which the system ends at this limit of CPU seconds.

    The call returns numbers; where `wall` and `cpu` are among them they replace those of the whole process, so that a call
    can leave its preparation out. A process that the system kills for its memory has not ended, either. Raises RuntimeError
    where the process ends in any other way.
    """
    context: Any = multiprocessing.get_context(method)
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(sending, call, arguments, limit))
    process.start()
    sending.close()
    try:
        numbers: dict[str, float] = receiving.recv()
    except EOFError as error:
        process.join()
        if process.exitcode not in (-signal.SIGXCPU, -signal.SIGKILL):
            raise RuntimeError(f"{call.__name__} failed") from error
        return Cost(limit, limit, 0, {}, ended=False)
    process.join()
    return Cost(numbers.pop("wall"), numbers.pop("cpu"), numbers.pop("mebibytes"), numbers)


def _run(sending: Connection, call: Callable[..., dict[str, float]], arguments: Sequence[Any], limit: float) -> None:
    wall, cpu = time.perf_counter(), cpu_seconds()
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(cpu + limit), resource.RLIM_INFINITY))
    numbers = call(*arguments)
    spent = {"wall": time.perf_counter() - wall, "cpu": cpu_seconds() - cpu}
    sending.send(spent | {"mebibytes": peak()} | numbers)


def cpu_seconds() -> float:
    """The CPU seconds of this process and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def peak() -> float:
    """The peak memory of this process or of its largest child, in MiB."""
    kibibytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return kibibytes / 1024


def timed(call: Callable[[], object]) -> dict[str, float]:
    """The wall clock and the CPU seconds of a call in this process."""
    wall, cpu = time.perf_counter(), cpu_seconds()
    call()
    return {"wall": time.perf_counter() - wall, "cpu": cpu_seconds() - cpu}


def warm(call: Callable[[], object]) -> dict[str, float]:
    """The same of the second of two calls, where the first took less than five seconds: a forked process first maps its memory."""
    first = timed(call)
    return timed(call) if first["cpu"] < 5 else first


def median(costs: Sequence[Cost]) -> Cost:
    """The cost whose CPU seconds are the median of these."""
    middle = statistics.median_low(cost.cpu for cost in costs)
    return next(cost for cost in costs if cost.cpu == middle)
