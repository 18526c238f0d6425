"""Parcels and the traces that grow on their way (contract AO4, TO9, 3.7)."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from sourcing_desktop.sandbox.door.codes import Upstream
from sourcing_desktop.sandbox.orders.parcels import MOST_PIECES
from sourcing_desktop.sandbox.server import Sandbox
from tests.sandbox.conftest import ADDRESS_TAOBAO, Goods, cargo, order_1688, order_taobao
from tests.support.sandbox import SignedClient


@pytest.fixture
def shipped(sandbox, v2, goods: Goods) -> str:
    """A 1688 order that has just left its seller."""
    offer = goods.plain()
    order_id = v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"]
    for _ in range(2):
        sandbox.control.advance(order_id)
    return order_id


def traces(client: SignedClient, order_id: str, **others: object) -> list[dict]:
    return client.data("AO4", {"orderId": order_id, "webSite": "1688", **others})["logisticsTrace"]


def items(client: SignedClient, order_id: str) -> list[dict]:
    order = client.data("AOD", {"webSite": "1688", "orderId": order_id})
    return order["nativeLogistics"]["logisticsItems"]


def test_traces_grow_until_the_parcel_is_signed_for(sandbox, v2, shipped):
    seen = []
    for days in (0, 0.5, 0.5, 3):
        sandbox.control.let_pass(days=days)
        (parcel,) = traces(v2, shipped)
        seen.append(parcel["logisticsSteps"])
    assert len(seen[0]) == 1 < len(seen[1]) < len(seen[3]) == 8
    for earlier, later in pairwise(seen):
        assert later[: len(earlier)] == earlier
    times = [step["acceptTime"] for step in seen[-1]]
    assert times == sorted(times)
    assert "揽收" in seen[0][0]["remark"]
    assert "浙江省" in seen[-1][3]["remark"]
    assert "签收" in seen[-1][-1]["remark"]


def test_an_order_shows_the_parcels_that_the_trace_tells_of(either, sandbox, goods: Goods):
    offer = goods.plain()
    order_id = either.data("AO7", order_1688(cargo(either, offer, offer.moq)))["orderId"]
    assert items(either, order_id) == []
    for _ in range(2):
        sandbox.control.advance(order_id)
    (parcel,) = traces(either, order_id)
    (item,) = items(either, order_id)
    assert parcel["logisticsId"].startswith("LP")
    assert (item["logisticsCode"], item["logisticsBillNo"]) == (
        parcel["logisticsId"],
        parcel["logisticsBillNo"],
    )
    assert parcel["orderId"] == int(order_id)


def test_a_big_order_travels_in_two_parcels(sandbox, v2, goods: Goods):
    offer = goods.some("1688", lambda offer: offer.lot == 1 and offer.skus[0].stock > MOST_PIECES)
    order_id = v2.data("AO7", order_1688(cargo(v2, offer, MOST_PIECES + 1)))["orderId"]
    for _ in range(2):
        sandbox.control.advance(order_id)
    first, second = traces(v2, order_id)
    assert first["logisticsBillNo"] != second["logisticsBillNo"]
    assert traces(v2, order_id, logisticsId=second["logisticsId"]) == [second]


def test_an_order_is_signed_for_with_its_last_parcel(sandbox, v2, goods: Goods):
    offer = goods.plain()
    order_id = v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"]
    sandbox.control.advance(order_id)
    sandbox.control.ship(order_id, parcels=2)
    while sandbox.control.orders()[0]["state"] == "shipped":
        ended = [parcel["logisticsSteps"][-1]["remark"] for parcel in traces(v2, order_id)]
        assert not all("签收" in remark for remark in ended)
        sandbox.control.let_pass(seconds=3600)
    ended = [parcel["logisticsSteps"][-1]["remark"] for parcel in traces(v2, order_id)]
    assert ["签收" in remark for remark in ended] == [True, True]


def test_a_seller_ships_what_is_paid_and_nothing_else(sandbox, v2, goods: Goods):
    offer = goods.plain()
    order_id = v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"]
    with pytest.raises(AssertionError, match=Upstream.STATUS_ERROR):
        sandbox.control.ship(order_id)
    sandbox.control.advance(order_id)
    with pytest.raises(AssertionError, match="parcels"):
        sandbox.control.ship(order_id, parcels=100)
    sandbox.control.ship(order_id, parcels=2)
    assert len(traces(v2, order_id)) == 2


def test_nothing_is_found_before_an_order_ships(v2, goods: Goods):
    offer = goods.plain()
    order_id = v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"]
    for unknown in (order_id, "7"):
        answer = v2.call("AO4", {"orderId": unknown, "webSite": "1688"})
        assert answer["data"]["errorCode"] == Upstream.NO_TRACE


def test_an_order_of_more_than_a_year_ago_has_no_traces_any_more(sandbox, v2, shipped):
    sandbox.control.let_pass(days=364)
    assert traces(v2, shipped)
    sandbox.control.let_pass(days=2)
    answer = v2.call("AO4", {"orderId": shipped, "webSite": "1688"})
    assert answer["data"]["errorCode"] == Upstream.TRACE_TOO_OLD


def test_the_order_of_another_buyer_is_not_shown(market_path: Path, tmp_path: Path, goods: Goods, qapp):
    trade = tmp_path / "trade.db"
    server = Sandbox(market_path, str(trade))
    thread = threading.Thread(target=server.run, name="sandbox")
    thread.start()
    client = SignedClient(server.url, server.keys)
    try:
        offer = goods.plain()
        order_id = client.data("AO7", order_1688(cargo(client, offer, offer.moq)))["orderId"]
        with closing(sqlite3.connect(trade)) as connection, connection:
            connection.execute("UPDATE trade_order SET user_id = '2100000000001'")
        asked = {"orderId": order_id, "webSite": "1688"}
        answers = [client.call(code, asked) for code in ("AO4", "AO8", "AOD", "AO10")]
    finally:
        client.close()
        server.stop()
        thread.join()
    assert [answer["data"]["errorCode"] for answer in answers] == [
        Upstream.TRACE_NOT_YOURS,
        Upstream.NOT_YOURS,
        Upstream.NOT_YOURS,
        Upstream.NO_ORDER_TO_CONFIRM,
    ]


def test_taobao_tells_of_the_parcels_of_a_line_in_texts(sandbox, either, goods: Goods):
    offer = goods.single()
    rows = [(offer, 1, offer.skus[0]), (offer, 3, offer.skus[1])]
    placed = either.data("TO1", order_taobao(*rows))["order_list"][0]
    for _ in range(2):
        sandbox.control.advance()
    line = either.data("TO8", {"orderId": placed["purchase_id"]})["subOrderVOS"][1]
    asked = {"subPurchaseOrderId": line["taobaoSubPurchaseId"]}
    assert either.data("TO9", asked)["pnmLogisticsDetails"] == []
    sandbox.control.ship(placed["purchase_id"], parcels=2)
    sandbox.control.let_pass(days=4)
    data = either.data("TO9", asked)
    (parcel,) = data["pnmLogisticsDetails"]
    assert data["purchaseOrderOuterId"] == line["taobaoSubPurchaseId"]
    assert leaves(data) == {str}
    assert parcel["logisticsTraces"][-1]["statusDesc"] == "已签收"
    assert set(parcel["logisticsTraces"][0]) == {
        "statusDesc",
        "province",
        "city",
        "district",
        "action",
        "facilityName",
        "time",
        "standerdDesc",
        "status",
        "nextCity",
        "nextNodeName",
    }
    assert set(parcel["logisticsPartner"][0]) == {"companyImageUrl", "company", "companyContact"}
    assert parcel["receiver"]["province"] == ADDRESS_TAOBAO["state"]
    assert parcel["receiver"]["phone"] == ADDRESS_TAOBAO["mobile_phone"]
    (packed,) = parcel["logisticsGoods"]
    assert (packed["title"], packed["quantity"]) == (offer.title.zh, "3")
    for line_id in "7", line["subOrderId"]:
        answer = either.call("TO9", {"subPurchaseOrderId": line_id})
        assert answer["data"]["errorCode"] == Upstream.NO_SUCH_ORDER


def leaves(value: object) -> set[type]:
    """The types at the ends of a JSON value."""
    if isinstance(value, dict):
        return set().union(*(leaves(child) for child in value.values()))
    if isinstance(value, list):
        return set().union(*(leaves(child) for child in value))
    return {type(value)}


def test_one_line_is_divided_between_parcels(sandbox, v2, goods: Goods):
    placed = v2.data("TO1", order_taobao((goods.single(), 5)))["order_list"][0]
    for _ in range(2):
        sandbox.control.advance()
    sandbox.control.ship(placed["purchase_id"], parcels=2)
    line = v2.data("TO8", {"orderId": placed["purchase_id"]})["subOrderVOS"][0]
    parcels = v2.data("TO9", {"subPurchaseOrderId": line["taobaoSubPurchaseId"]})["pnmLogisticsDetails"]
    assert [parcel["logisticsGoods"][0]["quantity"] for parcel in parcels] == ["2", "3"]
