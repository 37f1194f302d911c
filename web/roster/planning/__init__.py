"""How a roster is made: members, venues, the calendar, periods, drafts, publishing.

Keeps what a roster is made from and shifts it into a ``rostering.values.Request`` (``office``); a
version is read as it stands today (``sheet``), with who came and who has seen it (``attendance``).
"""
