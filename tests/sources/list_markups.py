"""One list of news, as the pages of many hands would have it; each with the furniture that stands round such lists."""

import datetime as dt
import html
from dataclasses import dataclass, field

from accessreader.sources.headline import Headline

SITE = "https://council.example"
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
KAZAKH = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip

NEWS = (
    ("The council buys a second snow plough", "The first one is to be kept as a monument to patience."),
    ("Meetings move to the warm room until autumn", "Those who like it cold may sit by the door, says the clerk."),
    ("A vote on the colour of the benches", "Green had the most friends, brown the most relatives."),
    ("Why the tide table was wrong for a year", "Two pages had stuck together, and everyone trusted the printer."),
    ("Library hours", "The library opens an hour earlier for those who cannot sleep."),
    ("The last telephone box learns to lend books", "It holds forty volumes and one reader at a time."),
)
SIDE = (
    "Bees return to the old harbour",
    "A lighthouse for sale",
    "Snow in June, and who pays",
    "The mayor learns to swim",
)


@dataclass(frozen=True)
class Made:
    """A page, and what must be read in it."""

    page: str
    has_days: bool = True
    has_leads: bool = True
    has_pictures: bool = False
    next_page: str = ""
    today: dt.date | None = None
    items: tuple[Headline, ...] = field(default=())


def day(number):
    return dt.date(2024, 5, 28) - dt.timedelta(days=3 * number)


def rows():
    for number, (title, lead) in enumerate(NEWS):
        yield number, title, lead, f"/news/{900 - number}-item", day(number), f"/storage/{number:08x}.jpg"


def page(middle, *, head="", before="", after=""):
    """The middle with a menu of many links, a column of other news, and a footer."""
    menu = "".join(f'<li><a href="/about/{n}">Part {n} of the house</a></li>' for n in range(9))
    side = "".join(f'<li><a href="/popular/{n}">{title}</a></li>' for n, title in enumerate(SIDE))
    foot = "".join(f'<li><a href="/legal/{n}">Rules and conditions of use, part {n}</a></li>' for n in range(6))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>News | Hill Council</title>{head}</head><body>'
        f'<header class="site-header"><a class="logo" href="/">Hill Council</a><nav class="main-menu"><ul>{menu}</ul></nav>'
        f'<p class="today">Tuesday, 4 June 2024</p></header>{before}<h1>News</h1>{middle}{after}'
        f'<div class="sidebar"><h3>Most read</h3><ul>{side}</ul></div>'
        f'<footer><ul class="links">{foot}</ul><p>© 2024 Hill Council</p></footer></body></html>'
    )


def list_of_links():
    items = "".join(f'<li><a href="{href}">{title}</a></li>' for _, title, _, href, _, _ in rows())
    return Made(page(f"<ul>{items}</ul>"), has_days=False, has_leads=False)


def plain_lines():
    lines = "".join(f'{when:%d.%m.%Y} <a href="{href}">{title}</a><br>\n' for _, title, _, href, when, _ in rows())
    return Made(page(f'<div id="cnt">{lines}</div>'), has_leads=False)


def table_of_two_columns():
    cells = "".join(
        f'<tr><td width="90">{when:%d.%m.%Y}</td><td><a href="{href}">{title}</a><br>{lead}</td></tr>'
        for _, title, lead, href, when, _ in rows()
    )
    more = '<table align="center"><tr><td>1</td><td><a href="/news?page=2">2</a></td><td><a href="/news?page=3">3</a></td></tr></table>'
    made = page(f'<table border="0" cellpadding="3">{cells}</table>', after=more)
    return Made(made, next_page="/news?page=2")


def table_of_rows_in_turn():
    cells = "".join(
        f'<tr><td class="d">{when.day} {MONTHS[when.month - 1]} {when.year} г.</td></tr>'
        f'<tr><td class="t"><a href="{href}"><b>{title}</b></a></td></tr><tr><td class="x">{lead}</td></tr>'
        for _, title, lead, href, when, _ in rows()
    )
    after = '<div class="navi"><a href="/news/?PAGEN_1=2">Следующая страница →</a></div>'
    return Made(page(f"<table>{cells}</table>", after=after), next_page="/news/?PAGEN_1=2")


def definitions():
    items = "".join(
        f'<dt>{when.year} жылғы {when.day} {KAZAKH[when.month - 1]}</dt><dd><a href="{href}">{title}</a><p>{lead}</p></dd>'
        for _, title, lead, href, when, _ in rows()
    )
    after = '<p class="pages"><a href="/news?bet=2">Келесі бет</a></p>'
    return Made(page(f"<dl>{items}</dl>", after=after), next_page="/news?bet=2")


