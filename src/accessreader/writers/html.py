"""The article as one HTML page that needs nothing from anywhere.

Every text is escaped, only http and https addresses become links, pictures are links too: opening the file asks
nothing of the network. Languages are marked on every block and run that differs, so that a voice can change.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from accessreader.article import (
    Article,
    Block,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Preformatted,
    Quotation,
    Run,
    Runs,
    Table,
    Video,
    sheet,
)
from accessreader.messages import _

_PAGE: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 40em; margin: 1em auto; padding: 0 1em; font: 1.25em/1.6 sans-serif; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid; padding: 0.3em 0.6em; text-align: start; vertical-align: top; }}
pre {{ white-space: pre-wrap; }}
blockquote {{ border-inline-start: 0.3em solid; margin-inline: 0; padding-inline-start: 1em; }}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def write(article: Article) -> str:
    """The article as a whole page, ending with a line feed."""
    body: list[str] = []
    for kind, group in groupby(sheet(article), key=type):
        blocks = tuple(group)
        if kind is ListItem:
            body.append(_lists(block for block in blocks if isinstance(block, ListItem)))
        elif kind is Quotation:
            body.append("\n".join(("<blockquote>", *(_simple("p", block) for block in blocks), "</blockquote>")))
        else:
            body.extend(_block(block) for block in blocks)
    if link := _link_open(article.url):
        body.append(f"<p>{link}{html.escape(article.url)}</a></p>")
    return _PAGE.format(language=html.escape(article.language), title=html.escape(article.title), body="\n".join(body))


def _block(block: Block) -> str:
    match block:
        case Heading(level=level):
            form = _simple(f"h{level}", block)
        case Figure():
            form = _figure(block)
        case Table():
            form = _table(block)
        case Preformatted():
            form = preformatted(block)
        case Video(href=href):
            link = _link_open(href)
            # Translators: {name} is the name of a film or sound that the page embeds.
            words = html.escape(_("[Video: {name}]").format(name=block.text))
            form = f"<p{_attributes(block)}>{link}{words}{'</a>' if link else ''}</p>"
        case Divider():
            form = "<hr>"
        case _:
            form = _simple("p", block)
    return form


def preformatted(block: Preformatted) -> str:
    """Preformatted text with its links as an element; what it shows is escaped."""
    return f"<pre{_attributes(block)}>\n{_inline(block.runs, line_end='')}</pre>"


def _simple(tag: str, block: Block) -> str:
    return f"<{tag}{_attributes(block)}>{_inline(block.runs)}</{tag}>"


def _figure(figure: Figure) -> str:
    link = _link_open(figure.source)
    words = html.escape(figure.alternative or _("Picture"))
    caption = f"<figcaption>{_inline(figure.caption)}</figcaption>" if figure.caption else ""
    return f"<figure{_attributes(figure)}><p>{link}{words}{'</a>' if link else ''}</p>{caption}</figure>"


def _table(table: Table) -> str:
    rows = (
        "<tr>" + "".join(_cell(cell, "col" if number == 0 else "row") for cell in row) + "</tr>"
        for number, row in enumerate(table.cells)
    )
    return "\n".join((f"<table{_attributes(table)}>", *rows, "</table>"))


def _cell(cell: Cell, scope: str) -> str:
    return f'<th scope="{scope}">{_inline(cell.runs)}</th>' if cell.header else f"<td>{_inline(cell.runs)}</td>"


def _lists(items: Iterable[ListItem]) -> str:
    """List items as nested lists; an item that is two levels deeper than the one before it stands one deeper."""
    out: list[str] = []
    stack: list[str] = []
    for item in items:
        depth, tag = min(item.depth, len(stack)), "ul" if item.ordinal is None else "ol"
        while len(stack) > depth + 1:
            out.append(f"</li></{stack.pop()}>")
        if len(stack) == depth + 1:
            out.append("</li>")
            if stack[-1] != tag:
                out.append(f"</{stack.pop()}>")
        if len(stack) == depth:
            stack.append(tag)
            out.append(f"<{tag}>")
        value = "" if item.ordinal is None else f' value="{item.ordinal}"'
        out.append(f"<li{value}{_attributes(item)}>{_inline(item.runs)}")
    out.extend(f"</li></{tag}>" for tag in reversed(stack))
    return "\n".join(out)


def _attributes(block: Block) -> str:
    language = f' lang="{html.escape(block.language)}"' if block.language else ""
    leftward = any(unicodedata.bidirectional(character) in ("R", "AL") for character in block.text)
    return language + (' dir="auto"' if leftward else "")


def _link_open(href: str) -> str:
    return f'<a href="{html.escape(href)}">' if href.lower().startswith(("http://", "https://")) else ""


def _inline(runs: Runs, line_end: str = "<br>") -> str:
    out: list[str] = []
    for href, group in groupby(runs, key=lambda run: run.href):
        inner = "".join(_run(run, line_end) for run in group)
        link = _link_open(href or "")
        out.append(f"{link}{inner}</a>" if link else inner)
    return "".join(out)


def _run(run: Run, line_end: str) -> str:
    text = html.escape(run.text).replace("\n", f"{line_end}\n")
    for wanted, tag in ((run.emphasis, "em"), (run.strong, "strong")):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    return f'<span lang="{html.escape(run.language)}">{text}</span>' if run.language else text
