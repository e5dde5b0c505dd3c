"""The texts that drafting is measured with."""

from benchmarks.extraction import WORDS, texts


def test_each_text_has_its_words_and_the_same_ones_each_time() -> None:
    some = texts(3)
    assert some == texts(3)
    assert len(set(some)) == 3
    assert all(WORDS <= len(text.split()) < WORDS + 40 for text in some)
