"""Fails a test that reaches beyond this machine, through Python's sockets or through Qt's network.

The attempt is refused, and also noted: the program may turn the refusal into a polite sentence.
"""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory
from shiboken6 import Shiboken

attempts: list[str] = []
active = False


def is_loopback(host: str | None) -> bool:
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_python(event: str, arguments: tuple) -> None:
    """An audit hook: it sees every connection and look-up of this process, from whatever library."""
    if not active:
        return
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if not isinstance(address, tuple) or is_loopback(address[0]):
            return  # a path is a Unix socket
        host = address[0]
    elif event == "socket.getaddrinfo" and not is_loopback(as_text(arguments[0])):
        host = arguments[0]
    else:
        return
    attempts.append(str(host))
    raise ConnectionRefusedError(f"tests stay on this machine; refused {host}")


def as_text(host: str | bytes | None) -> str | None:
    return host.decode() if isinstance(host, bytes) else host


class RefusingProxies(QNetworkProxyFactory):
    """Sends Qt's requests to a port where nobody listens. Qt does not ask it about loopback hosts."""

    def queryProxy(self, query):
        attempts.append(query.peerHostName())
        return [QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", 9)]


@pytest.fixture(scope="session", autouse=True)
def stay_on_this_machine() -> Iterator[None]:
    global active
    sys.addaudithook(refuse_python)  # cannot be taken away again, hence `active`
    proxies = RefusingProxies()
    QNetworkProxyFactory.setApplicationProxyFactory(proxies)
    active = True
    yield
    active = False
    QNetworkProxyFactory.setApplicationProxyFactory(None)  # deletes the old one, and Python must not again
    Shiboken.invalidate(proxies)


@pytest.fixture(autouse=True)
def no_connection_beyond_this_machine() -> Iterator[None]:
    attempts.clear()
    yield
    assert not attempts, f"the test tried to reach {sorted(set(attempts))}"
