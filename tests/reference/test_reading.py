"""Reference data: what is read, and what is refused with file, line, field and mend."""

from pathlib import Path

import pytest

from kg.errors import KgError, UnreadableInput
from kg.reference.reading import read_reference
from kg.resources import ONTOLOGY

ACTORS = """\
actors:
  norland: {kind: State, label: Norland, also: [the Republic]}
  army: {kind: ArmedForce, label: Norland army, part_of: [norland]}
  brandt: {kind: Person, label: Ana Brandt, member_of: [army], speaks_for: [norland]}
"""
PLACES = """\
places:
  north: {kind: country, label: Norland, geonames: 41}
  ostra: {kind: city, label: Ostra, within: [north], latitude: 10.5, longitude: -20}
"""
DOCUMENTS = """\
documents:
  year-book: {title: Year book, by: norland, published: 2030}
"""


def _write(folder: Path, *, actors: str = ACTORS, places: str = PLACES, documents: str = DOCUMENTS) -> Path:
    for name, text in (("actors", actors), ("places", places), ("documents", documents)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_reference_data_are_read_by_key(tmp_path: Path) -> None:
    reference = read_reference(_write(tmp_path))
    assert reference.actors["brandt"].speaks_for == ("norland",)
    assert (reference.places["ostra"].latitude, reference.places["ostra"].longitude) == (10.5, -20)
    assert reference.documents["year-book"].by == "norland"
    assert reference.known.actors == {"norland", "army", "brandt"}
    assert (reference.known.places, reference.known.documents) == ({"north", "ostra"}, {"year-book"})


def test_the_projects_own_reference_data_hold() -> None:
    reference = read_reference(ONTOLOGY / "reference")
    assert reference.actors["igor-konashenkov"].speaks_for == ("russian-defence-ministry",)
    assert "russian-defence-ministry" not in reference.actors["viktor-ozerov"].speaks_for


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "actors",
            "part_of: [norland]",
            "part_of: [norlund]",
            "actors.yaml:3: actors.army.part_of[1]: no actor has the key 'norlund'\n  mend: did you mean norland?",
        ),
        (
            "actors",
            "member_of: [army]",
            "member_of: [north]",
            "actors.yaml:4: actors.brandt.member_of[1]: no actor has the key 'north'\n"
            "  mend: correct the key, or declare the actor",
        ),
        (
            "places",
            "within: [north]",
            "within: [norland]",
            "places.yaml:3: places.ostra.within[1]: no place has the key 'norland'\n  mend: correct the key, or declare the place",
        ),
        (
            "documents",
            "by: norland",
            "by: nobody",
            "documents.yaml:2: documents.year-book.by: no actor has the key 'nobody'\n"
            "  mend: correct the key, or declare the actor",
        ),
        (
            "actors",
            "also: [the Republic]",
            "part_of: [army]",
            "actors.yaml:2: actors.norland.part_of: a circle: norland → army → norland\n  mend: remove one of these links",
        ),
        (
            "actors",
            "part_of: [norland]",
            "member_of: [brandt]",
            "actors.yaml:3: actors.army.member_of: a circle: army → brandt → army\n  mend: remove one of these links",
        ),
        (
            "actors",
            "also: [the Republic]",
            "speaks_for: [norland]",
            "actors.yaml:2: actors.norland.speaks_for: a circle: norland → norland\n  mend: remove one of these links",
        ),
        (
            "places",
            "geonames: 41",
            "within: [ostra]",
            "places.yaml:2: places.north.within: a circle: north → ostra → north\n  mend: remove one of these links",
        ),
        ("places", "10.5", "100", "places.yaml:3: places.ostra.latitude: '100' is more than 90\n  mend: correct the number"),
        ("places", "-20", "-181", "places.yaml:3: places.ostra.longitude: '-181' is less than -180\n  mend: correct the number"),
        (
            "places",
            "10.5",
            "nan",
            "places.yaml:3: places.ostra.latitude: 'nan' is not a number\n  mend: write it in digits, for example 0.5",
        ),
        (
            "actors",
            "  army:",
            "  norland:",
            "actors.yaml:3: actors.norland: the key 'norland' stands twice (first in line 2)\n"
            "  mend: join the two blocks, or rename one",
        ),
        (
            "actors",
            "kind: State",
            "kind: Country",
            "actors.yaml:2: actors.norland.kind: 'Country' is not one of the words for this field",
        ),
        (
            "actors",
            "actors:",
            "actor:",
            "actors.yaml:1: the field 'actors' is missing\n  mend: add 'actors: ...' (The actors, by key)",
        ),
    ],
)
def test_what_does_not_hold_is_refused(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    texts = {"actors": ACTORS, "places": PLACES, "documents": DOCUMENTS}
    assert old in texts[file]
    with pytest.raises(KgError) as caught:
        read_reference(_write(tmp_path, **texts | {file: texts[file].replace(old, new)}))
    assert str(caught.value).replace(f"{tmp_path}/", "").startswith(message)


def test_the_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    folder = _write(tmp_path, actors=ACTORS.replace("[army]", "[x1]"), places=PLACES.replace("[north]", "[x2]"))
    with pytest.raises(KgError) as caught:
        read_reference(folder)
    assert [line.split(":")[0].rpartition("/")[2] for line in str(caught.value).splitlines()[::2]] == ["actors.yaml", "places.yaml"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (_write(tmp_path) / "places.yaml").unlink()
    with pytest.raises(UnreadableInput, match="No such file") as caught:
        read_reference(tmp_path)
    assert caught.value.where == str(tmp_path / "places.yaml")
