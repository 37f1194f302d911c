"""Many runs looked back at as one: a unit's runs of a scenario, or those of a lesson."""
