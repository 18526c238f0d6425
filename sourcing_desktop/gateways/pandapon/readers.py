"""What the answer of each call becomes, for whoever reads an answer that was saved. Pure.

A saved answer comes without what was asked: lines go by the gateway's own names of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.gateways.pandapon import addresses, chats, payments, warehouse
from sourcing_desktop.gateways.pandapon.alibaba import cart as alibaba_cart
from sourcing_desktop.gateways.pandapon.alibaba import categories as alibaba_categories
from sourcing_desktop.gateways.pandapon.alibaba import detail as alibaba_detail
from sourcing_desktop.gateways.pandapon.alibaba import goods as alibaba_goods
from sourcing_desktop.gateways.pandapon.alibaba import marketing
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.alibaba import parcels as alibaba_parcels
from sourcing_desktop.gateways.pandapon.alibaba import preview as alibaba_preview
from sourcing_desktop.gateways.pandapon.alibaba import refunds as alibaba_refunds
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames
from sourcing_desktop.gateways.pandapon.alibaba.trades import read_trade
from sourcing_desktop.gateways.pandapon.answers import read_alone, read_done
from sourcing_desktop.gateways.pandapon.callbacks import read_event
from sourcing_desktop.gateways.pandapon.refund_parts import read_refund_id
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import cart as taobao_cart
from sourcing_desktop.gateways.pandapon.taobao import goods as taobao_goods
from sourcing_desktop.gateways.pandapon.taobao import orders as taobao_orders
from sourcing_desktop.gateways.pandapon.taobao import parcels as taobao_parcels
from sourcing_desktop.gateways.pandapon.taobao import refunds as taobao_refunds
from sourcing_desktop.gateways.wire import Reader

Read = Callable[[Reader, Caller], object]

NO_LINES = LineNames.of_cart(())


def _now() -> datetime:
    return datetime.now(UTC)


def _created(envelope: Reader) -> object:
    """Whole orders where the answer has them (contract AO3), else their numbers."""
    envelope = envelope.lenient()
    if envelope.holds("data") is list:
        return tuple(map(read_trade, envelope.rows("data")))
    return alibaba_orders.named_orders(envelope, NO_LINES)


READERS: Mapping[str, Read] = {
    "TG1": taobao_goods.read_page,
    "TG2": taobao_goods.read_page,
    "TG3": lambda envelope, caller: taobao_goods.read_matches(envelope),
    "TG4": taobao_goods.read_detail,
    "TG5": taobao_goods.read_chosen,
    "TGS": taobao_goods.read_detail,
    "TO1": lambda envelope, caller: taobao_orders.named_orders(envelope.lenient()),
    "TO2": lambda envelope, caller: taobao_orders.read_orders(envelope),
    "TO3": lambda envelope, caller: read_done(envelope),
    "TO4": lambda envelope, caller: read_done(envelope),
    "TO5": lambda envelope, caller: read_done(envelope),
    "TO6": lambda envelope, caller: payments.read_payment(envelope),
    "TO7": lambda envelope, caller: chats.found_chat(envelope),
    "TO8": lambda envelope, caller: taobao_orders.read_detail(envelope),
    "TO9": lambda envelope, caller: taobao_parcels.read_parcels(envelope),
    "TA1": lambda envelope, caller: taobao_refunds.read_page(envelope),
    "TA2": lambda envelope, caller: taobao_refunds.read_terms(envelope),
    "TA3": lambda envelope, caller: taobao_refunds.read_return_terms(envelope),
    "TA4": lambda envelope, caller: read_done(envelope),
    "TA5": lambda envelope, caller: taobao_refunds.read_refund(envelope),
    "TA6": lambda envelope, caller: read_done(envelope),
    "TA7": lambda envelope, caller: read_refund_id(envelope),
    "TA8": lambda envelope, caller: taobao_refunds.read_messages(envelope),
    "TA9": lambda envelope, caller: read_done(envelope),
    "TA10": lambda envelope, caller: taobao_refunds.read_refund(envelope),
    "TC1": lambda message, caller: read_event(message, Platform.TAOBAO),
    "TC2": lambda message, caller: read_event(message, Platform.TAOBAO),
    "TC3": lambda message, caller: read_event(message, Platform.TAOBAO),
    "TK1": lambda envelope, caller: taobao_orders.named_orders(envelope.lenient()),
    "TK2": lambda envelope, caller: taobao_cart.read_preview(envelope, (), _now()),
    "TK3": taobao_cart.read_lines,
    "TK4": lambda envelope, caller: read_done(envelope),
    "TK5": lambda envelope, caller: read_alone(envelope) or read_done(envelope),
    "TK6": lambda envelope, caller: read_done(envelope),
    "AG1": alibaba_detail.read_detail,
    "AG2": lambda envelope, caller: chats.found_chat(envelope),
    "AG3": alibaba_goods.read_page,
    "AG4": alibaba_goods.read_page,
    "AG5": alibaba_goods.read_page,
    "AG6": lambda envelope, caller: alibaba_categories.read_category(envelope),
    "AG7": alibaba_goods.read_bare_page,
    "AG8": alibaba_goods.read_bare_page,
    "AO1": lambda envelope, caller: payments.read_payment(envelope),
    "AO2": lambda envelope, caller: alibaba_preview.read_preview(envelope, NO_LINES, _now()),
    "AO3": lambda envelope, caller: _created(envelope),
    "AO4": lambda envelope, caller: alibaba_parcels.read_traces(envelope),
    "AO5": lambda envelope, caller: alibaba_orders.read_orders(envelope),
    "AO6": lambda envelope, caller: alibaba_preview.read_preview(envelope, NO_LINES, _now()),
    "AO7": lambda envelope, caller: _created(envelope),
    "AO8": lambda envelope, caller: read_done(envelope),
    "AO9": lambda envelope, caller: payments.read_payment(envelope),
    "AO10": lambda envelope, caller: read_done(envelope),
    "AOD": lambda envelope, caller: alibaba_orders.read_detail(envelope),
    "AA1": lambda envelope, caller: alibaba_refunds.read_refund(envelope),
    "AA2": lambda envelope, caller: alibaba_refunds.read_terms(envelope),
    "AA3": lambda envelope, caller: alibaba_refunds.read_voucher(envelope),
    "AA4": lambda envelope, caller: read_refund_id(envelope),
    "AA5": lambda envelope, caller: read_done(envelope),
    "AA6": lambda envelope, caller: alibaba_refunds.read_carriers(envelope),
    "AC1": lambda message, caller: read_event(message, Platform.ALIBABA),
    "AC2": lambda message, caller: read_event(message, Platform.ALIBABA),
    "AC3": lambda message, caller: read_event(message, Platform.ALIBABA),
    "AK1": lambda envelope, caller: _created(envelope),
    "AK2": lambda envelope, caller: read_done(envelope),
    "AK3": lambda envelope, caller: alibaba_preview.read_preview(envelope, NO_LINES, _now()),
    "AK4": lambda envelope, caller: read_done(envelope),
    "AK5": lambda envelope, caller: read_alone(envelope) or read_done(envelope),
    "AK6": alibaba_cart.read_lines,
    "AM1": alibaba_goods.read_page,
    "AM2": alibaba_goods.read_page,
    "AM3": marketing.read_hot_list,
    "F1": lambda envelope, caller: addresses.read_addresses(envelope),
    "F2": lambda envelope, caller: read_done(envelope),
    "W1": lambda envelope, caller: warehouse.read_services(envelope),
    "W2": lambda envelope, caller: warehouse.read_quote(envelope),
    "W3": lambda envelope, caller: read_done(envelope),
    "W4": lambda envelope, caller: warehouse.read_booking(envelope),
}
"""By the code of the call or callback."""
