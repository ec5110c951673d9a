# Support: the page of tickets, and what is said of them on the pages of accounts and segments and on the overview.

## The first sentences

support-none-opened = No ticket was opened in the twelve months to { $until }.
# $reply and $resolution are `support-told` of a time; $replied and $resolved say whether half have come to it.
support-fast = Of { $n ->
    [one] { NUMBER($n) } ticket
   *[other] { NUMBER($n) } tickets
} opened in the twelve months to { $until }{ $indicative ->
    [yes] {" "}(indicative)
   *[no] {""}
}, { $replied ->
    [yes] half had a first reply within { $reply }
   *[no] fewer than half have had a first reply
} and { $resolved ->
    [yes] half were resolved within { $resolution }
   *[no] fewer than half are resolved
}.
# $first and $reopened are `support-told` of a share.
support-for-good = { $known ->
    [yes] Of those resolved, { $first } took one contact; { $reopened } of all were opened again.
   *[no] { $reopened } were opened again.
}
support-open = { $n ->
    [0] No ticket is open.
    [one] { NUMBER($n) } ticket is open{ $severe ->
        [0] , and it is neither high nor critical.
       *[other] {" "}today, and it is high or critical{ $paid ->
            [yes] : the { -account } pays { $revenue } a year.
           *[no] .
        }
    }
   *[other] { NUMBER($n) } tickets are open today, { $severe ->
        [0] none of them high or critical.
       *[other] { NUMBER($severe) } of them high or critical{ $paid ->
            [yes] , at { -accounts } that pay { $revenue } a year.
           *[no] .
        }
    }
}
# A time or a share with its interval.
support-told = { $value } ({ $interval }{ $of-others ->
    [yes] , n = { NUMBER($n) }{ $indicative ->
        [yes] , indicative
       *[no] {""}
    }
   *[no] {""}
})

## Times

support-time = { NUMBER($n) } { $unit ->
    [minutes] { $n ->
        [one] minute
       *[other] minutes
    }
    [hours] { $n ->
        [one] hour
       *[other] hours
    }
   *[days] { $n ->
        [one] day
       *[other] days
    }
}
# Two times in one unit.
support-times = { $range } { $unit ->
    [minutes] minutes
    [hours] hours
   *[days] days
}
support-not-reached = not reached
support-at-least = { $time } or more
support-at-most = up to { $time }

## At a glance

support-at-a-glance = At a glance
support-fact = { $fact ->
    [opened] Opened in twelve months
    [resolved] Resolved in twelve months
    [open] Open today
    [severe] High or critical of these
   *[revenue] Revenue a year behind these
}

support-by-month = Month by month
chart-tickets-title = { $which ->
    [more] { NUMBER($n) } more { $n ->
        [one] ticket was
       *[other] tickets were
    } opened than resolved in twelve months
    [fewer] { NUMBER($n) } more { $n ->
        [one] ticket was
       *[other] tickets were
    } resolved than opened in twelve months
   *[as-many] As many tickets were resolved as opened in twelve months
}
chart-tickets-window = { NUMBER($opened) } were opened and { NUMBER($resolved) } resolved.
chart-tickets-before = In the twelve months before { NUMBER($opened) } were opened and { NUMBER($resolved) } resolved.
chart-tickets-most = Most were opened in { $month }: { NUMBER($n) }.
chart-tickets-one = All tickets were opened and resolved within a month.
chart-tickets-running = { $month } is counted up to { $day }.
chart-tickets-caption = Tickets opened and resolved by month
chart-tickets-head = Month
chart-tickets-opened = Opened
chart-tickets-resolved = Resolved
chart-tickets-tip = { $month }: { NUMBER($n) } { $what ->
    [opened] opened
   *[resolved] resolved
}

## How fast, and for good

support-fast-and-for-good = How fast, and for good
support-figures-caption = Tickets opened in the last twelve months{ $beside ->
    [everyone] , beside those of everyone
    [year-before] , beside those of the twelve months before
   *[nothing] {""}
}
support-figure-heading = What
support-value-heading = Twelve months
support-tickets-heading = Tickets,{"\u00A0"}n
support-beside-heading = { $beside ->
    [everyone] Everyone
   *[year-before] The twelve months before
}
support-figure = { $figure ->
    [first-reply-median] First reply, half within
    [first-reply-p90] First reply, nine of ten within
    [resolution-median] Resolved, half within
    [resolution-p90] Resolved, nine of ten within
    [first-contact] Resolved with one contact
    [reopened] Opened again
   *[escalated] Escalated
}
support-no-interval = none
support-n = { NUMBER($n) }{ $indicative ->
    [yes] {" "}(indicative)
   *[no] {""}
}
support-clock = { $clock ->
    [calendar] Times run day and night, weekends too: what nine of ten took is often a weekend.
    [own] Times are those of the ticket system’s own clock.
   *[both] { $calendar ->
        [one] { NUMBER($calendar) } time runs
       *[other] { NUMBER($calendar) } times run
    } day and night, weekends too, and { NUMBER($own) } by the ticket system’s own clock, which may stand still outside business hours: they are not quite the same.
} What is still open counts as longer than it has taken so far.
support-first-contact-note = In B2B a low share of issues solved with one contact is normal: what is asked there is often hard. It is more telling whether the same is asked again.

