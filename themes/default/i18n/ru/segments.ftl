# Сегменты: страница всех, страница измерения и страница одного.

## Все

segments-each-dimension = По признакам
segments-too-few = Для сравнения групп ответов слишком мало.
segments-none-stands-out = По главному вопросу ни один сегмент не выделяется на фоне остальных.
segments-stand-out = По главному вопросу на фоне остальных { $n ->
    [one] выделяется
   *[other] выделяются
} { $segments }.
segments-marked = { $segment } ({ $mark ->
    [lower] ниже
   *[higher] выше
}{ $indicative ->
    [yes] , ориентировочно
   *[no] {""}
})

## Измерение

dimension-too-few = Для сравнения этих групп ответов слишком мало.
dimension-none-stands-out = Из { $groups ->
    [one] { NUMBER($groups) } группы
   *[other] { NUMBER($groups) } групп
} ни одна не выделяется на фоне остальных{ $figures ->
    [1] {""}
    [one] {" "}ни по одному из { NUMBER($figures) } показателя ({ $kinds })
   *[other] {" "}ни по одному из { NUMBER($figures) } показателей ({ $kinds })
}.
dimension-one-stands-out = { $figures ->
    [1] На фоне остальных выделяется только { $group }
    [one] На фоне остальных выделяется только { $group }: по { NUMBER($marks) } из { NUMBER($figures) } показателя ({ $kinds })
   *[other] На фоне остальных выделяется только { $group }: по { NUMBER($marks) } из { NUMBER($figures) } показателей ({ $kinds })
}{ $indicative ->
    [yes] , ориентировочно
   *[no] {""}
}.
dimension-some-stand-out = Группы, которые выделяются на фоне остальных{ $figures ->
    [1] {""}
    [one] {" "}по части из { NUMBER($figures) } показателя ({ $kinds })
   *[other] {" "}по части из { NUMBER($figures) } показателей ({ $kinds })
}: { $named }.
dimension-marked = { $group }{ $figures ->
    [1] {""}
   *[other] {" "}(по { NUMBER($marks) })
}{ $indicative ->
    [yes] {" "}(ориентировочно)
   *[no] {""}
}
dimension-many-stand-out = На фоне остальных { $marked ->
    [one] выделяется { NUMBER($marked) }
   *[other] выделяются { NUMBER($marked) }
} из { $groups ->
    [one] { NUMBER($groups) } группы
   *[other] { NUMBER($groups) } групп
}{ $figures ->
    [1] {""}
    [one] {" "}по части из { NUMBER($figures) } показателя ({ $kinds })
   *[other] {" "}по части из { NUMBER($figures) } показателей ({ $kinds })
}.
dimension-questions = { $n ->
    [one] { NUMBER($n) } вопрос
    [few] { NUMBER($n) } вопроса
   *[other] { NUMBER($n) } вопросов
}
dimension-blocks = { $n ->
    [one] { NUMBER($n) } блок
    [few] { NUMBER($n) } блока
   *[other] { NUMBER($n) } блоков
}
dimension-index = индекс

dimension-table-name = все показатели, { $dimension }
dimension-caption = Все показатели ({ $dimension }): оценка, 95-процентный интервал, число ответов{ $changes ->
    [yes] , изменение с { $since }
   *[no] {""}
}
dimension-wave-before = предыдущей волны
dimension-everyone = Все респонденты
dimension-in-brackets = В скобках — 95-процентный интервал разницы.

## Один

segment-of-role = { $role ->
    [decision-maker] ЛПР
    [influencer] Влияющие на решение
    [user] Пользователи
    [gatekeeper] Контролирующие доступ к ЛПР
   *[other] { $name }
}
segment-no-answers = Ответов пока нет.
segment-against-everyone-else = { $mark ->
    [higher] Оценка заметно выше, чем у остальных
    [lower] Оценка заметно ниже, чем у остальных
   *[none] Сегмент не выделяется на фоне остальных
}: разница { $difference } (95-процентный интервал { $interval }).
segment-accounts = { -accounts } сегмента
