"""The buyer's address book (contract F1, F2)."""

from __future__ import annotations

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.door.envelope import BARE
from sourcing_desktop.sandbox.world import World

_NEEDED = ("name", "province", "city", "address", "phone")
_PARTS = ("name", "province", "city", "district", "address", "phone")


async def show(world: World, call: Call) -> object:
    """F1 (shape invented after F2): all addresses, oldest first."""
    columns = ("id", *_PARTS)
    rows = world.trade.execute(
        f"SELECT {', '.join(columns)} FROM address WHERE user_id = ? ORDER BY id", (call.user_id,)
    )
    return [{name: row[name] for name in columns} for row in rows]


async def save(world: World, call: Call) -> object:
    """F2: without an id, or with 0, a new address; else the one of that id. The new id is not told."""
    for name in _NEEDED:
        call.fields.needed(name)
    values = [call.fields.text(name) for name in _PARTS]
    address_id = call.fields.whole("id", 0)
    with world.trade:
        if address_id == 0:
            world.trade.execute(
                f"INSERT INTO address (user_id, {', '.join(_PARTS)}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (call.user_id, *values),
            )
            return BARE
        assignments = ", ".join(f"{name} = ?" for name in _PARTS)
        changed = world.trade.execute(
            f"UPDATE address SET {assignments} WHERE id = ? AND user_id = ?",
            (*values, address_id, call.user_id),
        )
    if changed.rowcount == 0:
        raise Refused(Code.NOT_FOUND, "id")
    return BARE
