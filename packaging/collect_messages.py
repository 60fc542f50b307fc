"""Bring the catalogues up to date with the sentences in the code.

Run it after adding or changing a sentence, then translate what is empty::

    .venv/bin/python packaging/collect_messages.py

Sentences that the code no longer says are dropped; a sentence that is new stands with an empty translation, which a
test refuses. What translators wrote stays: the glossary at the head of a catalogue, and the notes over a sentence. A
translation that a native speaker should look at has such a note, `# Review: …`, with the doubt.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from accessreader import __version__

ROOT = Path(__file__).parents[1]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
LANGUAGES = {"kk": "Kazakh", "ru": "Russian"}


def collected(source: Path = ROOT / "src") -> Catalog:
    """Every sentence of the code, with the files in which it is said and the notes for translators."""
    template = Catalog(project="AccessReader", charset="utf-8")
    found = extract_from_dir(str(source), keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True)
    for name, line, message, comments, _context in sorted(found, key=lambda one: (one[0], one[1])):
        template.add(message, locations=[(f"src/{name}", line)], auto_comments=comments)
    return template


def catalogue_path(language: str) -> Path:
    """Where a language's catalogue lies."""
    return ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "accessreader.po"


def updated(language: str, template: Catalog, present: bytes = b"") -> bytes:
    """A language's catalogue, brought up to date with the template; `present` is what it is now."""
    catalogue = read_po(io.BytesIO(present), locale=language) if present else _begun(language)
    _put_header(catalogue, language)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    for message in catalogue:
        message.flags.discard("fuzzy")
    out = io.BytesIO()
    # Line numbers would change with every edit of the code.
    write_po(out, catalogue, width=120, sort_by_file=True, include_lineno=False)
    return out.getvalue()


def untranslated(catalogue: Iterable[Message]) -> list[Message]:
    """The sentences of a catalogue that lack a translation, or one of its plural forms."""
    return [message for message in catalogue if message.id and not all(translations(message))]


def translations(message: Message) -> tuple[str, ...]:
    """The translation of a sentence: one, or one for every plural form."""
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


def main() -> int:
    """Bring every catalogue up to date and say what is left to translate."""
    template = collected()
    for language in LANGUAGES:
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = updated(language, template, path.read_bytes() if path.exists() else b"")
        path.write_bytes(content)
        catalogue = read_po(io.BytesIO(content), locale=language)
        left = untranslated(catalogue)
        sys.stdout.write(f"{language}: {len(catalogue)} sentences, {len(left)} to translate\n")
        sys.stdout.writelines(f"    {message.id}\n" for message in left)
    return 0


def _begun(language: str) -> Catalog:
    """A catalogue without a sentence."""
    catalogue = Catalog(locale=language)
    catalogue.header_comment = f"# {LANGUAGES[language]} words of AccessReader."
    return catalogue


def _put_header(catalogue: Catalog, language: str) -> None:
    """What stands in the header: no more than is known, and nothing that changes from run to run."""
    catalogue.fuzzy = False
    catalogue.project, catalogue.version, catalogue.charset = "AccessReader", __version__, "utf-8"
    catalogue.msgid_bugs_address = ""
    catalogue.last_translator = ""
    catalogue.language_team = LANGUAGES[language]
    if isinstance(catalogue.revision_date, str):
        catalogue.revision_date = catalogue.creation_date


if __name__ == "__main__":
    sys.exit(main())
