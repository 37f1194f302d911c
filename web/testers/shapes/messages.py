"""Shapes about text messages."""

from typing import Literal

from pydantic import AwareDatetime, Field

from web.testers.shapes.base import Shape

PHONE = r"^0400[0-9]{6}$"
Kind = Literal["otp", "password", "vneid_otp", "vneid_notice"]


class Message(Shape):
    """One text message, whatever became of it."""

    seq: int
    """Counts the messages of the world in the order they were sent."""
    to: str
    kind: Kind
    body: str
    code: str | None
    """The one-time code it carries; null for other kinds."""
    issued_at: AwareDatetime
    deliver_at: AwareDatetime | None
    """When it reaches the phone; null while it is held back, and when it is lost."""
    delivered_at: AwareDatetime | None
    """``deliver_at`` once that moment has come."""
    expires_at: AwareDatetime | None
    """The last moment the code is accepted."""
    superseded_by: int | None
    """The message with the newer code of the same form, or of VNeID."""
    status: Literal["queued", "delivered", "lost", "diverted"]


class Messages(Shape):
    """Messages in the order they were sent."""

    messages: list[Message]


class MessageFilter(Shape):
    """Which messages."""

    to: str | None = Field(default=None, pattern=PHONE)
    """Only messages to this phone."""
    kind: Kind | None = None
    after: int = Field(default=0, ge=0, le=1_000_000_000)
    """Only messages sent after this one; take it before the step that sends, and no old code
    is ever read."""


class MessageWait(MessageFilter):
    """Which message to wait for, and how long."""

    timeout: float = Field(default=10, ge=0, le=25)
    """Seconds of real time."""


class Cleared(Shape):
    """How many messages the call cleared from the list."""

    cleared: int
