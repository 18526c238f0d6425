"""Looking for goods by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.platform_switch import PlatformSwitch
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_controller import SearchController
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.services.search import Search
    from sourcing_desktop.tasks import TaskScope

PAUSE_MS = 600
SHORTEST_WHILE_TYPING = 2

HINT = "Type what you look for in your own language or in Chinese, and press Enter."


class KeywordPage(SearchPage):
    """A line of words, filters and results. Emits `search_requested` when there is something to look for."""

    search_requested = Signal()
    recommendations_requested = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.platform = PlatformSwitch()
        self.words = QLineEdit()
        self.words.setPlaceholderText("What are you looking for?  backpack · áo thun · 连衣裙")
        self.words.setAccessibleName("Words to search for")
        self.words.setClearButtonEnabled(True)
        self.button = QPushButton("Search")
        self.button.setProperty("kind", "primary")
        self.recommended = QPushButton("Recommended")
        self.recommended.setToolTip("Goods 1688 recommends to you")
        self.recommended.setIcon(icon("similar", theme.text))
        self.filters = FilterBar(theme)
        self.add_view(ResultsView(theme, loader, "search", HINT))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._typed_enough)

        top = QFrame()
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 12, 16, 4)
        row.setSpacing(8)
        row.addWidget(self.platform)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(self.recommended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.filters)
        column.addWidget(self.results, 1)

        self.words.textEdited.connect(self._pause.start)
        self.words.returnPressed.connect(self._now)
        self.button.clicked.connect(self._now)
        self.recommended.clicked.connect(self.recommendations_requested)
        self.platform.changed.connect(self._platform_changed)
        self.filters.changed.connect(self._now)

    def _typed_enough(self) -> None:
        if len(self.words.text().strip()) >= SHORTEST_WHILE_TYPING:
            self._now()

    def _platform_changed(self, platform: Platform) -> None:
        self.filters.set_platform(platform)
        self.recommended.setVisible(platform is Platform.ALIBABA)
        self._now()

    def _now(self) -> None:
        self._pause.stop()
        if self.words.text().strip():
            self.search_requested.emit()


class KeywordController(QObject):
    """Searches for what the page asks."""

    def __init__(self, page: KeywordPage, search: Search, scope: TaskScope) -> None:
        super().__init__(page)
        self._page = page
        self._search = search
        self._results = SearchController(page.results, scope, self)
        page.search_requested.connect(self.search)
        page.recommendations_requested.connect(self.recommend)
        if page.words.text().strip():
            self.search()  # typed while the program was starting, or before the account was changed
        else:
            self._results.forget()

    def search(self) -> None:
        """Search for the words with the filters as they are."""
        page = self._page
        filters = page.filters.filters()
        if filters is None:
            return
        query = KeywordQuery(page.platform.platform, page.words.text().strip(), filters)
        self._results.search(
            self._search.begin(query),
            f"Nothing found for “{query.keyword}”. Try fewer words, fewer filters, or search by picture.",
        )

    def recommend(self) -> None:
        """Show what 1688 recommends."""
        self._page.words.clear()
        self._results.search(self._search.recommendations(), "Nothing is recommended at the moment.")
