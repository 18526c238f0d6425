"""1688 orders once they are placed: paying them, following their parcels, confirming receipt (contract AO1,
AO4, AO9, AO10)."""

from __future__ import annotations

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused, Upstream, refused_upstream
from sourcing_desktop.sandbox.door.envelope import untraced
from sourcing_desktop.sandbox.orders.order import PlacedOrder
from sourcing_desktop.sandbox.shapes import alibaba_orders as shapes
from sourcing_desktop.sandbox.shapes.parcels import traces
from sourcing_desktop.sandbox.world import World

PASSWORD_FREE_FEN = 500_000
"""Up to this total (invented) an order is paid without the buyer visiting the cashier."""
MOST_PAID_AT_ONCE = 30
TRACED_MS = 365 * 86_400_000


async def pay_together(world: World, call: Call) -> object:
    """AO1: pay up to 30 orders without password, each for itself. Refused with 400_4 when none can be paid;
    otherwise the answer says which could not."""
    ids = list(dict.fromkeys(call.fields.texts("orderIds")))
    if not ids:
        raise Refused(Code.MISSING_PARAMETER, "orderIds")
    if len(ids) > MOST_PAID_AT_ONCE:
        raise Refused(Code.BAD_PARAMETER, "orderIds")
    results = [(order_id, _pay_without_password(world, call, order_id)) for order_id in ids]
    answer = shapes.paid_together(results)
    if all(refusal for _, refusal in results):
        raise refused_upstream(Upstream.NOTHING_PAYABLE, **{"payResults": answer["payResults"]})
    return untraced(answer, call)


async def pay_url(world: World, call: Call) -> object:
    """AO9, a GET that may take money: smaller orders are paid at once, for others there is the cashier. It
    names orders refused for credit or risk; that 400_4 stands for these is invented."""
    order = _order(world, call)
    refusal = world.refusals.of(order.id)
    if refusal not in (None, Upstream.NOTHING_PAYABLE):
        raise refused_upstream(refusal)
    at_once = order.total_fen <= PASSWORD_FREE_FEN and refusal is None
    if at_once:
        with world.trade:
            world.orders.pay(order)
    return {
        "orderId": order.id,
        "protocolPaySuccess": at_once,
        "payUrl": None if at_once or refusal else world.urls.cashier(order.id),
        "cantPayOrderList": [int(order.id)] if refusal else [],
    }


async def confirm(world: World, call: Call) -> object:
    """AO10: the buyer has the goods, or the lines of `orderEntryIds`. Failures hide in a code of 200."""
    order_id, entries = call.fields.needed("orderId"), set(call.fields.texts("orderEntryIds"))
    found = world.orders.select("user_id = ? AND platform = '1688' AND id = ?", (call.user_id, order_id))
    order = found[0] if found else None
    lines = [line for line in order.open_lines if not entries or line.id in entries] if order else []
    if order is None or len(lines) < len(entries):
        return untraced(shapes.confirmed(Upstream.NO_ORDER_TO_CONFIRM), call)
    if not order.can_be_confirmed:
        return untraced(shapes.confirmed(Upstream.STATUS_ERROR), call)
    with world.trade:
        world.orders.confirm(order, lines)
    return untraced(shapes.confirmed(None), call)


async def trace(world: World, call: Call) -> object:
    """AO4 (body upstream's): what carriers report of an order's parcels, or of the one of `logisticsId`."""
    found = world.orders.select("platform = '1688' AND id = ?", (call.fields.needed("orderId"),))
    if found and found[0].user_id != call.user_id:
        raise refused_upstream(Upstream.TRACE_NOT_YOURS)
    if found and world.clock.milliseconds() - found[0].created_at > TRACED_MS:
        raise refused_upstream(Upstream.TRACE_TOO_OLD)
    wanted = call.fields.text("logisticsId")
    parcels = [parcel for order in found for parcel in world.parcels_of(order) if wanted in ("", parcel.id)]
    if not parcels:
        raise refused_upstream(Upstream.NO_TRACE)
    return traces(found[0], parcels)


def _pay_without_password(world: World, call: Call, order_id: str) -> Upstream | None:
    """Pay one of several orders; answers why it could not be."""
    found = world.orders.select("user_id = ? AND platform = '1688' AND id = ?", (call.user_id, order_id))
    if not found:
        return Upstream.NO_SUCH_ORDER
    if not world.orders.can_be_paid(found[0]):
        return Upstream.STATUS_ERROR
    if refusal := world.refusals.of(order_id):
        return refusal
    if found[0].total_fen > PASSWORD_FREE_FEN:
        return Upstream.NOTHING_PAYABLE
    with world.trade:
        world.orders.pay(found[0])
    return None


def _order(world: World, call: Call) -> PlacedOrder:
    return world.orders.find(call.user_id, "1688", call.fields.needed("orderId"))
