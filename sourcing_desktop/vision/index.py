"""Finds among a million vectors those most like a picture: by bits first, then the best few thousand exactly.

Everything in it can be made again from the vectors it was given: what is damaged is left, not mended.
"""

from __future__ import annotations

import os
import sys
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import IO

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision.index_file import BLOCK, IndexFile, Keys, Rows
from sourcing_desktop.vision.likeness import NUMBERS, Floats, Vectors, likeness, sign_bits, whole_query

_EXACT_UP_TO = 50_000
"""Rows that are all compared exactly; of more, the bits tell which."""
_COMPARED = 4_000
"""How many of those whose bits are nearest are compared exactly."""
_AT_ONCE = 65_536
"""Rows copied at once when the file is made anew without those that are gone."""


class IndexInUse(Exception):
    """Another program or window has the index open."""


@dataclass(frozen=True, slots=True)
class Match:
    """A key and how much its picture is like the query: the cosine, 1 for the same vector."""

    key: int
    alike: float


class VectorIndex:
    """Vectors by key (whole numbers from 0 on) in the file `sight.index` of `folder`. Any thread.

    `lost`: what the file held could not be used (damage, another engine, a newer version) and the index began
    empty. OSError when the disk is full or fails; what was there stays. IndexInUse when another has it.
    """

    def __init__(self, path: Path, engine: str, file: IndexFile, claim: IO[bytes]) -> None:
        self._path, self._engine, self._file, self._claim = path, engine, file, claim
        self._lock = Lock()
        self.lost = file.lost

    @classmethod
    def open(cls, folder: Path, engine: str) -> VectorIndex:
        """The index of a folder; both are made when there are none."""
        folder.mkdir(parents=True, exist_ok=True)
        claim = _claimed(folder / "sight.lock")
        try:
            path = folder / "sight.index"
            _draft(path).unlink(missing_ok=True)
            return cls(path, engine, IndexFile(path, engine), claim)
        except OSError:
            claim.close()
            raise

    def __len__(self) -> int:
        return len(self.keys())

    def keys(self) -> Keys:
        """All keys, in no order that means anything."""
        with self._lock:
            keys = self._file.keys[: self._file.rows]
            return keys[keys >= 0]

    def add(self, keys: Sequence[int] | Keys, vectors: Vectors) -> None:
        """Add vectors, or replace those of these keys; of equal keys the last counts.

        ValueError for keys below 0 and for what is not a table with a row of NUMBERS int8 a key.
        """
        table = np.asarray(keys, dtype=np.int64)
        if vectors.dtype != np.int8 or vectors.shape != (len(table), NUMBERS) or (table < 0).any():
            raise ValueError(f"An index takes keys from 0 on with a row of {NUMBERS} int8 each.")
        _, from_the_end = np.unique(table[::-1], return_index=True)
        last = np.sort(len(table) - 1 - from_the_end)
        with self._lock:
            self._file.append(table[last], vectors[last])
            self._make_room()

    def remove(self, keys: Sequence[int] | Keys) -> None:
        """Remove these keys; unknown ones are passed over. Nothing of their vectors stays in the file."""
        with self._lock:
            here = self._file.keys[: self._file.rows]
            wanted = np.asarray(keys, dtype=np.int64)
            self._file.remove(np.flatnonzero(np.isin(here, wanted[wanted >= 0])))
            self._make_room()

    def search(self, query: Floats, most: int, least: float = 0.0) -> list[Match]:
        """Up to `most` keys, most alike first, the lower key first of equals; none less alike than `least`.

        The nearest row of the query counts. ValueError unless the query is a table of rows of NUMBERS finite
        numbers that are not all 0.
        """
        whole = whole_query(query)
        with self._lock:
            if self._file.rows <= _EXACT_UP_TO:
                keys, alike = self._file.keys[: self._file.rows], self._all(whole)
            else:
                rows = self._nearest(sign_bits(whole), max(_COMPARED, 2 * most))
                keys, alike = self._file.keys[rows], likeness(whole, *self._file.some(rows))
            return _best(keys, alike, most, least)

    def close(self) -> None:
        """Let others have the file; nothing is found from then on. A second time does nothing."""
        with self._lock:
            if not self._claim.closed:
                self._file.close()
                self._claim.close()

    def _all(self, whole: Floats) -> Floats:
        """How much alike every row is."""
        parts = [likeness(whole, *self._file.block(block)) for block in range(self._file.blocks)]
        return np.concatenate([*parts, np.empty(0, np.float32)])

    def _nearest(self, query: NDArray[np.uint64], most: int) -> Rows:
        """The rows whose bits are most like those of the query's nearest row; of equals the earlier ones."""
        unlike = np.full((self._file.blocks, BLOCK), 255, dtype=np.uint8)
        changed = np.empty((4, BLOCK), dtype=np.uint64)
        counted = np.empty((4, BLOCK), dtype=np.uint8)
        for block, nearest in enumerate(unlike):
            bits = self._file.bits(block)
            for words in query:
                np.bitwise_xor(bits, words[:, None], out=changed)
                np.bitwise_count(changed, out=counted)
                counted[:2] += counted[2:]
                counted[0] += counted[1]
                np.minimum(nearest, counted[0], out=nearest)
        flat = unlike.reshape(-1)[: self._file.rows]
        flat[np.flatnonzero(self._file.keys[: self._file.rows] < 0)] = 255
        limit = bisect_left(range(255), most, key=lambda bits: int(np.count_nonzero(flat <= bits)))
        nearer, as_near = np.flatnonzero(flat < limit), np.flatnonzero(flat == limit)
        return np.sort(np.concatenate([nearer, as_near[: most - len(nearer)]]))

    def _make_room(self) -> None:
        """Write the file anew when a good part of its rows are gone."""
        alive = np.flatnonzero(self._file.keys[: self._file.rows] >= 0)
        if self._file.rows - len(alive) <= max(BLOCK, len(alive) // 4):
            return
        draft = IndexFile(_draft(self._path), self._engine)
        try:
            for start in range(0, len(alive), _AT_ONCE):
                rows = alive[start : start + _AT_ONCE]
                draft.append(self._file.keys[rows], self._file.some(rows)[0])
        except OSError:  # full: it must not stay so
            draft.close()
            _draft(self._path).unlink()
            raise
        draft.close()
        self._file.close()
        try:
            os.replace(_draft(self._path), self._path)
        finally:
            self._file = IndexFile(self._path, self._engine)


def _best(keys: Keys, alike: Floats, most: int, least: float) -> list[Match]:
    wanted = (keys >= 0) & (alike >= least)
    keys, alike = keys[wanted], np.clip(alike[wanted], -1, 1)
    if len(alike) > most > 0:
        among = alike >= np.partition(alike, -most)[-most]
        keys, alike = keys[among], alike[among]
    order = np.lexsort((keys, -alike))[: max(most, 0)]
    return [Match(key, score) for key, score in zip(keys[order].tolist(), alike[order].tolist(), strict=True)]


def _draft(path: Path) -> Path:
    return path.with_suffix(".new")


def _claimed(path: Path) -> IO[bytes]:
    """The file at `path`, locked until it is closed or the process ends. IndexInUse when it is already."""
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        file.close()
        raise IndexInUse(str(path.parent)) from error
    return file
