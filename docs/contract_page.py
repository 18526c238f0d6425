"""Writes `contract.md` beside this file from the tables in `sourcing_desktop/contract`.

`python3 dev.py contract` runs it. A test keeps page and tables equal; nothing on the page is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sourcing_desktop.contract.endpoints import BINDING, CALLBACKS, CHANGING, ENDPOINTS, Endpoint, Route
from sourcing_desktop.contract.fields import FIELDS, Field
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.contract.warehouse_signature import WAREHOUSE_CODES

PAGE = Path(__file__).with_name("contract.md")
PLATFORMS = {"taobao": "Taobao", "1688": "1688", "foundations": "Foundations", "warehouse": "Warehouse"}

HEAD = """# The contract, call by call

Written by `python3 dev.py contract` from the tables in `sourcing_desktop/contract`; change those, not this
page. The wire format of each call is in [openapi/pandapon.yaml](openapi/pandapon.yaml).

## How sure each thing is

The gateway's documents are public only in part, so every path and every body carries a mark.

| Mark of a path | What it means |
| --- | --- |
| seen | A document or a public client of the gateway shows it. |
| rule | It follows from the same call in the other generation, by a rule that all seen pairs keep. |
| assumed | Nobody has seen it. It follows the pattern of its neighbours and may be wrong. |
| absent | That generation has no such call. |

| Mark of a body | What it means |
| --- | --- |
| documented | The gateway's documents show the fields of request and answer, in the generation named. |
| partial | The documents break off; the rest is as upstream or in neighbouring calls. |
| upstream | Taken from what 1688, Taobao or a sibling of the gateway document for the same call. |
| client | Taken from a public client that makes the call. |
| unknown | Nothing is known. Request and answer are this project's reading of the call's name. |

A path that turns out to be different is a change of one line in `endpoints.csv`. Until then an account may
have another one of its own (`paths` of `Account`), and may say that its gateway counts time in milliseconds
(`clock_unit`); `sourcing-desktop call CODE --path PATH` tries a path without changing anything.

Fields are text unless their kind is said; `*` marks those a request must have, and a generation in brackets
those only that generation has. **Binding** calls change an order or spend money, **changing** ones a cart, an
address or a voucher. Both are sent once and never tried again by themselves, and `sourcing-desktop call` asks
for `--yes`; a binding call that lacks a field marked `*` it does not send at all.
"""


UNSENT = (
    (
        "TG1, AG4",
        "`picUrl`, `imageAddress`",
        "the picture itself is sent, which no other server has to fetch",
    ),
    ("TO3", "`voucher`", "pictures are sent by their addresses"),
    (
        "TO7",
        "`loginName`, `password`, `pageName`, `pageParamMap`",
        "the page's own example has two other fields, and nobody's password belongs here",
    ),
    ("TA1", "`refundId`", "TA10 asks for one refund"),
    (
        "TK5",
        "`platform`, `promotionPrice`, `aliShopId`, `userNick`, `priceRanges`, `quoteType`",
        "optional, and what they mean is unclear or known to the gateway",
    ),
    ("AG6", "`parentCateId`", "`categoryId` says which category is meant"),
    ("AK1", "`staffName`", "the program knows of no staff"),
    ("AK4", "`updateTime`, `productNo`, `container`", "optional; a row is known by its id"),
)
"""Fields of requests that the program knows and leaves out."""


def contract_page() -> str:
    """The whole page."""
    groups: dict[tuple[str, str], list[Endpoint]] = {}
    for call in ENDPOINTS.values():
        groups.setdefault((call.platform, call.group), []).append(call)
    parts = [HEAD, *(_group(platform, group, calls) for (platform, group), calls in groups.items())]
    return "\n".join([*parts, _unsent(), _callbacks(), _linkedmall()])


def _group(platform: str, group: str, calls: list[Endpoint]) -> str:
    lines = [f"## {PLATFORMS[platform]}{f': {group}' if group else ''}", ""]
    lines += _table(("Code", "Call", "v1", "v2", "Body"), map(_call, calls))
    if any(call.code in WAREHOUSE_CODES for call in calls):
        lines += [
            "",
            "These calls are signed in their query, in a way that is invented: the documents name the two",
        ]
        lines += ["parameters, `timestamp` and `sign`, and no more."]
    lines += [
        "",
        *_table(
            ("Code", "Fields of the request"), ((call.code, _fields(FIELDS[call.code])) for call in calls)
        ),
    ]
    return "\n".join([*lines, ""])


def _call(call: Endpoint) -> tuple[str, ...]:
    return call.code, f"{call.name}{_weight(call.code)}", _route(call.v1), _route(call.v2), call.body


def _weight(code: str) -> str:
    return " (**binding**)" if code in BINDING else " (**changing**)" if code in CHANGING else ""


def _route(route: Route) -> str:
    return f"{route.verb} `{route.path}` {route.confidence}" if route.path else route.confidence


def _fields(fields: Iterable[Field]) -> str:
    return ", ".join(map(_field, fields)) or "none"


def _field(field: Field) -> str:
    kind = "" if field.kind == "text" else f" {field.kind}"
    only = f" ({field.generation})" if field.generation else ""
    return f"`{field.name}`{'*' if field.needed else ''}{kind}{only}"


def _unsent() -> str:
    table = _table(("Code", "Fields", "Why"), UNSENT)
    return "\n".join(
        ["## Known and not sent", "", "`sourcing-desktop call` sends these too.", "", *table, ""]
    )


def _callbacks() -> str:
    rows = (
        (each.code, PLATFORMS[each.platform], each.name, each.delivery, each.body)
        for each in CALLBACKS.values()
    )
    table = _table(("Code", "Platform", "Callback", "Delivery", "Body"), rows)
    return "\n".join(
        ["## Callbacks", "", "What the gateway pushes to an address of the developer's.", "", *table, ""]
    )


def _linkedmall() -> str:
    rows = (
        (
            each.name,
            f"{each.verb} `{each.path}`",
            str(each.per_second),
            "yes" if each.writes else "",
            each.shape,
        )
        for each in OPERATIONS.values()
    )
    return "\n".join(
        [
            "## LinkedMall",
            "",
            "Operations of Alibaba Cloud's LinkedMall, version 2023-09-30, described in",
            "[openapi/linkedmall.yaml](openapi/linkedmall.yaml). The last column says where path and",
            "fields come from: the operation's page, or the metadata Alibaba Cloud publishes for its tools.",
            "Those that change something are treated as binding calls are.",
            "",
            *_table(("Operation", "Path", "A second", "Changes something", "Known from"), rows),
            "",
            *_table(
                ("Operation", "Fields of the request"),
                ((each.name, _fields(each.fields)) for each in OPERATIONS.values()),
            ),
            "",
        ]
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, tuple("---" for _ in head), *rows):
        yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    PAGE.write_text(contract_page(), encoding="utf-8")
