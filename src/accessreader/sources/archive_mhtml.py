"""A page with its pictures in one file, as browsers save it: MHTML, a letter whose parts have addresses."""

from __future__ import annotations

import email
import email.message
import email.policy
import re
from typing import Final
from urllib.parse import unquote, urljoin

from accessreader.errors import FetchError, FetchReason
from accessreader.sources.kept import Part

_LETTER: Final = re.compile(
    rb"\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*+){0,20}?Content-Type:\s*multipart/related", re.IGNORECASE
)
_HEAD: Final = 16_384
_MOST_PARTS: Final = 5000
_MAIN: Final = "page"


def is_mhtml(data: bytes) -> bool:
    """Whether bytes begin as those of such a file."""
    return bool(_LETTER.match(data[:_HEAD]))


class MhtmlArchive:
    """One page and its pictures. A picture's name is its address, or `cid:` and its number in the letter."""

    def __init__(self, data: bytes, address: str) -> None:
        """Read the letter.

        Raises:
            FetchError: UNREADABLE; it is broken, or there is no page in it.
        """
        self._parts: dict[str, email.message.Message] = {}
        page: email.message.Message | None = None
        try:
            letter = email.message_from_bytes(data, policy=email.policy.compat32)
            self._address = _header(letter, "Snapshot-Content-Location")
            for number, part in enumerate(letter.walk()):
                if number > _MOST_PARTS:
                    break
                if page is None and part.get_content_type() in {"text/html", "application/xhtml+xml"}:
                    page = part
                    self._address = self._address or _header(part, "Content-Location")
                elif part.get_content_maintype() == "image":
                    self._note(part)
        except (ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:
            raise FetchError(address, FetchReason.UNREADABLE, host=address) from error
        if page is None or not isinstance(_body(page), bytes):
            raise FetchError(address, FetchReason.UNREADABLE, host=address)
        self._parts[_MAIN] = page
        self.main = _MAIN
        self.pages: tuple[tuple[str, str], ...] = ((_MAIN, ""),)

    def _note(self, part: email.message.Message) -> None:
        if located := _header(part, "Content-Location"):
            self._parts.setdefault(_joined(self._address, located), part)
        if numbered := _header(part, "Content-ID").strip("<>"):
            self._parts.setdefault(f"cid:{numbered}", part)

    def part(self, name: str) -> Part | None:
        """A part by its name."""
        part = self._parts.get(name)
        body = _body(part) if part is not None else None
        if part is None or body is None:
            return None
        return Part(body, _header(part, "Content-Type"), self._address if name == _MAIN else "")

    def beside(self, _name: str, reference: str) -> str:
        """The name of the picture that a reference means; empty where there is none."""
        if reference[:4].lower() == "cid:":
            found = "cid:" + unquote(reference[4:])
        else:
            found = _joined(self._address, reference)
        return found if found in self._parts and found != _MAIN else ""


def _header(part: email.message.Message, name: str) -> str:
    return "".join(str(part.get(name) or "").split("\n")).strip()


def _joined(address: str, reference: str) -> str:
    try:
        return urljoin(address, reference)
    except ValueError:
        return ""


def _body(part: email.message.Message) -> bytes | None:
    try:
        body = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError):
        return None
    return body if isinstance(body, bytes) else None
