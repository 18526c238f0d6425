"""Joins the heart on every card, and the tab of what was put aside, to the shortlist."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.shortlist import Shortlisted
from sourcing_desktop.language import trn
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.offer_cards import OfferCards
from sourcing_desktop.ui.shortlist.shortlist_page import ShortlistPage

if TYPE_CHECKING:
    from sourcing_desktop.services.shortlist import Shortlist


class ShortlistController(QObject):
    """Puts offers on the list and takes them off it, and keeps the page and the marks of all grids up to
    date. What is in `keeping` is let finish: what the buyer wrote last shall be stored, too."""

    def __init__(
        self,
        page: ShortlistPage,
        shortlist: Shortlist,
        cards: OfferCards,
        scope: TaskScope,
        keeping: TaskScope,
        toast: Toast,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._shortlist = shortlist
        self._cards = cards
        self._scope = scope
        self._keeping = keeping
        self._toast = toast
        self._gone: list[Shortlisted] = []
        self._unkept: dict[OfferRef, str] = {}
        self._show(shortlist.entries)
        shortlist.changed.subscribe(self._show)
        page.results.retry_requested.connect(self.read)
        page.remove_requested.connect(self.remove)
        page.note_written.connect(self._keep_note)
        cards.shortlist_toggled.connect(self.toggle)

    def read(self) -> None:
        """Show what is on the list."""
        self._page.show_loading()
        self._scope.start_once(self._read, name="shortlist")

    def toggle(self, offers: Sequence[Offer]) -> None:
        """Put the offers on the list; take them off it when all of them are on it."""
        if all(offer.ref in self._shortlist.refs for offer in offers):
            self.remove(offers)
        else:
            self._begin(lambda: self._shortlist.add(offers), self._toast.say)

    def remove(self, offers: Sequence[Offer]) -> None:
        """Take the offers off the list, with a way back."""
        self._page.save_note()
        if offers:
            refs = [offer.ref for offer in offers]
            self._begin(lambda: self._removed(self._shortlist.remove(refs)), self._toast.say)

    async def _read(self) -> None:
        try:
            await self._shortlist.read_once()
        except SourcingError as error:
            self._page.show_failed(error.sentence)
        else:
            self._show(self._shortlist.entries)

    async def _removed(self, removal: Awaitable[Sequence[Shortlisted]]) -> None:
        """One way back for all that goes while it stands, but for what is on the list again already."""
        gone = await removal
        before = self._gone if self._toast.offers(self._restore) else []
        together = {entry.offer.ref: entry for entry in (*before, *gone)}
        self._gone = [entry for ref, entry in together.items() if ref not in self._shortlist.refs]
        if gone and self._gone:
            took = trn(
                "Took an offer off the shortlist", "Took {count} offers off the shortlist", len(self._gone)
            )
            self._toast.say(took, self._restore)

    def _restore(self) -> None:
        gone = self._gone
        self._begin(lambda: self._shortlist.restore(gone), self._toast.say)

    def _keep_note(self, ref: OfferRef, note: str) -> None:
        def failed(sentence: str) -> None:
            self._unkept[ref] = note
            self._page.results.banner.say(sentence, self._keep_unkept)

        self._begin(lambda: self._note(ref, note), failed)

    async def _note(self, ref: OfferRef, note: str) -> None:
        """Not at once: a note is written when the page turns to another offer, perhaps in the middle of
        following a change, and must not follow the next one meanwhile."""
        await self._shortlist.set_note(ref, note)
        if self._unkept.pop(ref, None) is not None and not self._unkept:
            self._page.results.banner.withdraw()

    def _keep_unkept(self) -> None:
        """Try again with every note that could not be stored."""
        for ref, note in self._unkept.items():
            self._keep_note(ref, note)

    def _show(self, entries: Sequence[Shortlisted]) -> None:
        self._page.show_entries(entries)
        self._cards.set_shortlisted(self._shortlist.refs)

    def _begin(self, work: Callable[[], Coroutine[Any, Any, None]], failed: Callable[[str], object]) -> None:
        """Show it now and store it, unless the session is over; `failed` is told why it cannot be stored."""
        if not self._keeping.closed:
            self._keeping.start(_told(work(), failed), name="shortlist")


async def _told(work: Coroutine[Any, Any, None], failed: Callable[[str], object]) -> None:
    try:
        await work
    except SourcingError as error:
        failed(error.sentence)
