"""Headlines in which every word has a capital."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotation.model import Annotation
from kg.extraction.text import Paragraph, paragraphs
from kg.extraction.truecasing import truecased

BODY = (
    "The Islamic State group used chlorine gas against troops of the Sorvan Army in Homs, the Save the Doctors group said.\n\n"
    "It said a clinic in Homs was hit. The state has an army."
)


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Islamic State Uses Chlorine Gas Against Troops In Homs", "Islamic State uses chlorine gas against troops in Homs"),
        ("Sorvan Army Says Clinic Was Hit By Muslim Fighters", "Sorvan Army says clinic was hit by Muslim fighters"),
        ("UN: Clinic Hit In Attack On Homs After Truce", "UN: clinic hit in attack on Homs after Truce"),
        ("Islamic State used gas against troops in Homs", "Islamic State used gas against troops in Homs"),
        ("Bombs Kill 12", "Bombs Kill 12"),
    ],
)
def test_what_is_no_name_is_written_small(title: str, written: str) -> None:
    assert truecased(paragraphs(f"{title}\n\n{BODY}"))[0] == written


@given(st.text(max_size=80), st.text(max_size=200))
def test_no_letter_changes_its_place(title: str, body: str) -> None:
    parts = [Paragraph(0, title, "title"), Paragraph(len(title), body, "body")]
    texts = truecased(parts)
    assert [len(text) for text in texts] == [len(title), len(body)]
    assert texts[1] == body


def test_the_words_of_a_figure_are_those_of_the_article(draft: Callable[[str], Annotation]) -> None:
    found = draft(f"Sorvan Army Shells Clinic In Homs, Killing Dozens Of Civilians Last Week\n\n{BODY}")
    figures = [claim.figure.wording for one in found.statements for claim in one.asserts if getattr(claim, "figure", None)]
    assert figures == ["Dozens Of Civilians"]
    times = {claim.time.as_said for one in found.statements for claim in one.asserts if getattr(claim, "time", None)}
    assert "Last Week" in times


def test_a_headline_with_capitals_is_quoted_as_it_stands(draft: Callable[[str], Annotation]) -> None:
    found = draft(f"Monitor: Sorvan Army Used Chlorine Gas Against Clinic In Homs\n\n{BODY}")
    told = [
        one.quote for one in found.statements if any(getattr(claim, "attacker", None) == "sorvan-army" for claim in one.asserts)
    ]
    assert told == ["Monitor: Sorvan Army Used Chlorine Gas Against Clinic In Homs"]
