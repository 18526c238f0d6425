"""Bytes of pictures that are shown already and not on disk yet: showing comes first. For any thread."""

from __future__ import annotations

import threading

from sourcing_desktop.pictures.disk import DiskCache

MOST_BYTES = 16 * 2**20
"""Above this whoever adds has to save, too."""


class Unsaved:
    """Stands before the disk: what was added is read from here until it is saved there."""

    def __init__(self, disk: DiskCache) -> None:
        self._disk = disk
        self._waiting: dict[str, bytes] = {}
        self._held = 0
        self._changing = threading.Lock()
        self._saving = threading.Lock()  # two threads that make files in one folder take twice as long

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @property
    def too_much(self) -> bool:
        return self._held > MOST_BYTES

    def add(self, url: str, data: bytes) -> None:
        """Keep the bytes until somebody saves them."""
        with self._changing:
            self._held += len(data) - len(self._waiting.pop(url, b""))
            self._waiting[url] = data

    def read(self, url: str) -> bytes | None:
        """The bytes of that address, from here or from the disk."""
        return self._waiting.get(url) or self._disk.read(url)

    def forget(self, url: str) -> None:
        """Those bytes are no picture."""
        with self._changing:
            self._held -= len(self._waiting.pop(url, b""))
        self._disk.forget(url)

    def save_one(self) -> bool:
        """Write what has waited longest; it can be read all the time. False when there is nothing to do, or
        somebody does it."""
        if not self._saving.acquire(blocking=False):
            return False
        try:
            with self._changing:
                oldest = next(iter(self._waiting.items()), None)
            if oldest is None:
                return False
            self._disk.write(*oldest)
            self._saved(*oldest)
            return True
        finally:
            self._saving.release()

    def _saved(self, url: str, data: bytes) -> None:
        with self._changing:
            if self._waiting.get(url) is data:
                del self._waiting[url]
                self._held -= len(data)
