"""What a worker can be asked to do: answer a client's query, or make one of the site's pages."""

from collections.abc import Callable
from typing import Any

from kg.pages.opened import Opened
from kg.serve.answering import Sink, answer

SendHead = Callable[[dict[str, Any]], None]
SendBody = Callable[[bytes], None]


def perform(opened: Opened, job: dict[str, Any], send_head: SendHead, send_body: SendBody) -> None:
    """Does the job. Raises KgError."""
    if job["kind"] == "query":
        answer(opened.store, job, opened.settings, Sink(send_head, send_body))
        return
    from kg.serve.site import respond

    page = respond(opened, job)
    send_head(page.head())
    send_body(page.body)
