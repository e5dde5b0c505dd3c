"""What a syntax error of YAML means to a person, in place of the parser's words."""

import yaml

from kg.annotation.faults import Fault

_QUOTE = "put the value in quotation marks"

_MEANINGS = {
    "found a tab character that violates indentation": ("a tab stands in the indentation", "indent with spaces"),
    "mapping values are not allowed in this context": (
        "a second ': ' stands in a value, or the indentation is wrong",
        f"{_QUOTE}, or align the line with its neighbours",
    ),
    "did not find expected key": (
        "the line does not continue the block that it stands in",
        f"align it with its neighbours; if its value begins with a quotation mark, {_QUOTE} of the other kind",
    ),
    "did not find expected '-' indicator": ("the line does not continue the list that it stands in", "begin the item with '- '"),
    "did not find expected ',' or '}'": ("a '{' is not closed, or a value inside holds ': '", f"close it, or {_QUOTE}"),
    "did not find expected ',' or ']'": ("a '[' is not closed, or a value inside holds ': '", f"close it, or {_QUOTE}"),
    "did not find expected node content": ("a '[' or '{' is not closed", f"close it, or {_QUOTE}"),
    "could not find expected ':'": ("a line is no 'field: value'", f"add the field; if the line continues a value, {_QUOTE}"),
    "found unexpected end of stream": ("a quotation mark is not closed", "close it; inside '...' an apostrophe is written ''"),
    "found unknown escape character": ('a backslash inside "..." stands before a sign that it does not go with', "use '...'"),
    "found invalid Unicode character escape code": ("a \\u names no character", "write the character itself"),
}
"""The parser's problem: what it means, and the mend."""

_SEEN_LATE = (
    "did not find expected ',' or '}'",
    "did not find expected ',' or ']'",
    "could not find expected ':'",
    "found unexpected end of stream",
)
"""The problems that the parser meets in a later line than the one where they begin."""


def syntax_fault(name: str, text: str, error: yaml.MarkedYAMLError, opened: int) -> Fault:
    """The fault that the parser found; `opened` is the line (from 1) of the innermost list or block that it was in."""
    problem = str(error.problem or error.context)
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    if problem == "found character that cannot start any token":
        what, mend = _character(text, line, mark.column if mark else 0)
    else:
        what, mend = _MEANINGS.get(problem, (problem, f"correct the indentation, or {_QUOTE}"))
    if problem in _SEEN_LATE and error.context_mark:
        line = error.context_mark.line
    if problem == "did not find expected node content":
        line = opened - 1
    return Fault(name, line + 1, "", f"not YAML: {what}", mend, unreadable=True)


def _character(text: str, line: int, column: int) -> tuple[str, str]:
    lines = text.splitlines()
    sign = lines[line][column : column + 1] if line < len(lines) else ""
    if sign == "\t":
        return "a tab stands in the indentation", "indent with spaces"
    return f"a value cannot begin with {sign!r}", _QUOTE
