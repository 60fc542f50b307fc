"""What a person types, made an address; and which addresses an institution allows.

Nothing here opens a connection or loads a network library, so the window may ask while a person types.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Collection
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from accessreader.errors import FetchError, FetchReason

WEB: Final = ("http", "https")
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST_AND_PORT: Final = re.compile(r"[^/:?#]+:\d{1,5}(?:[/?#]|$)")
_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")
_DRIVE_IN_ADDRESS: Final = re.compile(r"/[A-Za-z]:/")
_LABEL: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_WRAPPING: Final = " \u00a0\u3000<>\"'«»“”„‘’"
_PATH_SAFE: Final = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE: Final = _PATH_SAFE + "?[]|"
_SAVED_ENDINGS: Final = (
    *(".html", ".htm", ".xhtml", ".mht", ".mhtml", ".txt", ".gz", ".zip", ".warc", ".wacz"),  # pages
    *(".xml", ".rss"),  # feeds
)


def normalised(text: str) -> str:
    """What stands in the address bar as an address that can be opened: `http`, `https` or `file`.

    A missing scheme becomes `https` (`http` on this computer itself), a Cyrillic host its IDNA form, letters outside
    ASCII their percent signs; quotation marks, blanks and invisible characters around a pasted address go.

    Raises:
        FetchError: BAD_ADDRESS; it is no address of a page or a file.
    """
    typed = _UNSEEN.sub("", text).strip(_WRAPPING)
    if _is_path(typed):
        return _file_address(typed)
    if typed.startswith("//"):
        typed = "https:" + typed
    scheme = _SCHEME.match(typed)
    if scheme is None or (_HOST_AND_PORT.match(typed) and not typed[scheme.end() :].startswith("//")):
        return _web_address(_likely_scheme(typed) + "://" + typed, text, named_scheme=False)
    if scheme[1].lower() == "file":
        return _canonical_file_address(typed, text)
    if scheme[1].lower() not in WEB:
        raise FetchError(text, FetchReason.BAD_ADDRESS)
    return _web_address(typed, text)


def is_file(address: str) -> bool:
    """Whether a normalised address is that of a file on this computer."""
    return address.startswith("file:")


def path_of(address: str) -> Path:
    """The path that a `file:` address names.

    Raises:
        FetchError: BAD_ADDRESS; the address names no file.
    """
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise FetchError(address, FetchReason.BAD_ADDRESS) from error
    path = unquote(parts.path)
    if parts.scheme != "file" or not path or "\0" in path:
        raise FetchError(address, FetchReason.BAD_ADDRESS)
    if os.name == "nt" and _DRIVE_IN_ADDRESS.match(path):
        return Path(path[1:])
    if parts.netloc not in {"", "localhost"}:
        return Path(f"//{parts.netloc}{path}")
    return Path(path)


def host_of(address: str) -> str:
    """The host as people know it, Cyrillic letters and all; empty where there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def allowed(address: str, hosts: Collection[str] | None) -> bool:
    """Whether an institution's list lets this address through; None is no list and lets everything through.

    `senate.parlam.kz` names that host alone, `.parlam.kz` the host and all below it. A port is named as in
    `localhost:8080`; without one only the usual ports of http and https are meant.
    """
    if hosts is None:
        return True
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or _DEFAULT_PORTS[parts.scheme]
    except (ValueError, KeyError):
        return False
    return any(_names(entry, host, port) for entry in hosts)


def _names(entry: str, host: str, port: int) -> bool:
    name, colon, named_port = entry.strip().lower().rpartition(":")
    if not colon or not named_port.isdecimal():
        name, named_port = entry.strip().lower(), ""
    below = name.startswith(".")
    try:
        name = _ascii_host(name.lstrip(".").strip("[]"))
    except UnicodeError:
        return False
    if named_port and int(named_port) != port:
        return False
    if not named_port and port not in _DEFAULT_PORTS.values():
        return False
    return bool(name) and (host == name or (below and host.endswith("." + name)))


def _is_path(typed: str) -> bool:
    if _DRIVE.match(typed) or typed.startswith(("\\\\", "~/", "./", "../", ".\\", "..\\")):
        return True
    if typed.startswith("/") and not typed.startswith("//"):
        return True
    return "://" not in typed and typed.lower().endswith(_SAVED_ENDINGS) and _exists(typed)


def _exists(typed: str) -> bool:
    try:
        return Path(typed).is_file()
    except (OSError, ValueError):
        return False


def _file_address(typed: str) -> str:
    try:
        if os.name != "nt" and (_DRIVE.match(typed) or typed.startswith("\\\\")):
            return PureWindowsPath(typed).as_uri()
        return Path(typed).expanduser().absolute().as_uri()
    except (RuntimeError, ValueError, OSError) as error:
        raise FetchError(typed, FetchReason.BAD_ADDRESS) from error


def _canonical_file_address(typed: str, text: str) -> str:
    try:
        parts = urlsplit(typed)
    except ValueError as error:
        raise FetchError(text, FetchReason.BAD_ADDRESS) from error
    path = parts.path or "/"
    inner = "#" + quote(parts.fragment, safe=_QUERY_SAFE) if parts.fragment else ""
    if parts.netloc not in {"", "localhost"}:
        return f"file://{parts.netloc}{quote(path, safe=_PATH_SAFE)}{inner}"
    if not PurePosixPath(path).is_absolute():
        raise FetchError(text, FetchReason.BAD_ADDRESS)
    return "file://" + quote(path, safe=_PATH_SAFE) + inner


def _likely_scheme(typed: str) -> str:
    host = re.split(r"[/:?#]", typed, maxsplit=1)[0].lower()
    return "http" if host == "localhost" or host.startswith("127.") else "https"


def _web_address(typed: str, text: str, *, named_scheme: bool = True) -> str:
    try:
        parts = urlsplit(typed)
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise FetchError(text, FetchReason.BAD_ADDRESS) from error
    # A name and password before the host are how one address pretends to be another.
    if "@" in parts.netloc or not _is_host(host, lone=named_scheme or port is not None):
        raise FetchError(text, FetchReason.BAD_ADDRESS)
    shown = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        shown = f"{shown}:{port}"
    return urlunsplit(
        (
            parts.scheme,
            shown,
            quote(parts.path, safe=_PATH_SAFE) or "/",
            quote(parts.query, safe=_QUERY_SAFE),
            quote(parts.fragment, safe=_QUERY_SAFE),
        )
    )


def _ascii_host(host: str) -> str:
    host = host.rstrip(".")
    return host if host.isascii() else host.encode("idna").decode("ascii").lower()


def _is_host(host: str, *, lone: bool) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return True
    labels = host.split(".")
    if not host or len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        return False
    # A lone word is far likelier a word than a host, unless a scheme or port says otherwise.
    return len(labels) > 1 or host == "localhost" or lone
