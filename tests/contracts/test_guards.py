"""The guards that watch every test do catch what they watch for: a small suite of offenders must fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ["async_tests", "network_guard", "log_guard", "leak_guard"]

SUITE = """
import asyncio, logging, urllib.request
import pytest
from PySide6.QtCore import QThread, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkRequest
from PySide6.QtWidgets import QWidget
from tests.support.waiting import emitted, until

kept = []

async def test_good():
    seen = []
    asyncio.get_running_loop().call_later(0.01, seen.append, 1)
    await until(lambda: seen)

@pytest.mark.expects_log("on purpose")
def test_good_expected_log():
    logging.getLogger("shop").warning("on purpose")

def test_good_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_good_clipboard(qapp):
    QGuiApplication.clipboard().setText("left")

def test_good_clipboard_is_empty_again(qapp):
    assert QGuiApplication.clipboard().text() == ""

async def test_bad_leftover_task():
    kept.append(asyncio.get_running_loop().create_task(asyncio.sleep(60), name="forgotten"))

@pytest.mark.limit(0.05)
async def test_bad_too_slow():
    await asyncio.sleep(60)

async def test_bad_never_true():
    await until(lambda: False, seconds=0.05)

def test_bad_log():
    logging.getLogger("shop").warning("by accident")

@pytest.mark.expects_log("on purpose")
def test_bad_log_never_came():
    assert True

def test_bad_python_connection():
    try:
        urllib.request.urlopen("http://192.0.2.1/", timeout=1)
    except OSError as error:
        kept.append(error)

def test_bad_lookup():
    try:
        urllib.request.urlopen("http://shop.example/", timeout=1)
    except OSError as error:
        kept.append(error)

async def test_bad_qt_connection(qapp):
    network = QNetworkAccessManager()
    reply = network.get(QNetworkRequest(QUrl("http://192.0.2.1/")))
    await emitted(reply.finished)

def test_bad_window_left(qapp):
    kept.append(QWidget(objectName="forgotten"))

def test_bad_thread_left(qapp):
    thread = QThread()
    thread.start()
    kept.append(thread)

def test_good_last(qapp):
    kept[-1].quit()
    assert kept[-1].wait(1000)
"""


def test_every_offender_fails_and_nothing_else(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest(f"pytest_plugins = {[f'tests.support.{name}' for name in PLUGINS]}")
    pytester.makeini("[pytest]\nmarkers =\n    limit\n    expects_log\n")
    pytester.makepyfile(SUITE)

    report = pytester.runpytest_subprocess("-rA", "-p", "no:cacheprovider").stdout.str()

    named = set(re.findall(r"def (test_\w+)", SUITE))
    caught = set(re.findall(r"^(?:FAILED|ERROR) \S+::(test_\w+)", report, re.MULTILINE))
    assert caught == {name for name in named if name.startswith("test_bad")}, report
    for leak in ("forgotten", "by accident", "192.0.2.1", "shop.example", "never came"):
        assert leak in report
