"""Where the program keeps things on this computer."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths


@dataclass(frozen=True, slots=True)
class Paths:
    """`data` must not be lost; `cache` may be deleted at any time."""

    data: Path
    cache: Path

    @classmethod
    def usual(cls) -> Paths:
        """The places of this system and user; needs the application's name to be set."""
        if sys.platform != "win32":  # without HOME Qt takes / for everybody's home; Python asks the system
            os.environ.setdefault("HOME", str(Path.home()))
        where = QStandardPaths.StandardLocation
        data = QStandardPaths.writableLocation(where.AppDataLocation)
        cache = QStandardPaths.writableLocation(where.CacheLocation)
        return cls(Path(data), Path(cache))

    @classmethod
    def below(cls, home: Path) -> Paths:
        """Everything in one folder, as the tour and tests want it."""
        return cls(home / "data", home / "cache")

    @property
    def library(self) -> Path:
        return self.data / "library.sqlite"

    @property
    def settings(self) -> Path:
        return self.data / "window.ini"

    @property
    def log(self) -> Path:
        return self.data / "log.txt"

    @property
    def pictures(self) -> Path:
        return self.cache / "pictures"

    @property
    def sandbox_market(self) -> Path:
        return self.cache / "sandbox"

    @property
    def sandbox_trade(self) -> Path:
        return self.data / "sandbox-trade.sqlite"
