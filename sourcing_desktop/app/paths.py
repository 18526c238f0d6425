"""Where the program keeps things on this computer: where Qt would, found without Qt, so that commands
without a window start fast."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

NAME = "sourcing-desktop"
ROAMING, LOCAL = 0x1A, 0x1C
"""How the Windows shell numbers the folders for data of programs."""


@dataclass(frozen=True, slots=True)
class Paths:
    """`data` must not be lost; `cache` may be deleted at any time."""

    data: Path
    cache: Path

    @classmethod
    def usual(cls) -> Paths:
        """The places of this system and user."""
        if sys.platform == "win32":
            return cls(_shell_folder(ROAMING) / NAME, _shell_folder(LOCAL) / NAME / "cache")
        home = Path.home()
        if sys.platform == "darwin":
            library = home / "Library"
            return cls(library / "Application Support" / NAME, library / "Caches" / NAME)
        data = _folder("XDG_DATA_HOME", home / ".local" / "share")
        return cls(data / NAME, _folder("XDG_CACHE_HOME", home / ".cache") / NAME)

    @classmethod
    def below(cls, home: Path) -> Paths:
        """Everything in one folder, as the tour and tests want it."""
        return cls(home / "data", home / "cache")

    @property
    def library(self) -> Path:
        return self.data / "library.sqlite"

    @property
    def seen(self) -> Path:
        """What accounts have seen, a folder each."""
        return self.data / "seen"

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


def _folder(variable: str, usual: Path) -> Path:
    """The folder an environment variable names, which must say it whole; else the usual one."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else usual


if sys.platform == "win32":

    def _shell_folder(number: int) -> Path:
        """Asked of the shell: the environment may be empty."""
        import ctypes

        path = ctypes.create_unicode_buffer(260)
        ctypes.windll.shell32.SHGetFolderPathW(None, number, None, 0, path)
        return Path(path.value)
