"""A service that is down, busy, or means harm: one clear error in bounded time and bytes, and the key goes nowhere else."""

import gzip
import json
import time
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError, LimitReached, UnreadableInput, UsageError
from kg.proposals.client import Client, Unusable
from kg.settings import Settings, read_settings
from tests.proposals.scripted import KEY, Handler, Script, serving

_FORM = {"type": "json_schema", "json_schema": {"name": "attacks", "schema": {"type": "object"}}}
QUESTION = {"model": "invented-1", "messages": [], "response_format": _FORM, "temperature": 0, "max_tokens": 10}


def _ask(script: Script, cache: Path, **changed: Any) -> str:
    with serving(script) as service:
        return Client(service.settings(cache, **changed)).ask(QUESTION, time.monotonic() + 60)


def _refused(script: Script, cache: Path, **changed: Any) -> KgError:
    with pytest.raises(KgError) as caught:
        _ask(script, cache, **changed)
    assert KEY not in str(caught.value)
    assert str(caught.value).startswith("http://127.0.0.1:")
    return caught.value


def test_words_come_back(cache: Path) -> None:
    assert _ask(lambda handler, question: handler.complete("héllo"), cache) == "héllo"


def _redirecting(where: str) -> Script:
    return lambda handler, question: handler.answer(b"{}", 307, Location=where)


def test_no_redirect_is_followed(cache: Path) -> None:
    with serving(lambda handler, question: handler.complete("stolen")) as other:
        error = _refused(_redirecting(f"{other.address}/v1/chat/completions"), cache)
        assert other.asked == []
    assert "redirects" in error.what


def test_a_busy_service_is_asked_again_so_often_and_no_more(cache: Path) -> None:
    paused: list[float] = []
    for status in (429, 500, 503):
        paused.clear()
        with serving(lambda handler, question, status=status: handler.answer(b"{}", status, Retry_After="100000")) as service:
            with pytest.raises(UnreadableInput, match=str(status)):
                Client(service.settings(cache, llm_pause=2.0), paused.append).ask(QUESTION, time.monotonic() + 60)
            assert len(service.asked) == 3
        assert paused == [2.0, 4.0]


def test_it_may_answer_the_second_time(cache: Path) -> None:
    def recovering(handler: Handler, question: dict[str, Any]) -> None:
        if len(handler.server.asked) == 1:
            handler.answer(b"busy", 429)
        else:
            handler.complete("now")

    assert _ask(recovering, cache) == "now"


def test_what_a_model_refuses_to_be_told_is_left_out(cache: Path) -> None:
    def picky(handler: Handler, question: dict[str, Any]) -> None:
        if "temperature" in question:
            handler.answer(b'{"error": "unsupported"}', 400)
        else:
            handler.complete("fine")

    assert _ask(picky, cache) == "fine"


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_service_of_the_older_form_is_asked_in_it(cache: Path, status: int) -> None:
    def older(handler: Handler, question: dict[str, Any]) -> None:
        if question["response_format"]["type"] == "json_schema":
            handler.answer(b'{"error": {"loc": ["body", "response_format", "type"]}}', status)
        else:
            handler.complete(json.dumps(question["response_format"]))

    assert json.loads(_ask(older, cache)) == {"type": "json_object", "schema": {"type": "object"}}


def test_the_pause_does_not_outlast_the_time(cache: Path) -> None:
    paused: list[float] = []
    with serving(lambda handler, question: handler.answer(b"", 503)) as service:
        with pytest.raises(UnreadableInput):
            Client(service.settings(cache, llm_pause=1e6), paused.append).ask(QUESTION, time.monotonic() + 60)
        assert len(service.asked) == 1
    assert paused == []


def _drip(head: bytes) -> Script:
    def drip(handler: Handler, question: dict[str, Any]) -> None:
        handler.wfile.write(head)
        while not handler.server.stopped.wait(0.02):
            handler.wfile.write(b" ")

    return drip


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n"],
    ids=["nothing", "slow head", "slow body"],
)
def test_a_service_that_drips_ends_in_time(head: bytes, cache: Path) -> None:
    begun = time.monotonic()
    error = _refused(_drip(head), cache, llm_seconds=0.3)
    assert isinstance(error, LimitReached | UnreadableInput)
    assert time.monotonic() - begun < 5


