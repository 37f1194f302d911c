"""Who has mastered what, until when, and what is worth practising next."""

from training.mastery.attempts import Attempt, Part, Proof, own_proof, proofs
from training.mastery.progress import CompetencyProgress, Criteria, Intervals, State, progress_of

__all__ = [
    "Attempt",
    "CompetencyProgress",
    "Criteria",
    "Intervals",
    "Part",
    "Proof",
    "State",
    "own_proof",
    "progress_of",
    "proofs",
]
