"""Articles for the tests of the library."""

import datetime as dt

from accessreader.article import Article, Paragraph, Run

DAY = dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)


def article(name, title="A title", *texts, **values):
    """An article known by a name."""
    blocks = tuple(Paragraph((Run(text),)) for text in texts or ("Some words of no importance.",))
    return Article(url=f"https://senate.example/{name}", title=title, blocks=blocks, **values)


def address(name):
    return article(name).url
