"""What somebody did, as lines of Python that do it again with the testkit's clerk.

What followed by itself (messages, the citizen's answers) is not told: it follows again.
What was typed wrongly is in no log, since it may have been real data; there a plain mistake
of the same kind stands in its place.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sandbox import events, people
from sandbox.details import Details
from sandbox.log import Fact
from sandbox.rules import Rule
from sandbox.state import World
from web.testers import pytest_steps_vneid as vneid
from web.testers.pytest_words import Lines, StepWriter, plain, quoted

_FIELDS = tuple(Details.__dataclass_fields__)
_DOCUMENTS = {
    Rule.FILE_RENAMED: "renamed.pdf",
    Rule.FILE_FORMAT: "both.jpg",
    Rule.FILE_TOO_LARGE: "over_limit.pdf",
    Rule.FILE_ONE_SIDE: "front.pdf",
}
_PRESSES = {
    "open_form": "clerk.open_form()",
    "download": "clerk.download_request_form()",
    "send_code": "clerk.send_code()",
    "create": "clerk.create_account()",
    "cancel": "clerk.cancel()",
    **vneid.WRONG_NOTES,
}


def step_lines(fact: Fact, before: World) -> Lines:
    """The lines that make it happen again; none when it follows by itself."""
    writer = STEP_WRITERS.get(type(fact))
    return writer(fact, before) if writer else iter(())


def _say(fact: events.Said, _before: World) -> Lines:
    yield f"clerk.say({quoted(fact.phrase)})"


def _scan(fact: events.ScanMade, _before: World) -> Lines:
    order = (str(fact.sides), str(fact.fmt), str(fact.size), fact.holder)
    yield f"scan_{fact.number} = clerk.scan({', '.join(map(quoted, order))})"


def _attach(fact: events.FileAttached, before: World) -> Lines:
    named = re.fullmatch(r"CCCD-(?:[A-Za-z-]+-)?([0-9]+)\.\w+", fact.name)
    if named and 0 < int(named[1]) <= before.desk.scans:
        yield f"clerk.attach(scan_{named[1]})"
    else:
        variant = "other_person" if fact.holder == "relative" else fact.sides
        yield f'clerk.attach(world.document("{variant}.{fact.fmt}"))'


def _look_up(fact: events.LookedUp, before: World) -> Lines:
    own = fact.id_number == before.citizen.id_number
    yield "clerk.look_up()" if own else f"clerk.look_up({quoted(fact.id_number)})"


def _fill_in(fact: events.DetailsSaved, before: World) -> Lines:
    typed, truth = _details_before(fact.form, before), people.true_details(before)
    names = [name for name in _FIELDS if getattr(fact.details, name) != getattr(typed, name)]
    if len(names) > 1 and replace(fact.details, unit=truth.unit) == truth:
        yield "clerk.fill()"
        names = [name for name in names if name == "unit"]
    arguments = (f"{name}={_value(name, fact.details, truth)}" for name in names)
    if names:
        yield f"clerk.type({', '.join(arguments)})"


def _details_before(number: int, before: World) -> Details:
    """What stood on the form; on a new one the clerk has chosen the own unit already."""
    form = before.form(number)
    if form is None or form.details == Details(id_number=form.details.id_number):
        return Details(id_number=form.looked_up if form else "", unit=before.era.officer_unit)
    return form.details


def _value(name: str, details: Details, truth: Details) -> str:
    """The citizen's own words where they are true, else what was typed."""
    value = getattr(details, name)
    if isinstance(value, date):
        return quoted(f"{value:%d/%m/%Y}")
    if value and name != "unit" and value == getattr(truth, name):
        return f"world.citizen.{name}"
    return quoted(value or "")


def _create_account(fact: events.AccountCreated, before: World) -> Lines:
    form = before.form(fact.form)
    if form and form.codes:
        yield f"clerk.enter_code({_code(before, form.codes[-1].digits)})"
    yield _PRESSES["create"]


def _code(world: World, digits: str) -> str:
    """Where the same code is read again: in the message that carried it."""
    carriers = [sms.number for sms in world.network.sms if digits in sms.body]
    return f"code(world.sms, {carriers[-1]})"


def _order_fault(fact: events.FaultOrdered, _before: World) -> Lines:
    kind = "kind" if fact.channel == "sms" else "step"
    match = {"channel": fact.channel, "to": fact.to, kind: fact.what}
    action = {"type": fact.action, "seconds": fact.seconds, "status": fact.status}
    yield f"world.faults.order({_json(match)}, {_json(action)}, times={fact.times})"


def _json(values: Mapping[str, object]) -> str:
    return json.dumps({name: value for name, value in values.items() if value})


def _withdraw_fault(fact: events.FaultWithdrawn, _before: World) -> Lines:
    yield f"world.faults.withdraw(world.faults.all()[{fact.number - 1}])"


def _refused_step(fact: events.StepRefused, before: World) -> Lines:
    if fact.hand:
        yield from vneid.refused_step(fact, before)
        return
    rules = {reason.rule for reason in fact.reasons}
    press = _press(fact.step, rules)
    if press:
        for rule in rules & _DOCUMENTS.keys():
            yield f'clerk.attach(world.document("{_DOCUMENTS[rule]}"))'
        yield from _wrong_code(fact, rules, before)
        yield "with pytest.raises(StepRefusedError):"
        yield f"    {press}"


def _press(step: str, rules: set[Rule]) -> str:
    if step == "sign_in":
        return 'clerk.sign_in(Officer(username="canbo.mau", password="sai"))'
    if step == "look_up":
        right_number = rules & {Rule.PORTAL_FAILED, Rule.PORTAL_NOT_SIGNED_IN, Rule.NO_OPEN_FORM}
        return "clerk.look_up()" if right_number else 'clerk.look_up("000")'
    return _PRESSES.get(step, "")


def _wrong_code(fact: events.StepRefused, rules: set[Rule], before: World) -> Lines:
    if fact.step != "create" or Rule.CODE_MISSING in rules:
        return
    form = before.form(fact.form)
    codes = [code.digits for code in form.codes] if form else []
    if Rule.CODE_SHAPE in rules or not codes:
        yield 'clerk.enter_code("12")' if codes else 'clerk.enter_code("123456")'
    elif Rule.CODE_SUPERSEDED in rules and len(codes) > 1:
        yield f"clerk.enter_code({_code(before, codes[-2])})"
    elif rules & {Rule.CODE_WRONG, Rule.CODE_LOCKED}:
        yield f"clerk.enter_code(another({_code(before, codes[-1])}))"
    else:
        yield f"clerk.enter_code({_code(before, codes[-1])})"


STEP_WRITERS: Mapping[type[Fact], StepWriter] = {
    events.Said: _say,
    events.ScanMade: _scan,
    events.PortalSignedIn: plain("clerk.sign_in()"),
    events.PortalSignedOut: plain("clerk.sign_out()"),
    events.FormOpened: plain(_PRESSES["open_form"]),
    events.LookedUp: _look_up,
    events.DetailsSaved: _fill_in,
    events.FileAttached: _attach,
    events.RequestFormDownloaded: plain(_PRESSES["download"]),
    events.CodeSent: plain(_PRESSES["send_code"]),
    events.FormCancelled: plain(_PRESSES["cancel"]),
    events.AccountCreated: _create_account,
    events.StepRefused: _refused_step,
    events.FaultOrdered: _order_fault,
    events.FaultWithdrawn: _withdraw_fault,
    events.SmsCleared: plain("world.sms.clear()"),
    events.VisitClosed: plain("clerk.close_visit()"),
    **vneid.STEP_WRITERS,
}
