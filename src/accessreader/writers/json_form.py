"""The article as JSON, in the form that `codec` promises."""

from __future__ import annotations

import json

from accessreader.article import Article
from accessreader.codec import dump


def write(article: Article) -> str:
    """The article as indented JSON."""
    return json.dumps(dump(article), ensure_ascii=False, indent=2) + "\n"


def write_line(article: Article) -> str:
    """The article as one line of JSON: all line feeds in it are escaped."""
    return json.dumps(dump(article), ensure_ascii=False) + "\n"
