"""What can be done with the selected offers, as a menu at a card. Every entry that decides something has a
twin among the commands."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.actions import shortcut
from sourcing_desktop.ui.grid.carrying import link
from sourcing_desktop.ui.grid.offer_grid import OfferGrid

MOST_PAGES = 10
"""More pages than that are not opened at once."""


class OfferMenu(QMenu):
    """For the offer it was asked at and those selected with it. Shown with `popup`; deletes itself then."""

    def __init__(self, grid: OfferGrid, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        row = grid.currentIndex().row()
        self._offers = grid.selected_offers()
        self.addAction("Open\tEnter", lambda: grid.opened.emit(offer))
        self.addAction("Quick look\tSpace", lambda: grid.quick_look_wanted.emit(row))
        self.addSeparator()
        listed = all(grid.is_shortlisted(each) for each in self._offers)
        those = self._those("offers")
        deed = f"Remove{those} from shortlist" if listed else f"Shortlist{those}"
        self.addAction(f"{deed}\t{shortcut('shortlist')}", lambda: grid.shortlist_toggled.emit(self._offers))
        self.addAction(f"Find similar\t{shortcut('similar')}", lambda: grid.similar_wanted.emit(offer))
        shop = self.addAction(f"More of this shop\t{shortcut('shop')}", lambda: grid.shop_wanted.emit(offer))
        shop.setEnabled(not formats.shop_problem(offer))
        shop.setToolTip(formats.shop_problem(offer))
        self.addSeparator()
        self.addAction(f"Copy{self._those('links') or ' link'}", self._copy_links)
        self.addAction(f"Copy{self._those('Chinese titles') or ' Chinese title'}", self._copy_titles)
        pages = self.addAction(f"Open{self._those('pages') or ' page'} in the browser", self._open_pages)
        pages.setEnabled(0 < len(self._pages()) <= MOST_PAGES)
        self.aboutToHide.connect(self.deleteLater)

    def _those(self, what: str) -> str:
        """` 5 offers`; nothing where it is one."""
        return f" {len(self._offers):,} {what}" if len(self._offers) > 1 else ""

    def _pages(self) -> list[str]:
        return [offer.ref.page for offer in self._offers if offer.ref.page]

    def _open_pages(self) -> None:
        for page in self._pages():
            QDesktopServices.openUrl(QUrl(page))

    def _copy_links(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(link(offer) for offer in self._offers))

    def _copy_titles(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(offer.title.original for offer in self._offers))
