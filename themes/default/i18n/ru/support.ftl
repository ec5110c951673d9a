# Поддержка: страница обращений и то, что о них говорят страницы клиентов, сегментов и обзор.

## Первые предложения

support-none-opened = За двенадцать месяцев по { $until } новых обращений не было.
support-fast = За двенадцать месяцев по { $until } { $n ->
    [one] поступило { NUMBER($n) } обращение
    [few] поступило { NUMBER($n) } обращения
   *[other] поступило { NUMBER($n) } обращений
}{ $indicative ->
    [yes] {" "}(ориентировочно)
   *[no] {""}
}: { $replied ->
    [yes] половина получила первый ответ за { $reply }
   *[no] первый ответ получили меньше половины
}, { $resolved ->
    [yes] половина решена за { $resolution }
   *[no] решены меньше половины
}.
support-for-good = { $known ->
    [yes] С первого контакта решено { $first } закрытых обращений; повторно открыто { $reopened } всех.
   *[no] Повторно открыто { $reopened }.
}
support-open = { $n ->
    [0] Открытых обращений нет.
    [one] Сегодня открыто { NUMBER($n) } обращение, { $severe ->
        [0] важных и критических нет.
       *[other] важных и критических: { NUMBER($severe) }{ $paid ->
            [yes] ; выручка за ними — { $revenue } в год.
           *[no] .
        }
    }
    [few] Сегодня открыто { NUMBER($n) } обращения, { $severe ->
        [0] важных и критических нет.
       *[other] важных и критических: { NUMBER($severe) }{ $paid ->
            [yes] ; выручка за ними — { $revenue } в год.
           *[no] .
        }
    }
   *[other] Сегодня открыто { NUMBER($n) } обращений, { $severe ->
        [0] важных и критических нет.
       *[other] важных и критических: { NUMBER($severe) }{ $paid ->
            [yes] ; выручка за ними — { $revenue } в год.
           *[no] .
        }
    }
}
support-told = { $value } ({ $interval }{ $of-others ->
    [yes] , n = { NUMBER($n) }{ $indicative ->
        [yes] , ориентировочно
       *[no] {""}
    }
   *[no] {""}
})

## Время

support-time = { NUMBER($n) } { $unit ->
    [minutes] мин
    [hours] ч
   *[days] дн.
}
support-times = { $range } { $unit ->
    [minutes] мин
    [hours] ч
   *[days] дн.
}
support-not-reached = не достигнуто
support-at-least = не меньше { $time }
support-at-most = не больше { $time }

## Коротко

support-at-a-glance = Коротко
support-fact = { $fact ->
    [opened] Поступило за двенадцать месяцев
    [resolved] Решено за двенадцать месяцев
    [open] Открыто сегодня
    [severe] Из них важных и критических
   *[revenue] Выручка за год, которая за ними стоит
}

support-by-month = По месяцам
chart-tickets-title = { $which ->
    [more] За двенадцать месяцев поступило на { NUMBER($n) } { $n ->
        [one] обращение
        [few] обращения
       *[other] обращений
    } больше, чем решено
    [fewer] За двенадцать месяцев решено на { NUMBER($n) } { $n ->
        [one] обращение
        [few] обращения
       *[other] обращений
    } больше, чем поступило
   *[as-many] За двенадцать месяцев решено столько же обращений, сколько поступило
}
chart-tickets-window = Поступило { NUMBER($opened) }, решено { NUMBER($resolved) }.
chart-tickets-before = За предыдущие двенадцать месяцев поступило { NUMBER($opened) }, решено { NUMBER($resolved) }.
chart-tickets-most = Больше всего поступило за месяц: { $month }, { NUMBER($n) }.
chart-tickets-one = Все обращения поступили и решены в пределах одного месяца.
chart-tickets-running = Последний месяц ({ $month }) учтён по { $day }.
chart-tickets-caption = Обращения по месяцам: поступило и решено
chart-tickets-head = Месяц
chart-tickets-opened = Поступило
chart-tickets-resolved = Решено
chart-tickets-tip = { $month }: { $what ->
    [opened] поступило
   *[resolved] решено
} { NUMBER($n) }

## Быстро и окончательно

support-fast-and-for-good = Быстро ли и окончательно ли
support-figures-caption = Обращения за последние двенадцать месяцев{ $beside ->
    [everyone] {" "}в сравнении со всеми обращениями
    [year-before] {" "}в сравнении с предыдущими двенадцатью месяцами
   *[nothing] {""}
}
support-figure-heading = Показатель
support-value-heading = Двенадцать месяцев
support-tickets-heading = Обращений,{"\u00A0"}n
support-beside-heading = { $beside ->
    [everyone] Все обращения
   *[year-before] Предыдущие двенадцать месяцев
}
support-figure = { $figure ->
    [first-reply-median] Первый ответ: половина быстрее, чем за
    [first-reply-p90] Первый ответ: девять из десяти быстрее, чем за
    [resolution-median] Решение: половина быстрее, чем за
    [resolution-p90] Решение: девять из десяти быстрее, чем за
    [first-contact] Решено с первого контакта
    [reopened] Открыто повторно
   *[escalated] Эскалировано
}
support-no-interval = нет
support-n = { NUMBER($n) }{ $indicative ->
    [yes] {" "}(ориентировочно)
   *[no] {""}
}
support-clock = { $clock ->
    [calendar] Время идёт круглосуточно, без выходных: срок для девяти из десяти часто включает выходные.
    [own] Время взято из системы обращений.
   *[both] Часть времени ({ NUMBER($calendar) }) считается круглосуточно, без выходных, часть ({ NUMBER($own) }) — по часам системы обращений, которые вне рабочего времени могут стоять: это не вполне одно и то же.
} Открытые обращения учтены как более долгие, чем их нынешний возраст.
support-first-contact-note = Когда клиенты — компании, низкая доля решений с первого контакта нормальна: вопросы часто сложные. Важнее, спрашивают ли о том же снова.

