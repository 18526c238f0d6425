"""The sandbox market: what it holds, and that it holds together."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sourcing_desktop.domain.search import FilterWord
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.sandbox.market.catalogue import Catalogue, is_prepared, prepare
from sourcing_desktop.sandbox.market.model import LANGUAGES, MarketOffer
from sourcing_desktop.sandbox.market.pictures import look_of, picture_of, picture_path
from sourcing_desktop.sandbox.market.vocabulary import KINDS
from sourcing_desktop.sandbox.market.words import fold
from tests.sandbox.conftest import Goods, mixes

HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def catalogue(market_path: Path) -> Iterator[Catalogue]:
    market = Catalogue(market_path)
    yield market
    market.close()


@pytest.fixture(scope="module")
def wholesale(goods: Goods) -> list[MarketOffer]:
    return [offer for offer in goods.offers if offer.platform == "1688"]


@pytest.fixture(scope="module")
def retail(goods: Goods) -> list[MarketOffer]:
    return [offer for offer in goods.offers if offer.platform == "taobao"]


def test_the_market_is_as_large_as_promised(
    catalogue: Catalogue, wholesale: list[MarketOffer], retail: list[MarketOffer]
) -> None:
    assert len(wholesale) >= 2_300
    assert len(retail) >= 900
    assert len(catalogue.sellers("1688")) >= 120
    assert len(catalogue.sellers("taobao")) >= 60
    assert len(KINDS) == 90
    assert len({offer.kind for offer in wholesale}) == len({offer.kind for offer in retail}) == 90


def rows_of(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


def test_one_seed_makes_one_market(market_path: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.db", tmp_path / "other.db"
    prepare(again)
    prepare(other, seed=7)
    for table in ("sellers", "offers", "skus"):
        assert rows_of(again, table) == rows_of(market_path, table)
    assert not {row[0] for row in rows_of(other, "skus")} & {row[0] for row in rows_of(again, "skus")}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again.db", "other.db"]


@pytest.mark.parametrize("damage", ["UPDATE about SET version = version - 1", "DELETE FROM about", None])
def test_a_file_of_another_version_is_prepared_anew(
    market_path: Path, tmp_path: Path, damage: str | None
) -> None:
    path = tmp_path / "market.db"
    if damage is None:
        path.write_bytes(b"not a database" * 100)
    else:
        path.write_bytes(market_path.read_bytes())
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(damage)
    assert not is_prepared(path)
    prepare(path)
    assert is_prepared(path)
    assert not is_prepared(path, seed=7)


def test_a_prepared_file_is_left_alone(market_path: Path) -> None:
    before = market_path.stat()
    prepare(market_path)
    assert market_path.stat().st_mtime_ns == before.st_mtime_ns


def test_tiers_begin_at_the_moq_and_fall(goods: Goods) -> None:
    for offer in goods.offers:
        starts, prices = zip(*offer.tiers, strict=True)
        assert 1 <= len(offer.tiers) <= 4
        assert starts[0] == offer.moq
        assert list(starts) == sorted(set(starts))
        assert list(prices) == sorted(set(prices), reverse=True)
        assert prices[-1] > 0
        assert all(start % offer.lot == 0 for start in starts)


def test_every_way_of_quoting_occurs(wholesale: list[MarketOffer]) -> None:
    quotes = Counter(offer.quote for offer in wholesale)
    assert min(quotes[quote] for quote in (0, 1, 2)) > 100
    for offer in wholesale:
        if offer.quote == 1:
            assert len(offer.tiers) == 1
            assert offer.tiers[0][1] <= offer.price_fen
        else:
            assert offer.tiers[0][1] == offer.price_fen
            assert {sku.price_fen for sku in offer.skus} == {offer.price_fen}
    trapped = [offer for offer in wholesale if offer.quote == 1 and offer.tiers[0][1] < offer.price_fen]
    assert trapped, "no offer whose tier shows less than its SKUs cost"


def test_skus_are_combinations_of_their_attributes(goods: Goods) -> None:
    for offer in goods.offers:
        if offer.quote == 0:
            assert [sku.attributes for sku in offer.skus] == [()]
            continue
        assert 2 <= len(offer.skus) <= 24
        assert len({sku.attributes for sku in offer.skus}) == len(offer.skus)
        names = {tuple(name for name, _ in sku.attributes) for sku in offer.skus}
        assert len(names) == 1
        assert offer.colour == offer.skus[0].colour
        assert offer.price_fen == min(sku.price_fen for sku in offer.skus)
    attributes = Counter(len(offer.skus[0].attributes) for offer in goods.offers)
    assert attributes[2] > attributes[1] > 100


def test_stock_runs_out_now_and_then(goods: Goods) -> None:
    stocks = [sku.stock for offer in goods.offers for sku in offer.skus]
    assert 0.02 < sum(stock == 0 for stock in stocks) / len(stocks) < 0.08
    assert 0.04 < sum(0 < stock < 10 for stock in stocks) / len(stocks) < 0.12
    assert min(stocks) == 0


def test_prices_and_weights_fit_the_kind(wholesale: list[MarketOffer]) -> None:
    for offer in wholesale:
        low, high = KINDS[offer.kind].fen
        assert low * 0.7 <= offer.price_fen <= high * 1.1, offer.kind
        light, heavy = KINDS[offer.kind].grams
        assert light <= offer.weight_g <= heavy
        assert all(sku.price_fen >= offer.price_fen and sku.weight_g > 0 for sku in offer.skus)
        if offer.dropship_fen is not None:
            assert offer.dropship_fen > offer.price_fen
            assert "isOnePsale" in offer.filter_words


def test_lots_and_moqs_vary(wholesale: list[MarketOffer]) -> None:
    lots = Counter(offer.lot for offer in wholesale)
    assert set(lots) == {1, 2, 5, 6, 10, 12}
    assert lots[1] > 0.8 * len(wholesale)
    assert all(offer.moq % offer.lot == 0 for offer in wholesale)
    assert {1, 2, 3, 5, 10, 20, 50} <= {offer.moq for offer in wholesale}


def test_taobao_sells_single_pieces_and_lacks_some_supply(retail: list[MarketOffer]) -> None:
    assert {offer.moq for offer in retail} == {offer.lot for offer in retail} == {1}
    without = [offer for offer in retail if not offer.mp_id]
    assert 0.02 < len(without) / len(retail) < 0.09
    promoted = [offer for offer in retail if any(sku.promotion_fen for sku in offer.skus)]
    assert 0.2 < len(promoted) / len(retail) < 0.6
    assert all(
        0 < sku.promotion_fen < sku.price_fen for offer in promoted for sku in offer.skus if sku.promotion_fen
    )


def test_shops_specialise(catalogue: Catalogue, goods: Goods) -> None:
    shops: dict[str, list[MarketOffer]] = {}
    for offer in goods.offers:
        shops.setdefault(offer.seller.open_id, []).append(offer)
    assert all(8 <= len(offers) <= 60 for offers in shops.values())
    assert all(1 <= len({offer.categories[0] for offer in offers}) <= 3 for offers in shops.values())
    mixing = sum(mixes(offers[0]) for offers in shops.values() if offers[0].platform == "1688")
    assert 0.25 < mixing / len(catalogue.sellers("1688")) < 0.45
    names = [shop.name.zh for platform in ("1688", "taobao") for shop in catalogue.sellers(platform)]
    assert len(set(names)) == len(names)


def test_ids_look_like_the_contract_and_are_unique(goods: Goods) -> None:
    for offer in goods.offers:
        assert re.fullmatch(r"[1-9]\d{11}", offer.id)
        assert re.fullmatch(r"[\w-]{22}", offer.map_id)
        assert re.fullmatch(r"BBB\w{22}", offer.seller.open_id)
        assert re.fullmatch(r"(2048\d{12})?", offer.mp_id)
        for sku in offer.skus:
            assert re.fullmatch(r"[1-9]\d{12}", sku.id)
            assert re.fullmatch(r"[0-9a-f]{32}", sku.spec_id)
            assert bool(sku.mp_sku_id) == (offer.platform == "taobao")
    assert len({offer.map_id for offer in goods.offers}) == len(goods.offers)


def test_titles_say_the_same_in_every_language(goods: Goods) -> None:
    for offer in goods.offers:
        title = offer.title
        nouns = [noun for noun in KINDS[offer.kind].nouns if noun.zh in title.zh]
        assert nouns, title.zh
        for language in LANGUAGES:
            text = fold(title.translated(language))
            assert any(fold(noun.translated(language)) in text for noun in nouns), (language, title)
            assert not HAN.search(text)
        assert " " not in title.zh
        assert len(title.zh) <= 32
    usual = [offer for offer in goods.offers if len(offer.title.zh) >= 20]
    assert len(usual) > 0.95 * len(goods.offers)
    assert len({offer.title.zh for offer in goods.offers}) > 0.99 * len(goods.offers)


def test_every_documented_filter_word_holds_somewhere(wholesale: list[MarketOffer]) -> None:
    words = Counter(word for offer in wholesale for word in offer.filter_words)
    for word in FilterWord:
        everywhere = word is FilterWord.REFUNDS_10  # nobody here has more quality refunds than that
        assert 0 < words[word.value] < len(wholesale) + everywhere, word


def test_sales_have_a_long_tail(goods: Goods) -> None:
    sold = sorted((offer.sold_30_days for offer in goods.offers), reverse=True)
    assert sum(sold[: len(sold) // 20]) > sum(sold) / 2
    assert sold[0] > 5_000


@pytest.mark.parametrize("view", View)
def test_a_picture_path_tells_what_to_draw(goods: Goods, view: View) -> None:
    for offer in (goods.some("1688"), goods.some("taobao")):
        for colour in (None, offer.skus[-1].colour):
            path = picture_path(offer, view, colour)
            assert picture_of(path) == (look_of(offer, colour), view)
            assert path.endswith("-0-cib.jpg") == (offer.platform == "1688")
    colours = {look_of(offer, sku.colour).colour for sku in offer.skus}
    assert colours == {sku.colour for sku in offer.skus}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "img/ibank/x.jpg",
        "img/ibank/O1CN01_____________________!!1-0-cib.jpg",
        "img/ibank/O1CN01" + "_" * 16 + "_!!22-0-cib.jpg",
        "img/ibank/O1CN01AP8AAAAAAAAAAAAA_!!22-0-cib.jpg",
    ],
)
def test_other_picture_paths_are_refused(path: str) -> None:
    with pytest.raises(ValueError, match="not a picture"):
        picture_of(path)


def test_looks_differ_between_offers(goods: Goods) -> None:
    looks: Counter[Look] = Counter(look_of(offer) for offer in goods.offers)
    assert max(looks.values()) == 1
