"""Pixmaps ready to paint, up to a number of bytes, least recently used out first. GUI thread only."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QPixmap

SIZES_PER_PICTURE = 3
"""A card, a row of a dock and one more; each step of a density change would else leave a copy behind."""


class PixmapCache:
    """At most `cap_bytes` of pixmaps by (url, side in device px)."""

    def __init__(self, cap_bytes: int) -> None:
        self._cap = cap_bytes
        self._pictures: OrderedDict[str, dict[int, QPixmap]] = OrderedDict()
        self.held_bytes = 0

    def __contains__(self, key: tuple[str, int]) -> bool:
        return key[1] in self._pictures.get(key[0], ())

    def get(self, url: str, side: int) -> QPixmap | None:
        """The pixmap of exactly that size, now the most recently used."""
        sizes = self._pictures.get(url)
        if sizes is None:
            return None
        self._pictures.move_to_end(url)
        return sizes.get(side)

    def any_size(self, url: str) -> QPixmap | None:
        """The largest pixmap kept of that picture, to stretch until the right one is there."""
        sizes = self._pictures.get(url)
        return sizes[max(sizes)] if sizes else None

    def put(self, url: str, side: int, pixmap: QPixmap) -> None:
        sizes = self._pictures.setdefault(url, {})
        self._pictures.move_to_end(url)
        for dropped in [side, *list(sizes)[: 1 - SIZES_PER_PICTURE]]:
            self.held_bytes -= _bytes(sizes.pop(dropped, None))
        sizes[side] = pixmap
        self.held_bytes += _bytes(pixmap)
        while self.held_bytes > self._cap and len(self._pictures) > 1:
            _, oldest = self._pictures.popitem(last=False)
            self.held_bytes -= sum(map(_bytes, oldest.values()))

    def clear(self) -> None:
        self._pictures.clear()
        self.held_bytes = 0


def _bytes(pixmap: QPixmap | None) -> int:
    return pixmap.width() * pixmap.height() * 4 if pixmap else 0
