"""The desk as a screen: whole, or the parts that change with a press."""

from dataclasses import dataclass

from flask import Response

from sandbox import people, triage
from sandbox.phases import phase
from sandbox.state import World
from web.desk.citizen_side import vneid_front
from web.desk.clerk_side.briefing import Briefing
from web.desk.clerk_side.desk import arrival
from web.desk.clerk_side.desk.awaited import Awaited, awaited
from web.desk.clerk_side.desk.conversation import Line, conversation
from web.desk.clerk_side.desk.replies import replies
from web.desk.clerk_side.papers import drawings
from web.desk.clerk_side.visits import Visit, log_of
from web.shell.forms import Errors, problem_errors
from web.shell.htmx import page
from web.shell.qr import qr_svg
from web.shell.runtime import runtime
from web.worlds.service import CommandResult

NO_ERRORS = Errors()


@dataclass(frozen=True, slots=True)
class Talk:
    """Lines of the conversation, and ``seq``, the log's line up to which they reach.

    ``phase`` is the one whose phrases are to be offered; ``front`` says which screen of VNeID the
    citizen has before them, "" when none.
    """

    lines: list[Line]
    seq: int
    phase: str
    front: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The check at arrival; ``open`` is the line whose choice is laid open.

    ``focus`` is what the focus moves to once the clerk has pressed something here, else "".
    """

    lines: list[arrival.Step]
    open: str
    focus: str
    awaited: list[Awaited]
    may_skip: bool
    errors: Errors

    @property
    def tag(self) -> str:
        """Changes with what others may change; not with a mistake just made here."""
        return arrival.tag(self.lines, self.awaited, self.may_skip)


def errors_of(result: CommandResult | None) -> Errors:
    """The sentences of a step that was not taken."""
    refusal = result.decision.refusal if result else None
    return problem_errors(refusal.problems) if refusal else NO_ERRORS


def talk(visit: Visit, briefing: Briefing, after: int = 0) -> Talk:
    """What was said and seen after that line of the log."""
    log = log_of(visit, after)
    lines = conversation(log, briefing.hint_words, visit.world.era)
    front = vneid_front.in_words(visit.world)
    return Talk(lines, log[-1].seq if log else after, phase(visit.world), front)


def panel(visit: Visit, briefing: Briefing, wrong: Errors = NO_ERRORS, pressed: str = "") -> Panel:
    """The check at arrival; the line just ``pressed`` stays open when it was refused."""
    lines = arrival.steps(visit.world)
    following = arrival.next_check(lines)
    return Panel(
        lines,
        open=pressed if wrong else following,
        focus=(following or pressed) if pressed in arrival.CHECKS else pressed,
        awaited=awaited(visit.world, visit.at),
        may_skip=briefing.may_skip_waiting,
        errors=wrong,
    )


def desk_page(
    visit: Visit,
    briefing: Briefing,
    errors: Errors = NO_ERRORS,
    changed_panel: Panel | None = None,
) -> Response:
    """The whole desk; 422 when a step was refused, whose sentences stand in its own panel."""
    world = visit.world
    wrong = errors or (changed_panel and changed_panel.errors)
    return page(
        "clerk_side/desk/desk.html",
        visit=visit,
        briefing=briefing,
        errors=errors,
        talk=talk(visit, briefing),
        panel=(changed_panel or panel(visit, briefing)) if visit.practises_vneid else None,
        replies=replies(world),
        first=_served_first(world),
        cards=drawings(world),
        officer=people.officer_sign_in(world.seed),
        papers=[form for form in world.portal.forms if form.is_open and form.downloaded],
        elapsed=world.spent(visit.at),
        qr=qr_svg(runtime().settings.base_url + visit.invitation),
        status=422 if wrong else 200,
    )


def _served_first(world: World) -> bool:
    """What the card and the telephone on the desk tell anybody who looks (S0-23)."""
    found = triage.priority_class(world.citizen, world.era.opens_on)
    return found is triage.PriorityClass.FIRST


def said_fragments(
    before: Visit, visit: Visit, briefing: Briefing, errors: Errors = NO_ERRORS
) -> Response:
    """The conversation, what can be said next, and the check at arrival where it has changed."""
    panels = [panel(each, briefing) for each in (before, visit)] if visit.practises_vneid else []
    return page(
        "clerk_side/desk/_said.html",
        visit=visit,
        errors=errors,
        talk=talk(visit, briefing),
        replies=replies(visit.world),
        panel=panels[1] if panels and panels[0].tag != panels[1].tag else None,
        status=422 if errors else 200,
    )


def checked_fragments(visit: Visit, briefing: Briefing, changed: Panel) -> Response:
    """The check at arrival, what was said by it, and what can be said next."""
    return page(
        "clerk_side/desk/_checked.html",
        visit=visit,
        panel=changed,
        errors=NO_ERRORS,
        talk=talk(visit, briefing),
        replies=replies(visit.world),
        status=422 if changed.errors else 200,
    )


def replies_fragment(visit: Visit) -> Response:
    """What can be said next."""
    return page("clerk_side/desk/_replies.html", visit=visit, replies=replies(visit.world))


def new_lines(visit: Visit, briefing: Briefing, after: int) -> Response:
    """Only what was said and seen after that line of the log."""
    newest = talk(visit, briefing, after)
    return page("clerk_side/desk/_lines.html", visit=visit, talk=newest)


def panel_fragment(visit: Visit, changed: Panel) -> Response:
    """The check at arrival alone."""
    return page("clerk_side/desk/_arrival.html", visit=visit, panel=changed)
