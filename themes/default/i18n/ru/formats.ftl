# Как русский язык пишет числа, даты и перечисления.

decimal-sign = ,
group-sign = { "\u00A0" }

percent = { $number } %
range = { $low }…{ $high }

money = { $amount } { $currency }

day = { $day } { $month } { $year }
day-and-month = { $day } { $month }
month-1 = янв.
month-2 = февр.
month-3 = марта
month-4 = апр.
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = авг.
month-9 = сент.
month-10 = окт.
month-11 = нояб.
month-12 = дек.
month-of-year = { $month ->
    [1] янв.
    [2] февр.
    [3] март
    [4] апр.
    [5] май
    [6] июнь
    [7] июль
    [8] авг.
    [9] сент.
    [10] окт.
    [11] нояб.
   *[12] дек.
} { $year }

quoted = «{ $wording }»
sentence = { $clauses }.

list-separator = { ", " }
list = { $most } и { $last }
others = { $n ->
    [one] ещё { NUMBER($n) }
   *[other] ещё { NUMBER($n) }
}

labels-bend = yes

# Клиент в нужном падеже и числе; программа может назвать его по-своему в i18n/ru.ftl.
-account = { $case ->
   *[nominative] клиент
    [genitive] клиента
    [dative] клиенту
    [accusative] клиента
    [instrumental] клиентом
    [prepositional] клиенте
}
-accounts = { $case ->
   *[nominative] клиенты
    [genitive] клиентов
    [dative] клиентам
    [accusative] клиентов
    [instrumental] клиентами
    [prepositional] клиентах
}
account-heading = { -account }
accounts-heading = { -accounts }
