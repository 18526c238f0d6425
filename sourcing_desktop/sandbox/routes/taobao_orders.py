"""Taobao orders (contract TO1, TO2, TO4, TO6)."""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.sandbox.call import Call, Fields
from sourcing_desktop.sandbox.cart import check_quantity
from sourcing_desktop.sandbox.codes import Code, Refused, Upstream, refused_upstream
from sourcing_desktop.sandbox.orders import PlacedOrder, Wish
from sourcing_desktop.sandbox.quote import Quote, Wanted, by_seller, quote
from sourcing_desktop.sandbox.shapes import taobao_orders as shapes
from sourcing_desktop.sandbox.shapes.amounts import milliseconds_of
from sourcing_desktop.sandbox.world import World, sku_of

_NEEDED_OF_ADDRESS = ("country", "state", "city", "name")
MOST_PAID_AT_ONCE = 10


async def create(world: World, call: Call) -> object:
    """TO1: one order per supplier, all or none; `itemId` means the supply-side id."""
    fields = call.fields
    receiver = fields.child_in_text("receiver")
    wanted = [_wanted(world, line) for line in fields.children_in_text("orderLineList")]
    wish = Wish(
        receiver.as_dict(), reference=fields.text("sellerOrderNumber"), source=fields.text("orderSource")
    )
    orders = place(world, call, [quote(lines, receiver.text("state")) for lines in by_seller(wanted)], wish)
    return shapes.created(orders, world.offers_of(orders))


async def page(world: World, call: Call) -> object:
    """TO2: the buyer's orders, newest first."""
    fields = call.fields
    number, size = max(1, fields.whole("pageNum", 1)), min(max(1, fields.whole("pageSize", 20)), 100)
    where, arguments = ["user_id = ?", "platform = 'taobao'"], [call.user_id]
    for name, column in (("id", "id"), ("orderNo", "number")):
        if value := fields.text(name):
            where.append(f"{column} = ?")
            arguments.append(value)
    if fields.text("status"):
        where.append("state = ?")
        arguments.append(shapes.STATES.get(fields.whole("status"), "nothing the sandbox has"))
    for name, comparison in (("beginDateTime", ">="), ("endDateTime", "<=")):
        if moment := milliseconds_of(fields.text(name)):
            where.append(f"created_at {comparison} {moment}")
    condition = " AND ".join(where)
    orders = world.orders.select(condition, arguments, size, (number - 1) * size)
    offers = world.offers_of(orders)
    return {
        "total": world.orders.count(condition, arguments),
        "data": [shapes.listed(order, offers, call, world.urls) for order in orders],
    }


async def cancel(world: World, call: Call) -> object:
    """TO4 (body invented): close an unpaid order; `orderId` is the `id` of the order list."""
    order = world.orders.find(call.user_id, "taobao", call.fields.needed("orderId", "purchaseId"))
    with world.trade:
        world.orders.cancel(order, call.fields.text("cancelReason"))
    return {"success": True, "errorCode": None, "errorMsg": None}


async def pay(world: World, call: Call) -> object:
    """TO6 (body invented): pay up to ten orders, `orderIds`; all or none."""
    ids = call.fields.texts("orderIds") or call.fields.texts("orderId")
    if not ids:
        raise Refused(Code.MISSING_PARAMETER, "orderIds")
    if len(ids) > MOST_PAID_AT_ONCE:
        raise Refused(Code.BAD_PARAMETER, "orderIds")
    orders = [world.orders.find(call.user_id, "taobao", order_id) for order_id in ids]
    with world.trade:
        for order in orders:
            world.orders.pay(order)
    return {"success": True, "errorCode": None, "errorMsg": None}


def place(world: World, call: Call, quotes: Sequence[Quote], wish: Wish) -> list[PlacedOrder]:
    """Write all orders of a request, or none: refused when any line is. Cart rows in it are used up."""
    for name in _NEEDED_OF_ADDRESS:
        Fields(wish.receiver).needed(name)
    refusal = next((each.refusal for each in quotes if each.refusal), None)
    if refusal:
        raise refused_upstream(refusal, error_code=refusal.value, order_list=[])
    with world.trade:
        ids = [world.orders.place(call.user_id, each, wish) for each in quotes]
        if rows := call.fields.texts("ids"):
            world.taobao_carts.remove(call.user_id, rows)
    return [world.orders.find(call.user_id, "taobao", order_id) for order_id in ids]


def _wanted(world: World, line: Fields) -> Wanted:
    offer = world.supplied(line.needed("itemId"))
    quantity = line.whole("quantity")
    check_quantity(quantity)
    sku = sku_of(offer, line.text("skuId")) if offer else None
    if offer and sku is None:
        raise refused_upstream(Upstream.FOREIGN_SPEC)
    return Wanted(offer, sku, quantity)
