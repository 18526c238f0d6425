"""Read access to the prepared market. Changes nothing; what moves (stock, orders) is kept elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path

from sourcing_desktop.sandbox.market.categories import Category, categories
from sourcing_desktop.sandbox.market.matching import matching
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSeller
from sourcing_desktop.sandbox.market.prepare import is_prepared, prepare
from sourcing_desktop.sandbox.market.rows import unpack_offer, unpack_seller

__all__ = ["MOST_RECORDS", "Catalogue", "Category", "is_prepared", "prepare"]

MOST_RECORDS = 2000
"""No search tells of more records (contract upstream C4)."""

_ORDERS = {
    "": "sold DESC",
    "price asc": "price_fen",
    "price desc": "price_fen DESC",
    "monthSold asc": "sold",
    "monthSold desc": "sold DESC",
    "rePurchaseRate asc": "repurchase",
    "rePurchaseRate desc": "repurchase DESC",
}


class Catalogue:
    """The market in the file at `path`, which `prepare` made. May be used from any thread."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )
        rows = self._database.execute("SELECT open_id, body FROM sellers ORDER BY id")
        self._sellers = {open_id: unpack_seller(body) for open_id, body in rows}
        self._kinds: dict[int, str] = dict(self._database.execute("SELECT number, kind FROM offers"))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def offer(self, offer_id: str) -> MarketOffer | None:
        """The offer of that v1 number."""
        return self._one("id = ?", offer_id)

    def by_map_id(self, map_id: str) -> MarketOffer | None:
        """The offer of that opaque v2 id."""
        return self._one("map_id = ?", map_id)

    def by_mp_id(self, mp_id: str) -> MarketOffer | None:
        """The Taobao offer of that supply-side id."""
        return self._one("mp_id = ?", mp_id)

    def by_sku(self, sku_id: str) -> MarketOffer | None:
        """The offer that has the SKU of that id."""
        return self._one("number = (SELECT offer FROM skus WHERE id = ?)", sku_id)

    def by_spec(self, spec_id: str) -> MarketOffer | None:
        """The offer that has the SKU of that spec id."""
        return self._one("number = (SELECT offer FROM skus WHERE spec_id = ?)", spec_id)

    def seller(self, open_id: str) -> MarketSeller | None:
        """The shop of that encrypted id."""
        return self._sellers.get(open_id)

    def sellers(self, platform: str) -> list[MarketSeller]:
        """All shops of a platform."""
        return [seller for seller in self._sellers.values() if seller.platform == platform]

    def categories(self) -> tuple[Category, ...]:
        """The category tree, parents before children."""
        return categories()

    def offers(self, offer_ids: Sequence[str]) -> list[MarketOffer]:
        """The offers of those v1 numbers in that order; unknown ones are left out."""
        found = (self.offer(offer_id) for offer_id in offer_ids)
        return [offer for offer in found if offer is not None]

    def search(
        self,
        platform: str,
        words: str = "",
        *,
        filter_words: Collection[str] = (),
        sort: str = "",
        page: int = 1,
        size: int = 20,
        seller: str = "",
        category: int = 0,
        price_from: int | None = None,
        price_to: int | None = None,
    ) -> tuple[int, list[MarketOffer]]:
        """One page (from 1) of the offers that match, and how many match, 2,000 at most.

        `words` may be of any of the market's languages, whatever language is answered in; offers that
        match all of them, else most of them, are found, the best and then the most sold first. `sort` is a
        contract key and direction such as `price asc`; ValueError for another. `seller` is an open id,
        `category` an id of any level, prices are in fen and inclusive, words of `filter_words` must all hold.
        """
        if sort not in _ORDERS:
            raise ValueError(f"no such sort: {sort}")
        conditions: list[tuple[str, object]] = [
            ("platform = ?", platform),
            ("seller = ?", seller or None),
            ("? IN (top, second, third)", category or None),
            ("price_fen >= ?", price_from),
            ("price_fen <= ?", price_to),
            *(("instr(filter_words, ?)", f" {word} ") for word in filter_words),
        ]
        asked = [(condition, value) for condition, value in conditions if value is not None]
        where = " AND ".join(condition for condition, _ in asked)
        numbers = self._numbers(
            f"WHERE {where} ORDER BY {_ORDERS[sort]}, number", [value for _, value in asked]
        )
        if words.strip():
            numbers = matching(self._database, numbers, words, self._kinds, ranked=not sort)
        numbers = numbers[:MOST_RECORDS]
        return len(numbers), self._page(numbers, page, size)

    def related(self, offer: MarketOffer, page: int = 1, size: int = 20) -> list[MarketOffer]:
        """Other offers like this one: of its kind first, then of its category, the most sold first."""
        numbers = self._numbers(
            "WHERE platform = ? AND top = ? AND id <> ? ORDER BY kind <> ?, second <> ?, sold DESC, number",
            (offer.platform, offer.categories[0], offer.id, offer.kind, offer.categories[1]),
        )
        return self._page(numbers, page, size)

    def recommended(self, page: int = 1, size: int = 20, platform: str = "1688") -> list[MarketOffer]:
        """Offers of all kinds, well-sold ones earlier."""
        numbers = self._numbers("WHERE platform = ? ORDER BY appeal DESC, number", (platform,))
        return self._page(numbers[:MOST_RECORDS], page, size)

    def _numbers(self, clauses: str, values: Sequence[object]) -> list[int]:
        rows = self._database.execute(f"SELECT number FROM offers {clauses}", values)
        return [number for (number,) in rows]

    def _one(self, condition: str, value: str) -> MarketOffer | None:
        row = self._database.execute(
            f"SELECT body, seller FROM offers WHERE {condition}", (value,)
        ).fetchone()
        return unpack_offer(row[0], self._sellers[row[1]]) if row else None

    def _page(self, numbers: Sequence[int], page: int, size: int) -> list[MarketOffer]:
        wanted = numbers[max(0, page - 1) * size : max(0, page) * size]
        marks = ", ".join("?" * len(wanted))
        rows = self._database.execute(
            f"SELECT number, body, seller FROM offers WHERE number IN ({marks})", wanted
        )
        found = {number: unpack_offer(body, self._sellers[seller]) for number, body, seller in rows}
        return [found[number] for number in wanted]
