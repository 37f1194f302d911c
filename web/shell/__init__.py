"""What every room stands on: database, sessions, gates, forms, pages, headers, clock and chance.

Nothing here knows a room.
"""
