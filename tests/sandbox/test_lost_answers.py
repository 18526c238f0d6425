"""Money that goes and orders that are placed while the client hears nothing of it."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tests.sandbox.conftest import Goods, cargo, order_1688, order_taobao
from tests.support.sandbox import Control, SignedClient

Unheard = Callable[[str, dict], None]


@pytest.fixture(params=["cut_after", "cut_middle", "delay_answer"])
def unheard(request: pytest.FixtureRequest, sandbox, either: SignedClient) -> Unheard:
    """Sends a call that takes effect and whose answer never arrives."""

    def send(code: str, fields: dict) -> None:
        sandbox.control.fault(code, request.param, seconds=30)
        if request.param == "delay_answer":
            either.http.timeout = httpx.Timeout(10, read=0.3)
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError, httpx.ReadTimeout)):
            either.send(code, fields)
        either.http.timeout = httpx.Timeout(10)

    return send


def states(control: Control) -> list[str]:
    return [order["state"] for order in control.orders()]


@pytest.mark.parametrize("code", ["AO1", "AO9"])
def test_a_payment_on_1688_goes_through_unheard(sandbox, either, unheard, goods: Goods, code):
    offer = goods.plain()
    order_id = either.data("AO7", order_1688(cargo(either, offer, offer.moq)))["orderId"]
    unheard(code, {"AO1": {"orderIds": [order_id]}, "AO9": {"orderId": order_id}}[code])
    assert states(sandbox.control) == ["to ship"]
    order = either.data("AOD", {"webSite": "1688", "orderId": order_id})
    assert order["tradeTerms"][0]["payStatus"] == "2"


def test_a_payment_on_taobao_goes_through_unheard(sandbox, either, unheard, goods: Goods):
    placed = either.data("TO1", order_taobao((goods.single(), 1)))["order_list"][0]
    sandbox.control.let_pass(seconds=3)
    unheard("TO6", {"orderIds": [placed["purchase_id"]]})
    assert states(sandbox.control) == ["to ship"]


@pytest.mark.parametrize("code", ["AO7", "AO3", "TO1"])
def test_an_order_is_placed_unheard_and_found_by_its_reference(sandbox, either, unheard, goods: Goods, code):
    offer = goods.plain()
    line = cargo(either, offer, offer.moq) | {"sellerOpenId": offer.seller.open_id}
    if code == "TO1":
        unheard(code, order_taobao((goods.single(), 1), sellerOrderNumber="ref-1"))
        (found,) = either.data("TO2", {})["data"]
        assert found["sellerOrderNumber"] == "ref-1"
    else:
        unheard(code, order_1688(line, message="[ref-1]"))
        (found,) = either.data("AO5", {"page": 1})["result"]
        assert found["baseInfo"]["buyerFeedback"] == "[ref-1]"
    assert len(states(sandbox.control)) == 1


def test_a_payment_that_was_cut_before_takes_no_money(sandbox, either, goods: Goods):
    offer = goods.plain()
    order_id = either.data("AO7", order_1688(cargo(either, offer, offer.moq)))["orderId"]
    sandbox.control.fault("AO9", "cut_before")
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        either.send("AO9", {"orderId": order_id})
    assert states(sandbox.control) == ["to pay"]
