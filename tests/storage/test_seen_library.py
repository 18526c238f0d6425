"""What was seen: what is kept of an offer, how it is asked for, what it cost when."""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform, Words
from sourcing_desktop.domain.seen import (
    FoundBy,
    FoundIn,
    PriceChange,
    SeenBefore,
    SeenKind,
    SeenOrder,
    SeenQuery,
    Sighting,
)
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.storage.seen.library import MOST_OFFERS, SeenLibrary
from tests.support.seen_file import BAGS, NOON, RED, detail, library_in, offer, ref, seen


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


async def found(library: SeenLibrary, **query: object) -> list[str]:
    """The ids of what fits, after both ways of asking agreed."""
    asked = SeenQuery(**query)
    total, first = await library.first(asked, 100)
    numbers = await library.numbers(asked)
    assert len(numbers) == total
    assert await library.offers(numbers) == first
    return [each.offer.ref.id.removeprefix("id-") for each in first]


async def test_an_offer_shown_twice_is_kept_once_as_it_looked_last(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 0, fen=1200), seen(2, 0)])
        await library.record([seen(1, 5, by=RED, fen=900, title="Canvas bag", shop="Hong")])
        _, (latest, other) = await library.first(SeenQuery(), 10)
        assert latest.offer == offer(1, 900, "Canvas bag", "Hong")
        assert (latest.first_seen, latest.last_seen, latest.times) == (at(0), at(5), 2)
        assert (latest.found_by, latest.lowest) == (RED, Money(900))
        assert (other.times, other.found_by, other.opened_at, other.ordered_at) == (1, BAGS, None, None)
        assert await library.sellers() == (("Hong", 1), ("Lan's shop", 1))
        assert await library.categories() == (("1042", 2),)
        assert await library.searches() == ((RED, 1, at(5)), (BAGS, 2, at(0)))


async def test_every_order_and_what_has_no_price_comes_last(tmp_path: Path):
    async with library_in(tmp_path) as library:
        prices = {1: 500, 2: None, 3: 900, 4: 500}
        await library.record([seen(number, number, fen=fen) for number, fen in prices.items()])
        await library.record([seen(3, 9, fen=900)])
        assert await found(library) == ["3", "4", "2", "1"]
        assert await found(library, order=SeenOrder.OLDEST) == ["1", "2", "4", "3"]
        assert await found(library, order=SeenOrder.CHEAPEST) == ["1", "4", "3", "2"]
        assert await found(library, order=SeenOrder.DEAREST) == ["3", "4", "1", "2"]
        assert await found(library, order=SeenOrder.MOST_SEEN) == ["3", "4", "2", "1"]


async def test_offers_of_one_page_stand_as_they_were_shown(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number) for number in (5, 3, 4)])
        assert await found(library) == ["5", "3", "4"]


async def test_every_filter(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number, number, fen=number * 100) for number in range(1, 6)])
        await library.record([seen(6, 6, by=RED, fen=None, shop="Hong", title="Mug of clay")])
        assert await found(library, platform=Platform.TAOBAO) == ["5", "2"]
        assert await found(library, seller="Hong") == ["6"]
        assert await found(library, seller="nobody") == []
        assert await found(library, category_id="1042", platform=Platform.ALIBABA) == ["4", "3", "1"]
        assert await found(library, found_by=RED) == ["6"]
        assert await found(library, found_by=FoundBy(FoundIn.WORDS, "双肩包")) == []
        assert await found(library, price_from=Money(200), price_to=Money(400)) == ["4", "3", "2"]
        assert await found(library, price_from=Money(1, "USD")) == []
        assert await found(library, since=at(2), until=at(4)) == ["3", "2"]
        assert await found(library, words="clay") == ["6"]
        assert await found(library, words="hong red") == ["6"]
        assert await found(library, words="包 双肩", order=SeenOrder.OLDEST, price_to=Money(200)) == [
            "1",
            "2",
        ]
        assert await found(library, words="4号", found_by=BAGS) == ["4"]
        assert await found(library, words='" -') == ["6", "5", "4", "3", "2", "1"]


