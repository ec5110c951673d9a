# Показатели: оценки, интервалы, изменения и причины, по которым их нет.

nps-name = NPS
csat-name = доля довольных
ces-name = доля тех, кому было легко
index-name = Индекс опыта

score-kind = { $kind ->
    [nps] NPS, от −100 до +100
    [csat] две верхние оценки шкалы от { NUMBER($low) } до { NUMBER($high) }
    [ces] три верхние оценки шкалы от { NUMBER($low) } до { NUMBER($high) }
    [rating] среднее по шкале от { NUMBER($low) } до { NUMBER($high) }
    [options] доля от числа ответивших
    [text] своими словами
   *[block] от 0 до 100
}

answers-of-reached = { $within ->
    [yes] { NUMBER($n) } из { NUMBER($reached) }
   *[no] { NUMBER($n) } (приглашение получили { NUMBER($reached) })
}

nobody-answered = никто не ответил
hidden-anonymous-answer = не показано: среди ответов есть анонимный, и если их меньше { NUMBER($n) }, можно догадаться, чей он
hidden-small-group = не показано: опрос анонимный, а в группе меньше { NUMBER($n) } человек ответивших можно узнать
too-few-for-a-score = меньше { NUMBER($n) } ответов: { $shown ->
    [yes] приведены сами ответы, без оценки
   *[no] для оценки этого мало
}

no-interval-one-answer = без интервала: один ответ
no-interval-few-accounts = без интервала: { -accounts(case: "genitive") } меньше трёх
no-interval-all-the-same = без интервала: все ответы одинаковы

incomparable-few-respondents = слишком мало респондентов для сравнения
incomparable-few-accounts = слишком мало { -accounts(case: "genitive") } для сравнения
incomparable-few-answers = слишком мало ответов для сравнения
incomparable-all-the-same = все ответы одинаковы: интервала нет

figure-sentence = { $is-named ->
    [yes] Волна { $wave }:{" "}
   *[no] {""}
}{ $state ->
    [shown] { $name } { $value } ({ $interval }, n = { $n }{ $indicative ->
        [yes] , ориентировочно
       *[no] {""}
    })
    [answers] { $name }: { $reason }
    [hidden] оценка не показана: ответило слишком мало людей
   *[none] на главный вопрос никто не ответил
}{ $moved ->
    [since-before] ; с волны { $since } — { $change }
    [over-waves] ; { $change }
   *[no] {""}
}{ $calm ->
    [unchanged] ; с волны { $last } без изменений
    [not-measurable] ; с волны { $last } измеримого изменения нет
    [not-compared] ; с волны { $last } измеримого изменения нет ({ $incomparable })
   *[no] {""}
}.

confidence = { $confidence ->
    [of-three] 98⅓ %
   *[single] 95 %
}
interval = { $confidence ->
    [of-three] 98⅓-процентный интервал { $range }
   *[single] 95-процентный интервал { $range }
}
no-interval = без интервала

score = { $value } ({ $interval }, n = { $n }{ $indicative ->
    [yes] , ориентировочно
   *[no] {""}
})

change = { $movement ->
    [rose] рост на { $by ->
        [one] { NUMBER($by) } пункт
        [few] { NUMBER($by) } пункта
        [many] { NUMBER($by) } пунктов
       *[other] { NUMBER($by) } пункта
    } ({ $interval }{ $indicative ->
        [yes] , ориентировочно
       *[no] {""}
    })
    [fell] снижение на { $by ->
        [one] { NUMBER($by) } пункт
        [few] { NUMBER($by) } пункта
        [many] { NUMBER($by) } пунктов
       *[other] { NUMBER($by) } пункта
    } ({ $interval }{ $indicative ->
        [yes] , ориентировочно
       *[no] {""}
    })
    [unchanged] без изменений ({ $value }, { $interval }{ $indicative ->
        [yes] , ориентировочно
       *[no] {""}
    })
   *[not-measurable] измеримого изменения нет ({ $value }, { $interval }{ $indicative ->
        [yes] , ориентировочно
       *[no] {""}
    })
}

interval-of-movement = { $confidence ->
    [of-three] 98⅓-процентный
   *[single] 95-процентный
} интервал { $movement ->
    [fell] снижения
   *[rose] роста
} { $range }{ $indicative ->
    [yes] , ориентировочно
   *[no] {""}
}

movement = { $movement ->
    [rose] рост
    [fell] снижение
    [unchanged] без изменений
   *[not-measurable] измеримого изменения нет
}

change-from-then = { $movement ->
    [fell] снижение
   *[rose] рост
} с { $before } в волне { $since } до { $now } ({ $sure })

change-no-answers-before = в прошлый раз никто не отвечал
change-hidden = изменение не показано: одно из двух значений скрыто
change-few-before = в прошлый раз меньше { NUMBER($n) } ответов

name-indicative = { $name } (ориентировочно)

moved-sentence = { $movement ->
    [fell] Снижение
   *[rose] Рост
} с волны { $since }{ $indicative ->
    [yes] {" "}(ориентировочно)
   *[no] {""}
}: { $names }.
moved = { $movement ->
    [fell] снижение
   *[rose] рост
} с волны { $since }{ $indicative ->
    [yes] {" "}(ориентировочно)
   *[no] {""}
}: { $names }
moved-within = { $n ->
    [one] { $group } («{ $figure }»)
    [few] { $group } ({ NUMBER($n) } показателя)
   *[many] { $group } ({ NUMBER($n) } показателей)
}

score-heading = Оценка
answers-heading = Ответов,{"\u00A0"}n
interval-heading = 95-процентный интервал
change-heading = Изменение по сравнению с { $since }
further-heading = За длительный срок и за год, 98⅓-процентные интервалы
against-rest-heading = По сравнению с остальными
weight-heading = Вес
# Стоит после «по сравнению с».
wave-before = предыдущей волной

indicative = ориентировочно
not-compared = нельзя сравнить

n-is = n{"\u00A0"}={"\u00A0"}
does-not-stand-out = не выделяется
no-score = нет оценки
not-shown = не показано
no-answers = нет ответов
no-interval-of-share = нет
moved-since = { $movement ->
    [fell] снижение
   *[rose] рост
} с волны { $since }
value-since = { $value } с волны { $since }
standing = { $mark ->
    [higher] выше, чем у остальных
   *[lower] ниже, чем у остальных
}

standing-out = Выделенное выделяется среди всех сравнений своего разреза; примерно в одном случае из двадцати это <link>случайность</link>.
marks = ▲ и ▼ отмечено то, что выделяется среди всех сравнений своего разреза; примерно в одном случае из двадцати это <link>случайность</link>.
values-overlap = Группы пересекаются: один ответ может входить в несколько из них, поэтому в сумме ответов больше, чем всего.

headline-interval = 95-процентный интервал { $range }
headline-change = По сравнению с волной { $since }: { $change }.
headline-no-change = Изменение по сравнению с волной { $since }: { $reason }.
headline-further = { $span ->
    [year] За год
   *[long-run] За длительный срок
}, с волны { $since }: { $change }.
headline-against-rest = { $value } по сравнению с остальными (95-процентный интервал { $range }):
headline-against-rest-alone = { $value } по сравнению с остальными:
headline-does-not-stand-out = не выделяется
