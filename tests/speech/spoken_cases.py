"""What is written and what is said for it, by the rules of each language.

One row a line, `written → said`, under what makes it hard. A row that begins with `?` waits for the word of a native
speaker: what is said is right by the grammar books, and it may be that people say it otherwise.
"""

from speech.spoken_english import ENGLISH
from speech.spoken_kazakh import KAZAKH
from speech.spoken_russian import RUSSIAN


def _rows(language: str, causes: dict[str, str]) -> list[tuple[str, str, str, str, bool]]:
    """(language, cause, written, said, whether it waits for a native speaker)."""
    out = []
    for cause, lines in causes.items():
        for line in lines.strip().splitlines():
            written, said = line.removeprefix("? ").split(" → ")
            out.append((language, cause, written, said, line.startswith("? ")))
    return out


ROWS = [*_rows("ru", RUSSIAN), *_rows("kk", KAZAKH), *_rows("en", ENGLISH)]
