# Клиенты: таблица всех и страница одного.

## Таблица

accounts-caption = Все { -accounts } { $attention ->
    [yes] с ответом на главный вопрос: сначала те, кто, по оценке ответственных, в зоне риска и под наблюдением, затем остальные по алфавиту
   *[no] по алфавиту с ответом на главный вопрос
}
accounts-reach-head = Ответили из получивших приглашение
accounts-decision-maker-head = Ответ ЛПР
accounts-revenue-and-score = Выручка и оценка

account-answered-of-reached = { NUMBER($answered) } из { NUMBER($reached) }

account-status = Статус
account-status-word = { $status ->
    [active] действующий
    [churned] бывший
    [prospect] потенциальный
   *[other] { $status }
}

account-risk = Риск по оценке ответственного
owners-level = { $level ->
    [safe] риска нет
    [watch] под наблюдением
    [at-risk] в зоне риска
   *[unknown] неизвестно
}
owners-level-not-said = не указано
owners-reason = { $because } ({ $by }, { $day })

account-owner = Ответственный
account-revenue = Выручка за год
account-renewal = Продление договора

## Первые предложения над таблицей

owners-view = По оценке ответственных, в зоне риска: { $risk }; под наблюдением: { $watch }.
owners-view-at-risk = По оценке ответственного, в зоне риска: { $risk }.
owners-view-to-watch = По оценке ответственного, под наблюдением: { $watch }.
accounts-counted = { $n ->
    [one] { NUMBER($n) } { -account }
    [few] { NUMBER($n) } { -account(case: "genitive") }
   *[other] { NUMBER($n) } { -accounts(case: "genitive") }
}

accounts-answered-of-reached = { $answered ->
    [one] Ответил
   *[other] Ответили
} { NUMBER($answered) } из { $reached ->
    [one] { NUMBER($reached) } { -account(case: "genitive") }, до которого дошло приглашение
   *[other] { NUMBER($reached) } { -accounts(case: "genitive") }, до которых дошло приглашение
}
accounts-answered = На главный вопрос { $answered ->
    [one] ответил
   *[other] ответили
} { NUMBER($answered) } из { $all ->
    [one] { NUMBER($all) } { -account(case: "genitive") }
   *[other] { NUMBER($all) } { -accounts(case: "genitive") }
}
accounts-not-asked = { $n ->
    [one] { NUMBER($n) } { -account } не получал приглашения
    [few] { NUMBER($n) } { -account(case: "genitive") } не получали приглашения
   *[other] { NUMBER($n) } { -accounts(case: "genitive") } не получали приглашения
}
accounts-not-reached = до { $n ->
    [one] { NUMBER($n) } { -account(case: "genitive") }
   *[other] { NUMBER($n) } { -accounts(case: "genitive") }
} приглашения не дошли
accounts-unmoved = измеримых изменений нет ни у одного из { NUMBER($n) }, по которым ответов достаточно для сравнения
accounts-moved = из { NUMBER($n) }, по которым ответов достаточно для сравнения: { $moved }

accounts-by-decision-maker = у { $n ->
    [one] { NUMBER($n) } { -account(case: "genitive") }
   *[other] { NUMBER($n) } { -accounts(case: "genitive") }
} { $asked ->
    [silent] лица, принимающие решения (ЛПР), получили приглашение, но не ответили
    [not-reached] приглашения не дошли ни до одного ЛПР
    [not-asked] ни одному ЛПР приглашение не отправляли
   *[not-recorded] нет данных об ответах ЛПР
}

## Страница одного

account-no-answers = Ответов пока нет.
account-answers = { $n ->
    [1] В волне { $wave } дан один ответ — { $answers }; для оценки этого мало.
   *[other] В волне { $wave } даны ответы { $answers }; для оценки их мало.
}
account-too-few = В волне { $wave } меньше { NUMBER($fewest) } ответов; для оценки их мало.

no-answer = { $why ->
    [other-questions] на главный вопрос никто не ответил
    [counted] неизвестно: есть только число ответов
    [silent] { $n ->
        [1] единственный получивший приглашение не ответил
        [one] никто из { NUMBER($n) } получившего приглашение не ответил
       *[other] никто из { NUMBER($n) } получивших приглашение не ответил
    }
    [not-reached] приглашения не дошли
    [not-asked] никого не приглашали
    [prospect] потенциальный клиент: никого не приглашали
   *[not-recorded] ответов нет; кого приглашали, не записано
}{ $before ->
    [yes] ; прежде: { $last }
   *[no] {""}
}
no-answer-in-wave = { $why ->
    [other-questions] В волне { $wave } на главный вопрос никто не ответил
    [counted] В волне { $wave } известно только число ответов, но не то, чьи они
    [silent] { $n ->
        [1] В волне { $wave } единственный получивший приглашение не ответил
        [one] В волне { $wave } никто из { NUMBER($n) } получившего приглашение не ответил
       *[other] В волне { $wave } никто из { NUMBER($n) } получивших приглашение не ответил
    }
    [not-reached] В волне { $wave } не дошло ни одно приглашение (отправлено { NUMBER($n) })
    [not-asked] В волне { $wave } никого не приглашали
    [prospect] Потенциальный клиент: в волне { $wave } никого не приглашали
   *[not-recorded] В волне { $wave } ответов нет, и кого приглашали, не записано
}{ $before ->
    [yes] ; прежде: { $last }
   *[no] ; прежде ответов тоже не было
}.
last-answers = { $shown ->
    [score] { $score } { $value } в волне { $wave }
    [answers] { $value } в волне { $wave }
   *[nothing] ответы в волне { $wave }
}{ $dated ->
    [yes] {" "}(до { $day })
   *[no] {""}
}

account-at-a-glance = Коротко
account-risk-because = { $level }: { $because }
account-since = Клиент с
account-since-years = { $day } ({ $years ->
    [one] { NUMBER($years) } год
    [few] { NUMBER($years) } года
   *[other] { NUMBER($years) } лет
})
account-renewal-in-days = { $day } ({ $days ->
    [0] сегодня
    [1] завтра
    [one] через { NUMBER($days) } день
    [few] через { NUMBER($days) } дня
   *[other] через { NUMBER($days) } дней
})
account-renewal-days-ago = { $day } ({ $days ->
    [one] { NUMBER($days) } день назад
    [few] { NUMBER($days) } дня назад
   *[other] { NUMBER($days) } дней назад
})

account-relation = { $relation ->
    [part-of] Головная компания
    [beside] Другие компании группы
   *[parts] Дочерние компании
}

account-beside-its-segments = В сравнении с сегментами
account-comparisons-caption = Тот же вопрос в сегментах клиента и у всех респондентов
account-comparisons-who = Кто
account-beside-everyone = Все респонденты
