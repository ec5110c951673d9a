# The analysts' texts: what is around them, and what their functions put in.

commentary-section = Commentary
# What a table is called for those who do not see it.
commentary-table = Table
# Above a text that is older than the data.
commentary-stale = <strong>Written about { $wave }</strong>: the data have gone on since.


