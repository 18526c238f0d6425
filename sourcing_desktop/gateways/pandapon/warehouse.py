"""Sending goods on from the warehouse to a buyer abroad (contract W1 to W4).

Assumed: every answer, of which the documents show nothing; that prices, sent and answered, are fen like those
of Taobao order lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.freight import (
    Arrival,
    Booking,
    ExpectedParcel,
    FreightItem,
    FreightLine,
    FreightQuote,
    FreightService,
    OverseasAddress,
    QuotedLine,
)
from sourcing_desktop.gateways.pandapon.answers import answer_in, ensure_done, read_alone, rows_in
from sourcing_desktop.gateways.pandapon.transport import Transport
from sourcing_desktop.gateways.values import unreadable
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

SERVICES = ("freightServices", "services", "freightInfos", "freightInfoList", "list", "data")
PRICES = ("price", "freight", "fee", "totalFreight", "totalPrice")


class Warehouse:
    """The warehouse through one account. Its calls are signed apart from all others."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def services(self, item: FreightItem, address: OverseasAddress) -> tuple[FreightService, ...]:
        """How goods could be sent, and what for."""
        return read_services(await self._transport.read("W1", body=services_request(item, address)))

    async def quote(self, lines: Sequence[FreightLine], address: OverseasAddress) -> FreightQuote:
        """What sending these together costs now."""
        quote = read_quote(await self._transport.read("W2", body=quote_request(lines, address)))
        return quote if quote.id else unreadable("data.renderId", tr("is missing"))

    async def book(
        self,
        quote: FreightQuote,
        lines: Sequence[FreightLine],
        address: OverseasAddress,
        *,
        purchase_id: str = "",
        remark: str = "",
    ) -> Booking:
        """Order what was quoted. `purchase_id`: the Taobao order the goods come from.

        Rejected says why not; Unreachable with `sent`, and BadReply, leave open whether it was booked.
        """
        body = booking_request(quote.id, lines, address, purchase_id=purchase_id, remark=remark)
        envelope = await self._transport.write("W4", body=body)
        ensure_done(envelope, call="W4")
        booking = read_booking(envelope)
        if not booking.id:
            raise BadReply(
                tr(
                    "The gateway took the booking but did not say its number. Ask the warehouse before "
                    "booking again."
                ),
                path="data.orderId",
            )
        return booking

    async def announce(self, booking_id: str, arrivals: Sequence[Arrival], *, purchase_id: str = "") -> None:
        """Tell the warehouse which parcels from sellers are on their way to it."""
        body = arrivals_request(booking_id, arrivals, purchase_id=purchase_id)
        ensure_done(await self._transport.write("W3", body=body))


def services_request(item: FreightItem, address: OverseasAddress) -> dict[str, object]:
    """W1. Currency and price are required, although the sample leaves them out."""
    return {
        "itemId": item.supply_id,
        "skuId": item.supply_sku_id,
        "receiverAddress": _address(address),
        "quantity": item.quantity,
        "currency": item.price.currency,
        "price": str(item.price.minor),
    }


def quote_request(lines: Sequence[FreightLine], address: OverseasAddress) -> dict[str, object]:
    """W2."""
    items = [
        {
            "itemId": line.item.supply_id,
            "skuId": line.item.supply_sku_id,
            "quantity": line.item.quantity,
            "freightInfo": _service(line.service),
            "currency": line.item.price.currency,
            "price": str(line.item.price.minor),
        }
        for line in lines
    ]
    return {"receiverAddress": _address(address), "renderItems": items}


def booking_request(
    quote_id: str, lines: Sequence[FreightLine], address: OverseasAddress, *, purchase_id: str, remark: str
) -> dict[str, object]:
    """W4."""
    items = [
        {
            **_goods(line.item),
            "freightInfo": _service(line.service),
            "currency": line.item.price.currency,
            "price": str(line.item.price.minor),
        }
        for line in lines
    ]
    return {
        "renderId": quote_id,
        "receiverAddress": _address(address),
        "lineItems": items,
        "tmallOrderInfo": {"tmallOrderId": purchase_id},
        "remark": remark,
    }


def arrivals_request(booking_id: str, arrivals: Sequence[Arrival], *, purchase_id: str) -> dict[str, object]:
    """W3; `logisticNumer` is how the contract spells it."""
    infos = [
        {
            "lineItem": _goods(arrival.item),
            "logisticNumer": arrival.parcel,
            "domesticLogisticInfo": [
                {
                    "logisticNumer": parcel.waybill,
                    "logisticCompanyName": parcel.carrier,
                    "rtsTime": str(int(parcel.sent_at.timestamp())),
                }
                for parcel in arrival.domestic
            ],
        }
        for arrival in arrivals
    ]
    return {"orderId": booking_id, "tmallOrderId": purchase_id, "logisticInfos": infos}


def read_services(envelope: Reader) -> tuple[FreightService, ...]:
    """W1."""
    return tuple(map(_read_service, rows_in(envelope, *SERVICES)))


def read_quote(envelope: Reader) -> FreightQuote:
    """W2."""
    answer = answer_in(envelope)
    return FreightQuote(
        id=answer.text("renderId"),
        price=answer.fen(*PRICES),
        lines=tuple(map(_quoted, answer.rows("renderItems"))),
        valid_until=answer.moment("validUntil", "expireTime"),
    )


def read_booking(envelope: Reader) -> Booking:
    """W4: the booking, or its bare number."""
    answer = answer_in(envelope)
    return Booking(
        id=answer.text("orderId", "id") or read_alone(envelope),
        status=answer.text("status"),
        price=answer.fen(*PRICES),
        parcels=tuple(map(_expected, answer.rows("logisticInfos"))),
    )


def _quoted(row: Reader) -> QuotedLine:
    service = _read_service(row.child("freightInfo"))
    return QuotedLine(
        supply_id=row.text("itemId"),
        supply_sku_id=row.text("skuId"),
        quantity=row.whole("quantity"),
        service=replace(service, price=row.fen(*PRICES)),
    )


def _expected(row: Reader) -> ExpectedParcel:
    goods = row.child("lineItem")
    return ExpectedParcel(
        number=row.text("logisticNumer"),
        supply_id=goods.text("itemId"),
        supply_sku_id=goods.text("skuId"),
        quantity=goods.whole("quantity"),
    )


def _address(address: OverseasAddress) -> dict[str, object]:
    return {
        "name": address.name,
        "email": address.email,
        "phone": address.phone,
        "mobilePhone": address.mobile,
        "address": address.street,
        "taxId": address.tax_id,
        "country": address.country,
        "city": address.city,
        "zip": address.zip,
        "state": address.state,
    }


def _goods(item: FreightItem) -> dict[str, object]:
    return {
        "itemId": item.supply_id,
        "skuId": item.supply_sku_id,
        "quantity": item.quantity,
        "title": item.title,
        "imageUrl": item.picture,
    }


def _service(service: FreightService) -> dict[str, object]:
    return {
        "serviceId": service.id,
        "companyName": service.company,
        "serviceCategory": service.category,
    }


def _read_service(row: Reader) -> FreightService:
    return FreightService(
        id=row.text("serviceId"),
        company=row.plain("companyName"),
        category=row.plain("serviceCategory"),
        price=row.fen(*PRICES),
        least_days=row.whole("minDays"),
        most_days=row.whole("maxDays"),
        weight_g=row.whole("weight"),
    )
