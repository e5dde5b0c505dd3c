import pytest

from kg.serve.negotiation import preferred

OFFERS = ("text/turtle", "application/n-triples", "text/html")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "text/turtle"),
        ("*/*", "text/turtle"),
        ("text/html", "text/html"),
        ("TEXT/HTML", "text/html"),
        ("text/*", "text/turtle"),
        ("application/*", "application/n-triples"),
        ("text/turtle;q=0.1, text/html;q=0.2", "text/html"),
        ("text/html; charset=utf-8; q=0.2, application/n-triples;q=0.3", "application/n-triples"),
        ("*/*;q=0.1, application/n-triples", "application/n-triples"),
        ("text/turtle;q=0, */*", "application/n-triples"),
        ("text/*;q=0, */*;q=0.1", "application/n-triples"),
        ("image/png", None),
        ("text/html;q=0", None),
        ("text/html;q=nan", None),
        ("text/html;q=-1", None),
        ("text/html;q=x", None),
        ("text/turtle;q=7, text/html", "text/turtle"),
        (",, ;, text/html ,", "text/html"),
        ("\x00", None),
    ],
)
def test_preferred(accept: str, chosen: str | None) -> None:
    assert preferred(accept, OFFERS) == chosen
