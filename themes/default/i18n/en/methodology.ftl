# The methodology: what is asked, of whom, and how every figure is made. Letters in <var> are those of formulas, which are the same
# in every language. Spaces that do not break stand as they are, as in “z = 1.959964”.

methodology-lead = Every figure comes with a 95 % interval and its number of answers, or says why it has none; this page says how each is made.
# What the list of the page's parts is called for those who do not see it.
methodology-contents = On this page

# The questionnaire.
methodology-questionnaire = The questionnaire
methodology-questionnaire-lead = Every question in its exact wording.
methodology-questions-caption = Questions, what their score is, and their names in the file of figures
methodology-questions-question = Question
methodology-questions-score = Score
methodology-questions-block = Block
methodology-questions-options = Options
methodology-questions-relevant = Relevant from
methodology-relevant-from = { $n ->
    [one] { NUMBER($n) } point
   *[other] { NUMBER($n) } points
}
methodology-questions-name = Name
methodology-questions-relevant-note = Relevant from: a change of fewer points is never called a rise or a fall, however many answered.

# Whose answers count.
methodology-populations = Whose answers count
methodology-populations-lead = A score is made of the answers of one wave of one survey. Questions that somebody skipped, or that did not apply to them, are left out one by one; their other answers count.{ $accounts ->
    [yes] {" "}An answer that names only a contact belongs to that contact’s { -account }.
   *[no] {""}
} Answers of people who are not on record count in scores, but not in response rates.
methodology-populations-set-aside = Where a contact answered the same wave more than once, only one response counts; the others were set aside and are listed on the wave’s page.
methodology-populations-counts = Some waves came as counts of answers instead of responses. They make shares, means and scores; block scores, the index, persons and comments need responses.
methodology-populations-employees = Employees said how they think that customers would answer. Their answers are in no score of customers.
methodology-waves-caption = What each wave is made of, the latest first
methodology-waves-wave = Wave
methodology-waves-who = Who answers
methodology-side = { $side ->
    [employees] employees
   *[customers] customers
}
methodology-waves-responses = Responses that count
methodology-waves-set-aside = Set aside
methodology-waves-counts = Counts
methodology-has-counts = has counts
methodology-waves-persons = Persons are shown
methodology-shown = { $respondents ->
    [named] by name
    [role] by role
   *[anonymous] not at all
}

# From answers to scores.
methodology-scores = From answers to scores
methodology-scores-lead = Every answer is read as a number, and every score is a mean of such numbers. Nothing is rounded before it is shown.
methodology-nps = Net Promoter Score (NPS)
methodology-nps-answers = An answer of 9 or 10 is a promoter and reads as <var>x</var> = +1; 7 or 8 is passive, 0; 0 to 6 is a detractor, −1.
methodology-nps-formula = NPS = 100 · mean of <var>x</var>
methodology-nps-range = That is the share of promoters minus the share of detractors, from −100 to +100, in points.
methodology-csat = Satisfaction
methodology-csat-score = The share of answers in the two highest points of the scale. Their mean is in the file of figures.
methodology-ces = Ease
methodology-ces-score = The share of answers in the three highest points of the scale. Their mean is in the file of figures.
methodology-rating = Rating
methodology-rating-score = The mean of the answers in points of their own scale.
methodology-options = Question with options
methodology-options-score = For each option, the share of those who chose it among those who answered the question. Where several may be chosen, the shares can add up to more than 100 %.
methodology-block = Block score
methodology-block-scale = Each rating in a block is first brought to 0 to 100:
methodology-block-formula = 100 · (<var>x</var> − lowest) / (highest − lowest)
methodology-block-score = A respondent’s block score is the mean of these; the block’s score is the mean over respondents, so somebody who rated two questions counts as much as somebody who rated six.
methodology-index = Experience index
methodology-index-score = A respondent’s index is the mean of their block scores, weighted, over the blocks that they answered:
methodology-index-formula = Σ <var>w</var> · score / Σ <var>w</var>
methodology-index-mean = The index is the mean over respondents.
methodology-weights-caption = Blocks and their weights in the index
methodology-weights-block = Block
methodology-weights-weight = Weight
methodology-weights-ratings = Ratings
methodology-weights-about = Asks for
methodology-block-about = { $objective ->
    [yes] facts
   *[no] perceptions
}

