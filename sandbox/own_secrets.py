"""What citizens keep to themselves: drawn from the seed, and known to a log by its seal only.

Somebody who plays the citizen might type a password of their own, so no password, passcode or
answer is stored as typed (S1-07).
"""

import hmac
from hashlib import sha256

from sandbox.personas.keyed_random import KeyedRandom


def password(seed: int, edition: int = 0) -> str:
    """The password this citizen has in mind; each ``edition`` is another one."""
    return f"Mau#{KeyedRandom(seed, 'password', edition).randrange(9000) + 1000}thu"


def passcode(seed: int, edition: int = 0) -> str:
    """The six digits this citizen has in mind; each ``edition`` is another row of them."""
    digits = KeyedRandom(seed, "passcode").randrange(900_000)
    return f"{(digits + 7 * edition) % 1_000_000:06d}"


def portal_password(seed: int) -> str:
    """The password of a portal account the citizen had before this world began."""
    return f"Cong#{KeyedRandom(seed, 'portal password').randrange(9000) + 1000}cu"


def seal(seed: int, what: str, text: str) -> str:
    """What is kept of a secret: enough to compare it, not to read it."""
    return sha256(f"{seed}:{what}:{text}".encode(errors="surrogatepass")).hexdigest()


def fits(sealed: str, seed: int, what: str, text: str) -> bool:
    """Whether ``text`` is the secret behind the seal; an empty seal fits nothing."""
    return bool(sealed) and hmac.compare_digest(sealed, seal(seed, what, text))
