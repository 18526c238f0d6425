"""A page of the window's tabs that shows offers: in one results area, or in several that come and go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sourcing_desktop.ui.search.results_view import ResultsView


class SearchPage(QWidget):
    """Emits `view_made` with each results area, so that whoever knows what to do with offers learns of it."""

    view_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: list[ResultsView] = []

    @property
    def results(self) -> ResultsView:
        """The results area in front."""
        return self._front()

    def views(self) -> list[ResultsView]:
        """All results areas there are now."""
        return list(self._views)

    def add_view(self, view: ResultsView) -> ResultsView:
        """Take care of a results area until it is deleted."""
        self._views.append(view)
        view.destroyed.connect(lambda: self._views.remove(view))
        self.view_made.emit(view)
        return view

    def words_field(self) -> QLineEdit | None:
        """Where the buyer types on this page; None where there is no such place."""
        return None

    def _front(self) -> ResultsView:
        """For pages with several: the one the buyer looks at."""
        return self._views[0]
