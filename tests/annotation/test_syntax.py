"""What YAML makes of a file: the faults of its syntax, and the values that it must not change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.annotation.yaml import MAX_BYTES, Source, read_source
from kg.errors import KgError, LimitReached, NotConforming, UnreadableInput


def _message(text: str) -> str:
    with pytest.raises(KgError) as caught:
        Source("a.yaml", text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n\tb: c", "a.yaml:2: not YAML: a tab stands in the indentation\n  mend: indent with spaces"),
        ("a:\n  b: c\n\td: e", "a.yaml:3: not YAML: a tab stands in the indentation\n  mend: indent with spaces"),
        (
            "title: Syria: a hospital",
            "a.yaml:1: not YAML: a second ': ' stands in a value, or the indentation is wrong\n"
            "  mend: put the value in quotation marks, or align the line with its neighbours",
        ),
        (
            'quote: "We did not," he said',
            "a.yaml:1: not YAML: the line does not continue the block that it stands in\n"
            "  mend: align it with its neighbours; if its value begins with a quotation mark,"
            " put the value in quotation marks of the other kind",
        ),
        (
            "a:\n    b: 1\n  c: 2",
            "a.yaml:3: not YAML: the line does not continue the block that it stands in\n"
            "  mend: align it with its neighbours; if its value begins with a quotation mark,"
            " put the value in quotation marks of the other kind",
        ),
        (
            "- a: 1\nb: 2",
            "a.yaml:2: not YAML: the line does not continue the list that it stands in\n  mend: begin the item with '- '",
        ),
        (
            "a: 1\nb: 'it's\nc: 2",
            "a.yaml:2: not YAML: the line does not continue the block that it stands in\n"
            "  mend: align it with its neighbours; if its value begins with a quotation mark,"
            " put the value in quotation marks of the other kind",
        ),
        (
            "a: 1\nb: 'open\nc: 2\n",
            "a.yaml:2: not YAML: a quotation mark is not closed\n  mend: close it; inside '...' an apostrophe is written ''",
        ),
        (
            "a: 1\nb: {c: 1\nd: 2",
            "a.yaml:2: not YAML: a '{' is not closed, or a value inside holds ': '\n"
            "  mend: close it, or put the value in quotation marks",
        ),
        (
            "a: {note: Hospital: hit}",
            "a.yaml:1: not YAML: a '{' is not closed, or a value inside holds ': '\n"
            "  mend: close it, or put the value in quotation marks",
        ),
        (
            "a: [1, 2\nb: 3",
            "a.yaml:1: not YAML: a '[' is not closed, or a value inside holds ': '\n"
            "  mend: close it, or put the value in quotation marks",
        ),
        ("[" * 40, "a.yaml:1: blocks are nested deeper than 32\n  mend: close the brackets, or correct the indentation"),
        ("a: [\n", "a.yaml:1: not YAML: a '[' or '{' is not closed\n  mend: close it, or put the value in quotation marks"),
        (
            "a: 1\nb\nc: 2",
            "a.yaml:2: not YAML: a line is no 'field: value'\n"
            "  mend: add the field; if the line continues a value, put the value in quotation marks",
        ),
        ("a: @home", "a.yaml:1: not YAML: a value cannot begin with '@'\n  mend: put the value in quotation marks"),
        ("a: 1\nb: `x`", "a.yaml:2: not YAML: a value cannot begin with '`'\n  mend: put the value in quotation marks"),
        (
            r'a: "C:\dir"',
            "a.yaml:1: not YAML: a backslash inside \"...\" stands before a sign that it does not go with\n  mend: use '...'",
        ),
        (r'a: "\uD800"', "a.yaml:1: not YAML: a \\u names no character\n  mend: write the character itself"),
        ("a: 1\n---\nb: 2", "a.yaml:2: a second document begins ('---')\n  mend: write one file an article"),
        (
            "? [a]\n: b",
            "a.yaml:1: a key is a word, not a list or a block\n  mend: put a value that begins with [ or { in quotation marks",
        ),
        ("a: 1\nb: x\0y", "a.yaml:2: the file holds the control character U+0000\n  mend: remove it"),
        ("a: \x1b[31m", "a.yaml:1: the file holds the control character U+001B\n  mend: remove it"),
        ("a: 1\n\nb: \ufffe", "a.yaml:3: the file holds the control character U+FFFE\n  mend: remove it"),
    ],
)
def test_a_fault_of_syntax_says_where_it_is_what_it_means_and_how_to_mend_it(text: str, message: str) -> None:
    assert _message(text) == message


@pytest.mark.parametrize("text", ["a: &x 1", "a: *x", "a: !x 1", "a: !!python/object/apply:os.system [id]", "a: {<<: *x}"])
def test_references_and_tags_are_refused(text: str) -> None:
    sign = next(sign for sign in text if sign in "&*!")
    assert _message(text) == (
        f"a.yaml:1: a value begins with '{sign}', which has a meaning of its own in YAML\n"
        "  mend: put the value in quotation marks; a claim is repeated by its id, not by YAML references"
    )


def test_a_billion_laughs_are_refused_at_the_first() -> None:
    lines = ["a0: &a0 [ha, ha]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10))]
    assert _message("\n".join(lines)).startswith("a.yaml:1: a value begins with '&'")


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "\n".join(f"{' ' * i}a:" for i in range(2000))])
def test_deep_nesting_is_refused_without_recursion(text: str) -> None:
    assert "nested deeper than 32" in _message(text)


def test_a_key_that_stands_twice_is_a_fault_and_names_the_first() -> None:
    with pytest.raises(NotConforming) as caught:
        Source("a.yaml", "a:\n  b: 1\n  c: 2\n  b: 3\n")
    assert str(caught.value) == (
        "a.yaml:4: a.b: the key 'b' stands twice (first in line 2)\n  mend: join the two blocks, or rename one"
    )


@pytest.mark.parametrize("nothing", ["", " ", "null", "Null", "NULL", "~"])
def test_a_field_without_a_value_is_a_fault_where_it_would_be_taken_for_an_absent_one(nothing: str) -> None:
    assert _message(f"a: 1\nspeaker: {nothing}\n") == (
        "a.yaml:2: speaker: there is no value\n  mend: write one, or remove the line"
    )


def test_a_comma_inside_braces_is_a_fault_where_it_would_split_a_value() -> None:
    assert _message("actors:\n  a: {label: Smith, John, note: x}") == (
        "a.yaml:2: actors.a.John: there is no value\n"
        "  mend: inside {...} and [...] a comma ends a value: put a value that holds one in quotation marks"
    )


def test_all_faults_of_a_kind_are_told_at_once_up_to_twenty() -> None:
    message = _message("".join(f"a{i}:\n" for i in range(30)))
    assert message.count("there is no value") == 20
    assert message.endswith("... and 10 more")


@pytest.mark.parametrize(
    "word",
    [
        *("on", "off", "yes", "no", "true", "false", "y", "n"),
        *("20:30", "190:20:30", "010", "0o10", "0x1F", "1e3", "1_000", "1,000", ".5", ".inf", ".nan", "12e4567890"),
        *("2016", "2016-02-17", "2016-02-17T10:00:00Z", "2016-02-17 10:00", "=", "Nullarbor"),
    ],
)
def test_what_a_person_wrote_stays_what_they_wrote(word: str) -> None:
    assert Source("a.yaml", f"a: {word}\n{word}: a\nl: [{word.replace(',', '')}]\n").value == {
        "a": word,
        word: "a",
        "l": [word.replace(",", "")],
    }


def test_quotation_marks_make_words_of_what_would_be_no_value() -> None:
    assert Source("a.yaml", "a: 'null'\nb: \"~\"\nc: ''\n").value == {"a": "null", "b": "~", "c": ""}


def test_longer_words_are_folded_and_kept_as_yaml_says() -> None:
    source = Source("a.yaml", "a: one\n  two\nb: |\n  one\n  two\nc: >-\n  one\n  two\n")
    assert source.value == {"a": "one two", "b": "one\ntwo\n", "c": "one two"}


def test_the_lines_are_those_of_the_fields() -> None:
    source = Source("a.yaml", "# first\na:\n  b:\n    - c: 1\n      d: 2\n    - e\n  f: {g: 1,\n    h: 2}\n")
    paths = [("a",), ("a", "b"), ("a", "b", 0), ("a", "b", 0, "d"), ("a", "b", 1), ("a", "f", "g"), ("a", "f", "h")]
    assert [source.line(path) for path in paths] == [2, 3, 4, 5, 6, 7, 8]
    assert source.line(("a", "b", 0, "absent", 3)) == 4
    assert source.line(("absent",)) == 1


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(content)
    return path


def test_a_mark_of_byte_order_and_windows_line_ends_are_taken_as_they_come(tmp_path: Path) -> None:
    source = read_source(_file(tmp_path, b"\xef\xbb\xbfa: 1\r\nb:\r\n  c: 2\r\n"))
    assert source.value == {"a": "1", "b": {"c": "2"}}
    assert source.line(("b", "c")) == 3


@pytest.mark.parametrize("content", [b"a: 1\nb: caf\xe9\n", "a: 1\nb: ü".encode("utf-16")])
def test_another_encoding_is_named_with_its_place(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="is not UTF-8\n  mend: save the file as UTF-8"):
        read_source(_file(tmp_path, content))


def test_the_line_of_a_byte_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_source(_file(tmp_path, b"a: 1\nb: caf\xe9\n"))
    assert caught.value.where.endswith("a.yaml:2")


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"cannot be read \(No such file or directory\)"):
        read_source(tmp_path / "none.yaml")
    with pytest.raises(UnreadableInput, match=r"cannot be read \(Is a directory\)"):
        read_source(tmp_path)
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_source(tmp_path / "a\0b")


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    with pytest.raises(LimitReached, match="more than 16,777,216 bytes"):
        read_source(_file(tmp_path, b"#" * (MAX_BYTES + 1)))


def test_an_endless_file_is_not_read_to_its_end() -> None:
    endless = Path("/dev/zero")
    if endless.exists():
        with pytest.raises(LimitReached):
            read_source(endless)


@pytest.mark.parametrize("text", ["", "\n\n", "# a remark\n", "---\n", "---\n...\n"])
def test_an_empty_file_is_told_what_to_hold(told: Callable[[str], str], text: str) -> None:
    assert told(text) == (
        "UnreadableInput a.yaml:1: the file is empty\n"
        "  mend: write its blocks: article, annotation, actors, places, sites, documents, events, statements;"
        " docs/annotation.md shows how"
    )
