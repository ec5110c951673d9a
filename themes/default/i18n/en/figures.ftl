# Figures: scores, intervals, changes.

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
