"""The desk: the citizen opposite, what is said, and the way to scanner, portal and telephone."""
