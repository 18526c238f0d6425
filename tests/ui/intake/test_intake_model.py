"""The table of a list as a model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from sourcing_desktop.domain.cart import Cart, CartLine
from sourcing_desktop.domain.errors import NotFound, Unreachable
from sourcing_desktop.services.intake.plan import Plan
from sourcing_desktop.services.intake.verdicts import verdicts
from sourcing_desktop.ui.intake.intake_model import FATE, LINE, QUANTITY, SKU, IntakeModel, OnlyProblems
from sourcing_desktop.ui.intake.words import places
from tests.services.intake.lists import ALL_SKUS, detail, ref, wish


@pytest.fixture
def model(qapp):
    model = IntakeModel()
    rows = OnlyProblems(model, model)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(each, mode, model) for each in (model, rows)]
    model.rows = rows
    yield model
    del testers
    model.deleteLater()


def show(model: IntakeModel, plan: Plan) -> None:
    model.show_rows(plan.rows, verdicts(plan.rows, Cart()))


def column(model, number: int) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


@pytest.fixture
def plan() -> Plan:
    return Plan(
        [
            wish(1, "20", "red", "XL", place=1),
            wish(2, "5", "purple", place=2),
            wish(1, "10", "红色", "XL", place=3),
            wish(3, "", "red", "S", place=4),
        ]
    )


def test_rows_change_and_vanish_while_goods_are_found(model, plan):
    show(model, plan)
    assert column(model, FATE) == ["Being looked up…"] * 4
    removed = QSignalSpy(model.rowsRemoved)
    reset = QSignalSpy(model.modelReset)
    plan.found((ref(1),), detail(1))
    plan.failed((ref(2),), NotFound("Gone."))
    plan.failed((ref(3),), Unreachable("No answer."))
    show(model, plan)
    assert column(model, LINE) == ["1 and 3", "2", "4"]
    assert column(model, QUANTITY) == ["30", "5", ""]
    assert column(model, FATE) == ["Goes into the cart. Lines 1 and 3 together.", "Gone.", "No answer."]
    assert (removed.count(), reset.count()) == (1, 0)


def test_only_problems_leaves_the_others_out(model, plan):
    plan.found((ref(1),), detail(1))
    plan.found((ref(2),), detail(2))
    show(model, plan)
    model.rows.show_only_problems(True)
    assert column(model.rows, LINE) == ["2"]
    plan.choose_sku(1, ALL_SKUS[0].id)
    show(model, plan)
    assert column(model.rows, LINE) == []
    model.rows.show_only_problems(False)
    assert len(column(model.rows, LINE)) == 3


def test_only_what_can_be_changed_is_editable(model, plan):
    plan.found((ref(1),), detail(1))
    plan.found((ref(3),), detail(3, skus=ALL_SKUS[:1]))
    show(model, plan)
    editable = {
        (row, each)
        for row in range(model.rowCount())
        for each in range(model.columnCount())
        if model.flags(model.index(row, each)) & Qt.ItemFlag.ItemIsEditable
    }
    assert editable == {(0, SKU), (0, QUANTITY), (2, QUANTITY)}


def test_what_can_never_be_added_has_no_box(model, plan):
    plan.found((ref(1),), detail(1))
    plan.failed((ref(2),), NotFound("Gone."))
    show(model, plan)
    role = Qt.ItemDataRole.CheckStateRole
    assert [model.index(row, LINE).data(role) for row in range(3)] == [
        Qt.CheckState.Checked,
        None,
        Qt.CheckState.Checked,
    ]
    told = QSignalSpy(model.wanted_changed)
    assert not model.setData(model.index(1, LINE), Qt.CheckState.Unchecked, role)
    assert not model.flags(model.index(1, LINE)) & Qt.ItemFlag.ItemIsUserCheckable
    assert told.count() == 0


def test_what_does_not_go_in_comes_on_top_of_nothing(model, plan):
    plan.found((ref(1),), detail(1))
    coming = plan.rows[0].coming
    in_cart = CartLine(
        "", ref(1), coming.sku, 3, coming.detail.offer.title, "", coming.detail.prices, coming.detail.rules,
        coming.detail.supplier,
    )  # fmt: skip
    model.show_rows(plan.rows, verdicts(plan.rows, Cart((in_cart,))))
    assert "3 are in the cart; these come on top." in model.index(0, FATE).data()
    plan.set_quantity(0, "2000000")
    model.show_rows(plan.rows, verdicts(plan.rows, Cart((in_cart,))))
    assert model.index(0, FATE).data() == "More than 1,000,000 pieces; check the number."


def test_changes_are_told_by_the_number_of_the_row(model, plan):
    plan.found((ref(1),), detail(1))
    plan.found((ref(3),), detail(3))
    show(model, plan)
    chosen, typed, wanted = map(QSignalSpy, (model.sku_chosen, model.quantity_typed, model.wanted_changed))
    model.setData(model.index(2, SKU), "21")
    model.setData(model.index(2, QUANTITY), "7")
    model.setData(model.index(2, LINE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert (chosen.at(0), typed.at(0), wanted.at(0)) == ([3, "21"], [3, "7"], [(3,), False])


@pytest.mark.parametrize(
    ("numbers", "text"),
    [((3,), "3"), ((3, 7), "3 and 7"), ((1, 2, 3, 4), "1, 2, 3 and 4"), (range(1, 9), "1, 2, 3 and 5 more")],
)
def test_places_are_listed_shortly(numbers, text):
    assert places(numbers) == text
