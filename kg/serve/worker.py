"""A process that answers jobs, one after the other, on a store that it only reads; `kg.serve.nursery` forks it.

The engine knows no time limit and ends its process on some queries, so that nothing but such a process runs a query from
outside: the server ends it when its time is over, and has another. Frames (`kg.serve.frames`) come and go by a socket.
"""

import json
import resource
import socket
import traceback
from contextlib import suppress
from typing import Any, BinaryIO

from kg.errors import KgError
from kg.pages.opened import Opened
from kg.serve.faults import OURS
from kg.serve.frames import Kind, frame, read_frame
from kg.serve.jobs import perform
from kg.serve.source import Source
from kg.store.stack import on_deep_stack


def serve(connection: socket.socket) -> None:
    """Answers jobs until the connection ends."""
    with suppress(BrokenPipeError, ConnectionError):
        _serve(connection.makefile("rb"), connection.makefile("wb"))


def _serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    started = read_frame(jobs)
    if started is None:
        return
    source = Source.of(json.loads(started[1]))
    settings = source.settings
    resource.setrlimit(resource.RLIMIT_AS, (settings.query_memory, settings.query_memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        with source.opened() as opened:
            _send(answers, Kind.READY, {"build": opened.build})
            while received := read_frame(jobs):
                job = json.loads(received[1])
                on_deep_stack(lambda job=job: _answer(opened, job, answers))  # type: ignore[misc]
    except KgError as error:
        _send(answers, Kind.FAULT, _fault(error))


def _answer(opened: Opened, job: dict[str, Any], answers: BinaryIO) -> None:
    try:
        perform(opened, job, lambda head: _send(answers, Kind.HEAD, head), lambda body: _send(answers, Kind.BODY, body))
    except KgError as error:
        _send(answers, Kind.FAULT, _fault(error))
    except MemoryError:
        _send(answers, Kind.FAULT, {"kind": "LimitReached", "what": "the query needs more memory than it may have", "where": "",
                                    "mend": "ask for less, or raise KG_QUERY_MEMORY"})  # fmt: skip
    except BrokenPipeError:
        raise
    except Exception:
        traceback.print_exc()
        _send(answers, Kind.FAULT, _fault(OURS) | {"kind": "Internal"})
    else:
        _send(answers, Kind.END, {})


def _fault(error: KgError) -> dict[str, str]:
    return {"kind": type(error).__name__, "what": error.what, "where": error.where, "mend": error.mend}


def _send(pipe: BinaryIO, kind: Kind, content: bytes | dict[str, Any]) -> None:
    pipe.write(frame(kind, content))
    pipe.flush()
