"""Light or dark and how much may move: what the buyer chose, else what the system says, also when it changes
its mind while the window is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.stillness import keep_still
from sourcing_desktop.ui.theme import Theme, apply_theme, chosen_theme

SYSTEM, LIGHT, DARK = "system", "light", "dark"
SCHEMES = {SYSTEM: Qt.ColorScheme.Unknown, LIGHT: Qt.ColorScheme.Light, DARK: Qt.ColorScheme.Dark}
"""What the frames and dialogs that the system draws are asked to be in."""


class Appearance(QObject):
    """Dresses the program anew, and then emits `changed`: who painted in other colours paints again."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._system_still = False
        keep_still(self.still)
        hints = QGuiApplication.styleHints()
        if self.chosen != SYSTEM:
            hints.setColorScheme(SCHEMES[self.chosen])
        hints.colorSchemeChanged.connect(self._dress)
        hints.accessibility().contrastPreferenceChanged.connect(self._dress)

    @property
    def chosen(self) -> str:
        """`SYSTEM`, `LIGHT` or `DARK`."""
        chosen = str(self._settings.value("theme", SYSTEM))
        return chosen if chosen in SCHEMES else SYSTEM

    @property
    def still(self) -> bool:
        """Whether the buyer wants nothing to move."""
        return bool(self._settings.value("still", False, bool))

    def choose(self, preference: str) -> None:
        """Take up one of the three, and remember it."""
        self._settings.setValue("theme", preference)
        QGuiApplication.styleHints().setColorScheme(SCHEMES[preference])
        self._dress()

    def toggle(self) -> None:
        """Change between light and dark, from whichever is seen."""
        self.choose(LIGHT if self._theme.dark else DARK)

    def set_still(self, still: bool) -> None:
        """Whether nothing shall move, and remember it."""
        self._settings.setValue("still", still)
        keep_still(still or self._system_still)

    def heed_system(self, still: bool) -> None:
        """What the system wants of motion; the buyer may want even less."""
        self._system_still = still
        keep_still(still or self.still)

    def _dress(self) -> None:
        wanted = chosen_theme(self.chosen)
        if not self._theme.looks_like(wanted):
            self._theme.become(wanted)
            apply_theme(QApplication.instance(), self._theme)  # type: ignore[arg-type]
            self.changed.emit()
