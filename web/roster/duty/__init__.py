"""A published roster at work: my shifts, swaps, sudden absence, check-in, who is on duty now.

The rules behind it are in ``rostering``; ``feed`` gives shifts as a calendar.
"""
