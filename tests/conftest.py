"""What every test has: Qt without a screen, the program's event loop, and guards against what leaks out."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# NumPy's threads would wait for each other where other work has the cores, as here it often has.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# A test that forgets to bring its own keyring fails, and never writes into the person's.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# Times on a busy machine prove nothing, and the same commit gives the same answer.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")

pytest_plugins = [
    "pytester",  # for the tests of the guards below
    "tests.support.async_tests",
    "tests.support.network_guard",
    "tests.support.log_guard",
    "tests.support.leak_guard",
    "tests.support.sandbox",
    "tests.support.desk",
    "tests.support.search_page",
    "tests.support.window",
    "tests.support.endpoint_table",
]
