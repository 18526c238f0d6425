"""The program keeps its things where Qt says that programs do, and finds that place without Qt."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

ASK = """
import json
from PySide6.QtCore import QCoreApplication, QStandardPaths
from sourcing_desktop.app.paths import Paths
application = QCoreApplication([])
application.setApplicationName("sourcing-desktop")
where = QStandardPaths.StandardLocation
asked = [QStandardPaths.writableLocation(each) for each in (where.AppDataLocation, where.CacheLocation)]
print(json.dumps([asked, [Paths.usual().data.as_posix(), Paths.usual().cache.as_posix()]]))
"""


@pytest.mark.parametrize(
    "named", [{}, {"XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": "/c"}, {"XDG_DATA_HOME": "not/whole"}]
)
def test_the_usual_places_are_those_of_qt(named: dict[str, str]):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    result = subprocess.run(
        [sys.executable, "-c", ASK], env=kept | named, capture_output=True, text=True, check=True
    )
    qt, ours = json.loads(result.stdout)
    assert ours == qt
