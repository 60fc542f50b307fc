"""Bytes to text, whatever the header says."""

import codecs
import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.sources import charset
from accessreader.sources.charset import decode, known, named_in

RUSSIAN = (
    "Сенат одобрил закон о социальной защите. Депутаты обсудили поправки к Конституции: "
    "«Нам важно услышать каждого», — сказал председатель палаты."
)
KAZAKH = (
    "Сенат заңды қабылдады. Депутаттар әлеуметтік қорғау туралы түзетулерді талқылады: "
    "«Біз үшін әр адамның үнін есту өте маңызды», – деді Палата төрағасы."
)
FRENCH = (
    "Le Sénat a adopté à l’unanimité la proposition de loi relative à la protection des élus. "
    "« C’est un texte équilibré », a déclaré le président à Besançon."
)
POLISH = "Senat przyjął ustawę bez poprawek. Marszałek podkreślił znaczenie współpracy, żeby wspierać osoby."
TURKISH = "Senato yasayı oybirliğiyle kabul etti. Başkan, değişikliklerin çok önemli olduğunu söyledi."
ENGLISH = "The Senate’s “new” law was adopted – and published in the café’s gazette."
UKRAINIAN = "Її думки про їхній закон є важливими для її виборців; ґрунт під ними твердий, і всі це знають."
SERBIAN = "Народна скупштина је усвојила закон о заштити људи; љубав, њива, ђак, ћуп и џеп су речи."
CORPUS = Path(__file__).parents[2] / ".." / "shared" / "corpus"

DECLARED = ["", "utf-8", "iso-8859-1", "windows-1251", "koi8-r", "no-such-charset"]
TEXTS = [
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "ibm866"),
    (RUSSIAN, "iso-8859-5"),
    (KAZAKH, "pt154"),
    (KAZAKH, "kz-1048"),
    (FRENCH, "windows-1252"),
]


def bytes_in(text, name):
    return text.encode(charset._CODECS[name], "ignore")


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize(("text", "name"), TEXTS, ids=lambda value: value[:12])
def test_letters_tell_the_charset_where_the_header_lies(text, name, declared):
    data = bytes_in(text, name)
    assert decode(data, declared).text == data.decode(charset._CODECS[name])


@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "ibm866", "iso-8859-5"])
@pytest.mark.parametrize(
    "text", ["Новости", "Сенат одобрил закон", "Главная | Сенат", "ПРЕСС-РЕЛИЗ", "15 марта 2026 г."]
)
def test_a_few_words_are_enough_for_russian(text, name, declared):
    assert decode(bytes_in(f"<title>{text}</title>", name), declared).text == f"<title>{text}</title>"


@pytest.mark.parametrize("name", ["pt154", "kz-1048"])
@pytest.mark.parametrize(
    "text", ["Палата төрағасы депутаттарды қабылдады", "Қазақстан Республикасы Парламентінің Сенаты заң қабылдады"]
)
def test_a_headline_is_enough_for_kazakh(text, name):
    assert decode(bytes_in(text, name), "windows-1251").text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (TURKISH, "windows-1254"),
        (ENGLISH, "windows-1252"),
        (UKRAINIAN, "windows-1251"),
        (SERBIAN, "windows-1251"),
    ],
)
@pytest.mark.parametrize("place", ["header", "page"])
def test_what_is_declared_rightly_is_believed(text, name, place):
    data = bytes_in(text, name) if place == "header" else bytes_in(f'<meta charset="{name}">{text}', name)
    came = decode(data, name if place == "header" else "")
    assert came.text == data.decode(charset._CODECS[name])
    assert came.charset == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Η Βουλή ψήφισε το νέο νόμο για την κοινωνική προστασία.", "windows-1253"),
        ("مجلس الشيوخ يوافق على القانون الجديد.", "windows-1256"),
        ("参议院通过了新的法律。参议院通过了新的法律。", "gbk"),
        ("参議院は新しい法律を可決した。", "shift_jis"),
        ("参議院は新しい法律を可決した。", "euc-jp"),
        ("参議院は新しい法律を可決した。", "iso-2022-jp"),
        ("상원은 새로운 법률을 통과시켰다.", "euc-kr"),
    ],
)
def test_charsets_we_cannot_judge_are_believed(text, name):
    assert decode(bytes_in(text, name), name).text == text


def test_greek_without_a_declaration_is_not_taken_for_russian():
    text = "Η Γερουσία ψήφισε το νέο νόμο για την κοινωνική προστασία των πολιτών, είπε ο πρόεδρος. " * 4
    assert not re.search("[а-я]", decode(text.encode("cp1253")).text)


