"""The offers a buyer puts aside, with a note on each. Needs no gateway: it works without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Set
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.shortlist import Shortlisted
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.storage.shortlist import ShortlistRows

T = TypeVar("T")
Known = dict[OfferRef, Shortlisted]
Edit = Callable[[Known], Known]
Storing = Coroutine[Any, Any, T]
"""What a change returns: to be awaited until it is stored. Raises StorageFailed."""


class Shortlist:
    """The shortlist of an account. `entries` is the last state, the newest first; `changed` tells each new
    one. A change shows when it is called for, so that the next knows of it, and is taken back when it
    cannot be stored."""

    def __init__(self, rows: ShortlistRows) -> None:
        self._rows = rows
        self._turn = asyncio.Lock()
        self._stored: Known | None = None
        self._under_way: list[Edit] = []
        self._shown: Known = {}
        self.entries: tuple[Shortlisted, ...] = ()
        self.changed: Changes[tuple[Shortlisted, ...]] = Changes()

    @property
    def refs(self) -> Set[OfferRef]:
        """Which offers are on the list."""
        return self._shown.keys()

    @property
    def is_read(self) -> bool:
        """Whether all that is on it is known."""
        return self._stored is not None

    async def read_once(self) -> None:
        """Read the list unless that has been done."""
        async with self._turn:
            await self._read()
        self._show()

    def add(self, offers: Iterable[Offer]) -> Storing[None]:
        """Put offers on the list, in this order at its top. One that is on it already is kept as it looks
        now, with its place and its note."""
        now = datetime.now(UTC)
        fresh: Known = {}
        for place, shown in enumerate(offers):
            offer = replace(shown, place=None)  # that of the hot list it was found in
            new = Shortlisted(offer, now - timedelta(microseconds=place))
            fresh[offer.ref] = replace(self._shown.get(offer.ref, new), offer=offer)

        async def write() -> None:
            fresh.update((entry.offer.ref, entry) for entry in await self._rows.put(fresh.values()))

        return self._change(lambda known: known | fresh, write)

    def remove(self, refs: Iterable[OfferRef]) -> Storing[tuple[Shortlisted, ...]]:
        """Take offers off the list and return them, so that they can be restored."""
        gone = {ref: self._shown[ref] for ref in refs if ref in self._shown}

        def without(known: Known) -> Known:
            left = dict(known)
            for ref in gone:
                left.pop(ref, None)
            return left

        async def write() -> tuple[Shortlisted, ...]:
            await self._rows.remove(gone)
            return tuple(gone.values())

        return self._change(without, write)

    def restore(self, gone: Iterable[Shortlisted]) -> Storing[None]:
        """Undo a removal. What is on the list again by other means stays as it is."""
        back = {entry.offer.ref: entry for entry in gone}

        async def write() -> None:
            missing = [entry for ref, entry in back.items() if ref not in (self._stored or {})]
            back.update((entry.offer.ref, entry) for entry in await self._rows.put(missing))

        return self._change(lambda known: back | known, write)

    def set_note(self, ref: OfferRef, note: str) -> Storing[None]:
        """Write what the buyer thinks of an offer on the list."""

        def noted(known: Known) -> Known:
            return known | {ref: replace(known[ref], note=note)} if ref in known else known

        return self._change(noted, lambda: self._rows.set_note(ref, note))

    def _change(self, edit: Edit, write: Callable[[], Awaitable[T]]) -> Storing[T]:
        self._under_way.append(edit)
        self._show()
        return self._store(edit, write)

    async def _store(self, edit: Edit, write: Callable[[], Awaitable[T]]) -> T:
        """Changes are stored one after the other, in the order they are awaited."""
        try:
            async with self._turn:
                stored = await self._read()
                outcome = await write()
                self._stored = edit(stored)
                return outcome
        finally:
            self._under_way.remove(edit)
            self._show()

    async def _read(self) -> Known:
        if self._stored is None:
            self._stored = {entry.offer.ref: entry for entry in await self._rows.all()}
        return self._stored

    def _show(self) -> None:
        """What is stored, with the changes under way."""
        shown = self._stored or {}
        for edit in self._under_way:
            shown = edit(shown)
        entries = tuple(sorted(shown.values(), key=lambda entry: entry.added_at, reverse=True))
        self._shown = shown
        if entries != self.entries:
            self.entries = entries
            self.changed.tell(entries)
