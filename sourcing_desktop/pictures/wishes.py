"""Who waits for which pictures, and whose come first. Knows neither hosts nor bytes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple


class PictureKey(NamedTuple):
    """A picture at a size: its address as the offer gives it, and the longer side in device pixels."""

    url: str
    side: int


class Change(NamedTuple):
    """The urls that an asker did not see before and sees now, and those that it sees no more."""

    came: set[str]
    went: set[str]


class _Lists(NamedTuple):
    visible: Sequence[PictureKey]
    near: Sequence[PictureKey]
    turn: int


class Wishes:
    """What is visible comes first, then what is near. Of the askers the latest comes first; those that ask
    in one turn of the event loop, as the widgets of a page do when they are painted, keep their order."""

    def __init__(self) -> None:
        self._lists: dict[Hashable, _Lists] = {}
        self._turn = 0

    def next_turn(self) -> None:
        """Who asks from now on comes before all who asked."""
        self._turn += 1

    def replace(self, asker: Hashable, visible: Sequence[PictureKey], near: Sequence[PictureKey]) -> Change:
        """Forget what the asker wanted before."""
        before = self._lists.pop(asker, None)
        if visible or near:
            self._lists[asker] = _Lists(visible, near, self._turn)
        then = {key.url for key in before.visible} if before else set()
        now = {key.url for key in visible}
        return Change(now - then, then - now)

    def visible(self) -> Iterable[PictureKey]:
        """What somebody is looking at, the most urgent first; like the other it may name a key twice."""
        return (key for lists in self._latest_first() for key in lists.visible)

    def near(self) -> Iterable[PictureKey]:
        """What somebody may look at next."""
        return (key for lists in self._latest_first() for key in lists.near)

    def clear(self) -> None:
        self._lists.clear()

    def _latest_first(self) -> list[_Lists]:
        return sorted(self._lists.values(), key=lambda lists: -lists.turn)
