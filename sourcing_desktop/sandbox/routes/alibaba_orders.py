"""1688 previews, orders and the list of them, cancelling (contract AO2, AO3, AO5 to AO8 and section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcing_desktop.sandbox.cart import check_quantity
from sourcing_desktop.sandbox.door.call import Call, Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused, Upstream, refused_upstream
from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.sandbox.orders.order import PlacedOrder, Wish
from sourcing_desktop.sandbox.orders.quote import Quote, Wanted, by_seller, quote
from sourcing_desktop.sandbox.shapes import alibaba_orders as shapes
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.amounts import milliseconds_of
from sourcing_desktop.sandbox.world import World

_NEEDED_OF_ADDRESS = ("fullName", "mobile", "provinceText", "cityText", "townText", "address")
"""Of what the contract (3.4) requires; the phone may be left to the mobile."""
_PARTS_OF_ADDRESS = (*_NEEDED_OF_ADDRESS, "phone", "postCode", "areaText", "districtCode")


_FLOWS = (
    *("general", "fenxiao", "saleproxy", "paired", "repurchase", "boutiquefenxiao", "boutiquepifa"),
    "fenxiaonew",  # a sibling's sample
)
_TRADE_TYPES = ("assureTrade", "alipay", "period", "assure", "creditBuy", "bank", "631staged", "37staged")
"""What the contract (AO7) lists."""


async def preview(world: World, call: Call) -> object:
    """AO6: what the lines would cost as one order."""
    return shapes.preview([quote(_wanted(world, call), province(call))], call)


async def preview_by_seller(world: World, call: Call) -> object:
    """AO2: what the lines would cost as one order per seller."""
    return shapes.preview([quote(lines, province(call)) for lines in by_seller(_wanted(world, call))], call)


async def create(world: World, call: Call) -> object:
    """AO7: one order of one seller."""
    return shapes.created(place(world, call, [quote(_wanted(world, call), province(call))]))


async def create_by_seller(world: World, call: Call) -> object:
    """AO3: one order per seller, all or none; answers whole trade objects."""
    quotes = [quote(lines, province(call)) for lines in by_seller(_wanted(world, call))]
    return _trade_objects(world, place(world, call, quotes))


async def page(world: World, call: Call) -> object:
    """AO5: the buyer's orders, newest first."""
    fields = call.fields
    number, size = max(1, fields.whole("page", 1)), min(max(1, fields.whole("pageSize", 20)), 50)
    where: list[str] = ["platform = '1688'"]
    arguments: list[str] = []
    if status := fields.text("orderStatus"):
        where.append("state = ?")
        arguments.append(shapes.STATES.get(status, "nothing the sandbox has"))
    for name, comparison in (("createStartTime", ">="), ("createEndTime", "<=")):
        if moment := milliseconds_of(fields.text(name)):
            where.append(f"created_at {comparison} {moment}")
    if ids := fields.texts("orderIds"):
        where.append(f"id IN ({', '.join('?' * len(ids))})")
        arguments += ids
    orders, total = world.orders.page(call.user_id, " AND ".join(where), arguments, size, number)
    return {"result": _trade_objects(world, orders), "totalRecord": total}


async def detail(world: World, call: Call) -> object:
    """The order itself (contract section 5)."""
    order = world.orders.find(call.user_id, "1688", call.fields.needed("orderId"))
    return _trade_objects(world, [world.orders.shown(order)])[0]


async def cancel(world: World, call: Call) -> object:
    """AO8: close an unpaid order."""
    call.fields.needed("webSite")
    order = world.orders.find(call.user_id, "1688", call.fields.needed("orderId"))
    with world.trade:
        world.orders.cancel(order, call.fields.text("cancelReason", "buyerCancel"))
    return True


def place(world: World, call: Call, quotes: Sequence[Quote]) -> list[PlacedOrder]:
    """Write all orders of a request, or none: refused when any line is. Cart rows in it are used up. That
    undocumented words for `flow` and `tradeType` are refused is invented."""
    for name, words in (("flow", _FLOWS), ("tradeType", _TRADE_TYPES)):
        if call.fields.text(name) not in ("", *words):
            raise Refused(Code.BAD_PARAMETER, name)
    refusal = next((each.refusal for each in quotes if each.refusal), None)
    if refusal:
        raise refused_upstream(refusal, failedOfferList=shapes.refused_lines(quotes, call))
    address = call.fields.child("addressParam").only_texts(_PARTS_OF_ADDRESS)
    wish = Wish(address, note=call.fields.text("message"))
    with world.trade:
        ids = [world.orders.place(call.user_id, each, wish) for each in quotes]
        if rows := call.fields.texts("cartIds"):
            world.alibaba_carts.remove(call.user_id, rows)
    return [world.orders.of_id(order_id) for order_id in ids]


def province(call: Call) -> str:
    """Where the goods go, which the freight depends on; refused when the address lacks a part."""
    receiver = call.fields.child("addressParam")
    for name in _NEEDED_OF_ADDRESS:
        receiver.needed(name)
    return receiver.needed("provinceText")


def _wanted(world: World, call: Call) -> list[Wanted]:
    return [_wanted_line(world, call, line) for line in call.fields.children("cargoParamList")]


def _wanted_line(world: World, call: Call, line: Fields) -> Wanted:
    offer = world.offer("1688", call, line.needed("offerMapId", "offerId"))
    quantity = line.whole("quantity")
    check_quantity(quantity)
    spec = line.text("specId")
    if not spec:
        raise refused_upstream(Upstream.DIFFERENT_SELLERS)
    _check_seller(offer, line.text("sellerOpenId"))
    sku = next((sku for sku in offer.skus if sku.spec_id == spec), None) if offer else None
    return Wanted(offer, sku, quantity)


def _check_seller(offer: MarketOffer | None, sent: str) -> None:
    if offer and sent and sent != offer.seller.open_id:
        raise refused_upstream(Upstream.DIFFERENT_SELLERS)


def _trade_objects(world: World, orders: Iterable[PlacedOrder]) -> list[Shape]:
    listed = list(orders)
    offers = world.offers_of(listed)
    return [shapes.trade_object(order, offers, world.parcels_of(order), world.urls) for order in listed]
