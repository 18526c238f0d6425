"""Everything the buyer has seen, found again without a network."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.theme import Theme

HINT = tr("Nothing here yet. Every offer you are shown stays here, also without a network.")


class LibraryPage(SearchPage):
    """Cards of what was seen."""

    def __init__(
        self, theme: Theme, loader: PictureLoader, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.add_view(ResultsView(theme, loader, "library", HINT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.results)
