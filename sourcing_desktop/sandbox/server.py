"""Puts the market together behind one address: contract, pictures, cashier, control."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from contextlib import suppress
from pathlib import Path

import uvicorn
from starlette.routing import Route, Router

from sourcing_desktop.sandbox.callbacks import Callbacks
from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.control.buyers import BuyerCommands
from sourcing_desktop.sandbox.control.commands import MarketCommands, control_routes
from sourcing_desktop.sandbox.control.line import LineCommands
from sourcing_desktop.sandbox.control.orders import CallbackCommands, OrderCommands
from sourcing_desktop.sandbox.control.refunds import RefundCommands
from sourcing_desktop.sandbox.door.door import ContractAnswer, Door
from sourcing_desktop.sandbox.door.faults import PICTURES, Faults
from sourcing_desktop.sandbox.door.gatekeeper import Gatekeeper, Keys
from sourcing_desktop.sandbox.line import Quality
from sourcing_desktop.sandbox.linkedmall.door import LinkedMallDoors
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.market.prepare import VERSION
from sourcing_desktop.sandbox.picture_search import PictureSearch
from sourcing_desktop.sandbox.pictures import PictureHost, Pictures
from sourcing_desktop.sandbox.refunds.vouchers import FOLDER
from sourcing_desktop.sandbox.routes.cashier import Cashier
from sourcing_desktop.sandbox.routes.chat import chat_page
from sourcing_desktop.sandbox.routes.table import routes
from sourcing_desktop.sandbox.trade import open_trade
from sourcing_desktop.sandbox.urls import Urls
from sourcing_desktop.sandbox.world import World
from sourcing_desktop.tasks import TaskScope

log = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"


class Sandbox:
    """A market on loopback; `port` 0 takes a free one. It listens at once and answers while `run` runs.

    `far`: pictures come over a line like one to China.
    """

    def __init__(self, catalogue: Path, trade: str, port: int = 0, *, far: bool = False) -> None:
        self.keys = Keys.random()
        self._socket = _listening(port)
        self.url = f"http://{LOOPBACK}:{self._socket.getsockname()[1]}"
        opened = open_trade(trade, VERSION)
        self._world = World(
            Catalogue(catalogue),
            opened,
            Clock(opened),
            Urls(self.url),
            Pictures(catalogue.with_name(f"{catalogue.stem}-pictures")),
            PictureSearch(catalogue),
        )
        self._callbacks = Callbacks(self._world.events, self._world.settle, self._world.clock)
        self._line = LineCommands(self._world.urls, self._socket.getsockname()[1])
        self._far = far
        config = uvicorn.Config(
            _router(self._world, self.keys, self._callbacks, self._line),
            lifespan="off",
            ws="none",
            log_config=None,
            log_level="critical",  # doors log what goes wrong; clients that hang up are no news
            access_log=False,
            date_header=False,
            server_header=False,
        )
        self._server = uvicorn.Server(config)

    def run(self) -> None:
        """Serve until `stop`; in the main thread also until Ctrl+C."""
        try:
            with suppress(KeyboardInterrupt):  # uvicorn raises the Ctrl+C it ended by once more
                asyncio.run(self._serve())
        finally:
            self._world.close()

    async def _serve(self) -> None:
        scope = TaskScope("sandbox", _report)
        scope.start(self._callbacks.beat(), name="beat")
        if self._far:
            await self._line.open(Quality())
        try:
            await self._server.serve(sockets=[self._socket])
        finally:
            await self._line.close()
            await scope.close()

    def warm(self) -> None:
        """Load in the background what the first picture search needs."""
        self._world.picture_search.warm()

    def stop(self) -> None:
        """End `run`, from any thread; answers under way are dropped."""
        self._server.force_exit = True
        self._server.should_exit = True


def _report(error: BaseException) -> None:
    log.error("The sandbox's time stands still", exc_info=error)


def _listening(port: int) -> socket.socket:
    # asyncio switches Nagle's delay off (40 ms an answer) only for sockets that are explicitly TCP.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would mean to share the port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((LOOPBACK, port))
    listening.listen()
    return listening


def _router(world: World, keys: Keys, callbacks: Callbacks, line: LineCommands) -> Router:
    """A bare router: no middleware, so that a door has the server's own `send` and can hang up."""
    faults, gatekeeper = Faults(), Gatekeeper(keys, world.clock)
    doors = []
    for code, generation, route, handler in routes():
        answer = ContractAnswer(code, generation, handler, world, gatekeeper)
        doors.append(Door(code, faults, world.clock, answer).route(route.verb, route.path))
    host = Door(PICTURES, faults, world.clock, PictureHost(world.pictures, world.clock).answer)
    pictures = [Route(f"/{folder}/{{path:path}}", host, methods=["GET"]) for folder in ("img", "imgextra")]
    cashier = Route("/cashier", Cashier(world).answer, methods=["GET", "POST"])
    chat = Route("/imchat", chat_page, methods=["GET"])
    commands = [
        *MarketCommands(world, faults, gatekeeper).rows(),
        *OrderCommands(world).rows(),
        *BuyerCommands(world, gatekeeper).rows(),
        *RefundCommands(world).rows(),
        *CallbackCommands(world, callbacks).rows(),
        *line.rows(),
    ]
    mall = LinkedMallDoors(world, keys, faults)
    control = control_routes(keys.control_token, [*commands, *mall.rows()])
    vouchers = Route(f"/{FOLDER}/{{name}}", world.vouchers.answer, methods=["GET"])
    return Router([*doors, *mall.routes(), vouchers, *pictures, cashier, chat, *control])
