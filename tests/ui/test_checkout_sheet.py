"""The confirmation sheet alone: what it shows of addresses, previews and outcomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderPreview, draft_order
from sourcing_desktop.domain.second_look import SeenPreview, changes
from sourcing_desktop.services.previewing import Answer
from sourcing_desktop.ui.checkout.age import Age
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from tests.support.goods import ADDRESS, cart_line, supplier

KEY = Qt.Key
NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def open_sheet(theme, loader, on_screen):
    def make(*lines):
        sheet = CheckoutSheet(theme, loader, Cart(lines).groups())
        while sheet.make_cards(0):
            pass
        on_screen(sheet)
        return sheet

    return make


def preview(card, **changes):
    goods = card.group.total
    found = OrderPreview(goods, Money(1000), Money(0), goods + Money(1000), NOW)
    return replace(found, **changes)


def show(card, now=NOW, seen=None, **parts):
    """Let a card show the answer to what it asks; returns that answer."""
    asked, found = card.enquiry(ADDRESS), preview(card, **parts)
    answer = Answer(asked, found, tuple(changes(asked, found, seen)))
    card.show_answer(answer, now)
    return answer


def intent(card, state, explanation="", ids=()):
    draft = draft_order(card.group, preview(card), ADDRESS, "SD-ABCDEFGHJKMN")
    return Intent(draft, state, NOW, NOW, ids, explanation)


def test_more_than_fifty_skus_become_two_orders_before_the_eyes(open_sheet):
    sheet = open_sheet(*(cart_line(number) for number in range(53)))
    assert [card.name for card in sheet.cards] == ["Shop 1 · order 1 of 2", "Shop 1 · order 2 of 2"]
    assert [len(card.group.lines) for card in sheet.cards] == [50, 3]
    before = sheet.cards[0].lines.sizeHint().height()
    sheet.cards[0].all.click()
    assert sheet.cards[0].lines.sizeHint().height() > 5 * before


def test_the_sum_counts_the_orders_that_are_wanted(open_sheet):
    sheet = open_sheet(cart_line(1), cart_line(2, seller=supplier(2)), cart_line(3, platform=Platform.TAOBAO))
    for card in sheet.cards:
        show(card)
    sheet.show_sum("")
    assert sheet.foot.count.text() == "2 orders on 1688 · 1 order on Taobao"
    assert sheet.place.text() == "Place 3 orders · ¥780.00"
    sheet.cards[1].include.setChecked(False)
    sheet.show_sum("")
    assert sheet.place.text() == "Place 2 orders · ¥520.00"


def test_a_preview_says_its_age_and_what_differs(open_sheet):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    show(card, NOW + timedelta(seconds=20), goods=Money(26200), discount=Money(500))
    assert card.age.text() == "Previewed 20 s ago"
    assert card.differences.small.text() == "The goods cost ¥12.00 more than when you took them."
    assert card.sums.amounts["discount"].text() == "−¥5.00"
    card.tick(NOW + timedelta(minutes=4))
    assert card.age.text() == "Previewed 4 min ago"
    assert card.sums.amounts["fee"].isHidden()


def test_a_preview_tells_a_fee_and_that_the_freight_is_not_final(open_sheet):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    show(card, fee=Money(161), freight_is_final=False)
    assert [labels["fee"].text() for labels in (card.sums.amounts, card.sums.names)] == ["¥1.61", "Fee"]
    assert card.sums.amounts["fee"].isVisible()
    assert card.sums.amounts["discount"].isHidden()
    assert card.differences.small.text() == "The freight is not final: the seller works it out later."
    show(card)
    assert card.sums.amounts["fee"].isHidden()
    assert card.differences.small.isHidden()


def test_a_total_is_compared_with_the_one_seen_before(open_sheet):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    asked = card.enquiry(ADDRESS)
    for at, before in (
        (NOW - timedelta(seconds=20), "a moment ago"),
        (NOW - timedelta(hours=20), "20 h ago"),
        (NOW - timedelta(days=3), "3 days ago"),
    ):
        show(card, seen=SeenPreview.of(asked, preview(card, total=Money(25000), asked_at=at)))
        assert card.differences.small.text() == f"The total is ¥10.00 more than {before}."
    assert card.agreed


def test_a_line_that_costs_something_else_says_so_itself(open_sheet):
    sheet = open_sheet(*(cart_line(number) for number in range(1, 9)))
    (card,) = sheet.cards
    show(card, amounts={"sku-8": Money(26200), "sku-1": Money(25000)})
    assert "¥12.00 more than when you took it." in card.lines.accessibleDescription()
    assert card.lines.accessibleDescription().count("than when you took") == 1
    assert [line.sku.id for line in card.lines.shown][-2:] == ["sku-6", "sku-8"]


def test_a_price_that_doubled_must_be_ticked(open_sheet):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    show(card)
    assert card.agreed
    show(card, goods=Money(50000))
    notice = card.differences.large
    assert notice.text.text() == (
        "The goods cost ¥250.00 (100 %) more than when you took them: ¥500.00, not ¥250.00."
    )
    assert (notice.isVisible(), card.agreed) == (True, False)
    notice.tick.click()
    assert card.agreed
    show(card, goods=Money(50000))
    assert card.agreed
    show(card, goods=Money(60000))
    assert not card.agreed
    show(card)
    assert (notice.isVisible(), card.agreed) == (False, True)


def test_goods_that_were_ordered_a_moment_ago_must_be_ticked_once(open_sheet):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    before = intent(card, IntentState.DONE, ids=("7788",))
    card.differences.show_repeat(before, NOW + timedelta(hours=2))
    notice = card.differences.repeat
    assert notice.text.text() == "You ordered exactly these goods to this address 2 h ago: order 7788."
    notice.tick.click()
    card.differences.show_repeat(before, NOW + timedelta(hours=3))
    assert card.agreed
    card.differences.show_repeat(None, NOW)
    assert not notice.isVisible()


def test_the_way_of_trading_is_chosen_from_what_the_preview_offers(open_sheet):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    show(card, flow="general", trade_types=("period", "assureTrade", "alipay"))
    names = [card.terms.trade.box.itemText(row) for row in range(card.terms.trade.box.count())]
    assert names == ["credit on payment terms (you owe it)", "1688's guaranteed payment", "Alipay"]
    assert card.trade_type == "assureTrade"
    assert card.terms.trade.toolTip() == "trade type assureTrade, flow general"
    QTest.keyClick(card.terms.trade.box, KEY.Key_Down)
    assert card.trade_type == "alipay"
    show(card, flow="general", trade_types=("alipay", "assureTrade"))
    assert card.trade_type == "alipay"
    show(card, flow="general", trade_types=("assureTrade",))
    assert (card.trade_type, card.terms.trade.box.isVisible()) == ("assureTrade", False)
    assert card.terms.trade.words.text() == "To be paid with 1688's guaranteed payment, as a wholesale order."


def test_credit_is_marked_and_taken_only_where_there_is_nothing_else(open_sheet):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    show(card, flow="general", trade_types=("period",))
    assert card.terms.trade.words.text() == (
        "To be paid with credit on payment terms (you owe it), as a wholesale order."
    )
    assert card.terms.trade.words.property("role") == "warning"
    assert card.trade_type == "period"
    show(card)
    assert card.trade_type == ""


def test_a_note_is_written_only_where_the_order_carries_it(open_sheet):
    sheet = open_sheet(cart_line(1), cart_line(2, platform=Platform.TAOBAO))
    assert [card.note.isVisible() for card in sheet.cards] == [True, False]
    for card in sheet.cards:
        card.note.setText("no invoice")
    assert [card.terms.words for card in sheet.cards] == ["no invoice", ""]
    sheet.show_placing(sheet.cards)
    assert [card.note.isVisible() for card in sheet.cards] == [True, False]


def test_a_refused_order_is_left_out_until_it_can_be_had(open_sheet):
    sheet = open_sheet(cart_line(1), cart_line(2))
    (card,) = sheet.cards
    show(card, refusals={"sku-1": "Only 2 left."})
    assert not card.included
    assert not card.include.isEnabled()
    assert card.banner.text.text() == "1 of 2 lines cannot be bought like this; why is said below them."
    assert "Only 2 left." in card.lines.accessibleDescription()
    show(card)
    assert card.included
    assert card.include.isEnabled()


def test_what_cannot_be_bought_is_left_out_by_one_click(open_sheet):
    sheet = open_sheet(cart_line(1), cart_line(2))
    (card,) = sheet.cards
    show(card, refusals={"sku-1": "Only 2 left."})
    told = QSignalSpy(card.leave_out_requested)
    assert card.banner.retry.text() == "Leave it out and ask again"
    card.banner.retry.click()
    assert told.at(0) == [("1688:sku-1",)]
    card.show_without(told.at(0)[0])
    assert [line.sku.id for line in card.group.lines] == ["sku-2"]
    assert card.weight.text() == "20 pieces"
    card.show_without(["1688:sku-2"])
    assert (card.enquiry(ADDRESS), card.outcome.text()) == (None, "All its goods are kept for later.")


def test_a_failed_preview_can_be_asked_for_again(open_sheet):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    told = QSignalSpy(card.preview_requested)
    card.show_failed("The gateway did not answer.")
    assert card.banner.text.text() == "The gateway did not answer."
    card.banner.retry.click()
    assert told.count() == 1


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_enter_never_spends_money(open_sheet, key):
    sheet = open_sheet(cart_line(1))
    sheet.address.show_entries([AddressEntry(ADDRESS)])
    sheet.show_sum("")
    told = QSignalSpy(sheet.place_requested)
    focusable = [
        sheet.place,
        sheet.leave,
        sheet.cards[0].note,
        sheet.cards[0].include,
        sheet.address.box,
        sheet,
    ]
    for widget in focusable:
        widget.setFocus()
        QTest.keyClick(widget, key)
    assert told.count() == 0
    assert sheet.isVisible()
    assert not sheet.place.isDefault()


def test_a_key_held_down_since_before_places_nothing(open_sheet):
    sheet = open_sheet(cart_line(1))
    sheet.show_sum("")
    told = QSignalSpy(sheet.place_requested)
    sheet.place.setFocus()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        held = QKeyEvent(kind, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        QApplication.sendEvent(sheet.place, held)
    assert told.count() == 0


def test_space_on_the_button_or_ctrl_enter_places(open_sheet):
    sheet = open_sheet(cart_line(1))
    sheet.show_sum("")
    told = QSignalSpy(sheet.place_requested)
    sheet.place.setFocus()
    QTest.keyClick(sheet.place, KEY.Key_Space)
    assert told.count() == 1
    QTest.keyClick(sheet.cards[0].note, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.count() == 2
    sheet.show_sum("Asking for freight and totals…")
    QTest.keyClick(sheet, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.count() == 2


@pytest.mark.parametrize(
    ("state", "explanation", "said"),
    [
        (IntentState.DONE, "", "Ordered. Order 7788, 7789."),
        (IntentState.REJECTED, "Sold out.", "Not ordered: Sold out."),
        (IntentState.UNKNOWN, "", "No clear answer came. The program is asking the gateway and will not"),
        (IntentState.ABSENT, "The gateway knows no such order.", "Send it again or give it up in Orders."),
    ],
)
def test_each_order_says_what_became_of_it(open_sheet, state, explanation, said):
    sheet = open_sheet(cart_line(1))
    (card,) = sheet.cards
    show(card)
    card.show_sending()
    ids = ("7788", "7789") if state is IntentState.DONE else ()
    card.show_intent(intent(card, state, explanation, ids))
    assert said in card.outcome.text()
    assert card.outcome.isVisibleTo(card)


def test_a_new_address_is_chosen_and_the_others_stay(open_sheet):
    sheet = open_sheet(cart_line(1))
    choice = sheet.address
    choice.show_entries(())
    assert choice.form.isVisible()
    first = AddressEntry(ADDRESS, id="1")
    choice.show_entries([first])
    assert not choice.form.isVisible()
    choice.new.click()
    choice.form.lines["name"].setText("half typed")
    choice.form.cancel.click()
    choice.new.click()
    assert choice.form.lines["name"].text() == "half typed"
    told, kept = QSignalSpy(choice.chosen), QSignalSpy(choice.written)
    other = AddressEntry(replace(ADDRESS, name="李雷"))
    choice.form.written.emit(other)
    assert (told.at(0), kept.at(0)) == ([other.address], [other])
    assert (choice.address, choice.box.count()) == (other.address, 2)
    choice.show_entries([first, replace(other, id="2")])
    assert (choice.address, choice.box.count()) == (other.address, 2)
    choice.new.click()
    assert choice.form.lines["name"].text() == ""


def test_an_age_is_not_fooled_by_either_clock():
    wall, steady = [datetime(2026, 11, 22, tzinfo=UTC)], [100.0]
    age = Age(lambda: wall[0], lambda: steady[0])
    life = timedelta(minutes=3)
    wall[0] += timedelta(minutes=2)
    assert not age.over(life)
    steady[0] += 181  # four minutes, and the clock was set back by two
    assert age.over(life)
    steady[0] = 100.0
    wall[0] += timedelta(minutes=2)  # it slept
    assert age.over(life)
