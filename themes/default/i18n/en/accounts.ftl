# Accounts: the table of all, and the page of one.

## The table

accounts-caption = All { -accounts }{ $attention ->
    [yes] , those at risk and to watch in their owners’ view first, the others
   *[no] {""}
} by name, with the leading question
accounts-reach-head = Answered of reached
accounts-decision-maker-head = Decision-maker answered
accounts-revenue-and-score = Revenue and score

# Contacts who answered, in a cell.
account-answered-of-reached = { NUMBER($answered) } of { NUMBER($reached) }

# Where an account stands, in a cell and at a glance.
account-status = Status
account-status-word = { $status ->
    [active] active
    [churned] churned
    [prospect] prospect
   *[other] { $status }
}

# What an account’s owner says of the risk.
account-risk = Risk in the owner’s view
owners-level = { $level ->
    [safe] safe
    [watch] watch
    [at-risk] at risk
   *[unknown] unknown
}
owners-level-not-said = not said
owners-reason = { $because } ({ $by }, { $day })

account-owner = Owner
account-revenue = Revenue a year
account-renewal = Renewal

## The first sentences over the table

# Names, or how many.
owners-view = In the owners’ view at risk: { $risk }; to watch: { $watch }.
owners-view-at-risk = At risk in the owner’s view: { $risk }.
owners-view-to-watch = To watch in the owner’s view: { $watch }.
accounts-counted = { $n ->
    [one] { NUMBER($n) } { -account }
   *[other] { NUMBER($n) } { -accounts }
}

# Further clauses follow after a semicolon.
accounts-answered-of-reached = { NUMBER($answered) } of { $reached ->
    [one] { NUMBER($reached) } { -account }
   *[other] { NUMBER($reached) } { -accounts }
} reached answered
accounts-answered = { NUMBER($answered) } of { $all ->
    [one] { NUMBER($all) } { -account }
   *[other] { NUMBER($all) } { -accounts }
} answered the leading question
accounts-not-asked = { $n ->
    [one] { NUMBER($n) } { -account } was not asked
   *[other] { NUMBER($n) } { -accounts } were not asked
}
accounts-not-reached = { $n ->
    [one] { NUMBER($n) } { -account }
   *[other] { NUMBER($n) } { -accounts }
} could not be reached
accounts-unmoved = of { NUMBER($n) } with enough answers to compare, none rose or fell measurably
# What moved, as one or several clauses: “A and B fell since 2025-H2; C rose since 2023-H2”.
accounts-moved = of { NUMBER($n) } with enough answers to compare, { $moved }

# Accounts by what is known best of their decision-makers; clauses of a sentence, parted by semicolons.
accounts-by-decision-maker = at { $n ->
    [one] { NUMBER($n) } { -account }
   *[other] { NUMBER($n) } { -accounts }
} { $asked ->
    [silent] a decision-maker was asked and none answered
    [not-reached] no decision-maker could be reached
    [not-asked] no decision-maker was asked
   *[not-recorded] no answer of a decision-maker is known
}

## The page of one

account-no-answers = No answers yet.
account-answers = { $n ->
    [1] The one answer in { $wave } is { $answers }: too few for a score.
   *[other] In { $wave } they answered { $answers }: too few for a score.
}
account-too-few = There are fewer than { NUMBER($fewest) } answers in { $wave }: too few for a score.

# Why there is no answer: in a table, and as a sentence. `before` says whether there are answers from before.
no-answer = { $why ->
    [other-questions] nobody answered the leading question
    [counted] not known: answers are only counted
    [silent] { $n ->
        [1] the one reached did not answer
       *[other] none of { NUMBER($n) } reached answered
    }
    [not-reached] nobody could be reached
    [not-asked] nobody was asked
    [prospect] prospect: nobody was asked
   *[not-recorded] no answers; not recorded who was asked
}{ $before ->
    [yes] ; last answered: { $last }
   *[no] {""}
}
no-answer-in-wave = { $why ->
    [other-questions] Nobody answered the leading question in { $wave }
    [counted] The answers in { $wave } are only counted, so that nobody knows whose they are
    [silent] { $n ->
        [1] The one contact reached in { $wave } did not answer
       *[other] None of { NUMBER($n) } reached in { $wave } answered
    }
    [not-reached] Nobody could be reached in { $wave }: { $n ->
        [one] { NUMBER($n) } invitation
       *[other] { NUMBER($n) } invitations
    } did not arrive
    [not-asked] Nobody was asked in { $wave }
    [prospect] A prospect: nobody was asked in { $wave }
   *[not-recorded] There are no answers in { $wave }, and it is not recorded who was asked
}{ $before ->
    [yes] ; last answered: { $last }
   *[no] ; there are no answers from before
}.
# The last answers from before: their score with its name, the answers themselves, or nothing of them.
last-answers = { $shown ->
    [score] { $score } { $value } in { $wave }
    [answers] { $value } in { $wave }
   *[nothing] in { $wave }
}{ $dated ->
    [yes] {" "}(until { $day })
   *[no] {""}
}

account-at-a-glance = At a glance
account-risk-because = { $level }: { $because }
account-since = Customer since
account-since-years = { $day } ({ $years ->
    [one] { NUMBER($years) } year
   *[other] { NUMBER($years) } years
})
account-renewal-in-days = { $day } ({ $days ->
    [0] today
    [1] tomorrow
   *[other] in { NUMBER($days) } days
})
account-renewal-days-ago = { $day } ({ $days ->
    [one] { NUMBER($days) } day ago
   *[other] { NUMBER($days) } days ago
})

# Accounts of the same group.
account-relation = { $relation ->
    [part-of] Part of
    [beside] Beside it
   *[parts] Parts
}

account-beside-its-segments = Beside its segments
account-comparisons-caption = The same question in its segments and for everyone
account-comparisons-who = Who
account-beside-everyone = Everyone
