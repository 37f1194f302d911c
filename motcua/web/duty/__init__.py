"""A published roster at work: my shifts, swaps, sudden absence, check-in, who is on duty now.

Pure and without tables: ``hours`` (when a session begins and ends), ``exchange`` (swaps held
against the rules), ``chain`` (who is asked to stand in, and until when), ``cover`` (how long that
took), ``feed`` (shifts as a calendar).
"""
