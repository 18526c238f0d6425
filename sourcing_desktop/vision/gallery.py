"""A collection of described pictures in memory and in one file, searched for those that look most alike."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision.windows import ENGINE

Floats = NDArray[np.float32]


class GalleryError(Exception):
    """A gallery file that cannot be used: damaged, or described by another engine."""


class Gallery:
    """Pictures by key, several vectors each; vectors come from `describe_gallery`."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._vectors: list[NDArray[np.float16]] = []
        self._table: Floats | None = None

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: str, vectors: Floats) -> None:
        """Add one picture. ValueError when its vectors do not fit those already here."""
        if vectors.ndim != 2 or not len(vectors) or not np.isfinite(vectors).all():
            raise ValueError("A picture's vectors must be a table of finite numbers, one row or more.")
        if self._vectors and self._vectors[0].shape != vectors.shape:
            raise ValueError(
                f"Vectors of shape {vectors.shape} do not fit this gallery's {self._vectors[0].shape}."
            )
        self._keys.append(key)
        self._vectors.append(vectors.astype(np.float16))
        self._table = None

    def search(self, query_vectors: Floats, k: int) -> list[tuple[str, float]]:
        """The `k` keys most alike, best first, with scores from 0 to 1: the best pair of vectors counts."""
        if not self._keys or k < 1:
            return []
        if self._table is None:
            self._table = np.concatenate(self._vectors).astype(np.float32)
        alike = (self._table @ query_vectors.T).max(axis=1).reshape(len(self._keys), -1).max(axis=1)
        best = np.argsort(-alike, kind="stable")[:k]
        return [(self._keys[index], float(np.clip(alike[index], 0.0, 1.0))) for index in best]

    def save(self, path: Path) -> None:
        """Write the gallery; a reader sees the old file or the new one, never half of one."""
        draft = path.with_name(path.name + ".part")
        with draft.open("wb") as file:
            np.savez(
                file,
                engine=np.array(ENGINE),
                keys=np.array(self._keys, dtype=str),
                vectors=np.array(self._vectors),
            )
        os.replace(draft, path)

    @classmethod
    def load(cls, path: Path) -> Gallery:
        """Read a saved gallery. GalleryError when it is damaged or made by another engine."""
        try:
            with np.load(path, allow_pickle=False) as file:
                engine, keys, vectors = str(file["engine"]), file["keys"], file["vectors"]
        except (BadZipFile, KeyError, ValueError, EOFError) as error:
            raise GalleryError(f"{path.name} is not a picture gallery: {error}") from error
        if engine != ENGINE:
            raise GalleryError(f"{path.name} was described by engine {engine}, this program has {ENGINE}.")
        gallery = cls()
        gallery._keys, gallery._vectors = [str(key) for key in keys], list(vectors)
        return gallery
