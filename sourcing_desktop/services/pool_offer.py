"""A product of LinkedMall's pool as an offer that can be read like any other. Pure."""

from __future__ import annotations

from datetime import datetime

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Sku, SkuAttribute, Words
from sourcing_desktop.domain.pool_product import PoolProduct, PoolSku, ProductSaleInfo, SaleState
from sourcing_desktop.domain.pricing import PriceList, QuoteType, price_span
from sourcing_desktop.domain.supplier import Supplier

OUT_OF_STOCK = "无货"
"""How the pool says that nothing is left (contract upstream A5)."""


def pool_offer(ref: OfferRef, product: PoolProduct, sale: ProductSaleInfo, now: datetime) -> OfferDetail:
    """The product with prices and states as the sale information tells them. Stock is unknown but for what
    cannot be sold, which has none: the pool tells no numbers (contract upstream A5)."""
    sold = {sku.sku_id: sku for sku in sale.skus}
    skus = []
    for each in product.skus:
        told = sold.get(each.sku_id)
        skus.append(_sku(each, told.state if told else each.state, told.price if told else None))
    span = price_span([sku.price for sku in skus if sku.price is not None])
    picture = product.picture or next(iter(product.pictures), "")
    return OfferDetail(
        offer=Offer(ref, Words(product.title), picture, span[0] if span else None, seller_id=product.shop_id),
        supplier=Supplier(""),  # its shop id leads to no shop that could be walked through or written to
        prices=PriceList(QuoteType.BY_SKU),
        rules=product.rules(now),
        skus=tuple(skus),
        pictures=product.pictures,
        attributes=tuple(
            SkuAttribute(Words(name), Words(", ".join(values))) for name, values in product.properties
        ),
        status="published" if sale.state.on_sale else sale.state.status or "not on sale",
    )


def _sku(sku: PoolSku, state: SaleState, price: Money | None) -> Sku:
    gone = not state.on_sale or state.stock == OUT_OF_STOCK
    return Sku(
        id=sku.sku_id,
        attributes=tuple(SkuAttribute(Words(spec.key), Words(spec.shown)) for spec in sku.specs),
        price=price or sku.price,
        stock=0 if gone else None,
        picture=sku.picture,
    )
