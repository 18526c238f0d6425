"""The Taobao cart (contract TK1 to TK6). Bodies of list, delete and edit are invented after the 1688 cart."""

from __future__ import annotations

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.orders.order import Wish
from sourcing_desktop.sandbox.orders.quote import Quote, Wanted, by_seller, quote
from sourcing_desktop.sandbox.routes.taobao_orders import PARTS_OF_ADDRESS, place
from sourcing_desktop.sandbox.shapes import taobao_cart as shapes
from sourcing_desktop.sandbox.shapes import taobao_orders as order_shapes
from sourcing_desktop.sandbox.world import World, found, sku_of


async def show(world: World, call: Call) -> object:
    """TK3: rows by shop; those that cannot be bought any more apart."""
    rows = world.taobao_carts.rows(call.user_id)
    return shapes.cart([(row, *world.line_of(row)) for row in rows], call, world.urls)


async def add(world: World, call: Call) -> object:
    """TK5: the item by its supply-side id, the SKU by either id; answers the row's id. What the caller says
    of title, price and stock is not kept."""
    fields = call.fields
    offer = found(world.supplied(fields.needed("mpId")))
    sku = sku_of(offer, fields.needed("mpSkuId", "skuId"), fields.text("skuId"))
    if sku is None:
        raise Refused(Code.NOT_FOUND, "skuId")
    return world.taobao_carts.add(call.user_id, offer.id, sku.id, fields.whole("quantity"))


async def edit(world: World, call: Call) -> object:
    """TK6: another quantity for a row."""
    world.taobao_carts.edit(call.user_id, call.fields.needed("id"), call.fields.whole("quantity"))
    return True


async def delete(world: World, call: Call) -> object:
    """TK4: take rows out."""
    with world.trade:
        world.taobao_carts.remove(call.user_id, call.fields.texts("ids"))
    return True


async def preview(world: World, call: Call) -> object:
    """TK2: what the chosen rows would cost, and which lines cannot be bought."""
    return shapes.preview(_quotes(world, call), call)


async def create(world: World, call: Call) -> object:
    """TK1: order the chosen rows, one order per supplier, all or none. The address is an object here."""
    wish = Wish(call.fields.child("orderAddress").only_texts(PARTS_OF_ADDRESS))
    orders = place(world, call, _quotes(world, call), wish)
    return order_shapes.created(orders, world.offers_of(orders))


def _quotes(world: World, call: Call) -> list[Quote]:
    province = call.fields.child("orderAddress").needed("state")
    rows = world.taobao_carts.chosen(call.user_id, call.fields.texts("ids"))
    wanted = [Wanted(*world.line_of(row), row.quantity) for row in rows]
    return [quote(lines, province) for lines in by_seller(wanted)]
