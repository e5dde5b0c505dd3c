"""What the server and its workers send each other through pipes: frames of a kind and a length.

Towards the worker: one `START`, then `JOB` after `JOB`. From it: one `READY`, then for each job a `HEAD`, any number of
`BODY`, and one `END`; or a `FAULT` in place of what is left.
"""

import json
import struct
from enum import IntEnum
from typing import Any, BinaryIO

HEADER = struct.Struct(">BI")
"""The kind of a frame and the length of its content."""


class Kind(IntEnum):
    """What a frame holds: JSON, but for BODY."""

    START = 1
    READY = 2
    JOB = 3
    HEAD = 4
    BODY = 5
    END = 6
    FAULT = 7


def frame(kind: Kind, content: bytes | dict[str, Any]) -> bytes:
    """The frame's bytes."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return HEADER.pack(kind, len(body)) + body


def read_frame(pipe: BinaryIO) -> tuple[Kind, bytes] | None:
    """The next frame; None at the end of the pipe."""
    header = pipe.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    kind, length = HEADER.unpack(header)
    content = pipe.read(length)
    return (Kind(kind), content) if len(content) == length else None
