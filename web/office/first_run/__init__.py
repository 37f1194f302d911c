"""An office without people: one page opens it, and every address leads there until it has."""
