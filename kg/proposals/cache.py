"""The model's answers, kept by what was asked: the same article is asked about once, whoever serves the model."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from kg.errors import UsageError
from kg.files import written

_ROOM = 1024
"""Bytes of an entry besides the answer, which JSON may write twice as long."""


def default_folder() -> Path:
    """Where answers are kept unless a setting says otherwise."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "aed-kg" / "llm"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    asked: str
    sha256: str
    answer: str


def digest(question: Mapping[str, Any]) -> str:
    """The SHA-256 of a question: 64 lower-case hexadecimal digits."""
    text = json.dumps(question, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Answers:
    """A folder of answers. It only saves time: what cannot be read there is asked anew, what cannot be written is left."""

    folder: Path
    most: int
    """The largest answer, in bytes."""

    def get(self, question: Mapping[str, Any]) -> str | None:
        """The answer that was kept, if it is there and sound."""
        asked = digest(question)
        with suppress(OSError, ValidationError):
            with self._file(asked).open("rb") as file:
                content = file.read(2 * self.most + _ROOM + 1)
            entry = _Entry.model_validate_json(content)
            if entry.asked == asked and entry.sha256 == _sha256(entry.answer):
                return entry.answer
        return None

    def put(self, question: Mapping[str, Any], answer: str) -> None:
        """Keeps an answer."""
        asked = digest(question)
        entry = {"asked": asked, "sha256": _sha256(answer), "answer": answer}
        file = self._file(asked)
        with suppress(OSError, UsageError):
            file.parent.mkdir(parents=True, exist_ok=True)
            with written(file) as out:
                out.write(json.dumps(entry, ensure_ascii=False).encode())

    def _file(self, asked: str) -> Path:
        return self.folder / asked[:2] / f"{asked}.json"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
