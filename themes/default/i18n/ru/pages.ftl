# Как называются страницы и что говорит каждая из них.

page-overview = Обзор
page-segments = Сегменты
page-waves = Волны
page-support = Поддержка
page-methodology = Методика
page-contents = Все страницы
page-not-found = Страница не найдена
page-not-found-why = Возможно, она переехала, или данных о { -account(case: "prepositional") }, сегменте или волне больше нет. Можно перейти в один из разделов:
page-not-found-lead = По этому адресу нет страницы.

page-within = { $parent }: { $name }

page-contents-lead = { $n ->
    [one] { NUMBER($n) } страница
    [few] { NUMBER($n) } страницы
    [many] { NUMBER($n) } страниц
   *[other] { NUMBER($n) } страницы
} помимо построенных по показателям.

page-wave = { $survey }, волна { $wave }
page-wave-on = { $wave } ({ $day })
page-wave-between = { $wave } ({ $from } – { $to })

