"""Fails a test that leaves a window or a running QThread behind, and empties the clipboard after each."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

TOOL_TIPS = "QTipLabel"  # Qt's own; it goes by itself


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    windows_before, threads_before = set(windows()), thread_count()
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()  # data left there at exit crashes the offscreen platform
    left = set(windows()) - windows_before
    if left:
        collect_deleted()
        left = set(windows()) - windows_before
    running = running_qthreads() if thread_count() > threads_before else []
    assert not left, f"windows left open: {sorted(map(describe, left))}"
    assert not running, f"threads left running: {running}"


def windows() -> list[QWidget]:
    if QApplication.instance() is None:
        return []
    return [window for window in QApplication.topLevelWidgets() if describe(window) != TOOL_TIPS]


def describe(widget: QWidget) -> str:
    return f"{widget.metaObject().className()} {widget.objectName()}".strip()


def collect_deleted() -> None:
    """Let go of windows that only a reference cycle or a pending deleteLater keeps."""
    gc.unfreeze()  # long lists of offers are set aside, and with them what there was at the time
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def thread_count() -> int:
    """Threads of this process, cheap enough to ask around every test; elsewhere than on Linux unknown."""
    return len(os.listdir("/proc/self/task")) if sys.platform == "linux" else -1


def running_qthreads() -> list[QThread]:
    gc.unfreeze()
    main = QThread.currentThread()
    threads = (thing for thing in gc.get_objects() if issubclass(type(thing), QThread))
    return [thread for thread in threads if thread is not main and thread.isRunning()]
