"""Where the buyer says how many of which SKU: the matrix or list, what all share, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import OfferDetail, Sku
from sourcing_desktop.domain.sku_grid import SkuGrid, sku_list, sku_matrix
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.offer.sku_matrix import SkuMatrix
from sourcing_desktop.ui.offer.sku_model import SkuModel
from sourcing_desktop.ui.theme import Theme


class SkuPicker(QWidget):
    """Takes quantities for the SKUs of one offer; empty where an offer has none. `sku_chosen` tells which the
    keyboard or the mouse went to."""

    quantities_changed = Signal()
    sku_chosen = Signal(object)

    as_list = False
    """What the buyer chose last, in any picker; kept while the program runs."""

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: OfferDetail | None = None
        self._matrix: SkuGrid | None = None
        self.model = SkuModel(self)
        self.table = SkuMatrix(theme, loader, self.model)
        self.shared, self.said = QLabel(), QLabel()
        for label, role in ((self.shared, "soft"), (self.said, "warning")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.matrix_button = _switch(theme, "grid", tr("Matrix: one choice across, the others down"))
        self.list_button = _switch(theme, "list", tr("List: one SKU a row"))
        self._switch = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(self.table)
        column.addWidget(self.said)
        for part in (self.shared, self.matrix_button, self.list_button, self.table, self.said):
            part.hide()
        self._switch.buttonClicked.connect(self._arrange)
        self.model.quantities_changed.connect(self._changed)
        self.table.commands.said.connect(self._say)
        self.table.selectionModel().currentChanged.connect(self._chosen)

    def show_offer(self, detail: OfferDetail | None) -> None:
        """Show another offer's SKUs, without quantities; those of an offer that is read again stay."""
        self._detail = detail
        skus = detail.skus if detail is not None else ()
        self._matrix = sku_matrix(skus)
        for button in (self.matrix_button, self.list_button):
            button.setVisible(self._matrix is not None)
        self.model.show_offer(detail, self._grid())
        self.table.setVisible(bool(skus))
        self._tell_shared()

    def quantities(self) -> Mapping[str, int]:
        """Pieces by SKU id, of the SKUs with a readable number above zero, also the one being typed."""
        return self.model.sheet.quantities()

    def faults(self) -> tuple[str, ...]:
        """What is wrong with what was typed, one sentence per SKU."""
        return self.model.sheet.faults()

    def set_quantity(self, sku_id: str, pieces: int) -> None:
        """As if it had been typed; 0 clears."""
        self.model.write({sku_id: str(pieces) if pieces else ""})

    def texts(self) -> dict[str, str]:
        """What is typed by SKU id, also what is no number."""
        return self.model.sheet.texts()

    def restore(self, texts: Mapping[str, str]) -> None:
        """Have typed exactly these `texts`, as when one comes back to an offer."""
        self.model.restore(texts)

    def clear_quantities(self, sku_ids: Iterable[str]) -> None:
        """Forget what was typed for these SKUs, such as after they went into the cart."""
        self.model.clear_quantities(sku_ids)

    def finish_typing(self) -> None:
        """Take over what is being typed, as a click elsewhere would."""
        self.table.finish_typing()

    def take_keyboard(self) -> None:
        """Be ready for digits at the first SKU, without showing its picture."""
        self.table.take_keyboard()

    def _grid(self) -> SkuGrid:
        as_list = self._matrix is None or SkuPicker.as_list
        self.list_button.setChecked(as_list)
        self.matrix_button.setChecked(not as_list)
        skus = self._detail.skus if self._detail is not None else ()
        return sku_list(skus) if as_list or self._matrix is None else self._matrix

    def _arrange(self) -> None:
        """As the switch stands; the keyboard stays at the same SKU."""
        self.table.finish_typing()
        SkuPicker.as_list = self.list_button.isChecked()
        sku = self.model.sku(self.table.currentIndex())
        self.model.arrange(self._grid())
        if sku is not None:
            self.table.setCurrentIndex(self.model.index_of(sku.id))
        self._tell_shared()

    def _changed(self) -> None:
        self.said.hide()
        self._tell_shared()
        self.quantities_changed.emit()

    def _tell_shared(self) -> None:
        """What all SKUs have, and the price where it is the same for all."""
        facts = [
            tr("{name}: {value}", name=each.name.shown, value=each.value.shown)
            if each.name.shown
            else each.value.shown
            for each in self.model.grid.shared
        ]
        if price := self.model.one_price:
            facts.append(tr("{price} each", price=price))
        self.shared.setText(" · ".join(facts))
        self.shared.setVisible(bool(facts))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _chosen(self, index: QModelIndex) -> None:
        sku: Sku | None = self.model.sku(index)
        if sku is not None:
            self.sku_chosen.emit(sku)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.shared, 1)
        row.addStretch(0)
        for button in (self.matrix_button, self.list_button):
            self._switch.addButton(button)
            row.addWidget(button)
        return row


def _switch(theme: Theme, name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, theme.text))
    button.setCheckable(True)
    button.setToolTip(text)
    button.setAccessibleName(text)
    return button
