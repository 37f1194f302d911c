"""The HTTP client: every call of the tester API as a test would use it."""

from datetime import UTC, datetime, timedelta

import pytest

from motcua.testkit.client import (
    MakeWorld,
    NothingCameError,
    RefusedError,
    Simulator,
    Sms,
    UnreachableError,
    World,
)

MORNING = datetime(2022, 6, 15, 1, 0, tzinfo=UTC)


def send_code(world: World) -> None:
    """A clerk without a browser goes as far as Gửi mã OTP."""
    clerk = world.clerk()
    clerk.sign_in()
    clerk.open_form()
    clerk.look_up()
    clerk.fill()
    clerk.attach(world.document("both.pdf"))
    clerk.download_request_form()
    clerk.send_code()


def test_the_same_seed_gives_the_same_citizen(make_world: MakeWorld) -> None:
    assert make_world(seed=5).citizen == make_world(seed=5).citizen


def test_a_world_can_be_made_around_a_preset(make_world: MakeWorld) -> None:
    assert make_world(citizen="has_account").citizen.has_account


def test_a_world_can_be_made_around_traits(make_world: MakeWorld) -> None:
    citizen = make_world(citizen={"sim_owner": "relative"}).citizen
    assert (citizen.phone, citizen.relatives_phone[:4]) == ("", "0400")


def test_a_world_that_is_there_can_be_found_again(sim_server: Simulator, world: World) -> None:
    assert sim_server.world(world.id).citizen == world.citizen


def test_the_clock_jumps_by_seconds_minutes_or_to_a_moment(make_world: MakeWorld) -> None:
    clock = make_world(frozen_at=MORNING).clock
    clock.advance(30)
    clock.advance(minutes=2)
    clock.advance_to(MORNING + timedelta(hours=1))
    assert clock.now == MORNING + timedelta(hours=1)


def test_the_clock_stops_and_goes_on(world: World) -> None:
    assert [world.clock.freeze().mode, world.clock.run().mode] == ["frozen", "running"]


def test_a_code_is_read_from_the_message_that_carries_it(world: World, sms: Sms) -> None:
    send_code(world)
    assert sms.wait_otp(world.citizen.phone) == sms.latest(kind="otp").code


def test_a_code_is_never_read_twice(world: World, sms: Sms) -> None:
    send_code(world)
    sms.wait_otp()
    with pytest.raises(NothingCameError, match="No otp reached any phone in 0 s"):
        sms.wait_otp(timeout=0)


def test_what_never_comes_is_told_with_what_came_instead(world: World) -> None:
    world.faults.lose()
    send_code(world)
    with pytest.raises(NothingCameError, match=f"#1 otp to {world.citizen.phone} lost"):
        world.sms.wait(timeout=0)


def test_a_cleared_list_is_empty(world: World, sms: Sms) -> None:
    send_code(world)
    sms.clear()
    assert sms.all() == []


def test_a_late_message_arrives_when_the_clock_has_passed_it(make_world: MakeWorld) -> None:
    world = make_world(frozen_at=MORNING)
    world.faults.delay(130)
    send_code(world)
    waiting = world.sms.all()[0].status
    world.clock.advance(130)
    assert (waiting, world.sms.wait(timeout=0).status) == ("queued", "delivered")


@pytest.mark.parametrize("trouble", ["lose", "duplicate", "reorder", "divert"])
def test_trouble_waits_until_it_has_struck(world: World, trouble: str) -> None:
    ordered = getattr(world.faults, trouble)()
    assert world.faults.pending() == [ordered]
    send_code(world)
    assert world.faults.pending() == []


def test_trouble_can_be_taken_back(world: World) -> None:
    world.faults.withdraw(world.faults.fail("create", 503))
    world.faults.delay(5)
    world.faults.clear()
    assert world.faults.pending() == []


def test_people_are_found_by_what_they_are_like(world: World) -> None:
    holders = world.citizens(role="account", has_account=True, limit=3)
    assert [person.role for person in holders] == ["account"] * 3


def test_a_document_says_what_it_truly_is(world: World) -> None:
    document = world.document("renamed.pdf")
    assert document.truth["format"] == "docx"


def test_a_fork_goes_on_from_a_moment_of_the_first_world(world: World) -> None:
    send_code(world)
    fork = world.fork(at_seq=1)
    assert fork.sms.all() == []
    assert fork.events()[0].kind == "world.started"


def test_a_world_laid_down_anew_has_forgotten_everything(world: World, sms: Sms) -> None:
    send_code(world)
    sms.wait_otp()
    world.reset()
    send_code(world)
    assert sms.wait_otp() == sms.latest().code


def test_a_run_travels_as_one_file(sim_server: Simulator, world: World) -> None:
    send_code(world)
    taken = sim_server.take_in(world.export())
    kinds = [event.kind for event in world.events()]
    assert [event.kind for event in taken.events()][: len(kinds)] == kinds


def test_an_altered_run_is_refused_with_a_sentence(sim_server: Simulator, world: World) -> None:
    altered = world.export().replace(b'"actor":"system"', b'"actor":"clerk"')
    with pytest.raises(RefusedError, match="changed after it was written"):
        sim_server.take_in(altered)


def test_a_refusal_carries_the_problem_document(sim_server: Simulator) -> None:
    with pytest.raises(RefusedError) as refusal:
        sim_server.create("tk-99-khong-co")
    assert (refusal.value.status, refusal.value.detail[:11]) == (400, "No scenario")


def test_a_refusal_names_each_wrong_field(sim_server: Simulator) -> None:
    with pytest.raises(RefusedError) as refusal:
        sim_server.create(seed=-1)
    assert [field for field, _ in refusal.value.errors] == ["seed"]


def test_an_address_without_a_simulator_is_told() -> None:
    with pytest.raises(UnreachableError, match="No simulator answers at http://127"):
        Simulator("http://127.0.0.1:1", "token").scenarios()


def test_a_wrong_token_is_told(sim_server: Simulator) -> None:
    with pytest.raises(RefusedError, match="tester token"):
        Simulator(sim_server.url, "not-the-token").scenarios()


def test_the_scenarios_and_presets_are_listed(sim_server: Simulator) -> None:
    assert "tk-01-thuan-loi" in {scenario.id for scenario in sim_server.scenarios()}
    assert "elderly_no_email" in {preset.handle for preset in sim_server.presets()}
