"""A picture host in a process of its own: `-m benchmarks.picture_server` prints its port and serves."""

from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from benchmarks.offers import photo

DIFFERENT = 40


class Handler(BaseHTTPRequestHandler):
    """Any path is a picture."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms for an acknowledgement
    photos: tuple[bytes, ...] = ()

    def do_GET(self) -> None:
        body = self.photos[hash(self.path) % len(self.photos)]
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *parts: object) -> None:
        """Not one line for each picture."""


def main() -> None:
    """Serve until standard input closes, as it does when the parent ends, however it ends."""
    Handler.photos = tuple(photo(seed) for seed in range(DIFFERENT))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
