"""The 1688 cart (contract AK1 to AK6)."""

from __future__ import annotations

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.orders.quote import Quote, Wanted, by_seller, quote
from sourcing_desktop.sandbox.routes.alibaba_orders import place, province
from sourcing_desktop.sandbox.shapes import alibaba_cart as shapes
from sourcing_desktop.sandbox.shapes import alibaba_orders as order_shapes
from sourcing_desktop.sandbox.world import World, found, sku_of


async def show(world: World, call: Call) -> object:
    """AK6: rows by seller; those that cannot be bought any more apart."""
    rows = world.alibaba_carts.rows(call.user_id)
    return shapes.cart([(row, *world.line_of(row)) for row in rows], call, world.urls)


async def add(world: World, call: Call) -> object:
    """AK5 (body invented after AK6): offer, SKU by `specId` or `skuId`, quantity; answers the row's id."""
    offer = found(world.offer("1688", call, call.fields.needed("offerMapId", "offerId")))
    sku = sku_of(offer, call.fields.text("specId"), call.fields.text("skuId"))
    if sku is None:
        raise Refused(Code.NOT_FOUND, "specId")
    return world.alibaba_carts.add(call.user_id, offer.id, sku.id, call.fields.whole("quantity"))


async def edit(world: World, call: Call) -> object:
    """AK4: another quantity for a row."""
    world.alibaba_carts.edit(call.user_id, call.fields.needed("id"), call.fields.whole("quantity"))
    return True


async def delete(world: World, call: Call) -> object:
    """AK2 (body invented after AK1): take rows out."""
    with world.trade:
        world.alibaba_carts.remove(call.user_id, call.fields.texts("cartIds") or call.fields.texts("ids"))
    return True


async def preview(world: World, call: Call) -> object:
    """AK3: what the chosen rows would cost, one order per seller."""
    return order_shapes.preview(_quotes(world, call), call)


async def create(world: World, call: Call) -> object:
    """AK1: order the chosen rows, one order per seller, all or none."""
    return order_shapes.created(place(world, call, _quotes(world, call)))


def _quotes(world: World, call: Call) -> list[Quote]:
    rows = world.alibaba_carts.chosen(call.user_id, call.fields.texts("cartIds"))
    wanted = [Wanted(*world.line_of(row), row.quantity) for row in rows]
    return [quote(lines, province(call)) for lines in by_seller(wanted)]
