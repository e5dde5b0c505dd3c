"""The article that an annotation names: its path, its bytes, their sum, and those of what it was taken from."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.annotation.keys import Known
from kg.annotation.reading import Curated, read_annotation
from kg.errors import KgError, NotConforming

Annotate = Callable[[str | bytes], Curated]
Told = Callable[[str | bytes], str]


def test_the_sum_of_another_text_names_the_right_one(told: Told, head: str, killed: str) -> None:
    right = head.split("sha256: ")[1][:64]
    assert told(head.replace(right, "0" * 64) + killed) == (
        f"NotConforming a.yaml:3: article.sha256: the article's bytes have the SHA-256 {right}, not the one given\n"
        "  mend: annotate the file as it was published; if it was replaced on purpose, check each quotation and write the new sum"
    )


@pytest.mark.parametrize("wrong", ["", "abc", "A" * 64, "g" * 64, "0" * 65])
def test_a_sum_of_another_form_says_how_to_get_it(told: Told, head: str, killed: str, wrong: str) -> None:
    right = head.split("sha256: ")[1][:64]
    message = told(head.replace(right, f"'{wrong}'") + killed)
    assert message == (
        f"NotConforming a.yaml:3: article.sha256: '{wrong}' is not a SHA-256\n"
        "  mend: write its 64 hexadecimal digits in small letters, as 'sha256sum FILE' prints them"
    )


def test_an_article_that_cannot_be_read_is_named_with_the_line_of_its_path(
    told: Told, tmp_path: Path, head: str, killed: str
) -> None:
    assert told(head.replace("article.txt", "none.txt") + killed) == (
        "UnreadableInput a.yaml:2: article.file: the article cannot be read (No such file or directory): none.txt\n"
        "  mend: give the path of its text file, relative to the annotation"
    )
    assert told(head.replace("article.txt", ".") + killed) == (
        "UnreadableInput a.yaml:2: article.file: the article is no file: TMP\n"
        "  mend: give the path of its text file, relative to the annotation"
    ).replace("TMP", str(tmp_path))
    assert told(head.replace("article.txt", "x" * 3000) + killed).startswith(
        "UnreadableInput a.yaml:2: article.file: the article cannot be read (File name too long)"
    )


def test_an_article_without_an_end_is_not_read(told: Told, tmp_path: Path, head: str, killed: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "the article is no file" in told(head.replace("article.txt", "pipe") + killed)


@pytest.mark.parametrize(
    ("content", "what"), [(b"", "the article is empty"), (b" \n", "the article is empty"), (b"caf\xe9", "byte 3 is not UTF-8")]
)
def test_an_article_that_holds_no_text_is_named(
    annotate: Annotate, tmp_path: Path, head: str, killed: str, content: bytes, what: str
) -> None:
    (tmp_path / "other.txt").write_bytes(content)
    with pytest.raises(KgError) as caught:
        annotate(head.replace("article.txt", "other.txt") + killed)
    assert caught.value.code == 3
    assert caught.value.what == f"{what}: {tmp_path / 'other.txt'}"
    assert caught.value.where == f"{tmp_path / 'a.yaml'}:2: article.file"


def test_the_path_of_an_article_is_relative_so_that_a_folder_can_be_moved(
    told: Told, tmp_path: Path, head: str, killed: str
) -> None:
    message = told(head.replace("file: article.txt", f"file: {tmp_path / 'article.txt'}") + killed)
    assert message == (
        "NotConforming a.yaml:2: article.file: the path of the article is absolute\n"
        "  mend: write the path from this file to the article, for example ../articles/NAME.txt"
    )


def test_a_path_that_leads_elsewhere_is_read_only_if_its_sum_is_the_one_given(tmp_path: Path, head: str, killed: str) -> None:
    folder = tmp_path / "annotations"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("root:x:0:0")
    (folder / "a.yaml").write_text(head.replace("article.txt", "../secret.txt") + killed)
    with pytest.raises(NotConforming) as caught:
        read_annotation(folder / "a.yaml", Known())
    assert "root:x" not in str(caught.value)
    assert hashlib.sha256(b"root:x:0:0").hexdigest() in str(caught.value)


def test_a_nul_in_the_path_of_an_article_is_a_fault(told: Told, head: str, killed: str) -> None:
    message = told(head.replace("file: article.txt", 'file: "a\\0.txt"') + killed)
    assert message == "NotConforming a.yaml:2: article.file: the text holds the control character U+0000\n  mend: remove it"


ORIGINAL = "  original: {{file: {file}, sha256: {sum}, media_type: text/html}}\n"


def _with_original(head: str, file: str, content: bytes) -> str:
    block = ORIGINAL.format(file=file, sum=hashlib.sha256(content).hexdigest())
    return head.replace("  published:", block + "  published:", 1)


def test_the_bytes_that_the_text_was_taken_from_are_compared_where_they_are_there(
    annotate: Annotate, told: Told, head: str, killed: str, tmp_path: Path
) -> None:
    written = _with_original(head, "page.html", b"<p>As received.") + killed
    assert annotate(written).annotation.article.original
    (tmp_path / "page.html").write_bytes(b"<p>As received.")
    assert annotate(written).annotation.article.original
    (tmp_path / "page.html").write_bytes(b"<p>Changed.")
    message = told(written)
    assert message.startswith("NotConforming a.yaml:")
    assert f"article.original.sha256: the original's bytes have the SHA-256 {hashlib.sha256(b'<p>Changed.').hexdigest()}" in message


def test_the_path_of_the_original_is_relative(told: Told, head: str, killed: str) -> None:
    assert "article.original.file: the path of the original is absolute" in told(_with_original(head, "/page.html", b"") + killed)
