"""People who cannot be anybody: their names, numbers and addresses, on Faker's engine.

Testers load this package by another name in their own process (motcua/testkit/personas.py),
so it imports the standard library, Faker and itself (relatively), and nothing else.
"""
