"""Lines in which the house speaks to its readers, and lines that only name who made something; in many languages.

They stand among the paragraphs and are set like them, so that nothing but their words tells what they are. The lists
hold beginnings that no sentence of a story has; what a person in the story says is in quotation marks.
"""

from __future__ import annotations

from typing import Final

from accessreader.sources.phrases import compiled

_ASIDE: Final = compiled(
    r"""[^\w"'«»„“”‘’]*""",
    r"""
    (?:do you have|have you got|got) (?:a|any) (?:story|tip|news|information)\b.{0,120}(?:@|mail|contact|touch|\bus\b)
    get in touch with (?:us|our)\b
    (?:email|e-mail|write to|contact|message) (?:us|our (?:news )?team|the (?:author|reporter|newsroom))\b
    for more stories like this\b
    (?:did you (?:like|enjoy)|if you (?:liked|enjoyed|like)) (?:this|our)\b
    (?:please )?(?:support|donate to|help) (?:us|our|independent) (?:journalis|newsroom|reporting|work by|today)
    our standards:
    this site is protected by recaptcha
    (?:this )?(?:slideshow|site|video|content|page) requires javascript
    (?:please )?(?:enable|turn on|activate) javascript
    (?:your|this) browser (?:does not|doesn['’]t) support\b
    we apologize, but this video has failed
    try refreshing your browser
    media playback is (?:unsupported|not supported)
    (?:this entry was )?(?:posted|filed) (?:on|in|under) .{0,120}\brss\b
    .{0,250}\brss ?2\.0\b
    вы можете комментировать материалы
    (?:просмотров|прочитано|просмотры):? ?\d+
    опубликовано:? .{0,40}(?:прочитано|просмотр)
    опубликовано:? .{0,80}(?:рубрика|метки|категори)
    you can (?:follow|leave) .{0,80}\b(?:rss|responses?)\b
    note: we are .{0,20}moderating
    \d{1,2}[ -]min(?:ute)?s?\.? read$
    (?:reading|read) time:?\s*\d{1,2}
    ihre meinung ist uns wichtig
    (?:senden|schreiben|schicken) sie uns (?:ihr|ihre|eine)\b
    ha(?:t|ben) (?:ihnen|dir|euch) (?:der|dieser|unser|die|diese|das) (?:artikel|beitrag|text|bericht)
    dieses thema im programm:
    sendung: .{0,60}\d{1,2}[:.]\d{2} uhr
    (?:aktuelle|alle|weitere|mehr) (?:meldungen|nachrichten|entwicklungen)\b.{0,140}\b(?:live-?blog|newsblog|app)\b
    (?:alle|mehr) (?:zur|zum|zu)\b.{0,140}\b(?:liveblog|newsblog|ticker)\b
    für die darstellung von .{0,60} nutzen wir
    empfohlener (?:redaktioneller|externer) inhalt
    an dieser stelle (?:finden sie|befindet sich|steht) .{0,40}(?:extern|ergänzend|redaktionell)
    ich bin (?:damit )?einverstanden, dass mir extern
    (?:lesezeit|lesedauer)\s*:?\s*\d{1,3}\s*min
    aktualisiert am [\d.]{6,10}
    tempo de leitura
    tiempo de lectura
    temps de lecture
    ce contenu (?:est bloqué|n['’]est pas)
    pour afficher ce contenu
    оцените[,]? (?:пожалуйста[,]? )?(?:статью|материал|новость)
    спасибо! ваш[ае] мнение учтено
    (?:есть|хотите) (?:новость|что рассказать|поделиться новостью)
    (?:сообщите|присылайте|пишите) (?:нам|в редакцию)\b
    (?:зарегистрируйтесь|войдите|авторизуйтесь).{0,40}чтобы (?:оставить|добавить|комментировать)
    ошибка в тексте\?
    (?:новость|запись) (?:была )?(?:оставлена|размещена|опубликована) .{0,80}категори
    код для (?:вставки|публикации|блога)
    время (?:на )?чтени[яе]
    бізге (?:жазыңыз|хабарласыңыз)
    оқу уақыты
    """,
    r"",
)
_LABEL: Final = compiled(
    r"\W*",
    r"""
    article continues below(?: advertisement)?
    (?:advertisement|advert|anzeige|werbung|publicité|publicidad|реклама|жарнама|annonse?)
    (?:recommended|related|more) videos?
    (?:video )?player wird geladen
    ein klick für den datenschutz
    (?:zur )?(?:fotostrecke|bildergalerie)(?: ansehen| öffnen| starten)?
    (?:bild |photo |image )?\d{1,3} ?(?:/|von|of|из) ?\d{1,3}
    (?:(?:kommentare|teilen|drucken|merken|vorlesen|share|print|save|comments?|email|listen)\s*){2,6}
    teilen und weiterempfehlen
    (?:durchschnittliche )?bewertung:\s?[\d.,/]+
    """,
    r"\W*",
)
_AGENCIES: Final = (
    r"getty(?: images)?(?: europe)?|istock(?:photo)?|reuters|afp|ap(?: photo)?|dpa|epa(?:-efe)?|pa(?: images| wire)?|"
    r"shutterstock|alamy|imago(?: images)?|bloomberg|corbis|belga|apa|picture alliance|keystone|тасс|риа новости"
)
_PICTURE_CREDIT: Final = compiled(
    r"[\W_]*",
    rf"""
    (?:photo(?:graph)?s?|images?|pictures?|foto(?:s|graf)?|bild|фото|сурет|zdjęcie)(?: by| von)?\s?[:/©]\s?.{{1,60}}
    (?:image|photo) ?credits?.{{1,60}}
    (?:[\w .,'’-]{{1,40}}[/|,–-] ?){{0,3}}(?:{_AGENCIES})(?:[/,]? ?(?:via )?(?:{_AGENCIES}))*
    """,
    r"[\W_]*",
)
_CREDITED: Final = compiled(
    r"[\W_]*",
    r"""
    (?:with |additional )?(?:reporting|writing) by .{3,200}
    (?:compiled|edited) by [\w .,&'’-]{3,60}
    .{3,200}\bcontributed (?:reporting\b.{0,60}|to this (?:report|story|article)\b.{0,20})
    """,
    r"",
)


def speaks_to_readers(text: str) -> bool:
    """Whether in a line the house speaks to its readers of itself, or a player or a form of its own state."""
    return len(text) < _LONGEST_ASIDE and (_ASIDE.match(text) is not None or _LABEL.fullmatch(text) is not None)


_LONGEST_ASIDE: Final = 420


def credits_reporters(text: str) -> bool:
    """Whether a line is nothing but the names of those who reported, wrote or edited."""
    return len(text) < _LONGEST_CREDITS and _CREDITED.fullmatch(text) is not None


_LONGEST_CREDITS: Final = 260


def credits_picture(text: str) -> bool:
    """Whether a line is nothing but whose picture it is under which it stands."""
    return len(text) < _LONGEST_PICTURE_CREDIT and _PICTURE_CREDIT.fullmatch(text) is not None


_LONGEST_PICTURE_CREDIT: Final = 90
