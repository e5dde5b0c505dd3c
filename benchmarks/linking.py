"""What it costs to link many articles: time a thousand, pairs compared, and whether it grows with the number or its square.

    python -m benchmarks.linking 100 1000 5000

The articles are those of `benchmarks.synthetic`. Reading them is no part of the measure: it is what building costs, too.
Seconds are those of the processor.
"""

import argparse
import time
from collections.abc import Iterator

from benchmarks.synthetic import article
from kg.annotation.keys import claims_in
from kg.annotation.model import Annotation
from kg.annotation.reading import Curated
from kg.article import Article
from kg.linking.events import EventProfile, event_profiles
from kg.linking.identities import Known
from kg.linking.same_event import same_events
from kg.linking.same_statement import StatementProfile, same_statements, statement_profiles
from kg.reference.reading import read_reference
from kg.resources import ONTOLOGY

_HEAD = f"{'articles':>9} {'events':>8} {'statements':>11} {'gather s':>9} {'events s':>9} {'statements s':>13} {'ms/article':>11}"


def curated(number: int) -> Iterator[Curated]:
    """So many synthetic annotations, without their spans, which linking does not ask for."""
    for one in range(number):
        text, block = article(one)
        annotation = Annotation.model_validate(block)
        claims = {claim.id: claim for _, claim in claims_in(annotation) if claim.id}
        yield Curated(annotation, Article.from_bytes(text.encode(), f"{one}.txt"), (), {}, claims)


def measure(number: int, known: Known) -> str:
    """One line of the table."""
    events: list[EventProfile] = []
    statements: list[StatementProfile] = []
    gathering = 0.0
    for one in curated(number):
        start = time.process_time()
        events += event_profiles(one, known)
        statements += statement_profiles(one, known)
        gathering += time.process_time() - start
    start = time.process_time()
    pairs = same_events(events)
    middle = time.process_time()
    same = same_statements(statements)
    end = time.process_time()
    each = (gathering + end - start) / number * 1000
    times = f"{gathering:9.2f} {middle - start:9.2f} {end - middle:13.2f} {each:11.2f}"
    passed = pairs.passed_over + same.passed_over
    found = f"   {len(pairs.pairs):,} pairs of events, {len(same.pairs):,} of statements; {passed:,} passed over"
    return f"{number:9,} {len(events):8,} {len(statements):11,} {times}{found}"


def main() -> None:
    """Measures the numbers of articles that the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", type=int, nargs="*", default=[100, 1000, 5000], help="how many articles")
    known = Known(read_reference(ONTOLOGY / "reference"))
    print(_HEAD)
    for number in parser.parse_args().numbers:
        print(measure(number, known), flush=True)


if __name__ == "__main__":
    main()
