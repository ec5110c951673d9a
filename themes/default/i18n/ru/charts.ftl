# Диаграммы: заголовки, выводы, подсказки и таблицы под ними.

chart-show-data = Показать данные
chart-lines = Линии – 95-процентные интервалы.
chart-band = Полоса – 95-процентный интервал.
chart-hollow = Пустой кружок: ответов так мало, что показатель лишь ориентировочный.

chart-indicative-name = { $name } (ориентировочно)

chart-question = «{ $question }»

chart-everyone = Все

chart-tip = { $of }: { $value }{ $has-interval ->
    [yes] {" "}({ $interval })
   *[no] {""}
}, n = { $n }{ $indicative ->
    [yes] , ориентировочно
   *[no] {""}
}
chart-tip-of = { $of } – { $tip }

chart-groups-hidden = { $n ->
    [one] Не показана { NUMBER($n) } группа: ответов в ней слишком мало либо она выдала бы другую.
    [few] Не показаны { NUMBER($n) } группы: ответов в них слишком мало либо они выдали бы другую.
    [many] Не показано { NUMBER($n) } групп: ответов в них слишком мало либо они выдали бы другую.
   *[other] Не показано { NUMBER($n) } группы: ответов в них слишком мало либо они выдали бы другую.
}

chart-class = { $class ->
    [promoter] Промоутеры
    [passive] Нейтралы
   *[detractor] Критики
}

chart-distribution-title = Как распределились ответы
chart-distribution-finding = Промоутеры (9 и 10) – { $promoters }, нейтралы (7 и 8) – { $passives }, критики (от 0 до 6) – { $detractors }.
chart-distribution-label = { $share } ({ NUMBER($n) })
chart-distribution-tip = { $class }: { $share }, { $n ->
    [one] { NUMBER($n) } ответ
    [few] { NUMBER($n) } ответа
    [many] { NUMBER($n) } ответов
   *[other] { NUMBER($n) } ответа
}
chart-distribution-caption = Промоутеры, нейтралы и критики
chart-distribution-answers = Ответы
chart-distribution-share = Доля
chart-distribution-interval = 95-процентный интервал
chart-distribution-row = { $has-interval ->
    [yes] { $interval }
   *[no] нет
}{ $indicative ->
    [yes] , ориентировочно
   *[no] {""}
}

chart-trend-title = { $score }: с { $first } по { $latest }
chart-trend-caption = { $score }, начиная с последней волны
chart-trend-head = Волна
chart-trend-one = Для динамики нужны показатели хотя бы двух волн.
chart-trend-drifted = За несколько волн: { $change }.
chart-trend-steps = { $found ->
    [nothing-compared] Сравнить между собой соседние волны нельзя.
    [none] Измеримых изменений от волны к волне нет.
    [the-only-step] Измеримое изменение: { $moves }.
    [some-steps] Измеримые изменения: { $moves }; между остальными волнами их нет.
   *[none-of-some] { $n ->
        [1] Сравнить можно только две волны, измеримого изменения между ними нет.
        [one] Измеримых изменений нет ни на одном из { NUMBER($n) } перехода между волнами, которые можно сравнить.
       *[other] Измеримых изменений нет ни на одном из { NUMBER($n) } переходов между волнами, которые можно сравнить.
    }
}
chart-trend-moved = { $movement ->
    [rose] рост в { $waves }
   *[fell] снижение в { $waves }
}
chart-trend-ending = Линия заканчивается на { $last }: в { $latest } показателя нет ({ $why }).

chart-groups-title = { $score } по группам: { $dimension }
chart-groups-caption = { $score } по группам: { $dimension }
chart-groups-one = Для сравнения нужны показатели хотя бы двух групп.
chart-groups-finding = { $sides ->
    [above] Заметно выше остальных: { $above }.
    [below] Заметно ниже остальных: { $below }.
    [both] Заметно выше остальных: { $above }; заметно ниже: { $below }.
   *[none] По этому вопросу ни одна группа не выделяется на фоне остальных.
}

chart-values-marked = По главному вопросу из { $n ->
    [one] { NUMBER($n) } группы
   *[other] { NUMBER($n) } групп
} выделяются: { $values }; <link>все показатели всех групп ({ NUMBER($n) })</link>.
chart-values-unmarked = По главному вопросу из { $n ->
    [one] { NUMBER($n) } группы
   *[other] { NUMBER($n) } групп
} не выделяется ни одна; <link>все показатели всех групп ({ NUMBER($n) })</link>.
chart-value-marked = { $value } ({ $mark ->
    [higher] выше
   *[lower] ниже
})

chart-blocks-title = Оценка каждого блока, от 0 до 100
chart-blocks-caption = Оценки от 0 до 100 и индекс, который складывается из них с учётом весов
chart-blocks-head = Блок
chart-questions-title = { $scale ->
    [nps] Вопросы NPS
    [rating] Оценки от { $low } до { $high }
   *[top-box] Довольны или сочли, что было легко, в процентах
}
chart-questions-head = Вопрос
chart-scores-too-few = Ответов слишком мало, чтобы показать оценки на диаграмме.
chart-scores-one = Для сравнения нужны хотя бы две оценки.
chart-scores-ends = Выше всего: «{ $highest }» ({ $highest-value }); ниже всего: «{ $lowest }» ({ $lowest-value }).
chart-scores-furthest = Сильнее всего отличается от общего показателя: «{ $question }».

