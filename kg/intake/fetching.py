"""Fetches a page: bounded in bytes, time and redirects, and never from a private address unless that is allowed.

The address is judged where the connection is made, and that very address is connected to. So neither a redirect nor a name
that answers differently the second time leads inside. No proxy of the environment is used, since it would decide instead.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from socket import SOCK_STREAM, getaddrinfo
from ssl import SSLContext
from typing import Any

import httpcore
import httpx

from kg import __version__
from kg.errors import LimitReached, UnreadableInput, UsageError
from kg.intake.addresses import is_private
from kg.settings import DEFAULTS, Settings

_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError, OSError, UnicodeError)
_LATE = (httpx.TimeoutException, httpcore.TimeoutException)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with."""

    content: bytes
    address: str
    """The address that answered in the end."""


def fetch(address: str, settings: Settings = DEFAULTS, *, allow_private: bool = False) -> Fetched:
    """What stands at this address. Raises UsageError, UnreadableInput, LimitReached."""
    network = Network(time.monotonic() + settings.fetch_seconds, allow_private)
    client = httpx.Client(
        transport=Transport(network),
        follow_redirects=True,
        max_redirects=settings.fetch_redirects,
        timeout=settings.fetch_seconds,
        trust_env=False,
        headers={"User-Agent": f"aed-kg/{__version__}", "Accept-Encoding": "identity"},
    )
    try:
        with client, client.stream("GET", address) as response:
            if not response.is_success:
                raise UnreadableInput(f"the server answers {response.status_code}", where=address, mend="give another address")
            return Fetched(_body(response, address, settings.fetch_bytes), str(response.url))
    except httpx.TooManyRedirects:
        raise LimitReached(f"more than {settings.fetch_redirects} redirects", where=address, mend="give the last address") from None
    except _LATE:
        what = f"no whole answer within {settings.fetch_seconds:g} seconds"
        raise LimitReached(what, where=address, mend="try again, or set KG_FETCH_SECONDS") from None
    except _FAILURES as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise UnreadableInput(f"cannot be fetched ({why})", where=address, mend="check the address, or save the page") from None


def _body(response: httpx.Response, address: str, most: int) -> bytes:
    pieces, size = list[bytes](), 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > most:
            raise LimitReached(f"the answer has more than {most:,} bytes", where=address, mend="set KG_FETCH_BYTES")
        pieces.append(piece)
    return b"".join(pieces)


class Network(httpcore.NetworkBackend):
    """Connects until a deadline, and only to what may be connected to."""

    def __init__(self, deadline: float, allow_private: bool) -> None:
        self._deadline, self._allow_private = deadline, allow_private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connects to the first of the host's addresses that answers."""
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._sockets.connect_tcp(address, port, _left(self._deadline), local_address, socket_options)
                return _Stream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError("the name has no address")

    def _addresses(self, host: str, port: int) -> list[str]:
        """What the name stands for, all of it judged. Raises UsageError for a private address."""
        found = getaddrinfo(host, port, type=SOCK_STREAM)
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        private = [address for address in addresses if is_private(address)]
        if private and not self._allow_private:
            raise UsageError(
                f"{private[0]} is a private address, which is not fetched from",
                where=host,
                mend="give --allow-private if you mean it",
            )
        return addresses


class _Stream(httpcore.NetworkStream):
    """A connection that ends at a deadline, however slowly bytes come in."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, _left(self._deadline)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time is over")
    return left


@cache
def _trusted() -> SSLContext:
    """Whose certificates are trusted; made once, since that takes longer than many a request."""
    return httpx.create_ssl_context(trust_env=False)


class Transport(httpx.BaseTransport):
    """Carries requests over the network above."""

    def __init__(self, network: Network) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=_trusted(), network_backend=network)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends the request. Raises UsageError for another scheme than http and https."""
        url = request.url
        if url.scheme not in ("http", "https"):
            raise UsageError(
                f"{url.scheme!r} is no scheme that is fetched", where=str(url), mend="give an address of http or https"
            )
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Closes the connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
