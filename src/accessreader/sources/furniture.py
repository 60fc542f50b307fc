"""Furniture known by its words, in three languages: panel labels, names of the house, press lines, share lines.

Why by words: class names of many government sites are unknown, change without notice, or are shared by the text.
What is furniture is data in the sense that it is said here once, in plain lists.
"""

from __future__ import annotations

import re
from typing import Final

from accessreader.article import Reason

PANEL: Final = frozenset(
    map(
        str.casefold,
        [
            "Цвет сайта", "Расстояние между буквами", "Шрифт", "Изображения", "Размер шрифта", "Обычная версия",
            "Версия для слабовидящих", "Обычная версия сайта", "Интервал между буквами", "Кернинг",
            "Сайт бояуы", "Әріп арасындағы қашықтық", "Қаріп", "Суреттер", "Қаріп өлшемі",
            "Нашар көретіндерге арналған нұсқа", "Әріптер арасындағы қашықтық", "Сайттың түсі",
            "The website color", "Distance between letter distance", "Images", "Site colour", "Site color",
            "Letter spacing", "Font", "Font size", "Version for the visually impaired", "Website color",
        ],
    )
)  # fmt: skip

_HOUSE: Final = re.compile(
    r"(?:Senate of the Parliament|of the Republic of Kazakhstan|Senate of the Parliament of the Republic of Kazakhstan|"
    r"(?:Parliament|Mazhilis of the Parliament) of the Republic of Kazakhstan|"
    r"Сенат Парламента|Республики Казахстан|Сенат Парламента Республики Казахстан|Парламент Республики Казахстан|"
    r"Мажилис Парламента Республики Казахстан|"
    r"Қазақстан Республикасы|Парламентінің Сенаты|Қазақстан Республикасы Парламентінің Сенаты|"
    r"Қазақстан Республикасының Парламенті|Қазақстан Республикасы Парламентінің Мәжілісі)",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(
    r"(?:Share(?: this)?(?: (?:page|article|news|on|with friends|on social media|in social networks))?|"
    r"Поделиться(?: (?:новостью|ссылкой|статьей|статьёй|в социальных сетях|в соцсетях|с друзьями|страницей|материалом))?|"
    r"Поделитесь(?: [\w ]{1,30})?|Рассказать друзьям|Бөлісу|Бөлісіңіз|Достарыңызбен бөлісіңіз|"
    r"Әлеуметтік желілерде бөлісу|Жаңалықпен бөлісу|Sh?a?r?e?)\s*[:.…!]?",
    re.IGNORECASE,
)
_PRESS_NUMBER: Final = re.compile(r"74\s?[-–—‑]\s?72\s?[-–—‑]\s?27")
_PRESS: Final = re.compile(
    r"^\(?\s*(?:Press[\s-](?:Office|Service|Centre|Center)|(?:Senate|Parliament|Mazhilis|Majilis)(?:['’]s)? Press|"
    r"Пресс[\s-]?служба|Сенат(?:тың)? баспасөз|Парламент Сенатының баспасөз|Баспасөз қызметі|Сенат(?:тың)? Баспасөз)"
    r"[^\n]{0,160}$",
    re.IGNORECASE,
)
_DATE_AND_COUNTER: Final = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})(?:\s+(\d{1,7}))?")
_FEEDBACK: Final = re.compile(
    r"Ваш отзыв и предложение по сайту|Сайт бойынша пікіріңіз бен ұсынысыңыз|Your feedback and suggestions.*",
    re.IGNORECASE,
)

_LEGAL: Final = re.compile(
    r"^.{0,60}(?:all rights reserved|все права защищены|барлық құқықтар(?:ы)? қорғалған)|"
    r"^\W*(?:©|\(c\)|copyright\b|"
    r"(?:при )?(?:полном |частичном |любом )?(?:и(?:ли)? частичном )?(?:использовани[ие]|цитировани[ие]|воспроизведени[ие]|"
    r"перепечатк[ае]|копировани[ие]|свободное использование)\b.{0,200}(?:материал|текст|стат|ссылк|информац|сайт)|"
    r"свидетельство о регистрации|зарегистрирован[оа]? (?:федеральн|роскомнадзор)|сетевое издание|"
    r"материалы? сайта|сайттағы материалдар|материалдарды пайдалан|"
    r"(?:this|our) (?:site|website) uses cookies|we use cookies|мы используем (?:файлы )?cookie|"
    r"(?:мнение|точка зрения) (?:редакции|автора) .{0,40}(?:не совпада|может)|"
    r"редакция не несет ответственности|администрация (?:сайта )?не несет|"
    r"если вы (?:заметили|нашли|увидели|обнаружили) (?:ошибку|опечатку)|заметили ошибку|нашли ошибку|нашли опечатку|"
    r"қате тапсаңыз|for more news|download (?:our|the) app|sign up (?:for|to)\b.{0,60}newsletter|"
    r".{0,60}\bcustomer service\b|"
    r"присоединяйтесь к нам|подписывайтесь на|подпишитесь на|следите за нами|follow us on|like us on|бізге жазылыңыз)",
    re.IGNORECASE,
)


def is_notice(text: str) -> bool:
    """Whether a line is a notice of the site: rights, cookies, subscription, misprints."""
    return len(text) < 700 and _LEGAL.match(text) is not None


def is_press_line(text: str) -> bool:
    """Whether a line is that of the press office, in any of its spellings."""
    if len(text) > 260:
        return False
    if _PRESS_NUMBER.search(text) and len(text) < 200:
        return True
    return bool(_PRESS.match(text)) and (text.startswith("(") or len(text) < 90) and not text.endswith(("–", ":"))


def date_and_counter(text: str) -> tuple[str, int | None] | None:
    """The date (as written) and the number of views of a line that is nothing but `DD.MM.YYYY N`, or None."""
    found = _DATE_AND_COUNTER.fullmatch(text)
    if found is None:
        return None
    return text[:10], int(found[4]) if found[4] else None


def is_house(text: str) -> bool:
    """Whether a line is a name of the Senate or the Parliament, or half of one."""
    return _HOUSE.fullmatch(text) is not None


def furniture_of(text: str) -> Reason | None:
    """Why a whole line is furniture, or None when it is not known as such."""
    if len(text) > 90:
        return None
    if text.casefold().rstrip(":") in PANEL:
        return Reason.PANEL
    if _SHARE.fullmatch(text):
        return Reason.SHARE
    if is_house(text):
        return Reason.SITE_NAME
    if _FEEDBACK.fullmatch(text):
        return Reason.FORM
    return None
