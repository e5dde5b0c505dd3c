"""Names in other scripts: none of their letters is left in an identifier, and yet two of them are two."""

from kg.build.pipeline import Background
from kg.extraction.cast import Cast
from kg.extraction.extract import Extractor


def test_two_names_in_another_script_are_two_actors(background: Background) -> None:
    cast = Cast(Extractor(background.reference).names)
    one, other = cast.minted("армия", "ArmedForce"), cast.minted("повстанцы", "ArmedGroup")
    assert one.key != other.key
    assert cast.minted("армия", "ArmedForce") == one
    assert (one.label, other.label) == ("армия", "повстанцы")
