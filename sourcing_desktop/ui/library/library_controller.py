"""Joins the page of all that was seen to the library, which it reads in portions and never makes wait."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.seen import SeenKind, SeenOffer, SeenQuery
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.library import words
from sourcing_desktop.ui.library.forgetting import Forgetting
from sourcing_desktop.ui.library.library_page import LibraryPage
from sourcing_desktop.ui.library.picker import Choice, Picker
from sourcing_desktop.ui.notices import Toast

if TYPE_CHECKING:
    from sourcing_desktop.services.library import Library

FIRST = 200
"""Offers that are there at once; the numbers of all follow."""

PATIENCE_MS = 250
"""How long the cards of before stay before they say that others are being read."""


class LibraryController(QObject):
    """Shows what is wanted, reads cards as they come into sight, and keeps counts up to date. The cards never
    change by themselves while the buyer looks at them: what is seen meanwhile is told, and shown when wanted
    or when the page is come back to at its top."""

    def __init__(
        self,
        page: LibraryPage,
        library: Library,
        account_id: str,
        scope: TaskScope,
        keeping: TaskScope,
        toast: Toast,
    ) -> None:
        super().__init__(page)
        page.begin(account_id)
        self._page = page
        self._library = library
        self._scope = scope
        self._keeping = keeping
        self._forgetting = Forgetting(page, library, scope, keeping, toast, self)
        self._stale = True
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._say_reading)
        page.query_changed.connect(self.look)
        page.newest_wanted.connect(self.look)
        page.came.connect(self._come)
        page.found.retry_requested.connect(self.look)
        page.found.model.wanted.connect(self._read)
        page.menu.opening.connect(self._tell_cap)
        page.menu.remember_wanted.connect(self._remember)
        page.filters.seller.opening.connect(self._offer_sellers)
        page.filters.category.opening.connect(self._offer_categories)
        page.filters.found_by.opening.connect(self._offer_searches)
        library.changed.subscribe(self._changed)
        library.trouble.subscribe(page.found.banner.say)
        if page.isVisible():
            self._come()

    def keep(self) -> None:
        """Forget what the buyer has taken away: nobody can bring it back any more."""
        self._forgetting.keep()

    def look(self) -> None:
        """Show what words and filters ask for, unless the cards belong to a picture."""
        if not self._page.by_sight:
            self._stale = False
            self._patience.start()
            self._scope.replace(self._look(self._page.query()), name="library")

    def _say_reading(self) -> None:
        if not self._page.by_sight:
            self._page.show_reading()

    async def _look(self, query: SeenQuery) -> None:
        try:
            total, first = await self._library.first(query, FIRST)
            self._patience.stop()
            self._show(total, first)
            if total > len(first):
                self._show_numbers(await self._library.numbers(query))
        except SourcingError as error:
            self._patience.stop()
            self._stale = True
            self._page.found.show_failed(error.sentence)

    def _show(self, total: int, first: Sequence[SeenOffer]) -> None:
        if not self._page.by_sight:
            going = self._forgetting.going
            staying = [seen for seen in first if seen.number not in going]
            self._forgetting.settle()
            self._page.show_found(total - (len(first) - len(staying)), staying)

    def _show_numbers(self, numbers: array[int]) -> None:
        if not self._page.by_sight:
            going = self._forgetting.going
            staying = array("q", [each for each in numbers if each not in going]) if going else numbers
            self._page.found.model.take_numbers(staying)
            self._page.show_count()

    # Cards as they come into sight

    def _read(self) -> None:
        self._scope.start_once(self._read_wished, name="rows of the library")

    async def _read_wished(self) -> None:
        model = self._page.found.model
        while wished := model.wish():
            try:
                offers = await self._library.offers(wished)
            except SourcingError as error:
                self._page.found.show_failed(error.sentence)
                return
            model.take(wished, offers)

    # What changes meanwhile

    def _come(self) -> None:
        """The page is looked at: show what is new, unless the buyer had gone down in it."""
        if self._stale and self._page.at_top:
            self.look()
            self._tell_size()
        elif self._stale:
            self._changed(None)

    def _changed(self, _: None) -> None:
        self._stale = True
        if self._page.isVisible() and not self._page.by_sight:
            self._scope.start_once(self._count, name="what is newer")
            self._tell_size()

    async def _count(self) -> None:
        """Say how many offers came that are not shown."""
        try:
            total, _ = await self._library.first(self._page.query(), 0)
        except SourcingError:
            return  # whoever looks next is told
        if self._page.found.model.rowCount() == 0 and total:
            self.look()
        else:
            shown = self._page.found.model.rowCount() + len(self._forgetting.going)
            self._page.show_newer(total - shown)

    # What is kept

    def _tell_size(self) -> None:
        self._scope.start_once(self._size, name="size of the library")

    async def _size(self) -> None:
        try:
            held = await self._library.size()
            ordered, _ = await self._library.first(SeenQuery(kind=SeenKind.ORDERED), 0)
        except SourcingError:
            return  # the page says it already
        self._page.menu.show_size(held)
        self._page.show_remembering(self._library.remembering)
        self._page.filters.kind.count(
            {SeenKind.SEEN: held.offers, SeenKind.OPENED: held.opened, SeenKind.ORDERED: ordered}
        )

    def _tell_cap(self) -> None:
        self._scope.start_once(self._cap, name="cap of the library")

    async def _cap(self) -> None:
        try:
            self._page.menu.show_cap(await self._library.most_offers())
        except SourcingError as error:
            self._page.found.banner.say(error.sentence)

    def _remember(self, remembering: bool) -> None:
        if not self._keeping.closed:
            self._keeping.start(self._set_remembering(remembering), name="remember")

    async def _set_remembering(self, remembering: bool) -> None:
        try:
            await self._library.remember(remembering)
        except SourcingError as error:
            self._page.found.banner.say(error.sentence)
        self._page.show_remembering(self._library.remembering)

    # What can be chosen by

    def _offer_sellers(self) -> None:
        self._offer(self._page.filters.seller, self._sellers)

    def _offer_categories(self) -> None:
        self._offer(self._page.filters.category, self._categories)

    def _offer_searches(self) -> None:
        self._offer(self._page.filters.found_by, self._searches)

    def _offer(self, picker: Picker, choices) -> None:
        self._scope.start_once(lambda: self._fill(picker, choices), name="choices of the library")

    async def _fill(self, picker: Picker, choices) -> None:
        try:
            picker.offer(await choices())
        except SourcingError as error:
            self._page.found.banner.say(error.sentence)

    async def _sellers(self) -> list[Choice]:
        return [
            Choice(name, " · ".join((name, formats.offers(count))))
            for name, count in await self._library.sellers()
        ]

    async def _categories(self) -> list[Choice]:
        named = [
            (category_id, self._page.filters.category_name(category_id), count)
            for category_id, count in await self._library.categories()
        ]
        return [Choice(key, " · ".join((name, formats.offers(count)))) for key, name, count in named]

    async def _searches(self) -> list[Choice]:
        return [
            Choice(search, " · ".join((words.found_by(search), formats.offers(count), words.last(last))))
            for search, count, last in await self._library.searches()
        ]
