"""Which pictures of the library are described next: those shown last, then what is left of earlier times,
newest first. One that is not on this computer waits until it has come."""

from __future__ import annotations

from collections.abc import Iterable

from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.vision import ENGINE

AT_ONCE = 500
"""Offers asked of the library at a time."""

LOOK_BACK = 20_000
"""Pictures not on this computer after which no older ones are looked for: it keeps about so many."""


class Undescribed:
    """Numbers of offers with the address of their picture."""

    def __init__(self, file: SeenLibrary) -> None:
        self._file = file
        self._wanted: dict[int, str] = {}
        self._older: list[tuple[int, str]] = []
        self._no_older = False
        self._missing: dict[str, set[int]] = {}
        self._passed: set[int] = set()

    def add(self, shown: Iterable[tuple[int, str]]) -> None:
        """These were just shown: they come first."""
        for number, url in shown:
            self._wanted.pop(number, None)
            self._wanted[number] = url

    def miss(self, number: int, url: str) -> None:
        """This picture is not on this computer."""
        self._missing.setdefault(url, set()).add(number)
        self._passed.add(number)

    def came(self, url: str) -> bool:
        """Now it is; tells whether it was missed."""
        numbers = self._missing.pop(url, set())
        self.add((number, url) for number in numbers)
        return bool(numbers)

    async def next(self, most: int) -> list[tuple[int, str]]:
        """The next so many; fewer only when there are no more. Raises StorageFailed."""
        batch = [self._wanted.popitem() for _ in range(min(most, len(self._wanted)))]
        self._older = [each for each in self._older if each not in batch]
        if not batch:
            if not self._older and not self._no_older:
                await self._look_back()
            batch, self._older = self._older[:most], self._older[most:]
        return batch

    async def _look_back(self) -> None:
        newest = await self._file.undescribed(ENGINE, len(self._passed) + AT_ONCE)
        self._older = [each for each in newest if each[0] not in self._passed]
        self._no_older = not self._older or len(self._passed) > LOOK_BACK
