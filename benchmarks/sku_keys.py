"""A key typed into the SKU matrix of an offer with 400 SKUs, from the event to the end of the repaint, beside
a bare table of Qt of the same size over a plain model. In the whole panel a quantity stands at every SKU."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.rows import RUNS, Row, at_most, p99
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, SkuAttribute, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.offer.offer_page import OfferPage
from sourcing_desktop.ui.offer.sku_picker import SkuPicker
from sourcing_desktop.ui.theme import LIGHT, apply_theme

SIDE = 20
WIDTH, HEIGHT = 480, 640
"""px: the dock of the offer at its usual width."""

LIMIT_MS = 16
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_Return) * 2 + (Qt.Key.Key_Up,) * 2
"""Typed into a cell and the one below, then back to the first."""

CELLS = 30
"""In every run; what is typed crosses tiers and is typed over again, and the view scrolls along."""

WALL, PROCESSOR = 0, 1
Times = list[tuple[float, float]]
"""Of each key in ms: by the clock, and of the processor, which others use too."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class PlainModel(QAbstractTableModel):
    """Texts in a table, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[tuple[int, int], str] = {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else SIDE

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else SIDE

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._texts.get((index.row(), index.column()), "")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self._texts[index.row(), index.column()] = str(value)
        self.dataChanged.emit(index, index)
        return True


async def rows() -> list[Row]:
    """The matrix, its list and the bare table in turns."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader(Path(folder))
        took: dict[str, list[Times]] = {"panel": [], "matrix": [], "list": [], "bare": []}
        for _ in range(RUNS):
            for name, times in took.items():
                times.append(await _typed(name, loader))
        loader.close()

    def row(name: str, of: str, clock: int, figure: Callable[[list[float]], float]) -> Row:
        ours, floor = ([figure([key[clock] for key in run]) for run in took[each]] for each in (of, "bare"))
        return at_most(name, "ms", ours, floor, LIMIT_MS)

    results = []
    for of, name in (("panel", "whole panel"), ("matrix", "matrix alone"), ("list", "list alone")):
        results += [
            row(f"a key, {name}, {SIDE * SIDE} SKUs, p50; floor: QTableView", of, WALL, median),
            row("the same, p99", of, WALL, p99),
            row("the same, p99 of processor time", of, PROCESSOR, p99),
        ]
    return results


async def _typed(name: str, loader: PictureLoader) -> Times:
    """Each key, in a window of its own."""
    SkuPicker.as_list = name == "list"
    window, table = _bare() if name == "bare" else _panel(loader) if name == "panel" else _picker(loader)
    window.show()
    window.activateWindow()
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    await asyncio.sleep(0.1)
    times = []
    for cell in range(CELLS):
        rows, columns = table.model().rowCount(), table.model().columnCount()
        table.setCurrentIndex(table.model().index(cell * 7 % (rows - 1), cell % columns))
        await asyncio.sleep(0)
        for key in KEYS:
            times.append(_key(table, key))
            await asyncio.sleep(0)
    window.close()
    return times


def _key(table: QTableView, key: Qt.Key) -> tuple[float, float]:
    begin, processor = perf_counter(), thread_time()
    QTest.keyClick(QApplication.focusWidget() or table, key)
    QCoreApplication.sendPostedEvents()  # paints
    return (perf_counter() - begin) * 1000, (thread_time() - processor) * 1000


def _bare() -> tuple[QWidget, QTableView]:
    table = QTableView()
    table.setModel(PlainModel())
    table.model().setParent(table)
    table.resize(WIDTH, HEIGHT)
    return table, table


def _panel(loader: PictureLoader) -> tuple[QWidget, QTableView]:
    page = OfferPage(LIGHT, loader)
    page.resize(WIDTH, 900)
    page.show_detail(_offer())
    page.skus.model.write({sku.id: "2" for sku in _offer().skus})
    return page, page.skus.table


def _picker(loader: PictureLoader) -> tuple[QWidget, QTableView]:
    picker = SkuPicker(LIGHT, loader)
    picker.resize(WIDTH, HEIGHT)
    picker.show_offer(_offer())
    return picker, picker.table


def _offer() -> OfferDetail:
    colour, size = Words("颜色", "Colour"), Words("尺码", "Size")
    skus = tuple(
        Sku(
            f"{one}-{other}",
            (
                SkuAttribute(colour, Words(f"颜色{one}", f"colour {one}")),
                SkuAttribute(size, Words(str(other))),
            ),
            price=Money(1000 + 10 * one + other),
            stock=5000,
        )
        for one in range(SIDE)
        for other in range(SIDE)
    )
    tiers = tuple(PriceTier(start, Money(1000 - start // 10)) for start in (2, 100, 300, 1000, 3000))
    card = Offer(OfferRef(Platform.ALIBABA, "v2", "1"), Words("针织衫", "Knitwear"), "", None)
    prices = PriceList(QuoteType.BY_QUANTITY_WITH_SKUS, tiers)
    return OfferDetail(card, Supplier("shop", "Shop"), prices, QuantityRules(2, lot=2), skus)
