"""Parcels of Taobao orders and how far they have come (contract TO9); every leaf is a text there. Pure."""

from __future__ import annotations

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.parcel import Carrier, Parcel, ParcelGoods, TraceStep, traced
from sourcing_desktop.gateways.pandapon.shapes import known_address, step_time
from sourcing_desktop.gateways.wire import Reader


def read_parcels(envelope: Reader) -> tuple[Parcel, ...]:
    """TO9: the parcels a line travels in; none before it ships."""
    data = envelope.lenient().child("data")
    order_id = data.text("purchaseOrderOuterId")
    return tuple(_parcel(row, order_id) for row in data.rows("pnmLogisticsDetails"))


def _parcel(row: Reader, order_id: str) -> Parcel:
    return Parcel(
        waybill=row.text("mailNo"),
        order_id=order_id,
        carriers=tuple(
            Carrier(
                name=each.plain("company"),
                phone=each.text("companyContact"),
                picture=each.picture("companyImageUrl"),
            )
            for each in row.rows("logisticsPartner")
        ),
        steps=traced(_step(step) for step in row.rows("logisticsTraces")),
        goods=tuple(
            ParcelGoods(
                each.plain("title"), each.whole("quantity"), each.plain("property"), each.picture("imageUrl")
            )
            for each in row.rows("logisticsGoods")
        ),
        receiver=_receiver(row.child("receiver")),
    )


def _step(row: Reader) -> TraceStep:
    at, time_text = step_time(row, "time")
    status_words = row.plain("statusDesc")
    return TraceStep(
        text=row.plain("standerdDesc", "standardDesc") or status_words,
        at=at,
        time_text=time_text,
        province=row.text("province"),
        city=row.text("city"),
        district=row.text("district"),
        facility=row.plain("facilityName"),
        status=row.text("status"),
        status_words=status_words,
        action=row.text("action"),
        next_city=row.text("nextCity"),
        next_facility=row.plain("nextNodeName"),
    )


def _receiver(row: Reader) -> Address | None:
    return known_address(
        Address(
            name=row.text("name"),
            mobile="",
            province=row.text("province"),
            city=row.text("city"),
            district=row.text("district"),
            street=row.text("address"),
            postcode=row.text("zipCode"),
            phone=row.text("phone"),
        )
    )
