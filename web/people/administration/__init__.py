"""The administrator's room: people and units of their own part of the tree."""
