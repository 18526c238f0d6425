"""What an offer says of itself, however strange it is: titles, prices, sellers, descriptions, pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from sourcing_desktop.app.hand import click
from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import (
    LINKEDMALL_IDS,
    Obstacle,
    OfferRef,
    Platform,
    SaidBy,
    Sku,
    SkuAttribute,
    Words,
)
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import MixedBatch, QuantityRules
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.offer.breaking_label import MAY_BREAK
from tests.support.waiting import until
from tests.ui.offer.conftest import WIDTH, offer, settled, tiered

KEY = Qt.Key
RED = SkuAttribute(Words("颜色", "Colour"), Words("红色", "red"))
TIERS = PriceList(QuoteType.BY_QUANTITY_WITH_SKUS, (PriceTier(10, Money(1250)), PriceTier(100, Money(1000))))


ARABIC = Words("حقيبة يد كبيرة من القماش للنساء", "حقيبة يد " * 30)


@pytest.mark.parametrize(
    "title",
    [Words("x" * 300, "W" * 300), Words("大" * 300, ""), Words("包", "ก" * 300), ARABIC, Words("", "")],
    ids=["W", "Chinese", "Thai", "Arabic", "none"],
)
def test_no_title_is_wider_than_the_panel(page, title):
    page.show_detail(
        offer(title, attributes=(SkuAttribute(title, title),), supplier=Supplier("s", "W" * 300))
    )
    page.show_related(())
    assert settled(page).minimumSizeHint().width() <= WIDTH
    for label in (page.title, page.head.original, page.supplier.name, page.attributes):
        assert label.isHidden() or label.mapTo(page, QPoint(label.width(), 0)).x() <= WIDTH
    assert MAY_BREAK not in page.title.text()


def test_both_titles_are_copied_as_they_are(page, qapp):
    title = Words("大容量帆布托特包", "W" * 300)
    page.show_detail(offer(title))
    click(page.head.copy_title)
    assert qapp.clipboard().text() == title.translated
    click(page.head.copy_original)
    assert qapp.clipboard().text() == title.original
    page.show_detail(offer(Words("大容量帆布托特包")))
    assert page.head.copy_original.isHidden()


@pytest.mark.parametrize(
    ("price", "said"), [(Money(0), "¥0.00"), (Money(10**9), "¥10,000,000.00"), (None, "—")]
)
def test_any_price(page, price, said):
    page.show_detail(offer(price=price))
    assert page.price.text() == said
    page.skus.set_quantity("a", 2)
    costs = "" if price is None else "2 pieces · ¥0.00" if not price else "2 pieces · ¥20,000,000.00"
    assert page.foot.sum.text() == (costs or "2 pieces")
    assert page.prices.isHidden()
    assert settled(page).minimumSizeHint().width() <= WIDTH


def test_an_offer_of_which_next_to_nothing_is_known(page):
    page.show_detail(offer(skus=(), price=None))
    for part in (page.supplier, page.attributes, page.description, page.related, page.prices, page.rules):
        assert part.isHidden()
    assert not page.gallery.small
    assert not page.gallery.large.isEnabled()
    assert not page.add.isEnabled()


def test_only_what_is_known_of_a_seller_is_said(page):
    page.show_detail(
        offer(supplier=Supplier("s", "星河", collect_48h_percent=98.2, quality_refund_percent=0.4))
    )
    assert page.supplier.figures == [
        ("collected within 48 h", "98 %"),
        ("sent back for quality in 30 days", "0.4 %"),
    ]
    page.show_detail(offer(supplier=Supplier("s")))
    assert (page.supplier.figures, page.supplier.known.isHidden()) == ([], True)
    assert page.supplier.name.text() == "A seller without a name"


def test_rules_in_words(page):
    mixing = Supplier("s", mixed_batch=MixedBatch(30, Money(30000)))
    page.show_detail(offer(rules=QuantityRules(24, 12), supplier=mixing, dispatch="shipIn48Hours"))
    assert page.rules.text() == (
        "Minimum 24 pieces. Sold in lots of 12. This shop mixes from 30 pieces or ¥300.00. "
        "Ships within 48 hours."
    )


def test_weight_and_size_with_where_they_come_from(page):
    skus = (
        Sku("a", (RED,), weight_g=310, weight_said_by=SaidBy.OFFICIAL, size=(300, 205, 120)),
        Sku("b", (RED,), weight_g=290, weight_said_by=SaidBy.PREDICTED, weight_sure_percent=80),
    )
    page.show_detail(offer(skus=skus, weight_g=1200))
    assert "1.2 kg, as the platform states it" in page.attributes.text()
    page.skus.sku_chosen.emit(skus[0])
    assert page.measured.text() == (
        "red: 310 g, measured by the platform · 30 × 20.5 × 12 cm, as the platform states it"
    )
    page.skus.sku_chosen.emit(skus[1])
    assert page.measured.text() == "red: 290 g, guessed by the platform, 80 % sure"


def test_nothing_of_the_platform_is_markup(page):
    evil = Words("<b>粗</b>", "<img src=x onerror=alert(1)>")
    page.show_detail(
        offer(evil, attributes=(SkuAttribute(evil, evil),), description_html="<script>1</script><p>text</p>")
    )
    assert page.title.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;img" in page.attributes.text()
    assert "<img" not in page.attributes.text()
    assert page.description.isHidden()


def test_a_long_table_is_shown_whole_when_it_is_asked_for(page):
    many = tuple(
        SkuAttribute(Words("名", f"name {each}"), Words("值", f"value {each}")) for each in range(60)
    )
    page.show_detail(offer(attributes=many))
    assert "value 23" in page.attributes.text()
    assert "value 59" not in page.attributes.text()
    assert page.attributes.more.text() == "All 60 details"
    click(page.attributes.more)
    assert "value 59" in page.attributes.text()
    assert page.attributes.more.isHidden()
    page.show_detail(offer(attributes=many[:3]))
    assert page.attributes.more.isHidden()


def test_freight_where_the_item_states_it_and_the_buyers_currency(page):
    page.show_detail(offer(skus=(Sku("a", price=Money(1000), freight=Money(500)),)))
    page.show_rate(Rate("VND", Decimal(3550), datetime.now(UTC)))
    page.skus.set_quantity("a", 3)
    assert page.foot.sum.text() == "3 pieces · ¥35.00"
    assert page.foot.parts.text() == (
        "¥10.00 a piece · goods ¥30.00 · domestic freight from ¥5.00, as the item states · about ₫124,250"
    )
    page.show_detail(offer(skus=(Sku("b", price=Money(1000)),)))
    page.skus.set_quantity("b", 1)
    assert "told when you order" in page.foot.parts.text()


def test_below_the_first_tier_no_price_is_made_up(page):
    page.show_detail(offer(prices=TIERS, skus=(Sku("a"),)))
    page.skus.set_quantity("a", 9)
    assert (page.foot.sum.text(), page.foot.parts.text()) == ("9 pieces", "No price below 10 pieces.")
    page.skus.set_quantity("a", 100)
    assert page.prices.reached == TIERS.tiers[1]


def test_why_a_shop_or_a_page_cannot_be_opened(page):
    page.show_detail(offer(supplier=Supplier("", "星河")))
    assert page.supplier.more.toolTip() == "The gateway does not say which shop this is."
    whole = offer()
    page.show_detail(
        replace(whole, offer=replace(whole.offer, ref=OfferRef(Platform.TAOBAO, LINKEDMALL_IDS, "1")))
    )
    assert page.supplier.more.toolTip() == "Shops of LinkedMall’s pool cannot be looked through."
    assert page.open_page.toolTip() == "Goods of LinkedMall’s pool have no page on the marketplaces."


@pytest.fixture
def browser(monkeypatch) -> list[str]:
    """Pages that went to the buyer's browser, which is not started."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    return opened


