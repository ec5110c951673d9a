# How English writes numbers, days and lists. Another language needs these messages first.

# Between the whole and the decimals of a number, and between thousands.
decimal-sign = .
group-sign = ,

# A share, and the two ends of an interval.
percent = { $number } %
range = { $low } to { $high }

# An amount of money with its currency, such as EUR.
money = { $currency } { $amount }

# Days, with the short names of months.
day = { $day } { $month } { $year }
day-and-month = { $day } { $month }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
# A month alone, as under a chart.
month-of-year = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }

# The wording of a question within a sentence.
quoted = “{ $wording }”
sentence = { $clauses }.

# Several things in a row: all but the last are parted by the separator.
list-separator = { ", " }
list = { $most } and { $last }
others = { $n ->
    [one] { NUMBER($n) } other
   *[other] { NUMBER($n) } others
}

# `yes` where a word changes with its place in a sentence, so that the labels of cxbook.yaml fit over lists only.
labels-bend = no

# What a customer is called: within sentences, and over lists. The labels of cxbook.yaml take their places.
-account = account
-accounts = accounts
account-heading = { -account }
accounts-heading = { -accounts }
