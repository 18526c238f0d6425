"""The trade object of 1688 (contract 3.7): orders as they are listed, shown whole, and answered when created.
Pure. Amounts are yuan, but discounts and `refundPayment` fen (contract 1.11, upstream C7)."""

from __future__ import annotations

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Contact, Order, OrderLine, order_state
from sourcing_desktop.gateways.pandapon.alibaba.parcels import read_shipped
from sourcing_desktop.gateways.pandapon.shapes import known_address, split_note
from sourcing_desktop.gateways.values import unreadable
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

NO_CONTACT = Contact()


def number_of(trade: Reader) -> str:
    """The number of an order, from the whole object or from a receipt; empty where it has none."""
    return trade.text("orderId") or trade.child("baseInfo").text("idOfStr", "id")


def need_number(trade: Reader) -> str:
    """The number of an order; BadReply where it has none."""
    return number_of(trade) or unreadable(f"{trade.path}.baseInfo.idOfStr", tr("is missing"))


def read_order(trade: Reader) -> Order:
    """An order. BadReply where it has no number; a status nobody documented is kept in words."""
    need_number(trade.lenient())
    return read_trade(trade)


def read_trade(trade: Reader) -> Order:
    """An order, or the part of one that a sample shows; what cannot be read is left out."""
    trade = trade.lenient()
    facts, logistics = trade.child("baseInfo"), trade.child("nativeLogistics")
    raw_state = facts.text("status")
    note, reference = split_note(facts.text("buyerFeedback"))
    contact = facts.child("sellerContact")
    return Order(
        platform=Platform.ALIBABA,
        id=number_of(trade),
        state=order_state(Platform.ALIBABA, raw_state),
        raw_state=raw_state,
        lines=tuple(map(_line, trade.rows("productItems"))),
        created_at=facts.moment("createTime"),
        total=facts.yuan("totalAmount"),
        number=number_of(trade),
        paid_at=facts.moment("payTime"),
        freight=facts.yuan("shippingFee"),
        seller_name=contact.plain("shopName", "companyName") or facts.text("sellerLoginId"),
        seller_id=facts.text("sellerID", "sellerUserId"),
        reference=reference,
        note=note,
        goods=facts.yuan("sumProductPayment"),
        discount=facts.fen("discount"),
        refunded=_refunded(facts),
        sent_at=facts.moment("allDeliveredTime"),
        received_at=facts.moment("receivingTime"),
        confirmed_at=facts.moment("confirmedTime"),
        finished_at=facts.moment("completeTime"),
        changed_at=facts.moment("modifyTime"),
        close_reason=facts.text("closeReason"),
        refund_state=facts.text("refundStatus"),
        after_sale_state=facts.text("refundStatusForAs"),
        refund_id=facts.text("refundId"),
        receiver=_receiver(logistics, facts.child("receiverInfo")),
        seller_contact=_contact(contact),
        parcels=read_shipped(logistics),
        user_id=facts.text("buyerUserId", "buyerID"),
        user_name=facts.text("buyerLoginId"),
    )


def _line(item: Reader) -> OrderLine:
    pictures = item.texts("productImgUrl")
    choices = (choice.plain("value") for choice in item.rows("skuInfos"))
    return OrderLine(
        title=item.plain("name"),
        quantity=item.whole("quantity") or 0,
        picture=pictures[-1] if pictures else "",
        sku_name=" / ".join(filter(None, choices)),
        sku_id=item.text("skuID"),
        spec_id=item.text("specId"),
        offer_id=item.text("productID"),
        amount=item.yuan("itemAmount"),
        raw_state=item.text("status"),
        id=item.text("subItemID"),
        state_words=item.text("statusStr"),
        unit_price=item.yuan("price"),
        discount=item.fen("entryDiscount"),
        refunded=item.yuan("refund"),
        refund_state=item.text("refundStatus"),
        refund_id=item.text("refundId"),
        after_sale_id=item.text("refundIdForAs"),
        logistics_state=item.text("logisticsStatus"),
        close_reason=item.text("closeReason"),
    )


def _refunded(facts: Reader) -> Money | None:
    amount = facts.yuan("refund")
    return facts.fen("refundPayment") if amount is None else amount


def _receiver(logistics: Reader, to: Reader) -> Address | None:
    """The address in parts; the other object has it in one line."""
    return known_address(
        Address(
            name=logistics.text("contactPerson") or to.text("toFullName"),
            mobile=logistics.text("mobile") or to.text("toMobile"),
            province=logistics.text("province"),
            city=logistics.text("city"),
            district=logistics.text("area"),
            street=logistics.text("address") or to.text("toArea"),
            town=logistics.text("town"),
            postcode=logistics.text("zip") or to.text("toPost"),
            phone=logistics.text("telephone") or to.text("toPhone"),
            district_code=logistics.text("areaCode") or to.text("toDivisionCode"),
        )
    )


def _contact(row: Reader) -> Contact | None:
    contact = Contact(
        name=row.plain("name"),
        phone=row.text("phone"),
        mobile=row.text("mobile"),
        email=row.text("email"),
        fax=row.text("fax"),
        chat_name=row.text("imInPlatform"),
        company=row.plain("companyName"),
    )
    return None if contact == NO_CONTACT else contact
