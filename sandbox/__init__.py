"""The pretend government: values in, values out.

Nothing here reads a clock, draws a random number, opens a file of the user's
or knows what a web request is. Time, codes and ids are parameters.
"""
