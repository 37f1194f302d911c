"""Odd and legitimate things at a visit about VNeID: the clerk's, and the citizen's own hand."""

from sandbox import people
from sandbox.answers import cannot_hear
from sandbox.arrival import ChooseBranch, HandOver, NoteArrival, Receive, Refer, SendNumber
from sandbox.desk import Say
from sandbox.mock_vneid import commands as vneid
from sandbox.mock_vneid.values import Device
from sandbox.own_secrets import passcode, password
from sandbox.public_portal import commands as public
from tests.core.training.walks.wanderer import Detour, Wanderer
from training import truth

HARMLESS = (
    "greet",
    "speak_slowly",
    "ask_phone",
    "ask_phone_owner",
    "ask_vneid",
    "check_app",
    "ask_papers",
    "give_priority",
    "tell_wait",
    "decline_doing",
    "decline_password",
    "goodbye",
)


def anywhere(_clerk: Wanderer) -> bool:
    return True


def present(clerk: Wanderer) -> bool:
    return not clerk.world.desk.left and not cannot_hear(clerk.world)


def idle(clerk: Wanderer) -> bool:
    """Nothing is half done on the telephone."""
    return clerk.world.vneid.task is None and clerk.world.vneid.application is None


def done(clerk: Wanderer) -> bool:
    """What the visit was for is behind everybody."""
    return clerk.finished and idle(clerk)


def say_more(clerk: Wanderer) -> None:
    clerk.step(Say(clerk.random.choice(HARMLESS)))


def dawdle(clerk: Wanderer) -> None:
    clerk.wait(clerk.random.randrange(20))


def correct_the_note(clerk: Wanderer) -> None:
    right = clerk.world.arrival.result
    clerk.step(NoteArrival("portal_only"))
    clerk.step(NoteArrival(right))


def correct_the_branch(clerk: Wanderer) -> None:
    right = clerk.world.arrival.branch
    clerk.step(ChooseBranch("b1" if right != "b1" else "b4"))
    clerk.step(ChooseBranch(right))


def correct_the_office(clerk: Wanderer) -> None:
    right = clerk.world.arrival.referred_to
    clerk.step(Refer("district_police"))
    clerk.step(Refer("province_police"))
    clerk.step(Refer(right))


def receive_again(clerk: Wanderer) -> None:
    clerk.step(Receive())


def send_the_number_again(clerk: Wanderer) -> None:
    clerk.step(SendNumber())


def hand_over_again(clerk: Wanderer) -> None:
    clerk.step(HandOver(clerk.world.arrival.supporter))


def go_down(clerk: Wanderer) -> None:
    clerk.trouble("vneid", "maintenance", times=clerk.random.choice((1, 2)))


def delay_a_code(clerk: Wanderer) -> None:
    clerk.trouble("sms", "late", what="vneid_otp", seconds=50)


def trouble_a_code(clerk: Wanderer) -> None:
    action = clerk.random.choice(("lost", "divert", "duplicate"))
    clerk.trouble("sms", action, what="vneid_otp")


def keep_the_chip_unread(clerk: Wanderer) -> None:
    clerk.trouble("nfc", "unread")


# --- the citizen's own hand, unasked ------------------------------------------------------------


def press(clerk: Wanderer) -> None:
    """Something that changes nothing, or is refused."""
    clerk.by_own_hand(clerk.random.choice(presses(clerk)))


