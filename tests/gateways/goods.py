"""Values the gateway tests build with: lines, groups and drafts of made-up goods."""

from __future__ import annotations

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup, CartLine
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Platform, Sku, Words
from sourcing_desktop.domain.order import DraftLine, OrderDraft
from sourcing_desktop.domain.pricing import PriceList, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier

WAREHOUSE = Address(
    name="李雷",
    mobile="13800000000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    street="文一西路1号",
    town="仓前街道",
    postcode="311100",
    phone="0571-1234567",
    district_code="330110",
)


def line_of(
    ref: OfferRef,
    *,
    sku: Sku | None = None,
    quantity: int = 1,
    seller: str = "BBB1",
    row_id: str = "",
    supply_id: str = "",
) -> CartLine:
    """A cart line of made-up goods."""
    return CartLine(
        row_id=row_id,
        ref=ref,
        sku=sku or Sku("11", spec_id="ab" * 16, price=Money(1250)),
        quantity=quantity,
        title=Words("双肩包", "Backpack"),
        picture="https://cbu01.alicdn.com/img/ibank/a.jpg",
        prices=PriceList(QuoteType.BY_SKU),
        rules=QuantityRules(),
        supplier=Supplier(seller, "箱包厂"),
        supply_id=supply_id,
    )


def group_of(*lines: CartLine) -> CartGroup:
    return CartGroup(lines[0].ref.platform, lines[0].supplier, lines)


def chosen(detail: OfferDetail, quantity: int = 0, sku: Sku | None = None) -> CartLine:
    """A line of an offer as a buyer chooses it: its best-stocked SKU, as few as may be bought."""
    return CartLine(
        row_id="",
        ref=detail.ref,
        sku=sku or max(detail.skus, key=lambda each: each.stock or 0),
        quantity=quantity or detail.rules.rounded_up(detail.rules.moq),
        title=detail.offer.title,
        picture=detail.offer.picture,
        prices=detail.prices,
        rules=detail.rules,
        supplier=detail.supplier,
        supply_id=detail.supply_id,
    )


def draft_of(
    *lines: DraftLine, reference: str = "SD-1", note: str = "", seller: str = "BBB1", **more: str
) -> OrderDraft:
    """A draft of made-up goods; 12.50 yuan a piece."""
    goods = Money(1250) * sum(line.quantity for line in lines)
    return OrderDraft(
        reference=reference,
        platform=lines[0].ref.platform,
        seller_id=seller,
        seller_name="箱包厂",
        address=WAREHOUSE,
        lines=lines,
        goods=goods,
        freight=Money(500),
        total=goods + Money(500),
        note=note,
        **more,
    )


def draft_line(ref: OfferRef, sku_id: str = "11", spec_id: str = "ab" * 16, quantity: int = 2) -> DraftLine:
    """A draft line; a Taobao one has supply-side ids."""
    supplied = ref.platform is Platform.TAOBAO
    return DraftLine(
        row_id="",
        ref=ref,
        sku_id=sku_id,
        spec_id=spec_id,
        supply_id="2048057995392326" if supplied else "",
        supply_sku_id=f"4048{sku_id}" if supplied else "",
        quantity=quantity,
        unit_price=Money(1250),
        title=Words("双肩包", "Backpack"),
        sku_name="red",
        picture="",
    )
