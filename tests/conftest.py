"""What holds for every test: no network but this machine's own, no screen, no reader's own files.

The network is closed by an audit hook, below everything that could open a connection; it stays
closed until the process ends. A name under `.invalid`, `.test` or `.example` is unknown, as it is
in the world; any other foreign name or address fails the test that reached for it.

Tests marked `accessibility` need a screen, a window manager and a bus of their own. They run inside
`packaging/virtual_screen.sh` and are skipped elsewhere. None of them opens a window in the tests' own process: a test
that looks at its program from outside waits, and a process that waits answers no assistive technology.
"""

import ipaddress
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from accessreader import messages

ON_VIRTUAL_SCREEN = "ACCESSREADER_VIRTUAL_SCREEN" in os.environ
NEVER_REGISTERED = (".invalid", ".test", ".example")
FOR_DOCUMENTATION = ("192.0.2.1", "2001:db8::1")  # a datagram socket set to them asks for a route and sends nothing

os.environ["QT_QPA_PLATFORM"] = "xcb" if ON_VIRTUAL_SCREEN else "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["NO_PROXY"] = "*"
for unwanted in ("LANGUAGE", "LANG", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
    os.environ.pop(unwanted, None)
    os.environ.pop(unwanted.lower(), None)

# Time says nothing about right and wrong: the machine may be busy.
settings.register_profile("gate", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gate")


def is_own(host: object) -> bool:
    """Say whether a host, as it is given to a socket, is this machine's loopback."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in {None, "", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(name).split("%")[0]).is_loopback
    except ValueError:
        return False


def keep_the_network_closed(event: str, arguments: tuple[object, ...]) -> None:
    """Stand at the two ways out: asking for a name, and connecting (or sending) to an address."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
        if is_own(host):
            return
        if str(host).rstrip(".").endswith(NEVER_REGISTERED):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        raise AssertionError(f"A test asked for the name of a foreign host: {host!r}")
    if event in {"socket.connect", "socket.sendto"}:
        opened, address = arguments
        if isinstance(address, tuple) and address[0] in FOR_DOCUMENTATION and opened.type == socket.SOCK_DGRAM:
            return
        if isinstance(address, tuple) and not is_own(address[0]):
            raise AssertionError(f"A test reached for a foreign address: {address!r}")


sys.addaudithook(keep_the_network_closed)


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole run folders of its own, so that nobody's preferences are read or written."""
    place = tempfile.TemporaryDirectory(prefix="accessreader-tests-")
    config.add_cleanup(place.cleanup)
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = os.path.join(place.name, variable.lower())  # noqa: PTH118


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out, in words, the tests which need what is not here."""
    if ON_VIRTUAL_SCREEN:
        return
    skip = pytest.mark.skip(reason="needs a virtual screen: make test-screen")
    for item in items:
        if item.get_closest_marker("accessibility"):
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Begin and end every test in English: the program's language is one for the whole process."""
    messages.use_language("en")
    yield
    messages.use_language("en")


class Kept(logging.Handler):
    """Keeps what was logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which the program logged a warning, unless it looks at `caplog`."""
    kept = Kept()
    logger = logging.getLogger("accessreader")
    logger.addHandler(kept)
    yield
    logger.removeHandler(kept)
    if kept.records and "caplog" not in request.fixturenames:
        said = "\n".join(f"{record.name}: {record.getMessage()}" for record in kept.records)
        pytest.fail(f"The program logged what this test does not expect:\n{said}")
