"""A clerk checks at arrival, guides, and sees from the desk what the citizen does."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import BrowserContext, expect

from motcua.testkit.pages import Desk, Handset
from sandbox import people
from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.desk import Say
from sandbox.log import Actor
from sandbox.mock_vneid.commands import EnterCode, RequestActivation, SetPasscode
from sandbox.own_hands import ByHand
from sandbox.setup import Setup
from sandbox.state import World
from tests.e2e.conftest import Look
from tests.e2e.inside import Inside

PHONE = {"width": 390, "height": 844}
PLAIN = Traits(
    card=CardKind.CHIP,
    phone=PhoneOwnership.OWN,
    smartphone=True,
    account=False,
    eid=EidState.LEVEL2_ISSUED,
)
REGISTER = ("guide_register", "invite_chip", "invite_face", "invite_send")
NewContext = Callable[..., BrowserContext]


@dataclass
class Counter:
    """A desk at which VNeID is practised, and the world behind it."""

    desk: Desk
    inside: Inside
    world_id: str

    @property
    def world(self) -> World:
        return self.inside.world(self.world_id)

    @property
    def phone(self) -> str:
        return self.inside.handset(self.world_id)

    def by_citizen(self, command: ByHand) -> None:
        """Taken or refused, on the citizen's side."""
        self.inside.attempt(self.world_id, command)

    def ask_activation(self, hand: Actor = Actor.CITIZEN) -> None:
        number, phone = self.world.citizen.personal_id, people.own_phone(self.world.citizen)
        self.by_citizen(RequestActivation(number, phone, hand=hand))

    def hear(self, *phrases: str) -> None:
        """The scripted citizen is guided while nobody watches."""
        self.inside.do(self.world_id, *map(Say, phrases))


@pytest.fixture
def sit_down(signed_in: NewContext, inside: Inside) -> Callable[..., Counter]:
    """``sit_down(era="2023", eid=…)``: canbo1 at the desk, that citizen opposite."""

    def make(era: str = "2023", **traits: object) -> Counter:
        chosen = replace(PLAIN, **traits)  # type: ignore[arg-type]  # names checked by the dataclass
        setup = Setup(topics=("vneid",), traits=chosen)
        world_id = inside.start_world("canbo1", setup, era)
        page = signed_in("canbo1").new_page()
        page.goto(f"/ban/{world_id}")
        return Counter(Desk(page), inside, world_id)

    return make


def test_the_check_is_made_line_by_line_and_shows_what_was_done(
    sit_down: Callable[..., Counter],
) -> None:
    desk = sit_down().desk
    desk.say("greet")
    desk.ask_about_vneid()
    expect(desk.talk).to_contain_text("có tin nhắn báo được duyệt")
    desk.note_arrival("level1")
    desk.note_arrival("level2_not_active")
    desk.offer_help()
    desk.choose_branch("b3")
    desk.hand_over("activation_team")
    desk.receive()
    for done in ("Đã được cấp mức 2, chưa kích hoạt", "Công dân đồng ý", "Nhánh 3", "Tổ kích hoạt"):
        expect(desk.arrival).to_contain_text(f"✓ {done}")
    expect(desk.arrival).to_contain_text("✓ Đã tiếp nhận")


def test_the_right_phrases_lie_open_when_they_are_needed(sit_down: Callable[..., Counter]) -> None:
    counter = sit_down()
    desk = counter.desk
    invite = desk.page.get_by_role("button", name="Mời công dân tự nhập mã OTP", exact=True)
    expect(invite).to_have_count(0)
    counter.ask_activation()
    expect(invite).to_be_visible()
    desk.say("invite_code")
    expect(desk.talk).to_contain_text("Công dân vừa nhập đúng mã OTP.")


def test_two_people_on_two_machines_see_each_others_steps(
    sit_down: Callable[..., Counter], new_context: NewContext
) -> None:
    counter = sit_down()
    colleague = new_context(viewport=PHONE).new_page()
    colleague.goto(counter.phone)
    handset = Handset(colleague)
    counter.ask_activation()
    expect(counter.desk.talk).to_contain_text("Công dân vừa gửi yêu cầu kích hoạt")
    expect(handset.main).to_contain_text("Ma OTP VNeID")
    code = counter.world.vneid.code
    assert code
    counter.by_citizen(EnterCode(code.digits[:-1]))
    expect(counter.desk.talk).to_contain_text("Máy của công dân báo: “Mã OTP")
    counter.by_citizen(EnterCode(code.digits))
    expect(counter.desk.talk).to_contain_text("Công dân vừa nhập đúng mã OTP.")
    counter.by_citizen(SetPasscode("1", "1", hand=Actor.CLERK))
    expect(counter.desk.talk).to_contain_text("Anh/chị vừa làm thay, máy báo")
    assert code.digits not in counter.desk.page.content()


