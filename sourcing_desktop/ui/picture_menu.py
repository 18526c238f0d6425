"""What can be done with any product picture, wherever it is shown, as a menu at it. Asks the window to do
it."""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.domain.search import Region
from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk.picture_source import PictureSource


class PictureMenu(QMenu):
    """For the picture of a url. Deletes itself when it hides."""

    def __init__(self, widget: QWidget, url: str) -> None:
        super().__init__(widget)
        window = desk_window(widget)
        if window is not None:
            self.addAction(tr("Find similar"), lambda: window.similar_wanted.emit(url))
            library = self.addAction(tr("Find in your library"))
            library.triggered.connect(lambda: find_in_library(window, PictureSource(url=url)))
            self.addSeparator()
            self.addAction(tr("Copy picture"), lambda: window.picture_copy_wanted.emit(url))
        self.addAction(tr("Copy link of the picture"), lambda: QGuiApplication.clipboard().setText(url))
        if window is not None:
            self.addAction(tr("Save picture…"), lambda: window.picture_save_wanted.emit(url))
        self.aboutToHide.connect(self.deleteLater)


def open_picture_menu(widget: QWidget, url: str, event: QContextMenuEvent) -> None:
    """Answer a right click, the menu key or Shift+F10 on the picture of a url; leave it to others where there
    is none."""
    event.setAccepted(bool(url))
    if url:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = widget.mapToGlobal(widget.rect().center()) if by_key else event.globalPos()
        PictureMenu(widget, url).popup(place)


def find_similar(widget: QWidget, url: str) -> None:
    """Search with the picture of a url, from anywhere in the program."""
    window = desk_window(widget)
    if window is not None and url:
        window.similar_wanted.emit(url)


def source_of(offer: Offer) -> PictureSource:
    """The picture of an offer, to look for its like."""
    return PictureSource(url=offer.picture, title=offer.title.shown)


def find_in_library(widget: QWidget, source: PictureSource, region: Region | None = None) -> None:
    """Look for a picture, or what is in its box, among all that was seen, from anywhere in the program."""
    window = desk_window(widget)
    if window is not None:
        window.library_sight_wanted.emit(source, region)


def desk_window(widget: QWidget):
    """The window with the picture desk: the one the widget is in, or the one its dialog belongs to; None for
    a window on its own."""
    window: QWidget | None = widget.window()
    while window is not None and not hasattr(window, "similar_wanted"):
        parent = window.parentWidget()
        window = parent.window() if parent is not None else None
    return window
