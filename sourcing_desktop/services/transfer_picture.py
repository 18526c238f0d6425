"""Puts a picture of a bank transfer where its address can be named to the gateway.

Taobao's TO3 takes addresses (assumed) and the contract has no upload of its own for it: the pictures go to
the one for vouchers of 1688's refunds (AA3). That whoever checks the payment can see them there is assumed,
too.
"""

from __future__ import annotations

from pathlib import Path

from sourcing_desktop.domain.errors import BadPicture
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr
from sourcing_desktop.services import query_picture

LONG_SIDE = 2000
"""px: the small print of a slip stays legible."""

MOST_BYTES = 1_000_000
"""What AA3 takes (contract 1.8)."""


class TransferPictures:
    """Pictures of transfers of one account."""

    def __init__(self, gateway: PandaPon) -> None:
        self._gateway = gateway

    async def upload(self, path: Path) -> str:
        """Put up a picture file as a JPEG without its metadata; its https address. BadPicture says why it
        cannot be used; other errors are the gateway's."""
        picture = await query_picture.from_file(path, long_side=LONG_SIDE, most_bytes=MOST_BYTES)
        if len(picture.jpeg) > MOST_BYTES:
            raise BadPicture(tr("The picture is larger than 1 MB. Save it smaller and try again."))
        return await self._gateway.alibaba.refunds.upload_voucher(picture.jpeg)
