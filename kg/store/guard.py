"""What a query may be: no longer and no deeper than the limits, and without SERVICE, by which the engine would reach out.

The engine has no switch for SERVICE, so the text is searched. One sign is read in two ways by the grammar
(https://www.w3.org/TR/sparql11-query/#sparqlGrammar): `<` opens an IRI or compares. Both readings are followed, so that what
one reading hides the other shows; a query is refused where any reading has the keyword.
"""

import re
from collections.abc import Iterator

from kg.errors import LimitReached, UsageError
from kg.settings import Settings

_IRI = r"[^<>\"{}|^`\x00-\x20]*>"
_NAME = r"(?:\\.|[\w%:])(?:\\.|[\w%:\-\u00b7])*"
SIGNS = re.compile(
    rf"""
      (?P<long> \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*''' )
    | (?P<short> "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<broken> ["'] )
    | (?P<comment> \#[^\n\r\x0b\x0c\x85\u2028\u2029]* )
    | (?P<iri> <[A-Za-z][A-Za-z0-9+.\-]*://{_IRI} )
    | (?P<either> <{_IRI} )
    | (?P<name> [?$]\w+ | :{_NAME} )
    | (?P<service> service )
    | (?P<open> [({{\[] ) | (?P<close> [)}}\]] )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check_query(text: str, settings: Settings) -> None:
    """Raises LimitReached for a query beyond the limits, UsageError for one that calls another server."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > settings.query_bytes:
        raise LimitReached(
            f"the query has {size:,} bytes, more than {settings.query_bytes:,}", mend="shorten it, or raise KG_QUERY_BYTES"
        )
    depth = nesting(text)
    if depth > settings.query_nesting:
        raise LimitReached(
            f"the query nests {depth} deep, more than {settings.query_nesting}", mend="flatten it, or raise KG_QUERY_NESTING"
        )
    if calls_out(text) or calls_out(_unescape(text)):
        raise UsageError(
            "SERVICE is not answered: a query never leaves the graph that it is asked of",
            mend="leave it out; a thing named 'service' is better written as an IRI in full, <https://...>",
        )


def nesting(text: str) -> int:
    """How deep the brackets of a query nest."""
    depth = deepest = 0
    for match in SIGNS.finditer(text):
        depth += (match.lastgroup == "open") - (match.lastgroup == "close")
        deepest = max(deepest, depth)
    return deepest


def calls_out(text: str) -> bool:
    """Whether any reading of the text has the keyword SERVICE."""
    if "service" not in text.casefold():
        return False
    readings, seen = [0], set[int]()
    while readings:
        for match in _reading(text, readings.pop()):
            if match.lastgroup == "service":
                return True
            if match.start() in seen:
                break
            seen.add(match.start())
            if match.lastgroup in ("either", "long"):
                readings.append(match.start() + (1 if match.lastgroup == "either" else 2))
    return False


def _reading(text: str, start: int) -> Iterator[re.Match[str]]:
    """The signs from here on. A quotation mark without its fellow ends a reading, for it is an error in the grammar."""
    for match in SIGNS.finditer(text, start):
        if match.lastgroup == "broken":
            return
        yield match


def _unescape(text: str) -> str:
    """The text with code point escapes resolved, as a parser may do before all else."""
    return _ESCAPE.sub(lambda match: _character(int(match[1] or match[2], 16)), text)


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\N{REPLACEMENT CHARACTER}"
