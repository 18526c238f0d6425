"""The page that stands for the chat with a seller. Nobody answers there."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

_PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Sandbox chat</title></head>
<body style="font-family:sans-serif;margin:4rem auto;max-width:28rem"><h1>Sandbox chat</h1>
<p>About {text}.</p><p><small>The sandbox's sellers do not chat.</small></p></body></html>"""


async def chat_page(request: Request) -> Response:
    """Says what the chat would be about."""
    about = (request.query_params.get(name, "") for name in ("sourceType", "bizId"))
    return HTMLResponse(_PAGE.format(text=escape(" ".join(about))))
