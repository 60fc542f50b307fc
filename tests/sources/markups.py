"""One text in six markups: what a crawler saw of a parliament's page, built again in the manners of the web."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Text:
    """What the page said, from top to bottom; what it did not say is empty."""

    labels: tuple[str, ...]
    house: tuple[str, ...]
    section: str
    title: str
    stamp: str
    body: tuple[str, ...]
    press: str
    share: str

    @property
    def date(self) -> str:
        return self.stamp.split(" ")[0]

    @property
    def views(self) -> str:
        return self.stamp.partition(" ")[2]


MENU = ("About the house", "Deputies", "Документы", "Жаңалықтар", "Contacts")


def menu(item: str) -> str:
    return "".join(item.format(f'<a href="/m/{number}">{word}</a>') for number, word in enumerate(MENU))


def each(words: tuple[str, ...], form: str) -> str:
    return "\n".join(form.format(escape(word)) for word in words)


def one(words: str, form: str) -> str:
    return form.format(escape(words)) if words else ""


def page(title: str, body: str) -> str:
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    return f'<!DOCTYPE html>\n<html lang="ru">\n{head}\n{body}</html>\n'


def div_soup(text: Text) -> str:
    return page(
        text.title,
        f"""<body><div class="a1"><div class="a2">{each(text.labels, "<div>{}</div>")}</div>
<div class="a3">{"<br>".join(map(escape, text.house))}</div><div class="a4">{menu("<span>{}</span> ")}</div></div>
<div class="b1"><div class="b2">{one(text.section, "<div>{}</div>")}{one(text.title, "<div class=t>{}</div>")}
{one(text.stamp, "<div>{}</div>")}<div class="b3">{each(text.body, "<div>{}</div>")}
{one(text.press, "<div><i>{}</i></div>")}</div>{one(text.share, "<div class=s>{}</div>")}</div></div>
<div class="c1"><div>2024 Any house. All rights reserved.</div></div></body>""",
    )


def article_and_main(text: Text) -> str:
    return page(
        text.title + " | Any house",
        f"""<body><header><ul>{each(text.labels, "<li>{}</li>")}</ul><p>{"<br/>".join(map(escape, text.house))}</p>
<nav>{menu("<li>{}</li>")}</nav></header>
<main><article>{one(text.section, "<p>{}</p>")}{one(text.title, "<h1>{}</h1>")}
{one(text.stamp, "<p>{}</p>")}
{each(text.body, "<p>{}</p>")}
{one(text.press, "<p><em>{}</em></p>")}{one(text.share, "<p>{}</p>")}</article></main>
<footer><p>2024 Any house.</p></footer></body>""",
    )


def tables(text: Text) -> str:
    return page(
        text.title,
        f"""<body bgcolor="#ffffff"><table width="100%"><tr><td colspan="2">{each(text.labels, "{}<br>")}</td></tr>
<tr><td colspan="2"><b>{"<br>".join(map(escape, text.house))}</b></td></tr>
<tr><td width="200" valign="top"><table>{menu("<tr><td>{}</td></tr>")}</table></td>
<td valign="top"><table><tr><td>{one(text.section, "<font size=2>{}</font>")}</td></tr>
<tr><td>{one(text.title, "<font size=4><b>{}</b></font>")}</td></tr><tr><td>{one(text.stamp, "{}")}</td></tr>
<tr><td>{each(text.body, "{}<br><br>")}{one(text.press, "<i>{}</i><br>")}</td></tr>
<tr><td>{one(text.share, "{}")}</td></tr></table></td></tr></table></body>""",
    )


def asp_net(text: Text) -> str:
    return page(
        text.title,
        f"""<body><form method="post" action="./Details.aspx" id="aspnetForm">
<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUK" /></div>
<div id="ctl00_panel">{each(text.labels, '<span class="lbl">{}</span><br />')}</div>
<div id="ctl00_head">{each(text.house, "<span>{}</span><br />")}</div>
<div id="ctl00_menu"><ul>{menu("<li>{}</li>")}</ul></div>
<div id="ctl00_ContentPlaceHolder1_pnl">{one(text.section, '<span id="ctl00_lblSection">{}</span><br />')}
<h2><span id="ctl00_lblTitle">{escape(text.title)}</span></h2>
{one(text.stamp, '<span id="ctl00_lblDate">{}</span><br />')}
<div id="ctl00_lblBody">{each(text.body, "<p>&nbsp;&nbsp;{}</p>")}<p>&nbsp;</p>{one(text.press, "<p>{}</p>")}</div>
{one(text.share, '<span id="ctl00_lblShare">{}</span>')}</div></form></body>""",
    )


def bootstrap(text: Text) -> str:
    date = (
        f'<div class="meta"><span>{text.date}</span> <span class="views">{text.views}</span></div>'
        if text.stamp
        else ""
    )
    return page(
        text.title,
        f"""<body><div class="special"><div class="container"><ul class="list-inline">
{each(text.labels, "<li>{}</li>")}</ul>
</div></div><div class="container"><div class="row"><div class="col-md-12"><a href="/">
{each(text.house, "<span>{}</span><br>")}</a></div></div><ul class="nav navbar-nav">{menu("<li>{}</li>")}</ul></div>
<div class="container body-content"><div class="row"><div class="col-md-8">
{one(text.section, '<div class="section-name">{}</div>')}<h1>{escape(text.title)}</h1>{date}
<div class="content-block">{each(text.body, "<p><span>{}</span></p>")}{one(text.press, "<p>{}</p>")}</div>
{one(text.share, "<div class=share><span>{}</span></div>")}</div>
<div class="col-md-4"><div class="related"><a href="/n/1">One more event in the house was held yesterday</a></div></div>
</div></div></body>""",
    )


def pasted_word(text: Text) -> str:
    word = (
        '<p class="MsoNormal" style="text-align:justify;mso-margin-top-alt:auto"><span lang="EN-US" '
        'style="font-size:14.0pt;mso-ansi-language:EN-US">{}<o:p></o:p></span></p>'
    )
    return page(
        text.title,
        f"""<body><div id="top">{each(text.labels, "<p>{}</p>")}<p>{"<br>".join(map(escape, text.house))}</p>
<p>{menu("{} ")}</p></div>
<div id="mid">{one(text.section, "<p>{}</p>")}<h3>{escape(text.title)}</h3>{one(text.stamp, "<p><b>{}</b></p>")}
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal {{ margin: 0 }}</style>
{each(text.body, word)}<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{one(text.press, word)}
{one(text.share, "<div>{}</div>")}</div></body>""",
    )


MARKUPS: dict[str, Callable[[Text], str]] = {
    "div soup": div_soup,
    "article and main": article_and_main,
    "tables": tables,
    "ASP.NET form": asp_net,
    "Bootstrap rows": bootstrap,
    "pasted Word": pasted_word,
}
