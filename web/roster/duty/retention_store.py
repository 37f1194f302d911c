"""The one place where swaps and links are deleted; each answers how many went."""

from datetime import date, datetime

from sqlalchemy import Connection, delete, select

from web.roster.duty.models import LinkRow, SwapAnswerRow, SwapPartRow, SwapRow

_SWAP = SwapRow.__table__.c
_PART = SwapPartRow.__table__.c
_SWAP_ANSWER = SwapAnswerRow.__table__.c
_LINK = LinkRow.__table__.c


def delete_swaps(connection: Connection, cutoff: date) -> int:
    """Swaps all of whose shifts are older; what came of them stands in the roster."""
    recent = select(_PART.swap_id).where(_PART.day >= cutoff)
    connection.execute(delete(SwapAnswerRow).where(_SWAP_ANSWER.swap_id.not_in(recent)))
    connection.execute(delete(SwapPartRow).where(_PART.swap_id.not_in(recent)))
    return connection.execute(delete(SwapRow).where(_SWAP.id.not_in(recent))).rowcount


def delete_links(connection: Connection, before: datetime) -> int:
    """Links that were revoked long ago; from now on they never were."""
    return connection.execute(delete(LinkRow).where(_LINK.revoked_at < before)).rowcount
