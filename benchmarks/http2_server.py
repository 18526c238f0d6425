"""A server of HTTP/2 over TLS, as picture hosts are, with a certificate of its own making."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable

import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import ConnectionTerminated, RequestReceived, StreamReset, WindowUpdated

Answers = Callable[[str], bytes]
"""The picture at a path."""


class Certificate:
    """For 127.0.0.1, and trusted by whoever trusts `authority` (PEM)."""

    def __init__(self) -> None:
        made = trustme.CA()
        self._certificate = made.issue_cert("127.0.0.1")
        self.authority = made.cert_pem.bytes()

    def context(self, *protocols: str) -> ssl.SSLContext:
        """For servers that offer these protocols, `h2` or `http/1.1`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._certificate.configure_cert(context)
        context.set_alpn_protocols([*protocols])
        return context


class Http2(asyncio.Protocol):
    """One connection. Pictures are sent in the order in which they were asked for."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._connection = H2Connection(H2Configuration(client_side=False))
        self._unsent: dict[int, bytes] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._connection.initiate_connection()
        transport.write(self._connection.data_to_send())

    def data_received(self, data: bytes) -> None:
        events = self._connection.receive_data(data)
        given_up = {event.stream_id for event in events if isinstance(event, StreamReset)}
        for stream in given_up:
            self._unsent.pop(stream, None)
        for event in events:
            if isinstance(event, RequestReceived) and event.stream_id not in given_up:
                self.asked(event.stream_id, dict(event.headers)[b":path"].decode())
            elif isinstance(event, WindowUpdated):
                self._send()
            elif isinstance(event, ConnectionTerminated):
                self.transport.close()
        self.transport.write(self._connection.data_to_send())

    def asked(self, stream: int, path: str) -> None:
        """A request came."""
        self.answer(stream, self._answers(path))

    def answer(self, stream: int, body: bytes) -> None:
        """Send a picture."""
        headers = [(":status", "200"), ("content-type", "image/jpeg"), ("content-length", str(len(body)))]
        self._connection.send_headers(stream, headers)
        self._unsent[stream] = body
        self._send()

    def _send(self) -> None:
        """As much as the windows of the streams let through."""
        for stream, body in [*self._unsent.items()]:
            while body:
                window = self._connection.local_flow_control_window(stream)
                size = min(window, self._connection.max_outbound_frame_size, len(body))
                if size <= 0:
                    break
                part, body = body[:size], body[size:]
                self._connection.send_data(stream, part, end_stream=not body)
            self._unsent[stream] = body
            if not body:
                del self._unsent[stream]
        self.transport.write(self._connection.data_to_send())
