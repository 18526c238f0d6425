"""The switch between 1688 and Taobao."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.language import tr
from sourcing_desktop.ui.formats import PLATFORM_NAMES


class PlatformSwitch(QWidget):
    """Two buttons of which one is down. Emits `changed` with the platform chosen."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: dict[Platform, QPushButton] = {}
        for platform in (Platform.ALIBABA, Platform.TAOBAO):
            name = PLATFORM_NAMES[platform]
            button = QPushButton(name)
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setAccessibleName(tr("Search on {platform}", platform=name))
            self._group.addButton(button)
            self.buttons[platform] = button
            row.addWidget(button)
        self.buttons[Platform.ALIBABA].setChecked(True)
        self._group.buttonToggled.connect(self._toggled)

    @property
    def platform(self) -> Platform:
        return next(platform for platform, button in self.buttons.items() if button.isChecked())

    def choose(self, platform: Platform) -> None:
        self.buttons[platform].setChecked(True)

    def _toggled(self, _button: object, down: bool) -> None:
        if down:
            self.changed.emit(self.platform)
