"""Everything that can go wrong, by who can mend it.

::

    AccessReaderError                 str() is a sentence for people, in their language; repr() is for the log
    ├── FetchError                    the page did not come        .url .reason
    ├── NotAnArticleError             it came, and there is no article in it    .url .why
    ├── PreferenceError               a preference has no such key, value or is locked     .key .value
    ├── ResourceFileError             a theme, source, preset or policy file says what it cannot   .path .detail
    ├── KeyChoiceError                a command cannot have such a key     .key .problem
    ├── StoreError                    something of the reader's could not be written      .path
    ├── LibraryError                  what is kept could not be read or written   .problem .path
    ├── UsageError                    the command line was asked for what it does not have
    ├── BrailleError                  text could not be written in braille                .problem
    ├── SpeechError                   the voice could not speak, where it was needed and not only heard
    ├── WindowError                   there is no window to be had on this machine
    └── UnforeseenError               a fault of the program's own, written into the log      .log

A foreign error is turned into one of these at its door, with `from`, and never travels further.
`exit_code` is what the command line answers with.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from accessreader.messages import N_, _


class AccessReaderError(Exception):
    """The root. A subclass fills a template with its attributes."""

    exit_code: ClassVar[int] = 1
    template: str = N_("Something went wrong.")

    def sentence(self) -> str:
        """What happened and what to do next, in the reader's language."""
        return _(self.template).format(**vars(self))

    def __str__(self) -> str:
        return self.sentence()

    def __repr__(self) -> str:
        inner = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if name != "template")
        return f"{type(self).__name__}({inner})"


class FetchReason(StrEnum):
    """Why a page did not come."""

    OFFLINE = "offline"
    HOST_UNKNOWN = "host-unknown"
    HOST_GONE = "host-gone"
    REFUSED = "refused"
    PROXY = "proxy"
    TLS = "tls"
    TOO_SLOW = "too-slow"
    TOO_LARGE = "too-large"
    NOT_HTML = "not-html"
    NOT_FOUND = "not-found"
    SERVER = "server"
    FORBIDDEN = "forbidden"
    NOT_ALLOWED = "not-allowed"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_ADDRESS = "bad-address"
    NO_FILE = "no-file"
    UNREADABLE = "unreadable"
    CANCELLED = "cancelled"


_FETCH_SENTENCES = {
    FetchReason.OFFLINE: N_(
        "This computer is not connected to the network. Connect it and try again, or open a saved page."
    ),
    FetchReason.HOST_UNKNOWN: N_(
        "There is no site named {host}. Check the address, or try again later: the site may have moved or closed."
    ),
    FetchReason.HOST_GONE: N_(
        "The page is no longer at {host}: the site has closed or moved it. "
        "Open a saved page, or try a copy from a web archive."
    ),
    FetchReason.REFUSED: N_("{host} does not answer. It may be switched off for a while. Try again later."),
    FetchReason.PROXY: N_(
        "The network settings of this computer name a proxy server, and it does not let us through. "
        "Ask whoever looks after the computer."
    ),
    FetchReason.TLS: N_(
        "The connection to {host} is not safe: its certificate could not be verified. Nothing was read."
    ),
    FetchReason.TOO_SLOW: N_("{host} takes too long to answer. Try again, or later."),
    FetchReason.TOO_LARGE: N_("The page is larger than {limit} megabytes and was not read to the end."),
    FetchReason.NOT_HTML: N_("At this address there is no page of text, but a file of another kind: {kind}."),
    FetchReason.NOT_FOUND: N_("{host} has no such page. Check the address, or open the list of news."),
    FetchReason.SERVER: N_("{host} has trouble of its own (answer {status}). Try again later."),
    FetchReason.FORBIDDEN: N_("{host} does not let this program read the page (answer {status})."),
    FetchReason.NOT_ALLOWED: N_("This address is not on the list of permitted sites: {host}."),
    FetchReason.TOO_MANY_REDIRECTS: N_("{host} sends us from page to page without end. Nothing was read."),
    FetchReason.BAD_ADDRESS: N_("This is not an address of a page: {url}. An address begins with http:// or https://."),
    FetchReason.NO_FILE: N_("There is no file {url}, or it may not be read."),
    FetchReason.UNREADABLE: N_("The answer of {host} is broken and could not be read. Try again."),
    FetchReason.CANCELLED: N_("Stopped, as you asked. The page was not read."),
}


