"""An article as JSON, spelled out: what is stored or sent today must be readable in ten years.

The form, version 1::

    {"format_version": 1, "url", "title", "language", "published": "2026-09-01" | null, "section", "views", "credits",
     "author", "site", "source", "fetched": ISO 8601 | null,
     "blocks":   [{"kind", "text", "runs": [{"text", "strong"?, "emphasis"?, "href"?, "language"?}], "language"?, …}],
     "removed":  [{"text", "reason", "selector"}],
     "versions": [{"language", "url"}], "next_page", "feed", "whole", "notice": "locked" | "carried" | null,
     "anchors":  [{"name", "block", "offset"}]}

A heading has `level`; a list item `depth` and `ordinal`; a figure `source`, `alternative`, `caption` and
`caption_runs`; a table `rows` (texts) and `cells` (`runs`, `header`?, `pictures`?); a video `href` and `title`. `text`,
`caption` and `rows` are there for those who only read, and so is `runs` of a figure, a table and a video: `load` takes
the rest.
For them, too, the pictures that stand in tables come once more after all the blocks, as figures with `cell`: the number
of the table's block, the row and the column. So whoever looks for figures finds every picture, and `load` passes these.
Preformatted text had no runs once: where they are missing, `text` is one.

Why by hand, and not by the names of classes: a class may be renamed, a stored article may not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from accessreader.article import (
    Anchor,
    Article,
    Block,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Reason,
    Removed,
    Run,
    Runs,
    Table,
    Version,
    Video,
    joined,
)
from accessreader.notice import Notice

FORMAT_VERSION: Final = 1

_Form = dict[str, Any]


def dump(article: Article) -> _Form:
    """The article in the form above: only what JSON has, so that `json.dumps` takes it as it is."""
    return {
        "format_version": FORMAT_VERSION,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "section": article.section,
        "views": article.views,
        "credits": article.credits,
        "author": article.author,
        "site": article.site,
        "source": article.source,
        "fetched": article.fetched.isoformat() if article.fetched else None,
        "blocks": [*map(dump_block, article.blocks), *_dump_pictures(article.blocks)],
        "removed": [dump_removed(gone) for gone in article.removed],
        "versions": [{"language": version.language, "url": version.url} for version in article.versions],
        "next_page": article.next_page,
        "feed": article.feed,
        "anchors": [
            {"name": anchor.name, "block": anchor.block, "offset": anchor.offset} for anchor in article.anchors
        ],
        "whole": article.whole,
        "notice": article.notice.value if article.notice else None,
    }


def load(form: Mapping[str, Any]) -> Article:
    """The article that was dumped; what is not there has the value of an article that does not say it.

    Raises:
        ValueError: this is no article in the form above, or one of a later version than this program knows.
    """
    version = form.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= FORMAT_VERSION:
        raise ValueError(f"format_version: {version!r}")
    try:
        return _load_article(form)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an article: {error!r}") from error


def _dump_run(run: Run) -> _Form:
    form: _Form = {"text": run.text}
    for key in ("strong", "emphasis", "href", "language"):
        if value := getattr(run, key):
            form[key] = value
    return form


def _dump_runs(runs: Runs) -> list[_Form]:
    return [_dump_run(run) for run in runs]


def dump_block(block: Block) -> _Form:
    """One of the `blocks`."""
    form: _Form = {"kind": block.kind, "text": block.text, "runs": _dump_runs(block.runs)}
    if block.language:
        form["language"] = block.language
    match block:
        case Heading(level=level):
            form["level"] = level
        case ListItem(depth=depth, ordinal=ordinal):
            form |= {"depth": depth, "ordinal": ordinal}
        case Figure():
            form |= {"source": block.source, "alternative": block.alternative, "caption": joined(block.caption)}
            form["caption_runs"] = _dump_runs(block.caption)
        case Table():
            form["rows"] = [list(row) for row in block.rows]
            form["cells"] = [[_dump_cell(cell) for cell in row] for row in block.cells]
        case Video(href=href, title=title):
            form |= {"href": href, "title": title}
        case _:
            pass
    return form


def dump_removed(gone: Removed) -> _Form:
    """One of the `removed`."""
    return {"text": gone.text, "reason": gone.reason.value, "selector": gone.selector}


def _dump_pictures(blocks: Sequence[Block]) -> Iterator[_Form]:
    """The pictures in the cells of tables, for those who only read."""
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            for row, cells in enumerate(block.cells):
                for column, cell in enumerate(cells):
                    yield from (dump_block(each) | {"cell": [number, row, column]} for each in cell.pictures)


def _dump_cell(cell: Cell) -> _Form:
    form: _Form = {"runs": _dump_runs(cell.runs)}
    if cell.header:
        form["header"] = True
    if cell.pictures:
        form["pictures"] = [{"source": each.source, "alternative": each.alternative} for each in cell.pictures]
    return form


def _load_article(form: Mapping[str, Any]) -> Article:
    published, fetched = _optional_text(form, "published"), _optional_text(form, "fetched")
    return Article(
        url=_text(form, "url"),
        title=_text(form, "title"),
        language=_text(form, "language", "en"),
        published=dt.date.fromisoformat(published) if published else None,
        section=_text(form, "section", ""),
        views=None if form.get("views") is None else _number(form, "views"),
        credits=_text(form, "credits", ""),
        author=_text(form, "author", ""),
        site=_text(form, "site", ""),
        source=_text(form, "source", ""),
        fetched=dt.datetime.fromisoformat(fetched) if fetched else None,
        blocks=tuple(_load_block(block) for block in _list(form, "blocks") if "cell" not in block),
        removed=tuple(
            Removed(_text(gone, "text"), Reason(_text(gone, "reason")), _text(gone, "selector", ""))
            for gone in _list(form, "removed", [])
        ),
        versions=tuple(
            Version(_text(version, "language"), _text(version, "url")) for version in _list(form, "versions", [])
        ),
        next_page=_text(form, "next_page", ""),
        feed=_text(form, "feed", ""),
        anchors=tuple(
            Anchor(_text(anchor, "name"), _number(anchor, "block"), _number(anchor, "offset", 0))
            for anchor in _list(form, "anchors", [])
        ),
        whole=form.get("whole") is not False,
        notice=Notice(notice) if (notice := _optional_text(form, "notice")) else None,
    )


def _load_block(form: Mapping[str, Any]) -> Block:
    kind = _text(form, "kind")
    if kind not in _BLOCKS:
        raise ValueError(f"kind: {kind!r}")
    return _BLOCKS[kind](form, _optional_text(form, "language"))


def _load_list_item(form: Mapping[str, Any], language: str | None) -> ListItem:
    ordinal = None if form.get("ordinal") is None else _number(form, "ordinal")
    return ListItem(_runs(form), _number(form, "depth", 0), ordinal, language)


def _load_figure(form: Mapping[str, Any], language: str | None) -> Figure:
    caption = _runs(form, "caption_runs") if "caption_runs" in form else ()
    return Figure(_text(form, "source"), _text(form, "alternative", ""), caption, language)


def _load_cell(form: Mapping[str, Any]) -> Cell:
    pictures = (_load_figure(each, None) for each in _list(form, "pictures", []))
    return Cell(_runs(form), _flag(form, "header"), tuple(pictures))


def _load_preformatted(form: Mapping[str, Any], language: str | None) -> Preformatted:
    return Preformatted(_runs(form) if "runs" in form else (Run(_text(form, "text")),), language)


def _load_table(form: Mapping[str, Any], language: str | None) -> Table:
    rows = _list(form, "cells")
    cells = tuple(tuple(_load_cell(cell) for cell in row) for row in rows)
    return Table(cells, language)


_BLOCKS: Final[Mapping[str, Callable[[Mapping[str, Any], str | None], Block]]] = {
    "heading": lambda form, language: Heading(_number(form, "level"), _runs(form), language),
    "paragraph": lambda form, language: Paragraph(_runs(form), language),
    "list_item": _load_list_item,
    "quotation": lambda form, language: Quotation(_runs(form), language),
    "figure": _load_figure,
    "table": _load_table,
    "preformatted": _load_preformatted,
    "video": lambda form, language: Video(_text(form, "href"), _text(form, "title", ""), language),
    "divider": lambda _form, _language: Divider(),
}


def _runs(form: Mapping[str, Any], key: str = "runs") -> Runs:
    return tuple(
        Run(
            _text(run, "text"),
            strong=_flag(run, "strong"),
            emphasis=_flag(run, "emphasis"),
            href=_optional_text(run, "href"),
            language=_optional_text(run, "language"),
        )
        for run in _list(form, key)
    )


def _text(form: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = form[key] if default is None else form.get(key, default)
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _optional_text(form: Mapping[str, Any], key: str) -> str | None:
    return None if form.get(key) is None else _text(form, key)


def _number(form: Mapping[str, Any], key: str, default: int | None = None) -> int:
    value = form[key] if default is None else form.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(key)
    return value


def _flag(form: Mapping[str, Any], key: str) -> bool:
    value = form.get(key, False)
    if not isinstance(value, bool):
        raise TypeError(key)
    return value


def _list(form: Mapping[str, Any], key: str, default: list[Any] | None = None) -> list[Any]:
    value = form[key] if default is None else form.get(key, default)
    if not isinstance(value, list):
        raise TypeError(key)
    return value
