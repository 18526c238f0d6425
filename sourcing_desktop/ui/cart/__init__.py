"""The cart over both platforms: quantities, what is wrong with them, and which sellers to order from."""
