"""The database as it grew, one file a step; the number in its name is its place."""
