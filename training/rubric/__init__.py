"""What is held against a run: texts and points in TOML, detectors in Python.

``entry`` one entry · ``detector`` the register of detectors · detectors by task:
``form_data``, ``paper_check``, ``code_steps``, ``manners``, ``endings`` for accounts;
``arrival``, ``arrival_order``, ``own_hands``, ``vneid``, ``vneid_trouble``, ``vneid_endings`` for
VNeID.
"""

from training.rubric import (
    arrival,
    arrival_order,
    code_steps,
    endings,
    form_data,
    manners,
    own_hands,
    paper_check,
    vneid,
    vneid_endings,
    vneid_trouble,
)
from training.rubric.detector import DETECTORS
from training.rubric.entry import RubricEntry, rubric

__all__ = [
    "DETECTORS",
    "RubricEntry",
    "arrival",
    "arrival_order",
    "code_steps",
    "endings",
    "form_data",
    "manners",
    "own_hands",
    "paper_check",
    "rubric",
    "vneid",
    "vneid_endings",
    "vneid_trouble",
]
