"""Whose classes somebody may see or lead: those of their own unit and of the units below it."""

from web.shell.people import Role

LEADERS = (Role.TRAINER, Role.DESK_HEAD)
WATCHERS = (*LEADERS, Role.SUPERVISOR)
EVERYBODY = (Role.CLERK, *WATCHERS)
