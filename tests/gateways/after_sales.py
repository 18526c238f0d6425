"""Answers of after-sales, marketing, foundations, warehouse and goods extras, in the shapes of the documents
and, where those end, of upstream or the sandbox. The values are made up."""

from __future__ import annotations

from typing import Any

REFUND_INFO: dict[str, Any] = {
    "id": 71,
    "createBy": "ops",
    "createById": 12,
    "createTime": "2025-03-01 09:00:00",
    "updateBy": "ops2",
    "updateById": 13,
    "updateTime": "2025-03-02 09:00:00",
    "remark": "加急",
    "alipayPaymentId": "2025030122001",
    "applyCarriage": 300,
    "applyExpect": 1530,
    "applyPayment": 1230,
    "applyReason": "质量问题",
    "applyReasonId": 20042,
    "applySubReason": "破损",
    "applySubReasonId": 200421,
    "buyerAlipayId": "2088",
    "buyerLogisticsName": "中通快递",
    "buyerMemberId": "b2b-1",
    "buyerSendGoods": True,
    "buyerUserId": 2100007340000,
    "canRefundPayment": 1500,
    "disburseChannel": "alipay",
    "disputeRequest": 3,
    "disputeType": 2,
    "extInfo": {"a": "b"},
    "freightBill": "7300001",
    "frozenFund": 1530,
    "gmtApply": "20250301090000000+0800",
    "gmtCreate": "20250301090001000+0800",
    "gmtModified": "20250302090000000+0800",
    "gmtCompleted": None,
    "gmtTimeOut": "20250308090000000+0800",
    "goodsReceived": True,
    "goodsStatus": 3,
    "onlyRefund": False,
    "orderEntryCountMap": {"2059624776425880795": 2},
    "orderEntryIdList": [2059624776425880795],
    "orderId": 2059624776425880794,
    "productName": "双肩包",
    "refundCarriage": 10,
    "refundGoods": True,
    "refundId": "TQ34931008034741532",
    "refundPayment": 1220,
    "rejectReason": "不同意",
    "rejectTimes": 1,
    "sellerMemberId": "b2b-2",
    "sellerMobile": "13900000000",
    "sellerRealName": "李四",
    "sellerReceiveAddress": "杭州市 退货部",
    "sellerTel": "0571-1",
    "status": "WAIT_SELLER_RECEIVE",
    "refundOperationList": [
        {
            "operateTypeInt": 6,
            "operateRemark": "已寄回",
            "gmtCreate": "20250302090000000+0800",
            "vouchers": ["//cbu01.alicdn.com/v1.jpg", "//cbu01.alicdn.com/v2.jpg"],
            "logisticsCompany": {"companyName": "中通", "companyNo": "ZTO"},
        }
    ],
    "buyerLoginId": "buyer",
    "sellerLoginId": "seller",
}

REFUND_ORDER: dict[str, Any] = {
    "refundFee": 1530,
    "payOrderId": "200048859479",
    "timeoutType": "seller",
    "sellerRefuseReason": "已发货",
    "refundStatus": 20,
    "canEditFee": False,
    "remainingTime": "6天23时",
    "refundType": 2,
    "feeTips": "含运费",
    "reasonDesc": "质量问题",
    "goodsStatus": 4,
    "refundDesc": "开线",
    "reasonId": 400042,
    "timeoutDate": "2025-03-08 09:00:00",
    "sellerRefuseReasonDescribe": "请先沟通",
    "refundId": "110002685755",
}

PURCHASE_LINE: dict[str, Any] = {
    "salesOrderId": "1131284695074472264",
    "supplierId": 220689,
    "quantity": 2,
    "totalPrice": 1531,
    "itemTitle": "连衣裙",
    "postFee": 301,
    "productFee": 1232,
    "salesMarket": "TAOBAO",
    "purchaseOrderLineId": 200048859480,
    "createTime": 1740790800000,
    "purchaseOrderId": 200048859479,
    "price": 616,
    "supplierNick": "店主",
    "currency": "CNY",
    "properties": {"options": [{"颜色": "红色"}, {"尺码": "XL"}]},
    "itemImageUrl": "//img.alicdn.com/a.jpg",
    "orderServiceExpressions": ["七天无理由"],
    "hongbaoDeductionAmount": 5,
}

