"""The pages of the demonstration site: an article, and everything such a site puts round it.

From top to bottom as a real upper house has it: the labels of the accessibility panel (in Russian
whatever the language), the house's name in two lines, the menu, the languages, the section, the
title, date and view counter in one line, the body, the press line, the share line, more news, the
footer. None of it but the article is for reading; cleaning it away is the reader's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from accessreader.demo import items, markup
from accessreader.demo.items import CULTURES, Item
from accessreader.demo.markup import escaped, item_address

A_PAGE: Final = 4
"""Items on one page of a list."""

_LANGUAGES: Final = {"kk": "Қаз", "ru": "Рус", "en": "Eng"}

_STYLE: Final = """
    body { font: 16px/1.4 Arial, sans-serif; color: #333; background: #fff; }
    .special-panel { display: none; background: #eee; }
    .news-title { color: #12324f; text-transform: none; }
"""

_SCRIPT: Final = """
    //<![CDATA[
    var panel = { "Цвет сайта": 0, text: "<p>This must not be read.</p>" };
    document.documentElement.className += " js"; if (1 < 2 && panel) { window.scheme = "normal"; }
    //]]>
"""


def article(item: Item, culture: str) -> str:
    """The page of one item under a culture's address, in whatever language the item itself is."""
    words = items.words(CULTURES[culture])
    section = f'<div class="section-name">{escaped(item.section)}</div>' if item.section else ""
    share = f'<div class="share"><span>{escaped(item.share)}</span></div>' if item.share else ""
    middle = f"""
<div class="row"><div class="col-md-8 col-sm-12">
  <div class="detail-wrap"><div class="detail">
    {section}
    <h1 class="news-title">{escaped(item.title)}</h1>
    <div class="meta"><span>{_date(item)}</span> <span class="views">{item.views}</span></div>
    <div class="content-block">
{markup.body(item.body, culture, item.number)}
      <p>&nbsp;</p>
      <p style="text-align: right;"><em>{escaped(item.press)}</em></p>
    </div>
    {share}
  </div></div>
</div>
<div class="col-md-4 hidden-sm"><div class="related">
  <div class="related-name">{escaped(words["related"])}</div>
{_related(item, culture)}
</div></div></div>"""
    others = {each: item_address(item.kind, item.number, each) for each in CULTURES}
    return _page(culture, item.title, middle, others)


def listing(culture: str, number: int) -> str | None:
    """One page of the list of news, counted from 1; None past its end."""
    language = CULTURES[culture]
    everything = items.items("news", language)
    last = -(-len(everything) // A_PAGE)
    if not 1 <= number <= last:
        return None
    words = items.words(language)
    rows = "\n".join(
        f'<div class="news-row"><div class="news-row-date">{_date(item)}</div>'
        f'<div class="news-row-body"><h3><a href="{item_address("news", item.number, culture)}">'
        f"{escaped(item.title)}</a></h3></div></div>"
        for item in everything[(number - 1) * A_PAGE : number * A_PAGE]
    )
    middle = f"""
<div class="row"><div class="col-md-12">
  <h1>{escaped(words["news"])}</h1>
{rows}
  <ul class="pagination">{_paging(culture, number, last)}</ul>
</div></div>"""
    others = {each: f"/{each}/news?p={number}" for each in CULTURES}
    return _page(culture, words["news"], middle, others)


def absence(culture: str, reason: str) -> str:
    """The page that says that there is none: `reason` is "missing" or "gone"."""
    words = items.words(CULTURES[culture])
    middle = f'<div class="row"><div class="col-md-12"><h1>{escaped(words[reason])}</h1></div></div>'
    return _page(culture, words[reason], middle, {each: f"/{each}/news" for each in CULTURES})


def _date(item: Item) -> str:
    return item.published.strftime("%d.%m.%Y")


def _related(item: Item, culture: str) -> str:
    others: Sequence[Item] = [each for each in items.items("news", CULTURES[culture]) if each.number != item.number]
    return "\n".join(
        f'  <div class="related-item"><span>{_date(each)}</span> '
        f'<a href="{item_address("news", each.number, culture)}">{escaped(each.title)}</a></div>'
        for each in others[:3]
    )


def _paging(culture: str, current: int, last: int) -> str:
    words = items.words(CULTURES[culture])
    steps = [(str(number), number, number == current) for number in range(1, last + 1)]
    if current > 1:
        steps.insert(0, (words["newer"], current - 1, False))
    if current < last:
        steps.append((words["older"], current + 1, False))
    return "".join(
        f'<li class="active"><span>{label}</span></li>'
        if here
        else f'<li><a href="/{culture}/news?p={number}">{escaped(label)}</a></li>'
        for label, number, here in steps
    )


def _page(culture: str, title: str, middle: str, others: dict[str, str]) -> str:
    words = items.words(CULTURES[culture])
    panel = "\n".join(f"  <li><a>{escaped(label)}</a></li>" for label in words["panel"])
    menu = "\n".join(
        f'  <li><a href="{escaped(address.format(culture=culture))}">{escaped(label)}</a></li>'
        for label, address in words["menu"]
    )
    switch = "\n".join(
        f'  <li><a hreflang="{CULTURES[each]}" rel="alternate" href="{address}">{_LANGUAGES[CULTURES[each]]}</a></li>'
        for each, address in others.items()
    )
    first, second = words["name"]
    return f"""<!DOCTYPE html>
<html lang="{culture}">
<head>
<meta charset="utf-8" />
<meta http-equiv="X-UA-Compatible" content="IE=edge" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{escaped(title)}</title>
<style type="text/css">{_STYLE}</style>
<script type="text/javascript">{_SCRIPT}</script>
</head>
<body>
<form method="post" action="/{culture}/news" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTk3NDA5MjQ1OWRk" />
<div class="special-panel"><div class="container"><ul class="list-inline">
{panel}
</ul></div></div>
<header><div class="container">
<div class="logo"><a href="/{culture}/news"><span>{escaped(first)}</span><br />
<span>{escaped(second)}</span></a></div>
<ul class="languages list-inline">
{switch}
</ul>
<nav class="navbar navbar-default"><ul class="nav navbar-nav">
{menu}
</ul></nav>
</div></header>
<div class="container body-content">{middle}
</div>
<footer><div class="container">
<p>{escaped(words["feedback"])}</p>
<p>{escaped(words["footer"])}</p>
</div></footer>
</form>
<script type="text/javascript">{_SCRIPT}</script>
<noscript><div>{escaped(words["counter"])}</div></noscript>
</body>
</html>
"""
