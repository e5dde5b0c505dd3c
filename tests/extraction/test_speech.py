"""Speech: who says what, and how that is told."""

from collections.abc import Callable

import pytest

from kg.extraction.speech import Speech

Find = Callable[..., list[Speech]]


def words(speech: Speech) -> str:
    return " ".join(speech.cue.doc[i].text for i in sorted(speech.content))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Shells hit the market of Vantora, the Russian defence ministry said on Thursday.", "Russian Ministry of Defence"),
        ("Shells hit the market of Vantora, according to witnesses.", "witnesses"),
        ("Residents said that shells hit the market of Vantora.", "Residents"),
        ("Shells hit the market of Vantora, said Jon Barrow, a doctor.", "Jon Barrow"),
    ],
)
def test_who_says_it(speeches_in: Find, text: str, speaker: str) -> None:
    (speech,) = speeches_in(text)
    assert speech.speaker.label.lower().startswith(speaker.lower())
    assert "shells hit the market" in words(speech).lower()


def test_a_headline_names_its_source_after_a_colon(speeches_in: Find) -> None:
    (speech,) = speeches_in("Shells hit a market in Vantora: ministry", title=True)
    assert speech.method == "headline"
    assert words(speech) == "Shells hit a market in Vantora"


@pytest.mark.parametrize("title", ["Rebels in Vantora attack convoy of the UN", "Gunmen in Vantora city kill a monitor"])
def test_who_is_attacked_is_not_the_source_of_a_headline(speeches_in: Find, title: str) -> None:
    assert not speeches_in(title, title=True)


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Shells hit a market in Vantora - activists", "activists"),
        ("Twelve killed in strike on market – Amnesty", "Amnesty International"),
        ("Twelve killed in strike on market Monitor - World - The Vantora Times", "Monitor"),
        ("Strike on market in Vantora kills 14 State media", "State media"),
        ("Twelve killed in strike on market in Vantora UN | The Orsk Times", "United Nations"),
    ],
)
def test_a_headline_names_its_source_at_the_end(speeches_in: Find, title: str, speaker: str) -> None:
    (speech,) = speeches_in(title, title=True)
    assert (speech.method, speech.speaker.label) == ("headline", speaker)
    assert "market" in words(speech)


def test_a_quotation_goes_on_in_the_next_paragraph(speeches_in: Find) -> None:
    found = speeches_in('"We saw the planes," Jon Barrow said.', '"They came back twice and hit the market."')
    assert {speech.speaker.label for speech in found} == {"Jon Barrow"}
    assert found[-1].cue.doc.text.startswith('"They')


def test_accused_in_the_passive_without_an_agent_has_an_unnamed_source(speeches_in: Find) -> None:
    (speech,) = speeches_in("Russia has been accused of bombing the market.")
    assert speech.speaker.kind == "UnnamedSource"
    assert not speech.speaker.named


def test_speech_inside_speech(speeches_in: Find) -> None:
    found = speeches_in("Residents said that the Russian defence ministry had claimed that shells hit the market.")
    assert len({speech.speaker.key for speech in found}) == 2
    outer, inner = sorted(found, key=lambda one: -len(one.content))
    assert inner.content < outer.content


def test_belief_is_marked(speeches_in: Find) -> None:
    (speech,) = speeches_in("Residents believe that Russia bombed the market.")
    assert speech.hedged


def test_where_nobody_speaks_there_is_none(speeches_in: Find) -> None:
    assert speeches_in("Shells hit the market of Vantora.") == []


def test_two_of_one_last_name_are_two(speeches_in: Find) -> None:
    found = speeches_in(
        "A bomb hit the car of an aide to Anton Belmar. A raid that killed Victor Belmar came after it.",
        "Anton Belmar blamed the army for the raid. Victor Belmar said before his death that the army wanted it. Belmar said that "
        "shells hit the market.",
    )
    assert [speech.speaker.label for speech in found] == ["Anton Belmar", "Victor Belmar", "Anton Belmar"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Outrageous," tweeted Jane Brink, a doctor in the town. "Shells hit the market."', "Jane Brink"),
        ('"Shells hit the market," Vantora\'s operational command south wrote on its website.', "Vantora's operational command"),
        (
            "The Lebanese television station al-Manbar earlier reported that shells had hit the market.",
            "Lebanese television station al-Manbar",
        ),
    ],
)
def test_words_in_quotation_marks_are_never_the_articles_own(speeches_in: Find, text: str, speaker: str) -> None:
    found = speeches_in(text)
    assert {speech.speaker.label for speech in found} == {speaker}
    assert any("hit the market" in words(speech) for speech in found)


@pytest.mark.parametrize(
    "text",
    [
        "Al Jazeera reported, citing medics, that shells hit a market in Rafah.",
        "Al Jazeera reported, quoting medics, that shells had hit a market in Rafah.",
        "Shells hit a market in Rafah, Al Jazeera reported, citing medics.",
        "Citing medics, Al Jazeera reported that shells hit a market in Rafah.",
    ],
)
def test_who_is_cited_speaks_inside_what_is_reported(speeches_in: Find, text: str) -> None:
    reporting, cited = speeches_in(text)
    assert (reporting.speaker.label, cited.speaker.label) == ("Al Jazeera", "medics")
    assert cited.content <= reporting.content
    assert "a market in Rafah" in words(cited)


def test_two_sentences_in_one_are_two_speeches(speeches_in: Find) -> None:
    found = speeches_in("The army says 40 rebels have died; the governor says the number is far lower.")
    assert [words(one) for one in found] == ["40 rebels have died", "the number is far lower"]