def test_a_service_that_hangs_ends_in_time(cache: Path) -> None:
    error = _refused(lambda handler, question: handler.server.stopped.wait(30) and None, cache, llm_seconds=0.3)
    assert "in time" in error.what


def test_an_endless_answer_is_broken_off(cache: Path) -> None:
    def endless(handler: Handler, question: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.end_headers()
        while not handler.server.stopped.is_set():
            handler.wfile.write(b'{"choices": [' * 1000)

    error = _refused(endless, cache)
    assert isinstance(error, LimitReached)
    assert "100,000 bytes" in error.what


def test_a_compressed_bomb_is_not_unpacked(cache: Path) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert "compresses" in _refused(lambda handler, question: handler.answer(bomb, Content_Encoding="gzip"), cache).what


def test_a_bomb_that_says_nothing_of_it_is_garbage(cache: Path) -> None:
    bomb = gzip.compress(b" " * 10_000_000)
    assert isinstance(_refused(lambda handler, question: handler.answer(bomb), cache), Unusable)


def test_a_hang_up_in_the_middle(cache: Path) -> None:
    def hang_up(handler: Handler, question: dict[str, Any]) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{")
        handler.close_connection = True

    assert "cannot be asked" in _refused(hang_up, cache).what


@pytest.mark.parametrize("status", [204, 400, 401, 403, 404, 418])
def test_other_answers_are_told(status: int, cache: Path) -> None:
    assert str(status) in _refused(lambda handler, question: handler.answer(b"", status), cache).what


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b"\xff\xfe", b'{"choices": []}', b'{"choices": [{}]}', b'{"choices": [{"message": {"content": null}}]}',
     b'{"choices": [{"message": {"content": 7}}]}', b"[" * 90_000, b'{"choices": [{"message": {"content": "\\ud800"}}]}', b"1" * 90_000],
)  # fmt: skip
def test_garbage_is_unusable(content: bytes, cache: Path) -> None:
    assert isinstance(_refused(lambda handler, question: handler.answer(content), cache), Unusable)


def test_another_content_type_is_unusable(cache: Path) -> None:
    page = json.dumps({"choices": [{"message": {"content": "x"}}]}).encode()
    assert isinstance(_refused(lambda handler, question: handler.answer(page, Content_Type="text/html"), cache), Unusable)


def test_an_answer_that_was_cut_short_is_unusable(cache: Path) -> None:
    assert isinstance(_refused(lambda handler, question: handler.complete("[]", "length"), cache), Unusable)


def test_nobody_listens(cache: Path) -> None:
    with serving(lambda handler, question: None) as service:
        settings = service.settings(cache)
    with pytest.raises(UnreadableInput, match="cannot be asked"):
        Client(settings).ask(QUESTION, time.monotonic() + 60)


@pytest.mark.parametrize(
    ("setting", "value"),
    [("llm_url", ""), ("llm_url", "ftp://x/"), ("llm_url", "http://"), ("llm_url", "http://h:99999/"), ("llm_url", "file:///etc/passwd"),
     ("llm_url", "http://h/\r\nX: y"), ("llm_model", " "), ("llm_model", "a\nb"), ("llm_model", "m" * 201), ("llm_key", f"{KEY}\r\nX: y"), ("llm_key", f"{KEY}é")],
)  # fmt: skip
def test_settings_that_make_no_sense(setting: str, value: str) -> None:
    settings = Settings(**{"llm_url": "http://127.0.0.1:1/v1", "llm_model": "m", setting: value})
    with pytest.raises(UsageError) as caught:
        Client(settings).check()
    assert caught.value.where == f"KG_{setting.upper()}"
    assert KEY not in str(caught.value)


def test_neither_key_nor_password_is_shown() -> None:
    settings = read_settings(
        {"KG_LLM_KEY": KEY, "KG_LLM_URL": f"https://me:{KEY}@models.example/v1", "KG_ENDPOINT_PASSWORD": "secret"}
    )
    assert Client(settings).where == "https://models.example"
    shown = repr(Settings(llm_key=KEY, endpoint_password=KEY, endpoint_token=KEY))
    assert KEY not in shown
