"""Pretended things that speak the real protocol: a web on the loopback that answers as it is told.

with PretendedWeb() as web:
    web.says("/news", page("Сенат"))
    web.says("/slow", head(length=10), b"drip", Pause(5), b"drop")
    fetch(web.address("/news"))
    assert web.asked[0].headers["user-agent"]
"""

import contextlib
import gzip
import socket
import ssl
import struct
import threading
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

CERTIFICATE = Path(__file__).parent / "sources" / "pretended_web.pem"


@dataclass(frozen=True)
class Pause:
    """Say nothing for so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Reset:
    """Break the connection off in the middle, so that the other side gets an error and not an end."""


@dataclass(frozen=True)
class Asked:
    """One request: its line and its headers, names in small letters."""

    method: str
    target: str
    headers: dict[str, str]


def head(status=200, *, kind="text/html; charset=utf-8", length=None, **headers):
    """The beginning of an answer; `content_encoding="gzip"` and the like for further headers."""
    lines = [f"HTTP/1.1 {status} As told", "Connection: close"]
    if kind is not None:
        lines.append(f"Content-Type: {kind}")
    if length is not None:
        lines.append(f"Content-Length: {length}")
    lines += [f"{name.replace('_', '-').title()}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def answer(body, status=200, **headers):
    """A whole answer of the right length."""
    return head(status, length=len(body), **headers) + body


def redirect(target, status=302):
    """An answer that sends elsewhere."""
    return answer(b"", status, location=target)


def chunked(*parts, ended=True):
    """A body in chunks, with or without its end."""
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + (b"0\r\n\r\n" if ended else b"")


def page(text, title="Жаңалықтар"):
    """A page with a title and so much text."""
    markup = f"<!DOCTYPE html><html><head><title>{title}</title></head><body><p>{text}</p></body></html>"
    return answer(markup.encode())


def bomb(size):
    """Zeros packed by gzip: a thousandth of their size."""
    return gzip.compress(bytes(size), mtime=0)


class PretendedWeb:
    """A server on 127.0.0.1 with a port of its own, one thread a connection, ended with the `with`."""

    def __init__(self, *, secure=False):
        self.asked = []
        self._scripts = defaultdict(list)
        self._ended = threading.Event()
        self._threads = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.05)
        self._scheme = "https" if secure else "http"
        self._secret = None
        if secure:
            self._secret = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._secret.load_cert_chain(CERTIFICATE)

    def __enter__(self):
        self._start(self._listen)
        return self

    def __exit__(self, *_):
        self._ended.set()
        for thread in self._threads:
            thread.join()
        self._listening.close()

    @property
    def port(self):
        return self._listening.getsockname()[1]

    def address(self, path="/", host="127.0.0.1"):
        return f"{self._scheme}://{host}:{self.port}{path}"

    def says(self, path, *steps):
        """Answer so when asked for this path: bytes to send, `Pause`, `Reset`. Told again: so the next time."""
        self._scripts[path].append(steps)

    def _start(self, function, *arguments):
        thread = threading.Thread(target=function, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _listen(self):
        while not self._ended.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = self._listening.accept()
                self._start(self._serve, connection)

    def _serve(self, connection):
        connection.settimeout(5)
        # The other side may leave at any moment; that is what many tests are about.
        with contextlib.suppress(OSError), connection:
            speaking = self._secret.wrap_socket(connection, server_side=True) if self._secret else connection
            with speaking:
                asked = self._hear(speaking)
                if asked is not None:
                    self._answer(speaking, asked)

    def _hear(self, connection):
        came = b""
        while b"\r\n\r\n" not in came:
            part = connection.recv(65536)
            if not part:
                return None
            came += part
            if came.startswith(b"\x16"):  # a greeting of TLS, where none is spoken
                connection.sendall(answer(b"speak plainly", 400))
                return None
        first, *lines = came.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        self.asked.append(Asked(method, target, headers))
        return self.asked[-1]

    def _answer(self, connection, asked):
        scripts = self._scripts[asked.target]
        steps = (answer(b"no such page", 404),) if not scripts else scripts.pop(0) if len(scripts) > 1 else scripts[0]
        for step in steps:
            match step:
                case Pause(seconds):
                    self._ended.wait(seconds)
                case Reset():
                    # Lingering for no time makes the close a reset.
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return
                case _:
                    connection.sendall(step)
