"""One extractor behind the command that the scorer speaks to: `PATH<TAB>URL` lines in, one JSON article a line out.

    python tests/benchmarks/peer.py NAME [TIMES]

NAME is accessreader or one of the peers in `peers.txt`. Milliseconds a page are added to the file TIMES, a line each,
reading the file not counted.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

Answer = dict[str, object]


def accessreader() -> Callable[[str, str], Answer]:
    from accessreader.codec import dump  # noqa: PLC0415 - each extractor lives in an environment of its own
    from accessreader.errors import AccessReaderError  # noqa: PLC0415
    from accessreader.sources import read  # noqa: PLC0415
    from accessreader.sources.page import Page  # noqa: PLC0415

    def extract(html: str, url: str) -> Answer:
        try:
            return dump(read(Page(url=url, final_url=url, html=html)))
        except AccessReaderError as error:
            return {"error": str(error)}

    return extract


def trafilatura() -> Callable[[str, str], Answer]:
    import trafilatura as peer  # noqa: PLC0415

    def extract(html: str, url: str) -> Answer:
        found = peer.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
        if found is None:
            return {"error": "nothing"}
        return {**_lines(found.text or ""), "title": found.title, "published": found.date}

    return extract


def readability() -> Callable[[str, str], Answer]:
    from lxml import html as lxml_html  # noqa: PLC0415
    from readability import Document  # noqa: PLC0415

    def extract(html: str, url: str) -> Answer:
        document = Document(html, url=url)
        root = lxml_html.fromstring(document.summary(html_partial=True))
        for each in root.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "tr", "td", "blockquote", "pre"):
            each.tail = "\n" + (each.tail or "")
        return {**_lines(root.text_content()), "title": document.short_title()}

    return extract


def newspaper() -> Callable[[str, str], Answer]:
    import newspaper as peer  # noqa: PLC0415

    def extract(html: str, url: str) -> Answer:
        article = peer.Article(url, fetch_images=False)
        article.download(input_html=html)
        article.parse()
        date = article.publish_date
        return {
            **_lines(article.text),
            "title": article.title,
            "published": date.date().isoformat() if date else None,
        }

    return extract


def resiliparse() -> Callable[[str, str], Answer]:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return lambda html, _url: _lines(extract_plain_text(html, main_content=True, alt_texts=False))


EXTRACTORS = {each.__name__: each for each in (accessreader, trafilatura, readability, newspaper, resiliparse)}


def _lines(text: str) -> Answer:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return {"blocks": [{"kind": "paragraph", "text": line} for line in lines if line]}


def main() -> int:
    """Answer every line of standard input."""
    logging.disable(logging.CRITICAL)
    extract = EXTRACTORS[sys.argv[1]]()
    times: list[float] = []
    for line in sys.stdin:
        path, _tab, url = line.rstrip("\n").partition("\t")
        html = Path(path).read_text(encoding="utf-8")
        start = time.perf_counter()
        try:
            answer = extract(html, url)
        except Exception as error:  # noqa: BLE001 - a peer may raise anything
            answer = {"error": repr(error)}
        times.append(1000 * (time.perf_counter() - start))
        print(json.dumps(answer, ensure_ascii=False, default=str), flush=True)
    if len(sys.argv) > 2:
        with Path(sys.argv[2]).open("a", encoding="utf-8") as file:
            file.writelines(f"{milliseconds:.3f}\n" for milliseconds in times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