WAY_BACK_V2: dict[str, Any] = {
    "receiverAddress": "杭州市 退货部 李四 13900000000",
    "returnGoodsDesc": "已寄",
    "buyerPhone": "13800000000",
    "logisticsCompany": {"logisticsCompanyCode": "SF", "logisticsCompanyName": "顺丰速运"},
    "logisticsNo": "SF123456789",
    "sellerAgreeReturnDescribe": "请寄回",
}
WAY_BACK_V1: dict[str, Any] = WAY_BACK_V2 | {
    "receiverAddress": {"detailAddress": "杭州市 退货部", "phone": "13900000000", "receiver": "李四"},
    "logisticsCompany": {"logisticCompanyCode": "SF", "logisticsCompanyName": "顺丰速运"},
}


def taobao_refund(way: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """A Taobao refund in full."""
    return {
        "distributorId": "2100005349129",
        "currency": "CNY",
        "refundOrderAggregate": {
            "logistics": way,
            "refundOrder": REFUND_ORDER | facts,
            "purchaseOrderLine": PURCHASE_LINE,
        },
    }


RENDER: dict[str, Any] = {
    "distributorId": "2100005349129",
    "currency": "CNY",
    "saleFlag": False,
    "refundOrderTemplate": {
        "refundReasons": [{"reasonId": 400042, "reasonDesc": "质量问题", "tips": "请上传照片"}],
        "goodsStatusList": ["3", "4"],
        "refundOrder": REFUND_ORDER | {"refundStatus": "10"},
        "maxRefundFee": {
            "minRefundFee": 100,
            "feeTips": "含运费",
            "refundFee": 1530,
            "canEditRefundFee": False,
        },
    },
}
ROW_1688 = {
    "imageUrl": "https://cbu01.alicdn.com/a.jpg",
    "subject": "包",
    "subjectTrans": "Bag",
    "priceInfo": {"price": "12.30"},
    "monthSold": 7,
    "traceInfo": "object_id@1",
}
PAGE_1688 = {"totalRecords": 275, "totalPage": 28, "pageSize": 10, "currentPage": 1}
HOT_ROW = {
    "title": "包",
    "translateTitle": "Bag",
    "imgUrl": "//cbu01.alicdn.com/a.jpg",
    "sort": 2,
    "serviceList": ["sendGoods24H"],
    "buyerNum": 31,
    "soldOut": 99,
    "goodsScore": "4.8",
}
HOT_LIST = {"rankId": "10166", "rankName": "Bags", "rankType": "hot"}
SERVICE = {"serviceId": "1001", "companyName": "环球速递", "serviceCategory": "EXPRESS"}
PRICED = SERVICE | {"price": 6800, "currency": "CNY", "weight": 750, "minDays": 3, "maxDays": 6}
GOODS = {"itemId": "2048020617114736", "skuId": "413185732720", "quantity": 2}

SAMPLES: dict[str, tuple[Any, ...]] = {
    "TG3": (
        {
            "mpProducts": [{"itemId": "672", "mpId": "2048", "skuList": [{"skuId": "4", "mpSkuld": "40"}]}],
            "noMpProductItemIds": ["673"],
            "noMpReasonList": [{"itemId": "673", "reason": "下架"}],
        },
    ),
    "TG5": (
        {
            "total": 42,
            "data": [
                {
                    "itemId": 672991141190,
                    "mpId": "2048",
                    "title": "裙",
                    "picUrl": "//img.alicdn.com/a.jpg",
                    "price": 1530,
                    "promotionPrice": 1230,
                    "quantity": 9,
                    "shopName": "店",
                    "status": "active",
                }
            ],
        },
    ),
    "TGS": (
        {
            "description": "<p>裙</p>",
            "itemId": 42971808988,
            "itemResource": "TAOBAO",
            "title": "裙",
            "price": 1230,
            "multiLanguageInfo": {"language": "vi", "title": "Váy"},
        },
    ),
    "TA1": ({"total": 1, "data": [taobao_refund(WAY_BACK_V2)]}, [REFUND_ORDER]),
    "TA2": (RENDER,),
    "TA3": (
        {"logisticsCompanyList": [WAY_BACK_V2["logisticsCompany"]], "receiverAddress": "杭州市 退货部"},
        [WAY_BACK_V1["logisticsCompany"]],
    ),
    "TA4": (True, {"success": True}),
    "TA5": ({"cancelSuccess": True, **taobao_refund(WAY_BACK_V1)},),
    "TA6": ({"success": True}, {}),
    "TA7": ({"refundId": "110002685755"}, "110002685755"),
    "TA8": (
        {
            "total": 1,
            "data": [
                {
                    "refundId": "110002685755",
                    "operator": "seller",
                    "refundMessage": "请稍等",
                    "refundImages": "https://a/1.jpg,https://a/2.jpg",
                    "createTime": 1740790800000,
                }
            ],
        },
    ),
    "TA9": ({"refundId": "110002685755"},),
    "TA10": (taobao_refund(WAY_BACK_V2), taobao_refund(WAY_BACK_V1)),
    "AG6": (
        {
            "categoryId": 0,
            "children": [
                {
                    "categoryId": 312,
                    "chineseName": "内衣",
                    "translatedName": "Underwear",
                    "leaf": False,
                    "level": "1",
                    "parentCateId": 0,
                    "children": None,
                }
            ],
        },
    ),
    "AA1": (REFUND_INFO, {"result": REFUND_INFO}),
    "AA2": (
        {
            "reasons": [
                {
                    "id": 20042,
                    "name": "质量问题",
                    "needVoucher": True,
                    "noRefundCarriage": False,
                    "tip": "请上传照片",
                }
            ]
        },
    ),
    "AA3": ({"imageDomain": "//cbu01.alicdn.com", "imageRelativeUrl": "img/refund/1.jpg"},),
    "AA4": ({"refundId": "TQ34931008034741532"},),
    "AA5": ({"success": True, "errorCode": None, "errorInfo": None},),
    "AA6": (
        [
            {
                "id": 8,
                "companyName": "中通快递",
                "companyNo": "ZTO",
                "companyPhone": "95311",
                "supportPrint": "0",
                "spelling": "zhongtong",
            }
        ],
    ),
    "AM1": (
        PAGE_1688 | {"data": [ROW_1688 | {"offerId": 683381637585, "offerMapId": "9a0zr-xnf46T9s2zWUoG5A"}]},
    ),
    "AM2": (
        PAGE_1688 | {"data": [ROW_1688 | {"offerId": 683381637585, "offerMapId": "9a0zr-xnf46T9s2zWUoG5A"}]},
    ),
    "AM3": (HOT_LIST | {"rankProductModels": [HOT_ROW | {"itemId": 683381637585}]},),
    "F1": (
        [
            {
                "id": 3,
                "name": "李雷",
                "province": "浙江省",
                "city": "杭州市",
                "district": "余杭区",
                "address": "文一西路1号",
                "phone": "13800000000",
            }
        ],
    ),
    "W1": ({"freightServices": [PRICED]}, [PRICED]),
    "W2": (
        {
            "renderId": "FF2408000013",
            "price": 6800,
            "currency": "CNY",
            "validUntil": 1740790800000,
            "renderItems": [GOODS | {"freightInfo": SERVICE, "price": 6799}],
        },
    ),
    "W3": ({"success": True}, "ok"),
    "W4": (
        21,
        {
            "orderId": "21",
            "status": "CREATED",
            "price": 6800,
            "currency": "CNY",
            "logisticInfos": [{"lineItem": GOODS, "logisticNumer": "FARJP2408000013YQ"}],
        },
    ),
}
"""What stands in `data`, by call."""