def test_following_takes_neither_the_focus_nor_the_place_where_one_reads(
    sit_down: Callable[..., Counter],
) -> None:
    counter = sit_down()
    counter.hear("greet", "ask_phone", "ask_vneid", "offer_help", "ask_phone_owner")
    page, talk = counter.desk.page, counter.desk.talk
    page.reload()
    counter.desk.choose_branch("b3")
    first = page.get_by_text("Chào anh/chị, mời anh/chị ngồi")
    first.scroll_into_view_if_needed()
    chosen = page.get_by_role("button", name="Hướng dẫn kích hoạt trên máy tính", exact=True)
    chosen.focus()
    counter.ask_activation()
    expect(talk).to_contain_text("Công dân vừa gửi yêu cầu kích hoạt")
    expect(chosen).to_be_focused()
    expect(first).to_be_in_viewport()


def test_the_focus_goes_on_with_the_work(sit_down: Callable[..., Counter]) -> None:
    counter = sit_down(eid=EidState.NONE)
    desk, focused = counter.desk, counter.desk.arrival.locator(":focus")
    desk.ask_about_vneid()
    expect(focused).to_have_text("Kết quả kiểm tra")
    desk.refer("province_police")
    expect(focused).to_contain_text("Giới thiệu tới Công an")
    desk.receive()
    expect(focused).to_have_text("✓ Đã tiếp nhận")
    counter.hear(*REGISTER)
    desk.wait_for_result()
    expect(focused).to_contain_text("Đã có kết quả tài khoản mức 1")


def test_an_old_mistake_does_not_call_again(sit_down: Callable[..., Counter]) -> None:
    counter = sit_down()
    desk = counter.desk
    desk.ask_about_vneid()
    desk.page.get_by_role("button", name="Ghi kết quả", exact=True).click()
    expect(desk.page.locator("#error-summary")).to_be_focused()
    desk.talk.focus()
    counter.ask_activation()
    expect(desk.talk).to_contain_text("Công dân vừa gửi yêu cầu kích hoạt")
    expect(desk.talk).to_be_focused()


def test_a_result_is_awaited_or_skipped_to(sit_down: Callable[..., Counter]) -> None:
    counter = sit_down(eid=EidState.NONE)
    counter.hear(*REGISTER)
    expect(counter.desk.arrival).to_contain_text("Đang chờ kết quả tài khoản mức 1")
    counter.desk.wait_for_result()
    expect(counter.desk.talk).to_contain_text("Anh/chị đã tua đồng hồ diễn tập tới")


def test_without_javascript_everything_is_a_plain_form(
    signed_in: NewContext, sit_down: Callable[..., Counter]
) -> None:
    counter = sit_down()
    page = signed_in("canbo1", java_script_enabled=False).new_page()
    page.goto(f"/ban/{counter.world_id}")
    page.get_by_role("button", name="Hỏi công dân", exact=True).click()
    page.get_by_role("radio", name="Đã kích hoạt mức 2").check()
    page.get_by_role("button", name="Ghi kết quả", exact=True).click()
    page.get_by_role("button", name="Mời công dân", exact=True).click()
    expect(page.get_by_role("log")).to_contain_text("Vâng, anh/chị chỉ cho tôi nhé.")
    expect(page.get_by_role("button", name="Hướng dẫn đăng nhập Cổng bằng mã QR")).to_be_visible()
    assert counter.world.arrival.result == "active"


def test_everybody_can_use_the_desk(sit_down: Callable[..., Counter], look: Look) -> None:
    counter = sit_down(smartphone=False, min_age=70, max_age=80)
    desk = counter.desk
    look(desk.page, "desk, nobody asked yet")
    desk.ask_about_vneid()
    look(desk.page, "desk, asked")
    desk.page.get_by_role("button", name="Ghi kết quả", exact=True).click()
    expect(desk.mistakes).to_be_visible()
    look(desk.page, "desk, nothing chosen")
    desk.note_arrival("level2_not_active")
    desk.offer_help()
    desk.choose_branch("b3")
    desk.say("guide_activation_computer")
    desk.receive()
    look(desk.page, "desk, check made, activation begun")
    desk.follow("Kết thúc lượt")
    look(desk.page, "close, activation half done")


def test_everybody_can_wait_at_the_desk(sit_down: Callable[..., Counter], look: Look) -> None:
    counter = sit_down(era="2025", eid=EidState.NONE)
    counter.hear(*REGISTER)
    counter.desk.page.reload()
    look(counter.desk.page, "desk, a result awaited")
    counter.desk.wait_for_result()
    look(counter.desk.page, "desk, a result there")
