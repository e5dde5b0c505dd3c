"""Text that is safe in a spreadsheet: a cell that would be read as a formula is quoted.

https://owasp.org/www-community/attacks/CSV_Injection ; the wide signs are those that East Asian spreadsheets take for the others.
"""

import re

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


def guarded(value: str) -> str:
    """The value; where a spreadsheet would run it as a formula, with an apostrophe before it."""
    return f"'{value}" if value.startswith(_FORMULA) and not _NUMBER.fullmatch(value) else value
