"""The way in of LinkedMall's operations: the gate, the rates, the fields, the handler, the answer."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.sandbox.control.commands import Row, switched
from sourcing_desktop.sandbox.door.call import LARGEST_BODY, Fields, read_body
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.door.door import Door
from sourcing_desktop.sandbox.door.faults import Faults
from sourcing_desktop.sandbox.door.gatekeeper import Keys
from sourcing_desktop.sandbox.linkedmall.denial import Denied, answered, denied, refused, scripted
from sourcing_desktop.sandbox.linkedmall.gate import MallGate, Rates
from sourcing_desktop.sandbox.linkedmall.handlers import Handler, Mall
from sourcing_desktop.sandbox.world import World


class LinkedMallDoors:
    """Everything LinkedMall in one sandbox."""

    def __init__(self, world: World, keys: Keys, faults: Faults) -> None:
        self._world = world
        self._gate = MallGate(keys, world.clock)
        self._rates = Rates()
        self._faults = faults
        self._handlers = Mall(world).handlers()

    def routes(self) -> list[Route]:
        """A door for each operation; fault scripts and counts know it by the operation's name."""
        return [
            Door(
                name, self._faults, self._world.clock, self._answer(name, self._handlers[name]), scripted
            ).route(operation.verb, operation.path)
            for name, operation in OPERATIONS.items()
        ]

    def rows(self) -> list[Row]:
        """The commands of the switchboard."""
        return [("POST", "/linkedmall/rates", self._keep_rates)]

    def _keep_rates(self, fields: Fields) -> object:
        """`kept`: whether calls above LinkedMall's rates are refused."""
        self._rates.kept = switched(fields, "kept")
        return {}

    def _answer(self, name: str, handler: Handler) -> Answer:
        return Answer(name, handler, self._world, self._gate, self._rates)


class Answer:
    """Answers requests to one operation."""

    def __init__(self, name: str, handler: Handler, world: World, gate: MallGate, rates: Rates) -> None:
        self._name = name
        self._handler = handler
        self._clock = world.clock
        self._gate = gate
        self._rates = rates

    async def __call__(self, request: Request) -> Response:
        try:
            content = await _content(request)
            self._gate.admit(self._name, request, content)
            self._rates.count(self._name)
            data = await self._handler(_fields(request, content))
        except Denied as denial:
            return denied(denial, request.headers.get("host", ""), self._clock.now())
        except Refused as refusal:
            return refused(refusal, self._clock.now())
        return answered(data, self._clock.now())


async def _content(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise Refused(Code.TOO_LARGE)
    return bytes(body)


def _fields(request: Request, content: bytes) -> Fields:
    if request.method == "POST":
        return read_body(content)
    return Fields(dict(request.query_params) | request.path_params)
