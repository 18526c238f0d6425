"""Runs one results area: begins searches, asks for the next page near the end, and drops what is stale."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.search import Page
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui.search.results_view import ResultsView

if TYPE_CHECKING:
    from sourcing_desktop.services.search import SearchSession
    from sourcing_desktop.tasks import TaskScope


class SearchController(QObject):
    """Turns a search session into cards. `page_arrived` carries each first page, for what a page tells
    besides its offers."""

    page_arrived = Signal(object)

    def __init__(self, view: ResultsView, scope: TaskScope, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._scope = scope
        self._session: SearchSession | None = None
        self._nothing_found = ""
        self._steps: tuple[tuple[str, Callable[[], object]], ...] = ()
        self._total: int | None = None
        self._name = f"search {id(self)}"
        view.near_end.connect(self._more)
        view.retry_requested.connect(self.retry)

    @property
    def begun(self) -> bool:
        """Whether something was searched for."""
        return self._session is not None

    def search(
        self, session: SearchSession, nothing_found: str, *steps: tuple[str, Callable[[], object]]
    ) -> None:
        """Begin a session in place of the running one. `nothing_found` is said when it finds nothing, with
        `steps` as buttons for what may find something. Without an account that is open nothing begins."""
        if self._scope.closed:
            return
        self._session = session
        self._nothing_found = nothing_found
        self._steps = steps
        self._view.show_loading()
        self._scope.replace(self._first_page(session), name=self._name)

    def retry(self) -> None:
        """Ask again for the page that failed."""
        if self._session is None:
            return
        if self._view.model.rowCount():
            self._more()
        else:
            self.search(self._session, self._nothing_found, *self._steps)

    def forget(self) -> None:
        """Back to the hint, as before the first search."""
        self._scope.cancel(self._name)
        self._session = None
        self._view.banner.hide()
        self._view.model.reset(())
        self._view.show_hint()

    async def _first_page(self, session: SearchSession) -> None:
        try:
            page = await self._bring(session)
        except SourcingError as error:
            if session is self._session:
                self._view.model.reset(())
                self._view.show_failed(error.sentence)
            return
        if session is not self._session:
            return
        self._total = page.total
        self._view.model.reset(page.offers)
        session.shown(page)
        if page.offers:
            self._view.grid.scrollToTop()
            self._view.show_results()
            self._count(session)
        else:
            self._view.show_none(self._nothing_found, *self._steps)
        self.page_arrived.emit(page)

    def _more(self) -> None:
        session = self._session
        if session is not None and not session.ended and self._view.model.rowCount():
            self._scope.start_once(lambda: self._next_page(session), name=self._name)

    async def _next_page(self, session: SearchSession) -> None:
        self._view.grid.set_loading(True)
        try:
            page = await self._bring(session)
        except SourcingError as error:
            if session is self._session:
                self._view.show_failed(error.sentence)
            return
        if session is self._session:
            self._view.model.append(page.offers)
            session.shown(page)
            self._view.show_results()
            self._count(session)

    async def _bring(self, session: SearchSession) -> Page:
        """The next offers. While none fits, the number of those left out grows before the eyes; another
        search ends this one."""
        page: Page = await session.next_page()
        while not page.offers and not session.ended:
            self._view.count.setText(_with_left_out(tr("Searching…"), session))
            page = await session.next_page()
        return page

    def _count(self, session: SearchSession) -> None:
        shown = self._view.model.rowCount()
        if session.ended:
            text = trn("{count} offer", "{count} offers", shown)
        elif self._total and self._total > shown:
            text = tr("{shown} of about {total} offers", shown=f"{shown:,}", total=f"{self._total:,}")
        else:
            text = trn("{count} offer so far", "{count} offers so far", shown)
        self._view.count.setText(_with_left_out(text, session))


def _with_left_out(text: str, session: SearchSession) -> str:
    """The text, and how many offers the program left out because the gateway cannot."""
    if not session.left_out:
        return text
    left_out = trn(
        "{count} offer outside the price range left out",
        "{count} offers outside the price range left out",
        session.left_out,
    )
    return " · ".join((text, left_out))
