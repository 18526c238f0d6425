"""Fetches a picture from anywhere on the web, because a buyer dropped its address. Says nothing about what
the bytes show."""

from __future__ import annotations

import httpx

from sourcing_desktop.domain.errors import BadPicture, SourcingError, Unreachable
from sourcing_desktop.gateways.connection import ACCEPTED, TooLarge, TooSlow, body_within, connection_error
from sourcing_desktop.language import tr

MOST_BYTES = 20_000_000
MOST_SECONDS = 60.0
MOST_REDIRECTS = 5
PATIENCE = httpx.Timeout(20.0, connect=10.0)
HEADERS = ACCEPTED | {
    "accept": "image/*",
    "user-agent": "Mozilla/5.0 (compatible; SourcingDesktop)",  # some picture hosts refuse unknown programs
}
REMEDY = tr("Check the network, or save the picture and drop the file.")


async def fetch_picture(url: str) -> bytes:
    """The bytes at a picture's http or https address, at most 20 MB.

    Raises BadPicture when there is no picture to be had there, Unreachable when nobody answers.
    """
    address = _address(url)
    try:
        async with (
            httpx.AsyncClient(
                timeout=PATIENCE, headers=HEADERS, follow_redirects=True, max_redirects=MOST_REDIRECTS
            ) as client,
            client.stream("GET", address) as response,
        ):
            _check(response)
            return await _content(response)
    except httpx.TooManyRedirects as error:
        sentence = tr(
            "The address of the picture leads round in circles. Save the picture and drop the file."
        )
        raise BadPicture(sentence, detail=str(error)) from error
    except httpx.UnsupportedProtocol as error:
        raise _no_web_address() from error
    except httpx.HTTPError as error:
        raise connection_error(error, tr("The web site {host}", host=address.host), REMEDY) from error


def _address(url: str) -> httpx.URL:
    try:
        address = httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError) as error:
        raise _no_web_address() from error
    if address.scheme not in ("http", "https") or not address.host:
        raise _no_web_address()
    return address


def _no_web_address() -> SourcingError:
    return BadPicture(
        tr("This is not the address of a picture on the web: it has to begin with http:// or https://.")
    )


def _check(response: httpx.Response) -> None:
    if response.status_code != httpx.codes.OK:
        raise BadPicture(
            tr(
                "The web site {host} does not give the picture out (HTTP {status}). Save the picture and "
                "drop the file.",
                host=response.url.host,
                status=response.status_code,
            )
        )
    if response.headers.get("content-type", "").startswith("text/html"):
        raise BadPicture(tr("This address leads to a web page, not to a picture. Drop the picture itself."))


async def _content(response: httpx.Response) -> bytes:
    try:
        content = await body_within(response, MOST_BYTES, MOST_SECONDS)
    except TooLarge as error:
        sentence = tr(
            "The picture is larger than {size} MB. Use a smaller one.", size=MOST_BYTES // 1_000_000
        )
        raise BadPicture(sentence) from error
    except TooSlow as error:
        slow = tr("The web site {host} is too slow.", host=response.url.host)
        raise Unreachable(f"{slow} {REMEDY}", sent=True) from error
    if not content:
        raise BadPicture(tr("The web site sent an empty picture. Save the picture and drop the file."))
    return content
