# The pages of all waves and of one wave.

waves-title = Waves
waves-none = No wave yet: add a file to data/surveys/.
waves-sentence = { $waves ->
    [one] { NUMBER($waves) } wave
   *[other] { NUMBER($waves) } waves
} of { $surveys ->
    [one] { NUMBER($surveys) } survey
   *[other] { NUMBER($surveys) } surveys
}, { $answers ->
    [one] { NUMBER($answers) } answer
   *[other] { NUMBER($answers) } answers
}.
in-the-field = In the field: no answers yet.
wave-runs = The wave runs until { $until }: more answers may come.

# The waves of a survey; $kind is said by `survey-kind`. `waves-file` names the file that the table is saved as.
waves-file = waves { $survey }
waves-caption = { $survey } ({ $kind }), the latest wave first
wave-heading = Wave
days-heading = Days
responses-heading = Responses
response-rate-heading = Response rate
wave-employees = employees
no-question-with-a-score = no question with a score
days = { $from } to { $to }

# A wave's first sentence. $answered of `wave-of-employees` is one of the other two.
wave-answered = { NUMBER($answered) } of { NUMBER($reached) } reached answered ({ $rate }).
wave-answers = { $n ->
    [one] { NUMBER($n) } answer
   *[other] { NUMBER($n) } answers
}.
wave-of-employees = Employees’ view of what customers would answer: { $answered }

# How a wave was done.
fieldwork = Fieldwork
wave-fact = { $fact ->
    [kind] Kind of survey
    [respondents] Respondents
    [conducted] Conducted
    [shown] Respondents are shown
   *[stages] Stages
}
survey-kind = { $kind ->
    [relationship] relationship
    [transactional] transactional
   *[other] { $kind }
}
wave-respondents = { $side ->
    [employees] Employees
   *[customers] Customers
}
wave-conducted = { $by ->
    [independent] Independently
   *[in-house] In-house
}
wave-respondents-shown = { $how ->
    [named] By name
    [role] By role, without names
   *[anonymous] Anonymous: no person is shown, and small groups are hidden
}
wave-stage = { $stage ->
    [prepare] Prepare
    [field] Field
    [analyse] Analyse
    [interview] Interview
    [plan] Plan
    [act] Act
    [repeat] Repeat
   *[other] { $stage }
} { $day }

# Who was asked and who answered. `reach-file` names the file that the table is saved as.
reach-file = reach
reach-caption = Contacts asked and answered
reach-heading = Who
invited-heading = Invited
bounced-heading = Bounced
refused-heading = Refused
reached-heading = Reached
answered-heading = Answered
reach-everyone = Everyone
reach-not-known = not known
none-reached = none reached
response-rate-note = Response rate: answered of those reached.
no-response-rate = { $rule ->
    [file] It is not recorded who was invited, so there is no response rate.
    [month] In a survey by month invitations are not counted, so there is no response rate.
    [quarter] In a survey by quarter invitations are not counted, so there is no response rate.
   *[year] In a survey by year invitations are not counted, so there is no response rate.
}

leading-question = The leading question

# The headline weighted in several ways.
weightings-title = What the score depends on
weightings-caption = The same answers, weighted in { NUMBER($n) } ways
weighting-heading = Weighting
weighting-how-heading = How
weighting = { $by ->
    [respondent] By respondent
    [account] By { -account }
    [revenue] By revenue
   *[influence] By influence
}
weighting-how = { $by ->
    [respondent] every answer counts the same; { $n ->
        [one] { NUMBER($n) } answer
       *[other] { NUMBER($n) } answers
    }
    [account] every { -account } counts the same; { $n ->
        [one] { NUMBER($n) } { -account }
       *[other] { NUMBER($n) } { -accounts }
    }
    [revenue] { -accounts } whose revenue is known count by it; { $n ->
        [one] { NUMBER($n) } { -account }
       *[other] { NUMBER($n) } { -accounts }
    }
   *[influence] contacts count by their influence, then every { -account } the same; { $n ->
        [one] { NUMBER($n) } { -account }
       *[other] { NUMBER($n) } { -accounts }
    }
}
weightings-disagree = The weightings disagree in sign: who counts how much decides whether the score is above or below zero.
weightings-intervals = Only the first has an interval; it stands with the questions above.

# What those who did not answer could make of the score.
everyone-reached-answered = Everyone reached answered, so nothing hangs on the silent.
nonresponse-bounds = { NUMBER($n) } reached did not answer. Had all of them been detractors, the score would be { $low }; had all been promoters, { $high }.

unmatched-title = What matches no record