# Intervals.
methodology-intervals = Intervals
methodology-intervals-lead = The interval beside a score says which values the experience behind it could well have, given how many answered and how much they disagree. All intervals are at 95 % (<var>z</var> = 1.959964). The score shown is the raw one, so it need not stand in the middle of its interval.
methodology-intervals-experience = An interval speaks of the experience that these customers have, not of the list of people asked. It does not shrink to nothing when everybody answers: the same people would answer a little differently another day.{ $invitations ->
    [yes] {" "}How much of the list answered is told by <link>response and coverage</link>.
   *[no] {""}
}
methodology-clusters = Answers from the same { -account }
methodology-clusters-alike = Contacts of one { -account } share its deliveries, its invoices and its people, so they answer alike. Ten of them tell less than ten contacts of ten { -accounts }, and a formula that counts them as ten gives an interval that is too narrow: in simulations with 5 to 200 { -accounts } the usual one held the true value in as few as 64 % of cases, the one used here in 93 % or more. The variance of a score is therefore taken both ways, and the larger one counts:
methodology-clusters-between-formula = between = <var>A</var>/(<var>A</var> − 1) · Σ<sub>{ -accounts }</sub> (Σ (<var>x</var> − <var>m</var>))² / <var>n</var>² · (<var>t</var>/<var>z</var>)²
methodology-clusters-variance-formula = <var>v</var> = max(<var>v</var><sub>srs</sub>, between), <var>n</var><sub>eff</sub> = <var>n</var> · <var>v</var><sub>srs</sub> / <var>v</var>
methodology-clusters-terms = Here <var>m</var> is the mean of the <var>n</var> answers, <var>A</var> the number of { -accounts } that answered, and <var>t</var> Student’s 97.5 % quantile with <var>A</var> − 1 degrees of freedom. The effective number of answers <var>n</var><sub>eff</sub> is what the answers are worth as independent ones (Korn & Graubard 1998). Where only one of the { -accounts } answered, or where some answer belongs to none, each answer stands for itself and <var>n</var><sub>eff</sub> = <var>n</var>.
methodology-single-answers = Each answer stands for itself here: the effective number of answers <var>n</var><sub>eff</sub> in the formulas below is the number of answers <var>n</var>, and the variance of a mean <var>m</var> is
methodology-formulas = Formulas
methodology-nps-interval = NPS: adjusted Wald interval
methodology-nps-interval-terms = With <var>p</var> and <var>d</var> the shares of promoters and detractors. Three imagined answers are added, of them ¾ a promoter, ¾ a detractor and the rest passive, which keeps the interval honest where answers are few or all alike:
methodology-nps-interval-cut = cut at ±100 (Rocks 2016; Sauro & Lewis 2016).
methodology-share-interval = Shares: Wilson interval
methodology-share-interval-terms = With <var>s</var> the share and <var>e</var> the effective number of answers (Wilson 1927):
methodology-mean-interval = { $blocks ->
    [yes] Means, block scores and the index: Student’s t interval
   *[no] Means: Student’s t interval
}
methodology-mean-interval-cut = cut at the ends of the scale. Where all answers are the same there is none.
methodology-one-answer = One answer alone has no interval.

