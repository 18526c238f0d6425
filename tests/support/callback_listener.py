"""A real HTTP server that listens for callbacks and answers the way a test wants."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.support.openapi import described

PANDAPON = described("pandapon.yaml")


class CallbackListener:
    """Notes every message it gets, and at the end holds them against the description. `status` is what it
    answers; while `silent` it lets the caller wait."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.status = 200
        self._loud = threading.Event()
        self._loud.set()
        self._got = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="callbacks")
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/callback"

    @property
    def silent(self) -> bool:
        return not self._loud.is_set()

    @silent.setter
    def silent(self, silent: bool) -> None:
        (self._loud.clear if silent else self._loud.set)()

    def kinds(self) -> list[str]:
        """The types of the messages so far, in the order in which they came."""
        return [message["messageType"] for message in self.messages]

    def wait_for(self, count: int) -> None:
        """Wait until so many messages have come."""
        with self._got:
            assert self._got.wait_for(lambda: len(self.messages) >= count, timeout=10), self.kinds()

    def close(self) -> None:
        self.silent = False
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        problems = [problem for each in self.messages for problem in PANDAPON.problems_of_push(each)]
        assert not problems, problems

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["content-length"])
                message = json.loads(self.rfile.read(length))
                with listener._got:
                    listener.messages.append(message)
                    listener._got.notify_all()
                listener._loud.wait()
                self.send_response(listener.status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                return

        return Handler
