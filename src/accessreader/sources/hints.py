"""What an element says of itself by its tag, role, class and id: that it is not part of the article.

Why by whole words: "ad" stands in "head" and "download"; a name is cut into words at its hyphens, underscores and
capitals before it is judged.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from accessreader.article import Reason
from accessreader.sources.tree import Element

_TAGS: Final = {
    "nav": Reason.NAVIGATION,
    "footer": Reason.NAVIGATION,
    "menu": Reason.NAVIGATION,
    "dialog": Reason.NOTICE,
    "button": Reason.FORM,
    "select": Reason.FORM,
    "textarea": Reason.FORM,
    "input": Reason.FORM,
    "datalist": Reason.FORM,
    "fieldset": Reason.FORM,
    "form": Reason.FORM,
    "noscript": Reason.HIDDEN,
    "title": Reason.HIDDEN,
    "svg": Reason.HIDDEN,
    "canvas": Reason.HIDDEN,
    "amp-ad": Reason.ADVERTISEMENT,
}
_ROLES: Final = {
    "navigation": Reason.NAVIGATION,
    "menu": Reason.NAVIGATION,
    "menubar": Reason.NAVIGATION,
    "search": Reason.FORM,
    "dialog": Reason.NOTICE,
    "alertdialog": Reason.NOTICE,
    "banner": Reason.NAVIGATION,
    "contentinfo": Reason.NAVIGATION,
    "complementary": Reason.RELATED,
    "tooltip": Reason.HIDDEN,
}

_KINDS: Final[tuple[tuple[Reason, str], ...]] = (
    (
        Reason.COMMENTS,
        r"comments?|coments?|comentarii|commentlist|commentaires?|comentarios?|commenti|kommentare?n?|komment\w*|koment\w*|disqus|discussion|"
        r"respond|replies|reviews|otzyv\w*|discuss|forum|livefyre|vuukle|viafoura|coral",
    ),
    (
        Reason.SHARE,
        r"share\w*|sharing|social\w*|socials?|addthis|addtoany|sharedaddy|sharethis|likes?|likebtn|teilen|compartir|partage\w*|"
        r"sns|pluso|uptolike|ya share|podel\w*|soc|tweet button|retweet|followus|subscribe bar|bookmarks?",
    ),
    (
        Reason.RELATED,
        r"related\w*|recommend\w*|recirc\w*|(?:see|read|watch|also) (?:also|more|next)|also|readmore|similar|popular|"
        r"trending|most (?:read|viewed|popular)|mostread|outbrain|taboola|zergnet|teasers?|morefrom|more (?:from|news|stories|in|on)|"
        r"upnext|up next|next (?:article|post)|(?:article|post) next|prev|previous|relacionad\w*|weitere|lees ook|pohozh\w*|"
        r"(?:last|latest|other|top|hot) ?(?:news|articles|posts|stories)|moreon|jp relatedposts|yarpp\w*|"
        r"onward|backstories|linkbox|read next|interlink\w*|articlelist|storylist|linklist|newslist|lenta|correlat\w*|crosslink\w*|"
        r"leggi anche|leia (?:mais|tambem)|(?:a )?lire aussi|les ogsa|lees meer|ilgili|benzer|souvisej\w*|powiazan\w*|"
        r"weiterlesen|artikelempfehlung\w*|mehr zum thema|inline (?:article|link|teaser)|inter?stitial\w*",
    ),
    (
        Reason.ADVERTISEMENT,
        r"ads?|adv|advert\w*|adsense|adbox|adslot|adunit|adcontainer|adwrapper|adspot|advertorial|banners?|sponsor\w*|dfp|gpt|promo\w*|"
        r"reklam\w*|werbung|anzeigen?|publicidad|publicite|dianomi|nativo|teads|affiliate\w*|shopping|commerce|mpu|leaderboard|adfox",
    ),
    (
        Reason.NAVIGATION,
        r"nav\w*|menus?|submenu|breadcrumbs?|crumbs?|pagination|pager|paging|sidebar\w*|side ?bar|footer\w*|foot|bottom|bot|topbar|toolbar\w*|"
        r"masthead|skip|skiplink\w*|tags?|taglist|tagcloud|keywords|topics|categories|widgets?|jump|toc|tablist|tabs|"
        r"aside|rail|rightcol\w*|leftcol\w*|right column|left column|sitemap|archives?|metadata|postmeta|entry (?:meta|footer|utility)|"
        r"login|logo|weather|calendar|rss|feed|print|printer|tools?|articletools|utility|editsection|navbox|"
        r"infoline|colophon|hatnote|catlinks|mw jump|noprint|sistersitebox|vertical navbox|ticker",
    ),
    (
        Reason.NOTICE,
        r"cookies?|cookiebar|gdpr|consent|paywall|subscri\w*|newsletter\w*|sign ?up|signup|registration|register|login|copyright\w*|"
        r"sign ?in|signin|inactivity|recaptcha|disclaimer|notice|alert|popups?|modals?|overlay|lightbox|tooltip|premium|regwall|meter|donat\w*|"
        r"legal|correction request|cta|call to action|feedback|survey|poll|quiz|contact|inscri\w*|whatsapp|telegram|app promo",
    ),
    (
        Reason.AUTHOR,
        r"author\w*|byline\w*|bio|writer|contributor\w*|autor\w*|aboutauthor|about author|vcard|authorbox",
    ),
    (
        Reason.DATE,
        r"dateline|timestamp|posted on|pubdate|published|publish date|article (?:date|time)|entry date|post date|posted|dates?|time|"
        r"createdate|data pub|reading time|readtime",
    ),
    (
        Reason.HIDDEN,
        r"hidden|visually hidden|visuallyhidden|sr only|screen reader text|screenreader\w*|offscreen|off screen|invisible|noscript|"
        r"element invisible|display none|nodisplay|d none|u hidden|is hidden|hide",
    ),
)
_BAD: Final = tuple((reason, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for reason, words in _KINDS)
_BODY: Final = re.compile(
    r"(?<!\w)(?:article ?(?:body|text|content|copy|maintext)|articlebody|articletext|articlecontent|entry ?content|entrycontent|"
    r"post ?(?:body|content|text|entry)|postbody|story ?(?:body|text|content|copy)|storybody|storytext|story full|"
    r"news ?(?:text|body|content)|body ?(?:copy|text|content)|article__body|main ?text|maintext|full ?text|fulltext|"
    r"text body|content body|rich ?text|richtext|instapaper body|texte|artikeltext)(?!\w)"
)
_SPLIT: Final = re.compile(r"[^\w]+|_+|(?<=[a-zа-я])(?=[A-Z])|(?<=[a-zA-Z])(?=\d)|(?<=\d)(?=[a-zA-Z])")


def words_of(element: Element) -> str:
    """The words of an element's class and id, in lower case, one blank between them."""
    return _words(element.get("class"), element.get("id"))


