"""The buttons of a dialog stand where the system's own stand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QProxyStyle, QPushButton, QStyle, QWidget

from sourcing_desktop.ui.dialogs import button_row

Layout = QDialogButtonBox.ButtonLayout


class Desktop(QProxyStyle):
    """Fusion on a system with that order of buttons."""

    def __init__(self, layout: QDialogButtonBox.ButtonLayout) -> None:
        super().__init__("Fusion")
        self._layout = layout

    def styleHint(self, hint, option=None, widget=None, returnData=None) -> int:
        if hint == QStyle.StyleHint.SH_DialogButtonLayout:
            return self._layout.value
        return super().styleHint(hint, option, widget, returnData)


@pytest.mark.parametrize(
    ("layout", "order"),
    [
        (Layout.WinLayout, ["Choose", "Use", "Cancel"]),
        (Layout.KdeLayout, ["Choose", "Use", "Cancel"]),
        (Layout.MacLayout, ["Choose", "Cancel", "Use"]),
        (Layout.GnomeLayout, ["Choose", "Cancel", "Use"]),
    ],
    ids=["Windows", "KDE", "macOS", "GNOME"],
)
def test_what_does_the_work_stands_where_the_system_has_it(qtbot, layout, order):
    dialog, style = QWidget(), Desktop(layout)
    qtbot.addWidget(dialog)
    leave, use, beside = QPushButton("Cancel"), QPushButton("Use"), QPushButton("Choose")
    leave.setStyle(style)
    dialog.setLayout(button_row(leave, use, beside=[beside]))
    dialog.show()
    buttons = dialog.findChildren(QPushButton)
    assert [each.text() for each in sorted(buttons, key=lambda button: button.x())] == order
    style.setParent(dialog)
