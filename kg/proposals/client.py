"""Asks an OpenAI-compatible service: bounded in time, bytes and attempts; what it answers is not trusted here or later.

No redirect is followed and no proxy of the environment is used, so that the key and the article go to the address that was set and
nowhere else. No compression is taken, since few bytes can then be many.
The form of the requests: https://platform.openai.com/docs/api-reference/chat/create
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx
from pydantic import BaseModel, ValidationError

from kg import __version__
from kg.errors import LimitReached, UnreadableInput, UsageError
from kg.intake.fetching import Network, Transport
from kg.settings import Settings

_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError, OSError, UnicodeError)
_LATE = (httpx.TimeoutException, httpcore.TimeoutException)
_BUSY = frozenset({408, 429, 500, 502, 503, 504, 529})
_TOLD = (400, 422, 500)
"""Answers whose words may tell that the question is well but for its form; 500 is that of the server of llama-cpp-python."""
_PATH = "/chat/completions"
_PREFERENCES = ("temperature", "max_tokens")
"""What some models refuse to be told."""


class Unusable(UnreadableInput):
    """An answer that came whole and is not what was asked for; another question may be answered better."""


class _Busy(UnreadableInput):
    """The service may answer if it is asked again."""


class _Message(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice]


@dataclass(frozen=True)
class Client:
    """Asks the model of these settings."""

    settings: Settings
    sleep: Callable[[float], None] = time.sleep

    @property
    def where(self) -> str:
        """The service as messages call it: without what an address may hold of names and passwords."""
        parts = urlsplit(self.settings.llm_url)
        return f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")

    def check(self) -> None:
        """Raises UsageError where the settings do not tell whom to ask, or cannot be sent."""
        chosen = self.settings
        for name, value in (("KG_LLM_URL", chosen.llm_url), ("KG_LLM_MODEL", chosen.llm_model)):
            if not value.strip():
                raise UsageError("is not set", where=name, mend="say which service and model to ask; docs/llm.md shows how")
        try:
            parts = urlsplit(chosen.llm_url)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        except ValueError:
            sound = False
        if not sound or not chosen.llm_url.isprintable():
            raise UsageError("is no address of http or https", where="KG_LLM_URL", mend="for example http://127.0.0.1:8080/v1")
        if not chosen.llm_model.isprintable() or len(chosen.llm_model) > 200:
            raise UsageError("is no name of a model", where="KG_LLM_MODEL", mend="give the name that the service lists")
        if not (chosen.llm_key.isascii() and chosen.llm_key.isprintable()) or " " in chosen.llm_key:
            raise UsageError("holds signs that no key has", where="KG_LLM_KEY", mend="copy the key anew, without spaces")

    def ask(self, request: Mapping[str, Any], until: float) -> str:
        """The words that the model answers with, before this time of the monotonic clock.

        Raises Unusable, and for a service that does not answer UnreadableInput, LimitReached.
        """
        until = min(until, time.monotonic() + self.settings.llm_seconds)
        sent = dict(request)
        for attempt in range(self.settings.llm_attempts):
            try:
                status, content = self._post(sent, until)
                if (easier := _easier(sent, status, content)) is not None:
                    sent = easier
                    continue
                return self._words(status, content)
            except _Busy:
                pause = self.settings.llm_pause * 2**attempt
                if attempt + 1 == self.settings.llm_attempts or time.monotonic() + pause >= until:
                    raise
                self.sleep(pause)
        raise UnreadableInput("the service does not take the question", where=self.where)

    def _post(self, request: Mapping[str, Any], until: float) -> tuple[int, bytes]:
        address = self.settings.llm_url.rstrip("/").removesuffix(_PATH) + _PATH
        headers = {"User-Agent": f"aed-kg/{__version__}", "Accept": "application/json", "Accept-Encoding": "identity"}
        if self.settings.llm_key:
            headers["Authorization"] = f"Bearer {self.settings.llm_key}"
        client = httpx.Client(transport=Transport(Network(until, True)), follow_redirects=False, trust_env=False, headers=headers)
        try:
            with client, client.stream("POST", address, json=request) as response:
                self._check(response)
                return response.status_code, self._body(response)
        except _LATE:
            raise LimitReached(
                "the model gave no whole answer in time", where=self.where, mend="set KG_LLM_SECONDS, or ask a faster model"
            ) from None
        except _FAILURES as error:
            why = error.strerror if isinstance(error, OSError) else str(error) if isinstance(error, httpcore.NetworkError) else ""
            what = f"the model cannot be asked ({why or type(error).__name__})"
            raise UnreadableInput(what, where=self.where, mend="check KG_LLM_URL, and that the service runs") from None

    def _check(self, response: httpx.Response) -> None:
        status = response.status_code
        if status in _BUSY and status not in _TOLD:
            raise _Busy(f"the service answers {status}", where=self.where, mend="try again later")
        if 300 <= status < 400:
            raise UnreadableInput("the service redirects, which is not followed", where=self.where, mend="correct KG_LLM_URL")
        if status in (401, 403):
            raise UnreadableInput(f"the service answers {status}", where=self.where, mend="check KG_LLM_KEY")
        if status not in (200, *_TOLD):
            raise UnreadableInput(f"the service answers {status}", where=self.where, mend="check KG_LLM_URL and KG_LLM_MODEL")
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise UnreadableInput("the service compresses its answer, which was not asked for", where=self.where)

    def _body(self, response: httpx.Response) -> bytes:
        pieces, size = list[bytes](), 0
        for piece in response.iter_raw():
            size += len(piece)
            if size > self.settings.llm_bytes:
                what = f"the answer has more than {self.settings.llm_bytes:,} bytes"
                raise LimitReached(what, where=self.where, mend="set KG_LLM_BYTES")
            pieces.append(piece)
        if response.status_code == 200 and response.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise Unusable("the answer is no JSON", where=self.where)
        return b"".join(pieces)

    def _words(self, status: int, content: bytes) -> str:
        if status in _BUSY:
            raise _Busy(f"the service answers {status}", where=self.where, mend="try again later")
        if status != 200:
            raise UnreadableInput(f"the service answers {status}", where=self.where, mend="check KG_LLM_MODEL")
        try:
            choices = _Completion.model_validate_json(content).choices
        except ValidationError:
            raise Unusable("the answer is no completion", where=self.where) from None
        if not choices or choices[0].finish_reason not in (None, "stop"):
            raise Unusable("the answer was broken off", where=self.where)
        return choices[0].message.content


def _easier(sent: Mapping[str, Any], status: int, content: bytes) -> dict[str, Any] | None:
    """The question in a form that more services take, where this one is refused for its form.

    A service that knows no `json_schema` may know the older form of llama.cpp, a JSON object with a schema.
    """
    form = sent["response_format"]
    if status in _TOLD and form["type"] == "json_schema" and b"response_format" in content:
        return {**sent, "response_format": {"type": "json_object", "schema": form["json_schema"]["schema"]}}
    if status == 400 and sent.keys() & set(_PREFERENCES):
        return {name: value for name, value in sent.items() if name not in _PREFERENCES}
    return None
