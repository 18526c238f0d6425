"""From the forwarding warehouse abroad (contract W1 to W4). The requests are documented; every answer is
INVENTED, and so are all refusals."""

from __future__ import annotations

from sourcing_desktop.sandbox.bookings import FreightItem
from sourcing_desktop.sandbox.cart import check_quantity
from sourcing_desktop.sandbox.door.call import Call, Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.market.model import MarketSku
from sourcing_desktop.sandbox.overseas import country_of, service_of
from sourcing_desktop.sandbox.shapes import warehouse as shapes
from sourcing_desktop.sandbox.shapes.taobao_orders import DONE
from sourcing_desktop.sandbox.world import World, found, sku_of

_NEEDED_OF_ADDRESS = ("name", "address", "city")
_PARTS_OF_ADDRESS = (*_NEEDED_OF_ADDRESS, "email", "phone", "mobilePhone", "taxId", "country", "zip", "state")


async def services(world: World, call: Call) -> object:
    """W1: how goods could be sent, and what for. `itemId` means the supply-side id; currency and price are
    asked for, although the sample leaves them out."""
    for name in ("currency", "price"):
        call.fields.needed(name)
    sku, quantity = _goods(world, call.fields)
    country = country_of(call.fields.child("receiverAddress").needed("country"))
    return shapes.services(sku.weight_g * quantity, country)


async def preview(world: World, call: Call) -> object:
    """W2: what sending these together costs."""
    country = _country(call)
    items = tuple(_item(world, fields, country) for fields in call.fields.children("renderItems"))
    return shapes.preview(world.bookings.preview(call.user_id, items))


async def announce(world: World, call: Call) -> object:
    """W3: the parcels of sellers that are on their way to the warehouse for a booking."""
    booking_id = call.fields.needed("orderId")
    goods = world.bookings.goods(call.user_id, booking_id)
    parcels = []
    for info in call.fields.children("logisticInfos"):
        line = info.child("lineItem")
        if goods and (line.needed("itemId"), line.needed("skuId")) not in goods:
            raise Refused(Code.BAD_PARAMETER, "lineItem")
        domestic = [_domestic(parcel) for parcel in info.children("domesticLogisticInfo")]
        parcels.append({"logisticNumer": info.needed("logisticNumer"), "domesticLogisticInfo": domestic})
    world.bookings.announce(call.user_id, booking_id, parcels)
    return DONE


async def book(world: World, call: Call) -> object:
    """W4: order what was previewed; goods and services must be those of the preview."""
    country = _country(call)
    previewed = world.bookings.open_preview(call.user_id, call.fields.needed("renderId"))
    lines = [_named(fields) for fields in call.fields.children("lineItems")]
    if sorted(lines) != sorted(_key(item) for item in previewed.items):
        raise Refused(Code.BAD_PARAMETER, "lineItems")
    order = call.fields.child("tmallOrderInfo") if call.fields.filled("tmallOrderInfo") else Fields({})
    booking_id = world.bookings.book(
        call.user_id,
        previewed,
        order.text("tmallOrderId"),
        call.fields.child("receiverAddress").only_texts(_PARTS_OF_ADDRESS),
        call.fields.text("remark"),
    )
    return shapes.booked(booking_id, previewed, country)


def _country(call: Call) -> str:
    receiver = call.fields.child("receiverAddress")
    for name in _NEEDED_OF_ADDRESS:
        receiver.needed(name)
    return country_of(receiver.needed("country"))


def _goods(world: World, fields: Fields) -> tuple[MarketSku, int]:
    offer = found(world.supplied(fields.needed("itemId")))
    sku = sku_of(offer, fields.needed("skuId"))
    if sku is None:
        raise Refused(Code.NOT_FOUND, "skuId")
    quantity = fields.whole("quantity")
    check_quantity(quantity)
    return sku, quantity


def _item(world: World, fields: Fields, country: str) -> FreightItem:
    sku, quantity = _goods(world, fields)
    service = service_of(fields.child("freightInfo").needed("serviceId"))
    fen = service.fen(sku.weight_g * quantity, country)
    return FreightItem(fields.needed("itemId"), fields.needed("skuId"), quantity, service.id, fen)


def _named(fields: Fields) -> tuple[str, str, int, str]:
    service = fields.child("freightInfo").needed("serviceId")
    return fields.needed("itemId"), fields.needed("skuId"), fields.whole("quantity"), service


def _key(item: FreightItem) -> tuple[str, str, int, str]:
    return item.item_id, item.sku_id, item.quantity, item.service_id


def _domestic(parcel: Fields) -> dict[str, object]:
    """`rtsTime` is Unix seconds as text."""
    return {
        "logisticNumer": parcel.needed("logisticNumer"),
        "logisticCompanyName": parcel.needed("logisticCompanyName"),
        "rtsTime": parcel.whole("rtsTime"),
    }
