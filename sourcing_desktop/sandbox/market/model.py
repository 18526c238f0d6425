"""What the sandbox market sells: the values its catalogue stores and its routes answer from."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "vi", "es", "th")


@dataclass(frozen=True, slots=True)
class Term:
    """A Chinese word or title with its translations, by language code."""

    zh: str
    en: str
    vi: str
    es: str
    th: str

    def translated(self, language: str) -> str:
        """The text in that language; English for one the market does not speak."""
        return str(getattr(self, language if language in LANGUAGES else "en"))


@dataclass(frozen=True, slots=True)
class MarketSeller:
    """A shop. `open_id` looks like `BBB...` on 1688; `mix_pieces`/`mix_fen` are the mixed-batch rule."""

    id: int
    platform: str
    open_id: str
    shop_id: str
    name: Term
    nick: str
    location: Term
    identities: tuple[str, ...]
    repurchase_percent: int
    service_score: float
    collect_48h_percent: int
    medal_level: int
    mix_pieces: int | None
    mix_fen: int | None


@dataclass(frozen=True, slots=True)
class MarketSku:
    """One variant. `spec_id` is 32 hex digits; `mp_sku_id` is the Taobao supply-side id; prices in fen,
    weight in grams. `colour` is the `#rrggbb` its picture is drawn in."""

    id: str
    spec_id: str
    mp_sku_id: str
    attributes: tuple[tuple[Term, Term], ...]
    colour: str
    price_fen: int
    promotion_fen: int | None
    stock: int
    weight_g: int


@dataclass(frozen=True, slots=True)
class MarketOffer:
    """One offer. `id` is its v1 number as text, `map_id` its v2 opaque id, `mp_id` its Taobao supply-side id.

    `tiers` are (from pieces, fen) and rule when `quote` is 0 or 2 (contract upstream C1); `categories` are
    the ids of its three levels; `kind`, `seed`, `colour` and `accent` say how its pictures are drawn;
    orders of it are refused with the platform's code in `refusal`, if there is one.
    """

    id: str
    map_id: str
    mp_id: str
    platform: str
    seller: MarketSeller
    kind: str
    title: Term
    categories: tuple[int, int, int]
    category: Term
    quote: int
    tiers: tuple[tuple[int, int], ...]
    price_fen: int
    dropship_fen: int | None
    moq: int
    lot: int
    unit: Term
    skus: tuple[MarketSku, ...]
    attributes: tuple[tuple[Term, Term], ...]
    sold_30_days: int
    repurchase_percent: int
    curated: bool
    tags: tuple[str, ...]
    filter_words: tuple[str, ...]
    trade_score: float
    weight_g: int
    created_day: int
    seed: int
    colour: str
    accent: str
    refusal: str = ""
