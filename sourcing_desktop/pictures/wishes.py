"""Who waits for which pictures, and whose come first. Knows neither hosts nor bytes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple


class PictureKey(NamedTuple):
    """A picture at a size: its address as the offer gives it, and the longer side in device pixels."""

    url: str
    side: int


class Wishes:
    """Single requests come first, then what is visible, then what is near; the latest asker before others."""

    def __init__(self) -> None:
        self._lists: dict[Hashable, tuple[Sequence[PictureKey], Sequence[PictureKey]]] = {}
        self._singles: dict[PictureKey, None] = {}

    def replace(self, asker: Hashable, visible: Sequence[PictureKey], near: Sequence[PictureKey]) -> set[str]:
        """Forget what the asker wanted before; the urls that it did not see then and sees now."""
        before, _ = self._lists.pop(asker, ((), ()))
        if visible or near:
            self._lists[asker] = (visible, near)
        return {key.url for key in visible} - {key.url for key in before}

    def add(self, key: PictureKey) -> bool:
        """A picture to bring that no list has to name; False when it is on its way already."""
        if key in self._singles:
            return False
        self._singles[key] = None
        return True

    def drop(self, key: PictureKey) -> bool:
        """That single picture has come or will not; tells whether it was wished for."""
        wished = key in self._singles
        self._singles.pop(key, None)
        return wished

    def urgent(self) -> list[PictureKey]:
        """What somebody waits for, the most urgent first; like the others it may name a key twice."""
        return [*self._singles, *self.visible()]

    def visible(self) -> Iterable[PictureKey]:
        """What somebody is looking at."""
        return (key for visible, _ in reversed(self._lists.values()) for key in visible)

    def near(self) -> Iterable[PictureKey]:
        """What somebody may look at next."""
        return (key for _, near in reversed(self._lists.values()) for key in near)

    def clear(self) -> None:
        self._lists.clear()
        self._singles.clear()
