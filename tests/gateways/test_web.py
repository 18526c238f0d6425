"""Fetching a picture whose address a buyer dropped."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.errors import BadPicture, SourcingError, Unreachable
from sourcing_desktop.gateways import web
from tests.support.canned_server import Answer, CannedServer, answer, flood, raw

PICTURE = b"\xff\xd8\xff a picture"


def picture(content: bytes = PICTURE, **options: object) -> Answer:
    return answer(content, kind="image/jpeg", **options)


def moved(to: str) -> Answer:
    return answer(b"", status=302, location=to)


async def failure_of(*answers: Answer, path: str = "/p.jpg") -> SourcingError:
    async with CannedServer(*answers) as server:
        with pytest.raises(SourcingError) as caught:
            await web.fetch_picture(server.url + path)
    return caught.value


async def test_a_picture_is_fetched():
    async with CannedServer(picture()) as server:
        assert await web.fetch_picture(f"  {server.url}/p.jpg?size=big\n") == PICTURE
        [asked] = server.asked
    assert (asked.verb, asked.path) == ("GET", "/p.jpg?size=big")


async def test_five_redirects_are_followed():
    async with CannedServer(*[moved(f"/{turn}") for turn in range(5)], picture()) as server:
        assert await web.fetch_picture(f"{server.url}/p.jpg") == PICTURE


async def test_six_are_not():
    error = await failure_of(moved("/again"))
    assert isinstance(error, BadPicture)
    assert "round in circles" in error.sentence


@pytest.mark.parametrize("to", ["ftp://other/p.jpg", "file:///etc/passwd"])
async def test_a_redirect_out_of_the_web_is_not_followed(to):
    assert isinstance(await failure_of(moved(to)), BadPicture)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "p.jpg",
        "file:///etc/passwd",
        "ftp://host/p.jpg",
        "http://",
        "data:image/png;base64,AA",
        "http://a:b/",
    ],
)
async def test_what_is_no_web_address(url):
    with pytest.raises(BadPicture) as caught:
        await web.fetch_picture(url)
    assert caught.value.sentence.startswith("This is not the address of a picture on the web")


REFUSED = {
    "a page": (answer(b"<html>", kind="text/html; charset=utf-8"), "This address leads to a web page"),
    "forbidden": (
        answer(b"", status=403),
        "The web site 127.0.0.1 does not give the picture out (HTTP 403).",
    ),
    "empty": (picture(b""), "The web site sent an empty picture."),
    "50 MB": (flood(50_000_000), "The picture is larger than 20 MB."),
}


@pytest.mark.parametrize(("reply", "sentence"), REFUSED.values(), ids=REFUSED.keys())
async def test_what_is_no_picture(reply, sentence):
    error = await failure_of(reply)
    assert isinstance(error, BadPicture)
    assert error.sentence.startswith(sentence)


async def test_nobody_there():
    async with CannedServer(picture()) as server:
        url = server.url
    with pytest.raises(Unreachable) as caught:
        await web.fetch_picture(url)
    assert caught.value.sentence.startswith("The web site 127.0.0.1 cannot be reached.")


async def test_cut_off():
    error = await failure_of(raw(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n\xff\xd8", hang_up=True))
    assert isinstance(error, Unreachable)
