"""Facts of an offer as small widgets: price tiers, the supplier, the attributes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import SkuAttribute
from sourcing_desktop.domain.pricing import PriceTier
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme


class TierRow(QWidget):
    """Price tiers side by side; the one reached by the quantity typed is framed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._shown: tuple[object, ...] = ()

    def show_tiers(self, tiers: Sequence[PriceTier], pieces: int) -> None:
        """Show the tiers, marking the one `pieces` reaches; nothing for none."""
        reached = max((tier.start for tier in tiers if tier.start <= pieces), default=None)
        wanted = (tuple(tiers), reached)
        if wanted == self._shown:
            return
        self._shown = wanted
        _clear(self._row)
        for tier in tiers:
            box = QFrame()
            box.setProperty("role", "tier")
            box.setProperty("reached", tier.start == reached)
            price = QLabel(formats.money(tier.price))
            price.setProperty("role", "heading")
            start = QLabel(f"from {tier.start:,}")
            start.setProperty("role", "soft")
            column = QVBoxLayout(box)
            column.setContentsMargins(10, 4, 10, 4)
            column.setSpacing(0)
            column.addWidget(price)
            column.addWidget(start)
            self._row.addWidget(box)
        self._row.addStretch(1)
        self.setVisible(bool(tiers))


class SupplierCard(QFrame):
    """Who sells it, with only the evidence the gateway returned."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.name = QLabel()
        self.name.setProperty("role", "heading")
        self.name.setWordWrap(True)
        self.known = QLabel()
        self.known.setProperty("role", "soft")
        self.known.setWordWrap(True)
        self.more = QPushButton("More of this shop")
        self.more.setIcon(icon("store", theme.text))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.known)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_supplier(self, supplier: Supplier) -> None:
        self.name.setText(supplier.name or supplier.id)
        self.known.setText(formats.evidence(supplier))
        self.known.setVisible(bool(self.known.text()))
        self.show()


class AttributeTable(QFrame):
    """Attributes in two columns, the Chinese original on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_attributes(
        self, attributes: Sequence[SkuAttribute], weight_g: int | None = None, ships_from: str = ""
    ) -> None:
        """Show weight and origin where known, then the attributes."""
        _clear(self._grid)
        rows = [(each.name.shown, each.value.shown, each.value.original) for each in attributes]
        if weight_g is not None:
            rows.insert(0, ("Weight", formats.weight(weight_g), "as the platform states it"))
        if ships_from:
            rows.insert(0, ("Ships from", ships_from, ""))
        for number, (name, value, original) in enumerate(rows):
            key = QLabel(name)
            key.setProperty("role", "soft")
            text = QLabel(value)
            text.setWordWrap(True)
            text.setToolTip(original)
            self._grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, number, 1)
        self.setVisible(bool(rows))


def _clear(layout: QHBoxLayout | QGridLayout) -> None:
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
