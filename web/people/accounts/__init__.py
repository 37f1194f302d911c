"""Who works here: units, persons, sign-in and sessions."""
