"""LinkedMall as the documents describe it, over the same market: Alibaba Cloud's signature, errors and rates,
and the operations of the selection pool."""
