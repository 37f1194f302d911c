"""What the page of one run tells, worked out from its log each time it is opened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from sandbox.events import CitizenPlayed
from sandbox.log import Entry
from training.debrief import Debrief, Line, by_weight, debrief, timeline
from training.narration import OUTCOMES
from training.procedure import Comparison, compare
from training.scenario import Scenario
from training.scorecard import Finding, Scorecard
from training.scoring import score
from web.practice.debrief import store as words
from web.practice.debrief.service import side_of
from web.practice.debrief.words import Side, SignedWords
from web.practice.remarking import store as remarks
from web.practice.remarking.store import Remark
from web.practice.role_play import view as role_play
from web.practice.role_play.view import RolePlay
from web.practice.run_log.scope import MARKERS
from web.practice.run_log.store import Listed
from web.practice.run_page.next_links import NextLinks, after
from web.practice.run_page.related_runs import RelatedRuns, related_to
from web.practice.runs import retry
from web.practice.runs.runs import RunRecord, State
from web.practice.scenarios import library
from web.shell.access import Person
from web.worlds import service as worlds

NOT_BY_SLIP = "Muốn làm lại từ giữa chừng, anh/chị đăng nhập bằng mật khẩu rồi mở lại lượt này."


@dataclass(frozen=True, slots=True)
class RunView:
    """The page: ``card``, ``debrief`` and ``comparison`` are None unless it was marked.

    ``side``: as whom the reader may sign a word. ``retry_refusal``: why this run of the reader's
    own cannot be tried again from a step, "" when it can. ``by_slip``: it was begun in a class
    whose trainee had come in by an entry slip. ``by_time``: the reader wants the findings as they
    came.
    """

    listed: Listed
    lines: tuple[Line, ...]
    scenario: Scenario | None
    card: Scorecard | None
    debrief: Debrief | None
    own: bool
    may_mark: bool
    side: Side | None
    signed_words: SignedWords
    related_runs: RelatedRuns
    retry_refusal: str
    comparison: Comparison | None
    role_play: RolePlay | None
    remarks: list[Remark]
    by_slip: bool
    by_time: bool

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What to do differently, the heaviest first."""
        return by_weight(self.card.findings) if self.card else ()

    @property
    def listed_findings(self) -> tuple[Finding, ...]:
        """The same in the order the reader asked for."""
        return self.card.findings if self.card and self.by_time else self.findings

    @property
    def next_links(self) -> NextLinks | None:
        """Where to go on; None unless it was marked."""
        return after(self.listed.run, self.debrief) if self.debrief else None

    @property
    def outcome(self) -> str:
        """How things stood at the end, in words."""
        return OUTCOMES.get(self.listed.run.outcome, "")

    @property
    def marks_changed(self) -> bool:
        """Whether today's rubric gives other marks than those kept."""
        run, card = self.listed.run, self.card
        return card is not None and (run.points, run.passed) != (card.points, card.passed)


def log_hidden(run: RunRecord, reader: Person) -> bool:
    """Whether the log would give away to those at the desk what they are to find out."""
    return run.is_open and run.person_id == reader.id


def _is_played(log: Sequence[Entry]) -> bool:
    return any(isinstance(entry.fact, CitizenPlayed) for entry in log)


def read(
    connection: Connection, listed: Listed, reader: Person, *, by_time: bool = False
) -> RunView:
    """The page of one run, as this reader may see it."""
    run = listed.run
    log = [] if log_hidden(run, reader) else worlds.log(connection, run.world_id)
    scenario = library.of_run(connection, run)
    marked = scenario if run.state is State.FINISHED else None
    card = score(marked, log) if marked else None
    own = run.person_id == reader.id
    return RunView(
        listed,
        lines=timeline(log),
        scenario=scenario,
        card=card,
        debrief=debrief(marked, log, card) if marked and card else None,
        comparison=compare(card, log[0].at) if card else None,
        own=own,
        may_mark=reader.role in MARKERS,
        side=side_of(reader, run),
        signed_words=words.signed_words(connection, run.id)
        if listed.person_name
        else SignedWords(),
        related_runs=related_to(connection, run),
        role_play=_role_play(connection, listed) if _is_played(log) else None,
        remarks=remarks.of_runs(connection, [run.id]) if run.state is State.FINISHED else [],
        retry_refusal=_retry_refusal(connection, run, reader) if own else "",
        by_slip=run.slip is not None,
        by_time=by_time,
    )


def _role_play(connection: Connection, listed: Listed) -> RolePlay:
    """Who else took part; for a reader who is told no name, nobody's."""
    found = role_play.of(connection, listed.run)
    return found if listed.person_name else replace(found, partner=None)


def _retry_refusal(connection: Connection, run: RunRecord, reader: Person) -> str:
    return NOT_BY_SLIP if reader.slip else retry.why_not(connection, run)