# Changes.
methodology-changes = Changes
methodology-changes-lead = A change is the score of a wave minus that of the wave before it in the same survey. Where a group had no answers in the wave before, it has no change. The difference shown is the raw one, of all answers of both waves; a difference between two groups is made in the same way, with the groups as its sides 1 and 2.
methodology-change-clusters = Answers of a cluster are alike, and clusters on both sides tell more of a change: somebody’s 8 after an 8 says more than the 8 of somebody else. { $accounts ->
    [yes] An answer’s cluster is its { -account }; else its contact; else the answer itself. Where all answers of both sides are of one of the { -accounts }, it is the contact, else the answer itself. A side of fewer than three clusters (“too few { -accounts } to compare”) or of fewer than five answers has no interval: the difference stands alone.
   *[no] An answer’s cluster is its contact, else the answer itself. A side of fewer than three clusters (“too few respondents to compare”) or of fewer than five answers has no interval: the difference stands alone.
}
methodology-change-terms = For each side, <var>n</var> answers <var>x</var> with the mean <var>m</var> and <var>T</var> = Σ(<var>x</var> − <var>m</var>)² come from <var>A</var> clusters <var>k</var> of <var>n<sub>k</sub></var> answers each; <var>w<sub>k</sub></var> = <var>n<sub>k</sub></var>/<var>n</var>, <var>W</var> = Σ<var>w<sub>k</sub></var>², <var>h</var> = <var>n</var>·<var>W</var> − 1, and <var>S<sub>k</sub></var> is the sum of (<var>x</var> − <var>m</var>) over a cluster’s answers, <var>u<sub>k</sub></var> = <var>S<sub>k</sub></var>/<var>n</var>.
methodology-likeness = How alike the answers of a cluster are is one figure for both sides (Kish 1965). With <var>F</var> = <var>n</var> − <var>A</var>, <var>H</var> = Σ(<var>n<sub>k</sub></var> − 1)² and <var>r</var> = Σ<sub><var>k</var></sub> (<var>S<sub>k</sub></var>² − Σ(<var>x</var> − <var>m</var>)²)/<var>n<sub>k</sub></var> / <var>T</var>, the inner sum over the cluster’s answers, and the outer ones over the sides that vary, it is estimated as
methodology-likeness-cut = cut to 0 to 1, where <var>b</var> counts the clusters with two or more answers on a side: as if one more had been seen, whose likeness was one half. The answers of a side are worth as many independent ones as their likeness says, or as their clusters differ, if that is fewer:
methodology-sides = That gives each side’s centre <var>c</var> and variance <var>v</var>:
methodology-sides-nps = NPS
methodology-sides-nps-formula = <var>p</var>′ = (<var>p</var>·<var>e</var> + ¾) / (<var>e</var> + 3), <var>d</var>′ likewise, <var>c</var> = <var>p</var>′ − <var>d</var>′, <var>v</var> = (<var>p</var>′ + <var>d</var>′ − <var>c</var>²) / (<var>e</var> + 3)
methodology-sides-nps-note = as for the interval of a score (Rocks 2016).
methodology-sides-shares = Shares
methodology-sides-shares-note = (after Agresti & Caffo 2000, who add two imagined answers in place of three).
methodology-sides-means = { $blocks ->
    [yes] Means, block scores and the index
   *[no] Means
}
methodology-sides-means-note = with <var>σ</var>² of both sides. Where neither side varies there is none.
methodology-common = What the sides have in common is taken off, down to a quarter of <var>V</var><sub>0</sub>, the variance if every answer stood for itself{ $means ->
    [yes] {" "}(for means Σ <var>T</var>/(<var>n</var>(<var>n</var> − 1)))
   *[no] {""}
}:
methodology-freedom = Few clusters tell little of how alike they are, so the degrees of freedom fall with what they leave open. With <var>N</var> = <var>n</var>₁ + <var>n</var>₂, <var>v</var>₊ = <var>v</var>₁ + <var>v</var>₂ and <var>g</var> = <var>N</var> − 2{ $means ->
    [yes] {" "}(<var>n</var> − 1 for a mean on a side with <var>σ<sub>s</sub></var>² > <var>σ</var>²)
   *[no] {""}
}:
methodology-freedom-cut = where the last term of 1/<var>f</var> is 0 if <var>J</var> is. The interval of the difference is
methodology-difference-cut = { $kinds ->
    [nps-and-shares] times 100 for NPS and shares, cut at the largest difference that there can be (±200 for NPS)
    [shares] times 100 for shares, cut at the largest difference that there can be
   *[means] cut at the largest difference that there can be
}; <var>t</var> is Student’s 97.5 % quantile, and <var>p</var> the probability of a <var>t</var> at least as far out. It need not be centred on the raw difference.
methodology-simulations = In simulations with 3 to 30 clusters a side, equal, skewed, or one with half of the answers, of which none to all are on both sides, these intervals held the true difference in 92.6 % of cases or more; at most 4.9 % of small panels in which nothing changed were said to rise or fall. They are 1.2 to 1.35 times as wide as if it were known how alike answers are: that is the price. The clustered variance CR2 with Bell & McCaffrey’s degrees of freedom (2002; Pustejovsky & Tipton 2018), which they were held against, falls short where one cluster has half of the answers.
methodology-names = What a change is called follows from the figures alone:
methodology-names-moved = <strong>rose</strong> or <strong>fell</strong>: the interval leaves out 0, the raw difference has the sign of its centre, and is at least what is relevant for the question;
methodology-names-unchanged = <strong>unchanged</strong>: the whole interval is too close to 0 to be relevant;
methodology-names-not-measurable = <strong>no measurable change</strong>: anything else. It may have changed; these answers cannot tell.
methodology-further = A year ago, and in the long run
methodology-further-waves = A slow decline hides between waves: each step is too small to be measured. So a score is held against two more waves of the same survey. <em>In a year</em>: of the waves that began 270 to 460 days before, the one nearest to 365 days. <em>In the long run</em>: the earliest that began more than 460 and at most 1,100 days before. Neither is told where it is the wave before. The formula is the same, but as three changes are looked at, these two have the interval at 98⅓ % (<var>t</var> at 0.991667), and <strong>rose</strong> and <strong>fell</strong> go by it. The first sentence of a page speaks of the wave before where the score moved since, else of the long run, else of the year.
methodology-split = What a change is made of
methodology-split-parts = A score also moves because other people answered. Where every answer names its contact, the change is split so that it adds up: <em>the same contacts</em> are those who answered both times, and their part is their mean now minus their mean before; <em>who answered</em> is the rest, made by those who joined and those who left. The two parts are rounded so that they add up to the change as it is shown.

