"""The dataset at its own address and at /.well-known/void (https://www.w3.org/TR/void/#well-known), and its files."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kg.build.place import Place
from kg.export.formats import FORMATS
from kg.export.void import FILES
from kg.pages.addresses import address
from kg.pages.dataset import read_dataset, read_description
from kg.pages.opened import NotFound, Opened
from kg.serve.linked import SUFFIXES, alternates, data_page, wanted
from kg.serve.page import Page
from kg.serve.templates import render
from kg.settings import Settings


def respond_dataset(opened: Opened, job: Mapping[str, Any]) -> Page:
    """The description of the dataset or of a part of it, as a page or as data. Raises NotFound."""
    part, base = job["rest"], opened.settings.base
    media = wanted(job, SUFFIXES)
    headers = alternates(address(f"{base}dataset{part}", base), SUFFIXES) | ({} if job["suffix"] else {"Vary": "Accept"})
    if media != "text/html":
        return data_page(read_description(opened, part, job["origin"], job["files"]), media, base, headers)
    content = read_dataset(opened, part, job["files"])
    return Page("text/html; charset=utf-8", render("dataset.html", opened, page="dataset", values={}, **content), headers)


def files_of(settings: Settings) -> list[str]:
    """The files of the dataset that stand in the build that holds. Raises StoreDamaged."""
    if settings.endpoint_query:
        return []
    build = Place(Path(settings.folder)).current()
    return [name for name in FILES if build and (build / name).is_file()]


def file_response(name: str) -> Callable[[Request], Awaitable[Response]]:
    """Answers with one file of the dataset; its build stays until all of it is sent. Raises NotFound."""

    async def answer(request: Request) -> Response:
        settings: Settings = request.app.state.pool.source.settings
        if name not in files_of(settings):
            form = next(form for form in FORMATS.values() if f"graph.{form.suffix}" == name)
            mend = f"write it with 'kg export {form.name}', or ask for graph.ttl, which most builds have"
            raise NotFound("this file was not made with the build that holds", where=request.url.path, mend=mend)
        stack = ExitStack()
        build = stack.enter_context(Place(Path(settings.folder)).reading())
        headers = {"Access-Control-Allow-Origin": "*"}
        return FileResponse(build / name, headers=headers, media_type=FILES[name], background=BackgroundTask(stack.close))

    return answer
