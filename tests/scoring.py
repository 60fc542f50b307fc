"""How much of an article was found, and how much else was taken for it.

The measure is the one of the field: the four-word shingles of what was found against those of what should be. Our own
pages say themselves what should be: it stands between `<!--article-->` and `<!--/article-->`, which no reader of pages
sees. In pages that are scored by their elements each heading, paragraph, item, quotation, cell, caption and description
of a picture counts by itself, with its kind.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from accessreader.article import Article, Block, Figure, Table, joined
from accessreader.sources import read
from accessreader.sources.page import Page

PAGES = Path(__file__).parent / "scored"
STORED = PAGES / "scores.toml"
_WORD = re.compile(r"\w+")
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("td", "th"), "cell"),
    "p": "paragraph",
    "li": "list_item",
    "blockquote": "quotation",
    "figcaption": "caption",
    "caption": "caption",
    "pre": "preformatted",
}
_BLOCKS = frozenset({*_KINDS, "div", "br", "ul", "ol", "tr", "table"})


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in a text, in any case; a shorter text is one."""
    words = _WORD.findall(text.lower())
    if len(words) < 4:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[at : at + 4]) for at in range(len(words) - 3))


@dataclass(frozen=True, slots=True)
class Score:
    """The share of what was found that belongs, and of what belongs that was found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Both as one number."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def score(wanted: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> Score:
    """What was found against what was wanted."""
    hits = (wanted & found).total()
    return Score(hits / max(found.total(), 1), hits / max(wanted.total(), 1))


def mean(scores: list[Score]) -> Score:
    """Precision and recall, each as the mean over pages."""
    return Score(*(sum(getattr(one, name) for one in scores) / len(scores) for name in ("precision", "recall")))


class Marked(HTMLParser):
    """The text between the marks of a page, and the elements in it; what stands in an element stands in no other."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside = False
        self.text = ""
        self.elements: Counter[tuple[str, ...]] = Counter()
        self._open: list[tuple[str, list[str]]] = []
        self.feed(html)

    def handle_comment(self, data: str) -> None:
        self.inside = data.strip() == "article" if data.strip() in {"article", "/article"} else self.inside

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        described = dict(attrs).get("alt") if tag == "img" else ""
        if self.inside and described:
            self.elements["alternative", *_WORD.findall(described.lower())] += 1
        if tag in _BLOCKS:
            self.text += "\n" if self.inside else ""
        if tag in _KINDS:
            self._open.append((tag, []))

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data
            if self._open:
                self._open[-1][1].append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open and any(name == tag for name, _said in self._open):
            name, said = self._open.pop()
            if words := _WORD.findall("".join(said).lower()):
                outer = next((one for one, _words in reversed(self._open) if one in {"blockquote", "li"}), "")
                self.elements[_KINDS[outer if name == "p" and outer else name], *words] += 1
            if name == tag:
                break
        self.text += "\n" if self.inside and tag in _BLOCKS else ""


def text_of(article: Article) -> str:
    """The text of an article as it is scored: without what pictures are said to show."""
    return "\n".join(joined(block.caption) if isinstance(block, Figure) else block.text for block in article.blocks)


def elements_of(article: Article) -> Counter[tuple[str, ...]]:
    """The elements of an article, each its kind and its words."""
    return Counter((kind, *words) for block in article.blocks for kind, words in _elements(block) if words)


def _elements(block: Block) -> list[tuple[str, list[str]]]:
    if isinstance(block, Figure):
        said = [("alternative", block.alternative), ("caption", joined(block.caption))]
    elif isinstance(block, Table):
        said = [("cell", cell) for row in block.rows for cell in row]
    else:
        said = [(block.kind, block.text)]
    return [(kind, _WORD.findall(text.lower())) for kind, text in said]


def scored(path: Path, *, by_elements: bool = False) -> Score:
    """What one of our own pages scores; nothing where it gives no article."""
    html = path.read_text("utf-8")
    address = f"https://{path.parent.name}.example/{path.stem}"
    article = read(Page(url=address, final_url=address, html=html))
    marked = Marked(html)
    if by_elements:
        return score(marked.elements, elements_of(article))
    return score(shingles(marked.text), shingles(text_of(article)))


def scores() -> dict[str, float]:
    """The F1 of each set of our own pages, and of the elements of those that are scored by them."""
    found = {}
    for folder in sorted(each for each in PAGES.iterdir() if each.is_dir()):
        pages = sorted(folder.glob("*.html"))
        found[folder.name] = mean([scored(page) for page in pages]).f1
        if folder.name == BY_ELEMENTS:
            found[f"{folder.name}, elements"] = mean([scored(page, by_elements=True) for page in pages]).f1
    return found


BY_ELEMENTS = "blogs"


def stored() -> dict[str, float]:
    """The scores that were reached, and may only rise."""
    return tomllib.loads(STORED.read_text("utf-8")) if STORED.exists() else {}


def store(found: dict[str, float]) -> None:
    """Write down scores that have risen."""
    lines = [f'"{name}" = {value:.4f}\n' for name, value in found.items()]
    STORED.write_text(
        "# What our own pages scored. A score may only rise: make raise-scores\n" + "".join(lines), "utf-8"
    )
