"""Parcels and their traces as the contract writes them (AO4, TO9) and as order objects carry them (3.7).

The fields of `logisticsItems` are not documented: ASSUMED after upstream's names for the same things.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder
from sourcing_desktop.sandbox.orders.parcels import Parcel, Trace
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.amounts import alibaba_time, stable_number, taobao_time
from sourcing_desktop.sandbox.urls import Urls


def traces(order: PlacedOrder, parcels: Sequence[Parcel]) -> Shape:
    """AO4: one entry per parcel."""
    return {
        "logisticsTrace": [
            {
                "logisticsId": parcel.id,
                "orderId": int(order.id),
                "logisticsBillNo": parcel.waybill,
                "logisticsSteps": [
                    {"acceptTime": taobao_time(trace.at), "remark": trace.text} for trace in parcel.traces
                ],
            }
            for parcel in parcels
        ],
        "success": True,
        "errorCode": None,
        "errorMessage": None,
    }


def logistics_items(order: PlacedOrder, parcels: Sequence[Parcel]) -> list[Shape]:
    """The parcels inside `nativeLogistics`."""
    return [
        {
            "id": stable_number(parcel.id),
            "logisticsCode": parcel.id,
            "logisticsBillNo": parcel.waybill,
            "logisticsCompanyName": parcel.carrier.name,
            "logisticsCompanyNo": parcel.carrier.code,
            "deliveredTime": alibaba_time(order.sent_at),
            "status": "SIGN" if parcel.signed else "ACCEPT",
            "type": "0",
            "subItemIds": ",".join(line.id for line, _ in parcel.goods),
        }
        for parcel in parcels
    ]


def taobao_detail(
    order: PlacedOrder,
    line: PlacedLine,
    parcels: Sequence[Parcel],
    offers: dict[str, MarketOffer],
    urls: Urls,
) -> Shape:
    """TO9: the parcels that a line travels in, every leaf a text."""
    return {
        "purchaseOrderOuterId": line.purchase_id,
        "pnmLogisticsDetails": [_taobao_parcel(order, parcel, offers, urls) for parcel in parcels],
    }


def _taobao_parcel(order: PlacedOrder, parcel: Parcel, offers: dict[str, MarketOffer], urls: Urls) -> Shape:
    carrier = parcel.carrier
    return {
        "mailNo": parcel.waybill,
        "logisticsTraces": [_taobao_trace(trace) for trace in parcel.traces],
        "logisticsPartner": [
            {"companyImageUrl": "", "company": carrier.name, "companyContact": carrier.phone}
        ],
        "receiver": {
            "zipCode": order.address("zip"),
            "address": order.warehouse.get("address") or order.address("address"),
            "province": order.address("state"),
            "city": order.address("city"),
            "district": order.address("district"),
            "phone": order.address("mobile_phone", "phone"),
            "name": order.warehouse.get("name") or order.address("name"),
        },
        "logisticsGoods": [
            _goods(line, pieces, offers[line.offer_id], urls) for line, pieces in parcel.goods
        ],
    }


def _taobao_trace(trace: Trace) -> Shape:
    return {
        "statusDesc": trace.status,
        "province": trace.province,
        "city": trace.city,
        "district": trace.district,
        "action": trace.action,
        "facilityName": trace.facility,
        "time": taobao_time(trace.at),
        "standerdDesc": trace.text,
        "status": trace.action,
        "nextCity": trace.next_city,
        "nextNodeName": trace.next_facility,
    }


def _goods(line: PlacedLine, pieces: int, offer: MarketOffer, urls: Urls) -> Shape:
    sku = next(sku for sku in offer.skus if sku.id == line.sku_id)
    return {
        "title": offer.title.zh,
        "property": ";".join(f"{name.zh}:{value.zh}" for name, value in sku.attributes),
        "imageUrl": urls.sku(offer, sku),
        "quantity": str(pieces),
    }