## Списки

support-severe = Открытые важные и критические обращения
support-severe-caption = { -accounts } с открытыми важными и критическими обращениями, сначала с большей выручкой
support-severe-heading = Важные и критические
support-days-heading = Самое давнее, дней
support-topics = О чём спрашивают многие
support-topics-caption = Темы, с которыми за двенадцать месяцев обратились не меньше трёх { -accounts(case: "genitive") }, сначала с большей выручкой
support-topics-note = Системная тема — та, с которой обратилась пятая часть { -accounts(case: "genitive") } с обращениями или больше (всего таких { -accounts(case: "genitive") }: { NUMBER($n) }).
support-topic-heading = Тема
support-systemic = системная
support-raised-by = { $others ->
    [0] { $names }
    [one] { $names } и ещё { NUMBER($others) }
   *[other] { $names } и ещё { NUMBER($others) }
}
support-recurring = Что повторяется у одного { -account(case: "genitive") }
support-recurring-caption = Темы, с которыми за двенадцать месяцев обратились два контакта одного { -account(case: "genitive") } или которые поднимались трижды
support-contacts-heading = Контактов
support-open-heading = Открыто
support-asked-twice = Спросили дважды
support-asked-twice-caption = Обращения двух контактов одного { -account(case: "genitive") } на одну тему в течение 14 дней: работа сделана дважды
support-first-heading = Первое обращение
support-again-heading = Повтор через, дней
support-accounts = Все { -accounts } с обращениями
support-accounts-caption = { -accounts } с обращениями за двенадцать месяцев, сначала с большей выручкой
support-accounts-note = Время указано начиная с пяти обращений.
support-opened-heading = Поступило
support-severe-open-heading = Важных и критических
support-reply-heading = Первый ответ, половина за
support-resolution-heading = Решение, половина за
support-reopened-heading = Открыто повторно
support-escalated-heading = Эскалировано
support-more = { $n ->
    [one] Ещё { NUMBER($n) } с меньшей выручкой — только на страницах { -accounts(case: "genitive") }.
   *[other] Ещё { NUMBER($n) } с меньшей выручкой — только на страницах { -accounts(case: "genitive") }.
}
support-file = Все показатели обращений, в том числе по сегментам и группам: <link>data/support.csv</link>. Как они получены, сказано <method>здесь</method>.

## На странице клиента

support-title = Обращения в поддержку
support-account = { $n ->
    [0] За последние двенадцать месяцев обращений не было
    [one] За последние двенадцать месяцев поступило { NUMBER($n) } обращение
    [few] За последние двенадцать месяцев поступило { NUMBER($n) } обращения
   *[other] За последние двенадцать месяцев поступило { NUMBER($n) } обращений
}; { $open ->
    [0] открытых сегодня нет.
   *[other] открыто сегодня: { NUMBER($open) }{ $severe ->
        [0] .
       *[other] , из них важных и критических: { NUMBER($severe) }.
    }
}
support-account-recurring = Повторяется: { $issues }.
support-account-issue = { $topic } ({ NUMBER($n) } { $n ->
    [one] обращение
    [few] обращения
   *[other] обращений
}{ $contacts ->
    [0] {""}
    [one] {" "}от { NUMBER($contacts) } контакта
   *[other] {" "}от { NUMBER($contacts) } контактов
})
support-account-asked-twice = Два контакта спросили об одном в течение 14 дней, и работа сделана дважды: { $topics }.
support-account-times = { $topic } ({ NUMBER($n) } { $n ->
    [one] раз
    [few] раза
   *[other] раз
})
support-tickets-caption = Все обращения: сначала открытые, затем самые новые
support-ticket-heading = Обращение
support-raised-heading = Кто обратился
support-severity-heading = Важность
support-taken-heading = Заняло
support-first-reply-heading = Первый ответ
support-answer-heading = Отзыв после него
support-severity = { $severity ->
    [low] низкая
    [normal] обычная
    [high] высокая
   *[critical] критическая
}
support-open-for = открыто уже
support-no-reply = ещё нет
support-mark = { $mark ->
    [recurring] повторяется
    [asked-twice] спрошено дважды
    [reopened] открыто повторно
   *[escalated] эскалировано
}
support-score = { $kind ->
    [nps] рекомендация
    [csat] удовлетворённость
    [ces] лёгкость
   *[rating] «{ $question }»
}: { $value } из { $highest }

## На обзоре

support-overview = { $said } <link>Подробнее о поддержке</link>
support-overview-severe = Открыто важных и критических обращений: { NUMBER($n) }{ $paid ->
    [yes] ; выручка за ними — { $revenue } в год.
   *[no] .
}
support-overview-systemic = { $n ->
    [one] С темой { $topics } обращается пятая часть { -accounts(case: "genitive") } с обращениями или больше.
   *[other] С каждой из этих тем обращается пятая часть { -accounts(case: "genitive") } с обращениями или больше: { $topics }.
}
