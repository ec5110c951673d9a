# What scripts say. What they give a message, they write themselves: no plurals by number here.

# The button that changes the colours, by those that the page has.
script-colours-system = Colours: system
script-colours-light = Colours: light
script-colours-dark = Colours: dark

# Over a long table; `script-all` is the first choice of each filter.
script-search = Search
script-filters = Filters
script-all = all
script-shown = { $shown } of { $all } shown

# For those who do not see that the button stands at a table.
script-save = Save as CSV: { $table }

# On the button below a chart; `chart-show-data` is its other text.
script-hide-data = Hide the data
