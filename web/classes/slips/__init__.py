"""Entry slips: a personal code on paper that opens one class to one person, without a password.

``code.py`` says what a code looks like and reads it back however it was typed; ``service.py``
makes slips, lets people in and withdraws; ``limit.py`` is what a session opened that way reaches,
asked by ``web/access.py`` before every request (ADR 0013). Only a digest of a code is stored.
"""
