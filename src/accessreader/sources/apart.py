"""Pages are read apart, by a process that can be stopped: with limits of time and memory, whatever the libraries.

Why a process and no thread: a library that is busy with a page gives way to nobody, so the window would wait with it;
and it cannot be stopped. Why one for each page: what it took is given back, and a page can leave nothing behind for the
next. Why not always: to start it takes longer than to read an ordinary page. So a window, in which nothing may ever
wait, keeps one that has started (`Spare`); a command line that reads a thousand pages reads apart only the heavy ones.

The page goes in by the standard input as this program's own objects, the article comes out as lines of JSON.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import json
import math
import os
import pickle
import re
import subprocess
import sys
import time
import weakref
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from accessreader import codec
from accessreader.article import Article
from accessreader.errors import (
    AccessReaderError,
    FetchError,
    FetchReason,
    NoArticleReason,
    NotAnArticleError,
    UsageError,
)
from accessreader.messages import current_language, use_language
from accessreader.sources import read, read_headlines
from accessreader.sources.page import Page
from accessreader.sources.site import Site

if TYPE_CHECKING:
    from accessreader.sources.answers import Form

_LONGEST: Final = 4.5
_BY_THE_CLOCK: Final = 1 if sys.platform == "win32" else 3
_LONGEST_MORE: Final = 1.0
_MOST_MEMORY: Final = 1536 * 1024 * 1024
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


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may take: seconds of the processor, and bytes of memory, the program's own included.

    Why of the processor: a machine that is busy with other things would refuse pages. By the clock it is thrice as
    long. Where the system cannot be told of such limits, the seconds are those of the clock.
    """

    seconds: float
    memory: int = _MOST_MEMORY


def limits_of(page: Page) -> Limits:
    """The limits of a page: under five seconds, and a second more for each million characters after the first."""
    return Limits(_LONGEST + _LONGEST_MORE * max(0, len(page.html) / 1_000_000 - 1))


class Spare:
    """A process that has started and waits for a page, so that the page need not wait. May be used from any thread."""

    def __init__(self) -> None:
        self._waiting: list[subprocess.Popen[bytes]] = []
        weakref.finalize(self, _end_all, self._waiting)

    def prepare(self) -> None:
        """Let one wait, if none does; returns at once."""
        if not self._waiting:
            with contextlib.suppress(OSError):
                self._waiting.append(_started())

    def take(self) -> subprocess.Popen[bytes]:
        """The one that waits, or a new one. Raises OSError."""
        try:
            process = self._waiting.pop()
        except IndexError:
            return _started()
        if process.poll() is None:
            return process
        _end(process)
        return _started()


def read_apart(
    page: Page,
    sites: Sequence[Site],
    stop: Callable[[], bool],
    *,
    limits: Limits | None = None,
    as_list: bool = False,
    spare: Spare | None = None,
) -> Article:
    """The article of a page, read by a process of its own.

    Args:
        page: what came.
        sites: described sites.
        stop: asked all the while; the process ends when it answers True.
        limits: what it may take; by default as much as a page of this size may.
        as_list: whether its headlines are wanted, whatever it is.
        spare: where a process may wait already.

    Raises:
        NotAnArticleError: there is no text in the page, or it took too long or too much memory.
        FetchError: CANCELLED; the reader did not want to wait.
    """
    limits = limits or limits_of(page)
    asked = question(page, sites, limits, ("list" if as_list else "article",))
    forms = _forms(page, asked, limits, stop=stop, spare=spare)
    if forms is None:  # no process to be had: better a window that waits than no article
        return _read(page, sites, as_list=as_list)
    whole, *more = forms
    for form in more:
        for key, some in form.items():
            whole[key] += some
    try:
        return codec.load(whole)
    except ValueError as error:
        raise NotAnArticleError(page.final_url, NoArticleReason.TOO_COMPLICATED) from error


def ask_apart(
    page: Page,
    sites: Sequence[Site],
    stop: Callable[[], bool],
    asked: Sequence[str],
    *,
    limits: Limits | None = None,
    spare: Spare | None = None,
) -> Sequence[Form]:
    """The answer to a question of `answers`, given by a process of its own.

    Args:
        page: what came.
        sites: described sites.
        stop: as for `read_apart`.
        asked: the name of the question, then what else is said.
        limits: as for `read_apart`.
        spare: as for `read_apart`.

    Raises:
        UsageError: a selector is none, or finds nothing.
        NotAnArticleError: there are no headlines, or it took too long or too much memory.
        FetchError: CANCELLED; the reader did not want to wait.
    """
    limits = limits or limits_of(page)
    forms = _forms(page, question(page, sites, limits, asked), limits, stop=stop, spare=spare)
    return forms if forms is not None else _answered(page, sites, asked)


