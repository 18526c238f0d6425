"""What a buyer does on the page of words."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import press, write
from tests.support.search_page import Bench


def look_for(bench: Bench, words: str) -> None:
    """Put other words into the field and press Enter."""
    bench.page.words.clear()
    write(bench.page.words, words)
    press(bench.page.words, Qt.Key.Key_Return)
