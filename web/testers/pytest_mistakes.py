"""Plain mistakes on the citizen's side, each as the arguments that make it again."""

from collections import Counter
from collections.abc import Callable, Mapping, Set
from datetime import timedelta

from sandbox import people
from sandbox.rules import Rule
from sandbox.sms import STRANGER
from sandbox.state import World
from web.testers.pytest_words import quoted

Arguments = dict[str, str]  # expressions by argument
NOT_REPEATABLE = frozenset({Rule.VISIT_CLOSED})
_NOBODY = "000100000000"  # a practice number that is not the citizen's


def wrong_arguments(step: str, rules: Set[Rule], before: World) -> Arguments:
    """What to give to ``step`` so that these rules refuse it; {}: the truth will do."""
    arguments = _default_arguments(step, rules, before)
    for rule in sorted(rules & MISTAKES.keys()):
        arguments |= MISTAKES[rule](before)
    return arguments


def _default_arguments(step: str, rules: Set[Rule], before: World) -> Arguments:
    """What nobody got wrong but the simple call would."""
    if step == "request_activation" and Rule.VNEID_NO_SMARTPHONE not in rules:
        return {} if before.citizen.has_smartphone else {"device": quoted("computer")}
    if step == "integrate_paper":
        missing = [paper for paper in people.PAPERS if paper not in before.vneid.papers]
        return {"paper": quoted(missing[0])} if missing else {}
    return {}


def _texts(**arguments: str) -> Callable[[World], Arguments]:
    """Those texts, whatever the world."""
    return lambda _world: {name: quoted(text) for name, text in arguments.items()}


def _expressions(**arguments: str) -> Callable[[World], Arguments]:
    return lambda _world: dict(arguments)


_WRONG_CODE = _expressions(code="another(world.vneid.code.digits)")
_WRONG_PASSCODE = _expressions(passcode="another(world.vneid.secrets.passcode)")
_WRONG_PASSWORD = _texts(password="sai")  # noqa: S106  # no password of anybody


def _childs_number(world: World) -> Arguments:
    return {"number": quoted(people.child(world).personal_id)}


def _not_born_then(world: World) -> Arguments:
    another = world.citizen.birth_date + timedelta(days=1)
    return {"birth_date": quoted(f"{another:%d/%m/%Y}")}


def _paper_again(world: World) -> Arguments:
    return {"paper": quoted(world.vneid.papers[0])} if world.vneid.papers else {}


def _paper_too_often(world: World) -> Arguments:
    most_used = Counter(request.paper for request in world.vneid.requests).most_common(1)
    return {"paper": quoted(most_used[0][0])} if most_used else {}


MISTAKES: Mapping[Rule, Callable[[World], Arguments]] = {
    Rule.VNEID_ID_SHAPE: _texts(number="12"),
    Rule.VNEID_NUMBER_UNKNOWN: _texts(number=_NOBODY),
    Rule.VNEID_UNDER_14: _childs_number,
    Rule.VNEID_OLD_ENOUGH: _expressions(number="citizen.personal_id"),
    Rule.VNEID_PHONE_SHAPE: _texts(phone="12"),
    Rule.VNEID_PHONE_NOT_OWNER: _texts(phone=STRANGER),
    Rule.VNEID_PHONE_OTHER: _texts(phone=STRANGER),
    Rule.VNEID_CODE_MISSING: _texts(code=""),
    Rule.VNEID_CODE_SHAPE: _texts(code="12"),
    Rule.VNEID_CODE_WRONG: _WRONG_CODE,
    Rule.VNEID_CODE_LOCKED: _WRONG_CODE,
    Rule.VNEID_PASSWORD_SHAPE: _texts(password="ngan"),  # noqa: S106  # too short for anybody
    Rule.VNEID_PASSWORD_DIFFERS: _texts(again="khac"),
    Rule.VNEID_PASSCODE_SHAPE: _texts(passcode="12"),
    Rule.VNEID_PASSCODE_DIFFERS: _texts(again="12"),
    Rule.VNEID_PASSCODE_WRONG: _WRONG_PASSCODE,
    Rule.VNEID_PASSCODE_LOCKED: _WRONG_PASSCODE,
    Rule.VNEID_QUESTIONS: _texts(second="first_school"),
    Rule.VNEID_SIGN_IN: _WRONG_PASSWORD,
    Rule.VNEID_PASSWORD_LOCKED: _WRONG_PASSWORD,
    Rule.VNEID_IDENTITY: _not_born_then,
    Rule.VNEID_PAPER_UNKNOWN: _texts(paper="khac", number="THZZ000000"),
    Rule.VNEID_PAPER_TWICE: _paper_again,
    Rule.VNEID_PAPER_LIMIT: _paper_too_often,
    Rule.VNEID_PAPER_NUMBER: _texts(number="12"),
    Rule.PUBLIC_CONSENT: _expressions(ticked="False"),
    Rule.PUBLIC_ACCOUNT_WRONG: _WRONG_PASSWORD,
    Rule.PUBLIC_PASSWORD_SHAPE: _texts(password="ngan"),  # noqa: S106  # too short for anybody
    Rule.PUBLIC_PASSWORD_SAME: _expressions(password="world.vneid.secrets.portal_password"),  # noqa: S106  # where the password is read
}
