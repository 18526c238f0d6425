"""Bytes of pictures that are shown already and not on disk yet: showing comes first. For any thread."""

from __future__ import annotations

import threading

from sourcing_desktop.pictures.disk import DiskCache

SAVED_AT_ONCE = 16
MOST_BYTES = 8 * 2**20
"""When more than that waits, whoever adds to it has to save some."""


class Unsaved:
    """Stands before the disk: what was added is read from here until it is saved there."""

    def __init__(self, disk: DiskCache) -> None:
        self._disk = disk
        self._lock = threading.Lock()
        self._waiting: dict[str, bytes] = {}
        self._held = 0

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, url: str, data: bytes) -> None:
        """Keep the bytes until somebody saves them."""
        with self._lock:
            self._held += len(data) - len(self._waiting.pop(url, b""))
            self._waiting[url] = data
        if self._held > MOST_BYTES:
            self.save_some()

    def read(self, url: str) -> bytes | None:
        """The bytes of that address, from here or from the disk."""
        return self._waiting.get(url) or self._disk.read(url)

    def save_some(self) -> None:
        """Write what has waited longest; it can be read all the time."""
        with self._lock:
            oldest = [*self._waiting.items()][:SAVED_AT_ONCE]
        for url, data in oldest:
            self._disk.write(url, data)
        with self._lock:
            for url, data in oldest:
                if self._waiting.get(url) is data:
                    del self._waiting[url]
                    self._held -= len(data)
