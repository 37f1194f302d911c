"""Steps at a desk taken by program: the citizen's, and the clerk's beside the screens."""

from dataclasses import dataclass, field

from motcua.testkit.errors import RefusedError, StepRefusedError
from motcua.testkit.models import Event
from motcua.testkit.transport import Transport
from motcua.testkit.vneid_models import Vneid


@dataclass(frozen=True, slots=True)
class Steps:
    """Takes steps in one world. Two are equal: who somebody is, no world decides."""

    transport: Transport = field(compare=False, repr=False)
    path: str = field(compare=False)

    def take(self, side: str, step: str, **fields: object) -> list[Event]:
        """Take a step on ``side`` citizen or clerk, and hear what happened.

        Raises:
            StepRefusedError: the world did not take it; it has the rules and their sentences.
        """
        try:
            answer = self.transport.post(f"{self.path}/{side}/steps", {"step": step, **fields})
        except RefusedError as error:
            raise _step_refusal(error) from error
        return [Event.model_validate(event) for event in answer.data["events"]]

    def vneid(self) -> Vneid:
        """How VNeID stands now, with the citizen's secrets."""
        return Vneid.model_validate(self.transport.get(f"{self.path}/vneid").data)


def _step_refusal(error: RefusedError) -> Exception:
    """The refusal of a step as the screens tell it; a call that was wrong stays as it is."""
    if not error.rules:
        return error
    return StepRefusedError(error.status, [says for _, says in error.errors], error.rules)
