"""The offers a buyer puts aside, with a note on each. Needs no gateway: it works without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Set
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.shortlist import Shortlisted
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.storage.shortlist import ShortlistRows

Known = dict[OfferRef, Shortlisted]
Edit = Callable[[Known], Known]


class Shortlist:
    """The shortlist of an account. `entries` is the last state, the newest first; `changed` tells each new
    one. A change shows at once and is taken back when it cannot be stored, which raises StorageFailed."""

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

    async def read_once(self) -> None:
        """Read the list unless that has been done."""
        async with self._turn:
            await self._read()
        self._show()

    async def add(self, offers: Iterable[Offer]) -> None:
        """Put offers on the list, in this order at its top. One that is on it already is kept as it looks
        now, with its place and its note."""
        now = datetime.now(UTC)
        fresh: Known = {}
        for place, offer in enumerate(offers):
            new = Shortlisted(offer, now - timedelta(microseconds=place))
            fresh[offer.ref] = replace(self._shown.get(offer.ref, new), offer=offer)

        async def write() -> None:
            fresh.update((entry.offer.ref, entry) for entry in await self._rows.put(fresh.values()))

        await self._change(lambda known: known | fresh, write)

    async def remove(self, refs: Iterable[OfferRef]) -> tuple[Shortlisted, ...]:
        """Take offers off the list and return them, so that they can be restored."""
        gone = {ref: self._shown[ref] for ref in refs if ref in self._shown}

        def without(known: Known) -> Known:
            left = dict(known)
            for ref in gone:
                left.pop(ref, None)
            return left

        await self._change(without, lambda: self._rows.remove(gone))
        return tuple(gone.values())

    async def restore(self, gone: Iterable[Shortlisted]) -> None:
        """Undo a removal. What is on the list again by other means stays as it is."""
        back = {entry.offer.ref: entry for entry in gone}

        async def write() -> None:
            missing = [entry for ref, entry in back.items() if ref not in (self._stored or {})]
            back.update((entry.offer.ref, entry) for entry in await self._rows.put(missing))

        await self._change(lambda known: back | known, write)

    async def set_note(self, ref: OfferRef, note: str) -> None:
        """Write what the buyer thinks of an offer on the list."""

        def noted(known: Known) -> Known:
            return known | {ref: replace(known[ref], note=note)} if ref in known else known

        await self._change(noted, lambda: self._rows.set_note(ref, note))

    async def _change(self, edit: Edit, write: Callable[[], Awaitable[None]]) -> None:
        """Changes are stored one after the other, in the order they were asked for."""
        self._under_way.append(edit)
        self._show()
        try:
            async with self._turn:
                stored = await self._read()
                await write()
                self._stored = edit(stored)
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