class FetchError(AccessReaderError):
    """The page did not come."""

    exit_code = 3

    def __init__(
        self,
        url: str,
        reason: FetchReason,
        *,
        host: str = "",
        status: int = 0,
        limit: int = 5,
        kind: str = "",
    ) -> None:
        super().__init__(url)
        self.url = url
        self.reason = reason
        self.host = host or url
        self.status = status
        self.limit = limit
        self.kind = kind
        self.template = _FETCH_SENTENCES[reason]


class NoArticleReason(StrEnum):
    """Why a page that came gives no article."""

    SCRIPT_SHELL = "script-shell"
    CHECK = "check"
    SIGN_IN = "sign-in"
    FRAME = "frame"
    MOVED = "moved"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NO_HEADLINES = "no-headlines"
    TOO_COMPLICATED = "too-complicated"


_NO_ARTICLE_SENTENCES = {
    NoArticleReason.SCRIPT_SHELL: N_(
        "This page has no readable text without its scripts: the site builds it inside a browser. "
        "Open the page in a browser, save it, and open the saved file here."
    ),
    NoArticleReason.CHECK: N_(
        "The site first checks whether a person is reading, and shows its page only to a browser. "
        "Open the page in a browser, save it, and open the saved file here."
    ),
    NoArticleReason.SIGN_IN: N_(
        "The site asks to sign in before it shows this page. "
        "Sign in with a browser, save the page, and open the saved file here."
    ),
    NoArticleReason.FRAME: N_("Open {address} instead: this page is only a frame around that one."),
    NoArticleReason.MOVED: N_("Open {address} instead: this page only sends its readers on to that one."),
    NoArticleReason.EMPTY: N_("The page came, but there is no text in it."),
    NoArticleReason.UNREADABLE: N_("The page came, but it is too broken to be read."),
    NoArticleReason.NO_HEADLINES: N_(
        "There are no headlines here. Give the address of a list of news, of a feed or of a sitemap."
    ),
    NoArticleReason.TOO_COMPLICATED: N_(
        "The page came, but it is built in too complicated a way to be read. "
        "Look for the same text elsewhere, or for a version of the page for printing."
    ),
}


class NotAnArticleError(AccessReaderError):
    """The page came, and there is no article in it."""

    exit_code = 4

    def __init__(self, url: str, why: NoArticleReason, *, address: str = "") -> None:
        super().__init__(url)
        self.url = url
        self.why = why
        self.address = address
        self.template = _NO_ARTICLE_SENTENCES[why]


class PreferenceProblem(StrEnum):
    """What is wrong with a preference."""

    UNKNOWN = "unknown"
    VALUE = "value"
    LOCKED = "locked"


_PREFERENCE_SENTENCES = {
    PreferenceProblem.UNKNOWN: N_("There is no preference named {key}."),
    PreferenceProblem.VALUE: N_("{key} cannot be {value}: {allowed}."),
    PreferenceProblem.LOCKED: N_("{key} is set by the owner of this computer and cannot be changed here."),
}


class PreferenceError(AccessReaderError):
    """A preference does not exist, cannot have the value, or is locked."""

    exit_code = 5

    def __init__(self, key: str, problem: PreferenceProblem, value: object = None, allowed: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.problem = problem
        self.value = value
        self.allowed = allowed
        self.template = _PREFERENCE_SENTENCES[problem]


class ResourceFileError(AccessReaderError):
    """A file of a theme, a source, a preset or a policy says what it cannot."""

    exit_code = 6
    template = N_("The file {path} cannot be used: {detail}")

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path)
        self.path = path
        self.detail = detail


class KeyProblem(StrEnum):
    """Why a command cannot have a key."""

    UNKNOWN = "unknown"
    FIXED = "fixed"
    WRITES = "writes"


