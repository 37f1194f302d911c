"""Duty rosters: ``planning`` makes them, ``duty`` lives with them, ``paper`` prints them."""
