"""What can be done with the chosen cells of the SKU matrix, by key and in a menu, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionRange, QObject, QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView

from sourcing_desktop.domain.offer import Sku
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.offer.sku_model import SkuModel
from sourcing_desktop.ui.theme import Theme

MOST_NAMED = 5
"""Of the values that found no place."""


@dataclass(frozen=True, slots=True)
class _Command:
    text: str
    icon: str
    keys: tuple[str, ...]
    call: Callable[[], object]

    def wanted_by(self, event: QKeyEvent) -> bool:
        return any(QKeySequence(key) == QKeySequence(event.keyCombination()) for key in self.keys)


class SkuCommands(QObject):
    """Emits `said` with what could not be done, empty when all was well."""

    said = Signal(str)

    def __init__(self, theme: Theme, model: SkuModel, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self._commands = (
            _Command(tr("Copy"), "copy", ("Ctrl+C",), self.copy),
            _Command(tr("Paste"), "paste", ("Ctrl+V", "Shift+Ins"), self.paste),
            _Command(tr("Fill down"), "chevron-down", ("Ctrl+D",), self.fill_down),
            _Command(tr("One lot more"), "plus", ("+", "Shift++", "="), lambda: self.step(1)),
            _Command(tr("One lot less"), "minus", ("-",), lambda: self.step(-1)),
            _Command(tr("Clear"), "trash", ("Del", "Backspace"), self.clear),
            _Command(tr("Take back"), "undo", ("Ctrl+Z",), model.undo),
        )

    def command(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What this key does here, if anything."""
        return next((each.call for each in self._commands if each.wanted_by(event) and self._can(each)), None)

    def open_menu(self, place: QPoint) -> None:
        """Offer everything at a point of the screen."""
        menu = QMenu(self._view)
        for command in self._commands:
            action = QAction(icon(command.icon, self._theme.text), command.text, menu)
            action.setShortcut(QKeySequence(command.keys[0]))
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(self._can(command))
            action.triggered.connect(command.call)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _can(self, command: _Command) -> bool:
        """Where nothing was typed, taking back is for the rest of the window."""
        return command.call != self._model.undo or self._model.sheet.can_undo

    def copy(self) -> None:
        """The chosen block, as a spreadsheet takes it."""
        block = self._block()
        if block is not None:
            lines = ("\t".join(self._text(sku) for sku in line) for line in self._lines(block))
            QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Put the block on the clipboard where the choice begins; one value goes into every chosen cell. What
        stands beside a cell, or where nothing is sold, is named."""
        block = self._block()
        values = read_block(QGuiApplication.clipboard().text())
        if block is None or not values:
            return
        if len(values) == len(values[0]) == 1:
            self._model.write({sku.id: values[0][0] for sku in self._chosen(block)})
            return
        texts, lost = {}, []
        for down, line in enumerate(values):
            for across, value in enumerate(line):
                sku = self._model.sku(self._model.index(block.top() + down, block.left() + across))
                if sku is not None:
                    texts[sku.id] = value
                elif value:
                    lost.append(value)
        self._model.write(texts)
        self.said.emit(_lost(lost))

    def fill_down(self) -> None:
        """The first text of each chosen column goes into the cells below; into one cell alone goes the text
        above it."""
        block = self._block()
        if block is None:
            return
        top = block.top() - (block.height() == 1 and block.top() > 0)
        texts: dict[str, str] = {}
        for column in range(block.left(), block.right() + 1):
            line = [self._model.sku(self._model.index(row, column)) for row in range(top, block.bottom() + 1)]
            skus = [sku for sku in line if sku is not None]
            texts |= {sku.id: self._text(skus[0]) for sku in skus[1:]}
        self._model.write(texts)

    def step(self, steps: int) -> None:
        """So many lots more or fewer in every chosen cell."""
        self._model.step(self._chosen(self._block()), steps)

    def clear(self) -> None:
        self._model.write({sku.id: "" for sku in self._chosen(self._block())})

    def _text(self, sku: Sku | None) -> str:
        return self._model.sheet.text(sku.id) if sku is not None else ""

    def _block(self) -> QItemSelectionRange | None:
        """The chosen cells; the one the keyboard is at where none is."""
        chosen = self._view.selectionModel().selection()
        if not chosen.isEmpty():
            first = chosen.first()
            return QItemSelectionRange(first.topLeft(), first.bottomRight())  # what it belongs to goes away
        current = self._view.currentIndex()
        return QItemSelectionRange(current) if current.isValid() else None

    def _lines(self, block: QItemSelectionRange) -> Iterator[list[Sku | None]]:
        for row in range(block.top(), block.bottom() + 1):
            columns = range(block.left(), block.right() + 1)
            yield [self._model.sku(self._model.index(row, column)) for column in columns]

    def _chosen(self, block: QItemSelectionRange | None) -> list[Sku]:
        lines = self._lines(block) if block is not None else ()
        return [sku for line in lines for sku in line if sku is not None]


def is_block(text: str) -> bool:
    """Whether a text is that of several cells of a spreadsheet."""
    return "\t" in text or "\n" in text.rstrip("\r\n")


def read_block(text: str) -> list[list[str]]:
    """Lines and cells as spreadsheets write them to the clipboard; a last line that is empty is none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    return [[cell.strip() for cell in line.split("\t")] for line in lines] if text else []


def _lost(values: list[str]) -> str:
    """The sentence about values without a place; empty for none."""
    if not values:
        return ""
    named = ", ".join(value[:20] for value in values[:MOST_NAMED])
    return trn(
        "{count} value had no place in the matrix: {values}",
        "{count} values had no place in the matrix: {values}",
        len(values),
        values=named if len(values) <= MOST_NAMED else named + ", …",
    )
