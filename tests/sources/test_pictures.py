"""Pictures: whatever a page does to load them late, and which of them are none."""

import pytest

from accessreader.article import Figure, joined
from accessreader.sources import read
from accessreader.sources.page import Page

WORDS = "The committee met on Monday and heard what the engineers had to say about the bridge over the river. "
HOST = "https://paper.example/"


def figures(markup):
    body = f"<p>{WORDS * 3}</p>{markup}<p>{WORDS * 2}They meet again.</p>"
    html = f"<html><body><article><h1>The bridge is closed for a year</h1>{body}</article></body></html>"
    address = f"{HOST}news/1"
    article = read(Page(url=address, final_url=address, html=html))
    return [block for block in article.blocks if isinstance(block, Figure)]


def sources(markup):
    return [figure.source.removeprefix(HOST) for figure in figures(markup)]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/bridge.jpg">',
        '<img data-src="/bridge.jpg">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/bridge.jpg">',
        '<img src="/img/blank.gif" data-original="/bridge.jpg">',
        '<img src="/img/loading-300x200.gif" data-lazy-src="/bridge.jpg">',
        '<img class="lazyload" src="/tiny.jpg" data-src="/bridge.jpg">',
        '<img data-nobody-knows="/bridge.jpg" data-alt="other.jpg">',
        '<img data-nobody-knows="/bridge.jpg 300w, /other.jpg 600w">',
        '<img data-settings=\'{"file": "x"}\' data-file="https://paper.example/bridge.jpg">',
        '<img srcset="/small.jpg 300w, /bridge.jpg 1200w, /poster.jpg 4000w">',
        '<img srcset="/small.jpg, /bridge.jpg 2x">',
        '<img src="/img/spacer.gif" data-srcset="/bridge.jpg 800w">',
        '<picture><source srcset="/bridge.jpg 1x"><img alt=""></picture>',
        '<picture><source data-srcset="/bridge.jpg 900w"></picture>',
        '<picture><source srcset="/bridge.webp"><img src="/bridge.jpg"></picture>',
        '<div class="frame"><span></span><noscript><img src="/bridge.jpg"></noscript></div>',
        '<img class="late"><noscript><img src="/bridge.jpg"></noscript>',
        '<img class="lazy" data-src="/bridge.jpg"><noscript><img src="/bridge-1200.jpg"></noscript>',
        '<img src="/bridge.jpg"><noscript><img src="/bridge.jpg?w=700"></noscript>',
        '<noscript><img src="/bridge.jpg"></noscript><noscript><img src="/count/pixel.png"></noscript>',
        '<p>See <noscript><img src="/bridge.jpg"></noscript></p>',
        '<amp-img src="/bridge.jpg"></amp-img>',
        '<img src="/bridge.jpg" width="570" height="0">',
        '<figure><img class="lazy" data-src="/bridge.jpg"><noscript><img src="/b-700.jpg"></noscript></figure>',
        '<figure><picture><source srcset="/b.webp"></picture><picture><img src="/bridge.jpg"></picture></figure>',
        '<figure><div class="related-image"><img src="/bridge.jpg"></div><figcaption>The bridge</figcaption></figure>',
    ],
)  # fmt: skip
def test_a_picture_is_found_however_late_it_is_loaded_and_once(markup):
    assert sources(markup) == ["bridge.jpg"]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/count.gif" width="1" height="1">',
        '<img src="/icon.png" width="20px">',
        '<img src="/seen.gif" width="0" height="0">',
        '<img src="/img/spacer.gif">',
        '<img src="/img/placeholder-image.png">',
        '<img src="/img/lazyload-placeholder.png">',
        '<img src="/img/picture-placeholder-01c4eeda.png?v=2">',
        '<img src="/img/missing-image.svg">',
        '<img src="/img/stub-user_h75.gif">',
        '<img src="/favicon.ico">',
        '<img data-title="a bridge.jpg">',
        '<noscript><img src="https://count.example/hit?id=1"></noscript>',
        '<noscript><img src="/ads/banner.jpg"></noscript>',
        '<figure style="display:none"><img src="/bridge.jpg"></figure>',
    ],
)
def test_counters_icons_and_what_stands_for_a_picture_are_none(markup):
    assert sources(markup) == []


@pytest.mark.parametrize("name", ["blanket-coverage", "greyhounds", "clear-sky", "loading-dock", "dotted-line-map"])
def test_a_picture_is_no_placeholder_for_the_beginning_of_its_name(name):
    assert sources(f'<img src="/p/{name}.png">') == [f"p/{name}.png"]


def test_two_pictures_that_only_readers_without_scripts_see_are_two():
    markup = "<img class=a><noscript><img src=/1.jpg></noscript><img class=a><noscript><img src=/2.jpg></noscript>"
    assert sources(markup) == ["1.jpg", "2.jpg"]


def test_a_picture_for_readers_without_scripts_follows_a_plain_one_that_is_another():
    assert sources('<img src="/1.jpg"><noscript><img src="/2.jpg"></noscript>') == ["1.jpg", "2.jpg"]


def test_a_late_picture_has_the_caption_and_the_alternative_that_stand_with_it():
    (figure,) = figures(
        '<figure><span></span><noscript><img src="/bridge.jpg" alt="A bridge"></noscript>'
        "<figcaption>The bridge in <b>May</b></figcaption></figure>"
    )
    assert (figure.alternative, joined(figure.caption)) == ("A bridge", "The bridge in May")
