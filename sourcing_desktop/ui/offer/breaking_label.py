"""A text of the platform as a label: words longer than a line are broken, and nothing in it is markup."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

MAY_BREAK = "\u200b"
"""Seen by nobody."""

_LONG_WORD = re.compile(r"[^\s\u200b\u0e00-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\uffef]{21,}")
"""Letters without a gap, but for scripts that are broken without one: Thai and its neighbours, Chinese."""


def breakable(text: str) -> str:
    """The same text, long words of which may go on in the next line."""
    return _LONG_WORD.sub(lambda word: MAY_BREAK.join(word[0]), text)


class BreakingLabel(QLabel):
    """Never wider than its place. `text` is what was set, without what lets it break."""

    def __init__(self, role: str = "", *, selectable: bool = True) -> None:
        super().__init__()
        self._text = ""
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        self._text = text
        super().setText(breakable(text))
        self.setAccessibleName(text)