async def test_words_follow_what_is_shown(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, title="Old words")])
        await library.record([seen(1, 1, by=RED, title="New words")])
        assert await found(library, words="old") == []
        assert await found(library, words="new red 双肩") == ["1"]


async def test_opened_and_ordered_are_parts_with_times_of_their_own(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number, number) for number in range(4)])
        for minute, number in enumerate((2, 0, 1)):
            await library.mark_opened(detail(number), at(60 + minute))
        await library.mark_ordered([ref(0), ref(3), ref(99)], at(80))
        await library.mark_ordered([ref(3)], at(70))
        assert await found(library, kind=SeenKind.OPENED) == ["1", "0", "2"]
        assert await found(library, kind=SeenKind.OPENED, order=SeenOrder.CHEAPEST) == ["0", "1", "2"]
        assert await found(library, kind=SeenKind.OPENED, since=at(61), until=at(62)) == ["0"]
        assert await found(library, kind=SeenKind.ORDERED) == ["0", "3"]
        _, (first, _) = await library.first(SeenQuery(SeenKind.ORDERED), 2)
        assert (first.opened_at, first.ordered_at) == (at(61), at(80))
        size = await library.size()
        assert (size.offers, size.opened) == (4, 3)
        assert size.bytes > 10_000


async def test_the_whole_detail_is_kept_with_its_time(tmp_path: Path):
    async with library_in(tmp_path) as library:
        assert await library.detail(ref(1)) is None
        await library.mark_opened(detail(1), at(0))
        await library.mark_opened(detail(1, 800), at(3))
        assert await library.detail(ref(1)) == (detail(1, 800), at(3))
        _, (opened,) = await library.first(SeenQuery(), 2)
        assert opened.found_by == FoundBy(FoundIn.WORDS, "id-1")


async def test_a_price_is_history_only_where_it_changed(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 0, fen=1200)])
        assert await library.history(ref(1)) == (PriceChange(at(0), Money(1200)),)
        await library.record([seen(1, 1, fen=1200), seen(1, 2, fen=None), seen(1, 3, fen=900)])
        await library.record([seen(1, 2.5, fen=50), seen(1, 4, fen=900)])
        await library.mark_opened(detail(1, 900, stock=7), at(5))
        await library.mark_opened(detail(1, 900, stock=7), at(6))
        await library.mark_opened(detail(1, 950, stock=None), at(7))
        assert await library.history(ref(1)) == (
            PriceChange(at(0), Money(1200)),
            PriceChange(at(3), Money(900)),
            PriceChange(at(5), Money(900), 17),
            PriceChange(at(7), Money(950), 17),
        )
        _, (one,) = await library.first(SeenQuery(), 1)
        assert (one.lowest, one.times) == (Money(900), 6)
        assert await library.history(ref(2)) == ()


async def test_a_lowest_price_is_of_the_currency_told_last(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 0, fen=5)])
        dollars = replace(offer(1), price=Money(700, "USD"))
        await library.record([Sighting(dollars, at(1), BAGS)])
        _, (one,) = await library.first(SeenQuery(), 1)
        assert one.lowest == Money(700, "USD")


async def test_marks_tell_of_earlier_sightings_only(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 0, fen=900), seen(2, 0)])
        await library.record([seen(1, 10, by=RED, fen=500), seen(3, 10, by=RED)])
        asked = [ref(number) for number in range(5)]
        assert await library.seen_before(asked, at(10)) == {
            ref(1): SeenBefore(ref(1), at(0), Money(900), "Lan's shop"),
            ref(2): SeenBefore(ref(2), at(0), Money(1000), "Lan's shop"),
        }
        assert (await library.seen_before(asked, at(11)))[ref(1)].best_price == Money(500)
        assert await library.seen_before(asked, at(0)) == {}


