"""The text messages of one world."""

from collections.abc import Mapping

from motcua.testkit.errors import NothingCameError
from motcua.testkit.models import Message
from motcua.testkit.transport import Answer, Transport, pause

_MAX_TRIES = 60


class Sms:
    """Reads one world's messages, and waits for them without ever reading an old one.

    A message waited for once is never given again: the next ``wait`` is for a newer one.
    """

    def __init__(self, transport: Transport, path: str) -> None:
        self._transport = transport
        self._path = path
        self._last_seq = 0

    def all(
        self, to: str | None = None, kind: str | None = None, after: int | None = None
    ) -> list[Message]:
        """Every message, whatever became of it, oldest first."""
        answer = self._transport.get(self._path, {"to": to, "kind": kind, "after": after})
        return [Message.model_validate(message) for message in answer.data["messages"]]

    def latest(self, to: str | None = None, kind: str | None = None) -> Message:
        """The newest message; RefusedError with status 404 when there is none."""
        answer = self._transport.get(f"{self._path}/latest", {"to": to, "kind": kind})
        return Message.model_validate(answer.data)

    def wait(
        self,
        to: str | None = None,
        kind: str | None = None,
        *,
        after: int | None = None,
        timeout: float = 10,
    ) -> Message:
        """The next message that is delivered; at most ``timeout`` seconds (25) of real time.

        Raises:
            NothingCameError: none arrived.
        """
        after = self._last_seq if after is None else after
        query = {"to": to, "kind": kind, "after": after, "timeout": timeout}
        answer = self._wait_with_retries(query)
        if answer.status == 204:
            words = f"No {kind or 'message'} reached {to or 'any phone'} in {timeout} s."
            raise NothingCameError(f"{words} So far: {self._so_far()}.")
        message = Message.model_validate(answer.data)
        self._last_seq = max(self._last_seq, message.seq)
        return message

    def wait_otp(self, to: str | None = None, *, kind: str = "otp", timeout: float = 10) -> str:
        """The six digits of the next one-time code that is delivered; of VNeID: ``vneid_otp``.

        Raises:
            NothingCameError: none arrived within ``timeout`` seconds, or it carries no code.
        """
        code = self.wait(to, kind, timeout=timeout).code
        if code is None:
            raise NothingCameError(f"A message of kind {kind} carries no code.")
        return code

    def forget(self) -> None:
        """Begin to count anew, after the world was laid down anew."""
        self._last_seq = 0

    def clear(self) -> None:
        """Empty the list that programs read; the phones keep what they have."""
        self._transport.delete(self._path)

    def _wait_with_retries(self, query: Mapping[str, object]) -> Answer:
        """Few may wait at a server at a time; it tells the others when to come back."""
        for _ in range(_MAX_TRIES):
            answer = self._transport.get(f"{self._path}/wait", query)
            if answer.status != 204 or "retry-after" not in answer.headers:
                break
            pause(answer)
        return answer

    def _so_far(self) -> str:
        messages = [f"#{each.seq} {each.kind} to {each.to} {each.status}" for each in self.all()]
        return ", ".join(messages) or "no message at all"
