r"""The notation of the demonstration's texts, turned into the HTML an office would have pasted.

    ## heading       ### smaller heading       > quotation       ---
    - item           1. item                   (three spaces deeper: a list inside the item)
    | a | b |        a table whose first row is its header
    ! picture | alternative | caption
    **strong**  *emphasis*  [words](news/9107)  {ar|words in another language}
    a \ at a line's end breaks the line        №~5: a no-break space that can be seen here

Blocks are parted by empty lines.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable
from typing import Final

_ITEM: Final = re.compile(r"( *)(-|\d+\.) (.*)")
_HEADING: Final = re.compile(r"(#{2,4}) (.*)")
_LINK: Final = re.compile(r"\[([^\]]+)\]\((news|page)/(\d+)\)")
_OTHER: Final = re.compile(r"\{([a-z]{2})\|([^}]+)\}")
_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he"})
_HANDS: Final = (
    (
        '<p style="text-align: justify; margin: 0cm 0cm 8pt;"><span style="font-size: 14pt; line-height: 107%;">',
        "</span></p>",
    ),
    ("<p>", "</p>"),
    ('<div style="text-align: justify;">', "</div><div><br /></div>"),
)
"""A paragraph out of a word processor, one typed by hand, and one of an editor that knows only divisions."""

_SECTION: Final = "?type=internationalactivity&amp;title=International%20activity"


def picture_address(name: str) -> str:
    """Where the site keeps a picture: a folder of meaningless names, as such sites have."""
    return f"/storage/{hashlib.blake2b(name.encode(), digest_size=16).hexdigest()}.png"


def item_address(kind: str, number: int, culture: str) -> str:
    """The path of an item, escaped for an attribute."""
    if kind == "page":
        return f"/{culture}/pages/details/{number}{_SECTION}"
    return f"/{culture}/news/details/{number}"


def escaped(text: str) -> str:
    """The text for HTML, its no-break spaces by name."""
    return html.escape(text).replace("\u00a0", "&nbsp;")


def inline(text: str, culture: str) -> str:
    """One block's words as HTML."""

    def other(found: re.Match[str]) -> str:
        direction = ' dir="rtl"' if found[1] in _RIGHT_TO_LEFT else ""
        return f'<span lang="{found[1]}"{direction}>{found[2]}</span>'

    made = escaped(text).replace("\\\n", "<br />\n")
    made = _LINK.sub(
        lambda found: f'<a href="{item_address(found[2], int(found[3]), culture)}">{found[1]}</a>',
        made,
    )
    made = _OTHER.sub(other, made)
    made = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", made)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", made)


def body(text: str, culture: str, hand: int = 0) -> str:
    """The HTML of a whole body; `hand` chooses whose hand pasted it, for no two do it alike."""
    before, after = _HANDS[hand % len(_HANDS)]
    blocks = re.split(r"\n\s*\n", text.replace("~", "\u00a0"))
    made = "\n".join(_block(block, culture) for block in blocks if block)
    return made.replace("<p>", before).replace("</p>", after)


def _block(block: str, culture: str) -> str:
    if found := _HEADING.fullmatch(block):
        level = len(found[1])
        return f"<h{level}>{inline(found[2], culture)}</h{level}>"
    for begins, made in _FORMS:
        if re.match(begins, block):
            return made(block, culture)
    return f"<p>{inline(block, culture)}</p>"


def _quotation(block: str, culture: str) -> str:
    words = re.sub(r"^> ?", "", block, flags=re.MULTILINE)
    return f"<blockquote><p>{inline(words, culture)}</p></blockquote>"


def _divider(_block: str, _culture: str) -> str:
    return "<hr />"


def _figure(block: str, culture: str) -> str:
    name, alternative, caption = (part.strip() for part in block[1:].split("|"))
    return (
        '<div class="news-photo" style="margin: 0 0 15px;">'
        f'<figure><img class="img-responsive" src="{picture_address(name)}" '
        f'alt="{escaped(alternative)}" width="1200" height="675" />'
        f"<figcaption>{inline(caption, culture)}</figcaption></figure></div>"
    )


def _table(block: str, culture: str) -> str:
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in block.splitlines()]
    head = "".join(f'<th scope="col">{inline(cell, culture)}</th>' for cell in rows[0])
    lines = ("<tr>" + "".join(f"<td>{inline(cell, culture)}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return (
        '<div class="table-responsive"><table class="table table-bordered">'
        f"<thead><tr>{head}</tr></thead>\n<tbody>" + "\n".join(lines) + "</tbody></table></div>"
    )


def _list(block: str, culture: str) -> str:
    """Lists within lists: a deeper line opens a list inside the item that is still open."""
    made: list[str] = []
    opened: list[tuple[int, str]] = []
    for line in block.splitlines():
        found = _ITEM.fullmatch(line)
        if found is None:
            made.append(" " + inline(line.strip(), culture))
            continue
        indent, tag = len(found[1]), "ul" if found[2] == "-" else "ol"
        while opened and opened[-1][0] > indent:
            made.append(f"</li></{opened.pop()[1]}>\n")
        if opened and opened[-1][0] == indent:
            made.append("</li>\n")
        else:
            opened.append((indent, tag))
            made.append(f"<{tag}>\n")
        made.append("<li>" + inline(found[3], culture))
    made.extend(f"</li></{tag}>" for _, tag in reversed(opened))
    return "".join(made)


_FORMS: Final[tuple[tuple[str, Callable[[str, str], str]], ...]] = (
    (r"> ?", _quotation),
    (r"! ", _figure),
    (r"\| ", _table),
    (r" *(-|\d+\.) ", _list),
    (r"---$", _divider),
)