async def test_numbers_lead_to_offers_and_back(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number) for number in range(3)])
        numbers = await library.number_of([ref(2), ref(0), ref(9)])
        assert set(numbers) == {ref(0), ref(2)}
        wanted = [numbers[ref(2)], 999, numbers[ref(0)]]
        assert [each.offer.ref for each in await library.offers(wanted)] == [ref(2), ref(0)]
        assert await library.offers([]) == ()


async def test_ids_and_titles_as_sellers_write_them(tmp_path: Path):
    title = "half \ud83d a\x00b 'quotes\"; DROP TABLE offers -- \u202e " + "很长的标题" * 2000
    strange = Sighting(replace(offer(1), title=Words(title), shop_name="\udfff"), at(0), BAGS)
    async with library_in(tmp_path) as library:
        await library.record([strange])
        await library.record([strange])
        _, (one,) = await library.first(SeenQuery(words="的标 drop"), 5)
        assert one.offer.title.original == title.replace("\ud83d", "?")
        assert (one.offer.shop_name, one.times) == ("?", 2)
        assert await found(library, seller="\udfff") == ["1"]


@pytest.mark.expects_log("offer 1 of the library cannot be read")
async def test_a_row_that_cannot_be_read_is_left_out_and_told_once(tmp_path: Path, caplog):
    async with library_in(tmp_path) as library:
        await library.record([seen(1), seen(2)])
        with sqlite3.connect(tmp_path / "offers.sqlite") as other:
            other.execute("UPDATE cards SET offer = ? WHERE number = 1", (b'{"of": "another shape"}',))
        other.close()
        for _ in range(2):
            assert [each.number for each in (await library.first(SeenQuery(), 9))[1]] == [2]
        assert len(caplog.records) == 1
        await library.record([seen(1, 1)])
        assert await found(library) == ["1", "2"]


async def test_vectors_are_those_of_one_engine(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number, number) for number in range(5)])
        await library.record([Sighting(replace(offer(9), picture=""), at(9), BAGS)])
        waiting = await library.undescribed("one", 3)
        assert waiting == [(5, offer(4).picture), (4, offer(3).picture), (3, offer(2).picture)]
        kept = await library.keep_vectors("one", [(5, b"five"), (3, b"trio"), (4, b""), (77, b"gone")])
        assert kept == [5, 3, 4]
        assert [number for number, _ in await library.undescribed("one", 9)] == [2, 1]
        assert await library.described_numbers("one") == array("q", [3, 5])
        assert [each async for each in library.vectors("one")] == [(array("q", [3, 5]), b"triofive")]
        assert (await library.size()).described == 2
        assert [each async for each in library.vectors("two")] == []
        assert await library.described_numbers("two") == array("q")
        assert [number for number, _ in await library.undescribed("two", 9)] == [5, 3, 2, 1]
        assert (await library.size()).described == 0


async def test_another_picture_is_described_anew(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1), seen(2)])
        await library.keep_vectors("one", [(1, b"a"), (2, b"")])
        for number in (1, 2):
            await library.record([Sighting(replace(offer(number), picture="http://new"), at(1), BAGS)])
        assert await library.undescribed("one", 9) == [(2, "http://new"), (1, "http://new")]


async def test_many_vectors_come_in_chunks(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number) for number in range(5000)])
        await library.keep_vectors("one", [(number, b"%04d" % (number - 1)) for number in range(1, 5001)])
        chunks = [each async for each in library.vectors("one")]
        assert len(chunks) == 2
        assert [number for numbers, _ in chunks for number in numbers] == [*range(1, 5001)]
        assert b"".join(packed for _, packed in chunks) == b"".join(b"%04d" % each for each in range(5000))


async def test_the_buyers_wishes_outlive_a_restart(tmp_path: Path):
    async with library_in(tmp_path) as library:
        assert await library.remembering()
        assert await library.most_offers() == MOST_OFFERS
        await library.set_remembering(False)
        await library.set_most_offers(300_000)
    async with library_in(tmp_path) as library:
        assert not await library.remembering()
        await library.set_remembering(True)
        assert await library.remembering()
        assert await library.most_offers() == 300_000


