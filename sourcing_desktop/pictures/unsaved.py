"""Bytes of pictures that are shown already and not on disk yet: showing comes first. For any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from sourcing_desktop.pictures.disk import DiskCache

MOST_BYTES = 16 * 2**20
LONGEST_S = 1.0
"""Above so much, or when the first has waited for so long, pictures are saved although more come. Who kills
the program loses about that."""

CLOSING_S = 2.0
"""What is not saved then is lost: the program has more important things to put away."""


class _Waiting(NamedTuple):
    data: bytes
    since: float


class Unsaved:
    """Stands before the disk: what was added is read from here until it is saved there."""

    def __init__(self, disk: DiskCache, clock: Callable[[], float] = monotonic) -> None:
        self._disk = disk
        self._clock = clock
        self._waiting: dict[str, _Waiting] = {}
        self._held = 0
        self._changing = threading.Lock()
        self._saving = threading.Lock()  # two threads that make files in one folder take twice as long

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @property
    def due(self) -> bool:
        """Whether saving must not wait until there is nothing else to do."""
        first = self._first()
        waited_long = first is not None and self._clock() - first[1].since >= LONGEST_S
        return waited_long or self._held > MOST_BYTES

    def add(self, url: str, data: bytes) -> None:
        """Keep the bytes until somebody saves them."""
        with self._changing:
            self._drop(url)
            self._waiting[url] = _Waiting(data, self._clock())
            self._held += len(data)

    def read(self, url: str) -> bytes | None:
        """The bytes of that address, from here or from the disk."""
        waiting = self._waiting.get(url)
        return waiting.data if waiting else self._disk.read(url)

    def forget(self, url: str) -> None:
        """Those bytes are no picture."""
        with self._changing:
            self._drop(url)
        self._disk.forget(url)

    def save_one(self) -> bool:
        """Write what has waited longest; it can be read all the time. False when there is nothing to do, or
        somebody does it. What cannot be written is dropped."""
        if not self._saving.acquire(blocking=False):
            return False
        try:
            first = self._first()
            if first is None:
                return False
            url, waiting = first
            try:
                self._disk.write(url, waiting.data)
            finally:
                with self._changing:
                    if self._waiting.get(url) is waiting:
                        self._drop(url)
            return True
        finally:
            self._saving.release()

    def save_rest(self) -> None:
        """Before the end; not for long."""
        began = self._clock()
        while self._clock() - began < CLOSING_S and self.save_one():
            continue

    def _first(self) -> tuple[str, _Waiting] | None:
        with self._changing:
            return next(iter(self._waiting.items()), None)

    def _drop(self, url: str) -> None:
        """Under the lock."""
        waiting = self._waiting.pop(url, None)
        self._held -= len(waiting.data) if waiting else 0
