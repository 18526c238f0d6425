"""Makes the window, its pages and dialogs in the pseudo-language, and prints a line for every text on them
that is no message: `ClassName: text`. A program, since the language is chosen before rooms are imported.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from sourcing_desktop.language import PSEUDO, speak

# The same in every language.
NAMES = re.compile(
    r"1688|Taobao|PandaPon|LinkedMall|Sourcing Desktop|Sandbox|SKU|Ctrl|Shift|Alt|Enter|Space|Esc|F\d+|"
    r"English|Tiếng Việt|Español|ไทย|[\u4e00-\u9fff]+|https?:\S*|v[12]|[A-Z]{3}(?= · )|Return|"
    r"Apache-2\.0|Qt 6, PySide6 \(LGPL-3\.0\)"
)
QT_SAYS = {
    *("Float", "Undocks and re-attaches the dock widget", "Close", "Closes the dock widget"),
    *("Scroll Left", "Scroll Right"),
}
"""Qt's own words, for which Qt has translations of its own or none."""

MESSAGE = re.compile("⟦[^⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")


def untranslated(text: str) -> str:
    """What is left of a text without messages, names and what is nested in messages."""
    inner = text
    while (outer := MESSAGE.sub("", inner)) != inner:
        inner = outer
    return " ".join(WORD.findall(NAMES.sub("", inner)))


def texts(widget: QWidget) -> Iterator[tuple[QObject, str]]:
    """Every text that a widget and all below it show, or tell a screen reader."""
    for each in (widget, *widget.findChildren(QObject)):
        if isinstance(each, QWidget):
            own = (each.toolTip(), each.accessibleName(), each.accessibleDescription(), each.windowTitle())
            yield from ((each, text) for text in own)
        match each:
            case QLabel() | QAbstractButton():
                yield each, each.text()
            case QAction():
                yield from ((each, text) for text in (each.text(), each.toolTip()))
            case QMenu():
                yield each, each.title()
            case QLineEdit() | QPlainTextEdit():
                yield each, each.placeholderText()
            case QComboBox():
                yield from ((each, each.itemText(row)) for row in range(each.count()))
            case QTabBar():
                yield from ((each, each.tabText(row)) for row in range(each.count()))
            case QListWidget():
                yield from ((each, each.item(row).text()) for row in range(each.count()))
            case QHeaderView():
                yield from ((each, text) for text in _headings(each))


def _headings(header: QHeaderView) -> Iterator[str]:
    for section in range(header.count()):
        if header.orientation() is Qt.Orientation.Horizontal:
            yield str(header.model().headerData(section, header.orientation()) or "")


def all_of_it(home: Path) -> Iterator[QWidget]:
    """The window with every page, and the dialogs that need no gateway."""
    from sourcing_desktop.domain.account import SANDBOX
    from sourcing_desktop.pictures.loader import PictureLoader
    from sourcing_desktop.ui.about_dialog import AboutDialog
    from sourcing_desktop.ui.account.account_dialog import AccountDialog
    from sourcing_desktop.ui.address.address_dialog import AddressDialog
    from sourcing_desktop.ui.exchange.rate_dialog import RateDialog
    from sourcing_desktop.ui.intake.intake_sheet import IntakeSheet
    from sourcing_desktop.ui.journal.journal_window import JournalWindow
    from sourcing_desktop.ui.main_window import MainWindow
    from sourcing_desktop.ui.quick_look import QuickLook
    from sourcing_desktop.ui.theme import LIGHT

    settings = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    loader = PictureLoader(home / "pictures")
    window = MainWindow(LIGHT, loader, settings)
    window.furnish()
    for page in ("image", "store", "discover", "shortlist", "offer", "cart", "orders", "offer_commands"):
        getattr(window, page)
    yield window
    yield AboutDialog(LIGHT, home, window)
    yield AccountDialog(LIGHT, [SANDBOX], SANDBOX, window)
    yield AddressDialog(LIGHT, window)
    yield RateDialog(LIGHT, None, window)
    yield IntakeSheet(LIGHT, loader, window)
    yield JournalWindow(LIGHT, loader, settings)
    yield QuickLook(LIGHT, loader, window)
    loader.close()


def main() -> None:
    """Print what is not translated."""
    application = QApplication(sys.argv)
    speak(PSEUDO)
    found: dict[str, None] = {}
    with tempfile.TemporaryDirectory() as home:
        told = [
            (place, text.replace(home, ""))
            for widget in all_of_it(Path(home))
            for place, text in texts(widget)
        ]
        for place, text in told:
            if untranslated(text) and text not in QT_SAYS:
                found[f"{type(place).__name__}: {text}"] = None
    print(*found, sep="\n")
    del application


if __name__ == "__main__":
    main()
