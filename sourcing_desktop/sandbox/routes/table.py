"""Which handler answers which documented endpoint."""

from __future__ import annotations

from sourcing_desktop.contract.endpoints import ENDPOINTS, Route
from sourcing_desktop.sandbox.call import Call
from sourcing_desktop.sandbox.codes import Code, Refused
from sourcing_desktop.sandbox.door import Handler
from sourcing_desktop.sandbox.routes import (
    addresses,
    alibaba_cart,
    alibaba_categories,
    alibaba_goods,
    alibaba_orders,
    alibaba_trade,
    taobao_cart,
    taobao_goods,
    taobao_orders,
)
from sourcing_desktop.sandbox.world import World

HANDLERS: dict[str, Handler] = {
    "TG1": taobao_goods.by_picture,
    "TG2": taobao_goods.by_keyword,
    "TG3": taobao_goods.match_supply,
    "TG4": taobao_goods.item,
    "TO1": taobao_orders.create,
    "TO2": taobao_orders.page,
    "TO3": taobao_orders.send_voucher,
    "TO4": taobao_orders.cancel,
    "TO5": taobao_orders.move_warehouse,
    "TO6": taobao_orders.pay,
    "TO7": taobao_orders.chat,
    "TO8": taobao_orders.detail,
    "TO9": taobao_orders.logistics,
    "TK1": taobao_cart.create,
    "TK2": taobao_cart.preview,
    "TK3": taobao_cart.show,
    "TK4": taobao_cart.delete,
    "TK5": taobao_cart.add,
    "TK6": taobao_cart.edit,
    "AG1": alibaba_goods.detail,
    "AG2": alibaba_goods.chat,
    "AG3": alibaba_goods.by_keyword,
    "AG4": alibaba_goods.by_picture,
    "AG5": alibaba_goods.in_store,
    "AG6": alibaba_categories.below,
    "AG7": alibaba_goods.recommended,
    "AG8": alibaba_goods.related,
    "AO1": alibaba_trade.pay_together,
    "AO2": alibaba_orders.preview_by_seller,
    "AO3": alibaba_orders.create_by_seller,
    "AO4": alibaba_trade.trace,
    "AO5": alibaba_orders.page,
    "AO6": alibaba_orders.preview,
    "AO7": alibaba_orders.create,
    "AO8": alibaba_orders.cancel,
    "AO9": alibaba_trade.pay_url,
    "AO10": alibaba_trade.confirm,
    "AOD": alibaba_orders.detail,
    "AK1": alibaba_cart.create,
    "AK2": alibaba_cart.delete,
    "AK3": alibaba_cart.preview,
    "AK4": alibaba_cart.edit,
    "AK5": alibaba_cart.add,
    "AK6": alibaba_cart.show,
    "F1": addresses.show,
    "F2": addresses.save,
}


def routes() -> list[tuple[str, str, Route, Handler]]:
    """Code, generation, route and handler of every call in the contract."""
    return [
        (code, generation, route, HANDLERS.get(code, _not_yet))
        for code, endpoint in ENDPOINTS.items()
        for generation, route in (("v1", endpoint.v1), ("v2", endpoint.v2))
        if route.path
    ]


async def _not_yet(world: World, call: Call) -> object:
    raise Refused(Code.NOT_IN_SANDBOX, call.code)
