# Обзор и то, что есть и на других страницах: из чего складывается оценка.

overview-no-answers = Ответов пока нет: добавьте файл в data/surveys/.
overview-no-headline = Нет вопроса с оценкой: укажите его в cxbook.yaml как «headline».

overview-coverage = Из { $n ->
    [one] { NUMBER($n) } { -account(case: "genitive") }, получившего приглашение, ответили
   *[many] { NUMBER($n) } { -accounts(case: "genitive") }, получивших приглашение, ответили
} { NUMBER($answered) }{ $others }.

overview-segments = Где есть различия
from-wave-to-wave = От волны к волне

sparkline = с { $before } в волне { $since } до { $now } в волне { $last }{ $ends ->
    [yes] ; в волне { $wave } оценки нет
   *[no] {""}
}

split-title = Из чего складывается изменение
split-sentence = Изменение { $change } складывается так: { $same } дали { $n ->
    [one] { NUMBER($n) } контакт, ответивший
    [few] { NUMBER($n) } контакта, ответившие
   *[many] { NUMBER($n) } контактов, ответивших
} оба раза, а { $others } — смена состава ответивших.
split-caption = Кто отвечал сейчас и в прошлый раз
split-heading = Чьи ответы
split-answers-heading = Ответов, n
split-same-before = Те же контакты, в прошлый раз
split-same-now = Те же контакты, сейчас
split-joined = Новые: ответили только сейчас
split-left = Выбывшие: ответили только в прошлый раз
split-intervals = У частей нет собственных интервалов: интервал есть у изменения в целом.
no-split-small-part = Вклад тех же контактов и смены состава не разделён: опрос анонимный, и одна из частей была бы слишком мала.
no-split-unnamed = Вклад тех же контактов и смены состава нельзя разделить: не в каждом ответе указан контакт.
no-split-anonymous-answer = Вклад тех же контактов и смены состава не разделён: есть анонимный ответ, и одна из частей была бы слишком мала.
no-split-nobody-twice = Вклад тех же контактов и смены состава нельзя разделить: никто не ответил оба раза.

coverage-title = Охват
coverage-accounts = доля ответивших { -accounts(case: "genitive") }
coverage-accounts-note = { NUMBER($answered) } из { $n ->
    [one] { NUMBER($n) } { -account(case: "genitive") }, получившего приглашение
   *[many] { NUMBER($n) } { -accounts(case: "genitive") }, получивших приглашение
}
coverage-revenue = Их доля в выручке
coverage-revenue-note = { $answered } из { $all } в год
coverage-decision-makers = Ответило лицо, принимающее решения
coverage-decision-makers-of = { NUMBER($answered) } из { NUMBER($n) }
coverage-decision-makers-note = { -accounts }, у которых приглашение получил хотя бы один ЛПР
coverage-intervals = Это сведения о списке приглашённых: интервалов у них нет.
