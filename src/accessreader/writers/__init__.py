"""The article in other forms. To add one: a module with `write(article) -> str`, and a line in `WRITERS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from accessreader.article import Article
from accessreader.writers import html, json_form, markdown, text

Writer = Callable[[Article], str]

WRITERS: Final[Mapping[str, Writer]] = {
    "text": text.write,
    "markdown": markdown.write,
    "html": html.write,
    "json": json_form.write,
    "jsonl": json_form.write_line,
}
"""Every form by its name on the command line. What a writer gives ends with a line feed."""

WHOLE: Final = frozenset({"html", "json"})
"""The forms of which one file holds one article."""