@lru_cache(maxsize=20_000)
def _words(classes: str, identity: str) -> str:
    names = [name for name in classes[:300].split() if not _ONLY_LOOKS.match(name)]
    names.append(identity[:100])
    cut = [[word for word in _SPLIT.split(name) if word] for name in names]
    return " ".join(word for name in cut if len(name) <= _LONGEST_NAME for word in name).lower()


_SHOWN_ELSEWHERE: Final = re.compile(r"[\w-]:(?:block|flex|grid|inline|table|contents)")
"""What is hidden on small screens alone."""
_ONLY_LOOKS: Final = re.compile(r"(?:[\w-]*overflow|backface|[^\s:]*\[|[\w/-]+:)")
"""A class that only tells how a thing looks, or what it is on some screens alone: "overflow-hidden", "md:hidden"."""
_LONGEST_NAME: Final = 6
"""Words in a name; what is longer is the address of a passage, not a name."""


@lru_cache(maxsize=20_000)
def judged(words: str) -> Reason | None:
    """What kind of furniture some words name, or None."""
    if not words:
        return None
    for reason, pattern in _BAD:
        if pattern.search(words):
            return reason
    return None


_PART: Final = re.compile(
    r" (?:\w+ ){0,2}?(?:sign ?in|sign ?up|newsletter\w*|related\w*|recommend\w*|share|social|comments?|footer|ads?|advert\w*|"
    r"promo\w*|subscri\w*)(?!\w)"
)
"""What follows the name of a text when a part of it is meant that is furniture: "article content sign in"."""


