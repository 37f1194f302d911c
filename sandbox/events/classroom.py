"""What a trainer does to a run of their class from outside."""

from sandbox.log import Actor, Fact, fact


@fact("class.hint_pushed", Actor.TRAINER)
class HintPushed(Fact):
    """The trainer told the clerk something; it costs the clerk nothing."""

    words: str


@fact("class.relatives_phone_named", Actor.TRAINER)
class RelativesPhoneNamed(Fact):
    """From now on the citizen names a relative's number first, beside whatever is their own."""