async def test_times_of_any_zone_are_told_in_utc(tmp_path: Path):
    async with library_in(tmp_path) as library:
        there = datetime.fromisoformat("2026-03-01T12:00:00.000001+07:00")
        await library.record([Sighting(offer(1), there, BAGS)])
        _, (one,) = await library.first(SeenQuery(), 1)
        assert one.first_seen == there
        assert one.first_seen.tzinfo is UTC


async def test_what_a_hot_list_leaves_out_stays_as_it_was(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 0, fen=1200)])
        ranked = replace(offer(1, None, shop=""), place=3, buyers_30_days=40)
        await library.record([Sighting(ranked, at(5), RED)])
        _, (kept,) = await library.first(SeenQuery(), 10)
        assert kept.offer == replace(offer(1, 1200), buyers_30_days=40)
        assert await library.sellers() == (("Lan's shop", 1),)
        assert [change.price for change in await library.history(ref(1))] == [Money(1200)]


async def test_an_opened_offer_is_found_by_its_seller_from_then_on(tmp_path: Path):
    async with library_in(tmp_path) as library:
        shown = offer(1, 1200, "Canvas bag", shop="")
        await library.record([Sighting(shown, at(0), BAGS), seen(2, 0, shop="Hong")])
        await library.mark_opened(replace(detail(1, 1100), supplier=Supplier("b2b-7", "Tiệm Lan")), at(1))
        assert await library.sellers() == (("Hong", 1), ("Tiệm Lan", 1))
        assert await found(library, seller="Tiệm Lan") == ["1"]
        assert await found(library, words="tiem lan canvas 双肩") == ["1"]
        _, (kept, _) = await library.first(SeenQuery(), 10)
        assert kept.offer == replace(shown, price=Money(1100), shop_name="Tiệm Lan", seller_id="b2b-7")
        assert (await library.seen_before([ref(1)], at(9)))[ref(1)].seller == "Tiệm Lan"

        await library.record([Sighting(replace(shown, price=Money(900)), at(2), RED)])
        assert await found(library, seller="Tiệm Lan", price_to=Money(900)) == ["1"]
        assert await found(library, words="lan red") == ["1"]

        await library.forget([kept.number])
        assert await found(library, words="lan") == []


async def test_an_opening_that_is_written_late_takes_back_no_price(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 5, fen=900, shop="")])
        await library.mark_opened(detail(1, 1200), at(4))
        _, (kept,) = await library.first(SeenQuery(seller="Lan's shop"), 10)
        assert kept.offer.price == Money(900)


async def test_a_supplier_without_a_name_takes_none_away(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1)])
        await library.mark_opened(replace(detail(1), supplier=Supplier("")), at(1))
        assert await found(library, seller="Lan's shop") == ["1"]


async def test_a_promotion_on_the_page_of_taobao_is_no_change_of_the_price_on_its_cards(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(2, 0, fen=4250)])
        await library.mark_opened(detail(2, 3610), at(1))
        await library.record([seen(2, 2, fen=4250)])
        assert [change.price for change in await library.history(ref(2))] == [Money(4250), Money(4250)]
        _, (kept,) = await library.first(SeenQuery(), 10)
        assert (kept.offer.price, kept.lowest) == (Money(4250), Money(4250))


async def test_a_card_without_translation_or_picture_takes_neither_away(tmp_path: Path):
    async with library_in(tmp_path) as library:
        known = replace(offer(1, title="Canvas bag"), sold_30_days=120, moq=2)
        await library.record([Sighting(known, at(0), BAGS)])
        await library.keep_vectors("one", [(1, b"a")])
        await library.record([Sighting(replace(offer(1, 900), picture=""), at(1), BAGS)])
        _, (kept,) = await library.first(SeenQuery(words="canvas"), 10)
        assert kept.offer == replace(known, price=Money(900))
        assert await library.described_numbers("one") == array("q", [1])
