"""What can go wrong between a test and the simulator; every message is a whole sentence."""

from collections.abc import Sequence


class SimulatorError(Exception):
    """Base of all errors of this kit."""


class RefusedError(SimulatorError):
    """The simulator refused a call.

    ``status`` is the HTTP status, ``detail`` the sentence of the problem document,
    ``errors`` its (field, sentence) pairs and ``rules`` what refused a step of somebody.
    """

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        errors: Sequence[tuple[str, str]] = (),
        rules: Sequence[str] = (),
    ) -> None:
        super().__init__(f"{status} {title}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail
        self.errors = tuple(errors)
        self.rules = tuple(rules)


class UnreachableError(SimulatorError):
    """Nobody answers at the simulator's address, or it is no simulator."""


class NothingCameError(SimulatorError):
    """A message that was waited for did not arrive in time."""


class ExpectationsLeftError(SimulatorError):
    """Trouble was ordered that never struck, so the test did not test what it says."""


class StepRefusedError(SimulatorError):
    """A step was refused; the message holds the sentences of the screen.

    ``rules`` are known of steps that were taken by program, not on a screen.
    """

    def __init__(self, status: int, sentences: Sequence[str], rules: Sequence[str] = ()) -> None:
        super().__init__(f"{status}: {' '.join(sentences) or 'the page gives no reason'}")
        self.status = status
        self.sentences = tuple(sentences)
        self.rules = tuple(rules)
