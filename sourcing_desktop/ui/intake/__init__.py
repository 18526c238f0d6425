"""A list of links, ids or a sheet as a table of what would go into the cart, before anything does."""
