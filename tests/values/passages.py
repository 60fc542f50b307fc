"""Passages in the three languages, written for these tests: long and short, with names and numbers, many of the Kazakh
ones without a letter that Russian has not.
"""

KAZAKH = """
Сенат депутаттары жалпы отырыста екі заңды мақұлдады.
Ауылда жаңа мектеп салынды.
Балалар далада доп ойнап жатыр.
Бала мен ана аман.
Астана мен Алматы арасы алыс.
Мен бардым.
Ол кеше ауылдан оралды.
Жарыс басталды.
Жауын жауды, жол батпақ болды.
Палата басшысы баяндама жасады.
Сауалдарға жауап берілді.
Жастар саясаты туралы кеңес өтті.
Маусым айында жалпы отырыс болады.
Комиссия отырысы
Сайлау нәтижесі
Тарихи сана
Ауыл шаруашылығы министрі А. Сапаров
Бұл туралы ертең айтамыз.
Аудан орталығына 12 автобус келді.
Қар еріп, өзен тасыды.
Кітапхана сағат 9-да ашылады, 18-де жабылады.
2025 жылғы 16 қыркүйекте отырыс өтті.
Сатып алуға 250 млн теңге бөлінді.
Кинотеатр мен театр арасында бақ бар.
Депутат Иван Петрович Смирнов сауал жолдады.
Марат Бақтиярұлы баяндама тыңдады.
Нью-Йорк қаласындағы форумға үш сенатор барды.
Мұғалім оқушыларға «Абай жолы» романын оқып берді.
Атасы баласына домбыра тартып берді.
Сары дала, алыс тау.
Базарда алма, бал, май сатылады.
Аптап басылмады.
Ардагерлер марапатталды
Барлық бала мектепке баруға тиіс.
Дауыс беру аяқталды.
Ертегі айтып отырған апамыз бір сәт тынып қалды.
Ешкім жауап бермеді.
Сағат тілі тоқтап қалды.
Жолаушы пойызы 40 минут кешікті.
Ол не айтты?
Сонда барасыз ба?
Оны не істеу керек?
Жоба аясында алты ауылға ауыз су тартылды.
Депутаттар сапары
Республика күніне орай ашық сабақ болды.
Онда барлығы жазылған.
Сот шешім шығарды.
Ана тілі – ар-намыс.
Парламент Палаталарының бірлескен отырысына шақырылғандар тізімі жарияланды.
Бюджет жобасын талқылау сенбіге дейін жалғасады.
Тыныш.
Алматыда қар жауды
Сабыр түбі – сары алтын.
Халықаралық ынтымақтастық
Баспасөз қызметі
Екінші оқылым
Спорт алаңы ашылды
Маманның айтуынша, сырқат адамға тыныштық керек.
Қонақтар «Ақорда» мен «Бәйтеректі» аралап көрді.
Шеберлер 1 250 тас қалап, мосты екі айда жөндеді.
Ал сен ше?
Жарлыққа қол қойылды.
Батыс Қазақстан облысының әкімі Н. Төреғалиев тұрғындармен кездесті.
Салалар бойынша баға қымбаттады.
Дала тынысы
Отан алдындағы борыш
Тамаша кеш!
Аты-жөні, туған жылы, мекенжайы
Сурет: баспасөз қызметі
Жасыл желек егілді, тал отырғызылды.
Кездесуде маслихат депутаттары мен аудан тұрғындары бас қосты.
Тауда адасып кеткен екі студент аман табылды.
""".strip().split("\n")

