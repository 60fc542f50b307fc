"""What stands where an article should is said plainly: a shell, a check for robots, a form, a frame, a paywall."""

import json

import pytest

from accessreader.article import Reason
from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.notice import Notice
from accessreader.sources import read
from accessreader.sources.page import Page

STORY = (
    "The cranes of the inner harbour stopped on Monday morning, and the gulls could be heard above them.",
    "The port authority says that the cables are to be changed one after another, and that no ship will wait for long.",
    "Dock workers will be paid in full, and some of them have asked to paint the cranes while they stand still.",
    "They are expected to move again next Tuesday, if the wind permits, and the yellow paint has dried by then.",
)
SCRIPTS = '<script>window.state = 1</script><script src="/static/main.js"></script>'


def read_html(html, address="https://news.example/a/1"):
    return read(Page(url=address, final_url=address, html=html))


def refusal(html):
    with pytest.raises(NotAnArticleError) as refused:
        read_html(html)
    return refused.value


@pytest.mark.parametrize(
    ("why", "html"),
    [
        (
            "script-shell",
            (
                f"<title>News</title><body><noscript>You need to enable JavaScript to run this app.</noscript>"
                f'<div id="root"></div>{SCRIPTS}'
            ),
        ),
        (
            "script-shell",
            (
                '<title>News</title><body><div id="__next"></div><script id="__NEXT_DATA__" '
                'type="application/json">{"props":{"id":14,"locale":"en"}}</script>'
            ),
        ),
        ("script-shell", f"<title>Portal</title><body><app-root>Loading...</app-root>{SCRIPTS}"),
        (
            "script-shell",
            (
                '<title>Портал</title><body><div id="app"></div><noscript>Бұл бетті көру үшін JavaScript '
                "қосыңыз.</noscript>"
            ),
        ),
        (
            "script-shell",
            (
                f'<title>Portal</title><body><nav><a href="/a">Home</a><a href="/b">News</a></nav>'
                f'<div id="app"><div class="spinner">Loading</div></div><footer>© 2025</footer>{SCRIPTS}'
            ),
        ),
        (
            "check",
            (
                f"<title>Just a moment...</title><body><h1>news.example</h1><h2>Checking your browser before opening "
                f"news.example</h2><p>This process is automatic.</p>{SCRIPTS}"
            ),
        ),
        ("check", "<title>Проверка браузера</title><body><h1>Проверяем ваш браузер</h1><p>Подождите несколько секунд."),
        ("check", "<title>Күте тұрыңыз</title><body><p>Сіздің браузеріңіз тексерілуде, бұл бірнеше секунд алады.</p>"),
        ("check", "<title>Access denied</title><body><h1>Are you a robot?</h1><p>Please complete the captcha.</p>"),
        (
            "sign-in",
            (
                '<title>Sign in</title><body><h1>Sign in</h1><form><label>Password <input type="password"></label>'
                "<button>Sign in</button></form>"
            ),
        ),
        (
            "sign-in",
            (
                '<title>Вход</title><body><h2>Вход для сотрудников</h2><form>Логин <input name="l"> Пароль '
                '<input type="PASSWORD"></form><p>Забыли пароль?</p>'
            ),
        ),
        ("empty", "<title>Nothing here</title><body><div></div>"),
        ("empty", ""),
    ],
)
def test_a_page_that_is_no_article_says_what_it_is(why, html):
    refused = refusal(html)
    assert refused.why is NoArticleReason(why)
    assert str(refused).endswith(".")


@pytest.mark.parametrize(
    ("why", "html", "onward"),
    [
        ("frame", '<title>T</title><body><iframe src="/inner/page?id=1"></iframe>', "https://news.example/inner/page?id=1"),
        ("frame", '<title>T</title><frameset cols="20,80"><frame src="menu.htm"><frame src="main.htm"></frameset>',
         "https://news.example/a/main.htm"),
        ("moved", '<title>T</title><meta http-equiv="Refresh" content="0; URL=\'https://b.example/2\'"><body></body>',
         "https://b.example/2"),
    ],
)  # fmt: skip
def test_a_page_that_leads_on_to_another_tells_its_address(why, html, onward):
    refused = refusal(html)
    assert (refused.why, refused.address) == (NoArticleReason(why), onward)
    assert onward in str(refused)


@pytest.mark.parametrize(
    "html",
    [
        '<body><iframe src="about:blank"></iframe><iframe src="javascript:0"></iframe>',
        '<meta http-equiv="refresh" content="600"><body></body>',
        '<meta http-equiv="refresh" content="0; url=file:///etc/passwd"><body></body>',
        '<body><iframe src="file:///etc/passwd"></iframe><iframe src="http://[bad"></iframe><iframe src=" "></iframe>',
    ],
)
def test_a_frame_that_holds_nothing_and_a_page_that_reloads_itself_lead_nowhere(html):
    assert refusal(html).why is NoArticleReason.EMPTY


