"""How the four warehouse calls are signed: with `timestamp` and `sign` in the query (contract 1.2, W1 to W4).

INVENTED: the documents name the two parameters and nothing else, neither how `sign` is made nor how the
gateway knows whose call it is. Until somebody can ask, it is made like the header signature, and the access
key, the nonce and the user id travel as headers. Whoever learns better changes this file only.
"""

from __future__ import annotations

from sourcing_desktop.contract.signature import signature

WAREHOUSE_CODES = frozenset({"W1", "W2", "W3", "W4"})
"""The calls signed this way."""


def warehouse_query(access_key: str, timestamp: str, nonce: str, secret: str) -> dict[str, str]:
    """The query parameters that sign a warehouse call."""
    return {"timestamp": timestamp, "sign": signature(access_key, timestamp, nonce, secret)}
