"""A picture host on loopback that answers what a test tells it to, and can be made to wait."""

from __future__ import annotations

import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PART_PAUSE_S = 0.05

Answer = tuple[int, bytes, dict[str, str]]


class PictureHost:
    """`answers` by path, else `usual`. While held, requests are noted but not answered; `silent` paths never
    are; each answer's body comes in `parts`, that of `dripping` paths byte by byte."""

    def __init__(self, usual: bytes, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.usual = usual
        self.answers: dict[str, list[Answer]] = {}  # the last one of a list stays
        self.silent: set[str] = set()
        self.dripping: set[str] = set()
        self.parts = 1
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.asked_at_once = 0
        self.connections = 0
        self._open = threading.Event()
        self._open.set()
        self._closing = threading.Event()
        self._asking = 0
        self._lock = threading.Lock()
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def setup(self) -> None:
                with host._lock:
                    host.connections += 1
                super().setup()

            def do_GET(self) -> None:
                host.answer(self)

            def log_message(self, *parts: object) -> None:
                """Requests are in `paths`."""

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._scheme = "http" if tls is None else "https"
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def url(self, path: str) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}{path}"

    @property
    def port(self) -> int:
        return self._server.server_port

    def tell(self, path: str, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer that path so; told several times: one after the other."""
        self.answers.setdefault(path, []).append((status, body, headers))

    def hold(self) -> None:
        self._open.clear()

    def let_go(self) -> None:
        self._open.set()

    def close(self) -> None:
        self.let_go()
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.paths.append(request.path)
            self.headers.append(dict(request.headers))
            self._asking += 1
            self.asked_at_once = max(self.asked_at_once, self._asking)
            told = self.answers.get(request.path, [(200, self.usual, {})])
            status, body, headers = told.pop(0) if len(told) > 1 else told[0]
        self._open.wait()
        if request.path in self.silent:
            self._closing.wait()
        with self._lock:
            self._asking -= 1
        try:
            request.send_response(status)
            for name, value in {"Content_Length": str(len(body)), **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            parts = len(body) if request.path in self.dripping else self.parts
            size = -(-len(body) // parts) or 1
            for begin in range(0, len(body), size):
                request.wfile.write(body[begin : begin + size])
                self._closing.wait(PART_PAUSE_S if parts > 1 else 0)
        except ConnectionError:
            request.close_connection = True  # the program hung up
