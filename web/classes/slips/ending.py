"""What the sign-in page tells somebody whose session by slip has come to its end."""

from sqlalchemy import Connection

from web.classes.slips import store, words


def told(connection: Connection, token_hash: str) -> str:
    """Why it is over; "" for a session that no slip has opened, or none."""
    digest = store.of_session(connection, token_hash)
    found = store.find(connection, digest) if digest else None
    if digest is None or found is None:
        return ""
    ended = words.why_over(found)
    if ended:
        return ended
    return words.TIRED if store.good_for(connection, digest) else words.CLOSED
