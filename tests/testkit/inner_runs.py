"""How this suite starts other pytest runs."""

# Plugins of this project's own tests, slow to load and of no use to a tester's small project.
LEAN = [
    part for name in ("schemathesis", "hypothesispytest", "faker") for part in ("-p", f"no:{name}")
]
NO_BROWSER = ["-p", "no:playwright"]
