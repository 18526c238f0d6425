"""Pictures to vectors and their nearest neighbours, with NumPy and Pillow; no Qt, no network.

Loads neither of them by itself, so that the name of the engine is to be had for nothing.
"""

ENGINE = "lite0-gem3-lda256-2"
"""Which way of describing pictures this is. Vectors of different engines cannot be compared."""

LOOKS_THE_SAME = 0.88
"""Cosine of two kept vectors from which on their pictures are said to show the same goods. With less, more
than a few in a hundred only resemble something: `benchmarks/recall.py` counts them."""

QUERY_LOOKS_THE_SAME = 0.85
"""Cosine of a query with a kept vector from which on the same is said: a photo is less like its source."""

LOOKS_SIMILAR = 0.45
"""Cosine of a query with a kept vector from which on the picture is worth showing in a list."""
