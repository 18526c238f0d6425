"""Who may call the sandbox's LinkedMall, how often, and how it says no (contract upstream A1, A3, B)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcing_desktop.contract.acs3 import content_hash
from sourcing_desktop.contract.linkedmall import OPERATIONS
from tests.support.mall import PURCHASER, MallClient
from tests.support.sandbox import RunningSandbox

BUYER = {"purchaserId": PURCHASER}
SEARCH = {**BUYER, "pageNumber": 1, "pageSize": 1}
ROOT = {"parentCategoryId": 0}
PATH = OPERATIONS["ListCategories"].path
ERROR = ["RequestId", "HostId", "Code", "Message", "Recommend"]


@pytest.fixture
def mall(sandbox: RunningSandbox) -> Iterator[MallClient]:
    client = MallClient(sandbox.url, sandbox.keys)
    yield client
    client.close()


@pytest.fixture
def unhurried(sandbox: RunningSandbox, mall: MallClient) -> MallClient:
    """A client that may ask as often as it likes."""
    keep_rates(sandbox, False)
    return mall


def keep_rates(sandbox: RunningSandbox, kept: bool) -> None:
    answer = sandbox.control.send("POST", "/linkedmall/rates", json.dumps({"kept": kept}).encode())
    assert answer.status_code == 200


def test_a_signed_search_is_answered(mall: MallClient):
    answer = mall.send("SearchProducts", SEARCH)
    assert answer.status_code == 200
    assert list(answer.json()) == ["requestId", "total", "products"]
    assert answer.headers["x-acs-request-id"]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"secret": "another"}, 400, "SignatureDoesNotMatch"),
        ({"x-acs-version": "2022-05-31"}, 400, "InvalidVersion"),
        ({"x-acs-action": "SearchProducts"}, 404, "InvalidAction.NotFound"),
        ({"x-acs-date": "yesterday"}, 400, "InvalidTimeStamp.Format"),
        ({"x-acs-content-sha256": content_hash(b"another")}, 400, "SignatureDoesNotMatch"),
        ({"late": timedelta(minutes=16)}, 400, "InvalidTimeStamp.Expired"),
        ({"late": timedelta(minutes=-16)}, 400, "InvalidTimeStamp.Expired"),
    ],
)
def test_what_is_not_signed_as_documented_is_refused(mall: MallClient, change, status, code):
    answer = mall.send_content("ListCategories", PATH, "", json.dumps(ROOT).encode(), **change)
    assert (answer.status_code, answer.json()["Code"]) == (status, code)
    assert list(answer.json()) == ERROR
    assert answer.headers["x-acs-request-id"] == answer.json()["RequestId"]


@pytest.mark.parametrize("minutes", [14, -14])
def test_a_clock_may_be_a_quarter_of_an_hour_off(mall: MallClient, minutes: int):
    content = json.dumps(ROOT).encode()
    answer = mall.send_content("ListCategories", PATH, "", content, late=timedelta(minutes=minutes))
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"authorization": ""}, "IncompleteSignature"),
        ({"authorization": "ACS3-HMAC-SHA256 Credential=a"}, "IncompleteSignature"),
        (
            {"authorization": "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=0"},
            "InvalidAccessKeyId.NotFound",
        ),
        ({"x-acs-security-token": "not signed"}, "IncompleteSignature"),
        ({"content-type": "text/plain"}, "SignatureDoesNotMatch"),
    ],
)
def test_headers_changed_on_the_way_are_noticed(sandbox, mall: MallClient, header, code):
    content = json.dumps(ROOT).encode()
    sent = mall.signed("ListCategories", "POST", PATH, "", content) | header
    answer = mall.http.post(PATH, content=content, headers=sent)
    assert answer.json()["Code"] == code


def test_a_nonce_is_good_once(mall: MallClient):
    again = {"x-acs-signature-nonce": "0123456789abcdef"}
    content = json.dumps(ROOT).encode()
    first, second = (mall.send_content("ListCategories", PATH, "", content, **again) for _ in range(2))
    assert (first.status_code, second.json()["Code"]) == (200, "SignatureNonceUsed")


def test_the_sandboxs_own_clock_counts(sandbox: RunningSandbox, mall: MallClient):
    sandbox.control.set_clock(3600)
    assert mall.send("ListCategories", ROOT).json()["Code"] == "InvalidTimeStamp.Expired"


def test_the_keys_of_pandapon_open_nothing_here(sandbox: RunningSandbox, mall: MallClient):
    assert sandbox.keys.linkedmall_key != sandbox.keys.access_key
    assert sandbox.keys.linkedmall_secret != sandbox.keys.secret
    content = json.dumps(ROOT).encode()
    answer = mall.send_content("ListCategories", PATH, "", content, secret=sandbox.keys.secret)
    assert answer.json()["Code"] == "SignatureDoesNotMatch"


def test_the_sixth_call_of_a_second_is_throttled(mall: MallClient):
    answers = [mall.send("ListCategories", ROOT) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [400]
    assert answers[5].json()["Code"] == "Throttling.Api"
    assert 0 < int(answers[5].headers["x-acs-retry-after"]) <= 1000
    assert mall.send("ListPurchaserShops", {}).status_code == 200


def test_rates_may_be_let_go(sandbox: RunningSandbox, mall: MallClient):
    keep_rates(sandbox, False)
    assert all(mall.send("ListCategories", ROOT).status_code == 200 for _ in range(8))
    keep_rates(sandbox, True)
    assert mall.send("ListCategories", ROOT).status_code == 400


def test_faults_go_by_the_name_of_the_operation(sandbox: RunningSandbox, mall: MallClient):
    sandbox.control.fault("ListCategories", "http_500")
    assert mall.send("ListCategories", ROOT).status_code == 500
    assert mall.send("ListCategories", ROOT).status_code == 200
    assert sandbox.control.calls("ListCategories") == 2


@pytest.mark.parametrize(
    ("name", "fields", "status", "code"),
    [
        ("SearchProducts", {"pageNumber": 1, "pageSize": 1}, 400, "MissingParameter"),
        ("SearchProducts", {**SEARCH, "purchaserId": "PID1"}, 400, "InvalidParameter"),
        ("SearchProducts", {**SEARCH, "pageSize": 21}, 400, "InvalidParameter"),
        ("SearchProducts", {**SEARCH, "pageNumber": 0}, 400, "InvalidParameter"),
        ("SearchProducts", {"purchaserId": PURCHASER}, 400, "MissingParameter"),
        ("SearchProducts", {**SEARCH, "taxRate": "HasRate,Rate6"}, 400, "InvalidParameter"),
        ("SearchProducts", {**SEARCH, "platform": "eBay"}, 400, "InvalidParameter"),
        ("SearchProducts", {**SEARCH, "createStartTime": "yesterday"}, 400, "InvalidParameter"),
        ("GetSelectionProduct", {"purchaserId": PURCHASER, "productId": "1"}, 404, "EntityNotExist"),
        ("GetPurchaserShop", {"purchaserId": "PID1"}, 404, "EntityNotExist"),
        ("QueryChildDivisionCode", {"divisionCode": "2"}, 404, "EntityNotExist"),
        ("ListCategories", {"categoryIds": [1] * 51}, 400, "InvalidParameter"),
        ("ListSelectionProductSaleInfos", {**BUYER, "productIds": []}, 400, "MissingParameter"),
        ("ListSelectionProductSaleInfos", {**BUYER, "productIds": ["1"] * 11}, 400, "InvalidParameter"),
        ("SelectionGroupAddProduct", {**BUYER, "productIds": ["1"] * 31}, 400, "InvalidParameter"),
    ],
)
def test_operations_refuse_in_lower_case(mall: MallClient, name, fields, status, code):
    answer = mall.send(name, fields)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert list(answer.json()) == ["requestId", "code", "message"]


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_it_is_sent_it_does_not_fail(unhurried: MallClient, data: st.DataObject):
    operation = OPERATIONS[data.draw(st.sampled_from(sorted(OPERATIONS)))]
    names = st.sampled_from([field.name for field in operation.fields])
    values = ODD | st.just(PURCHASER) | st.sampled_from(["1", 1, "Rate6", "2025-01-02 12:23:34", [{}], ["1"]])
    fields = data.draw(st.dictionaries(names, values))
    if operation.verb == "GET":
        text = {name: str(value) for name, value in fields.items() if "\ud800" not in str(value)}
        answer = unhurried.send(operation.name, {"productId": "1", "purchaserId": "x"} | text)
    else:
        content = data.draw(st.just(json.dumps(fields).encode()) | st.binary(max_size=50))
        answer = unhurried.send_content(operation.name, operation.path, "", content)
    assert answer.status_code in (200, 400, 404), answer.text


def test_scripted_refusals_have_linkedmalls_shape(sandbox: RunningSandbox, mall: MallClient):
    sandbox.control.fault("SearchProducts", "throttle", seconds=1.5)
    sandbox.control.fault("SearchProducts", "code", code="PurchaserNotFound")
    throttled, refused = mall.send("SearchProducts", SEARCH), mall.send("SearchProducts", SEARCH)
    assert (throttled.status_code, throttled.headers["x-acs-retry-after"]) == (400, "1500")
    assert list(throttled.json()) == ERROR
    assert throttled.json()["Code"] == "Throttling.User"
    assert (refused.status_code, refused.json()["code"]) == (400, "PurchaserNotFound")
