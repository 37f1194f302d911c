"""The police counter as the citizen finds it: which office, and when the result comes."""

from dataclasses import dataclass
from datetime import datetime

from sandbox.mock_vneid.registration import COLLECTED
from training.narration_vneid import OFFICES
from web.desk.citizen_side.visits import Side


@dataclass(frozen=True, slots=True)
class Counter:
    """``office`` "" without a referral; ``days`` working days, ``result_at`` once taken in."""

    office: str
    card: str
    days: int
    result_at: datetime | None
    done: bool


def counter(side: Side) -> Counter:
    """The counter now."""
    rules = side.world.era.vneid
    needs_card = not side.eid.chip_card
    result_times = [each.ready_at for each in side.world.vneid.results if each.level in COLLECTED]
    return Counter(
        office=OFFICES.get(side.world.arrival.referred_to, ""),
        card=rules.card if needs_card else "",
        days=rules.card_days if needs_card else rules.level2_days,
        result_at=result_times[-1] if result_times else None,
        done=side.eid.level in COLLECTED,
    )
