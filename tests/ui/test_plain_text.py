"""Words of others are shown as they are: nothing in them is markup, and no host is asked for a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from sourcing_desktop.ui.desk.desk_panel import DeskPanel
from sourcing_desktop.ui.desk.desk_picture import DeskModel, DeskPicture
from sourcing_desktop.ui.notices import Banner, Message, Toast
from sourcing_desktop.ui.offer.sku_picker import SkuPicker
from sourcing_desktop.ui.plain_tip import plain_tip

HOSTILE = '<b>Bag</b> <img src="//host.example/x.png">'


def test_a_tool_tip_says_what_looks_like_markup(on_screen, qtbot):
    label = QLabel("bag")
    on_screen(label)
    QToolTip.showText(label.mapToGlobal(label.rect().center()), plain_tip(f"{HOSTILE}\nnext"), label)
    tip = QToolTip.text()
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert plain_tip("5 pieces & more") == "5 pieces & more"
    QToolTip.hideText()


@pytest.fixture
def labels(theme, loader, qtbot, qapp) -> dict[str, QLabel]:
    """Where words of others stand."""
    window = QWidget()
    qtbot.addWidget(window)
    picker = SkuPicker(theme, loader, window)
    panel = DeskPanel(theme, DeskModel(window))
    message = Message(theme, "search", HOSTILE)
    for part in (panel, message):
        part.setParent(window)
    return {
        "banner": Banner(theme, window).text,
        "toast": Toast(window).text,
        "message": message.text,
        "about": panel.about,
        "shared": picker.shared,
        "said": picker.said,
    }


def test_labels_show_it_as_it_is(labels):
    rich = [name for name, label in labels.items() if label.textFormat() is not Qt.TextFormat.PlainText]
    assert rich == []


def test_a_picture_of_the_desk_is_called_as_it_is(qapp):
    desk = DeskModel(qapp)
    desk.add(DeskPicture(HOSTILE))
    assert HOSTILE in desk.index(0).data()
    assert "<img" not in desk.index(0).data(Qt.ItemDataRole.ToolTipRole)
