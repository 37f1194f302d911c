"""The audit log as the supervisor and the administrator read it."""
