"""Damaged pages: each ends in an article or a sentence, in time, and loses no character.

    python tests/fuzz/pages.py --pages 100000 [--seed 1]

The pages are our own (`tests/pages`, the demonstration's) and, where they lie beside the checkout, real ones.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from accessreader.article import Article, Block, Figure, Heading, Table, Video, joined
from accessreader.demo import items, pages
from accessreader.errors import NotAnArticleError
from accessreader.messages import long_date
from accessreader.sources import read
from accessreader.sources.carried import carried_in
from accessreader.sources.dates import date_in
from accessreader.sources.page import Page
from accessreader.sources.tree import parse

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
SLOWEST = 2.0
"""Seconds a page may take."""
LARGEST_SEED = 60_000
"""Characters of a page that is damaged; a longer one is cut there."""

PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<b>", "</b>", "<a href='/x'>", "</a>",
    "<ul>", "<li>", "</ul>", "<ol start=9>", "<blockquote>", "</blockquote>", "<h1>", "</h2>", "<h3>", "<figure>", "<figcaption>",
    "</figure>", "<img src='a.jpg' alt='α'>", "<img>", "<pre>", "</pre>", "<noscript>", "<template>", "<script>", "</script>",
    "<style>", "<!--", "-->", "<svg>", "<title>", "</title>", "<textarea>", "<select><option>", "<iframe src='/video/1'>",
    "<frameset>", "<frame>", "</body>", "</html>", "<body>", "<html>", "<head>", "<math><mi>", "<dl><dt>", "<dd>", "<details>",
    "<video src='a.mp4'>", "<object>", "<plaintext>", "<ruby>", "<form>", "<input>", "<button>", "<nav>", "<footer>", "<aside>",
    "<article>", "<main>", "<td colspan=9999>", "<o:p>", "<font color=red>", "<span lang=ar>", "<span hidden>", "<p style='display:none'>",
    "&", "&#", "&#0;", "&#x110000;", "&nbsp;", "&amp", "&#x202e;", "\0", "\ufeff", "\u200b", "\u0301", "\u0308", "\ud800", "\u00ad",
    "й", "И\u0306", "e\u0301", "16.09.2025 706", "Share this", "Комментарии", "(Senate Press Service, 74-72-27)", "<", ">", '"', "'", "=",
    "\u3000", "\x1f", "\x85", "\v", "\t", "\r", "漢字。", "\U0001f600", "‏عربي",
)  # fmt: skip


def seeds(*, real: bool = True) -> list[str]:
    """The pages that are damaged."""
    found = [path.read_text("utf-8") for path in sorted((HERE.parent / "pages").glob("*.html"))]
    for culture, language in items.CULTURES.items():
        found.extend(pages.article(item, culture) for item in items.items("news", language)[:2])
        found.append(pages.listing(culture, 1) or "")
    if real and CORPUS.is_dir():
        paths = sorted(CORPUS.glob("parlam/*.html.gz"))[::8] + sorted(CORPUS.glob("pages/*/*.html.gz"))[::10]
        found.extend(gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in paths)
    return [page[:LARGEST_SEED] for page in found if page]


def damaged(page: str, dice: random.Random) -> str:
    """A page with some of it cut, doubled, moved or strange."""
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(page) + 1)
        length = int(dice.expovariate(1 / 200))
        match dice.randrange(6):
            case 0:
                page = page[:at] + page[at + length :]
            case 1:
                page = page[:at] + "".join(dice.choices(PIECES, k=dice.randint(1, 8))) + page[at:]
            case 2:
                page = page[:at] + page[at : at + length] * dice.randint(2, 5) + page[at + length :]
            case 3:
                page = page[at:] + page[:at]
            case 4:
                page = page[:at] + dice.choice(PIECES) * dice.randint(2, 300) + page[at:]
            case _:
                page = page[:at]
    return page[: 2 * LARGEST_SEED]


def letters(text: str) -> Counter[str]:
    """The characters that are not blank; marks apart from their letters, for the two may meet across elements."""
    return Counter(character for character in unicodedata.normalize("NFD", text) if not character.isspace())


def said(article: Article) -> str:
    """What an article shows of the page's text, and what was removed.

    Alternatives and films' names stood elsewhere; a list writes its days anew, and the way to its next page.
    """
    shown = []
    for before, block in zip((None, *article.blocks), article.blocks, strict=False):
        if _is_written_anew(before, block, article):
            continue
        if isinstance(block, Figure):
            shown.append(joined(block.caption))
        elif isinstance(block, Table):
            shown.extend(cell.text for row in block.cells for cell in row if not cell.pictures)
        elif not isinstance(block, Video):
            shown.append(block.text)
    return "\n".join([*shown, *(gone.text for gone in article.removed)])


def _is_written_anew(before: Block | None, block: Block, article: Article) -> bool:
    if block.runs and article.next_page and block.runs[0].href == article.next_page:
        return True
    if not isinstance(before, Heading) or not before.runs or not before.runs[0].href:
        return False
    day = date_in(block.text)
    return day is not None and block.text == long_date(day, article.language)


def fault(html: str) -> str:
    """What is wrong with how a page is read; nothing when nothing is."""
    address = "https://news.example/kk-KZ/news/details/1"
    started = time.perf_counter()
    try:
        article = read(Page(url=address, final_url=address, html=html))
    except NotAnArticleError:
        return ""
    if (seconds := time.perf_counter() - started) > SLOWEST:
        return f"took {seconds:.1f} s"
    got, page = letters(said(article)), _letters_of(html)
    if got != page and (filled := carried_in(html, parse(html).root)) is not None:
        page = _letters_of(filled)  # the article came out of a script
    if got != page:
        return f"lost {(page - got).most_common(5)}, won {(got - page).most_common(5)}"
    return ""


def _letters_of(html: str) -> Counter[str]:
    return letters("\n".join(text.text for text in parse(html).body.texts()))


def main() -> int:
    """Damage pages and read them; the number of faults is the answer, and each is kept beside this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    dice, found, faults, slowest = random.Random(given.seed), seeds(), 0, 0.0
    started = time.perf_counter()
    for number in range(given.pages):
        html = damaged(dice.choice(found), dice)
        before = time.perf_counter()
        if wrong := fault(html):
            faults += 1
            print(f"{number}: {wrong}")
            if faults <= 5:
                Path(f"fault-{number}.html").write_text(html, "utf-8", "surrogatepass")
        slowest = max(slowest, time.perf_counter() - before)
    print(
        f"{given.pages} pages, {faults} faults, slowest {slowest:.2f} s, {time.perf_counter() - started:.0f} s in all"
    )
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
