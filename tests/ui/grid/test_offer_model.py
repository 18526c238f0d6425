"""The offers as Qt, screen readers and other programs get them."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from sourcing_desktop.ui.grid.offer_model import PORTION, OfferModel
from tests.ui.grid.moves import offer


def test_the_model_keeps_the_contract_of_qt(qtbot):
    model = OfferModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.reset([offer(number) for number in range(5)])
    model.append([offer(number) for number in range(5, 9)])
    model.append([])
    model.set_dimmed(True)
    model.reset([])
    assert tester.model() is model
    assert model.rowCount() == 0


def test_the_model_speaks(qtbot):
    model = OfferModel()
    model.reset([offer(0)])
    index = model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Summer dress 0")
    assert "¥12.80, MOQ 2, 1,204 sold, 1688, Super factory, Curated" in spoken
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("夏季新款女士宽松显瘦连衣裙")


def test_links_and_text_are_dragged_out(qtbot):
    model = OfferModel()
    model.reset([offer(0), offer(2)])
    data = model.mimeData([model.index(1), model.index(0)])
    assert [url.toString() for url in data.urls()] == [
        "https://detail.1688.com/offer/600000.html",
        "https://item.taobao.com/item.htm?id=600002",
    ]
    assert data.text().splitlines()[0].endswith("¥12.80\thttps://detail.1688.com/offer/600000.html")


def test_new_offers_are_not_dimmed(qtbot):
    model = OfferModel()
    model.reset([offer(0)])
    model.set_dimmed(True)
    model.reset([offer(1)])
    assert not model.dimmed


@pytest.fixture
def nothing_set_aside():
    gc.collect()
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("page", [60, 3 * PORTION], ids=["page by page", "at once"])
def test_garbage_collections_do_not_look_at_long_lists_of_offers(qtbot, nothing_set_aside, page):
    model = OfferModel()
    for _ in range(0, 3 * PORTION, page):
        model.append([offer(number) for number in range(page)])
    gc.collect()
    seen = {id(thing) for thing in gc.get_objects()}
    assert sum(id(model.offer(row)) in seen for row in range(model.rowCount())) < PORTION
    assert gc.get_freeze_count() > 2 * PORTION


def test_offers_set_aside_go_when_nobody_holds_them(qtbot, nothing_set_aside):
    model = OfferModel()
    model.reset([offer(number) for number in range(2 * PORTION)])
    before = gc.get_freeze_count()
    model.reset([])
    assert gc.get_freeze_count() < before - 2 * PORTION


def test_garbage_is_not_set_aside(qtbot, nothing_set_aside):
    class Knot:
        pass

    knot = Knot()
    knot.itself = knot
    gone = weakref.ref(knot)
    del knot
    OfferModel().reset([offer(0)] * PORTION)
    assert gone() is None


def test_short_lists_set_nothing_aside(qtbot, nothing_set_aside):
    model = OfferModel()
    model.reset([offer(number) for number in range(100)])
    assert gc.get_freeze_count() == 0
