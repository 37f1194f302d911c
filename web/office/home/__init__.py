"""The home page: who I am here and what to do next; and whether the app is alive."""
