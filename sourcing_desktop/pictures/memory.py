"""Pixmaps ready to paint, up to a number of bytes that follows what is in sight. GUI thread only."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from PySide6.QtGui import QPixmap

Key = tuple[str, int]
"""A url, and the longer side in device pixels."""

AnyKey = TypeVar("AnyKey", bound=Key)

SCREENS = 12
"""How many times what is in sight is kept: some to scroll back through, two that are brought ahead."""

LEAST_BYTES, MOST_BYTES = 48 * 2**20, 384 * 2**20


class PixmapCache:
    """What is in sight stays, whatever else comes; of the rest the least recently used goes first.

    `most_bytes` are exceeded by what is in sight and cannot be done without: then twice that is the cap.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._pixmaps: OrderedDict[Key, QPixmap] = OrderedDict()
        self._sides: dict[str, set[int]] = {}
        self._in_sight: frozenset[Key] = frozenset()
        self._in_sight_bytes = 0
        self.held_bytes = 0
        self.cap_bytes = min(LEAST_BYTES, most_bytes)

    def __contains__(self, key: Key) -> bool:
        return key in self._pixmaps

    def look_at(self, keys: Iterable[Key]) -> None:
        """These are in sight now and no others. They set the cap: always room for twice as much."""
        self._in_sight = frozenset(keys)
        self._in_sight_bytes = seen = sum(side * side * 4 for _, side in self._in_sight)
        self.cap_bytes = max(2 * seen, min(max(SCREENS * seen, LEAST_BYTES), self._most))
        self._evict()

    def fitting(self, keys: Iterable[AnyKey]) -> Iterator[AnyKey]:
        """As many of these as may be brought ahead without pushing each other out again."""
        room = (self.cap_bytes - self._in_sight_bytes) // 2
        for key in keys:
            room -= key[1] * key[1] * 4
            if room < 0:
                return
            yield key

    def get(self, url: str, side: int) -> QPixmap | None:
        """The pixmap of exactly that size, now the most recently used."""
        pixmap = self._pixmaps.get((url, side))
        if pixmap is not None:
            self._pixmaps.move_to_end((url, side))
        return pixmap

    def any_size(self, url: str) -> QPixmap | None:
        """The largest pixmap kept of that picture, to stretch until the right one is there."""
        sides = self._sides.get(url)
        return self.get(url, max(sides)) if sides else None

    def put(self, url: str, side: int, pixmap: QPixmap) -> None:
        """Keep that pixmap; it is not the one that has to go for it."""
        self.held_bytes += _bytes(pixmap) - _bytes(self._pixmaps.get((url, side)))
        self._pixmaps[url, side] = pixmap
        self._pixmaps.move_to_end((url, side))
        self._sides.setdefault(url, set()).add(side)
        self._evict()

    def clear(self) -> None:
        self._pixmaps.clear()
        self._sides.clear()
        self.held_bytes = 0

    def _evict(self) -> None:
        for _ in range(len(self._pixmaps) - 1):
            if self.held_bytes <= self.cap_bytes:
                return
            key, pixmap = self._pixmaps.popitem(last=False)
            if key in self._in_sight:
                self._pixmaps[key] = pixmap  # at the end again, and not in the way for long
            else:
                self._drop(key, pixmap)

    def _drop(self, key: Key, pixmap: QPixmap) -> None:
        url, side = key
        self.held_bytes -= _bytes(pixmap)
        self._sides[url].discard(side)
        if not self._sides[url]:
            del self._sides[url]


def _bytes(pixmap: QPixmap | None) -> int:
    return pixmap.width() * pixmap.height() * 4 if pixmap else 0
