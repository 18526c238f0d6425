"""Takes offers out of the library: a few at once with a way back, many only when the buyer has agreed."""

from __future__ import annotations

from array import array
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.seen import SeenQuery
from sourcing_desktop.language import tr, trn
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.dialogs import answer
from sourcing_desktop.ui.library import words
from sourcing_desktop.ui.library.date_range import DateRange
from sourcing_desktop.ui.library.forget_sheet import ForgetSheet
from sourcing_desktop.ui.library.library_page import LibraryPage
from sourcing_desktop.ui.library.period import midnight
from sourcing_desktop.ui.notices import UNDO_SECONDS, Toast

if TYPE_CHECKING:
    from sourcing_desktop.services.library import Library

A_FEW = 100
"""Offers that go without a question, because they can be brought back."""

STAYS = tr("Your shortlist, your cart and your orders stay as they are. This cannot be undone.")
AMOUNT = "amount"
NOTHING_THEN = tr("Nothing was seen then.")


class Forgetting(QObject):
    """What the buyer takes away stays in the file until the way back is gone: `going` are the numbers of it.
    Then, or when the session ends, it is forgotten. What the buyer agreed to goes on in `keeping`, whatever
    is asked next."""

    def __init__(
        self,
        page: LibraryPage,
        library: Library,
        scope: TaskScope,
        keeping: TaskScope,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._library = library
        self._scope = scope
        self._keeping = keeping
        self._toast = toast
        self.going: set[int] = set()
        self._gone: list[tuple[int, array[int]]] = []
        self._later = QTimer(self, singleShot=True, interval=UNDO_SECONDS * 1000)
        # Its own methods only: the page is the next account's, too, and would call a lambda for ever.
        self._later.timeout.connect(self._keep_later)
        page.found.forget_wanted.connect(self.forget_chosen)
        page.menu.forget_search_wanted.connect(self._search_wanted)
        page.menu.forget_period_wanted.connect(self._period_wanted)
        page.menu.forget_all_wanted.connect(self._all_wanted)
        page.menu.cap_wanted.connect(self._cap_wanted)

    # A few, with a way back

    def forget_chosen(self) -> None:
        """Forget the selected offers; else the one the keyboard is at."""
        grid, model = self._page.found.grid, self._page.found.model
        count = grid.selected_count()
        rows = list(grid.selected_rows()) if count else grid.chosen_rows()
        numbers = model.numbers_at(rows)
        if len(numbers) > A_FEW:
            self._ask(lambda: self._ask_chosen(numbers))
        elif numbers:
            self.keep()
            self._gone = model.remove(rows)
            self.going = set(numbers)
            self._page.show_count()
            self._later.start()
            said = trn("Forgot an offer", "Forgot {count} offers", len(numbers))
            self._toast.say(said, self._put_back)

    def keep(self) -> None:
        """Forget now what was taken away and was not brought back."""
        self._later.stop()
        going, self.going, self._gone = [*self.going], set(), []
        if going:
            self._go_on(lambda: self._library.forget(going))

    def settle(self) -> None:
        """Other offers are shown now: what was taken away cannot be put back among them."""
        self._gone = []

    def _keep_later(self) -> None:
        """Not while the toast stays because the mouse is on it."""
        if self._toast.offers(self._put_back):
            self._later.start()
        else:
            self.keep()

    def _put_back(self) -> None:
        self._later.stop()
        gone, self._gone, self.going = self._gone, [], set()
        if gone:
            self._page.found.model.put_back(gone)
            self._page.show_count()
        else:
            self._page.query_changed.emit()

    # Many, after a question

    def _search_wanted(self) -> None:
        self._ask(self._ask_search)

    def _period_wanted(self) -> None:
        self._ask(self._ask_period)

    def _all_wanted(self) -> None:
        self._ask(self._ask_all)

    def _cap_wanted(self, most: int) -> None:
        self._ask(lambda: self._ask_cap(most))

    async def _ask_chosen(self, numbers: Sequence[int]) -> None:
        sheet = ForgetSheet(tr("Forget {offers}?", offers=formats.offers(len(numbers))), self._page.window())
        sheet.tell(await self._amount(len(numbers)), ready=True)
        if await self._agreed(sheet):
            self._forget(lambda: self._library.forget(numbers))

    async def _ask_search(self) -> None:
        searches = await self._library.searches()
        box = ChoiceBox(tr("The search"))
        for search, count, last in searches:
            box.addItem(" · ".join((words.found_by(search), formats.offers(count), words.last(last))))
        known = [search for search, _, _ in searches]
        if self._page.filters.chosen.found_by in known:
            box.setCurrentIndex(known.index(self._page.filters.chosen.found_by))
        sheet = ForgetSheet(tr("Forget what a search found"), self._page.window(), box)

        async def tell() -> None:
            count = searches[box.currentIndex()][1]
            stays = tr("What other searches found, too, stays.")
            sheet.tell(f"{await self._amount(count)} {stays}", ready=True)

        if searches:
            box.currentIndexChanged.connect(lambda: self._ask(tell, AMOUNT))
            await tell()
        else:
            sheet.tell(tr("No search has found anything yet."), ready=False)
        if await self._agreed(sheet):
            search = known[box.currentIndex()]
            self._page.filters.drop_search(search)
            self._forget(lambda: self._library.forget_search(search))

    async def _ask_period(self) -> None:
        days = DateRange(self._page.theme)
        sheet = ForgetSheet(tr("Forget a period"), self._page.window(), days)

        def bounds() -> tuple[datetime, datetime]:
            first, last = days.days()
            return midnight(first), midnight(last + timedelta(days=1))

        async def tell() -> None:
            since, until = bounds()
            count, _ = await self._library.first(SeenQuery(since=since, until=until), 0)
            stays = tr("What was seen at another time, too, stays.")
            sheet.tell(f"{await self._amount(count)} {stays}" if count else NOTHING_THEN, ready=count > 0)

        days.changed.connect(lambda: self._ask(tell, AMOUNT))
        await tell()
        if await self._agreed(sheet):
            since, until = bounds()
            self._forget(lambda: self._library.forget_period(since, until))

    async def _ask_all(self) -> None:
        sheet = ForgetSheet(tr("Forget everything you have seen?"), self._page.window())
        held = await self._library.size()
        told = tr("{size} with their prices, details and history will be gone.", size=words.size(held))
        sheet.tell(f"{told} {STAYS}", ready=True)
        if await self._agreed(sheet):
            self._page.filters.reset()
            self._forget(self._library.forget_all)

    async def _ask_cap(self, most: int) -> None:
        """Less than there is takes a question; more takes none."""
        held = await self._library.size()
        if held.offers > most:
            sheet = ForgetSheet(
                tr("Keep {offers} at most?", offers=formats.offers(most)), self._page.window()
            )
            told = tr(
                "{offers} that were seen longest ago will be forgotten, but none that was opened, ordered or"
                " put on the shortlist.",
                offers=formats.offers(held.offers - most),
            )
            sheet.tell(told, ready=True)
            if not await self._agreed(sheet):
                self._page.menu.show_cap(await self._library.most_offers())
                return
        self._go_on(lambda: self._set_cap(most))

    async def _set_cap(self, most: int) -> None:
        await self._library.set_most_offers(most)
        self._page.menu.show_cap(most)
        self._page.query_changed.emit()

    async def _amount(self, count: int) -> str:
        """How much would go, in offers and in room on the disk."""
        held = await self._library.size()
        share = held.bytes * count // max(held.offers, count, 1)
        return tr("Up to {offers}, about {room}.", offers=formats.offers(count), room=words.room(share))

    def _forget(self, forget: Callable[[], Awaitable[array[int]]]) -> None:
        async def work() -> None:
            gone = await forget()
            self._toast.say(trn("Forgot an offer", "Forgot {count} offers", len(gone)))
            self._page.query_changed.emit()

        self._toast.say(tr("Forgetting…"))  # a million take a while
        self._go_on(work)

    async def _agreed(self, sheet: ForgetSheet) -> bool:
        try:
            return await answer(sheet)
        finally:
            self._scope.cancel(AMOUNT)
            sheet.deleteLater()

    def _ask(self, question: Callable[[], Coroutine[Any, Any, None]], name: str = "forgetting") -> None:
        self.keep()
        self._scope.replace(self._do(question), name=name)

    def _go_on(self, work: Callable[[], Awaitable[object]]) -> None:
        if not self._keeping.closed:
            self._keeping.start(self._do(work), name="forget")

    async def _do(self, work: Callable[[], Awaitable[object]]) -> None:
        """Where the file does not let anything be forgotten, say why."""
        try:
            await work()
        except SourcingError as error:
            self._page.found.banner.say(error.sentence)
