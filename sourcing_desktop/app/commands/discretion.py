"""Keeps what must not be seen out of what a command prints."""

from __future__ import annotations

from collections.abc import Iterable

from sourcing_desktop.gateways.exchange import Call, Signed, Signs

SHORTEST = 4
"""A secret of fewer characters is none, and blotting it out would spoil every word that has it."""

SIGNATURES = ("signature", "sign", "authorization")
"""What headers and query parameters with a signature are called."""


class Discreet:
    """Signs by another signer, and remembers keys and signatures to blot them out."""

    def __init__(self, signer: Signs, secrets: Iterable[str]) -> None:
        self._signer = signer
        self._hidden = set(map(str.strip, secrets))

    def sign(self, call: Call) -> Signed:
        """What the other signer says."""
        signed = self._signer.sign(call)
        sent = {**signed.query, **{name.lower(): value for name, value in signed.headers.items()}}
        self._hidden |= {sent[name] for name in SIGNATURES if name in sent}
        return signed

    def blotted(self, text: str) -> str:
        """The text without keys and signatures."""
        for hidden in sorted(self._hidden, key=len, reverse=True):
            if len(hidden) >= SHORTEST:
                text = text.replace(hidden, "•••")
        return text
