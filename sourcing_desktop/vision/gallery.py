"""A collection of described pictures in memory and in one file, searched for those that look most alike."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision import ENGINE

Floats = NDArray[np.float32]


class GalleryError(Exception):
    """A gallery file that cannot be used: damaged, or described by another engine."""


class Gallery:
    """Pictures by key, several vectors each; the vectors come from `describe_gallery`."""

    def __init__(self) -> None:
        self._vectors: dict[str, NDArray[np.float16]] = {}
        self._keys: list[str] = []
        self._table: Floats | None = None

    def __len__(self) -> int:
        return len(self._vectors)

    def add(self, key: str, vectors: Floats) -> None:
        """Add a picture, or replace the one of this key. ValueError when the vectors do not fit."""
        if vectors.ndim != 2 or 0 in vectors.shape or not np.isfinite(vectors).all():
            raise ValueError("A picture's vectors must be a table of finite numbers with a row or more.")
        first = next(iter(self._vectors.values()), vectors)
        if first.shape != vectors.shape:
            raise ValueError(f"Vectors of shape {vectors.shape} do not fit this gallery's {first.shape}.")
        self._vectors[key] = vectors.astype(np.float16)
        self._table = None

    def search(self, query_vectors: Floats, k: int) -> list[tuple[str, float]]:
        """Up to `k` keys that look alike, best first, with scores in 0..1: the best pair of vectors counts.

        What has nothing in common with the query (score 0) is left out. ValueError when the vectors are
        not as long as those of the gallery.
        """
        if not self._vectors or k < 1:
            return []
        table = self._ready()
        if query_vectors.ndim != 2 or query_vectors.shape[1] != table.shape[1]:
            raise ValueError(f"Vectors of shape {query_vectors.shape} do not fit rows of {table.shape[1]}.")
        pairs = table @ query_vectors.T
        alike = np.clip(pairs.reshape(len(self._keys), -1).max(axis=1), 0.0, 1.0)
        best = np.argsort(-alike, kind="stable")[:k]
        return [(self._keys[index], float(alike[index])) for index in best if alike[index] > 0]

    def _ready(self) -> Floats:
        if self._table is None:
            self._keys = list(self._vectors)
            self._table = np.concatenate(list(self._vectors.values())).astype(np.float32)
        return self._table

    def save(self, path: Path) -> None:
        """Write the gallery; a reader sees the old file or the new one, never half of one."""
        draft = path.with_name(path.name + ".part")
        vectors = np.array(list(self._vectors.values()), dtype=np.float16)
        with draft.open("wb") as file:
            np.savez(
                file, engine=np.array(ENGINE), keys=np.array(list(self._vectors), dtype=str), vectors=vectors
            )
        os.replace(draft, path)

    @classmethod
    def load(cls, path: Path) -> Gallery:
        """Read a saved gallery. GalleryError when it is damaged or of another engine."""
        try:
            with path.open("rb") as source, np.load(source, allow_pickle=False) as file:
                engine, keys, vectors = str(file["engine"]), file["keys"], file["vectors"]
        except (BadZipFile, zlib.error, KeyError, ValueError, TypeError, EOFError) as error:
            raise GalleryError(f"{path.name} is not a picture gallery.") from error
        if engine != ENGINE:
            raise GalleryError(f"{path.name} was described by {engine}, this program searches by {ENGINE}.")
        if len(keys) != len(vectors):
            raise GalleryError(f"{path.name} has {len(keys)} names for {len(vectors)} pictures.")
        gallery = cls()
        gallery._vectors = dict(zip(keys.tolist(), vectors, strict=True))
        return gallery