# Segments against everyone else.
methodology-groups = Segments against everyone else
methodology-groups-compared = A segment is compared with all answers that are not in it, by the formula of a change with the two groups as its sides; { $accounts ->
    [yes] { -accounts } with answers in both count as such.
   *[no] persons with answers in both count as such.
} In a table of a hundred comparisons some stand out by chance alone. So ▲ higher and ▼ lower are given by the procedure of Benjamini & Hochberg (1995) at 5 % over all comparisons of a dimension in a wave that have a <var>p</var>, and only where the raw difference has the sign of its interval’s centre: of all marks, no more than about one in twenty is expected to be there by chance. A difference without a mark is not shown to be real, and not shown to be nothing.
methodology-groups-few-accounts = A segment whose answers all come from one or two { -accounts } is not compared, and its score has no interval: it would speak of those { -accounts } only. Their own pages keep theirs.
methodology-groups-then = What a customer was at the time of the wave counts, not what it is now. Who has no value in a dimension is in none of its segments.

# Targets and benchmarks.
methodology-goals = Targets and benchmarks
methodology-goals-met = A target is met if the whole interval is at or above it, missed if the whole interval is below it, and not decided as long as the interval holds it. Benchmarks likewise: a score is above or below them only if its whole interval is. Scores of others were seldom asked in the same way of the same kind of people; their sources stand beside them.

# Response.
methodology-response = Response
methodology-response-rate = The response rate is the share of contacts who answered among those who were reached, that is, invited by an invitation that did not bounce. Those who refused were reached. (AAPOR’s response rate 2, on the list of those reached.) Rates and coverages are facts about a list, so they have no interval. Answers of people who were not invited count in scores, not here, and are listed on the wave’s page.
methodology-response-coverage = Coverage is the share of { -accounts } with at least one answer among those where somebody was reached; the same by revenue, where it is known; and the { -accounts } where a decision-maker answered. It counts by what was invited, so { -accounts } that nobody asked are not in it.
methodology-response-silent = Who was not asked is not silent. Of contacts and { -accounts } without an answer it is said that they were asked and did not answer, did not want to, could not be reached (the invitation bounced), were not asked, had left before the wave, or are prospects; or that it is not recorded who was asked. Beside an answer that is anonymous or names nobody, no contact of the same { -account } is said to have answered or to be silent.
methodology-response-bounds = The silent could think otherwise than those who answered. How far that could take the NPS is said by two bounds: the score if all of those who were reached and kept silent were detractors, and if all were promoters.

# Weightings.
methodology-weightings = Weightings
methodology-weightings-lead = The NPS counts every answer the same, so { -accounts } with many contacts count for more. The pages of the waves set three other weightings of the same answers beside it:
methodology-weightings-account = <strong>by { -account }</strong>: the mean of the NPS of each;
methodology-weightings-revenue = <strong>by revenue</strong>: the same mean weighted by revenue, over the { -accounts } whose revenue is known;
methodology-weightings-influence = <strong>by influence</strong>: contacts count by their influence within their { -account } (1 where it is not known), then every { -account } the same.
methodology-weightings-agree = Only the first has an interval. Where the four do not agree whether the score is above or below 0, the page says so.

