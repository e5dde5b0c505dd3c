"""Requests to a SPARQL endpoint, and what its refusals mean to a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
from pyoxigraph import NamedNode

from kg.errors import KgError, LimitReached, UnreadableInput, UsageError
from kg.settings import Settings

_SHOWN = 240

Body = tuple[bytes, str]
"""The bytes of an answer, and their media type."""


class Exchange:
    """The two addresses of an endpoint, with the credentials that it asks for."""

    def __init__(self, settings: Settings, transport: httpx.BaseTransport | None = None) -> None:
        self._settings = settings
        for name in ("endpoint_query", "endpoint_graphs"):
            _check_address(name, getattr(settings, name))
        self._client = httpx.Client(auth=_credentials(settings), timeout=settings.endpoint_seconds, transport=transport)

    def query(self, text: str, accept: str) -> Body:
        """The answer to a query, sent as a form (which every endpoint takes)."""
        return self._send("POST", self._settings.endpoint_query, headers={"Accept": accept}, data={"query": text})

    def graphs(
        self, method: str, graph: NamedNode | None, content: bytes | None = None, *, accept: str = "*/*", missing: bool = False
    ) -> Body:
        """The answer to a request about a graph, None being the default one; empty where it is missing and may be.

        What is sent is N-Triples.
        """
        address = self._settings.endpoint_graphs
        address += ("&" if "?" in address else "?") + (f"graph={quote(graph.value, safe='')}" if graph else "default")
        headers = {"Accept": accept} | ({} if content is None else {"Content-Type": "application/n-triples"})
        return self._send(method, address, missing=missing, headers=headers, content=content)

    def close(self) -> None:
        """Ends the connections."""
        self._client.close()

    def _send(self, method: str, address: str, *, missing: bool = False, **request: Any) -> Body:
        with _explained(address), self._client.stream(method, address, **request) as response:
            if missing and response.status_code == httpx.codes.NOT_FOUND:
                return b"", ""
            body = self._body(response, address)
            if not response.is_success:
                raise _refusal(response, body, plain(address))
            return body, response.headers.get("Content-Type", "").partition(";")[0].strip()

    def _body(self, response: httpx.Response, address: str) -> bytes:
        most, body = self._settings.endpoint_bytes, bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > most:
                mend = "ask for less, or raise KG_ENDPOINT_BYTES"
                raise LimitReached(f"the answer has more than {most:,} bytes", where=plain(address), mend=mend)
        return bytes(body)


def _check_address(name: str, address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(
            f"{plain(address)!r} is no address of an endpoint", where=f"KG_{name.upper()}", mend="write it as https://host/path"
        )


def _credentials(settings: Settings) -> httpx.Auth | None:
    if settings.endpoint_token:
        return _Bearer(settings.endpoint_token)
    if settings.endpoint_user:
        return httpx.BasicAuth(settings.endpoint_user, settings.endpoint_password)
    return None


class _Bearer(httpx.Auth):
    """Sends a token with each request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Any:
        """Adds the header."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


@contextmanager
def _explained(address: str) -> Iterator[None]:
    where = plain(address)
    try:
        yield
    except httpx.TimeoutException as error:
        mend = "ask for less, or raise KG_ENDPOINT_SECONDS"
        raise UnreadableInput("the endpoint did not answer in time", where=where, mend=mend) from error
    except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
        raise UnreadableInput(f"the answer is broken off or garbled: {error}", where=where, mend="ask again") from error
    except httpx.TransportError as error:
        mend = "check the address, and that the endpoint runs"
        raise UnreadableInput(f"the endpoint cannot be reached: {error}", where=where, mend=mend) from error
    except httpx.InvalidURL as error:
        raise UsageError(f"no address: {error}", where=where, mend="write it as https://host/path") from error


def _refusal(response: httpx.Response, body: bytes, where: str) -> KgError:
    """What the status of an answer means; the server's own words are shown, cut short."""
    status = response.status_code
    words = " ".join(body.decode("utf-8", "replace").split())[:_SHOWN]
    if response.is_redirect:
        return UsageError(f"the endpoint has moved to {response.headers['Location']}", where=where, mend="give that address")
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        mend = "set KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or KG_ENDPOINT_TOKEN"
        return UsageError(f"the endpoint refuses access ({status})", where=where, mend=mend)
    if status == httpx.codes.REQUEST_ENTITY_TOO_LARGE:
        return LimitReached("the endpoint refuses so large a request", where=where, mend="raise its limit")
    if status == httpx.codes.BAD_REQUEST:
        return UsageError(f"the endpoint cannot read the request: {words}", where=where, mend="correct the query")
    return UnreadableInput(f"the endpoint answered {status}: {words}", where=where, mend="see the endpoint's log")


def plain(address: str) -> str:
    """The address without the user's name and password, which no message may show."""
    scheme, _, rest = address.partition("//")
    host, slash, path = rest.partition("/")
    return f"{scheme}//{host.rpartition('@')[2]}{slash}{path}"
