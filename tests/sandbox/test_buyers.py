"""Several buyers at one sandbox, the money they pay, and orders that are shown late."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.sandbox.conftest import ADDRESS_1688, Goods
from tests.support.sandbox import RunningSandbox, SignedClient

SECOND = "2100007359999"
FIRST_PAGE = {"page": 1, "pageSize": 20}


@pytest.fixture
def second(sandbox: RunningSandbox) -> Iterator[SignedClient]:
    """The client of a second buyer, whom the sandbox knows."""
    sandbox.control.know(SECOND)
    client = SignedClient(sandbox.url, replace(sandbox.keys, user_id=SECOND))
    yield client
    client.close()


def order(sandbox: RunningSandbox, client: SignedClient, goods: Goods) -> str:
    """An order of what another computer put into the buyer's cart."""
    offer, user_id = goods.plain(), client.keys.user_id
    row = sandbox.control.fill(user_id, offer.skus[0].id, offer.moq)
    client.data("AK1", {"cartIds": [row], "addressParam": ADDRESS_1688, "flow": "general", "userId": user_id})
    return sandbox.control.ordered(user_id)[0]["id"]


def test_an_unknown_buyer_is_refused(sandbox: RunningSandbox):
    stranger = SignedClient(sandbox.url, replace(sandbox.keys, user_id=SECOND))
    assert stranger.call("AK6")["code"] != 200
    stranger.close()


def test_buyers_have_carts_and_orders_of_their_own(
    sandbox: RunningSandbox, second: SignedClient, v2: SignedClient, goods: Goods
):
    ordered = order(sandbox, second, goods)
    assert [each["id"] for each in sandbox.control.orders()] == [ordered]
    assert v2.data("AO5", FIRST_PAGE)["totalRecord"] == 0
    assert second.data("AO5", FIRST_PAGE)["totalRecord"] == 1
    (told,) = sandbox.control.ordered(SECOND)
    offer = goods.plain()
    wanted = {"offer_id": offer.id, "sku_id": offer.skus[0].id, "quantity": offer.moq}
    assert told["lines"] == [wanted]


def test_money_is_written_down_and_taken_once(sandbox: RunningSandbox, second: SignedClient, goods: Goods):
    ordered = order(sandbox, second, goods)
    assert [second.call("AO1", {"orderIds": [ordered]})["code"] == 200 for _ in range(2)] == [True, False]
    (told,) = sandbox.control.ordered(SECOND)
    assert told["paid"] == [told["total_fen"]]


def test_a_forgetful_cashier_takes_it_twice(sandbox: RunningSandbox, second: SignedClient, goods: Goods):
    sandbox.control.forget_payments()
    ordered = order(sandbox, second, goods)
    assert [second.call("AO1", {"orderIds": [ordered]})["code"] == 200 for _ in range(2)] == [True, True]
    (told,) = sandbox.control.ordered(SECOND)
    assert told["paid"] == [told["total_fen"]] * 2


def test_a_late_order_is_nowhere_until_its_time_has_come(
    sandbox: RunningSandbox, second: SignedClient, goods: Goods
):
    sandbox.control.show_late(SECOND, 60_000)
    ordered = order(sandbox, second, goods)
    one = {"webSite": "1688", "orderId": ordered}
    assert second.data("AO5", FIRST_PAGE)["totalRecord"] == 0
    assert second.call("AOD", one)["code"] != 200
    sandbox.control.let_pass(seconds=61)
    assert second.data("AO5", FIRST_PAGE)["totalRecord"] == 1
    assert second.call("AOD", one)["code"] == 200


def test_a_late_payment_is_shown_late_and_was_taken(
    sandbox: RunningSandbox, second: SignedClient, goods: Goods
):
    sandbox.control.show_orders(SECOND, payments_ms=60_000)
    ordered = order(sandbox, second, goods)
    second.data("AO1", {"orderIds": [ordered]})
    assert shown_states(second) == ["waitbuyerpay"]
    assert sandbox.control.ordered(SECOND)[0]["paid"]
    sandbox.control.let_pass(seconds=61)
    assert shown_states(second) == ["waitsellersend"]


def test_pages_are_as_short_and_in_the_order_that_was_told(
    sandbox: RunningSandbox, second: SignedClient, goods: Goods
):
    first, last = order(sandbox, second, goods), order(sandbox, second, goods)
    assert shown_ids(second, 1) == [last, first]
    sandbox.control.show_orders(SECOND, most=1, oldest_first=True)
    assert [shown_ids(second, page) for page in (1, 2, 3)] == [[first], [last], []]


def test_another_computer_orders_what_lies_in_the_cart(
    sandbox: RunningSandbox, second: SignedClient, goods: Goods
):
    sku_id = goods.plain().skus[0].id
    sandbox.control.fill(SECOND, sku_id, goods.plain().moq)
    told = sandbox.control.buy_elsewhere(SECOND, sku_id)
    assert shown_ids(second, 1) == [told["id"]]
    again = json.dumps({"user_id": SECOND, "sku_id": sku_id}).encode()
    assert sandbox.control.send("POST", "/buyers/bought", again).status_code == 400


def shown_states(client: SignedClient) -> list[str]:
    return [each["baseInfo"]["status"] for each in client.data("AO5", FIRST_PAGE)["result"]]


def shown_ids(client: SignedClient, page: int) -> list[str]:
    rows = client.data("AO5", {"page": page, "pageSize": 20})["result"]
    return [str(each["baseInfo"]["id"]) for each in rows]


def test_no_cart_holds_goods_that_do_not_exist(sandbox: RunningSandbox):
    wrong = sandbox.control.send("POST", "/buyers/cart", b'{"user_id": "1", "sku_id": "0", "quantity": 1}')
    assert (wrong.status_code, wrong.json()) == (400, {"error": "no such SKU"})
