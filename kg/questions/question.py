"""A stored question: the header of its .rq file, and its text with the parameters' values put in.

The file is plain SPARQL that any engine answers with the defaults: a parameter `date` is the line
`VALUES ?date { ... }`, whose braces hold the default and, when a person gives another, that value.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal as OneOf
from typing import cast, get_args

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.identifiers import Minter, slug
from kg.terms import PREFIXES, XSD, ActorKind, ComponentKind, EventKind, SiteKind

ParameterType = OneOf["actor", "class", "date", "integer", "text"]
CLASSES = tuple(name for kinds in (ActorKind, EventKind, SiteKind, ComponentKind) for name in get_args(kinds))
"""The classes that a parameter may name: kinds of actor, of event, of what is hit, and of claim."""

_PARAMETER = re.compile(r"^(?P<name>\w+) \((?P<type>\w+)\) = (?P<default>\S+): (?P<help>.+)$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with its type, its default as a person would write it, and what it means."""

    name: str
    type: ParameterType
    default: str
    help: str

    def term(self, value: str, minter: Minter) -> NamedNode | Literal:
        """The RDF term that a person's value stands for. Raises UsageError."""
        try:
            return getattr(self, f"_{self.type}")(value, minter)  # type: ignore[no-any-return]
        except ValueError as error:
            raise UsageError(f"{value!r} is not a value for --{self.name}: {error}", mend=f"{self.help} ({self.type})") from None

    def _actor(self, value: str, minter: Minter) -> NamedNode:
        if re.match(r"https?://", value):
            return NamedNode(value)
        if value != slug(value):
            raise ValueError("an actor is given by its key, such as russian-defence-ministry, or by its IRI")
        return minter.named("actor", value)

    def _class(self, value: str, minter: Minter) -> NamedNode:
        name = value.removeprefix("aed:").removeprefix(PREFIXES["aed"])
        if name not in CLASSES:
            raise ValueError(f"the ontology has no such class{suggestion(name, CLASSES)}")
        return NamedNode(PREFIXES["aed"] + name)

    def _date(self, value: str, minter: Minter) -> Literal:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError("a day is written as 2016-02-17")
        return Literal(date.fromisoformat(value).isoformat(), datatype=XSD.date)

    def _integer(self, value: str, minter: Minter) -> Literal:
        if not re.fullmatch(r"[+-]?\d{1,18}", value, re.ASCII):
            raise ValueError("a whole number is written as 2")
        return Literal(int(value))

    def _text(self, value: str, minter: Minter) -> Literal:
        return Literal(value)


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its name, with all that its header says."""

    name: str
    number: int
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str

    def query(self, values: Mapping[str, str], minter: Minter) -> str:
        """The SPARQL text with these values, and where none is given the defaults below the minter's base. Raises UsageError."""
        given = {self.parameter(name): value for name, value in values.items()}
        terms = {one.name: str(one.term(given.get(one, one.default), minter)) for one in self.parameters}
        return _VALUES.sub(lambda found: f"VALUES ?{found[1]} {{ {terms.get(found[1], found[2])} }}", self.text)

    def parameter(self, name: str) -> Parameter:
        """The parameter with this name. Raises UsageError."""
        known = {parameter.name: parameter for parameter in self.parameters}
        if name not in known:
            takes = ", ".join(f"--{key}" for key in known) or "no parameters"
            raise UsageError(
                f"the question {self.name} has no parameter --{name}{suggestion(name, known)}", mend=f"it takes {takes}"
            )
        return known[name]


_VALUES = re.compile(r"VALUES \?(\w+) { ([^}]*) }")


def suggestion(name: str, known: Iterable[str]) -> str:
    """The end of a message on an unknown name: those that are near it; nothing where none is."""
    by_lower = {one.lower(): one for one in known}
    near = [by_lower[one] for one in difflib.get_close_matches(name.lower(), by_lower, n=3)]
    return f"; did you mean {', '.join(near)}?" if near else ""


def parse_question(stem: str, text: str) -> Question:
    """The question in the text of a file with this name (`NN-name`). Raises ValueError where the header is not whole."""
    number, _, name = stem.partition("-")
    header = _header(text)
    for field in ("title", "answers", "columns"):
        if len(header.get(field, ())) != 1:
            raise ValueError(f"{stem}: the header needs one line '# {field}: ...'")
    if not number.isdecimal():
        raise ValueError(f"{stem}: the name of the file begins with the question's number")
    parameters = tuple(_parameter(line) for line in header.get("parameter", ()))
    written = {found[1] for found in _VALUES.finditer(text)}
    for parameter in parameters:
        if parameter.name not in written:
            raise ValueError(f"{stem}: no line 'VALUES ?{parameter.name} {{ ... }}' for its parameter")
    columns = tuple(header["columns"][0].split(", "))
    return Question(name, int(number), header["title"][0], header["answers"][0], parameters, columns, text)


def _header(text: str) -> dict[str, list[str]]:
    """The fields of the comment lines at the top; a line that begins with more than one space continues the one before."""
    fields: dict[str, list[str]] = {}
    last = ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if line.startswith("#   ") and last:
            fields[last][-1] += " " + line[4:].strip()
        else:
            last, _, value = line[2:].partition(": ")
            fields.setdefault(last, []).append(value)
    return fields


def _parameter(line: str) -> Parameter:
    match = _PARAMETER.match(line)
    if not match or match["type"] not in get_args(ParameterType):
        raise ValueError(f"not a parameter: {line!r}")
    return Parameter(match["name"], cast(ParameterType, match["type"]), match["default"], match["help"])


def read_questions(folder: Path) -> tuple[Question, ...]:
    """All the questions in this folder, by number."""
    return tuple(parse_question(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.rq")))


def find_question(questions: tuple[Question, ...], name: str) -> Question:
    """The question with this name or number. Raises UsageError."""
    for question in questions:
        if name in (question.name, str(question.number), f"{question.number:02}-{question.name}"):
            return question
    near = difflib.get_close_matches(name.lower(), [question.name for question in questions], n=3, cutoff=0.4)
    raise UsageError(
        f"no question is named {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""), mend="'kg ask' lists them"
    )
