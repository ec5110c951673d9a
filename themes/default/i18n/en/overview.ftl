# The overview, and what it shares with other pages: how a score came about.

overview-no-answers = No answers yet: add a file to data/surveys/.
overview-no-headline = No question with a score: name one as “headline” in cxbook.yaml.

# $others begins with a semicolon, or is empty: who was not asked or could not be reached.
overview-coverage = { NUMBER($answered) } of { $n ->
    [one] { NUMBER($n) } { -account }
   *[other] { NUMBER($n) } { -accounts }
} reached answered{ $others }.

overview-segments = Where it differs
from-wave-to-wave = From wave to wave

# A row's score from wave to wave, in the place of the drawing.
sparkline = from { $before } in { $since } to { $now } in { $last }{ $ends ->
    [yes] ; no score in { $wave }
   *[no] {""}
}

# A change parted into what the same contacts did and who answered.
split-title = What the change is made of
split-sentence = Of the change of { $change }, { $same } comes from the { $n ->
    [one] { NUMBER($n) } contact
   *[other] { NUMBER($n) } contacts
} who answered both times, and { $others } from different people answering.
split-caption = Who gave the answers, now and before
split-heading = Answers of
split-answers-heading = Answers, n
split-same-before = Same contacts, before
split-same-now = Same contacts, now
split-joined = Joined: answered now only
split-left = Left: answered before only
split-intervals = The parts have no interval of their own: the change as a whole has.
no-split-small-part = The change is not split into the same contacts and who answered: persons are anonymous, and one of the parts would be too small.
no-split-unnamed = The change cannot be split into the same contacts and who answered: not every answer names its contact.
no-split-anonymous-answer = The change is not split into the same contacts and who answered: an answer was anonymous, and one of the parts would be too small.
no-split-nobody-twice = The change cannot be split into the same contacts and who answered: nobody answered both times.

# How much of the customers answered.
coverage-title = Who is covered
coverage-accounts = { -accounts } that answered
coverage-accounts-note = { NUMBER($answered) } of { $n ->
    [one] { NUMBER($n) } { -account }
   *[other] { NUMBER($n) } { -accounts }
} reached
coverage-revenue = Their revenue
coverage-revenue-note = { $answered } of { $all } a year
coverage-decision-makers = A decision-maker answered
coverage-decision-makers-of = { NUMBER($answered) } of { NUMBER($n) }
coverage-decision-makers-note = { -accounts } with one among those reached
coverage-intervals = Facts about the list of those asked: they have no interval.
