"""Small commands for those who work on motcua; ``python -m tools.<name>`` runs one."""
