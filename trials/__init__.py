"""What breaks an office in everyday life, tried on real processes; see README.md."""
