"""Phrases with which sites announce what is not the article: comments, other stories, notices; in many languages."""

from __future__ import annotations

import re
from typing import Final


def compiled(before: str, phrases: str, after: str = "") -> re.Pattern[str]:
    """A pattern of which the phrases, one a line, are the alternatives."""
    lines = (line.strip() for line in phrases.splitlines())
    return re.compile(f"{before}(?:{'|'.join(line for line in lines if line)}){after}", re.IGNORECASE)


_COMMENTS: Final = compiled(
    r"(?:\d+ )?",
    r"""
    comments
    [0-9]+ comments?
    leave a (?:comment|reply)
    add (?:a |your )?comment
    post a comment
    show comments?
    (?:join|view) the (?:conversation|discussion)
    (?:всего )?комментари[ийея][а-я]*(?: (?:читателей|посетителей|пользователей))?(?::? ?[(]?[0-9]+[)]?)?
    (?:оставить|добавить|написать) комментарий
    ваш комментарий
    ваше мнение
    комментировать
    (?:оқырман(?:дар)? )?пікір(?:лер)?і?(?: ?[(]?[0-9]+[)]?)?
    пікір қалдыру
    commentaires?
    kommentare?
    comentarios
    comentários
    commenti
    reacties
    komentarze
    """,
    r"\s*[:.…!?»>*]*",
)
_TAIL: Final = compiled(
    r"(?:\d+ )?",
    r"""
    discussion
    responses?
    related(?: (?:articles?|stories|posts|content|links|news|topics|items|coverage))?
    you (?:may|might) (?:also )?(?:like|enjoy|be interested in)
    (?:more|read more|see more|also) (?:on this|from|in|about|stories|news)\b.{0,40}
    recommended(?: .{0,20})?
    read (?:next|also|more)
    see also
    tags?
    topics
    share (?:this|on)\b.{0,20}
    most (?:read|popular|viewed)
    trending(?: now)?
    about the authors?
    latest (?:news|stories)
    обсуждение
    обсудить
    отзывы
    (?:читайте|читать|смотрите|смотри|см\.?) (?:также|ещё|еще|по теме)
    (?:материалы|новости|статьи|ещё|еще)? ?(?:по|на эту|на ту же|этой) тем[еуы]
    другие (?:новости|материалы|статьи)\b.{0,30}
    (?:ещё|еще) (?:новости|материалы|статьи|по теме)\b.{0,30}
    новости (?:по теме|дня|сегодня)
    похожие (?:новости|материалы|статьи)
    последние новости
    ранее по теме
    (?:самое )?(?:популярное|читаемое|обсуждаемое)
    (?:новости|публикации) раздела
    новости партн[её]ров
    связанные (?:новости|материалы)
    (?:теги|метки|ключевые слова)
    поделиться\b.{0,30}
    рекомендуем\b.{0,20}
    ссылки по теме
    тағы оқыңыз
    ұқсас жаңалықтар
    басқа жаңалықтар
    сондай-ақ оқыңыз
    тегтер
    à lire aussi
    lire aussi
    sur le même sujet
    (?:lesen sie )?mehr (?:zum thema|themen)\b.{0,30}
    lesen sie auch
    keep reading
    noticias? relacionadas?
    para saber más
    más información
    à découvrir
    (?:da leggere|leggi di più)
    läs mer
    les (?:mer|også)
    læs også
    ilgili haber(?:ler)?
    czytaj więcej
    auch interessant
    relacionad[oa]s
    te puede interesar
    passend zum (?:artikel|thema)
    auch interessant
    das könnte (?:sie|dich) auch interessieren
    weitere (?:artikel|themen|nachrichten|meldungen)\b.{0,30}
    mehr (?:aus|von|über)\b.{0,30}
    leggi anche
    lees ook
    czytaj także
    関連(?:記事|ニュース|キーワード|企業|リンク|情報|特集).{0,8}
    (?:おすすめ|人気|新着)(?:の|情報|記事|ニュース).{0,8}
    あわせて読みたい.{0,8}
    .{1,8}の新着
    カテゴリーをフォローする
    (?:관련|추천|인기) ?(?:기사|뉴스).{0,6}
    많이 본 (?:기사|뉴스)
    (?:相关|相關|推荐|推薦|延伸)(?:新闻|新聞|阅读|閱讀|文章|报道|報導)
    """,
    r"\s*[:.…!?»>]*",
)
_OTHER_STORY: Final = compiled(
    r"\W*",
    r"""
    read (?:more|also|next|the full)\b
    see (?:also|more)\b
    more (?:on|from|about)\b
    related\b
    also read\b
    don['’]t miss\b
    recommended\b
    click here\b
    more ?:
    watch:
    listen:
    download:
    (?:читайте|читать|читай|смотри) также\b
    читайте:
    смотрите также\b
    по теме\b
    подробнее:
    ранее:
    другие новости\b
    похожие\b
    тағы оқыңыз
    сондай-ақ оқыңыз
    lees ook\b
    lesen sie (?:auch|mehr|hier)\b
    mehr (?:zum thema|dazu|zu)\b
    lire aussi\b
    à lire aussi\b
    lea también\b
    leer también\b
    leia (?:também|mais)\b
    leggi anche\b
    czytaj także\b
    les også\b
    läs också\b
    """,
    r"",
)
_PROMOTION: Final = compiled(
    r"",
    r"""
    \bsign up (?:for|to|here|today)\b
    \bsubscrib(?:e|ing) (?:to|here|now)\b
    \bnewsletters?\b
    \bbookmark our\b
    \bfollow (?:us|me|our|him|her)\b.{0,40}(?:twitter|facebook|instagram|x\b|google)
    \bget (?:our|the) (?:latest|free)\b
    подпис(?:ывайтесь|аться|ка на|ывайся)
    (?:наш|в нашем) (?:телеграм|telegram|канал)
    \bжазылыңыз
    \babonnier
    \bwhatsapp[- ]?(?:kanal|channel)
    \bsuscríb
    \binscrivez-vous
    \biscriviti
    """,
    r"",
)

