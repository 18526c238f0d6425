"""Which handler answers which documented endpoint."""

from __future__ import annotations

from sourcing_desktop.contract.endpoints import ENDPOINTS, Route
from sourcing_desktop.sandbox.door.door import Handler
from sourcing_desktop.sandbox.routes import (
    addresses,
    alibaba_cart,
    alibaba_categories,
    alibaba_goods,
    alibaba_orders,
    alibaba_refunds,
    alibaba_trade,
    marketing,
    taobao_cart,
    taobao_goods,
    taobao_orders,
    taobao_refunds,
    warehouse,
)

HANDLERS: dict[str, Handler] = {
    "TG1": taobao_goods.by_picture,
    "TG2": taobao_goods.by_keyword,
    "TG3": taobao_goods.match_supply,
    "TG4": taobao_goods.item,
    "TG5": taobao_goods.chosen,
    "TGS": taobao_goods.source_item,
    "TO1": taobao_orders.create,
    "TO2": taobao_orders.page,
    "TO3": taobao_orders.send_voucher,
    "TO4": taobao_orders.cancel,
    "TO5": taobao_orders.move_warehouse,
    "TO6": taobao_orders.pay,
    "TO7": taobao_orders.chat,
    "TO8": taobao_orders.detail,
    "TO9": taobao_orders.logistics,
    "TA1": taobao_refunds.page,
    "TA2": taobao_refunds.render,
    "TA3": taobao_refunds.return_terms,
    "TA4": taobao_refunds.send_back,
    "TA5": taobao_refunds.cancel,
    "TA6": taobao_refunds.say,
    "TA7": taobao_refunds.submit,
    "TA8": taobao_refunds.messages,
    "TA9": taobao_refunds.change,
    "TA10": taobao_refunds.query,
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
    "AA1": alibaba_refunds.info,
    "AA2": alibaba_refunds.reasons,
    "AA3": alibaba_refunds.upload,
    "AA4": alibaba_refunds.create,
    "AA5": alibaba_refunds.send_back,
    "AA6": alibaba_refunds.companies,
    "AK1": alibaba_cart.create,
    "AK2": alibaba_cart.delete,
    "AK3": alibaba_cart.preview,
    "AK4": alibaba_cart.edit,
    "AK5": alibaba_cart.add,
    "AK6": alibaba_cart.show,
    "AM1": marketing.global_selection,
    "AM2": marketing.selection,
    "AM3": marketing.hot_list,
    "F1": addresses.show,
    "F2": addresses.save,
    "W1": warehouse.services,
    "W2": warehouse.preview,
    "W3": warehouse.announce,
    "W4": warehouse.book,
}


def routes() -> list[tuple[str, str, Route, Handler]]:
    """Code, generation, route and handler of every call in the contract."""
    return [
        (code, generation, route, HANDLERS[code])
        for code, endpoint in ENDPOINTS.items()
        for generation, route in (("v1", endpoint.v1), ("v2", endpoint.v2))
        if route.path
    ]
