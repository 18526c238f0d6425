"""The index of vectors on disk: rows of key, bits and numbers in one memory-mapped file that grows by blocks.

A process killed at any byte leaves what was complete: rows count once the head says so, and disk space is
really taken before it is written to through the map, where a full disk could not be told.
"""

from __future__ import annotations

import mmap
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision.likeness import NUMBERS, Floats, Vectors, scales, sign_bits

BLOCK = 8_192
"""Rows of a block. In it lie the keys together, then the scales, each word of the bits, and the vectors."""
GONE = -1
"""The key of a row that was removed."""

Keys = NDArray[np.int64]
Rows = NDArray[np.intp]

_TITLE_BYTES = 512
_COUNTS = struct.Struct("<QQ")  # rows, and how many of them have no older row of the same key
_HEAD_BYTES = 4_096
_BLOCKS = np.dtype(
    [
        ("keys", "<i8", (BLOCK,)),
        ("scales", "<f4", (BLOCK,)),
        ("bits", "<u8", (4, BLOCK)),
        ("vectors", "i1", (BLOCK, NUMBERS)),
    ]
)
_ROW_BYTES = _BLOCKS.itemsize // BLOCK


class IndexFile:
    """The file at `path`, made when there is none. One thread at a time.

    `lost`: what was in it was damaged, or is of another engine or version of the program; it is empty now.
    OSError when the disk is full or fails; the rows that were there stay.
    """

    def __init__(self, path: Path, engine: str) -> None:
        title = f"sight index 1\n{engine}\n{NUMBERS} numbers\n{BLOCK} rows a block\n"
        self._title = title.encode().ljust(_TITLE_BYTES, b"\0")
        self._map = mmap.mmap(-1, 1)
        self._blocks = np.empty(0, _BLOCKS)
        self.keys: Keys = np.empty(0, np.int64)
        self.rows = 0
        existed = path.exists()
        self._file = path.open("r+b" if existed else "w+b", buffering=0)
        try:
            self.lost = existed and self._file.read(_TITLE_BYTES) != self._title
            if self.lost or not existed:
                self._begin()
            self._recover()
        except OSError:
            self._file.close()
            raise

    @property
    def blocks(self) -> int:
        """How many blocks there are; the last may be empty or part full."""
        return len(self._blocks)

    def bits(self, block: int) -> NDArray[np.uint64]:
        """The bits of a block, one line a word. Past the last row there is anything."""
        bits: NDArray[np.uint64] = self._blocks["bits"][block]
        return bits

    def block(self, block: int) -> tuple[Vectors, Floats]:
        """The vectors of a block and their scales."""
        rows = slice(0, max(0, self.rows - block * BLOCK))
        return self._blocks["vectors"][block, rows], self._blocks["scales"][block, rows]

    def some(self, rows: Rows) -> tuple[Vectors, Floats]:
        """The vectors of these rows and their scales."""
        at = np.divmod(rows, BLOCK)
        return self._blocks["vectors"][at], self._blocks["scales"][at]

    def append(self, keys: Keys, vectors: Vectors) -> None:
        """Add rows of keys that differ; older rows of the same keys go."""
        first, end = self.rows, self.rows + len(keys)
        if end > len(self.keys):
            self._resize(_blocks_for(end))
        words, told = sign_bits(vectors).T, scales(vectors)
        for block in range(first // BLOCK, _blocks_for(end)):
            start, stop = max(first, block * BLOCK), min(end, (block + 1) * BLOCK)
            there, here = (
                slice(start - block * BLOCK, stop - block * BLOCK),
                slice(start - first, stop - first),
            )
            self._blocks["vectors"][block, there] = vectors[here]
            self._blocks["bits"][block, :, there] = words[:, here]
            self._blocks["scales"][block, there] = told[here]
            self._blocks["keys"][block, there] = keys[here]
        self._map.flush()
        self.keys[first:end] = keys
        self._count(end, settled=first)
        self._settle(first)

    def remove(self, rows: Rows) -> None:
        """Take their keys from these rows, and what their pictures look like."""
        block, row = np.divmod(rows, BLOCK)
        self._blocks["keys"][block, row] = GONE
        self._blocks["vectors"][block, row] = 0
        self._blocks["bits"][block, :, row] = 0
        self.keys[rows] = GONE

    def close(self) -> None:
        """Write what is not yet on the disk and let go of the file."""
        self._map.flush()
        self.rows = 0
        self._unmap()
        self._file.close()

    def _begin(self) -> None:
        """An empty file; its title comes last, so that half of one is known as such."""
        self._file.truncate(0)
        self._write(0, bytes(_HEAD_BYTES))
        self._write(0, self._title)

    def _recover(self) -> None:
        """Take up the rows that are complete, whatever the file lacks at its end."""
        self._file.seek(_TITLE_BYTES)
        rows, settled = _COUNTS.unpack(self._file.read(_COUNTS.size).ljust(_COUNTS.size, b"\0"))
        blocks, more = divmod(max(0, self._file.seek(0, 2) - _HEAD_BYTES), _BLOCKS.itemsize)
        before_vectors = BLOCK * (_ROW_BYTES - NUMBERS)
        rows = min(rows, blocks * BLOCK + max(0, more - before_vectors) // NUMBERS)
        self._resize(_blocks_for(rows))
        self._count(rows, settled=min(settled, rows))
        self._settle(min(settled, rows))

    def _settle(self, first: int) -> None:
        """Remove the rows before `first` that those from there on replace."""
        replaced = np.flatnonzero(np.isin(self.keys[:first], self.keys[first : self.rows]))
        if len(replaced):
            self._map.flush()
            self.remove(replaced)
        self._count(self.rows, settled=self.rows)

    def _count(self, rows: int, settled: int) -> None:
        self.rows = rows
        _COUNTS.pack_into(self._map, _TITLE_BYTES, rows, settled)

    def _resize(self, blocks: int) -> None:
        """Make the file so many blocks long and map it."""
        self._unmap()
        size, wanted = self._file.seek(0, 2), _HEAD_BYTES + blocks * _BLOCKS.itemsize
        try:
            self._file.truncate(min(size, wanted))
            self._write(size, bytes(max(0, wanted - size)))
        except OSError:
            self._file.truncate(size)
            raise
        finally:
            self._remap()

    def _remap(self) -> None:
        blocks = (self._file.seek(0, 2) - _HEAD_BYTES) // _BLOCKS.itemsize
        self._map = mmap.mmap(self._file.fileno(), _HEAD_BYTES + blocks * _BLOCKS.itemsize)
        self._blocks = np.ndarray((blocks,), _BLOCKS, self._map, _HEAD_BYTES)
        self.keys = self._blocks["keys"].flatten()

    def _unmap(self) -> None:
        """Windows neither shortens nor replaces a file that is mapped."""
        self._blocks = np.empty(0, _BLOCKS)
        self._map.close()

    def _write(self, at: int, content: bytes) -> None:
        self._file.seek(at)
        left = memoryview(content)
        while left:
            left = left[self._file.write(left) :]


def _blocks_for(rows: int) -> int:
    return -(-rows // BLOCK)
