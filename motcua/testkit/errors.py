"""What can go wrong between a test and the simulator; every message is a whole sentence."""

from collections.abc import Sequence


class SimulatorError(Exception):
    """Base of all errors of this kit."""


class RefusedError(SimulatorError):
    """The simulator refused a call.

    ``status`` is the HTTP status, ``detail`` the sentence of the problem document and
    ``errors`` its (field, sentence) pairs.
    """

    def __init__(
        self, status: int, title: str, detail: str, errors: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(f"{status} {title}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail
        self.errors = tuple(errors)


class UnreachableError(SimulatorError):
    """Nobody answers at the simulator's address, or it is no simulator."""


class NothingCameError(SimulatorError):
    """A message that was waited for did not arrive in time."""


class ExpectationsLeftError(SimulatorError):
    """Trouble was ordered that never struck, so the test did not test what it says."""


class StepRefusedError(SimulatorError):
    """A screen refused a step of the clerk; the message holds the sentences it showed."""

    def __init__(self, status: int, sentences: Sequence[str]) -> None:
        super().__init__(f"{status}: {' '.join(sentences) or 'the page gives no reason'}")
        self.status = status
        self.sentences = tuple(sentences)
