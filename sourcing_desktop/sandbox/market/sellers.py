"""Makes the market's sellers: who they are, where they sit, what they deal in and their mixed-batch rules."""

from __future__ import annotations

from random import Random

from sourcing_desktop.sandbox.market import identity
from sourcing_desktop.sandbox.market.model import MarketSeller, Term
from sourcing_desktop.sandbox.market.vocabulary import SECTIONS
from sourcing_desktop.sandbox.market.vocabulary.company import HOMES, PLACES, SHOP_FORMS, SYLLABLES, TRADES

SELLERS = {"1688": 126, "taobao": 64}
MIXING_SHARE = 1 / 3
IDENTITIES = (("super_factory", "tp_member"), ("powerful_merchants",), ("tp_member",), ("tp_member",))

Dealer = tuple[MarketSeller, tuple[str, ...]]
"""A seller and the keys of the sections it deals in, its main one first."""


def make_sellers(platform: str, seed: int) -> list[Dealer]:
    """The sellers of one platform, each with the one to three sections it deals in."""
    rng = Random(f"{seed} sellers {platform}")
    keys = [section.key for section in SECTIONS]
    taken: set[str] = set()
    made = []
    for number in range(SELLERS[platform]):
        main = keys[number % len(keys)]
        others = rng.sample([key for key in keys if key != main], rng.choice((0, 0, 0, 1, 1, 2)))
        make = _factory if platform == "1688" else _shop
        made.append((make(number, main, taken, rng, seed), (main, *others)))
    return made


def _brand(taken: set[str], rng: Random) -> tuple[str, str]:
    """A shop's own two-character name, not taken before, and its pinyin."""
    while True:
        syllables = rng.sample(sorted(SYLLABLES), 2)
        name = "".join(syllables)
        if name not in taken:
            taken.add(name)
            return name, "".join(SYLLABLES[syllable] for syllable in syllables).capitalize()


def _factory(number: int, section: str, taken: set[str], rng: Random, seed: int) -> MarketSeller:
    place = PLACES[rng.choice(HOMES[section].split())]
    brand, pinyin = _brand(taken, rng)
    trade = TRADES[section]
    city = place.zh[-2:]
    name = Term(
        f"{city}市{brand}{trade.zh}有限公司",
        f"{place.en.split(',')[0]} {pinyin} {trade.en} Co., Ltd.",
        f"Công ty TNHH {trade.vi} {pinyin} {place.vi.split(',')[0]}",
        f"{pinyin} {trade.es} {place.es.split(',')[0]}, S. L.",
        f"บริษัท {pinyin} {trade.th} ({place.th.split()[0]}) จำกัด",
    )
    mixes = rng.random() < MIXING_SHARE
    pieces = rng.choice((3, 5, 10, 20, 50)) if mixes and rng.random() < 0.8 else None
    by_amount = mixes and (pieces is None or rng.random() < 0.6)
    return MarketSeller(
        id=1000 + number,
        platform="1688",
        open_id=identity.open_id(seed, "1688", number),
        shop_id=identity.digits(13, seed, "member", number, lead="22"),
        name=name,
        nick=f"{brand}{trade.zh[:2]}{rng.choice(('', '厂', '商行', '批发'))}",
        location=place,
        identities=rng.choice(IDENTITIES),
        repurchase_percent=rng.randint(8, 62),
        service_score=round(rng.triangular(3.2, 5.0, 4.6), 1),
        collect_48h_percent=rng.choice((100, 100, 99, 99, 98, 97, 96, 94, 90)),
        medal_level=rng.randint(1, 5),
        mix_pieces=pieces,
        mix_fen=rng.choice((10000, 20000, 30000, 50000)) if by_amount else None,
    )


def _shop(number: int, section: str, taken: set[str], rng: Random, seed: int) -> MarketSeller:
    place = PLACES[rng.choice(HOMES[section].split())]
    brand, pinyin = _brand(taken, rng)
    trade, form = TRADES[section], SHOP_FORMS[rng.choice(sorted(SHOP_FORMS))]
    name = Term(
        f"{brand}{trade.zh}{form.zh}",
        f"{pinyin} {trade.en} {form.en}",
        f"{form.vi} {trade.vi} {pinyin}",
        f"{form.es} {pinyin} {trade.es}",
        f"{form.th} {trade.th} {pinyin}",
    )
    return MarketSeller(
        id=5000 + number,
        platform="taobao",
        open_id=identity.open_id(seed, "taobao", number),
        shop_id=identity.digits(9, seed, "shop", number),
        name=name,
        nick=f"{pinyin.lower()}{rng.randint(10, 9999)}",
        location=place,
        identities=("tmall",) if form is SHOP_FORMS["flagship"] else (),
        repurchase_percent=rng.randint(5, 40),
        service_score=round(rng.triangular(4.2, 5.0, 4.8), 1),
        collect_48h_percent=rng.choice((100, 99, 99, 98, 97, 95)),
        medal_level=rng.randint(1, 5),
        mix_pieces=None,
        mix_fen=None,
    )
