# Figures: scores, intervals, changes, and why there are none.

# What a score is called in a sentence; questions of other kinds are quoted.
nps-name = NPS
csat-name = satisfied
ces-name = found it easy
index-name = Experience index

# What kind of score it is, under its name; $low and $high are the ends of the scale.
score-kind = { $kind ->
    [nps] NPS, −100 to +100
    [csat] top two of { NUMBER($low) } to { NUMBER($high) }
    [ces] top three of { NUMBER($low) } to { NUMBER($high) }
    [rating] mean, { NUMBER($low) } to { NUMBER($high) }
    [options] share of those who answered
    [text] in words
   *[block] 0 to 100
}

# How many answered. Where people who were not invited answered too, those reached are no whole that these are a part of.
answers-of-reached = { $within ->
    [yes] { NUMBER($n) } of { NUMBER($reached) }
   *[no] { NUMBER($n) } ({ NUMBER($reached) } reached)
}

# Why something is not shown, in the place of a score.
nobody-answered = nobody answered
hidden-anonymous-answer = not shown: an anonymous answer is among them, and fewer than { NUMBER($n) } could tell whose
hidden-small-group = not shown: persons are anonymous, and groups of fewer than { NUMBER($n) } could be recognised
too-few-for-a-score = fewer than { NUMBER($n) } answers: { $shown ->
    [yes] shown as they are, without a score
   *[no] too few for a score
}

# Why there is no interval, in its place.
no-interval-one-answer = no interval: one answer
no-interval-few-accounts = no interval: fewer than three { -accounts }
no-interval-all-the-same = no interval: all answers are the same

# Why two figures cannot be compared.
incomparable-few-respondents = too few respondents to compare
incomparable-few-accounts = too few { -accounts } to compare
incomparable-few-answers = too few answers to compare
incomparable-all-the-same = all answers are the same: no interval

# A figure with its change, the first sentence of many pages. $is-named says whether the wave is named in it. $moved says
# since when it moved, if at all; $change is said by `change` or `change-from-then`. $calm is what is said of the wave
# before ($last) where nothing moved since then.
figure-sentence = { $is-named ->
    [yes] In { $wave }{" "}
   *[no] {""}
}{ $state ->
    [shown] { $name } { $value } ({ $interval }, n = { $n }{ $indicative ->
        [yes] , indicative
       *[no] {""}
    })
    [answers] { $name }: { $reason }
    [hidden] the score is not shown, because too few persons answered
   *[none] nobody answered the leading question
}{ $moved ->
    [since-before] ; it { $change } since { $since }
    [over-waves] ; it { $change }
   *[no] {""}
}{ $calm ->
    [unchanged] , unchanged since { $last }
    [not-measurable] , no measurable change since { $last }
    [not-compared] , no measurable change since { $last } ({ $incomparable })
   *[no] {""}
}.

# How sure an interval is: one comparison, or one of three.
confidence = { $confidence ->
    [of-three] 98⅓ %
   *[single] 95 %
}
interval = { $confidence ->
    [of-three] 98⅓ % interval { $range }
   *[single] 95 % interval { $range }
}
no-interval = no interval

# A score as a commentary says it.
score = { $value } ({ $interval }, n = { $n }{ $indicative ->
    [yes] , indicative
   *[no] {""}
})

# A change, after the name of what changed.
change = { $movement ->
    [rose] rose by { $by ->
        [one] { NUMBER($by) } point
       *[other] { NUMBER($by) } points
    } ({ $interval }{ $indicative ->
        [yes] , indicative
       *[no] {""}
    })
    [fell] fell by { $by ->
        [one] { NUMBER($by) } point
       *[other] { NUMBER($by) } points
    } ({ $interval }{ $indicative ->
        [yes] , indicative
       *[no] {""}
    })
    [unchanged] is unchanged ({ $value }, { $interval }{ $indicative ->
        [yes] , indicative
       *[no] {""}
    })
   *[not-measurable] did not change measurably ({ $value }, { $interval }{ $indicative ->
        [yes] , indicative
       *[no] {""}
    })
}

# How sure it is by how much something rose or fell.
interval-of-movement = { $confidence ->
    [of-three] 98⅓ %
   *[single] 95 %
} interval of { $movement ->
    [fell] the fall
   *[rose] the rise
} { $range }{ $indicative ->
    [yes] , indicative
   *[no] {""}
}

# A movement in a few words, as in a table or after a comma.
movement = { $movement ->
    [rose] rose
    [fell] fell
    [unchanged] unchanged
   *[not-measurable] no measurable change
}

# A rise or fall over several waves, after the name of what moved; $sure is said by `interval-of-movement`.
change-from-then = { $movement ->
    [fell] fell
   *[rose] rose
} from { $before } in { $since } to { $now } ({ $sure })

# Why a change is not shown, in its place.
change-no-answers-before = nobody answered before
change-hidden = change not shown: one of its two figures is hidden
change-few-before = fewer than { NUMBER($n) } answers before

# A name that is told of an indication only, among others.
name-indicative = { $name } (indicative)

# What rose or fell, by name, and the rest counted; $n says how many. `moved` is a part of a sentence.
moved-sentence = { $names } { $movement ->
    [fell] fell
   *[rose] rose
} since { $since }{ $indicative ->
    [yes] {" "}(indicative)
   *[no] {""}
}.
moved = { $names } { $movement ->
    [fell] fell
   *[rose] rose
} since { $since }{ $indicative ->
    [yes] {" "}(indicative)
   *[no] {""}
}
# One name of these: a group with the figure that moved in it, or with how many did.
moved-within = { $n ->
    [one] { $group } in “{ $figure }”
   *[other] { $group } in { NUMBER($n) } figures
}

# Tables of figures: the heads of their columns. $since is a wave or `wave-before`.
score-heading = Score
answers-heading = Answers,{"\u00A0"}n
interval-heading = 95{"\u00A0"}% interval
change-heading = Change since { $since }
further-heading = Long run and year, 98⅓{"\u00A0"}% intervals
against-rest-heading = Against everyone else
weight-heading = Weight
wave-before = the wave before

# What stands in their cells.
indicative = indicative
not-compared = not compared

# Before the number of answers.
n-is = n{"\u00A0"}={"\u00A0"}
does-not-stand-out = does not stand out
no-score = no score
not-shown = not shown
no-answers = no answers
no-interval-of-share = none
moved-since = { $movement ->
    [fell] fell
   *[rose] rose
} since { $since }
value-since = { $value } since { $since }
standing = { $mark ->
    [higher] higher than the rest
   *[lower] lower than the rest
}

# What stands under them.
standing-out = What stands out does so among all comparisons of its dimension; about one in twenty that do is expected to do so <link>by chance</link>.
marks = ▲ and ▼: What stands out does so among all comparisons of its dimension; about one in twenty that do is expected to do so <link>by chance</link>.
values-overlap = The values overlap: an answer can be in several of them, so their answers add up to more than everyone’s.

# The leading question at the top of a page: how sure it is, and how it moved; $change is said by `change`.
headline-interval = 95{"\u00A0"}% interval { $range }
headline-change = It { $change } since { $since }.
headline-no-change = Change since { $since }: { $reason }.
headline-further = { $span ->
    [year] In a year
   *[long-run] In the long run
} it { $change } since { $since }.
# After these follows, as the end of the sentence, `standing`, one of `incomparable-…`, or that it does not stand out.
headline-against-rest = { $value } against everyone else (95{"\u00A0"}% interval { $range }):
headline-against-rest-alone = { $value } against everyone else:
headline-does-not-stand-out = it does not stand out