def headings_and_paragraphs():
    items = "".join(
        f'<h3><a href="{href}">{title}</a></h3><p>{lead}</p><p><i>{when:%d.%m.%Y}</i></p>'
        for _, title, lead, href, when, _ in rows()
    )
    return Made(page(f"<div>{items}</div>"))


def div_soup():
    items = "".join(
        f'<div><div><div><div>{when:%d.%m.%Y}, 10:3{n}</div></div><div><span><a href="{href}">{title}</a></span></div></div>'
        f"<div><div>{lead}</div></div></div>"
        for n, title, lead, href, when, _ in rows()
    )
    numbers = '<div><div>1</div><div><a href="?p=2">2</a></div><div><a href="?p=3">3</a></div></div>'
    return Made(page(f"<div><div>{items}</div></div>", after=numbers), next_page="/news?p=2")


def cards_with_pictures():
    cards = "".join(
        f'<div class="col-md-4"><div class="card"><a href="{href}"><img class="card-img-top" data-src="{picture}" '
        f'src="data:image/gif;base64,R0lGOD" alt=""></a><div class="card-body"><h5 class="card-title"><a href="{href}">{title}</a></h5>'
        f'<p class="card-text">{lead}</p><a class="btn" href="{href}">Read more</a> <small>{when:%B} {when.day}, {when.year}</small>'
        f"</div></div></div>" + ("</div><div class='row'>" if n % 3 == 2 else "")
        for n, title, lead, href, when, picture in rows()
    )
    after = (
        '<nav aria-label="Pages"><ul class="pagination"><li class="page-item active"><a class="page-link" href="/news?page=1">1</a></li>'
        '<li class="page-item"><a class="page-link" href="/news?page=2">2</a></li><li class="page-item">'
        '<a class="page-link" href="/news?page=9">»</a></li></ul></nav>'
    )
    return Made(page(f'<div class="row">{cards}</div>', after=after), has_pictures=True, next_page="/news?page=2")


def cards_that_are_links():
    cards = "".join(
        f'<a class="tile" href="{href}"><div class="img" style="background-image: url(\'{picture}\')"></div>'
        f'<span class="date">{when:%d/%m/%Y}</span><div class="tile__title">{title}</div><div class="tile__text">{lead}</div></a>'
        for n, title, lead, href, when, picture in rows()
    )
    return Made(page(f'<section class="tiles">{cards}</section>'), has_pictures=True)


def wordpress():
    posts = "".join(
        f'<article id="post-{n}" class="post-{n} post type-post status-publish hentry category-news{" sticky" if not n else ""}">'
        f'<header class="entry-header"><h2 class="entry-title"><a href="{href}" rel="bookmark">{title}</a></h2>'
        f'<div class="entry-meta"><span class="posted-on"><a href="/2024/05/"><time class="entry-date" datetime="{when}T09:00:00+05:00">'
        f'{when:%B} {when.day}, {when.year}</time></a></span> <span class="byline">by <a href="/author/clerk">the clerk</a></span></div></header>'
        f'<div class="entry-summary"><p>{lead} <a class="more-link" href="{href}">Continue reading</a></p></div>'
        f'<footer class="entry-footer"><a href="/category/news">News of the council and of its friends</a></footer></article>'
        for n, title, lead, href, when, _ in rows()
    )
    after = '<nav class="navigation posts-navigation"><div class="nav-previous"><a href="/page/2/">Older posts</a></div></nav>'
    return Made(page(f'<main id="main">{posts}</main>', after=after), next_page="/page/2/")


def asp_net():
    posts = "".join(
        f'<tr class="{"odd" if n % 2 else "even"}"><td><span id="ctl00_List_ctl0{n}_Date">{when:%d.%m.%Y} г.</span></td><td>'
        f'<a id="ctl00_List_ctl0{n}_Link" href="{href}">{title}</a>'
        f'<div><span id="ctl00_List_ctl0{n}_Lead">{lead}</span></div></td></tr>'
        for n, title, lead, href, when, _ in rows()
    )
    pager = (
        '<tr class="pager"><td colspan="2"><span>1</span> <a href="/news.aspx?page=2">2</a> '
        "<a href=\"javascript:__doPostBack('ctl00$List','Page$3')\">3</a></td></tr>"
    )
    form = (
        '<form method="post" action="news.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEP">'
    )
    made = page(f'{form}<table id="ctl00_List" class="grid">{posts}{pager}</table></form>')
    return Made(made, next_page="/news.aspx?page=2")


