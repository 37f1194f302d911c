"""The two sides of the desk: ``clerk_side`` shows no secret, ``citizen_side`` is the citizen's."""
