"""Folding VNeID's facts into the world."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sandbox import events, people
from sandbox.citizens import EidState
from sandbox.log import Fact
from sandbox.mock_vneid.values import (
    SCREENS,
    Application,
    Device,
    Purpose,
    Request,
    Result,
    SentCode,
    Task,
    Vneid,
    Wanted,
)
from sandbox.rules import Rule
from sandbox.state import World

Change = Callable[[Vneid, Any, datetime], Vneid]


def begun(eid: Vneid, _fact: events.RegistrationBegun, _at: datetime) -> Vneid:
    """A registration from its beginning."""
    return replace(eid, application=Application())


def card_read(eid: Vneid, _fact: events.CardRead, _at: datetime) -> Vneid:
    """The registration, if this was for one, goes on to the face."""
    if eid.application is None:
        return eid
    return replace(eid, application=replace(eid.application, card_read=True))


def face_taken(eid: Vneid, _fact: events.FaceTaken, _at: datetime) -> Vneid:
    """The registration can be sent."""
    return replace(eid, application=Application(card_read=True, face=True))


def registration_sent(eid: Vneid, fact: events.RegistrationSent, _at: datetime) -> Vneid:
    """Level 1 is on its way."""
    result = Result(EidState.LEVEL1, fact.ready_at)
    return replace(eid, application=None, results=(*eid.results, result))


def enrolled(eid: Vneid, fact: events.Enrolled, _at: datetime) -> Vneid:
    """Level 2 is on its way."""
    result = Result(EidState.LEVEL2_ISSUED, fact.ready_at, fact.card)
    return replace(eid, results=(*eid.results, result))


def activation_asked(eid: Vneid, fact: events.ActivationAsked, _at: datetime) -> Vneid:
    """The screens of the activation, on that device."""
    return replace(eid, task=Task(Purpose.ACTIVATE, Wanted.CODE, Device(fact.device)))


def code_issued(eid: Vneid, fact: events.CodeIssued, _at: datetime) -> Vneid:
    """The newest code, with all its tries left; the screen asks for it."""
    purpose = Purpose(fact.purpose)
    same = eid.task is not None and eid.task.purpose is purpose
    task = (
        replace(eid.task, wanted=Wanted.CODE) if same and eid.task else Task(purpose, Wanted.CODE)
    )
    return replace(eid, task=task, code=SentCode(fact.digits, fact.to, fact.expires_at))


def device_questioned(eid: Vneid, _fact: events.DeviceQuestioned, _at: datetime) -> Vneid:
    """A new phone: the card will do, and so will a code on the old one."""
    return replace(eid, task=Task(Purpose.DEVICE, Wanted.CHIP), code=None)


def code_accepted(eid: Vneid, _fact: events.CodeAccepted, _at: datetime) -> Vneid:
    """The code is used up."""
    return replace(_next_screen(eid), code=None)


def password_set(eid: Vneid, fact: events.PasswordSet, _at: datetime) -> Vneid:
    """A new password opens what wrong ones had locked."""
    return replace(_next_screen(eid), password=fact.seal, password_misses=0)


def passcode_set(eid: Vneid, fact: events.PasscodeSet, _at: datetime) -> Vneid:
    """A new passcode opens what wrong ones had locked."""
    return replace(_next_screen(eid), passcode=fact.seal, passcode_misses=0)


def activated(eid: Vneid, _fact: events.Activated, _at: datetime) -> Vneid:
    """Level 2 for good; the screens are done."""
    return replace(eid, level=EidState.LEVEL2_ACTIVE, chip_card=True, results=(), task=None)


def device_linked(eid: Vneid, fact: events.DeviceLinked, _at: datetime) -> Vneid:
    """Signed in here and nowhere else."""
    device = Device(fact.device)
    here = eid.linked_here or device is Device.HANDSET
    signed_in = replace(eid, device=device, linked_here=here, task=None, code=None)
    return replace(signed_in, hotline=False, password_misses=0)


def device_unlinked(eid: Vneid, _fact: events.DeviceUnlinked, _at: datetime) -> Vneid:
    """Signed in nowhere."""
    return replace(eid, device=Device.NONE)


def hotline_called(eid: Vneid, _fact: events.HotlineCalled, _at: datetime) -> Vneid:
    """No code will do from now on, only the card."""
    return replace(eid, hotline=True, task=None, code=None)


def paper_requested(eid: Vneid, fact: events.PaperRequested, at: datetime) -> Vneid:
    """One request fewer today; the wallet holds the paper if its number was right."""
    requests = (*eid.requests, Request(fact.paper, people.local_day(at)))
    papers = (*eid.papers, fact.paper) if fact.found else eid.papers
    return replace(eid, requests=requests, papers=papers, passcode_misses=0)


def child_registered(eid: Vneid, fact: events.ChildRegistered, _at: datetime) -> Vneid:
    """The child's account is on its way."""
    return replace(eid, child_until=fact.ready_at, passcode_misses=0)