chart-heatmap-title = Все вопросы по группам: { $dimension }
chart-heatmap-note = Синее – выше общего показателя, оранжевое – ниже; чем насыщеннее цвет, тем больше отличие. ▲ и ▼ – то, что выделяется среди всех сравнений этой таблицы.
chart-heatmap-dashed = Пунктир: лишь ориентировочно.
chart-heatmap-hidden = не показано
chart-heatmap-too-many = Групп слишком много для диаграммы; все они есть в таблице.
chart-heatmap-finding = { $scores ->
    [one] Сравнивается { NUMBER($scores) } показатель
    [few] Сравниваются { NUMBER($scores) } показателя
    [many] Сравниваются { NUMBER($scores) } показателей
   *[other] Сравниваются { NUMBER($scores) } показателя
} ({ $questions ->
    [one] { NUMBER($questions) } вопрос
    [few] { NUMBER($questions) } вопроса
    [many] { NUMBER($questions) } вопросов
   *[other] { NUMBER($questions) } вопроса
} в { $groups ->
    [one] { NUMBER($groups) } группе
   *[other] { NUMBER($groups) } группах
}). { $found ->
    [one] На фоне остальных выделяется один: { $of }.
    [one-group] На фоне остальных { $n ->
        [one] выделяется { NUMBER($n) }
       *[other] выделяются { NUMBER($n) }
    }, все в одной группе: { $of }.
    [several] На фоне остальных { $n ->
        [one] выделяется { NUMBER($n) }
       *[other] выделяются { NUMBER($n) }
    }: { $of }.
   *[none] На фоне остальных не выделяется ни один.
}
chart-heatmap-of-group = { $group } – { NUMBER($n) }

chart-days-title = { $bin ->
    [week] Ответы по неделям опроса
   *[day] Ответы по дням опроса
}
chart-days-caption = { $bin ->
    [week] Ответы по неделям
   *[day] Ответы по дням
}
chart-days-head = { $bin ->
    [week] Неделя
   *[day] День
}
chart-days-bin = { $bin ->
    [week] Неделя с { $day }
   *[day] { $day }
}
chart-days-answers = Ответы
chart-days-tip = { $when }: { $n ->
    [one] { NUMBER($n) } ответ
    [few] { NUMBER($n) } ответа
    [many] { NUMBER($n) } ответов
   *[other] { NUMBER($n) } ответа
}
chart-days-one = { $bin ->
    [week] Все ответы пришли за одну неделю.
   *[day] Все ответы пришли за один день.
}
chart-days-half = Половина из { $n ->
    [one] { NUMBER($n) } ответа
   *[other] { NUMBER($n) } ответов
} получена к { $day }, на { NUMBER($number) }-й день{ $is-closed ->
    [yes] {" "}из { NUMBER($of) }
   *[no] {""}
}.
chart-days-hidden = { $n ->
    [one] Ещё { NUMBER($n) } ответ анонимный, его день не показан.
    [few] Ещё { NUMBER($n) } ответа анонимные, их дни не показаны.
    [many] Ещё { NUMBER($n) } ответов анонимные, их дни не показаны.
   *[other] Ещё { NUMBER($n) } ответа анонимные, их дни не показаны.
}

chart-transitions-title = Переходы одних и тех же контактов между критиками, нейтралами и промоутерами
chart-transitions-caption = Контакты, ответившие оба раза
chart-transitions-head = В { $wave } были
chart-transitions-in = { $class } в { $wave }
chart-transitions-now = { $class } сейчас
chart-transitions-tip = { $before ->
    [promoter] Промоутеры
    [passive] Нейтралы
   *[detractor] Критики
} в { $previous }, { $now ->
    [promoter] промоутеры
    [passive] нейтралы
   *[detractor] критики
} в { $this }: { NUMBER($n) }
chart-transitions-finding = Оба раза { $n ->
    [one] ответил { NUMBER($n) } контакт
    [few] ответили { NUMBER($n) } контакта
    [many] ответили { NUMBER($n) } контактов
   *[other] ответили { NUMBER($n) } контакта
}: категория стала выше у { NUMBER($up) }, ниже – у { NUMBER($down) }, не изменилась – у { NUMBER($stayed) }{ $hidden ->
    [0] .
    [one] ; { NUMBER($hidden) } не показан, потому что один из ответов анонимный.
   *[other] ; { NUMBER($hidden) } не показаны, потому что один из ответов анонимный.
}

chart-revenue-title = Выручка за год и оценка каждого { -account(case: "genitive") }
chart-revenue-caption = { -accounts } с оценкой и выручка по ним за год
chart-revenue-head = Выручка за год
chart-revenue-tip = { $tip }; { $revenue } в год
chart-revenue-axis = Выручка за год{ $has-currency ->
    [yes] , { $in ->
        [millions] млн{" "}
        [thousands] тыс.{" "}
       *[ones] {""}
    }{ $currency }
   *[no] { $in ->
        [millions] , млн
        [thousands] , тыс.
       *[ones] {""}
    }
}
chart-revenue-too-few = Для диаграммы нужны хотя бы три { -account(case: "genitive") } с известной выручкой и числом ответов, достаточным для оценки; таких пока { NUMBER($n) }.
chart-revenue-finding = На { $n ->
    [one] { NUMBER($n) } { -account(case: "accusative") }
   *[other] { NUMBER($n) } { -accounts(case: "genitive") }
} с числом ответов, достаточным для оценки, приходится { $share } выручки{ $below-zero ->
    [some] , в том числе { $share-below } – на тех, у кого оценка измеримо ниже нуля.
    [none] ; измеримо ниже нуля нет ни у одного.
   *[not-told] .
}
