"""Widgets that go on in the next line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from sourcing_desktop.ui.flow import Flow


@pytest.fixture
def flow(on_screen):
    """A flow of three widgets, 210 px wide."""
    flow = Flow(8)
    for width, height in ((100, 30), (100, 20), (140, 30)):
        widget = QWidget()
        widget.setFixedSize(width, height)
        flow.add(widget)
    flow.resize(210, 80)
    on_screen(flow)
    return flow


def places(flow: Flow) -> list[QRect]:
    QApplication.processEvents()
    return [widget.geometry() for widget in flow.findChildren(QWidget) if widget.isVisible()]


def test_a_full_line_goes_on_below(flow):
    assert places(flow) == [QRect(0, 0, 100, 30), QRect(108, 5, 100, 20), QRect(0, 38, 140, 30)]
    assert [flow.heightForWidth(width) for width in (356, 355, 207)] == [30, 68, 96]
    flow.resize(356, 30)
    assert [place.x() for place in places(flow)] == [0, 108, 216]


def test_what_can_do_with_less_gives_way_before_a_line_is_begun(on_screen):
    flow = Flow(8)
    for wanted, least in ((100, 60), (80, None), (100, 80)):
        widget = QWidget()
        widget.setMaximumSize(wanted, 30)
        widget.setMinimumSize(least or wanted, 30)
        widget.sizeHint = lambda width=wanted: QSize(width, 30)
        flow.add(widget, least=least)
    flow.resize(266, 30)
    on_screen(flow)
    assert places(flow) == [QRect(0, 0, 80, 30), QRect(88, 0, 80, 30), QRect(176, 0, 90, 30)]
    assert [flow.heightForWidth(width) for width in (236, 235)] == [30, 68]


def test_hidden_widgets_take_no_room(flow):
    flow.findChildren(QWidget)[0].hide()
    assert places(flow) == [QRect(0, 0, 100, 20), QRect(0, 28, 140, 30)]
    assert flow.sizeHint().width() == 248


def test_it_becomes_as_narrow_as_its_widest(flow):
    assert (flow.minimumSizeHint().width(), flow.sizeHint().width()) == (140, 356)
