"""The pretend scanner beside the desk: what to scan and how, and the files it made."""
