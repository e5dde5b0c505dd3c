"""Names that lost their apostrophe: Syrias opposition, Assads forces."""

from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.countries import countries, country_words, demonyms


def with_possessives(docs: Sequence[Doc], language: Language) -> list[Doc]:
    """The documents of one article, those parsed anew where a name lacks its apostrophe."""
    names = {entity[-1].text for doc in docs for entity in doc.ents if entity.label_ in ("PERSON", "GPE")} | W.RULERS.keys()
    cut = {number: [token.i for token in doc if _is_owner(token, names)] for number, doc in enumerate(docs)}
    again = {number: _parted(docs[number], some, language) for number, some in cut.items() if some}
    return [again.get(number, doc) for number, doc in enumerate(docs)]


def _is_owner(token: Token, names: set[str]) -> bool:
    """Whether it is a name that the article has without its s, or a country's, before what belongs to it."""
    name = token.text.removesuffix("s")
    owns = token.dep_ in ("compound", "nmod", "poss", "npadvmod") and token.head.i > token.i
    whole = token.lower_ in country_words() or name.lower() in demonyms()  # the Philippines, Syrians
    cut = name != token.text and name.istitle() and (name in names or name.lower() in countries())
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    rulers = name in ("regime", "government", "army") and token.dep_ == "compound" and behind.pos_ in ("NOUN", "ADJ")
    return owns and (cut or (name != token.text and rulers)) and not whole


def _parted(doc: Doc, owners: Iterable[int], language: Language) -> Doc:
    """The document parsed anew, with the s of these words taken as that of a genitive."""
    parted = language.make_doc(doc.text)
    with parted.retokenize() as retokenizer:
        for i in owners:
            name = parted[i].text.removesuffix("s")
            retokenizer.split(parted[i], [name, "s"], heads=[*parted[i + 1 : i + 2]] * 2, attrs={"NORM": [name, "'s"]})
    return language(parted)
