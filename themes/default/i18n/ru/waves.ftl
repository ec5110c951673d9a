# Страницы всех волн и одной волны.

waves-title = Волны
waves-none = Волн пока нет: добавьте файл в data/surveys/.
waves-sentence = { $waves ->
    [one] { NUMBER($waves) } волна
    [few] { NUMBER($waves) } волны
   *[many] { NUMBER($waves) } волн
} { $surveys ->
    [one] { NUMBER($surveys) } опроса
   *[many] { NUMBER($surveys) } опросов
}, { $answers ->
    [one] { NUMBER($answers) } ответ
    [few] { NUMBER($answers) } ответа
   *[many] { NUMBER($answers) } ответов
}.
in-the-field = Идёт сбор ответов: пока ни одного.
wave-runs = Волна идёт до { $until }: ответов может стать больше.

waves-file = волны { $survey }
waves-caption = { $survey } ({ $kind }), сначала последняя волна
wave-heading = Волна
days-heading = Даты
responses-heading = Ответов
response-rate-heading = Доля ответивших
wave-employees = сотрудники
no-question-with-a-score = нет вопроса с оценкой
days = { $from } — { $to }

wave-answered = Ответили { NUMBER($answered) } из { NUMBER($reached) } получивших приглашение ({ $rate }).
wave-answers = { $n ->
    [one] { NUMBER($n) } ответ
    [few] { NUMBER($n) } ответа
   *[many] { NUMBER($n) } ответов
}.
wave-of-employees = Что ответили бы клиенты, по мнению сотрудников. { $answered }

fieldwork = Сбор ответов
wave-fact = { $fact ->
    [kind] Вид опроса
    [respondents] Респонденты
    [conducted] Кто проводил
    [shown] Как показаны респонденты
   *[stages] Этапы
}
survey-kind = { $kind ->
    [relationship] опрос об отношениях в целом
    [transactional] опрос после обращения
   *[other] { $kind }
}
wave-respondents = { $side ->
    [employees] Сотрудники
   *[customers] Клиенты
}
wave-conducted = { $by ->
    [independent] Независимый исполнитель
   *[in-house] Своими силами
}
wave-respondents-shown = { $how ->
    [named] Поимённо
    [role] По роли, без имён
   *[anonymous] Анонимно: отдельные люди не показаны, малые группы скрыты
}
wave-stage = { $stage ->
    [prepare] подготовка
    [field] сбор ответов
    [analyse] анализ
    [interview] интервью
    [plan] план
    [act] действия
    [repeat] повтор
   *[other] { $stage }
} { $day }

reach-file = приглашения
reach-caption = Кого пригласили и кто ответил
reach-heading = Кто
invited-heading = Приглашены
bounced-heading = Не доставлено
refused-heading = Отказались
reached-heading = Получили приглашение
answered-heading = Ответили
reach-everyone = Все
reach-not-known = неизвестно
none-reached = никто не получил
response-rate-note = Доля ответивших считается от получивших приглашение.
no-response-rate = { $rule ->
    [file] Кого приглашали, не записано, поэтому доли ответивших нет.
    [month] В опросе по месяцам приглашения не считаются, поэтому доли ответивших нет.
    [quarter] В опросе по кварталам приглашения не считаются, поэтому доли ответивших нет.
   *[year] В опросе по годам приглашения не считаются, поэтому доли ответивших нет.
}

leading-question = Главный вопрос

weightings-title = От чего зависит оценка
weightings-caption = { $n ->
    [one] Те же ответы, { NUMBER($n) } способ взвешивания
    [few] Те же ответы, { NUMBER($n) } способа взвешивания
   *[many] Те же ответы, { NUMBER($n) } способов взвешивания
}
weighting-heading = Взвешивание
weighting-how-heading = Как считается
weighting = { $by ->
    [respondent] По респондентам
    [account] По { -accounts(case: "dative") }
    [revenue] По выручке
   *[influence] По влиянию
}
weighting-how = { $by ->
    [respondent] у всех ответов одинаковый вес; { $n ->
        [one] { NUMBER($n) } ответ
        [few] { NUMBER($n) } ответа
       *[many] { NUMBER($n) } ответов
    }
    [account] у всех { -accounts(case: "genitive") } одинаковый вес; { $n ->
        [one] { NUMBER($n) } { -account }
        [few] { NUMBER($n) } { -account(case: "genitive") }
       *[many] { NUMBER($n) } { -accounts(case: "genitive") }
    }
    [revenue] вес по выручке, там, где она известна; { $n ->
        [one] { NUMBER($n) } { -account }
        [few] { NUMBER($n) } { -account(case: "genitive") }
       *[many] { NUMBER($n) } { -accounts(case: "genitive") }
    }
   *[influence] вес контактов по их влиянию, затем у всех { -accounts(case: "genitive") } одинаковый; { $n ->
        [one] { NUMBER($n) } { -account }
        [few] { NUMBER($n) } { -account(case: "genitive") }
       *[many] { NUMBER($n) } { -accounts(case: "genitive") }
    }
}
weightings-disagree = Знаки расходятся: выше нуля оценка или ниже, зависит от того, кто сколько весит.
weightings-intervals = Интервал есть только у первой оценки; он показан выше, вместе с вопросами.

everyone-reached-answered = Ответили все, кто получил приглашение, так что молчащих нет.
nonresponse-bounds = Из получивших приглашение не ответили { NUMBER($n) }. Если бы все они оказались критиками, оценка была бы { $low }, если бы промоутерами — { $high }.

unmatched-title = Что не нашлось в списках
