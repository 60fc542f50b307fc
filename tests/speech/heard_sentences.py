"""Sentences to be spoken: four alike in three languages, and sixteen to be told apart by a recogniser."""

SENTENCES = {
    "kk": [
        "Бүгін Сенаттың жалпы отырысы өтті.", "Депутаттар жаңа заң жобасын қарап, оны мақұлдады.",
        "Қоғамдық кеңестің мүшелері де сөз сөйледі.", "Келесі отырыс ертең таңертең басталады.",
    ],
    "ru": [
        "Сегодня прошло заседание Сената.", "Депутаты рассмотрели новый закон и одобрили его.",
        "Выступили также члены общественного совета.", "Следующее заседание начнётся завтра утром.",
    ],
    "en": [
        "The Senate met for its session today.", "The deputies read a new law and passed it.",
        "Members of the public council spoke as well.", "The next session begins tomorrow morning.",
    ],
}  # fmt: skip
TOLD_APART = [
    "the senate met for its session today", "the deputies read a new law and passed it",
    "members of the public council spoke as well", "the next session begins tomorrow morning",
    "a meeting with citizens took place in the capital", "the chairman opened the exhibition of young artists",
    "new rules for schools will come into force in autumn", "the committee discussed the budget for next year",
    "farmers asked for help after the dry summer", "the delegation arrived from the northern region",
    "doctors received awards for many years of work", "the road between the two cities was repaired",
    "the library of the parliament is open on sundays", "students visited the hall where laws are made",
    "water supply was the main question of the hearing", "the president signed the agreement on friendship",
]  # fmt: skip