RUSSIAN = """
Сенаторы одобрили оба закона в двух чтениях.
В селе построили новую школу.
Дети играют в мяч на улице.
Дождь шёл всю ночь.
Мы приехали.
Он вернулся вчера.
Собрание началось.
Доклад спикера
Ответы на вопросы
Комитет по бюджету
Заседание комиссии
Итоги выборов
Память сердца
Министр сельского хозяйства А. Сапаров
Об этом расскажем завтра.
В районный центр прибыло 12 автобусов.
Снег растаял, и река вышла из берегов.
Библиотека открывается в 9 часов и закрывается в 18.
16 сентября 2025 года прошло заседание.
На закупку выделено 250 млн тенге.
Между кинотеатром и театром есть сад.
Депутат Мұрат Бақтиярұлы направил запрос.
Спикер Мәулен Әшімбаев выслушал доклад.
В Кызылорде и Шымкенте ожидается жара до 40 градусов.
Учитель прочёл ученикам роман «Абай жолы».
Фракция партии «Аманат» поддержала законопроект.
Жёлтая степь, далёкие горы.
На базаре продают яблоки, мёд и масло.
Жара не спала.
Ветераны награждены
Каждый ребёнок должен ходить в школу.
Голосование закончилось.
Бабушка, рассказывавшая сказку, на миг замолчала.
Никто не ответил.
Стрелка часов остановилась.
Пассажирский поезд опоздал на 40 минут.
Что он сказал?
Вы пойдёте туда?
Как быть дальше?
В рамках проекта в шесть сёл провели воду.
Поездка депутатов
Открытый урок ко Дню Республики
Там всё написано.
Суд вынес решение.
Родной язык – это честь.
Опубликован список приглашённых на совместное заседание палат Парламента.
Обсуждение проекта бюджета продлится до субботы.
Тихо.
В Алматы выпал снег
Терпение и труд всё перетрут.
Международное сотрудничество
Пресс-служба Сената
Второе чтение
Открыта спортивная площадка
По словам специалиста, больному нужен покой.
Гости осмотрели «Ақорду» и «Бәйтерек».
Мастера уложили 1 250 камней и починили мост за два месяца.
А ты?
Указ подписан.
Аким Западно-Казахстанской области Н. Төреғалиев встретился с жителями.
Цены выросли по всем отраслям.
Дыхание степи
Долг перед Родиной
Прекрасный вечер!
Фамилия, имя, год рождения, адрес
Фото: пресс-служба
Посажены молодые деревья.
На встрече собрались депутаты маслихата и жители района.
Двух студентов, заблудившихся в горах, нашли живыми.
Кто последний, тот и закроет дверь.
Ұлытау ждёт гостей.
Школа имени Ыбырая Алтынсарина отметила столетие.
""".strip().split("\n")

ENGLISH = """
Senators approved both laws in two readings.
A new school was built in the village.
Children are playing ball outside.
It rained all night.
We have arrived.
He came back yesterday.
The meeting began.
The Speaker's report
Answers to questions
Budget committee
Minister of Agriculture A. Saparov
We shall tell you about it tomorrow.
Twelve buses reached the district centre.
The snow melted and the river left its banks.
The library opens at 9 and closes at 18.
The sitting was held on 16 September 2025.
250 million tenge has been set aside.
There is a garden between the cinema and the theatre.
Deputy Ivan Smirnov sent an inquiry.
Speaker Maulen Ashimbayev heard the report.
Heat of up to 40 degrees is expected in Kyzylorda and Shymkent.
The teacher read “The Path of Abai” to the pupils.
The Amanat party supported the bill.
Yellow steppe, far mountains.
Apples, honey and butter are sold at the market.
The heat did not abate.
Veterans were awarded
Every child must go to school.
Voting is over.
Grandmother, who was telling a tale, fell silent for a moment.
Nobody answered.
The hand of the clock stopped.
The passenger train was 40 minutes late.
What did he say?
Will you go there?
What is to be done?
Six villages were given water under the project.
A visit of deputies
An open lesson for Republic Day
Everything is written there.
The court has ruled.
One's mother tongue is one's honour.
The list of those invited to the joint sitting has been published.
The debate on the draft budget will go on till Saturday.
Quiet.
Snow fell in Almaty
Patience is bitter, but its fruit is sweet.
International cooperation
Press service of the Senate
Second reading
A sports ground was opened
According to the specialist, the patient needs rest.
The guests looked at Akorda and Baiterek.
The masons laid 1,250 stones and mended the bridge in two months.
And you?
The decree is signed.
Prices rose in every branch.
The breath of the steppe
A wonderful evening!
Surname, name, year of birth, address
Photo: press service
Young trees were planted.
Members of the maslikhat and people of the district met.
Two students lost in the mountains were found alive.
Whoever is last will close the door.
The word «халық» means people.
The Сенат met at noon.
UN Secretary-General António Guterres arrived in Astana.
""".strip().split("\n")

PASSAGES = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}
