"""What is stored about people: their own copy, the unit's export, and when it is deleted."""
