"""Fits the projection of the picture search on drawn goods: `python -m benchmarks.fit_picture_projection`.

Linear discriminant analysis: the vectors of different pictures are spread, those of one picture and its
changed copies drawn together. Its seed is not the benchmark's, so the pictures measured there are new.
"""

from __future__ import annotations

import os
import random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from numpy.typing import NDArray

from benchmarks.picture_changes import CHANGES, catalogue, picture
from sourcing_desktop.sandbox.drawing.goods import PAINTERS
from sourcing_desktop.vision.projection import TABLE
from sourcing_desktop.vision.windows import gallery_features, query_features

Floats = NDArray[np.floating]

SEED, EACH, COPIES, NUMBERS = 99, 16, 2, 128
STIFFNESS = 0.5
"""How much even variance, in shares of the mean, is added to what copies vary by."""


def main() -> None:
    """Draw, change, fit, write."""
    looks = catalogue(list(PAINTERS), EACH, SEED)
    rng = random.Random(SEED)
    originals = {key: gallery_features(picture(look)) for key, look in looks.items()}
    every = np.concatenate(list(originals.values()))
    middle = every.mean(axis=0)
    spread = np.cov((every - middle).T)
    whiten = _leading(
        spread, np.eye(len(spread)) * 0.3 * np.trace(spread) / len(spread) + spread, 2 * NUMBERS
    )
    differences = []
    for key, look in looks.items():
        for name in rng.sample(sorted(CHANGES), COPIES):
            copies = query_features(np.asarray(CHANGES[name](look, rng)))
            differences.append(_closest_difference(originals[key], copies, middle, whiten))
    within = np.cov(np.array(differences).T) / 2
    within += STIFFNESS * np.trace(within) / len(within) * np.eye(len(within))
    _write(middle, _leading(spread, within, NUMBERS))
    print(
        f"{len(looks)} pictures, {len(differences)} copies -> {TABLE} ({TABLE.stat().st_size / 1e3:.0f} kB)"
    )


def _leading(spread: Floats, within: Floats, count: int) -> Floats:
    """The `count` directions in which `spread` is largest by the measure of `within`."""
    root = np.linalg.inv(np.linalg.cholesky(within))
    _, directions = np.linalg.eigh(root @ spread @ root.T)
    return np.asarray(root.T @ directions[:, ::-1][:, :count])


def _closest_difference(original: Floats, copies: Floats, middle: Floats, whiten: Floats) -> Floats:
    """Between the window of the original and the window of the copy that show the same best."""
    one, other = ((rows - middle) @ whiten for rows in (original, copies))
    alike = (one / np.linalg.norm(one, axis=1, keepdims=True)) @ (
        other / np.linalg.norm(other, axis=1, keepdims=True)
    ).T
    row, column = np.unravel_index(alike.argmax(), alike.shape)
    return np.asarray(original[row] - copies[column])


def _write(middle: Floats, weights: Floats) -> None:
    scale = np.abs(weights).max(axis=0) / 127
    np.savez_compressed(
        TABLE,
        middle=middle.astype(np.float32),
        weights=np.round(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
    )


if __name__ == "__main__":
    main()
