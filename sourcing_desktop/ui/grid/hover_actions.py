"""The few buttons on the card under the mouse. Each has a twin in the menus; what they do is up to the grid's
listeners."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.actions import keys, shortcut
from sourcing_desktop.ui.grid.offer_cell import picture_box
from sourcing_desktop.ui.grid.offer_model import OFFER
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.ui.grid.offer_grid import OfferGrid

BUTTON, ICON, EDGE = 28, 18, 6
"""px: a button, its drawing, and the room between the strip and the picture's edge."""

SETTLE_MS = 160
"""How long the cards have to stand still before the buttons come back."""


class HoverActions(QFrame):
    """One strip for the whole grid, a child of its viewport. Costs nothing while cards move: it is hidden."""

    def __init__(self, theme: Theme, grid: OfferGrid) -> None:
        super().__init__(grid.viewport())
        self._row = -1
        self._toggled: OfferRef | None = None  # by the mouse that has not moved since
        self._heart = icon("heart", theme.text)
        self._heart_filled = icon("heart-filled", theme.accent)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self.shortlist = self._button(tr("Shortlist"), self._toggle)
        self.shortlist.installEventFilter(self)
        self.quick_look = self._button(tr("Quick look"), lambda: self._grid.quick_look_wanted.emit(self._row))
        self.similar = self._button(tr("Find similar"), lambda: self._grid.similar_wanted.emit(self._offer))
        self.shop = self._button(tr("More of this shop"), lambda: self._grid.shop_wanted.emit(self._offer))
        self.quick_look.setIcon(icon("eye", theme.text))
        self.quick_look.setToolTip(tr("Quick look ({keys})", keys=keys("quick look")))
        self.similar.setIcon(icon("similar", theme.text))
        self.shop.setIcon(icon("store", theme.text))
        for button in (self.shortlist, self.quick_look, self.similar, self.shop):
            row.addWidget(button)
        self.setProperty("role", "strip")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.refresh)
        grid.hover_changed.connect(self._hovered)
        grid.marks_changed.connect(self.refresh)
        grid.geometry_changed.connect(self._moved)
        grid.verticalScrollBar().valueChanged.connect(self._moved)
        self.hide()

    @property
    def _grid(self) -> OfferGrid:
        """Found through Qt: a reference of our own would be a cycle, and the grid would not go at once."""
        return cast("OfferGrid", self._viewport.parentWidget())

    @property
    def _viewport(self) -> QWidget:
        return cast(QWidget, self.parentWidget())

    @property
    def _offer(self) -> Offer | None:
        return self._grid.model().index(self._row, 0).data(OFFER)

    def refresh(self) -> None:
        """Stand on the card under the mouse and say what can be done with it; else hide."""
        offer = self._offer
        if offer is None or self._settled.isActive():
            self.hide()
            return
        listed = self._grid.is_shortlisted(offer)
        self.shortlist.setIcon(self._heart_filled if listed else self._heart)
        deed = formats.shortlist_deed(listed)
        self.shortlist.setAccessibleName(deed)
        self.shortlist.setEnabled(self._toggled in (None, offer.ref))
        self.shortlist.setToolTip(f"{deed} ({shortcut('shortlist')})")
        problem = formats.similar_problem(offer)
        self.similar.setEnabled(not problem)
        self.similar.setToolTip(problem or tr("Find similar ({keys})", keys=shortcut("similar")))
        problem = formats.shop_problem(offer)
        self.shop.setEnabled(not problem)
        self.shop.setToolTip(problem or tr("More of this shop ({keys})", keys=shortcut("shop")))
        self._place()
        self.show()

    def mousePressEvent(self, event) -> None:
        """Beside the buttons and on one that cannot act: not a click on the card below."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.shortlist:
            return event.type() is QEvent.Type.MouseButtonDblClick  # one wish, not two
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.Leave):
            self._viewport.removeEventFilter(self)
            self._toggled = None
            self.refresh()
        return False

    def _toggle(self) -> None:
        """Of one offer: cards that close ranks bring another one under the resting mouse, where the next of
        some quick clicks must not take it off, too."""
        if (offer := self._offer) is not None:
            self._toggled = offer.ref
            self._viewport.installEventFilter(self)
            self._grid.shortlist_toggled.emit([offer])

    def _place(self) -> None:
        """At the lower right of the picture, as far as that is in sight, with the buttons that fit."""
        picture = picture_box(self._grid.cell_rect(self._row))
        room = (picture.width() - 2 * EDGE) // BUTTON
        for place, button in enumerate((self.shortlist, self.quick_look, self.similar, self.shop)):
            button.setVisible(place < room)
        self.adjustSize()
        bottom = min(picture.bottom(), self._viewport.rect().bottom())
        corner = QPoint(picture.right() + 1 - EDGE - self.width(), bottom + 1 - EDGE - self.height())
        self.move(corner)

    def _hovered(self, row: int) -> None:
        self._row = row
        self.refresh()

    def _moved(self) -> None:
        if self._row >= 0:
            self._settled.start()
            self.hide()

    def _button(self, name: str, do) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setFixedSize(BUTTON, BUTTON)
        button.setIconSize(QSize(ICON, ICON))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(do)
        return button
