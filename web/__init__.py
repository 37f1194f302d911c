"""The shell: the only place with HTTP, a database, a clock and chance."""
