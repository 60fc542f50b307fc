"""Markup written to hold or break a reader: each shape as a function of how many bytes it should have, about.

Every page has a title and a paragraph that is worth reading, so that an article is the right answer.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Final

PARAGRAPH: Final = (
    "<p>The town of Sary has had running water again since Monday, after two weeks of repairs, and the school was the "
    "first to be connected, said the head of the works, who thanked everyone for their patience.</p>"
)
_HEAD: Final = "<!doctype html><html><head><title>Water is back</title></head><body><h1>Water is back</h1>"


def _page(body: str) -> str:
    return f"{_HEAD}{PARAGRAPH}{body}{PARAGRAPH}</body></html>"


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: _page(piece * (size // len(piece)))


def _nested(tag: str, inner: str = "") -> Callable[[int], str]:
    opening = f"<{tag}>{inner}"
    closing = "".join(f"</{name.split()[0]}>" for name in reversed(tag.split("><")))

    def made(size: int) -> str:
        count = size // (len(opening) + len(closing))
        return _page(opening * count + PARAGRAPH + closing * count)

    return made


def _numbered(template: str) -> Callable[[int], str]:
    def made(size: int) -> str:
        return _page("".join(template.format(n=n) for n in range(size // len(template.format(n=9999)))))

    return made


def _attributes(size: int) -> str:
    return _page(f"<div {' '.join(f'a{n}=1' for n in range(size // 8))}>{PARAGRAPH}</div>")


def _attributes_of_many(size: int) -> str:
    tag = f"<div {' '.join(f'a{n}=1' for n in range(64))}>x</div>"
    return _page(tag * (size // len(tag)))


def _misnested(size: int) -> str:
    piece = "<b><i><u><p>x</b></i></u>"
    return _page(piece * (size // len(piece)))


def _noise(size: int) -> str:
    chosen = random.Random(1)
    return "".join(map(chr, chosen.choices(range(1, 0xD7FF), k=size // 3)))


def _soup(size: int) -> str:
    chosen = random.Random(2)
    tags = ["p", "div", "table", "tr", "td", "b", "a href=x", "ul", "li", "form", "select", "option", "h1", "span"]
    pieces = [f"<{'/' if chosen.random() < 0.4 else ''}{chosen.choice(tags)}>word " for _ in range(size // 12)]
    return _page("".join(pieces))


def _paragraphs(size: int) -> str:
    """An ordinary long page, against which the others are held."""
    words = [
        "the water of the town",
        "comes from a well",
        "that was dug",
        "by hand",
        "and is kept by",
        "people of the street",
    ]
    chosen = random.Random(3)
    made, length = [], 0
    while length < size:
        made.append(f"<p>{' '.join(chosen.choices(words, k=16))}. <a href='/{length}'>More</a></p>\n")
        length += len(made[-1])
    return _page("".join(made))


_WORDS: Final = {
    "en": "the repairs|of the water|our town’s|is hand-dug|schools and|every street|people|the deep well|on Monday|was",
    "kk": "су қала жөндеу мектеп көше адамдар құдық дүйсенбі деді және болды қолмен қазылған сақталады әр күн таза",
}
_TOP: Final = (
    '<div class="top-line"><a class="logo" href="/"><img src="/static/logo.svg" alt="The Town"></a>'
    '<nav class="menu"><ul>{items}</ul></nav></div><script>window.data=[{script}];</script>'
    '<main class="page__main"><article class="news-detail"><h1 class="news-detail__title">Water is back</h1>'
).format(
    items="".join(
        f'<li class="menu__item"><a class="menu__link" href="/section/{n}/">Section {n}</a></li>' for n in range(12)
    ),
    script="1234567890," * 200,
)


def _piece(number: int, said: Callable[[int], str]) -> str:
    """A piece of an article's text: mostly paragraphs."""
    match number % 11:
        case 0:
            return f"<script>window.places=[{'1234567890,' * 220}{number}];</script>\n"
        case 3:
            return f'<h2 class="subtitle">{said(4)}</h2>\n'
        case 6:
            return f"<ul><li>{said(9)}</li><li>{said(6)}</li><li>{said(12)}</li></ul>\n"
        case 8:
            picture = f'<img src="/photo/{number}.jpg" alt="{said(5)}" width=640 height=480 loading=lazy>'
            return f'<figure class="photo">{picture}<figcaption>{said(8)}</figcaption></figure>\n'
        case 10:
            return f"<blockquote><p>{said(30)}.</p></blockquote>\n"
        case _:
            link = f'<a href="/news/{number}">{said(3)}</a>'
            return f'<p class="text">{said(18)}, {link} {said(14)}. <strong>{said(2)}</strong> {said(7)}.</p>\n'


