"""The summary of the queue as a table: nothing in it is a formula, and ids stay whole."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferRef, Platform, Words
from sourcing_desktop.domain.queued_search import QueuedSearch, Step
from sourcing_desktop.domain.search import Page
from sourcing_desktop.services.queue_export import COLUMNS, as_text, write_table

OFFER = Offer(
    OfferRef(Platform.ALIBABA, "v1", "670000000001"),
    Words("=HYPERLINK(1)\t帆布包", "Canvas\nbag"),
    "",
    Money(1250),
    moq=2,
    sold_30_days=97,
    shop_name="@shop",
)
FOUND = QueuedSearch("1", "+bag.jpg", Platform.ALIBABA, Step.FOUND, page=Page((OFFER,), total=40))
FAILED = QueuedSearch("2", "torn.png", Platform.TAOBAO, Step.FAILED, sentence="It is damaged.")


def rows(text: str, comma: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=comma))


def test_a_copied_table_has_a_row_for_each_search():
    found, failed = rows(as_text([FOUND, FAILED]), "\t")
    assert found["Picture"] == "'+bag.jpg"
    assert found["Chinese title"] == "'=HYPERLINK(1)\t帆布包"
    assert (found["Price"], found["Currency"], found["MOQ"], found["Found"]) == ("12.50", "CNY", "2", "40")
    assert found["Offer id"] == '="670000000001"'
    assert found["Link"] == "https://detail.1688.com/offer/670000000001.html"
    assert (failed["State"], failed["Why"], failed["Best match"]) == ("Failed", "It is damaged.", "")


def test_what_is_not_known_is_left_blank():
    unknown = replace(OFFER, price=None, moq=None, sold_30_days=None, shop_name="")
    (row,) = rows(as_text([replace(FOUND, page=Page((unknown,)))]), "\t")
    assert [row[name] for name in ("Price", "Currency", "MOQ", "Sold in 30 days", "Shop")] == [""] * 5


async def test_a_file_has_the_same(tmp_path):
    path = tmp_path / "pictures.csv"
    await write_table([FOUND, FAILED], path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert [row["Platform"] for row in rows(data.decode("utf-8-sig"), ",")] == ['="1688"', "taobao"]
    assert len(COLUMNS) == len(next(csv.reader(io.StringIO(data.decode("utf-8-sig")))))


async def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "table.csv").mkdir()
    with pytest.raises(StorageFailed, match=r"table\.csv could not be written"):
        await write_table([FOUND], tmp_path / "table.csv")
    assert [each.name for each in tmp_path.iterdir()] == ["table.csv"]
