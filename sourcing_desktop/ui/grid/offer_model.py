"""The offers of a grid, as Qt's item views and screen readers want them. Fetches nothing by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, QUrl

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.ui import formats

OFFER = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class OfferModel(QAbstractListModel):
    """A list that is replaced as a whole or grows at its end."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self.dimmed = False

    def reset(self, offers: Sequence[Offer]) -> None:
        """Show other offers."""
        self.beginResetModel()
        self._offers = list(offers)
        self.dimmed = False
        self.endResetModel()

    def append(self, offers: Sequence[Offer]) -> None:
        """Show more offers below."""
        if not offers:
            return
        first = len(self._offers)
        self.beginInsertRows(NOWHERE, first, first + len(offers) - 1)
        self._offers.extend(offers)
        self.endInsertRows()

    def offer(self, row: int) -> Offer:
        return self._offers[row]

    def set_dimmed(self, dimmed: bool) -> None:
        """Whether these offers answer an older question than the one being asked."""
        if dimmed != self.dimmed:
            self.dimmed = dimmed
            if self._offers:
                self.dataChanged.emit(self.index(0), self.index(len(self._offers) - 1), [])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.title.shown
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(dict.fromkeys((offer.title.shown, offer.title.original)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(offer)
            case _ if role == OFFER:
                return offer
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """What is dragged out: the links, and as text title, price and link of each offer."""
        offers = [self._offers[row] for row in sorted({index.row() for index in indexes})]
        data = QMimeData()
        data.setUrls([QUrl(link(offer)) for offer in offers])
        lines = ("\t".join((offer.title.shown, formats.money(offer.price), link(offer))) for offer in offers)
        data.setText("\n".join(lines))
        return data


def link(offer: Offer) -> str:
    """The offer's public page; its picture where the id is one only the gateway understands."""
    return offer.ref.page or offer.picture


def facts(offer: Offer) -> list[str]:
    """MOQ and sales in words, as far as they are known."""
    known = []
    if offer.moq is not None:
        known.append(f"MOQ {offer.moq:,}")
    if offer.sold_30_days is not None:
        known.append(f"{offer.sold_30_days:,} sold")
    return known


def spoken(offer: Offer) -> str:
    """The card in one sentence, for screen readers."""
    platform = formats.PLATFORM_NAMES[offer.ref.platform]
    badges = [formats.badge(code) for code in offer.badges]
    return ", ".join([offer.title.shown, formats.money(offer.price), *facts(offer), platform, *badges])
