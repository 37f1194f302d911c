"""What is kept about people: their own copy of it, the unit's export, and when it is forgotten."""
