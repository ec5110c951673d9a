# Тексты аналитиков: что стоит вокруг них и что подставляют их функции.

commentary-section = Комментарий
commentary-stale = <strong>Написано по данным за { $wave }</strong>: с тех пор появились новые.

commentary-no-answers = (ответов нет)
commentary-no-figure = ({ $reason })
commentary-answers = { $answers } ({ $n ->
    [one] { NUMBER($n) } ответ
    [few] { NUMBER($n) } ответа
    [many] { NUMBER($n) } ответов
   *[other] { NUMBER($n) } ответа
}, для оценки слишком мало)

commentary-too-few-to-compare = сравнить нельзя (ответов слишком мало для оценки)
commentary-nothing-to-compare = сравнивать пока не с чем
commentary-not-compared = сравнить нельзя ({ $reason })
