"""Finding goods in the sandbox market: by words, by shop, by category and by id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcing_desktop.sandbox.market.catalogue import MOST_RECORDS, Catalogue
from tests.sandbox.conftest import Goods


@pytest.fixture(scope="module")
def catalogue(market_path: Path) -> Iterator[Catalogue]:
    market = Catalogue(market_path)
    yield market
    market.close()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("双肩包", "backpack"),
        ("手机壳", "phone_case"),
        ("鱼缸", "fish_tank"),
        ("连衣裙女", "dress"),
        ("backpacks", "backpack"),
        ("Phone Cases", "phone_case"),
        ("waterproof backpack", "backpack"),
        ("dog beds", "pet_bed"),
        ("bed", "bed"),
        ("vases", "vase"),
        ("áo thun", "t_shirt"),
        ("ao thun", "t_shirt"),
        ("túi xách nữ", "handbag"),
        ("bình giữ nhiệt", "vacuum_flask"),
        ("den ban", "table_lamp"),
        ("mochila", "backpack"),
        ("mochilas", "backpack"),
        ("cojines", "cushion"),
        ("lámpara de mesa", "table_lamp"),
        ("lampara mesa", "table_lamp"),
        ("กระเป๋าเป้", "backpack"),
        ("กระเป๋าเป้ผู้หญิง", "backpack"),
        ("โคมไฟตั้งโต๊ะ", "table_lamp"),
        ("หูฟัง", "headphones"),
    ],
)
@pytest.mark.parametrize("platform", ["1688", "taobao"])
def test_words_of_every_language_find_their_goods(
    catalogue: Catalogue, platform: str, words: str, kind: str
) -> None:
    total, offers = catalogue.search(platform, words, size=8)
    assert total >= 5
    assert [offer.kind for offer in offers[:5]] == [kind] * 5


def test_two_characters_find_what_many_kinds_share(catalogue: Catalogue) -> None:
    _, offers = catalogue.search("1688", "男鞋", size=30)
    assert {"sneaker", "loafer", "ankle_boot"} <= {offer.kind for offer in offers}
    assert {offer.categories[0] for offer in offers} == {102}


def test_all_words_count_before_some(catalogue: Catalogue) -> None:
    red, offers = catalogue.search("1688", "red dress", size=50)
    every, _ = catalogue.search("1688", "dress")
    assert 0 < red < every
    for offer in offers:
        said = f"{offer.title.en} {[value.en for sku in offer.skus for _, value in sku.attributes]}".lower()
        assert "red" in said


def test_where_nothing_matches_all_words_some_are_enough(catalogue: Catalogue) -> None:
    total, offers = catalogue.search("1688", "zebrawood backpack")
    assert total > 0
    assert {offer.kind for offer in offers[:5]} == {"backpack"}


@pytest.mark.parametrize("words", ["qwrtzx", "麤龘", "...", "“”"])
def test_words_nobody_says_find_nothing(catalogue: Catalogue, words: str) -> None:
    assert catalogue.search("1688", words) == (0, [])


@pytest.mark.parametrize("words", ['"', "a*b OR c", "kind:dress NEAR", "'; DROP TABLE offers", "\x00", "🎒"])
def test_any_text_may_be_searched_for(catalogue: Catalogue, words: str) -> None:
    total, offers = catalogue.search("1688", words)
    assert total >= len(offers)


def test_pages_follow_each_other_without_overlap(catalogue: Catalogue) -> None:
    total, first = catalogue.search("1688", "鞋", size=40)
    seen = [offer.id for offer in first]
    for page in range(2, total // 40 + 2):
        same_total, offers = catalogue.search("1688", "鞋", page=page, size=40)
        assert same_total == total
        seen += [offer.id for offer in offers]
    assert len(seen) == len(set(seen)) == total
    assert catalogue.search("1688", "鞋", page=total, size=40) == (total, [])


def test_no_more_than_two_thousand_are_told_of(catalogue: Catalogue) -> None:
    total, offers = catalogue.search("1688", page=MOST_RECORDS // 20, size=20)
    assert total == MOST_RECORDS
    assert len(offers) == 20
    assert catalogue.search("1688", page=MOST_RECORDS // 20 + 1, size=20)[1] == []


def test_a_shop_search_stays_in_the_shop(catalogue: Catalogue) -> None:
    shop = catalogue.sellers("1688")[5]
    total, offers = catalogue.search("1688", seller=shop.open_id, size=100)
    assert total == len(offers) >= 8
    assert {offer.seller.open_id for offer in offers} == {shop.open_id}
    noun = offers[0].category.en
    some, found = catalogue.search("1688", noun, seller=shop.open_id, size=100)
    assert 0 < some < total
    assert {offer.id for offer in found} < {offer.id for offer in offers}
    assert catalogue.search("1688", seller="BBB-nobody") == (0, [])


def test_filters_narrow(catalogue: Catalogue) -> None:
    _, offers = catalogue.search(
        "1688", filter_words=("isOnePsale", "shipIn48Hours"), price_from=1000, price_to=2000, size=100
    )
    assert len(offers) == 100
    assert all({"isOnePsale", "shipIn48Hours"} <= set(offer.filter_words) for offer in offers)
    assert all(1000 <= offer.price_fen <= 2000 for offer in offers)
    assert catalogue.search("1688", filter_words=("new",)) == (0, [])


@pytest.mark.parametrize(
    ("sort", "field"),
    [
        ("price asc", "price_fen"),
        ("monthSold desc", "sold_30_days"),
        ("rePurchaseRate desc", "repurchase_percent"),
    ],
)
def test_results_can_be_sorted(catalogue: Catalogue, sort: str, field: str) -> None:
    _, offers = catalogue.search("1688", "shoes", sort=sort, size=60)
    values = [getattr(offer, field) for offer in offers]
    assert values == sorted(values, reverse=sort.endswith("desc"))
    assert len(set(values)) > 5


def test_an_unknown_sort_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="no such sort"):
        catalogue.search("1688", sort="price sideways")


def test_categories_hold_their_offers(catalogue: Catalogue) -> None:
    tree = catalogue.categories()
    assert [category.level for category in tree].count(1) == 15
    assert sum(category.level == 3 for category in tree) == 90
    known = {0}
    for category in tree:
        assert category.parent in known
        known.add(category.id)
    for category in tree[:4]:
        _, offers = catalogue.search("1688", category=category.id, size=50)
        assert offers
        assert all(offer.categories[category.level - 1] == category.id for offer in offers)


def test_offers_are_found_by_every_id(catalogue: Catalogue, goods: Goods) -> None:
    for offer in (goods.some("1688"), goods.some("taobao", lambda offer: bool(offer.mp_id))):
        sku = offer.skus[-1]
        assert catalogue.offer(offer.id) == offer
        assert catalogue.by_map_id(offer.map_id) == offer
        assert catalogue.by_sku(sku.id) == offer
        assert catalogue.by_spec(sku.spec_id) == offer
        assert catalogue.seller(offer.seller.open_id) == offer.seller
    assert catalogue.by_mp_id(offer.mp_id) == offer


def test_unknown_ids_find_nothing(catalogue: Catalogue, goods: Goods) -> None:
    assert catalogue.offer("1") is catalogue.by_map_id("1") is catalogue.by_mp_id("") is None
    assert catalogue.by_sku("1") is catalogue.by_spec("1") is catalogue.seller("1") is None
    known = goods.offers[3].id
    assert [offer.id for offer in catalogue.offers([known, "1", goods.offers[0].id])] == [
        known,
        goods.offers[0].id,
    ]


def test_related_offers_are_alike_and_do_not_repeat(catalogue: Catalogue, goods: Goods) -> None:
    offer = goods.some("1688")
    pages = [catalogue.related(offer, page, 10) for page in (1, 2)]
    found = [other for page in pages for other in page]
    assert {other.kind for other in pages[0]} == {offer.kind}
    assert {other.categories[0] for other in found} == {offer.categories[0]}
    assert len({other.id for other in found} | {offer.id}) == 21


def test_recommendations_are_of_many_kinds(catalogue: Catalogue) -> None:
    offers = [offer for page in (1, 2) for offer in catalogue.recommended(page, 20, "taobao")]
    assert len({offer.id for offer in offers}) == 40
    assert len({offer.kind for offer in offers}) > 15
    assert {offer.platform for offer in offers} == {"taobao"}
