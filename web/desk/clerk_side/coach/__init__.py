"""Whoever learns by looking (xem) or by being led (hướng dẫn) is told the next step and why."""