async def test_the_chat_is_asked_for_on_a_click_only(bench, pick, browser):
    await bench.open(pick(tiered))
    control = bench.desk.sandbox.control
    assert control.calls("AG2") == 0
    click(bench.page.supplier.chat)
    await until(lambda: browser or bench.toast.isVisible())
    assert control.calls("AG2") == 1
    if not browser:  # the second generation answers with a name
        assert QGuiApplication.clipboard().text() in bench.toast.text.text()


async def test_a_chat_that_cannot_be_had(bench, pick, browser):
    await bench.open(pick(tiered))
    bench.desk.sandbox.control.fault("AG2", "http_500", times=0)
    click(bench.page.supplier.chat)
    await until(bench.page.banner.isVisible)  # a failure stays in sight
    assert not browser
    bench.desk.sandbox.control.clear()
    click(bench.page.banner.retry)
    await until(lambda: browser or bench.toast.isVisible())
    assert bench.page.banner.isHidden()


def test_all_details_of_an_offer_stay_shown_with_another_sku(page):
    many = tuple(SkuAttribute(Words(f"名{each}", f"name {each}"), Words("值", "value")) for each in range(40))
    page.show_detail(offer(Words("包", "Bag"), attributes=many))
    settled(page)
    click(page.attributes.more)
    page.attributes.show_rows(many, [("Weight", "2 kg")])
    assert "name 39" in page.attributes.text()
    page.show_detail(offer(Words("包", "Bag"), attributes=many[:30]))
    assert "name 29" not in page.attributes.text()


def test_goods_that_cannot_be_ordered_have_no_button_and_ask_for_no_number(page):
    page.show_detail(offer(status="deleted"))
    assert page.foot.problem.text() == formats.obstacle(Obstacle.NOT_ON_SALE)
    assert page.foot.add.isHidden()
    assert page.foot.parts.isHidden()
    page.show_detail(offer())
    assert not page.foot.add.isHidden()
    assert not page.foot.parts.isHidden()
