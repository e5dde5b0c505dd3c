import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from kg.article import MAX_BYTES
from kg.errors import KgError, LimitReached, UnreadableInput
from kg.intake.items import Item, Unread, given, is_collection, items
from kg.intake.reading import Reader
from kg.intake.received import Received, published_on, receive
from kg.settings import Settings
from tests.intake.inputs import ATOM, FEED, HEADLINE, PAGE, PARAGRAPHS, TEXT, bomb, locked_pdf, pdf, warc

SMALL = Settings(intake_bytes=5000)


def read(content: bytes, name: str = "input", settings: Settings = Settings()) -> list[Received | KgError]:  # noqa: B008
    return list(Reader(settings).read(given(content, name)))


def one(content: bytes, name: str = "input") -> Received:
    (found,) = read(content, name)
    assert isinstance(found, Received), found
    return found


def from_file(path: Path, settings: Settings = Settings()) -> list[Received | KgError]:  # noqa: B008
    reader = Reader(settings)
    return [
        received
        for item in items([str(path)], settings)
        for received in ([item.error] if isinstance(item, Unread) else reader.read(item))
    ]


@pytest.mark.parametrize("text", [TEXT, "\ufeffWith a mark\r\nof byte order\r\n", "  \n\tA line.\x0c\n\n", "— REUTERS —\nMore\n"])
def test_plain_text_is_what_its_bytes_spell(text: str) -> None:
    found = one(text.encode())
    assert found.text == text
    assert found.content == found.original == text.encode()
    assert not found.changed
    assert found.article().sha256 == hashlib.sha256(text.encode()).hexdigest() == found.sha256


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "cp1251", "shift_jis"])
def test_another_encoding_is_decoded_and_its_bytes_are_kept(encoding: str) -> None:
    text = {
        "cp1251": "Удар пришёлся по больнице в понедельник, сообщили власти провинции. Армия это отрицает.\n" * 3,
        "shift_jis": "月曜日に病院が攻撃されたと当局者が語った。軍はこれを否定している。\n" * 3,
    }.get(encoding, "L’armée a nié la frappe sur l’hôpital. Les autorités ont été prévenues, dit-elle — à midi.\n" * 3)
    found = one(text.encode(encoding))
    assert found.text.lstrip("\ufeff") == text
    assert found.original == text.encode(encoding)
    assert found.changed


def test_a_page_is_its_article() -> None:
    found = one(PAGE)
    assert found.text == TEXT
    assert (found.title, found.publisher, found.author, found.language) == (HEADLINE, "Norland Times", "Ann Roe", "en-GB")
    assert found.published
    assert (found.published.earliest, found.published.latest) == (date(2016, 3, 4), date(2016, 3, 4))
    assert found.published.basis == "metadata"
    assert (found.original, found.media_type, found.changed) == (PAGE, "text/html", True)


def test_a_pdf_file_is_its_text() -> None:
    found = one(pdf(title="Clinic hit"))
    assert found.text == "A strike hit a clinic in Adra."
    assert (found.title, found.media_type) == ("Clinic hit", "application/pdf")


def test_a_feed_is_its_entries() -> None:
    first, second = read(FEED)
    assert isinstance(first, Received)
    assert first.text == f"{HEADLINE}\nA strike hit a clinic.\nThe army denied it."
    assert (first.publisher, first.address, first.language) == ("Norland Wire", "http://example.org/1", "en-gb")
    assert first.published
    assert first.published.earliest == date(2016, 3, 4)
    assert first.original == b"<p>A strike hit a clinic.</p><p>The army denied it.</p>"
    assert isinstance(second, UnreadableInput)
    assert "--fetch" in second.mend


def test_an_entry_of_plain_text_stays_as_it_is() -> None:
    assert one(ATOM).text == "Plain words\n\nThe army denied it."


@pytest.mark.parametrize("compressed", [True, False])
def test_a_web_archive_is_its_pages(tmp_path: Path, compressed: bool) -> None:
    path = tmp_path / "crawl"
    other = PAGE.replace(b"Adra", b"Elsewhere")
    path.write_bytes(
        warc(
            ("http://a/", PAGE, "text/html"),
            ("http://a/x.png", b"\x89PNG", "image/png"),
            ("http://b/", other, "text/html; charset=utf-8"),
            compressed=compressed,
        )
    )
    first, second = from_file(path)
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert (first.text, first.address, first.original) == (TEXT, "http://a/", PAGE)
    assert "Elsewhere" in second.text


def test_a_bomb_in_a_web_archive_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(bomb(200_000) + warc(("http://a/", PAGE, "text/html")))
    failure, found = from_file(path, SMALL)
    assert isinstance(failure, LimitReached)
    assert isinstance(found, Received)


def test_a_bomb_without_end_ends_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc(("http://a/", PAGE, "text/html")) + bomb(20_000_000))
    found, failure = from_file(path, SMALL)
    assert isinstance(found, Received)
    assert isinstance(failure, UnreadableInput)
    assert "unpacks to more than" in str(failure)


