"""Parcels of 1688 orders and how far they have come (contract AO4, upstream C10). Pure.

The verb, the query and the answer of AO4 are upstream's, as are the fields of a parcel in an order object.
"""

from __future__ import annotations

from sourcing_desktop.domain.parcel import Carrier, Parcel, TraceStep, traced
from sourcing_desktop.gateways.pandapon.answers import rows_in
from sourcing_desktop.gateways.pandapon.shapes import WEB_SITE, step_time
from sourcing_desktop.gateways.wire import Reader


def traces_query(order_id: str, logistics_id: str) -> dict[str, str]:
    """AO4; an empty logistics id asks for all parcels."""
    query = {"orderId": order_id, "webSite": WEB_SITE}
    return query | {"logisticsId": logistics_id} if logistics_id else query


def read_traces(envelope: Reader) -> tuple[Parcel, ...]:
    """AO4: the parcels, without the names of their carriers, which only the order itself says."""
    return tuple(
        Parcel(
            waybill=row.text("logisticsBillNo"),
            logistics_id=row.text("logisticsId"),
            order_id=row.text("orderId"),
            steps=traced(_step(step) for step in row.rows("logisticsSteps")),
        )
        for row in rows_in(envelope, "logisticsTrace")
    )


def read_shipped(logistics: Reader) -> tuple[Parcel, ...]:
    """`nativeLogistics` of an order object: the parcels that have left, without their traces."""
    return tuple(
        Parcel(
            waybill=row.text("logisticsBillNo"),
            logistics_id=row.text("logisticsCode", "logisticsId"),
            carriers=_carrier(row),
            line_ids=row.texts("subItemIds"),
            sent_at=row.moment("deliveredTime"),
            raw_state=row.text("status"),
        )
        for row in logistics.rows("logisticsItems")
    )


def _carrier(row: Reader) -> tuple[Carrier, ...]:
    name = row.plain("logisticsCompanyName")
    return (Carrier(name=name),) if name else ()


def _step(row: Reader) -> TraceStep:
    at, time_text = step_time(row, "acceptTime")
    return TraceStep(text=row.plain("remark"), at=at, time_text=time_text)
