"""What a buyer does: search, open, fill a cart, order, look after orders. Async, no Qt."""
