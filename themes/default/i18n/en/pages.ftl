# What pages are called, and what all of them say.

page-overview = Overview
page-segments = Segments
page-waves = Waves
page-support = Support
page-methodology = Methodology
page-contents = All pages
page-not-found = Page not found
# Over a list of the sections of the site.
page-not-found-why = It may have moved, or the { -account }, segment or wave that it was about may have left the data. Go to one of these:
page-not-found-lead = There is no page at this address.

# A page's name where nothing around it says of what it is: a segment after its dimension.
page-within = { $parent }: { $name }

# The page that lists the analysts' own pages.
page-contents-lead = { $n ->
    [one] { NUMBER($n) } page
   *[other] { NUMBER($n) } pages
} besides those made from the figures.

# The wave that a page is about, after its survey, and the days in which people could answer.
page-wave = { $survey }, wave { $wave }
page-wave-on = { $wave } ({ $day })
page-wave-between = { $wave } ({ $from } to { $to })

