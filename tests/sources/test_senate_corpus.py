"""Texts of the Senate, built again as pages in six markups, are read exactly."""

import json
import re
from pathlib import Path

import pytest

from accessreader.article import Reason
from accessreader.sources import read
from accessreader.sources.page import Page
from accessreader.sources.site import load_sites
from sources.markups import MARKUPS, Text

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "senate"
LABELS = {
    "Цвет сайта", "Расстояние между буквами", "Шрифт", "Изображения", "Сайт бояуы", "Әріп арасындағы қашықтық",
    "Суреттер", "The website color", "Distance between letter distance", "Images",
}  # fmt: skip
HOUSE = {
    "Қазақстан Республикасы", "Парламентінің Сенаты", "Senate of the Parliament", "of the Republic of Kazakhstan",
    "Сенат Парламента", "Республики Казахстан",
}  # fmt: skip
FEEDBACK = "Ваш отзыв и предложение по сайту"
SITES = load_sites()[0]
UNDATED = {"016": 0, "101": 2, "102": 1, "106": 1}
"""Texts without a date line, and how many of their lines stand above the body: section and title."""
A_LIST = "105"
STAMP = re.compile(r"\d\d\.\d\d\.\d{4}(?: \d+)?")


def text_of(name: str, words: str) -> Text:
    """The parts of a stored text."""
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    labels = tuple(line for line in lines if line in LABELS)
    lines = [line for line in lines if line not in LABELS]
    stamp = next((line for line in lines if STAMP.fullmatch(line)), "")
    at = lines.index(stamp) if stamp else UNDATED[name]
    head = [line for line in lines[:at] if line not in HOUSE]
    house = tuple(line for line in lines[:at] if line in HOUSE)
    body = lines[at + bool(stamp) :]
    if stamp and " " not in stamp:
        head = [*head, body.pop(0)]
    share = body.pop() if body and body[-1] in {"Share this", "S"} else ""
    press = body.pop() if body and body[-1].startswith("(") and "Press" in body[-1] else ""
    if body and body[-1] == FEEDBACK:
        share = body.pop()
    return Text(
        labels, house, head[-2] if len(head) > 1 else "", head[-1] if head else "", stamp, tuple(body), press, share
    )


def stored() -> list[tuple[str, str, str, Text]]:
    if not CORPUS.is_dir():
        return []
    found = []
    for path in sorted(CORPUS.glob("*.txt")):
        if path.stem == A_LIST:
            continue
        about = json.loads(path.with_suffix(".json").read_text("utf-8"))
        found.append((path.stem, about["url"], about["language"], text_of(path.stem, path.read_text("utf-8"))))
    return found


TEXTS = stored()


@pytest.mark.skipif(not TEXTS, reason="the texts are not beside this checkout")
@pytest.mark.parametrize("markup", MARKUPS)
def test_every_stored_text_is_read_exactly(markup):
    wrong = [
        f"{name}: {fault}"
        for name, url, language, text in TEXTS
        for fault in faults(MARKUPS[markup](text), url, language, text)
    ]
    assert not wrong, "\n".join(wrong)


def faults(html: str, url: str, language: str, text: Text) -> list[str]:
    """What of a text was not read as it stands."""
    article = read(Page(url=url, final_url=url, html=html), SITES)
    date = "-".join(reversed(text.date.split("."))) if text.date else "None"
    reasons = {gone.reason: "" for gone in article.removed}
    for gone in article.removed:
        reasons[gone.reason] += " " + gone.text
    squeezed = [re.sub(r"[ \t]+", " ", paragraph) for paragraph in text.body]
    checks = {
        "title": (article.title, re.sub(r" +", " ", text.title)),
        "date": (str(article.published), date),
        "section": (article.section, text.section),
        "views": (article.views, int(text.views) if text.views else None),
        "credits": (bool(article.credits), bool(text.press)),
        "body": ([block.text for block in article.blocks], squeezed),
        "labels": (all(word in reasons.get(Reason.PANEL, "") for word in text.labels), True),
        "house": (all(word in reasons.get(Reason.SITE_NAME, "") for word in text.house), True),
        "share": (text.share in reasons.get(Reason.FORM if text.share == FEEDBACK else Reason.SHARE, ""), True),
        "language": (article.language, language),
    }
    return [f"{name}: {got!r} and not {wanted!r}"[:400] for name, (got, wanted) in checks.items() if got != wanted]
