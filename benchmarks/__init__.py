"""Speed as ratios: each figure stands beside a ceiling measured in the same run.

``python -m benchmarks`` prints the table; ``python -m benchmarks NAME …`` runs only
those parts. Absolute times drift with the machine; the ratios are what to quote.
"""
