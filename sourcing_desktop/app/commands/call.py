"""`sourcing-desktop call CODE key=value …`: signs and sends one call, once, and prints its answer."""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from sourcing_desktop.app.commands.accounts import (
    KEY,
    SECRET,
    USER,
    account_at,
    account_named,
    keys_in_environment,
    opened,
)
from sourcing_desktop.app.commands.discretion import Discreet
from sourcing_desktop.app.commands.terminal import MISUSED, as_json, complain, known_name, say
from sourcing_desktop.app.commands.words import call_of
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.domain.errors import NotFound, SourcingError
from sourcing_desktop.gateways.exchange import Call, Exchange, Limits
from sourcing_desktop.gateways.linkedmall.replies import open_answer
from sourcing_desktop.gateways.linkedmall.signing import Signer as LinkedMallSigner
from sourcing_desktop.gateways.pandapon.envelope import open_envelope
from sourcing_desktop.gateways.pandapon.signing import Signer
from sourcing_desktop.gateways.values import decode_json

NO_KEYS = Credentials("a-key-that-is-not-shown", "a-secret", "known-when-sent")
"""Stand in where nothing is sent."""

LOOPBACK = "http://127.0.0.1"
"""Where the sandbox will listen, but for the port."""


def run(words: list[str]) -> int:
    """Send and print; returns the exit status."""
    options = _parser().parse_intermixed_args(words)
    code = known_name(options.code, (*ENDPOINTS, *OPERATIONS))
    if code is None:
        return complain(f"There is no call named {options.code}; docs/contract.md lists them all.", MISUSED)
    try:
        return asyncio.run(_run(code, options))
    except ValueError as error:
        return complain(str(error), MISUSED)
    except SourcingError as error:
        return complain(error.sentence)
    except OSError as error:
        return complain(f"{error.filename or code} cannot be used: {error.strerror or error}.")
    except KeyboardInterrupt:
        return complain("Stopped. What was sent may have been done.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcing-desktop call",
        description="Sign one call, send it once, and print its answer.",
        epilog="docs/contract.md lists every call with its fields.",
    )
    parser.add_argument("code", metavar="CODE", help="of the call, such as AG3, or a LinkedMall operation")
    parser.add_argument(
        "words", metavar="key=value", nargs="*", default=[], help="its fields; key=@FILE reads a file"
    )
    parser.add_argument("--generation", choices=("v1", "v2"), help="the account's own unless given")
    parser.add_argument("--path", metavar="PATH", help="try another path than docs/contract.md says")
    parser.add_argument("--home", type=Path, metavar="FOLDER", help="where the program keeps everything")
    parser.add_argument("--dry-run", action="store_true", help="print what would be sent, and send nothing")
    parser.add_argument(
        "--yes", action="store_true", help="send what changes anything there: orders, money, carts, addresses"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--account", metavar="NAME", default="", help="the one last used unless given")
    where.add_argument(
        "--url", metavar="URL", help=f"call there, with {KEY}, {SECRET} and {USER} of the environment"
    )
    return parser


async def _run(code: str, options: argparse.Namespace) -> int:
    paths = Paths.below(options.home) if options.home else Paths.usual()
    kind = AccountKind.LINKEDMALL if code in OPERATIONS else AccountKind.PANDAPON
    by_hand = options.url is not None
    account = account_at(options.url, kind) if by_hand else await account_named(paths, options.account)
    if account.kind not in (kind, AccountKind.SANDBOX):
        raise NotFound(f"“{account.name}” cannot ask for {code}. Name another account with --account.")
    if options.generation:
        account = replace(account, generation=options.generation)
    call = call_of(code, account.generation, options.words, _paths(code, account, options.path))
    if options.dry_run:
        return await _show(call, account)
    if call.writing and account.kind is not AccountKind.SANDBOX and not options.yes:
        return complain(f"{code} changes something on “{account.name}”. Add --yes to send it.", MISUSED)
    if by_hand:
        return await _send(call, account, keys_in_environment())
    async with opened(paths, account, kind) as (there, keys):
        return await _send(call, there, keys)


def _paths(code: str, account: Account, tried: str | None) -> Mapping[str, str]:
    """The account's paths, with the one to be tried for this call."""
    if tried is None:
        return account.paths
    if code in OPERATIONS or not tried.startswith("/"):
        raise ValueError("--path takes a path that begins with a slash, for a call of PandaPon.")
    return {code: tried}


async def _show(call: Call, account: Account) -> int:
    """Print what would be sent. Needs no keys: they would not be shown."""
    keys = replace(NO_KEYS, user_id=account.user_id or NO_KEYS.user_id)
    if account.kind is AccountKind.SANDBOX:
        account = replace(account, base_url=LOOPBACK)
    async with _exchange(call.code, account, keys) as (exchange, signer):
        request = exchange.request(call)
    lines = [f"{request.method} {request.url.raw_path.decode()}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items()]
    lines += ["", call.content.decode(errors="replace")] if call.content else []
    say(signer.blotted("\n".join(lines)))
    return 0


async def _send(call: Call, account: Account, keys: Credentials) -> int:
    async with _exchange(call.code, account, keys) as (exchange, signer):
        answer = await exchange.answer(call)
    try:
        say(signer.blotted(as_json(decode_json(answer.content))))
    except (ValueError, RecursionError):
        say(signer.blotted(answer.content.decode(errors="replace")))
    try:
        opens = open_answer if call.code in OPERATIONS else open_envelope
        opens(answer)
    except SourcingError as error:
        return complain(signer.blotted(error.sentence))
    return 0


@asynccontextmanager
async def _exchange(
    code: str, account: Account, keys: Credentials
) -> AsyncIterator[tuple[Exchange, Discreet]]:
    signs = (
        LinkedMallSigner(keys, account.base_url, time.time)
        if code in OPERATIONS
        else Signer(keys, time.time, account.clock_unit)
    )
    signer = Discreet(signs, (keys.access_key, keys.secret, keys.security_token))
    exchange = Exchange(account, signer, Limits(), time.time)
    try:
        yield exchange, signer
    finally:
        await exchange.close()