_KEY_SENTENCES = {
    KeyProblem.UNKNOWN: N_("There is no key {key}. Write it as Ctrl+Shift+F, Alt+PgDown or F9."),
    KeyProblem.FIXED: N_("{key} is needed to move in the text and in the controls. Choose another key."),
    KeyProblem.WRITES: N_("{key} alone writes, where one types. Hold Ctrl or Alt with it."),
}


class KeyChoiceError(AccessReaderError):
    """A command cannot have such a key."""

    exit_code = 10

    def __init__(self, key: str, problem: KeyProblem) -> None:
        super().__init__(key)
        self.key = key
        self.problem = problem
        self.template = _KEY_SENTENCES[problem]


class StoreError(AccessReaderError):
    """Something of the reader's could not be written or read."""

    exit_code = 7
    template = N_("{path} could not be written: {detail}. Free some space or check the permissions of the folder.")

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path)
        self.path = path
        self.detail = detail


class LibraryProblem(StrEnum):
    """Why the library could not do it."""

    BUSY = "busy"
    FULL = "full"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    DISK = "disk"
    UNREACHABLE = "unreachable"
    NEWER = "newer"
    NOT_KEPT = "not-kept"


_LIBRARY_SENTENCES = {
    LibraryProblem.BUSY: N_("Another program is writing in the library just now. Try again in a moment."),
    LibraryProblem.FULL: N_(
        "The disk is full, so nothing more can be kept; what is kept can be read. Free some space."
    ),
    LibraryProblem.READ_ONLY: N_(
        "The library {path} can be read, but nothing can be changed in it: writing is not allowed."
    ),
    LibraryProblem.DAMAGED: N_(
        "The library {path} is damaged. Save what can be read of it with the command: accessreader library repair"
    ),
    LibraryProblem.DISK: N_("The disk with the library {path} does not work as it should. Make a copy of the file."),
    LibraryProblem.UNREACHABLE: N_("The library {path} cannot be opened. Check the permissions of its folder."),
    LibraryProblem.NEWER: N_("The library {path} was written by a newer version of this program. Use that version."),
    LibraryProblem.NOT_KEPT: N_("This page is not kept: {path}"),
}


class LibraryError(AccessReaderError):
    """What is kept could not be read or written; `path` is the library's file, or the address that is not kept."""

    exit_code = 12

    def __init__(self, problem: LibraryProblem, path: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = path
        self.template = _LIBRARY_SENTENCES[problem]


class UsageError(AccessReaderError):
    """The command line was asked for what it does not have."""

    exit_code = 2
    template = N_("{detail}")

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class WindowError(AccessReaderError):
    """The window cannot be opened on this machine."""

    exit_code = 8
    template = N_("The window cannot be opened: {detail} The commands work without it: accessreader --help")

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class SpeechError(AccessReaderError):
    """What was to be spoken, or spoken into a file, could not be; `detail` is a sentence of its own for why."""

    exit_code = 9
    template = N_("The voice could not speak this. Choose another voice, or try again.")

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        if detail:
            self.template = UsageError.template


class BrailleProblem(StrEnum):
    """Why there is no braille."""

    LIBRARY = "library"
    TABLES = "tables"
    TABLE = "table"


_BRAILLE_SENTENCES = {
    BrailleProblem.LIBRARY: N_(
        "Braille is written by liblouis, which is not on this computer. Install it (Debian: liblouis20) and try again."
    ),
    BrailleProblem.TABLES: N_(
        "There are no braille tables of liblouis on this computer. Install them (Debian: liblouis-data) and try again."
    ),
    BrailleProblem.TABLE: N_("This could not be written with the table {table} of liblouis. Name another one."),
}


class BrailleError(AccessReaderError):
    """Text could not be written in braille."""

    exit_code = 11

    def __init__(self, problem: BrailleProblem, *, table: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.table = table
        self.template = _BRAILLE_SENTENCES[problem]


class UnforeseenError(AccessReaderError):
    """A fault of the program's own."""

    template = N_("Something went wrong inside the program. What happened is written in {log}.")

    def __init__(self, log: str) -> None:
        super().__init__(log)
        self.log = log
