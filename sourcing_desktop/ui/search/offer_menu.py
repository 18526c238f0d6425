"""What can be done with the selected offers, as a menu at a card. Every entry that decides something has a
twin among the commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPersistentModelIndex, QUrl, SignalInstance
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats, seen_words
from sourcing_desktop.ui.actions import keys
from sourcing_desktop.ui.grid.carrying import link
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.picture_menu import find_in_library, source_of
from sourcing_desktop.ui.plain_tip import plain_tip

MOST_PAGES = 10
"""More pages than that are not opened at once."""


class OfferMenu(QMenu):
    """For the offer the keyboard is at and those selected with it. Deletes itself when it hides."""

    def __init__(self, grid: OfferGrid, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._grid = grid
        self._place = QPersistentModelIndex(grid.currentIndex())  # the rows may change while it is open
        self._offers = grid.chosen_offers()
        self._selected = grid.selected_count()
        self.addAction(_with_keys(tr("Open"), "open"), lambda: grid.opened.emit(offer))
        apart = _with_keys(tr("Open in a new tab"), "open apart")
        self.addAction(apart, lambda: grid.opened_apart.emit(offer))
        self.addAction(_with_keys(tr("Quick look"), "quick look"), self._look)
        self.addSeparator()
        listed = all(grid.is_shortlisted(each) for each in self._offers)
        taken, selected = len(self._offers), self._selected
        those = formats.some_offers(taken, selected) if taken > 1 else ""
        self.addAction(_with_keys(formats.shortlist_deed(listed, those), "shortlist"), self._shortlist)
        similar = _with_keys(tr("Find similar"), "similar")
        self._add(similar, formats.similar_problem(offer), grid.similar_wanted, offer)
        kept = self.addAction(_with_keys(tr("Find in your library"), "kept similar"))
        kept.triggered.connect(lambda: find_in_library(grid, source_of(offer)))
        kept.setEnabled(not formats.similar_problem(offer))
        kept.setToolTip(formats.similar_problem(offer))
        if (mark := grid.seen_marks.of(offer)) is not None:
            earlier = self.addAction(tr("Show what was seen before"))
            earlier.triggered.connect(lambda: grid.earlier_wanted.emit(offer, mark))
            earlier.setToolTip(plain_tip(seen_words.sentence(mark)))
        shop = _with_keys(tr("More of this shop"), "shop")
        self._add(shop, formats.shop_problem(offer), grid.shop_wanted, offer)
        self.addSeparator()
        some = formats.some_of(taken, selected)
        links = tr("Copy link") if taken == 1 else tr("Copy {some} links", some=some)
        self.addAction(links, lambda: self._copy(link))
        titles = trn("Copy Chinese title", "Copy {some} Chinese titles", taken, some=some)
        self.addAction(titles, lambda: self._copy(lambda offer: offer.title.original))
        few = selected <= MOST_PAGES
        self._pages = [offer.ref.page for offer in self._offers if offer.ref.page] if few else []
        text = trn("Open page in the browser", "Open {count} pages in the browser", max(taken, selected))
        pages = self.addAction(text, self._open_pages)
        pages.setEnabled(bool(self._pages))
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, text: str, problem: str, signal: SignalInstance, offer: Offer) -> None:
        """An entry that asks for something, unless there is a problem with that."""
        action = self.addAction(text, lambda: signal.emit(offer))
        action.setEnabled(not problem)
        action.setToolTip(problem)

    def _look(self) -> None:
        if self._place.isValid():
            self._grid.quick_look_wanted.emit(self._place.row())

    def _shortlist(self) -> None:
        self._grid.say_taken(len(self._offers), self._selected)
        self._grid.shortlist_toggled.emit(self._offers)

    def _open_pages(self) -> None:
        for page in self._pages:
            QDesktopServices.openUrl(QUrl(page))

    def _copy(self, what: Callable[[Offer], str]) -> None:
        self._grid.say_taken(len(self._offers), self._selected)
        QGuiApplication.clipboard().setText("\n".join(map(what, self._offers)))


def _with_keys(text: str, command: str) -> str:
    return f"{text}\t{keys(command)}"
