"""The index picture search works on: every offer's main picture, drawn and described. Knows no web."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.market.describing import begin, described
from sourcing_desktop.sandbox.market.indexed import is_indexed, mark_indexed
from sourcing_desktop.vision.gallery import Gallery
from sourcing_desktop.vision.windows import describe_query

_BATCH = 64


class PictureIndex:
    """The main pictures of all offers, to be searched for those that look most alike."""

    def __init__(self, gallery: Gallery) -> None:
        self._gallery = gallery

    @classmethod
    def load(cls, path: Path) -> PictureIndex:
        """Read the index `prepare_index` made. GalleryError when the file cannot be used."""
        return cls(Gallery.load(path))

    def search(self, rgb: NDArray[np.uint8], most: int) -> list[tuple[str, float]]:
        """The v1 ids of the `most` offers whose pictures look most alike, best first, scores from 0 to 1.

        ValueError when the array is not a picture.
        """
        return self._gallery.search(describe_query(rgb), most)


def prepare_index(catalogue: Path, path: Path) -> None:
    """Make sure the picture index of the prepared catalogue lies at `path`; uses every core."""
    if is_indexed(catalogue, path):
        return
    offer_ids, looks = _looks(catalogue)
    batches = [looks[start : start + _BATCH] for start in range(0, len(looks), _BATCH)]
    gallery = Gallery()
    # A fresh interpreter for each worker: a copy of this process would share its threads' locks.
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), spawning, initializer=begin) as pool:
        vectors = chain.from_iterable(pool.map(described, batches))
        for offer_id, of_offer in zip(offer_ids, vectors, strict=True):
            gallery.add(offer_id, of_offer)
    gallery.save(path)
    mark_indexed(catalogue)


def _looks(catalogue: Path) -> tuple[list[str], list[Look]]:
    """The ids of all offers and what their pictures show."""
    with closing(sqlite3.connect(catalogue)) as database:
        rows = database.execute(
            "SELECT id, kind, seed, colour, accent FROM offers ORDER BY number"
        ).fetchall()
    return [row[0] for row in rows], [Look(*row[1:]) for row in rows]
