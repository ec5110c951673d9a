# Цели и ориентиры: с чем сравнивается оценка и что из этого следует.

target = Цель
target-of-team = Цель ({ $team })

goals-title = Сравнение с целями и ориентирами
goal-heading = С чем сравнивается
goal-value-heading = Значение
goal-state-heading = Результат
goal-source-heading = Источник
goal-state = { $state ->
    [met] достигнута
    [missed] не достигнута
    [above] выше
    [below] ниже
    [not-decided] не ясно
    [no-interval] не ясно: нет интервала
   *[no-score] нет оценки для сравнения
}
goal-not-decided = Не ясно: значение попадает в интервал оценки.
