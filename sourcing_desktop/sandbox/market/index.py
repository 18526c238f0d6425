"""The index picture search works on: every offer's main picture, drawn and described. Knows no web."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.sandbox.drawing.look import DRAWING, Look, View
from sourcing_desktop.vision import ENGINE, Gallery, describe_gallery, describe_query

_SIDE = 256
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
    looks = _looks(catalogue)
    batches = [looks[start : start + _BATCH] for start in range(0, len(looks), _BATCH)]
    gallery = Gallery()
    # A fresh interpreter for each worker: a copy of this process would share its threads' locks.
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), spawning, initializer=_end_with_parent) as pool:
        for batch, described in zip(batches, pool.map(_described, batches), strict=True):
            for (offer_id, _), vectors in zip(batch, described, strict=True):
                gallery.add(offer_id, vectors.astype(np.float32))
    gallery.save(path)
    with closing(sqlite3.connect(catalogue)) as database, database:
        database.execute("UPDATE about SET indexed = ?", (_way(),))


def is_indexed(catalogue: Path, path: Path) -> bool:
    """Whether `path` holds the index of this very catalogue as this version draws and describes it."""
    with closing(sqlite3.connect(catalogue)) as database:
        (indexed,) = database.execute("SELECT indexed FROM about").fetchone()
    return bool(indexed == _way()) and path.is_file()


def _way() -> str:
    return f"{ENGINE} of drawing {DRAWING} at {_SIDE} px"


def _looks(catalogue: Path) -> list[tuple[str, Look]]:
    with closing(sqlite3.connect(catalogue)) as database:
        rows = database.execute("SELECT id, kind, seed, colour, accent FROM offers ORDER BY number")
        return [(offer_id, Look(*look)) for offer_id, *look in rows]


def _end_with_parent() -> None:
    """Let this worker end when its parent is killed; its queue would keep it waiting for ever."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _described(looks: Sequence[tuple[str, Look]]) -> list[NDArray[np.float16]]:
    """The vectors of the looks' main pictures; runs in a worker process."""
    return [describe_gallery(_drawn(look)).astype(np.float16) for _, look in looks]


def _drawn(look: Look) -> NDArray[np.uint8]:
    """The look's main picture as rows of RGB pixels."""
    from sourcing_desktop.sandbox.drawing.goods import draw

    image = draw(look, View.MAIN, _SIDE)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(_SIDE, _SIDE, 4)
    return np.ascontiguousarray(pixels[:, :, 2::-1])
