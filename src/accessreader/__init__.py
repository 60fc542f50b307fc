"""AccessReader reads public news pages large, plain and, later, aloud.

The road of a page, in ten lines::

    page    = fetch(address)                    sources.fetch       what came over the wire
    article = read(page, sites)                 sources             its text, and all that was taken out
    blocks  = sheet(article)                    article             the flat run that everything points into
    look    = appearance(preferences, themes)   appearance          how this reader likes it
    view.show_article(article, look)            qt.article_view     on the screen, block by block
    write(article)                              writers             or as text, Markdown, HTML, JSON

Values stand in the middle, doors at the rim; calls go down, values come up. Every foreign library enters
through one module, and `pyproject.toml` names each of these doors in its import contracts.
"""

__version__ = "0.1.0"
