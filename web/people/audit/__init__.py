"""The audit log: who changed people, units and rights, when, and from what to what.

Written once: both databases refuse to change or delete a line, so it is kept as long as the data of
the office are (docs/bao-mat.md). A line is told in the names of its day and holds no secret: of a
password only that there is a new one.
"""
