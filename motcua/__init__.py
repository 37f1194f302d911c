"""motcua: a practice desk for Vietnam's commune one-stop offices."""

__version__ = "0.1.0"
