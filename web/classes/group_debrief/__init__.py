"""Many runs looked back at: a unit's of a scenario, a lesson's, those that await a word."""
