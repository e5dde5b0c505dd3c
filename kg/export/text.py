"""Text that is safe in a spreadsheet: a cell that would be read as a formula is quoted."""


def guarded(value: str) -> str:
    """The value; where a spreadsheet would run it as a formula, with an apostrophe before it."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(value) else value


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True