def _card(number: int, said: Callable[[int], str]) -> str:
    picture = (
        f'<a class="card__link" href="/news/{number}"><img class="card__picture" src="/p/{number}.jpg" alt=""></a>'
    )
    title = f'<a class="card__title" href="/news/{number}">{said(7)}</a><span class="card__date">16.09.2025</span>'
    return f'<div class="card">{picture}<div class="card__body">{title}</div></div>\n'


def _comment(_number: int, said: Callable[[int], str]) -> str:
    name = f'<b class="comment__author">{said(2)}</b> <time>12:40</time>'
    return f'<div class="comment">{name}<p>{said(16)}.</p></div>\n'


def news(size: int, language: str = "en") -> str:
    """A page as houses write them: menu, script, a text with links, pictures and lists, cards of others, comments.

    A fourth of it is script and there is a tag for 65 bytes; of four hundred real ones half have fewer tags.
    """
    chosen = random.Random(4)
    words = _WORDS[language].split("|" if language == "en" else " ")

    def said(count: int) -> str:
        return " ".join(chosen.choices(words, k=count)).capitalize()

    parts = [
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>Water is back</title></head><body>"
    ]
    parts.append(_TOP)
    length = len(_TOP)
    for share, opening, made in (
        (0.7, "", _piece),
        (0.85, "</article></main><div class='related'>", _card),
        (1.0, "</div><section class='comments' id='comments'>", _comment),
    ):
        parts.append(opening)
        number = 0
        while length < size * share:
            parts.append(made(number, said))
            length += len(parts[-1].encode())
            number += 1
    return "".join((*parts, "</section><footer>© 2025 The Town</footer></body></html>"))


