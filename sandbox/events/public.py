"""The public portal, on the citizen's side: signing in and out, the portal's own password."""

from sandbox.log import HandFact, fact, secret


@fact("public.sign_in_begun")
class PublicSignInBegun(HandFact):
    """Number and password, or the QR code, were taken; ``way`` "vneid_qr" or "vneid_number"."""

    way: str


@fact("public.consent_given")
class ConsentGiven(HandFact):
    """The consent was ticked and confirmed."""


@fact("public.signed_in")
class PublicSignedIn(HandFact):
    """Signed in; ``way`` "vneid_qr", "vneid_number" or "account"."""

    way: str


@fact("public.password_changed")
class PublicPasswordChanged(HandFact):
    """The portal's own password was changed; only its seal is kept."""

    seal: str = secret()


@fact("public.signed_out")
class PublicSignedOut(HandFact):
    """Signed out."""
