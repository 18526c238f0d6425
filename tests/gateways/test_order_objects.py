"""Orders as both platforms write them: everything that after-sales and tracking need is in the order."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.order import Contact, OrderState, Placed
from sourcing_desktop.domain.parcel import Carrier, Parcel
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import orders as taobao_orders
from sourcing_desktop.gateways.values import CHINA
from tests.gateways.replies import envelope

V1, V2 = Caller("v1"), Caller("v2")
TRADE: dict[str, Any] = {
    "baseInfo": {
        "id": 2059624776425880794,
        "idOfStr": "2059624776425880794",
        "status": "waitbuyerreceive",
        "createTime": "20240807152315000+0800",
        "payTime": "20240807152500000+0800",
        "allDeliveredTime": "20240808100000000+0800",
        "receivingTime": "20240811100000000+0800",
        "confirmedTime": "20240812100000000+0800",
        "completeTime": "20240813100000000+0800",
        "modifyTime": "20240814100000000+0800",
        "totalAmount": 24.5,
        "shippingFee": 5.5,
        "sumProductPayment": 19,
        "discount": -150,
        "refund": 3.2,
        "refundStatus": "waitselleragree",
        "refundStatusForAs": "refundsuccess",
        "refundId": "TQ34931008034741532",
        "sellerID": "b2b-346900403",
        "buyerUserId": 2208163,
        "buyerLoginId": "ponpick",
        "closeReason": "buyerCancel",
        "sellerContact": {
            "phone": "0571-1",
            "fax": "0571-2",
            "email": "a@b.cn",
            "imInPlatform": "店主",
            "name": "王五",
            "mobile": "13900000000",
            "companyName": "义乌箱包厂",
            "shopName": "箱包旗舰店",
        },
        "receiverInfo": {"toFullName": "别人", "toArea": "浙江省 杭州市", "toPost": "311100"},
    },
    "nativeLogistics": {
        "address": "文一西路1号",
        "area": "余杭区",
        "areaCode": "330110",
        "city": "杭州市",
        "contactPerson": "李雷",
        "mobile": "13800000000",
        "province": "浙江省",
        "telephone": "0571-3",
        "town": "仓前街道",
        "logisticsItems": [
            {
                "logisticsCode": "LP00123",
                "logisticsBillNo": "SF1234567",
                "logisticsCompanyName": "顺丰速运",
                "deliveredTime": "20240808100000000+0800",
                "status": "ACCEPT",
                "subItemIds": "2059624776425880795,2059624776425880796",
            }
        ],
    },
    "productItems": [
        {
            "subItemID": 2059624776425880795,
            "name": "双肩包",
            "quantity": 2,
            "itemAmount": 19,
            "price": 9.5,
            "productID": 683381637585,
            "skuID": 5001,
            "specId": "ab" * 16,
            "productImgUrl": ["https://cbu01.alicdn.com/a.80x80.jpg", "https://cbu01.alicdn.com/a.jpg"],
            "skuInfos": [{"name": "颜色", "value": "红"}, {"name": "尺寸", "value": "大"}],
            "status": "waitbuyerreceive",
            "statusStr": "等待买家收货",
            "entryDiscount": -150,
            "refund": 3.2,
            "refundStatus": "WAIT_SELLER_AGREE",
            "refundId": "TQ34931008034741532",
            "refundIdForAs": "TQ2",
            "logisticsStatus": 2,
            "closeReason": "other",
            "weight": "0.3",
        }
    ],
}


def china(day: int, hour: int = 10, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2024, 8, day, hour, minute, second, tzinfo=CHINA)


def test_an_order_knows_what_after_sales_and_tracking_need():
    order = alibaba_orders.read_detail(envelope(TRADE))
    assert (order.id, order.state, order.raw_state) == (
        "2059624776425880794",
        OrderState.SHIPPED,
        "waitbuyerreceive",
    )
    assert (order.total, order.freight, order.goods) == (Money(2450), Money(550), Money(1900))
    assert (order.discount, order.refunded) == (Money(-150), Money(320))
    times = (order.created_at, order.paid_at, order.sent_at, order.received_at)
    assert times == (china(7, 15, 23, 15), china(7, 15, 25), china(8), china(11))
    assert (order.confirmed_at, order.finished_at, order.changed_at) == (china(12), china(13), china(14))
    refund = (order.refund_state, order.after_sale_state, order.refund_id)
    assert refund == ("waitselleragree", "refundsuccess", "TQ34931008034741532")
    assert (order.seller_name, order.seller_id) == ("箱包旗舰店", "b2b-346900403")
    assert order.seller_contact == Contact(
        "王五", "0571-1", "13900000000", "a@b.cn", "0571-2", "店主", "义乌箱包厂"
    )
    assert (order.user_id, order.user_name, order.close_reason) == ("2208163", "ponpick", "buyerCancel")
    assert order.receiver == Address(
        "李雷",
        "13800000000",
        "浙江省",
        "杭州市",
        "余杭区",
        "文一西路1号",
        town="仓前街道",
        postcode="311100",
        phone="0571-3",
        district_code="330110",
    )
    assert order.parcels == (
        Parcel(
            "SF1234567",
            "LP00123",
            carriers=(Carrier(name="顺丰速运"),),
            line_ids=("2059624776425880795", "2059624776425880796"),
            sent_at=china(8),
            raw_state="ACCEPT",
        ),
    )


def test_a_line_knows_its_refund_and_where_it_is():
    [order] = alibaba_orders.read_orders(envelope({"result": [TRADE], "totalRecord": 1})).orders
    [line] = order.lines
    assert (line.id, line.sku_id, line.sku_name, line.picture) == (
        "2059624776425880795",
        "5001",
        "红 / 大",
        "https://cbu01.alicdn.com/a.jpg",
    )
    assert (line.unit_price, line.amount) == (Money(950), Money(1900))
    assert (line.discount, line.refunded) == (Money(-150), Money(320))
    assert (line.raw_state, line.state_words) == ("waitbuyerreceive", "等待买家收货")
    assert (line.refund_state, line.refund_id, line.after_sale_id) == (
        "WAIT_SELLER_AGREE",
        "TQ34931008034741532",
        "TQ2",
    )
    assert (line.logistics_state, line.close_reason) == ("2", "other")


def test_what_an_order_does_not_keep_is_left_over():
    answer = envelope(TRADE)
    alibaba_orders.read_detail(answer)
    rest = answer.unread()
    assert rest["data.productItems[0].weight"] == "0.3"
    assert rest["data.baseInfo.receiverInfo.toFullName"] == "别人"
    assert "data.baseInfo.totalAmount" not in rest


@pytest.mark.parametrize("generation", ["v1", "v2"])
@pytest.mark.parametrize("code", ["AO3", "AO7", "AK1"])
def test_whole_orders_as_receipts_are_read_whole(code, generation):
    [order] = READERS[code](envelope([TRADE]), Caller(generation))
    assert order == alibaba_orders.read_detail(envelope(TRADE))
    [part] = READERS[code](envelope([{"productItems": TRADE["productItems"]}]), Caller(generation))
    assert part.lines == order.lines


def test_a_receipt_names_orders_and_amounts_in_fen():
    receipt = {"orderId": "7", "totalSuccessAmount": 1671, "postFee": 350, "success": True}
    assert READERS["AO7"](envelope(receipt), V1) == Placed(("7",), total=Money(1671), freight=Money(350))
    assert READERS["AO7"](envelope({}, code=0), V1) == Placed(())


@pytest.mark.parametrize("data", [None, {}, {"baseInfo": {"status": "success"}}, []])
def test_an_order_without_a_number_is_no_order(data):
    with pytest.raises(BadReply) as caught:
        alibaba_orders.read_detail(envelope(data))
    assert caught.value.path.startswith("data")


SUB_ORDER = {
    "subOrderId": "1131284696559256040",
    "orderNo": "1131284688996925671",
    "quantity": 1,
    "title": "钥匙",
    "purchaseCurrency": "CNY",
    "purchaseAmount": 1230,
    "itemId": 672991141190,
    "domesticPostFee": 500,
    "closeReason": "无货",
    "skuId": "10103127885581",
    "status": "TRADE_CLOSED",
    "goodsStatus": 3,
    "refundType": 1,
    "taobaoPurchaseId": "200048859479",
    "taobaoSubPurchaseId": "200048859480",
    "subOrderResult": "",
    "errorCode": "E1",
    "errorMessage": "库存不足",
    "refundStatus": -10,
}
TAOBAO = {
    "id": 1131284695074472264,
    "orderNo": 1131284688996925671,
    "userName": "Ponpick11",
    "userId": "2100007335153",
    "orderSource": "lazada",
    "createTime": "2024-07-18 18:01:30",
    "payTime": "2024-07-18 19:00:00",
    "purchaseAmount": 1730,
    "status": 11,
    "warehouseAddressInfoVO": {"state": "北京市", "city": "北京市", "name": "仓", "mobilePhone": "138"},
    "receiverVO": {"state": "浙江省", "district": "西湖区", "address": "1号", "zip": "310000"},
    "subOrderVOS": [SUB_ORDER],
}


def test_a_taobao_order_knows_what_after_sales_and_tracking_need():
    order = taobao_orders.read_detail(envelope(TAOBAO))
    assert (order.id, order.number, order.state) == (
        "1131284695074472264",
        "1131284688996925671",
        OrderState.SHIPPED,
    )
    assert (order.total, order.freight) == (Money(1730), Money(500))
    assert (order.user_id, order.user_name, order.source) == ("2100007335153", "Ponpick11", "lazada")
    assert order.paid_at == datetime(2024, 7, 18, 19, tzinfo=CHINA)
    assert order.warehouse == Address("仓", "138", "北京市", "北京市", "", "")
    assert order.receiver == Address("", "", "浙江省", "", "西湖区", "1号", postcode="310000")
    [line] = order.lines
    assert (line.id, line.offer_id) == ("1131284696559256040", "672991141190")
    assert (line.purchase_id, line.sub_purchase_id) == ("200048859479", "200048859480")
    assert (line.refund_state, line.refund_type, line.goods_state) == ("-10", "1", "3")
    assert (line.close_reason, line.error_code, line.error) == ("无货", "E1", "库存不足")
    assert (line.amount, line.freight) == (Money(1230), Money(500))


def test_a_created_taobao_order_is_named_or_not():
    created = {"success": True, "order_list": [{"purchase_id": 200048859479}]}
    assert READERS["TO1"](envelope(created), V2) == Placed(("200048859479",))
    assert READERS["TO1"](envelope({}, code=0), V2) == Placed(())
