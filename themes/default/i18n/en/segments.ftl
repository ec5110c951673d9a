# Segments: the page of all, of a dimension, and of one.

## All

segments-each-dimension = Each dimension
segments-too-few = Too few answers to compare any groups.
segments-none-stands-out = By the leading question no segment stands out against everyone else.
# A list of segments, each with the direction in which it stands out; `n` is how many do.
segments-stand-out = By the leading question { $segments } { $n ->
    [one] stands
   *[other] stand
} out against everyone else.
segments-marked = { $segment } ({ $mark ->
    [lower] lower
   *[higher] higher
}{ $indicative ->
    [yes] , indicative
   *[no] {""}
})

## A dimension

dimension-too-few = Too few answers to compare these groups.
# What is compared is counted in all (`figures`) and by kind: “11 questions, 6 blocks and the index”.
dimension-none-stands-out = None of { $groups ->
    [one] { NUMBER($groups) } group
   *[other] { NUMBER($groups) } groups
} stands out against everyone else{ $figures ->
    [1] {""}
   *[other] {" "}in any of { NUMBER($figures) } figures ({ $kinds })
}.
dimension-one-stands-out = { $group }{ $indicative ->
    [yes] {" "}(indicative)
   *[no] {""}
} stands out against everyone else{ $figures ->
    [1] , and no other group does.
   *[other] {" "}in { NUMBER($marks) } of { NUMBER($figures) } figures ({ $kinds }), and no other group in any.
}
dimension-some-stand-out = Groups that stand out against everyone else{ $figures ->
    [1] {""}
   *[other] {" "}in some of { NUMBER($figures) } figures ({ $kinds })
}: { $named }.
# One of them, with the number of figures in which it stands out.
dimension-marked = { $group }{ $indicative ->
    [yes] {" "}(indicative)
   *[no] {""}
}{ $figures ->
    [1] {""}
   *[other] {" "}in { NUMBER($marks) }
}
dimension-many-stand-out = { NUMBER($marked) } of { $groups ->
    [one] { NUMBER($groups) } group
   *[other] { NUMBER($groups) } groups
} stand out against everyone else{ $figures ->
    [1] {""}
   *[other] {" "}in some of { NUMBER($figures) } figures ({ $kinds })
}.
dimension-questions = { $n ->
    [one] { NUMBER($n) } question
   *[other] { NUMBER($n) } questions
}
dimension-blocks = { $n ->
    [one] { NUMBER($n) } block
   *[other] { NUMBER($n) } blocks
}
dimension-index = the index

dimension-table-name = every figure by { $dimension }
dimension-caption = Every figure by { $dimension }: score, 95 % interval, number of answers{ $changes ->
    [yes] , change since { $since }
   *[no] {""}
}
dimension-wave-before = the wave before
dimension-everyone = Everyone
dimension-in-brackets = In brackets the 95 % interval of the difference.

## One

# The people of one role in the buying group: `$name` is what the data call a role that is none of these.
segment-of-role = { $role ->
    [decision-maker] Decision-maker
    [influencer] Influencer
    [user] User
    [gatekeeper] Gatekeeper
   *[other] { $name }
}
segment-no-answers = No answers yet.
segment-against-everyone-else = { $mark ->
    [higher] It stands out above everyone else
    [lower] It stands out below everyone else
   *[none] It does not stand out against everyone else
}: { $difference } (95 % interval { $interval }).
segment-accounts = Its { -accounts }
