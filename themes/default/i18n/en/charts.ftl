# Charts: their titles, what they say, their tooltips, and the tables behind them.

# Above and below a drawing.
chart-show-data = Show the data
chart-lines = The lines are 95 % intervals.
chart-band = The band is the 95 % interval.
chart-hollow = Hollow: so few answered that it is an indication only.

# A name within a sentence, of what is an indication only.
chart-indicative-name = { $name } (indicative)

# A question within a sentence.
chart-question = “{ $question }”

# Whose figures those of a group are held against.
chart-everyone = Everyone

# What a tooltip says of a figure, and with whose it is.
chart-tip = { $of }: { $value }{ $has-interval ->
    [yes] {" "}({ $interval })
   *[no] {""}
}, n = { $n }{ $indicative ->
    [yes] , indicative
   *[no] {""}
}
chart-tip-of = { $of } – { $tip }

# After what a chart says: groups that are not in it.
chart-groups-hidden = { $n ->
    [one] One group is too small to be shown.
   *[other] { NUMBER($n) } groups are too small to be shown, or would give one away.
}

# What the respondents are called that gave a kind of answer.
chart-class = { $class ->
    [promoter] Promoters
    [passive] Passives
   *[detractor] Detractors
}

# How the answers part. On the bar, in its tooltips, and in the table.
chart-distribution-title = How the answers divide
chart-distribution-finding = { $promoters } promoters (9 and 10), { $passives } passives (7 and 8), { $detractors } detractors (0 to 6).
chart-distribution-label = { $share } ({ NUMBER($n) })
chart-distribution-tip = { $class }: { $share }, { $n ->
    [one] { NUMBER($n) } answer
   *[other] { NUMBER($n) } answers
}
chart-distribution-caption = Promoters, passives and detractors
chart-distribution-answers = Answers
chart-distribution-share = Share
chart-distribution-interval = 95 % interval
chart-distribution-row = { $has-interval ->
    [yes] { $interval }
   *[no] none
}{ $indicative ->
    [yes] , indicative
   *[no] {""}
}

# A score from wave to wave. `$score` is what it is called: NPS.
chart-trend-title = { $score }, { $first } to { $latest }
chart-trend-caption = { $score }, the latest wave first
chart-trend-head = Wave
chart-trend-one = A trend needs scores of two waves or more.
# `$change`: fell from +33 in 2023-H2 to −85.
chart-trend-drifted = It { $change }.
# `$moves` are those of the next message, one after the other.
chart-trend-steps = { $found ->
    [nothing-compared] No two waves in a row can be compared.
    [none] No measurable change from any wave to the next.
    [the-only-step] It { $moves }.
    [some-steps] It { $moves }; otherwise no measurable change.
   *[none-of-some] { $n ->
        [one] No measurable change between the two waves that can be compared.
       *[other] No measurable change in the { NUMBER($n) } steps between waves that can be compared.
    }
}
chart-trend-moved = { $movement ->
    [rose] rose in { $waves }
   *[fell] fell in { $waves }
}
chart-trend-ending = The line ends in { $last }: in { $latest } there is no score ({ $why }).

# The values of a dimension beside each other. Within the title the dimension is in lower case.
chart-groups-title = { $score } by { $dimension }
chart-groups-caption = { $score } by { $dimension }
chart-groups-one = A comparison needs scores of two groups or more.
# `$above` and `$below` are several names in a row, and how many they are.
chart-groups-finding = { $sides ->
    [above] { $above-count ->
        [one] { $above } stands out above.
       *[other] { $above } stand out above.
    }
    [below] { $below-count ->
        [one] { $below } stands out below.
       *[other] { $below } stand out below.
    }
    [both] { $above-count ->
        [one] { $above } stands out above, { $below } below.
       *[other] { $above } stand out above, { $below } below.
    }
   *[none] By this question no group stands out against everyone else.
}

# A dimension of so many values that they are not drawn. `$values` are those that stand out, each with where.
chart-values-marked = By the leading question of { $n ->
    [one] { NUMBER($n) } value
   *[other] { NUMBER($n) } values
} these stand out: { $values }; <link>see every figure of all { NUMBER($n) }</link>.
chart-values-unmarked = By the leading question none of { NUMBER($n) } values stands out; <link>see every figure of all { NUMBER($n) }</link>.
chart-value-marked = { $value } ({ $mark ->
    [higher] higher
   *[lower] lower
})

# Blocks and questions beside each other.
chart-blocks-title = Score of each block, from 0 to 100
chart-blocks-caption = Scores from 0 to 100, and the index that they make by their weights
chart-blocks-head = Block
chart-questions-title = { $scale ->
    [nps] NPS questions
    [rating] Ratings from { $low } to { $high }
   *[top-box] Satisfied, or found it easy, in percent
}
chart-questions-head = Question
chart-scores-too-few = Too few answers for scores to draw.
chart-scores-one = A comparison needs two scores or more.
chart-scores-ends = Highest: “{ $highest }” ({ $highest-value }); lowest: “{ $lowest }” ({ $lowest-value }).
chart-scores-furthest = Furthest from everyone’s score: “{ $question }”.

