"""Taobao orders (contract TO1 to TO9).

Orders go by the `id` of the list, as the contract (1.10) leaves it open; ASSUMED: `purchase_id` of TO1 and of
TO4 is that id too. Lines go by upstream's number, `taobaoSubPurchaseId`.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from sourcing_desktop.sandbox.cart import check_quantity
from sourcing_desktop.sandbox.door.call import Call, Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused, Upstream, refused_upstream
from sourcing_desktop.sandbox.door.envelope import untraced
from sourcing_desktop.sandbox.orders.order import PlacedOrder, Wish
from sourcing_desktop.sandbox.orders.quote import Quote, Wanted, by_seller, quote
from sourcing_desktop.sandbox.shapes import taobao_orders as shapes
from sourcing_desktop.sandbox.shapes.amounts import milliseconds_of
from sourcing_desktop.sandbox.shapes.parcels import taobao_detail
from sourcing_desktop.sandbox.world import World, sku_of

_NEEDED_OF_ADDRESS = ("country", "state", "city", "name")
PARTS_OF_ADDRESS = (*_NEEDED_OF_ADDRESS, "zip", "district", "address", "mobile_phone", "phone")
"""Contract 3.6."""
MOST_PAID_AT_ONCE = 10
_OF_A_CANCELLING = ("purchase_id", "sub_purchase_orderId_list", "cancel_reason", "cancel_remark")


async def create(world: World, call: Call) -> object:
    """TO1: one order per supplier, all or none; `itemId` means the supply-side id."""
    fields = call.fields
    receiver = fields.child_in_text("receiver")
    wanted = [_wanted(world, line) for line in fields.children_in_text("orderLineList")]
    wish = Wish(
        receiver.only_texts(PARTS_OF_ADDRESS),
        reference=fields.text("sellerOrderNumber"),
        source=fields.text("orderSource"),
    )
    orders = place(world, call, [quote(lines, receiver.text("state")) for lines in by_seller(wanted)], wish)
    return shapes.created(orders, world.offers_of(orders))


async def page(world: World, call: Call) -> object:
    """TO2: the buyer's orders, newest first."""
    fields = call.fields
    number, size = max(1, fields.whole("pageNum", 1)), min(max(1, fields.whole("pageSize", 20)), 100)
    where: list[str] = ["platform = 'taobao'"]
    arguments: list[str] = []
    for name, column in (("id", "id"), ("orderNo", "number")):
        if value := fields.text(name):
            where.append(f"{column} = ?")
            arguments.append(value)
    if fields.text("status"):
        states = shapes.states_of(fields.whole("status"))
        where.append(f"state IN ({', '.join('?' * len(states))})")
        arguments += states
    for name, comparison in (("beginDateTime", ">="), ("endDateTime", "<=")):
        if moment := milliseconds_of(fields.text(name)):
            where.append(f"created_at {comparison} {moment}")
    orders, total = world.orders.page(call.user_id, " AND ".join(where), arguments, size, number)
    offers = world.offers_of(orders)
    return {
        "total": total,
        "data": [shapes.listed(order, offers, call, world.urls) for order in orders],
    }


async def detail(world: World, call: Call) -> object:
    """TO8 (body assumed): one order as it stands in the list."""
    order = world.orders.shown(_order(world, call, "orderId"))
    return shapes.listed(order, world.offers_of([order]), call, world.urls)


async def send_voucher(world: World, call: Call) -> object:
    """TO3 (v1 only, body assumed): `voucherUrls`, or the picture itself as base64 in `voucher`."""
    order = _order(world, call, "orderId")
    if not call.fields.texts("voucherUrls"):
        call.fields.needed("voucher", "voucherUrls")
    with world.trade:
        world.orders.send_voucher(order)
    return shapes.DONE


async def cancel(world: World, call: Call) -> object:
    """TO4 (body upstream's): close an unpaid order, or some of its lines. A field of another name is refused:
    without the list of lines, however misspelt, the whole order would be closed."""
    fields = call.fields
    if strange := next(fields.besides(_OF_A_CANCELLING), ""):
        raise Refused(Code.BAD_PARAMETER, strange)
    order = _order(world, call, "purchase_id")
    named = set(fields.texts("sub_purchase_orderId_list"))
    lines = [line for line in order.open_lines if line.purchase_id in named]
    if len(lines) < len(named):
        raise refused_upstream(Upstream.NO_SUCH_ORDER)
    with world.trade:
        world.orders.cancel_lines(order, lines or order.open_lines, fields.text("cancel_reason"))
    return shapes.DONE


async def move_warehouse(world: World, call: Call) -> object:
    """TO5: another forwarding warehouse, until the order has left."""
    order = _order(world, call, "orderId")
    with world.trade:
        world.orders.move_warehouse(
            order, call.fields.text("warehouseName"), call.fields.needed("warehouseAddress")
        )
    return shapes.DONE


async def pay(world: World, call: Call) -> object:
    """TO6 (body assumed): pay up to ten orders, `orderIds`; all or none."""
    ids = dict.fromkeys(call.fields.texts("orderIds"))
    if not ids:
        raise Refused(Code.MISSING_PARAMETER, "orderIds")
    if len(ids) > MOST_PAID_AT_ONCE:
        raise Refused(Code.BAD_PARAMETER, "orderIds")
    orders = [world.orders.find(call.user_id, "taobao", order_id) for order_id in ids]
    if refusal := next(filter(None, (world.refusals.of(order.id) for order in orders)), None):
        raise refused_upstream(refusal)
    with world.trade:
        for order in {order.id: order for order in orders}.values():
            world.orders.pay(order)
    return shapes.DONE


async def chat(world: World, call: Call) -> object:
    """TO7: a link to the chat with a seller, good for one visit. The page contradicts itself, so both bodies
    are taken: the object alone, and the object as text in `pageParamMap`."""
    about = call.fields if call.fields.text("bizId") else call.fields.child_in_text("pageParamMap")
    url = world.urls.chat(about.needed("sourceType"), about.needed("bizId"), secrets.token_hex(16))
    return untraced(url, call)


async def logistics(world: World, call: Call) -> object:
    """TO9: the parcels a line travels in; none before it ships."""
    sub_id = call.fields.needed("subPurchaseOrderId")
    found = world.orders.select(
        "user_id = ? AND platform = 'taobao'"
        " AND id IN (SELECT order_id FROM order_line WHERE purchase_id = ?)",
        (call.user_id, sub_id),
    )
    if not found:
        raise refused_upstream(Upstream.NO_SUCH_ORDER)
    order = found[0]
    line = next(line for line in order.lines if line.purchase_id == sub_id)
    parcels = [
        parcel for parcel in world.parcels_of(order) if line.id in {packed.id for packed, _ in parcel.goods}
    ]
    return taobao_detail(order, line, parcels, world.offers_of([order]), world.urls)


def _order(world: World, call: Call, name: str) -> PlacedOrder:
    return world.orders.find(call.user_id, "taobao", call.fields.needed(name))


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
    return [world.orders.of_id(order_id) for order_id in ids]


def _wanted(world: World, line: Fields) -> Wanted:
    offer = world.supplied(line.needed("itemId"))
    quantity = line.whole("quantity")
    check_quantity(quantity)
    sku = sku_of(offer, line.text("skuId")) if offer else None
    if offer and sku is None:
        raise refused_upstream(Upstream.FOREIGN_SPEC)
    return Wanted(offer, sku, quantity)
