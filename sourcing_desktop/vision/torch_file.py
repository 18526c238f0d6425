"""Reads the tensors of a PyTorch file of the old kind: without PyTorch, and running nothing in it."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Mapping
from io import SEEK_CUR, BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

_MAGIC = 0x1950A86A20F9469CFC6C
_PROTOCOL = 1001
_REFUSED = (
    *(pickle.UnpicklingError, EOFError, AttributeError, LookupError, TypeError, ValueError),
    *(OverflowError, MemoryError, RecursionError),
)  # what damage and lies in a file end in


def read_tensors(path: Path) -> dict[str, NDArray[Any]]:
    """The tensors of the file by name. ValueError for what is not a plain table of tensors; OSError."""
    try:
        return _tensors(BytesIO(path.read_bytes()))
    except _REFUSED as error:
        raise ValueError(f"{path.name} is no file of tensors: {error}") from error


def _tensors(file: BytesIO) -> dict[str, NDArray[Any]]:
    if (_Unpickler(file).load(), _Unpickler(file).load()) != (_MAGIC, _PROTOCOL):
        raise ValueError("It is not of the kind that is read here.")
    if not _Unpickler(file).load()["little_endian"]:
        raise ValueError("Its numbers are the wrong way round.")
    unpickler = _Unpickler(file)
    described = unpickler.load()
    if not isinstance(described, OrderedDict):
        raise ValueError("It holds something else than a table.")
    blocks = {key: _block(file, unpickler.stored[key]) for key in _Unpickler(file).load()}
    return {name: tensor.out_of(blocks) for name, tensor in described.items()}


def _block(file: BytesIO, stored: _Stored) -> NDArray[Any]:
    if int.from_bytes(file.read(8), "little") != stored.size:
        raise ValueError("It lies about its sizes.")
    block = np.frombuffer(file.getbuffer(), stored.kind, stored.size, file.tell())
    file.seek(block.nbytes, SEEK_CUR)
    return block


class _Stored(NamedTuple):
    """A block of numbers that comes after the table."""

    key: str
    kind: np.dtype[Any]
    size: int


class _Tensor(NamedTuple):
    """Where in which block a tensor lies."""

    stored: _Stored
    start: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]

    def out_of(self, blocks: Mapping[str, NDArray[Any]]) -> NDArray[Any]:
        block = blocks[self.stored.key][self.start :]
        last = sum((size - 1) * step for size, step in zip(self.shape, self.strides, strict=True))
        if min((*self.shape, *self.strides, last + 1), default=1) < 1 or last >= len(block):
            raise ValueError("A tensor reaches beyond its numbers.")
        steps = tuple(step * block.itemsize for step in self.strides)
        return np.lib.stride_tricks.as_strided(block, self.shape, steps, writeable=False)


def _tensor(
    stored: _Stored, start: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: object
) -> _Tensor:
    """Stands for PyTorch's function that makes a tensor; whether it learns is of no interest."""
    if not isinstance(stored, _Stored) or start < 0:
        raise ValueError("A tensor has no numbers.")
    return _Tensor(stored, start, shape, strides)


_ALLOWED = {
    ("collections", "OrderedDict"): OrderedDict,
    ("torch._utils", "_rebuild_tensor_v2"): _tensor,
    ("torch", "FloatStorage"): np.dtype("<f4"),
    ("torch", "LongStorage"): np.dtype("<i8"),
}
"""All that a file of tensors needs to name, and what it gets for it."""


class _Unpickler(pickle.Unpickler):
    """Gives the names above and no others, so that a file can call nothing else."""

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file)
        self.stored: dict[str, _Stored] = {}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"It asks for {module}.{name}.")
        return _ALLOWED[module, name]

    def persistent_load(self, pid: Any) -> _Stored:
        _, kind, key, _, count, _ = pid
        self.stored[key] = _Stored(key, np.dtype(kind), int(count))
        return self.stored[key]
