"""Finds an offer by the first letters of a word of its title, typed while the grid has the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any
from unicodedata import normalize

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr
from sourcing_desktop.ui.actions import shortcut
from sourcing_desktop.ui.grid.offer_model import OfferRows

SLICE_S = 0.004
"""How long the search works before others have their turn: a million titles take seconds."""

STAYS_MS = 1500
MARGIN = 8
"""px from the corner of the view."""

ACCENTS = re.compile("[\u0300-\u036f]+")
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, Chinese and Japanese put no spaces between words: any place may begin one."""


class TypeAhead(QLabel):
    """Collects letters, says which in a corner of its view, and looks from the current row on, round the end.

    A letter alone looks for the next offer; the same letter again for the one after it; more letters look
    for a longer beginning, which the current offer may have.
    """

    found = Signal(int)
    """The row of the offer."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._letters = ""
        self._said = ""
        self._rows: Iterator[int] = iter(())
        self._fits: Callable[[str], object] = bool
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._forget_letters)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._look)
        self._stays = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._stays.timeout.connect(self.hide)
        self.setProperty("role", "typed")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def collecting(self) -> bool:
        """More letters belong to those typed last."""
        return self._pause.isActive()

    def type(self, text: str) -> None:
        """These letters were typed, or written by an input method."""
        again = set(self._letters) == {text}
        first = again or not self._letters
        self._letters += text
        needle = folded(text if again else self._letters).strip()
        if needle:
            view, rows = self._view, self._model.rowCount()
            start = min(max(view.currentIndex().row() + first, 0), rows)
            self._rows = self._model.rows_from(start)
            self._fits = beginning_with(needle)
            self._say(f"“{self._letters}”")
            self._slices.start()
            self._pause.start(QApplication.keyboardInputInterval())
        else:
            self._letters = ""

    def show_unfinished(self, text: str) -> None:
        """What an input method is still composing."""
        if text:
            self._say(f"“{self._letters}{text}”")

    def stop(self) -> None:
        """Something else is done now."""
        self._pause.stop()
        self._slices.stop()
        self._forget_letters()
        self.hide()

    def place(self) -> None:
        """In the lower left corner of the view, as long as that is wide."""
        area = self._view.viewport().geometry()
        room = area.width() - 4 * MARGIN
        self.setText(self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideLeft, room))
        self.adjustSize()
        self.move(area.bottomLeft() + QPoint(MARGIN, 1 - MARGIN - self.height()))

    @property
    def _view(self) -> Any:
        return self.parent()

    @property
    def _model(self) -> OfferRows:
        return self._view.model()

    def _look(self) -> None:
        model, end = self._model, monotonic() + SLICE_S
        for row in self._rows:
            offer = model.at(row) if row < model.rowCount() else None  # rows may go meanwhile
            if offer is not None and self._fits(_titles(offer)):
                self._slices.stop()
                self.found.emit(row)
                return
            if monotonic() > end:
                self._stays.start()
                return
        self._slices.stop()
        if model.whole:
            self._say(tr("{typed}: no such title", typed=self._said))
        else:
            keys = shortcut("find")
            elsewhere = tr("{typed}: not near here; {keys} finds all", typed=self._said, keys=keys)
            self._say(elsewhere)

    def _forget_letters(self) -> None:
        self._letters = ""

    def _say(self, text: str) -> None:
        self._said = text
        self.place()
        self.show()
        self.raise_()
        self._stays.start()


def _titles(offer: Offer) -> str:
    return folded(f"{offer.title.shown}\n{offer.title.original}")


def folded(text: str) -> str:
    """The text without the differences a buyer in a hurry does not type: case and Vietnamese accents."""
    text = text.casefold()
    if text.isascii():
        return text
    return ACCENTS.sub("", normalize("NFD", text)).replace("đ", "d")


def beginning_with(needle: str) -> Callable[[str], object]:
    """Whether a folded title has a word that begins so; where words are not spaced: has it at all."""
    inside_words = rf"(?<![^\W{UNSPACED}])"
    start = "" if re.match(f"[{UNSPACED}]", needle) else inside_words
    return re.compile(start + re.escape(needle)).search
