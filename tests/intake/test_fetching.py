import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kg.errors import KgError, LimitReached, UnreadableInput, UsageError
from kg.intake import fetching
from kg.intake.addresses import is_private
from kg.intake.fetching import fetch
from kg.intake.items import Item, check_fetching, given, items
from kg.intake.reading import Reader
from kg.intake.received import Received
from kg.settings import Settings
from tests.intake.inputs import FEED, HEADLINE, PAGE, TEXT

BOMB = gzip.compress(b"x" * 10_000_000)
QUICK = Settings(fetch_seconds=0.3, fetch_bytes=20_000, fetch_redirects=2)


class _Pages(BaseHTTPRequestHandler):
    """What an invented site answers, by the path that is asked for."""

    stopped = threading.Event()

    def do_GET(self) -> None:
        port = self.server.server_address[1]
        if self.path.startswith("/to/"):
            self._answer(302, b"", Location=self.path.removeprefix("/to/"))
        elif self.path == "/loop":
            self._answer(301, b"", Location="/loop")
        elif self.path == "/feed":
            self._answer(200, FEED.replace(b"http://example.org/", f"http://127.0.0.1:{port}/".encode()))
        elif self.path == "/large":
            self._answer(200, b"x" * 30_000)
        elif self.path == "/bomb":
            self._answer(200, BOMB, **{"Content-Encoding": "gzip"})
        elif self.path == "/slow":
            self._drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        elif self.path == "/slow-head":
            self._drip(b"HTTP/1.1 200 OK\r\nX: ")
        elif self.path == "/gone":
            self._answer(404, b"no")
        else:
            self._answer(200, PAGE)

    def _answer(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _drip(self, head: bytes) -> None:
        self.wfile.write(head)
        for _ in range(200):
            if self.stopped.wait(0.02):
                return
            try:
                self.wfile.write(b"x")
            except OSError:
                return

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is told."""


@pytest.fixture
def site() -> Iterator[str]:
    _Pages.stopped.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        _Pages.stopped.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Gives names their addresses; and says which addresses are public here."""

    def give(addresses: dict[str, list[str]], public: tuple[str, ...] = ()) -> None:
        def resolve(host: str, port: int, **_: Any) -> list[Any]:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses.get(host, [host])]

        monkeypatch.setattr(fetching, "getaddrinfo", resolve)
        monkeypatch.setattr(fetching, "is_private", lambda address: address not in public and is_private(address))

    return give


PRIVATE = (
    "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_a_public_address(address: str) -> None:
    assert not is_private(address)


def test_a_page_is_fetched(site: str) -> None:
    found = fetch(f"{site}/to/{site}/page", allow_private=True)
    assert (found.content, found.address) == (PAGE, f"{site}/page")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0", "2130706433", "0x7f.1"])
def test_nothing_private_is_fetched(host: str) -> None:
    with pytest.raises(UsageError, match="private address") as caught:
        fetch(f"http://{host}:9/")
    assert "--allow-private" in caught.value.mend


def test_a_name_that_stands_for_a_private_address_is_not_fetched(names: Callable[..., None]) -> None:
    names({"public.example": ["93.184.216.34", "10.0.0.1"]})
    with pytest.raises(UsageError, match=r"10\.0\.0\.1 is a private address"):
        fetch("http://public.example/")


def test_a_redirect_leads_to_nothing_private(site: str, names: Callable[..., None]) -> None:
    port = site.rpartition(":")[2]
    names({"public.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}, public=("127.0.0.1",))
    assert fetch(f"http://public.example:{port}/page").content == PAGE
    with pytest.raises(UsageError, match=r"127\.0\.0\.2 is a private address"):
        fetch(f"http://public.example:{port}/to/http://inside.example:{port}/page")


@pytest.mark.parametrize("other", ["file:///etc/hostname", "ftp://example.org/", "gopher://x/"])
def test_a_redirect_leads_to_no_other_scheme(site: str, other: str) -> None:
    with pytest.raises(KgError):
        fetch(f"{site}/to/{other}", allow_private=True)


@pytest.mark.parametrize("path", ["/large", "/bomb"])
def test_an_answer_is_bounded_in_bytes(site: str, path: str) -> None:
    with pytest.raises(LimitReached, match="more than 20,000 bytes"):
        fetch(site + path, QUICK, allow_private=True)


@pytest.mark.parametrize("path", ["/slow", "/slow-head"])
def test_an_answer_is_bounded_in_time_however_it_drips(site: str, path: str) -> None:
    with pytest.raises(LimitReached, match="no whole answer"):
        fetch(site + path, QUICK, allow_private=True)


def test_redirects_are_bounded(site: str) -> None:
    with pytest.raises(LimitReached, match="redirects"):
        fetch(f"{site}/loop", QUICK, allow_private=True)


@pytest.mark.parametrize("address", ["http://:1/", "http://127.0.0.1:1/", "http://no.invalid/", "http://[::1/"])
def test_what_cannot_be_fetched_is_told(address: str, names: Callable[..., None]) -> None:
    names({"no.invalid": []})
    with pytest.raises(KgError):
        fetch(address, QUICK, allow_private=True)


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(UnreadableInput, match="cannot be fetched"):
        fetch(f"http://{'a' * 70}.example/", QUICK)


def test_an_error_of_the_server_is_told(site: str) -> None:
    with pytest.raises(UnreadableInput, match="answers 404"):
        fetch(f"{site}/gone", allow_private=True)


def test_an_address_is_an_article(site: str) -> None:
    reader = Reader(fetching=True, allow_private=True)
    (item,) = items([f"{site}/page"], Settings())
    assert isinstance(item, Item)
    (found,) = reader.read(item)
    assert isinstance(found, Received)
    assert (found.text, found.address, found.original) == (TEXT, f"{site}/page", PAGE)


def test_a_feed_is_fetched_where_that_is_allowed(site: str) -> None:
    feed = fetch(f"{site}/feed", allow_private=True).content
    found = list(Reader(fetching=True, allow_private=True).read(given(feed, "feed")))
    assert [one.title for one in found if isinstance(one, Received)] == [HEADLINE, HEADLINE]
    kept = list(Reader(fetching=True).read(given(feed, "feed")))
    assert all(isinstance(one, UsageError) for one in kept)


def test_fetching_is_asked_for() -> None:
    check_fetching(["http://example.org/"], allowed=True)
    with pytest.raises(UsageError, match="nothing is fetched"):
        check_fetching(["a.txt", "HTTPS://example.org/"], allowed=False)
