"""The shops a buyer kept, and those visited lately, to be opened again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sourcing_desktop.domain.supplier import KnownShop
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.theme import Theme

ROW_HEIGHT, HEADING_HEIGHT = 68, 40
"""px, with the gap below."""

SHOP = Qt.ItemDataRole.UserRole


class ShopList(QWidget):
    """Emits `opened` with the Supplier of the shop that was chosen, by mouse or Enter, and `forget_requested`
    with the id of the one that Delete was pressed at."""

    opened = Signal(object)
    forget_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = _List()
        self.list.setProperty("role", "shops")
        self.list.setAccessibleName(tr("Shops you know"))
        self.list.setIconSize(QSize(20, 20))
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = QLabel(tr("Enter opens a shop, Delete takes it off this list."))
        self.hint.setProperty("role", "soft")
        self.hint.setContentsMargins(0, 8, 0, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(lambda item: self.opened.emit(item.data(SHOP).supplier))
        self.list.deleted.connect(lambda item: self.forget_requested.emit(item.data(SHOP).supplier.id))

    def show_shops(self, shops: Sequence[KnownShop]) -> None:
        """Show these, those kept on purpose first."""
        row = self.list.currentRow()
        self.list.clear()
        self._add(tr("Remembered"), "star-filled", [shop for shop in shops if shop.remembered])
        self._add(tr("Visited lately"), "store", [shop for shop in shops if not shop.remembered])
        self.list.setCurrentRow(min(max(row, 1), self.list.count() - 1))

    def _add(self, heading: str, sign: str, shops: Sequence[KnownShop]) -> None:
        if not shops:
            return
        head = QListWidgetItem(heading)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setSizeHint(QSize(0, HEADING_HEIGHT))
        head.setFont(self._theme.font(13, bold=True))
        self.list.addItem(head)
        for shop in shops:
            seen = tr("visited {when}", when=formats.ago(datetime.now(UTC) - shop.seen_at))
            facts = " · ".join(filter(None, (seen, formats.evidence(shop.supplier))))
            name = shop.supplier.name or shop.supplier.id
            item = QListWidgetItem(icon(sign, self._theme.text_soft), f"{name}\n{facts}")
            item.setData(SHOP, shop)
            item.setToolTip(plain_tip(facts))
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            self.list.addItem(item)


class _List(QListWidget):
    """Tells what was chosen with the mouse or Enter, and where Delete was pressed."""

    chosen = Signal(object)
    deleted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.itemClicked.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete and item.data(SHOP) is not None:
            self.deleted.emit(item)
        else:
            super().keyPressEvent(event)

    def _tell(self, item: QListWidgetItem) -> None:
        if item.data(SHOP) is not None:
            self.chosen.emit(item)
