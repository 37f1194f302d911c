"""Folding the public portal's facts into the world."""

from dataclasses import replace

from sandbox.events import PublicPasswordChanged, PublicSignedIn, PublicSignedOut, PublicSignInBegun
from sandbox.public_portal.with_account import ACCOUNT
from sandbox.state import World


def on_begun(world: World, fact: PublicSignInBegun) -> World:
    """The portal waits for VNeID."""
    return replace(world, public=replace(world.public, asking=fact.way))


def on_signed_in(world: World, fact: PublicSignedIn) -> World:
    """Signed in; the password from the message has to be changed first (S4-25)."""
    fresh = fact.way == ACCOUNT and not (world.public.password or world.citizen.has_account)
    public = replace(world.public, asking="", way=fact.way, must_change=fresh)
    came = replace(
        public,
        came_in=public.came_in or public.on_account_page,
        came_fresh=public.came_fresh or fresh,
    )
    return replace(world, public=came)


def on_changed(world: World, fact: PublicPasswordChanged) -> World:
    """The citizen's own password from now on."""
    public = replace(world.public, password=fact.seal, must_change=False, came_in=True)
    return replace(world, public=public)


def on_signed_out(world: World, _fact: PublicSignedOut) -> World:
    """Signed out; the password stays."""
    return replace(world, public=replace(world.public, way="", asking="", must_change=False))
