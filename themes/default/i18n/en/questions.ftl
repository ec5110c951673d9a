# Questions: those with a score, those with options, and a figure in the prose of a commentary.

## On pages

profile-blocks = Blocks of the experience
profile-questions = Every question
questions-with-a-score = Questions with a score
questions-on-scales-of-their-own = Questions on scales of their own
questions-head = Question

# The blocks of experience, where the program names none.
block-name = { $block ->
    [business] Business terms
    [processes] Processes
    [people] People
    [technology] Technology
    [information] Information
    [strategy] Strategy
   *[other] { $block }
}

profile-choices = Questions with options
profile-n = n = { $n }
profile-answer = Answer
profile-share = Share of those who answered
profile-interval = 95 % interval

# The answers to an nps question.
share-of-promoters = Promoters (9 and 10)
share-of-passives = Passives (7 and 8)
share-of-detractors = Detractors (0 to 6)

## In the prose of a commentary, after the name of what is measured

prose-no-answers = (no answers)
prose-answers = { $answers } ({ $n ->
    [one] { NUMBER($n) } answer
   *[other] { NUMBER($n) } answers
}, too few for a score)
prose-no-score-to-compare = cannot be compared (too few answers for a score)
prose-nothing-to-compare = has nothing to be compared with yet
prose-not-compared = cannot be compared ({ $why })