@pytest.mark.parametrize("declared", ["", "windows-1251", "iso-8859-1", "utf-16", "koi8-r", "shift_jis"])
@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, FRENCH, "é", "Ә"])
def test_valid_utf_8_is_utf_8_whoever_says_otherwise(text, declared):
    assert decode(text.encode(), declared) == charset.Decoded(text, "utf-8")


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, FRENCH, f"<html><p>{RUSSIAN}</p></html>"])
@pytest.mark.parametrize(
    ("encode", "name"),
    [
        (lambda text: codecs.BOM_UTF8 + text.encode(), "utf-8"),
        (lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "utf-16le"),
        (lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "utf-16be"),
        (lambda text: text.encode("utf-16-le"), "utf-16le"),
        (lambda text: text.encode("utf-16-be"), "utf-16be"),
    ],
)
def test_marks_and_the_shape_of_utf_16_come_first(text, encode, name):
    assert decode(encode(text), "windows-1251") == charset.Decoded(text, name)


def test_utf_8_cut_off_in_a_letter_is_still_utf_8():
    came = decode("Сенат".encode()[:-1], "windows-1251")
    assert (came.text, came.charset) == ("Сена\ufffd", "utf-8")


def test_utf_8_with_a_fault_is_still_utf_8():
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert decode(data, "utf-8").text == f"{RUSSIAN}\ufffd{RUSSIAN}"


@pytest.mark.parametrize(
    "start",
    [
        '<meta charset="koi8-r">',
        "<META CHARSET=koi8-r>",
        "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>",
        '<?xml version="1.0" encoding="koi8-r"?>',
        '<!-- <meta charset="utf-8"> --><meta charset="koi8-r">',
    ],
)
def test_the_page_says_its_charset_itself(start):
    text = f"{start}о"  # one letter, which could be any
    assert decode(text.encode("koi8-r")).charset == "koi8-r"


def test_a_page_that_says_so_too_late_is_not_heard():
    said = '<meta charset="windows-1253">Новости'.encode("cp1251")
    assert decode(said).charset == "windows-1253"
    assert decode(b" " * 5000 + said).charset == "windows-1251"


def test_a_page_cannot_say_in_ascii_that_it_is_utf_16():
    assert decode(f'<meta charset="utf-16">{RUSSIAN}'.encode()).text.endswith(RUSSIAN)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF8", "utf-8"),
        (" Windows-1251 ", "windows-1251"),
        ("cp1251", "windows-1251"),
        ("x-cp1251", "windows-1251"),
        ("win-1251", "windows-1251"),
        ("ISO-8859-1", "windows-1252"),
        ("iso8859-1", "windows-1252"),
        ("ISO_8859-5", "iso-8859-5"),
        ("iso88592", "iso-8859-2"),
        ("latin1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("iso-8859-9", "windows-1254"),
        ("gb2312", "gbk"),
        ("koi8", "koi8-r"),
        ("PTCP154", "pt154"),
        ("STRK1048-2002", "kz-1048"),
        ("unicode_escape", ""),
        ("idna", ""),
        ("zip", ""),
        ("utf-7", ""),
        ("", ""),
    ],
)
def test_labels_mean_what_they_mean_on_the_web(label, name):
    assert known(label) == name


def test_every_label_has_a_charset_and_every_charset_a_codec():
    for label in charset._OTHER_LABELS:
        assert known(label)
    for codec in charset._CODECS.values():
        assert codecs.lookup(codec)


def test_a_content_type_names_its_charset():
    assert named_in('text/html; Charset = "windows-1251"; a=b') == "windows-1251"
    assert named_in("text/html") == ""


def test_nuls_and_half_characters_are_dropped():
    assert decode(b"a\0b").text == "ab"
    assert decode(codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0").text.replace("\ufffd", "") == "ab"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", [b"<script>\xe0", b"<", b"<!--\xe0", b"<meta ", b"\xe0 ", b"a\xe0", b"x" * 50 + b"\xe0"]
)
def test_no_page_takes_long(piece):
    data = piece * (5_000_000 // len(piece))
    assert decode(data).text


@given(st.binary(max_size=400), st.one_of(st.text(max_size=12), st.sampled_from(sorted(charset._CODECS))))
def test_no_bytes_are_refused(data, declared):
    came = decode(data, declared)
    assert came.charset in charset._CODECS
    came.text.encode("utf-8")  # no half characters
    assert "\0" not in came.text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff\ufffe"), min_size=1, max_size=200))
def test_every_text_in_utf_8_with_a_mark_comes_back(text):
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text


@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "pt154", "kz-1048"])
def test_real_pages_in_old_charsets_are_read(name, declared):
    files = sorted((CORPUS / "parlam").glob("*.html.gz"))
    if not files:
        pytest.skip("needs ../shared/corpus")
    read = 0
    for file in files[:60]:
        text = re.sub(r"charset=[\w-]+", "", gzip.decompress(file.read_bytes()).decode("utf-8-sig", "replace"))
        kazakh = len(re.findall("[әғқңөұү]", text)) > 100
        if kazakh != (name in {"pt154", "kz-1048"}) or len(re.findall("[а-я]", text)) < 100:
            continue
        data = bytes_in(text, name)
        assert decode(data, declared).text == data.decode(charset._CODECS[name]), file.name
        read += 1
    assert read
