"""The model's recogniser of names, decoded all words of a batch at once instead of step by step.

spaCy walks through a text word by word and asks of each of its 74 moves whether it may be made, which takes longer than the
network itself. But outside a name what the network says depends on the word alone: it is asked for all words in one go, and
only within names step by step. The names are the same: spaCy's greedy search with its rules of what may follow what
(spacy.pipeline._parser_internals.ner), for documents in which nothing was marked before.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
_BARRED = np.float32("-inf")


class Recogniser:
    """Marks the names in parsed documents, as the model's own component would."""

    def __init__(self, component: Any) -> None:
        self._vectors, self._lower, upper = component.model.layers
        self._bias: Floats = self._lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._last: Floats = upper.get_param("b")
        moves = [component.moves.get_class_name(number) for number in range(component.moves.n_moves)]
        self._number = {move: number for number, move in enumerate(moves)}
        unseen = component.model.attrs["unseen_classes"]
        outside = [number for number, move in enumerate(moves) if move[0] in "BUO" and number not in unseen]
        self._outside = np.array(outside)
        self._moves = [moves[number] for number in outside]
        self._begins = np.array([move.startswith("B-") for move in self._moves])
        self._names = np.array([move != "O" for move in self._moves])

    def __call__(self, doc: Doc) -> Doc:
        """The document with its names."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """The documents with their names, in their order."""
        stream = iter(docs)
        while some := list(islice(stream, batch_size)):
            self._mark([doc for doc in some if len(doc)])
            yield from some

    def _mark(self, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        features: Floats = self._lower.predict(self._vectors.predict(docs))
        first = self._scores(features[1:, 0] + features[0, 1] + features[0, 2])[:, self._outside]
        begins = np.concatenate([doc.to_array("SENT_START") == 1 for doc in docs])
        ends = np.append(begins[1:], True)
        ends[np.cumsum([len(doc) for doc in docs]) - 1] = True
        first[np.ix_(ends, self._begins)] = _BARRED
        first[np.ix_(np.concatenate([doc.to_array("IS_SPACE") == 1 for doc in docs]), self._names)] = _BARRED
        best = first.argmax(axis=1)
        start = 0
        for doc in docs:
            stop = start + len(doc)
            chosen = [self._moves[number] for number in best[start:stop]]
            spans = self._spans(chosen, features[start + 1 :], ends[start:])
            doc.set_ents([Span(doc, one, end, label=label) for one, end, label in spans], default="outside")
            start = stop

    def _scores(self, summed: Floats) -> Floats:
        """What the network says of states, from the sums of what their words contribute."""
        said: Floats = (summed + self._bias).max(axis=-1) @ self._weights.T + self._last
        return said

    def _spans(self, moves: Sequence[str], features: Floats, ends: Flags) -> Iterator[tuple[int, int, str]]:
        """The names of a document, with its words' best moves outside names: first word, end and label."""
        i = 0
        while i < len(moves):
            begun, end, label = i, i + 1, moves[i][2:]
            if moves[i].startswith("B-"):
                while self._goes_on(label, begun, end, features, ends):
                    end += 1
                end += 1
            if label:
                yield begun, end, label
            i = end

    def _goes_on(self, label: str, begun: int, word: int, features: Floats, ends: Flags) -> bool:
        """Whether a name that has begun goes on after this word of it."""
        if ends[word]:
            return False
        hidden = (features[word, 0] + features[begun, 1] + features[word - 1, 2] + self._bias).max(axis=-1)
        within, last = self._number[f"I-{label}"], self._number[f"L-{label}"]
        inner, final = self._weights[[within, last]] @ hidden + self._last[[within, last]]
        return bool(inner > final or (inner == final and within < last))
