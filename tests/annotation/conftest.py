"""An invented article, and annotations of it to break."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.annotation.keys import Known
from kg.annotation.reading import Curated, read_annotation
from kg.errors import KgError

ARTICLE = (
    "A strike hit a clinic in Adra on Monday.\n"
    "“We did not do it,” said Colonel Roe.\n"
    "At least 12 people were killed.\n"
    "A strike hit a clinic.\n"
)
HEAD = f"""\
article:
  file: article.txt
  sha256: {hashlib.sha256(ARTICLE.encode()).hexdigest()}
  title: A clinic is hit
  published: 2016-02-17
annotation: {{by: A. Person, on: 2026-01-02}}
actors:
  army: {{kind: ArmedForce, label: The Army}}
sites:
  clinic: {{kind: MedicalFacility, label: a clinic}}
events:
  strike:
    kind: AirStrike
    label: the strike
statements:
"""
KILLED = "  - quote: At least 12 people were killed\n"
"""Line 16 of a file that begins with HEAD."""

Annotate = Callable[[str | bytes], Curated]


@pytest.fixture
def annotate(tmp_path: Path) -> Annotate:
    """Reads an annotation of the invented article; what does not begin with a block of its own is its statements."""
    (tmp_path / "article.txt").write_bytes(ARTICLE.encode())

    def read(text: str | bytes) -> Curated:
        content = text if isinstance(text, bytes) else (HEAD + text if text.startswith("  -") else text).encode()
        path = tmp_path / "a.yaml"
        path.write_bytes(content)
        return read_annotation(path, Known(frozenset({"roe", "russia"}), frozenset({"adra"}), frozenset({"report"})))

    return read


@pytest.fixture
def told(annotate: Annotate, tmp_path: Path) -> Callable[[str | bytes], str]:
    """The message for a broken annotation, headed by the kind of error."""

    def message(text: str | bytes) -> str:
        with pytest.raises(KgError) as caught:
            annotate(text)
        return f"{caught.type.__name__} {caught.value}".replace(f"{tmp_path}/", "")

    return message


@pytest.fixture
def head() -> str:
    """The blocks before the statements: fifteen lines."""
    return HEAD


@pytest.fixture
def killed() -> str:
    """A statement, which stands in line 16."""
    return KILLED
