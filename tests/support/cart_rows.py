"""Finding one's way in the rows of a cart, for tests of its model."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY, CartModel
from sourcing_desktop.ui.cart.row_states import LineState

CHECK = Qt.ItemDataRole.CheckStateRole
CHECKED, UNCHECKED, PARTLY = (
    Qt.CheckState.Checked,
    Qt.CheckState.Unchecked,
    Qt.CheckState.PartiallyChecked,
)


def watched_model() -> CartModel:
    """A model whose every step is checked."""
    model = CartModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    return model


def seller(model, row=0, platform=0):
    return model.index(row, GOODS, model.index(platform, GOODS))


def line(model, row=0, of=0, platform=0, column=QUANTITY):
    return model.index(row, column, seller(model, of, platform))


def enter(model, text, row=0, of=0):
    return model.setData(line(model, row, of), text)


def state(model, row=0, of=0) -> LineState:
    return model.line(line(model, row, of))
