"""Copies of pages in web archives: the archive's bar goes, and every address is again what it was on the site itself.

An archive serves a page of another site under `/web/{time}/{address}`, turns every address in it into one of that
kind, and lays a bar of its own over the page. A reader wants the page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from accessreader.errors import FetchError
from accessreader.sources.address import normalised
from accessreader.sources.guard import guarded
from accessreader.sources.page import Page
from accessreader.sources.references import changed

_COPY: Final = re.compile(
    r"(?:https?:)?(?://[^/]+)?/(?:(?:web|wayback)/\d{4,14}|(?:[\w.-]+/){1,3}?\d{14})(?:[a-z]{2}_)?/(https?:/{1,2}[^/].*)",
    re.IGNORECASE,
)
_MARKS: Final = ("FILE ARCHIVED ON", "WAYBACK TOOLBAR INSERT", "__wm.wombat(")
_BAR: Final = re.compile(
    r"<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->.*?<!--\s*END WAYBACK TOOLBAR INSERT\s*-->", re.DOTALL
)
_BAR_ELEMENTS: Final = "#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato, #wm-capinfo"
_TOLD: Final = re.compile(
    r"""__wm\.wombat\(\s*["'](https?://[^"']{1,2000})["']|\bid="wmtbURL"[^>]{0,200}value="(https?://[^"]{1,2000})"""
)


def restored(page: Page) -> Page:
    """The page as its own site gave it, where it is a copy in an archive; else the page itself."""
    original = original_of(page.final_url)
    if not original and not any(mark in page.html for mark in _MARKS):
        return page
    told = _TOLD.search(page.html)
    original = original or (_opened(told[1] or told[2]) if told else "")
    html = _BAR.sub("", page.html)
    if 'id="wm-ipp' in html:
        html = _without_bar(html)
    html = changed(html, lambda _tag, reference: _address_in(reference) or None)
    return replace(page, html=html, final_url=original or page.final_url)


def original_of(address: str) -> str:
    """The address of the page of which this is the address of a copy; empty where it is no copy's."""
    return _opened(_address_in(address))


def _address_in(reference: str) -> str:
    found = _COPY.fullmatch(reference)
    return re.sub(r":/{1,2}", "://", found[1], count=1) if found else ""


def _opened(address: str) -> str:
    try:
        return normalised(address) if address else ""
    except FetchError:
        return ""


def _without_bar(html: str) -> str:
    tree = LexborHTMLParser(guarded(html))
    for node in tree.css(_BAR_ELEMENTS):
        node.decompose()
    return tree.html or html
