"""What the server's log tells."""

import logging

import pytest

from kg.errors import KgError, UsageError
from kg.serve.running import _tidied


def raised(error: Exception, cause: Exception | None, context: Exception | None) -> logging.LogRecord:
    """The line for this error, raised from its cause, or while the other was handled."""
    error.__cause__, error.__context__ = cause, context
    told = (type(error), error, None)
    return logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, "Exception in ASGI application", (), told)


@pytest.mark.parametrize(
    ("error", "cause", "context", "told"),
    [
        (KeyError("a"), None, None, True),
        (UsageError("a"), None, None, False),
        (RuntimeError("response already started"), KgError("a"), None, False),
        (KeyError("while an error was handled"), None, KgError("a"), True),
    ],
)
def test_an_error_of_ours_is_told_and_one_of_the_client_is_not(
    error: Exception, cause: Exception | None, context: Exception | None, told: bool
) -> None:
    assert _tidied(raised(error, cause, context)) is told
