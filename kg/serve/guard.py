"""Who may review: whoever has the token that was made at start, from the page that this server gave them.

A page of another site may send requests to this server, and a name of another site may be made to lead here (DNS rebinding); so
a writing request needs the cookie, the origin and the host of this server, and JSON, which no form of another site can send.
"""

import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import UsageError

JSON = "application/json"
PATH = "/review"


class Forbidden(UsageError):
    """A request that nobody who may review has sent."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets requests through, or not."""

    host: str
    """The name or address at which the server was told to listen."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def knows(self, request: Request) -> bool:
        """Whether the request comes to this server's address with its cookie."""
        cookie = _cookies(request).get(_name(request), "")
        return self._at_home(request) and self._is_token(cookie)

    def enter(self, request: Request, response: Response) -> None:
        """Puts the cookie on the response to a request whose address holds the token. Raises Forbidden."""
        if not (self._at_home(request) and self._is_token(request.query_params.get("token", ""))):
            raise Forbidden("this token is not that of this server", mend="open the address that 'kg serve --review' has printed")
        response.set_cookie(_name(request), self.token, path=PATH, httponly=True, samesite="strict")

    def check_reading(self, request: Request) -> None:
        """Raises Forbidden."""
        if not self.knows(request):
            mend = "open the address that 'kg serve --review' has printed, which holds a token"
            raise Forbidden("drafts are shown to reviewers alone", where=request.url.path[:300], mend=mend)

    def check_writing(self, request: Request) -> None:
        """Raises Forbidden."""
        self.check_reading(request)
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        own = f"http://{request.headers['host']}"
        if (origin is None and site is None) or origin not in (None, own) or site not in (None, "same-origin"):
            raise Forbidden("this comes from another site", mend="decide on the pages of this server")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
            raise Forbidden("a decision is sent as JSON", mend=f"send {JSON}")

    def _is_token(self, text: str) -> bool:
        return secrets.compare_digest(text.encode(), self.token.encode())

    def _at_home(self, request: Request) -> bool:
        """Whether the Host header is the address at which this connection was taken, or the one that was asked for."""
        server = request.scope.get("server")
        if not server:
            return False
        address, port = server
        names = {f"[{name}]" if ":" in name else name for name in (address, self.host)}
        hosts = {f"{name}:{port}" for name in names} | (names if port == 80 else set())
        return request.headers.getlist("host") in [[host] for host in hosts]


def _name(request: Request) -> str:
    """The cookie's name: cookies are shared by all ports of a host, so it holds this one."""
    return f"kg-review-{request.scope['server'][1]}" if request.scope.get("server") else "kg-review"


def _cookies(request: Request) -> dict[str, str]:
    try:
        return {name: one.value for name, one in SimpleCookie(request.headers.get("cookie", "")).items()}
    except CookieError:
        return {}
