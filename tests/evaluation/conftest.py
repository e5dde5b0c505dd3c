"""A short invented article with its annotation, and a way to change that annotation."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.annotation.reading import Curated, read_annotation
from kg.reference.reading import Reference, read_reference
from kg.resources import ONTOLOGY

ARTICLE = """Market shelled in Orlav
Shells fell on the fish market of Orlav on 3 March 2031, killing 14 people, the Harbour Watch said.
The monitor said the Norland army had fired them.
“Our army did not shell Orlav,” said Ada Roe, speaking for the defence ministry.
The ministry said its army has never struck a market.
The army conceded that it had fired at a depot in Orlav.
The navy has not replied to questions.
The Harbour Watch said that dock workers had told it of nine injured.
"""

ANNOTATION = f"""
article:
  file: market.txt
  sha256: {sha256(ARTICLE.encode()).hexdigest()}
  title: Market shelled in Orlav
  published: 2031-03-04
annotation: {{by: A tester, on: 2031-03-05}}
actors:
  harbour-watch: {{kind: MonitoringGroup, label: Harbour Watch, also: [the monitor]}}
  norland: {{kind: State, label: Norland}}
  army: {{kind: ArmedForce, label: Norland army, part_of: [norland]}}
  ministry: {{kind: StateBody, label: Norland defence ministry, part_of: [norland]}}
  ada-roe: {{kind: Person, label: Ada Roe, speaks_for: [ministry]}}
  navy: {{kind: ArmedForce, label: Norland navy, part_of: [norland]}}
  dockers: {{kind: UnnamedSource, label: dock workers}}
  garrison: {{kind: ArmedGroup, label: Zubrin garrison}}
places:
  orlav: {{label: Orlav}}
  quay: {{label: Tamsin quay}}
sites:
  market: {{kind: Market, label: fish market, place: orlav}}
  depot: {{kind: MilitaryObjective, label: a depot, place: orlav}}
events:
  shelling: {{kind: Shelling, label: shelling of the market}}
  firing: {{kind: Shelling, label: firing at the depot}}
statements:
  - quote: Shells fell on the fish market of Orlav on 3 March 2031, killing 14 people
    speaker: harbour-watch
    asserts:
      - {{about: shelling, target: market}}
      - {{about: shelling, place: orlav}}
      - {{about: shelling, time: 2031-03-03}}
      - {{about: shelling, figure: {{outcome: killed, population: people, number: 14}}}}
  - id: accusation
    quote: the Norland army had fired them
    speaker: harbour-watch
    asserts:
      - {{id: by-army, about: shelling, attacker: army}}
  - quote: Our army did not shell Orlav
    speaker: ada-roe
    denies: [by-army]
    form: [notOurAct]
  - quote: its army has never struck a market
    speaker: ministry
    form: [notOurAct]
    scope:
      - {{actors: [army], target: Market, wording: never struck a market}}
  - quote: The army conceded that it had fired at a depot in Orlav.
    speaker: army
    extent: partial
    acknowledges:
      - {{about: firing, target: depot}}
  - quote: The navy has not replied to questions.
    speaker: navy
    silent_on:
      - {{about: shelling, attacker: navy}}
  - id: told
    quote: The Harbour Watch said that dock workers had told it of nine injured.
    speaker: harbour-watch
  - quote: nine injured
    speaker: dockers
    reported_in: told
    asserts:
      - {{about: shelling, figure: {{outcome: injured, population: people, number: 9}}}}
"""

Annotate: TypeAlias = Callable[..., Curated]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return read_reference(ONTOLOGY / "reference")


@pytest.fixture
def annotate(tmp_path: Path, reference: Reference) -> Annotate:
    """The annotation with these texts exchanged, each of which stands in it once."""

    def read(*changes: tuple[str, str]) -> Curated:
        text = ANNOTATION
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (tmp_path / "market.txt").write_text(ARTICLE, encoding="utf-8")
        (tmp_path / "market.yaml").write_text(text, encoding="utf-8")
        return read_annotation(tmp_path / "market.yaml", reference.known)

    return read
