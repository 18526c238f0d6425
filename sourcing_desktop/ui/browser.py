"""The one way from this program to the buyer's browser, and to the folders of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_page(address: str) -> bool:
    """Show a page of the web in the buyer's browser; False where there is none, and for any other address."""
    page = QUrl(address)
    return page.scheme() in ("https", "http") and bool(page.host()) and QDesktopServices.openUrl(page)


def open_folder(folder: Path) -> bool:
    """Show a folder as the system shows folders; False where nothing can."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
