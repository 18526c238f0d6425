"""Names for what is sent once, made once."""

from __future__ import annotations

import secrets

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without letters and digits that look alike."""


def new_reference(kind: str = "SD") -> str:
    """A reference for one order or payment: short enough for a buyer's note, unlike any other."""
    return f"{kind}-" + "".join(secrets.choice(ALPHABET) for _ in range(12))
