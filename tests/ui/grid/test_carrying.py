"""What leaves the grid: dragged or copied, to other programs and to our own search by picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.offer import Words
from sourcing_desktop.ui.desk.picture_source import read_mime
from sourcing_desktop.ui.grid.carrying import MOST_CARRIED, carried
from tests.ui.grid.moves import CTRL, LEFT, NO_KEYS, click, offer, shown

COPY = Qt.Key.Key_C


def drag(grid, row):
    """Press a card and pull: what is carried. The platform of the tests drops it at once."""
    at = shown(grid, row).center()
    for kind, button, point in (
        (QEvent.Type.MouseButtonPress, LEFT, at),
        (QEvent.Type.MouseMove, Qt.MouseButton.NoButton, at + QPoint(40, 40)),
    ):
        place = QPointF(point)
        event = QMouseEvent(kind, place, grid.viewport().mapToGlobal(place), button, LEFT, NO_KEYS)
        QApplication.sendEvent(grid.viewport(), event)
    return grid.findChildren(QDrag)[-1]


def pasted():
    return QGuiApplication.clipboard().mimeData()


def test_an_offer_is_carried_as_link_table_and_text(qtbot):
    data = carried([offer(0, "https://cbu01.alicdn.com/img/ibank/1.jpg")])
    page = "https://detail.1688.com/offer/600000.html"
    assert [url.toString() for url in data.urls()] == [page]
    assert f'<a href="{page}"><img src="https://cbu01.alicdn.com/img/ibank/1.jpg"' in data.html()
    assert data.text() == f"Summer dress 0, loose and light for warm days\t¥12.80\t{page}"
    assert not data.hasImage()


def test_a_title_cannot_break_the_table(qtbot):
    bad = replace(offer(0), title=Words('"><script>\nalert(1)</script>\t&'))
    data = carried([bad, offer(1)])
    assert "<script>" not in data.html()
    assert data.html().count("<tr>") == 2
    assert [len(line.split("\t")) for line in data.text().split("\n")] == [3, 3]


def test_one_offer_takes_its_picture_along(grid, model, loader):
    url = "http://127.0.0.1:9/img/ibank/2.jpg"
    loader._memory.put(url, 60, QPixmap(60, 60))
    model.reset([offer(number, url if number == 2 else "") for number in range(9)])
    data = drag(grid, 2).mimeData()
    assert QImage(data.imageData()).size().width() == 60
    assert read_mime(data)[0].bitmap.width() == 60  # our own page of picture search prefers it to the link


def test_without_its_picture_in_memory_the_address_of_the_picture_is_searched_with(grid, model):
    model.reset([offer(0, "http://127.0.0.1:9/img/ibank/1.jpg")])
    assert "ibank/1.jpg" in read_mime(drag(grid, 0).mimeData())[0].html


def test_a_drag_takes_the_selected_and_shows_how_many(grid, model):
    model.reset([offer(number) for number in range(20)])
    click(grid, 1)
    single = drag(grid, 1).pixmap().toImage()
    click(grid, 4, CTRL)
    several = drag(grid, 1)
    assert [url.toString()[-8:] for url in several.mimeData().urls()] == ["001.html", "004.html"]
    assert several.pixmap().toImage() != single
    assert several.pixmap().toImage().pixelColor(0, several.pixmap().height() - 1).alpha() == 0  # round


def test_a_drag_of_a_million_starts_at_once_with_the_card_under_the_mouse(grid, model):
    model.reset([offer(number) for number in range(1000)] * 1000)
    QTest.keyClick(grid, Qt.Key.Key_End)
    grid.selectAll()
    last = model.rowCount() - 1
    links = drag(grid, last).mimeData().urls()
    assert len(links) == MOST_CARRIED
    assert links[-1].toString().endswith("600999.html")
    assert len(grid.selected_offers()) == last + 1


def test_copy_takes_the_selected_else_the_current(grid, model):
    model.reset([offer(number) for number in range(20)])
    QTest.keyClick(grid, COPY, CTRL)
    assert pasted() is None
    grid.setCurrentIndex(model.index(3))
    click(grid, 5, CTRL)
    QTest.keyClick(grid, COPY, CTRL)
    assert pasted().text().count("\n") == 1
    grid.clearSelection()
    QTest.keyClick(grid, COPY, CTRL)
    assert pasted().text().startswith("Summer dress 5,")
    assert pasted().hasHtml()
