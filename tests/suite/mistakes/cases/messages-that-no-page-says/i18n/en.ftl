# A word of its own is fine.
-account = client
no-intervals = without an interval
no-interval = none of { $kind }
this is no message