def _forms(
    page: Page, asked: bytes, limits: Limits, *, stop: Callable[[], bool], spare: Spare | None
) -> Sequence[Form] | None:
    """What a process answers to a `question`; None where there is none to be had."""
    try:
        process = spare.take() if spare is not None else _started()
    except OSError:
        return None
    try:
        _ask(process, asked)
        answer = _answer(process, limits.seconds * _BY_THE_CLOCK, stop)
    finally:
        _end(process)
    if answer is None:
        raise FetchError(page.url, FetchReason.CANCELLED)
    return _understood(answer, page)


def _read(page: Page, sites: Sequence[Site], *, as_list: bool) -> Article:
    return read_headlines(page, sites) if as_list else read(page, sites)


def _answered(page: Page, sites: Sequence[Site], asked: Sequence[str]) -> Sequence[Form]:
    from accessreader.sources.answers import answer  # noqa: PLC0415 - what reads pages loads where they are read

    return answer(asked[0], page, sites, asked[1:])


def question(page: Page, sites: Sequence[Site], limits: Limits, asked: Sequence[str] = ("article",)) -> bytes:
    """What the process is asked, as it comes in by its standard input."""
    return pickle.dumps((page, tuple(sites), (limits.seconds, limits.memory), tuple(asked), current_language()))


def command() -> list[str]:
    """What starts the process."""
    return [sys.executable, "-P", "-m", "accessreader.sources.apart"]


def surroundings() -> dict[str, str]:
    """The environment of the process.

    A parser keeps a page in thousands of blocks; given back one by one, their memory is there for what comes after.
    """
    path = os.pathsep.join(filter(None, sys.path))
    return {**os.environ, "PYTHONPATH": path, "MALLOC_MMAP_THRESHOLD_": "16384"}


def _started() -> subprocess.Popen[bytes]:
    """A process that waits for its question. Raises OSError."""
    if getattr(sys, "frozen", False):
        raise OSError("a program in one file has no interpreter to start")
    return subprocess.Popen(  # noqa: S603 - ourselves
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _ask(process: subprocess.Popen[bytes], asking: bytes) -> None:
    """Put the question. It is read to its end before anything is done with it, so this waits for nothing but that."""
    asked, process.stdin = process.stdin, None
    if asked is not None:
        with contextlib.suppress(BrokenPipeError), asked:  # one that has ended answers nothing
            asked.write(asking)


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
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(BrokenPipeError):
                stream.close()
    process.wait()


def _end_all(processes: list[subprocess.Popen[bytes]]) -> None:
    while processes:
        _end(processes.pop())


def _understood(answer: bytes, page: Page) -> Sequence[Form]:
    """The forms that were said. Raises what was said instead; TOO_COMPLICATED where the answer breaks off."""
    refusal: AccessReaderError = NotAnArticleError(page.final_url, NoArticleReason.TOO_COMPLICATED)
    try:
        *forms, end = map(json.loads, answer.splitlines())
        if end.get("end"):
            return forms
        if "why" in end:
            refusal = NotAnArticleError(end["url"], NoArticleReason(end["why"]), address=end["address"])
        if "usage" in end:
            refusal = UsageError(end["usage"])
    except ValueError as error:
        raise refusal from error
    raise refusal


def _said(article: Article) -> Iterator[Form]:
    """An article in forms of which none is large: first what stands above its text."""
    yield codec.dump(dataclasses.replace(article, blocks=(), removed=()))
    for at in range(0, len(article.blocks), _SOME):
        yield {"blocks": [*map(codec.dump_block, article.blocks[at : at + _SOME])]}
    for at in range(0, len(article.removed), _SOME):
        yield {"removed": [*map(codec.dump_removed, article.removed[at : at + _SOME])]}


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
    from accessreader.sources import outcome  # noqa: F401, PLC0415 - while nobody waits yet

    try:
        page, sites, limits, asked, language = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the program that started us
    except EOFError:  # nobody wants to know anything
        return 0
    use_language(language)  # a list says in it where it goes on
    page = _packed(page)
    _limit(*limits)
    gc.disable()  # all that is made here stays to the end
    for form in _spoken(page, sites, asked):
        sys.stdout.buffer.write(json.dumps(form).encode() + b"\n")
    sys.stdout.flush()
    os._exit(0)  # at once: to take a large tree apart takes as long as to make it


def _spoken(page: Page, sites: Sequence[Site], asked: Sequence[str]) -> Iterator[Form]:
    """The answer to a question, with a last form that says that it is whole; or why there is none."""
    try:
        if asked[0] in {"article", "list"}:
            yield from _said(_read(page, sites, as_list=asked[0] == "list"))
        else:
            yield from _answered(page, sites, asked)
    except NotAnArticleError as error:
        yield {"why": error.why.value, "url": error.url, "address": error.address}
    except UsageError as error:
        yield {"usage": error.detail}
    else:
        yield {"end": True}


def _limit(seconds: float, memory: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - of POSIX alone

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    most = math.ceil(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))


if __name__ == "__main__":
    sys.exit(main())
