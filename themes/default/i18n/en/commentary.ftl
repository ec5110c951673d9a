# The analysts' texts: what is around them, and what their functions put in.

commentary-section = Commentary
# Above a text that is older than the data.
commentary-stale = <strong>Written about { $wave }</strong>: the data have gone on since.

# In the place of a figure; `$reason` is why there is none.
commentary-no-answers = (no answers)
commentary-no-figure = ({ $reason })
# The answers themselves, where they are too few for a score: `$answers` are 9, 6 and 5.
commentary-answers = { $answers } ({ $n ->
    [one] { NUMBER($n) } answer
   *[other] { NUMBER($n) } answers
}, too few for a score)

# In the place of a change, after the name of what is spoken of.
commentary-too-few-to-compare = cannot be compared (too few answers for a score)
commentary-nothing-to-compare = has nothing to be compared with yet
commentary-not-compared = cannot be compared ({ $reason })
