"""Labels and rows want the pictures they show, and no longer than they show them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.picture_label import PictureLabel
from sourcing_desktop.ui.row_painter import MOST_WANTED, RowPainter

NOWHERE = "no host/{}.jpg"


def wanted(loader: PictureLoader) -> list[str]:
    return [key.url for key in loader._wishes.visible()]


def test_a_label_wants_its_picture_while_it_is_seen(qtbot, loader, theme):
    label = PictureLabel(theme, loader, 60)
    qtbot.addWidget(label)
    label.show_url("first")
    assert wanted(loader) == []
    label.show()
    qtbot.waitUntil(lambda: wanted(loader) == ["first"])
    label.show_url("second")
    qtbot.waitUntil(lambda: wanted(loader) == ["second"])
    label.hide()
    assert wanted(loader) == []
    label.show()
    qtbot.waitUntil(lambda: wanted(loader) == ["second"])


def test_a_label_that_is_deleted_wants_nothing(qtbot, loader, theme):
    label = PictureLabel(theme, loader, 60)
    label.show_url("a")
    label.show()
    qtbot.waitUntil(lambda: wanted(loader) == ["a"])
    label.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    label.close()
    qtbot.waitUntil(lambda: wanted(loader) == [])


def test_rows_want_the_latest_of_what_was_painted(loader, theme):
    rows, page = RowPainter(theme, loader), QPixmap(100, 100)
    painter = QPainter(page)
    for number in range(2 * MOST_WANTED):
        rows.picture(painter, QRect(0, 0, 44, 44), NOWHERE.format(number))
    painter.end()
    latest = range(MOST_WANTED, 2 * MOST_WANTED)
    assert wanted(loader) == [NOWHERE.format(number) for number in latest]
    del rows
    assert wanted(loader) == []
