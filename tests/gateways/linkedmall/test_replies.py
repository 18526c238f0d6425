"""What LinkedMall's refusals mean, in whatever form they come."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from sourcing_desktop.domain.errors import (
    BadReply,
    Busy,
    ClockSkewed,
    NotFound,
    Rejected,
    SignInNeeded,
    SourcingError,
    Unreachable,
)
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.linkedmall.replies import open_answer

XML = (
    '<?xml version="1.0"?><Error><RequestId>R-1</RequestId><HostId>h</HostId>'
    "<Code>SignatureDoesNotMatch</Code><Message> No match </Message></Error>"
)


def refusal(status: int, body: object, *, writing: bool = False, **others) -> SourcingError:
    content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    with pytest.raises(SourcingError) as caught:
        open_answer(Answer("SearchProducts", status, content, writing, **others))
    return caught.value


def said(code: str, message: str = "No.", **more: object) -> dict[str, object]:
    return {"RequestId": "R-1", "HostId": "linkedmall.aliyuncs.com", "Code": code, "Message": message, **more}


def test_a_success_is_its_object():
    assert open_answer(Answer("SearchProducts", 200, b'{"total":3}')).whole("total") == 3


@pytest.mark.parametrize(
    ("status", "code", "kind", "words"),
    [
        (404, "InvalidAccessKeyId.NotFound", SignInNeeded, "the AccessKey id"),
        (400, "SignatureDoesNotMatch", SignInNeeded, "the AccessKey secret"),
        (400, "IncompleteSignature", SignInNeeded, "the AccessKey secret"),
        (400, "InvalidSecurityToken.Expired", SignInNeeded, "temporary key"),
        (403, "Forbidden.RAM", SignInNeeded, "lacks a permission"),
        (400, "NoPermission", SignInNeeded, "lacks a permission"),
        (400, "InvalidTimeStamp.Expired", ClockSkewed, "although the clock"),
        (404, "EntityNotExist", NotFound, "does not know this"),
        (400, "InvalidParameter", Rejected, "LinkedMall refused: No."),
        (409, "Whatever.New", Rejected, "LinkedMall refused: No."),
        (400, "Throttling.Api", Busy, "in a moment"),
        (503, "Throttling.User", Busy, "in a moment"),
        (429, "", Busy, "in a moment"),
        (500, "InternalError", Unreachable, "failed on its side"),
        (503, "ServiceUnavailable", Busy, "in a moment"),
    ],
)
def test_codes_of_alibaba_cloud_in_both_spellings(status, code, kind, words):
    lower = {"requestId": "R-1", "code": code, "message": "No."}
    for body in (said(code), lower):
        error = refusal(status, body)
        assert type(error) is kind
        assert words in error.sentence
        assert f"HTTP {status}" in error.detail
        assert f"code {code}, request R-1: No." in error.detail


def test_a_missing_permission_is_named():
    denied = {"AuthAction": "linkedmall:SearchProducts", "NoPermissionType": "ImplicitDeny"}
    error = refusal(403, said("Forbidden.RAM", AccessDeniedDetail=denied))
    assert isinstance(error, SignInNeeded)
    assert error.sentence.startswith("This AccessKey lacks the permission linkedmall:SearchProducts.")


def test_a_code_of_our_own_request_is_kept():
    error = refusal(400, said("InvalidParameter", "pageSize is too large"))
    assert isinstance(error, Rejected)
    assert (error.code, error.sentence) == ("InvalidParameter", "LinkedMall refused: pageSize is too large")


@pytest.mark.parametrize(
    ("headers", "retry_after", "seconds"),
    [
        ({"x-acs-retry-after": "1500"}, None, 1.5),
        ({"x-acs-retry-after": "1500"}, 30.0, 1.5),
        ({}, 30.0, 30.0),
        ({"x-acs-retry-after": "soon"}, 30.0, 30.0),
        ({"x-acs-retry-after": "9" * 400}, None, None),
        ({}, None, None),
    ],
)
def test_when_to_come_again(headers, retry_after, seconds):
    error = refusal(400, said("Throttling.Api"), headers=headers, retry_after=retry_after)
    assert isinstance(error, Busy)
    assert error.retry_after == seconds


@pytest.mark.parametrize("code", ["SignatureDoesNotMatch", "InvalidTimeStamp.Expired"])
def test_a_wrong_clock_is_said_with_how_far_it_is_off(code):
    error = refusal(400, said(code), clock_offset=timedelta(minutes=-62))
    assert isinstance(error, ClockSkewed)
    assert error.sentence.startswith(
        "This computer's clock is 1 hour 2 minutes behind; the gateway accepts at most 15 minutes."
    )
    assert error.offset == timedelta(minutes=-62)


def test_a_clock_that_is_off_by_less_does_not_matter():
    error = refusal(400, said("SignatureDoesNotMatch"), clock_offset=timedelta(minutes=14))
    assert isinstance(error, SignInNeeded)


def test_an_unavailable_gateway_leaves_a_change_open():
    error = refusal(503, said("ServiceUnavailable"), writing=True)
    assert isinstance(error, Unreachable)
    assert error.sent
    assert isinstance(refusal(503, said("Throttling.User"), writing=True), Busy)


def test_xml_is_understood():
    error = refusal(400, XML)
    assert isinstance(error, SignInNeeded)
    assert "request R-1: No match" in error.detail


def test_the_header_names_the_request_where_the_body_does_not():
    error = refusal(400, {"Code": "X", "Message": "No."}, headers={"x-acs-request-id": "R-9"})
    assert "request R-9" in error.detail


@pytest.mark.parametrize(
    ("status", "content", "words"),
    [
        (404, "<html>nginx</html>", "There is no gateway at this address"),
        (400, "", "There is no gateway at this address"),
        (200, "<html>hotel</html>", "A web page came instead"),
        (200, "", "is empty"),
        (200, '{"total":', "damaged or incomplete"),
        (200, "[]", "damaged or incomplete"),
        (200, "[" * 100_000, "damaged or incomplete"),
        (302, "", "points elsewhere (https://login.example/)"),
    ],
)
def test_what_is_no_answer_of_linkedmall(status, content, words):
    error = refusal(status, content, location="https://login.example/")
    assert isinstance(error, BadReply)
    assert words in error.sentence


@pytest.mark.parametrize("body", [said("NoPermission"), {"code": "NoPermission", "message": "No."}])
def test_a_refusal_with_the_status_of_a_success_is_one(body):
    error = refusal(200, body | {"products": None})
    assert isinstance(error, SignInNeeded)
    assert "HTTP 200" in error.detail
    assert isinstance(refusal(200, said("Throttling.Api")), Busy)
    assert isinstance(refusal(200, said("Whatever.New")), Rejected)


@pytest.mark.parametrize("body", [said("Success"), said("X", total=0), {"code": "X", "products": []}])
def test_what_says_more_than_a_refusal_is_none(body):
    assert open_answer(Answer("SearchProducts", 200, json.dumps(body).encode()))


@pytest.mark.parametrize(
    "body",
    [
        said("X", AccessDeniedDetail="text"),
        said("X", AccessDeniedDetail=[1]),
        {"Code": {"a": 1}, "Message": ["b"]},
        {"Code": 7, "Message": None},
    ],
)
def test_refusals_of_odd_shapes_stay_refusals(body):
    assert refusal(400, body).sentence
