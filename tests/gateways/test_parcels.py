"""Parcels and their traces, in the documented shape (TO9) and in upstream's (AO4)."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.errors import NotFound, Rejected
from sourcing_desktop.domain.parcel import Carrier, Parcel, ParcelGoods, TraceStep
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.pandapon.alibaba import parcels as alibaba_parcels
from sourcing_desktop.gateways.pandapon.envelope import open_envelope
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import parcels as taobao_parcels
from sourcing_desktop.gateways.values import CHINA
from tests.gateways.replies import answered, envelope

V2 = Caller("v2")


def china(day: int, hour: int = 10, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2024, 8, day, hour, minute, second, tzinfo=CHINA)


def step(time: str, remark: str) -> dict[str, str]:
    return {"acceptTime": time, "remark": remark}


TRACES = [
    {
        "logisticsId": "LP00123",
        "orderId": 2059624776425880794,
        "logisticsBillNo": "SF1234567",
        "logisticsSteps": [
            step("2024-08-09 08:00:00", "到达杭州"),
            step("2024-08-08 10:00:00", "揽收"),
            step("2024-08-09 08:00:00", "到达杭州"),
            step("刚刚", "派送中"),
        ],
    },
    {"logisticsId": "LP00124", "logisticsBillNo": None, "logisticsSteps": None},
]


@pytest.mark.parametrize(
    "data",
    [{"logisticsTrace": TRACES, "success": True}, {"result": {"logisticsTrace": TRACES}}, TRACES],
    ids=["upstream", "in a result", "bare"],
)
def test_a_1688_trace(data):
    first, second = alibaba_parcels.read_traces(envelope(data))
    assert (first.waybill, first.logistics_id, first.order_id) == (
        "SF1234567",
        "LP00123",
        "2059624776425880794",
    )
    assert first.steps == (
        TraceStep("揽收", china(8)),
        TraceStep("到达杭州", china(9, 8)),
        TraceStep("派送中", time_text="刚刚"),
    )
    assert second == Parcel("", "LP00124")


def test_nothing_to_trace_and_too_old_to_trace():
    with pytest.raises(NotFound):
        answered("AO4", {"success": False, "errorCode": "404", "errorMessage": "未查询到物流信息"})
    too_old = {"success": False, "errorCode": "order.createtime.history"}
    body = json.dumps({"code": 200, "data": too_old}).encode()
    with pytest.raises(Rejected, match="older than a year"):
        open_envelope(Answer("AO4", 200, body))


TAOBAO_PARCEL = {
    "mailNo": "YT9876",
    "logisticsTraces": [
        {
            "statusDesc": "运输中",
            "province": "浙江省",
            "city": "杭州市",
            "district": "余杭区",
            "action": "ARRIVE",
            "facilityName": "杭州转运中心",
            "time": "2024-08-09 08:00:00",
            "standerdDesc": "快件已到达",
            "status": "TRANSPORT",
            "nextCity": "上海市",
            "nextNodeName": "上海分拨",
        },
        {"statusDesc": "已揽收", "time": "1723082400000"},
    ],
    "logisticsPartner": [
        {"companyImageUrl": "//img.alicdn.com/y.png", "company": "圆通", "companyContact": "95554"}
    ],
    "receiver": {
        "zipCode": "311100",
        "address": "1号",
        "province": "浙江省",
        "city": "杭州市",
        "district": "余杭区",
        "phone": "138",
        "name": "李雷",
    },
    "logisticsGoods": [{"title": "钥匙", "property": "颜色:红", "imageUrl": "//a/b.png", "quantity": "2"}],
}


def test_a_taobao_parcel():
    data = {"purchaseOrderOuterId": "200048859480", "pnmLogisticsDetails": [TAOBAO_PARCEL]}
    answer = envelope(data)
    [parcel] = taobao_parcels.read_parcels(answer)
    assert (parcel.waybill, parcel.order_id, parcel.carrier) == ("YT9876", "200048859480", "圆通")
    assert parcel.carriers == (Carrier(name="圆通", phone="95554", picture="https://img.alicdn.com/y.png"),)
    assert parcel.steps == (
        TraceStep("已揽收", datetime(2024, 8, 8, 2, tzinfo=UTC), status_words="已揽收"),
        TraceStep(
            "快件已到达",
            china(9, 8),
            province="浙江省",
            city="杭州市",
            district="余杭区",
            facility="杭州转运中心",
            status="TRANSPORT",
            status_words="运输中",
            action="ARRIVE",
            next_city="上海市",
            next_facility="上海分拨",
        ),
    )
    assert parcel.goods == (ParcelGoods("钥匙", 2, "颜色:红", "https://a/b.png"),)
    assert parcel.receiver == Address(
        "李雷", "", "浙江省", "杭州市", "余杭区", "1号", postcode="311100", phone="138"
    )
    assert {path for path in answer.unread() if path.startswith("data")} == set()


def test_a_placeholder_of_the_documentation_tool_is_read():
    words = json.loads(json.dumps(TAOBAO_PARCEL), object_hook=lambda each: dict.fromkeys(each, "string"))
    parcel = {name: [words] if "name" not in name else words for name in TAOBAO_PARCEL}
    sample = {"purchaseOrderOuterId": "string", "pnmLogisticsDetails": [parcel | {"mailNo": "string"}]}
    [read] = READERS["TO9"](envelope(sample, code=0), V2)
    assert read.waybill == "string"


@pytest.mark.parametrize("data", [None, {}, {"pnmLogisticsDetails": None}, {"logisticsTrace": []}])
def test_nothing_has_left_yet(data):
    assert taobao_parcels.read_parcels(envelope(data)) == ()
    assert alibaba_parcels.read_traces(envelope(data)) == ()
