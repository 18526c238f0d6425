"""The choice between 1688, Taobao and both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.language import tr
from sourcing_desktop.ui.formats import PLATFORM_NAMES

BOTH = tuple(Platform)


class PlatformChoice(QWidget):
    """Three buttons of which one is down. Emits `changed` when the buyer presses another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: dict[tuple[Platform, ...], QPushButton] = {}
        for platform, name in PLATFORM_NAMES.items():
            self._add((platform,), name, tr("Search on {platform}", platform=name))
        self._add(BOTH, tr("Both"), tr("Search on 1688 and Taobao, side by side"))
        row.addStretch(1)
        self.choose((Platform.ALIBABA,))
        self._group.buttonClicked.connect(self.changed)

    @property
    def platforms(self) -> tuple[Platform, ...]:
        """What is chosen: one, or both."""
        return next(platforms for platforms, button in self.buttons.items() if button.isChecked())

    def choose(self, platforms: tuple[Platform, ...]) -> None:
        """Show that these are chosen, without telling anybody."""
        self.buttons[platforms].setChecked(True)

    def _add(self, platforms: tuple[Platform, ...], text: str, name: str) -> None:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setProperty("kind", "chip")
        button.setAccessibleName(name)
        button.setToolTip(name)
        self._group.addButton(button)
        self.buttons[platforms] = button
        self.layout().addWidget(button)  # type: ignore[union-attr]