@pytest.mark.parametrize("cut", [40, 300, -4])
def test_a_damaged_archive_is_told(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc(("http://a/", PAGE, "text/html"))[:cut])
    assert isinstance(from_file(path)[-1], UnreadableInput)


def test_json_lines_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "articles"
    lines = [
        {"text": TEXT, "title": "A title", "published": "2016-02", "publisher": "Wire", "address": "http://a/", "language": "en"},
        {"html": PAGE.decode(), "publisher": "Another"},
        {"title": "neither"},
        {"text": "x", "title": 3},
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines) + "\n\n{\nnull")
    found = [outcome for item in items([str(path)], Settings()) for outcome in attempt(item)]
    first, second, *others = found
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert (first.text, first.title, first.publisher, first.address) == (TEXT, "A title", "Wire", "http://a/")
    assert first.published
    assert (first.published.earliest, first.published.latest) == (date(2016, 2, 1), date(2016, 2, 29))
    assert not first.changed
    assert (second.text, second.publisher, second.title) == (TEXT, "Another", HEADLINE)
    assert [(other.where.rpartition(":")[2], "JSON" in other.what) for other in others if isinstance(other, KgError)] == [
        ("3", False),
        ("4", False),
        ("7", True),
        ("8", True),
    ]


def attempt(item: Item | Unread) -> list[Received | KgError]:
    if isinstance(item, Unread):
        return [item.error]
    try:
        return list(Reader().read(item))
    except KgError as error:
        return [error]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"PK\x03\x04 and so on", "ZIP"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)) * 20, "no text"),
        (b"\x00\x01\x02" * 100, "no text"),
        (b"\x1f\x8b\x08\x00junk", "gzip"),
        (b'<?xml version="1.0"?><nitf/>', "XML"),
        (b"<html><body></body></html>", "no text of an article"),
        (b"<rss><channel></channel></rss>", "no entries"),
        (b"%PDF-1.4\njunk", "damaged"),
        (locked_pdf(), "encrypted"),
        (pdf(""), "no text"),
        (b"{}" + b"\n", ""),
    ],
)
def test_what_is_no_article_is_told(content: bytes, what: str) -> None:
    try:
        found = read(content)
    except KgError as error:
        found = [error]
    assert (
        all(isinstance(error, UnreadableInput) and what in error.what and error.where and error.mend for error in found) or not what
    )


def test_too_much_is_told() -> None:
    with pytest.raises(LimitReached, match="more than 5,000"):
        read(b"<html>" + b"x" * 5000, settings=SMALL)
    with pytest.raises(LimitReached, match="split it"):
        receive("x" * (MAX_BYTES + 1), b"", "text/plain", "name")


def test_the_kind_is_told_by_the_bytes(tmp_path: Path) -> None:
    for name in ("page.txt", "page.pdf", "page"):
        (tmp_path / name).write_bytes(PAGE)
        (found,) = from_file(tmp_path / name)
        assert isinstance(found, Received)
        assert found.media_type == "text/html"
    assert one(b"1 < 2, said the <b>ministry</b>.\n", "x.html").media_type == "text/plain"


def test_a_folder_is_its_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "sub/a.txt", ".hidden", "out/x.txt", "c.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    found = list(items([str(tmp_path)], Settings(), leave=tmp_path / "out"))
    assert [one.name for one in found] == ["b.txt", "sub/a.txt"]
    assert is_collection(str(tmp_path))
    assert not is_collection(str(tmp_path / "b.txt"))


def test_a_file_that_was_changed_has_another_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    (before,) = items([str(path)], Settings())
    path.write_text("other")
    (after,) = items([str(path)], Settings())
    assert (before.name, before.mark) != (after.name, after.mark)


@pytest.mark.parametrize("name", ["missing.txt", "a\0b", "/dev/null"])
def test_what_cannot_be_read_is_told(name: str) -> None:
    (found,) = items([name], Settings())
    assert isinstance(found, Unread)
    assert found.error.mend


def test_wire_boilerplate_stays() -> None:
    assert PARAGRAPHS[-1] in one(TEXT.encode()).text


@pytest.mark.parametrize(
    ("text", "day"), [("2016-03-04T08:00:00Z", "2016-03-04"), ("2016-13-40", None), ("soon", None), ("", None)]
)
def test_a_date_that_cannot_be_read_is_none(text: str, day: str | None) -> None:
    found = published_on(text)
    assert (str(found.earliest) if found else None) == day


def test_what_a_page_says_of_itself_is_tidied() -> None:
    found = receive("x", b"x", "text/plain", "n", title=" a\x00\n\u0085 b\x1b[2J ", language="EN_us", publisher="\n")
    assert (found.title, found.language, found.publisher) == ("a b [2J", "en-us", None)
    with pytest.raises(UnreadableInput, match="surrogate"):
        receive("\ud800", b"", "text/plain", "n")
