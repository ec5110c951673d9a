# People: the buying group of an account, who was asked, what respondents wrote, and what matches no record.

## The buying group

group-heading = The buying group
group-table-name = buying group
group-caption = Contacts by role, with their latest answer to the leading question
group-contact = Contact
group-role = Role
group-influence = Influence
group-answer = Answer
group-change = Change
group-day = Day
group-in-wave = In { $wave }
group-comment = Comment

# In cells. The answer is of another wave than the one in view.
group-answer-in-wave = in { $wave }
group-commented = commented

# A role in buying; others are called as the data call them.
role = { $role ->
    [decision-maker] decision-maker
    [influencer] influencer
    [user] user
    [gatekeeper] gatekeeper
   *[other] { $role }
}
role-not-recorded = no role recorded

group-silent-note = “?” means asked and silent: the invitation arrived, and there is no answer.
group-not-recorded-note = It is not recorded who of them was asked.
group-without-score-note = “–” means answered, but not the leading question.
group-anonymous-note = { $n ->
    [one] { NUMBER($n) } anonymous answer counts, but is not shown with a person: who has no answer here may have given it.
   *[other] { NUMBER($n) } anonymous answers count, but are not shown with persons: who has no answer here may have given one.
}
group-not-listed = { $n ->
    [one] { NUMBER($n) } contact is on record.
   *[other] { NUMBER($n) } contacts are on record.
} They are not listed, because answers are anonymous.

## Who was asked

# What became of a contact’s invitation, in a cell.
asked = { $asked ->
    [answered] answered
    [silent] asked, silent
    [refused] asked, did not want to answer
    [not-reached] could not be reached
    [not-asked] not asked
    [left] left
    [prospect] prospect, not asked
   *[not-recorded] no answer known
}
asked-until-left = left on { $day }; not asked since

# The only decision-maker of an account who has not left.
decision-maker-alone = The decision-maker { $asked ->
    [silent] was asked and did not answer
    [refused] did not want to answer
    [not-reached] could not be reached
    [not-recorded] gave no answer that is known
   *[not-asked] was not asked
}.
# Several: a list of how many became what.
decision-makers = Of { NUMBER($n) } decision-makers { $became }.
decision-makers-became = { NUMBER($n) } { $asked ->
    [answered] answered
    [silent] { $n ->
        [one] was asked and did not answer
       *[other] were asked and did not answer
    }
    [refused] did not want to answer
    [not-reached] could not be reached
    [not-recorded] gave no answer that is known
   *[not-asked] { $n ->
        [one] was not asked
       *[other] were not asked
    }
}
decision-makers-left = No decision-maker is on record any more: the last one left on { $day }.

## Comments

comments-heading = What they said
comments-older = { $n ->
    [one] { NUMBER($n) } older comment is not shown here.
   *[other] { NUMBER($n) } older comments are not shown here.
}
comments-too-few = Comments of anonymous waves are not shown where fewer than { NUMBER($fewest) } persons answered, where the scores are hidden, or where it would follow who wrote what.
comments-attributed = The comments of anonymous answers are not shown where fewer than { NUMBER($fewest) } answered, because whose they are could be told.

# Who wrote a comment, and what the leading question was answered with.
respondent = a respondent
respondent-by-role = { $role ->
    [decision-maker] a decision-maker
    [influencer] an influencer
    [user] a user
    [gatekeeper] a gatekeeper
   *[other] { $vowel ->
        [yes] an { $role }
       *[no] a { $role }
    }
}
comment-gave = gave { $score }

## What matches no record

# In which way so many answers, or invitations, match none.
unmatched = { $way ->
    [account] { $n ->
        [one] { NUMBER($n) } answer names an account not on record
       *[other] { NUMBER($n) } answers name an account not on record
    }
    [contact] { $n ->
        [one] { NUMBER($n) } answer names a contact not on record
       *[other] { NUMBER($n) } answers name a contact not on record
    }
    [not-invited] { $n ->
        [one] { NUMBER($n) } answer comes from somebody who was not invited
       *[other] { NUMBER($n) } answers come from somebody who was not invited
    }
    [set-aside] { $n ->
        [one] { NUMBER($n) } answer does not count, because its contact answered more than once
       *[other] { NUMBER($n) } answers do not count, because their contacts answered more than once
    }
   *[invitation] { $n ->
        [one] { NUMBER($n) } invitation to somebody not on record
       *[other] { NUMBER($n) } invitations to people not on record
    }: left out of response rates
}
