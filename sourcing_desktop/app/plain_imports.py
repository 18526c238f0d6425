"""Loads Qt's Python layer and takes back what it does to `import`. Import it before all else of the program.

PySide puts its own function in the place of `import`, which reads the source of every module loaded from then
on, to see whether it may use `from __feature__ import snake_case`. That takes a third of the time SQLAlchemy
needs to load, and keeps 7 MB of source lines. Nothing here uses that feature.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
