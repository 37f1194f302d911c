"""Text messages and the trouble ordered for them; the password is the citizen's alone."""

from sandbox import people, sms
from sandbox.faults import OrderFault
from tests.core.play import Play


def inbox(play: Play) -> list[str]:
    """The codes on the citizen's phone now, in order of arrival."""
    phone = people.own_phone(play.world.citizen)
    arrived = sms.inbox(play.world, phone, play.now)
    return [message.body.split("khoan: ")[1][:6] for message in arrived if message.what == "otp"]


def with_fault(action: str, *, times: int = 1, seconds: int = 0) -> Play:
    """A world whose next code meets that fault."""
    play = Play()
    play.do(OrderFault("sms", action, times, what="otp", seconds=seconds))
    play.ready_for_code()
    return play


def test_an_ordinary_message_arrives() -> None:
    play = Play()
    play.ready_for_code()
    assert inbox(play) == ["000001"]


def test_a_lost_message_never_arrives_and_the_next_one_does() -> None:
    play = with_fault("lost")
    play.wait(3600)
    assert inbox(play) == []
    play.send_code()
    assert inbox(play) == ["000002"]


def test_a_late_message_arrives_when_its_time_has_come() -> None:
    play = with_fault("late", seconds=150)
    play.wait(149)
    assert inbox(play) == []
    play.wait(1)
    assert inbox(play) == ["000001"]


def test_a_doubled_message_arrives_twice_with_the_same_code() -> None:
    assert inbox(with_fault("duplicate")) == ["000001", "000001"]


def test_a_reordered_message_arrives_after_the_next_one() -> None:
    play = with_fault("reorder")
    assert inbox(play) == []
    play.send_code()
    play.wait(1)
    assert inbox(play) == ["000002", "000001"]


def test_a_diverted_message_reaches_a_strangers_phone() -> None:
    play = with_fault("divert")
    assert inbox(play) == []
    assert len(sms.inbox(play.world, sms.STRANGER, play.now)) == 1


def test_a_fault_for_two_strikes_twice_and_then_no_more() -> None:
    play = with_fault("lost", times=2)
    play.send_code()
    assert inbox(play) == []
    play.send_code()
    assert inbox(play) == ["000003"]


def test_a_fault_for_another_number_leaves_this_one_alone() -> None:
    play = Play()
    play.do(OrderFault("sms", "lost", to="0400111111"))
    play.ready_for_code()
    assert inbox(play) == ["000001"]


def test_the_password_goes_to_the_citizen_in_a_message() -> None:
    play = Play()
    play.ready_for_code()
    play.do(play.creation("000001"))
    phone = people.own_phone(play.world.citizen)
    last = sms.inbox(play.world, phone, play.now)[-1]
    assert "mat-khau-bi-mat" in last.body
