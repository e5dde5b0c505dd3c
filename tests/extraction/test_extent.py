"""One attack or many, real or only spoken of in general."""

from collections.abc import Callable

import pytest

from kg.extraction.mentions import Act
from kg.extraction.unreal import is_unreal

Find = Callable[[str], list[Act]]


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes on rebel-held areas of Taiz killed 91 people in the past six days.",
        "Ethiopia has escalated its attacks on Mekelle.",
        "Rebels regularly shell the city of Goma.",
        "Kharkiv was shelled daily in March.",
        "Sudan is bombing hospitals in Darfur.",
        "Turkish bombing has killed 500 civilians.",
        "Half of all attacks on schools between 2011 and 2015 were in Yemen.",
        "They accused the army of terrorising the population.",
        "Kenya asked Turkey to halt its air strikes.",
        "Mali will not stop shelling Gao.",
        "Seven days of air strikes on Mekelle killed forty people.",
        "Residents of Kharkiv suffer daily shelling.",
        "The shelling of Donetsk is daily.",
    ],
)
def test_many_attacks_together(acts_in: Find, text: str) -> None:
    assert any(act.campaign for act in acts_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "An air strike hit a hospital in Taiz on Monday.",
        "Ethiopian shelling killed 14 people in Mekelle.",
        "Rebels shelled a market in Goma.",
        "The army bombed two schools in Loikaw.",
    ],
)
def test_single_attacks(acts_in: Find, text: str) -> None:
    assert [act.campaign for act in acts_in(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The camp trains recruits to carry out attacks on Tunis.",
        "They are likely to target civilians in Goma.",
        "The army may bomb the port of Hodeidah.",
        "The group uses Libya as a base for attacks on neighbours.",
        "Air strikes are possible, diplomats said.",
    ],
)
def test_aims_are_no_attacks(acts_in: Find, text: str) -> None:
    assert all(is_unreal(act) for act in acts_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "The army used drones to bomb a school in Loikaw.",
        "Helicopters continued to shell the town of Goma.",
        "The school is said to have been bombed by Sudan.",
    ],
)
def test_what_was_done_is_real(acts_in: Find, text: str) -> None:
    assert any(not is_unreal(act) for act in acts_in(text))
