"""What can be done with an offer, as a menu at its card. Every entry has a twin elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from sourcing_desktop.domain.offer import Offer, Platform


class OfferMenu(QMenu):
    """Shown with `popup`; deletes itself afterwards."""

    open_chosen = Signal()
    similar_chosen = Signal()
    shop_chosen = Signal()

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer = offer
        self.addAction("Open", self.open_chosen.emit)
        self.addAction("Find similar", self.similar_chosen.emit)
        shop = self.addAction("More of this shop", self.shop_chosen.emit)
        shop.setEnabled(offer.ref.platform is Platform.ALIBABA)
        self.addSeparator()
        page = self.addAction("Open page in the browser", self._open_page)
        page.setEnabled(bool(offer.ref.page))
        self.addAction("Copy Chinese title", self._copy_title)
        self.aboutToHide.connect(self.deleteLater)

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._offer.ref.page))

    def _copy_title(self) -> None:
        QGuiApplication.clipboard().setText(self._offer.title.original)
