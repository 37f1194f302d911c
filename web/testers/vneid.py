"""How VNeID stands in a world, and what its citizen has in mind."""

from collections.abc import Iterator
from dataclasses import asdict, replace

from sandbox import people, scripted_moves
from sandbox.mock_vneid.papers import requests_left
from sandbox.own_secrets import password
from sandbox.setup import VneidPart
from sandbox.state import World
from web.testers.citizens import EID_WORDS
from web.testers.shapes.vneid import (
    CodeInForce,
    Lock,
    Locks,
    PaperNow,
    Pending,
    PublicPortal,
    Registration,
    Secrets,
    Task,
    Vneid,
)
from web.testers.shapes.vneid_wish import VneidWish
from web.testers.world_context import WorldContext


def with_wishes(base: VneidPart, *wishes: VneidWish | None) -> VneidPart:
    """The scenario's part with what is wished laid over it, the last wish counting most."""
    for wish in filter(None, wishes):
        values = wish.model_dump(exclude_none=True)
        papers = tuple(dict.fromkeys(values.pop("papers", base.papers)))
        base = replace(base, papers=papers, **values)
    return base


def state(context: WorldContext) -> Vneid:
    """Everything, at the world's time."""
    world, eid = context.world, context.world.vneid.at(context.now)
    return Vneid(
        level=EID_WORDS[eid.level],
        chip_card=eid.chip_card,
        device=eid.device,
        task=Task.of(**asdict(eid.task)) if eid.task else None,
        registration=Registration.of(**asdict(eid.application)) if eid.application else None,
        code=_code(world),
        pending=list(_pending(context)),
        child_ready_at=eid.child_until,
        hotline=eid.hotline,
        locks=_locks(world),
        papers=list(_papers(context)),
        portal=_portal(world),
        secrets=_secrets(context),
    )


def _code(world: World) -> CodeInForce | None:
    code = world.vneid.code
    if code is None:
        return None
    return CodeInForce(digits=code.digits, to=code.to, expires_at=code.expires_at)


def _pending(context: WorldContext) -> Iterator[Pending]:
    for result in context.world.vneid.results:
        if result.ready_at > context.now:
            level = EID_WORDS[result.level]
            yield Pending(level=level, ready_at=result.ready_at, card=result.card)


def _locks(world: World) -> Locks:
    eid, rules = world.vneid, world.era.vneid
    return Locks(
        code=_lock(eid.code.misses if eid.code else 0, rules.code_attempts),
        password=_lock(eid.password_misses, rules.password_attempts),
        passcode=_lock(eid.passcode_misses, rules.passcode_attempts),
    )


def _lock(misses: int, limit: int) -> Lock:
    return Lock(misses=misses, limit=limit, locked=misses >= limit)


def _papers(context: WorldContext) -> Iterator[PaperNow]:
    world = context.world
    for paper in people.PAPERS:
        yield PaperNow(
            paper=paper,
            number=people.paper_number(world.citizen, paper),
            integrated=paper in world.vneid.papers,
            requests_left=requests_left(world, paper, context.now),
        )


def _portal(world: World) -> PublicPortal:
    public = world.public
    return PublicPortal(
        asking=public.asking,
        way=public.way,
        must_change=public.must_change,
        on_account_page=public.on_account_page,
    )


def _secrets(context: WorldContext) -> Secrets:
    world = context.world
    return Secrets(
        password=scripted_moves.remembered_password(world),
        passcode=scripted_moves.remembered_passcode(world),
        new_password=scripted_moves.new_password(world),
        new_passcode=scripted_moves.new_passcode(world),
        portal_password=scripted_moves.account_password(world, context.now) or None,
        new_portal_password=password(world.seed, scripted_moves.OWN_PORTAL_PASSWORD),
        child_number=people.child(world).personal_id if world.setup.vneid.with_child else None,
    )
