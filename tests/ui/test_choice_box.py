"""A box of choices says what is chosen by it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from sourcing_desktop.ui.choice_box import ChoiceBox


def test_who_hears_a_choice_hears_what_it_is_of(qtbot):
    box = ChoiceBox("Order of results")
    qtbot.addWidget(box)
    box.addItem("Best match")
    said = QAccessible.queryAccessibleInterface(box)
    heard = [said.text(part) for part in (QAccessible.Text.Name, QAccessible.Text.Description)]
    assert "Order of results" in heard
    assert said.text(QAccessible.Text.Value) == "Best match"
    assert box.toolTip() == "Order of results"
