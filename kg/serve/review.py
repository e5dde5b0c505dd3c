"""The routes on which drafts are reviewed; they exist only where the server was started for it.

What is decided goes the way of `kg review`: the same record, the same checks, the same curated annotation. Files are read and
written in threads, so that the server goes on answering.
"""

import json
import shlex
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from anyio import to_thread
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.annotation.values import Text
from kg.build.draft import article_file
from kg.build.place import Place
from kg.errors import NotConforming, UnreadableInput, UsageError
from kg.pages.drafts import read_draft, read_list, read_state
from kg.pages.opened import NotFound
from kg.reference.reading import read_reference
from kg.resources import ONTOLOGY
from kg.review.decisions import Decision, Verdict
from kg.review.editing import read_back
from kg.review.finishing import curated_path, finish
from kg.review.folder import Folder
from kg.review.items import Draft, Item, find, items_of
from kg.review.session import Reviewer, keep, text_to_edit
from kg.review.views import Views
from kg.serve.guard import Guard
from kg.serve.protocol import read_body
from kg.serve.templates import render
from kg.settings import DEFAULTS, Settings

Handler = Callable[[Request], Awaitable[Response]]
Result = TypeVar("Result")
Asked = TypeVar("Asked", bound=BaseModel)

_HEADERS = {"Cache-Control": "no-store"}


class Conflict(UsageError):
    """Another person has decided the same since it was shown."""


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    by: Annotated[Text, StringConstraints(max_length=100)]


class _Decide(_Request):
    """A decision about a statement, or a statement to be added behind it."""

    statement: str = Field(max_length=20)
    verdict: Literal["accepted", "corrected", "rejected", "added", "withdrawn"]
    seen: int = Field(ge=0)
    note: str = Field("", max_length=2000)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Which drafts are reviewed, and who may."""

    drafts: Path
    guard: Guard


def review_routes(reviewing: Reviewing, settings: Settings, public: Handler) -> list[Route]:
    """The routes; `public` answers whoever may not review."""
    folder = Folder(reviewing.drafts, read_reference(ONTOLOGY / "reference"))
    return _Reviews(folder, reviewing.guard, settings, public).routes()


@dataclass(frozen=True)
class _Reviews:
    folder: Folder
    guard: Guard
    settings: Settings
    public: Handler

    def routes(self) -> list[Route]:
        """The routes."""
        draft = "/review/drafts/{name}"
        return [
            Route("/review", self.front, methods=["GET"]),
            Route(draft, self.page, methods=["GET"]),
            Route(f"{draft}/state", self.state, methods=["GET"]),
            Route(f"{draft}/editor", self.editor, methods=["GET"]),
            Route(f"{draft}/decisions", self.decide, methods=["POST"]),
            Route(f"{draft}/finish", self.finish, methods=["POST"]),
        ]

    async def front(self, request: Request) -> Response:
        """The list of drafts for a reviewer; the page of the graph for anybody else; the cookie for whoever has the token."""
        if "token" in request.query_params:
            response = RedirectResponse(request.url.path, 303, _HEADERS)
            self.guard.enter(request, response)
            return response
        if not self.guard.knows(request):
            return await self.public(request)
        return _html(await _in_thread(self._list))

    async def page(self, request: Request) -> Response:
        """The page of one draft."""
        self.guard.check_reading(request)
        return _html(await _in_thread(lambda: self._page(request.path_params["name"])))

    async def state(self, request: Request) -> Response:
        """What is decided by now, at first with the text; nothing where no more decisions were made than were seen."""
        self.guard.check_reading(request)
        name, seen = request.path_params["name"], request.query_params.get("seen", "")

        def read() -> dict[str, Any] | None:
            draft = self._draft(name)
            if not seen:
                return read_state(draft) | {"text": draft.curated.article.text}
            return None if str(len(draft.record.decisions())) == seen else read_state(draft)

        found = await _in_thread(read)
        return Response(status_code=204, headers=_HEADERS) if found is None else JSONResponse(found, headers=_HEADERS)

    async def editor(self, request: Request) -> Response:
        """The text in which a statement is corrected, or one is added behind it."""
        self.guard.check_reading(request)
        name, fields = request.path_params["name"], request.query_params
        text = await _in_thread(lambda: self._text(name, fields.get("statement", ""), "new" in fields))
        return JSONResponse(text, headers=_HEADERS)

    async def decide(self, request: Request) -> Response:
        """Keeps a decision; answers with the draft's state."""
        self.guard.check_writing(request)
        asked = await self._asked(request, _Decide)
        return JSONResponse(await _in_thread(lambda: self._decide(request.path_params["name"], asked)), headers=_HEADERS)

    async def finish(self, request: Request) -> Response:
        """Writes the curated annotation; answers with where it stands and how it comes into the graph."""
        self.guard.check_writing(request)
        asked = await self._asked(request, _Request)
        return JSONResponse(await _in_thread(lambda: self._finish(request.path_params["name"], asked)), headers=_HEADERS)

    async def _asked(self, request: Request, kind: type[Asked]) -> Asked:
        body = await read_body(request, self.settings.body_bytes)
        try:
            return kind.model_validate(json.loads(body))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"]))
            raise UsageError(first["msg"], where=place, mend="reload the page, then decide again") from None
        except (ValueError, RecursionError):
            raise UsageError("the request is no JSON", mend="reload the page, then decide again") from None

    def _draft(self, name: str) -> Draft:
        draft = self.folder.draft(name)
        if draft is None:
            raise NotFound("there is no such draft", where=name[:200], mend="begin at /review")
        return draft

    def _list(self) -> bytes:
        rows = read_list(self.folder)
        values: dict[str, Any] = {"title": "Review", "drafts": rows, "folder": str(self.folder.path)}
        return render("review-drafts.html", None, page="review", values={}, **values)

    def _page(self, name: str) -> bytes:
        return render("review-draft.html", None, page="review", values={}, **read_draft(name, self._draft(name)))

    def _text(self, name: str, statement: str, new: bool) -> dict[str, Any]:
        draft = self._draft(name)
        decisions = draft.record.decisions()
        views = Views(draft, decisions)
        item = find(views.items, statement)
        return {"text": text_to_edit(views, None if new else item, item), "seen": len(decisions)}

    def _decide(self, name: str, asked: _Decide) -> dict[str, Any]:
        draft = self._draft(name)
        decisions = draft.record.decisions()
        if asked.seen > len(decisions):
            raise UsageError("the record holds fewer decisions than were seen", mend="reload the page")
        seen = decisions[: asked.seen]
        item = find(items_of(draft.curated, seen), asked.statement)
        if other := keep(draft, seen, [_decision(draft, item, asked, seen)]):
            told = f"meanwhile {other.by} decided about this ({other.verdict}): nothing was written"
            raise Conflict(told, where=f"statement {other.statement}", mend="look at it again, then decide")
        return read_state(draft)

    def _finish(self, name: str, asked: _Request) -> dict[str, Any]:
        draft = self._draft(name)
        target = curated_path(draft)
        made = finish(draft, target, asked.by, _today())
        return {
            "file": str(target),
            "statements": len(made.owners),
            "changed": list(dict.fromkeys(made.changed)),
            "held": self._holds(draft),
            "command": self._command(draft, target),
            "state": read_state(draft),
        }

    def _holds(self, draft: Draft) -> bool:
        """Whether the graph has the article already."""
        return article_file(Place(Path(self.settings.folder)).articles, draft.curated.article.sha256).is_file()

    def _command(self, draft: Draft, target: Path) -> str:
        """What brings the curated annotation into the graph: only a new build replaces what is there."""
        graph = "" if self.settings.folder == DEFAULTS.folder else f" -g {shlex.quote(self.settings.folder)}"
        if self._holds(draft):
            return f"kg build ANNOTATIONS {shlex.quote(_shown(target.parent))}{graph}"
        return f"kg add {shlex.quote(_shown(target))}{graph}"


