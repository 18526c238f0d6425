"""The signature of Alibaba Cloud against its published examples (V1, V2) and its own packages (V3 to V6).
Key and secret are the placeholders of the published example."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.contract.acs3 import (
    authorization,
    canonical_request,
    content_hash,
    must_be_signed,
    signature,
)
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.gateways.exchange import encoded_query

KEY, SECRET = "YourAccessKeyId", "YourAccessKeySecret"
SEARCH = OPERATIONS["SearchProducts"].path
BODY = (
    '{"categoryIds":["50050359","201792301"],"distributionLowPrice":100,"inGroup":true,"pageNumber":1,'
    '"pageSize":20,"platform":"Cbu","productName":"绿植","purchaserId":"PID123"}'
).encode()
MOMENT = {"x-acs-date": "2023-10-26T10:22:32Z", "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d"}
MALL = {"host": "linkedmall.aliyuncs.com", "x-acs-version": "2023-09-30", **MOMENT}
JSON = {"content-type": "application/json; charset=utf-8", "x-acs-action": "SearchProducts"}


def signed(verb, path, query, headers, content=b"", *, hashed="", key=KEY, secret=SECRET):
    """Hash of the canonical request, names of the signed headers, and signature."""
    pairs = list(headers.items()) if isinstance(headers, dict) else headers
    hashed = hashed or content_hash(content)
    if not any(name.lower() == "x-acs-test" for name, _ in pairs):
        pairs.append(("x-acs-content-sha256", hashed))
    canonical = canonical_request(verb, path, encoded_query(query), pairs, hashed)
    header = authorization(key, pairs, signature(canonical, secret))
    names, made = header.removeprefix(f"ACS3-HMAC-SHA256 Credential={key},SignedHeaders=").split(
        ",Signature="
    )
    return hashlib.sha256(canonical.encode()).hexdigest(), names, made


def test_v1_the_published_example():
    image = "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"
    headers = {
        "host": "ecs.cn-shanghai.aliyuncs.com",
        "x-acs-action": "RunInstances",
        "x-acs-version": "2014-05-26",
        **MOMENT,
    }
    canonical, names, made = signed("POST", "/", {"RegionId": "cn-shanghai", "ImageId": image}, headers)
    assert canonical == "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259"
    assert names == ("host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version")
    assert made == "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"


def test_v2_values_of_one_header_are_merged_and_empty_ones_stay():
    _, names, made = signed(
        "GET",
        "/",
        {"test": "ok", "empty": ""},
        [("x-acs-test", "http"), ("x-acs-TEST", "https")],
        hashed="55e12e91650d2fec56ec74e1d3e4ddbfce2ef3a65890c2a19ecf88a307e76a23",
        key="acesskey",
        secret="secret",
    )
    assert names == "x-acs-test"
    assert made == "d16b30a7699ae9e43875b13195b2f81bcc3ed10c14a9b5eb780e51619aa50be1"


def test_v3_a_search_with_the_documented_headers():
    canonical, names, made = signed("POST", SEARCH, {}, MALL | JSON, BODY)
    assert canonical == "85791927e065ebea59d9e4b5bacbb025b93bcb90a90c4365510efaaa0a4ccbf8"
    assert names.startswith("content-type;host;x-acs-action;x-acs-content-sha256;")
    assert made == "2848f4bf04369980fae6a934d21fbf8c6451ba738b258c9c556a7a9a55117701"


def test_v4_more_headers_may_be_signed():
    more = {"user-agent": "UA", "accept": "application/json", "x-acs-credentials-provider": "static_ak"}
    canonical, _, made = signed("POST", SEARCH, {}, MALL | JSON | more, BODY)
    assert canonical == "e5a365d5f616c7640fa2c97383cbc25af6f4717e503293a426c4942c591f5135"
    assert made == "fe9fea53d904c55b2fba721f05c675dd60041915fad2f1d8970ae3407ad3d829"


def test_v5_a_path_and_a_query_that_need_encoding():
    path = OPERATIONS["GetSelectionProduct"].path.replace("{productId}", "a%20b%2F%E4%B8%AD%2A~")
    query = {"purchaserId": "PID 1+2", "divisionCode": "330106109"}
    canonical, _, made = signed("GET", path, query, MALL | {"x-acs-action": "GetSelectionProduct"})
    assert canonical == "57e3b33b0217334b6b5342d10a9d384afc70a773ed4cc09331680f18fd3f0fb8"
    assert made == "8aaf7e73803334ba1e65383ac38a5107e15d44a46130d63c8bfe35e8f73f66fc"


def test_v6_a_temporary_key():
    temporary = {"x-acs-accesskey-id": KEY, "x-acs-security-token": "SampleSecurityToken"}
    canonical, names, made = signed("POST", SEARCH, {}, MALL | JSON | temporary, BODY)
    assert canonical == "5f5771ea3fbf84a072652099f484f882f057551dd0094f2276b6d8946d59cbdb"
    assert "x-acs-security-token" in names.split(";")
    assert made == "a38bb410b066054d11ed1d167548ae8134c92bebe0bd080dc279a1fecb5302fc"


@given(st.dictionaries(st.sampled_from(["b", "A", "c-d", "Host"]), st.text("ab ,", max_size=5)))
def test_neither_the_order_nor_the_case_of_headers_matters(headers):
    upper = [(name.upper(), f" {value} ") for name, value in reversed(headers.items())]
    assert canonical_request("get", "", "", headers.items(), "h") == canonical_request(
        "GET", "/", "", upper, "h"
    )


@pytest.mark.parametrize(
    ("name", "signed_too"),
    [("Host", True), ("Content-Type", True), ("X-Acs-Date", True), ("accept", False), ("user-agent", False)],
)
def test_what_belongs_under_the_signature(name, signed_too):
    assert must_be_signed(name) is signed_too


def test_every_operation_is_in_the_table_with_its_rate():
    assert len(OPERATIONS) == 12
    assert all(operation.per_second in (5, 20) for operation in OPERATIONS.values())
    assert {name for name, operation in OPERATIONS.items() if operation.writes} == {
        "SelectionGroupAddProduct",
        "SelectionGroupRemoveProduct",
    }
