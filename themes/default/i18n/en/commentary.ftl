# The analysts' texts: what is around them, and what their functions put in.

commentary-section = Commentary
# Above a text that is older than the data.
commentary-stale = <strong>Written about { $wave }</strong>: the data have gone on since.