# The values of a dimension by every question.
chart-heatmap-title = Every question by { $dimension }
chart-heatmap-note = Blue is above everyone’s score, orange below it, the stronger the further. ▲ and ▼ stand out among all comparisons here.
chart-heatmap-dashed = Dashed: an indication only.
chart-heatmap-hidden = not shown
chart-heatmap-too-many = There are too many values to draw; the table has them all.
# `$of` is the group of those that stand out, or the groups, each as in the next message.
chart-heatmap-finding = Of { $scores ->
    [one] { NUMBER($scores) } score
   *[other] { NUMBER($scores) } scores
} ({ $questions ->
    [one] { NUMBER($questions) } question
   *[other] { NUMBER($questions) } questions
} in { $groups ->
    [one] { NUMBER($groups) } group
   *[other] { NUMBER($groups) } groups
}) { $found ->
    [one] one stands out against everyone else, of { $of }.
    [one-group] { NUMBER($n) } stand out against everyone else, all of { $of }.
    [several] { NUMBER($n) } stand out against everyone else: { $of }.
   *[none] none stands out against everyone else.
}
chart-heatmap-of-group = { NUMBER($n) } of { $group }

# When the answers of a wave came, by day or by week.
chart-days-title = { $bin ->
    [week] Answers by week of the fieldwork
   *[day] Answers by day of the fieldwork
}
chart-days-caption = { $bin ->
    [week] Answers by week
   *[day] Answers by day
}
chart-days-head = { $bin ->
    [week] Week
   *[day] Day
}
chart-days-bin = { $bin ->
    [week] Week of { $day }
   *[day] { $day }
}
chart-days-answers = Answers
chart-days-tip = { $when }: { $n ->
    [one] { NUMBER($n) } answer
   *[other] { NUMBER($n) } answers
}
chart-days-one = { $bin ->
    [week] All answers are of one week.
   *[day] All answers are of one day.
}
# `$number` counts the days of the fieldwork, `$of` all of them.
chart-days-half = Half of { $n ->
    [one] { NUMBER($n) } answer
   *[other] { NUMBER($n) } answers
} were in by { $day }, day { NUMBER($number) }{ $is-closed ->
    [yes] {" "}of { NUMBER($of) }
   *[no] {""}
}.
chart-days-hidden = { $n ->
    [one] { NUMBER($n) } more answer is anonymous, and its day is not shown.
   *[other] { NUMBER($n) } more answers are anonymous, and their days are not shown.
}

# How the same contacts moved since the wave before. `$class` is one of chart-class.
chart-transitions-title = How the same contacts moved between detractor, passive and promoter
chart-transitions-caption = Contacts who answered both times
chart-transitions-head = Were in { $wave }
chart-transitions-in = { $class } in { $wave }
chart-transitions-now = { $class } now
chart-transitions-tip = { $before ->
    [promoter] Promoters
    [passive] Passives
   *[detractor] Detractors
} in { $previous }, { $now ->
    [promoter] promoters
    [passive] passives
   *[detractor] detractors
} in { $this }: { NUMBER($n) }
chart-transitions-finding = Of { $n ->
    [one] { NUMBER($n) } contact
   *[other] { NUMBER($n) } contacts
} who answered both times { NUMBER($up) } moved up, { NUMBER($down) } moved down{ $hidden ->
    [0] {" "}and { NUMBER($stayed) } stayed.
    [one] , { NUMBER($stayed) } stayed, and { NUMBER($hidden) } is not shown, because an answer was anonymous.
   *[other] , { NUMBER($stayed) } stayed, and { NUMBER($hidden) } are not shown, because an answer was anonymous.
}

# Revenue by score.
chart-revenue-title = Revenue a year and score of each { -account }
chart-revenue-caption = { -accounts } with a score and their revenue a year
chart-revenue-head = Revenue a year
chart-revenue-tip = { $tip }; { $revenue } a year
# `$in` is what the axis counts: `ones`, `thousands` or `millions`.
chart-revenue-axis = Revenue a year{ $has-currency ->
    [yes] , { $currency }{ $in ->
        [millions] {" "}million
        [thousands] {" "}thousand
       *[ones] {""}
    }
   *[no] { $in ->
        [millions] , million
        [thousands] , thousand
       *[ones] {""}
    }
}
chart-revenue-too-few = A drawing needs three { -accounts } with revenue and enough answers for a score; there are { NUMBER($n) }.
chart-revenue-finding = { $n ->
    [one] { NUMBER($n) } { -account } with enough answers for a score brings
   *[other] { NUMBER($n) } { -accounts } with enough answers for a score bring
} { $share } of the revenue{ $below-zero ->
    [some] , { $share-below } where the score is measurably below zero.
    [none] ; none of them is measurably below zero.
   *[not-told] .
}
