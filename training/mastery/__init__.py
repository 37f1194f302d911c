"""Who has mastered what, until when, and what is worth practising next."""

from training.mastery.attempts import Attempt, Part, Proof, own_proof, proofs
from training.mastery.standing import Intervals, Standing, State, Yardstick, standing_of

__all__ = [
    "Attempt",
    "Intervals",
    "Part",
    "Proof",
    "Standing",
    "State",
    "Yardstick",
    "own_proof",
    "proofs",
    "standing_of",
]
