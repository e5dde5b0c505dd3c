"""Synthetic articles with their annotations, in any number, shaped like the five seeds; none of it happened.

    python -m benchmarks.synthetic 50 FOLDER

The same number and seed give the same bytes. The counts of an article lie near the means of the seeds: 45 statements (the
seeds 43), 17 events (15), 122 claims (111), 17 figures (13), 5 denials (5), 2 scopes (2), 2 statements at second hand (4).
"""

import argparse
import hashlib
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from benchmarks.sentences import NETWORK, Block, Draft, tell

SEED = 20151130
_PUBLISHERS = ("cnsnews", "valuewalk", "ameripublications", "cbc", "the-independent", "agence-france-presse")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes a block that stands twice twice: annotations know no references."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def article(number: int, seed: int = SEED) -> tuple[str, Block]:
    """The text and the annotation of one synthetic article."""
    chance = random.Random(f"{seed}/{number}")
    draft = Draft(number, chance, date(2015, 10, 10) + timedelta(days=chance.randrange(700)))
    tell(draft)
    text = "\n".join(draft.sentences) + "\n"
    return text, _annotation(draft, text)


def _annotation(draft: Draft, text: str) -> Block:
    published = {"earliest": draft.day, "latest": draft.day, "basis": "metadata"}
    return {
        "article": {
            "file": f"{draft.number:06}.txt",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "title": f"Synthetic report {draft.number}",
            "publisher": draft.chance.choice(_PUBLISHERS),
            "published": published,
        },
        "annotation": {"by": "benchmarks.synthetic", "on": date(2026, 1, 1), "method": "extracted", "tool": "benchmarks.synthetic"},
        "actors": {
            "activists": {"kind": "UnnamedSource", "label": "activists"},
            "medics": {"kind": "UnnamedSource", "label": "medics of the town"},
        },
        "documents": {"report-of-the-month": {"title": f"Monthly report {draft.number}", "by": NETWORK}},
        "sites": draft.sites,
        "events": draft.events,
        "statements": draft.statements,
    }


def write(number: int, folder: Path, seed: int = SEED, first: int = 0) -> list[Path]:
    """Writes so many articles, each with its annotation beside it; returns the annotations."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for one in range(first, first + number):
        text, annotation = article(one, seed)
        (folder / f"{one:06}.txt").write_bytes(text.encode())
        path = folder / f"{one:06}.yaml"
        path.write_text(yaml.dump(annotation, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120), encoding="utf-8")
        written.append(path)
    return written


def main() -> None:
    """Writes as many articles as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, help="how many articles; the seeds are five")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    write(chosen.number, chosen.folder, chosen.seed)


if __name__ == "__main__":
    main()
