"""What folding makes alike, and what it leaves apart."""

import pytest

from kg.extraction.folding import folded, plain, slug


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Dayr az-Zawr", "dayr az zawr"),
        ("Sana'a", "sanaa"),
        ("the Hague", "hague"),
        ("Ḩimş", "hims"),
        ("U.S.", "us"),
        ("Łódź", "lodz"),
    ],
)
def test_plain_names(name: str, made: str) -> None:
    assert plain(name) == made


@pytest.mark.parametrize(
    "names",
    [
        ("Deir Ezzor", "Deir al-Zor", "Dayr az Zawr", "Deir ez-Zour"),
        ("Idlib", "Idleb"),
        ("Kunduz", "Kondoz", "Qunduz"),
        ("Kharkiv", "Kharkov"),
        ("Kyiv", "Kiev"),
        ("Douma", "Duma"),
        ("Talbiseh", "Talbisah"),
    ],
)
def test_transliterations_fold_to_one(names: tuple[str, ...]) -> None:
    assert len({folded(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), [("Idlib", "Aleppo"), ("Homs", "Hama"), ("Mosul", "Masyaf"), ("Iran", "Iraq")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_many_names_are_folded_line_by_line() -> None:
    names = ["Deir Ezzor", "the Hague", " Idleb ", "", "al-Bab", "Ma‘arrat an Nu‘mān"]
    assert plain("\n".join(names)).split("\n") == [plain(name) for name in names]
    assert folded("\n".join(names)).split("\n") == [folded(name) for name in names]


def test_a_slug_is_a_key() -> None:
    assert slug("Ma‘arrat an Nu‘mān") == "maarrat-an-numan"
    assert slug("Дом") == ""
