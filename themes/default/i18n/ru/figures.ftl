# Показатели: оценки, интервалы, изменения.

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
