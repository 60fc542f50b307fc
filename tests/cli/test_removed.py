"""`get --removed` on every kind of saved page: what was taken out is printed, each with its reason in words."""

import pytest

from archives import ADDRESS, mhtml, warc, zipped
from hostile import PARAGRAPH

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Water is back</title></head><body>'
    '<nav><a href="/">Home page</a> <a href="/about">About us</a></nav><article><h1>Water is back</h1>'
    f"{PARAGRAPH}{PARAGRAPH.replace('Monday', 'Friday')}"
    '<div class="share"><a href="#fb">Share on Facebook</a></div></article>'
    '<div class="cookie-notice"><p>We use cookies. <button>Accept</button></p></div>'
    '<footer>© Water News 2025</footer></body></html>'
)  # fmt: skip
ARCHIVED = {ADDRESS: ("text/html; charset=utf-8", PAGE.encode())}
SAVED = {
    "page.html": PAGE.encode(),
    "page.htm": PAGE.encode("utf-16"),
    "page.xhtml": PAGE.encode(),
    "letter.mhtml": mhtml(PAGE),
    "letter.mht": mhtml(PAGE),
    "pages.zip": zipped({"water/page.html": PAGE}),
    "letter.zip": zipped({"letter.mhtml": mhtml(PAGE)}),
    "web.warc": warc(ARCHIVED, packed=False),
    "web.warc.gz": warc(ARCHIVED),
    "web.wacz": zipped({"archive/a.warc.gz": warc(ARCHIVED), "datapackage.json": "{}"}),
}
SAID = {
    "en": (
        "Taken out of the page",
        "Navigation of the site: Home page About us",
        "Invitation to share: Share on Facebook",
    ),
    "ru": ("Убрано со страницы", "Меню сайта: Home page About us", "Предложение поделиться: Share on Facebook"),
    "kk": ("Беттен алып тасталғаны", "Сайт мәзірі: Home page About us", "Бөлісуге шақыру: Share on Facebook"),
}


@pytest.mark.parametrize("name", sorted(SAVED))
def test_what_was_taken_out_of_a_saved_page_is_printed_with_its_reasons(run, tmp_path, name):
    (tmp_path / name).write_bytes(SAVED[name])
    code, out, err = run("get", "--removed", str(tmp_path / name))
    assert (code, err) == (0, "")
    article, rule, removed = out.partition("* * *")
    assert article.startswith("Water is back\n")
    assert rule
    assert "About us" not in article
    for words in (
        *SAID["en"],
        "Notice of the site: cookies, subscription, copyright: We use cookies.",
        "Water News 2025",
    ):
        assert words in removed
    assert all(": " in line for line in removed.splitlines() if line.startswith("•"))


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_reasons_are_in_every_form_that_people_read(run, tmp_path, form):
    (tmp_path / "web.wacz").write_bytes(SAVED["web.wacz"])
    out = run("get", "--removed", "--as", form, str(tmp_path / "web.wacz"))[1]
    assert "Navigation of the site" in out
    assert "Taken out of the page" in out
    assert "Navigation of the site" not in run("get", "--as", form, str(tmp_path / "web.wacz"))[1]


@pytest.mark.parametrize("language", sorted(SAID))
def test_the_reasons_are_in_the_readers_language(run, tmp_path, language):
    (tmp_path / "letter.mhtml").write_bytes(SAVED["letter.mhtml"])
    out = run("--language", language, "get", "--removed", str(tmp_path / "letter.mhtml"))[1]
    assert all(words in out for words in SAID[language])


def test_a_saved_list_of_pages_prints_its_removals_too(run, tmp_path):
    other = PAGE.replace("Water is back", "Rain is back")
    (tmp_path / "two.zip").write_bytes(zipped({"1.html": PAGE, "2.html": other}))
    code, out, err = run("get", "--removed", str(tmp_path / "two.zip"))
    assert (code, err) == (0, "")
    assert "Water is back" in out
    assert "Rain is back" in out
    code, out, _err = run("get", "--removed", f"{(tmp_path / 'two.zip').as_uri()}#2.html")
    assert (code, out.partition(chr(10))[0]) == (0, "Rain is back")
    assert SAID["en"][1] in out
