"""Qt calls that return nothing must not use up None.

PySide6 6.12.0 on Python 3.11 takes a reference to None with every such call and never gives it back; after a
few thousand the interpreter aborts (docs/decisions/0001). From Python 3.12 on None cannot be used up.
"""

from __future__ import annotations

import sys
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

CALLS = 500  # far below the abort, far above what unrelated code gives or takes meanwhile
NOISE = 50


# Each makes its object first (a QApplication must be running) and gives back the call to repeat.
VOID_CALLS = {
    "QTimer.stop": lambda: QTimer().stop,
    "QObject.setObjectName": lambda: partial(QObject().setObjectName, "name"),
    "QObject.parent": lambda: QObject().parent,
    "QWidget.update": lambda: QWidget().update,
    "QEvent.ignore": lambda: QEvent(QEvent.Type.User).ignore,
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("make_call", VOID_CALLS.values(), ids=VOID_CALLS.keys())
def test_void_call_does_not_use_up_none(make_call):
    call = make_call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    assert before - sys.getrefcount(None) < NOISE
