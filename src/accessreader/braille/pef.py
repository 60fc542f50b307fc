"""PEF 1.0 (2008-1), the Portable Embosser Format: braille pages as XML, the same whatever embosser there is."""

from __future__ import annotations

import html
from collections.abc import Sequence

from accessreader.article import Article
from accessreader.braille.pages import Page, PageSize

NAMESPACE = "http://www.daisy.org/ns/2008/pef"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def write_pef(article: Article, pages: Sequence[Page], size: PageSize) -> str:
    """The pages of an article as a PEF file: one volume of one section."""
    told = {
        "format": "application/x-pef+xml",
        "identifier": article.url or article.title or "accessreader",
        "title": article.title,
        "creator": article.author,
        "publisher": article.site,
        "date": article.published.isoformat() if article.published else "",
        "language": article.language,
        "source": article.url,
    }
    meta = [f"      <dc:{name}>{_escaped(words)}</dc:{name}>" for name, words in told.items() if words]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<pef version="2008-1" xmlns="{NAMESPACE}">',
            "  <head>",
            f'    <meta xmlns:dc="{DUBLIN_CORE}">',
            *meta,
            "    </meta>",
            "  </head>",
            "  <body>",
            f'    <volume cols="{size.width}" rows="{size.height}" rowgap="0" duplex="false">',
            "      <section>",
            *(_page(page) for page in pages),
            "      </section>",
            "    </volume>",
            "  </body>",
            "</pef>",
            "",
        )
    )


def _page(page: Page) -> str:
    rows = (f"          <row>{row}</row>" if row else "          <row/>" for row in page.rows)
    return "\n".join(("        <page>", *rows, "        </page>"))


def _escaped(words: str) -> str:
    """Words as XML holds them, without the characters that it cannot."""
    return html.escape(
        "".join(letter for letter in words if letter >= " " and letter not in "\ufffe\uffff"), quote=False
    )