# Small numbers and persons.
methodology-small = Small numbers and persons
# How a score of few answers is marked, $mark in the next.
methodology-indicative = indicative
methodology-small-indicative = A score of fewer than { NUMBER($n) } answers is shown and marked { $mark }: its interval is right, but so wide that little follows from the score alone.
methodology-small-accounts = Where fewer than five answers came from one of the { -accounts } in a wave, its page shows the answers instead of a score{ $nps ->
    [yes] : with two answers an NPS moves by 50 points or more half of the time though nothing has changed
   *[no] {""}
}. The scores are in the file of figures, marked indicative.
methodology-respondents-named = Respondents are shown by name, unless a wave promised them more: the stricter of the program’s rule and the promise of a wave holds.
methodology-respondents-role = Respondents are shown by their role, without names, unless a wave promised them more: the stricter of the program’s rule and the promise of a wave holds.
methodology-respondents-anonymous = Respondents are anonymous: no page shows a person.
methodology-employees-anonymous = Employees are always anonymous.
methodology-anonymous-answers = An answer that its respondent gave anonymously is a number among others: { $accounts ->
    [yes] no page tells its person, { -account } or day. Where one { -account } gave fewer than five answers and one is anonymous, nothing is shown of them, in pages and files: no figure, no change, no response rate, and not the comment; the same holds for a segment of this { -account } alone.
   *[no] no page tells its person, or day.
} A single anonymous answer of a segment is not shown.
methodology-masked = E-mail addresses, phone numbers, IBANs and card numbers in what respondents wrote are masked unless they are shown by name, as far as their form or the words beside them tell them from other numbers.
methodology-hidden = Where persons are anonymous, a figure of fewer than { NUMBER($hidden) } persons is hidden everywhere, in pages and files, and so are the comments of a group of fewer than { NUMBER($comments) }. If the program itself has fewer, everything is hidden. So that nothing can be found by subtraction, all that is published of a wave’s question{ $blocks ->
    [yes] , block or index
   *[no] {""}
} is looked at together: what is left of any shown group (or of the program) without the shown values of a dimension that lie wholly in it must be { NUMBER($hidden) } persons or more, or nobody{ $accounts ->
    [yes] , { -accounts } being a dimension too
   *[no] {""}
}; and neither a hidden group, nor fewer than { NUMBER($hidden) } persons who are in exactly the same shown groups, may be a combination of shown ones with any factors. Until that holds, the smallest shown group that takes part is hidden too (of equal ones, the first by name). The same rule, with { NUMBER($comments) } persons, says whose comments are shown. A change is hidden where either of its two figures is; its parts are shown for everyone only, and where they tell nothing more{ $accounts ->
    [yes] ; the weightings are shown where nothing of the question is hidden
   *[no] {""}
}. An answer that names no contact counts as a person. Response rates and coverages stay, because they are facts about a list.

# Support tickets.
methodology-support = Support tickets
methodology-support-which = Tickets count in the twelve months in which they were opened, and in the segments that their { -account } was in on that day. What is dated after today does not count. Counts and revenue are facts and have no intervals.
methodology-support-times = A time runs from when the ticket was opened to its first reply or its resolution, or is that of the ticket system’s own clock where it is given. What is not over counts as longer than it has taken so far: leaving it out would make whoever sits on hard cases look quick. Half and nine of ten are quantiles of the product-limit estimate (Kaplan and Meier 1958); a quantile that so few have come to is not reached.
methodology-support-intervals = Their intervals are log–log ones from the variance of Greenwood (1926), times the design effect of { -accounts } as clusters; fewer than five tickets have none. Shares of tickets have the intervals of all shares. In a segment of fewer than three { -accounts } there is no interval.
methodology-support-issues = A topic comes again where two contacts of one { -account } raised it in twelve months, or where it was raised three times. It was asked twice where two contacts raised it within 14 days. It is systemic where three { -accounts } and a fifth of those with tickets raised it.
methodology-support-people = Contacts are named beside tickets as elsewhere on the page of their { -account }. An answer stands beside its ticket only if its wave promised the same, and never if it is anonymous. All figures to four decimals: <link>data/support.csv</link>.

# The figures as a file, and the sources.
methodology-figures = The figures as a file
methodology-figures-file = All figures, with intervals, numbers of answers and effective numbers of answers, to four decimals: <link>data/metrics.csv</link>.
methodology-figures-hash = This report was made from exactly one state of its sources, whose hash (SHA-256) is
methodology-sources = Sources
