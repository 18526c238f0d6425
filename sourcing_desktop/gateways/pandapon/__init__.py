"""The PandaPon gateway: 1688 and Taobao through one account."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from sourcing_desktop.domain.account import Account, Credentials
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.gateways.exchange import Limits
from sourcing_desktop.gateways.pandapon.addresses import SavedAddresses
from sourcing_desktop.gateways.pandapon.alibaba.side import Alibaba
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao.goods import SupplyMatch
from sourcing_desktop.gateways.pandapon.taobao.side import Taobao
from sourcing_desktop.gateways.pandapon.transport import DEFAULT_LIMITS, Transport
from sourcing_desktop.gateways.pandapon.warehouse import Warehouse

__all__ = ["Alibaba", "Limits", "PandaPon", "SupplyMatch", "Taobao"]


class PandaPon:
    """Both platforms. `generation` is the numbering of the account's ids (contract 1.10). `now` is Unix
    time in seconds, `pause` waits for seconds between tries."""

    def __init__(
        self,
        account: Account,
        credentials: Credentials,
        *,
        limits: Limits = DEFAULT_LIMITS,
        now: Callable[[], float] = time.time,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._transport = Transport(account, credentials, limits=limits, now=now, pause=pause)
        self.generation = account.generation
        caller = Caller(account.generation, account.language, credentials.user_id.strip())
        self.alibaba = Alibaba(self._transport, caller)
        self.taobao = Taobao(self._transport, caller)
        self.addresses = SavedAddresses(self._transport)
        self.warehouse = Warehouse(self._transport)

    def side(self, platform: Platform) -> Alibaba | Taobao:
        """The platform's side."""
        return self.alibaba if platform is Platform.ALIBABA else self.taobao

    @property
    def clock_offset(self) -> timedelta | None:
        """How far this computer's clock is ahead of the gateway's; None before the first answer."""
        return self._transport.clock_offset

    async def close(self) -> None:
        """End what is under way and close every connection."""
        await self._transport.close()
