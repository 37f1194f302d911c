"""Runs of an older version of a scenario of the unit's own, marked by its newest one."""
