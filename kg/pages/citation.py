"""How what a page shows is cited: its title, the dataset, the build with its date, and the address."""

from kg.pages.asking import rows
from kg.pages.opened import REMOTE, Opened

DATASET = "Actors, events and denials"


def cite(opened: Opened, title: str, address: str) -> str:
    """The citation; the day on which somebody reads it is for that person to add."""
    day = rows(opened.store, "newest")[0]["newest"]
    build = " ".join(part for part in (opened.build if opened.build != REMOTE else "", f"({day})" if day else "") if part)
    return ". ".join(part for part in (f"“{title}”", f"{DATASET}, build {build}" if build else DATASET, address) if part)
