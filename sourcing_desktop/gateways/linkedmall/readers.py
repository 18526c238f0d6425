"""What the answer of each operation becomes, for whoever reads an answer that was saved. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sourcing_desktop.gateways.linkedmall import places, products, search
from sourcing_desktop.gateways.wire import Reader

READERS: Mapping[str, Callable[[Reader], object]] = {
    "SearchProducts": search.read_page,
    "ListPurchaserShops": places.read_shops,
    "GetPurchaserShop": places.read_shop,
    "ListSelectionProducts": products.read_list,
    "GetSelectionProduct": products.read_product,
    "GetSelectionProductSaleInfo": products.read_sale_info,
    "ListSelectionProductSaleInfos": products.read_sale_infos,
    "ListSelectionSkuSaleInfos": products.read_sku_sale_infos,
    "ListCategories": places.read_categories,
    "SelectionGroupAddProduct": products.read_changed,
    "SelectionGroupRemoveProduct": products.read_changed,
    "QueryChildDivisionCode": places.read_divisions,
}
"""By the name of the operation."""