def _decision(draft: Draft, item: Item, asked: _Decide, seen: tuple[Decision, ...]) -> Decision:
    """What was decided. Raises NotConforming for a text that does not hold, UsageError for what makes no sense."""
    reviewer = Reviewer(asked.by, _today())
    adding = asked.verdict == "added"
    try:
        if asked.verdict == "withdrawn" and item.decision is None:
            raise UsageError("nothing is decided about this", where=f"statement {item.name}", mend="decide about it first")
        if asked.verdict in ("corrected", "added"):
            verdict: Verdict = "corrected" if item.machine and not adding else "added"
            about = None if adding else item
            decision = reviewer.decision(draft, about, verdict, asked.note, after=item.after)
            return read_back(asked.text, about, decision, draft, seen)
        return reviewer.decision(draft, item, asked.verdict, asked.note)
    except ValidationError as error:
        raise UsageError(error.errors(include_url=False)[0]["msg"], where="note", mend="write it otherwise") from None
    except UnreadableInput as error:
        raise NotConforming(error.what, where=error.where, mend=error.mend) from None


def _shown(path: Path) -> str:
    """The path as it is written from where the server was started."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _today() -> date:
    return datetime.now().astimezone().date()


def _html(page: bytes) -> Response:
    return Response(page, headers=_HEADERS, media_type="text/html; charset=utf-8")


async def _in_thread(work: Callable[[], Result]) -> Result:
    """What the work comes to, done beside the loop. A client that leaves does not stop it half-way."""
    return await to_thread.run_sync(work)
