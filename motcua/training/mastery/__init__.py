"""Who has mastered what, until when, and what is worth practising next."""

from motcua.training.mastery.attempts import Attempt, Proof, proofs
from motcua.training.mastery.standing import Intervals, Standing, State, Yardstick, standing_of

__all__ = [
    "Attempt",
    "Intervals",
    "Proof",
    "Standing",
    "State",
    "Yardstick",
    "proofs",
    "standing_of",
]
