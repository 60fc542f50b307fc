"""Sentences as a reader of each language would part them, by what makes it hard.

One case a line; `|` stands where a sentence ends, `¶` for a line break of the text.
"""

from speech.sentence_english import ENGLISH
from speech.sentence_kazakh import KAZAKH
from speech.sentence_russian import RUSSIAN


def _cases(language: str, causes: dict[str, str]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """(language, cause, text, its sentences)."""
    out = []
    for cause, lines in causes.items():
        for line in lines.strip().splitlines():
            whole = line.replace("¶", "\n")
            sentences = tuple(part.strip() for part in whole.split("|"))
            out.append((language, cause, whole.replace("|", ""), sentences))
    return out


CASES = [*_cases("ru", RUSSIAN), *_cases("kk", KAZAKH), *_cases("en", ENGLISH)]
