"""What the cards look like, and that they go when they should."""

from __future__ import annotations

import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel
from PySide6.QtWidgets import QStyledItemDelegate

from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.theme import DARK, LIGHT
from tests.ui.grid.moves import move_mouse, offer, shown


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [130, 200, 400])
def test_every_state_is_painted(grid, model, tmp_path, theme, width):
    model.reset([offer(number, "data:nothing" if number == 3 else "") for number in range(20)])
    grid.set_theme(theme)
    grid.set_cell_width(width)
    plain = grid.grab().toImage()
    grid.setCurrentIndex(model.index(0))
    grid.selectionModel().select(model.index(1), QItemSelectionModel.SelectionFlag.Select)
    move_mouse(grid, shown(grid, 1).center())
    chosen = grid.grab().toImage()
    model.set_dimmed(True)
    dimmed = grid.grab().toImage()
    assert plain != chosen != dimmed
    assert dimmed.save(str(tmp_path / "grid.png"))


def test_another_theme_leaves_nothing_behind(qapp, grid):
    for theme in (DARK, LIGHT, DARK):
        grid.set_theme(theme)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [child for child in grid.children() if isinstance(child, QStyledItemDelegate)] == [grid._cell]


def test_titles_are_cut_to_two_lines(grid):
    title = "ที่นอนแมวนุ่มอบอุ่นใช้ได้ทุกฤดู ขนาดใหญ่ ถอดซักได้ สำหรับสัตว์เลี้ยง " * 3
    cell = grid._cell
    lines = cell._title.cut(title, 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(cell._title.width(line) <= 200 for line in lines)
    assert cell._title.cut("  ", 200, 2) == ("",)
    assert cell._title.cut("短", 200, 2) == ("短",)


def test_a_dropped_grid_goes_at_once(qtbot, loader):
    """Else a worker's garbage collection might delete the widget in its own thread, which crashes."""
    grid = OfferGrid(LIGHT, loader)
    grid.resize(600, 400)
    grid.model().reset([offer(number) for number in range(9)])
    grid.show()
    grid.grab()
    grid.close()
    gone = weakref.ref(grid)
    del grid
    assert gone() is None
