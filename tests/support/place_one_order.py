"""A program that fills the cart and places one order, to be killed while it waits for the answer.

`python -m tests.support.place_one_order LIBRARY`; the sandbox's address and keys come as JSON on stdin.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from pathlib import Path

from sourcing_desktop.domain.account import SANDBOX, Credentials
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.services.ordering import Ordering
from sourcing_desktop.services.paying import Paying
from sourcing_desktop.storage.cart_facts import CartFacts
from sourcing_desktop.storage.cart_lines import CartLines
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from tests.support.desk import Desk


async def main(library: Path, sandbox: dict[str, str]) -> None:
    account = replace(SANDBOX, base_url=sandbox["url"])
    gateway = PandaPon(account, Credentials(sandbox["key"], sandbox["secret"], sandbox["user"]))
    database = Database(library)
    await database.open()
    journal = Journal(database, account.id)
    basket = Basket(gateway, CartLines(database, account.id), CartFacts(database, account.id))
    ordering = Ordering(gateway, journal, basket)
    desk = Desk(None, gateway, database, journal, basket, ordering, Paying(gateway, journal))  # type: ignore[arg-type]
    await ordering.place(await desk.draft())


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), json.loads(sys.stdin.readline())))
