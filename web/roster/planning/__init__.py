"""Building a roster: members, venues, the calendar, periods, drafts, publishing.

Stores what a roster is built from and turns it into a ``rostering.values.Request`` (``office``); a
version is read as it is today (``sheet``), with who came and who has seen it (``attendance``).
"""
