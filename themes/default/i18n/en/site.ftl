# What every page has around its content.

site-skip = To the content
# What the navigation and the way up to the overview are called for those who do not see them.
site-pages = Pages
site-breadcrumbs = Breadcrumbs
# At the foot.
site-as-of = Data as of { $day }
site-methodology = How every figure is made