_CHECK: Final = compiled(
    r"",
    r"""
    checking (?:your|the) browser
    just a moment(?:\.|…)
    (?:verify|confirm)\w* (?:that )?you(?:'re|’re| are) (?:a )?(?:human|not)
    are you a robot
    \bnot a robot
    complete the captcha
    ddos protection by
    attention required
    enable (?:javascript|js) and cookies
    unusual traffic from your
    провер(?:ка|яем|яется|яет) (?:вашего |ваш )?браузер
    вы не робот
    подтвердите,? что вы (?:человек|не)
    включите (?:javascript|js) и (?:файлы )?cookie
    защита от (?:ddos|роботов|ботов)
    браузер\w* тексер
    робот емес
    cookie\w* (?:файлдарын )?қосыңыз
    """,
)
_LOCKED: Final = compiled(
    r"",
    r"""
    (?:subscribe|sign in|log in|register|join)\b.{0,30} to (?:continue|keep) reading
    \bto (?:continue|keep) reading,
    (?:this|the) (?:article|story|content|page) is .{0,20}(?:for|to) (?:our |paying |paid )?(?:subscriber|member)
    (?:for|to) subscribers only
    subscriber[- ]only
    already a (?:subscriber|member)
    (?:материал|статья|текст)\w* (?:доступ\w+|открыт\w*) (?:только )?(?:для |по )?подпис
    только (?:для )?подписчик
    чтобы (?:про|до)?читать (?:дальше|полностью|до конца|весь)
    (?:оформите|купите) подписку,? чтобы
    тек жазылушы
    оқуды жалғастыру үшін
    толық оқу үшін жазыл
    """,
)


def announces_comments(text: str) -> bool:
    """Whether a line is the heading of comments."""
    return _COMMENTS.fullmatch(text.strip("•—–-| »›")) is not None


def announces_others(text: str) -> bool:
    """Whether a line is the heading of other stories, tags or buttons."""
    return _TAIL.fullmatch(text.strip("•—–-| »›")) is not None


def leads_elsewhere(text: str) -> bool:
    """Whether a line begins as one that leads to another story."""
    return _OTHER_STORY.match(text) is not None


def promotes(text: str) -> bool:
    """Whether a line speaks of the site's newsletter, channel or application; to be believed of short lines with links."""
    return _PROMOTION.search(text) is not None


def checks_for_robots(text: str) -> bool:
    """Whether a line says that the site checks whether a person is reading."""
    return _CHECK.search(text) is not None


def asks_to_pay(text: str) -> bool:
    """Whether a line says that what follows is for those who pay; to be believed of short lines."""
    return _LOCKED.search(text) is not None
