"""Readers of 1688 answers that the sandbox does not give: the odd, the sparse and the upstream's own."""

from __future__ import annotations

from sourcing_desktop.domain.offer import Words
from sourcing_desktop.gateways.pandapon import alibaba_goods
from sourcing_desktop.gateways.pandapon.wire import Reader


def test_categories_are_read():
    children = [{"categoryId": 312, "chineseName": "内衣", "translatedName": "Underwear", "leaf": False}]
    envelope = Reader({"code": 200, "data": {"categoryId": 0, "children": children}})
    assert alibaba_goods.read_categories(envelope) == (("312", Words("内衣", "Underwear")),)
    assert alibaba_goods.read_categories(Reader({"data": {"children": None}})) == ()
