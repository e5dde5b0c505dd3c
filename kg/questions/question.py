"""A stored question: the header of its .rq file, and its text with the parameters' values put in.

The file is plain SPARQL that any engine answers with the defaults: a parameter `date` is the line
`VALUES ?date { ... }`, whose braces hold the default and, when a person gives another, that value.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal as OneOf
from typing import cast, get_args

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.identifiers import Minter, slug
from kg.terms import AED, PREFIXES, XSD

ParameterType = OneOf["actor", "class", "date", "integer", "text"]

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
        if not hasattr(AED, name):
            near = difflib.get_close_matches(name, vars(AED), n=3)
            raise ValueError(f"the ontology has no class {name}" + (f"; did you mean {', '.join(near)}?" if near else ""))
        return NamedNode(PREFIXES["aed"] + name)

    def _date(self, value: str, minter: Minter) -> Literal:
        return Literal(date.fromisoformat(value).isoformat(), datatype=XSD.date)

    def _integer(self, value: str, minter: Minter) -> Literal:
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
        """The SPARQL text with these values in place of the defaults. Raises UsageError."""
        known = {parameter.name: parameter for parameter in self.parameters}
        text = self.text
        for name, value in values.items():
            if name not in known:
                takes = ", ".join(f"--{key}" for key in known) or "no parameters"
                raise UsageError(f"the question {self.name} has no parameter --{name}", mend=f"it takes {takes}")
            term = str(known[name].term(value, minter))
            text = _values(name).sub(lambda found, term=term: f"{found[1]}{term} }}", text)  # type: ignore[misc]
        return text


def _values(name: str) -> re.Pattern[str]:
    return re.compile(rf"(VALUES \?{name} {{ )[^}}]*}}")


def parse_question(stem: str, text: str) -> Question:
    """The question in the text of a file with this name (`NN-name`). Raises ValueError where the header is not whole."""
    number, _, name = stem.partition("-")
    header = _header(text)
    parameters = tuple(_parameter(line) for line in header.get("parameter", ()))
    for parameter in parameters:
        if not _values(parameter.name).search(text):
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
        if line.startswith("#   "):
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
    near = difflib.get_close_matches(name, [question.name for question in questions], n=3, cutoff=0.4)
    raise UsageError(
        f"no question is named {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""), mend="'kg ask' lists them"
    )
