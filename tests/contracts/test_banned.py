"""The project's own files do without the banned calls, swallowing handlers, vague names and long files."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from tests.contracts.banned import LONGEST_FILE, banned_offences, length_offences, name_offences

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    PurePosixPath(file.relative_to(ROOT).as_posix())
    for pattern in (
        "dev.py",
        "sourcing_desktop/**/*.py",
        "tests/**/*.py",
        "benchmarks/**/*.py",
        "docs/**/*.py",
        "packaging/**/*.py",
    )
    for file in ROOT.glob(pattern)
)
# The place that sleeps so that no test has to.
WAITING = PurePosixPath("tests/support/waiting.py")


def source(path: PurePosixPath) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_nothing_banned_is_said():
    offences = [line for path in FILES if path != WAITING for line in banned_offences(path, source(path))]
    assert not offences, "\n" + "\n".join(offences)


def test_no_file_is_too_long():
    offences = [line for path in FILES for line in length_offences(path, source(path))]
    assert not offences, "\n" + "\n".join(offences)


def test_no_module_has_a_vague_name():
    offences = [line for path in FILES for line in name_offences(path)]
    assert not offences, "\n" + "\n".join(offences)


PAGE = "sourcing_desktop/ui/page.py"
TEST = "tests/ui/test_page.py"
OFFENDERS = {
    "create_task": (PAGE, "asyncio.create_task(work())"),
    "create_task of a group": (PAGE, "group.create_task(work())"),
    "create_task by import": (PAGE, "from asyncio import create_task"),
    "create_task by reference": (PAGE, "start = loop.create_task"),
    "ensure_future": (PAGE, "asyncio.ensure_future(work())"),
    "exec": (PAGE, "dialog.exec()"),
    "exec_": (PAGE, "menu.exec_(here)"),
    "processEvents": (PAGE, "QApplication.processEvents()"),
    "asyncSlot": (PAGE, "from qasync import asyncSlot"),
    "asyncClose": (PAGE, "close = qasync.asyncClose"),
    "bare except": (PAGE, "try: work()\nexcept: log()"),
    "except pass": (PAGE, "try: work()\nexcept OSError: pass"),
    "except ellipsis": (PAGE, "try: work()\nexcept OSError: ..."),
    "broad and dropped": (PAGE, "try: work()\nexcept Exception: result = None"),
    "broad in a tuple": (PAGE, "try: work()\nexcept (OSError, Exception) as error: result = None"),
    "suppress everything": (PAGE, "with contextlib.suppress(Exception): work()"),
    "except pass in a test": (TEST, "try: work()\nexcept OSError: pass"),
    "sleep in a test": (TEST, "time.sleep(0.1)"),
    "async sleep in a test": (TEST, "asyncio.sleep(delay)"),
    "qtbot.wait": (TEST, "qtbot.wait(100)"),
    "mock": (TEST, "from unittest import mock"),
    "mock's class": (TEST, "from unittest.mock import MagicMock"),
    "nested loop in a coroutine": (TEST, "async def test(qtbot):\n    qtbot.waitUntil(ready)"),
}


@pytest.mark.parametrize(("path", "code"), OFFENDERS.values(), ids=OFFENDERS.keys())
def test_offender_is_caught_with_file_and_line(path, code):
    line = code.count("\n") + 1
    offences = banned_offences(PurePosixPath(path), code)
    assert len(offences) == 1
    assert offences[0].startswith(f"{path}:{line}: ")


INNOCENTS = {
    "tasks make tasks": ("sourcing_desktop/tasks.py", "loop.create_task(work())"),
    "the built-in exec is no dialog": (PAGE, "executor.execute(work)"),
    "named error handled": (PAGE, "try: work()\nexcept OSError: result = None"),
    "broad and raised": (PAGE, "try: work()\nexcept Exception:\n    undo()\n    raise"),
    "broad and used": (PAGE, "try: work()\nexcept Exception as error: report(error)"),
    "broad and logged": (PAGE, "try: work()\nexcept Exception: log.exception('work')"),
    "suppress by name": (PAGE, "with contextlib.suppress(FileNotFoundError): work()"),
    "one turn of the loop": (TEST, "asyncio.sleep(0)"),
    "waiting in a plain test": (TEST, "def test(qtbot):\n    qtbot.waitUntil(ready)"),
}


@pytest.mark.parametrize(("path", "code"), INNOCENTS.values(), ids=INNOCENTS.keys())
def test_innocent_is_left_alone(path, code):
    assert banned_offences(PurePosixPath(path), code) == []


@pytest.mark.parametrize("name", ["ui/utils.py", "misc/paths.py", "services/cart_manager.py", "ui/base.py"])
def test_vague_name_is_caught(name):
    assert len(name_offences(PurePosixPath("sourcing_desktop") / name)) == 1


def test_a_word_that_only_contains_a_vague_name_is_fine():
    assert name_offences(PurePosixPath("sourcing_desktop/storage/database.py")) == []


def test_long_file_is_caught():
    path = PurePosixPath("sourcing_desktop/domain/offer.py")
    assert length_offences(path, "x\n" * LONGEST_FILE) == []
    assert len(length_offences(path, "x\n" * (LONGEST_FILE + 1))) == 1
