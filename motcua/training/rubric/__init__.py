"""What is held against a run: texts and points in TOML, detectors in Python.

``entry`` one entry · ``detector`` the register of detectors · detectors by task:
``form_data``, ``paper_check``, ``code_steps``, ``manners``, ``endings``.
"""

from motcua.training.rubric import code_steps, endings, form_data, manners, paper_check
from motcua.training.rubric.detector import DETECTORS
from motcua.training.rubric.entry import RubricEntry, rubric

__all__ = [
    "DETECTORS",
    "RubricEntry",
    "code_steps",
    "endings",
    "form_data",
    "manners",
    "paper_check",
    "rubric",
]
