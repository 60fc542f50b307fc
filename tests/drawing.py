"""An article drawn as text, so that a difference can be read aloud."""

from __future__ import annotations

from accessreader.article import (
    Article,
    Block,
    Divider,
    Figure,
    Heading,
    ListItem,
    Quotation,
    Run,
    Table,
    Video,
    joined,
)


def drawn(article: Article) -> str:
    """The article, a block a line, with what was said about it above and what was removed below."""
    said = (article.published, article.section, article.author, article.credits, article.views, article.language)
    head = [
        f"# {article.title}",
        "  " + " | ".join(map(str, (*said, article.site))),
        *(f"  in {version.language}: {version.url}" for version in article.versions),
    ]
    gone = [f"- {removed.reason.value}: {' '.join(removed.text.split())}" for removed in article.removed]
    places = [f"#{anchor.name} {anchor.block}.{anchor.offset}" for anchor in article.anchors]
    return "\n".join([*head, *map(_block, article.blocks), "", *places, *gone]) + "\n"


def _block(block: Block) -> str:
    text = "".join(map(_run, block.runs)).replace("\n", " / ")
    language = f" ({block.language})" if block.language else ""
    match block:
        case Heading(level=level):
            line = f"h{level}  {text}"
        case ListItem(depth=depth, ordinal=ordinal):
            line = f"{'  ' * depth}{f'{ordinal}.' if ordinal is not None else '•'}  {text}"
        case Quotation():
            line = f"»   {text}"
        case Figure(source=source, alternative=alternative):
            line = f"▢   [{alternative}] {joined(block.caption)} <{source}>".replace("\n", " / ")
        case Table():
            line = "▦   " + " // ".join(" | ".join(row) for row in block.rows)
        case Video(href=href, title=title):
            line = f"▶   {title} <{href}>"
        case Divider():
            line = "――"
        case _:
            line = f"{'p' if block.kind == 'paragraph' else '‖'}   {text}"
    return line + language


def _run(run: Run) -> str:
    text = f"[{run.text}]({run.href})" if run.href else run.text
    text = f"*{text}*" if run.strong else text
    text = f"_{text}_" if run.emphasis else text
    return f"{{{run.language}:{text}}}" if run.language else text
