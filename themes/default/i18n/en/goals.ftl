# Targets and benchmarks: what a score is held against, and how it stands.

target = Target
target-of-team = Target ({ $team })

goals-title = Against targets and benchmarks
goal-heading = Held against
goal-value-heading = Value
goal-state-heading = This score is
goal-source-heading = Source
goal-state = { $state ->
    [met] met
    [missed] missed
    [above] above it
    [below] below it
    [not-decided] not decided
    [no-interval] not decided: no interval
   *[no-score] no score to compare
}
goal-not-decided = Not decided: the value lies within the score’s interval.
