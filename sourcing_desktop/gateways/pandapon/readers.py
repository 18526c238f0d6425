"""What the answer of each call becomes, for whoever reads an answer that was saved. Pure.

A saved answer comes without what was asked: lines go by the gateway's own names of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.gateways.pandapon import (
    alibaba_cart,
    alibaba_detail,
    alibaba_goods,
    alibaba_orders,
    alibaba_preview,
    taobao_cart,
    taobao_goods,
    taobao_orders,
)
from sourcing_desktop.gateways.pandapon.alibaba_lines import LineNames
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.wire import Reader

Read = Callable[[Reader, Caller], object]

NO_LINES = LineNames.of_cart(())


def _now() -> datetime:
    return datetime.now(UTC)


READERS: Mapping[str, Read] = {
    "TG1": taobao_goods.read_page,
    "TG2": taobao_goods.read_page,
    "TG3": lambda envelope, caller: taobao_goods.read_match(
        envelope, OfferRef(Platform.TAOBAO, caller.generation, "")
    ),
    "TG4": taobao_goods.read_detail,
    "TO1": lambda envelope, caller: taobao_orders.read_placed(envelope),
    "TO2": lambda envelope, caller: taobao_orders.read_orders(envelope),
    "TK1": lambda envelope, caller: taobao_orders.read_placed(envelope),
    "TK2": lambda envelope, caller: taobao_cart.read_preview(envelope, (), _now()),
    "TK3": taobao_cart.read_lines,
    "AG1": alibaba_detail.read_detail,
    "AG3": alibaba_goods.read_page,
    "AG4": alibaba_goods.read_page,
    "AG5": alibaba_goods.read_page,
    "AG6": lambda envelope, caller: alibaba_goods.read_categories(envelope),
    "AG7": alibaba_goods.read_bare_page,
    "AG8": alibaba_goods.read_bare_page,
    "AO2": lambda envelope, caller: alibaba_preview.read_preview(envelope, NO_LINES, _now()),
    "AO3": lambda envelope, caller: alibaba_orders.read_placed(envelope, NO_LINES),
    "AO5": lambda envelope, caller: alibaba_orders.read_orders(envelope),
    "AO6": lambda envelope, caller: alibaba_preview.read_preview(envelope, NO_LINES, _now()),
    "AO7": lambda envelope, caller: alibaba_orders.read_placed(envelope, NO_LINES),
    "AK1": lambda envelope, caller: alibaba_orders.read_placed(envelope, NO_LINES),
    "AK3": lambda envelope, caller: alibaba_preview.read_preview(envelope, NO_LINES, _now()),
    "AK6": alibaba_cart.read_lines,
}
"""By the code of the call."""
