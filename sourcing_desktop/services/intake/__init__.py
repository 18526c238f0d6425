"""From a list of links, ids or a sheet to cart lines: read, looked up and judged before anything is added."""
