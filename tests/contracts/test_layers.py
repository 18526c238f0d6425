"""Arrows between rooms never point up, and each library is imported only where it belongs."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path, PurePosixPath

import pytest

from tests.contracts.layers import ARROWS, PACKAGE, imported_modules, layer_offences, room_of

ROOT = Path(__file__).resolve().parents[2] / PACKAGE
FILES = sorted(PurePosixPath(file.relative_to(ROOT).as_posix()) for file in ROOT.rglob("*.py"))


def test_every_import_follows_the_arrows():
    offences = [
        line for path in FILES for line in layer_offences(path, (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert not offences, "\n" + "\n".join(offences)


def test_every_room_has_a_row_in_the_table():
    assert {room_of(path) for path in FILES} <= set(ARROWS)


def test_every_library_is_declared():
    """What works only because another library happens to bring it stops working one day."""
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["fast-sight"]
    declared = {re.split(r"[^\w-]", line)[0] for line in lines}
    module_names = {"pyside6-essentials": "PySide6", "pillow": "PIL"}
    known = {module_names.get(name, name) for name in declared} | set(sys.stdlib_module_names) | {PACKAGE}
    imported = {
        module.split(".")[0]: f"{path}:{line}"
        for path in FILES
        for line, module in imported_modules(path, (ROOT / path).read_text(encoding="utf-8"))
    }
    assert {name: place for name, place in imported.items() if name not in known | {"shiboken6"}} == {}


def test_arrows_have_no_cycle():
    def reach(room: str, path: tuple[str, ...] = ()) -> None:
        assert room not in path, " -> ".join((*path, room))
        for below in ARROWS[room]:
            reach(below, (*path, room))

    for room in ARROWS:
        reach(room)


OFFENDERS = {
    "upwards": ("domain/offer.py", "from sourcing_desktop.services import search"),
    "sideways": ("storage/notes.py", "import sourcing_desktop.gateways.pandapon"),
    "room as a name": ("gateways/gate.py", "from sourcing_desktop import storage"),
    "relative": ("pictures/cache.py", "from ..ui.grid import Grid"),
    "relative, deep": ("gateways/pandapon/client.py", "from ...services import search"),
    "for types only": (
        "services/cart.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sourcing_desktop.ui import grid",
    ),
    "inside a function": ("ui/page.py", "def load():\n    import sourcing_desktop.gateways"),
    "nobody knows app": ("ui/window.py", "from sourcing_desktop.app import paths"),
    "Qt below": ("services/search.py", "from PySide6.QtCore import QObject"),
    "Qt in the sandbox's server": ("sandbox/server.py", "import PySide6.QtGui"),
    "widgets in pictures": ("pictures/cache.py", "from PySide6 import QtCore, QtWidgets"),
    "network in ui": ("ui/grid.py", "from PySide6.QtNetwork import QNetworkReply"),
    "qasync elsewhere in app": ("app/wiring.py", "import qasync"),
    "httpx in services": ("services/search.py", "import httpx"),
    "SQL in services": ("services/search.py", "from sqlalchemy import select"),
    "sqlite in ui": ("ui/page.py", "import sqlite3"),
    "server in app": ("app/wiring.py", "import uvicorn.config"),
    "keyring in services": ("services/accounts.py", "import keyring"),
    "JSON in ui": ("ui/page.py", "import json"),
    "a library in tasks": ("tasks.py", "from PySide6.QtCore import QObject"),
}


@pytest.mark.parametrize(("path", "source"), OFFENDERS.values(), ids=OFFENDERS.keys())
def test_offender_is_caught_with_file_and_line(path, source):
    line = source.count("\n") + 1
    offences = layer_offences(PurePosixPath(path), source)
    assert len(offences) == 1
    assert offences[0].startswith(f"{PACKAGE}/{path}:{line}: ")


INNOCENTS = {
    "drawn arrow": ("ui/page.py", "from sourcing_desktop.services.search import Search"),
    "own room": ("gateways/pandapon/client.py", "from .wire import page\nfrom ..gate import Gate"),
    "words for everyone": ("domain/offer.py", "from sourcing_desktop.language import tr"),
    "tasks for everyone": ("services/search.py", "from sourcing_desktop.tasks import TaskScope"),
    "the package itself": ("domain/offer.py", "from sourcing_desktop import __version__"),
    "the one file of qasync": ("app/runtime.py", "import qasync"),
    "painting goods": ("sandbox/drawing/kinds/bags.py", "from PySide6.QtGui import QPainter"),
    "a longer name": ("ui/page.py", "import jsonish, PySide6.QtWidgets"),
    "json in a lone module": ("tasks.py", "import json"),
}


@pytest.mark.parametrize(("path", "source"), INNOCENTS.values(), ids=INNOCENTS.keys())
def test_innocent_is_left_alone(path, source):
    assert layer_offences(PurePosixPath(path), source) == []
