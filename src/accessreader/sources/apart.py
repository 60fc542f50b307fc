"""Heavy pages are read apart, by a process that can be stopped: with limits of time and memory, whatever the libraries.

Why only heavy ones: to start a process takes longer than to read an ordinary page. Why a process and no thread: a
library that is busy with a page gives way to nobody, so the window would wait with it; and it cannot be stopped.

The page goes in by the standard input as this program's own objects, the article comes out as lines of JSON.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import json
import os
import pickle
import re
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from accessreader import codec
from accessreader.article import Article
from accessreader.errors import FetchError, FetchReason, NoArticleReason, NotAnArticleError
from accessreader.sources import read, read_headlines
from accessreader.sources.page import Page
from accessreader.sources.site import Site

LONGEST: Final = 4.5
"""Seconds that a page of a million characters may take; each million more has `LONGEST_MORE`."""
LONGEST_MORE: Final = 2.5
MOST_MEMORY: Final = 1536 * 1024 * 1024
"""Bytes that the process may have, its program included, where the system can be told."""

_MANY_CHARACTERS: Final = 1_000_000
_MANY_TAGS: Final = 15_000
_MANY_REFERENCES: Final = 20_000
_LONG: Final = 100_000
_SIGNS: Final = re.compile(r"[^\w\s\x00-\u02ff]{200,}")
"""Signs that are no letters, one after another without end: marks above letters are among them."""
_SOME: Final = 200
"""Blocks that are said at a time."""
_LOOK: Final = 0.05
"""Seconds between two looks at whether the reader has lost patience."""


def is_heavy(page: Page) -> bool:
    """Whether a page may take long: it is large, or has a shape that no ordinary page has."""
    html = page.html
    return (
        len(html) > _MANY_CHARACTERS
        or html.count("<") > _MANY_TAGS
        or html.count("&") > _MANY_REFERENCES
        or (len(html) > _LONG and not html.isascii() and _SIGNS.search(html) is not None)
    )


def read_apart(
    page: Page,
    sites: Sequence[Site],
    stop: Callable[[], bool],
    seconds: float | None = None,
    *,
    as_list: bool = False,
) -> Article:
    """The article of a page, read by a process of its own.

    Args:
        page: what came.
        sites: described sites.
        stop: asked all the while; the process ends when it answers True.
        seconds: how long it may take; by default as long as a page of this size may.
        as_list: whether its headlines are wanted, whatever it is.

    Raises:
        NotAnArticleError: there is no text in the page, or it took too long or too much memory.
        FetchError: CANCELLED; the reader did not want to wait.
    """
    limit = seconds or LONGEST + LONGEST_MORE * max(0, len(page.html) / 1_000_000 - 1)
    try:
        process = _started(question(page, sites, limit, as_list=as_list))
    except OSError:  # no process to be had: better a window that waits than no article
        return _read(page, sites, as_list=as_list)
    try:
        answer = _answer(process, limit, stop)
    finally:
        _end(process)
    if answer is None:
        raise FetchError(page.url, FetchReason.CANCELLED)
    return _understood(answer, page)


def _read(page: Page, sites: Sequence[Site], *, as_list: bool) -> Article:
    return read_headlines(page, sites) if as_list else read(page, sites)


def question(page: Page, sites: Sequence[Site], seconds: float, *, as_list: bool = False) -> bytes:
    """What the process is asked, as it comes in by its standard input."""
    return pickle.dumps((page, tuple(sites), seconds, as_list))


def command() -> list[str]:
    """What starts the process."""
    return [sys.executable, "-P", "-m", "accessreader.sources.apart"]


def surroundings() -> dict[str, str]:
    """The environment of the process.

    A parser keeps a page in thousands of blocks; given back one by one, their memory is there for what comes after.
    """
    path = os.pathsep.join(filter(None, sys.path))
    return {**os.environ, "PYTHONPATH": path, "MALLOC_MMAP_THRESHOLD_": "16384"}


def _started(asking: bytes) -> subprocess.Popen[bytes]:
    with tempfile.TemporaryFile() as asked:  # a pipe would have to be fed while we look at the clock
        asked.write(asking)
        asked.seek(0)
        return subprocess.Popen(  # noqa: S603 - ourselves
            command(), stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings()
        )


def _answer(process: subprocess.Popen[bytes], seconds: float, stop: Callable[[], bool]) -> bytes | None:
    """What the process says; nothing when it was too slow, None when the reader did not want to wait."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if stop():
            return None
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=_LOOK)[0]
    return b""


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    if process.stdout is not None:
        process.stdout.close()
    process.wait()


def _understood(answer: bytes, page: Page) -> Article:
    """The article that was said, or why there is none; TOO_COMPLICATED where the answer breaks off."""
    refusal = NotAnArticleError(page.final_url, NoArticleReason.TOO_COMPLICATED)
    try:
        *forms, end = map(json.loads, answer.splitlines())
        if end.get("end"):
            parts = [codec.load(forms[0] | form) for form in forms]
            blocks = tuple(block for part in parts for block in part.blocks)
            removed = tuple(gone for part in parts for gone in part.removed)
            return dataclasses.replace(parts[0], blocks=blocks, removed=removed)
        if "why" in end:
            refusal = NotAnArticleError(end["url"], NoArticleReason(end["why"]), address=end["address"])
    except ValueError as error:
        raise refusal from error
    raise refusal


def _said(article: Article) -> Iterator[dict[str, Any]]:
    """An article in forms of which none is large: first what stands above its text."""
    head = dataclasses.replace(article, blocks=(), removed=())
    yield codec.dump(head)
    for at in range(0, len(article.blocks), _SOME):
        yield {"blocks": codec.dump(dataclasses.replace(head, blocks=article.blocks[at : at + _SOME]))["blocks"]}
    for at in range(0, len(article.removed), _SOME):
        yield {"removed": codec.dump(dataclasses.replace(head, removed=article.removed[at : at + _SOME]))["removed"]}
    yield {"end": True}


class _Packed(Page):
    """A page whose markup is packed while nobody reads it: beside its own tree it would be the most that there is."""

    __slots__ = ("_packed",)
    _packed: bytes

    @property
    def html(self) -> str:
        return zlib.decompress(self._packed).decode("utf-8", "surrogatepass")

    @html.setter
    def html(self, html: str) -> None:
        object.__setattr__(self, "_packed", zlib.compress(html.encode("utf-8", "surrogatepass"), level=1))


def _packed(page: Page) -> _Packed:
    return _Packed(**{each.name: getattr(page, each.name) for each in dataclasses.fields(page)})


def main() -> int:
    """Be the process: read a page and say its article."""
    page, sites, seconds, as_list = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the program that started us
    page = _packed(page)
    _limit(seconds)
    gc.disable()  # all that is made here stays to the end
    forms: Iterable[dict[str, Any]]
    try:
        forms = _said(_read(page, sites, as_list=as_list))
    except NotAnArticleError as error:
        forms = [{"why": error.why.value, "url": error.url, "address": error.address}]
    for form in forms:
        sys.stdout.buffer.write(json.dumps(form).encode() + b"\n")
    return 0


def _limit(seconds: float) -> None:
    """Bound memory and time; the latter in case that whoever started us is gone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - of POSIX alone

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 2, int(seconds) + 4))


if __name__ == "__main__":
    sys.exit(main())
