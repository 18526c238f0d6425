"""Finding goods over the wire, in both generations."""

from __future__ import annotations


def test_keyword(either):
    data = either.data("AG3", {"keyword": "bag", "beginPage": 1, "pageSize": 5, "country": "en"})
    assert data["totalRecords"] > 5
    assert len(data["data"]) == 5
