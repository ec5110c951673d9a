# Вопросы: с оценкой, с вариантами ответа и показатель в тексте комментария.

## На страницах

profile-blocks = Блоки клиентского опыта
profile-questions = Все вопросы
questions-with-a-score = Вопросы с оценкой
questions-on-scales-of-their-own = Вопросы с собственной шкалой
questions-head = Вопрос

block-name = { $block ->
    [business] Условия договора
    [processes] Процессы
    [people] Люди
    [technology] Технологии
    [information] Информация
    [strategy] Стратегия
   *[other] { $block }
}

profile-choices = Вопросы с вариантами ответа
profile-n = n = { $n }
profile-answer = Ответ
profile-share = Доля ответивших
profile-interval = 95-процентный интервал

share-of-promoters = Промоутеры (9 и 10)
share-of-passives = Нейтралы (7 и 8)
share-of-detractors = Критики (0–6)

## В тексте комментария, после названия показателя

prose-no-answers = (ответов нет)
prose-answers = { $answers } ({ $n ->
    [one] { NUMBER($n) } ответ
    [few] { NUMBER($n) } ответа
   *[other] { NUMBER($n) } ответов
}, для оценки мало)
prose-no-score-to-compare = — сравнить нельзя (для оценки ответов слишком мало)
prose-nothing-to-compare = — сравнить пока не с чем
prose-not-compared = — сравнить нельзя ({ $why })