## Lists

support-severe = High and critical tickets open today
support-severe-caption = { -accounts } that wait with a high or critical ticket, those that pay most first
support-severe-heading = Severe tickets
support-days-heading = Longest open, days
support-topics = What many ask
support-topics-caption = Topics that three { -accounts } or more raised in twelve months, those with most revenue behind them first
support-topics-note = Systemic: raised by a fifth or more of the { NUMBER($n) } { -accounts } that had a ticket.
support-topic-heading = Topic
support-systemic = systemic
support-raised-by = { $others ->
    [0] { $names }
    [one] { $names } and { NUMBER($others) } other
   *[other] { $names } and { NUMBER($others) } others
}
support-recurring = What comes again at one { -account }
support-recurring-caption = Topics that two contacts of one { -account } raised in twelve months, or that it raised three times
support-contacts-heading = Contacts
support-open-heading = Open
support-asked-twice = Asked twice
support-asked-twice-caption = Tickets on one topic by two contacts of one { -account } within 14 days: the work was done twice
support-first-heading = First asked
support-again-heading = Again after days
support-accounts = All { -accounts } with tickets
support-accounts-caption = { -accounts } with tickets in twelve months, those that pay most first
support-accounts-note = Times stand there from five tickets on.
support-opened-heading = Opened
support-severe-open-heading = High, critical
support-reply-heading = Half had a reply within
support-resolution-heading = Half resolved within
support-reopened-heading = Opened again
support-escalated-heading = Escalated
support-more = { $n ->
    [one] { NUMBER($n) } more with less revenue stands on the pages of its { -accounts } alone.
   *[other] { NUMBER($n) } more with less revenue stand on the pages of their { -accounts } alone.
}
support-file = All figures of tickets, also of segments and groups: <link>data/support.csv</link>. How they are made is said <method>here</method>.

## On the page of an account

support-title = Support tickets
support-account = { $n ->
    [0] No ticket was opened in the last twelve months
    [one] { NUMBER($n) } ticket was opened in the last twelve months
   *[other] { NUMBER($n) } tickets were opened in the last twelve months
}; { $open ->
    [0] none is open today.
    [one] { NUMBER($open) } is open today{ $severe ->
        [0] .
       *[other] , and it is high or critical.
    }
   *[other] { NUMBER($open) } are open today{ $severe ->
        [0] .
       *[other] , { NUMBER($severe) } of them high or critical.
    }
}
support-account-recurring = What comes again: { $issues }.
support-account-issue = { $topic } ({ NUMBER($n) } tickets{ $contacts ->
    [0] {""}
    [one] {" "}of { NUMBER($contacts) } contact
   *[other] {" "}of { NUMBER($contacts) } contacts
})
support-account-asked-twice = Two contacts asked the same within 14 days, so that the work was done twice: { $topics }.
support-account-times = { $topic } ({ $n ->
    [one] once
    [2] twice
   *[other] { NUMBER($n) } times
})
support-tickets-caption = All tickets, the open ones first, then the newest first
support-ticket-heading = Ticket
support-raised-heading = Raised by
support-severity-heading = Severity
support-taken-heading = Took
support-first-reply-heading = First reply
support-answer-heading = Answer after it
support-severity = { $severity ->
    [low] low
    [normal] normal
    [high] high
   *[critical] critical
}
support-open-for = open for
support-no-reply = none yet
support-mark = { $mark ->
    [recurring] comes again
    [asked-twice] asked twice
    [reopened] opened again
   *[escalated] escalated
}
# An answer after a ticket: its value and the highest that there is.
support-score = { $kind ->
    [nps] recommends
    [csat] satisfied
    [ces] found it easy
   *[rating] “{ $question }”
}: { $value } of { $highest }

## On the overview

support-overview = { $said } <link>More on support</link>
support-overview-severe = { $n ->
    [one] { NUMBER($n) } high or critical ticket is open{ $paid ->
        [yes] : the { -account } pays { $revenue } a year.
       *[no] .
    }
   *[other] { NUMBER($n) } high or critical tickets are open{ $paid ->
        [yes] , at { -accounts } that pay { $revenue } a year.
       *[no] .
    }
}
support-overview-systemic = { $n ->
    [one] A fifth or more of the { -accounts } with tickets ask about { $topics }.
   *[other] A fifth or more of the { -accounts } with tickets ask about each of { $topics }.
}
