"""Answers of a gateway to measure with, and a server of them in a process of its own: `-m benchmarks.answers`
prints its port and gives every request a page of 20 offers, with pictures at the address that is told."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from itertools import cycle

from benchmarks.offers import TITLES

ROWS_OF_A_CALL = 20
PAGES = 50
"""Different ones, in turns."""

PICTURES = "https://cbu01.alicdn.com/img/ibank/O1CN01{:09d}_!!2211823736656-0-cib.jpg"
"""Where the pictures of the offers are said to be."""


def page(rows: int, first: int = 0, pictures: str = PICTURES) -> bytes:
    """A page of a keyword search (contract AG3) with as much in each row as the documents show."""
    offers = [_row(number, pictures) for number in range(first, first + rows)]
    data = {"totalRecords": 2000, "totalPage": 40, "pageSize": rows, "currentPage": 1, "data": offers}
    envelope = {"requestId": f"{first:032x}", "code": 200, "developId": "1110890638347337996", "msg": "成功"}
    return json.dumps(envelope | {"data": data}, ensure_ascii=False).encode()


def _row(number: int, pictures: str) -> dict[str, object]:
    original, translated = TITLES[number % len(TITLES)]
    price = 99 + number * 37 % 100_000
    return {
        "imageUrl": pictures.format(number),
        "subject": original,
        "subjectTrans": f"{translated} {number}",
        "offerMapId": f"{number:06d}-xnf46T9s2zWUoG5A",
        "isJxhy": number % 3 == 0,
        "isOnePsale": number % 5 == 0,
        "repurchaseRate": f"{number % 90}%",
        "monthSold": number * 97 % 20_000,
        "traceInfo": f"object_id@{number}^object_type@offer",
        "priceInfo": {"price": f"{price / 100:.2f}", "consignPrice": f"{price / 90:.2f}"},
        "sellerIdentities": ["tp_member", "powerful_merchants"][: number % 3],
        "topCategoryId": 122916002,
        "secondCategoryId": 79,
        "thirdCategoryId": 124746010,
    }


async def _serve(pictures: str) -> None:
    """HTTP/1.1 as small as it can be, so that the clients are measured and not the server."""
    answers = cycle(
        [_answer(page(ROWS_OF_A_CALL, first * ROWS_OF_A_CALL, pictures)) for first in range(PAGES)]
    )

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while request := await _head(reader):
            length = next(
                line for line in request.lower().split(b"\r\n") if line.startswith(b"content-length")
            )
            await reader.readexactly(int(length.partition(b":")[2]))
            writer.write(next(answers))
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def _answer(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def _head(reader: asyncio.StreamReader) -> bytes:
    """The head of the next request; empty when there is none."""
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


def main() -> None:
    """Serve until standard input closes, as it does when the parent ends, however it ends."""
    pictures = sys.argv[1] if sys.argv[1:] else PICTURES
    threading.Thread(target=lambda: asyncio.run(_serve(pictures)), daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
