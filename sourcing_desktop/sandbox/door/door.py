"""The way in of one endpoint: scripted faults, then the gate, the fields, the handler, the envelope."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from sourcing_desktop.contract.warehouse_signature import WAREHOUSE_CODES
from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.door.call import LARGEST_BODY, Call, Fields, read_body
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.door.documented import check_documented
from sourcing_desktop.sandbox.door.envelope import failure, scripted, success
from sourcing_desktop.sandbox.door.faults import Faults, Scripted, answer_faultily, dated
from sourcing_desktop.sandbox.door.form import read_form
from sourcing_desktop.sandbox.door.gatekeeper import Gatekeeper
from sourcing_desktop.sandbox.world import World

log = logging.getLogger(__name__)

Handler = Callable[[World, Call], Awaitable[object]]


class Door:
    """An ASGI application that answers one endpoint, well or as scripted: a scripted refusal in PandaPon's
    shape unless `worded` has another."""

    def __init__(
        self,
        code: str,
        faults: Faults,
        clock: Clock,
        answer: Callable[[Request], Awaitable[Response]],
        worded: Scripted = scripted,
    ) -> None:
        self._code = code
        self._faults = faults
        self._clock = clock
        self._answer = answer
        self._worded = worded

    def route(self, verb: str, path: str) -> Route:
        """The route to this door by that verb alone: Starlette would let HEAD in with GET, and some of the
        documented GETs take money."""
        route = Route(path, self)
        route.methods = {verb}
        return route

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        fault = self._faults.next(self._code)
        if fault is None:
            response = await self._safe_answer(request)
            await response(scope, receive, send)
        else:
            answer = partial(self._safe_answer, request)
            await answer_faultily(fault, answer, self._worded, self._clock.now, scope, receive, send)

    async def _safe_answer(self, request: Request) -> Response:
        try:
            return await self._answer(request)
        except ClientDisconnect:
            return Response()  # nobody is there to read it
        except Exception:
            log.exception("The sandbox failed to answer %s", self._code)
            return PlainTextResponse("Internal Server Error", 500, dated(self._clock.now()))


class ContractAnswer:
    """Answers requests to one documented endpoint of one generation."""

    def __init__(
        self, code: str, generation: str, handler: Handler, world: World, gatekeeper: Gatekeeper
    ) -> None:
        self._code = code
        self._generation = generation
        self._handler = handler
        self._world = world
        self._gatekeeper = gatekeeper

    async def __call__(self, request: Request) -> Response:
        try:
            call = await self._admitted(request)
            check_documented(call)
            self._world.settle()
            data = await self._handler(self._world, call)
        except Refused as refusal:
            return failure(refusal, self._world.clock.now())
        return success(data, self._world.clock.now())

    async def _admitted(self, request: Request) -> Call:
        if self._code in WAREHOUSE_CODES:
            user_id = self._gatekeeper.admit_by_query(request.headers, request.query_params)
        else:
            user_id = self._gatekeeper.admit(request.headers)
        query = Fields(dict(request.query_params) | request.path_params)
        fields = await _fields(request) if request.method == "POST" else query
        return Call(self._code, self._generation, user_id, fields, query)


async def _fields(request: Request) -> Fields:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise Refused(Code.TOO_LARGE)
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("multipart/form-data"):
        return read_form(bytes(body), content_type)
    return read_body(bytes(body))
