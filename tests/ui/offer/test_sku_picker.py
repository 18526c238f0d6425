"""The SKU matrix and list: what they show, and that nothing a platform sends upsets them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from sourcing_desktop.app.hand import click, press
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferDetail, Sku, SkuAttribute, Words
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.ui.offer.sku_model import PriceAt
from sourcing_desktop.ui.offer.sku_picker import SkuPicker
from tests.support.skus import COLOURS, colours_and_sizes, offer_of, one_choice

ROLE = Qt.ItemDataRole
DOWN, ACROSS = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
MANY = [Words(f"颜色{number}", f"colour {number}") for number in range(20)]
TEN_MILLION = Money.yuan(10**7)


@pytest.fixture
def picker(theme, loader, on_screen, monkeypatch):
    monkeypatch.setattr(SkuPicker, "as_list", False)
    picker = SkuPicker(theme, loader)
    picker.resize(348, 700)
    on_screen(picker)
    return picker


def labels(picker: SkuPicker, way: Qt.Orientation) -> list[str]:
    count = picker.model.rowCount() if way is DOWN else picker.model.columnCount()
    return [picker.model.headerData(section, way) for section in range(count)]


def bad_offers() -> list[OfferDetail]:
    """Everything the platform may send, good and bad."""
    long, prices = Words("长" * 200, "x" * 200), (None, Money(0), TEN_MILLION)
    odd = colours_and_sizes()
    skus = [
        [],
        [Sku("1")],
        [Sku("1", stock=0)],
        one_choice(COLOURS),
        one_choice(COLOURS, stock=10**9, price=TEN_MILLION),
        one_choice([long, Words("长" * 201, "x" * 200), Words("")], stock=5),
        colours_and_sizes(),
        colours_and_sizes(sold=lambda *place: place != (1, 2), stock=0),
        colours_and_sizes(stock=None, price=lambda one, other: prices[(one + other) % 3]),
        colours_and_sizes([long, Words("黑", "أسود")], [long, Words("白", "أبيض")], stock=10**9),
        colours_and_sizes(MANY, MANY),
        [*odd, Sku("again", odd[0].attributes), Sku("bare")],
        [Sku("1", (SkuAttribute(Words(""), Words("")),)), Sku("2")],
    ]
    return [
        offer_of(each, number=number, tiers=tiers)
        for number, each in enumerate(skus)
        for tiers in ((), offer_of([]).prices.tiers)
    ]


def test_every_offer_keeps_to_the_rules_of_models_and_can_be_typed_into(picker):
    tester = QAbstractItemModelTester(picker.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for detail in bad_offers():
        picker.show_offer(detail)
        assert picker.table.isVisible() == bool(detail.skus)
        for sku in detail.skus:
            assert picker.model.sku(picker.model.index_of(sku.id)) is sku
        picker.model.write({sku.id: "2" for sku in detail.skus})
        picker.grab()
        assert picker.quantities() == {sku.id: 2 for sku in detail.skus}
        picker.model.write({sku.id: "x" for sku in detail.skus})
        assert len(picker.faults()) == len(detail.skus)
        assert all(len(fault) < 150 for fault in picker.faults())
        picker.grab()
        picker.clear_quantities(sku.id for sku in detail.skus)
    picker.show_offer(None)
    assert not picker.table.isVisible()
    assert tester.model() is picker.model


def test_two_choices_make_a_matrix_with_a_list_beside(picker):
    picker.show_offer(offer_of(colours_and_sizes()))
    assert labels(picker, ACROSS) == ["S", "M", "L", "XL"]
    assert labels(picker, DOWN) == [colour.shown for colour in COLOURS]
    assert picker.model.headerData(0, DOWN, ROLE.ToolTipRole) == "<qt>navy<br>藏青色</qt>"
    click(picker.list_button)
    assert picker.model.rowCount() == 20
    assert labels(picker, DOWN)[:2] == ["navy · S", "navy · M"]


def test_the_switch_keeps_what_was_typed_and_where_the_keyboard_was(picker, theme, loader, qtbot):
    picker.show_offer(offer_of(colours_and_sizes()))
    picker.set_quantity("3-2", 7)
    picker.table.setCurrentIndex(picker.model.index_of("3-2"))
    press(picker.table, Qt.Key.Key_8)
    click(picker.list_button)
    assert picker.quantities() == {"3-2": 8}
    assert picker.model.sku(picker.table.currentIndex()).id == "3-2"
    another = SkuPicker(theme, loader)
    qtbot.addWidget(another)
    another.show_offer(offer_of(colours_and_sizes(), number=2))
    assert another.model.is_list, "while the program runs, every offer is shown the way that was chosen"
    click(picker.matrix_button)
    assert picker.model.columnCount() == 4
    assert picker.quantities() == {"3-2": 8}


def test_one_choice_has_no_switch(picker):
    picker.show_offer(offer_of(one_choice(COLOURS)))
    assert not picker.matrix_button.isVisible()
    assert not picker.list_button.isVisible()
    assert picker.model.rowCount() == len(COLOURS)


def test_sums_of_rows_columns_and_all(picker):
    picker.show_offer(offer_of(colours_and_sizes()))
    picker.model.write({"0-0": "1,000", "0-1": "20", "2-1": "3", "2-2": "abc"})
    assert [picker.model.row_pieces(row) for row in range(3)] == [1020, 0, 3]
    assert [picker.model.column_pieces(column) for column in range(3)] == [1000, 23, 0]
    assert picker.model.sheet.pieces == 1023


@pytest.mark.parametrize(
    ("price", "at"),
    [
        (lambda _one, _other: Money(100), PriceAt.GRID),
        (lambda one, _other: Money(100 + one), PriceAt.ROW),
        (lambda _one, other: Money(100 + other), PriceAt.COLUMN),
        (lambda one, other: Money(100 + one * other), PriceAt.CELL),
        (lambda _one, _other: None, PriceAt.GRID),
    ],
)
def test_a_price_stands_where_it_is_seen_once(picker, price, at):
    picker.show_offer(offer_of(colours_and_sizes(price=price), tiers=()))
    assert picker.model.price_at is at
    assert (picker.shared.text() == "¥1.00 each") == (at is PriceAt.GRID and price(0, 0) is not None)
    assert picker.model.row_price(1) == ("¥1.01" if at is PriceAt.ROW else "")
    assert picker.model.column_price(1) == ("¥1.01" if at is PriceAt.COLUMN else "")


def test_the_price_follows_the_tier_of_all_pieces(picker):
    picker.show_offer(offer_of(colours_and_sizes()))
    assert picker.shared.text() == "¥12.50 each"
    picker.set_quantity("0-0", 60)
    picker.set_quantity("3-3", 40)
    assert picker.shared.text() == "¥10.00 each"
    picker.set_quantity("3-3", 0)
    assert picker.shared.text() == "¥12.50 each"


def test_only_what_changed_is_painted_until_another_tier_rules(picker):
    picker.show_offer(offer_of(colours_and_sizes()))
    changes = QSignalSpy(picker.model.dataChanged)
    picker.set_quantity("2-1", 20)
    assert changes.at(0)[:2] == [picker.model.index(2, 1), picker.model.index(2, 1)]
    picker.set_quantity("2-1", 200)
    assert changes.at(1)[:2] == [picker.model.index(0, 0), picker.model.index(4, 3)]


def test_what_all_skus_share_is_said_once(picker):
    cotton = SkuAttribute(Words("材质", "Material"), Words("棉", "cotton"))
    skus = [Sku(sku.id, (*sku.attributes, cotton)) for sku in colours_and_sizes()]
    picker.show_offer(offer_of(skus, tiers=()))
    assert picker.shared.text() == "Material: cotton"
    assert labels(picker, ACROSS) == ["S", "M", "L", "XL"]


def test_what_is_wrong_is_said_for_each_sku(picker):
    picker.show_offer(offer_of(colours_and_sizes(stock=50), rules=QuantityRules(2, lot=12)))
    picker.model.write({"0-0": "abc", "1-0": "60", "2-0": "13", "3-0": "24", "4-0": str(10**9)})
    assert picker.faults() == (
        "navy / S: Enter a whole number, such as 12.",
        "red / S: Only 50 in stock.",
        "xanh rêu đậm cổ điển / S: Sold in lots of 12.",
        "\u2068أحمر غامق مع خطوط / S\u2069: More than 1,000,000 pieces; check the number.",
    )
    assert picker.quantities()["3-0"] == 24


def test_a_cell_says_all_about_its_sku(picker):
    picker.show_offer(offer_of(colours_and_sizes(stock=1204, sold=lambda *place: place != (1, 2))))
    picker.set_quantity("0-0", 24)
    index = picker.model.index_of("0-0")
    tip = index.data(ROLE.ToolTipRole)
    assert tip == "<qt>navy / S<br>藏青色 / S<br>¥12.50 each<br>1,204 in stock</qt>"
    spoken = index.data(ROLE.AccessibleTextRole)
    assert spoken == "Quantity: 24 · navy / S · 藏青色 / S · ¥12.50 each · 1,204 in stock"
    assert picker.model.index_of("0-1").data(ROLE.AccessibleTextRole).startswith("Quantity: empty")
    assert picker.model.index(1, 2).data(ROLE.AccessibleTextRole) == "This combination is not sold."
    picker.show_offer(offer_of(colours_and_sizes(stock=0), number=2))
    assert "Sold out" in picker.model.index(0, 0).data(ROLE.ToolTipRole)


def test_names_are_never_taken_for_html(picker):
    picker.show_offer(offer_of(one_choice([Words("红", "<b>red</b> & <img src=x>")])))
    tip = picker.model.headerData(0, DOWN, ROLE.ToolTipRole)
    assert tip.startswith("<qt>&lt;b&gt;red&lt;/b&gt; &amp; &lt;img")
    assert "<img" not in picker.model.index(0, 0).data(ROLE.ToolTipRole)


def test_what_was_typed_comes_back_with_its_offer(picker):
    first, second = offer_of(colours_and_sizes()), offer_of(colours_and_sizes(), number=2)
    picker.show_offer(first)
    picker.model.write({"0-0": "20", "1-1": "abc"})
    texts = picker.texts()
    picker.show_offer(second)
    picker.set_quantity("2-2", 5)
    picker.show_offer(first)
    picker.restore(texts)
    assert picker.texts() == {"0-0": "20", "1-1": "abc"}
    assert picker.quantities() == {"0-0": 20}
    assert not picker.model.sheet.can_undo


def test_a_click_at_a_head_chooses_its_row_or_column(picker):
    picker.show_offer(offer_of(colours_and_sizes()))
    chosen = QSignalSpy(picker.sku_chosen)
    heads = picker.table.verticalHeader()
    click(heads.viewport(), QPoint(20, heads.sectionViewportPosition(2) + 5))
    assert [index.row() for index in picker.table.selectedIndexes()] == [2] * 4
    assert chosen.at(0)[0].id == "2-0"
    press(picker.table, Qt.Key.Key_Plus)
    assert picker.quantities() == {f"2-{size}": 1 for size in range(4)}
    heads = picker.table.horizontalHeader()
    click(heads.viewport(), QPoint(heads.sectionViewportPosition(1) + 5, 5))
    press(picker.table, Qt.Key.Key_Delete)
    assert picker.quantities() == {"2-0": 1, "2-2": 1, "2-3": 1}


@pytest.mark.parametrize("width", [348, 448, 800])
def test_heads_stay_and_at_least_two_columns_fit(picker, width):
    picker.resize(width, 700)
    for detail in bad_offers():
        picker.show_offer(detail)
        table = picker.table
        if detail.skus:
            assert table.verticalHeader().width() >= 60
            shown = table.viewport().width() // table.columnWidth(0)
            assert shown >= min(2, picker.model.columnCount())
            assert table.height() <= 450


def test_digits_right_away_go_to_the_first_sku(picker):
    picker.show_offer(offer_of(colours_and_sizes(sold=lambda *place: place != (0, 0))))
    chosen = QSignalSpy(picker.sku_chosen)
    picker.take_keyboard()
    assert chosen.count() == 0
    press(picker.table, Qt.Key.Key_7)
    assert picker.quantities() == {"0-1": 7}
    picker.table.setCurrentIndex(QModelIndex())