@lru_cache(maxsize=20_000)
def is_body(words: str) -> bool:
    """Whether the words name the text of an article."""
    found = _BODY.search(words)
    return found is not None and _PART.match(words, found.end()) is None


_UNSEEN: Final = re.compile(
    r"(?<!\w)(?:visually hidden|visuallyhidden|sr only|screen reader text|offscreen|off screen|element invisible)(?!\w)"
)


@lru_cache(maxsize=20_000)
def is_unseen(words: str) -> bool:
    """Whether the words name a text that stands outside of what is seen: said by the page to screen readers alone."""
    return _UNSEEN.search(words) is not None


_COUNTER: Final = re.compile(
    r"(?=.*(?<!\w)(?:comments?|shares?|likes?|tweets?|views?|votes?)(?!\w)).*(?<!\w)(?:count|counts|counter|number|num|total|badge)(?!\w)"
)


@lru_cache(maxsize=20_000)
def is_counter(words: str) -> bool:
    """Whether the words name a number of comments, likes or views."""
    return bool(words) and _COUNTER.match(words) is not None


_FRAME: Final = re.compile(
    r"(?<!\w)(?:page|pages|wrapper|wrap|container|layout|main|with|has|no|center|columns?|grid|inner|outer)(?!\w)"
)


@lru_cache(maxsize=20_000)
def is_frame(words: str) -> bool:
    """Whether the words name a frame of the page, of which furniture is only a part."""
    return _FRAME.search(words) is not None


_LEAD: Final = re.compile(
    r"(?<!\w)(?:sub ?titles?|sub ?headline|stand ?first|dek|deck|lead|lede|intro|introduction|excerpt|abstract|teaser|kicker text|"
    r"chapeau|chapo|sottotitolo|entradilla|bajada|ingress|vorspann|untertitel)(?!\w)"
)


@lru_cache(maxsize=20_000)
def is_lead(words: str) -> bool:
    """Whether the words name the lead of an article."""
    return bool(words) and _LEAD.search(words) is not None


_CAPTION: Final = re.compile(
    r"(?<!\w)(?:captions?|figcaption|credits?|legend|legende|bildunterschrift|photo|photos|image|images|img|foto|picture|media|"
    r"gallery|slide\w*|carousel|lightbox|caption\w+|wp caption)(?!\w)"
)


_CAPTION_TEXT: Final = re.compile(
    r"(?:\w+ )*(?<!has )(?<!with )(?<!no )(?:caption|figcaption|captiontext|caption text|legend|legende|bildunterschrift|imagecaption|photo text|"
    r"wp caption text|image description|img desc|photo desc|photo description|podpis)(?: truncate| text)?"
)


@lru_cache(maxsize=20_000)
def is_caption_text(words: str) -> bool:
    """Whether the words name the text under a picture."""
    return bool(words) and _CAPTION_TEXT.fullmatch(words) is not None


@lru_cache(maxsize=20_000)
def is_caption(words: str) -> bool:
    """Whether the words name a picture's caption, or what holds a picture and its caption."""
    return _CAPTION.search(words) is not None


_STYLE_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


_SHOWN: Final = re.compile(r"(?<![\w-])(?:active|show|in)(?![\w-])")
"""What the one of several leaves is called that is on top."""


def _is_hidden_by_class(names: str) -> bool:
    if "tab-pane" in names:
        return _SHOWN.search(names) is None
    return "hidden" in names and "hidden" in names.split() and _SHOWN_ELSEWHERE.search(names) is None


def is_hidden(element: Element) -> bool:
    """Whether an element's own attributes hide it."""
    attributes = element.attributes
    return (
        "hidden" in attributes
        or ("style" in attributes and _STYLE_HIDDEN.search(attributes["style"]) is not None)
        or (attributes.get("aria-hidden") == "true" and element.tag not in {"a", "span", "i", "b", "sup", "img"})
        or ("class" in attributes and _is_hidden_by_class(attributes["class"]))
    )


def reason_by_tag(element: Element) -> Reason | None:
    """Why an element is left out for its tag or role alone."""
    reason = _TAGS.get(element.tag)
    if reason is None and "role" in element.attributes:
        reason = _ROLES.get(element.attributes["role"].lower())
    return reason
