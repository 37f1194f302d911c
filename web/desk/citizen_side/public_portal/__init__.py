"""The pretend public portal in a browser of the citizen's: door, account page, own password."""
