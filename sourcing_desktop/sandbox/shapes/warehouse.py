"""What the warehouse calls answer (contract W1, W2, W4). INVENTED, all of it: the documents show only
requests, whose names are used where they fit. Prices are fen, weights grams."""

from __future__ import annotations

from sourcing_desktop.sandbox.bookings import FreightItem, Preview
from sourcing_desktop.sandbox.overseas import SERVICES, Service, service_of
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.amounts import stable_number


def services(weight_g: int, country: str) -> Shape:
    """The services that could take a weight to a country, the cheapest first."""
    offered = sorted(SERVICES, key=lambda service: service.fen(weight_g, country))
    return {
        "freightServices": [
            {
                **_names(service),
                "price": service.fen(weight_g, country),
                "currency": "CNY",
                "weight": weight_g,
                "minDays": service.min_days,
                "maxDays": service.max_days,
            }
            for service in offered
        ]
    }


def preview(previewed: Preview) -> Shape:
    """What was previewed, and until when it may be booked."""
    return {
        "renderId": previewed.id,
        "price": previewed.fen,
        "currency": "CNY",
        "validUntil": previewed.valid_until,
        "renderItems": [
            {**_goods(item), "freightInfo": _names(service_of(item.service_id)), "price": item.fen}
            for item in previewed.items
        ],
    }


def booked(booking_id: str, previewed: Preview, country: str) -> Shape:
    """A booking, with the numbers under which the warehouse waits for its goods, one a line."""
    return {
        "orderId": booking_id,
        "renderId": previewed.id,
        "status": "CREATED",
        "price": previewed.fen,
        "currency": "CNY",
        "logisticInfos": [
            {
                "lineItem": _goods(item),
                "logisticNumer": f"FAR{country}{stable_number(f'{previewed.id} {position}', 10):010d}YQ",
            }
            for position, item in enumerate(previewed.items)
        ],
    }


def _names(service: Service) -> Shape:
    return {
        "serviceId": service.id,
        "companyName": service.company,
        "serviceCategory": service.category,
    }


def _goods(item: FreightItem) -> Shape:
    return {"itemId": item.item_id, "skuId": item.sku_id, "quantity": item.quantity}
