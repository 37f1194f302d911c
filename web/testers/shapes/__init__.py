"""What goes in and out of the API: pydantic models that validate, answer and document at once."""
