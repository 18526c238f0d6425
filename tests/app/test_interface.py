"""The language the program speaks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings

from sourcing_desktop.app.interface import chosen
from sourcing_desktop.app.paths import Paths

PRINT_ONE = """
import sys
from pathlib import Path
from sourcing_desktop.app.interface import speak_chosen
speak_chosen(Path(sys.argv[1]), sys.argv[2])
from sourcing_desktop.ui.page_tabs import TABS
print(TABS["keyword"][0], "PySide6.QtWidgets" in sys.modules)
"""


@pytest.mark.parametrize(
    ("wanted", "system", "language"),
    [
        ("th", ["vi-VN", "vi"], "th"),
        ("", ["vi-VN", "vi", "en"], "vi"),
        ("", ["C"], "en"),
        ("", ["zh-Hans-CN", "es-PE"], "es"),
        ("klingon", ["fr-FR"], "en"),
        ("pseudo", ["vi-VN"], "pseudo"),
    ],
)
def test_what_is_wanted_comes_first_then_what_the_system_speaks(wanted, system, language):
    assert chosen(wanted, system, ["en", "es", "th", "vi"]) == language


@pytest.mark.parametrize(("kept", "asked", "said"), [("pseudo", "", "⟦"), ("pseudo", "en", "K")])
def test_words_of_modules_are_in_the_language_kept_or_asked_for(tmp_path, kept, asked, said):
    paths = Paths.below(tmp_path)
    settings = QSettings(str(paths.settings), QSettings.Format.IniFormat)
    settings.setValue("interface", kept)
    settings.sync()
    run = [sys.executable, "-c", PRINT_ONE, str(tmp_path), asked]
    printed = subprocess.run(run, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert printed.startswith(said)
