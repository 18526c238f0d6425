"""The one table of LinkedMall operations (version 2023-09-30), read from `linkedmall.csv` beside this file.

`shape` says where path and fields come from: the page of the operation, which the project has in full, or the
metadata Alibaba Cloud publishes for its tools. Fields are written as in `fields.csv`. The rates come from
LinkedMall's page of service levels.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files

from sourcing_desktop.contract.fields import Field, fields_in

VERSION = "2023-09-30"
PREFIX = "/opensaas-s2b/opensaas-s2b-biz-trade/v2"
MOST_ROWS = 20
"""The largest page of products (contract upstream A2)."""

MOST_ADDED = 30
MOST_SALE_INFOS = 10
MOST_SKU_SALE_INFOS = 20
MOST_CATEGORIES = 50
"""How many ids one call takes (contract upstream A4)."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One call. `path` has open places such as `{productId}`; `per_second` is how often a buyer may ask."""

    name: str
    verb: str
    path: str
    per_second: int
    writes: bool
    shape: str
    fields: tuple[Field, ...]


def _operations() -> dict[str, Operation]:
    text = (files(__package__) / "linkedmall.csv").read_text(encoding="utf-8")
    return {
        row["operation"]: Operation(
            row["operation"],
            row["verb"],
            PREFIX + row["path"],
            int(row["per_second"]),
            row["writes"] == "yes",
            row["shape"],
            fields_in(row["fields"]),
        )
        for row in csv.DictReader(text.splitlines())
    }


OPERATIONS = _operations()
