"""The clerk's side of the desk: the desk itself, the scanner and the pretend portal.

Nothing here ever answers with a one-time code or a citizen's password: those are
shown on the citizen's side only (S1-05).
"""
