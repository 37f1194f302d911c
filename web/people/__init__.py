"""Who works here: ``accounts`` signs them in, ``administration`` keeps them and their units."""
