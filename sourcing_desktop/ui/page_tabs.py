"""The tabs in the middle of the window. A page is made when it is first needed. The one last in front is so
again, and cards are as large as they were left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QSettings, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.theme import Theme

TABS = {
    "keyword": (tr("Keyword"), "search"),
    "image": (tr("Image"), "image"),
    "store": (tr("Store"), "store"),
    "discover": (tr("Discover"), "compass"),
    "shortlist": (tr("Shortlist"), "heart"),
    "library": (tr("Library"), "library"),
}
"""The pages as they are called here, as the buyer knows them, and their icons."""

NAMES = tuple(TABS)

P = TypeVar("P", bound=SearchPage)


class PageTabs(QTabWidget):
    """Emits `view_made` with every results area of every page."""

    view_made = Signal(object)

    def __init__(self, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._pages: dict[str, SearchPage] = {}
        self.setDocumentMode(True)
        self.setIconSize(QSize(16, 16))
        self.tabBar().setProperty("role", "pages")
        self.setUsesScrollButtons(False)  # where there is little room all are seen, with shorter words
        self.setElideMode(Qt.TextElideMode.ElideRight)
        for title, sign in TABS.values():
            self.addTab(QWidget(), icon(sign, theme.text), title)
        last = settings.value("page")
        self.setCurrentIndex(NAMES.index(last) if last in NAMES else 0)
        self.currentChanged.connect(lambda place: settings.setValue("page", NAMES[place]))

    def fill(self, name: str, page: P) -> P:
        """Put a page where its tab waits for it, and return it."""
        place, front = NAMES.index(name), self.currentIndex()
        waiting = self.widget(place)
        with QSignalBlocker(self):  # nothing changes for who looks
            self.insertTab(place, page, self.tabIcon(place), self.tabText(place))
            self.removeTab(place + 1)
            self.setCurrentIndex(front)
        if waiting is not None:
            waiting.deleteLater()
        self._pages[name] = page
        for view in page.views():
            self._adopt(name, view)
        page.view_made.connect(lambda view: self._adopt(name, view))
        return page

    def count_on(self, name: str, count: int) -> None:
        """Say on a tab how many offers its page has."""
        title = TABS[name][0]
        self.setTabText(NAMES.index(name), f"{title} {count:,}" if count else title)

    @property
    def front_name(self) -> str:
        """What the page the buyer looks at is called here."""
        return NAMES[self.currentIndex()]

    @property
    def front(self) -> SearchPage | None:
        """The page the buyer looks at; None while it is not made."""
        return self._pages.get(self.front_name)

    @property
    def pages(self) -> Mapping[str, SearchPage]:
        """The pages somebody has needed."""
        return self._pages

    def views(self) -> list[ResultsView]:
        """The results areas of all of them."""
        return [view for page in self._pages.values() for view in page.views()]

    def _adopt(self, name: str, view: ResultsView) -> None:
        key = f"cards/{name.capitalize()}"
        if width := int(self._settings.value(key, 0, int)):  # type: ignore[call-overload]
            view.size_slider.setValue(width)
        view.size_slider.valueChanged.connect(lambda width: self._settings.setValue(key, width))
        self.view_made.emit(view)