def sign_in_begun(eid: Vneid, fact: events.PublicSignInBegun, _at: datetime) -> Vneid:
    """The portal wants to know: the QR code leads straight to the consent."""
    if fact.way == "vneid_qr":
        return replace(eid, task=Task(Purpose.PORTAL, Wanted.CONSENT), code=None)
    return replace(eid, password_misses=0)


def consented(eid: Vneid, _fact: events.ConsentGiven, _at: datetime) -> Vneid:
    """The passcode comes last."""
    return _next_screen(eid)


def portal_opened(eid: Vneid, fact: events.PublicSignedIn, _at: datetime) -> Vneid:
    """What VNeID was asked for is done."""
    return eid if fact.way == "account" else replace(eid, task=None, code=None, passcode_misses=0)


def on_refused(world: World, fact: events.StepRefused) -> World:
    """Wrong tries count, each at its own lock."""
    eid, limits = world.vneid, world.era.vneid
    rules = {reason.rule for reason in fact.reasons}
    if rules & {Rule.VNEID_CODE_WRONG, Rule.VNEID_CODE_LOCKED} and eid.code:
        misses = min(eid.code.misses + 1, limits.code_attempts)
        eid = replace(eid, code=replace(eid.code, misses=misses), slips=eid.slips + 1)
    if rules & {Rule.VNEID_SIGN_IN, Rule.VNEID_PASSWORD_LOCKED}:
        misses = min(eid.password_misses + 1, limits.password_attempts)
        eid = replace(eid, password_misses=misses)
    if rules & {Rule.VNEID_PASSCODE_WRONG, Rule.VNEID_PASSCODE_LOCKED}:
        misses = min(eid.passcode_misses + 1, limits.passcode_attempts)
        eid = replace(eid, passcode_misses=misses)
    return world if eid is world.vneid else replace(world, vneid=eid)


def _next_screen(eid: Vneid) -> Vneid:
    """On to the next screen of the row; somebody who has a password is not asked for one."""
    if eid.task is None:
        return eid
    row = SCREENS[eid.task.purpose]
    rest = row[row.index(eid.task.wanted) + 1 :]
    if eid.task.purpose is Purpose.ACTIVATE and eid.password:
        rest = tuple(screen for screen in rest if screen is not Wanted.PASSWORD)
    return replace(eid, task=replace(eid.task, wanted=rest[0]) if rest else None)


CHANGES: Mapping[type[Fact], Change] = {
    events.RegistrationBegun: begun,
    events.CardRead: card_read,
    events.FaceTaken: face_taken,
    events.RegistrationSent: registration_sent,
    events.Enrolled: enrolled,
    events.ActivationAsked: activation_asked,
    events.CodeIssued: code_issued,
    events.DeviceQuestioned: device_questioned,
    events.CodeAccepted: code_accepted,
    events.PasswordSet: password_set,
    events.PasscodeSet: passcode_set,
    events.Activated: activated,
    events.DeviceLinked: device_linked,
    events.DeviceUnlinked: device_unlinked,
    events.HotlineCalled: hotline_called,
    events.PaperRequested: paper_requested,
    events.ChildRegistered: child_registered,
    events.PublicSignInBegun: sign_in_begun,
    events.ConsentGiven: consented,
    events.PublicSignedIn: portal_opened,
}


def on_fact(world: World, fact: Fact, at: datetime) -> World:
    """Fold: what VNeID knows changes by one fact."""
    return replace(world, vneid=CHANGES[type(fact)](world.vneid, fact, at))
