"""The grid of offers. Shows a model and says what the buyer does with it; decides and fetches nothing."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView

from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.accessible import tell_arrived, tell_focus, tell_hearts, tell_rows
from sourcing_desktop.ui.grid.carrying import carried
from sourcing_desktop.ui.grid.cell_view import RING
from sourcing_desktop.ui.grid.dragging import drag_out, small_card
from sourcing_desktop.ui.grid.hover_actions import HoverActions
from sourcing_desktop.ui.grid.offer_cell import Look, OfferCell, caption_height, picture_box, picture_side
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.grid.offers_view import OffersView
from sourcing_desktop.ui.grid.picture_wishes import PictureWishes
from sourcing_desktop.ui.grid.seen_marks import SeenMarks
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.ui.grid.hover_preview import HoverPreview

SCREENS_BEFORE_END = 2


class OfferGrid(OffersView):
    """Offers as cards."""

    opened = Signal(object)
    """The Offer to show in full: Enter or double click."""

    opened_apart = Signal(object)
    """The Offer to show in full beside the one that is open: Ctrl+Enter or the middle button."""

    menu_requested = Signal(object, QPoint)
    """The Offer, now selected, and the global point where its menu belongs."""

    quick_look_wanted = Signal(int)
    """The row whose offer shall be seen at full size."""

    shortlist_toggled = Signal(object)
    """The list of Offers to put on the shortlist, or to take off it when all of them are on it."""

    similar_wanted = Signal(object)
    """The Offer whose like shall be found."""

    shop_wanted = Signal(object)
    """The Offer whose shop shall be shown."""

    earlier_wanted = Signal(object, object)
    """The Offer, and its SeenBefore: what was seen then shall be shown."""

    marks_changed = Signal()
    """Other cards have hearts, or were seen before."""

    near_end = Signal()
    """The last rows come into sight: bring more. Once for each number of rows."""

    preview: HoverPreview | None = None
    """Shows a larger picture while the mouse rests on a small one."""

    _end_seen = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent=None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._loading = False
        self._end_told = -1
        self._shortlisted: Set[OfferRef] = frozenset()
        self._wishes = PictureWishes(loader, self)
        loader.ready.connect(self._repaint_picture)
        self.set_theme(theme)
        self.setModel(OfferModel(self))
        # Queued: whoever hears it may change the model, which cannot be done while it is being changed.
        self._end_seen.connect(self._tell_end, Qt.ConnectionType.QueuedConnection)
        self.doubleClicked.connect(self._open)
        self.middle_clicked.connect(self._open_apart)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(tr("Offers"))
        self.hover_actions = HoverActions(theme, self)
        self.seen_marks = SeenMarks(self)

    # What others set and ask

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        before = self.itemDelegate()
        self._theme = theme
        self._cell = OfferCell(theme, self._loader, self)
        self.setItemDelegate(self._cell)
        before.deleteLater()  # Qt keeps what was set before
        self.viewport().update()

    def set_loading(self, loading: bool) -> None:
        """Draw placeholder cards where the next page will come, or a screen of them when there is none."""
        if loading != self._loading:
            self._loading = loading
            self.lay_out()
            self.viewport().update()

    def set_shortlisted(self, refs: Set[OfferRef]) -> None:
        """Mark the cards of these offers with a heart."""
        before, self._shortlisted = self._shortlisted, refs
        tell_hearts(self, before, refs)
        self.viewport().update()
        self.marks_changed.emit()

    def is_shortlisted(self, offer: Offer) -> bool:
        return offer.ref in self._shortlisted

    # Out of the program

    def selectedIndexes(self) -> list[QModelIndex]:
        """As many as can be carried: Qt asks when a drag begins, and would look at each of a million."""
        return [self._offers.index(row) for row in self.chosen_rows()]

    def startDrag(self, actions: Qt.DropAction) -> None:
        offer, carried_along = self.current_offer(), self.take_chosen()
        if offer is not None:
            self._hover_at(None)
            size, ratio = self._geometry.rect(0).size(), self.devicePixelRatioF()
            card = small_card(self._cell, self._theme, offer, size, len(carried_along), ratio)
            drag_out(self, self._carried(carried_along), card)

    def copy(self) -> None:
        """Put the selected offers on the clipboard; else the one the keyboard is at."""
        if chosen := self.take_chosen():
            QGuiApplication.clipboard().setMimeData(self._carried(chosen))

    def _carried(self, offers: list[Offer]) -> QMimeData:
        picture = self._loader.any_size(offers[0].picture) if len(offers) == 1 else None
        return carried(offers, picture.toImage() if picture else None)

    # What the view asks

    def cell_count(self, columns: int, cell_height: int) -> int:
        """While loading also placeholders: the rest of the last line and one more, or a screen full."""
        rows = self.row_count()
        if not self._loading:
            return rows
        lines = -(-rows // columns) + 1 if rows else -(-self.viewport().height() // cell_height)
        return lines * columns

    def caption_height(self, width: int) -> int:
        return caption_height(width)

    def contents_moved(self, dy: int) -> None:
        self._wishes.moved(dy)
        self._offers.look_at(self.shown_rows())
        rows = self.row_count()
        reach = self.verticalOffset() + (1 + SCREENS_BEFORE_END) * self.viewport().height()
        if rows and rows != self._end_told and self._geometry.between(reach, reach + 1).stop >= rows:
            self._end_told = rows
            self._end_seen.emit()

    def _tell_end(self) -> None:
        if self.row_count() == self._end_told:
            self.near_end.emit()

    def reset(self) -> None:
        self._end_told = -1
        self._wishes.forget()
        super().reset()

    def contents_changed(self) -> None:
        tell_rows(self)

    def dataChanged(self, top_left: QModelIndex, bottom_right: QModelIndex, roles=()) -> None:
        super().dataChanged(top_left, bottom_right, roles)
        self._wishes.look_anew()
        self.hover_actions.refresh()
        tell_arrived(self)

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._wishes.forget()

    # Painting

    def paintEvent(self, event) -> None:
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.region())
        finally:  # an error must not leave the painter open: every later paint would fail
            painter.end()
        side = picture_side(self._geometry.cell_width, self.devicePixelRatioF())
        self._wishes.look(self._offers, self.shown_rows(), side)

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        painter.fillRect(region.boundingRect(), self._theme.window)
        rows, top = self.row_count(), self.verticalOffset()
        focused = self.currentIndex().row() if self.hasFocus() else -1
        selected = self.selectionModel() if self.selectionModel().hasSelection() else None
        for cell in self.shown_cells():
            rect = self._geometry.rect(cell).translated(0, -top)
            if not region.intersects(rect.adjusted(-RING, -RING, RING, RING)):
                continue
            if cell >= rows:
                self._cell.draw_placeholder(painter, rect)
                continue
            look = Look.DIMMED if self._offers.dimmed else Look.PLAIN
            if cell == self._hover:
                look |= Look.HOVER
            if cell == focused:
                look |= Look.FOCUS
            if selected and selected.isSelected(self._offers.index(cell)):
                look |= Look.SELECTED
            offer = self._offers.at(cell)
            if offer is None:
                self._cell.draw_placeholder(painter, rect, look)
                continue
            if self._shortlisted and offer.ref in self._shortlisted:
                look |= Look.SHORTLISTED
            if self._offers.alike(cell):
                look |= Look.ALIKE
            self._cell.draw(painter, rect, region, offer, look, self.seen_marks.of(offer))
        if not self.band.area.isNull():
            self._paint_band(painter)

    def _paint_band(self, painter: QPainter) -> None:
        fill = QColor(self._theme.accent)
        fill.setAlphaF(0.12)
        painter.setPen(QPen(self._theme.accent, 1))
        painter.setBrush(fill)
        painter.drawRect(self.band.area.translated(0, -self.verticalOffset()))

    def _repaint_picture(self, url: str) -> None:
        for row in self.shown_rows():
            offer = self._offers.at(row)
            if offer is not None and offer.picture == url:
                self.viewport().update(picture_box(self.cell_rect(row)))

    # What the buyer does

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        tell_focus(self, current.row())

    def keyPressEvent(self, event) -> None:
        typing, here = self.type_ahead.collecting, self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self.type_ahead.stop()
            apart = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self._open_apart if apart else self._open)(here)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() and not typing:
            if (row := self.row_to_look_at()) >= 0:
                self.quick_look_wanted.emit(row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if (offer := self._offers.at(index.row())) is not None:
            self.opened.emit(offer)

    def _open_apart(self, index: QModelIndex) -> None:
        if (offer := self._offers.at(index.row())) is not None:
            self.opened_apart.emit(offer)

    def contextMenuEvent(self, event) -> None:
        by_key = event.reason() is event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.band.end()  # the button that draws it will go up over the menu
        keep = self.selectionModel().isSelected(index)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate if keep else flag.ClearAndSelect)
        if by_key:
            self.scrollTo(index)
        place = self.visualRect(index).center() if by_key else event.pos()
        if (offer := self._offers.at(index.row())) is not None:
            self.menu_requested.emit(offer, self.viewport().mapToGlobal(place))
