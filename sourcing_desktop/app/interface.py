"""Which language the program itself speaks: the one chosen in the menu, else the first of the system's that
it can. Decided before the window's rooms are imported, some of whose words are said as they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings

from sourcing_desktop.app.paths import Paths
from sourcing_desktop.language import PSEUDO, languages, speak


def speak_chosen(home: Path | None, asked: str = "") -> None:
    """Speak the language asked for, else the one kept in this home's settings, else the system's."""
    paths = Paths.below(home) if home else Paths.usual()
    kept = QSettings(str(paths.settings), QSettings.Format.IniFormat).value("interface", "")
    speak(chosen(asked or str(kept), QLocale.system().uiLanguages(), languages()))


def chosen(wanted: str, system: Sequence[str], known: Sequence[str]) -> str:
    """The language that is wanted, if it is known, else the first known one of the system's `vi-VN`, `en`."""
    codes = [wanted, *(name.partition("-")[0] for name in system)]
    return next((code for code in codes if code in known or code == PSEUDO), "en")