SHAPES: Final[Mapping[str, Callable[[int], str]]] = {
    "paragraphs": _paragraphs,
    "news": news,
    "news in Kazakh": lambda size: news(size, "kk"),
    "attributes of one element": _attributes,
    "attributes of all elements": _attributes_of_many,
    "one long attribute": lambda size: _page(f"<div title='{'x ' * (size // 2)}'>{PARAGRAPH}</div>"),
    "classes": lambda size: _page(f"<div class='{' '.join(f'c{n}' for n in range(size // 7))}'>{PARAGRAPH}</div>"),
    "nested div": _nested("div"),
    "nested div with text": _nested("div", "word "),
    "nested span": _nested("span", "word "),
    "nested table": _nested("table><tr><td"),
    "nested blockquote": _nested("blockquote", "word "),
    "nested list": _nested("ul><li", "word "),
    "nested definition": _nested("dl><dd", "word "),
    "nested section with heading": _nested("section", "<h2>Heading</h2>"),
    "nested link": _nested("a href=x", "word "),
    "unclosed div": _repeated("<div>word "),
    "unclosed b": _repeated("<b>word "),
    "unclosed font": _numbered("<font size={n}>word "),
    "unclosed font with paragraphs": _numbered("<p><font size={n}>word "),
    "unclosed a": _repeated("<a href=x>word "),
    "unclosed nobr": _repeated("<nobr>word "),
    "unclosed form": _repeated("<form><input>word "),
    "unclosed svg": _repeated("<svg><g>word "),
    "unclosed template": _repeated("<template>word "),
    "unclosed object": _repeated("<object>word "),
    "unclosed select": _repeated("<select><option>word "),
    "unclosed button": _repeated("<button>word "),
    "unclosed heading": _repeated("<h2>word "),
    "unclosed table": _repeated("<table>word "),
    "table of loose text": lambda size: _page("<table>" + "word <tr>" * (size // 9) + "</table>"),
    "misnested formatting": _misnested,
    "end tags": _repeated("</p>"),
    "end tags of nothing": _repeated("</nothing>"),
    "siblings": _repeated("<i></i>"),
    "paragraph siblings": _repeated("<p>word</p>"),
    "empty paragraphs": _repeated("<p></p>"),
    "line breaks": _repeated("word<br>"),
    "only line breaks": _repeated("<br>"),
    "links": _numbered("<a href='/news/{n}'>Link number {n}</a> "),
    "list of links": lambda size: _page(
        "<ul>" + "".join(f"<li><a href='/news/{n}'>News of the day {n}</a></li>" for n in range(size // 60)) + "</ul>"
    ),
    "headings": _numbered("<h2>Part {n}</h2><p>word</p>"),
    "announcements": _repeated(f"{PARAGRAPH}<p>See also</p><h3>Related</h3>"),
    "announcements alone": _repeated("<p>See also</p>"),
    "comments announced": _repeated(f"<p>Comments</p>{PARAGRAPH}"),
    "links announced": _repeated("<p>See also</p><p><a href=/a>Another story that was written here</a></p>"),
    "quotations": _repeated(f"<blockquote>{PARAGRAPH}</blockquote>"),
    "dates": _repeated("<p>16.09.2025 104</p>"),
    "addresses": _numbered("<p>https://news.example/{n} and www.{n}.example</p>"),
    "quoted words": _repeated("<p>«Су» «вода» «water» “су” said the head of the works on Monday morning</p>"),
    "tongues": _repeated("<p>Су қайта келді вода вернулась water is back су қайта келді вода вернулась</p>"),
    "pictures": _numbered("<figure><img src='/{n}.jpg' alt='A picture'><figcaption>Caption {n}</figcaption></figure>"),
    "wide table": lambda size: _page("<table><tr>" + "<td>word" * (size // 8) + "</table>"),
    "long table": lambda size: _page("<table>" + "<tr><td>word<td>word" * (size // 20) + "</table>"),
    "wide row beside a long cell": lambda size: _page(
        f"<table><tr><td>{'word ' * (size // 10)}" + "<td>word" * (size // 16) + "</table>"
    ),
    "line breaks in a cell": lambda size: _page("<table><tr><td>" + "word<br>" * (size // 8) + "<td>word</table>"),
    "wide cells": lambda size: _page("<table>" + "<tr><td colspan=1000 rowspan=60000>word" * (size // 39) + "</table>"),
    "one long word": lambda size: _page(f"<p>{'x' * size}</p>"),
    "one long line": lambda size: _page(f"<p>{'word ' * (size // 5)}</p>"),
    "one long line of dates": lambda size: _page(f"<p>{'16.09.2025 ' * (size // 11)}</p>"),
    "one long line of digits": lambda size: _page(f"<p>{'1' * size}</p>"),
    "one long line of spaces": lambda size: _page(f"<p>a{' ' * size}b</p>"),
    "one long line of nbsp": lambda size: _page(f"<p>a{'&nbsp;' * (size // 6)}b</p>"),
    "one long line of brackets": lambda size: _page(f"<p>{'(' * size}</p>"),
    "one long line of marks": lambda size: _page("<p>e" + "\u0301\u0323" * (size // 4) + "</p>"),
    "one long line of quotes": lambda size: _page(f"<p>{'“' * (size // 3)}</p>"),
    "one long line of dots": lambda size: _page(f"<p>{'a. ' * (size // 3)}</p>"),
    "pre": lambda size: _page(f"<pre>{'word  ' * (size // 12)}{chr(10) * (size // 2)}</pre>"),
    "less-than signs": lambda size: "<" * size,
    "greater-than signs": lambda size: _page(">" * size),
    "ampersands": lambda size: _page("<p>" + "&" * size),
    "entities": lambda size: _page("<p>" + "&amp;lt;" * (size // 8)),
    "entities of two": lambda size: _page("<p>" + "&NotEqualTilde;" * (size // 15)),
    "numbered entities": lambda size: _page("<p>&#" + "9" * size),
    "entity declarations": lambda size: (
        "<!DOCTYPE html ["
        + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, max(2, size // 60)))
        + "]>"
        + _page("<p>&e9;</p>")
    ),
    "null bytes": lambda size: _page("<p>" + "\0" * size),
    "null bytes between": lambda size: _page("\0<\0p\0>" * (size // 6)),
    "long title": lambda size: f"<title>{'word ' * (size // 5)}</title><h1>{'word ' * (size // 5)}</h1>{PARAGRAPH}",
    "many titles": lambda size: _page(f"<h1>{'Water is back'}</h1>" * (size // 22)),
    "metadata": lambda size: "".join(f"<meta name=a{n} content='{n}'>" for n in range(size // 30)) + _page(""),
    "json": lambda size: f"<script type='application/ld+json'>{'[' * size}</script>" + _page(""),
    "json of many": lambda size: (
        "<script type='application/ld+json'>[" + '{"@type":"NewsArticle"},' * (size // 24) + "{}]</script>" + _page("")
    ),
    "many jsons": lambda size: "<script type='application/ld+json'>{}</script>" * (size // 46) + _page(""),
    "srcset": lambda size: _page(f"<img srcset='{'a.jpg 1w,' * (size // 9)}'>"),
    "srcset of blanks": lambda size: _page(f"<img srcset='{'a ' * (size // 2)}'>"),
    "data address": lambda size: _page(f"<img src='data:image/png;base64,{'A' * size}'>"),
    "style": lambda size: _page(f"<div style='{'color:red;' * (size // 10)}'>{PARAGRAPH}</div>"),
    "style of blanks": lambda size: _page(f"<div style='display{' ' * size}none'>{PARAGRAPH}</div>"),
    "long address": lambda size: _page(f"<a href='/{'a/' * (size // 2)}'>word</a>"),
    "long host": lambda size: _page(f"<a href='http://{'a.' * (size // 2)}'>word</a>"),
    "dots in address": lambda size: _page(f"<a href='/{'../' * (size // 3)}'>word</a>"),
    "comments": _repeated("<!-- x -->"),
    "open comment": lambda size: _page("<!--" + "-" * size),
    "open comments": _repeated("<!--"),
    "declarations": _repeated("<![CDATA["),
    "open quotes": lambda size: _page("<a b='" * (size // 6)),
    "open quotes of both": lambda size: _page("<a b='\"" * (size // 7)),
    "attributes without blanks": lambda size: _page("<a " + "b='c'" * (size // 5) + ">"),
    "attributes of slashes": lambda size: _page("<a " + "/" * size + ">"),
    "equals signs": lambda size: _page("<a " + "=" * size + ">"),
    "attribute names": lambda size: _page("<a " + "b" * size + ">"),
    "tag name": lambda size: _page("<" + "a" * size + ">"),
    "tags of all names": _numbered("<t{n}>word"),
    "scripts": _repeated("<script>x</script>"),
    "open script": lambda size: _page("<script>" + "<!--<script>" * (size // 12)),
    "open textarea": lambda size: _page("<textarea>" + "</textare" * (size // 9)),
    "plaintext": lambda size: _page("<plaintext>" + "<p>word" * (size // 7)),
    "frames": lambda size: "<frameset>" * (size // 20) + "<frame src=x>" * (size // 26),
    "noise": _noise,
    "soup": _soup,
}
"""By name: a function from a size in bytes to markup of about that size."""