def bootstrap_media():
    posts = "".join(
        f'<div class="media"><div class="media-left"><a href="{href}"><img class="media-object" src="{picture}" alt="title"></a></div>'
        f'<div class="media-body"><h4 class="media-heading"><a href="{href}">{title}</a></h4>'
        f'<p class="text-muted"><span>{when:%d.%m.%Y}</span> | Sessions | 1{n} views</p><p>{lead}</p></div></div>'
        for n, title, lead, href, when, picture in rows()
    )
    pager = '<ul class="pager"><li class="previous"><a href="/news">Newer</a></li><li class="next"><a href="/news?start=10">Older</a></li></ul>'
    return Made(page(posts, after=pager), has_pictures=True, next_page="/news?start=10")


def links_that_say_more():
    posts = "".join(
        f'<div class="item"><h2>{title}</h2><div class="d">{when:%Y-%m-%d}</div><p>{lead}</p><p><a href="{href}">Толығырақ</a></p></div>'
        for _, title, lead, href, when, _ in rows()
    )
    head = '<link rel="next" href="/news/page/2">'
    return Made(page(f'<div class="items">{posts}</div>', head=head), next_page="/news/page/2")


def grouped_by_day():
    posts = "".join(
        f'<h2 class="day">{when.day} {MONTHS[when.month - 1]} {when.year}</h2><ul class="feed"><li><span class="t">10:3{n}</span> '
        f'<a href="{href}">{title}</a></li></ul>'
        for n, title, _, href, when, _ in rows()
    )
    return Made(page(posts), has_leads=False)


def the_first_is_large():
    first, *others = rows()
    _, title, lead, href, when, picture = first
    large = (
        f'<div class="news lead"><a href="{href}"><img src="{picture}" alt=""></a><h2><a href="{href}">{title}</a></h2>'
        f"<time>{when:%d.%m.%Y}</time><p>{lead}</p></div>"
    )
    small = "".join(
        f'<div class="news"><h3><a href="{href}">{title}</a></h3><time>{when:%d.%m.%Y}</time><p>{lead}</p></div>'
        for _, title, lead, href, when, _ in others
    )
    return Made(page(f'<div class="list">{large}{small}</div>'))


def days_in_words():
    today = day(0)
    words = ["Сегодня, 11:20", "Вчера, 10:00", "Кеше", "25 мамыр, 18:30", "24 мая", "May 23rd"]
    posts = "".join(
        f'<div class="n"><span class="n-d">{words[n]}</span><a class="n-t" href="{href}">{title}</a></div>'
        for n, title, _, href, _, _ in rows()
    )
    told = [
        today,
        *[today - dt.timedelta(days=1)] * 2,
        dt.date(2024, 5, 25),
        dt.date(2024, 5, 24),
        dt.date(2024, 5, 23),
    ]
    items = tuple(Headline(title, SITE + href, told[n]) for n, title, _, href, _, _ in rows())
    return Made(page(f"<div>{posts}</div>"), has_leads=False, today=today, items=items)


def days_in_addresses():
    posts = "".join(
        f'<div><a href="/{when:%Y/%m/%d}/item-{n}.html">{title}</a></div>' for n, title, _, _, when, _ in rows()
    )
    items = tuple(Headline(title, f"{SITE}/{when:%Y/%m/%d}/item-{n}.html", when) for n, title, _, _, when, _ in rows())
    return Made(page(f"<div>{posts}</div>"), items=items)


def cut_titles():
    posts = "".join(
        f'<li><span>{when:%d.%m.%Y}</span> <a href="{href}" title="{html.escape(title)}">{title[:14].rstrip()}…</a></li>'
        for _, title, _, href, when, _ in rows()
    )
    return Made(page(f'<ul class="news-list">{posts}</ul>'), has_leads=False)


MARKUPS = (
    list_of_links, plain_lines, table_of_two_columns, table_of_rows_in_turn, definitions, headings_and_paragraphs,
    div_soup, cards_with_pictures, cards_that_are_links, wordpress, asp_net, bootstrap_media, links_that_say_more,
    grouped_by_day, the_first_is_large, days_in_words, days_in_addresses, cut_titles,
)  # fmt: skip


def expected(made):
    """The headlines that must be read in a page."""
    return made.items or tuple(
        Headline(
            title,
            SITE + href,
            when if made.has_days else None,
            lead if made.has_leads else "",
            SITE + picture if made.has_pictures else "",
        )
        for _, title, lead, href, when, picture in rows()
    )
