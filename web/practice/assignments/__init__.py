"""Assignments: a trainer asks for scenarios until a day; everybody sees what is still to do."""