def presses(clerk: Wanderer) -> list[object]:
    world = clerk.world
    citizen, code = world.citizen, passcode(world.seed)
    phone = people.registered_phone(citizen)
    found: list[object] = [
        vneid.BeginRegistration(people.child(world).personal_id, phone),
        vneid.BeginRegistration("123", phone),
        vneid.ReadQr(),
        vneid.SetQuestions("a", "", "b", ""),
        vneid.TakeFace(),
        vneid.SetPasscode("12", "21"),
        public.ShareConsent(ticked=False),
        public.ConfirmPasscode("12"),
        public.SignInWithAccount(citizen.id_number, "Sai#1234"),
    ]
    if not world.public.way:
        found.append(public.SignOut())
    found += [vneid.IntegratePaper(paper, "TH", code) for paper in world.vneid.papers]
    if clerk.eid.level != "level2_issued":
        found.append(vneid.RequestActivation(citizen.personal_id, phone))
    if clerk.eid.level != "none":
        found.append(vneid.BeginRegistration(citizen.personal_id, phone))
    if other := people.others_phone(citizen):
        found.append(vneid.BeginRegistration(citizen.personal_id, other))
    if not world.vneid.password_misses:
        found.append(vneid.SignIn(citizen.personal_id, "Sai#1234x"))
        found.append(public.GiveNumber(citizen.personal_id, "Sai#1234x"))
    if world.vneid.papers and world.vneid.passcode_misses < 2:
        found.append(vneid.IntegratePaper("driving_licence", "THLX999999", "000000"))
    return found


def mistype_the_code(clerk: Wanderer) -> None:
    """Twice, before anybody has said a word about the code."""
    clerk.by_own_hand(vneid.EnterCode("999999"))


def ask_for_another_code(clerk: Wanderer) -> None:
    clerk.by_own_hand(vneid.ResendCode())


def integrate_more(clerk: Wanderer) -> None:
    paper = next(each for each in people.PAPERS if each not in clerk.world.vneid.papers)
    number = people.paper_number(clerk.world.citizen, paper)
    clerk.by_own_hand(vneid.IntegratePaper(paper, number, passcode(clerk.world.seed, 0)))


def leave_everything(clerk: Wanderer) -> None:
    """The public computer signed out, the telephone given back signed out."""
    clerk.by_own_hand(public.SignOut())
    clerk.by_own_hand(vneid.SignOut())


def begin_something(clerk: Wanderer) -> None:
    """The visit is done, and the citizen plays with the telephone."""
    clerk.by_own_hand(
        clerk.random.choice((public.ScanQr(), vneid.ForgetPasscode(), vneid.CallHotline()))
    )


def asked_for_a_code(clerk: Wanderer) -> bool:
    task = clerk.world.vneid.task
    fresh = clerk.world.vneid.code is not None and clerk.world.vneid.code.misses == 0
    return task is not None and task.wanted == "code" and fresh


def has_room(clerk: Wanderer) -> bool:
    eid = clerk.eid
    wallet = eid.level == "level2_active" and eid.device is Device.HANDSET and done(clerk)
    return wallet and len(eid.papers) < len(people.PAPERS) and bool(password)


VNEID = (
    Detour("says more", present, say_more),
    Detour("waits", anywhere, dawdle),
    Detour("corrects the note", lambda c: bool(c.world.arrival.result), correct_the_note),
    Detour("corrects the branch", lambda c: bool(c.world.arrival.branch), correct_the_branch),
    Detour("corrects the office", lambda c: bool(c.world.arrival.referred_to), correct_the_office),
    Detour("receives twice", anywhere, receive_again),
    Detour(
        "sends the number twice",
        lambda c: c.world.arrival.number_sent and truth.number_wanted(c.world, c.now),
        send_the_number_again,
    ),
    Detour("hands over twice", lambda c: bool(c.world.arrival.supporter), hand_over_again),
    Detour("VNeID is down", anywhere, go_down, once=True),
    Detour("a code comes late", idle, delay_a_code, once=True),
    Detour("a code meets with trouble", idle, trouble_a_code, once=True),
    Detour("the chip is not read", anywhere, keep_the_chip_unread, once=True),
    Detour("presses unasked", anywhere, press),
    Detour("mistypes unasked", asked_for_a_code, mistype_the_code),
    Detour("resends unasked", asked_for_a_code, ask_for_another_code),
    Detour("integrates more", has_room, integrate_more),
    Detour("signs out", done, leave_everything, once=True),
    Detour("begins something", done, begin_something, once=True),
)
