"""Where the cells are, at one offer and at a million, and what stays in place when things change."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.grid.geometry import NARROWEST, WIDEST
from sourcing_desktop.ui.grid.offer_model import OfferModel
from tests.ui.grid.moves import CTRL, offer, selected, shown, wheel

KEY = Qt.Key


class CountingModel(OfferModel):
    """An offer model that counts what is asked of it."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.asked = Counter()

    def offer(self, row):
        self.asked["offer"] += 1
        return super().offer(row)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.asked["data"] += 1
        return super().data(index, role)

    def flags(self, index):
        self.asked["flags"] += 1
        return super().flags(index)


@pytest.mark.parametrize("rows", [1, 5, 1_000_000])
def test_every_cell_is_found_where_it_is_painted(grid, model, rows):
    model.reset([offer(0)] * rows)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    for row in grid.shown_rows():
        rect = shown(grid, row)
        assert grid.indexAt(rect.topLeft()).row() == row
        assert grid.indexAt(rect.bottomRight()).row() == row
    last = shown(grid, rows - 1)
    assert grid.viewport().rect().contains(last)
    assert not grid.indexAt(last.bottomRight() + QPoint(3, 3)).isValid()


def test_margins_are_even(grid, model):
    model.reset([offer(0)] * 50)
    for width in range(300, 1200, 37):
        grid.resize(width, 600)
        columns = grid._geometry.columns
        left, right = shown(grid, 0).left(), grid.viewport().width() - shown(grid, columns - 1).right() - 1
        assert abs(left - right) <= 1
        assert left >= 16


def test_nothing_costs_more_with_a_million_rows(qtbot, grid):
    def work(rows):
        model = CountingModel(grid)
        model.reset([offer(0)] * rows)
        grid.setModel(model)
        grid.repaint()
        model.append([offer(1)] * 60)
        grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
        grid.repaint()
        QTest.keyClick(grid, KEY.Key_End)
        QTest.keyClick(grid, KEY.Key_A, CTRL)
        QTest.keyClick(grid, KEY.Key_X)
        grid.resize(880, 700)
        grid.grab()
        grid.resize(900, 700)
        return model.asked

    few, many = work(10_000), work(1_000_000)
    assert few.total() > 0
    assert many.total() <= few.total() + 50


def test_the_wheel_glides(qtbot, grid, model):
    model.reset([offer(0)] * 500)
    wheel(grid, -1, QPoint(100, 100))
    wheel(grid, -1, QPoint(100, 100))
    qtbot.waitUntil(lambda: grid.verticalOffset() == 240)
    wheel(grid, 9, QPoint(100, 100))
    qtbot.waitUntil(lambda: grid.verticalOffset() == 0)


@pytest.mark.parametrize("notches", [1, -1])
def test_ctrl_and_wheel_keep_the_offer_under_the_cursor(qtbot, grid, model, notches):
    model.reset([offer(number) for number in range(5000)])
    grid.verticalScrollBar().setValue(100_000)
    at = QPoint(450, 350)
    row = grid.indexAt(at).row()
    share = (at.y() - shown(grid, row).top()) / shown(grid, row).height()
    columns = grid._geometry.columns
    with qtbot.waitSignal(grid.cell_width_changed):
        wheel(grid, notches, at, CTRL)
    assert grid._geometry.columns == columns - notches
    after = shown(grid, row)
    assert abs(after.top() + share * after.height() - at.y()) <= 16


def test_density_keeps_the_top_line(grid, model):
    model.reset([offer(number) for number in range(5000)])
    grid.verticalScrollBar().setValue(50_000)
    top = grid.shown_rows().start
    grid.set_cell_width(130)
    assert top in grid.shown_rows()[: 2 * grid._geometry.columns]
    assert grid.cell_width == 130


def test_density_has_limits(qtbot, grid, model):
    model.reset([offer(number) for number in range(50)])
    grid.set_cell_width(1)
    assert grid.cell_width == NARROWEST
    grid.set_cell_width(9999)
    assert grid.cell_width == WIDEST
    for _ in range(20):
        wheel(grid, 1, QPoint(100, 100), CTRL)
    assert grid.cell_width <= WIDEST
    for _ in range(20):
        wheel(grid, -1, QPoint(100, 100), CTRL)
    assert NARROWEST <= grid.cell_width <= shown(grid, 0).width()


def test_near_the_end_is_told_once_for_each_number_of_rows(qtbot, grid, model):
    told = []
    grid.near_end.connect(lambda: told.append(model.rowCount()))
    model.reset([offer(number) for number in range(200)])
    bar = grid.verticalScrollBar()
    grid.repaint()
    bar.setValue(100)
    QApplication.sendPostedEvents()
    assert told == []
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum() - 10)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: told == [200])
    model.append([offer(number) for number in range(200, 400)])
    QApplication.sendPostedEvents()
    assert told == [200]
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: told == [200, 400])


def test_the_end_of_a_short_page_is_told_at_once(qtbot, grid, model):
    with qtbot.waitSignal(grid.near_end):
        model.reset([offer(number) for number in range(3)])


def test_the_end_may_be_answered_on_the_spot(qtbot, grid, model):
    grid.near_end.connect(lambda: model.append([offer(0)] * 20) if model.rowCount() < 100 else None)
    model.reset([offer(0)] * 20)
    bar = grid.verticalScrollBar()
    for goal in (40, 60, 80, 100):
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda goal=goal: model.rowCount() >= goal)


def test_appending_keeps_the_place(grid, model):
    model.reset([offer(number) for number in range(300)])
    grid.verticalScrollBar().setValue(4321)
    model.append([offer(number) for number in range(300, 360)])
    assert grid.verticalOffset() == 4321
    model.reset([offer(0)] * 300)
    assert grid.verticalOffset() == 0


def test_placeholders_fill_the_screen_and_then_the_foot(grid, model):
    grid.set_loading(True)
    assert len(grid.shown_cells()) >= 8
    assert not grid.indexAt(QPoint(100, 100)).isValid()
    grid.grab()
    model.reset([offer(number) for number in range(41)])
    with_foot = grid.verticalScrollBar().maximum()
    grid.set_loading(False)
    assert grid.verticalScrollBar().maximum() == with_foot - grid._geometry.line_height


def test_rows_may_go_while_they_are_selected(grid):
    class ShrinkingModel(OfferModel):
        def drop(self, first, last):
            self.beginRemoveRows(self.index(0).parent(), first, last)
            del self._offers[first : last + 1]
            self.endRemoveRows()

    model = ShrinkingModel(grid)
    grid.setModel(model)
    model.reset([offer(number) for number in range(300)])
    grid.selectAll()
    QTest.keyClick(grid, KEY.Key_End)
    model.drop(20, 299)
    grid.grab()
    assert grid.verticalScrollBar().value() == grid.verticalScrollBar().maximum()
    model.drop(0, 19)
    grid.grab()
    assert selected(grid) == []
