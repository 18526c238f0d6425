"""Pictures to vectors and their nearest neighbours, with NumPy and Pillow; no Qt, no network.

Loads neither of them by itself, so that the name of the engine is to be had for nothing.
"""

ENGINE = "lite0-gem3-lda256-1"
"""Which way of describing pictures this is. Vectors of different engines cannot be compared."""