def test_an_article_about_robots_passwords_and_frames_is_an_article():
    html = (
        "<title>How sites ask</title><body><h1>Are you a robot?</h1><article>"
        + "".join(f"<p>{line} “Please complete the captcha,” said the page.</p>" for line in STORY)
        + '<form>Subscribe <input type="password"></form><iframe src="/ad"></iframe></article>'
    )
    article = read_html(html)
    assert [block.text.startswith(line) for block, line in zip(article.blocks, STORY, strict=True)] == [True] * 4
    assert article.notice is None


@pytest.mark.parametrize(
    "notice",
    [
        '<div class="paywall"><h2>Subscribe to continue reading</h2><p>Already a member? <a href="/in">Enter</a></div>',
        "<div><p>This article is only for our subscribers.</p><p><a href='/s'>See the offers</a></p></div>",
        "<section><p>Чтобы читать дальше, оформите подписку.</p><button>Оформить</button></section>",
        "<p>Материал доступен только по подписке</p>",
        "<p>Толық оқу үшін жазылыңыз: <a href='/j'>жазылу</a></p>",
    ],
)
def test_a_beginning_that_ends_in_a_paywall_is_read_and_said_to_be_one(notice):
    article = read_html(
        f"<title>Cranes</title><body><nav><a href='/'>Home</a></nav><article><h1>Cranes</h1><p>{STORY[0]}</p>"
        f"<p>{STORY[1]}</p>{notice}</article><footer>© News</footer>"
    )
    assert [block.text for block in article.blocks] == list(STORY[:2])
    assert article.notice is Notice.LOCKED
    assert article.notice.sentence().endswith(".")
    gone = " ".join(gone.text for gone in article.removed if gone.reason in {Reason.NOTICE, Reason.FORM})
    assert all(word in gone for word in notice.replace("<", " <").replace(">", "> ").split() if word.isalpha())


def test_a_whole_article_with_an_invitation_to_subscribe_is_not_said_to_be_a_beginning():
    long = "".join(f"<p>{line} {line}</p>" for line in STORY * 3)
    article = read_html(
        f"<title>Cranes</title><body><article><h1>Cranes</h1>{long}<p>Already a subscriber? Sign in</p></article>"
    )
    assert article.notice is None


@pytest.mark.parametrize("kind", ["NewsArticle", "BlogPosting"])
def test_text_that_only_an_embedded_record_has_is_read_and_said_to_be_carried(kind):
    record = {"@type": kind, "headline": "Cranes fall silent", "datePublished": "2025-09-16",
              "articleBody": "\n\n".join(STORY)}  # fmt: skip
    article = read_html(
        f'<title>Cranes fall silent | Courier</title><script type="application/ld+json">{json.dumps(record)}</script>'
        f'<body><noscript>Please enable JavaScript.</noscript><div id="root"></div>{SCRIPTS}'
    )
    assert article.title == "Cranes fall silent"
    assert [block.text for block in article.blocks] == list(STORY)
    assert article.notice is Notice.CARRIED
    assert str(article.published) == "2025-09-16"


def test_markup_that_only_the_data_of_a_script_has_is_read_and_said_to_be_carried():
    data = {"props": {"pageProps": {"post": {"title": "Cranes", "html": "".join(f"<p>{line}</p>" for line in STORY)}}}}
    article = read_html(
        f'<title>Cranes</title><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">'
        f"{json.dumps(data)}</script>{SCRIPTS}"
    )
    assert [block.text for block in article.blocks] == list(STORY)
    assert article.notice is Notice.CARRIED


@pytest.mark.parametrize("name", ["body", "content", "articleText", "full_text"])
def test_plain_text_that_only_the_data_of_a_script_has_is_read_and_said_to_be_carried(name):
    data = json.dumps({"props": {"post": {"id": 7, "title": "Cranes", name: "\n\n".join(STORY)}}})
    scripts = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>{SCRIPTS}'
    article = read_html(f'<title>Cranes</title><body><div id="__next"></div>{scripts}')
    assert [block.text for block in article.blocks] == list(STORY)
    assert article.notice is Notice.CARRIED


@pytest.mark.parametrize(
    "text",
    [
        "var a = [1]; if (a > 2) { b = a; } " * 20,
        "one two three four five " * 30,
        '<div class="x">A. B. C. D. </div>{}[]' * 20,
    ],
)
def test_what_a_script_keeps_that_is_no_prose_is_no_article(text):
    scripts = f'<script type="application/json">{json.dumps({"content": text})}</script>{SCRIPTS}'
    assert refusal(f'<title>App</title><body><div id="root"></div>{scripts}').why is NoArticleReason.SCRIPT_SHELL
